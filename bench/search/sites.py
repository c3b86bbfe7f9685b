"""Builds what is searched: our site, or a synthetic one, and beside it the theme as it comes."""

from __future__ import annotations

import importlib
import json
import logging
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from bench import ROOT
from bench.search.synthetic import SyntheticPage

INDEX = "search/search_index.json"
SCRIPT = "search/search_index.js"
"""The index for file://: the theme's plugin `offline` makes it of the other."""
OURS, THEME = "ours", "theme"


@dataclass(frozen=True)
class Site:
    """A folder with the site in `ours/` and a page of the theme as it comes in `theme/`."""

    name: str
    folder: Path
    index: dict[str, Any]
    """What the theme's own plugin collected, with its own settings for Chinese."""


def build_real(folder: Path) -> Site:
    """Our site, just as `make site` builds it."""
    return _with_theme("本站", folder, _build(folder / OURS))


def build_synthetic(folder: Path, pages: Iterable[SyntheticPage]) -> Site:
    """The same theme and settings over other pages; its index is the theme's, not yet ours."""
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs/assets", docs / "assets")
    (docs / "index.md").write_text("# 首页\n", encoding="utf-8")
    count = 0
    for count, page in enumerate(pages, 1):  # noqa: B007 - counted as they are written
        (docs / page.name).write_text(page.markdown, encoding="utf-8")
    records = _build(folder / OURS, docs_dir=str(docs), hooks=[], nav=["index.md"], not_in_nav="*")
    return _with_theme(f"合成 {count} 页", folder, records)


def _with_theme(name: str, folder: Path, index: dict[str, Any]) -> Site:
    """Add one page of the theme without anything of ours, over the index that it would have."""
    docs = folder / "blank"
    docs.mkdir()
    (docs / "index.md").write_text("# 首页\n", encoding="utf-8")
    theme = {"name": "material", "language": "zh", "font": False}
    extra = {"polyfills": ["iframe-worker.js"], "generator": False}
    plain = _build(
        folder / THEME, docs_dir=str(docs), hooks=[], nav=["index.md"], theme=theme, extra=extra,
        plugins=["search", "offline"], extra_css=[], extra_javascript=[],
    )  # fmt: skip
    index = {"config": plain["config"], "docs": index["docs"]}
    write_index(folder / THEME, json.dumps(index, separators=(",", ":")))
    return Site(name, folder, index)


def write_index(site: Path, text: str) -> None:
    """Put an index where the theme looks for it, over http and on disk."""
    (site / INDEX).write_text(text, encoding="utf-8")
    (site / SCRIPT).write_text(f"var __index = {text}", encoding="utf-8")


def _build(target: Path, **settings: Any) -> dict[str, Any]:
    """Build with the site's settings but for some; returns the index of the theme's plugin."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    _search_plugin(jieba=None)
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(target), **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    plugin: Any = next(plugin for name, plugin in config.plugins.items() if name.endswith("search"))
    index: dict[str, Any] = json.loads(plugin.search_index.generate_search_index(None))
    return index


def segmented(index: dict[str, Any], folder: Path) -> dict[str, Any] | None:
    """The index as the theme's plugin cuts it where jieba is installed; None where it is not."""
    jieba = _import_jieba(folder)
    if jieba is None:
        return None
    cut = vars(_search_plugin(jieba).SearchIndex)["_segment_chinese"]
    docs = [
        record | {name: cut(None, record[name]) for name in ("title", "text")} for record in index["docs"]
    ]
    return index | {"docs": docs}


def _search_plugin(jieba: Any | None) -> Any:
    """The theme's plugin, with jieba or without, whatever is installed."""
    plugin = importlib.import_module("material.plugins.search.plugin")
    vars(plugin)["jieba"] = jieba
    return plugin


def _import_jieba(folder: Path) -> Any | None:
    """The package jieba, from `folder` unless it is installed; None where it is in neither."""
    sys.path.append(str(folder))
    try:
        jieba = importlib.import_module("jieba")
    except ImportError:
        return None
    jieba.setLogLevel(logging.ERROR)
    jieba.dt.tmp_dir = str(folder)
    return jieba
