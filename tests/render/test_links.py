"""Citations and words become links, and nothing else of the text changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from corpus.render.page import render_page
from corpus.resolve import Resolution

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]
LINK = re.compile(r'(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]+(?: "[^"]*")?\)(?:\{[^{}]*\})?')
NOW = re.compile(r'<span class="now">.*?</span>')
TERMS = re.compile(r'\n\n<dl class="page-terms" data-search-exclude>.*</dl>\n\Z')
TEXT = """\
# 《廉洁办事条例》第七条

《廉洁办事条例》第七条第一款、第八条第一款第（三）项和第九条之一；第十条至第十一条，同条第二款。

2019年版《廉洁办事条例》第四条、第六条。《廉洁办事条例》第三章至第四章，看《云岭县公务接待条例》。

| 条款 | 词 |
| --- | --- |
| 《节约用餐意见》第二部分第（三）项 | [[购物卡]]、礼品卡、[[加油卡]]、严重警告 |

- [ ] **办事群众**送的`购物卡`，[已有链接](about.md)，<!-- 购物卡 -->
- 《云岭县村务公开规定》第二条第九款（未核对），错的：《廉洁办事条例》第九十条、《廉洁办是条例》第一条。

## 党内警告 {#x}

    购物卡（四格缩进）

前条不知道是哪条。警告，“《公务接待条例》第三条”。
"""


@pytest.fixture
def shown(resolve_with: Resolve) -> Callable[[str], str]:
    """A page that holds only this text, rendered."""
    return lambda text: render_page(resolve_with({"x.md": text}), "x.md") or ""


Shown = Callable[[str], str]


def stripped(text: str) -> str:
    """Rendered text without what render adds."""
    return LINK.sub(lambda link: link[1], NOW.sub("", TERMS.sub("", text)))


def without_marks(text: str) -> str:
    """Written text without what render takes away: the brackets of [[…]], and links of its own."""
    return LINK.sub(lambda link: link[1], re.sub(r"\[\[(.+?)\]\]", r"\1", text))


def test_nothing_but_links_is_added(shown: Shown) -> None:
    rendered = shown(TEXT)
    assert rendered.count("](") > 15
    assert stripped(rendered) == without_marks(TEXT)


def test_every_page_keeps_its_words(resolution: Resolution) -> None:
    for page in resolution.corpus.pages:
        rendered = stripped(render_page(resolution, page.path) or "")
        lines = [line for line in without_marks(page.body).split("\n") if line and "|" not in line]
        for line in lines:
            words = re.sub(r"^(?:要点|第.款|易错|衔接|关键词|相关)：", "", line)
            assert words in rendered


def test_a_link_leads_to_the_provision_and_tells_what_it_is(shown: Shown) -> None:
    assert shown("《廉洁办事条例》第七条第二款。").startswith(
        "[《廉洁办事条例》第七条第二款](regulations/honest-service/2024/chapter-03.md#art_7__para_2"
        ' "云岭县党员干部廉洁办事条例（2024年）｜收受财物｜只要来办事的人送，就不能收；不问多少，多少只影响轻重。")。'
    )


def test_each_pinpoint_of_a_list_has_its_own_link(shown: Shown) -> None:
    rendered = shown("《廉洁办事条例》第七条第一款、第三款和第九条至第十条。".replace("第三款", "第二款"))
    assert [link[1] for link in LINK.finditer(rendered)] == [
        "《廉洁办事条例》第七条第一款",
        "第二款",
        "第九条至第十条",
    ]


def test_a_long_digest_is_cut_in_the_tip(resolve_with: Resolve) -> None:
    path = "regulations/honest-service/2024/chapter-04.md"
    page = f"# 第四章\n\n## 第十条 拖延办事\n\n要点：{'拖' * 100}“完”。\n"
    rendered = render_page(resolve_with({path: page, "x.md": "《廉洁办事条例》第十条。"}), "x.md") or ""
    tip = re.search(r' "(.*?)"\)', rendered)
    assert tip is not None
    assert tip[1].endswith("拖…")
    assert tip[1].count("拖") == 81


def test_what_is_not_proved_says_so(shown: Shown) -> None:
    rendered = shown("《云岭县村务公开规定》第九十条。")
    assert "｜未核对" in rendered
    assert "{.unchecked}" in rendered
    assert "未核对" not in shown("《云岭县村务公开规定》第一条。")


def test_a_title_leads_to_the_work_and_with_a_mark_to_the_edition(shown: Shown) -> None:
    rendered = shown("看《廉洁办事条例》，看2019年版《廉洁办事条例》。")
    assert "[《廉洁办事条例》](regulations/honest-service/index.md" in rendered
    assert "2019年版[《廉洁办事条例》](regulations/honest-service/2019/index.md" in rendered


WRONG = [
    "《廉洁办事条例》第九十条",
    "《廉洁办是条例》第一条",
    "第三条",
    "《廉洁办事条例》第九条至第七条",
    "《某某办法》第一条",
    "《廉洁办事条例》第七条、第九十条",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_no_link(shown: Shown, text: str) -> None:
    assert shown(text) == text


def test_an_old_number_has_todays_number_beside_it(shown: Shown) -> None:
    rendered = NOW.findall(shown("2019年版《廉洁办事条例》第四条、第六条，第七条至第八条。"))
    assert [LINK.sub(lambda link: link[1], now) for now in rendered] == [
        '<span class="now">（现第七条）</span>',
        '<span class="now">（现第九条、第九条之一）</span>',
    ]
    assert "(regulations/honest-service/2024/chapter-03.md#art_9-1" in rendered[1]


def test_an_old_number_that_was_dropped_says_so(resolve_with: Resolve) -> None:
    table = "from_edition,from_article,to_edition,to_article,kind\n2019,4,2024,,removed\n"
    files = {"regulations/honest-service/renumbering.csv": table, "x.md": "2019年版《廉洁办事条例》第四条。"}
    assert "（2024年版已无此条）" in (render_page(resolve_with(files), "x.md") or "")


def test_a_current_number_and_the_pages_of_the_old_edition_have_none(
    resolution: Resolution, shown: Shown
) -> None:
    assert 'class="now"' not in shown("《廉洁办事条例》第七条。")
    assert 'class="now"' not in (render_page(resolution, "regulations/honest-service/2019/index.md") or "")


def test_a_range_of_chapters_leaves_no_empty_link(shown: Shown) -> None:
    rendered = shown("《廉洁办事条例》第一章至第四章。")
    assert "[](" not in rendered
    assert rendered.count("](") == 2


def test_a_link_on_the_page_itself_is_an_anchor(resolution: Resolution) -> None:
    rendered = render_page(resolution, "regulations/honest-service/2024/chapter-03.md") or ""
    assert "[第九条](#art_9 " in rendered
    assert "(chapter-02.md#art_4__para_1__item_2 " in rendered


def test_a_work_is_not_linked_on_its_own_page(resolution: Resolution) -> None:
    rendered = render_page(resolution, "regulations/honest-service/index.md") or ""
    assert "(index.md" not in rendered
    assert "[《廉洁办事条例》第二章](2024/chapter-02.md " in rendered


def test_a_term_is_a_link_with_its_definition(shown: Shown) -> None:
    assert shown("给警告。").startswith('给[警告](glossary/warning.md "最轻的一种处分。"){.term}。')


def test_an_explicit_mark_loses_its_brackets_and_nothing_else(shown: Shown) -> None:
    rendered = shown("甲乙[[购物卡]]丙丁[[加油卡]]戊己。")
    assert rendered.startswith(
        '甲乙[购物卡](glossary/gift-card.md "可以当钱用的卡。"){.term}丙丁加油卡戊己。'
    )


def test_an_edition_that_has_no_page_is_linked_to_its_work(resolve_with: Resolve) -> None:
    head = 'title: 云岭县信访条例\nissuer: 云岭县委\nkind: 党内法规\nnumbering: 条\neditions: [{edition: "2020", effective: 2020-01-01}]'
    files = {
        "regulations/petition/index.md": f"---\n{head}\n---\n# 云岭县信访条例\n",
        "x.md": "《云岭县信访条例》第三条。",
    }
    assert "[《云岭县信访条例》第三条](regulations/petition/index.md " in (
        render_page(resolve_with(files), "x.md") or ""
    )


CASE = """\
---
title: 折行的文件头
summary: 有[[购物卡]]的摘要。
discipline: [廉洁纪律]
topics: []
post: 一般干部
field: 综合
conduct: {from: 2025, to: 2025}
decided: 2025
sanctions: [警告]
citations:
  - provision: 《云岭县党员干部廉洁办事条例》第七条第一款、
      第八条第一款
    conduct: 收下[[购物卡]]
    reason: "看\\u300a廉洁办事条例\\u300b第七条，
      也看《廉洁办事条例》第九条"
