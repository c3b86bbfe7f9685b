"""The anchors of each page: headings as the site generator names them, explicit ids, eIds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pymdownx.slugs import slugify

from corpus.model import CASE_SECTIONS, Corpus, Edition, Page
from corpus.parse.chapters import article_sections
from corpus.resolve.addresses import article_eid, article_page, edition_page
from corpus.text.markup import mask_code
from corpus.text.source import Span

_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+(?P<text>[^\n]*?)(?:[ \t]+\{[^{}\n]*?#(?P<id>[^\s{}]+)[^{}\n]*\})?[ \t]*#*[ \t]*$",
    re.MULTILINE,
)
_ID = re.compile(
    r"""<[a-zA-Z][^<>]*?\s(?:id|name)=["']?(?P<id>[^\s"'<>]+)|\{[^{}\n]*?#(?P<attr>[^\s{}]+)[^{}\n]*\}"""
)
_INLINE = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|[*`]|<[^<>]*>|\[\[|\]\]")
_slug = slugify(case="lower")


@dataclass(frozen=True)
class Anchor:
    """An id and the place that makes it; `span` is None for one that the build adds."""

    name: str
    span: Span | None


def page_anchors(corpus: Corpus, page: Page) -> Iterator[Anchor]:
    """Every anchor of a page, duplicates included, as slugs before any numbering."""
    text = mask_code(page.body)
    base = page.front_matter.body
    sections = article_sections(page) if page.kind == "chapter" else []
    articles = {section.heading.start: article_eid(section.number) for section in sections if section.number}
    for heading in _HEADING.finditer(text):
        span = Span(*heading.span("text")).shifted(base)
        plain = _INLINE.sub(lambda match: match[1] or "", heading["text"])
        eid = articles.get(base + heading.start())
        yield Anchor(heading["id"] or eid or _slug(plain, "-"), span)
    for match in _ID.finditer(_HEADING.sub(lambda m: " " * len(m[0]), text)):
        group = "id" if match["id"] else "attr"
        yield Anchor(match[group], Span(*match.span(group)).shifted(base))
    yield from (Anchor(name, None) for name in _added(corpus, page))


def _added(corpus: Corpus, page: Page) -> Iterator[str]:
    """The ids that render adds: eIds, and the sections of a case that come from its head."""
    if page.kind == "case":
        yield from (name for name in CASE_SECTIONS if f"## {name}" not in page.body)
    edition = corpus.edition(page)
    if edition and edition.outline:
        yield from _eids(edition, page)


def _eids(edition: Edition, page: Page) -> Iterator[str]:
    outline = edition.outline
    assert outline is not None
    if page.path == edition_page(edition):
        for prefix, divisions in (
            ("part", outline.parts),
            ("chp", outline.chapters),
            ("sec", outline.sections),
        ):
            yield from (f"{prefix}_{division.number}" for division in divisions)
    for article in outline.articles:
        if article_page(edition, article.number) != page.path:
            continue
        if page.kind == "edition":
            yield article_eid(article.number)
        for i, paragraph in enumerate(article.paragraphs or (), 1):
            yield article_eid(article.number, i)
            yield from (article_eid(article.number, i, item) for item in range(1, (paragraph.items or 0) + 1))
