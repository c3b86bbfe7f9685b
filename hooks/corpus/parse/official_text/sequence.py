"""Whether the numbers of a text run on: a gap, a repetition or a step back is a reason to doubt it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.model import Problem
from corpus.parse.official_text.divisions import Heading
from corpus.parse.official_text.lines import follows
from corpus.parse.official_text.values import ArticleText, ItemText
from corpus.text.numerals import format_numeral
from corpus.text.source import Source, Span


def name_article(number: str) -> str:
    """The label of an article as texts print it: 388-1 is 第三百八十八条之一."""
    main, _, sub = number.partition("-")
    return f"第{_numeral(int(main))}条" + (f"之{_numeral(int(sub))}" if sub else "")


def _numeral(value: int) -> str:
    """The Chinese numeral, or digits where there is none."""
    return format_numeral(value) if value <= 9999 else str(value)


def _rank(number: str) -> tuple[int, int]:
    main, _, sub = number.partition("-")
    return int(main), int(sub or 0)


def check_articles(source: Source, articles: Sequence[ArticleText], *, complete: bool) -> Iterator[Problem]:
    """Articles that repeat, step back or, in a complete text, leave a number out."""
    seen: dict[str, Span] = {}
    last, start = "", 0
    for article in articles:
        number, name = article.number, name_article(article.number)
        if number in seen:
            line = source.position(seen[number].start).line
            yield Problem(source.path, article.label, f"{name}重复出现：第 {line} 行已有{name}")
        elif last and _rank(number) < _rank(last):
            yield Problem(source.path, article.label, f"{name}排在{name_article(last)}之后，次序颠倒")
        elif complete and not follows(last, number):
            yield _report_gap(source, last, article, start)
        seen.setdefault(number, article.label)
        last = max(last or number, number, key=_rank)
        start = article.label.start


def _report_gap(source: Source, last: str, article: ArticleText, start: int) -> Problem:
    """Name the articles that are missing; point at the first one, if it stands in mid-line."""
    first, end = _missing(last, article.number)
    lost = first if first == end else f"{first}至{end}"
    before = f"{name_article(last)}之后是" if last else "全文从"
    after = "" if last else "开始"
    message = f"{before}{name_article(article.number)}{after}，缺{lost}"
    label = r"(?<=[。；！？”）\s])" + r"\s*".join(first)
    glued = re.compile(label).search(source.text, start, article.label.start)
    if glued is None:
        return Problem(source.path, article.label, message)
    hint = f"此处有“{first}”，如果是条的开头，请另起一行"
    return Problem(source.path, Span(*glued.span()), message, hint)


def _missing(last: str, number: str) -> tuple[str, str]:
    """The first and the last article that should stand between two numbers."""
    (main, sub), (to, to_sub) = _rank(last or "0"), _rank(number)
    first = f"{main}-{sub + 1}" if main == to else str(main + 1)
    end = f"{to}-{to_sub - 1}" if to_sub > 1 else str(to if to_sub else to - 1)
    return name_article(first), name_article(end)


def check_headings(source: Source, headings: Sequence[Heading], *, complete: bool) -> Iterator[Problem]:
    """Headings of 编, 章, 节 and 部分 that repeat, step back or leave a number out."""
    last: dict[str, int] = {}
    entered: dict[str, tuple[int | None, ...]] = {}
    for heading in headings:
        place = heading.place
        above = {"章": (place.part,), "节": (place.part, place.chapter)}.get(heading.unit, ())
        new = entered.get(heading.unit) != above
        before = 0 if new and (heading.number == 1 or heading.unit == "节") else last.get(heading.unit, 0)
        name = f"第{_numeral(heading.number)}{heading.unit}"
        previous = f"第{_numeral(before)}{heading.unit}"
        if before and heading.number <= before:
            verb = "重复出现" if heading.number == before else f"排在{previous}之后，次序颠倒"
            yield Problem(source.path, heading.line.span, f"{name}{verb}")
        elif complete and heading.number != before + 1:
            lost = f"第{_numeral(before + 1)}{heading.unit}"
            where = f"{previous}之后是{name}" if before else f"{heading.unit}从{name}开始"
            yield Problem(source.path, heading.line.span, f"{where}，缺{lost}")
        last[heading.unit], entered[heading.unit] = heading.number, above


def check_items(source: Source, article: ArticleText) -> Iterator[Problem]:
    """Items of an article that do not count 一, 二, 三 in each 款."""
    for i, paragraph in enumerate(article.paragraphs, 1):
        name = f"{name_article(article.number)}第{_numeral(i)}款"
        yield from _check_list(source, paragraph.items, f"{name}的项")
        for item in paragraph.items:
            yield from _check_list(source, item.subitems, f"{name}第（{_numeral(item.number)}）项的目")


def _check_list(source: Source, items: Sequence[ItemText], name: str) -> Iterator[Problem]:
    for expected, item in enumerate(items, 1):
        if item.number != expected:
            at = Span(item.span.start, min(item.span.end, item.span.start + 4))
            yield Problem(source.path, at, f"{name}不连续：应是第 {expected} 个，编号却是 {item.number}")
            return
