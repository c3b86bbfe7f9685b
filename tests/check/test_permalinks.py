"""Addresses that were published, and what stays of a withdrawn case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.check import run_checks, vanished_permalink
from corpus.load import load
from corpus.render.data.content import cases
from corpus.render.navigation import navigation
from corpus.render.page import render_page
from corpus.resolve import Resolution, resolve
from corpus.resolve.permalinks import published_addresses

Files = Mapping[str, str | bytes | None]
WITHDRAWN = """---
title: 退回一篮土特产
withdrawn: {reason: 与另一件合并，见《廉洁办事条例》第七条, moved_to: window-clerk-gift-cards}
---
"""


@pytest.fixture
def recorded(lay: Callable[[Files], Path], today: str) -> Callable[[str, Files], Resolution]:
    """The tiny site with files laid over it, and a permalinks.txt beside it."""

    def made(lines: str, files: Files) -> Resolution:
        docs = lay(files)
        (docs.parent / "permalinks.txt").write_text(lines, encoding="utf-8")
        return resolve(load(docs), today)

    return made


def test_pages_and_articles_have_addresses(resolution: Resolution) -> None:
    addresses = published_addresses(resolution.corpus)
    chapter = "regulations/honest-service/2024/chapter-03.html"
    assert {"index.html", "cases/returned-basket.html", chapter, f"{chapter}#art_9-1"} <= {*addresses}
    assert f"{chapter}#art_8__para_1__item_3" in addresses
    assert "regulations/honest-service/2019/index.html#art_4" in addresses
    assert list(addresses) == sorted(set(addresses))


def test_what_is_still_there_is_not_reported(
    recorded: Callable[[str, Files], Resolution], resolution: Resolution
) -> None:
    lines = "\n".join(["# 注释", "", *published_addresses(resolution.corpus)])
    assert list(vanished_permalink.check(recorded(lines, {}))) == []


def test_vanished_pages_and_anchors_are_reported_at_their_lines(
    recorded: Callable[[str, Files], Resolution],
) -> None:
    chapter = "regulations/honest-service/2024/chapter-03.html"
    lines = f"# 注释\ncases/returned-baskets.html\n{chapter}#art_70\n\nold.html#art_1\n"
    resolution = recorded(lines, {})
    found = list(vanished_permalink.check(resolution))
    assert [(finding.line, finding.text) for finding in found] == [
        (2, "cases/returned-baskets.html"),
        (3, f"{chapter}#art_70"),
    ]
    assert found[0].path == f"{Path(resolution.corpus.root).parent.as_posix()}/permalinks.txt"
    assert found[0].hint.startswith("最接近：cases/returned-basket.html；")


def test_a_withdrawn_case_keeps_its_address(recorded: Callable[[str, Files], Resolution]) -> None:
    resolution = recorded("cases/old-basket.html\n", {"cases/old-basket.md": WITHDRAWN})
    assert run_checks(resolution) == ()
    assert "old-basket" not in [case.slug for case in resolution.corpus.cases]


def test_the_page_of_a_withdrawn_case_says_why_and_where(
    recorded: Callable[[str, Files], Resolution],
) -> None:
    resolution = recorded("", {"cases/old-basket.md": WITHDRAWN + "# 旧的正文\n\n不再讲的事。\n"})
    text = render_page(resolution, "cases/old-basket.md") or ""
    assert text.startswith("# 退回一篮土特产\n\n这个案例已经撤下：与另一件合并，见[《廉洁办事条例》第七条](")
    assert "[窗口干部收下三张购物卡](window-clerk-gift-cards.md)" in text
    assert "旧的正文" not in text
    assert "不再讲的事" not in text


def test_a_withdrawn_case_is_in_no_list(recorded: Callable[[str, Files], Resolution]) -> None:
    resolution = recorded("", {"cases/old-basket.md": WITHDRAWN})
    assert "old-basket" not in [record["slug"] for record in cases(resolution)]
    for page in ("cases/index.md", "index.md", "regulations/honest-service/index.md"):
        assert "old-basket" not in (render_page(resolution, page) or "")
    assert "old-basket" not in f"{navigation(resolution.corpus, resolution.today)}"
    assert all(
        link.page != "cases/old-basket.md" for links in resolution.backlinks.values() for link in links
    )


@pytest.mark.parametrize(
    ("withdrawn", "message"),
    [
        ("withdrawn: {moved_to: x}", "缺少必填的键“withdrawn.reason”"),
        ("withdrawn: {reason: 合并}\nsummary: 旧的", "没有“summary”这个键"),
        ("withdrawn:", "“withdrawn”不能为空"),
    ],
)
def test_the_head_of_a_withdrawn_case_is_typed(
    recorded: Callable[[str, Files], Resolution], withdrawn: str, message: str
) -> None:
    head = f"---\ntitle: 退回一篮土特产\n{withdrawn}\n---\n"
    resolution = recorded("", {"cases/old-basket.md": head})
    assert message in [finding.message for finding in run_checks(resolution)]
