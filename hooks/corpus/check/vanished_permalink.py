"""发布过的地址没有了

**查什么**：仓库根目录的 `permalinks.txt` 记着发布过的地址，一行一个：每个页面，以及每一条、款、项的锚点（`art_97__para_2`）。记下的地址今天都要还在。
撤下或者改名的案例，`withdrawn` 里的 `moved_to` 要是一个现有的案例。

**为什么**：地址印在讲稿和二维码上，收不回来。页面没有了，扫码的人只看到“没有这一页”。

**例**：把 `docs/cases/old-name.md` 改名为 `new-name.md`，而 `permalinks.txt` 里有 `cases/old-name.html`。

**改法**：把文件改回原名。确实要改名或者撤下案例的，在原来的位置留一个文件，只写文件头：

    ---
    title: 原来的标题
    withdrawn: {reason: 与另一个案例合并, moved_to: new-name}
    ---

发布新页面以后运行 `python hooks permalinks --write`，把新地址记进去；这个命令只增不减。从来没有发布过的地址（例如条款数据原来有误），手工删去那一行。
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from rapidfuzz import fuzz, process

from corpus.model import PERMALINKS, Corpus
from corpus.resolve import Resolution
from corpus.resolve.permalinks import published_addresses
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Source


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each recorded address that is gone, and for each move to nowhere."""
    yield from _gone(resolution.corpus)
    yield from _lost_moves(resolution.corpus)


def _gone(corpus: Corpus) -> Iterator[Diagnostic]:
    """An anchor is only reported where its page is still there: else the page's own line says all."""
    addresses = published_addresses(corpus) if corpus.permalinks else ()
    known = frozenset(addresses)
    path = posixpath.join(posixpath.dirname(corpus.root), PERMALINKS)
    source = Source(path, "\n".join(corpus.permalinks))
    for number, line in enumerate(corpus.permalinks, 1):
        page, _, anchor = line.partition("#")
        if page and line not in known and (not anchor or page in known):
            near = process.extractOne(line, addresses, scorer=fuzz.ratio, score_cutoff=80)
            hint = f"最接近：{near[0]}；" if near else ""
            yield diagnose(
                source,
                source.line_span(number),
                "vanished-permalink",
                f"发布过的地址“{line}”没有了",
                hint=f"{hint}改回原名，或在原处留一个写明 withdrawn 的文件",
            )


def _lost_moves(corpus: Corpus) -> Iterator[Diagnostic]:
    slugs = sorted(case.slug for case in corpus.cases)
    for case in corpus.withdrawn:
        page = corpus.page(f"cases/{case.slug}.md")
        target = case.withdrawn.moved_to
        if page and target and target not in slugs:
            near = process.extractOne(target, slugs, scorer=fuzz.ratio, score_cutoff=40)
            span = page.front_matter.scalars["withdrawn", "moved_to"].span
            message = f"moved_to：没有案例“{target}”"
            hint = f"最接近：{near[0]}" if near else "写取代它的案例文件名，不带 .md"
            suggestion = near[0] if near else ""
            yield diagnose(page.source, span, "vanished-permalink", message, hint=hint, suggestion=suggestion)
