"""Two editions of a regulation → what became of each article: a proposal for a person to review.

    compare_editions(old, new) -> (Change, …)

Similar articles are paired one to one: wording that many articles share says little and is left
aside, a displaced counterpart counts less than one in place, and where the neighbours agree a
faint likeness is enough. Then a 款 or 项 that the counterpart lacks is looked for in the other
articles: it shows what was split or merged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz import fuzz

from corpus.parse.official_text import ArticleText, OfficialText

Kind: TypeAlias = Literal["unchanged", "amended", "split", "merged", "new", "removed"]
_Pieces: TypeAlias = frozenset[str]

_SIZE = 5
"""Characters in a piece: long enough to be nobody's but the author's."""
_COMMON = 4
"""A piece in more articles of one edition than this is a formula."""
_ALIKE = 0.4
"""Own wording at least this similar makes a pair."""
_FAINT = 0.15
"""Enough between neighbours that are paired."""
_DISPLACED = 0.1
"""What a move from one end of the text to the other takes off the similarity."""
_PRESENT = 0.3
"""A passage stands in an article that has this share of its pieces."""
_SHORTEST = 6
"""A passage of fewer pieces proves nothing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One article and one counterpart: `from_article` is None if new, `to_article` if removed.

    `similarity` (0 to 1) compares the whole articles without label and white space. `kind` is
    split where the old article has several counterparts, else merged where the new one has.
    """

    from_article: str | None
    to_article: str | None
    kind: Kind
    similarity: float


@dataclass(frozen=True, slots=True)
class _Article:
    """An article made ready: its text, its text without formulas, its pieces, those of its passages."""

    number: str
    text: str
    words: str
    pieces: _Pieces
    passages: tuple[_Pieces, ...]


_Articles: TypeAlias = Sequence[_Article]
_Pairs: TypeAlias = Mapping[int, int]


def compare_editions(old: OfficialText, new: OfficialText) -> tuple[Change, ...]:
    """Propose what became of each article: in the order of `old`, then what is new, in its order.

    Both texts must be whole. Every article of both is in the result; a text without 条 has none.
    """
    formulas = _formulas(old.articles) | _formulas(new.articles)
    before = [_prepare(article, formulas) for article in old.articles]
    after = [_prepare(article, formulas) for article in new.articles]
    pairs = _pair(before, after)
    pairs |= _fill_gaps(before, after, pairs)
    back = {j: i for i, j in pairs.items()}
    moved = _moved(before, after, pairs, back)
    moved |= {(i, j) for j, i in _moved(after, before, back, pairs)}
    return tuple(_state(before, after, moved | set(pairs.items())))


def _formulas(articles: Sequence[ArticleText]) -> _Pieces:
    """The pieces that many articles share: the formulas of sanctions, the set phrases."""
    count = Counter(piece for article in articles for piece in frozenset().union(*_passages(article)))
    return frozenset(piece for piece, number in count.items() if number > _COMMON)


def _passages(article: ArticleText) -> Iterator[_Pieces]:
    """The pieces of each 款: of its lead and of each 项."""
    for paragraph in article.paragraphs:
        yield _pieces(_plain(paragraph.lead))
        yield from (_pieces(_plain(item.text)) for item in paragraph.items)


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def _pieces(text: str) -> _Pieces:
    return frozenset(text[i : i + _SIZE] for i in range(len(text) - _SIZE + 1))


def _prepare(article: ArticleText, formulas: _Pieces) -> _Article:
    text = _plain("".join(paragraph.text for paragraph in article.paragraphs))
    passages = tuple(pieces - formulas for pieces in _passages(article))
    words = _without(text, formulas) or text
    return _Article(article.number, text, words, _pieces(text) - formulas, passages)


def _without(text: str, formulas: _Pieces) -> str:
    """The characters of `text` that stand in no formula."""
    masked = {i + j for i in range(len(text)) if text[i : i + _SIZE] in formulas for j in range(_SIZE)}
    return "".join(char for i, char in enumerate(text) if i not in masked)


def _pair(old: _Articles, new: _Articles) -> dict[int, int]:
    """One counterpart at most for each article, the best pairs first."""
    ranked = []
    for i, before in enumerate(old):
        for j, after in enumerate(new):
            alike = _similarity(before.words, after.words) if before.text != after.text else 2.0
            if alike >= _ALIKE:
                shift = abs(i / len(old) - j / len(new))
                ranked.append((_DISPLACED * shift - alike, i, j))
    return _take(ranked)


def _similarity(old: str, new: str) -> float:
    return fuzz.ratio(old, new) / 100 if old and new else 0.0


def _take(ranked: list[tuple[float, int, int]]) -> dict[int, int]:
    """The pairs in ascending order, as long as both sides are free."""
    pairs: dict[int, int] = {}
    for _, i, j in sorted(ranked):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _fill_gaps(old: _Articles, new: _Articles, pairs: _Pairs) -> dict[int, int]:
    """Counterparts by place: articles left over between two that are paired in the same order."""
    taken = set(pairs.values())
    ranked: list[tuple[float, int, int]] = []
    for i in (i for i in range(len(old)) if i not in pairs):
        low = next((pairs[k] for k in range(i, -1, -1) if k in pairs), -1)
        high = next((pairs[k] for k in range(i, len(old)) if k in pairs), len(new))
        places = (j for j in range(low + 1, high) if j not in taken)
        ranked += [(-_similarity(old[i].words, new[j].words), i, j) for j in places]
    return _take([rank for rank in ranked if -rank[0] >= _FAINT])


def _moved(here: _Articles, there: _Articles, pairs: _Pairs, back: _Pairs) -> set[tuple[int, int]]:
    """(from here, to there) where a passage of the one is not in its counterpart but in the other.

    Only what the other does not have from its own counterpart counts: nobody gave away what he kept.
    """
    origins = [here[back[j]].pieces if j in back else frozenset() for j in range(len(there))]
    added = [article.pieces - origin for article, origin in zip(there, origins, strict=True)]
    found = set()
    for i, article in enumerate(here):
        kept = there[pairs[i]].pieces if i in pairs else frozenset()
        for passage in article.passages:
            if len(passage) < _SHORTEST or _share(passage, kept) >= _PRESENT:
                continue
            shares = [_share(passage, pieces) for pieces in added]
            if max(shares, default=0.0) >= _PRESENT:
                found.add((i, shares.index(max(shares))))
    return found


def _share(passage: _Pieces, pieces: _Pieces) -> float:
    return len(passage & pieces) / len(passage)


def _state(old: _Articles, new: _Articles, links: set[tuple[int, int]]) -> Iterator[Change]:
    """The changes, with those articles of either edition that have no counterpart."""
    targets, origins = Counter(i for i, _ in links), Counter(j for _, j in links)
    for i, before in enumerate(old):
        if i not in targets:
            yield Change(before.number, None, "removed", 0.0)
        for j in sorted(j for k, j in links if k == i):
            kind = _kind(before, new[j], targets[i], origins[j])
            yield Change(before.number, new[j].number, kind, _similarity(before.text, new[j].text))
    for j, after in enumerate(new):
        if j not in origins:
            yield Change(None, after.number, "new", 0.0)


def _kind(old: _Article, new: _Article, targets: int, origins: int) -> Kind:
    if targets > 1 or origins > 1:
        return "split" if targets > 1 else "merged"
    return "unchanged" if old.text == new.text else "amended"
