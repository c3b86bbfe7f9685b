"""Numbers that put lines and clauses in order: 第一条 一、 （一） 1. （1） ① at the head of a line, 一是 …，二是 … within one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.text.numerals import format_numeral, parse_numeral
from corpus.text.source import Span

_FIRST_MISSING = 2
"""A list that begins so lacks its first point; one that begins later is an extract."""
_HAN = "[一二三四五六七八九十]{1,3}"
_LINE = re.compile(
    rf"""^[ \t　>#*-]*(?:
      (?P<han>{_HAN})、
    | （(?P<han_bracket>{_HAN})）
    | (?P<digit>\d{{1,2}})(?:[.．](?!\d)|、)
    | （(?P<digit_bracket>\d{{1,2}})）
    | (?P<circle>[①-⑳])
    | (?P<point>{_HAN})[是要](?![非否])
    | 第(?P<article>[一二三四五六七八九十百零]{{1,6}})条[ 　]
    )""",
    re.VERBOSE | re.MULTILINE,
)
_CLAUSE = re.compile(
    rf"(?:^|(?<=[，。；：、！？”）\s]))(?:第(?P<th>{_HAN})[，、是](?!款|项|条)|(?P<is>{_HAN})(?P<verb>是|要|看|抓|查|靠|在于)|其(?P<its>[一二三四五六]))"
)
_COUNT = re.compile(
    rf"(?<![第零十百一二三四五六七八九\d])(?P<number>[两{_HAN[1:-6]}]{{1,2}}|\d{{1,2}})(?:个?(?:方面|问题|环节|步骤|阶段|要求|任务|原则|重点|关口|不足|教训|体会|特点|原因|建议|意见)|点|条|项|件事|句话|道关)[^。；：\n]{{0,12}}[：:。]?$"
)


@dataclass(frozen=True)
class Fault:
    """A number out of order: where, as written, and what it should be."""

    span: Span
    text: str
    right: str


@dataclass(frozen=True)
class Miscount:
    """A number of points announced, and how many follow."""

    span: Span
    text: str
    announced: int
    counted: int


@dataclass(frozen=True)
class _Marker:
    kind: str
    number: int
    span: Span


def find_faults(text: str) -> Iterator[Fault]:
    """The numbers of `text` that skip, repeat or go back among their siblings."""
    markers = list(_line_markers(text))
    articles = [marker.number for marker in markers if marker.kind == "article"]
    if articles and articles[0] != 1:  # an extract of a regulation, not rules of the text's own
        markers = [marker for marker in markers if marker.kind != "article"]
    yield from _out_of_order(text, markers)
    at = 0
    for line in text.split("\n"):
        for series in _series(line):
            for before, marker in pairwise(series):
                if marker.number not in (before.number + 1, 1):
                    yield _fault(line, marker, before.number + 1, at)
        at += len(line) + 1


def find_miscounts(text: str) -> Iterator[Miscount]:
    """The announcements of 三个方面 and the like that another number of points follows."""
    markers, at = list(_line_markers(text)), 0
    starts = [marker.span.start for marker in markers]
    for line in text.split("\n"):
        for series in _series(line):
            yield from _compare(line, line[: series[0].span.start].rstrip("，。；：:、第其"), len(series), at)
        below = bisect_right(starts, at + len(line))
        first = markers[below] if below < len(markers) else None
        between = text[at + len(line) : first.span.start] if first and first.number == 1 else line
        if first and not between.strip(" \t\n　>#*-（"):
            siblings = _siblings(markers[below:])
            if siblings > 1:
                yield from _compare(line, line.rstrip(), siblings, at)
        at += len(line) + 1


def _compare(line: str, introduction: str, counted: int, at: int) -> Iterator[Miscount]:
    found = _COUNT.search(introduction)
    if found is None or not line.startswith(introduction):
        return
    announced = _number(found["number"])
    if announced > 1 and announced != counted:
        yield Miscount(Span(*found.span()).shifted(at), found[0], announced, counted)


def _siblings(markers: list[_Marker]) -> int:
    """How many of the markers go on from the first, which is number 1, at its level; 0 where they are
    out of order, which is another fault.
    """
    count = 0
    for marker in markers:
        if marker.kind == markers[0].kind:
            if marker.number == 1 and count:
                break
            if marker.number != count + 1:
                return 0
            count += 1
    return count


def _line_markers(text: str) -> Iterator[_Marker]:
    for match in _LINE.finditer(text):
        kind = match.lastgroup or ""
        number = ord(match[kind]) - ord("①") + 1 if kind == "circle" else _number(match[kind])
        if number:
            yield _Marker(kind, number, Span(*match.span(kind)))


def _number(written: str) -> int:
    """The number that is written; 0 where it is none."""
    try:
        return 2 if written == "两" else parse_numeral(written)
    except ValueError:
        return 0


def _out_of_order(text: str, markers: list[_Marker]) -> Iterator[Fault]:
    """A level begins where its kind is first seen; what is below it begins anew with each of its numbers."""
    levels: list[_Marker] = []
    last: dict[str, int] = {}
    for place, marker in enumerate(markers):
        open_ = next((i for i, level in enumerate(levels) if level.kind == marker.kind), None)
        expected = levels[open_].number + 1 if open_ is not None else 1
        in_order = marker.number in (expected, 1, last.get(marker.kind, -1) + 1)
        number = marker.number
        if not in_order and (open_ is not None or (levels and number == _FIRST_MISSING)):
            yield _fault(text, marker, expected, 0)
            after = next((other.number for other in markers[place + 1 :] if other.kind == marker.kind), 0)
            number = expected if after == expected + 1 else number
        del levels[len(levels) if open_ is None else open_ :]
        levels.append(replace(marker, number=number))
        last[marker.kind] = number


def _series(line: str) -> Iterator[list[_Marker]]:
    """The runs of 一是 …，二是 … in one paragraph, of two or more."""
    runs: dict[str, list[_Marker]] = {}
    for match in _CLAUSE.finditer(line):
        group = "th" if match["th"] else "is" if match["is"] else "its"
        kind = group + (match["verb"] or "")
        marker = _Marker(kind, _number(match[group]), Span(*match.span(group)))
        if marker.number == 1:
            if len(runs.get(kind, ())) > 1:
                yield runs[kind]
            runs[kind] = [marker]
        elif kind in runs:
            runs[kind].append(marker)
    yield from (run for run in runs.values() if len(run) > 1)


def _fault(text: str, marker: _Marker, right: int, at: int) -> Fault:
    written = text[marker.span.start : marker.span.end]
    as_written = (
        str(right)
        if written.isdecimal()
        else chr(ord("①") + right - 1)
        if marker.kind == "circle"
        else format_numeral(right)
    )
    return Fault(marker.span.shifted(at), written, as_written)
