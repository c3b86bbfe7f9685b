"""只有一款的条写了“第一款”

**查什么**：所引的条只有一款，引用却写“第一款”。

**为什么**：不分款的条没有第一款可言；写上去，读者会去找并不存在的第二款。

**例**：`《中国共产党纪律处分条例》第一百条第一款`。第一百条只有一款。

**改法**：去掉“第一款”；引项的，直接写“第……条第（一）项”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.outline import article_label
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each 第一款 of an article that has one 款."""
    for page in resolution.corpus.pages:
        for reference in resolution.references[page.path]:
            outline = reference.edition.outline if reference.edition else None
            for pinpoint in reference.citation.refs if outline else ():
                article = outline.article(pinpoint.article) if outline and pinpoint.article else None
                if (
                    article
                    and pinpoint.paragraph == 1
                    and article.paragraphs
                    and len(article.paragraphs) == 1
                ):
                    label = article_label(article.number)
                    suggestion = re.sub(
                        rf"({label}|第{article.number}条)第[一1１]款", r"\1", reference.citation.text
                    )
                    yield diagnose(
                        page.source,
                        reference.span,
                        "needless-paragraph",
                        f"{label}只有一款，不写“第一款”",
                        hint=f"写作：{suggestion}",
                        suggestion=suggestion,
                    )
