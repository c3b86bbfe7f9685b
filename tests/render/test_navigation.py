"""The navigation: every page once, wherever an author put it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import html

from corpus.render.navigation import navigation
from corpus.resolve import Resolution

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]


def paths(entries: Any) -> Iterator[str]:
    """Every page that a navigation names."""
    match entries:
        case str():
            yield entries
        case list():
            for entry in entries:
                yield from paths(entry)
        case dict():
            for value in entries.values():
                yield from paths(value)


def pages_in(resolution: Resolution) -> Counter[str]:
    return Counter(paths(navigation(resolution.corpus, resolution.today)))


def test_every_page_is_named_once(resolution: Resolution) -> None:
    named = pages_in(resolution)
    written = {page.path for page in resolution.corpus.pages}
    assert written - named.keys() == set()
    assert [path for path, count in named.items() if count > 1] == []


def test_every_built_page_is_one_that_the_navigation_leads_to(built: Path) -> None:
    published = {path.relative_to(built).as_posix() for path in built.rglob("*.html")} - {"404.html"}
    site = html.parse(built / "index.html")
    tabs = site.xpath("//nav[contains(@class, 'md-tabs')]//a/@href")
    assert tabs[0] == "index.html"
    reached, new = set(), {"index.html"}
    while new:
        reached |= new
        found = set()
        for path in new:
            for href in html.parse(built / path).xpath("//nav//a/@href | //footer//a/@href"):
                target = ((built / path).parent / href.partition("#")[0]).resolve()
                if target.is_file() and "://" not in href:
                    found.add(target.relative_to(built.resolve()).as_posix())
        new = found - reached
    assert published - reached == set()


def test_a_new_page_needs_no_entry(resolve_with: Resolve) -> None:
    page = "# 新的一页\n"
    new = [
        "notes.md",
        "cases/2024/x.md",
        "topics/a/b.md",
        "glossary/more/x.md",
        "regulations/notes.md",
        "regulations/honest-service/2024/notes/x.md",
        "study/x.md",
        "maintain/x.md",
        "maintain/deep/x.md",
        "elsewhere/x.md",
    ]
    named = pages_in(resolve_with(dict.fromkeys(new, page)))
    assert {path: named[path] for path in new} == dict.fromkeys(new, 1)


def test_a_chapter_of_an_edition_that_its_work_does_not_name_is_still_reached(resolve_with: Resolve) -> None:
    new = ["regulations/honest-service/2030/index.md", "regulations/honest-service/2030/chapter-01.md"]
    named = pages_in(resolve_with(dict.fromkeys(new, "# 新版\n")))
    assert [named[path] for path in new] == [1, 1]


def test_a_page_whose_head_cannot_be_read_is_still_reached(resolve_with: Resolve) -> None:
    new = ["cases/x.md", "topics/x.md", "glossary/x.md", "regulations/x/index.md"]
    named = pages_in(resolve_with(dict.fromkeys(new, "# 没有文件头\n")))
    assert [named[path] for path in new] == [1, 1, 1, 1]


def test_works_with_digests_stand_first_and_chapters_in_order(resolution: Resolution) -> None:
    named = list(paths(navigation(resolution.corpus, resolution.today)))
    folder = "regulations/honest-service"
    assert named[:8] == [
        "index.md",
        "regulations/index.md",
        f"{folder}/index.md",
        f"{folder}/2024/index.md",
        f"{folder}/2024/chapter-02.md",
        f"{folder}/2024/chapter-03.md",
        f"{folder}/2019/index.md",
        f"{folder}/sanctions.md",
    ]
