"""How likely a run of Han characters is as a chain of Chinese words.

Word frequencies come from the package wordfreq (books, news, web and talk), with the words of the
trade added. The chain of words is the likeliest one: probabilities of single words multiplied.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

import wordfreq
from pypinyin import Style, pinyin

from corpus.text.source import Span

LONGEST_WORD = 5
LOOSE = frozenset("的了在是和与及或也就都而则但且又还再不没未有无被把将对向从为以于由按依经因其此该各每某这那所之者等上下中前后内外除如可能应需要均须时即并"
                   "一二三四五六七八九十百千万两零〇第几多个条款项年月日号元")  # fmt: skip
"""Characters that stand alone in any sentence."""
COMMON = math.log(3e-6)
"""The likelihood from which a word of a text is not doubted."""
_TRADE = 1e-5
"""The frequency taken for an added word: that of a common noun."""
_ENOUGH = 200_000
"""Words of the trade's own texts that weigh as much as the language at large."""
_UNKNOWN = math.log(1e-9)
_IMPOSSIBLE = -1e9


@lru_cache(maxsize=1)
def _frequencies() -> dict[str, float]:
    words = wordfreq.get_frequency_dict("zh", wordlist="large")
    return {word: math.log(p) for word, p in words.items() if len(word) <= LONGEST_WORD and is_han(word)}


def is_han(text: str) -> bool:
    """Whether every character is a common Han character."""
    return all("\u4e00" <= char <= "\u9fff" for char in text)


@lru_cache(maxsize=20_000)
def readings(char: str) -> frozenset[str]:
    """The syllables that a character is read as, without tones."""
    return frozenset(pinyin(char, style=Style.NORMAL, heteronym=True)[0])


@dataclass(frozen=True, eq=False)
class Words:
    """The words of the language and of the trade; likelihoods are natural logarithms.

    `trade` holds words that are as frequent as a common noun, `used` how often each word stands in
    texts of the trade: the more of them, the more of the likelihood comes from there.
    """

    trade: frozenset[str] = field(default_factory=frozenset)
    used: Mapping[str, int] = field(default_factory=dict)
    _segmented: dict[str, tuple[Span, ...]] = field(default_factory=dict, repr=False)
    """What was cut into words already: several checks ask for the same runs."""

    @cached_property
    def likelihoods(self) -> dict[str, float]:
        """The likelihood of each known word."""
        merged = dict(_frequencies())
        total = sum(self.used.values())
        share = total / (total + _ENOUGH)
        for word, number in self.used.items():
            general = math.exp(merged.get(word, _IMPOSSIBLE))
            merged[word] = math.log((1 - share) * general + share * number / total)
        for word in self.trade:
            if len(word) <= LONGEST_WORD and is_han(word):
                merged[word] = max(math.log(_TRADE), merged.get(word, _IMPOSSIBLE))
        return merged

    def likelihood(self, run: str) -> float:
        """That of the likeliest chain of words that makes up `run`."""
        return self._best(run)[0][-1]

    def segment(self, run: str) -> tuple[Span, ...]:
        """The words of the likeliest chain, in order."""
        if run not in self._segmented:
            _, before = self._best(run)
            cuts = [len(run)]
            while cuts[-1] > 0:
                cuts.append(before[cuts[-1]])
            cuts.reverse()
            self._segmented[run] = tuple(Span(start, end) for start, end in pairwise(cuts))
        return self._segmented[run]

    def _best(self, run: str) -> tuple[list[float], list[int]]:
        """For each offset the likelihood of the best chain up to it, and where its last word begins."""
        known = self.likelihoods
        best, before = [0.0], [0]
        for end in range(1, len(run) + 1):
            value, start = best[end - 1] + known.get(run[end - 1], _UNKNOWN), end - 1
            for begin in range(max(0, end - LONGEST_WORD), end - 1):
                word = known.get(run[begin:end])
                if word is not None and best[begin] + word > value:
                    value, start = best[begin] + word, begin
            best.append(value)
            before.append(start)
        return best, before


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The Han words among `texts`, for `Words.trade`."""
    return frozenset(text for text in texts if 2 <= len(text) <= LONGEST_WORD and is_han(text))
