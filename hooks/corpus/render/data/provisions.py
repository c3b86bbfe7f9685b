"""Data of regulations: the list, an edition with its articles, what became of old numbers."""

from __future__ import annotations

from dataclasses import asdict

from corpus.model import Article, Edition, Regulation
from corpus.render.data.records import (
    ArticleRecord,
    CitedByRecord,
    EditionRecord,
    EditionSummary,
    NeighbourRecord,
    RegulationRecord,
    RenumberingRecord,
)
from corpus.render.labels import STATUSES, citer_title, edition_state
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address_of_article, article_eid, edition_page


def regulations(resolution: Resolution) -> list[RegulationRecord]:
    """Every work, also those known by title only."""
    return [
        RegulationRecord(
            title=regulation.title,
            slug=regulation.slug,
            short_titles=list(regulation.short_titles),
            issuer=regulation.issuer,
            kind=regulation.kind,
            numbering="条" if regulation.numbering == "条" else "部分",
            url=Address(f"regulations/{regulation.slug}/index.md").url,
            editions=[_summary(resolution, regulation, edition) for edition in regulation.editions],
        )
        for regulation in resolution.corpus.regulations
    ]


def _summary(resolution: Resolution, regulation: Regulation, edition: Edition) -> EditionSummary:
    outline, page = edition.outline, edition_page(edition)
    return EditionSummary(
        edition=edition.name,
        issued=edition.issued,
        effective=edition.effective,
        state=edition_state(regulation, edition, resolution.today),
        complete=outline.complete if outline else None,
        articles=len(outline.articles) if outline else None,
        url=Address(page).url if resolution.corpus.page(page) else None,
        data=f"api/provisions/{regulation.slug}-{edition.name}.json" if outline else None,
    )


def provisions(resolution: Resolution, regulation: Regulation, edition: Edition) -> EditionRecord:
    """An edition with every article of its outline."""
    outline = edition.outline
    assert outline is not None
    return EditionRecord(
        regulation=regulation.title,
        edition=edition.name,
        complete=outline.complete,
        articles=[_article(resolution, regulation, edition, article) for article in outline.articles],
    )


def _article(
    resolution: Resolution, regulation: Regulation, edition: Edition, article: Article
) -> ArticleRecord:
    number, digest = article.number, edition.digest(article.number)
    before = regulation.predecessors(edition.name, number)
    after = regulation.successors(edition.name, number)
    return ArticleRecord(
        number=number,
        subject=edition.subject(number),
        part=article.part,
        chapter=article.chapter,
        paragraphs=None if article.paragraphs is None else [asdict(p) for p in article.paragraphs],  # type: ignore[misc]
        digest=digest.text if digest else "",
        tiers=[asdict(tier) for tier in digest.tiers] if digest else [],  # type: ignore[misc]
        preceded_by=[_neighbour(p.from_edition, p.from_article, p.kind) for p in before if p.from_article],
        succeeded_by=[_neighbour(p.to_edition, p.to_article, p.kind) for p in after if p.to_article],
        cited_by=_cited_by(resolution, edition, number),
        status=STATUSES[edition.status(number)],  # type: ignore[typeddict-item]
        url=address_of_article(edition, number).url,
    )


def _neighbour(edition: str, article: str | None, kind: str) -> NeighbourRecord:
    return {"edition": edition, "article": article or "", "kind": kind}  # type: ignore[typeddict-item]


def _cited_by(resolution: Resolution, edition: Edition, number: str) -> list[CitedByRecord]:
    backlinks = resolution.backlinks.get((edition.regulation, edition.name, number), ())
    return [
        CitedByRecord(
            url=Address(backlink.page, article_eid(backlink.article) if backlink.article else None).url,
            title=citer_title(resolution.corpus, backlink.page, backlink.article),
            kind=backlink.kind,
            excerpt=backlink.excerpt,
        )
        for backlink in backlinks
    ]


def renumbering(regulation: Regulation) -> list[RenumberingRecord]:
    """A row a pair of articles."""
    return [RenumberingRecord(**asdict(pair)) for pair in regulation.renumbering]  # type: ignore[typeddict-item]
