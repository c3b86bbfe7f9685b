"""Checks of a case's dates, editions, sanctions and answers, on cases that differ in one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType

import pytest

from corpus.check import (
    conduct_after_decision,
    edition_not_in_force,
    question_without_provision,
    sanction_outside_tier,
)
from corpus.resolve import Resolution

ResolveWith = Callable[[Mapping[str, str | bytes | None]], Resolution]
RENUMBERING = (
    "from_edition,from_article,to_edition,to_article,kind\n2019,6,2024,9,unchanged\n2019,4,2024,7,amended\n"
)
CASE = """---
title: 借来的车
summary: 干部甲借用办事群众车辆。
discipline: [廉洁纪律]
topics: []
post: 一般干部
field: 综合
conduct: {from: START, to: END}
decided: DECIDED
sanctions: [SANCTIONS]
EXTRA
citations:
  - {provision: PROVISION, conduct: 借车, reason: 借了就算}
provenance: {kind: composed}
questions:
  - {ask: 还了还算吗？, answer: ANSWER}
  - {ask: 收的是卡呢？, answer: 看《廉洁办事条例》第七条。}
lesson: 车可以坐公交。
reviewed: 2026-11-20
---
# 借来的车
"""
USUAL = {
    "START": "2024-08",
    "END": "2025-03",
    "DECIDED": "2025-06",
    "SANCTIONS": "严重警告",
    "EXTRA": "",
    "PROVISION": "《廉洁办事条例》第九条",
    "ANSWER": "算，看《廉洁办事条例》第九条。",
}


@pytest.fixture
def found(resolve_with: ResolveWith) -> Callable[..., list[str]]:
    """The texts of a check's findings in the case, with some of its values changed."""

    def find(check: ModuleType, **changes: str) -> list[str]:
        text = CASE
        for name, value in (USUAL | changes).items():
            text = text.replace(name, value)
        files = {"cases/car.md": text, "regulations/honest-service/renumbering.csv": RENUMBERING}
        resolution = resolve_with(files)
        assert [problem.message for problem in resolution.corpus.problems] == []
        return [finding.text for finding in check.check(resolution) if "car.md" in finding.path]

    return find


@pytest.mark.parametrize(
    ("start", "end", "decided", "expected"),
    [
        ("2024-08", "2025-03", "2025-06", []),
        ("2025-06-30", "2025-06-30", "2025-06-30", []),
        ("2025", "2025", "2025-01-01", []),
        ("2024-05", "2024", "2024-02", ["2024-05"]),
        ("2025-05", "2025", "2025-05", []),
        ("2024-08", "2025-07", "2025-06", ["2025-07"]),
        ("2025-07-02", "2025-07-03", "2025-07-01", ["2025-07-03"]),
        ("2025-07", "未公布", "2025-06", ["2025-07"]),
        ("2026", "2026", "2025", ["2026"]),
        ("2025-06-02", "2025-06-01", "2025-07", ["2025-06-01"]),
        ("2025-06", "2025", "未公布", []),
        ("未公布", "未公布", "2025", []),
    ],
)
def test_dates_are_compared_by_what_they_can_mean(
    found: Callable[..., list[str]], start: str, end: str, decided: str, expected: list[str]
) -> None:
    extra = 'edition: "2024"' if end == "未公布" else ""
    assert found(conduct_after_decision, START=start, END=end, DECIDED=decided, EXTRA=extra) == expected


@pytest.mark.parametrize(
    ("end", "mark", "extra", "wrong"),
    [
        ("2025-03", "", "", False),
        ("2024-06-30", "（2024年）", "", True),
        ("2024-07-01", "（2024年）", "", False),
        ("2024", "（2024年）", "", False),
        ("2024", "（2019年）", "", False),
        ("2024-07", "（2019年）", "", True),
        ("2024-06", "（2019年）", "", False),
        ("2019-02", "（2019年）", "", True),
        ("2024-06-30", "（2024年）", "edition_reason: 新版处理较轻", False),
        ("2024-06-30", "", 'edition: "2024"', True),
        ("未公布", "", 'edition: "2024"', False),
        ("未公布", "（2019年）", 'edition: "2019"', False),
    ],
)
def test_an_edition_must_have_been_in_force(
    found: Callable[..., list[str]], end: str, mark: str, extra: str, *, wrong: bool
) -> None:
    provision = f"《廉洁办事条例》{mark}第四条"
    expected = [provision] if wrong else []
    assert found(edition_not_in_force, START="2018", END=end, EXTRA=extra, PROVISION=provision) == expected


def adjusted(kind: str) -> str:
    return f"adjustment: {{kind: {kind}, provision: 《廉洁办事条例》第五条, reason: 两辆车}}"


@pytest.mark.parametrize(
    ("provision", "sanctions", "extra", "expected"),
    [
        ("第九条", "严重警告", "", []),
        ("第九条", "", "", []),
        ("第九条", "政务开除", "", []),
        ("第九条", "警告, 政务警告", "", ["警告"]),
        ("第九条", "警告", adjusted("减轻"), []),
        ("第九条", "警告", adjusted("从轻"), ["警告"]),
        ("第九条", "撤销党内职务", adjusted("加重"), []),
        ("第九条", "留党察看", adjusted("加重"), ["留党察看"]),
        ("第九条", "撤销党内职务", adjusted("合并"), []),
        ("第九条", "警告", adjusted("合并"), ["警告"]),
        ("第七条第一款", "开除党籍", "", []),
        ("第七条第一款、第九条", "警告", "", []),
        ("第八条", "严重警告", "", ["严重警告"]),
        ("第八条第二款", "警告", "", ["警告"]),
        ("第四条", "警告", "", []),  # 总则 alone: chapter-only-basis says so
        ("第四条、第九条", "警告", "", ["警告"]),
        ("第九条、第九条之一", "警告", "", []),  # an article whose tiers are not known
        ("第八条至第九条", "开除党籍", "", []),
    ],
)
def test_a_sanction_must_be_in_a_tier(
    found: Callable[..., list[str]], provision: str, sanctions: str, extra: str, expected: list[str]
) -> None:
    changes = {"PROVISION": f"《廉洁办事条例》{provision}", "SANCTIONS": sanctions, "EXTRA": extra}
    assert found(sanction_outside_tier, **changes) == expected


@pytest.mark.parametrize(("article", "expected"), [("第六条", ["警告"]), ("第四条", []), ("第五条", [])])
def test_an_older_edition_borrows_the_tiers_of_an_unchanged_article(
    found: Callable[..., list[str]], article: str, expected: list[str]
) -> None:
    changes = {"START": "2023", "END": "2023", "PROVISION": f"《廉洁办事条例》{article}", "SANCTIONS": "警告"}
    assert found(sanction_outside_tier, **changes) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("算，看《廉洁办事条例》第九条。", []),
        ("算，看《村务公开规定》第三条第（一）项。", []),
        ("算，看《廉洁办事条例》第二章。", []),
        ("算，看《廉洁办事条例》。", ["answer"]),
        ("算。", ["answer"]),
    ],
)
def test_an_answer_names_a_provision(
    found: Callable[..., list[str]], answer: str, expected: list[str]
) -> None:
    assert found(question_without_provision, ANSWER=answer) == expected
