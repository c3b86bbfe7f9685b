"""链接指向不存在的页面

**查什么**：正文里手写的站内链接和图片，目标文件要在 `docs/` 里。写成 `.html` 的地址也不行，要写 `.md`。

**为什么**：断链在内网上没有搜索引擎可以补救。

**例**：`[见此](../cases/no-such-case.md)`。

**改法**：按提示改成最接近的文件，或删去链接。条文和术语不必手写链接，构建会自动加。
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from rapidfuzz import process

from corpus.resolve import Resolution
from corpus.resolve.page_links import page_links
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each link whose file is not there."""
    files = resolution.corpus.files
    for page in resolution.corpus.pages:
        for link in page_links(page) if page.kind != "outside" else ():
            if link.path in files:
                continue
            near = process.extractOne(link.path, sorted(files), score_cutoff=60)
            suggestion = posixpath.relpath(near[0], posixpath.dirname(page.path) or ".") if near else ""
            hint = f"最接近：{suggestion}" if suggestion else "检查路径；链接要相对于本页，写 .md"
            message = f"没有页面“{link.path}”"
            yield diagnose(page.source, link.span, "missing-page", message, hint=hint, suggestion=suggestion)
