"""What a title names: a regulation, a slip of one, or something the corpus does not hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from corpus.model import Corpus, Regulation
from corpus.parse.citations import normalise_title

_PREFIXES = ("中国共产党", "中华人民共和国", "中共中央", "中共中央、国务院")


@dataclass(frozen=True)
class Named:
    """Exactly one of these holds: a regulation, the known title that this is a slip of, or neither."""

    regulation: Regulation | None = None
    slip_of: str | None = None
    nearest: str | None = None


@dataclass(frozen=True, eq=False)
class Titles:
    """All titles of a corpus, by the form in which they are compared."""

    corpus: Corpus

    @cached_property
    def _index(self) -> dict[str, Regulation]:
        index: dict[str, Regulation] = {}
        for title, regulation in self.corpus.titles.items():
            plain = normalise_title(title)
            index[plain] = regulation
            for prefix in _PREFIXES:
                if plain.startswith(prefix) and len(plain) > len(prefix) + 3:
                    index.setdefault(plain[len(prefix) :], regulation)
        return index

    @cached_property
    def known(self) -> frozenset[str]:
        """Every form of a title that may stand without 《》."""
        return frozenset(self._index) | frozenset(self.corpus.titles)

    def find(self, title: str) -> Named:
        """Look a title up; a slip is at most two edits away and not the name of another work."""
        plain = normalise_title(title)
        if plain in self._index:
            return Named(self._index[plain])
        near = process.extractOne(plain, list(self._index), scorer=Levenshtein.distance, score_cutoff=4)
        if near is None:
            return Named()
        candidate = _written(self._index[near[0]], near[0])
        return Named(slip_of=candidate) if _is_slip(plain, near[0]) else Named(nearest=candidate)


def _is_slip(title: str, known: str) -> bool:
    """One edit, or two in a long title; a whole word of two characters put in place of another
    (巡视工作条例, 农村工作条例) is another work, not a slip.
    """
    distance = Levenshtein.distance(title, known)
    if distance > 2 or len(known) < 4:
        return False
    if distance == 1:
        return len(known) >= 5
    edits = Levenshtein.opcodes(title, known)
    changed = [edit for edit in edits if edit.tag != "equal"]
    replaced_word = len(changed) == 1 and changed[0].tag == "replace"
    return len(known) >= 8 and not replaced_word


def _written(regulation: Regulation, plain: str) -> str:
    """The title of `regulation` whose plain form this is, as it is printed."""
    titles = (regulation.title, *regulation.short_titles)
    return next((title for title in titles if normalise_title(title) == plain), plain)
