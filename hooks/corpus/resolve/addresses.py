"""Where a provision stands in the site: eIds after Akoma Ntoso, and pages.

The edition is in the path, so an address never changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Article, Corpus, Edition, Pinpoint


@dataclass(frozen=True, order=True)
class Address:
    """A page below `docs/` and perhaps an anchor in it."""

    page: str
    anchor: str | None = None

    @property
    def url(self) -> str:
        """The address below the site's root: `cases/x.html#y`."""
        page = self.page.removesuffix(".md") + ".html"
        return f"{page}#{self.anchor}" if self.anchor else page


def article_eid(number: str, paragraph: int | None = None, item: int | None = None) -> str:
    """art_97, art_97__para_2, art_97__para_2__item_1; 388-1 is art_388-1."""
    eid = f"art_{number}"
    if paragraph:
        eid += f"__para_{paragraph}"
    return f"{eid}__item_{item}" if item else eid


def edition_page(edition: Edition) -> str:
    """The page of an edition."""
    return f"regulations/{edition.regulation}/{edition.name}/index.md"


def article_page(edition: Edition, number: str) -> str:
    """The page on which an article has its heading or its row."""
    digest = edition.digest(number)
    return digest.page if digest else edition_page(edition)


def address_of_article(edition: Edition, number: str) -> Address:
    """Where an article that the outline knows stands."""
    return Address(article_page(edition, number), article_eid(number))


def chapter_page(corpus: Corpus, edition: Edition, chapter: int) -> str | None:
    """The page of a chapter, if it has one."""
    path = f"regulations/{edition.regulation}/{edition.name}/chapter-{chapter:02}.md"
    return path if corpus.page(path) else None


def address(corpus: Corpus, edition: Edition, pinpoint: Pinpoint) -> Address:
    """Where a pinpoint of an edition stands, as exactly as is known; the work where the edition has no page."""
    found = _address(corpus, edition, pinpoint)
    return found if corpus.page(found.page) else Address(f"regulations/{edition.regulation}/index.md")


def _address(corpus: Corpus, edition: Edition, pinpoint: Pinpoint) -> Address:
    if pinpoint.article:
        article = edition.outline.article(pinpoint.article) if edition.outline else None
        return Address(
            article_page(edition, pinpoint.article), _article_anchor(article, pinpoint) if article else None
        )
    if pinpoint.chapter and (page := chapter_page(corpus, edition, pinpoint.chapter)):
        return Address(page)
    for prefix, number in (("sec", pinpoint.section), ("chp", pinpoint.chapter), ("part", pinpoint.part)):
        if number:
            return Address(edition_page(edition), f"{prefix}_{number}")
    return Address(edition_page(edition))


def _article_anchor(article: Article, pinpoint: Pinpoint) -> str:
    """The eId of a pinpoint down to the last level that the page has."""
    counts = [paragraph.items or 0 for paragraph in article.paragraphs or ()]
    paragraph, item = pinpoint.paragraph, pinpoint.item
    if item and not paragraph:
        paragraph = next((i for i, count in enumerate(counts, 1) if count >= item), None)
    if paragraph is None or paragraph > len(counts):
        return article_eid(article.number)
    return article_eid(article.number, paragraph, item if item and item <= counts[paragraph - 1] else None)
