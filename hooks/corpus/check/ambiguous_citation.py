"""引用有两种读法

**查什么**：只写“第N条”的引用，承接本段最近提到的法规。本段提到过两个法规，或者一个也没有提到，就分不清是哪个法规的条文。
条规页里不写名称的“第N条”指本法规；同段又提到别的法规时，要写“本条例第N条”。

**为什么**：猜对了读者也不知道是猜的，猜错了就链到别的法规。宁可让作者多写一个名称。

**例**：`《政务处分法》与《纪律处分条例》都有规定，见第三十三条。`

**改法**：在条号前写上法规名称。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import faulty, report
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each citation that may mean more than one regulation, or none."""
    for page, reference, _ in faulty(resolution, "ambiguous-citation"):
        titles = [f"《{regulation.title}》" for regulation in reference.candidates]
        text = reference.citation.text
        if titles:
            others = titles if len(titles) > 1 else [*titles, "本段提到的另一个文件"]
            message, hint = f"“{text}”分不清是哪个法规的", f"可能是{'或'.join(others)}，请写明名称"
        else:
            message, hint = f"“{text}”前面没有可以承接的法规名称", "在条号前写上法规名称"
        yield report(page, reference, message, hint=hint)
