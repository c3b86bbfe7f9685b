"""同一个词时而加引号、时而不加

**查什么**：标准写法带引号的术语（“四风”“一把手”），以及以数字开头的简称（“三会一课”）、四个字以上多半加引号的说法，在同一篇里有没有加引号和不加引号两种写法。书名号里的名称、代码和链接不查。

**为什么**：一篇里两种写法，像是两个人拼起来的稿子。

**例**：前面写`“四风”问题`，后面写`四风问题`。

**改法**：统一成标准写法；术语页写明标准写法带不带引号。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpus.model import Page
from corpus.parse.citations.names import mask_titles
from corpus.resolve import Resolution
from corpus.resolve.passages import Passage, passages
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.markup import MASK
from corpus.text.source import Span

_QUOTED = re.compile("[“‘](?P<inner>[^“”‘’\n]{2,12})[”’]")
_KEYWORDS = re.compile("^关键词：.*$", re.MULTILINE)
_HAN = re.compile("[\u4e00-\u9fff]+")
_LONG = 4
"""Characters from which a quoted expression is a name, and no word that is merely pointed at."""
_SHORTHAND = re.compile("[一二三四五六七八九十两][\u4e00-\u9fff、]{1,7}")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each use without marks of what the same text marks elsewhere."""
    marked = {match["inner"] for term in resolution.corpus.terms if (match := _QUOTED.fullmatch(term.term))}
    for page in resolution.subjects:
        texts = [(passage, _text(passage)) for passage in passages(page)]
        quoted = Counter(match["inner"] for _, text in texts for match in _QUOTED.finditer(text))
        plain = Counter(
            {inner: sum(text.count(inner) for _, text in texts) - quoted[inner] for inner in quoted}
        )
        wanted = {
            inner
            for inner, number in quoted.items()
            if inner in marked
            or (number > plain[inner] and (_SHORTHAND.fullmatch(inner) or _is_name(inner, plain)))
        }
        if wanted:
            pattern = re.compile("|".join(map(re.escape, sorted(wanted, key=len, reverse=True))))
            for passage, text in texts:
                yield from _unmarked(page, passage, text, pattern)


def _is_name(inner: str, plain: Counter[str]) -> bool:
    """Whether a quoted expression is long enough to be a name, and stands once only without marks."""
    return len(inner) >= _LONG and bool(_HAN.fullmatch(inner)) and plain[inner] == 1


def _text(passage: Passage) -> str:
    text = _KEYWORDS.sub(lambda match: MASK * len(match[0]), passage.text)
    return mask_titles(text)


def _unmarked(page: Page, passage: Passage, text: str, pattern: re.Pattern[str]) -> Iterator[Diagnostic]:
    inside = [match.span() for match in _QUOTED.finditer(text)]
    for match in pattern.finditer(text):
        if not any(start <= match.start() and match.end() <= end for start, end in inside):
            message = f"“{match[0]}”在这一篇里有加引号和不加引号两种写法"
            suggestion = f"“{match[0]}”"
            span = passage.span(Span(*match.span()))
            yield diagnose(
                page.source,
                span,
                "inconsistent-quotes",
                message,
                hint=f"统一写作：{suggestion}",
                suggestion=suggestion,
            )
