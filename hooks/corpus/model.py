"""The nouns of the knowledge base. Read this first.

A Regulation is the work; an Edition is its text as of one revision. An edition is divided into
编 Part, 章 Chapter, 节 Section and 条 Article; an article into 款 Paragraph, 项 Item, 目 Subitem
(the words of FRBR and Akoma Ntoso). A Citation is a span of prose that names a provision by
Pinpoints. All values are frozen and nothing changes after loading.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field

from corpus.text.front_matter import FrontMatter
from corpus.text.source import Source, Span


# ---------------------------------------------------------------- regulations
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
    span: Span


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

    @cached_property
    def _digests(self) -> dict[str, Digest]:
        return {digest.article: digest for digest in self.digests}

    def digest(self, number: str) -> Digest | None:
        """Our own words on an article, if there are any."""
        return self._digests.get(number)

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


# ------------------------------------------------------------------ citations
@dataclass(frozen=True, slots=True)
class RangeEnd:
    """The last provision of a range, inclusive."""

    article: str | None = None
    paragraph: int | None = None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The 编章节条款项目 part of a citation; None where the text states nothing."""

    part: int | None = None
    chapter: int | None = None
    section: int | None = None
    article: str | None = None
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None
    range_end: RangeEnd | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of prose that names a regulation, a provision, or both.

    `title` is the name as written without its marks, None where it is inherited; `mark` is the
    edition as written ("2018", 修订前); `own` is a word that points back (本条例, 该规定, 前款), `alias` a name declared for the rest of the file;
    `malformed` says what cannot be a citation.
    """

    span: Span
    text: str
    title: str | None = None
    title_span: Span | None = None
    mark: str | None = None
    own: str | None = None
    alias: str | None = None
    refs: tuple[Pinpoint, ...] = ()
    ref_spans: tuple[Span, ...] = ()
    malformed: str | None = None


# ----------------------------------------------------------- pages of content
# The names and types of the fields below are the schema of the pages' heads: unknown, missing
# and ill-typed keys are refused by them (see `parse.schema`).
Text: TypeAlias = Annotated[str, Field(min_length=1)]
Slug: TypeAlias = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
_DATE = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
Date: TypeAlias = Annotated[str, Field(pattern=_DATE)]
"""A day, a month or a year: 2024-05-01, 2024-05, 2024."""
DateOrUnpublished: TypeAlias = Annotated[str, Field(pattern=rf"{_DATE}|^未公布$")]
Number: TypeAlias = Annotated[int, Field(ge=1)]

Discipline: TypeAlias = Literal["政治纪律", "组织纪律", "廉洁纪律", "群众纪律", "工作纪律", "生活纪律"]
PartySanction: TypeAlias = Literal["警告", "严重警告", "撤销党内职务", "留党察看", "开除党籍"]
StateSanction: TypeAlias = Literal["政务警告", "政务记过", "政务记大过", "政务降级", "政务撤职", "政务开除"]
Post: TypeAlias = Literal[
    "省部级", "厅局级", "县处级", "乡科级", "一般干部", "村（社区）干部",
    "国有企业人员", "事业单位人员", "离退休人员", "党组织",
]  # fmt: skip
Domain: TypeAlias = Literal[
    "党务", "财政金融", "工程建设", "自然资源", "教育", "医疗卫生", "农业农村",
    "国有企业", "执法司法", "行政审批", "基层治理", "科技文化", "人事管理", "综合",
]  # fmt: skip
Theme: TypeAlias = Literal["政治建设", "组织制度", "监督执纪", "纪律处分", "廉洁作风", "国家监察", "干部管理"]
DISCIPLINES: tuple[str, ...] = get_args(Discipline)
PARTY_SANCTIONS: tuple[str, ...] = get_args(PartySanction)
CASE_SECTIONS = ("案情", "违反的条款", "处理", "评析", "警示", "讨论题")
THEMES: tuple[str, ...] = get_args(Theme)


@dataclass(frozen=True)
class Dates:
    """When conduct began and ended."""

    start: Annotated[DateOrUnpublished, Field(alias="from")]
    end: Annotated[DateOrUnpublished, Field(alias="to")]


@dataclass(frozen=True)
class CaseCitation:
    """Conduct → provision → reason; `provision` is a citation as written."""

    provision: Text
    conduct: Text
    reason: Text


@dataclass(frozen=True)
class Adjustment:
    """Why a sanction lies outside or at an end of its tier."""

    kind: Literal["从轻", "从重", "减轻", "加重", "合并"]
    provision: Text
    reason: Text


@dataclass(frozen=True)
class Provenance:
    """Where a case comes from; a guiding case has a number within its year, a notice an address."""

    kind: Literal["guiding-case", "public-notice", "composed"]
    number: Number | None = None
    year: Number | None = None
    address: Text | None = None


@dataclass(frozen=True)
class Question:
    """A question for discussion and the key to it."""

    ask: Text
    answer: Text


@dataclass(frozen=True)
class Case:
    """A warning case: teaching material."""

    slug: Slug
    title: Text
    summary: Text
    discipline: Annotated[tuple[Discipline, ...], Field(min_length=1)]
    topics: tuple[Slug, ...]
    post: Post
    field: Domain
    conduct: Dates
    decided: DateOrUnpublished
    sanctions: tuple[PartySanction | StateSanction, ...]
    citations: Annotated[tuple[CaseCitation, ...], Field(min_length=1)]
    provenance: Provenance
    questions: Annotated[tuple[Question, ...], Field(min_length=2)]
    lesson: Text
    reviewed: Date
    adjustment: Adjustment | None = None
    edition: Text | None = None
    edition_reason: Text | None = None


@dataclass(frozen=True)
class Term:
    """A word of the glossary: its standard form, aliases and forbidden variants."""

    slug: Slug
    term: Text
    definition: Text
    source: Text
    pinyin: Annotated[str, Field(pattern=r"^[a-zü]+( [a-zü]+)*$")]
    theme: Theme
    aliases: tuple[Text, ...] = ()
    forbidden: tuple[Text, ...] = ()
    see_also: tuple[Slug, ...] = ()
    members: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Topic:
    """A 专题 that gathers provisions, cases and a checklist."""

    slug: Slug
    title: Text
    summary: Text
    reviewed: Date


@dataclass(frozen=True)
class EditionHead:
    """One of the `editions` that a regulation's page names."""

    edition: Annotated[str, Field(pattern=r"^\d{4}$")]
    issued: Date | None = None
    effective: Date | None = None
    address: Annotated[str, Field(pattern=r"^https?://")] | None = None


