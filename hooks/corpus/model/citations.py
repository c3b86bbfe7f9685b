"""What prose says when it names a provision, before anyone knows whether it exists."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.text.source import Span


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """The last provision of a range, inclusive."""

    article: str | None = None
    paragraph: int | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The 编章节条款项目 part of a citation; None where the text states nothing."""

    part: int | None = None
    chapter: int | None = None
    section: int | None = None
    article: str | None = None
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None
    range_end: RangeEnd | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of prose that names a regulation, a provision, or both.

    `title` is the name as written without its marks, None where it is inherited; `mark` is the
    edition as written ("2018", 修订前); `own` is a word that points back (本条例, 该规定, 前款), `alias` a name declared for the rest of the file;
    `malformed` says what cannot be a citation; a `loose` one (第一条是…) is a
    citation only where a regulation is at hand, else it counts things.
    """

    span: Span
    text: str
    title: str | None = None
    title_span: Span | None = None
    mark: str | None = None
    own: str | None = None
    alias: str | None = None
    refs: tuple[Pinpoint, ...] = ()
    ref_spans: tuple[Span, ...] = ()
    malformed: str | None = None
    loose: bool = False
