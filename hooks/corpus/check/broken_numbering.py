"""序号跳号、重号、倒号

**查什么**：同一层的序号：行首的“一、”“（一）”“1.”“（1）”“①”，段内的“一是……二是……”“第一，……第二，……”，是不是一个接一个。从一重新开始不算错。

**为什么**：删改段落以后忘了改序号，念到台上才发现少了一条。

**例**：`（一）……`之后直接是`（三）……`

**改法**：按提示的序号改，或者补上漏掉的一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.numbering import find_faults


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each number that does not follow the one before it."""
    for page in resolution.subjects:
        for passage in wording(page):
            for fault in find_faults(passage.text):
                message = f"序号“{fault.text}”接不上"
                span = passage.span(fault.span)
                hint = f"应为：{fault.right}"
                yield diagnose(
                    page.source, span, "broken-numbering", message, hint=hint, suggestion=fault.right
                )
