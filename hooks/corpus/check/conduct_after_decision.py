"""行为在处理之后，或者先结束后开始

**查什么**：案例的 `conduct` 和 `decided`：行为的开始和结束都不能晚于处理，结束不能早于开始。只写到月、年的日期，按它可能指的每一天比较，说得通就不报；“未公布”不比较。

**为什么**：日期决定适用哪一版条规。年份写错一个字，版本和条号就跟着错。

**例**：`conduct: {from: 2024-05, to: 2024-08}`，而 `decided: 2023-11`。

**改法**：对照来源改正日期。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Case, Page
from corpus.resolve import Resolution
from corpus.text.dates import first_day, last_day
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.front_matter import Path


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each pair of dates in a case that cannot be in this order."""
    corpus = resolution.corpus
    for case in corpus.cases:
        page = corpus.page(f"cases/{case.slug}.md")
        if page:
            yield from _case(case, page)


def _case(case: Case, page: Page) -> Iterator[Diagnostic]:
    start, end, decided = case.conduct.start, case.conduct.end, case.decided
    if _is_after(start, end):
        message = f"行为结束的日期“{end}”早于开始的“{start}”"
        yield _report(page, ("conduct", "to"), message, "对调起止，或改正其中一个")
    late = [(key, date) for key, date in (("to", end), ("from", start)) if _is_after(date, decided)]
    for key, date in late[:1]:
        message = f"行为的日期“{date}”晚于处理的“{decided}”"
        yield _report(page, ("conduct", key), message, "核对 conduct 和 decided 的年份")


def _is_after(one: str, other: str) -> bool:
    """Whether a date is after another, whatever days the two mean."""
    first, last = first_day(one), last_day(other)
    return first is not None and last is not None and first > last


def _report(page: Page, key: Path, message: str, hint: str) -> Diagnostic:
    span = page.front_matter.scalars[key].span
    return diagnose(page.source, span, "conduct-after-decision", message, hint=hint)
