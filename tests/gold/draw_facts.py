"""Draw the facts that a reviewer checks by eye against the texts; prints CSV id,kind,place,fact.

usage: .venv/bin/python tests/gold/draw_facts.py > facts.csv

Which facts are drawn depends on the seed and on their places alone, not on their words: a sentence
that is corrected where it stands is drawn again. `facts-reviewed.csv` holds the facts as they read
on the day of the review, with a verdict each.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "hooks"))

from corpus.load import load  # noqa: E402 - the core lies in hooks/, which must be on the path first
from corpus.model import Corpus, Edition, Outline, Page, Renumbering, Tier  # noqa: E402
from corpus.parse.chapters import article_sections  # noqa: E402
from corpus.text.numerals import format_numeral  # noqa: E402

SEED = 20261124
SANCTION = ("disciplinary-sanction", "2023")
RESPONSIBILITY = ("principal-responsibility", "2020")
_CLAIMS = re.compile(r"^(要点|易错|衔接|第[一二三四五六七八九十]+款)：(.+)$", re.MULTILINE)
_SENTENCE = re.compile(r"[^。？！]+[。？！]?")
_STATED = re.compile(r"\d{4}年\d+月|\d+[编章条处]")
_SHORTEST = 12
"""Characters of a sentence that claims something by itself: 两层要求。 does not."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the site says, and where."""

    kind: str
    place: str
    text: str


def draw(facts: Iterator[Fact], size: int) -> list[Fact]:
    """The first `size` facts in an order that only the seed and the places decide."""
    return sorted(facts, key=_rank)[:size]


def _rank(fact: Fact) -> str:
    return hashlib.sha256(f"{SEED} {fact.kind} {fact.place}".encode()).hexdigest()


def _name(number: str) -> str:
    """How an article is called: 第三百八十八条之一."""
    main, _, sub = number.partition("-")
    return f"第{format_numeral(int(main))}条" + (f"之{format_numeral(int(sub))}" if sub else "")


def counts(corpus: Corpus) -> Iterator[Fact]:
    """How many 款 and 项 each article has, in every edition with an outline."""
    for regulation in corpus.regulations:
        for edition in regulation.editions:
            for article in (edition.outline or Outline(complete=False, source="")).articles:
                if article.paragraphs is not None:
                    held = [f"第{i}款{p.items}项" for i, p in enumerate(article.paragraphs, 1) if p.items]
                    place = f"{regulation.slug}/{edition.name} {_name(article.number)}"
                    text = f"共{len(article.paragraphs)}款；{'，'.join(held) or '没有项'}"
                    yield Fact("count", place, text)


def tiers(corpus: Corpus) -> Iterator[Fact]:
    """Every row of the tables of sanctions."""
    for digest in _edition(corpus, *SANCTION).digests:
        for i, tier in enumerate(digest.tiers, 1):
            yield Fact("tier", f"{'/'.join(SANCTION)} {_name(digest.article)} 档次{i}", _tier_text(tier))


def _tier_text(tier: Tier) -> str:
    return f"第{tier.paragraph}款｜{tier.circumstance}｜{tier.modifier or '、'.join(tier.sanctions)}"


def dates(corpus: Corpus) -> Iterator[Fact]:
    """Dates and numbers that the pages of works and editions state, in their heads and their prose."""
    for regulation in corpus.regulations:
        for edition in regulation.editions:
            text = f"发布 {edition.issued or '不记'}，施行 {edition.effective or '不记'}"
            yield Fact("date", f"regulations/{regulation.slug}/index.md editions {edition.name}", text)
    for page in corpus.pages:
        if page.kind in {"regulation", "edition"}:
            prose = "\n".join(line for line in page.body.split("\n") if line and line[0] not in "#|")
            for i, sentence in enumerate(_sentences(prose), 1):
                if _STATED.search(sentence):
                    yield Fact("date", f"{page.path} 句{i}", sentence)


def renumberings(corpus: Corpus) -> Iterator[Fact]:
    """Every row of renumbering.csv."""
    for row in _renumbering(corpus):
        yield Fact("renumbering", f"{row.from_edition}→{row.to_edition} {row.kind}", _row_text(row))


def draw_renumberings(corpus: Corpus, size: int) -> list[Fact]:
    """Rows of both steps and all kinds: one of each, then the rest by lot."""
    ranked = sorted(renumberings(corpus), key=lambda fact: _rank(Fact(fact.kind, fact.text, "")))
    first: dict[str, Fact] = {}
    for fact in ranked:
        first.setdefault(fact.place, fact)
    rest = [fact for fact in ranked if fact not in first.values()]
    return [*first.values(), *rest][:size]


def _renumbering(corpus: Corpus) -> tuple[Renumbering, ...]:
    regulation = corpus.regulation(SANCTION[0])
    assert regulation is not None
    return regulation.renumbering


def _row_text(row: Renumbering) -> str:
    return f"{row.from_edition}年{row.from_article or '无'} → {row.to_edition}年{row.to_article or '无'}：{row.kind}"


def claims(corpus: Corpus, slug: str, edition: str) -> Iterator[Fact]:
    """Every sentence of the digests of an edition."""
    for page in corpus.pages:
        if page.kind == "chapter" and (page.regulation, page.edition) == (slug, edition):
            yield from _page_claims(page)


def _page_claims(page: Page) -> Iterator[Fact]:
    for section in article_sections(page):
        text = page.source.text[section.body.start : section.body.end]
        for block in _CLAIMS.finditer(text):
            for i, sentence in enumerate(_sentences(block[2]), 1):
                if len(sentence) >= _SHORTEST:
                    place = f"{page.regulation}/{page.edition} {_name(section.number)} {block[1]}{i}"
                    yield Fact("claim", place, sentence)


def _sentences(prose: str) -> list[str]:
    return [match[0].strip() for match in _SENTENCE.finditer(prose) if match[0].strip()]


def _edition(corpus: Corpus, slug: str, name: str) -> Edition:
    regulation = corpus.regulation(slug)
    edition = regulation.edition(name) if regulation else None
    assert edition is not None
    return edition


def main() -> None:
    """Print the draw."""
    corpus = load(ROOT / "docs")
    drawn = [
        *draw(counts(corpus), 25),
        *draw(tiers(corpus), 25),
        *draw(dates(corpus), 10),
        *draw_renumberings(corpus, 20),
        *draw(claims(corpus, *SANCTION), 30),
        *draw(claims(corpus, *RESPONSIBILITY), 10),
    ]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["id", "kind", "place", "fact"])
    writer.writerows([i, fact.kind, fact.place, fact.text] for i, fact in enumerate(drawn, 1))


if __name__ == "__main__":
    main()
