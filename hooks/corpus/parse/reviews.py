"""reviewed.csv: article, sha256 the digest was reviewed against, date; written by the project's own
tools and by hand, so every row is checked."""

from __future__ import annotations

import csv
import re

from corpus.model import Problem, Review
from corpus.text.source import Source

HEADER = ["article", "sha256", "date"]


def parse_reviews(source: Source) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """The rows of the file, and what in it is no row."""
    reviews, problems = [], []
    for line, row in enumerate(csv.reader(source.text.splitlines()), 1):
        if line == 1 and row == HEADER:
            continue
        if len(row) == 3 and re.fullmatch(r"\d+(-\d+)?", row[0]) and re.fullmatch("[0-9a-f]{64}", row[1]):
            reviews.append(Review(*row))
        else:
            problems.append(Problem(source.path, source.line_span(line), "这一行读不懂", "写法：97,<64位sha256>,2026-11-24"))
    return tuple(reviews), tuple(problems)
