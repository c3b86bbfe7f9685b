"""词条没有被用到

**查什么**：每个词条（或它的别名）在自己的页面以外至少出现一次。

**为什么**：没有人用的词条没有人维护，也说明它可能写错了标准写法。

**例**：词条写作“四种状态”，全站都写“四种形态”。

**改法**：核对标准写法和别名；确实用不上的词条删去。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding at each term that no other page uses."""
    corpus = resolution.corpus
    used = {
        use.term.slug
        for page in corpus.pages
        for use in resolution.terms[page.path]
        if use.term and not use.forbidden and (page.kind, page.slug) != ("term", use.term.slug)
    }
    for term in corpus.terms:
        if term.slug not in used:
            page = corpus.page(f"glossary/{term.slug}.md")
            assert page is not None
            span = page.front_matter.scalars["term",].span
            yield diagnose(
                page.source,
                span,
                "unused-term",
                f"词条“{term.term}”没有任何页面用到",
                hint="核对写法，或删去词条",
            )
