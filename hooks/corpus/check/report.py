"""How findings about citations are worded: the place, what was found, what was sought, the nearest."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Page
from corpus.resolve import Resolution
from corpus.resolve.references import Fault, Reference
from corpus.text.diagnostic import Diagnostic, diagnose


def faulty(resolution: Resolution, kind: str) -> Iterator[tuple[Page, Reference, Fault]]:
    """Every reference whose fault is of that kind, with its page and the fault."""
    for page in resolution.corpus.pages:
        for reference in resolution.references[page.path]:
            if reference.fault and reference.fault.kind == kind:
                yield page, reference, reference.fault


def report(
    page: Page, reference: Reference, message: str, *, hint: str = "", suggestion: str = ""
) -> Diagnostic:
    """A finding at a citation, under the code of its fault."""
    assert reference.fault is not None
    return diagnose(
        page.source, reference.span, reference.fault.kind, message, hint=hint, suggestion=suggestion
    )


def edition_label(reference: Reference) -> str:
    """《…》（2023年）."""
    return f"《{reference.edition.title}》（{reference.edition.name}年）" if reference.edition else ""


def with_pinpoint(reference: Reference, label: str, index: int) -> str:
    """The citation as written, with one of its pinpoints replaced."""
    citation = reference.citation
    if index >= len(citation.ref_spans):
        return ""
    span, start = citation.ref_spans[index], citation.span.start
    return citation.text[: span.start - start] + label + citation.text[span.end - start :]
