"""固定表述差了一个字

**查什么**：和术语、固定表述（固定表述与名称（`docs/study/phrases.md`））只差一个字的写法：少一字、多一字、错一字。标点不计较；换了一个词、意思也通的，不算。

**为什么**：固定表述一个字也不能动。漏一个字，念出来台下马上听得出来。

**例**：`惩前毖后、治病救`，应为`惩前毖后、治病救人`。

**改法**：按提示改。确有另一种正式写法的，把它也列进固定表述。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.parse.citations.names import mask_titles
from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose

_HOW = {"replace": "错了一个字", "delete": "少了一个字", "insert": "多了一个字"}


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each stretch one character away from a phrase of fixed wording."""
    for page in resolution.subjects:
        for passage in wording(page):
            text = mask_titles(passage.text)
            for near in resolution.usage.near_phrases.find(text):
                message, hint = f"“{near.text}”{_HOW[near.kind]}", f"应为：{near.phrase}"
                span = passage.span(near.span)
                yield diagnose(
                    page.source, span, "altered-phrase", message, hint=hint, suggestion=near.phrase
                )
