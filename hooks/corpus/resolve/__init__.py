"""Citations and words in prose → what they mean; computed once, read by `check` and `render`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.model import Corpus, Page
from corpus.resolve.backlinks import Backlink, Provision, find_backlinks
from corpus.resolve.references import Reference, resolve_references
from corpus.resolve.terms import TermUse, find_terms
from corpus.resolve.titles import Titles
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
    terms: Mapping[str, tuple[TermUse, ...]]

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


def resolve(corpus: Corpus, today: str) -> Resolution:
    """Resolve every page of `corpus` as of an ISO day."""
    titles = Titles(corpus)
    references = {page.path: resolve_references(corpus, titles, page, today) for page in corpus.pages}
    return Resolution(corpus, today, references, find_terms(corpus, references))
