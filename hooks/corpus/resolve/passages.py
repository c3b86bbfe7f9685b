"""The prose of a page, as stretches that are read on their own: the body, and each value of the
head that people read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.model import Citation, Page
from corpus.text.front_matter import Path, Scalar
from corpus.text.markup import MASK, mask_addresses, mask_markup
from corpus.text.source import Span

PROSE_KEYS = frozenset(
    {
        "summary",
        "provision",
        "conduct",
        "reason",
        "ask",
        "answer",
        "lesson",
        "source",
        "definition",
        "description",
    }
)
"""The keys whose values are prose; a key counts by its last name."""
_BREAK = re.compile(rf"\n(?=[ \t]*(?:[-*+] |\d+[.)] |\||#|>|{MASK}+$|$))", re.MULTILINE)


@dataclass(frozen=True)
class Passage:
    """Masked prose; `key` is None for the body. Offsets of `text` become places by `span`."""

    text: str
    key: Path | None
    start: int = 0
    scalar: Scalar | None = None

    def span(self, span: Span) -> Span:
        """Where a span of `text` stands in the file."""
        return self.scalar.span_of(span.start, span.end) if self.scalar else span.shifted(self.start)

    def place(self, citation: Citation) -> Citation:
        """A citation of `text` with its spans as places in the file."""
        if self.scalar is None and self.start == 0:
            return citation
        return replace(
            citation,
            span=self.span(citation.span),
            title_span=self.span(citation.title_span) if citation.title_span else None,
            ref_spans=tuple(self.span(span) for span in citation.ref_spans),
        )


def passages(page: Page) -> Iterator[Passage]:
    """The head's prose in the order of the text, then the body without its headings."""
    return _passages(page, PROSE_KEYS, headings=False)


def wording(page: Page) -> Iterator[Passage]:
    """All that an author words: the head's prose with the titles, the body with its headings."""
    return _passages(page, PROSE_KEYS | {"title"}, headings=True)


def _passages(page: Page, keys: frozenset[str], *, headings: bool) -> Iterator[Passage]:
    for path, scalar in page.front_matter.scalars.items():
        names = [part for part in path if isinstance(part, str)]
        if names and names[-1] in keys:
            yield Passage(scalar.value, path, scalar=scalar)
    start = page.front_matter.body
    body = page.source.text[start:]
    masked = mask_markup(body, headings=not headings) if page.is_markdown else mask_addresses(body)
    yield Passage(masked, None, start)


def breaks(text: str, *, markdown: bool = True) -> list[int]:
    """Offsets at which a new paragraph, list item, table row or heading begins.

    In plain text every line is a paragraph.
    """
    pattern = _BREAK if markdown else re.compile(r"\n")
    return [match.end() for match in pattern.finditer(text)]


def excerpt(page: Page, span: Span) -> str:
    """What stands around a span of a page: the sentence, or the whole value in its head."""
    for scalar in page.front_matter.scalars.values() if span.start < page.front_matter.body else ():
        if scalar.span.start <= span.start < scalar.span.end:
            return scalar.value
    return sentence(page.source.text, span)


def sentence(text: str, span: Span) -> str:
    """The sentence around a span, in one line and without markup."""
    start = max(text.rfind(mark, 0, span.start) for mark in "。！？；\n|") + 1
    while text[start : start + 1] in tuple("”’）」"):
        start += 1
    ends = [at for at in (text.find(mark, span.end) for mark in "。！？；\n|") if at >= 0]
    end = min(ends, default=len(text))
    end += text[end : end + 1] in "。！？；"
    plain = re.sub(rf"\]\([^)]*\)|[*`\[\]{MASK}]|^[ \t]*[-*+] (?:\[[ x]\] )?", "", text[start:end])
    return plain.strip()
