"""Prints what was measured: a table a site, a row a contender; and the report that is kept."""

from __future__ import annotations

import statistics
import unicodedata
from collections.abc import Sequence
from typing import Any

from bench.search.scoring import Answered, Score, by_kind, score
from bench.search.trial import Row

HEADINGS = (
    "",
    "人写：召回@10",
    "MRR",
    "无结果",
    "抽样：召回@10",
    "MRR",
    "无结果",
    "下载 KB",
    "冷启动 ms",
    "p50 ms",
    "p95 ms",
    "盘上：开页停顿 ms",
    "首查停顿 ms",
    "首查 ms",
)
TARGETS = (("冷启动", 0.25), ("下载", 1.0), ("从盘上打开的最长停顿", 0.25))
SLOWEST = 20
"""Milliseconds that 95 of 100 queries should stay below."""


def table(rows: Sequence[Row]) -> list[str]:
    """The figures, a line a contender."""
    return _aligned([HEADINGS, *map(_cells, rows)])


def _cells(row: Row) -> tuple[str, ...]:
    freeze = row.freeze
    return (
        row.name,
        *_scores(row.written),
        *_scores(row.sampled),
        f"{row.start.bytes / 1000:.0f}",
        f"{row.start.milliseconds:.0f}",
        f"{statistics.median(row.warm):.1f}",
        f"{_slow(row):.1f}",
        *(
            (f"{freeze.opening:.0f}", f"{freeze.asking:.0f}", f"{freeze.result:.0f}")
            if freeze
            else ("—",) * 3
        ),
    )


def _slow(row: Row) -> float:
    """The 95th percentile of the times of the queries."""
    return statistics.quantiles(row.warm, n=20)[-1]


def _scores(answers: Sequence[Answered]) -> tuple[str, ...]:
    if not answers:
        return ("—",) * 3
    found = score(answers)
    return f"{found.recall:.3f}", f"{found.rank:.3f}", f"{found.none:.1%}"


def kinds(rows: Sequence[Row], *, sampled: bool) -> list[str]:
    """Recall@10 of every kind of query, a line a kind."""
    columns = [by_kind(row.sampled if sampled else row.written) for row in rows]
    lines = [("抽样查询" if sampled else "人写查询", "条数", *(row.name for row in rows))]
    lines += [
        (kind, f"{first.queries}", *(f"{column[kind].recall:.2f}" for column in columns))
        for kind, first in columns[0].items()
    ]
    return _aligned(lines)


def absent(rows: Sequence[Row], topics: int) -> str:
    """How often a topic that the site does not have got results that pass for right ones."""
    counts = "，".join(f"{row.name} {row.sure}" for row in rows)
    return f"站上没有的{topics}个话题，给出正式结果（不标“近似结果”）的：{counts}"


def ratios(ours: Row, theme: Row) -> list[str]:
    """Ours as a share of the theme's, and our slow queries, beside what they should be."""
    pairs = [
        (ours.start.milliseconds, theme.start.milliseconds),
        (ours.start.bytes, theme.start.bytes),
        (ours.freeze.longest, theme.freeze.longest) if ours.freeze and theme.freeze else None,
    ]
    lines = [
        f"{name}是主题自带的 {pair[0] / pair[1]:.2f}（目标 ≤ {target:g}，{_reached(pair[0] / pair[1] <= target)}）"
        for (name, target), pair in zip(TARGETS, pairs, strict=True)
        if pair
    ]
    slow = _slow(ours)
    return [*lines, f"本站的 p95 是 {slow:.1f} ms（目标 ≤ {SLOWEST}，{_reached(slow <= SLOWEST)}）"]


def _reached(reached: bool) -> str:  # noqa: FBT001 - one word for a truth
    return "达到" if reached else "没有达到"


def kept(rows: Sequence[Row], absent_topics: int) -> dict[str, Any]:
    """The scores on the queries that people wrote: data which the site may show."""
    return {
        "queries": len(rows[0].written),
        "absent": absent_topics,
        "contenders": [
            {
                "name": row.name,
                **_fields(score(row.written)),
                "absent_sure": row.sure,
                "kinds": {kind: _fields(value) for kind, value in by_kind(row.written).items()},
            }
            for row in rows
        ],
    }


def _fields(value: Score) -> dict[str, float]:
    return {
        "queries": value.queries,
        "recall_at_10": round(value.recall, 4),
        "mrr": round(value.rank, 4),
        "zero_results": round(value.none, 4),
    }


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    """Columns of equal width: the first to the left, the others to the right."""
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(_padded(cell, widths[i], left=i == 0) for i, cell in enumerate(line)) for line in lines]


def _padded(cell: str, width: int, *, left: bool) -> str:
    space = " " * (width - _width(cell))
    return cell + space if left else space + cell


def _width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
