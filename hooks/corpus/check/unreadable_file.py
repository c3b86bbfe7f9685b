"""文件读不出来

**查什么**：`docs/` 里的每个页面都要是 UTF-8 编码的普通文件，不超过 5 MB，没有控制字符；符号链接一律不收。

**为什么**：编码不对的页面会让构建中途崩溃；符号链接换一台机器就断，还可能绕成死循环。

**例**：用记事本另存成 GBK 的案例；指向已删文件的链接。

**改法**：用编辑器另存为 UTF-8；把链接换成文件本身。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose_file
from corpus.text.source import Position


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each file whose text could not be had."""
    for file in resolution.corpus.unreadable:
        at = Position(file.line, file.column)
        yield diagnose_file(file.path, "unreadable-file", file.reason, at=at, hint=file.hint)
