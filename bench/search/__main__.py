"""Measures the search and prints it: `python -m bench.search`."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from bench import ROOT
from bench.search import report
from bench.search.browser import chromium, settings
from bench.search.contenders import Tools, contenders, without_synonyms
from bench.search.queries import GOLD, absent, written
from bench.search.sampling import Text, sampled
from bench.search.sites import OURS, Site, build_real, build_synthetic, write_index
from bench.search.synthetic import pages
from bench.search.trial import Questions, Row, Trial
from corpus.load import load
from corpus.render.search import search_index
from corpus.resolve import resolve

TODAY = "2026-11-24"
"""The day on which editions are chosen: always the same, so that every run reads the same."""
REPORT = GOLD / "search-report.json"
TOOLS = ROOT / ".venv/search"


@click.command(options_metavar="[选项]")
@click.option("--sizes", default="2000,10000", metavar="页数,…", help="合成网站的页数；空则不测。")
@click.option("--real/--no-real", default=True, help="是否测本站。")
@click.option("--rounds", default=3, metavar="轮", type=click.IntRange(1), help="冷启动和停顿测几次。")
@click.option("--share", default=1.0, metavar="比例", type=click.FloatRange(0, 1), help="抽样查询用几成。")
@click.option("--tools", default=TOOLS, metavar="目录", type=Path, help="jieba 和 Pagefind 装在哪里。")
@click.option("--write", is_flag=True, help="把本站人写查询的成绩写入 tests/gold/search-report.json。")
@click.help_option("-h", "--help", help="显示本说明。")
def main(sizes: str, rounds: int, share: float, tools: Path, *, real: bool, write: bool) -> None:
    """搜索的好坏和快慢：同主题自带的比，同 Pagefind 比。"""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if not shutil.which("chromium"):
        click.echo("\n搜索：本机没有 Chromium（make test 会安装），未测。")
        return
    places = Tools(tools / "jieba", tools)
    click.echo(
        f"\n搜索：召回@10 是前十条里的相关项，除以相关项数（至多 10）。冷启动和停顿取{rounds}次的中位数。"
    )
    click.echo(
        "冷启动从新开页面、未有缓存起，到首个结果止；下载按 gzip 计；停顿用 file:// 打开的真搜索框测。"
    )
    for missing in places.missing():
        click.echo(f"{missing} 没有装成，未比。")
    measure = partial(_measure, places, rounds, share)
    if real:
        rows = measure(build_real, by_hand=True)
        if write:
            text = json.dumps(report.kept(rows, len(absent())), ensure_ascii=False, indent=1)
            REPORT.write_text(f"{text}\n", encoding="utf-8")
    for size in map(int, filter(None, sizes.split(","))):
        measure(partial(_build_synthetic, size), by_hand=False)


def _build_synthetic(size: int, folder: Path) -> Site:
    """A synthetic site with our index."""
    corpus = load(ROOT / "docs")
    site = build_synthetic(folder, pages(corpus, size))
    write_index(folder / OURS, search_index(site.index, resolve(corpus, TODAY)))
    return site


def _measure(
    tools: Tools, rounds: int, share: float, build: Callable[[Path], Site], *, by_hand: bool
) -> list[Row]:
    """Build a site, ask all contenders, print what was measured."""
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        site = build(Path(name))
        by_script = sampled(Text.of(site.index["docs"]), share=share)
        asked = Questions(written(), by_script, absent()) if by_hand else Questions((), by_script, ())
        click.echo(f"\n{site.name}：人写查询 {len(asked.written)} 条，抽样查询 {len(by_script)} 条")
        trial, page_says = Trial(browser, site, asked, rounds), partial(settings, browser)
        rows = [trial.row(who) for who in contenders(site, tools, page_says)]
        if by_hand:
            rows.append(trial.row(without_synonyms(site, page_says)))
    _print(rows, asked.absent)
    return rows


def _print(rows: Sequence[Row], topics: Sequence[str]) -> None:
    lines = report.table(rows)
    if rows[0].written:
        lines += ["", *report.kinds(rows, sampled=False)]
    lines += ["", *report.kinds(rows, sampled=True), ""]
    if topics:
        lines.append(report.absent(rows, len(topics)))
    click.echo("\n".join([*lines, *report.ratios(rows[0], rows[1])]))


if __name__ == "__main__":
    main()
