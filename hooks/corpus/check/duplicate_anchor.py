"""一页里有两个相同的锚点

**查什么**：同一页里的标题文字、写明的 id、条款编号互不重复。

**为什么**：重复的标题会被悄悄加上 `_1`，前面插入一个标题，后面的链接全部错位。

**例**：一页里有两个“## 处理”。

**改法**：给其中一个标题换个说法，或写明 id：`## 处理 {#handling-2}`。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.anchors import page_anchors
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding at the later of two anchors with one name."""
    for page in resolution.corpus.pages:
        seen: dict[str, int] = {}
        for anchor in page_anchors(resolution.corpus, page) if page.kind != "outside" else ():
            if anchor.span is None:
                continue
            line = page.source.position(anchor.span.start).line
            if anchor.name in seen:
                message = f"锚点“#{anchor.name}”与第{seen[anchor.name]}行的重复"
                yield diagnose(
                    page.source, anchor.span, "duplicate-anchor", message, hint="换个说法，或写明 id"
                )
            seen.setdefault(anchor.name, line)
