"""All words that are looked for, and the automaton that finds them: leftmost, the longest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import ahocorasick_rs

from corpus.model import Term
from corpus.text.source import Span


@dataclass(frozen=True)
class Hit:
    """A word found: the terms that it may mean, none where a longer word only contains one."""

    span: Span
    word: str
    senses: tuple[Term, ...]
    forbidden: bool


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The names, forbidden variants and look-alikes of `terms`."""

    terms: tuple[Term, ...]

    @cached_property
    def _names(self) -> dict[str, tuple[Term, ...]]:
        names: dict[str, tuple[Term, ...]] = {}
        for term in self.terms:
            for name in dict.fromkeys((term.term, *term.aliases)):
                names[name] = (*names.get(name, ()), term)
        return names

    @cached_property
    def _words(self) -> dict[str, tuple[tuple[Term, ...], bool]]:
        """Word → the terms that it may mean, and whether it is forbidden."""
        longer: dict[str, tuple[tuple[Term, ...], bool]] = {
            word: ((), False) for term in self.terms for word in term.not_in
        }
        forbidden = {variant: ((term,), True) for term in self.terms for variant in term.forbidden}
        return longer | forbidden | {name: (terms, False) for name, terms in self._names.items()}

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(
            list(self._words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def named(self, word: str) -> tuple[Term, ...]:
        """The terms of which `word` is the standard form or an alias."""
        return self._names.get(word, ())

    def find(self, text: str) -> Iterator[Hit]:
        """The words of `text` in order, without those of longer words that only contain one."""
        words = list(self._words.items())
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            word, (senses, forbidden) = words[index]
            if forbidden and self._stands_in_name(text, Span(start, end), senses[0]):
                continue
            if senses:
                yield Hit(Span(start, end), word, senses, forbidden)

    @staticmethod
    def _stands_in_name(text: str, span: Span, term: Term) -> bool:
        """Whether the variant is a part of a right form of the same term: then nothing is wrong."""
        for name in (term.term, *term.aliases):
            at = text.find(name, max(0, span.start - len(name) + 1), span.end + len(name) - 1)
            if at >= 0 and (at < span.start or at + len(name) > span.end):
                return True
        return False


def meant(senses: Sequence[Term], regulation: str | None) -> Term:
    """Of words of one form the one whose scope holds `regulation`, else the one without a scope."""
    scoped = [term for term in senses if regulation in term.scope]
    return (scoped or [term for term in senses if not term.scope] or list(senses))[0]
