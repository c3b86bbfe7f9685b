"""Our own words on articles: chapter pages, and the table of subjects of an older edition.

A chapter page has a heading an article and labelled paragraphs under it::

    ## 第九十七条 收受礼品礼金等财物

    要点：…
    第二款：…
    | 款 | 情形 | 处分 |
    易错：…   衔接：…   相关：…   关键词：…

No other heading stands among the articles, and no other table within one. An edition that is
superseded has one page, with a table `| 条 | 条旨 |` whose first column holds the number
alone (88, or 388之一).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import PARTY_SANCTIONS, Digest, Page, Problem, Tier
from corpus.text.markup import mask_code
from corpus.text.numerals import parse_numeral
from corpus.text.source import Span

_NUMBER = r"第(?P<number>[〇零一二三四五六七八九十百千]+)条(?:之(?P<sub>[一二三四五六七八九十]+))?"
ARTICLE_HEADING = re.compile(rf"^## {_NUMBER}(?: +(?P<subject>\S[^\n]*?))?[ \t]*$", re.MULTILINE)
LABELS = ("要点", "易错", "衔接", "相关", "关键词")
_LABEL = rf"(?:{'|'.join(LABELS)}|第[一二三四五六七八九十]+款)"
_BLOCK = re.compile(
    rf"^(?P<label>{_LABEL})：(?P<text>[^\n]*(?:\n(?!{_LABEL}：|[ \t]*$|[#|])[^\n]+)*)", re.MULTILINE
)
_HEADING = re.compile(r"^#{1,6}(?:[ \t]|(?=[ \t]*第))[^\n]*$", re.MULTILINE)
_LIKE_ARTICLE = re.compile(r"#{1,6}[ \t]*第[^\s条]{1,12}条")
_TABLE = re.compile(r"^\|[^\n]*(?:\n\|[^\n]*)*", re.MULTILINE)
_TIER_COLUMNS = ["款", "情形", "处分"]
_PARAGRAPHS = re.compile(r"[1-9][0-9]?(?:、[1-9][0-9]?)*")
_SUBJECT_ROW = re.compile(
    r"^\|[ \t]*(?P<number>[0-9]+)(?:之(?P<sub>[一二三四五六七八九十]+))?[ \t]*"
    r"\|[ \t]*(?P<subject>[^|\n]*?)[ \t]*\|",
    re.MULTILINE,
)


def article_number(match: re.Match[str]) -> str:
    """The number of a matched heading or row: "97", "388-1". Raises ValueError for no numeral."""
    sub = f"-{parse_numeral(match['sub'])}" if match["sub"] else ""
    return f"{parse_numeral(match['number'])}{sub}"


@dataclass(frozen=True)
class ArticleSection:
    """One article of a chapter page: its number, and the spans of its heading and of what follows.

    `number` is "" where the heading's numeral is none.
    """

    number: str
    subject: str
    heading: Span
    body: Span


def article_sections(page: Page) -> list[ArticleSection]:
    """The articles of a chapter page in order; spans are offsets of the file."""
    base = page.front_matter.body
    text = mask_code(page.body)
    heads = list(ARTICLE_HEADING.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [
        ArticleSection(
            _number_or_nothing(head),
            head["subject"] or "",
            Span(*head.span()).shifted(base),
            Span(head.end(), end).shifted(base),
        )
        for head, end in zip(heads, ends, strict=False)
    ]


def _number_or_nothing(match: re.Match[str]) -> str:
    try:
        return article_number(match)
    except ValueError:
        return ""


def parse_chapter(page: Page) -> tuple[tuple[Digest, ...], tuple[Problem, ...]]:
    """The digests of a chapter page, and what in it cannot be read."""
    articles = article_sections(page)
    problems = list(_odd_headings(page, articles))
    digests = []
    for article in articles:
        tiers, faults = _tiers(page, article)
        blocks = _blocks(page, article)
        problems += [*_article_problems(page, article, blocks), *faults]
        if article.number:
            keywords = tuple(w.strip() for w in re.split("[、，；。]", blocks.get("关键词", "")) if w.strip())
            text = blocks.get("要点", "")
            digests.append(
                Digest(article.number, article.subject, text, tiers, keywords, page.path, article.heading)
            )
    return tuple(digests), tuple(problems)


def _blocks(page: Page, article: ArticleSection) -> dict[str, str]:
    section = page.source.text[article.body.start : article.body.end]
    return {block["label"]: block["text"].strip() for block in _BLOCK.finditer(section)}


def _article_problems(page: Page, article: ArticleSection, blocks: dict[str, str]) -> Iterator[Problem]:
    if not article.number:
        yield Problem(page.source.path, article.heading, "条号不是数字", "写成 ## 第九十七条 条旨")
    elif not blocks.get("要点"):
        hint = "在标题下另起一段写“要点：…”"
        yield Problem(page.source.path, article.heading, "这一条没有“要点：”段", hint)


def _odd_headings(page: Page, articles: list[ArticleSection]) -> Iterator[Problem]:
    """Headings that look like an article's and are none, and headings inside an article."""
    known = {article.heading.start for article in articles}
    first = min(known, default=len(page.source.text))
    for match in _HEADING.finditer(mask_code(page.body)):
        span = Span(*match.span()).shifted(page.front_matter.body)
        if span.start in known:
            continue
        if _LIKE_ARTICLE.match(match[0]):
            yield Problem(page.source.path, span, "条的标题写法不对", "写成 ## 第九十七条 条旨")
        elif span.start > first:
            yield Problem(page.source.path, span, "条的下面不能再有标题", "改成普通段落")


