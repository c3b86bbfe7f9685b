"""The 处分档次 that an official text states: in each 款, circumstance → sanctions.

The drafting is regular. A clause ends with a semicolon or a full stop and gives sanctions by
`给予…处分`; `警告直至开除党籍` names a whole range; 依照前款规定处理 borrows the tiers of another
款; 从重 and 加重 rules name no sanction of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.model import PARTY_SANCTIONS, Tier
from corpus.parse.official_text.values import ArticleText, OfficialText, ParagraphText
from corpus.text.numerals import parse_numeral

_NAME = "|".join(sorted(PARTY_SANCTIONS, key=len, reverse=True))
_CLAUSE = re.compile(r"[^；。：]+")
_GIVEN = re.compile(
    rf"(?:给予|处以)[^，；。]*?(?P<names>(?:(?:{_NAME})(?:处分)?(?:、|或者|或|和|直至|以至)?)+)"
)
_RANGE = re.compile(rf"(?P<low>{_NAME})(?:处分)?直至(?P<high>{_NAME})")
_CIRCUMSTANCE = re.compile("情节较轻|情节较重|情节严重")
_HEAVIER = re.compile("(?:从重或者加重|从重|加重)(?=处分)")
_BORROWED = re.compile(
    r"(?:依照|按照)(?:本条)?(?P<which>前款|第(?P<paragraph>[一二三四五六七八九十]+)款)(?:的)?规定(?:处理|处分|追究)"
)
_ELSEWHERE = re.compile(
    r"依照(?:本条例)?第(?P<article>[一二三四五六七八九十百零]+)条(?:的)?规定(?:处理|处分|追究)"
)


def read_tiers(text: OfficialText) -> Mapping[str, tuple[Tier, ...]]:
    """The tiers of each article that has any, by its number, in the order of the text.

    A tier's circumstance is 情节较轻, 情节较重, 情节严重, or "" where the text names another.
    """
    found: dict[str, tuple[Tier, ...]] = {}
    articles = {article.number: article for article in text.articles}
    for article in text.articles:
        tiers = _article(article, articles)
        if tiers:
            found[article.number] = tiers
    return found


def _article(article: ArticleText, articles: Mapping[str, ArticleText]) -> tuple[Tier, ...]:
    by_paragraph: list[tuple[Tier, ...]] = []
    for i, paragraph in enumerate(article.paragraphs, 1):
        own = _paragraph(paragraph, i)
        borrowed = _borrowed(paragraph, by_paragraph, articles)
        by_paragraph.append((*(_moved(tier, i) for tier in borrowed), *own))
    return tuple(tier for tiers in by_paragraph for tier in tiers)


def _paragraph(paragraph: ParagraphText, number: int) -> tuple[Tier, ...]:
    tiers = []
    for clause in _CLAUSE.findall(paragraph.text):
        circumstance = _CIRCUMSTANCE.search(clause)
        words = circumstance[0] if circumstance else ""
        if sanctions := _sanctions(clause):
            tiers.append(Tier(number, words, sanctions))
        elif heavier := _HEAVIER.search(clause):
            tiers.append(Tier(number, words, (), heavier[0]))
    return tuple(tiers)


def _sanctions(clause: str) -> tuple[str, ...]:
    """The sanctions a clause gives, in the order of their weight."""
    given = _GIVEN.search(clause)
    if given is None:
        return ()
    if reach := _RANGE.search(given["names"]):
        low, high = PARTY_SANCTIONS.index(reach["low"]), PARTY_SANCTIONS.index(reach["high"])
        return PARTY_SANCTIONS[low : high + 1]
    named = re.findall(_NAME, given["names"])
    return tuple(name for name in PARTY_SANCTIONS if name in named)


def _borrowed(
    paragraph: ParagraphText, before: Sequence[tuple[Tier, ...]], articles: Mapping[str, ArticleText]
) -> tuple[Tier, ...]:
    if match := _BORROWED.search(paragraph.text):
        index = len(before) if match["which"] == "前款" else parse_numeral(match["paragraph"])
        return before[index - 1] if 0 < index <= len(before) else ()
    if match := _ELSEWHERE.search(paragraph.text):
        article = articles.get(str(parse_numeral(match["article"])))
        return _article(article, {}) if article else ()
    return ()


def _moved(tier: Tier, paragraph: int) -> Tier:
    return Tier(paragraph, tier.circumstance, tier.sanctions, tier.modifier)
