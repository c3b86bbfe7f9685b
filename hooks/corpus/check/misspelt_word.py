"""错别字

**查什么**：公文易错字词（`docs/study/wording.md`）表里列出的错别字和用错的词组。表里只收在任何地方都错的写法；代码样式里的不查。

**为什么**：同音、形近的字用输入法最容易打错，自己读几遍也看不出来。

**例**：`认真布署`，应为`部署`。

**改法**：按提示改。表里漏了的，在 `docs/study/wording.md` 加一行；误伤了正确写法的，把那一行写得再长一些。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import ahocorasick_rs

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each misspelling that the table lists."""
    misspellings = resolution.corpus.wording.misspellings
    automaton = _automaton(misspellings)
    for page in resolution.subjects:
        for passage in wording(page) if misspellings else ():
            for index, start, end in automaton.find_matches_as_indexes(passage.text):
                wrong, right = misspellings[index]
                span = passage.span(Span(start, end))
                message, hint = f"“{wrong}”有错别字", f"应为：{right}"
                yield diagnose(page.source, span, "misspelt-word", message, hint=hint, suggestion=right)


@lru_cache(maxsize=2)
def _automaton(misspellings: tuple[tuple[str, str], ...]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(
        [wrong for wrong, _ in misspellings], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
