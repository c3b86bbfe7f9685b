"""An official text as lines: what each line is, told by how it begins.

Two headings that a careless copy put on one line come out as two lines, where the break is certain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from corpus.parse.official_text.view import ends, trim
from corpus.text.numerals import parse_numeral
from corpus.text.source import Span

LONGEST_TITLE = 40
LONGEST_LINE = 2000
"""Of headings run together, as in a table of contents on one line; both in characters."""


class Kind(Enum):
    """What a line is."""

    DIVISION = "编、章、节、部分的标题"
    ARTICLE = "第N条"
    MARK = "一、"
    ITEM = "项、目"
    TEXT = "文字"


@dataclass(frozen=True, slots=True)
class Line:
    """A line, without the blanks at its ends.

    `span` is all of it (of an article: the label alone; its words are the next line), `text` what
    follows the marker. `unit` is 编, 章, 节 or 部分, or the style of an item's marker. `number` is
    "97", "388-1", or "" where it cannot be read.
    """

    kind: Kind
    span: Span
    text: Span
    unit: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """The lines of a text; `doubtful` are places that may be an article glued to the line before."""

    lines: tuple[Line, ...]
    doubtful: tuple[Span, ...]


_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_HAN = "[零〇一二两三四五六七八九十百千]"
_DIGIT = f"(?:{_HAN}|[0-9])"
_N = rf"{_DIGIT}(?: *{_DIGIT})*+"
# A label that goes on like this at the start of a line is a citation: 第三条、第五条规定的……
_CITES = (
    rf" *(?:[、,~—–-]|(?:以?及|或者?|[和与至到])(?:本|第|《)|第 *{_N} *[款项目条]|所?中?规定|所列|所称|的)"
)
_ARTICLE = re.compile(rf"第 *({_N}) *条(?: *之 *({_N}))?+(?!{_CITES}):?+")
_DIVISION = re.compile(rf"第 *({_N}) *([编章节]|部分)(?!{_CITES}) *:?+ *")
_MARK = re.compile(rf"({_HAN}(?: *{_HAN})*+) *、(?! *{_DIGIT}) *")
_ITEM = re.compile(
    r"\( *(?P<han>" + _HAN + r"++) *\) *|\( *(?P<arabic>[0-9]{1,2}) *\) *"
    r"|(?P<dotted>[0-9]{1,2}) *[.、](?!\d) *|(?P<sign>[㈠-㈩⑴-⒇①-⑳⒈-⒛]) *"
)
_SIGNS = (("㈠", "㈩", "han"), ("⑴", "⒇", "arabic"), ("⒈", "⒛", "dotted"), ("①", "⑳", "circled"))
_GLUED = re.compile(rf"(?:(?<=[。!?;])|(?<=[。!?;][”’)])) *(?=第 *{_N} *条)")
_GLUED_TO_HEADING = re.compile(
    rf"(?:第 *{_N} *[编章节] +[^ 。]{{1,{LONGEST_TITLE}}} +){{1,3}}(?=第 *{_N} *条 )"
)
_GLUED_HEADING = re.compile(rf" (?=第 *{_N} *[编章节] )")
_GLUED_ITEM = re.compile(rf"(?<=[:;。]) *(?=\( *{_HAN}++ *\))")


def follows(last: str, number: str) -> bool:
    """Whether `number` may come right after `last` ("" before the first): 388 → 388-1 or 389."""
    main, _, sub = last.partition("-")
    return number in (str(int(main or 0) + 1), f"{main}-{int(sub or 0) + 1}")


def scan_lines(view: str) -> Scan:
    """The lines of a legible text, blank ones left out."""
    lines: list[Line] = []
    doubtful: list[Span] = []
    last = ""
    for match in _LINE.finditer(view):
        span = trim(view, *match.span())
        while span.start < span.end:
            if label := read_article(view, span):
                lines.append(label)
                last = label.number or last
                span = trim(view, label.span.end, span.end)
            cut = _find_glued(view, span, last, doubtful)
            lines.extend(_read_pieces(view, trim(view, span.start, cut)))
            span = trim(view, cut, span.end)
    return Scan(tuple(lines), tuple(doubtful))


def read_article(view: str, span: Span) -> Line | None:
    """The label of an article at the start of `span`; None where a citation stands there, or none."""
    match = _ARTICLE.match(view, span.start, span.end)
    if match is None:
        return None
    main, sub = _number(match[1]), _number(match[2] or "")
    number = f"{main}-{sub}" if match[2] and main and sub else main if not match[2] else ""
    at = Span(*match.span())
    return Line(Kind.ARTICLE, at, Span(at.end, at.end), number=number)


def _number(numeral: str) -> str:
    """The number in digits, "" for what is none and for what no text counts to."""
    try:
        value = parse_numeral(numeral.replace(" ", ""))
    except ValueError:
        return ""
    return str(value) if 0 < value <= 9999 else ""


def _find_glued(view: str, span: Span, last: str, doubtful: list[Span]) -> int:
    """Where in a line the next article begins; the end of the line where none does.

    Only the very next number, after the end of a sentence and before a blank, is an article; the
    same without the blank is noted as doubtful.
    """
    if heading := _GLUED_TO_HEADING.match(view, span.start, span.end):
        return heading.end()
    for match in _GLUED.finditer(view, span.start, span.end):
        label = read_article(view, Span(match.end(), span.end))
        if label is None or not last or not label.number or not follows(last, label.number):
            continue
        if label.span.end < span.end and view[label.span.end] == " ":
            return match.end()
        doubtful.append(label.span)
    return span.end


def _read_pieces(view: str, span: Span) -> Iterator[Line]:
    """The lines that a line without glued articles holds: headings or items run together."""
    while span.start < span.end:
        line = _read_line(view, span)
        cut = span.end
        if line.kind is Kind.DIVISION and (glued := _GLUED_HEADING.search(view, *ends(line.text))):
            cut = glued.end()
        elif line.kind in (Kind.TEXT, Kind.ITEM):
            cut = _find_glued_item(view, line)
        yield line if cut == span.end else _read_line(view, trim(view, span.start, cut))
        span = trim(view, cut, span.end)


def _find_glued_item(view: str, line: Line) -> int:
    """Where in a line the next （N） of its list begins; a list begins after a colon."""
    number = int(line.number) if line.unit == "han" else 0
    for match in _GLUED_ITEM.finditer(view, *ends(line.text)):
        item = _ITEM.match(view, match.end())
        begins = number or view[match.start() - 1] == ":"
        if item and begins and _number(item["han"]) == str(number + 1):
            return match.end()
    return line.span.end


def _read_line(view: str, span: Span) -> Line:
    """What a line is."""
    if (match := _DIVISION.match(view, *ends(span))) and _may_head(
        view[match.end() : min(span.end, match.end() + LONGEST_LINE)]
    ):
        return Line(Kind.DIVISION, span, Span(match.end(), span.end), match[2], _number(match[1]))
    if (match := _MARK.match(view, *ends(span))) and (number := _number(match[1])):
        return Line(Kind.MARK, span, Span(match.end(), span.end), "mark", number)
    if (match := _ITEM.match(view, *ends(span))) and match.lastgroup:
        style, number = _read_marker(match.lastgroup, match[match.lastgroup])
        if number:
            return Line(Kind.ITEM, span, Span(match.end(), span.end), style, number)
    return Line(Kind.TEXT, span, span)


def _may_head(words: str) -> bool:
    """Whether a heading's number may have these words: short and no sentence, or headings run together."""
    short = len(words) <= LONGEST_TITLE or (len(words) < LONGEST_LINE and _GLUED_HEADING.search(words))
    return bool(short) and not re.search("[。;:]", words)


def _read_marker(style: str, sign: str) -> tuple[str, str]:
    """The style and the number of an item's marker."""
    if style == "sign":
        style = next(name for first, last, name in _SIGNS if first <= sign <= last)
        sign = unicodedata.normalize("NFKC", sign).strip("().")
    return style, _number(sign)
