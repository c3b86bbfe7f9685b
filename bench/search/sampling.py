"""Queries drawn by script from the text of a site, the same for the same seed and text.

What answers them is decided by substring: the pages whose text, without punctuation, holds the words
asked for. That favours engines that look for substrings, as a reader does who presses Ctrl+F.
"""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import opencc

from bench.search.queries import Query
from corpus.text.numerals import parse_numeral

COUNTS = {
    "2字": 30, "3字": 30, "4字": 35, "6字": 30, "8字": 30,
    "两段": 30, "错一字": 30, "繁体": 20, "阿拉伯条号": 20,
}  # fmt: skip
FEW = 20
"""At most so many pages answer a query with a typo: else it is the engine's luck which it shows."""
NEAR = 20
"""How many characters of nearly the same frequency a typo is chosen from."""
TRIES = 4000
_RUN = re.compile(r"[\u4e00-\u9fff]+")
_ARTICLE = re.compile(r"第([一二三四五六七八九十百零]+)条")
_KEPT = re.compile(r"[^0-9a-z\u3400-\u9fff]+")
_NO_TEXT = re.compile(r"<[^>]+>|复制引用|复制链接")
"""Tags, and the labels of buttons."""


@dataclass(frozen=True)
class Text:
    """The text of a site: of each page its passages, titles among them."""

    pages: dict[str, list[str]]
    normal: dict[str, str] = field(init=False)
    """Of each page its text in lower case without punctuation, a line a passage."""

    def __post_init__(self) -> None:
        lines = {page: "\n".join(map(normalise, texts)) for page, texts in self.pages.items()}
        object.__setattr__(self, "normal", lines)

    @classmethod
    def of(cls, records: list[dict[str, Any]]) -> Text:
        """The text that the theme collected for its own search."""
        pages: dict[str, list[str]] = {}
        for record in records:
            passages = pages.setdefault(record["location"].partition("#")[0], [])
            passages += (html.unescape(_NO_TEXT.sub("\n", record[name])) for name in ("title", "text"))
        return cls(pages)

    def holding(self, *words: str) -> tuple[str, ...]:
        """The pages that hold all of these words."""
        return tuple(page for page, text in self.normal.items() if all(word in text for word in words))

    @cached_property
    def alike(self) -> list[str]:
        """The Chinese characters by frequency: those next to each other are about as frequent."""
        counts = Counter("".join(run for text in self.normal.values() for run in _RUN.findall(text)))
        return sorted(counts, key=lambda character: (counts[character], character))


def normalise(text: str) -> str:
    """Lower case, without punctuation."""
    return _KEPT.sub("", text.lower())


def sampled(text: Text, seed: int = 11, share: float = 1) -> tuple[Query, ...]:
    """About 250 queries; `share` makes them fewer."""
    draw = _Draw(text, random.Random(seed))  # noqa: S311 - repeatable, not secret
    return tuple(query for kind, count in COUNTS.items() for query in draw.some(kind, round(count * share)))


@dataclass(frozen=True)
class _Draw:
    text: Text
    chance: random.Random

    def some(self, kind: str, count: int) -> Iterator[Query]:
        """So many different queries of a kind, or as many as many tries find."""
        kinds: dict[str, Callable[[], Query | None]] = {
            "两段": self._two,
            "错一字": self._typo,
            "繁体": self._traditional,
            "阿拉伯条号": self._article,
        }
        make = kinds.get(kind) or (lambda: self._piece(kind, int(kind[0])))
        seen: set[str] = set()
        for _ in range(TRIES):
            query = make() if len(seen) < count else None
            if query and query.text not in seen:
                seen.add(query.text)
                yield query

    def _words(self, length: int, page: str | None = None) -> str | None:
        """So many characters in a row, not across punctuation."""
        page = page or self.chance.choice(list(self.text.pages))
        found = (run for passage in self.text.pages[page] for run in _RUN.findall(passage))
        runs = [run for run in found if len(run) >= length]
        if not runs:
            return None
        run: str = self.chance.choice(runs)
        start = self.chance.randint(0, len(run) - length)
        return run[start : start + length]

    def _piece(self, kind: str, length: int) -> Query | None:
        words = self._words(length)
        return Query(words, kind, self.text.holding(words)) if words else None

    def _two(self) -> Query | None:
        page = self.chance.choice(list(self.text.pages))
        first, second = (self._words(self.chance.choice((2, 3, 4)), page) for _ in range(2))
        if not first or not second or first == second:
            return None
        return Query(f"{first} {second}", "两段", self.text.holding(first, second))

    def _typo(self) -> Query | None:
        words = self._words(self.chance.choice((4, 5, 6)))
        if not words:
            return None
        place = self.chance.randrange(len(words))
        rank = self.text.alike.index(words[place])
        near = self.text.alike[max(0, rank - NEAR // 2) : rank + NEAR // 2]
        wrong = words[:place] + self.chance.choice(near) + words[place + 1 :]
        relevant = self.text.holding(words)
        if len(relevant) > FEW or self.text.holding(wrong):
            return None
        return Query(wrong, "错一字", relevant)

    def _traditional(self) -> Query | None:
        words = self._words(self.chance.choice((2, 3, 4, 6)))
        converted = opencc.OpenCC("s2t").convert(words) if words else words
        if not words or not converted or converted == words:
            return None
        return Query(converted, "繁体", self.text.holding(words))

    def _article(self) -> Query | None:
        page = self.chance.choice(list(self.text.pages))
        found = _ARTICLE.findall(self.text.normal[page])
        if not found:
            return None
        number = self.chance.choice(found)
        form = self.chance.choice(("{}条", "第{}条")).format(parse_numeral(number))
        return Query(form, "阿拉伯条号", self.text.holding(f"第{number}条"))
