"""Who cites a provision: every article, and every article inside a range, → the citing sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.model import Corpus, Edition, Page, Pinpoint
from corpus.resolve.passages import excerpt
from corpus.resolve.references import Reference

Provision = tuple[str, str, str]
"""(slug of the regulation, edition, number of the article)."""
KINDS = {
    "case": "案例",
    "chapter": "条规",
    "edition": "条规",
    "regulation": "条规",
    "topic": "专题",
    "term": "术语",
}


_ORDER = ("案例", "专题", "条规", "术语", "其他")


@dataclass(frozen=True)
class Backlink:
    """A page that cites, what kind of page, and the sentence in which it does."""

    kind: str
    page: str
    excerpt: str
    article: str | None = None
    """The article of a chapter page in which the citation stands."""

    @property
    def rank(self) -> tuple[int, str, str, str]:
        """Cases first, then topics, then other articles, then terms."""
        return _ORDER.index(self.kind), self.page, self.excerpt, self.article or ""


def find_backlinks(
    corpus: Corpus, references: Mapping[str, tuple[Reference, ...]]
) -> dict[Provision, tuple[Backlink, ...]]:
    """All backlinks, sorted; one a sentence."""
    found: dict[Provision, set[Backlink]] = defaultdict(set)
    for page in corpus.listed:
        for reference in references[page.path]:
            if (
                reference.edition
                and reference.verdict in ("ok", "unchecked")
                and not _only_points(page, reference)
            ):
                for provision in _provisions(reference):
                    if not _is_itself(page, reference, provision):
                        found[provision].add(_backlink(page, reference))
    return {
        provision: tuple(sorted(links, key=lambda link: link.rank))
        for provision, links in sorted(found.items())
    }


def _provisions(reference: Reference) -> Iterator[Provision]:
    edition = reference.edition
    assert edition is not None
    for pinpoint in reference.pinpoints:
        for number in _articles(edition, pinpoint):
            yield (edition.regulation, edition.name, number)


def _articles(edition: Edition, pinpoint: Pinpoint) -> list[str]:
    if pinpoint.article is None:
        return []
    end = pinpoint.range_end.article if pinpoint.range_end else None
    if end is None or edition.outline is None:
        return [pinpoint.article]
    order = edition.outline.order
    if pinpoint.article not in order or end not in order:
        return [pinpoint.article]
    return [article.number for article in edition.outline.articles[order[pinpoint.article] : order[end] + 1]]


def _only_points(page: Page, reference: Reference) -> bool:
    """Whether a citation stands in the 相关： of an article, which lists neighbours and says nothing."""
    text = page.source.text
    line = text.rfind("\n", 0, reference.span.start) + 1
    return reference.standing_in is not None and text.startswith("相关：", line)


def _is_itself(page: Page, reference: Reference, provision: Provision) -> bool:
    return (page.regulation, page.edition, reference.standing_in) == provision


def _backlink(page: Page, reference: Reference) -> Backlink:
    words = excerpt(page, reference.span)
    return Backlink(KINDS.get(page.kind, "其他"), page.path, words, reference.standing_in)