provenance: {kind: composed}
questions:
  - {ask: 一？, answer: 看《廉洁办事条例》第七条。}
  - ask: 二？
    answer: 看[[严重警告]]。
lesson: 别收。
reviewed: 2026-11-24
---
# 折行的文件头

## 案情

甲。

## 处理

给予警告。

## 评析

乙。
"""


def test_a_value_of_the_head_that_is_folded_or_escaped_is_linked_in_one_line(resolve_with: Resolve) -> None:
    rendered = render_page(resolve_with({"cases/x.md": CASE}), "cases/x.md") or ""
    (row,) = [line for line in rendered.split("\n") if line.startswith("| [")]
    assert stripped(row) == (
        "| 《云岭县党员干部廉洁办事条例》第七条第一款、第八条第一款 | 收下购物卡"
        " | 看《廉洁办事条例》第七条，也看《廉洁办事条例》第九条 |"
    )
    assert row.count("](") == 5
    assert "[严重警告](../glossary/serious-warning.md" in rendered


def test_rendering_twice_gives_the_same(resolution: Resolution, resolve_with: Resolve) -> None:
    again = resolve_with({})
    for page in resolution.corpus.pages:
        first = render_page(resolution, page.path)
        assert first == render_page(resolution, page.path)
        if page.regulation is None:  # without the official text the status of an article is another
            assert first == render_page(again, page.path)


def test_a_page_that_is_not_there(resolution: Resolution) -> None:
    assert render_page(resolution, "no-such.md") is None
