"""标点或数字的宽度不对

**查什么**：中文句子里的半角标点（`,` `:` `;` `!` `?` `.` 和括号），全角的数字和字母。时刻、比例、小数、网址、英文不算；代码和链接不查。

**为什么**：公文标点用全角，数字字母用半角。一篇里两种混用，排版和检索都会出错。

**例**：`要压实责任,抓好整改.`

**改法**：按提示改；`python hooks proofread --fix` 可以自动改。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.typography import corrections


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each mark, digit or letter of the wrong width."""
    for page in resolution.subjects:
        for passage in wording(page):
            for found in corrections(passage.text):
                if found.kind == "width":
                    text = passage.text[found.span.start : found.span.end]
                    message, hint = f"“{text}”的宽度不对", f"写作：{found.right}"
                    span = passage.span(found.span)
                    yield diagnose(
                        page.source, span, "wrong-width", message, hint=hint, suggestion=found.right
                    )
