"""Files below `docs/`: which there are, and the text of each or why it cannot be had."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from corpus.load.word import SUFFIX, read_word
from corpus.model import PERMALINKS, Unreadable
from corpus.text.source import Source

LARGEST = 5_000_000
"""Bytes. A page for people is a hundredth of it; a larger file is a mistake that would stall the build."""
NOT_IN_SITE = ("templates",)
"""Folders of `docs/` that never reach the site."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a .doc begins."""
_FORBIDDEN = {c: "" for c in range(32) if chr(c) not in "\n\t"}


def read_source(path: Path, shown: str) -> Source | Unreadable:
    """The text of one file with every line break a line feed, without a BOM, or why it cannot be had.

    `shown` is the path as findings print it. Of a Word document, line n is the n-th paragraph.
    """
    if path.exists() and not path.is_file():
        return Unreadable(shown, "不是普通文件", "换成文件本身")
    if path.suffix.lower() == SUFFIX:
        return read_word(path, shown)
    data = _read_bytes(path, shown)
    return data if isinstance(data, Unreadable) else _decode(data, shown)


def _read_bytes(path: Path, shown: str) -> bytes | Unreadable:
    try:
        if path.stat().st_size > LARGEST:
            size = path.stat().st_size / 1_000_000
            return Unreadable(
                shown, f"文件有 {size:.0f} MB，超过 {LARGEST // 1_000_000} MB", "拆分，或移出 docs/"
            )
        return path.read_bytes()
    except OSError as error:
        return Unreadable(shown, f"打不开（{error.strerror}）", "检查权限与路径")


def _decode(data: bytes, shown: str) -> Source | Unreadable:
    if data.startswith(_OLD_OFFICE):
        return Unreadable(shown, "是旧格式的 Office 文件，读不了", "用 Word 或 WPS 另存为 .docx")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # With a BOM, error.start counts in what follows it.
        before = error.object[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Unreadable(shown, f"不是 UTF-8 编码：{_guess(data)}", "用编辑器另存为 UTF-8", line, column)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.translate(_FORBIDDEN) != text:
        at = next(i for i, char in enumerate(text) if ord(char) in _FORBIDDEN)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        return Unreadable(shown, f"含有控制字符 U+{ord(text[at]):04X}", "删去它", line, column)
    return Source(shown, text)


def read_permalinks(base: Path, unreadable: list[Unreadable]) -> tuple[str, ...]:
    """The lines of permalinks.txt, which stands beside `base`; none where there is no such file."""
    path = base.parent / PERMALINKS
    if not path.is_file():
        return ()
    source = read_source(path, path.as_posix())
    if isinstance(source, Unreadable):
        unreadable.append(source)
        return ()
    return tuple(source.text.splitlines())


def _guess(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "像是 UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "编码无法识别，可能不是文本文件"
    return "像是 GBK/GB18030"


def walk(base: Path, unreadable: list[Unreadable]) -> Iterator[Path]:
    """Every file below `base` that reaches the site; a symlink, and a name that is no UTF-8, is added
    to `unreadable` and never followed.
    """
    for folder, names, files in os.walk(base, onerror=None):
        here = Path(folder)
        refused = {name: reason for name in sorted([*names, *files]) if (reason := _refuse(here / name))}
        unreadable += refused.values()
        skipped = (*refused, *(NOT_IN_SITE if here == base else ()))
        names[:] = [name for name in names if not name.startswith(".") and name not in skipped]
        yield from (here / name for name in files if not name.startswith(".") and name not in refused)


def _refuse(path: Path) -> Unreadable | None:
    shown = os.fsencode(path).decode(errors="backslashreplace")
    if shown != f"{path}":
        return Unreadable(shown, "文件名不是 UTF-8 编码", "改名，只用小写字母、数字和连字符")
    if path.is_symlink():
        kind = "不能出现在 docs/ 里" if path.exists() else "指向的文件不存在"
        return Unreadable(shown, f"符号链接{kind}", "换成文件本身，或删去链接")
    return None
