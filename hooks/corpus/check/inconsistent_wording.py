"""同一个意思用了两个词

**查什么**：公文易错字词（`docs/study/wording.md`）“只用一种”表里的词，例如“登录、登陆”“台账、台帐”，同一篇里有没有两种都用。

**为什么**：一篇里两种写法，读的人会以为说的是两件事；其中多半有一处是错的。

**例**：前面写`登录系统`，后面写`登陆平台`。

**改法**：统一成一种；表里排在前面的是更合适的一种。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Page
from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each use of a word where the same text uses another for the same thing."""
    for page in resolution.subjects:
        for words in resolution.corpus.wording.alternatives:
            used = {word: list(_uses(page, word)) for word in words}
            if sum(map(bool, used.values())) > 1:
                for word in words[1:]:
                    for span in used[word]:
                        message = f"这一篇里“{word}”和“{words[0]}”都用了"
                        hint = f"统一写作：{words[0]}"
                        yield diagnose(
                            page.source, span, "inconsistent-wording", message, hint=hint, suggestion=words[0]
                        )


def _uses(page: Page, word: str) -> Iterator[Span]:
    for passage in wording(page) if word in page.source.text else ():
        for match in re.finditer(re.escape(word), passage.text):
            yield passage.span(Span(*match.span()))
