"""Words for the search: how regulations are called, other names of a thing, traditional characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import opencc

from corpus.model import Conduct, Corpus
from corpus.parse.conducts import PATH as CONDUCTS
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address

_PREFIXES = ("中国共产党", "中华人民共和国", "中共中央")


def regulations(resolution: Resolution) -> list[dict[str, Any]]:
    """Every work with its names and editions, newest first; the most cited work first."""
    cited = Counter(dict.fromkeys((regulation.slug for regulation in resolution.corpus.regulations), 0))
    for (slug, _, _), backlinks in resolution.backlinks.items():
        cited[slug] += len(backlinks)
    works = sorted(resolution.corpus.regulations, key=lambda work: (-cited[work.slug], work.slug))
    return [
        {
            "slug": work.slug,
            "titles": list(dict.fromkeys(_names((work.title, *work.short_titles)))),
            "editions": [edition.name for edition in work.editions],
            "current": current.name if (current := work.in_force(resolution.today)) else None,
        }
        for work in works
    ]


def _names(titles: Iterable[str]) -> Iterable[str]:
    """Each title, and what is left of it without the name of the Party or the state."""
    for title in titles:
        yield title
        for prefix in _PREFIXES:
            if title.startswith(prefix) and len(title) > len(prefix) + 2:
                yield title.removeprefix(prefix)


def synonyms(corpus: Corpus) -> dict[str, list[str]]:
    """Another name or a wrong form → what to look for as well; a standard form → its other names."""
    found: dict[str, list[str]] = {}
    for term in corpus.terms:
        for word in (*term.aliases, *term.forbidden):
            found.setdefault(word, []).append(term.term)
        if term.aliases:
            found.setdefault(term.term, []).extend(term.aliases)
    return found


def conducts(resolution: Resolution) -> list[dict[str, Any]]:
    """Every conduct of 按行为查: its section, what people call it, the articles it falls under."""
    return [
        {
            "location": Address(CONDUCTS, conduct.anchor).url,
            "words": [conduct.name, *conduct.words],
            "articles": list(dict.fromkeys(_articles(resolution, conduct))),
        }
        for conduct in resolution.corpus.conducts
    ]


def _articles(resolution: Resolution, conduct: Conduct) -> Iterable[str]:
    for reference in resolution.references[CONDUCTS]:
        inside = conduct.span.start <= reference.span.start < conduct.span.end
        for pinpoint in reference.pinpoints if inside and reference.edition else ():
            if reference.edition and pinpoint.article:
                yield address(resolution.corpus, reference.edition, pinpoint).url


def variants(texts: Iterable[str]) -> str:
    """Pairs of characters, the second of which is the simplified form of the first.

    Only those whose simplified form the site uses: a query with any other finds nothing anyway.
    """
    used = {_simplified().get(character, character) for text in texts for character in text}
    return "".join(f"{old}{new}" for old, new in _simplified().items() if new in used)


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """Every Chinese character of 16 bits that has another, simplified form of 16 bits."""
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    # A line each, so that no phrase of the converter spans two.
    forms = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, forms, strict=True)
    return {old: new for old, new in pairs if old != new and len(new) == 1 and new <= "\uffff"}
