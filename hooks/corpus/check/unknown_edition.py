"""引用的版本不存在

**查什么**：引用写明了年份或“修订前”，而知识库登记的版本里没有这一版。

**为什么**：版本年份写错，后面的条号就全错了。

**例**：`2019年版《中国共产党纪律处分条例》第八十八条`。登记的有2023年、2018年、2015年三版。

**改法**：按提示改正年份；确有此版的，在该法规 `index.md` 的 `editions` 中登记。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import faulty, report
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each citation whose edition mark names no edition."""
    for page, reference, fault in faulty(resolution, "unknown-edition"):
        title = reference.regulation.title if reference.regulation else ""
        yield report(page, reference, f"《{title}》{fault.reason}", hint="改正版本年份")
