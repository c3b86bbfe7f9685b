"""Words of the glossary in running Chinese: which are found, which become links."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from corpus.resolve import Resolution
from corpus.resolve.terms import TermUse

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]


@pytest.fixture
def uses(resolve_with: Resolve) -> Callable[[str], list[TermUse]]:
    """The uses on a page that holds only this text."""
    return lambda text: list(resolve_with({"x.md": text}).terms["x.md"])


Uses = Callable[[str], list[TermUse]]


def words(found: list[TermUse]) -> list[str]:
    return [use.text for use in found]


def test_the_longest_word_wins(uses: Uses) -> None:
    found = uses("先严重警告，再党内严重警告，再警告。")
    assert words(found) == ["严重警告", "党内严重警告", "警告"]
    assert [use.term.slug if use.term else "" for use in found] == [
        "serious-warning",
        "serious-warning",
        "warning",
    ]


def test_the_longest_word_wins_whichever_page_is_read_first(resolve_with: Resolve) -> None:
    head = "term: 警告处分\ndefinition: 一种。\nsource: 《廉洁办事条例》第七条\npinyin: jing gao chu fen\ntheme: 纪律处分"
    found = resolve_with({"glossary/z.md": f"---\n{head}\n---\n# 警告处分\n", "x.md": "给予警告处分。"})
    assert words(list(found.terms["x.md"])) == ["警告处分"]


def test_a_forbidden_variant_is_found_and_never_linked(uses: Uses) -> None:
    (use,) = uses("给予严厉警告。")
    assert (use.text, use.forbidden, use.linked) == ("严厉警告", True, False)


def test_a_forbidden_variant_inside_a_right_word_is_no_find(resolve_with: Resolve) -> None:
    term = """\
---
term: 消费礼卡管理
definition: 一项工作。
source: 《廉洁办事条例》第七条
pinyin: guan li
theme: 廉洁作风
---
# 消费礼卡管理
"""
    found = resolve_with({"glossary/management.md": term, "x.md": "消费礼卡管理要严。"}).terms["x.md"]
    assert [(use.text, use.forbidden) for use in found] == [("消费礼卡管理", False)]


def test_the_first_use_in_a_section_is_linked(uses: Uses) -> None:
    text = "# 一\n\n购物卡和购物卡。\n\n礼品卡也是。\n\n## 二\n\n购物卡。办事群众。购物卡。\n"
    linked = [(use.text, use.linked) for use in uses(text)]
    assert linked == [
        ("购物卡", True),
        ("购物卡", False),
        ("礼品卡", False),
        ("购物卡", True),
        ("办事群众", True),
        ("购物卡", False),
    ]


HIDDEN = [
    ("a heading", "# 购物卡"),
    ("a link", "[购物卡](about.md)"),
    ("a picture", "![购物卡](a.png)"),
    ("code", "`购物卡`"),
    ("a fence", "```\n购物卡\n```"),
    ("a comment", "<!-- 购物卡 -->"),
    ("an attribute", '<abbr title="购物卡">卡</abbr>'),
    ("an address", "https://example.org/购物卡"),
    ("a title", "《购物卡管理办法》"),
    ("a citation", "违反购物卡管理条例第七条。"),
]


@pytest.mark.parametrize("text", [case[1] for case in HIDDEN], ids=[case[0] for case in HIDDEN])
def test_no_use_in(uses: Uses, text: str) -> None:
    assert uses(text) == []


def test_a_term_is_not_linked_on_its_own_page(resolution: Resolution) -> None:
    found = resolution.terms["glossary/warning.md"]
    assert [use.text for use in found if use.linked] == ["严重警告"]


def test_an_explicit_mark_links_again(uses: Uses) -> None:
    found = uses("购物卡，又是[[购物卡]]。")
    assert [(use.text, use.explicit, use.linked) for use in found] == [
        ("购物卡", False, True),
        ("购物卡", True, True),
    ]


def test_an_explicit_alias_means_its_term(uses: Uses) -> None:
    (use,) = uses("[[礼品卡]]")
    assert use.term is not None
    assert (use.term.slug, use.span.start) == ("gift-card", 2)


def test_an_explicit_mark_of_no_term_is_kept_as_a_fault(uses: Uses) -> None:
    found = uses("[[加油卡]]和[[严厉警告]]")
    assert [(use.text, use.term, use.forbidden) for use in found] == [
        ("加油卡", None, False),
        ("严厉警告", None, False),
    ]


def test_an_explicit_mark_on_the_terms_own_page_is_no_link(resolve_with: Resolve) -> None:
    head = "---\nterm: 警告\ndefinition: 轻。\nsource: 《廉洁办事条例》第七条\npinyin: jing gao\ntheme: 纪律处分\n---\n"
    found = resolve_with({"glossary/warning.md": f"{head}# 警告\n\n[[警告]]。\n"}).terms[
        "glossary/warning.md"
    ]
    assert [(use.text, use.linked) for use in found if use.explicit] == [("警告", False)]


def test_uses_in_the_head_are_found_but_not_linked(resolution: Resolution) -> None:
    page = resolution.corpus.page("cases/window-clerk-gift-cards.md")
    assert page is not None
    found = [use for use in resolution.terms[page.path] if use.span.end <= page.front_matter.body]
    assert [use.text for use in found][:3] == ["办事群众", "购物卡", "党内严重警告"]
    assert not any(use.linked for use in found)


def test_every_span_covers_its_word(resolution: Resolution) -> None:
    for page in resolution.corpus.pages:
        for use in resolution.terms[page.path]:
            assert page.source.text[use.span.start : use.span.end] == use.text


def test_a_site_without_terms(resolve_with: Resolve) -> None:
    gone = {
        f"glossary/{slug}.md": None for slug in ("warning", "serious-warning", "service-user", "gift-card")
    }
    assert resolve_with(gone).terms["cases/window-clerk-gift-cards.md"] == ()
