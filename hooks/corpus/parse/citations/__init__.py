"""Citations in running prose, with no special syntax.

::

    citation = [ mark ] 《title》 [ mark ] [ alias ] [ [的|中] chain ]
             | [ mark ] name [ mark ] [的|中] chain
             | chain                                   inherits its regulation

`chain` is the grammar of `chain`, the names and marks that of `names`. Counts (一百五十八条) have
no 第; ordinals (第三项议题) and the numbers that head an article are told apart by what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from corpus.model import Citation
from corpus.parse.citations.chain import CHAIN, Chain, parse_chain
from corpus.parse.citations.names import (
    ALIAS,
    GENRES,
    MARK_AFTER,
    TITLE,
    Name,
    mark_before,
    name_before,
    normalise_title,
    split_mark,
)
from corpus.text.source import Span

__all__ = ["find_citations", "normalise_title"]

_TOKEN = re.compile(rf"(?P<title>{TITLE})|{CHAIN}")
_CHAIN = re.compile(rf"(?:的|中的?|之)?\s?({CHAIN})")
_GENRE_END = re.compile(rf"(?:{GENRES})(?:（[^（）]*）)?$")
# A bare 第三项 or 第一款 is a citation only where it is not an ordinal before a noun.
_BOUNDARY = re.compile(r"规定|所列|所称|情形|行为|之|中|的|以|和|与|及|或|至|、|，|。|；|：|）|”|」|\)|,|;|:|\s|$|\|")
_LABEL = re.compile(r"第[^第、]+?(?:[编章节条](?:之[^第]{1,2})?)(?:[ \t\u3000]+|(?<!条)$)", re.MULTILINE)


@dataclass
class _Scan:
    """One pass over a text: where the last citation ended and what aliases it declared."""

    text: str
    known: Collection[str]
    floor: int = 0
    aliases: set[str] = field(default_factory=set)


def find_citations(text: str, known: Collection[str] = ()) -> Iterator[Citation]:
    """Every citation of `text`, in order and without overlap; offsets count characters.

    `text` is prose whose markup is masked; `known` holds the titles and short titles that may
    stand without 《》. A title alone is yielded where it is known or ends like a legal text.
    """
    scan = _Scan(text, known)
    at = 0
    while match := _TOKEN.search(text, at):
        citation = _titled(scan, match) if match["title"] else _untitled(scan, match)
        at = match.end()
        if citation:
            at = max(at, citation.span.end)
            scan.floor = at
            yield citation


def _titled(scan: _Scan, match: re.Match[str]) -> Citation | None:
    text, (start, end) = scan.text, match.span()
    begin, before = mark_before(text, start, scan.floor)
    title, inner = split_mark(match["title"][1:-1])
    mark = inner or before
    if after := MARK_AFTER.match(text, end):
        mark, end = after["year"], after.end()
    if alias := ALIAS.match(text, end):
        scan.aliases.add(alias["name"])
        end = alias.end()
        if after := MARK_AFTER.match(text, end):
            mark, end = after["year"], after.end()
    following = _CHAIN.match(text, end)
    if following is None and not _nameable(scan, title):
        return None
    chain = parse_chain(text, *following.span(1)) if following else None
    name = Name(begin if mark == before and before else start, title, *match.span(), mark=mark)
    return _citation(scan, name, chain, following.end() if following else end, alias["name"] if alias else None)


def _nameable(scan: _Scan, title: str) -> bool:
    return title in scan.known or title in scan.aliases or bool(_GENRE_END.search(title))


def _untitled(scan: _Scan, match: re.Match[str]) -> Citation | None:
    text, (start, end) = scan.text, match.span()
    if _heads_an_article(text, start, end):
        return None
    name = name_before(text, start, scan.floor, scan.aliases.union(scan.known) if scan.aliases else scan.known)
    chain = parse_chain(text, start, end)
    if name is None and not _stands_alone(text, chain, end):
        return None
    return _citation(scan, name or Name(start), chain, end, None)


def _heads_an_article(text: str, start: int, end: int) -> bool:
    """第十二条　… at the start of a line or of a quotation is the article's own label."""
    line = text.rfind("\n", 0, start) + 1
    before = text[line:start].strip(" \t\u3000>*-")
    label = _LABEL.match(text, start) if before in ("", "“", "”", "「") else None
    return label is not None and len(label[0].rstrip()) == end - start


def _stands_alone(text: str, chain: Chain, end: int) -> bool:
    if chain.pointer:
        return True
    first = chain.refs[0]
    if first.article is None and (first.part or first.chapter or first.section):
        return any(ref.article for ref in chain.refs)
    return first.article is not None or bool(_BOUNDARY.match(text, end)) or bool(chain.malformed)


def _citation(scan: _Scan, name: Name, chain: Chain | None, end: int, alias: str | None) -> Citation:
    refs, spans = (chain.refs, chain.spans) if chain else ((), ())
    return Citation(
        span=Span(name.start, end),
        text=scan.text[name.start : end],
        title=name.title,
        title_span=Span(name.title_start, name.title_end) if name.title else None,
        mark=name.mark,
        own=name.own or (chain.pointer if chain else None),
        alias=alias,
        refs=refs,
        ref_spans=spans,
        malformed=chain.malformed if chain else None,
    )
