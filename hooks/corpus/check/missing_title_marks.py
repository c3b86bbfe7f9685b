"""法规名称没有加书名号

**查什么**：党内法规和国家法律的全称，以及条例、准则、规则的六个字以上的通行简称，在句子里出现时有没有加书名号。
“党章”“刑法”“监察法”这样的短称不查；单独成行的标题不查。

**为什么**：不加书名号，就分不清是法规的名称还是一般的说法，也无从核对。

**例**：`认真学习中国共产党纪律处分条例。`

**改法**：加上书名号：`《中国共产党纪律处分条例》`。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.parse.citations.names import mask_titles
from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span

_SHORTEST = 6
_OF_PARTY = ("条例", "准则", "规则")
_FULL = "(?:中国共产党|中华人民共和国)(?:(?![是的在为把将对向从])[\u4e00-\u9fff（）]){2,22}?(?:条例|准则|规则|实施细则|法)(?![律规治制纪案定庭院官学人])"


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each title of a regulation that stands in a sentence without 《》."""
    pattern = _pattern(frozenset(resolution.corpus.titles))
    for page in resolution.subjects:
        for passage in wording(page):
            text = mask_titles(passage.text)
            for match in pattern.finditer(text):
                if not _is_alone(text, match):
                    yield diagnose(
                        page.source,
                        passage.span(Span(*match.span())),
                        "missing-title-marks",
                        f"“{match[0]}”没有加书名号",
                        hint=f"写作：《{match[0]}》",
                        suggestion=f"《{match[0]}》",
                    )


@lru_cache(maxsize=2)
def _pattern(titles: frozenset[str]) -> re.Pattern[str]:
    """The titles that prose has to mark, the longest first."""
    marked = [
        title
        for title in titles
        if title.startswith(("中国共产党", "中华人民共和国"))
        or (len(title) >= _SHORTEST and title.endswith(_OF_PARTY))
    ]
    return re.compile("|".join([*map(re.escape, sorted(marked, key=len, reverse=True)), _FULL]))


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Whether the title heads a line that is no sentence."""
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    after = re.match("[^\n]*", text[match.end() :])
    rest = re.sub(r"（[^（）]*）", "", after[0] if after else "").strip(" \t|“”")
    return not before.strip(" \t#|>*-“") and not re.search("[，。；！？]", rest)
