"""The nouns of the knowledge base. Read this first.

A Regulation is the work; an Edition is its text as of one revision. An edition is divided into
编 Part, 章 Chapter, 节 Section and 条 Article; an article into 款 Paragraph, 项 Item, 目 Subitem
(the words of FRBR and Akoma Ntoso). A Citation is a span of prose that names a provision by
Pinpoints. Cases, terms and topics are content. A Corpus is everything in `docs/`, read once.
All values are frozen and nothing changes after loading.
"""

from corpus.model.citations import (
    Citation,
    Pinpoint,
    RangeEnd,
)
from corpus.model.content import (
    CASE_SECTIONS,
    DISCIPLINES,
    PARTY_SANCTIONS,
    THEMES,
    Adjustment,
    Case,
    CaseCitation,
    Date,
    DateOrUnpublished,
    Dates,
    Discipline,
    Domain,
    EditionHead,
    Number,
    PageHead,
    PartySanction,
    Post,
    Provenance,
    Question,
    RegulationHead,
    Slug,
    StateSanction,
    Term,
    Text,
    Theme,
    Topic,
)
from corpus.model.corpus import (
    Corpus,
    Page,
    Problem,
    Unreadable,
)
from corpus.model.regulations import (
    Article,
    Digest,
    Division,
    Edition,
    Outline,
    Paragraph,
    Regulation,
    Review,
    Tier,
)

__all__ = [
    "CASE_SECTIONS",
    "DISCIPLINES",
    "PARTY_SANCTIONS",
    "THEMES",
    "Adjustment",
    "Article",
    "Case",
    "CaseCitation",
    "Citation",
    "Corpus",
    "Date",
    "DateOrUnpublished",
    "Dates",
    "Digest",
    "Discipline",
    "Division",
    "Domain",
    "Edition",
    "EditionHead",
    "Number",
    "Outline",
    "Page",
    "PageHead",
    "Paragraph",
    "PartySanction",
    "Pinpoint",
    "Post",
    "Problem",
    "Provenance",
    "Question",
    "RangeEnd",
    "Regulation",
    "RegulationHead",
    "Review",
    "Slug",
    "StateSanction",
    "Term",
    "Text",
    "Theme",
    "Tier",
    "Topic",
    "Unreadable",
]
