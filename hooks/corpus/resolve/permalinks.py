"""The addresses that the site's pages have today: every page, and every article, 款 and 项."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Corpus
from corpus.resolve.addresses import Address
from corpus.resolve.anchors import page_anchors


def published_addresses(corpus: Corpus) -> tuple[str, ...]:
    """Sorted addresses below the site's root: `cases/x.html`, `…/chapter-08.html#art_97`."""
    return tuple(sorted(set(_addresses(corpus))))


def _addresses(corpus: Corpus) -> Iterator[str]:
    for page in corpus.pages:
        if page.kind != "outside":
            yield Address(page.path).url
            for anchor in page_anchors(corpus, page):
                if anchor.name.startswith("art_"):
                    yield Address(page.path, anchor.name).url
