"""The benchmark runs, prints every row, and gives both languages as many citations."""

import importlib
import os
import re
import subprocess
import sys
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
def texts(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(ROOT)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    return importlib.import_module("bench.texts")


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
