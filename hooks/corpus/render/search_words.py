"""Words for the search: how regulations are called, other names of a thing, traditional characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import opencc

from corpus.model import Corpus
from corpus.parse.conducts import PATH as CONDUCTS
from corpus.render.study import cases_on, references_of
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address
from corpus.resolve.references import Reference

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
    """Another name → what to look for as well; a standard form → its other names."""
    found: dict[str, list[str]] = {}
    for term in corpus.terms:
        for word in term.aliases:
            found.setdefault(word, []).append(term.term)
        if term.aliases:
            found.setdefault(term.term, []).extend(term.aliases)
    return found


def corrections(corpus: Corpus) -> dict[str, str]:
    """A form that is wrong wherever it stands → the right one."""
    return dict(corpus.wording.misspellings) | {w: term.term for term in corpus.terms for w in term.forbidden}


def conducts(resolution: Resolution) -> list[dict[str, Any]]:
    """Every conduct of 按行为查: its section, what people call it, the articles it falls under, their cases."""
    return [
        {
            "location": Address(CONDUCTS, conduct.anchor).url,
            "words": list(dict.fromkeys([conduct.name, *_parts(conduct.name), *conduct.words])),
            "articles": list(dict.fromkeys(_articles(resolution, cited))),
            "cases": [Address(f"cases/{case.slug}.md").url for case in cases_on(resolution, cited)],
        }
        for conduct in resolution.corpus.conducts
        for cited in [references_of(resolution, conduct)]
    ]


def _parts(name: str) -> list[str]:
    """吃请、受邀游玩唱歌 names two things."""
    return [part for part in re.split("[、，]", name) if len(part) > 1]


def _articles(resolution: Resolution, cited: Iterable[Reference]) -> Iterable[str]:
    for reference in cited:
        for pinpoint in reference.pinpoints if reference.edition else ():
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
