"""A chapter page: an id for every provision, and under each article who cites it."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Edition, Page
from corpus.parse.chapters import article_sections
from corpus.render.markdown import Edit, escape, link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, article_eid
from corpus.text.source import Span


def chapter_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    """What a chapter page gains; spans are offsets of the file."""
    edition = _edition(resolution, page)
    if edition is None or page.kind != "chapter":
        return
    for article in article_sections(page):
        number, end = article.number, article.heading.end
        yield Edit(Span(end, end), f" {{#{article_eid(number)}}}\n\n{provision_ids(edition, number)}")
        last = article.body.start + len(page.source.text[article.body.start : article.body.end].rstrip())
        yield Edit(Span(last, last), cited_by(resolution, page, edition, number))


def _edition(resolution: Resolution, page: Page) -> Edition | None:
    regulation = resolution.corpus.regulation(page.regulation or "")
    return regulation.edition(page.edition or "") if regulation else None


def provision_ids(edition: Edition, number: str) -> str:
    """Empty elements with the eIds of all 款 and 项 that are known of an article."""
    article = edition.outline.article(number) if edition.outline else None
    if article is None or article.paragraphs is None:
        return ""
    eids = []
    for i, paragraph in enumerate(article.paragraphs, 1):
        eids.append(article_eid(number, i))
        eids += [article_eid(number, i, item) for item in range(1, (paragraph.items or 0) + 1)]
    return "".join(f'<span class="eid" id="{eid}"></span>' for eid in eids) + "\n"


def cited_by(resolution: Resolution, page: Page, edition: Edition, number: str) -> str:
    """A folded list of the pages that cite an article, with the citing sentence."""
    backlinks = resolution.backlinks.get((edition.regulation, edition.name, number), ())
    if not backlinks:
        return ""
    rows = [f"- {b.kind} {link(page.path, _title(resolution, b.page), Address(b.page))}：{escape(b.excerpt)}" for b in backlinks]
    summary = f"<summary>被引用（{len(backlinks)}处）</summary>"
    return f'\n\n<details class="cited-by" markdown="1">\n{summary}\n\n' + "\n".join(rows) + "\n\n</details>\n"


def _title(resolution: Resolution, path: str) -> str:
    page = resolution.corpus.page(path)
    assert page is not None
    heading = next((line[2:].strip() for line in page.body.splitlines() if line.startswith("# ")), page.slug)
    return heading
