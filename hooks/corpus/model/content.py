"""Cases, terms, topics: what the heads of pages hold.

The names and types of the fields are the schema of the heads: `parse.schema` refuses unknown,
missing and ill-typed keys by them.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import Field

from corpus.text.source import Span

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
AUTHORED_SECTIONS = ("案情", "处理", "评析")
"""The sections of a case that its author writes; the others come from the head."""
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
class Withdrawal:
    """Why a case is no longer told, and the case that tells it instead."""

    reason: Text
    moved_to: Slug | None = None


@dataclass(frozen=True)
class WithdrawnCase:
    """What stays at the address of a case that was withdrawn or renamed."""

    slug: Slug
    title: Text
    withdrawn: Withdrawal


@dataclass(frozen=True)
class Term:
    """A word of the glossary: its standard form, aliases and forbidden variants.

    Two terms of one form differ by their `sense`; the one with a `scope`, slugs of regulations,
    is meant where those are spoken of. `not_in` names longer words that only contain the term.
    """

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
    sense: Text | None = None
    scope: tuple[Slug, ...] = ()
    not_in: tuple[Text, ...] = ()
    edition_reason: Text | None = None

    @property
    def heading(self) -> str:
        """The term, with its sense where another has the same form."""
        return f"{self.term}（{self.sense}）" if self.sense else self.term


@dataclass(frozen=True)
class Topic:
    """A 专题 that gathers provisions, cases and a checklist."""

    slug: Slug
    title: Text
    summary: Text
    reviewed: Date
    edition_reason: Text | None = None


@dataclass(frozen=True)
class Conduct:
    """A section of 按行为查: a conduct, its anchor, and the words that people use for it."""

    name: str
    anchor: str
    words: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Wording:
    """公文易错字词: misspellings with their right forms, standard phrases, look-alike characters,
    words of which a text uses only one, and titles of texts that the site does not describe.
    """

    misspellings: tuple[tuple[str, str], ...] = ()
    phrases: tuple[str, ...] = ()
    lookalikes: tuple[str, ...] = ()
    alternatives: tuple[tuple[str, ...], ...] = ()
    titles: tuple[str, ...] = ()

    def __add__(self, other: Wording) -> Wording:
        """The rows of both."""
        return Wording(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


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
