"""条、款的序号加了括号

**查什么**：写成“第（一）款”“第（三）条”的引用。条、款的序号不加括号；正文里带括号的只有项。

**为什么**：“第（一）款”看不出说的是款还是项，照着找会找错地方。

**例**：`第九十七条第（一）款`，应为`第九十七条第一款`；说的是项的，写`第（一）项`。

**改法**：对照条文，是款的去掉括号，是项的改成“项”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span

_UNIT = re.compile("第[（(](?P<number>[一二三四五六七八九十百零]{1,5})[）)](?P<unit>[编章节条款])")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each number of a unit that is no 项, and stands in brackets."""
    for page in resolution.subjects:
        for passage in wording(page):
            for match in _UNIT.finditer(passage.text):
                right = f"第{match['number']}{match['unit']}"
                message = f"“{match[0]}”的序号不加括号"
                span = passage.span(Span(*match.span()))
                yield diagnose(
                    page.source, span, "bracketed-unit", message, hint=f"写作：{right}", suggestion=right
                )
