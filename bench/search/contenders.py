"""Those that search: ours, the theme's own with and without jieba, and Pagefind."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from bench.search.sites import INDEX, OURS, THEME, Site, segmented

PAGEFIND, SHIM = "node_modules/.bin/pagefind", "node_modules/iframe-worker/shim/index.js"
Settings: TypeAlias = Callable[[Path], dict[str, Any]]
"""What a page of the theme, opened in a browser, tells the theme's script."""


@dataclass(frozen=True)
class Contender:
    """Who searches: what `driver.js` needs to start it, and its page for file://, if it has one."""

    name: str
    start: dict[str, Any]
    page: Path | None = None


@dataclass(frozen=True)
class Tools:
    """Where the other contenders are installed."""

    jieba: Path
    npm: Path

    def missing(self) -> Iterator[str]:
        """The names of those that are not there."""
        if not self.jieba.exists():
            yield "jieba"
        if not (self.npm / PAGEFIND).exists():
            yield "Pagefind"
        if not (self.npm / SHIM).exists():
            yield "主题从盘上打开时的 iframe-worker"


def contenders(site: Site, tools: Tools, settings: Settings) -> Iterator[Contender]:
    """All whose tools are there, ours first and the theme's own second."""
    ours = _worker(site.folder / OURS, f"{OURS}/{INDEX}", settings)
    yield Contender("本站", ours, site.folder / OURS / "index.html")
    theme = _worker(site.folder / THEME, f"{THEME}/{INDEX}", settings)
    yield Contender("主题自带", theme, _page_on_disk(site.folder / THEME, tools.npm))
    if cut := segmented(site.index, tools.jieba):
        (site.folder / "jieba.json").write_text(json.dumps(cut, separators=(",", ":")), encoding="utf-8")
        yield Contender("主题自带＋jieba", theme | {"index": "/jieba.json"})
    if (program := tools.npm / PAGEFIND).exists():
        _run_pagefind(program, site.folder)
        yield Contender("Pagefind", {"pagefind": "/pagefind/pagefind.js"})


def without_synonyms(site: Site, settings: Settings) -> Contender:
    """Ours, over an index that holds no other words for a thing."""
    folder = site.folder / OURS
    index = json.loads((folder / INDEX).read_text("utf-8"))
    index["config"] |= {"synonyms": {}, "conducts": []}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (site.folder / "plain.json").write_text(text, encoding="utf-8")
    return Contender("本站，无同义词", _worker(folder, "plain.json", settings))


def _worker(folder: Path, index: str, settings: Settings) -> dict[str, Any]:
    """The worker that the pages of a site start, and an index for it."""
    config = settings(folder / "index.html")
    return {
        "worker": f"/{folder.name}/{config['search']}",
        "index": f"/{index}",
        "suggest": "search.suggest" in config["features"],
    }


def _page_on_disk(theme: Path, npm: Path) -> Path | None:
    """The theme's page, with the stand-in for workers that the theme otherwise takes from a public server."""
    if not (npm / SHIM).exists():
        return None
    shutil.copy(npm / SHIM, theme / "iframe-worker.js")
    return theme / "index.html"


def _run_pagefind(program: Path, folder: Path) -> None:
    """Index the articles of our pages, without the signs that link to headings."""
    command = [
        str(program), "--site", str(folder / OURS), "--output-path", str(folder / "pagefind"),
        "--root-selector", "article", "--exclude-selectors", ".headerlink", "--keep-index-url", "--silent",
    ]  # fmt: skip
    subprocess.run(command, check=True)  # noqa: S603 - installed from our own lock file
