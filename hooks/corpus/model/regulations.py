"""Works, their editions, and what is known and said of each article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from corpus.text.source import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A 款: how many 项 it has and the sha256 of its text, None where no text proves it."""

    items: int | None
    sha256: str | None


@dataclass(frozen=True)
class Article:
    """A 条 as a fact: its number ("97", "287-1"), where it stands and what it holds.

    `paragraphs` is None where the number of 款 is not proved.
    """

    number: str
    paragraphs: tuple[Paragraph, ...] | None
    part: int | None = None
    chapter: int | None = None
    section: int | None = None

    @property
    def sha256(self) -> str | None:
        """One hash for the whole article: of the hashes of its 款, a line each; None without a text."""
        hashes = [paragraph.sha256 for paragraph in self.paragraphs or ()]
        if not hashes or None in hashes:
            return None
        return hashlib.sha256("\n".join(f"{value}" for value in hashes).encode()).hexdigest()


@dataclass(frozen=True)
class Division:
    """A 编, 章, 节, or a 部分 of a text without 条: number, title, its first and last article."""

    number: int
    title: str
    part: int | None = None
    chapter: int | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, eq=False)
class Outline:
    """The facts of an edition's text; `complete` says whether a number beyond it is wrong."""

    complete: bool
    source: str
    parts: tuple[Division, ...] = ()
    chapters: tuple[Division, ...] = ()
    sections: tuple[Division, ...] = ()
    articles: tuple[Article, ...] = ()

    @cached_property
    def _by_number(self) -> dict[str, Article]:
        return {article.number: article for article in self.articles}

    def article(self, number: str) -> Article | None:
        """The article of that number, if the outline knows it."""
        return self._by_number.get(number)

    @cached_property
    def order(self) -> dict[str, int]:
        """The rank of each article's number, in the order of the text."""
        return {article.number: i for i, article in enumerate(self.articles)}


@dataclass(frozen=True, slots=True)
class Tier:
    """A 处分档次: in one 款, a circumstance and its sanctions; or a 从重/加重 rule (`modifier`)."""

    paragraph: int
    circumstance: str
    sanctions: tuple[str, ...]
    modifier: str | None = None


@dataclass(frozen=True)
class Digest:
    """What a chapter page says of an article in our own words."""

    article: str
    subject: str
    text: str
    tiers: tuple[Tier, ...]
    keywords: tuple[str, ...]
    page: str
    heading: Span


@dataclass(frozen=True, slots=True)
class Review:
    """A row of reviewed.csv: the text, by its hash, against which an article's digest was read."""

    article: str
    sha256: str
    date: str


@dataclass(frozen=True, eq=False)
class Official:
    """What an official text that is at hand (imported, or named for one run) says of its articles."""

    outline: Outline
    tiers: tuple[tuple[str, tuple[Tier, ...]], ...]


ChangeKind: TypeAlias = Literal["unchanged", "amended", "split", "merged", "new", "removed"]


@dataclass(frozen=True, slots=True)
class Renumbering:
    """An article of one edition and what it became in the next; None where it is new or removed."""

    from_edition: str
    from_article: str | None
    to_edition: str
    to_article: str | None
    kind: ChangeKind


@dataclass(frozen=True, eq=False)
class Edition:
    """The text of a regulation as of one revision; dates are ISO days, None where not proved."""

    regulation: str
    """The slug of the regulation."""
    title: str
    name: str
    """The edition's name and folder: "2023"."""
    issued: str | None
    effective: str | None
    address: str | None
    outline: Outline | None = None
    digests: tuple[Digest, ...] = ()
    subjects: tuple[tuple[str, str], ...] = ()
    reviews: tuple[Review, ...] = ()
    official: Official | None = None

    @cached_property
    def _digests(self) -> dict[str, Digest]:
        return {digest.article: digest for digest in self.digests}

    def digest(self, number: str) -> Digest | None:
        """Our own words on an article, if there are any."""
        return self._digests.get(number)

    def review(self, number: str) -> Review | None:
        """The latest review of an article's digest."""
        return self._reviews.get(number)

    @cached_property
    def _reviews(self) -> dict[str, Review]:
        return {review.article: review for review in self.reviews}

    def status(self, number: str) -> str:
        """`checked` where the digest was reviewed against the words of an official text at hand,
        `based` where against those of the text that the outline was read from, else `pending`.
        """
        review = self.review(number)
        if review is None:
            return "pending"
        for status, outline in (
            ("checked", self.official and self.official.outline),
            ("based", self.outline),
        ):
            article = outline.article(number) if outline else None
            if article and article.sha256 == review.sha256:
                return status
        return "pending"

    def subject(self, number: str) -> str | None:
        """Our short heading of an article, if there is one."""
        digest = self.digest(number)
        return digest.subject if digest else dict(self.subjects).get(number)


@dataclass(frozen=True, eq=False)
class Regulation:
    """The work: what it is called, who issued it, its editions, newest first."""

    slug: str
    title: str
    short_titles: tuple[str, ...]
    issuer: str
    kind: str
    numbering: str
    editions: tuple[Edition, ...]
    unproved: tuple[str, ...] = ()
    renumbering: tuple[Renumbering, ...] = ()

    def predecessors(self, edition: str, article: str) -> tuple[Renumbering, ...]:
        """What an article was in the edition before, with how it changed."""
        return self._renumbered[1].get((edition, article), ())

    def successors(self, edition: str, article: str) -> tuple[Renumbering, ...]:
        """What an article became in the edition after, with how it changed."""
        return self._renumbered[0].get((edition, article), ())

    @cached_property
    def _renumbered(self) -> tuple[dict[tuple[str, str], tuple[Renumbering, ...]], ...]:
        forth: dict[tuple[str, str], tuple[Renumbering, ...]] = {}
        back: dict[tuple[str, str], tuple[Renumbering, ...]] = {}
        for pair in self.renumbering:
            if pair.from_article:
                key = (pair.from_edition, pair.from_article)
                forth[key] = (*forth.get(key, ()), pair)
            if pair.to_article:
                key = (pair.to_edition, pair.to_article)
                back[key] = (*back.get(key, ()), pair)
        return forth, back

    def current_articles(self, edition: str, article: str, until: str) -> tuple[str, ...]:
        """The numbers that an article of an older edition has in the edition `until`."""
        if edition == until:
            return (article,)
        steps = [
            (pair.to_edition, pair.to_article)
            for pair in self.successors(edition, article)
            if pair.to_article
        ]
        found = [number for name, next_ in steps for number in self.current_articles(name, next_, until)]
        return tuple(dict.fromkeys(found))

    def edition(self, name: str) -> Edition | None:
        """The edition of that name."""
        return next((edition for edition in self.editions if edition.name == name), None)

    def in_force(self, day: str) -> Edition | None:
        """The edition in force on an ISO day: the latest to have taken effect by then.

        A single edition whose date is not proved is taken to be the one meant.
        """
        for edition in self.editions:
            if edition.effective and edition.effective <= day:
                return edition
        undated = [edition for edition in self.editions if edition.effective is None]
        return undated[0] if len(undated) == len(self.editions) == 1 else None
