"""The table of an edition's articles: subject, 款 and 项, today's number, who cites it."""

from __future__ import annotations

import html
from collections.abc import Iterator

from corpus.model import Article, Division, Edition, Outline, Page
from corpus.render.articles import cited_by, provision_ids
from corpus.render.labels import CHANGES, division_label
from corpus.render.markdown import anchor, table
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address_of_article, article_eid, article_page
from corpus.resolve.outline import article_label


def article_table(resolution: Resolution, page: Page, edition: Edition) -> str:
    """Every article of the outline, and below the table who cites those that have no other page."""
    outline = edition.outline
    if outline is None or not outline.articles:
        return ""
    superseded = _current(resolution, edition) is not None
    heads = ["条", "条旨", "款", "项", *(["现行条号"] if superseded else []), "被引用"]
    rows: list[str] = []
    for before, article in zip((None, *outline.articles), outline.articles, strict=False):
        rows += _division_rows(outline, before, article, len(heads))
        rows.append(_row(resolution, page, edition, article))
    cited = "\n".join(_citers(resolution, page, edition))
    listing = table("articles", heads, "".join(rows), caption="条目")
    return f"## 条目\n\n{listing}\n\n" + (f"## 被引用\n\n{cited}" if cited else "")


def _current(resolution: Resolution, edition: Edition) -> Edition | None:
    """The later edition in force, where the numbers of this one can be followed to it."""
    regulation = resolution.corpus.regulation(edition.regulation)
    current = regulation.in_force(resolution.today) if regulation and regulation.renumbering else None
    return current if current and current.name > edition.name else None


def _division_rows(outline: Outline, before: Article | None, article: Article, width: int) -> Iterator[str]:
    """A row for each part and chapter that begins with an article."""
    for field, divisions, prefix, unit in (
        ("part", outline.parts, "part", "编"),
        ("chapter", outline.chapters, "chp", "章"),
    ):
        number = getattr(article, field)
        if number is not None and (before is None or getattr(before, field) != number):
            division = next(division for division in divisions if division.number == number)
            yield _division_row(division, prefix, unit, width)


def _division_row(division: Division, prefix: str, unit: str, width: int) -> str:
    label, eid = html.escape(division_label(division, unit)), f"{prefix}_{division.number}"
    return f'<tr class="division"><th colspan="{width}" scope="colgroup" id="{eid}">{label}</th></tr>'


def _row(resolution: Resolution, page: Page, edition: Edition, article: Article) -> str:
    number, label = article.number, article_label(article.number)
    here = article_page(edition, number) == page.path
    name = (
        label + provision_ids(edition, number)
        if here
        else anchor(page.path, label, address_of_article(edition, number))
    )
    items = [str(paragraph.items) for paragraph in article.paragraphs or () if paragraph.items]
    cells = [
        html.escape(edition.subject(number) or ""),
        str(len(article.paragraphs)) if article.paragraphs else "待核对",
        "、".join(items),
        *_today(resolution, page, edition, number),
        _count(resolution, page, edition, number, here=here),
    ]
    eid = f' id="{article_eid(number)}"' if here else ""
    data = "".join(
        f'<td class="num">{cell}</td>' if i in (1, 2) else f"<td>{cell}</td>" for i, cell in enumerate(cells)
    )
    return f'<tr{eid}><th scope="row">{name}</th>{data}</tr>'


def _today(resolution: Resolution, page: Page, edition: Edition, number: str) -> Iterator[str]:
    """What an article of a superseded edition became: number and subject side by side."""
    regulation, current = resolution.corpus.regulation(edition.regulation), _current(resolution, edition)
    if regulation is None or current is None:
        return
    names = [
        f"{anchor(page.path, article_label(n), address_of_article(current, n))} {html.escape(current.subject(n) or '')}"
        for n in regulation.current_articles(edition.name, number, current.name)
    ]
    kinds = dict.fromkeys(CHANGES[pair.kind] for pair in regulation.successors(edition.name, number))
    yield f"{'；'.join(names)}（{'、'.join(kinds)}）" if kinds else ""


def _count(resolution: Resolution, page: Page, edition: Edition, number: str, *, here: bool) -> str:
    count = len(resolution.backlinks.get((edition.regulation, edition.name, number), ()))
    if not count:
        return ""
    return (
        anchor(page.path, f"{count}处", Address(page.path, article_label(number))) if here else f"{count}处"
    )


def _citers(resolution: Resolution, page: Page, edition: Edition) -> Iterator[str]:
    outline = edition.outline
    for article in outline.articles if outline else ():
        if article_page(edition, article.number) == page.path:
            links = cited_by(resolution, page, edition, article.number)
            if links:
                yield f"### {article_label(article.number)}\n{links}"
