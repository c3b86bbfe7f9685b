"""条文变了，要点还没有复核

**查什么**：`reviewed.csv` 记着每条要点复核时所对照的条文（用校验值代表）。条目数据或导入的正文换了内容，而记录还是旧的，就报出来。

**为什么**：条文改了一个字，要点可能就错了。换文本的人未必记得改要点。

**例**：重新运行 `python hooks outline` 后，第九十七条的校验值变了，`reviewed.csv` 里还是旧值。

**改法**：对照新条文重读要点，改好后更新 `reviewed.csv` 里这一条的校验值和日期。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Edition
from corpus.resolve import Resolution
from corpus.resolve.outline import article_label
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each digest that was reviewed against other words."""
    corpus = resolution.corpus
    for regulation in corpus.regulations:
        for edition in regulation.editions:
            for digest in edition.digests:
                page = corpus.page(digest.page)
                if page and _has_changed(edition, digest.article):
                    label = article_label(digest.article)
                    message = f"{label}的条文与复核时不同"
                    hint = "对照条文重读要点，再更新 reviewed.csv"
                    yield diagnose(page.source, digest.heading, "changed-provision", message, hint=hint)


def _has_changed(edition: Edition, number: str) -> bool:
    review = edition.review(number)
    outlines = [edition.official.outline if edition.official else None, edition.outline]
    hashes = [article.sha256 for outline in outlines if outline and (article := outline.article(number))]
    return review is not None and any(value is not None and value != review.sha256 for value in hashes)
