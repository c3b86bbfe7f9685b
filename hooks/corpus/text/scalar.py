"""A value of a YAML head and where each of its characters stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.text.source import Span

_BREAK = "[\n\x85\u2028\u2029]"
_FOLD = rf"[ ]*{_BREAK}[ ]*(?:{_BREAK}[ ]*)*"
_ESCAPE = rf"\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|{_BREAK}[ ]*|.)"
_PIECES = {
    "": re.compile(rf"(?P<fold>{_FOLD})|[ ]+|."),
    "'": re.compile(rf"(?P<fold>{_FOLD})|[ ]+|''|."),
    '"': re.compile(rf"{_ESCAPE}|(?P<fold>{_FOLD})|[ ]+|."),
}
"""What stands for one character, by the quotation mark; a fold stands for a space or line breaks."""
_WIDE = re.compile(
    "[\u2018\u2019\u201c\u201d\u2026\u2014\u00b7\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value and, for each of its characters, the offset in the file."""

    value: str
    span: Span
    offsets: tuple[int, ...]

    def span_of(self, start: int, end: int) -> Span:
        """Where characters `start` to `end` of the value stand in the file."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1) if start < end else self.span


def locate(value: str, style: str | None, text: str, span: Span) -> Scalar:
    """Pair each character of a value with its place in `text`, where the scalar stands at `span`.

    A fold between wide characters, which YAML reads as a space, leaves nothing: Chinese has no
    spaces to break a line at.
    """
    raw = text[span.start : span.end]
    places = _block_places(value, raw) if style in ("|", ">") else _flow_places(value, raw, style or "")
    kept: list[str] = []
    offsets: list[int] = []
    for i, (char, (at, fold)) in enumerate(zip(value, places, strict=True)):
        if char == " " and fold and _WIDE.match(value[i - 1 : i]) and _WIDE.match(value[i + 1 : i + 2]):
            continue
        kept.append(char)
        offsets.append(span.start + at)
    return Scalar("".join(kept), span, tuple(offsets))


def _flow_places(value: str, raw: str, style: str) -> Iterator[tuple[int, bool]]:
    """For each character of a plain or quoted value its offset in `raw` and whether it is a fold."""
    left, at = len(value), _bare(raw) + len(style)
    while left and (piece := _PIECES[style].match(raw, at)):
        fold = piece["fold"] is not None
        for i in range(min(_count(piece), left)):
            yield piece.start() + (0 if fold else i), fold
            left -= 1
        at = piece.end()
    yield from [(max(0, len(raw) - 1), False)] * left


def _count(piece: re.Match[str]) -> int:
    """How many characters of the value a piece stands for."""
    if piece["fold"] is not None:
        return max(1, len(re.findall(_BREAK, piece[0])) - 1)
    if piece[0].startswith("\\") and piece.re is _PIECES['"']:
        return 0 if re.match(_BREAK, piece[0][1:]) else 1
    return len(piece[0]) if piece[0].startswith(" ") else 1


def _bare(raw: str) -> int:
    """Where a scalar begins after its tag and anchor."""
    lead = re.match(r"(?:[!&]\S*\s+)*", raw)
    return lead.end() if lead else 0


def _block_places(value: str, raw: str) -> Iterator[tuple[int, bool]]:
    """The same for a block (`|` or `>`): all but white space stands in `raw` as it does in the value."""
    at = raw.find("\n") + 1
    for char in value:
        found = at if char in " \n" else raw.find(char, at)
        found = min(found if found >= 0 else at, len(raw) - 1)
        fold = char == " " and raw[found] == "\n"
        yield found, fold
        at = found + 1
