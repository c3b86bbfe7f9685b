"""Regulations: the page of a work, the page of an edition, the list of all."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from corpus.model import Division, Edition, Page, Regulation
from corpus.render.article_table import article_table
from corpus.render.labels import chinese_date, division_label, edition_state, page_title, title_end
from corpus.render.markdown import Edit, anchor, facts, folded, insert, link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, chapter_page, edition_page
from corpus.resolve.outline import article_label
from corpus.text.numerals import format_numeral
from corpus.text.source import Span

_KINDS = ("党内法规", "规范性文件", "国家法律")
_SUBJECTS = re.compile(r"^\|[ \t]*条[ \t]*\|[ \t]*条旨[ \t]*\|[^\n]*\n(?:\|[^\n]*(?:\n|\Z))+", re.MULTILINE)


def regulation_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    """What the page of a work gains: facts, the line of editions, who names it."""
    regulation = resolution.corpus.regulation(page.slug)
    if regulation is None:
        return
    text = page.source.text
    yield insert(title_end(page), _work_facts(resolution, page, regulation))
    yield Edit(Span(len(text.rstrip()), len(text)), _named_by(resolution, page, regulation))


def edition_edits(resolution: Resolution, page: Page, edition: Edition) -> Iterator[Edit]:
    """What the page of an edition gains: facts, the map of its parts, the table of its articles."""
    regulation = resolution.corpus.regulation(edition.regulation)
    assert regulation is not None
    text, base = page.source.text, page.front_matter.body
    yield insert(title_end(page), _edition_facts(resolution, page, regulation, edition))
    if regulation.numbering == "部分" and edition.outline:
        yield from _section_ids(text, base, edition)
    table = "\n\n" + _structure(resolution, page, edition) + article_table(resolution, page, edition)
    end = len(text.rstrip())
    if authored := _SUBJECTS.search(text, base):
        yield Edit(Span(authored.start(), min(authored.end(), end)), "")
    yield Edit(Span(end, len(text)), table)


def regulation_index(resolution: Resolution, page: Page) -> str:
    """All works by kind, with their editions and what is held of each."""
    parts = []
    for kind in _KINDS:
        works = [regulation for regulation in resolution.corpus.regulations if regulation.kind == kind]
        rows = [_work_row(resolution, page, work) for work in sorted(works, key=_held, reverse=True)]
        head = "| 名称 | 现行版本 | 收录情况 |\n| --- | --- | --- |\n"
        parts += [f"## {kind}\n\n{head}" + "\n".join(rows) + "\n"] if rows else []
    return "\n".join(parts)


def _held(regulation: Regulation) -> tuple[int, int]:
    edition = regulation.editions[0] if regulation.editions else None
    articles = len(edition.outline.articles) if edition and edition.outline else 0
    return len(edition.digests) if edition else 0, articles


def _work_row(resolution: Resolution, page: Page, regulation: Regulation) -> str:
    current = regulation.in_force(resolution.today)
    name = link(page.path, regulation.title, Address(f"regulations/{regulation.slug}/index.md"))
    if current is None or current.outline is None:
        return f"| {name} | {current.name if current else '待核对'} | 只收名称 |"
    edition = link(page.path, f"{current.name}年版", Address(edition_page(current)))
    outline = current.outline
    count = f"{len(outline.articles)}条" if outline.articles else f"{len(outline.sections)}个部分"
    held = f"{count}{'' if outline.complete or not outline.articles else '（不全）'}"
    return f"| {name} | {edition} | {held}{f'，要点{len(current.digests)}条' if current.digests else ''} |"


def _work_facts(resolution: Resolution, page: Page, regulation: Regulation) -> str:
    rows = [
        ("制定机关", html.escape(regulation.issuer)),
        ("性质", regulation.kind),
        ("简称", "、".join(f"《{html.escape(title)}》" for title in regulation.short_titles)),
    ]
    items = []
    for edition in reversed(regulation.editions):
        name = f"{edition.name}年版"
        held = resolution.corpus.page(edition_page(edition)) is not None
        title = anchor(page.path, name, Address(edition_page(edition))) if held else name
        dates = "，".join(_dates(regulation, edition))
        state = edition_state(regulation, edition, resolution.today)
        kind = ' class="current"' if state == "现行" else ""
        items.append(f"<li{kind}><b>{title}</b><span>{dates}</span><span>{state}</span></li>")
    line = f'<ol class="editions">{"".join(items)}</ol>\n' if items else ""
    return facts(rows) + "\n" + line + "\n"


def _dates(regulation: Regulation, edition: Edition) -> list[str]:
    words = []
    for key, verb in (("issued", "印发"), ("effective", "施行")):
        date = getattr(edition, key)
        doubt = "（待核对）" if key in regulation.unproved else ""
        words.append(f"{chinese_date(date)}{verb}{doubt}" if date else f"{verb}日期待核对")
    return words


def _edition_facts(resolution: Resolution, page: Page, regulation: Regulation, edition: Edition) -> str:
    address = ""
    if edition.address:
        address = f'<a href="{html.escape(edition.address)}">{html.escape(edition.address)}</a>（待人工核验）'
    outline = edition.outline
    return facts(
        [
            ("法规", anchor(page.path, regulation.title, Address(f"regulations/{regulation.slug}/index.md"))),
            ("状态", edition_state(regulation, edition, resolution.today)),
            ("日期", "；".join(_dates(regulation, edition))),
            (
                "条目依据",
                f"{html.escape(outline.source)}{'' if outline.complete else '，不全'}"
                if outline
                else "待核对",
            ),
            ("官方地址", address or "待核对"),
        ]
    )


def _section_ids(text: str, base: int, edition: Edition) -> Iterator[Edit]:
    """An anchor on each heading `## 一、…` of a text that is divided into 部分."""
    assert edition.outline is not None
    for section in edition.outline.sections:
        heading = re.compile(rf"^## {format_numeral(section.number)}、[^\n]*$", re.MULTILINE).search(
            text, base
        )
        if heading:
            yield insert(heading.end(), f" {{#sec_{section.number}}}")
        else:
            yield insert(base, f'<span class="eid" id="sec_{section.number}"></span>\n\n')


def _structure(resolution: Resolution, page: Page, edition: Edition) -> str:
    """A clickable map of parts and chapters with the number of articles in each."""
    outline = edition.outline
    if outline is None or not outline.chapters:
        return ""
    groups: list[tuple[Division | None, list[Division]]] = [(part, []) for part in outline.parts] or [
        (None, [])
    ]
    for chapter in outline.chapters:
        next(group for part, group in groups if part is None or part.number == chapter.part).append(chapter)
    boxes = []
    for part, chapters in groups:
        cells = "".join(_chapter_box(resolution, page, edition, chapter) for chapter in chapters)
        name = f"<b>{html.escape(division_label(part, '编'))}</b>" if part else ""
        count = _span_words(part) if part and not chapters else ""
        boxes.append(f"<li>{name}{count}<ol>{cells}</ol></li>" if cells or name else "")
    return f'## 结构\n\n<ol class="structure">{"".join(boxes)}</ol>\n\n'


def _chapter_box(resolution: Resolution, page: Page, edition: Edition, chapter: Division) -> str:
    """A box of the map; a chapter none of whose articles is known has its anchor here."""
    own = chapter_page(resolution.corpus, edition, chapter.number)
    eid, label = f"chp_{chapter.number}", division_label(chapter, "章")
    if own is None and not chapter.first:
        return f'<li id="{eid}">{html.escape(label)}</li>'
    target = Address(own) if own else Address(page.path, eid)
    return f"<li>{anchor(page.path, label, target)}{_span_words(chapter)}</li>"


def _span_words(division: Division) -> str:
    if not division.first or not division.last:
        return ""
    first, last = article_label(division.first), article_label(division.last)
    return f"<span>{first if first == last else f'{first}至{last}'}</span>"


def _named_by(resolution: Resolution, page: Page, regulation: Regulation) -> str:
    """Which pages name a work, folded."""
    pages = {
        source.path: source
        for source in resolution.corpus.listed
        for reference in resolution.references[source.path]
        if reference.regulation is regulation and source.regulation != regulation.slug
    }
    rows = [link(page.path, page_title(source), Address(path)) for path, source in sorted(pages.items())]
    return folded(f"提到本法规的页面（{len(rows)}）", rows, "cited-by") if rows else "\n"
