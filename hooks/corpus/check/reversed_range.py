"""范围引用前后颠倒

**查什么**：“第A条至第B条”的A应在B之前，款、项同理。

**为什么**：颠倒的范围多半是其中一个数字写错了，读者无法判断是哪一个。

**例**：`第一百条至第九十八条`。

**改法**：对照原意改正数字，或者对调首尾。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import faulty, report, with_pinpoint
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each range whose end comes before its start."""
    for page, reference, fault in faulty(resolution, "reversed-range"):
        hint = f"最接近：{fault.nearest}" if fault.nearest else "对调首尾，或改正其中写错的数字"
        suggestion = with_pinpoint(reference, fault.nearest, fault.ref) if fault.nearest else ""
        yield report(page, reference, f"范围“{fault.found}”前后颠倒", hint=hint, suggestion=suggestion)
