"""The real site: every word of the glossary that may be a link is one, by a count made anew.

The count here knows nothing of the automaton: a plain alternation, the longest word first, over the
Markdown with everything blanked that is no prose. Only where citations stand, and which regulation
they name, is taken from the project.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.check import duplicate_term, unused_term
from corpus.load import load
from corpus.model import Page, Term
from corpus.render.page import render_page
from corpus.resolve import Resolution, resolve

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-24"
Links = Counter[tuple[str, str]]
"""How often a page, by its path, links a term, by its slug."""
LINK = re.compile(r'\]\((?:[^()\s"]*/)?([a-z0-9-]+)\.md(?: "[^"\n]*")?\)\{\.term\}')
NO_PROSE = [
    r"\A---\n.*?\n---\n",
    r"^[ \t>]*(```+|~~~+)[^\n]*\n.*?(?:\n[ \t>]*\1[ \t]*$|\Z)",
    r"<!--.*?-->",
    r"(?<!`)`[^`\n]+`(?!`)",
    r"!?\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)",
    r"</?[A-Za-z][^<>]*>",
    r"\{:?[ ]*[.:#][^{}\n]*\}",
    r"https?://[^\s，。；、（）《》“”]+",
    r"^ {0,3}#{1,6} [^\n]*$",
    r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》",
]
REDRAWN = r"^\| (?:款|条) \|[^\n]*\n(?:\|[^\n]*(?:\n|\Z))+"
"""A table of tiers or of subjects: data, which the build shows in another form."""


@pytest.fixture(scope="module")
def site() -> Resolution:
    return resolve(load(ROOT / "docs"), TODAY)


def blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", "\0", text[start:end]) + text[end:]


def prose(page: Page, resolution: Resolution) -> str:
    """The page with all blanked that is no running text; of the same length."""
    text = page.source.text
    for pattern in [*NO_PROSE, *([REDRAWN] if page.kind in ("chapter", "edition") else [])]:
        for match in re.finditer(pattern, text, re.MULTILINE | re.DOTALL):
            text = blank(text, *match.span())
    for reference in resolution.references[page.path]:
        text = blank(text, reference.span.start, reference.span.end)
    return text


def sense(terms: list[Term], page: Page, resolution: Resolution, at: int) -> Term:
    """The one of several terms of a form that is meant at a place."""
    regulation = page.regulation
    for reference in resolution.references[page.path]:
        between = page.source.text[reference.span.end : at]
        if reference.regulation and reference.span.end <= at and "\n" not in between:
            regulation = reference.regulation.slug
    scoped = [term for term in terms if regulation in term.scope]
    return (scoped or [term for term in terms if not term.scope] or terms)[0]


def first_uses(page: Page, resolution: Resolution) -> Iterator[str]:
    """The slug of each term at its first use in a section, on other pages than its own."""
    named: dict[str, list[Term]] = {}
    for term in resolution.corpus.terms:
        for name in {term.term, *term.aliases}:
            named.setdefault(name, []).append(term)
    others = {word for term in resolution.corpus.terms for word in (*term.forbidden, *term.not_in)}
    words = sorted({*named, *others}, key=len, reverse=True)
    plain = "|".join(map(re.escape, words))
    heads = [match.start() for match in re.finditer(r"^#{1,6} ", page.source.text, re.MULTILINE)]
    unlinked = {
        (page.source.text.count("\n", 0, match.end()) + 1, word)
        for match in re.finditer(r"<!-- 不链接 (.*?) -->", page.source.text)
        for word in re.split("[、 ]", match[1])
    }
    seen = set()
    for match in re.finditer(rf"\[\[(?P<explicit>.+?)\]\]|{plain}", prose(page, resolution)):
        terms = named.get(match["explicit"] or match[0])
        if not terms:
            continue
        term = sense(terms, page, resolution, match.start())
        use = (sum(head <= match.start() for head in heads), term.slug)
        free = (page.source.text.count("\n", 0, match.start()), match[0]) not in unlinked
        if page.path != f"glossary/{term.slug}.md" and free and (use not in seen or match["explicit"]):
            seen.add(use)
            yield term.slug


def counted(resolution: Resolution) -> Links:
    return Counter(
        (page.path, slug) for page in resolution.corpus.pages for slug in first_uses(page, resolution)
    )


def links_of(resolution: Resolution, path: str) -> Counter[str]:
    """How often the built page links each term."""
    return Counter(LINK.findall(render_page(resolution, path) or ""))


def built(resolution: Resolution) -> Links:
    """The links of the built pages, without those that the build makes out of a head."""
    made: Links = Counter()
    terms = resolution.corpus.terms
    for page in resolution.corpus.pages:
        for slug, number in links_of(resolution, page.path).items():
            made[page.path, slug] = number
    made.subtract((f"glossary/{term.slug}.md", other) for term in terms for other in term.see_also)
    made.subtract(("glossary/index.md", term.slug) for term in terms for _ in ("拼音", "主题"))
    return +made


def test_every_first_use_in_a_section_is_a_link_on_the_built_page(site: Resolution) -> None:
    wanted, found = counted(site), built(site)
    assert sum(wanted.values()) > 3000
    assert (wanted - found, found - wanted) == (Counter(), Counter())


def test_the_count_sees_a_link_that_is_lost(site: Resolution) -> None:
    path = "topics/top-leaders.md"
    uses = site.terms[path]
    lost = next(use for use in uses if use.linked)
    without = tuple(replace(use, linked=False) if use is lost else use for use in uses)
    page = site.corpus.page(path)
    assert page is not None
    assert lost.term is not None
    wanted = Counter(first_uses(page, site))
    assert links_of(site, path) == wanted
    fewer = replace(site, terms={**site.terms, path: without})
    assert wanted - links_of(fewer, path) == Counter([lost.term.slug])


def test_the_glossary_has_a_word_for_everything_and_each_once(site: Resolution) -> None:
    terms = site.corpus.terms
    assert len(terms) >= 160
    assert len({(term.term, term.sense) for term in terms}) == len(terms)
    found = [str(finding) for check in (duplicate_term, unused_term) for finding in check.check(site)]
    assert found == []


def test_words_of_one_form_say_by_their_scope_where_they_are_meant(site: Resolution) -> None:
    forms: dict[str, list[Term]] = {}
    for term in site.corpus.terms:
        forms.setdefault(term.term, []).append(term)
    senses = [terms for terms in forms.values() if len(terms) > 1]
    assert senses
    regulations = {regulation.slug for regulation in site.corpus.regulations}
    for terms in senses:
        assert all(term.sense for term in terms)
        assert sum(not term.scope for term in terms) == 1
        assert {slug for term in terms for slug in term.scope} <= regulations


def test_the_page_of_a_set_shows_all_its_members(site: Resolution) -> None:
    sets = [term for term in site.corpus.terms if len(term.members) >= 3]
    assert len(sets) >= 10
    for term in sets:
        rendered = render_page(site, f"glossary/{term.slug}.md") or ""
        assert [member for member in term.members if member not in rendered] == []
