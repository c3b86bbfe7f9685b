"""Our own words on articles: chapter pages, and the table of subjects of an older edition.

A chapter page has a heading an article and labelled paragraphs under it::

    ## 第九十七条 收受礼品礼金等财物

    要点：…
    第二款：…
    | 款 | 情形 | 处分 |
    易错：…   衔接：…   相关：…   关键词：…

An edition that is superseded has one page, with a table `| 条 | 条旨 |` whose first column holds
the number alone (88, or 388之一).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import PARTY_SANCTIONS, Digest, Page, Problem, Tier
from corpus.text.numerals import parse_numeral
from corpus.text.source import Span

ARTICLE_HEADING = re.compile(r"^## 第(?P<number>[〇零一二三四五六七八九十百千]+)条(?:之(?P<sub>[一二三四五六七八九十]+))?(?: +(?P<subject>\S[^\n]*?))?[ \t]*$", re.MULTILINE)
LABELS = ("要点", "易错", "衔接", "相关", "关键词")
_BLOCK = re.compile(rf"^(?P<label>{'|'.join(LABELS)}|第[一二三四五六七八九十]+款)：(?P<text>(?:[^\n]+\n?)+)", re.MULTILINE)
_ROW = re.compile(r"^\|(?P<paragraphs>[^|\n]*)\|(?P<circumstance>[^|\n]*)\|(?P<sanctions>[^|\n]*)\|[ \t]*$", re.MULTILINE)
_SUBJECT_ROW = re.compile(r"^\|[ \t]*(?P<number>\d+)(?:之(?P<sub>[一二三四五六七八九十]+))?[ \t]*\|[ \t]*(?P<subject>[^|\n]*?)[ \t]*\|", re.MULTILINE)


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
    text = page.source.text
    heads = list(ARTICLE_HEADING.finditer(text, page.front_matter.body))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [
        ArticleSection(_number_or_nothing(head), head["subject"] or "", Span(*head.span()), Span(head.end(), end))
        for head, end in zip(heads, ends, strict=False)
    ]


def _number_or_nothing(head: re.Match[str]) -> str:
    try:
        return article_number(head)
    except ValueError:
        return ""


def parse_chapter(page: Page) -> tuple[tuple[Digest, ...], tuple[Problem, ...]]:
    """The digests of a chapter page, and what in it cannot be read."""
    digests, problems = [], []
    for article in article_sections(page):
        section = page.source.text[article.body.start : article.body.end]
        tiers, faults = _tiers(section, article.body.start, page.source.path)
        problems += faults
        blocks = {block["label"]: block["text"].strip() for block in _BLOCK.finditer(section)}
        if not article.number:
            problems.append(Problem(page.source.path, article.heading, "条号不是数字", "写成 ## 第九十七条 条旨"))
            continue
        if "要点" not in blocks:
            problems.append(Problem(page.source.path, article.heading, "这一条没有“要点：”段", "在标题下另起一段写“要点：…”"))
        keywords = tuple(word for word in re.split("[、，；。]", blocks.get("关键词", "")) if word)
        whole = Span(article.heading.start, article.body.end)
        text = blocks.get("要点", "")
        digests.append(Digest(article.number, article.subject, text, tiers, keywords, page.path, whole))
    return tuple(digests), tuple(problems)


def _tiers(section: str, base: int, path: str) -> tuple[tuple[Tier, ...], list[Problem]]:
    tiers, problems = [], []
    for row in _ROW.finditer(section):
        paragraphs, circumstance, cell = (row[name].strip() for name in ("paragraphs", "circumstance", "sanctions"))
        if paragraphs in ("款", "") or set(paragraphs) <= set(":- "):
            continue
        numbers = paragraphs.split("、")
        modifier = cell if cell.startswith(("从重", "加重")) else None
        sanctions = () if modifier else tuple(cell.split("、"))
        wrong = [name for name in sanctions if name not in PARTY_SANCTIONS] + [n for n in numbers if not n.isdecimal()]
        if wrong:
            span = Span(base + row.start(), base + row.end())
            form = f"款用数字（1、2），处分用 {'、'.join(PARTY_SANCTIONS)}，或以从重、加重开头"
            problems.append(Problem(path, span, f"档次表里看不懂“{wrong[0]}”", form))
            continue
        tiers += [Tier(int(number), circumstance, sanctions, modifier) for number in numbers]
    return tuple(sorted(tiers, key=lambda tier: tier.paragraph)), problems


def parse_subjects(page: Page) -> tuple[tuple[str, str], ...]:
    """(number, subject) of every row of an edition page's table `| 条 | 条旨 |`."""
    rows = _SUBJECT_ROW.finditer(page.source.text, page.front_matter.body)
    return tuple((article_number(row), row["subject"]) for row in rows)
