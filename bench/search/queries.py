"""Queries: those that people wrote, and those that must find nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench import ROOT

GOLD = ROOT / "tests/gold"
WRITTEN = ("search-queries.jsonl", "search-queries-2.jsonl")
ABSENT = "search-absent.txt"


@dataclass(frozen=True)
class Query:
    """What is typed, what kind of query it is, and the locations that answer it.

    A location without an anchor is answered by any hit on its page. `also` are further right
    answers: none has to come, but each is as good as a first one.
    """

    text: str
    kind: str
    relevant: tuple[str, ...]
    also: tuple[str, ...] = ()


def written(folder: Path = GOLD) -> tuple[Query, ...]:
    """The queries that people wrote, with their own judgement of what answers them."""
    rows = [json.loads(line) for name in WRITTEN for line in _lines(folder / name)]
    return tuple(
        Query(row["query"], row["kind"], tuple(row["relevant"]), tuple(row.get("also", ()))) for row in rows
    )


def absent(folder: Path = GOLD) -> tuple[str, ...]:
    """Queries for what the site has nothing about."""
    return tuple(_lines(folder / ABSENT))


def _lines(path: Path) -> Iterable[str]:
    text = path.read_text("utf-8") if path.exists() else ""
    return (line for line in text.splitlines() if line.strip())
