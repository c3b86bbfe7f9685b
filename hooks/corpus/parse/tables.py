"""The two tables beside a regulation's pages; people edit them, so every row is checked."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import get_args

from corpus.model import ChangeKind, Problem, Renumbering, Review
from corpus.text.source import Source, Span

_ARTICLE = re.compile(r"\d+(?:-\d+)?")
_EDITION = re.compile(r"\d{4}")
REVIEWED = ["article", "sha256", "date"]
RENUMBERING = ["from_edition", "from_article", "to_edition", "to_article", "kind"]


def parse_reviews(source: Source) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """reviewed.csv: article, sha256 of the text the digest was reviewed against, date."""
    reviews, problems = [], []
    for span, row in _rows(source, REVIEWED):
        if len(row) == 3 and _ARTICLE.fullmatch(row[0]) and re.fullmatch("[0-9a-f]{64}", row[1]):
            reviews.append(Review(*row))
        else:
            problems.append(Problem(source.path, span, "这一行读不懂", "写法：97,64位sha256,2026-11-24"))
    return tuple(reviews), tuple(problems)


def parse_renumbering(source: Source) -> tuple[tuple[Renumbering, ...], tuple[Problem, ...]]:
    """renumbering.csv: which article of one edition became which of the next; a row a pair, an
    empty article where one is new or removed.
    """
    pairs, problems = [], []
    for span, row in _rows(source, RENUMBERING):
        if len(row) == 5 and _is_pair(row):
            before, after = row[1] or None, row[3] or None
            pairs.append(Renumbering(row[0], before, row[2], after, row[4]))  # type: ignore[arg-type]
        else:
            kinds = "、".join(get_args(ChangeKind))
            problems.append(
                Problem(source.path, span, "这一行读不懂", f"写法：2018,88,2023,97,amended（种类：{kinds}）")
            )
    return tuple(pairs), tuple(problems)


def _is_pair(row: list[str]) -> bool:
    articles = [article for article in (row[1], row[3]) if article]
    editions = _EDITION.fullmatch(row[0]) and _EDITION.fullmatch(row[2])
    return bool(
        editions and articles and row[4] in get_args(ChangeKind) and all(map(_ARTICLE.fullmatch, articles))
    )


def _rows(source: Source, header: list[str]) -> Iterator[tuple[Span, list[str]]]:
    """Each row after the header, and its line."""
    for line, row in enumerate(csv.reader(source.text.splitlines()), 1):
        if row and row != header:
            yield source.line_span(line), row
