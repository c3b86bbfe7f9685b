"""汉字之间有多余的空格

**查什么**：句子里汉字和汉字之间、汉字和全角标点之间的空格；全文数字前后一般不空、个别地方空了的，也查。
标题里编号后面的空格、单独成行的短语（“目 录”）和表格不查。

**为什么**：多半是复制粘贴带进来的，印出来句子会断开，检索也查不到。

**例**：`纠治“四风” 问题`

**改法**：删去空格；`python hooks proofread --fix` 可以自动删。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span
from corpus.text.typography import corrections


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each space that should not be there."""
    for page in resolution.subjects:
        for passage in wording(page):
            for found in corrections(passage.text):
                if found.kind == "space":
                    around = Span(max(0, found.span.start - 1), found.span.end + 1)
                    text = passage.text[around.start : around.end]
                    message = f"“{text}”中间有空格"
                    yield diagnose(
                        page.source,
                        passage.span(found.span),
                        "stray-space",
                        message,
                        hint="删去空格",
                    )
