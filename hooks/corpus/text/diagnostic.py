"""One finding: what is wrong, where, and the nearest right answer."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from corpus.text.source import Position, Source, Span


@dataclass(frozen=True, order=True, slots=True)
class Diagnostic:
    """A finding at a place; ends are exclusive, columns count characters from 1.

    `text` is what was found there, `hint` names the nearest candidate for a person, and
    `suggestion` is what may stand in place of `text` ("" where nothing certain can be said).
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    text: str
    message: str
    hint: str = ""
    suggestion: str = ""

    def __str__(self) -> str:
        hint = f"。{self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.code}: {self.message}{hint}"

    def as_dict(self) -> dict[str, str | int]:
        """The fields by name, as the JSON output prints them."""
        return asdict(self)


def diagnose(
    source: Source, span: Span, code: str, message: str, *, hint: str = "", suggestion: str = ""
) -> Diagnostic:
    """A finding at `span` of `source`."""
    start, end = source.position(span.start), source.position(span.end)
    text = source.text[span.start : span.end]
    return Diagnostic(
        source.path, start.line, start.column, end.line, end.column, code, text, message, hint, suggestion
    )


def diagnose_file(
    path: str, code: str, message: str, *, at: Position = Position(1, 1), hint: str = ""
) -> Diagnostic:
    """A finding about a file whose text could not be had, at `at`."""
    return Diagnostic(path, at.line, at.column, at.line, at.column, code, "", message, hint)
