"""An article on its chapter page: ids, status, ladder, who cites it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from corpus.model import PARTY_SANCTIONS, Edition, Page, Tier
from corpus.parse.chapters import ArticleSection, article_sections
from corpus.render.labels import CHANGES, STATUSES, citer_title
from corpus.render.markdown import Edit, badge, copy_button, escape, folded, insert, link, table
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address_of_article, article_eid
from corpus.resolve.outline import article_label
from corpus.text.numerals import parse_numeral
from corpus.text.source import Span

_TABLE = re.compile(r"^\|[ \t]*款[ \t]*\|[^\n]*\n(?:\|[^\n]*(?:\n|\Z))+", re.MULTILINE)
_LABEL = re.compile(r"^(要点|易错|衔接|相关|关键词|第([一二三四五六七八九十]+)款)：", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|\Z)|\Z")


def chapter_edits(resolution: Resolution, page: Page, edition: Edition) -> Iterator[Edit]:
    """What a chapter page gains; spans are offsets of the file."""
    for article in article_sections(page):
        if article.number:
            yield from _article_edits(resolution, page, edition, article)


def _article_edits(
    resolution: Resolution, page: Page, edition: Edition, article: ArticleSection
) -> Iterator[Edit]:
    text, body, number = page.source.text, article.body, article.number
    section = text[body.start : body.end]
    own = {paragraph for label in _LABEL.finditer(section) if (paragraph := _paragraph(label))}
    head = f" {{#{article_eid(number)}}}\n\n{provision_ids(edition, number, own)}{_status(resolution, page, edition, number)}"
    yield insert(body.start, head)
    for edit in _label_edits(section, number):
        yield Edit(edit.span.shifted(body.start), edit.text)
    last = len(section.rstrip())
    if (table := _TABLE.search(section)) and (digest := edition.digest(number)):
        span = Span(table.start(), min(table.end(), last)).shifted(body.start)
        yield Edit(span, f"\n{ladder(digest.tiers)}\n")
    yield Edit(Span(body.start + last, body.end), cited_by(resolution, page, edition, number) + "\n\n")


def _label_edits(section: str, number: str) -> Iterator[Edit]:
    """Labels in bold, each at the head of a paragraph; the digests marked as such, those of a 款 with its id."""
    labels = list(_LABEL.finditer(section))
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        apart = "" if section.endswith("\n\n", 0, label.start()) else "\n"
        yield Edit(Span(*label.span()), f'{apart}<b class="label">{label[1]}</b>')
        if label[2] or label[1] == "要点":
            stop = _PARAGRAPH_END.search(section, label.end(), after.start() if after else len(section))
            paragraph = _paragraph(label)
            eid = f" #{article_eid(number, paragraph)}" if paragraph else ""
            end = len(section[: stop.start() if stop else None].rstrip())
            yield insert(max(end, label.end()), f"\n{{: .digest{eid} }}")


def _paragraph(label: re.Match[str]) -> int | None:
    """The 款 that a label names, if it names one."""
    try:
        return parse_numeral(label[2]) if label[2] else None
    except ValueError:
        return None


def provision_ids(edition: Edition, number: str, elsewhere: set[int] = frozenset()) -> str:  # type: ignore[assignment]
    """Empty elements with the eIds of all known 款 and 项, but for the 款 whose id stands elsewhere."""
    article = edition.outline.article(number) if edition.outline else None
    eids = []
    for i, paragraph in enumerate((article.paragraphs if article else None) or (), 1):
        eids += [] if i in elsewhere else [article_eid(number, i)]
        eids += [article_eid(number, i, item) for item in range(1, (paragraph.items or 0) + 1)]
    return "".join(f'<span class="eid" id="{eid}"></span>' for eid in eids)


def _status(resolution: Resolution, page: Page, edition: Edition, number: str) -> str:
    """The edition, how far the digest is proved, and what the article was before."""
    status = edition.status(number)
    parts = [
        f"{edition.name}年版",
        badge(STATUSES[status], status),
        *history(resolution, page, edition, number),
    ]
    line = f"《{edition.title}》（{edition.name}年）{article_label(number)}，"
    eid = article_eid(number)
    buttons = copy_button("复制引用", text=line, eid=eid) + copy_button("复制链接", eid=eid)
    return f"{' · '.join(parts)} {buttons}\n{{: .status }}\n"


def history(resolution: Resolution, page: Page, edition: Edition, number: str) -> Iterator[str]:
    """Where an article stood in the editions before, as links: 2018年版第八十八条（修改）."""
    regulation = resolution.corpus.regulation(edition.regulation)
    for pair in regulation.predecessors(edition.name, number) if regulation else ():
        before = regulation.edition(pair.from_edition) if regulation else None
        if pair.from_article is None or before is None:
            yield f"{CHANGES['new']}（{pair.from_edition}年版没有）"
            continue
        name = f"{before.name}年版{article_label(pair.from_article)}"
        target = address_of_article(before, pair.from_article)
        tip = before.subject(pair.from_article) or ""
        yield f"{link(page.path, name, target, tip)}（{CHANGES[pair.kind]}）"
        yield from history(resolution, page, before, pair.from_article)


def ladder(tiers: tuple[Tier, ...]) -> str:
    """The tiers as a table of circumstances against the five sanctions, readable without colour."""
    rows = "".join(f"<tr>{row}</tr>" for row in ladder_rows(tiers))
    return table("ladder", ("款", "情形", *PARTY_SANCTIONS), rows, caption="处分档次")


def ladder_rows(tiers: tuple[Tier, ...]) -> list[str]:
    """The cells of each row: the 款 that share it, the circumstance, a mark at each sanction."""
    rows = []
    order = _first_places(tiers)
    ranked = sorted(tiers, key=lambda tier: (order[_essence(tier)], tier.paragraph))
    for (circumstance, sanctions, modifier), group in groupby(ranked, key=_essence):
        paragraphs = "、".join(f"{tier.paragraph}" for tier in group)
        cells = (
            f'<td class="modifier" colspan="5">{html.escape(modifier)}</td>'
            if modifier
            else _cells(sanctions)
        )
        rows.append(f'<td>{paragraphs}</td><th scope="row">{html.escape(circumstance)}</th>{cells}')
    return rows


def _essence(tier: Tier) -> tuple[str, tuple[str, ...], str | None]:
    return tier.circumstance, tier.sanctions, tier.modifier


def _first_places(tiers: tuple[Tier, ...]) -> dict[tuple[str, tuple[str, ...], str | None], int]:
    """The rank of each row: the order in which the first 款 that has it lists it."""
    order: dict[tuple[str, tuple[str, ...], str | None], int] = {}
    for tier in tiers:
        order.setdefault(_essence(tier), len(order))
    return order


def _cells(sanctions: tuple[str, ...]) -> str:
    on = '<td class="on"><span aria-hidden="true">●</span><span class="visually-hidden">可以给予</span></td>'
    off = '<td><span class="visually-hidden">不适用</span></td>'
    return "".join(on if name in sanctions else off for name in PARTY_SANCTIONS)


def cited_by(resolution: Resolution, page: Page, edition: Edition, number: str) -> str:
    """A folded list of who cites an article, with the citing sentence."""
    backlinks = resolution.backlinks.get((edition.regulation, edition.name, number), ())
    if not backlinks:
        return ""
    rows = []
    for backlink in backlinks:
        target = Address(backlink.page, article_eid(backlink.article) if backlink.article else None)
        title = link(
            page.path, escape(citer_title(resolution.corpus, backlink.page, backlink.article)), target
        )
        rows.append(f'<span class="kind">{backlink.kind}</span> {title}：{escape(backlink.excerpt)}')
    return folded(f"被引用（{len(rows)}处）", rows, "cited-by")
