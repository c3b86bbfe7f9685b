"""Tables over a whole regulation: every sanction tier, and what became of every number."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import pairwise

from corpus.model import Digest, Edition, Regulation, Renumbering
from corpus.render.articles import ladder_rows
from corpus.render.labels import CHANGES, division_label
from corpus.render.markdown import anchor, table
from corpus.resolve import Resolution
from corpus.resolve.addresses import address_of_article
from corpus.resolve.outline import article_label


def overview_pages(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """(path below `docs/`, Markdown) of the tables of every regulation that has what they need."""
    for regulation in resolution.corpus.regulations:
        current = regulation.in_force(resolution.today)
        if current and any(digest.tiers for digest in current.digests):
            yield sanctions_path(regulation), _sanctions(regulation, current)
        if regulation.renumbering:
            yield renumbering_path(regulation), _renumbering(regulation)


def overview_titles(regulation: Regulation, today: str) -> list[tuple[str, str]]:
    """(title, path) of the tables of a regulation, as the navigation lists them."""
    current = regulation.in_force(today)
    tiered = current is not None and any(digest.tiers for digest in current.digests)
    titles = [("量纪对照", sanctions_path(regulation))] if tiered else []
    return titles + ([("条号对照", renumbering_path(regulation))] if regulation.renumbering else [])


def sanctions_path(regulation: Regulation) -> str:
    """The page of all sanction tiers."""
    return f"regulations/{regulation.slug}/sanctions.md"


def renumbering_path(regulation: Regulation) -> str:
    """The page of all numbers in all editions."""
    return f"regulations/{regulation.slug}/renumbering.md"


def _sanctions(regulation: Regulation, edition: Edition) -> str:
    path = sanctions_path(regulation)
    outline = edition.outline
    groups: dict[str, list[Digest]] = {}
    for digest in edition.digests:
        article = outline.article(digest.article) if outline else None
        chapter = (
            next((c for c in outline.chapters if article and c.number == article.chapter), None)
            if outline
            else None
        )
        if digest.tiers:
            groups.setdefault(division_label(chapter, "章") if chapter else "其他", []).append(digest)
    parts = [
        f"# 《{regulation.title}》（{edition.name}年）量纪对照\n",
        "每行一个情形，圆点表示可以给予的处分。从重、加重的条件写在该行。按章分表，可以筛选，可以打印。由构建从各章的档次表生成。\n",
    ]
    for name, digests in groups.items():
        rows = "".join(_sanction_rows(path, edition, digest) for digest in digests)
        parts.append(f"## {name}\n\n{table('ladder filterable', _SANCTION_HEADS, rows, caption=name)}\n")
    return "\n".join(parts)


_SANCTION_HEADS = ("条", "款", "情形", "警告", "严重警告", "撤销党内职务", "留党察看", "开除党籍")


def _sanction_rows(path: str, edition: Edition, digest: Digest) -> str:
    rows = ladder_rows(digest.tiers)
    name = anchor(path, article_label(digest.article), address_of_article(edition, digest.article))
    head = f'<th scope="rowgroup" rowspan="{len(rows)}">{name}<br>{html.escape(digest.subject)}</th>'
    return (
        "<tbody>"
        + "".join(f"<tr>{head if i == 0 else ''}{row}</tr>" for i, row in enumerate(rows))
        + "</tbody>"
    )


def _renumbering(regulation: Regulation) -> str:
    path = renumbering_path(regulation)
    names = [edition.name for edition in reversed(regulation.editions) if edition.outline]
    data = f"api/renumbering/{regulation.slug}.json"
    lead = "左边是旧条号，右边是下一版的条号和变化；合并、拆分的一条占几行。机器可读的同一张表："
    parts = [f"# 《{regulation.title}》条号对照\n", f"{lead}[{data}](../../{data})。\n"]
    for old, new in pairwise(names):
        pairs = [
            pair for pair in regulation.renumbering if (pair.from_edition, pair.to_edition) == (old, new)
        ]
        rows = "<tbody>" + "".join(_pair_row(path, regulation, pair) for pair in pairs) + "</tbody>"
        heads = (f"{old}年版", "条旨", f"{new}年版", "条旨", "变化")
        title = f"{old}年版到{new}年版"
        parts.append(f"## {title}\n\n{table('articles filterable', heads, rows, caption=title)}\n")
    return "\n".join(parts)


def _pair_row(path: str, regulation: Regulation, pair: Renumbering) -> str:
    cells = []
    for edition, number in ((pair.from_edition, pair.from_article), (pair.to_edition, pair.to_article)):
        held = regulation.edition(edition)
        if number and held:
            name = anchor(path, article_label(number), address_of_article(held, number))
            cells += [f"<td>{name}</td>", f"<td>{html.escape(held.subject(number) or '')}</td>"]
        else:
            cells += ["<td>无</td>", "<td></td>"]
    return f"<tr>{''.join(cells)}<td>{CHANGES[pair.kind]}</td></tr>"
