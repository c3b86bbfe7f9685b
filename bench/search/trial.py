"""Puts the same questions to every contender on a site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser

from bench.search.box import Freeze, freeze
from bench.search.browser import Answer, Server, Start, answers, first_answer
from bench.search.contenders import Contender
from bench.search.queries import Query
from bench.search.scoring import Answered
from bench.search.sites import Site


@dataclass(frozen=True)
class Questions:
    """Queries that people wrote, queries drawn by script, topics that the site does not have."""

    written: tuple[Query, ...]
    sampled: tuple[Query, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """What was measured of a contender on a site."""

    name: str
    written: tuple[Answered, ...]
    sampled: tuple[Answered, ...]
    sure: int
    """How many of the absent topics got results that pass for right ones."""
    start: Start
    warm: tuple[float, ...]
    """Milliseconds of each query."""
    freeze: Freeze | None
    """Of its real search box from disk, where it has one."""


@dataclass(frozen=True)
class Trial:
    """A site and what is asked there."""

    browser: Browser
    site: Site
    questions: Questions
    rounds: int

    @property
    def _opening(self) -> str:
        """The first query of a page: the beginning of a title, which every contender finds."""
        records = self.site.index["docs"]
        return re.split(r"\W", records[len(records) // 2]["title"])[0]

    def row(self, who: Contender) -> Row:
        """All figures of a contender."""
        asked = self.questions
        texts = [query.text for query in (*asked.written, *asked.sampled)]
        with Server(self.site.folder) as server:
            start = first_answer(self.browser, server, who, self._opening, self.rounds)
            found = answers(self.browser, server, who, [*texts, *asked.absent])
        absent = found[len(texts) :]
        return Row(
            name=who.name,
            written=_answered(asked.written, found),
            sampled=_answered(asked.sampled, found[len(asked.written) :]),
            sure=sum(answer.sure for answer in absent),
            start=start,
            warm=tuple(answer.milliseconds for answer in found),
            freeze=freeze(self.browser, who.page, self._opening, self.rounds) if who.page else None,
        )


def _answered(queries: Sequence[Query], found: Sequence[Answer]) -> tuple[Answered, ...]:
    """Each query with the locations that came for it, page by page."""
    return tuple(Answered(query, answer.pages) for query, answer in zip(queries, found, strict=False))
