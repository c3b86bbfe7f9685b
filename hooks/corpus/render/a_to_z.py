"""索引: everything by the first letter of its pinyin, and every article in force, for readers without a search."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.model import Edition, Regulation
from corpus.parse.conducts import PATH as CONDUCTS
from corpus.render.labels import provision_title
from corpus.render.markdown import anchor
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address_of_article

A_TO_Z = "a-z.md"
TITLE = "索引"
OTHER = "其他"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
# GB 2312 orders its commoner characters by pinyin; these are the first of each letter, and the end.
_FIRST = [character.encode("gb2312") for character in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"]
_END = "亍".encode("gb2312")
_SIGNS = re.compile(r"^\W+")


@dataclass(frozen=True)
class _Entry:
    """A line of the alphabetical part; `key` is what it is sorted by, letter first."""

    key: tuple[str, bytes]
    title: str
    kind: str
    target: Address


def index_page(resolution: Resolution) -> tuple[str, str]:
    """(path below `docs/`, Markdown) of the index; the search leaves out all below its first lines."""
    lead = (
        "不用搜索也能找到的两份清单：先是术语、行为、专题、案例，按拼音首字母排；"
        "后是现行各法规的条文，按条号排。由构建生成。"
    )
    parts = [f"# {TITLE}\n\n{lead}\n\n[按拼音](#letters) · [按条文](#articles)\n"]
    parts.append(_heading(2, "按拼音", "letters"))
    for letter, entries in groupby(sorted(_entries(resolution), key=lambda e: e.key), key=lambda e: e.key[0]):
        parts.append(_heading(3, letter if letter < "a" else OTHER, f"letter-{letter.lower()}"))
        parts.append(_list(f"{anchor(A_TO_Z, e.title, e.target)} <small>{e.kind}</small>" for e in entries))
    parts.append(_heading(2, "按条文", "articles"))
    held = ((work, work.in_force(resolution.today)) for work in resolution.corpus.regulations)
    editions = [(work, edition) for work, edition in held if edition and edition.outline]
    for regulation, edition in sorted(editions, key=lambda pair: -len(pair[1].digests)):
        if edition.outline and edition.outline.articles:
            parts += _articles(regulation, edition)
    return A_TO_Z, "\n".join(parts)


def _heading(level: int, title: str, eid: str) -> str:
    return f"\n{'#' * level} {title} {{#{eid} data-search-exclude=true}}\n"


def _list(items: Iterable[str]) -> str:
    return f'<ul class="a-to-z">{"".join(f"<li>{item}</li>" for item in items)}</ul>\n'


def _entries(resolution: Resolution) -> Iterator[_Entry]:
    corpus = resolution.corpus
    for term in corpus.terms:
        initial = term.pinyin[0].upper()
        yield _Entry((initial, _sound(term.term)), term.term, "术语", Address(f"glossary/{term.slug}.md"))
    named = [(act.name, "行为", Address(CONDUCTS, act.anchor)) for act in corpus.conducts]
    named += [(topic.title, "专题", Address(f"topics/{topic.slug}.md")) for topic in corpus.topics]
    named += [(case.title, "案例", Address(f"cases/{case.slug}.md")) for case in corpus.cases]
    for title, kind, target in named:
        sound = _sound(title)
        yield _Entry((letter_of(sound), sound), title, kind, target)


def _sound(title: str) -> bytes:
    """A key that sorts titles by pinyin, as far as the character set does."""
    return _SIGNS.sub("", title).encode("gb18030")


def letter_of(sound: bytes) -> str:
    """The first letter of the pinyin of a title in GB 18030; z and a tilde where it is not known."""
    first = sound[:2]
    if first[:1].isalpha():
        return first[:1].decode().upper()
    return _LETTERS[bisect_right(_FIRST, first) - 1] if _FIRST[0] <= first < _END else "z~"


def _articles(regulation: Regulation, edition: Edition) -> Iterator[str]:
    """The articles of one edition: in a column each where they have subjects, else as numbers in a run."""
    outline = edition.outline
    assert outline is not None
    yield _heading(3, f"{regulation.title}（{edition.name}年版）", f"articles-{regulation.slug}")
    numbers = [article.number for article in outline.articles]
    links = [anchor(A_TO_Z, provision_title(edition, n), address_of_article(edition, n)) for n in numbers]
    named = any(edition.subject(number) for number in numbers)
    yield _list(links) if named else f'<p class="a-to-z-run">{" ".join(links)}</p>\n'
