"""引用了不存在的条、款、项

**查什么**：正文和文件头里的每一处引用，编、章、节、条、款、项都要在所引版本里存在；范围引用查首尾两端。
没有完整条目数据的法规不下结论，计入“未核对”，不算通过，也不报错。

**为什么**：条号写错的讲稿会被当面问住。前后两版条号差出十来条，凭记忆引用最容易错。

**例**：`《中国共产党纪律处分条例》第二百条`。2023年版共158条，没有第二百条。

**改法**：对照条文页改成正确的条、款、项；如果引的是旧版，写明版本，例如 `《中国共产党纪律处分条例》（2018年修订）第八十八条`。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import edition_label, faulty, report, with_pinpoint
from corpus.resolve import Resolution
from corpus.resolve.references import Fault, Reference
from corpus.text.diagnostic import Diagnostic


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each citation whose edition is known not to hold the provision."""
    for page, reference, fault in faulty(resolution, "missing-provision"):
        message = f"{edition_label(reference)}{fault.reason}，没有{fault.found}"
        hint = f"最接近：{fault.nearest}" if fault.nearest else ""
        yield report(page, reference, message, hint=hint, suggestion=_suggestion(reference, fault))


def _suggestion(reference: Reference, fault: Fault) -> str:
    """The citation with the nearest provision; "" where its words say less or more than the missing one."""
    refs, text = reference.citation.refs, reference.citation.text
    if fault.nearest is None or fault.ref >= len(refs):
        return ""
    if refs[fault.ref].range_end:
        return text.replace(fault.found, fault.nearest) if text.count(fault.found) == 1 else ""
    named = refs[fault.ref] == reference.pinpoints[fault.ref]
    return with_pinpoint(reference, fault.nearest, fault.ref) if named else ""
