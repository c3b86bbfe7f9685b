"""Glossary: the page of a term, and the index by pinyin and by theme."""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import groupby

from corpus.model import THEMES, Page, Term
from corpus.render.labels import page_title, title_end
from corpus.render.links import linked_value, term_link
from corpus.render.markdown import Edit, anchor, escape, facts, folded, insert, link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address
from corpus.resolve.passages import excerpt
from corpus.text.source import Span


def term_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    """What the page of a term gains: definition, facts, who uses it."""
    term = next((term for term in resolution.corpus.terms if term.slug == page.slug), None)
    if term is None:
        return
    text = page.source.text
    definition = linked_value(resolution, page, ("definition",))
    yield insert(
        title_end(page), f"\n{definition}\n{{: .lead .digest }}\n\n{_facts(resolution, page, term)}\n"
    )
    yield Edit(Span(len(text.rstrip()), len(text)), used_in(resolution, page, term))


def _facts(resolution: Resolution, page: Page, term: Term) -> str:
    terms = {other.slug: other for other in resolution.corpus.terms}
    see = "、".join(term_link(page.path, terms[s].heading, terms[s]) for s in term.see_also if s in terms)
    rows = [
        ("别名", escape("、".join(term.aliases))),
        ("不写作", escape("、".join(term.forbidden))),
        ("组成", escape("、".join(term.members))),
        ("出处", linked_value(resolution, page, ("source",))),
        ("主题", term.theme),
        ("参见", see),
    ]
    return facts(rows)


def used_in(resolution: Resolution, page: Page, term: Term) -> str:
    """The pages that use a term, with the first sentence in which each does."""
    rows = []
    for source in resolution.corpus.listed:
        uses = [use for use in resolution.terms[source.path] if use.term is term and not use.forbidden]
        if uses and source.path != page.path:
            words = escape(excerpt(source, uses[0].span))
            rows.append(f"{link(page.path, page_title(source), Address(source.path))}：{words}")
    return folded(f"用到它的页面（{len(rows)}）", rows, "cited-by") if rows else "\n"


def term_index(resolution: Resolution, page: Page) -> str:
    """All terms by the first letter of their pinyin, then by theme."""
    terms = sorted(resolution.corpus.terms, key=lambda term: term.pinyin)
    parts = ["## 按拼音\n"]
    for letter, group in groupby(terms, key=lambda term: term.pinyin[0].upper()):
        parts.append(f"### {letter}\n\n" + _list(page, list(group)))
    parts.append("## 按主题\n")
    for theme in THEMES:
        themed = [term for term in terms if term.theme == theme]
        parts += (
            [f"### {theme}\n\n" + "、".join(term_link(page.path, t.heading, t) for t in themed) + "\n"]
            if themed
            else []
        )
    return "\n".join(parts)


def _list(page: Page, terms: list[Term]) -> str:
    return (
        "\n".join(
            f"- **{term_link(page.path, term.heading, term)}** {escape(term.definition)}" for term in terms
        )
        + "\n"
    )


def page_terms(resolution: Resolution, page: Page) -> str:
    """The terms that a page links, with their definitions: shown in print only."""
    used = {use.term.slug: use.term for use in resolution.terms[page.path] if use.linked and use.term}
    rows = [
        f"<div><dt>{anchor(page.path, term.term, Address(f'glossary/{term.slug}.md'))}</dt>"
        f"<dd>{html.escape(term.definition)}</dd></div>"
        for term in sorted(used.values(), key=lambda term: term.pinyin)
    ]
    return f'\n\n<dl class="page-terms" data-search-exclude>{"".join(rows)}</dl>\n' if rows else ""
