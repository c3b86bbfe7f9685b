"""The gold sets: what is recognised, and what a sentence on an old number gives away."""

from __future__ import annotations

import importlib.util
import json
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from corpus.check import likely_superseded_number
from corpus.load import load
from corpus.resolve import resolve

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests/gold"


def command(name: str) -> ModuleType:
    """A command of the gold folder as a module."""
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look for it there
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    found: dict[str, Any] = command("score_citations").score()
    return found


def test_the_citations_of_the_gold_set_are_found(report: dict[str, Any]) -> None:
    totals = command("score_citations").totals(report)
    assert totals["precision"] >= 0.99
    assert totals["recall"] >= 0.98
    assert totals["exact pinpoint"] >= 0.97
    assert totals["exact regulation and edition"] >= 0.95


def test_no_citation_is_lost_against_the_committed_report(report: dict[str, Any]) -> None:
    scores = command("score_citations")
    committed = json.loads(scores.REPORT.read_text("utf-8"))
    assert [line for line in scores.changes(committed, report) if line.startswith("-")] == []


def test_every_citation_of_the_gold_set_is_where_it_says() -> None:
    rows = list(command("score_citations").rows())
    assert sum(len(row["citations"]) for row in rows) >= 500
    for row in rows:
        for citation in row["citations"]:
            assert row["text"][citation["start"] : citation["end"]] == citation["text"]


def test_sentences_give_an_old_number_away(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (GOLD / "superseded-numbers.jsonl").read_text("utf-8").splitlines()]
    text = tmp_path / "sentences.txt"
    text.write_text("\n".join(row["text"] for row in rows), "utf-8")
    resolution = resolve(load(ROOT / "docs", [str(text)]), "2026-11-24")
    found = {
        finding.line
        for finding in likely_superseded_number.check(resolution)
        if finding.path.endswith("sentences.txt")
    }
    old = {line for line, row in enumerate(rows, 1) if row["expected"]}
    assert len(old) >= 40
    assert len(found & old) / len(old) >= 0.6
    assert found - old == set()


@pytest.fixture(scope="module")
def proofread() -> dict[str, Any]:
    """The scores of the proofreading sets by the names of their folders."""
    scores = command("score_proofreading")
    return {name: scores.score(GOLD / name) for name in scores.FOLDERS}


@pytest.fixture(scope="module")
def proofreading(proofread: dict[str, Any]) -> dict[str, Any]:
    """The figures of the proofreading sets, as the report holds them."""
    scores = command("score_proofreading")
    return {name: scores.report(result) for name, result in proofread.items()}


def test_most_planted_defects_are_found_and_few_findings_are_false(proofreading: dict[str, Any]) -> None:
    kinds = [row for figures in proofreading.values() for row in figures["kinds"]]
    checks = [row for figures in proofreading.values() for row in figures["checks"]]
    found = sum(row["found"] for row in kinds)
    assert found / sum(row["planted"] for row in kinds) >= 0.85
    true = sum(round(row["findings"] * row["precision"]) for row in checks)
    assert true / sum(row["findings"] for row in checks) >= 0.9


def test_the_report_on_proofreading_is_near_what_scoring_gives(proofreading: dict[str, Any]) -> None:
    """Not the same to the last finding: what the site itself writes is evidence, so a new page may move one."""
    committed = json.loads(command("score_proofreading").REPORT.read_text("utf-8"))
    assert {name: figures["defects"] for name, figures in committed.items()} == {
        name: figures["defects"] for name, figures in proofreading.items()
    }
    for name, figures in proofreading.items():
        assert figures["recall"] == pytest.approx(committed[name]["recall"], abs=0.03)
        assert figures["precision"] == pytest.approx(committed[name]["precision"], abs=0.03)


def test_the_planted_defects_are_many_of_many_kinds_and_where_they_say(proofread: dict[str, Any]) -> None:
    for name, result in proofread.items():
        assert len(result.defects) >= 60  # each was at its place, or scoring had failed
        assert len({defect.kind for defect in result.defects}) >= 10
        assert len({defect.file for defect in result.defects}) >= 6
        written = {path.name for path in (GOLD / name).iterdir()} - {"defects.jsonl"}
        assert {defect.file for defect in result.defects} < written
        assert all(defect.text != defect.right for defect in result.defects)
        places = sorted((defect.file, defect.span) for defect in result.defects)
        for (file, span), (next_file, next_span) in pairwise(places):
            assert file != next_file or span.end <= next_span.start


def test_the_clean_documents_are_long_enough_to_count_false_alarms(proofreading: dict[str, Any]) -> None:
    assert sum(figures["clean_characters"] for figures in proofreading.values()) >= 5000
    assert all(figures["clean_characters"] >= 2500 for figures in proofreading.values())
