"""The home page: four ways in, what is cited most, what is new."""

from __future__ import annotations

from corpus.model import Page
from corpus.render.cards import cards
from corpus.render.labels import provision_title
from corpus.render.markdown import anchor, link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, article_eid, article_page


def home(resolution: Resolution, page: Page) -> str:
    """What the home page gains."""
    return "\n\n".join([_entries(resolution, page), _most_cited(resolution, page), _newest(resolution, page)])


def _entries(resolution: Resolution, page: Page) -> str:
    corpus = resolution.corpus
    digests = sum(
        len(edition.digests) for regulation in corpus.regulations for edition in regulation.editions
    )
    entries = [
        (
            "条规",
            "regulations/index.md",
            f"{len(corpus.regulations)}部",
            f"{digests}条要点，逐条标明档次与易错之处",
        ),
        ("案例", "cases/index.md", f"{len(corpus.cases)}件", "每件都写明行为、条款和理由，附讨论题"),
        ("专题", "topics/index.md", f"{len(corpus.topics)}个", "条款、案例、自查清单和十五分钟课"),
        ("术语", "glossary/index.md", f"{len(corpus.terms)}个", "标准写法、常见误写和用法"),
    ]
    items = [
        f"<li>{anchor(page.path, name, Address(path))}<b>{count}</b><span>{words}</span></li>"
        for name, path, count, words in entries
    ]
    return f'<ul class="entries">{"".join(items)}</ul>'


def _most_cited(resolution: Resolution, page: Page) -> str:
    """The ten articles of regulations in force that cases and topics cite most."""
    counted = []
    for (slug, name, number), backlinks in resolution.backlinks.items():
        regulation = resolution.corpus.regulation(slug)
        edition = regulation.edition(name) if regulation else None
        if (
            regulation
            and edition
            and regulation.in_force(resolution.today) is edition
            and edition.digest(number)
        ):
            count = len({backlink.page for backlink in backlinks if backlink.kind in ("案例", "专题")})
            counted.append((-count, int(number.split("-")[0]), edition, number))
    rows = [
        f"- {link(page.path, provision_title(edition, number), Address(article_page(edition, number), article_eid(number)))}（{-count}处）"
        for count, _, edition, number in sorted(counted, key=lambda row: row[:2])[:10]
        if count
    ]
    return "## 引用最多的条文\n\n" + "\n".join(rows) if rows else ""


def _newest(resolution: Resolution, page: Page) -> str:
    cases = sorted(resolution.corpus.cases, key=lambda case: (case.reviewed, case.decided), reverse=True)[:3]
    return f"## 最近核对的案例\n\n{cards(resolution, page.path, cases)}" if cases else ""
