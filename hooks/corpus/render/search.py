"""The search index: what the search plugin collected, made plain and compact, with all that the query needs.

The worker that reads it is `docs/assets/search-worker.js`; the sections it finds are the records of
`docs`, and `config` holds the names of regulations, the other words for a thing, and traditional forms.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from corpus.model import PARTY_SANCTIONS, Case, Edition
from corpus.parse.wording import PATHS as WORDING
from corpus.render.labels import sanction_words
from corpus.render.overviews import renumbering_path, sanctions_path
from corpus.render.search_articles import article_records
from corpus.render.search_words import conducts, corrections, regulations, synonyms, variants
from corpus.render.study import BY_CASE, BY_PROVISION, MATRIX
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address

Record: TypeAlias = dict[str, Any]
"""A section as the theme's search knows it: location, title, text, and perhaps tags, boost, paragraphs."""

_TAG = re.compile(r"</?[a-z][a-z0-9]*>")
_SPACE = re.compile(r"[\s\u200b\x00-\x1f]+")
_BUTTONS = ("复制引用", "复制链接")
_LABEL = re.compile(r"<p>(要点|易错|衔接|相关|关键词|第[一二三四五六七八九十]+款)(?!：)")
_STATUS = re.compile(r"^<p>(\d{4}年版 · [^<]*)</p>(.*)$", re.DOTALL)
_LADDER = "处分档次款情形" + "".join(PARTY_SANCTIONS)
_ON, _OFF = "●可以给予", "不适用"
_CELLS = re.compile(f"(?:{_ON}|{_OFF}){{{len(PARTY_SANCTIONS)}}}")
_REPEATED = frozenset({"条目", "被引用"})
"""Sections of an edition's page that only list its articles: each article has a record of its own."""
QUOTED, LISTED, MANUAL, REPEATING = 0.05, 0.1, 0.3, 0.6
"""How much a hit counts in tables of wrong forms, on a page that repeats others, in the manual of the
maintainers and of what changed, in a section of a page that says once more what the page says.
"""
_QUOTED = frozenset(Address(path).url for path in WORDING)
_QUOTING = ("maintain/checks/", "maintain/proofreading")
_MANUALS = ("maintain/", "about.html", "changelog.html")
_BOOSTS = {"相关案例": LISTED, "讨论题": REPEATING, "违反的条款": REPEATING, "对照的条款": REPEATING}


def search_index(index: Record, resolution: Resolution) -> str:
    """The text of `search_index.json`: compact JSON in UTF-8."""
    records = [_plain(record) for record in index["docs"]]
    kept = [record for record in records if not _is_repeated(record)]
    docs = list(_with_articles(kept, resolution))
    _describe(docs, resolution)
    # What only quotes words comes last: whether a word stands on the site is decided by what is before.
    docs.sort(key=_quotes)
    config = {
        "lang": index["config"]["lang"],
        "separator": index["config"]["separator"],  # the theme marks the words of ?h= by it
        "regulations": regulations(resolution),
        "conducts": conducts(resolution),
        "synonyms": synonyms(resolution.corpus),
        "solid": sum(not _quotes(record) for record in docs),
        "corrections": corrections(resolution.corpus),
        "variants": variants(f"{record['title']}{record['text']}" for record in docs),
    }
    return json.dumps({"config": config, "docs": docs}, ensure_ascii=False, separators=(",", ":"))


def _plain(record: Record) -> Record:
    """A record without tags, entities, button labels: the worker escapes what it shows.

    An article begins with its digest, and its status, which all share, comes last.
    """
    text = record["text"]
    if "#art_" in record["location"]:
        text = _STATUS.sub(r"\2 \1", _LABEL.sub(r"<p>\1：", text))
    for label in _BUTTONS:
        text = text.replace(label, "")
    text = _TAG.sub(" ", text)
    text = _CELLS.sub(_sanctions, text.replace(_LADDER, "处分档次 "))
    fields = {"title": _TAG.sub("", record["title"]), "text": text}
    return record | {key: _SPACE.sub(" ", html.unescape(value)).strip() for key, value in fields.items()}


def _sanctions(cells: re.Match[str]) -> str:
    """The five cells of a ladder's row in words: 情节较轻●可以给予●可以给予不适用不适用不适用 is no sentence."""
    marks = re.findall(f"{_ON}|{_OFF}", cells[0])
    named = (name for name, mark in zip(PARTY_SANCTIONS, marks, strict=True) if mark == _ON)
    return f"：{'、'.join(named)}；"


def _quotes(record: Record) -> bool:
    page: str = record["location"].partition("#")[0]
    return page in _QUOTED or page.startswith(_QUOTING)


def _is_repeated(record: Record) -> bool:
    page, _, anchor = record["location"].partition("#")
    on_edition = page.startswith("regulations/") and page.count("/") == 3
    return on_edition and (anchor in _REPEATED or (anchor.startswith("第") and not record["text"]))


def _with_articles(records: list[Record], resolution: Resolution) -> Iterator[Record]:
    """The records in order; after the first of each page those of the articles that are only rows of its table."""
    held = {record["location"] for record in records}
    paragraphs: dict[str, list[int]] = {}
    rows: dict[str, list[Record]] = {}
    for article in article_records(resolution):
        if article["location"] not in held:
            rows.setdefault(article["location"].partition("#")[0], []).append(article)
        elif "paragraphs" in article:
            paragraphs[article["location"]] = article["paragraphs"]
    for record in records:
        location = record["location"]
        yield record | {"paragraphs": paragraphs[location]} if location in paragraphs else record
        yield from rows.pop(location, ())


def _describe(docs: list[Record], resolution: Resolution) -> None:
    """Say of each page what its title leaves out, and of what repeats others that it counts little."""
    cases = {Address(f"cases/{case.slug}.md").url: case for case in resolution.corpus.cases}
    lists = set(_lists(resolution))
    editions = {
        (regulation.slug, edition.name): edition
        for regulation in resolution.corpus.regulations
        for edition in regulation.editions
    }
    for record in docs:
        page, _, anchor = record["location"].partition("#")
        if page in _QUOTED:
            record["boost"] = QUOTED
        elif page in lists:
            record["boost"] = LISTED
        elif anchor and record["title"] in _BOOSTS:
            record["boost"] = _BOOSTS[record["title"]]
        elif page.startswith(_MANUALS) or page.endswith("/changes.html") or anchor == "结构":
            record["boost"] = MANUAL
        if tags := list(_tags(page, cases.get(page), editions)) if not anchor else []:
            record["tags"] = tags


def _lists(resolution: Resolution) -> Iterable[str]:
    """The pages that are made of the titles and words of others."""
    paths = ["index.md", BY_CASE, BY_PROVISION, MATRIX]
    paths += [f"{folder}/index.md" for folder in ("regulations", "cases", "topics", "glossary")]
    for regulation in resolution.corpus.regulations:
        paths += [sanctions_path(regulation), renumbering_path(regulation)]
    return (Address(path).url for path in paths)


def _tags(page: str, case: Case | None, editions: dict[tuple[str, str], Edition]) -> Iterator[str]:
    if case:
        yield from (*case.discipline, sanction_words(case))
    parts = page.split("/")
    edition = editions.get((parts[1], parts[2])) if len(parts) == 4 else None
    if edition and parts[3] != "index.html":
        yield f"{edition.title}（{edition.name}年版）"
