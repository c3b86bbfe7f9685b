"""Cases: the page of one, its card, and the index of all."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from corpus.model import DISCIPLINES, Case, Page, Regulation
from corpus.render.labels import (
    case_edition,
    chinese_date,
    period,
    provenance_badge,
    sanction_words,
    title_end,
)
from corpus.render.links import linked_value
from corpus.render.markdown import Edit, anchor, facts, insert, link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address
from corpus.text.source import Span


def case_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    """What the page of a case gains from its head; spans are offsets of the file."""
    case = next((case for case in resolution.corpus.cases if case.slug == page.slug), None)
    if case is None:
        return
    text, base = page.source.text, page.front_matter.body
    yield insert(title_end(page), f"\n{case.summary}\n{{: .lead }}\n{_facts(resolution, case)}\n")
    handling = text.find("\n## 处理", base)
    if handling >= 0:
        yield insert(handling + 1, _provisions(resolution, page, case))
    yield Edit(Span(len(text.rstrip()), len(text)), _ending(resolution, page, case))


def _facts(resolution: Resolution, case: Case) -> str:
    edition = case_edition(resolution, case)
    edition_words = f"{edition.name}年版" if edition else ""
    page = f"cases/{case.slug}.md"
    topics = {topic.slug: topic.title for topic in resolution.corpus.topics}
    named = [
        anchor(page, topics[slug], Address(f"topics/{slug}.md")) for slug in case.topics if slug in topics
    ]
    return facts(
        [
            ("处分", html.escape(sanction_words(case))),
            ("纪律", "、".join(case.discipline)),
            ("岗位", case.post),
            ("领域", case.field),
            ("行为时间", period(case.conduct)),
            ("处理时间", chinese_date(case.decided)),
            (
                "适用版本",
                edition_words + (f"（{html.escape(case.edition_reason)}）" if case.edition_reason else ""),
            ),
            ("幅度", _adjustment(resolution, case)),
            ("专题", "、".join(named)),
            ("来源", provenance_badge(case.provenance)),
            ("核对日期", chinese_date(case.reviewed)),
        ]
    )


def _adjustment(resolution: Resolution, case: Case) -> str:
    page = resolution.corpus.page(f"cases/{case.slug}.md")
    if case.adjustment is None or page is None:
        return ""
    provision, reason = (
        linked_value(resolution, page, ("adjustment", key)) for key in ("provision", "reason")
    )
    return f"{case.adjustment.kind}（{provision}）：{reason}"


def _provisions(resolution: Resolution, page: Page, case: Case) -> str:
    title = "违反的条款" if case.sanctions else "对照的条款 {#违反的条款}"
    rows = []
    for i in range(len(case.citations)):
        cells = [
            linked_value(resolution, page, ("citations", i, key))
            for key in ("provision", "conduct", "reason")
        ]
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return f"## {title}\n\n| 条款 | 行为 | 理由 |\n| --- | --- | --- |\n" + "\n".join(rows) + "\n\n"


def _ending(resolution: Resolution, page: Page, case: Case) -> str:
    parts = [
        "\n\n## 警示\n",
        f"{linked_value(resolution, page, ('lesson',))}\n{{: .lesson }}\n",
        "## 讨论题\n",
    ]
    for i in range(len(case.questions)):
        ask, answer = (linked_value(resolution, page, ("questions", i, key)) for key in ("ask", "answer"))
        answer = (
            f'<details class="answer" markdown="1">\n<summary>参考答案</summary>\n\n{answer}\n\n</details>\n'
        )
        parts.append(f"**{i + 1}.** {ask}\n\n{answer}")
    related = _related(resolution, case)
    if related:
        parts.append("## 相关案例\n\n" + cards(resolution, page.path, related))
    parts.append(
        f"推荐引用：{case.title}，党纪条规与警示案例知识库，cases/{case.slug}.html\n{{: .cite-as }}\n"
    )
    return "\n".join(parts)


def _related(resolution: Resolution, case: Case) -> list[Case]:
    """The three cases that share most provisions and themes with one."""
    mine = _traits(resolution, case)
    scored = [
        (len(mine & _traits(resolution, other)), other) for other in resolution.corpus.cases if other != case
    ]
    best = sorted((pair for pair in scored if pair[0]), key=lambda pair: (-pair[0], pair[1].slug))
    return [other for _, other in best[:3]]


def _traits(resolution: Resolution, case: Case) -> frozenset[str]:
    cited = {
        f"{reference.regulation.slug} {pinpoint.article}"
        for reference in resolution.references[f"cases/{case.slug}.md"]
        if reference.key and reference.key[0] == "citations" and reference.regulation
        for pinpoint in reference.pinpoints
    }
    return frozenset(cited | set(case.topics))


def cards(resolution: Resolution, page: str, cases: Iterable[Case]) -> str:
    """Cards: who, what, which article, what sanction and where from, before any click."""
    return '<div class="cards">' + "".join(_card(resolution, page, case) for case in cases) + "</div>\n"


def _card(resolution: Resolution, page: str, case: Case) -> str:
    laws = "、".join(_short_provision(resolution, case))
    title = anchor(page, case.title, Address(f"cases/{case.slug}.md"))
    rows = [
        f"<h3>{title}</h3>",
        f'<p class="who">{html.escape(case.post)} · {html.escape(case.field)} · {"、".join(case.discipline)}</p>',
        f"<p>{html.escape(case.summary)}</p>",
        f'<p class="law">{html.escape(laws)}</p>',
        f'<p class="sanction">{html.escape(sanction_words(case))}</p>',
        f'<p class="provenance">{provenance_badge(case.provenance)}</p>',
    ]
    return f'<article class="card">{"".join(rows)}</article>'


def _short_provision(resolution: Resolution, case: Case) -> list[str]:
    """The provisions of the disciplinary regulation (or else of the first one cited), without titles."""
    shown = []
    for reference in resolution.references[f"cases/{case.slug}.md"]:
        key, citation = reference.key, reference.citation
        if key and key[0] == "citations" and key[-1] == "provision" and citation.ref_spans:
            regulation: Regulation | None = reference.regulation
            name = (
                regulation.short_titles[0] if regulation and regulation.short_titles else citation.title or ""
            )
            start = citation.ref_spans[0].start - citation.span.start
            shown.append(f"《{name}》{citation.text[start:]}")
    return list(dict.fromkeys(shown))


def case_index(resolution: Resolution, page: Page) -> str:
    """All cases by discipline, as cards; a case of two disciplines stands under the first."""
    corpus = resolution.corpus
    parts = []
    for discipline in DISCIPLINES:
        cases = [case for case in corpus.cases if case.discipline[0] == discipline]
        if cases:
            parts.append(f"## {discipline}（{len(cases)}）\n\n{cards(resolution, page.path, cases)}")
    return "\n".join(parts)


def topic_cases(resolution: Resolution, page: Page) -> str:
    """The cases of a topic."""
    cases = [case for case in resolution.corpus.cases if page.slug in case.topics]
    return f"\n\n## 相关案例\n\n{cards(resolution, page.path, cases)}" if cases else ""


def topic_index(resolution: Resolution, page: Page) -> str:
    """All topics with what each is about and how many cases it has."""
    rows = []
    for topic in resolution.corpus.topics:
        count = sum(topic.slug in case.topics for case in resolution.corpus.cases)
        title = link(page.path, topic.title, Address(f"topics/{topic.slug}.md"))
        rows.append(f"- **{title}**（案例{count}件）\n\n    {topic.summary}\n")
    return "\n".join(rows)
