"""Words that point back: 本条 and 前条 start from where they stand, 同条 and 前款 from what was cited."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.model import Citation, Outline, Pinpoint, RangeEnd, Regulation
from corpus.text.numerals import parse_numeral

GENRES = (
    "条例",
    "准则",
    "规定",
    "规则",
    "办法",
    "细则",
    "决定",
    "意见",
    "解释",
    "通知",
    "章程",
    "纲要",
    "方案",
    "法律",
    "法",
)
"""The words that end the name of a regulation and may stand for it."""
_BACK = re.compile(r"前([一二两三四五六七八九十])?条")
_PARAGRAPHS_BACK = re.compile(r"前([一二两三四五六七八九十])?款")
_FROM_HERE = re.compile(rf"本[条款项]|{_BACK.pattern}")


def starts_here(citation: Citation) -> bool:
    """Whether a citation is counted from the article in whose text it stands."""
    return bool(_FROM_HERE.fullmatch(citation.own or ""))


def articles_back(citation: Citation) -> int:
    """How many articles back a citation points: 1 for 前条, 2 for 前两条, 0 for any other."""
    back = _BACK.fullmatch(citation.own or "")
    return parse_numeral(back[1] or "一") if back else 0


def is_of(named: Regulation | str, genre: str) -> bool:
    """Whether a regulation (or an unknown title) is a 条例, a 规定 …; 法律 is said of any 法."""
    title = named if isinstance(named, str) else named.title
    title = title.rpartition("（")[0] if title.endswith("）") else title
    return title.endswith(("法", "法典") if genre == "法律" else genre)


def paragraphs_back(citation: Citation, pinpoint: Pinpoint, here: Pinpoint | None) -> Pinpoint:
    """The pinpoint with the 款 that 前款, 前两款 or 本款 mean in the 款 where they stand."""
    own = citation.own or ""
    if here is None or here.paragraph is None or pinpoint.paragraph is not None:
        return pinpoint
    if own == "本款":
        return replace(pinpoint, paragraph=here.paragraph)
    if not (back := _PARAGRAPHS_BACK.fullmatch(own)):
        return pinpoint
    count = parse_numeral(back[1] or "一")
    first, last = here.paragraph - count, here.paragraph - 1
    end = RangeEnd(pinpoint.article, last) if count > 1 else pinpoint.range_end
    return replace(pinpoint, paragraph=max(first, 0), range_end=end)


def counted_back(outline: Outline | None, pinpoint: Pinpoint, count: int) -> Pinpoint:
    """The pinpoint that stands `count` articles before; without an article where none is known there."""
    rank = outline.order.get(pinpoint.article or "", 0) if outline else 0
    if outline is None or rank < count:
        return replace(pinpoint, article=None)
    first, last = (outline.articles[rank - back].number for back in (count, 1))
    return replace(pinpoint, article=first, range_end=RangeEnd(last) if count > 1 else pinpoint.range_end)


def names_place(citation: Citation) -> bool:
    """Whether each pinpoint says at least which 条, 章, 节 or 编 it is in."""
    refs = citation.refs
    return bool(refs) and all(ref.article or ref.chapter or ref.part or ref.section for ref in refs)
