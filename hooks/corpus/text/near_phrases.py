"""Stretches that are one character away from a phrase of fixed wording.

A stretch within one edit of a phrase holds its first or its second half unchanged, so the halves
are looked for (Navarro 2001) and what stands around them is compared. Marks between the characters
do not count. Whether the difference is a slip is judged on words: a stretch that is made of other
words, and reads on as well, says something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import ahocorasick_rs
from rapidfuzz.distance import Levenshtein

from corpus.text.source import Span
from corpus.text.words import COMMON, LOOSE, Words, readings

_RUN = re.compile("[\u4e00-\u9fff][\u4e00-\u9fff、，“”‘’]*")
_MARKS = re.compile("[^\u4e00-\u9fff]+")
_SHORTEST = 4
_LONG = 7
"""Characters from which a phrase is known by less than all of it."""
_VERY_LONG = 9
"""Characters from which even another word in its place is a slip."""
_MEANT = frozenset("原副前老新不未没无非某甲乙丙丁一二三四五六七八九十两各几每其该是有在只也都还就才")
"""Characters that turn a phrase into a statement of its own."""
_LINKS = frozenset("的和与及并而之了地着要更也")
"""Characters that a sentence may add or leave out without a slip."""
_AROUND = 8
Kind = Literal["replace", "delete", "insert"]


@dataclass(frozen=True)
class NearPhrase:
    """A stretch of the text, the phrase that it nearly is, and how they differ."""

    span: Span
    text: str
    phrase: str
    kind: Kind


@dataclass(frozen=True, eq=False)
class PhraseBook:
    """Phrases of fixed wording. `is_established` says of a stretch that it is in use as it stands."""

    phrases: tuple[str, ...]
    words: Words
    is_established: Callable[[str], bool]

    @cached_property
    def _long(self) -> dict[str, str]:
        """The phrases that are long enough to be missed by a character, by their Han characters."""
        return {bare: phrase for phrase in self.phrases if len(bare := _bare(phrase)) >= _SHORTEST}

    @cached_property
    def _halves(self) -> tuple[list[tuple[str, bool]], ahocorasick_rs.AhoCorasick]:
        """(phrase, whether its second half) for each pattern, and what finds the patterns."""
        halves, patterns = [], []
        for bare in self._long:
            middle = len(bare) // 2
            halves += [(bare, False), (bare, True)]
            patterns += [bare[:middle], bare[middle:]]
        return halves, ahocorasick_rs.AhoCorasick(patterns)

    @cached_property
    def _whole(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick([bare for bare in map(_bare, self.phrases) if len(bare) > 1])

    def find(self, text: str) -> Iterator[NearPhrase]:
        """The near phrases of `text` in order; of overlapping ones the longest."""
        for run in _RUN.finditer(text):
            places = [at for at, char in enumerate(run[0]) if "\u4e00" <= char <= "\u9fff"]
            plain, last = "".join(run[0][at] for at in places), -1
            for near in sorted(self._near(plain), key=lambda near: (near.span.start, -len(near.phrase))):
                span = Span(places[near.span.start], places[near.span.end - 1] + 1).shifted(run.start())
                stretch = text[span.start : span.end]
                cut = _stops(stretch) > _stops(near.phrase)
                if near.span.start >= last and not cut and not self.is_established(near.text):
                    last = near.span.end
                    yield NearPhrase(span, stretch, near.phrase, near.kind)

    def _near(self, plain: str) -> Iterator[NearPhrase]:
        halves, automaton = self._halves
        matches = self._whole.find_matches_as_indexes(plain, overlapping=True)
        exact = [Span(start, end) for _, start, end in matches]
        for index, start, end in automaton.find_matches_as_indexes(plain, overlapping=True):
            bare, is_second = halves[index]
            near = self._best(plain, bare, start, end, is_second=is_second)
            if near and not any(_speaks_for(span, near.span) for span in exact):
                yield near

    def _best(self, plain: str, bare: str, start: int, end: int, *, is_second: bool) -> NearPhrase | None:
        """The stretch around a half that is one edit away from the phrase."""
        for size in (len(bare) + 1, len(bare), len(bare) - 1):
            span = Span(end - size, end) if is_second else Span(start, start + size)
            if span.start < 0 or span.end > len(plain):
                continue
            stretch = plain[span.start : span.end]
            edits = list(Levenshtein.editops(bare, stretch))
            if not edits:
                return None
            if len(edits) == 1:
                kind: Kind = edits[0].tag  # type: ignore[assignment]
                if self._is_slip(plain, span, bare, kind, edits[0].src_pos, edits[0].dest_pos):
                    return NearPhrase(span, stretch, self._long[bare], kind)
        return None

    def _is_slip(self, plain: str, span: Span, bare: str, kind: Kind, at: int, there: int) -> bool:
        if kind == "replace":
            return self._is_wrong(plain, span.start + there, bare, at)
        if kind == "delete":
            return self._is_missing(plain, span, bare, at)
        return 0 < there < len(bare) and self._is_added(plain, span.start + there, bare, at)

    def _is_wrong(self, plain: str, place: int, bare: str, at: int) -> bool:
        """Whether a character in place of another is a slip: it sounds like it, or makes no word."""
        found, meant, word = plain[place], bare[at], self._word(plain, place)
        if found in _MEANT:
            return False
        if readings(found) & readings(meant):
            return len(bare) >= _LONG or not (found in LOOSE or (word and self._is_common(plain, word)))
        if len(bare) <= _SHORTEST or found in _LINKS or not self._word(bare, at):
            return False
        if not 0 < at < len(bare) - 1:
            return _stops(self._long[bare]) > 0 and len(bare) > _SHORTEST + 1
        return not word or (len(bare) >= _VERY_LONG and not self._is_used(plain, word))

    def _is_missing(self, plain: str, span: Span, bare: str, at: int) -> bool:
        """Whether a character less is a slip: an inner one, or one that leaves half a word."""
        if bare[at] in _LINKS and len(bare) < _LONG:
            return False
        if 0 < at < len(bare) - 1:
            gap = span.start + at
            halved = not (self._word(plain, gap - 1) and self._word(plain, gap))
            parted = _stops(self._long[bare]) > 0 and len(bare) > _SHORTEST + 1
            return parted or len(bare) >= _LONG or (len(bare) > _SHORTEST and halved)
        edge = span.start if at == 0 else span.end - 1
        return len(bare) > _SHORTEST + 1 and not self._word(plain, edge)

    def _is_added(self, plain: str, place: int, bare: str, at: int) -> bool:
        """Whether a character more is a slip: doubled, inside a word, or of no use between two."""
        added = plain[place]
        if added in (plain[place - 1], plain[place + 1]):
            return True
        if added in _MEANT or len(bare) < _SHORTEST + 2:
            return False
        between = any(word.start == at for word in self.words.segment(bare))
        return not between or (added not in LOOSE and added not in _LINKS and not self._word(plain, place))

    def _word(self, plain: str, at: int) -> Span | None:
        """The word of two or more characters to which the one at an offset belongs."""
        start = max(0, at - _AROUND)
        words = (word.shifted(start) for word in self.words.segment(plain[start : at + _AROUND]))
        return next((w for w in words if w.start <= at < w.end and w.end - w.start > 1), None)

    def _is_common(self, plain: str, word: Span) -> bool:
        """Whether a word is so frequent that it is hardly a slip of another."""
        return self.words.likelihoods.get(plain[word.start : word.end], COMMON - 1) >= COMMON

    def _is_used(self, plain: str, word: Span) -> bool:
        """Whether the site has the word beside what stands before it or behind it here."""
        beside = (plain[max(0, word.start - 2) : word.end], plain[word.start : word.end + 2])
        return any(len(both) > word.end - word.start + 1 and self.is_established(both) for both in beside)


def _bare(phrase: str) -> str:
    """A phrase as it is compared: its Han characters."""
    return _MARKS.sub("", phrase)


def _stops(text: str) -> int:
    return len(re.findall("[、，]", text))


def _speaks_for(exact: Span, near: Span) -> bool:
    """Whether right wording explains the stretch: it goes beyond it, or is nearly all of it."""
    overlaps = exact.start < near.end and near.start < exact.end
    inside = near.start <= exact.start and exact.end <= near.end
    return overlaps and (not inside or exact.end - exact.start >= near.end - near.start - 1)
