"""How things are called on the site: titles of pages, provisions, dates, where a case comes from."""

from __future__ import annotations

import re

from corpus.model import Case, Corpus, Dates, Division, Edition, Page, Provenance, Regulation
from corpus.render.markdown import badge
from corpus.resolve import Resolution
from corpus.resolve.outline import article_label
from corpus.text.numerals import format_numeral

STATUSES = {"checked": "官方原文已核对", "based": "依据公开文本整理", "pending": "待核对"}
CHANGES = {
    "unchanged": "未改",
    "amended": "修改",
    "split": "拆分",
    "merged": "合并",
    "new": "新增",
    "removed": "删去",
}
PROVENANCES = {
    "guiding-case": ("指导性案例", "guiding"),
    "public-notice": ("公开通报", "notice"),
    "composed": ("教学编写", "composed"),
}


def page_title(page: Page) -> str:
    """The first heading of a page."""
    match = re.search(r"^# +([^\n]+?)(?: *\{[^{}]*\})? *$", page.body, re.MULTILINE)
    return match[1] if match else page.slug


def title_end(page: Page) -> int:
    """The offset in the file at which the text below a page's first heading begins."""
    match = re.search(r"^# [^\n]*(?:\n|\Z)", page.body, re.MULTILINE)
    return page.front_matter.body + (match.end() if match else 0)


def citer_title(corpus: Corpus, path: str, article: str | None) -> str:
    """The title of a page that cites, or of the article on it that does."""
    page = corpus.page(path)
    if page is None:
        return path
    edition = corpus.edition(page)
    return provision_title(edition, article) if edition and article else page_title(page)


def provision_title(edition: Edition, number: str) -> str:
    """第九十七条 收受礼品礼金等财物."""
    return f"{article_label(number)} {edition.subject(number) or ''}".rstrip()


def division_label(division: Division, unit: str) -> str:
    """第八章 对违反廉洁纪律行为的处分; a 部分 is numbered 一、."""
    number = format_numeral(division.number)
    return f"{number}、{division.title}" if unit == "部分" else f"第{number}{unit} {division.title}"


def case_edition(resolution: Resolution, case: Case) -> Edition | None:
    """The edition that a case is judged by: that of the first provision it cites."""
    for reference in resolution.references[f"cases/{case.slug}.md"]:
        key = reference.key
        if key and (key[0], key[-1]) == ("citations", "provision") and reference.edition:
            return reference.edition
    return None


def period(dates: Dates) -> str:
    """2024年2月至2024年5月."""
    start, end = chinese_date(dates.start), chinese_date(dates.end)
    return start if start == end else f"{start}至{end}"


def chinese_date(date: str) -> str:
    """2024-05-01 → 2024年5月1日; 未公布 stays."""
    parts = date.split("-")
    if not parts[0].isdecimal():
        return date
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def sanction_words(case: Case) -> str:
    """党内严重警告、政务记过; 不予处分 where there is none."""
    named = [
        name if name.startswith("政务") or name == "开除党籍" else f"党内{name}" for name in case.sanctions
    ]
    words = [name.replace("党内撤销", "撤销").replace("党内留党", "留党") for name in named]
    return "、".join(words) or "不予处分"


def case_words(case: Case) -> str:
    """党内严重警告、政务记过 · 教学编写."""
    return f"{sanction_words(case)} · {provenance_words(case.provenance)}"


def provenance_words(provenance: Provenance) -> str:
    """指导性案例（2021年第3号）."""
    name, _ = PROVENANCES[provenance.kind]
    return f"{name}（{provenance.year}年第{provenance.number}号）" if provenance.number else name


def provenance_badge(provenance: Provenance) -> str:
    """The words of where a case comes from, in their box."""
    return badge(provenance_words(provenance), PROVENANCES[provenance.kind][1])


def edition_state(regulation: Regulation, edition: Edition, today: str) -> str:
    """现行, 尚未施行, or by which edition it was superseded."""
    current = regulation.in_force(today)
    if current is edition:
        return "现行"
    if edition.effective and edition.effective > today:
        return "尚未施行"
    newer = [e for e in regulation.editions if e.name > edition.name]
    return f"已被{newer[-1].name}年版取代" if newer else "待核对"
