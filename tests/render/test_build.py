"""The build as a whole: it stops at what is wrong, and two builds are the same to the byte."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

Lay = Callable[[Mapping[str, str | bytes | None]], Path]
Build = Callable[[Path, Path], subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[2]


def test_a_file_that_cannot_be_read_stops_the_build_with_every_finding(
    lay: Lay, build: Build, tmp_path: Path
) -> None:
    docs = lay({
        "cases/gbk.md": "# 标题".encode("gb18030"),
        "cases/tab.md": "---\ntitle:\t标题\n---\n# 标题\n",
        "bad.md": "# 坏引用\n\n《廉洁办事条例》第十三条。\n",
    })  # fmt: skip
    (docs / "loop").symlink_to(".")
    (docs / "gone.md").symlink_to("nowhere.md")
    done = build(docs, tmp_path / "site")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for words in (
        "cases/gbk.md:1:3: unreadable-file: 不是 UTF-8 编码",
        "cases/tab.md:2:7: invalid-front-matter: ",
        "bad.md:3:1: missing-provision: ",
        "loop:1:1: unreadable-file: 符号链接",
        "gone.md:1:1: unreadable-file: 符号链接指向的文件不存在",
        "有文件读不出来，构建停止。",
    ):
        assert words in done.stderr + done.stdout
    assert not (tmp_path / "site/index.html").exists()


def test_a_finding_fails_the_build_without_a_crash(lay: Lay, build: Build, tmp_path: Path) -> None:
    docs = lay({
        "cases/no-title.md": "没有标题也没有文件头",
        "glossary/title-only.md": "# 只有标题",
        "regulations/honest-service/2024/chapter-04.md": "## 第九九十条\n\n第九九款：读不出。\n\n| 款 | 情形 | 处分 |",
        "regulations/reception/index.md": "# 没有文件头",
        "bad.md": "# 坏引用\n\n《廉洁办事条例》第十三条。\n",
    })  # fmt: skip
    done = build(docs, tmp_path / "site")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "bad.md:3:1: missing-provision: " in done.stderr
    assert "cases/no-title.md:1:1: wrong-heading: " in done.stderr


HASH = """\
import hashlib, sys
from corpus.load import load
from corpus.render.data import data_files
from corpus.render.page import render_page
from corpus.check import run_checks
from corpus.resolve import resolve

resolution = resolve(load(sys.argv[1]), "2026-11-24")
texts = [f"{finding}" for finding in run_checks(resolution)]
texts += [render_page(resolution, page.path) or "" for page in resolution.corpus.pages]
texts += [text for pair in data_files(resolution) for text in pair]
print(hashlib.sha256("\\0".join(texts).encode()).hexdigest())
"""


def test_what_is_written_does_not_depend_on_the_order_of_sets(lay: Lay) -> None:
    same = "# 第四章\n\n" + "".join(
        f"## 第{n}条 拖\n\n要点：一样，看第七条。\n\n" for n in ("十", "十一", "十二")
    )
    docs = lay({
        "regulations/honest-service/2024/chapter-04.md": same,
        "bad.md": "# 坏引用\n\n《廉洁办事条例》第十三条、[[甲]]、[乙](b.md)。\n",
    })  # fmt: skip
    found = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", HASH, str(docs)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "hooks")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found.add(done.stdout)
    assert len(found) == 1
    assert len(found.pop().strip()) == len(hashlib.sha256().hexdigest())
