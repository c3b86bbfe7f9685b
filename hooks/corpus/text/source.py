"""A text that remembers where it came from."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open range of character offsets: `start` is in, `end` is out."""

    start: int
    end: int

    def shifted(self, by: int) -> Span:
        """The same range in a text that begins `by` characters earlier."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, order=True, slots=True)
class Position:
    """A place for people: line and column, both from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of one file; `path` is as a person would type it, with forward slashes."""

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts.extend(i + 1 for i, char in enumerate(self.text) if char == "\n")
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of a character offset (`len(text)` is the end of the file)."""
        line = bisect.bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The characters of a line (from 1), without its line break."""
        start = self._line_starts[line - 1]
        end = self.text.find("\n", start)
        return Span(start, len(self.text) if end < 0 else end)
