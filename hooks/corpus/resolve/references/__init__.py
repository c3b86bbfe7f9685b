"""Citations → the edition and the provision that they mean, or exactly why they mean none.

A bare 第N条 inherits the regulation named last in its paragraph. It survives a list, a clause and
a full stop, but neither a paragraph break nor the mention of a second regulation: then two
readings are possible and the verdict is `ambiguous`. On the pages of an edition a bare 第N条 and
本条例 mean its regulation.
"""

from __future__ import annotations

import bisect

from corpus.model import Citation, Corpus, Page
from corpus.parse.citations import find_citations
from corpus.resolve.passages import Passage, breaks, passages
from corpus.resolve.references.context import Context, page_context
from corpus.resolve.references.reader import Aliases, Reader
from corpus.resolve.references.values import VERDICTS, Fault, Reference
from corpus.resolve.titles import Titles

__all__ = ["VERDICTS", "Fault", "Reference", "resolve_references"]


def resolve_references(corpus: Corpus, titles: Titles, page: Page, today: str) -> tuple[Reference, ...]:
    """Every citation of a page, in the order of the text."""
    context = page_context(corpus, page, today)
    aliases: Aliases = {}
    found = [r for passage in passages(page) for r in _resolve(corpus, titles, context, passage, aliases)]
    return tuple(sorted(found, key=lambda reference: (reference.span.start, reference.span.end)))


def _resolve(
    corpus: Corpus, titles: Titles, context: Context, passage: Passage, aliases: Aliases
) -> list[Reference]:
    starts = breaks(passage.text, markdown=context.markdown)
    reader = Reader(corpus, titles, context, passage, aliases)
    paragraph = 0
    for citation in find_citations(passage.text, titles.known):
        here = bisect.bisect_right(starts, citation.span.start)
        if here != paragraph:
            paragraph = here
            reader.new_paragraph()
        if not _is_label(passage.text, citation):
            reader.read(citation)
    return reader.found


def _is_label(text: str, citation: Citation) -> bool:
    """第二款： at the start of a line labels our own words on that 款."""
    start, end = citation.span.start, citation.span.end
    return citation.title is None and text[end : end + 1] == "：" and (start == 0 or text[start - 1] == "\n")
