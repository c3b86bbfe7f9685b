"""The page of a case: its facts, the provisions it rests on, the lesson, the questions."""

from __future__ import annotations

import html
from collections.abc import Iterator

from corpus.model import Case, Page
from corpus.render.cards import cards
from corpus.render.labels import (
    case_edition,
    chinese_date,
    period,
    provenance_badge,
    provenance_words,
    sanction_words,
    title_end,
)
from corpus.render.links import linked_value
from corpus.render.markdown import Edit, anchor, copy_button, escape, facts, insert, link
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


def withdrawn_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    """What stays of a withdrawn case: why it went, and the way to the case that took its place."""
    corpus = resolution.corpus
    case = next((case for case in corpus.withdrawn if case.slug == page.slug), None)
    if case is None:
        return
    reason = linked_value(resolution, page, ("withdrawn", "reason"))
    parts = [f"# {case.title}\n", f"这个案例已经撤下：{reason}\n{{: .lead }}\n"]
    parts += [
        f"现在请看：{link(page.path, other.title, Address(f'cases/{other.slug}.md'))}\n"
        for other in corpus.cases
        if other.slug == case.withdrawn.moved_to
    ]
    yield Edit(Span(page.front_matter.body, len(page.source.text)), "\n".join(parts))


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
    parts.append(_cite_as(case))
    return "\n".join(parts)


def _cite_as(case: Case) -> str:
    """One line to copy, and the buttons that copy it or the address."""
    day = chinese_date(case.reviewed)
    line = f"《{case.title}》（{provenance_words(case.provenance)}），党纪条规与警示案例知识库，{day}核对，"
    buttons = copy_button("复制引用", text=line) + copy_button("复制链接")
    return f"推荐引用：{escape(line)}cases/{case.slug}.html {buttons}\n{{: .cite-as }}\n"


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
