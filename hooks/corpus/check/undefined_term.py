"""标成术语的词没有词条

**查什么**：写成 `[[词]]` 的词，术语库里要有同名（或别名相同）的词条。

**为什么**：作者用 `[[…]]` 保证这个词有解释。没有词条，读者点不开。

**例**：`[[监督执纪五种形态]]`。

**改法**：改成已有词条的写法，或者新建 `docs/glossary/<slug>.md`。
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import process

from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each explicit mark that no term answers."""
    names = [name for term in resolution.corpus.terms for name in (term.term, *term.aliases)]
    for page in resolution.corpus.pages:
        for use in resolution.terms[page.path]:
            if use.explicit and use.term is None:
                near = process.extractOne(use.text, names, score_cutoff=40)
                hint = f"最接近：{near[0]}" if near else "新建词条，或去掉 [[ ]]"
                suggestion = near[0] if near else ""
                message = f"术语库没有“{use.text}”"
                yield diagnose(
                    page.source, use.span, "undefined-term", message, hint=hint, suggestion=suggestion
                )
