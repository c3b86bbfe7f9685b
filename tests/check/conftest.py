"""Fixtures of the checks: pages with marked lines, laid over the tiny site.

A fixture is a page `<code>….md`, which is laid at the top of the tiny site, or a folder `<code>`
of pages, which is laid over it. A bad line ends in `<!-- ✗ code -->`, in a head in `# ✗ code`,
with a code for each finding on it; the marks are taken out before the page is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from corpus.check import run_checks
from corpus.load import load
from corpus.resolve import Resolution, resolve
from corpus.text.diagnostic import Diagnostic

Mark = tuple[str, int, str]
"""The path below `docs/`, the line, the code."""
MARK = re.compile(r" *(?:<!-- ✗ ([a-z -]+?) -->|# ✗ ([a-z -]+))$")


def files_of(fixture: Path) -> Iterator[tuple[str, str]]:
    """The files of a fixture by the path at which they are laid, marks included."""
    if fixture.is_file():
        yield fixture.name, fixture.read_text(encoding="utf-8")
    else:
        for path in sorted(fixture.rglob("*")):
            if path.is_file():
                yield path.relative_to(fixture).as_posix(), path.read_text(encoding="utf-8")


def unmarked(text: str) -> str:
    return "\n".join(MARK.sub("", line) for line in text.split("\n"))


@pytest.fixture(scope="session")
def marks() -> Callable[[Path], list[Mark]]:
    """The marks in a fixture."""

    def find(fixture: Path) -> Iterator[Mark]:
        for name, text in files_of(fixture):
            for number, line in enumerate(text.split("\n"), 1):
                if mark := MARK.search(line):
                    yield from ((name, number, code) for code in (mark[1] or mark[2]).split())

    return lambda fixture: list(find(fixture))


@pytest.fixture(scope="session")
def laid(
    lay_over: Callable[[Path, Mapping[str, str | bytes | None]], Path],
    tmp_path_factory: pytest.TempPathFactory,
    today: str,
) -> Callable[[Path], Resolution]:
    """The tiny site with a fixture laid over it."""

    @cache
    def resolved(fixture: Path) -> Resolution:
        files = {name: unmarked(text) for name, text in files_of(fixture)}
        return resolve(load(lay_over(tmp_path_factory.mktemp("laid"), files)), today)

    return resolved


@pytest.fixture(scope="session")
def findings(laid: Callable[[Path], Resolution]) -> Callable[[Path], list[tuple[str, Diagnostic]]]:
    """What the checks find in the tiny site with a fixture laid over it, by the path below `docs/`."""

    @cache
    def find(fixture: Path) -> list[tuple[str, Diagnostic]]:
        resolution = laid(fixture)
        root = f"{resolution.corpus.root}/"
        return [(found.path.removeprefix(root), found) for found in run_checks(resolution)]

    return find
