"""引用了知识库里没有的法规

**查什么**：带条款号的引用，书名号里的名称（或者没有书名号、但写法是法规名的词）必须是知识库登记的全称或简称。
只提名称、不带条款号的，不在此列。

**为什么**：名称认不出来，条款号就无从核对，链接也建不起来。认不出的名称要么写错，要么还没有登记。

**例**：`《机关食堂管理办法》第三条`。知识库没有这个文件。

**改法**：名称写错的改正；确实要引的，先在 `docs/regulations/<slug>/index.md` 登记名称（不需要全文），再引用。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import faulty, report
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each pinpoint citation of a title that no page declares."""
    for page, reference, fault in faulty(resolution, "unknown-regulation"):
        near = f"最接近：《{fault.nearest}》" if fault.nearest else "先在 docs/regulations/ 登记这个名称"
        yield report(page, reference, f"知识库没有《{fault.found}》", hint=near)
