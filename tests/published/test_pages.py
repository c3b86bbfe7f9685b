"""The built pages as files: every link and anchor holds, everything is near home, builds repeat."""

from __future__ import annotations

import filecmp
import posixpath
from collections import Counter, deque
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest

from corpus.load import load

from .conftest import ROOT, build


@cache
def tree(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.parse(str(path)).getroot()


def pages(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html"
    )


def links(site: Path, page: str, within: str = "//body") -> set[tuple[str, str]]:
    """(page, anchor) of every link inside the site."""
    found = set()
    for href in tree(site / page).xpath(f"{within}//a/@href"):
        parts = urlsplit(str(href))
        if not parts.scheme and not parts.netloc:
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
                if parts.path
                else page
            )
            found.add((path, unquote(parts.fragment)))
    return found


def test_every_link_and_anchor_holds(site: Path) -> None:
    ids = {page: set(tree(site / page).xpath("//@id")) for page in pages(site)}
    broken = [
        (page, target, anchor)
        for page in pages(site)
        for target, anchor in links(site, page)
        if not (site / target).is_file() or (anchor and target in ids and anchor not in ids[target])
    ]
    assert broken == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    twice = {
        page: [name for name, count in Counter(tree(site / page).xpath("//@id")).items() if count > 1]
        for page in pages(site)
    }
    assert {page: names for page, names in twice.items() if names} == {}


def test_articles_and_cases_are_three_clicks_from_home(site: Path) -> None:
    away = {"index.html": 0}
    queue = deque(["index.html"])
    while queue:
        page = queue.popleft()
        for target, _ in links(site, page, "//article"):
            if target.endswith(".html") and target not in away and (site / target).is_file():
                away[target] = away[page] + 1
                queue.append(target)
    far = [
        page
        for page in pages(site)
        if page.startswith(("cases/", "regulations/disciplinary-sanction/2023/", "glossary/", "topics/"))
        and away.get(page, 99) > 3
    ]
    assert far == []


def test_every_known_provision_has_its_anchor(site: Path) -> None:
    corpus = load(ROOT / "docs")
    regulation = corpus.regulation("disciplinary-sanction")
    assert regulation is not None
    for edition in regulation.editions:
        folder = site / f"regulations/{regulation.slug}/{edition.name}"
        ids = Counter(name for page in folder.glob("*.html") for name in tree(page).xpath("//@id"))
        assert edition.outline is not None
        for article in edition.outline.articles:
            wanted = [f"art_{article.number}"]
            for i, paragraph in enumerate(article.paragraphs or (), 1):
                wanted.append(f"art_{article.number}__para_{i}")
                wanted += [
                    f"art_{article.number}__para_{i}__item_{n}" for n in range(1, (paragraph.items or 0) + 1)
                ]
            assert {name: ids[name] for name in wanted if ids[name] != 1} == {}


def test_no_page_asks_for_anything_outside(site: Path) -> None:
    asked = [
        (page, str(value))
        for page in pages(site)
        for value in tree(site / page).xpath(
            "//script/@src | //link[@rel!='canonical']/@href | //img/@src | //iframe/@src"
        )
        if urlsplit(str(value)).netloc
    ]
    assert asked == []


def test_sources_and_archetypes_stay_out(site: Path) -> None:
    assert not (site / "templates").exists()
    assert list(site.rglob("provisions.json")) == []
    assert list(site.rglob("*.csv")) == []
    assert list(site.rglob("*.md")) == []


def test_two_builds_of_a_day_are_the_same(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    build(again)
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file())
    _, different, errors = filecmp.cmpfiles(site, again, names, shallow=False)
    assert (different, errors) == ([], [])


@pytest.mark.parametrize("name", ["regulations", "cases", "terms"])
def test_data_files_are_published_with_their_schema(site: Path, name: str) -> None:
    assert (site / f"api/{name}.json").is_file()
    assert (site / f"api/{name}.schema.json").is_file()
