"""Prints the benchmark: `python -m bench`."""

from __future__ import annotations

import platform
from collections import Counter
from importlib import metadata
from pathlib import Path

import click

from bench import ROOT
from bench.contenders import import_eyecite, ours, plain, theirs, verdicts
from bench.measure import Result, Spread, stay_on_one_core, take_turns
from bench.site import Run, build, check, cold
from bench.texts import chinese, english
from corpus.load import load

TODAY = "2026-11-24"
"""The day on which editions are chosen: always the same, so that every run reads the same."""
EYECITE = ROOT / ".venv/eyecite"


@click.command(options_metavar="[选项]")
@click.option("--megabytes", default=4.0, metavar="兆", type=click.FloatRange(0.001), help="中文文本的大小。")
@click.option("--kilobytes", default=60.0, metavar="千", type=click.FloatRange(1), help="英文文本的大小。")
@click.option("--rounds", default=5, metavar="轮", type=click.IntRange(1), help="计时的轮数。")
@click.option("--site/--no-site", default=True, help="是否也计全站检查和生成的时间。")
@click.option("--eyecite", default=EYECITE, metavar="目录", type=Path, help="eyecite 装在哪里。")
@click.help_option("-h", "--help", help="显示本说明。")
def main(megabytes: float, kilobytes: float, rounds: int, eyecite: Path, *, site: bool) -> None:
    """引用识别与核对的速度：同 eyecite 比，同一条正则比。"""
    core = stay_on_one_core()
    package = import_eyecite(eyecite)
    version = f"eyecite {metadata.version('eyecite')}" if package else "没有 eyecite"
    click.echo(f"{_processor()}，{core}；Python {platform.python_version()}；{version}")
    click.echo(
        f"预热 1 轮后计 {rounds} 轮，各项逐轮交替；写作“中位数（最小–最大）”；除另注明外为处理器时间。"
    )

    corpus = load(ROOT / "docs")
    texts = chinese(corpus).repeated(megabytes)
    found = verdicts(corpus, texts, TODAY)
    contenders = [ours(corpus, texts, TODAY), plain(texts)]
    if package:
        size = round(texts.characters / len(texts.sources))
        equal = english(round(kilobytes * 1000), size, texts.density(found.total()))
        contenders.append(theirs(package, equal))
    _report(take_turns(contenders, rounds), found)
    _report_cold(megabytes, rounds)
    if site:
        _report_run("全站检查（python hooks check）", *check(), "个文件")
        _report_run("严格生成（mkdocs build --strict）", *build(), "个网页")


def _processor() -> str:
    """The processor's name."""
    information = Path("/proc/cpuinfo")
    lines = information.read_text("utf-8").splitlines() if information.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _report(results: list[Result], verdicts: Counter[str]) -> None:
    for result in results:
        texts = result.contender.texts
        size = f"{texts.megabytes:.2f} MB，{texts.characters} 字符，{len(texts.sources)} 个文件"
        density = f"找到 {result.found} 处，每千字符 {texts.density(result.found):.2f} 处"
        click.echo(f"\n{result.contender.name}\n  {size}；{density}")
        click.echo(f"  {result.megabytes:.3g} MB/s；每秒 {result.citations:.0f} 处")
        click.echo(f"  每轮 {result.seconds:.3f} 秒")
    tool, floor, *others = results
    click.echo("\n对比（同一轮的两次相比）")
    click.echo("  本工具的判断：" + "，".join(f"{name} {count}" for name, count in verdicts.most_common()))
    click.echo(f"  本工具的用时是正则下限的 {tool.seconds.over(floor.seconds):.2f} 倍")
    for other in others:
        speed, citations = tool.megabytes.over(other.megabytes), tool.citations.over(other.citations)
        click.echo(f"  本工具的速度是 eyecite 的 {speed:.0f} 倍（MB/s，按 UTF-8 计）")
        click.echo(f"  本工具的速度是 eyecite 的 {citations:.0f} 倍（每秒引用数）")
    if not others:
        click.echo("  eyecite 没有装成，未比。")


def _report_cold(megabytes: float, rounds: int) -> None:
    runs = [cold(megabytes, TODAY) for _ in range(rounds)]
    size = runs[0][0]
    speed = Spread(tuple(size / seconds for _, seconds in runs))
    click.echo(f"\n本工具，新进程读不重复的 {size:.2f} MB 一遍（没有预热）：{speed:.3g} MB/s")


def _report_run(name: str, run: Run, count: int, unit: str) -> None:
    end = "" if run.code == 0 else f"；退出码 {run.code}"
    click.echo(f"{name}：{run.seconds:.1f} 秒，其中处理器 {run.processor:.1f} 秒；{count} {unit}{end}")


if __name__ == "__main__":
    main()
