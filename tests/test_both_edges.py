"""The same finding at both edges: the command and the build name the same place, and both fail."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

Lay = Callable[[Mapping[str, str | bytes | None]], Path]
Build = Callable[[Path, Path], subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parents[1]
PLACE = re.compile(r"(\S+?:\d+:\d+: [a-z-]+): ")

TEXT = """# 坏引用

依照《廉洁办事条例》第二百条。

见《廉洁办事条例》第七条第九款。

见《廉洁办事条例》第三条第一款第（九）项。

见《廉洁办亊条例》第七条。

见《廉洁办事条例》第九条至第七条。

见[此](no-such-page.md)。

见[此](#没有的标题)。

这是[[没有的术语]]。
"""
EXPECTED = {
    "bad.md:3:3: missing-provision",
    "bad.md:5:2: missing-provision",
    "bad.md:7:2: missing-provision",
    "bad.md:9:2: misspelt-regulation-title",
    "bad.md:11:2: reversed-range",
    "bad.md:13:6: missing-page",
    "bad.md:15:6: missing-anchor",
    "bad.md:17:5: undefined-term",
}


def places(text: str) -> set[str]:
    """The findings of an output by place and code, their paths below `docs/`."""
    return {found.rpartition("docs/")[2] for found in PLACE.findall(text)}


def check(docs: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "hooks"), "check", "--docs", str(docs)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | {"PYTHONUTF8": "1"},
    )


def compare(docs: Path, build: Build, site: Path) -> set[str]:
    """What both edges found; they must agree, fail and not crash."""
    one, other = check(docs), build(docs, site)
    assert (one.returncode, other.returncode) == (1, 1)
    assert "Traceback" not in one.stdout + one.stderr + other.stdout + other.stderr
    assert places(one.stdout) == places(other.stderr)
    return places(one.stdout)


def test_what_is_wrong_in_a_text(lay: Lay, build: Build, tmp_path: Path) -> None:
    assert compare(lay({"bad.md": TEXT}), build, tmp_path / "site") == EXPECTED


def test_what_is_wrong_in_a_head(lay: Lay, build: Build, tmp_path: Path) -> None:
    docs = lay({})
    case = next(path for path in sorted((docs / "cases").glob("*.md")) if path.name != "index.md")
    term = next(path for path in sorted((docs / "glossary").glob("*.md")) if path.name != "index.md")
    case.write_text(re.sub(r"^decided:.*\n", "", case.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    (docs / "glossary/zz-again.md").write_text(term.read_text("utf-8"), "utf-8")
    found = compare(docs, build, tmp_path / "site")
    assert f"cases/{case.name}:1:1: invalid-front-matter" in found
    assert any(place.startswith("glossary/zz-again.md:2:") and "duplicate-term" in place for place in found)


def test_what_cannot_be_read(lay: Lay, build: Build, tmp_path: Path) -> None:
    docs = lay({
        "cases/tab.md": "---\ntitle: 标题\n\tpost: 县处级\n---\n# 标题\n",
        "cases/gbk.md": "# 标题".encode("gb18030"),
    })  # fmt: skip
    (docs / "gone.md").symlink_to("nowhere.md")
    found = compare(docs, build, tmp_path / "site")
    assert {
        "cases/tab.md:3:1: invalid-front-matter",
        "cases/gbk.md:1:3: unreadable-file",
        "gone.md:1:1: unreadable-file",
    } <= found
