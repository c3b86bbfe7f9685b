"""Which term a word means where several have its form, and where a word is none: opt-out, quotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from corpus.resolve import Resolution
from corpus.resolve.terms import TermUse

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]
Uses = Callable[[str], list[TermUse]]


def term(form: str, **more: str) -> str:
    """The page of a term."""
    lines = [f"{key}: {value}" for key, value in more.items()]
    head = [
        f"term: {form}",
        *lines,
        "definition: 一样东西。",
        "source: 《廉洁办事条例》第七条",
        "pinyin: yang pin",
        "theme: 廉洁作风",
    ]
    return "\n".join(["---", *head, "---", f"# {form}", "", "用法：照用。", ""])


SENSES = {
    "glossary/a-sample-general.md": term("样品", sense="收件"),
    "glossary/b-sample-gift.md": term("样品", sense="接待", scope="[reception]"),
    "glossary/c-sample-meal.md": term("样品", sense="节约", scope="[thrift-opinion]"),
}


@pytest.fixture
def meant(resolve_with: Resolve) -> Callable[[str], list[str]]:
    """The terms that the words of a text mean, where 样品 has three senses."""

    def find(text: str) -> list[str]:
        uses = resolve_with({**SENSES, "x.md": text}).terms["x.md"]
        return [use.term.slug for use in uses if use.term]

    return find


MEANT = [
    ("nothing is cited: the sense without a scope", "样品要退。", ["a-sample-general"]),
    ("a citation before it", "依照《公务接待条例》第三条，样品要退。", ["b-sample-gift"]),
    ("a title alone", "依照《公务接待条例》，样品要退。", ["b-sample-gift"]),
    ("a citation behind it", "样品要退，见《公务接待条例》第三条。", ["a-sample-general"]),
    (
        "the one cited last",
        "看了《公务接待条例》，又看《节约用餐意见》第二部分，样品要退。",
        ["c-sample-meal"],
    ),
    (
        "a regulation in no scope",
        "看了《公务接待条例》，又看《廉洁办事条例》第七条，样品要退。",
        ["a-sample-general"],
    ),
    ("cited in the paragraph before", "依照《公务接待条例》第三条。\n\n样品要退。", ["a-sample-general"]),
    (
        "between two citations",
        "《公务接待条例》管的样品，不是《节约用餐意见》管的样品。",
        ["b-sample-gift", "c-sample-meal"],
    ),
    (
        "an explicit mark",
        "[[样品]]要退；依照《公务接待条例》，[[样品]]要退。",
        ["a-sample-general", "b-sample-gift"],
    ),
]


@pytest.mark.parametrize(("text", "slugs"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT])
def test_what_a_word_of_several_senses_means(
    meant: Callable[[str], list[str]], text: str, slugs: list[str]
) -> None:
    assert meant(text) == slugs


def test_on_the_pages_of_a_regulation_its_own_sense_is_meant(resolve_with: Resolve) -> None:
    path = "regulations/thrift-opinion/2022/index.md"
    scoped = {"glossary/d-token.md": term("餐牌", sense="节约", scope="[thrift-opinion]")}
    page = "# 云岭县委关于节约用餐的意见（2022年版）\n\n餐牌要退，样品也退。\n\n依照《公务接待条例》，样品要退。\n"
    uses = resolve_with({**SENSES, **scoped, path: page}).terms[path]
    assert [use.term.slug for use in uses if use.term and use.text == "样品"] == [
        "c-sample-meal",
        "b-sample-gift",
    ]


def test_each_sense_is_linked_once_in_a_section(resolve_with: Resolve) -> None:
    text = "样品。样品。《公务接待条例》的样品，还是那个样品。"
    uses = resolve_with({**SENSES, "x.md": text}).terms["x.md"]
    assert [(use.term.slug, use.linked) for use in uses if use.term] == [
        ("a-sample-general", True),
        ("a-sample-general", False),
        ("b-sample-gift", True),
        ("b-sample-gift", False),
    ]


def test_a_term_is_not_found_in_the_longer_words_that_it_is_not_in(resolve_with: Resolve) -> None:
    files = {"glossary/card.md": term("卡", not_in="[卡车, 关卡]"), "x.md": "卡车过了关卡，卡要退。"}
    uses = resolve_with(files).terms["x.md"]
    assert [(use.text, use.span.start, use.linked) for use in uses] == [("卡", 7, True)]


def test_a_longer_term_is_found_in_a_word_that_a_shorter_one_is_not_in(resolve_with: Resolve) -> None:
    files = {
        "glossary/card.md": term("卡", not_in="[加油卡]"),
        "glossary/fuel-card.md": term("加油卡"),
        "x.md": "加油卡和卡。",
    }
    uses = resolve_with(files).terms["x.md"]
    assert [use.text for use in uses] == ["加油卡", "卡"]


@pytest.fixture
def uses(resolve_with: Resolve) -> Uses:
    """The uses on a page that holds only this text."""
    return lambda text: list(resolve_with({"x.md": text}).terms["x.md"])


def test_a_comment_on_the_line_above_keeps_words_from_being_linked(uses: Uses) -> None:
    text = "<!-- 不链接 购物卡、办事群众 -->\n购物卡、办事群众、警告。\n\n购物卡也是。\n"
    assert [(use.text, use.linked) for use in uses(text)] == [
        ("购物卡", False),
        ("办事群众", False),
        ("警告", True),
        ("购物卡", True),
    ]


def test_the_comment_is_for_the_word_as_written_and_for_one_line(uses: Uses) -> None:
    text = "<!-- 不链接 购物卡 -->\n礼品卡。\n\n## 二\n\n<!-- 不链接 购物卡 -->\n\n购物卡。\n"
    assert [(use.text, use.linked) for use in uses(text)] == [("礼品卡", True), ("购物卡", True)]


def test_the_comment_can_name_words_with_spaces_between(uses: Uses) -> None:
    assert not any(use.linked for use in uses("  <!--  不链接  购物卡 警告  -->  \n购物卡、警告。\n"))


def forbidden(found: list[TermUse]) -> list[str]:
    return [use.text for use in found if use.forbidden]


SILENT = [
    ("in a title", "看《关于严厉警告的说明》。"),
    ("in a title in a title", "看《关于印发〈严厉警告办法〉的说明》。"),
    ("quoted from a regulation", "条例第七条规定：“给予严厉警告。”"),
    ("quoted without a colon", "条例规定“给予严厉警告”的，照办。"),
    ("quoted from what someone pointed out", "县里指出：“严厉警告要慎用。”"),
    ("quoted behind a title", "《廉洁办事条例》：“给予严厉警告。”"),
    ("in code", "不写`严厉警告`。"),
    ("in a longer right word", "受党内严重警告。"),
]


@pytest.mark.parametrize("text", [row[1] for row in SILENT], ids=[row[0] for row in SILENT])
def test_a_forbidden_variant_is_no_find(uses: Uses, text: str) -> None:
    assert forbidden(uses(text)) == []


SAID = [
    ("in plain words", "给予严厉警告。"),
    ("in quotation marks that quote nothing", "他受了“严厉警告”处分。"),
    ("behind a quotation", "条例规定：“给予警告。”不是严厉警告。"),
    ("in the next paragraph", "条例规定：\n\n“给予严厉警告。”"),
]


@pytest.mark.parametrize("text", [row[1] for row in SAID], ids=[row[0] for row in SAID])
def test_a_forbidden_variant_is_found(uses: Uses, text: str) -> None:
    assert forbidden(uses(text)) == ["严厉警告"]


def test_a_right_word_in_a_quotation_is_still_found(uses: Uses) -> None:
    found = uses("条例第七条规定：“给予警告。”")
    assert [(use.text, use.linked) for use in found] == [("警告", True)]


def test_a_variant_that_is_part_of_its_own_right_form_is_no_find(resolve_with: Resolve) -> None:
    files = {
        "glossary/slip.md": term("取号小票", forbidden="[小票, 号小, 票据小票]"),
        "x.md": "拿好取号小票。\n\n丢了小票的，补一张。\n\n票据小票也不对。",
    }
    found = list(resolve_with(files).terms["x.md"])
    assert [(use.text, use.forbidden) for use in found] == [
        ("取号小票", False),
        ("小票", True),
        ("票据小票", True),
    ]


def test_a_variant_that_reaches_into_its_own_right_form_is_no_find(resolve_with: Resolve) -> None:
    files = {"glossary/slip.md": term("小票存根", forbidden="[取号小票]"), "x.md": "交取号小票存根。"}
    assert forbidden(list(resolve_with(files).terms["x.md"])) == []
