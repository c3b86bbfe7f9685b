"""Data of cases and terms."""

from __future__ import annotations

from dataclasses import asdict

from corpus.model import Case, Term
from corpus.render.data.records import CaseCitationRecord, CaseRecord, TermRecord
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address


def cases(resolution: Resolution) -> list[CaseRecord]:
    """Every case, by slug."""
    return [_case(resolution, case) for case in resolution.corpus.cases]


def _case(resolution: Resolution, case: Case) -> CaseRecord:
    provenance = {key: value for key, value in asdict(case.provenance).items() if value is not None}
    return CaseRecord(
        slug=case.slug,
        title=case.title,
        summary=case.summary,
        url=Address(f"cases/{case.slug}.md").url,
        discipline=list(case.discipline),
        topics=list(case.topics),
        post=case.post,
        field=case.field,
        provenance=provenance,  # type: ignore[typeddict-item]
        conduct={"from": case.conduct.start, "to": case.conduct.end},
        decided=case.decided,
        sanctions=list(case.sanctions),
        adjustment=asdict(case.adjustment) if case.adjustment else None,  # type: ignore[typeddict-item]
        citations=_citations(resolution, case),
        questions=[asdict(question) for question in case.questions],  # type: ignore[misc]
        lesson=case.lesson,
        reviewed=case.reviewed,
    )


def _citations(resolution: Resolution, case: Case) -> list[CaseCitationRecord]:
    found = []
    for reference in resolution.references[f"cases/{case.slug}.md"]:
        key = reference.key
        if key and key[0] == "citations" and key[-1] == "provision" and isinstance(key[1], int):
            stated = case.citations[key[1]]
            found += [
                CaseCitationRecord(
                    regulation=reference.regulation.title
                    if reference.regulation
                    else reference.citation.title or "",
                    edition=reference.edition.name if reference.edition else None,
                    article=pinpoint.article,
                    paragraph=pinpoint.paragraph,
                    item=pinpoint.item,
                    conduct=stated.conduct,
                    reason=stated.reason,
                )
                for pinpoint in reference.pinpoints
            ]
    return found


def terms(resolution: Resolution) -> list[TermRecord]:
    """Every term, by pinyin."""
    return [_term(resolution, term) for term in sorted(resolution.corpus.terms, key=lambda term: term.pinyin)]


def _term(resolution: Resolution, term: Term) -> TermRecord:
    own = f"glossary/{term.slug}.md"
    used = [
        Address(page.path).url
        for page in resolution.corpus.listed
        if page.path != own
        and any(use.term is term and not use.forbidden for use in resolution.terms[page.path])
    ]
    return TermRecord(
        term=term.term,
        aliases=list(term.aliases),
        forbidden=list(term.forbidden),
        definition=term.definition,
        source=term.source,
        url=Address(own).url,
        used_in=used,
    )
