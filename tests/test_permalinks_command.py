"""`python hooks permalinks`, run as people run it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[1] / "hooks"
Lay = Callable[[Mapping[str, str | bytes | None]], Path]


@pytest.fixture
def permalinks(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Run the command in the folder that holds `docs`; returns the exit code and all that it printed."""

    def run(*arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, str(HOOKS), "permalinks", *arguments],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.returncode, done.stdout.decode()

    return run


def test_without_write_nothing_is_written(
    lay: Lay, permalinks: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    lay({})
    code, printed = permalinks()
    assert code == 0
    assert "cases/returned-basket.html\n" in printed
    assert printed.splitlines()[-1].startswith("permalinks.txt 还没有记下")
    assert not (tmp_path / "permalinks.txt").exists()


def test_write_adds_and_never_removes(
    lay: Lay, permalinks: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    lay({})
    listed = tmp_path / "permalinks.txt"
    assert permalinks("--write")[0] == 0
    first = listed.read_text(encoding="utf-8").splitlines()
    assert first[0].startswith("# ")
    assert first[1:] == sorted(set(first[1:]))
    lay({"cases/returned-basket.md": None, "notes.md": "# 记录\n"})
    assert permalinks("--write") == (0, f"permalinks.txt：新增1个地址，共{len(first)}个。\n")
    assert {*listed.read_text(encoding="utf-8").splitlines()} == {*first, "notes.html"}
    assert permalinks() == (0, "permalinks.txt 还没有记下0个地址。\n")


def test_an_unreadable_page_stops_it(
    lay: Lay, permalinks: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    lay({"notes.md": "记录".encode("gbk")})
    code, printed = permalinks("--write")
    assert (code, printed.startswith("docs/notes.md:1:1: 不是 UTF-8 编码")) == (1, True)
    assert not (tmp_path / "permalinks.txt").exists()


def test_a_missing_folder_is_an_error_of_use(permalinks: Callable[..., tuple[int, str]]) -> None:
    code, printed = permalinks("--docs", "nowhere")
    assert code == 2
    assert "没有内容目录“nowhere”" in printed
