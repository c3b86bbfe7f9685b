"""Which edition prose means, and what it calls a regulation from then on.

A mark is a word that changes the edition. 现行 and 新修订的 do so only where an older one would be
meant, as in a case: they are read as a mark, and stay outside the citation.

::

    mark    = 2018年 | 2018年版 | 2018年8月修订的 | 修订前的 | 原          before the name
            | （2018年修订） | （2018） | （2018年8月18日） | 2018年版     after or inside it
    alias   = （以下简称《Y》） | （以下简称Y） | （2018年修订，以下简称“Y”） | （文号，以下简称Y）
"""

from __future__ import annotations

import re

_YEAR = r"(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_DAY = r"(?:[0-9一二三四五六七八九十]{1,2}月(?:[0-9一二三四五六七八九十]{1,3}日)?)"
_ACTS = ("修订", "修正", "修改", "印发", "发布", "颁布", "公布", "通过", "施行", "试行", "实施")
_ACT = rf"(?:第[一二三四五六七八九十]次)?(?:{'|'.join(_ACTS)})"
_DATED = rf"年?{_DAY}?(?:起|由[^（）()\n]{{1,12}})?{_ACT}?(?:版|本|稿)?"
MARK_AFTER = re.compile(
    rf"(?:[ ]?[（(]\s?(?P<year>{_YEAR}){_DATED}\s?[）)]|(?P<plain>{_YEAR})年?(?:版|修订版|修正版|修订本)(?=第))"
)
YEAR_BEFORE = re.compile(rf"(?P<year>{_YEAR})(?!年度)年?{_DAY}?(?:版|{_ACT}(?:版|后)?)?的?")
MARK_BEFORE = re.compile(
    rf"(?:{YEAR_BEFORE.pattern}"
    r"|(?P<word>修订前|修正前|修改前|原来|(?<![中平草高还复])原|旧)(?:版|的)?的?)$"
)
ALIAS = re.compile(
    rf"[ ]?[（(](?:(?P<year>{_YEAR})?[^（）()\n]{{0,40}}?[，,；;])?(?:以下|下文)?(?:均?简称|统称|称|下称)(?:为)?[：:]?\s?"
    r"[《“\"「]?(?P<name>[^《》“”\"「」（）()\n]{1,30})[》”\"」]?(?:[，,][^（）()\n]{0,20})?[）)]"
)
OPENS_AFTER = (" ", "（", "(", "1", "2", "一", "二")
"""How a mark after a name, or an alias, begins."""
_ENDS_BEFORE = frozenset("0123456789〇零一二三四五六七八九年月日版后的前来原旧\n").union(a[-1] for a in _ACTS)
"""How a mark before a name ends, or with the line break that `$` looks over."""
_CURRENT = re.compile("(?:现行|新修订|新修正|新版)的?$")
_INNER = re.compile(rf"[（(](?P<year>{_YEAR}){_DATED}[）)]$")


def split_mark(title: str) -> tuple[str, str | None]:
    """A title and the edition mark that stands inside it: 条例（2018年修订） → 条例, 2018."""
    match = _INNER.search(title) if title.endswith(("）", ")")) else None
    return (title[: match.start()], match["year"]) if match else (title, None)


def mark_before(text: str, end: int, floor: int) -> tuple[int, str | None]:
    """The edition mark that ends at `end` and begins at or after `floor`: its start and the mark."""
    ends = text[end - 1 : end] in _ENDS_BEFORE
    match = MARK_BEFORE.search(text[max(floor, end - 16) : end]) if ends else None
    if not match:
        return end, "现行" if _CURRENT.search(text[max(floor, end - 5) : end]) else None
    return end - len(match[0]), match["year"] or match["word"]


def mark_at_end(text: str) -> tuple[str, str | None]:
    """`text` without an edition mark in brackets at its end, and the mark."""
    opening = max(text.rfind("（"), text.rfind("("))
    match = MARK_AFTER.match(text, opening) if opening > 0 else None
    return (text[:opening], match["year"]) if match and match.end() == len(text) else (text, None)
