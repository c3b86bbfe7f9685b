"""Words of the glossary in running Chinese: leftmost longest match, for Chinese has no word breaks.

Headings, links, code and titles in 《》 are never searched. Of the uses in a section only the
first becomes a link. Of two terms of one form the one is meant whose scope holds the regulation
cited last in the paragraph, or the page's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.model import Corpus, Page, Term
from corpus.parse.citations.names import mask_titles
from corpus.resolve.passages import Passage, passages
from corpus.resolve.references import Reference
from corpus.resolve.terms.lexicon import Lexicon, meant
from corpus.text.markup import EXPLICIT_TERM
from corpus.text.source import Span

_SECTION = re.compile(r"^#{1,6} ", re.MULTILINE)
_UNLINKED = re.compile(r"^[ \t]*<!--[ \t]*不链接[ \t]+(?P<words>[^\n]*?)[ \t]*-->[ \t]*$", re.MULTILINE)
_TABLE = re.compile(r"^\| (?:款|条) \|[^\n]*\n(?:\|[^\n]*(?:\n|\Z))+", re.MULTILINE)
_QUOTATION = re.compile(
    r"(?:》|[条款项]|规定|指出|强调|要求|写道|原文|原话)(?:的|为|是|规定|指出|强调|要求|明确)*[:：，,]?(?=“)(?P<quoted>“[^“”\n]*”)"
)
"""“…” behind what it is quoted from: those words are not the writer's to change."""


@dataclass(frozen=True)
class TermUse:
    """One use of a word; `span` is in the file, without the brackets of `[[…]]`.

    `term` is None for `[[…]]` that names no term; `forbidden` marks a variant that must not be
    written; `linked` the first use in a section.
    """

    span: Span
    text: str
    term: Term | None
    explicit: bool = False
    forbidden: bool = False
    linked: bool = False


def find_terms(
    corpus: Corpus, references: Mapping[str, tuple[Reference, ...]]
) -> dict[str, tuple[TermUse, ...]]:
    """The uses on each page by its path, in the order of the text."""
    lexicon = Lexicon(corpus.terms)
    return {page.path: tuple(_page_uses(lexicon, page, references[page.path])) for page in corpus.pages}


def _page_uses(lexicon: Lexicon, page: Page, references: tuple[Reference, ...]) -> Iterator[TermUse]:
    taken = [reference.span for reference in references]
    linked: set[tuple[int, str]] = set()
    unlinked = {
        (page.source.position(match.start()).line + 1, word)
        for match in _UNLINKED.finditer(page.source.text)
        for word in re.split("[、 ]+", match["words"])
    }
    redrawn = _redrawn(page)
    for passage in passages(page):
        headings = [match.start() for match in _SECTION.finditer(page.body)] if passage.key is None else []
        for use in _uses(lexicon, page, passage, references):
            if any(span.start < use.span.end and use.span.start < span.end for span in taken):
                continue
            section = bisect_right(headings, use.span.start - page.front_matter.body)
            slug = use.term.slug if use.term else ""
            own = page.kind == "term" and page.slug == slug
            first = passage.key is None and not own and (section, slug) not in linked and not use.forbidden
            wanted = (
                not _inside(use.span, redrawn)
                and (page.source.position(use.span.start).line, use.text) not in unlinked
            )
            if use.term and wanted and (first or (use.explicit and not own)):
                linked.add((section, slug))
                yield replace(use, linked=True)
            else:
                yield use


def _redrawn(page: Page) -> list[tuple[int, int]]:
    """The tables of tiers and of subjects, which the build shows in another form, without links."""
    tabled = page.kind in ("chapter", "edition")
    return [match.span() for match in _TABLE.finditer(page.source.text)] if tabled else []


def _uses(
    lexicon: Lexicon, page: Page, passage: Passage, references: Sequence[Reference]
) -> Iterator[TermUse]:
    text = mask_titles(passage.text)
    quoted = [match.span("quoted") for match in _QUOTATION.finditer(passage.text)]
    explicit = list(EXPLICIT_TERM.finditer(text))
    covered = [match.span(1) for match in explicit]
    found = []
    for match in explicit:
        span = passage.span(Span(*match.span(1)))
        senses = lexicon.named(match[1])
        term = meant(senses, _spoken_of(page, span, references)) if senses else None
        found.append(TermUse(span, match[1], term, explicit=True))
    for hit in lexicon.find(text):
        if _inside(hit.span, covered) or (hit.forbidden and _inside(hit.span, quoted)):
            continue
        span = passage.span(hit.span)
        term = (
            hit.senses[0] if len(hit.senses) == 1 else meant(hit.senses, _spoken_of(page, span, references))
        )
        found.append(TermUse(span, hit.word, term, forbidden=hit.forbidden))
    return iter(sorted(found, key=lambda use: use.span))


def _inside(span: Span, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in spans)


def _spoken_of(page: Page, span: Span, references: Sequence[Reference]) -> str | None:
    """The regulation cited last before `span` in its paragraph, else the page's own."""
    before = [
        reference for reference in references if reference.regulation and reference.span.end <= span.start
    ]
    if before and "\n" not in page.source.text[before[-1].span.end : span.start]:
        return before[-1].regulation.slug if before[-1].regulation else None
    return page.regulation
