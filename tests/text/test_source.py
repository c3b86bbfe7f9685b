"""Places in a text: what people call line and column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text.source import Position, Source, Span

TEXT = "甲乙\n\n😀丙\U00020000丁\n末"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [
        (0, 1, 1),
        (1, 1, 2),
        (2, 1, 3),  # the line break belongs to the line that it ends
        (3, 2, 1),  # an empty line
        (4, 3, 1),
        (5, 3, 2),  # an emoji is one character
        (7, 3, 4),  # so is a rare Han character
        (9, 4, 1),
        (10, 4, 2),  # the end of the file
    ],
)
def test_position(offset: int, line: int, column: int) -> None:
    assert Source("a.md", TEXT).position(offset) == Position(line, column)


@pytest.mark.parametrize(("text", "line"), [("", 1), ("甲", 1), ("甲\n", 2), ("\n\n\n", 4)])
def test_the_end_of_the_file_has_a_position(text: str, line: int) -> None:
    assert Source("a.md", text).position(len(text)).line == line


def test_only_line_feeds_break_lines() -> None:
    assert Source("a.md", "甲\u2028乙\x0b丙\u0085丁").position(6) == Position(1, 7)


@pytest.mark.parametrize(("line", "text"), [(1, "甲乙"), (2, ""), (3, "😀丙\U00020000丁"), (4, "末")])
def test_line_span(line: int, text: str) -> None:
    span = Source("a.md", TEXT).line_span(line)
    assert TEXT[span.start : span.end] == text


@given(st.text(alphabet="甲\n😀a"), st.data())
@settings(deadline=None)
def test_position_is_the_inverse_of_lines(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    at = Source("a.md", text).position(offset)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: at.line - 1]) + at.column - 1 == offset


def test_a_span_moves_as_one() -> None:
    assert Span(2, 5).shifted(10) == Span(12, 15)
