"""讨论题的答案没有写条款

**查什么**：案例 `questions` 的每个 `answer` 里，至少有一处写到条款的引用。只写法规名称不算。

**为什么**：讨论题练的是找条款。答案没有条款，主持学习的人无从核对，也点不到条文。

**例**：`answer: 不行，这样做违反廉洁纪律。`

**改法**：写明依据，例如“依《中国共产党纪律处分条例》第九十七条第一款，……”。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each answer without a pinpoint."""
    corpus = resolution.corpus
    for case in corpus.cases:
        page = corpus.page(f"cases/{case.slug}.md")
        cited = {r.key for r in resolution.references[page.path] if r.pinpoints} if page else set()
        for i in range(len(case.questions)):
            key = ("questions", i, "answer")
            if page and key not in cited:
                span = page.front_matter.place(key)
                message = f"第{i + 1}题的答案没有写条款"
                hint = "至少写明一处条款，带法规名称"
                yield diagnose(page.source, span, "question-without-provision", message, hint=hint)
