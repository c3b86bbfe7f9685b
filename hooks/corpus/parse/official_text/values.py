"""What an official text says, with its words and their places; `Outline` keeps only the facts."""

from __future__ import annotations

import bisect
import hashlib
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from corpus.model import Outline, Paragraph, Pinpoint, Problem
from corpus.text.source import Source, Span


@dataclass(frozen=True, slots=True)
class ItemText:
    """A 项 or a 目: its printed number, its words with the marker, what stands below it.

    `text` and `span` run from the marker to the end of its last line; a 项 includes its 目.
    """

    number: int
    text: str
    span: Span
    subitems: tuple[ItemText, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A 款: the words before its items, and the items.

    `text` has everything as printed, without the label of the article, a line break between the
    lines. `fact` is what the outline keeps of it.
    """

    lead: str
    text: str
    span: Span
    items: tuple[ItemText, ...]
    fact: Paragraph


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A 条: its number ("97", "388-1"), the place of its label, its paragraphs.

    `span` runs from the label to the end of the last line. `paragraphs` is empty where the text
    prints the label alone.
    """

    number: str
    label: Span
    span: Span
    paragraphs: tuple[ParagraphText, ...]
    part: int | None = None
    chapter: int | None = None
    section: int | None = None


@dataclass(frozen=True, slots=True)
class SectionText:
    """A 部分 of a text without 条; `span` runs from its heading to the end of its last line.

    Its items are numbered by the printed markers; lines after an item belong to that item.
    """

    number: int
    title: str
    label: Span
    span: Span
    paragraphs: tuple[ParagraphText, ...]


@dataclass(frozen=True)
class OfficialText:
    """An official text as read, and every reason to doubt that it was read right."""

    source: Source
    title: str
    """The first line, without its marks and its year; "" where the text begins with a heading."""
    preamble: Span
    """Everything before the first heading and before a table of contents."""
    articles: tuple[ArticleText, ...]
    sections: tuple[SectionText, ...]
    """Only of a text without 条; the 节 of other texts are in the outline."""
    outline: Outline
    problems: tuple[Problem, ...]

    @cached_property
    def sha256(self) -> str:
        """The hash (hex) of the whole text, NFKC: names the copy that the facts come from."""
        return hashlib.sha256(unicodedata.normalize("NFKC", self.source.text).encode()).hexdigest()

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.span.start for unit in self._units]

    @cached_property
    def _units(self) -> tuple[ArticleText | SectionText, ...]:
        return self.articles or self.sections

    def place(self, offset: int) -> Pinpoint | None:
        """The provision in which a character offset of the source stands; None outside them all.

        On the label of an article the pinpoint names no 款; before the first 项 of a 款, no 项.
        """
        i = bisect.bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self._units[i].span.end:
            return None
        unit = self._units[i]
        paragraph, item, subitem = _inside(unit.paragraphs, offset)
        if isinstance(unit, SectionText):
            return Pinpoint(section=unit.number, item=item, subitem=subitem)
        return Pinpoint(unit.part, unit.chapter, unit.section, unit.number, paragraph or None, item, subitem)


def _inside(paragraphs: tuple[ParagraphText, ...], offset: int) -> tuple[int, int | None, int | None]:
    """The number of the 款 (from 1; 0 for none), the 项 and the 目 that `offset` stands in."""
    number = sum(paragraph.span.start <= offset for paragraph in paragraphs)
    if not number:
        return 0, None, None
    item = _last(paragraphs[number - 1].items, offset)
    subitem = _last(item.subitems, offset) if item else None
    return number, item.number if item else None, subitem.number if subitem else None


def _last(items: tuple[ItemText, ...], offset: int) -> ItemText | None:
    """The last item that begins at or before `offset`."""
    return next((item for item in reversed(items) if item.span.start <= offset), None)
