"""The lines of an article, or of a 部分, as 款, 项 and 目."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.model import Paragraph
from corpus.parse.official_text.lines import Kind, Line
from corpus.parse.official_text.values import ItemText, ParagraphText
from corpus.parse.official_text.view import INVISIBLE, cut
from corpus.text.source import Source, Span

_BLANKS = re.compile(rf"[\s{INVISIBLE}]+")
_LEFT_OUT = re.compile(r"[….。·⋯]*[…⋯][….。·⋯]*|\.{3,}")


@dataclass(frozen=True, slots=True)
class _Group:
    """A marker's line, or a 款's, and the lines below it."""

    head: Line
    rest: tuple[Line, ...]

    @property
    def span(self) -> Span:
        return Span(self.head.span.start, (self.rest or (self.head,))[-1].span.end)


@dataclass(slots=True)
class _Draft:
    """A 款 while its lines come in; `style` and `last` are its items' marker and last number."""

    lines: list[Line] = field(default_factory=list)
    style: str = ""
    last: int = 0

    def add(self, line: Line) -> None:
        self.lines.append(line)
        if line.kind is Kind.ITEM and line.unit == (self.style or line.unit):
            self.style, self.last = line.unit, int(line.number)

    def goes_on(self, item: Line) -> bool:
        """Whether `item` carries the next number of this list."""
        return item.unit == self.style and int(item.number) == self.last + 1


def read_paragraphs(
    source: Source, lines: Sequence[Line], *, sticky: bool = False
) -> tuple[ParagraphText, ...]:
    """The 款 of an article, in order.

    A line after the items opens a new 款, unless the next item of the same list follows: then it
    belongs to the item before. With `sticky`, as in a 部分 without 条, it always does.
    """
    drafts: list[_Draft] = []
    for line in lines:
        if line.kind is Kind.TEXT and not (sticky and drafts and drafts[-1].style):
            drafts.append(_Draft())
        elif line.kind is Kind.ITEM:
            _rejoin(drafts, line)
        drafts[-1].add(line)
    return tuple(_read_paragraph(source, draft.lines, draft.style) for draft in drafts)


def _rejoin(drafts: list[_Draft], item: Line) -> None:
    """Make the last draft the one that an item belongs to: where the item goes on with an earlier
    list, the lines that interrupt that list go back to it.
    """
    last = next((i for i in range(len(drafts) - 1, -1, -1) if drafts[i].style), None)
    if last is not None and drafts[last].goes_on(item):
        for draft in drafts[last + 1 :]:
            drafts[last].lines.extend(draft.lines)
        del drafts[last + 1 :]
    elif not drafts:
        drafts.append(_Draft())


def _read_paragraph(source: Source, lines: Sequence[Line], style: str) -> ParagraphText:
    lead, groups = _group(lines, style)
    items = tuple(_read_item(source, group) for group in groups)
    words = [cut(source.text, line.span) for line in lines]
    left_out = any(_LEFT_OUT.fullmatch(cut(source.text, line.text).strip()) for line in lines)
    digest = None if left_out else hash_text("".join(words))
    fact = Paragraph(None if left_out and not items else len(items), digest)
    span = Span(lines[0].span.start, lines[-1].span.end)
    return ParagraphText(
        "\n".join(cut(source.text, line.span) for line in lead), "\n".join(words), span, items, fact
    )


def _group(lines: Sequence[Line], style: str) -> tuple[list[Line], list[_Group]]:
    """The lines before the first marker of `style`, then a group for each such marker."""
    marks = [i for i, line in enumerate(lines) if line.kind is Kind.ITEM and line.unit == style]
    ends = [*marks[1:], len(lines)]
    groups = (
        [_Group(lines[i], tuple(lines[i + 1 : end])) for i, end in zip(marks, ends, strict=True)]
        if marks
        else []
    )
    return list(lines[: marks[0]] if marks else lines), groups


def _read_item(source: Source, group: _Group) -> ItemText:
    style = next((line.unit for line in group.rest if line.kind is Kind.ITEM), "")
    _, below = _group(group.rest, style)
    words = "\n".join(cut(source.text, line.span) for line in (group.head, *group.rest))
    return ItemText(
        int(group.head.number), words, group.span, tuple(_read_item(source, sub) for sub in below)
    )


def hash_text(text: str) -> str:
    """The sha256 (hex) that stands for a 款: of its UTF-8 text, NFKC, all white space removed.

    `text` is the 款 without the label of its article; its 项 follow in order with their markers.
    """
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
    return hashlib.sha256(plain.encode()).hexdigest()
