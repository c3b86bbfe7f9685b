"""The site's navigation, from what there is: a new case or term needs no entry anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from corpus.model import Corpus, Regulation
from corpus.render.a_to_z import A_TO_Z, TITLE
from corpus.render.labels import page_title
from corpus.render.manual import COVERAGE, Rule
from corpus.render.overviews import overview_titles
from corpus.render.scores import SCORES
from corpus.render.study import TITLES
from corpus.resolve.addresses import edition_page

Entry: TypeAlias = "str | dict[str, str | list[Entry]]"


def navigation(
    corpus: Corpus, today: str, rules: Iterable[Rule] = (), *, scored: bool = False
) -> list[Entry]:
    """Tabs and their pages in the form of MkDocs' `nav`: paths below `docs/`.

    `scored` says whether there is a page of the scores of citations.
    """
    regulations: list[Entry] = [_regulation(corpus, regulation, today) for regulation in _sorted(corpus)]
    terms = sorted(corpus.terms, key=lambda term: term.pinyin)
    nav: list[Entry] = [
        {"首页": "index.md"},
        {"条规": ["regulations/index.md", *regulations]},
        {"案例": _folder("cases", [(case.title, case.slug) for case in corpus.cases])},
        {"专题": _folder("topics", [(topic.title, topic.slug) for topic in corpus.topics])},
        {"术语": _folder("glossary", [(term.heading, term.slug) for term in terms])},
    ]
    study = [page.path for page in corpus.pages if page.path.startswith("study/")]
    nav.append({"学习": [*study, *(_entry(title, path) for title, path in (*TITLES, (TITLE, A_TO_Z)))]})
    written = [page for page in corpus.pages if page.path.startswith("maintain/")]
    manual = sorted(written, key=lambda page: page.path != "maintain/index.md")
    checks: list[Entry] = [_entry(rule.title, rule.path) for rule in rules]
    nav += [
        {
            "维护手册": [
                *(page.path for page in manual),
                COVERAGE,
                *([SCORES] if scored else []),
                {"检查项目": checks},
            ]
        }
    ]
    named = set(_paths(nav))
    nav += [{"关于": [page.path for page in corpus.listed if page.path not in named]}]
    return nav


def _paths(entries: Iterable[Entry]) -> Iterator[str]:
    """The pages that entries name."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            for value in entry.values():
                yield from _paths([value] if isinstance(value, str) else value)


def _folder(folder: str, pages: list[tuple[str, str]]) -> list[Entry]:
    return [f"{folder}/index.md", *(_entry(title, f"{folder}/{slug}.md") for title, slug in pages)]


def _entry(title: str, path: str) -> Entry:
    return {title: path}


def _sorted(corpus: Corpus) -> list[Regulation]:
    """Works with digests first, then those with an outline, then names."""

    def weight(regulation: Regulation) -> tuple[int, int, str]:
        edition = regulation.editions[0] if regulation.editions else None
        return -len(edition.digests) if edition else 0, -bool(edition and edition.outline), regulation.slug

    return sorted(corpus.regulations, key=weight)


def _regulation(corpus: Corpus, regulation: Regulation, today: str) -> Entry:
    index = f"regulations/{regulation.slug}/index.md"
    editions: list[Entry] = []
    for edition in regulation.editions:
        if corpus.page(edition_page(edition)) is None:
            continue
        folder = f"regulations/{regulation.slug}/{edition.name}/"
        chapters = sorted(
            (p for p in corpus.pages if p.path.startswith(folder) and p.kind == "chapter"),
            key=lambda p: p.path,
        )
        pages: list[Entry] = [{page_title(page): page.path} for page in chapters]
        editions.append(
            {f"{edition.name}年版": [edition_page(edition), *pages]}
            if pages
            else {f"{edition.name}年版": edition_page(edition)}
        )
    editions += [_entry(title, path) for title, path in overview_titles(regulation, today)]
    return {regulation.title: [index, *editions]} if editions else {regulation.title: index}
