"""疑似错别字

**查什么**：一个字换成同音、近音或者形近的另一个字，整句话就通顺得多的地方。按词频判断（词频来自通用语料，加上本库的术语和固定表述）；
本库几处都这样写的词不算错。书名号里的名称、代码和链接不查。

**为什么**：错别字表收不全。新的错字，表里没有，句子却读不通。

**例**：`认真竭受批评`，应为`接受`。

**改法**：按提示改。原文没有错的，把这个词写进术语库或者固定表述与名称（`docs/study/phrases.md`）的固定表述；只此一处的，写忽略注释。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.parse.citations.names import mask_titles
from corpus.parse.wording import PATHS as WORDING
from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each character that another one like it would make far likelier."""
    for page in (page for page in resolution.subjects if page.path not in WORDING):
        for passage in wording(page):
            text = mask_titles(passage.text)
            for slip in resolution.usage.slips.find(text, page.source.text):
                message, hint = f"“{slip.text}”疑似错别字", f"是不是：{slip.right}"
                span = passage.span(slip.span)
                yield diagnose(
                    page.source, span, "likely-misspelling", message, hint=hint, suggestion=slip.right
                )
