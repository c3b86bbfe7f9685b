"""Is a number without a name a citation? 第三项 of what was named, or the third of many things.

The number that heads an article and an ordinal before a noun are told apart from a citation by
what stands beside them.
"""

from __future__ import annotations

import re

from corpus.parse.citations.chain import Chain
from corpus.text.source import Span

_LABEL = re.compile(
    r"第[^第、\s]{1,12}?(?:(?:[编章节]|部分|条(?:之[^第\s]{1,2})?)\*{0,2}(?:[ \t\u3000]+|(?<![条*])$)|[款项]\*{0,2}：)",
    re.MULTILINE,
)
_BEFORE_LABEL = " \t\u3000>*-#"
_QUOTES = "“「『"
# Nouns after which 第一条 counts things.
_COUNTED = re.compile(
    r"(?:重要|具体|主要|基本|新)?(?:线索|道路|路|街|线|河|新闻|消息|建议|意见|短信|微信|信息|评论|理由|经验|措施"
    r"|战线|底线|红线|生产线|教训|体会|鱼|船|烟|水渠|小巷|巷|渠|沟|河道)"
)
# Words and marks that follow a reference to an 项, and these a reference to a 款.
_AFTER_ITEM = r"规定|已|所列|所称|所规定|列举|情形|行为|之|中|的|以|和|与|及|或|至|、|，|。|；|：|）|”|」|』|\)|,|;|:|\s|$|\|"
_AFTER_PARAGRAPH = (
    rf"{_AFTER_ITEM}|罪|末尾|作为|改为|修改|相应|应当|适用|不|删|减|后半|前半|但书|明确|有|处|新增|增加|从|由|按|另"
    r"|一律|留|只|仅|也|则|还|均|都|所|是|为|即|对|在|将|把|可以|“|《|管|讲|要求|没|无|同样|堵|列|须|必须"
)
_AFTER = {
    "paragraph": re.compile(_AFTER_PARAGRAPH),
    "item": re.compile(_AFTER_ITEM),
    "subitem": re.compile(_AFTER_ITEM),
}
# Words before a bare 第一款 or 第三项 that make it a citation whatever follows.
_CITING = re.compile(r"(?:依照|按照|参照|比照|遵照|根据|依据|违反|符合|适用|触犯|引用|援引|[依按])$")
_AFTER_DIVISION = re.compile(r"的?(?:有关|相关)?(?:规定|所列|所称|的规定)")
# 第二章 after 在 and before a pause is a place in the regulation that was named.
_PLACED = re.compile("[在见看到查]$")
_PAUSE = re.compile("[，。；、）]|$", re.MULTILINE)
COUNTING = re.compile("就?是|出自|来自")
"""What follows 第一条 where it may count, if no regulation is near: 第一条是不占便宜."""
_NEAR = 300
"""Characters: how far a bare 第七节 may stand from the chapter that it goes on from."""


def label_end(text: str, start: int) -> int | None:
    """The end of a number that heads what follows, if one begins at `start`.

    It stands at the start of a line or of a quotation: 第十二条　…, or 第二款：… as a note on a 款.
    """
    at = start
    while at and text[at - 1] in _BEFORE_LABEL:
        at -= 1
    opens = at == 0 or text[at - 1] == "\n" or text[at - 1] in _QUOTES
    label = _LABEL.match(text, start) if opens else None
    return label.end() if label else None


def stands_alone(chain: Chain, text: str, span: Span, floor: int, *, divided: bool) -> bool:
    """Whether a chain without a name at `span` is a citation, not an ordinal.

    `floor` is the end of the last citation; `divided` says whether that named an 编, 章, 节 or
    部分: then a bare 第七节 near it goes on from it.
    """
    start, end = span.start, span.end
    if chain.level == "article":
        return not _COUNTED.match(text, end)
    goes_on = start == floor + 1 and text[floor] == "的"  # 第四十五条的第二款
    if goes_on or chain.bracketed or chain.pointer or any(ref.article for ref in chain.refs):
        return True
    if after := _AFTER.get(chain.level):
        return bool(after.match(text, end) or _CITING.search(text[max(floor, start - 4) : start]))
    near = floor > 0 and start - floor < _NEAR and "\n" not in text[floor:start]
    placed = bool(_PLACED.search(text[max(floor, start - 2) : start]) and _PAUSE.match(text, end))
    return (near and (divided or placed)) or bool(_AFTER_DIVISION.match(text, end))
