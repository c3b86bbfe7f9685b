"""How good the answers are: recall in the first ten, rank of the first right one, no answer at all."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.search.queries import Query

FIRST = 10


@dataclass(frozen=True)
class Score:
    """Of so many queries: recall@10, mean reciprocal rank within ten, share without any result."""

    queries: int
    recall: float
    rank: float
    none: float


@dataclass(frozen=True)
class Answered:
    """A query and what came: the locations of each page, in the order in which they are shown."""

    query: Query
    shown: tuple[tuple[str, ...], ...]

    @property
    def found(self) -> list[int]:
        """The ranks, from 1, of the pages at which each relevant location that came stands first."""
        return self._ranks(self.query.relevant)

    @property
    def first(self) -> int:
        """The rank of the first right answer, 0 where none came."""
        return min(self._ranks((*self.query.relevant, *self.query.also)), default=0)

    def _ranks(self, wanted: Iterable[str]) -> list[int]:
        ranks = (
            next((i for i, page in enumerate(self.shown[:FIRST], 1) if any(matches(x, one) for x in page)), 0)
            for one in wanted
        )
        return sorted(rank for rank in ranks if rank)

    @property
    def recall(self) -> float:
        """The relevant among the first ten, as a share of as many as could be there."""
        return min(1.0, len(self.found) / min(FIRST, len(self.query.relevant)))


def matches(location: str, wanted: str) -> bool:
    """The same page and, where one is wanted, the same anchor or one within it."""
    page, _, anchor = location.partition("#")
    wanted_page, _, wanted_anchor = wanted.partition("#")
    inside = anchor == wanted_anchor or anchor.startswith(f"{wanted_anchor}__")
    return page == wanted_page and (not wanted_anchor or inside)


def score(answers: Sequence[Answered]) -> Score:
    """The means over all queries."""
    ranks = [1 / answer.first if answer.first else 0 for answer in answers]
    return Score(
        queries=len(answers),
        recall=statistics.fmean(answer.recall for answer in answers),
        rank=statistics.fmean(ranks),
        none=statistics.fmean(not answer.shown for answer in answers),
    )


def by_kind(answers: Sequence[Answered]) -> dict[str, Score]:
    """The same for each kind of query, in the order of the queries."""
    kinds = dict.fromkeys(answer.query.kind for answer in answers)
    return {kind: score([answer for answer in answers if answer.query.kind == kind]) for kind in kinds}
