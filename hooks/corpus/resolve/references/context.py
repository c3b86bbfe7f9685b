"""Where a citation is read: what 本条例 means there, and which day chooses an edition."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from corpus.model import Case, Corpus, Page, Regulation
from corpus.parse.chapters import article_sections


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
    articles: tuple[tuple[int, str], ...] = ()
    """Offset of each article's text in the file and its number, in order."""
    markdown: bool = True

    def article_at(self, offset: int) -> str | None:
        """The article in which an offset of the file stands."""
        at = bisect.bisect_right(self.articles, (offset, "~")) - 1
        return self.articles[at][1] if at >= 0 else None


def page_context(corpus: Corpus, page: Page, today: str) -> Context:
    """The surroundings of a page's citations."""
    if page.kind == "case":
        case = next((case for case in corpus.cases if case.slug == page.slug), None)
        return Context(_conduct_end(case, today), today, pinned=case.edition if case else None)
    if page.kind == "outside":
        return Context(today, today, markdown=page.path.endswith(".md"))
    own = corpus.regulation(page.regulation) if page.regulation else None
    articles = tuple((a.body.start, a.number) for a in article_sections(page) if a.number) if own else ()
    bare = own if page.edition else None
    return Context(today, today, own=own, bare=bare, pinned=page.edition, articles=articles)


def _conduct_end(case: Case | None, today: str) -> str:
    """The last day that a day, a month or a year may mean; an unknown one is today."""
    if case is None or not case.conduct.end[:4].isdecimal():
        return today
    return {4: f"{case.conduct.end}-12-31", 7: f"{case.conduct.end}-31"}.get(
        len(case.conduct.end), case.conduct.end
    )
