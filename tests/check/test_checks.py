"""Every check on fixtures (see `conftest.py`): exactly the marked lines are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.check import CHECKS, RULES, code_of, run_checks
from corpus.render.data import data_files
from corpus.render.page import render_page
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic

Marks = Callable[[Path], list[tuple[str, int, str]]]
Findings = Callable[[Path], list[tuple[str, Diagnostic]]]
FIXTURES = sorted(
    path
    for path in Path(__file__).parent.iterdir()
    if path.suffix == ".md" or (path.is_dir() and not path.name.startswith("_"))
)


def test_the_tiny_site_is_clean(resolution: Resolution) -> None:
    assert run_checks(resolution) == ()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_exactly_the_marked_lines_are_found(findings: Findings, marks: Marks, fixture: Path) -> None:
    found = Counter((path, finding.line, finding.code) for path, finding in findings(fixture))
    assert found == Counter(marks(fixture))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_a_page_with_findings_can_still_be_rendered(
    laid: Callable[[Path], Resolution], fixture: Path
) -> None:
    resolution = laid(fixture)
    assert all(render_page(resolution, page.path) for page in resolution.corpus.pages)
    assert all(text for _, text in data_files(resolution))


@pytest.mark.parametrize("code", [code for code, _ in RULES])
def test_every_check_has_a_fixture_that_fails(marks: Marks, code: str) -> None:
    fixtures = [path for path in FIXTURES if path.name.removesuffix(".md").startswith(code)]
    assert code in {mark[2] for path in fixtures for mark in marks(path)}


def test_a_code_is_the_name_of_its_file() -> None:
    codes = [code_of(check) for check in CHECKS]
    files = {path.stem.replace("_", "-") for path in Path(str(CHECKS[0].__file__)).parent.glob("*.py")}
    assert len(codes) == len(set(codes))
    assert {*codes, "unused-suppression"} == files - {"--init--", "report"}
