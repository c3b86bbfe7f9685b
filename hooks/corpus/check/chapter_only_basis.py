"""案例只引到章，或只引总则

**查什么**：案例的每条 `provision` 要落到条；全部依据都在总则里的，也要报出来。

**为什么**：处分要依据分则的具体条款。只写“违反廉洁纪律”或总则的原则，讲不清为什么受处分。

**例**：`provision: 《中国共产党纪律处分条例》第八章`。

**改法**：写明具体的条、款、项；总则的规则（从轻、合并等）另列，不能是唯一依据。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Case, Page
from corpus.resolve import Resolution
from corpus.resolve.references import Reference
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each basis without an article, and for a case whose articles are all general."""
    for case in resolution.corpus.cases:
        page = resolution.corpus.page(f"cases/{case.slug}.md")
        if page:
            yield from _case(resolution, case, page)


def _case(resolution: Resolution, case: Case, page: Page) -> Iterator[Diagnostic]:
    bases = [
        r
        for r in resolution.references[page.path]
        if r.key and r.key[0] == "citations" and r.key[-1] == "provision"
    ]
    specific = False
    for reference in bases:
        if not any(pinpoint.article for pinpoint in reference.pinpoints):
            yield diagnose(
                page.source, reference.span, "chapter-only-basis", "依据没有写到条", hint="写明第几条第几款"
            )
        specific = specific or not _is_general(reference)
    if bases and not specific:
        span = page.front_matter.place(("citations",))
        message = f"案例“{case.title}”的依据全在总则"
        yield diagnose(page.source, span, "chapter-only-basis", message, hint="补上分则的具体条款")


def _is_general(reference: Reference) -> bool:
    """Whether every article of a reference stands in a part called 总则."""
    outline = reference.edition.outline if reference.edition else None
    if outline is None:
        return False
    general = {part.number for part in outline.parts if part.title == "总则"}
    articles = [outline.article(p.article) for p in reference.pinpoints if p.article]
    return bool(articles) and all(article is not None and article.part in general for article in articles)
