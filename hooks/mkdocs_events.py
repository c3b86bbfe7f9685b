"""MkDocs edge: the build's events in their order; the only file that imports mkdocs."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from corpus.check import RULES, run_checks
from corpus.load import load, read_source
from corpus.render.a_to_z import index_page
from corpus.render.data import data_files
from corpus.render.manual import Rule, manual_pages, rule_list
from corpus.render.navigation import navigation
from corpus.render.overviews import overview_pages
from corpus.render.page import data_date, render_page
from corpus.render.scores import SCORES, score_page
from corpus.render.search import search_index
from corpus.render.study import study_pages
from corpus.resolve import Resolution, resolve
from corpus.text.source import Source

REPORT = "gold/citations-report.json"
log = get_plugin_logger("党纪知识库")
rules = tuple(Rule(code, document) for code, document in RULES)
state: dict[str, Resolution] = {}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read, resolve and check everything before MkDocs opens a page; add what no one wrote."""
    corpus = load(os.path.relpath(config.docs_dir))
    resolution = state["resolution"] = resolve(corpus, _today())
    findings = run_checks(resolution)
    for finding in findings:
        log.warning("%s", finding)
    if corpus.unreadable or any(page.front_matter.faults for page in corpus.pages):
        raise Abort(f"{len(findings)}个问题；有文件读不出来，构建停止。")
    for page in corpus.pages:
        if page.kind == "withdrawn" and (file := files.get_file_from_path(page.path)):
            file.inclusion = InclusionLevel.NOT_IN_NAV
    report = read_source(Path(config.config_file_path).with_name("tests") / REPORT, REPORT)
    scores = [(SCORES, score_page(report.text))] if isinstance(report, Source) else []
    config.nav = navigation(corpus, resolution.today, rules, scored=bool(scores))
    config.extra["data_date"] = data_date(corpus)
    for path, text in (
        *overview_pages(resolution),
        *study_pages(resolution),
        index_page(resolution),
        *manual_pages(resolution, rules),
        *scores,
        *data_files(resolution),
    ):
        files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """The page as the core renders it from its own source."""
    path = page.file.src_uri
    if page.file.inclusion is InclusionLevel.NOT_IN_NAV:
        page.meta["search"] = {"exclude": True}
    text = render_page(state["resolution"], path) or markdown
    return text + rule_list(path, rules) if path == "maintain/index.md" else text


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    """After the search plugin has written its index, before the offline plugin copies it: our own."""
    path = Path(config.site_dir) / "search/search_index.json"
    if path.is_file():
        index = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(search_index(index, state["resolution"]), encoding="utf-8")


def _today() -> str:
    """The day of the build: of SOURCE_DATE_EPOCH where it is set, so that builds can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = (
        datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        if epoch
        else datetime.datetime.now().astimezone()
    )
    return moment.date().isoformat()
