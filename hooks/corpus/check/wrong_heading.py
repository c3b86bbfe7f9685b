"""标题不对

**查什么**：每页正文以一个一级标题（`# …`）开头；案例、专题、法规页的标题与文件头的 `title` 一致，词条页与 `term` 一致。案例要有“案情”“处理”“评析”三节。

**为什么**：导航、卡片和引用都用标题；两处写法不同，读者会以为是两件事。缺了“处理”一节，构建就没有地方放“违反的条款”。

**例**：`title: 局长收受购物卡`，正文标题却是 `# 局长收卡`。

**改法**：让两处一致；补上缺的节。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import AUTHORED_SECTIONS, Page
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.markup import mask_code
from corpus.text.source import Span

_TITLE = re.compile(r"^# +(?P<text>[^\n]+?)(?: *\{[^{}\n]*\})? *$", re.MULTILINE)
_KEYS = {"case": "title", "topic": "title", "regulation": "title", "term": "term"}


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each missing or differing heading."""
    for page in resolution.corpus.pages:
        if page.kind not in ("outside", "withdrawn"):
            yield from _page(page)


def _page(page: Page) -> Iterator[Diagnostic]:
    text, base = mask_code(page.body), page.front_matter.body
    match = _TITLE.search(text)
    if match is None:
        yield diagnose(
            page.source, Span(base, base), "wrong-heading", "正文没有一级标题", hint="写法：# 标题"
        )
        return
    title = page.front_matter.data.get(_KEYS.get(page.kind, ""))
    if isinstance(sense := page.front_matter.data.get("sense"), str) and page.kind == "term":
        title = f"{title}（{sense}）"
    if isinstance(title, str) and title != match["text"]:
        span = Span(*match.span("text")).shifted(base)
        message = f"标题与文件头的 {_KEYS[page.kind]} 不一致"
        yield diagnose(page.source, span, "wrong-heading", message, hint=f"应为：{title}", suggestion=title)
    if page.kind == "case":
        for name in AUTHORED_SECTIONS:
            if not re.search(rf"^## +{name} *$", text, re.MULTILINE):
                span = Span(*match.span("text")).shifted(base)
                yield diagnose(
                    page.source, span, "wrong-heading", f"案例缺“{name}”一节", hint=f"写法：## {name}"
                )
