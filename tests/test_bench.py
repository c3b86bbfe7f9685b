"""The benchmarks run, print every row, and make the same texts, sites and queries each time."""

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.load import load

ROOT = Path(__file__).parents[1]
NUMBER = r"[\d.e+-]+"
SPREAD = rf"{NUMBER}（{NUMBER}–{NUMBER}）"
STAND_IN = """
from re import findall
def clean_text(text, steps): return " ".join(text.split())
def get_citations(text): return findall(r"\\d+ (?:U\\.S\\.|F\\.2d|F\\.3d|S\\. Ct\\.|F\\. Supp\\. 2d) \\d+", text)
def resolve_citations(citations): return {text: [text] for text in citations}
"""


def bench(eyecite: Path) -> str:
    """What the benchmark prints of texts of a few kilobytes."""
    size = ["--megabytes", "0.01", "--kilobytes", "2", "--rounds", "2", "--no-site"]
    return subprocess.run(
        [sys.executable, "-B", "-m", "bench", *size, "--eyecite", str(eyecite)],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    monkeypatch.syspath_prepend(ROOT)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return lambda name: importlib.import_module(f"bench.{name}")


@pytest.fixture
def texts(module: Callable[[str], Any]) -> Any:
    return module("texts")


def test_every_row_is_printed(tmp_path: Path) -> None:
    (tmp_path / "eyecite.py").write_text(STAND_IN, encoding="utf-8")
    about = tmp_path / "eyecite-0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Name: eyecite\nVersion: 0\n", encoding="utf-8")
    printed = bench(tmp_path)
    for name in ("本工具：识别并核对", "下限：只跑一条正则", "eyecite：识别并归并"):
        assert re.search(
            rf"^{name}.*\n.* MB，\d+ 字符，.*每千字符 {NUMBER} 处\n  {SPREAD} MB/s；每秒 {SPREAD} 处\n",
            printed,
            re.MULTILINE,
        )
    for ratio in (
        rf"本工具的用时是正则下限的 {SPREAD} 倍",
        rf"本工具的速度是 eyecite 的 {SPREAD} 倍（MB/s",
        rf"本工具的速度是 eyecite 的 {SPREAD} 倍（每秒引用数）",
        rf"新进程读不重复的 {NUMBER} MB 一遍（没有预热）：{SPREAD} MB/s",
    ):
        assert re.search(ratio, printed)


def test_without_eyecite_the_rest_is_measured(tmp_path: Path) -> None:
    (tmp_path / "eyecite.py").write_text("raise ImportError", encoding="utf-8")
    printed = bench(tmp_path)
    assert "eyecite 没有装成，未比。" in printed
    assert "本工具的用时是正则下限的" in printed


@pytest.mark.parametrize("density", [1, 8, 12])
def test_english_has_as_many_citations_as_it_is_told(texts: Any, density: int) -> None:
    made = texts.english(20_000, 2_000, density)
    cited = sum(len(re.findall(r" v\. ", source.text)) for source in made.sources)
    assert made.density(cited) == pytest.approx(density, rel=0.05)
    assert made == texts.english(20_000, 2_000, density)


def test_chinese_holds_pages_and_an_official_text(texts: Any) -> None:
    made = texts.chinese(load(ROOT / "docs"))
    official, *pages = made.sources
    assert official.path.endswith(".txt")
    assert len(re.findall("^第.{1,5}条\u3000", official.text, re.MULTILINE)) == 158
    assert not any(page.text.startswith("---") for page in pages)
    assert any("《中国共产党纪律处分条例》第九十七条" in page.text for page in pages)
    assert made.megabytes * 2 < made.repeated(made.megabytes * 2.5).megabytes
    assert len(made.repeated(0.000_001).sources) == 1


def test_the_search_is_measured_on_a_small_site(tmp_path: Path) -> None:
    size = ["--no-real", "--sizes", "12", "--rounds", "1", "--share", "0.02", "--tools", str(tmp_path)]
    printed = subprocess.run(
        [sys.executable, "-B", "-m", "bench.search", *size],
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    assert "Pagefind 没有装成，未比。" in printed
    for name in ("本站", "主题自带"):
        assert re.search(
            rf"^{name} .* [01]\.\d{{3}}  [01]\.\d{{3}} .*%(?: +(?:[\d.]+|—)){{7}}$", printed, re.MULTILINE
        )
    for ratio in ("冷启动", "下载"):
        assert re.search(
            rf"^{ratio}是主题自带的 [\d.]+（目标 ≤ [\d.]+，(?:没有)?达到）$", printed, re.MULTILINE
        )


def test_a_synthetic_site_is_the_same_each_time(module: Callable[[str], Any]) -> None:
    corpus = load(ROOT / "docs")
    first, second = (tuple(module("search.synthetic").pages(corpus, 90)) for _ in range(2))
    assert first == second
    assert len({page.markdown for page in first}) == 90
    bodies = [re.sub(r"^#.*$|\s", "", page.markdown, flags=re.MULTILINE) for page in first]
    assert 600 < sum(map(len, bodies)) / len(bodies) < 1000
    assert sum(page.markdown.startswith("# 第") for page in first) == 30


def test_sampled_queries_are_answered_by_the_pages_that_hold_them(module: Callable[[str], Any]) -> None:
    sampling = module("search.sampling")
    records = [
        {"location": "a.html#x", "title": "第十二条 礼品", "text": "<p>收受礼品、礼金，应当登记上交。</p>"},
        {
            "location": "b.html",
            "title": "宴请",
            "text": "不得接受可能影响公正的宴请；见第十二条，违规的应当登记。",
        },
    ]
    text = sampling.Text.of(records)
    assert text.holding("礼品礼金") == ("a.html",)
    assert text.holding("登记", "第十二条") == ("a.html", "b.html")
    drawn = sampling.sampled(text)
    assert drawn == sampling.sampled(text)
    assert {query.kind for query in drawn} == set(sampling.COUNTS)
    assert {query.text for query in drawn if query.kind == "阿拉伯条号"} == {"12条", "第12条"}
    for query in drawn:
        assert query.relevant
        if query.kind == "错一字":
            assert not text.holding(query.text)


def test_answers_are_scored_by_page_and_anchor(module: Callable[[str], Any]) -> None:
    scoring, query = module("search.scoring"), module("search.queries").Query
    asked = query("礼品", "exact", ("a.html#art_9", "b.html", "c.html#art_1"), ("d.html#y",))
    shown = (("z.html",), ("a.html#art_97", "a.html#art_9__para_2"), ("b.html#x",), ("c.html#art_2",))
    answers = [
        scoring.Answered(asked, shown),
        scoring.Answered(asked, ()),
        scoring.Answered(asked, (("d.html", "d.html#y"),)),
    ]
    assert answers[0].found == [2, 3]
    score = scoring.score(answers)
    assert score.recall == pytest.approx(2 / 9)
    assert score.rank == pytest.approx((1 / 2 + 0 + 1) / 3)
    assert score.none == pytest.approx(1 / 3)
    late = scoring.Answered(asked, (*((f"{i}.html",) for i in range(10)), ("b.html",)))
    assert late.found == []
    assert late.first == 0
