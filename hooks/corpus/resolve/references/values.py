"""What a citation came to: a reference, or the fault that keeps it from being one."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Citation, Edition, Pinpoint, Regulation
from corpus.resolve.addresses import Address
from corpus.text.front_matter import Path
from corpus.text.source import Span

VERDICTS = ("ok", "not-found", "ambiguous", "malformed", "unchecked")


@dataclass(frozen=True)
class Fault:
    """Why a citation is not ok: `kind` is the code of the check that reports it."""

    kind: str
    found: str
    reason: str = ""
    nearest: str | None = None
    ref: int = 0
    """Which of the citation's pinpoints."""


@dataclass(frozen=True)
class Reference:
    """A citation resolved; its spans are offsets of the file. `pinpoints` state what the text
    left out (the article of 同条第二款), `targets` has an address a pinpoint.
    """

    citation: Citation
    key: Path | None
    verdict: str
    regulation: Regulation | None = None
    edition: Edition | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    targets: tuple[Address, ...] = ()
    fault: Fault | None = None
    candidates: tuple[Regulation, ...] = ()
    unknown: str | None = None
    """The title that is meant, where the corpus does not know it."""
    standing_in: str | None = None
    """The article of the page's own regulation in whose text the citation stands."""

    @property
    def span(self) -> Span:
        """Where the citation stands in the file."""
        return self.citation.span
