"""Citations in running prose, with no special syntax.

::

    citation = [ mark ] 《title》 [ mark ] [ alias ] [ chain ]
             | [ mark ] name [ mark ] [ alias ] [ [的|中] chain ]
             | chain                                   inherits its regulation
             | known title                             without 《》 and alone

A word between (《…》的第三条, 第三条的第二款) begins a new citation, which inherits; only a name
without 《》, which nothing else would mark as one, keeps its 的.
`chain` is the grammar of `grammar`, the names are those of `names`, marks and aliases those of
`marks`. Counts (一百五十八条) have no 第; `ordinals` tells a bare number from an ordinal (第三项议题).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from corpus.model import Citation
from corpus.parse.citations.bare import bare_titles
from corpus.parse.citations.chain import Chain, parse_chain
from corpus.parse.citations.grammar import BEGIN, CHAIN
from corpus.parse.citations.marks import ALIAS, MARK_AFTER, OPENS_AFTER, mark_before, split_mark
from corpus.parse.citations.names import GENRES, LINK, PART, TITLE, Name, name_before, normalise_title
from corpus.parse.citations.ordinals import COUNTING, label_end, stands_alone
from corpus.text.source import Span

__all__ = ["find_citations", "normalise_title"]

_TOKEN = re.compile(
    rf"(?P<title>{TITLE})|(?P<alias>{ALIAS.pattern.replace('?P<year>', '').replace('?P<name>', '')})|{CHAIN}"
)
_CHAIN = re.compile(rf"{LINK}({CHAIN})")
_NEXT = re.compile(rf"{PART}({CHAIN})")
_GENRE_END = re.compile(rf"(?<!兵)(?<!书)(?<!方)(?:{GENRES})(?:（[^（）]*）)?$")
_TRIAL = re.compile("（(?:试行|暂行)）")


@dataclass
class _Scan:
    """One pass over a text: where the last citation ended and what aliases it declared."""

    text: str
    known: Collection[str]
    floor: int = 0
    aliases: set[str] = field(default_factory=set)
    divided: bool = False
    """Whether the last citation named an 编, 章, 节 or 部分: then a bare 第七节 goes on from it."""


def find_citations(text: str, known: Collection[str] = ()) -> Iterator[Citation]:
    """Every citation of `text`, in order and without overlap; offsets count characters.

    `text` is prose whose markup is masked; `known` holds the titles and short titles that may
    stand without 《》. A title alone is yielded where it is known or ends like a legal text.
    """
    bare = deque(bare_titles(text, known))
    past = 0
    for citation, start, end in _found(text, known):
        if bare:
            yield from _between(text, bare, past, citation.span.start if citation else start)
        if citation:
            yield citation
        past = max(end, citation.span.end if citation else 0)
    yield from _between(text, bare, past, len(text))


def _between(text: str, bare: deque[tuple[str, Span]], start: int, end: int) -> Iterator[Citation]:
    """The bare titles from `start` to `end`; those that began earlier belong to something else."""
    while bare and bare[0][1].end <= end:
        title, span = bare.popleft()
        if span.start >= start:
            yield Citation(span, text[span.start : span.end], title=title, title_span=span)


def _found(text: str, known: Collection[str]) -> Iterator[tuple[Citation | None, int, int]]:
    """Every token in order: the citation it makes, if any, and where the token begins and ends."""
    scan = _Scan(text, known)
    at = 0
    for begin in BEGIN.finditer(text):
        if begin.start() < at or not (match := _TOKEN.match(text, begin.start())):
            continue
        at = match.end()
        if match["title"]:
            citation = _titled(scan, match)
        elif match["alias"]:
            citation = _aliased(scan, match)
        elif (label := label_end(text, match.start())) is not None:
            at, citation = label, None
        else:
            citation = _untitled(scan, match)
        if citation:
            at = max(at, citation.span.end)
            scan.floor = at
            scan.divided = any(ref.part or ref.chapter or ref.section for ref in citation.refs)
        yield citation, match.start(), at


def _titled(scan: _Scan, match: re.Match[str]) -> Citation | None:
    """A name in 《》 with what belongs to it on both sides."""
    text, (start, end) = scan.text, match.span()
    begin, before = mark_before(text, start, scan.floor)
    title, inner = split_mark(match["title"][1:-1])
    if trial := _TRIAL.match(text, end):  # 《…规定》（试行）: the bracket belongs to the name
        title, end = title + trial[0], trial.end()
    mark, alias, end = _after_name(text, end)
    scan.aliases.update([alias] if alias else [])
    name = Name(begin if before else start, title, *match.span(), mark=mark or inner or before)
    nameable = _nameable(scan, title)
    following = (_NEXT if nameable else _CHAIN).match(text, end)
    chain = parse_chain(text, *following.span(1)) if following else None
    divisions_only = chain is not None and not any(ref.article for ref in chain.refs)
    if (chain is None or divisions_only) and not nameable:
        return None  # a newspaper, or 《刑法学》第三章
    return _citation(scan, name, chain, following.end() if following else end, alias)


def _after_name(text: str, end: int) -> tuple[str | None, str | None, int]:
    """The edition mark and the alias that follow a name, and where they end."""
    mark = alias = None
    for _ in range(3):
        opens = text.startswith(OPENS_AFTER, end)
        after = (MARK_AFTER.match(text, end) or ALIAS.match(text, end)) if opens else None
        if after is None:
            break
        groups = after.groupdict()
        mark, end = groups.get("year") or groups.get("plain") or mark, after.end()
        alias = groups.get("name") or alias
    return mark, alias, end


def _nameable(scan: _Scan, title: str) -> bool:
    return title in scan.known or title in scan.aliases or bool(_GENRE_END.search(title))


def _aliased(scan: _Scan, match: re.Match[str]) -> Citation | None:
    """A listed name without 《》 that is given an alias: 纪律处分条例（以下简称《条例》）."""
    text, end = scan.text, match.start()
    name = name_before(text, end, scan.floor, scan.known, scan.aliases)
    mark, alias, end = _after_name(text, end)
    scan.aliases.update([alias] if alias else [])
    if name is None or name.title is None or not _nameable(scan, name.title):
        return None
    following = _CHAIN.match(text, end)
    chain = parse_chain(text, *following.span(1)) if following else None
    named = replace(name, mark=mark or name.mark)
    return _citation(scan, named, chain, following.end() if following else end, alias)


def _untitled(scan: _Scan, match: re.Match[str]) -> Citation | None:
    text, (start, end) = scan.text, match.span()
    name = name_before(text, start, scan.floor, scan.known, scan.aliases)
    chain = parse_chain(text, start, end)
    if name is None and not stands_alone(chain, text, Span(start, end), scan.floor, divided=scan.divided):
        return None
    loose = name is None and bool(COUNTING.match(text, end))
    return _citation(scan, name or Name(start), chain, end, None, loose=loose)


def _citation(
    scan: _Scan, name: Name, chain: Chain | None, end: int, alias: str | None, *, loose: bool = False
) -> Citation:
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
        loose=loose,
    )
