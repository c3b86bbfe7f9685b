"""用了禁用写法

**查什么**：词条 `forbidden` 里登记的写法，在正文和文件头里都不能出现。书名号里的名称、代码和链接不查；按最长匹配，不会误伤包含它的正确词语。

**为什么**：固定提法一个字也不能改。禁用写法都是实际中常见的误写。

**例**：把“四种形态”写成“四种状态”。

**改法**：改成提示的标准写法。讨论误写本身的句子，用代码样式括起来。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each use of a variant that the glossary forbids."""
    for page in resolution.corpus.pages:
        for use in resolution.terms[page.path]:
            if use.forbidden and use.term:
                message = f"“{use.text}”是禁用写法"
                hint = f"应为：{use.term.term}"
                yield diagnose(
                    page.source, use.span, "forbidden-variant", message, hint=hint, suggestion=use.term.term
                )
