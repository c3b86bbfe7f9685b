"""The words of a chain of references, as patterns: 第十条第一款、第三款至第五款 and the like.

The grammar, in the words of the field (`[ ]` may be left out, `( )*` repeats, `|` chooses)::

    chain    = head ( unit | bracket | join ( unit | bracket ) | range numeral level )*
    head     = unit | bracket | pointer
    unit     = 第 numbers level                       第九十七条  第一、二项  第三至五条  第（一）（二）项
    bracket  = （numeral） ( [join] （numeral） )* 项     （一）项  （一）、（三）项
    pointer  = 前[N]款 | 前[N]条 | 前[N]项 | 本条 | 本款 | 本项 | 本章 | 本节 | 本编 | 同条 | 同款 | 该条 | 该款
    numbers  = number ( join [第] number | （numeral） )*   one level for several numbers
    number   = numeral | （numeral） | placeholder     a placeholder (第××条) is malformed
    join     = 、 | 和 | 及 | 与 | 或 | 或者 | 以及 | range
    range    = 至 | 到 | - | — | – | － | ～ | ~
    level    = 编 | 章 | 节 | 部分 | 条 [ subs ] | 款 | 项 | 目
    subs     = 之 numeral ( join 之 numeral )*         第八十八条之一  第八十八条之一、之二

A space may stand between words of a chain, a line break may not.
"""

from __future__ import annotations

import re

SPACE = "[ \u00a0]?"
NUMERAL = r"[0-9０-９零〇一二两三四五六七八九十百千]{1,9}"
_PLACEHOLDER = r"(?:[×xXＸｘ＊*○□_＿某]{1,4}|[ \u3000]{2,8}|[（(][×xXＸｘ＊*○□_＿某]{1,4}[）)])"
_BRACKETED = rf"[（(]{SPACE}{NUMERAL}{SPACE}[）)]"
_NUMBER = rf"(?:{NUMERAL}|{_BRACKETED}|{_PLACEHOLDER})"
_RANGE = r"(?:至|到|[-—–－～~]{1,2})"
_JOIN = rf"(?:、|和|及|与|或者?|以及|{_RANGE})"
_NUMBERS = rf"{_NUMBER}(?:{_JOIN}第?{_NUMBER}|{_BRACKETED}){{0,40}}"
_BRACKETS = rf"{_BRACKETED}(?:{_JOIN}?{_BRACKETED}){{0,40}}"
_SUBS = rf"之{NUMERAL}(?:{_JOIN}之{NUMERAL}){{0,20}}"
# 本条例 is not 本条 + 例; 章程, 款项, 项目, 条件, 节课 likewise are words of their own.
_ARTICLE = r"条(?!例(?![外如])|约(?![定束])|件|款|目(?!标|的)|码|幅)"
_PARAGRAPH = r"款(?!项|物|式)"
_ITEM = r"项(?!目)"
_SUBITEM = r"目(?!录|标|前|的(?!规定|所列|情形|要求|内容))"
_DIVISION = r"编(?!辑|号|制|写|者|码|委|排)|章(?!程)|节(?!课|目|点|日|假|车|约)|部分"
_LEVEL = rf"(?:{_DIVISION}|{_ARTICLE}|{_PARAGRAPH}|{_ITEM}|{_SUBITEM})"
_UNIT = rf"第{SPACE}{_NUMBERS}{SPACE}{_LEVEL}(?:(?<=条){_SUBS})?"
_BRACKET = rf"{_BRACKETS}{_ITEM}"
_TAIL = rf"{_RANGE}{NUMERAL}{SPACE}{_LEVEL}"
# What must follow a pointer whose words are also ordinary ones (该条, 本项, 本节, 同款).
_FOLLOW = r"(?=规定|所列|所称|情形|行为|第|的|，|。|；|、|）)"
_POINTER = (
    rf"(?<![之此目先从年日])前(?:(?:[一二两三四五六七八九十]?{_PARAGRAPH}|{_ARTICLE})|(?:[一二两三四五六七八九十]{_ARTICLE}|[一二两三四五六七八九十]?{_ITEM}){_FOLLOW})"
    rf"|(?<![基日根文样版读课剧资成])本(?:{_ARTICLE}|{_PARAGRAPH}|(?:{_ITEM}|[章节编]){_FOLLOW})"
    rf"|(?<![合不相共协])同(?:{_ARTICLE}|[款项]{_FOLLOW})|该[条款]{_FOLLOW}"
)
_LATER = rf"(?:{_UNIT}|{_BRACKET})"
CHAIN = rf"(?:{_UNIT}|{_BRACKET}|{_POINTER})(?:{SPACE}{_LATER}|{_JOIN}{_LATER}|{_TAIL})*"
"""A pattern for the whole of a chain."""
BEGIN = re.compile(
    r"第|《|（|\(| (?=[（(])|前(?=[一二两三四五六七八九十条款项])|本(?=[条款项章节编])|同(?=[条款项])|该(?=[条款])"
)
"""Where a chain, a title or an alias may begin. Every alternative begins with a character of its own:
only then does `re` skip what is none of them, ten times faster than it tries the whole grammar there."""

PIECE = re.compile(
    rf"第{SPACE}(?P<numbers>{_NUMBERS}){SPACE}(?P<level>{_LEVEL})(?P<subs>(?<=条){_SUBS})?"
    rf"|(?P<items>{_BRACKETS}){_ITEM}|(?P<pointer>{_POINTER})"
    rf"|(?P<last>{NUMERAL}){SPACE}(?P<last_level>{_LEVEL})"
)
"""One unit, bracket or pointer of a chain, or the end of a range that has no 第."""
NUMBER = re.compile(rf"(?P<join>{_JOIN})?第?(?P<number>{_NUMBER})")
PLAIN = re.compile(NUMERAL)
SUB = re.compile(rf"(?P<join>{_JOIN})?之(?P<number>{NUMERAL})")
RANGE = re.compile(_RANGE)
