"""法规名称写错了字

**查什么**：书名号里的名称和登记的某个全称、简称只差一两个字。整词不同的（例如“巡视工作条例”和“农村工作条例”）不算写错，算另一个文件。

**为什么**：法规名称一个字也不能错。“处份条例”“请示报告条列”印进讲稿，比条号写错更显眼。

**例**：`《中国共产党纪律处份条例》第九十七条`，应为《中国共产党纪律处分条例》。

**改法**：按提示改正。如果真有这样一个文件，在 `docs/regulations/` 登记它的名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import faulty, report
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each title within two edits of a known one."""
    for page, reference, fault in faulty(resolution, "misspelt-regulation-title"):
        suggestion = reference.citation.text.replace(fault.found, fault.nearest or "", 1)
        message = f"法规名称《{fault.found}》有误"
        yield report(page, reference, message, hint=f"应为《{fault.nearest}》", suggestion=suggestion)
