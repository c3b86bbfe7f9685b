"""链接指向不存在的标题

**查什么**：站内链接 `#` 后面的部分要是目标页里的标题、条款编号（art_97__para_2）或写明的 id。标题的锚点由标题文字生成，中文照写。

**为什么**：页面打开了却停在顶部，读者以为内容不见了。标题改了字，旧链接就断。

**例**：`[见此](#处理结果)`，而标题是“处理”。

**改法**：按提示改成最接近的标题。
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import process

from corpus.resolve import Resolution
from corpus.resolve.anchors import page_anchors
from corpus.resolve.page_links import page_links
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each link to a page that has no such anchor."""
    corpus = resolution.corpus
    for page in corpus.pages:
        for link in page_links(page) if page.kind != "outside" else ():
            target = corpus.page(link.path)
            if link.anchor is None or target is None:
                continue
            names = {anchor.name for anchor in page_anchors(corpus, target)}
            if link.anchor in names:
                continue
            near = process.extractOne(link.anchor, sorted(names), score_cutoff=40)
            suggestion = f"{link.written.partition('#')[0]}#{near[0]}" if near else ""
            hint = f"最接近：#{near[0]}" if near else "打开目标页核对标题"
            message = f"“{link.path}”里没有锚点“#{link.anchor}”"
            yield diagnose(
                page.source, link.span, "missing-anchor", message, hint=hint, suggestion=suggestion
            )
