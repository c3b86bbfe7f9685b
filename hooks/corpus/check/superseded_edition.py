"""引用了已失效的版本而没有说明

**查什么**：专题、词条和其他说明性页面引用某个法规的旧版，文件头要写 `edition_reason`。案例按行为时的版本引用，条规页讲沿革，都不在此列。

**为什么**：学习材料默认讲现行规定。旧条号混在里面，读者会照着旧条号去查新条例。

**例**：专题里写 `《中国共产党纪律处分条例》（2018年修订）第八十八条`，没有说明为什么引旧版。

**改法**：改引现行条号；确有必要的，在文件头加 `edition_reason: 讲解条号变化`。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import edition_label
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose

_EXEMPT = ("case", "regulation", "edition", "chapter", "outside")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each citation of an edition no longer in force, outside cases and regulations."""
    for page in resolution.corpus.pages:
        if page.kind in _EXEMPT or "edition_reason" in page.front_matter.data:
            continue
        for reference in resolution.references[page.path]:
            regulation, edition = reference.regulation, reference.edition
            current = regulation.in_force(resolution.today) if regulation else None
            if edition and current and edition.name < current.name and reference.pinpoints:
                message = f"{edition_label(reference)}已被{current.name}年版取代"
                hint = "改引现行条号，或在文件头写明 edition_reason"
                yield diagnose(page.source, reference.span, "superseded-edition", message, hint=hint)
