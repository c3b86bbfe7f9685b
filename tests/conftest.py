"""A tiny fictional knowledge base (`site/`): as it is, changed, or built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import settings

from corpus.load import load
from corpus.model import Corpus
from corpus.resolve import Resolution, resolve

# A slow machine is no failure: nothing here is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parents[1]
SITE = ROOT / "tests/site"
Files: TypeAlias = Mapping[str, str | bytes | None]


@pytest.fixture(scope="session")
def today() -> str:
    return "2026-11-24"


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return load(SITE / "docs")


@pytest.fixture(scope="session")
def resolution(corpus: Corpus, today: str) -> Resolution:
    return resolve(corpus, today)


@pytest.fixture(scope="session")
def lay_over() -> Callable[[Path, Files], Path]:
    """Lay files (text, bytes, or None to delete) over a copy of the tiny site in a folder; returns its docs.

    The copy has no official text; a file whose name begins with `official/` is laid beside `docs/`.
    """

    def laid(base: Path, files: Files) -> Path:
        docs = base / "docs"
        if not docs.exists():
            shutil.copytree(SITE / "docs", docs)
        for name, content in files.items():
            path = (base if name.startswith("official/") else docs) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return docs

    return laid


@pytest.fixture
def lay(lay_over: Callable[[Path, Files], Path], tmp_path: Path) -> Callable[[Files], Path]:
    """Lay files over a copy of the tiny site that this test has for itself; returns its docs folder."""
    return lambda files: lay_over(tmp_path, files)


@pytest.fixture
def resolve_with(lay: Callable[[Files], Path], today: str) -> Callable[[Files], Resolution]:
    """Resolve the tiny site with files laid over it."""
    return lambda files: resolve(load(lay(files)), today)


Build: TypeAlias = Callable[[Path, Path], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def build() -> Build:
    """Build a docs folder into a site folder as `make site` does."""

    def built(docs: Path, site: Path) -> subprocess.CompletedProcess[str]:
        config = docs.parent / "mkdocs.yml"
        if not config.exists():
            text = (SITE / "mkdocs.yml").read_text(encoding="utf-8")
            config.write_text(text.replace("../..", ROOT.as_posix()), encoding="utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site)]
        variables = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795478400", "PYTHONUTF8": "1"}
        return subprocess.run(
            command, env=os.environ | variables, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return built


@pytest.fixture(scope="session")
def built(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built strictly."""
    site = tmp_path_factory.mktemp("built")
    done = build(SITE / "docs", site)
    assert done.returncode == 0, done.stderr
    return site
