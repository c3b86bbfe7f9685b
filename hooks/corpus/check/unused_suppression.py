"""忽略注释没有起作用

**查什么**：`<!-- 忽略 代码：理由 -->` 写在被忽略的那一行上面（文件头里写 `# 忽略 代码：理由`）。下一行没有这个问题，或者没写理由，就要报出来。

**为什么**：问题改好了，注释还留着，以后同一行再出错就没人知道。

**例**：`<!-- 忽略 forbidden-variant：引用原话 -->`，而下一行并没有禁用写法。

**改法**：删去注释，或补上理由。全站的忽略超过五条，说明检查本身该改。
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from corpus.model import Corpus, Page
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span

_COMMENT = re.compile(
    r"^[ \t]*(?:<!--|#)[ \t]*忽略[ \t]+(?P<code>[a-z-]+)[ \t]*(?:[：:][ \t]*(?P<reason>.*?))?[ \t]*(?:-->)?[ \t]*$",
    re.MULTILINE,
)


def apply(corpus: Corpus, found: Sequence[Diagnostic], skipped: Collection[str] = ()) -> Iterator[Diagnostic]:
    """`found` without what is suppressed, and with a finding for each comment that suppresses
    nothing or gives no reason; the codes of checks that were `skipped` are not judged.
    """
    comments = {
        (page.source.path, page.source.position(match.start()).line + 1, match["code"]): (page, match)
        for page in corpus.pages
        for match in _COMMENT.finditer(page.source.text)
        if match["code"] not in skipped
    }
    used = set()
    for diagnostic in found:
        key = (diagnostic.path, diagnostic.line, diagnostic.code)
        if key in comments and comments[key][1]["reason"]:
            used.add(key)
        else:
            yield diagnostic
    for key in comments.keys() - used:
        yield _idle(*comments[key])


def _idle(page: Page, match: re.Match[str]) -> Diagnostic:
    if not match["reason"]:
        message = f"忽略 {match['code']} 没有写理由"
        hint = f"写成 <!-- 忽略 {match['code']}：理由 -->"
    else:
        message, hint = f"下一行没有 {match['code']} 的问题可忽略", "删去这条注释"
    return diagnose(page.source, Span(*match.span()), "unused-suppression", message, hint=hint)
