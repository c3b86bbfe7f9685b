"""词条没有写明出处

**查什么**：词条的 `source` 要么写出使用或定义它的文件（书名号里的名称，指导性案例的年份和号数，讲话、报告的日期），要么写“待核对”。“有关规定”“中央精神”不算出处。

**为什么**：没有出处的定义，别人无从核对。写“待核对”的词条列在覆盖情况页上，等人补。

**例**：`source: 有关规定`

**改法**：写出条款，例如 `《中国共产党纪律处分条例》第十九条第二款`；确实查不到的写 `待核对`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose

_SOURCE = re.compile("《[^《》]+》|指导性案例|[0-9]{4}年[^，。]*$|^待核对$")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding at each term whose source names no document."""
    for term in resolution.corpus.terms:
        page = resolution.corpus.page(f"glossary/{term.slug}.md")
        if page and not _SOURCE.search(term.source):
            span = page.front_matter.scalars["source",].span
            message = f"词条“{term.term}”的出处没有写明文件"
            hint = "写出文件和条款，或写“待核对”"
            yield diagnose(page.source, span, "term-without-source", message, hint=hint)
