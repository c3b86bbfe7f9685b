"""The body of an official text as 编, 章, 节 and 条, each knowing which it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.model import Article, Division
from corpus.parse.official_text.lines import Kind, Line, follows
from corpus.parse.official_text.paragraphs import read_paragraphs
from corpus.parse.official_text.values import ArticleText, SectionText
from corpus.parse.official_text.view import INVISIBLE, cut
from corpus.text.source import Source, Span

_TORN = re.compile(rf"[\s{INVISIBLE}]+(?![A-Za-z0-9])|(?<![A-Za-z0-9])[\s{INVISIBLE}]+")
"""Blanks that only fill a printed line, as in 总　则."""


@dataclass(frozen=True, slots=True)
class Place:
    """The 编, 章 and 节 that a line stands in; None where it stands in none."""

    part: int | None = None
    chapter: int | None = None
    section: int | None = None

    def enter(self, unit: str, number: int) -> Place:
        """The place below the heading of a `unit`: a new 编 leaves the 章, a new 章 the 节."""
        match unit:
            case "编":
                return Place(number)
            case "章":
                return Place(self.part, number)
            case _:
                return replace(self, section=number)


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a 编, 章, 节 or 部分; `place` is inside it."""

    unit: str
    number: int
    title: str
    line: Line
    place: Place


@dataclass(frozen=True, slots=True)
class Block:
    """An article's label, or a heading, and the lines below it."""

    head: Line
    place: Place
    lines: tuple[Line, ...]

    @property
    def span(self) -> Span:
        """From the head to the end of the last line."""
        return Span(self.head.span.start, (self.lines or (self.head,))[-1].span.end)


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings and the articles of a body; lines and numbers that fit nowhere."""

    headings: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    stray: tuple[Line, ...]
    unreadable: tuple[Line, ...]


def lay_out(source: Source, lines: Iterable[Line], numbering: str) -> Layout:
    """Sort the lines of a body below their articles, or below the headings of its 部分."""
    headings: list[Heading] = []
    open_blocks: list[tuple[Line, Place, list[Line]]] = []
    stray: list[Line] = []
    unreadable: list[Line] = []
    place, below = Place(), stray
    for line in lines:
        if line.kind in (Kind.TEXT, Kind.ITEM):
            below.append(line)
            continue
        if not line.number:
            unreadable.append(line)
        elif line.kind is Kind.DIVISION:
            place = place.enter(line.unit, int(line.number))
            title = _TORN.sub("", cut(source.text, line.text))
            headings.append(Heading(line.unit, int(line.number), title, line, place))
        below = stray
        if line.kind is Kind.ARTICLE or line.unit == numbering:
            open_blocks.append((line, place, below := []))
    blocks = tuple(Block(head, at, tuple(held)) for head, at, held in open_blocks if head.number)
    return Layout(tuple(headings), blocks, tuple(stray), tuple(unreadable))


def read_articles(source: Source, layout: Layout) -> tuple[ArticleText, ...]:
    """The articles, in the order of the text."""
    return tuple(
        ArticleText(
            block.head.number, block.head.span, block.span, read_paragraphs(source, block.lines),
            block.place.part, block.place.chapter, block.place.section,
        )
        for block in layout.blocks
    )  # fmt: skip


def read_sections(source: Source, layout: Layout) -> tuple[SectionText, ...]:
    """The 部分 of a text without 条."""
    titles = {heading.line: heading.title for heading in layout.headings}
    return tuple(
        SectionText(
            int(block.head.number), titles[block.head], block.head.span, block.span,
            read_paragraphs(source, block.lines, sticky=True),
        )
        for block in layout.blocks
    )  # fmt: skip


def state_articles(articles: Sequence[ArticleText]) -> tuple[Article, ...]:
    """The facts of the articles; the 款 of a label without text are not known."""
    return tuple(
        Article(
            article.number, tuple(p.fact for p in article.paragraphs) or None,
            article.part, article.chapter, article.section,
        )
        for article in articles
    )  # fmt: skip


def state_divisions(
    layout: Layout, articles: Sequence[ArticleText], *units: str, complete: bool
) -> tuple[Division, ...]:
    """The facts of the headings of `units`, each with the first and the last article below it.

    Where a text is not complete, the last one is known only if the next article follows on it.
    """
    first: dict[Place, str] = {}
    last: dict[Place, str | None] = {}
    for i, article in enumerate(articles):
        closed = complete or (i + 1 < len(articles) and follows(article.number, articles[i + 1].number))
        for place in _around(article):
            first.setdefault(place, article.number)
            last[place] = article.number if closed else None
    return tuple(
        Division(
            heading.number, heading.title,
            heading.place.part if heading.unit != "编" else None,
            heading.place.chapter if heading.unit != "章" else None,
            first.get(heading.place), last.get(heading.place),
        )
        for heading in layout.headings
        if heading.unit in units
    )  # fmt: skip


def _around(article: ArticleText) -> set[Place]:
    """The places that an article stands in, from the 编 to the 节."""
    part, chapter, section = article.part, article.chapter, article.section
    return {Place(part), Place(part, chapter), Place(part, chapter, section)}
