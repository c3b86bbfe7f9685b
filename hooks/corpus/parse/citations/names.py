"""How prose names a regulation, its edition and an alias for it.

::

    name    = 《title》 | known title or short title | generic | own | unknown name
    title   = text, with 〈…〉 for a title inside it and perhaps an edition mark in brackets
    own     = 本条例 | 本规定 | … | 该条例 | 同法 | 上述规定 | …
    generic = 条例 | 规定 | …                       said of the regulation named last
    mark    = 2018年 | 2018年版 | 修订前的 | 原 | 现行   before the name
            | （2018年修订） | （2018） | （2018年8月18日）  after or inside it
    alias   = （以下简称《Y》） | （以下简称Y） | （下称“Y”）
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

GENRES = "法典|法|条例|准则|规定|规则|办法|细则|决定|意见|解释|纲要|通知|章程|党章|方案|制度|决议|函|公告|批复"
"""The words that end the name of a legal text."""
_OWN_GENRE = "条例|准则|规定|规则|办法|细则|决定|意见|解释|通知|章程|纲要|方案|法"
TITLE = r"《(?:[^《》〈〉\n\x00]|〈[^《》〈〉\n]*〉|《[^《》\n]*》){1,120}》"
_YEAR = r"(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_ACT = r"(?:修订|修正|修改|印发|发布|颁布|通过|施行|试行)"
MARK_AFTER = re.compile(
    rf"\s?[（(]\s?(?P<year>{_YEAR})(?:年(?:版|[^（）()\n]{{0,12}}?{_ACT}?(?:版|本|稿)?)?)?\s?[）)]"
)
MARK_BEFORE = re.compile(
    rf"(?:(?P<year>{_YEAR})年?(?:版|{_ACT}(?:版|后)?)?的?|(?P<word>修订前|修改前|原来|原|旧|修订后|新修订|现行)(?:版|的)?的?)$"
)
ALIAS = re.compile(
    r"\s?[（(](?:以下|下文)?(?:均?简称|统称|称|下称)(?:为)?[：:]?\s?[《“\"「]?(?P<name>[^《》“”\"「」（）()\n]{1,30})[》”\"」]?[）)]"
)
_INNER_MARK = re.compile(rf"[（(](?P<year>{_YEAR})[^（）()]{{0,12}}[）)]$")
_OWN = re.compile(rf"(?:本|该|上述|前述)(?:{_OWN_GENRE})$|(?<![\u4e00-\u9fff])同法$|(?<=[据照按反用和与及或对在])同法$")
_GENERIC = re.compile(rf"(?<![\u4e00-\u9fff])(?:条例|准则|细则|规则|办法)$|(?<=[据照按反用])(?:{_OWN_GENRE})$")
_UNKNOWN = re.compile(r"[\u4e00-\u9fff]{1,24}(?:法典|法|条例|准则|规定|规则|办法|细则|解释)$")
# Where the name of an unmarked regulation cannot reach further to the left.
_STOP = re.compile(
    r".*(?:依照|按照|遵照|比照|参照|根据|依据|违反|触犯|符合|适用|援引|引用|构成|认定为|以及|或者|关于|对于|由于|按|依|据"
    r"|由|在|对|将|以|为|了|于|是|即|见|和|与|及|或|的|到|向|从|把|被|给|因|而|则|又|也|不|有关|相关|应当|可以|规定)"
)
_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans({"“": "", "”": "", '"': "", "‘": "", "’": "", "(": "（", ")": "）"})


@dataclass(frozen=True, slots=True)
class Name:
    """How a chain's regulation is named, and where that begins.

    Exactly one of `title` (a name as written, without its marks) and `own` (本条例) is set.
    """

    start: int
    title: str | None = None
    title_start: int = 0
    title_end: int = 0
    own: str | None = None
    mark: str | None = None


def normalise_title(title: str) -> str:
    """A title as it is compared: without spaces and quotation marks, brackets of full width."""
    return _SPACES.sub("", title).translate(_QUOTES)


def split_mark(title: str) -> tuple[str, str | None]:
    """A title and the edition mark that stands inside it: 条例（2018年修订） → 条例, 2018."""
    match = _INNER_MARK.search(title)
    return (title[: match.start()], match["year"]) if match else (title, None)


def mark_before(text: str, end: int, floor: int) -> tuple[int, str | None]:
    """The edition mark that ends at `end` and begins at or after `floor`: its start and the mark."""
    match = MARK_BEFORE.search(text[max(floor, end - 12) : end])
    if not match:
        return end, None
    return end - len(match[0]), match["year"] or match["word"]


def name_before(text: str, end: int, floor: int, known: Collection[str]) -> Name | None:
    """The unmarked name that ends at `end`, looking back no further than `floor`; None if there is none."""
    base = max(0, end - 40)
    left, mark = text[base:end].rstrip(" "), None
    if left.endswith(("）", ")")) and (after := _trailing_mark(left)):
        left, mark = left[: after.start()], after["year"]
    linked = left.endswith(("的", "中"))
    found = _known(left[:-1] if linked else left, known)
    if found is None and not linked:
        found = _unknown(left)
    if found is None or base + found.start < floor:
        return None
    start, before = mark_before(text, base + found.start, floor)
    if found.own:
        return Name(start, own=found.own, mark=mark or before)
    return Name(start, found.title, base + found.start, base + found.title_end, mark=mark or before)


def _known(left: str, known: Collection[str]) -> Name | None:
    for size in range(min(len(left), 40), 1, -1):
        if left[-size:] in known:
            return Name(len(left) - size, left[-size:], title_end=len(left))
    match = _OWN.search(left) or _GENERIC.search(left)
    return Name(match.start(), own=match[0]) if match else None


def _unknown(left: str) -> Name | None:
    """A name that no list holds (合同法), cut where it can reach no further to the left."""
    match = _UNKNOWN.search(left)
    if not match:
        return None
    stop = _STOP.match(match[0][:-1])
    start = match.start() + (stop.end() if stop else 0)
    return Name(start, left[start:], title_end=len(left)) if len(left) - start >= 2 else None


def _trailing_mark(left: str) -> re.Match[str] | None:
    opening = max(left.rfind("（"), left.rfind("("))
    match = MARK_AFTER.match(left, opening) if opening > 0 else None
    return match if match and match.end() == len(left) else None
