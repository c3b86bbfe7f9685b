"""Every check on fixtures: exactly the marked lines are found, and the words of the finding are right.

A fixture is a page `<code>….md`, which is laid at the top of the tiny site, or a folder `<code>`
of pages, which is laid over it. A bad line ends in `<!-- ✗ code -->`, in a head in `# ✗ code`,
with a code for each finding on it; the marks are taken out before the page is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from corpus.check import CHECKS, RULES, code_of, run_checks
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]
HERE = Path(__file__).parent
FIXTURES = sorted(path for path in HERE.iterdir() if path.suffix == ".md" or path.is_dir())
FIXTURES = [path for path in FIXTURES if not path.name.startswith("_")]
MARK = re.compile(r" *(?:<!-- ✗ ([a-z -]+?) -->|# ✗ ([a-z -]+))$")


def files_of(fixture: Path) -> Iterator[tuple[str, str]]:
    """The files of a fixture by the path at which they are laid, marks included."""
    if fixture.is_file():
        yield fixture.name, fixture.read_text(encoding="utf-8")
    else:
        for path in sorted(fixture.rglob("*")):
            if path.is_file():
                yield path.relative_to(fixture).as_posix(), path.read_text(encoding="utf-8")


def marks_of(name: str, text: str) -> Iterator[tuple[str, int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if mark := MARK.search(line):
            yield from ((name, number, code) for code in (mark[1] or mark[2]).split())


def unmarked(text: str) -> str:
    return "\n".join(MARK.sub("", line) for line in text.split("\n"))


def findings(resolve_with: Resolve, fixture: Path) -> list[tuple[str, Diagnostic]]:
    """What the checks find in the tiny site with a fixture laid over it, by the path below `docs/`."""
    resolution = resolve_with({name: unmarked(text) for name, text in files_of(fixture)})
    root = f"{resolution.corpus.root}/"
    return [(found.path.removeprefix(root), found) for found in run_checks(resolution)]


def test_the_tiny_site_is_clean(resolution: Resolution) -> None:
    assert run_checks(resolution) == ()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_exactly_the_marked_lines_are_found(resolve_with: Resolve, fixture: Path) -> None:
    marked = Counter(mark for name, text in files_of(fixture) for mark in marks_of(name, text))
    found = Counter((path, finding.line, finding.code) for path, finding in findings(resolve_with, fixture))
    assert found == marked


@pytest.mark.parametrize("code", [code for code, _ in RULES])
def test_every_check_has_a_fixture_that_fails(code: str) -> None:
    fixtures = [path for path in FIXTURES if path.name.removesuffix(".md").startswith(code)]
    marked = [mark for path in fixtures for name, text in files_of(path) for mark in marks_of(name, text)]
    assert code in {code for _, _, code in marked}


def test_a_code_is_the_name_of_its_file() -> None:
    codes = [code_of(check) for check in CHECKS]
    files = {path.stem.replace("_", "-") for path in Path(str(CHECKS[0].__file__)).parent.glob("*.py")}
    assert len(codes) == len(set(codes))
    assert {*codes, "unused-suppression"} == files - {"--init--", "report"}
