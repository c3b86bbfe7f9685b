"""What a title names: a regulation, a slip of one, or something the corpus does not hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from corpus.model import Corpus, Regulation
from corpus.parse.citations import normalise_title
from corpus.parse.citations.names import COMMON, GENRES

_LEAST_MOVED = 6
"""Characters of a title from which the same characters in another order can only be a slip."""
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
    _found: dict[str, Named] = field(default_factory=dict, repr=False)
    """What was looked up already: a text names the same few works again and again."""

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
    def _others(self) -> dict[str, str]:
        """The plain form of each title that is known by name only → as it is printed."""
        return {normalise_title(title): title for title in self.corpus.wording.titles}

    @cached_property
    def known(self) -> frozenset[str]:
        """Every form of a title that may stand without 《》."""
        return frozenset(self._index) | frozenset(self.corpus.titles)

    def find(self, title: str) -> Named:
        """Look a title up; a slip is at most two edits away and not the name of another work."""
        if title not in self._found:
            self._found[title] = self._look_up(title)
        return self._found[title]

    def _look_up(self, title: str) -> Named:
        plain = normalise_title(title)
        if plain in self._index:
            return Named(self._index[plain])
        names = [*self._index, *self._others]
        if plain in self._others:
            return Named()
        if moved := next(
            (name for name in names if len(name) > _LEAST_MOVED and sorted(name) == sorted(plain)), None
        ):
            return Named(slip_of=self._printed(moved))
        near = process.extract(plain, names, scorer=Levenshtein.distance, score_cutoff=4, limit=5)
        slips = (name for name, *_ in near if _is_slip(plain, name))
        if slip := next(slips, None):
            return Named(slip_of=self._printed(slip))
        return Named(nearest=self._printed(near[0][0])) if near else Named()

    def _printed(self, plain: str) -> str:
        """A title as it is printed."""
        return _written(self._index[plain], plain) if plain in self._index else self._others[plain]


def _is_slip(title: str, known: str) -> bool:
    """At most two edits, and not a word put in place of another.

    What decides is the distinctive part, without 中华人民共和国 and 条例: 处份 for 处分 is a slip, but
    宪法 is no slip of 刑法, and 农村工作条例 none of 巡视工作条例.
    """
    distance = Levenshtein.distance(title, known)
    core = _core(known) if _genre(title) == _genre(known) else known
    changed = [edit for edit in Levenshtein.opcodes(title, known) if edit.tag != "equal"]
    replaced = len(changed) == 1 and changed[0].tag == "replace"
    if normalise_title(title).removeprefix("中华人民共和国") in COMMON:
        return False
    if distance == 1:
        return len(core) >= 3 or (len(core) == 2 and replaced)
    return distance == 2 and len(core) >= 4 and (not replaced or len(core) >= 6)


def _genre(title: str) -> str:
    """The word that ends the name of a legal text; "" where none does."""
    return next((genre for genre in GENRES.split("|") if title.endswith(genre)), "")


def _core(title: str) -> str:
    prefix = next((prefix for prefix in _PREFIXES if title.startswith(prefix)), "")
    return title.removeprefix(prefix).removesuffix(_genre(title))


def _written(regulation: Regulation, plain: str) -> str:
    """The title of `regulation` whose plain form this is, as it is printed."""
    titles = (regulation.title, *regulation.short_titles)
    return next((title for title in titles if normalise_title(title) == plain), plain)
