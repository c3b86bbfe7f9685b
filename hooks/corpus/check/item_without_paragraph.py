"""引了项而没有写款

**查什么**：所引的条有两款以上都分项，引用却不写款，只写“第（一）项”。

**为什么**：每一款的项都从（一）编起，不写款就不知道是哪一款的（一）。

**例**：某条第一款、第二款都分项，而引用写作 `第十条第（二）项`。

**改法**：补上款，例如 `第十条第一款第（二）项`。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import with_pinpoint
from corpus.resolve import Resolution
from corpus.resolve.outline import article_label, item_label, paragraph_label
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each item that may stand in more than one 款."""
    for page in resolution.corpus.pages:
        for reference in resolution.references[page.path]:
            outline = reference.edition.outline if reference.edition else None
            for i, pinpoint in enumerate(reference.pinpoints):
                article = outline.article(pinpoint.article) if outline and pinpoint.article else None
                if article is None or pinpoint.item is None or pinpoint.paragraph is not None:
                    continue
                holders = [
                    n for n, p in enumerate(article.paragraphs or (), 1) if (p.items or 0) >= pinpoint.item
                ]
                if len(holders) > 1:
                    label, item = article_label(article.number), item_label(pinpoint.item)
                    nearest = label + paragraph_label(holders[0]) + item
                    paragraphs = "、".join(map(paragraph_label, holders))
                    message = f"{label}的{paragraphs}都有{item}，要写明是哪一款"
                    yield diagnose(
                        page.source,
                        reference.span,
                        "item-without-paragraph",
                        message,
                        hint=f"例如：{nearest}",
                        suggestion=with_pinpoint(reference, nearest, i),
                    )
