"""Does an edition hold a provision? yes, no (and the nearest that it holds), or not known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from corpus.model import Article, Division, Edition, Outline, Paragraph, Pinpoint
from corpus.text.numerals import format_numeral

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Missing:
    """`wanted` as printed (第二百条), why it cannot be, and the nearest provision that exists."""

    wanted: str
    reason: str
    nearest: str | None


@lru_cache(maxsize=1024)
def article_label(number: str) -> str:
    """97 → 第九十七条, 388-1 → 第三百八十八条之一."""
    main, _, sub = number.partition("-")
    return f"第{format_numeral(int(main))}条" + (f"之{format_numeral(int(sub))}" if sub else "")


def paragraph_label(number: int) -> str:
    """2 → 第二款."""
    return f"第{format_numeral(number)}款"


def item_label(number: int) -> str:
    """1 → 第（一）项."""
    return f"第（{format_numeral(number)}）项"


def find_missing(edition: Edition, pinpoint: Pinpoint, numbering: str) -> Missing | str | None:
    """None if the edition holds the pinpoint (and the end of its range), Missing if it does not,
    UNKNOWN if no complete outline can tell.
    """
    outline = edition.outline
    if outline is None:
        return UNKNOWN
    if numbering == "部分" and pinpoint.article:
        nearest = _division_label(outline.sections[0], "部分") if outline.sections else None
        return Missing(article_label(pinpoint.article), "这个文件分部分而不分条", nearest)
    results = [_division(outline, pinpoint, numbering), _article(outline, pinpoint)]
    if end := pinpoint.range_end:
        last = Pinpoint(article=end.article or pinpoint.article, paragraph=end.paragraph, item=end.item)
        results.append(_article(outline, last))
    missing = [result for result in results if isinstance(result, Missing)]
    return missing[0] if missing else UNKNOWN if UNKNOWN in results else None


def _division(outline: Outline, pinpoint: Pinpoint, numbering: str) -> Missing | str | None:
    wanted = [
        (pinpoint.part, outline.parts, "编"),
        (pinpoint.chapter, outline.chapters, "章"),
        (pinpoint.section, outline.sections, "部分" if numbering == "部分" else "节"),
    ]
    for number, divisions, level in wanted:
        if number is None or any(division.number == number for division in divisions):
            continue
        if not outline.complete and not (numbering == "部分" and divisions):
            return UNKNOWN
        nearest = min(divisions, key=lambda division: abs(division.number - number), default=None)
        count = f"共{len(divisions)}{'个' if level == '部分' else ''}{level}" if divisions else f"不分{level}"
        return Missing(
            f"第{format_numeral(number)}{level}", count, _division_label(nearest, level) if nearest else None
        )
    # An 项 of a section has no proved number.
    return UNKNOWN if numbering == "部分" and (pinpoint.item or pinpoint.paragraph) else None


def _division_label(division: Division, level: str) -> str:
    return f"第{format_numeral(division.number)}{level}"


def _article(outline: Outline, pinpoint: Pinpoint) -> Missing | str | None:
    if pinpoint.article is None:
        return None
    article = outline.article(pinpoint.article)
    if article is None:
        if not outline.complete:
            return UNKNOWN
        nearest = _nearest(outline, pinpoint.article)
        return Missing(
            article_label(pinpoint.article), _count(outline), article_label(nearest) if nearest else None
        )
    return _inside(article, pinpoint)


def _count(outline: Outline) -> str:
    """How far the articles go; where there is a 第九条之一, their count is not their last number."""
    if any("-" in article.number for article in outline.articles):
        return f"最后一条是{article_label(outline.articles[-1].number)}"
    return f"共{len(outline.articles)}条"


def _nearest(outline: Outline, number: str) -> str | None:
    """The article whose label differs least: what a slip of the pen most likely meant."""
    label, value = article_label(number), int(number.partition("-")[0])

    def distance(article: Article) -> tuple[int, int]:
        away = abs(int(article.number.partition("-")[0]) - value)
        return Levenshtein.distance(label, article_label(article.number)), away

    nearest = min(outline.articles, key=distance, default=None)
    return nearest.number if nearest else None


def _inside(article: Article, pinpoint: Pinpoint) -> Missing | str | None:
    if pinpoint.paragraph is None and pinpoint.item is None:
        return None
    if article.paragraphs is None:
        return UNKNOWN
    count = len(article.paragraphs)
    if pinpoint.paragraph is not None and not 1 <= pinpoint.paragraph <= count:
        label = article_label(article.number)
        reason = f"{label}共{count}款" if count > 1 else f"{label}只有一款"
        nearest = label if count == 1 else label + paragraph_label(count)
        return Missing(label + paragraph_label(pinpoint.paragraph), reason, nearest)
    if pinpoint.item is None:
        return None
    # The facts hold no 目.
    return _item(article, pinpoint) or (UNKNOWN if pinpoint.subitem is not None else None)


def _item(article: Article, pinpoint: Pinpoint) -> Missing | str | None:
    paragraphs: tuple[Paragraph, ...] = article.paragraphs or ()
    if pinpoint.paragraph is not None:
        paragraphs = paragraphs[pinpoint.paragraph - 1 : pinpoint.paragraph]
    if any(paragraph.items is None for paragraph in paragraphs):
        return UNKNOWN
    most = max((paragraph.items or 0 for paragraph in paragraphs), default=0)
    assert pinpoint.item is not None
    if 1 <= pinpoint.item <= most:
        return None
    label = article_label(article.number)
    if pinpoint.paragraph is not None:
        label += paragraph_label(pinpoint.paragraph)
    reason = f"{label}共{most}项" if most else f"{label}不分项"
    return Missing(label + item_label(pinpoint.item), reason, label + item_label(most) if most else label)
