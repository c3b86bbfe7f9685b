"""Cards of cases, the index of all with its facets, and the lists of topics."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterable

from corpus.model import DISCIPLINES, Case, Page
from corpus.render.labels import PROVENANCES, case_edition, provenance_badge, sanction_words
from corpus.render.markdown import anchor, link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address

FACETS = {
    "discipline": "纪律",
    "topic": "专题",
    "post": "岗位",
    "field": "领域",
    "sanction": "处分",
    "provenance": "来源",
    "edition": "适用版本",
}
"""What the index filters by: the key in the address and its name."""


def facets(resolution: Resolution, case: Case) -> dict[str, list[str]]:
    """The values of a case under each facet."""
    edition = case_edition(resolution, case)
    return {
        "discipline": list(case.discipline),
        "topic": list(case.topics),
        "post": [case.post],
        "field": [case.field],
        "sanction": list(case.sanctions) or ["不予处分"],
        "provenance": [case.provenance.kind],
        "edition": [edition.name] if edition else [],
    }


def cards(resolution: Resolution, page: str, cases: Iterable[Case]) -> str:
    """Cards: who, what, which article, what sanction and where from, before any click."""
    return '<div class="cards">' + "".join(_card(resolution, page, case) for case in cases) + "</div>\n"


def _card(resolution: Resolution, page: str, case: Case) -> str:
    laws = "、".join(_short_provisions(resolution, case))
    title = anchor(page, case.title, Address(f"cases/{case.slug}.md"))
    data = "".join(
        f' data-{key}="{html.escape(" ".join(values))}"' for key, values in facets(resolution, case).items()
    )
    rows = [
        f"<h3>{title}</h3>",
        f'<p class="who">{html.escape(case.post)} · {html.escape(case.field)} · {"、".join(case.discipline)}</p>',
        f"<p>{html.escape(case.summary)}</p>",
        f'<p class="law">{html.escape(laws)}</p>',
        f'<p class="sanction">{html.escape(sanction_words(case))}</p>',
        f'<p class="provenance">{provenance_badge(case.provenance)}</p>',
    ]
    return f'<article class="card"{data}>{"".join(rows)}</article>'


def _short_provisions(resolution: Resolution, case: Case) -> list[str]:
    """The provisions that a case rests on, each under its regulation's short title."""
    shown = []
    for reference in resolution.references[f"cases/{case.slug}.md"]:
        key, citation, regulation = reference.key, reference.citation, reference.regulation
        if key and key[0] == "citations" and key[-1] == "provision" and citation.ref_spans:
            short = (
                regulation.short_titles[0] if regulation and regulation.short_titles else citation.title or ""
            )
            start = citation.ref_spans[0].start - citation.span.start
            shown.append(f"《{short}》{citation.text[start:]}")
    return list(dict.fromkeys(shown))


def case_index(resolution: Resolution, page: Page) -> str:
    """The facets, and all cases by discipline; a case of two disciplines stands under the first."""
    corpus = resolution.corpus
    parts = [_facet_form(resolution)]
    for discipline in DISCIPLINES:
        cases = [case for case in corpus.cases if case.discipline[0] == discipline]
        if cases:
            parts.append(f"## {discipline}（{len(cases)}）\n\n{cards(resolution, page.path, cases)}")
    return "\n".join(parts)


def _facet_form(resolution: Resolution) -> str:
    """A form that a script shows: without it the lists below are whole."""
    corpus = resolution.corpus
    names = {topic.slug: topic.title for topic in corpus.topics} | {k: v[0] for k, v in PROVENANCES.items()}
    fields = []
    for key, name in FACETS.items():
        counts = Counter(value for case in corpus.cases for value in facets(resolution, case)[key])
        options = "".join(
            f'<option value="{html.escape(value)}">{html.escape(names.get(value, value))}（{count}）</option>'
            for value, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        )
        fields.append(
            f'<label>{name} <select name="{key}"><option value="">全部</option>{options}</select></label>'
        )
    buttons = '<button type="reset">全部显示</button> <output aria-live="polite"></output>'
    return f'<form class="facets" hidden>{"".join(fields)}{buttons}</form>\n'


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
