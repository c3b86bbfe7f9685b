"""Known titles in running prose without 《》 and without a provision: 学习党章、监察法."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

import ahocorasick_rs

from corpus.text.source import Span

# What goes on from a title to another word: 监察法规, 刑法学, 公务员法定, 中央八项规定精神.
_GOES_ON = re.compile("规|定|学|人|精神|实施|释义|解释|修正案|办案|[》〉]")


@lru_cache(maxsize=8)
def _automaton(known: frozenset[str]) -> tuple[tuple[str, ...], ahocorasick_rs.AhoCorasick]:
    titles = tuple(sorted(title for title in known if title))
    return titles, ahocorasick_rs.AhoCorasick(titles, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def bare_titles(text: str, known: Collection[str]) -> Iterator[tuple[str, Span]]:
    """Each known title and where it stands, in order; longest match."""
    if not known:
        return
    titles, automaton = _automaton(frozenset(known))
    for index, start, end in automaton.find_matches_as_indexes(text):
        if not _GOES_ON.match(text, end):
            yield titles[index], Span(start, end)
