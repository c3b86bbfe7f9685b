"""A docs folder → Corpus: the only floor that reads the disk."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from corpus.load.files import read_permalinks, read_source, walk
from corpus.load.places import TABLES, classify, misplaced
from corpus.model import (
    Case,
    Conduct,
    Corpus,
    Digest,
    Edition,
    EditionHead,
    Official,
    Outline,
    Page,
    PageHead,
    Problem,
    Regulation,
    RegulationHead,
    Renumbering,
    Review,
    Term,
    Topic,
    Unreadable,
    WithdrawnCase,
    Wording,
)
from corpus.parse.chapters import parse_chapter, parse_subjects
from corpus.parse.conducts import PATH as CONDUCTS
from corpus.parse.conducts import parse_conducts
from corpus.parse.official_text import parse_official_text
from corpus.parse.official_text.tiers import read_tiers
from corpus.parse.outline import read_outline
from corpus.parse.schema import read_head
from corpus.parse.tables import parse_renumbering, parse_reviews
from corpus.parse.wording import PATHS as WORDING
from corpus.parse.wording import parse_wording
from corpus.text.front_matter import FrontMatter, read_front_matter
from corpus.text.source import Source

T = TypeVar("T", RegulationHead, Case, WithdrawnCase, Term, Topic, PageHead)

__all__ = ["load", "read_source"]


def load(
    root: str | os.PathLike[str], outside: Sequence[str] = (), official: Mapping[tuple[str, str], str] = {}
) -> Corpus:
    """Read every page below `root`, and the texts in `outside`, which are no part of the site.

    `official` names a file with the official text of an edition, by (slug, edition); the imported
    ones are found in the folder `official` beside `root`, where permalinks.txt stands too.
    What cannot be read or typed stands in `Corpus.unreadable` and `Corpus.problems`.
    Raises FileNotFoundError where there is no such folder.
    """
    base = Path(root)
    if not base.is_dir():
        raise FileNotFoundError(root)
    loader = _Loader(base)
    loader.add_official(official)
    loader.permalinks = read_permalinks(base, loader.unreadable)
    for path in sorted(walk(base, loader.unreadable)):
        loader.files.add(path.relative_to(base).as_posix())
        if path.suffix == ".md" or path.name in TABLES:
            loader.add(path)
    for name in outside:
        source = read_source(Path(name), Path(name).as_posix())
        if isinstance(source, Unreadable):
            loader.unreadable.append(source)
        else:
            loader.pages.append(_outside(source))
    return loader.corpus()


def _outside(source: Source) -> Page:
    """A text that is no part of the site; its path is never that of a page below the folder."""
    front = read_front_matter(source) if source.path.endswith(".md") else FrontMatter()
    return Page(Path(source.path).absolute().as_posix(), source, front, "outside", Path(source.path).stem)


@dataclass
class _Loader:
    """Collects what the files say; `corpus` puts it together."""

    base: Path
    unreadable: list[Unreadable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    pages: list[Page] = field(default_factory=list)
    outlines: dict[tuple[str, str], Outline] = field(default_factory=dict)
    digests: dict[tuple[str, str], list[Digest]] = field(default_factory=dict)
    reviews: dict[tuple[str, str], tuple[Review, ...]] = field(default_factory=dict)
    official: dict[tuple[str, str], Official] = field(default_factory=dict)
    renumbering: dict[str, tuple[Renumbering, ...]] = field(default_factory=dict)
    subjects: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    heads: list[RegulationHead] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    withdrawn: list[WithdrawnCase] = field(default_factory=list)
    permalinks: tuple[str, ...] = ()
    topics: list[Topic] = field(default_factory=list)
    conducts: list[Conduct] = field(default_factory=list)
    wording: Wording = field(default_factory=Wording)

    def add_official(self, named: Mapping[tuple[str, str], str]) -> None:
        """Read the imported official texts, and those that are named for this run."""
        imported = sorted(self.base.absolute().parent.glob("official/*/*.txt"))
        files = {(path.parent.name, path.stem): path for path in imported}
        for key, path in (files | {key: Path(name) for key, name in named.items()}).items():
            source = read_source(path, path.as_posix())
            if isinstance(source, Unreadable):
                self.unreadable.append(source)
                continue
            text = parse_official_text(source)
            self.official[key] = Official(text.outline, tuple(read_tiers(text).items()))

    def add(self, path: Path) -> None:
        source = read_source(path, path.as_posix())
        if isinstance(source, Unreadable):
            self.unreadable.append(source)
        elif home := misplaced(path.relative_to(self.base)):
            self.unreadable.append(Unreadable(source.path, "这个文件不在它的位置上", f"移到 docs/{home}"))
        elif path.name == "provisions.json":
            self._add_outline(path, source)
        elif path.name in TABLES:
            self._add_table(path, source)
        else:
            self._add_page(classify(path.relative_to(self.base).as_posix(), source))

    def _add_outline(self, path: Path, source: Source) -> None:
        outline = read_outline(source.text)
        if isinstance(outline, str):
            hint = "这个文件由 python hooks outline 写出，不要手改"
            self.unreadable.append(Unreadable(source.path, outline, hint))
        else:
            slug, edition = path.relative_to(self.base).parts[-3:-1]
            self.outlines[slug, edition] = outline

    def _add_table(self, path: Path, source: Source) -> None:
        problems: tuple[Problem, ...]
        if path.name == "reviewed.csv":
            slug, edition = path.relative_to(self.base).parts[-3:-1]
            self.reviews[slug, edition], problems = parse_reviews(source)
        else:
            self.renumbering[path.parent.name], problems = parse_renumbering(source)
        for problem in problems:
            line = source.position(problem.span.start).line
            self.unreadable.append(Unreadable(source.path, problem.message, problem.hint, line))

    def _add_page(self, page: Page) -> None:
        self.pages.append(page)
        self._add_head(page)
        if page.path == CONDUCTS:
            self.conducts += parse_conducts(page)
        if page.path in WORDING:
            self.wording += parse_wording(page)
        if page.regulation and page.edition:
            key = (page.regulation, page.edition)
            if page.kind == "chapter":
                digests, problems = parse_chapter(page)
                self.digests.setdefault(key, []).extend(digests)
                self.problems += problems
            else:
                self.subjects[key] = parse_subjects(page)

    def _add_head(self, page: Page) -> None:
        match page.kind:
            case "regulation":
                self._keep(read_head(page, RegulationHead), self.heads)
            case "case":
                self._keep(read_head(page, Case), self.cases)
            case "withdrawn":
                self._keep(read_head(page, WithdrawnCase), self.withdrawn)
            case "term":
                self._keep(read_head(page, Term), self.terms)
            case "topic":
                self._keep(read_head(page, Topic), self.topics)
            case _:
                self._keep(read_head(page, PageHead), [])

    def _keep(self, head: T | tuple[Problem, ...], kept: list[T]) -> None:
        if isinstance(head, tuple):
            self.problems += head
        else:
            kept.append(head)

    def corpus(self) -> Corpus:
        """Everything that was read, put together."""
        return Corpus(
            root=self.base.as_posix(),
            files=frozenset(self.files),
            pages=tuple(self.pages),
            regulations=tuple(self._regulation(head) for head in self.heads),
            cases=tuple(self.cases),
            terms=tuple(self.terms),
            topics=tuple(self.topics),
            conducts=tuple(self.conducts),
            wording=self.wording,
            problems=tuple(self.problems),
            unreadable=tuple(self.unreadable),
            withdrawn=tuple(self.withdrawn),
            permalinks=self.permalinks,
        )

    def _regulation(self, head: RegulationHead) -> Regulation:
        editions = sorted(head.editions, key=lambda edition: edition.edition, reverse=True)
        return Regulation(
            slug=head.slug,
            title=head.title,
            short_titles=head.short_titles,
            issuer=head.issuer,
            kind=head.kind,
            numbering=head.numbering,
            editions=tuple(self._edition(head, edition) for edition in editions),
            unproved=head.unproved,
            renumbering=self.renumbering.get(head.slug, ()),
        )

    def _edition(self, head: RegulationHead, edition: EditionHead) -> Edition:
        key = (head.slug, edition.edition)
        return Edition(
            regulation=head.slug,
            title=head.title,
            name=edition.edition,
            issued=edition.issued,
            effective=edition.effective,
            address=edition.address,
            outline=self.outlines.get(key),
            digests=tuple(self.digests.get(key, ())),
            subjects=self.subjects.get(key, ()),
            reviews=self.reviews.get(key, ()),
            official=self.official.get(key),
        )
