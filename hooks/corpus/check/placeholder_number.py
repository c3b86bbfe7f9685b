"""条号还是占位符，或者不是数字

**查什么**：`第××条`、`第X款`一类没有填上的条号，以及“第九九十条”这样谁也读不出的数字。

**为什么**：模板里的占位符最容易原样留在成稿里。

**例**：`依据《中国共产党纪律处分条例》第××条`。

**改法**：填上条号；还不知道的，先不要写这句话。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import faulty, report
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each citation whose number is a placeholder or no numeral."""
    for page, reference, _ in faulty(resolution, "placeholder-number"):
        message = f"“{reference.citation.text}”的条号没有填写或不是数字"
        yield report(page, reference, message, hint="填上条号，例如 第九十七条第一款")
