"""Citations and words in prose → what they mean; computed once, read by `check` and `render`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.model import Corpus, Page
from corpus.resolve.backlinks import Backlink, Provision, find_backlinks
from corpus.resolve.references import Reference, resolve_references
from corpus.resolve.terms import TermUse, find_terms
from corpus.resolve.titles import Titles
from corpus.resolve.usage import Usage
from corpus.text.front_matter import FrontMatter
from corpus.text.source import Source


@dataclass(frozen=True)
class Resolution:
    """Everything that follows from a corpus and a day.

    `references` and `terms` hold the finds of each page by its path, in the order of the text.
    """

    corpus: Corpus
    today: str
    references: Mapping[str, tuple[Reference, ...]]
    subjects: tuple[Page, ...]
    """The pages whose wording is read: all, or those that were asked for."""
    terms: Mapping[str, tuple[TermUse, ...]]

    @cached_property
    def usage(self) -> Usage:
        """The words of the trade and the phrases of fixed wording."""
        return Usage(self.corpus)

    @cached_property
    def backlinks(self) -> Mapping[Provision, tuple[Backlink, ...]]:
        """Who cites each article: every article of a range included."""
        return find_backlinks(self.corpus, self.references)


def resolve_text(corpus: Corpus, source: Source, today: str) -> tuple[Reference, ...]:
    """Every citation of a text that is no page of the corpus, in the order of the text.

    Each line is a paragraph, unless the file is Markdown.
    """
    page = Page(source.path, source, FrontMatter(), "outside", "")
    return resolve_references(corpus, _titles(corpus), page, today)


@lru_cache(maxsize=1)
def _titles(corpus: Corpus) -> Titles:
    """The titles of a corpus, made once for the many texts that are read against it."""
    return Titles(corpus)


def resolve(corpus: Corpus, today: str, subjects: Iterable[Page] | None = None) -> Resolution:
    """Resolve every page of `corpus` as of an ISO day; `subjects` are those whose wording is read."""
    titles = Titles(corpus)
    references = {page.path: resolve_references(corpus, titles, page, today) for page in corpus.pages}
    asked = tuple(page for page in subjects or corpus.pages if not page.front_matter.faults)
    return Resolution(corpus, today, references, asked, find_terms(corpus, references))