def _tiers(page: Page, article: ArticleSection) -> tuple[tuple[Tier, ...], list[Problem]]:
    tiers: list[Tier] = []
    problems: list[Problem] = []
    for span, cells in _rows(page, article):
        fault = _row_fault(cells)
        if fault:
            problems.append(Problem(page.source.path, span, *fault))
        elif cells != _TIER_COLUMNS:
            modifier = cells[2] if cells[2].startswith(("从重", "加重")) else None
            sanctions = () if modifier else tuple(cells[2].split("、"))
            tiers += [Tier(int(number), cells[1], sanctions, modifier) for number in cells[0].split("、")]
    return tuple(sorted(tiers, key=lambda tier: tier.paragraph)), problems


def _rows(page: Page, article: ArticleSection) -> Iterator[tuple[Span, list[str]]]:
    """The rows of an article's tables without the rule; of a table that is none of tiers, its head."""
    text = page.source.text
    for table in _TABLE.finditer(text, article.body.start, article.body.end):
        at, tiers = table.start(), True
        for line in table[0].split("\n"):
            row = line.strip()
            cells = [cell.strip() for cell in row[1 : -1 if row.endswith("|") else None].split("|")]
            head = at == table.start()
            if (head or tiers) and not set(row) <= set("|:- "):
                yield Span(at, at + len(line)), cells
            tiers = tiers and (not head or cells == _TIER_COLUMNS)
            at += len(line) + 1


def _row_fault(cells: list[str]) -> tuple[str, str] | None:
    """Why a row of a table of tiers cannot be read, and its right form."""
    if cells == _TIER_COLUMNS:
        return None
    form = f"款用数字（1、2），处分用 {'、'.join(PARTY_SANCTIONS)}，或以从重、加重开头"
    if len(cells) != len(_TIER_COLUMNS):
        return f"档次表的这一行有 {len(cells)} 格，应有 3 格", "写成 | 1 | 情节较轻 | 警告、严重警告 |"
    if not _PARAGRAPHS.fullmatch(cells[0]):
        return f"档次表里看不懂“{cells[0]}”", form
    names = [] if cells[2].startswith(("从重", "加重")) else cells[2].split("、")
    wrong = [name for name in names if name not in PARTY_SANCTIONS]
    return (f"档次表里看不懂“{wrong[0]}”", form) if wrong else None


def parse_subjects(page: Page) -> tuple[tuple[str, str], ...]:
    """(number, subject) of every row of an edition page's table `| 条 | 条旨 |`."""
    rows = _SUBJECT_ROW.finditer(page.source.text, page.front_matter.body)
    return tuple((number, row["subject"]) for row in rows if (number := _number_or_nothing(row)))
