"""The shape of each data file: what other programs may rely on.

A regulation is always named by its full title; an article's number is a string ("97", "287-1").
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from corpus.model import ChangeKind


class ParagraphRecord(TypedDict):
    """A 款: its number of 项 and the hash of its text; null where no text proves them."""

    items: int | None
    sha256: str | None


class TierRecord(TypedDict):
    """A 处分档次; a 从重/加重 row has no sanctions and a modifier."""

    paragraph: int
    circumstance: str
    sanctions: list[Literal["警告", "严重警告", "撤销党内职务", "留党察看", "开除党籍"]]
    modifier: str | None


class NeighbourRecord(TypedDict):
    """The same article in the edition before or after."""

    edition: str
    article: str
    kind: ChangeKind


class CitedByRecord(TypedDict):
    """A page that cites, and the sentence in which it does."""

    url: str
    title: str
    kind: str
    excerpt: str


class ArticleRecord(TypedDict):
    """A 条."""

    number: str
    subject: str | None
    part: int | None
    chapter: int | None
    paragraphs: list[ParagraphRecord] | None
    digest: str
    tiers: list[TierRecord]
    preceded_by: list[NeighbourRecord]
    succeeded_by: list[NeighbourRecord]
    cited_by: list[CitedByRecord]
    status: Literal["官方原文已核对", "依据公开文本整理", "待核对"]
    url: str


class EditionRecord(TypedDict):
    """An edition with all its articles."""

    regulation: str
    edition: str
    complete: bool
    articles: list[ArticleRecord]


class EditionSummary(TypedDict):
    """An edition in the list of regulations; `data` is the file with its articles."""

    edition: str
    issued: str | None
    effective: str | None
    state: str
    complete: bool | None
    articles: int | None
    url: str | None
    data: str | None


class RegulationRecord(TypedDict):
    """A work."""

    title: str
    slug: str
    short_titles: list[str]
    issuer: str
    kind: str
    numbering: Literal["条", "部分"]
    url: str
    editions: list[EditionSummary]


class ConductRecord(TypedDict("_Conduct", {"from": str, "to": str})):
    """When the conduct began and ended: a day, a month, a year or 未公布."""


class ProvenanceRecord(TypedDict):
    """Where a case comes from."""

    kind: Literal["guiding-case", "public-notice", "composed"]
    number: NotRequired[int]
    year: NotRequired[int]
    address: NotRequired[str]


class AdjustmentRecord(TypedDict):
    """Why a sanction lies outside or at an end of its tier."""

    kind: str
    provision: str
    reason: str


class CaseCitationRecord(TypedDict):
    """Conduct → provision → reason, a record a pinpoint."""

    regulation: str
    edition: str | None
    article: str | None
    paragraph: int | None
    item: int | None
    conduct: str
    reason: str


class QuestionRecord(TypedDict):
    """A question for discussion and its key."""

    ask: str
    answer: str


class CaseRecord(TypedDict):
    """A case."""

    slug: str
    title: str
    summary: str
    url: str
    discipline: list[str]
    topics: list[str]
    post: str
    field: str
    provenance: ProvenanceRecord
    conduct: ConductRecord
    decided: str
    sanctions: list[str]
    adjustment: AdjustmentRecord | None
    citations: list[CaseCitationRecord]
    questions: list[QuestionRecord]
    lesson: str
    reviewed: str


class TermRecord(TypedDict):
    """A term; `used_in` lists the pages that use it."""

    term: str
    aliases: list[str]
    forbidden: list[str]
    definition: str
    source: str
    url: str
    used_in: list[str]


class RenumberingRecord(TypedDict):
    """What an article became in the next edition: null for a new or removed one."""

    from_edition: str
    from_article: str | None
    to_edition: str
    to_article: str | None
    kind: ChangeKind
