"""Likely slips of the pen: a character in place of one that sounds or looks like it, or left out.

A word of the language is tried wherever a stretch differs from it in one character that can be
taken for the right one. What makes the sentence so much likelier that chance does not explain it
is a slip (noisy channel; Kernighan, Church and Gale 1990).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from corpus.text.source import Span
from corpus.text.words import COMMON, LOOSE, Words, readings

_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_AROUND = 4
"""Characters on each side that are read with a stretch."""
_COMMON = {2: math.log(5e-7), 3: math.log(1e-7), 4: math.log(3e-8)}
"""How frequent a word of each length must be to be tried."""
_LOOKS_ALIKE, _ALIKE = 7.0, 9.0
"""How much likelier a word must be for a look-alike, of which few are listed, and for what sounds alike."""
_NEARLY_ALIKE = 11.0
_LEFT_OUT, _LEFT_OUT_OF_WORDS = 5.5, 8.5
"""The same for a character that was left out between lone characters, or beside a word."""
_QUOTED = 5.0
"""How much likelier still inside “…”, where sayings and the words of others stand."""
_FITTING = 3.0
"""How much less likelier it must be where the right word is in use in that place."""
_NEAR = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_LINKING = frozenset("就是但而且只有还不的话第一过各没这那些个同时必要由再又也都才很更最能会可以")
"""A word made of these only is seldom what was meant."""
_AGAIN = 4.0
"""How much likelier still, where the same text has the same stretch elsewhere: then it is meant."""
_NEVER_SLIPS = frozenset("一二三四五六七八九十某甲乙丙丁")


@dataclass(frozen=True)
class Slip:
    """A stretch, the word that was meant, and how much likelier that is (natural logarithm)."""

    span: Span
    text: str
    right: str
    gain: float


@dataclass(frozen=True, eq=False)
class SlipFinder:
    """Finds slips by the words of `words` and the groups of look-alike characters in `lookalikes`.

    `is_established` says of a stretch that it is in use, and so no slip.
    """

    words: Words
    lookalikes: tuple[str, ...]
    is_established: Callable[[str], bool]
    _known_meanings: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict, repr=False)
    """What was looked up already: texts have most of their stretches in common."""

    @cached_property
    def _gapped(self) -> dict[tuple[int, str], list[str]]:
        """(where a character is left out, the rest) → the words that this can be."""
        gapped: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word, value in self.words.likelihoods.items():
            if value >= _COMMON.get(len(word), 0.0) and not _LINKING.issuperset(word):
                for at in range(len(word)):
                    gapped[at, word[:at] + word[at + 1 :]].append(word)
        return gapped

    @cached_property
    def _shapes(self) -> dict[str, frozenset[str]]:
        shapes: dict[str, set[str]] = defaultdict(set)
        for group in self.lookalikes:
            for char in group:
                shapes[char] |= set(group)
        return {char: frozenset(others) for char, others in shapes.items()}

    def find(self, text: str, document: str = "") -> Iterator[Slip]:
        """The slips of `text` in order; of several at one place the likeliest.

        `document` is the whole that `text` is a part of, where it is one.
        """
        for run in _RUN.finditer(text):
            best: Slip | None = None
            found = [*self._slips(run[0]), *self._left_out(run[0])]
            line = text.rfind("\n", 0, run.start()) + 1
            quoted = text.rfind("“", line, run.start()) > text.rfind("”", line, run.start())
            slips = (slip for slip in found if not _is_meant(document or text, slip, quoted=quoted))
            for slip in sorted(slips, key=lambda slip: (slip.span.start, -slip.gain)):
                if best and slip.span.start < best.span.end:
                    best = max(best, slip, key=lambda slip: (slip.gain, len(slip.text)))
                else:
                    if best:
                        yield _moved(best, run.start())
                    best = slip
            if best:
                yield _moved(best, run.start())

    def _slips(self, run: str) -> Iterator[Slip]:
        for start, end in self._doubtful(run):
            stretch = run[start:end]
            for word, needed in self._meanings(stretch):
                gain = self._gain(run, start, end, word)
                if gain < needed - _FITTING or self.is_established(stretch):
                    continue
                if gain >= needed or self._fits(run, start, end, word):
                    yield Slip(Span(start, end), stretch, word, gain)

    def _meanings(self, stretch: str) -> tuple[tuple[str, float], ...]:
        """The words that a stretch may be a slip of, and how much likelier each must be."""
        if stretch not in self._known_meanings:
            words = (
                (word, self._needed(stretch[at], word[at]))
                for at in range(len(stretch))
                if stretch[at] in self.words.likelihoods
                for word in self._gapped.get((at, stretch[:at] + stretch[at + 1 :]), ())
            )
            self._known_meanings[stretch] = tuple((word, needed) for word, needed in words if needed)
        return self._known_meanings[stretch]

    def _left_out(self, run: str) -> Iterator[Slip]:
        """Stretches of whole words that lack one inner character of a longer word."""
        words = self.words.segment(run)
        ends = {word.end for word in words}
        single = {word.start for word in words if word.end == word.start + 1}
        lone = {at for at in single if run[at] not in LOOSE}
        if not lone:
            return
        for start in (word.start for word in words):
            for end in (start + 2, start + 3):
                stretch = run[start:end]
                if end not in ends or lone.isdisjoint(range(start, end)) or stretch in self.words.likelihoods:
                    continue
                needed = _LEFT_OUT if single.issuperset(range(start, end)) else _LEFT_OUT_OF_WORDS
                for at in range(1, len(stretch)):
                    for word in self._gapped.get((at, stretch), ()):
                        gain = self._gain(run, start, end, word)
                        if (
                            gain >= needed
                            and word not in self.words.trade
                            and not self.is_established(stretch)
                        ):
                            yield Slip(Span(start, end), stretch, word, gain)

    def _gain(self, run: str, start: int, end: int, word: str) -> float:
        """How much likelier `word` makes what stands around the stretch."""
        left, right = run[max(0, start - _AROUND) : start], run[end : end + _AROUND]
        return self.words.likelihood(left + word + right) - self.words.likelihood(
            left + run[start:end] + right
        )

    def _fits(self, run: str, start: int, end: int, word: str) -> bool:
        """Whether `word` is in use beside what stands there before it or behind it."""
        before, after = run[max(0, start - 1) : start], run[end : end + 1]
        return any(
            neighbour and self.is_established(joined)
            for neighbour, joined in ((before, before + word), (after, word + after))
        )

    def _doubtful(self, run: str) -> Iterator[tuple[int, int]]:
        """Stretches of two to four characters that hold a word which hardly belongs there."""
        doubted = [False] * len(run)
        for word in self.words.segment(run):
            text = run[word.start : word.end]
            lone = len(text) == 1 and text not in LOOSE
            if lone or (len(text) > 1 and self.words.likelihoods.get(text, COMMON) < COMMON):
                doubted[word.start : word.end] = [True] * (word.end - word.start)
        for size in _COMMON:
            for start in range(len(run) - size + 1):
                if any(doubted[start : start + size]):
                    yield start, start + size

    def _needed(self, found: str, meant: str) -> float | None:
        """How much likelier `meant` must be to stand for `found`; None where no one mistakes them."""
        if found == meant:
            return None
        return _LOOKS_ALIKE if meant in self._shapes.get(found, ()) else _needed_by_sound(found, meant)


@lru_cache(maxsize=1_000_000)
def _needed_by_sound(found: str, meant: str) -> float | None:
    if found in _NEVER_SLIPS or meant in _NEVER_SLIPS:
        return None
    sounds, wanted = readings(found), readings(meant)
    if sounds & wanted:
        return _ALIKE
    return None if {*map(_near, sounds)}.isdisjoint(map(_near, wanted)) else _NEARLY_ALIKE


@lru_cache(maxsize=1000)
def _near(syllable: str) -> str:
    """A syllable as those hear it who do not tell zh from z or in from ing."""
    for sound, as_heard in _NEAR:
        if syllable.startswith(sound):
            syllable = as_heard + syllable[len(sound) :]
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


def _is_meant(text: str, slip: Slip, *, quoted: bool) -> bool:
    """Whether a doubtful stretch can hardly be a slip: the text has it again, or quotes it."""
    again = text.count(slip.text) > 1
    return (again or quoted) and slip.gain < _ALIKE + max(_AGAIN * again, _QUOTED * quoted)


def _moved(slip: Slip, by: int) -> Slip:
    return Slip(slip.span.shifted(by), slip.text, slip.right, slip.gain)
