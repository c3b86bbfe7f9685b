"""案例用了行为时无效的版本

**查什么**：案例的 `provision` 所引的版本，在行为结束（`conduct` 的 `to`）那一天要有效：还没有施行的、已经被取代的都报。写了 `edition_reason` 的不报。
`to` 只写到月、年的，那一段里有一天有效就行；“未公布”的，以 `edition` 为准，不查。

**为什么**：从旧兼从轻：行为时的规定是起点。只有后来的规定不认为是违纪或者处理较轻，才用后来的，而且要说明理由。

**例**：行为在2021年结束，却写 `provision: 《中国共产党纪律处分条例》（2023年修订）第九十七条`。

**改法**：改引行为时有效的版本和条号；确实从轻用了后来版本的，在文件头写 `edition_reason`。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.check.report import edition_label
from corpus.model import Case, Edition, Page, Regulation
from corpus.resolve import Resolution
from corpus.text.dates import first_day, last_day
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each provision of a case in an edition that was not the law of the conduct."""
    corpus = resolution.corpus
    for case in corpus.cases:
        page = corpus.page(f"cases/{case.slug}.md")
        if page and not case.edition_reason:
            yield from _case(resolution, case, page)


def _case(resolution: Resolution, case: Case, page: Page) -> Iterator[Diagnostic]:
    first, last = first_day(case.conduct.end), last_day(case.conduct.end)
    for reference in resolution.references[page.path]:
        regulation, edition = reference.regulation, reference.edition
        if first and last and regulation and edition and reference.key and reference.key[-1] == "provision":
            fault = _fault(regulation, edition, first, last)
            if fault:
                then = regulation.in_force(last)
                message = f"{edition_label(reference)}在行为结束时（{case.conduct.end}）{fault}"
                hint = (
                    f"当时有效的是{then.name}年版；用别的版本要写 edition_reason"
                    if then
                    else "当时没有有效的版本；要写 edition_reason"
                )
                yield diagnose(page.source, reference.span, "edition-not-in-force", message, hint=hint)


def _fault(regulation: Regulation, edition: Edition, first: str, last: str) -> str:
    """Why an edition was in force on no day from `first` to `last`; "" where it was or may have been."""
    if edition.effective is None:
        return ""
    if edition.effective > last:
        return "还没有施行"
    newer = [
        other
        for other in regulation.editions
        if other.effective and edition.effective < other.effective <= first
    ]
    return f"已被{newer[-1].name}年版取代" if newer else ""
