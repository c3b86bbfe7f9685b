"""A large site out of the words of ours, the same for the same seed: invented rules and notices.

Its sentences are those of our digests, cases and terms, taken apart and put together anew, and
sentences with invented names, things and sums: so a query has few answers or many, as on a real site.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bench.search.synthetic_words import (
    FACTS,
    FIRMS,
    HEADS,
    OBJECTS,
    OFFICES,
    PLACE_ENDS,
    PLACE_STARTS,
    POSTS,
    SUBJECTS,
    TRADES,
)
from corpus.model import Corpus
from corpus.resolve.outline import article_label

LEAST, MOST = 600, 900
"""How many characters a page has, headings left out."""
ARTICLES = 25
"""How many articles a rule has: a page each."""
_MARKUP = re.compile(r"<!--.*?-->|^#.*$|^\|.*$|^[-*] |\]\([^)]*\)|[\[\]*`]", re.MULTILINE | re.DOTALL)
_SENTENCE = re.compile(r"[^。！？\n]{8,120}[。！？]")


@dataclass(frozen=True)
class SyntheticPage:
    """A page: its file's name and its Markdown."""

    name: str
    markdown: str


def sentences(corpus: Corpus) -> tuple[str, ...]:
    """The sentences of the digests, cases and terms."""
    digests = [d.text for r in corpus.regulations for e in r.editions for d in e.digests]
    cases = [page.body for page in corpus.pages if page.kind == "case"]
    terms = [term.definition for term in corpus.terms]
    text = "\n".join(_MARKUP.sub("", part) for part in (*digests, *cases, *terms))
    return tuple(dict.fromkeys(match[0].strip() for match in _SENTENCE.finditer(text)))


def pages(corpus: Corpus, count: int, seed: int = 7) -> Iterator[SyntheticPage]:
    """So many pages; every third is an article of an invented rule, the others are notices."""
    writer = _Writer(random.Random(seed), sentences(corpus))  # noqa: S311 - repeatable, not secret
    rule = ""
    for number in range(count):
        article, kind = divmod(number, 3)
        if kind:
            text = writer.notice()
        else:
            rule = writer.rule() if article % ARTICLES == 0 else rule
            text = writer.article(rule, article % ARTICLES + 1)
        yield SyntheticPage(f"p{number:05}.md", text)


@dataclass(frozen=True)
class _Writer:
    """Writes by chance."""

    chance: random.Random
    stock: tuple[str, ...]

    def rule(self) -> str:
        """The name of an invented rule."""
        return f"{self._place()}{self.chance.choice(SUBJECTS)}管理规定"

    def article(self, rule: str, number: int) -> str:
        """An article of it."""
        thing, subject = self.chance.choice(OBJECTS), self.chance.choice(SUBJECTS)
        return (
            f"# {article_label(str(number))} {subject}中的{thing}\n\n《{rule}》{article_label(str(number))}。"
            f"\n\n{self._prose(self._length())}\n"
        )

    def notice(self) -> str:
        """What someone did, in sections."""
        who = f"{self._place()}{self.chance.choice(OFFICES)}{self.chance.choice(POSTS)}"
        title = f"{who}{self.chance.choice(HEADS)}{self.chance.choice(OBJECTS)}"
        length = self._length() // 3
        sections = (f"## {name}\n\n{self._prose(length)}\n" for name in ("经过", "处理", "提醒"))
        return f"# {title}\n\n" + "\n".join(sections)

    def _length(self) -> int:
        return self.chance.randint(LEAST, MOST)

    def _prose(self, length: int) -> str:
        """Sentences until the length is reached, a paragraph about every 150 characters."""
        text = since = ""
        while len(text) < length:
            sentence = self._fact() if self.chance.random() < 0.3 else self._recombined()
            since += sentence
            text += sentence
            if len(since) > 150:
                text, since = text + "\n\n", ""
        return text

    def _recombined(self) -> str:
        """The head of one sentence and the tail of another, with other numbers."""
        heads, tails = (self.chance.choice(self.stock).split("，") for _ in range(2))
        cut = self.chance.randint(1, len(heads))
        joined = "，".join([*heads[:cut], *tails[min(cut, len(tails) - 1) :]])
        return re.sub(r"\d+", lambda number: str(self.chance.randint(1, 10 ** len(number[0]))), joined)

    def _fact(self) -> str:
        """A sentence of invented names and things."""
        return self.chance.choice(FACTS).format(
            place=self._place(),
            office=self.chance.choice(OFFICES),
            post=self.chance.choice(POSTS),
            firm=f"{self.chance.choice(FIRMS)}{self.chance.choice(FIRMS)}{self.chance.choice(TRADES)}公司",
            thing=self.chance.choice(OBJECTS),
            subject=self.chance.choice(SUBJECTS),
            year=self.chance.randint(2015, 2026),
            month=self.chance.randint(1, 12),
            sum=self.chance.randint(1, 999) * 100,
            count=self.chance.randint(2, 60),
        )

    def _place(self) -> str:
        parts = (self.chance.choice(PLACE_STARTS), self.chance.choice(PLACE_STARTS))
        return "".join(parts) + self.chance.choice(PLACE_ENDS)
