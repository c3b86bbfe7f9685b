"""半句话

**查什么**：逗号、句号前面停在一个连词、介词或者程度副词上的句子：“入户调研不，”“要切实，”。

**为什么**：后面的字在改稿时删掉了。

**例**：`群众反映的问题解决得不。`

**改法**：补上漏掉的字。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span

_END = re.compile("(?P<run>[\u4e00-\u9fff]{2,12})(?=[，。；！])")
_OPEN = frozenset({
    "不", "很", "把", "被", "将", "与", "及", "或", "并", "且", "而", "从", "为了", "以及", "并且", "或者",
    "非常", "十分", "进一步", "切实",
})  # fmt: skip
"""Words after which a sentence has to go on."""
_SAID = "说道答喊讲声句个"
"""What stands before a 不 that is said: 敢说不."""


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each clause that stops at a word after which more must follow."""
    for page in resolution.subjects:
        for passage in wording(page):
            for match in _END.finditer(passage.text):
                run = match["run"]
                last = list(resolution.usage.words.segment(run))[-1]
                word, before = run[last.start :], run[: last.start]
                if word in _OPEN and not (word == "不" and before.endswith(tuple(_SAID))):
                    span = Span(match.start() + last.start, match.end() + 1)
                    text = passage.text[match.start() : span.end]
                    message = f"“{text}”停在“{word}”上"
                    yield diagnose(
                        page.source, passage.span(span), "unfinished-sentence", message, hint="补上漏掉的字"
                    )
