"""条号用了阿拉伯数字

**查什么**：引用里的条、款、项、章、节写成“第97条”“第1款”。法规正文用汉字数字，引用也用汉字。

**为什么**：公文引用条款用汉字数字；同一篇里两种写法并存，也不便检索。

**例**：`《中国共产党纪律处分条例》第97条第1款`。

**改法**：改成 `第九十七条第一款`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.numerals import format_numeral

_DIGITS = re.compile(r"[0-9０-９]{1,4}")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each citation whose numbers are Arabic digits."""
    for page in resolution.corpus.pages:
        for reference in resolution.references[page.path]:
            citation = reference.citation
            if not citation.ref_spans:
                continue
            start = citation.ref_spans[0].start - citation.span.start
            pinpoint = citation.text[start:]
            if _DIGITS.search(pinpoint):
                written = _DIGITS.sub(lambda match: format_numeral(int(match[0])), pinpoint)
                suggestion = citation.text[:start] + written
                message = f"“{pinpoint}”的数字应写成汉字"
                yield diagnose(
                    page.source,
                    reference.span,
                    "arabic-article-number",
                    message,
                    hint=f"写作：{written}",
                    suggestion=suggestion,
                )
