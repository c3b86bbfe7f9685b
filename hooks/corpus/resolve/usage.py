"""What the site itself says of words: its phrases of fixed wording, and which stretches are in use."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from corpus.model import Corpus, Page
from corpus.parse.wording import PATHS as WORDING
from corpus.text.near_phrases import PhraseBook
from corpus.text.slips import SlipFinder
from corpus.text.words import Words, words_in

_RUN = re.compile("[\u4e00-\u9fff]+")
_MARKS = re.compile("[^\u4e00-\u9fff]+")
_LONG_PART = 6
"""Characters of a part of a phrase that is quoted on its own."""
_ENOUGH = 2
"""Pages of the site that hold a stretch which is no slip."""


@dataclass(frozen=True, eq=False)
class Usage:
    """The words of the trade, and what finds slips by them."""

    corpus: Corpus

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The wording that is fixed: phrases, terms with their other names, members of sets."""
        names = [name for term in self.corpus.terms for name in (term.term, *term.aliases, *term.members)]
        whole = [*self.corpus.wording.phrases, *names]
        parts = [part for phrase in whole for part in re.split("[、，]", phrase) if len(part) >= _LONG_PART]
        return tuple(dict.fromkeys([*whole, *parts]))

    @cached_property
    def words(self) -> Words:
        """The language's words and those of the trade."""
        plain = (_MARKS.sub("", phrase) for phrase in self.phrases)
        parts = (part for phrase in self.phrases for part in _MARKS.split(phrase))
        trade = words_in([*plain, *parts])
        words = Words(trade)
        used = Counter(
            run[0][word.start : word.end]
            for text in self._texts
            for run in _RUN.finditer(text)
            for word in words.segment(run[0])
        )
        known = words.likelihoods
        return Words(trade, {word: number for word, number in used.items() if word in known})

    @cached_property
    def slips(self) -> SlipFinder:
        """Finds characters in place of those that sound or look alike."""
        return SlipFinder(self.words, self.corpus.wording.lookalikes, self.is_established)

    @cached_property
    def near_phrases(self) -> PhraseBook:
        """Finds what is one character away from fixed wording."""
        return PhraseBook(self.phrases, self.words, self.is_established)

    @cached_property
    def _fixed(self) -> str:
        return "\n".join(_MARKS.sub("", phrase) for phrase in self.phrases)

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        """The prose of the site; the tables of words are no use of them."""
        pages = (page for page in self.corpus.pages if page.kind != "outside" and page.path not in WORDING)
        return tuple(map(_prose, pages))

    def is_established(self, stretch: str) -> bool:
        """Whether a stretch of Han characters is part of fixed wording, or stands on several pages."""
        if stretch in self._fixed:
            return True
        found = 0
        for text in self._texts:
            found += stretch in text
            if found >= _ENOUGH:
                return True
        return False


def _prose(page: Page) -> str:
    """The text of a page without what it quotes as wrong, and without marks inside a sentence."""
    text = re.sub(r"`[^`\n]*`|^forbidden:.*$", " ", page.source.text, flags=re.MULTILINE)
    return re.sub("[、，“”‘’]", "", text)
