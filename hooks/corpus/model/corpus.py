"""The pages of the site, what could not be read, and all of it together."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from corpus.model.content import Case, Conduct, Term, Topic, WithdrawnCase, Wording
from corpus.model.regulations import Edition, Regulation
from corpus.text.front_matter import FrontMatter
from corpus.text.source import Source, Span

PERMALINKS = "permalinks.txt"
"""The file beside `docs/` that lists the published addresses, one a line; # begins a comment."""


@dataclass(frozen=True)
class Problem:
    """A value that the schema refuses: where, why, and the right form."""

    path: str
    span: Span
    message: str
    hint: str = ""


@dataclass(frozen=True, eq=False)
class Page:
    """A Markdown file of the site: its text, its head, and what kind of page it is.

    `kind` is one of home, regulation, edition, chapter, case, withdrawn, term, topic, page, outside; `regulation` and
    `edition` are set on the pages of a regulation.
    """

    path: str
    """The path below `docs/`, as the site generator names it."""
    source: Source
    front_matter: FrontMatter
    kind: str
    slug: str
    regulation: str | None = None
    edition: str | None = None

    @property
    def is_markdown(self) -> bool:
        """Whether the text is Markdown; a text outside the site may be plain."""
        return self.kind != "outside" or self.path.endswith(".md")

    @property
    def body(self) -> str:
        """The text after the head."""
        return self.source.text[self.front_matter.body :]


@dataclass(frozen=True)
class Unreadable:
    """A file whose text could not be had; `line` and `column` from 1."""

    path: str
    reason: str
    hint: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, eq=False)
class Corpus:
    """Everything in `docs/`, read once."""

    root: str
    """The folder as given: prefix of every path in a finding."""
    files: frozenset[str]
    """Every file of the site by its path below `docs/`, pages and pictures alike."""
    pages: tuple[Page, ...]
    regulations: tuple[Regulation, ...]
    cases: tuple[Case, ...]
    terms: tuple[Term, ...]
    topics: tuple[Topic, ...]
    conducts: tuple[Conduct, ...] = ()
    wording: Wording = field(default_factory=Wording)
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    withdrawn: tuple[WithdrawnCase, ...] = ()
    permalinks: tuple[str, ...] = ()
    """The lines of permalinks.txt: the addresses that were published and must not vanish."""

    @cached_property
    def _regulations(self) -> dict[str, Regulation]:
        return {regulation.slug: regulation for regulation in self.regulations}

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def listed(self) -> tuple[Page, ...]:
        """The pages that lists show: all but what stays of withdrawn cases."""
        return tuple(page for page in self.pages if page.kind != "withdrawn")

    @cached_property
    def titles(self) -> dict[str, Regulation]:
        """Every full and short title → its regulation."""
        named = {short: r for r in self.regulations for short in r.short_titles}
        return named | {r.title: r for r in self.regulations}

    def regulation(self, slug: str) -> Regulation | None:
        """The regulation of that slug."""
        return self._regulations.get(slug)

    def edition(self, page: Page) -> Edition | None:
        """The edition whose page this is."""
        regulation = self.regulation(page.regulation or "")
        return regulation.edition(page.edition or "") if regulation else None

    def page(self, path: str) -> Page | None:
        """The page at a path below `docs/`."""
        return self._pages.get(path)
