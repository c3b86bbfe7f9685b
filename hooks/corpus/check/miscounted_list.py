"""说的条数和列的条数不符

**查什么**：“以下三点：”“抓好四个方面。”这样报了数目的话，后面紧跟的“一是……二是……”或者逐行编号的条目，是不是这么多。

**为什么**：说三点只讲两点，听的人会等第三点。

**例**：`要做到三点：一是……；二是……。`

**改法**：改数目，或者补上漏掉的一条。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.numbering import find_miscounts


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each announced number of points that is not the number of those that follow."""
    for page in resolution.subjects:
        for passage in wording(page):
            for found in find_miscounts(passage.text):
                message = f"“{found.text}”说有{found.announced}条，后面列了{found.counted}条"
                hint = "改数目，或补上漏掉的"
                yield diagnose(page.source, passage.span(found.span), "miscounted-list", message, hint=hint)
