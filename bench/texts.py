"""What the contenders read, made the same on every run and without a network.

Chinese is real prose with real citations: our chapter pages and cases, and our digests laid out
like an official text, a label at the head of each article. English is sentences without meaning,
with citations of courts as often in a thousand characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from corpus.model import Corpus
from corpus.resolve.outline import article_label
from corpus.text.source import Source

WORK = ("disciplinary-sanction", "2023")


@dataclass(frozen=True)
class Texts:
    """Files of one language."""

    sources: tuple[Source, ...]

    @property
    def characters(self) -> int:
        """How many characters they hold."""
        return sum(len(source.text) for source in self.sources)

    @property
    def megabytes(self) -> float:
        """How large they are in UTF-8; a megabyte has 1,000,000 bytes."""
        return sum(len(source.text.encode()) for source in self.sources) / 1e6

    def density(self, citations: int) -> float:
        """Citations in a thousand characters."""
        return citations / self.characters * 1000

    def repeated(self, megabytes: float) -> Texts:
        """The same files again and again, until they are so large."""
        taken: list[Source] = []
        size = 0
        for source in cycle(self.sources):
            if size >= megabytes * 1e6:
                break
            taken.append(source)
            size += len(source.text.encode())
        return Texts(tuple(taken))


def chinese(corpus: Corpus) -> Texts:
    """The bodies of chapter pages and cases, and all digests of the regulation as one official text."""
    edition = next(e for r in corpus.regulations for e in r.editions if (r.slug, e.name) == WORK)
    digested = {digest.page for digest in edition.digests}
    pages = [page for page in corpus.pages if page.path in digested or page.kind == "case"]
    lines = [f"{article_label(digest.article)}\u3000{digest.text}" for digest in edition.digests]
    official = Source(f"{edition.name}.txt", "\n".join([edition.title, *lines, ""]))
    return Texts((official, *(Source(page.path, page.body) for page in pages)))


FILLERS = (
    "The parties do not dispute the order in which the letters were sent, nor that each was read.",
    "Nothing in the record suggests that the clerk was told of the change before the hearing.",
    "That argument assumes what it sets out to prove, and we decline to take it up here.",
    "The witness recalled the meeting, the weather, and very little of what was said.",
    "A reasonable reader would have asked for the second page before signing the first.",
    "We take the facts as the trial court found them, since no one asks us to do otherwise.",
)
CITING = (
    "The rule is an old one. See {name}, {volume} U.S. {page}, {pin} ({year}).",
    "Other courts have held the same, {name}, {volume} F.2d {page}, {pin} (9th Cir. {year}), and we agree.",
    "It was put most clearly in {name}, {volume} F.3d {page} (2d Cir. {year}).",
    "Compare {name}, {volume} S. Ct. {page}, {pin} ({year}), where the notice came late.",
    "A trial court once thought otherwise. {name}, {volume} F. Supp. 2d {page} (S.D.N.Y. {year}).",
)
SURNAMES = (
    "Alder",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elder",
    "Fir",
    "Gorse",
    "Hazel",
    "Ivory",
    "Juniper",
    "Kapok",
)
PARAGRAPH = 6
"""Sentences of a paragraph."""


def english(characters: int, size: int, density: float) -> Texts:
    """Files of `size` characters, `characters` in all, with `density` citations in a thousand."""
    sentences = _sentences(density)
    sources: list[Source] = []
    while sum(len(source.text) for source in sources) < characters:
        text = ""
        while len(text) < size:
            text += " ".join(next(sentences) for _ in range(PARAGRAPH)) + "\n\n"
        sources.append(Source(f"{len(sources)}.txt", text))
    return Texts(tuple(sources))


def _sentences(density: float) -> Iterator[str]:
    """Sentences without end; one cites as soon as the citations so far are too few."""
    fillers, written, cited = cycle(FILLERS), 0, 0
    while True:
        if cited * 1000 < density * written:
            sentence = _citing(cited)
            cited += 1
        else:
            sentence = next(fillers)
        written += len(sentence) + 1
        yield sentence


def _citing(number: int) -> str:
    """A sentence with a citation; strides without a common divisor keep the numbers from repeating."""
    volume, page = 100 + number * 37 % 480, 1 + number * 131 % 1187
    return CITING[number % len(CITING)].format(
        name=f"{SURNAMES[number % 11]} v. {SURNAMES[(number * 3 + 5) % 11]}",
        volume=volume,
        page=page,
        pin=page + number % 17,
        year=1920 + number * 7 % 100,
    )
