"""The text as the parser looks at it: one form for each sign, every character at its place."""

from __future__ import annotations

import unicodedata

from corpus.text.source import Span

INVISIBLE = "\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without a picture that copies from the web carry: as good as a space."""


def legible(text: str) -> str:
    """`text` with one form for each sign: full-width to half-width, invisible to blank.

    A sign changes only where its NFKC form is one character: lengths and offsets stay.
    """
    return text.translate({ord(sign): plain for sign in set(text) if (plain := _plain(sign)) != sign})


def _plain(sign: str) -> str:
    if sign in INVISIBLE:
        return " "
    if "①" <= sign <= "⓿":  # the marker of a 目, not a digit
        return sign
    plain = unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign


def trim(view: str, start: int, end: int) -> Span:
    """`start` to `end` without the blanks at both ends."""
    while start < end and view[start].isspace():
        start += 1
    while start < end and view[end - 1].isspace():
        end -= 1
    return Span(start, end)


def ends(span: Span) -> tuple[int, int]:
    """The two offsets of a span, as the methods of a pattern take them."""
    return span.start, span.end


def cut(text: str, span: Span) -> str:
    """The words of `text` at `span`."""
    return text[span.start : span.end]
