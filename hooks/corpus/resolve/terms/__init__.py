"""Words of the glossary in running Chinese: leftmost longest match, for Chinese has no word breaks.

Headings, links, code and titles in 《》 are never searched. Of the uses in a section only the
first becomes a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import ahocorasick_rs

from corpus.model import Corpus, Page, Term
from corpus.parse.citations.names import TITLE
from corpus.resolve.passages import Passage, passages
from corpus.resolve.references import Reference
from corpus.text.markup import EXPLICIT_TERM, MASK
from corpus.text.source import Span

_TITLE = re.compile(TITLE)
_SECTION = re.compile(r"^#{1,6} ", re.MULTILINE)


@dataclass(frozen=True)
class TermUse:
    """One use of a word; `span` is in the file, without the brackets of `[[…]]`.

    `term` is None for `[[…]]` that names no term; `forbidden` marks a variant that must not be
    written; `linked` the first use in a section.
    """

    span: Span
    text: str
    term: Term | None
    explicit: bool = False
    forbidden: bool = False
    linked: bool = False


@dataclass(frozen=True)
class _Lexicon:
    """All words that are looked for, and the automaton that finds them."""

    words: tuple[tuple[str, Term, bool], ...]
    automaton: ahocorasick_rs.AhoCorasick

    def named(self, word: str) -> Term | None:
        """The term of which `word` is the standard form or an alias."""
        return next((term for text, term, forbidden in self.words if text == word and not forbidden), None)


def _lexicon(terms: tuple[Term, ...]) -> _Lexicon:
    words = [(name, term, False) for term in terms for name in dict.fromkeys((term.term, *term.aliases))]
    words += [(variant, term, True) for term in terms for variant in term.forbidden]
    patterns = [word for word, _, _ in words]
    return _Lexicon(
        tuple(words), ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    )


def find_terms(
    corpus: Corpus, references: Mapping[str, tuple[Reference, ...]]
) -> dict[str, tuple[TermUse, ...]]:
    """The uses on each page by its path, in the order of the text."""
    lexicon = _lexicon(corpus.terms)
    return {page.path: tuple(_page_uses(lexicon, page, references[page.path])) for page in corpus.pages}


def _page_uses(lexicon: _Lexicon, page: Page, references: tuple[Reference, ...]) -> Iterator[TermUse]:
    taken = [reference.span for reference in references]
    linked: set[tuple[int, str]] = set()
    for passage in passages(page):
        headings = [match.start() for match in _SECTION.finditer(page.body)] if passage.key is None else []
        for use in _uses(lexicon, passage):
            if any(span.start < use.span.end and use.span.start < span.end for span in taken):
                continue
            section = sum(1 for start in headings if start + page.front_matter.body <= use.span.start)
            slug = use.term.slug if use.term else ""
            own = page.kind == "term" and page.slug == slug
            first = passage.key is None and not own and (section, slug) not in linked and not use.forbidden
            if use.term and (first or (use.explicit and not own)):
                linked.add((section, slug))
                yield replace(use, linked=True)
            else:
                yield use


def _uses(lexicon: _Lexicon, passage: Passage) -> Iterator[TermUse]:
    text = _TITLE.sub(lambda match: MASK * len(match[0]), passage.text)
    explicit = {match.start(1): match for match in EXPLICIT_TERM.finditer(text)}
    covered = [Span(*match.span()) for match in explicit.values()]
    found = [
        TermUse(passage.span(Span(*match.span(1))), match[1], lexicon.named(match[1]), explicit=True)
        for match in explicit.values()
    ]
    for index, start, end in lexicon.automaton.find_matches_as_indexes(text):
        if not any(span.start <= start and end <= span.end for span in covered):
            word, term, forbidden = lexicon.words[index]
            found.append(TermUse(passage.span(Span(start, end)), word, term, forbidden=forbidden))
    return iter(sorted(found, key=lambda use: use.span))
