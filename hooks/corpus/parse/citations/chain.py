"""A chain of references without its regulation: 第十条第一款、第三款至第五款 and the like.

The grammar, in the words of the field (`[ ]` may be left out, `( )*` repeats, `|` chooses)::

    chain    = head ( [的] ( unit | bracket ) | join ( unit | bracket ) )*
    head     = unit | bracket | pointer
    unit     = 第 numbers level [ 之 numeral ]        第九十七条  第一、二项  第三至五条  第八十八条之一
    bracket  = （numeral） ( join （numeral） )* 项     （一）项  （一）、（三）项
    pointer  = 前[N]款 | 前[N]条 | 前[N]项 | 本条 | 本款 | 本项 | 本章 | 本节 | 本编 | 同条 | 同款 | 该条 | 该款
    numbers  = number ( join [第] number )*           one level for several numbers
    number   = numeral | （numeral） | placeholder     a placeholder (第××条) is malformed
    join     = 、 | 和 | 及 | 与 | 或 | 或者 | 以及 | range
    range    = 至 | 到 | - | — | – | － | ～ | ~
    level    = 编 | 章 | 节 | 部分 | 条 | 款 | 项 | 目

A later reference of a list keeps what the one before it said above its own level:
第三条第二款、第三款 names 第三条第二款 and 第三条第三款, while 、第五条 begins anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.model import Pinpoint, RangeEnd
from corpus.text.numerals import parse_numeral
from corpus.text.source import Span

_NUMERAL = r"[0-9０-９零〇一二两三四五六七八九十百千]{1,9}"
_PLACEHOLDER = r"[×xXＸｘ＊*○□_＿某]{1,4}"
_NUMBER = rf"(?:{_NUMERAL}|[（(]\s?{_NUMERAL}\s?[）)]|{_PLACEHOLDER})"
_RANGE = r"(?:至|到|[-—–－～~]{1,2})"
_JOIN = rf"(?:、|和|及|与|或者?|以及|{_RANGE})"
# 本条例 is not 本条 + 例; 章程, 款项, 项目 and 条件 likewise are words of their own.
_LEVEL = r"(?:编|章(?!程)|节|部分|条(?!例|约|件)|款(?!项|物)|项(?!目)|目(?!录|标|的))"
_UNIT = rf"第\s?{_NUMBER}(?:{_JOIN}第?{_NUMBER}){{0,40}}\s?{_LEVEL}(?:之{_NUMERAL})?"
_BRACKET = rf"[（(]{_NUMERAL}[）)](?:{_JOIN}[（(]{_NUMERAL}[）)]){{0,40}}项(?!目)"
# What may follow a pointer whose words are also ordinary ones (该条, 本项, 本节).
_FOLLOW = r"(?=规定|所列|所称|第|的|，|。|；|、)"
_POINTER = (
    r"(?<![之此目先从年日])前[二两三四五六七八九十]?(?:款(?!项|物)|条(?!例|件|款)|项(?!目))"
    rf"|[本同]条(?!例|约|件|款)|[本同]款(?!项)|(?:该[条款]|本项|本[章节编]){_FOLLOW}"
)
CHAIN = rf"(?:{_UNIT}|{_BRACKET}|{_POINTER})(?:的?(?:{_UNIT}|{_BRACKET})|{_JOIN}(?:{_UNIT}|{_BRACKET}))*"
"""A pattern for the whole of a chain."""

_PIECE = re.compile(
    rf"(?P<unit>第\s?(?P<numbers>{_NUMBER}(?:{_JOIN}第?{_NUMBER}){{0,40}})\s?(?P<level>{_LEVEL})(?:之(?P<sub>{_NUMERAL}))?)"
    rf"|(?P<bracket>(?P<items>[（(]{_NUMERAL}[）)](?:{_JOIN}[（(]{_NUMERAL}[）)]){{0,40}})项)|(?P<pointer>{_POINTER})"
)
_VALUE = re.compile(rf"(?P<join>{_JOIN})?第?(?P<number>{_NUMBER})")
_RANGE_WORD = re.compile(_RANGE)
_FIELDS = {"编": "part", "章": "chapter", "节": "section", "部分": "section"}
_FIELDS |= {"条": "article", "款": "paragraph", "项": "item", "目": "subitem"}
_ORDER = ("part", "chapter", "section", "article", "paragraph", "item", "subitem")


@dataclass(frozen=True, slots=True)
class Chain:
    """What a chain says: `pointer` is its relative head (前款), `refs` and their spans stand in
    the order of the text, `malformed` is the first thing in it that no provision can be."""

    refs: tuple[Pinpoint, ...]
    spans: tuple[Span, ...]
    pointer: str | None = None
    malformed: str | None = None


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
    builder = _Builder()
    for value in _values(text, start, end):
        if value.field == "pointer":
            builder.pointer = value.number
        else:
            builder.add(value)
    return Chain(tuple(builder.refs), tuple(builder.spans), builder.pointer, builder.malformed)


def _values(text: str, start: int, end: int) -> Iterator[_Value]:
    at = start
    while at < end and (piece := _PIECE.search(text, at)) and piece.start() < end:
        join, at = text[at : piece.start()], piece.end()
        if piece["pointer"]:
            yield _Value("pointer", piece[0], "", join, Span(*piece.span()))
            continue
        group = "numbers" if piece["unit"] else "items"
        name = _FIELDS[piece["level"]] if piece["unit"] else "item"
        found = list(_VALUE.finditer(text, *piece.span(group)))
        for i, value in enumerate(found):
            last = i == len(found) - 1
            span = Span(value.start("number") if i else piece.start(), at if last else value.end())
            sub = (piece["sub"] or "") if last else ""
            yield _Value(name, value["number"], sub, value["join"] if i else join, span)


@dataclass
class _Builder:
    """Assembles references from values in the order of the text."""

    pointer: str | None = None
    malformed: str | None = None
    refs: list[Pinpoint] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    depth: int = -1

    def add(self, value: _Value) -> None:
        depth = _ORDER.index(value.field)
        number = self._number(value)
        if self.refs and _RANGE_WORD.fullmatch(value.join) and depth <= self.depth:
            self._end_range(value, number)
        elif self.refs and value.join in ("", "的") and depth > self.depth:
            self._extend(value, number)
        else:
            kept = {f: getattr(self.refs[-1], f) for f in _ORDER[:depth]} if self.refs else {}
            self._restart_after_range(kept)
            self.refs.append(Pinpoint(**kept | {value.field: number}))
            self.spans.append(value.span)
        self.depth = depth

    def _extend(self, value: _Value, number: int | str | None) -> None:
        last = self.refs[-1]
        if last.range_end is None:
            self.refs[-1] = replace(last, **{value.field: number})
        else:  # 第三条至第五条第二款: the 款 belongs to the end of the range
            self.refs[-1] = replace(last, range_end=replace(last.range_end, **{value.field: number}))
        self.spans[-1] = Span(self.spans[-1].start, value.span.end)

    def _end_range(self, value: _Value, number: int | str | None) -> None:
        last = self.refs[-1]
        if value.field in ("article", "paragraph", "item"):
            end = RangeEnd(**{f: getattr(last, f) for f in ("article", "paragraph", "item")[: _ORDER.index(value.field) - 3]})
            self.refs[-1] = replace(last, range_end=replace(end, **{value.field: number}))
            self.spans[-1] = Span(self.spans[-1].start, value.span.end)
        else:  # 第三章至第六章: a division has no range of its own, so each is named
            first = getattr(last, value.field)
            if isinstance(first, int) and isinstance(number, int) and first < number:
                self.refs += [replace(last, **{value.field: n}) for n in range(first + 1, number + 1)]
                self.spans += [value.span] * (number - first)
            else:
                self.malformed = self.malformed or "reversed"

    def _restart_after_range(self, kept: dict[str, int | str | None]) -> None:
        """After 第三条至第五条、第二款 the 款 belongs to the last article of the range."""
        if self.refs and (end := self.refs[-1].range_end):
            kept |= {f: getattr(end, f) for f in kept if f in ("article", "paragraph", "item") and getattr(end, f)}

    def _number(self, value: _Value) -> int | str | None:
        try:
            number = parse_numeral(value.number.strip("（）() "))
            sub = f"-{parse_numeral(value.sub)}" if value.sub else ""
        except ValueError:
            self.malformed = self.malformed or value.number
            return None
        return f"{number}{sub}" if value.field == "article" else number
