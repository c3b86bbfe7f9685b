"""Which lines are the body of an official text, and what numbers it: 条, or 部分 (一、二、…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.parse.official_text.lines import LONGEST_TITLE, Kind, Line
from corpus.parse.official_text.view import cut, ends, trim
from corpus.text.source import Span

_RANKS = ("编", "章", "节", "部分")
_CONTENTS = re.compile(r"目 *[录次] *:?")
_APPENDIX = re.compile(r"附 *[件录表图]? *[0-9一二三四五六七八九十]* *(?::[^。]{0,40})?")
_NO_TITLE = re.compile(r"[。;:,、!?()]|\d")


@dataclass(frozen=True, slots=True)
class Body:
    """The lines between what comes before the text (`preamble`) and its appendices."""

    numbering: str
    """条 or 部分."""
    preamble: Span
    lines: tuple[Line, ...]


def find_body(view: str, lines: Sequence[Line]) -> Body:
    """The body of a legible text: a table of contents is not the body, an appendix neither."""
    articled = any(line.kind is Kind.ARTICLE for line in lines)
    numbered = tuple(_renumber(view, lines, articled=articled))
    first = next((i for i, line in enumerate(numbered) if _is_heading(line)), len(numbered))
    start = _skip_contents(view, numbered, first)
    preamble = Span(0, numbered[first].span.start if first < len(numbered) else len(view))
    body = _cut_appendices(view, tuple(_join_titles(view, numbered[start:])))
    if articled and not any(line.kind is Kind.DIVISION for line in body):
        body, preamble = _find_untold_headings(view, numbered[:start], body, preamble)
    return Body("条" if articled else "部分", preamble, body)


def _is_heading(line: Line) -> bool:
    return line.kind in (Kind.DIVISION, Kind.ARTICLE)


def _renumber(view: str, lines: Sequence[Line], *, articled: bool) -> Iterator[Line]:
    """The lines with each 一、 read as what it is: in a text of 条 a 项, else the heading of a 部分.

    Where a text spells out 第一部分, that is the heading, and 一、 below it a 项.
    """
    spelt = any(line.kind is Kind.DIVISION and line.unit == "部分" for line in lines)
    for line in lines:
        if line.kind is Kind.DIVISION and line.unit == "部分" and articled:
            yield Line(Kind.TEXT, line.span, line.span)
        elif line.kind is not Kind.MARK:
            yield line
        elif articled or spelt:
            yield replace(line, kind=Kind.ITEM)
        else:
            yield from _split_heading(view, line)


def _split_heading(view: str, line: Line) -> Iterator[Line]:
    """The heading of a 部分; where a whole sentence follows the number, that is its first text."""
    heading = replace(line, kind=Kind.DIVISION, unit="部分")
    if not re.search("[。;:]", cut(view, line.text)):
        yield heading
        return
    mark = trim(view, line.span.start, line.text.start)
    yield replace(heading, span=mark, text=Span(mark.end, mark.end))
    yield Line(Kind.TEXT, line.text, line.text)


def _skip_contents(view: str, lines: Sequence[Line], first: int) -> int:
    """The index at which the body begins, `first` unless a table of contents stands there.

    A table repeats its first heading further down: right after a line 目录, or with nothing but
    headings between.
    """
    if first >= len(lines):
        return first
    named = first > 0 and _CONTENTS.fullmatch(view, *ends(lines[first - 1].span))
    for i in range(first + 1, len(lines)):
        if not named and lines[i].kind is not Kind.DIVISION and not _is_title(view, lines[i]):
            return first
        if (lines[i].kind, lines[i].unit, lines[i].number) == _key(lines[first]):
            return _with_higher(lines, i)
    return first


def _key(line: Line) -> tuple[Kind, str, str]:
    return line.kind, line.unit, line.number


def _with_higher(lines: Sequence[Line], start: int) -> int:
    """`start`, or the heading before it that holds it: a table may leave the 编 out."""
    while (
        lines[start - 1].kind is Kind.DIVISION
        and lines[start].kind is Kind.DIVISION
        and _RANKS.index(lines[start - 1].unit) < _RANKS.index(lines[start].unit)
    ):
        start -= 1
    return start


def _is_title(view: str, line: Line) -> bool:
    """Whether a line may be a heading's words: short, and no sentence."""
    text = cut(view, line.text)
    return line.kind is Kind.TEXT and len(text) <= LONGEST_TITLE and not re.search("[。;:,]", text)


def _join_titles(view: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with a heading's number and its words, where they stand on two lines, made one."""
    taken = False
    for i, line in enumerate(lines):
        if taken:
            taken = False
            continue
        bare = line.kind is Kind.DIVISION and line.text.start >= line.text.end
        if bare and i + 1 < len(lines) and _is_title(view, lines[i + 1]):
            taken = True
            yield replace(line, span=Span(line.span.start, lines[i + 1].span.end), text=lines[i + 1].text)
        else:
            yield line


def _cut_appendices(view: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines before a line 附件 that follows an article or the heading of a 部分."""
    for i, line in enumerate(lines):
        if i and line.kind is Kind.TEXT and _APPENDIX.fullmatch(view, *ends(line.span)):
            return tuple(lines[:i])
    return tuple(lines)


def _find_untold_headings(
    view: str, before: Sequence[Line], body: Sequence[Line], preamble: Span
) -> tuple[tuple[Line, ...], Span]:
    """The body of a text whose articles stand below headings without number: these count as 节.

    Such a heading is a short line without punctuation between the end of a sentence and an
    article. The first one stands where the preamble ends, and is one only if another follows.
    """
    found = [i for i in range(1, len(body) - 1) if _is_untold(view, body[i - 1], body[i], body[i + 1])]
    if not found:
        return tuple(body), preamble
    lines = list(body)
    if len(before) > 1 and _is_untold(view, before[-2], before[-1], body[0]):
        lines.insert(0, before[-1])
        found = [0, *(i + 1 for i in found)]
        preamble = Span(0, before[-1].span.start)
    for number, i in enumerate(found, 1):
        lines[i] = Line(Kind.DIVISION, lines[i].span, lines[i].span, "节", str(number))
    return tuple(lines), preamble


def _is_untold(view: str, before: Line, line: Line, after: Line) -> bool:
    ended = view[before.span.end - 1] in "。!?”)"
    title = _is_title(view, line) and not _NO_TITLE.search(view, *ends(line.span))
    return ended and title and after.kind is Kind.ARTICLE
