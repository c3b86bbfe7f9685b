"""From a chain of references (see `grammar`) to pinpoints.

A later reference of a list keeps what the one before it said above its own level:
第三条第二款、第三款 names 第三条第二款 and 第三条第三款, while 、第五条 begins anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from corpus.model import Pinpoint, RangeEnd
from corpus.parse.citations.grammar import NUMBER, PIECE, PLAIN, RANGE, SUB
from corpus.text.numerals import parse_numeral
from corpus.text.source import Span

_FIELDS = {"编": "part", "章": "chapter", "节": "section", "部分": "section"}
_FIELDS |= {"条": "article", "款": "paragraph", "项": "item", "目": "subitem"}
_ORDER = ("part", "chapter", "section", "article", "paragraph", "item", "subitem")
_ARTICLE = _ORDER.index("article")
_IN_RANGE = ("article", "paragraph", "item")
_NOTHING = Pinpoint()
_numeral = lru_cache(maxsize=1024)(parse_numeral)
_LONGEST = 40
"""Divisions that a range may name: 第一章至第六章 stands for each of its chapters."""


@dataclass(frozen=True, slots=True)
class Chain:
    """What a chain says.

    `pointer` is its relative head (前款), `refs` and their spans stand in the order of the text
    (a division inside a range has an empty span), `malformed` is the first thing in it that no
    provision can be.
    """

    refs: tuple[Pinpoint, ...]
    spans: tuple[Span, ...]
    pointer: str | None = None
    malformed: str | None = None
    bracketed: bool = False
    """Whether it begins with （一）: that is never an ordinal."""
    level: str = ""
    """The level of its last number or pointer."""


@dataclass(frozen=True, slots=True)
class _Value:
    """One number at one level, how it joins what stands before it, and where it stands."""

    field: str
    number: str
    sub: str
    join: str
    span: Span


def parse_chain(text: str, start: int, end: int) -> Chain:
    """Read the chain that `CHAIN` matches from `start` to `end` of `text`.

    The whole text is needed, since what follows a word decides whether it is a pointer.
    """
    said = text[start:end]
    if not said.startswith(("第", "（", "(")):
        return _read(text, start, end)
    chain = _read_alone(said)
    spans = tuple([Span(span.start + start, span.end + start) for span in chain.spans])
    return Chain(chain.refs, spans, None, chain.malformed, chain.bracketed, chain.level)


@lru_cache(maxsize=4096)
def _read_alone(said: str) -> Chain:
    """A chain without a pointer, which nothing around it changes: prose says the same ones again and again."""
    return _read(said, 0, len(said))


def _read(text: str, start: int, end: int) -> Chain:
    builder = _Builder()
    for value in _values(text, start, end):
        if value.field == "pointer":
            builder.pointer, builder.level = value.number, _FIELDS[value.number[-1]]
        else:
            builder.add(value)
    kept = [(ref, span) for ref, span in builder.found() if ref != _NOTHING]
    refs, spans = tuple(ref for ref, _ in kept), tuple(span for _, span in kept)
    bracketed = text[start : start + 3].lstrip("第 ").startswith(("（", "("))
    return Chain(refs, spans, builder.pointer, builder.malformed, bracketed, builder.level)


def _values(text: str, start: int, end: int) -> Iterator[_Value]:
    at = start
    while at < end and (piece := PIECE.search(text, at)) and piece.start() < end:
        join, at = text[at : piece.start()].strip(), piece.end()
        span = Span(*piece.span())
        if piece["pointer"]:
            yield _Value("pointer", piece[0], "", join, span)
        elif piece["last"]:
            yield _Value(_FIELDS[piece["last_level"]], piece["last"], "", join, span)
        else:
            name = _FIELDS[piece["level"]] if piece["numbers"] else "item"
            yield from _listed(text, piece, name, join)


def _listed(text: str, piece: Any, name: str, join: str) -> Iterator[_Value]:
    """The numbers that share a level: 第一、二项; the 之 that share an article: 第八条之一、之二."""
    if piece["numbers"] and not piece["subs"] and PLAIN.fullmatch(piece["numbers"]):
        yield _Value(name, piece["numbers"], "", join, Span(*piece.span()))
        return
    found = list(NUMBER.finditer(text, *piece.span("numbers" if piece["numbers"] else "items")))
    subs = list(SUB.finditer(text, *piece.span("subs"))) if piece["subs"] else []
    starts = [
        piece.start(),
        *(match.start("number") for match in found[1:]),
        *(s.start("number") - 1 for s in subs[1:]),
    ]
    ends = [*(match.end() for match in found[:-1]), *(sub.end() for sub in subs[:-1]), piece.end()]
    spans = [Span(*span) for span in zip(starts, ends, strict=True)]
    for i, match in enumerate(found):
        sub = subs[0]["number"] if subs and match is found[-1] else ""
        yield _Value(name, match["number"], sub, match["join"] or "" if i else join, spans[i])
    for sub, span in zip(subs[1:], spans[len(found) :], strict=True):
        yield _Value(name, found[-1]["number"], sub["number"], sub["join"], span)


@dataclass
class _Builder:
    """Assembles references from values in the order of the text."""

    pointer: str | None = None
    malformed: str | None = None
    refs: list[dict[str, Any]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    depth: int = -1
    level: str = ""

    def found(self) -> Iterator[tuple[Pinpoint, Span]]:
        """The references with their spans."""
        for ref, span in zip(self.refs, self.spans, strict=True):
            end = {level: number for level, number in ref.get("range_end", {}).items() if level in _IN_RANGE}
            yield Pinpoint(**ref | {"range_end": RangeEnd(**end) if end else None}), span

    def add(self, value: _Value) -> None:
        """Take the next value."""
        depth, number = _ORDER.index(value.field), self._number(value)
        if self.refs and RANGE.fullmatch(value.join) and depth <= self.depth:
            self._end_range(value, number)
        elif self.refs and not value.join and depth > self.depth:
            # 第三条至第五条第二款: the 款 belongs to the end of the range
            self.refs[-1].get("range_end", self.refs[-1])[value.field] = number
            self.spans[-1] = Span(self.spans[-1].start, value.span.end)
        else:
            self.refs.append(self._above(depth) | {value.field: number})
            self.spans.append(value.span)
        self.depth, self.level = depth, value.field

    def _above(self, depth: int) -> dict[str, Any]:
        """What a further reference keeps of the one before it.

        After 第三条至第五条、第二款 that is the last article of the range; an article that is
        listed after a chapter (第八章和第九十条) does not stand in it.
        """
        if not self.refs or (depth == _ARTICLE and self.depth < _ARTICLE):
            return {}
        last = self.refs[-1] | self.refs[-1].get("range_end", {})
        return {level: last[level] for level in _ORDER[:depth] if level in last}

    def _end_range(self, value: _Value, number: int | str | None) -> None:
        if number is None:
            return
        if value.field in _IN_RANGE:
            last = self.refs[-1]
            above = _IN_RANGE[: _IN_RANGE.index(value.field)]
            last["range_end"] = {level: last[level] for level in above if level in last} | {
                value.field: number
            }
            self.spans[-1] = Span(self.spans[-1].start, value.span.end)
        else:
            self._expand(value, number)

    def _expand(self, value: _Value, number: int | str) -> None:
        """第三章至第六章: a division has no range of its own, so each is named."""
        last = self.refs[-1]
        first = last.get(value.field)
        if not isinstance(first, int) or not isinstance(number, int) or number <= first:
            self.malformed = self.malformed or "reversed"
            return
        between = range(first + 1, number) if number - first <= _LONGEST else ()
        empty = Span(value.span.start, value.span.start)
        self.refs += [last | {value.field: n} for n in (*between, number)]
        self.spans += [*[empty] * len(between), value.span]

    def _number(self, value: _Value) -> int | str | None:
        """The number; None, and malformed, for one that no provision has."""
        try:
            number = _numeral(value.number.strip("（）() \u00a0"))
            sub = _numeral(value.sub) if value.sub else None
        except ValueError:
            number, sub = 0, None
        if not 0 < number <= 9999 or sub == 0:
            self.malformed = self.malformed or value.number
            return None
        if value.field != "article":
            return number
        return f"{number}-{sub}" if sub else f"{number}"