@dataclass(frozen=True)
class RegulationHead:
    """The head of a regulation's page."""

    slug: Slug
    title: Text
    issuer: Text
    kind: Literal["党内法规", "国家法律", "规范性文件"]
    numbering: Literal["条", "部分"]
    editions: tuple[EditionHead, ...]
    short_titles: tuple[Text, ...] = ()
    unproved: tuple[Literal["issued", "effective"], ...] = ()


@dataclass(frozen=True)
class PageHead:
    """The head of any other page."""

    slug: str
    title: Text | None = None
    description: Text | None = None
    edition_reason: Text | None = None
    hide: tuple[str, ...] = ()
    template: str | None = None


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

    `kind` is one of home, regulation, edition, chapter, case, term, topic, page; `regulation` and
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
    problems: tuple[Problem, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()

    @cached_property
    def _regulations(self) -> dict[str, Regulation]:
        return {regulation.slug: regulation for regulation in self.regulations}

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def titles(self) -> dict[str, Regulation]:
        """Every full and short title → its regulation."""
        named = {short: r for r in self.regulations for short in r.short_titles}
        return named | {r.title: r for r in self.regulations}

    def regulation(self, slug: str) -> Regulation | None:
        """The regulation of that slug."""
        return self._regulations.get(slug)

    def page(self, path: str) -> Page | None:
        """The page at a path below `docs/`."""
        return self._pages.get(path)
