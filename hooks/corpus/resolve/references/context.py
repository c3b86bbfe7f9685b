"""Where a citation is read: what 本条例 means there, and which day chooses an edition."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath

from corpus.model import Case, Corpus, Edition, Page, Pinpoint, Regulation
from corpus.parse.chapters import article_sections
from corpus.parse.official_text import parse_official_text
from corpus.parse.official_text.view import INVISIBLE
from corpus.text.source import Source

LEAST_ARTICLES = 3
"""A text with fewer articles of its own quotes a regulation rather than being one."""
_BREAKS = r"\n\r\x0b\x0c\x85\u2028\u2029"
_LABEL = re.compile(rf"(?:\A|[{_BREAKS}])(?:[^\S{_BREAKS}]|[{INVISIBLE}])*+第[^条编章节：，。\n]*+[条编章节]")
"""How a line begins that may hold the first article; a text that has none need not be parsed."""


@dataclass(frozen=True)
class Context:
    """The surroundings of the citations of one text; days are ISO."""

    day: str
    """The day whose edition is meant: in a case, the end of the conduct."""
    today: str
    own: Regulation | None = None
    """What 本条例 means."""
    bare: Regulation | None = None
    """What a bare 第N条 means: the regulation, on the pages of its editions."""
    pinned: str | None = None
    """The edition that the page is about, or that a case states."""
    place: Callable[[int], Pinpoint | None] = field(default=lambda _: None)
    """In which article (and 款, where the text is official) an offset of the file stands."""
    markdown: bool = True

    def article_at(self, offset: int) -> str | None:
        """The article in which an offset of the file stands."""
        here = self.place(offset)
        return here.article if here else None


def page_context(corpus: Corpus, page: Page, today: str) -> Context:
    """The surroundings of a page's citations."""
    if page.kind == "case":
        case = next((case for case in corpus.cases if case.slug == page.slug), None)
        return Context(_conduct_end(case, today), today, pinned=case.edition if case else None)
    if page.kind == "outside":
        official = None if page.is_markdown else official_context(page.source, today)
        if official:
            return official
        return Context(today, today, markdown=page.is_markdown)
    own = corpus.regulation(page.regulation) if page.regulation else None
    bare = own if page.edition else None
    place = _place_on(page) if own else lambda _: None
    return Context(today, today, own=own, bare=bare, pinned=page.edition, place=place)


def official_context(source: Source, today: str) -> Context | None:
    """The surroundings in an official text, which is its own regulation; None for any other text."""
    if not _LABEL.search(source.text):
        return None
    text = parse_official_text(source)
    if len(text.articles) < LEAST_ARTICLES:
        return None
    title = text.title or PurePath(source.path).stem
    edition = Edition("", title, today[:4], None, None, None, text.outline)
    itself = Regulation("", title, (), "", "", "条", (edition,))
    return Context(today, today, own=itself, bare=itself, place=text.place, markdown=False)


def _place_on(page: Page) -> Callable[[int], Pinpoint | None]:
    articles = [(article.body.start, article.number) for article in article_sections(page) if article.number]

    def place(offset: int) -> Pinpoint | None:
        at = bisect.bisect_right(articles, (offset, "~")) - 1
        return Pinpoint(article=articles[at][1]) if at >= 0 else None

    return place


def _conduct_end(case: Case | None, today: str) -> str:
    """The last day that a day, a month or a year may mean; an unknown one is today."""
    if case is None or not case.conduct.end[:4].isdecimal():
        return today
    return {4: f"{case.conduct.end}-12-31", 7: f"{case.conduct.end}-31"}.get(
        len(case.conduct.end), case.conduct.end
    )
