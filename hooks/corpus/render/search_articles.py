"""Records of articles for the search: those that have no heading of their own, and the 款 of all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corpus.model import Article, Edition, Regulation
from corpus.render.labels import CHANGES, provision_title
from corpus.resolve import Resolution
from corpus.resolve.addresses import address_of_article
from corpus.resolve.outline import article_label

SUPERSEDED = 0.1
"""How much a hit on an article that is no longer in force counts: who names its edition still gets it first."""


def article_records(resolution: Resolution) -> Iterator[dict[str, Any]]:
    """The record of every known article: location, title, 项 of each 款, and what became of an old one."""
    for regulation in resolution.corpus.regulations:
        current = regulation.in_force(resolution.today)
        for edition in regulation.editions:
            for article in edition.outline.articles if edition.outline else ():
                yield _record(regulation, edition, article, current)


def _record(
    regulation: Regulation, edition: Edition, article: Article, current: Edition | None
) -> dict[str, Any]:
    record: dict[str, Any] = {
        "location": address_of_article(edition, article.number).url,
        "title": provision_title(edition, article.number),
        "text": "",
    }
    if article.paragraphs:
        record["paragraphs"] = [paragraph.items or 0 for paragraph in article.paragraphs]
    if current and edition.name < current.name:
        record |= _superseded(regulation, edition, article.number, current) | {"boost": SUPERSEDED}
    return record


def _superseded(regulation: Regulation, edition: Edition, number: str, current: Edition) -> dict[str, str]:
    """2018年版第八十八条（现第九十七条） …, and below it today's heading."""
    numbers = regulation.current_articles(edition.name, number, current.name)
    kinds = dict.fromkeys(CHANGES[pair.kind] for pair in regulation.successors(edition.name, number))
    now = f"（现{'、'.join(article_label(n) for n in numbers)}）" if numbers else ""
    today = "；".join(provision_title(current, n) for n in numbers)
    return {
        "title": f"{edition.name}年版{article_label(number)}{now} {edition.subject(number) or ''}".rstrip(),
        "text": f"{current.name}年版：{today}（{'、'.join(kinds)}）" if today else "",
    }
