"""Two invented editions of the rules of a library: what became of each article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.compare import Change, compare_editions
from corpus.parse.official_text import OfficialText, parse_official_text
from corpus.text.numerals import format_numeral
from corpus.text.source import Source

CARDS = "读者凭身份证到服务台办理借书证，当场领取。"
LOANS = "每人每次借书不超过五册，借期三十天，可以续借一次。"
FINES = "图书逾期不还的，每册每天收取滞纳金一角，最高不超过书价。"
QUIET = "阅览室内保持安静，不得大声喧哗，不得接听电话。"
FOOD = "饮料和零食请放在门口的储物柜里，不带进书库。"
NIGHT = "周末夜间开放到二十二点，闭馆前十五分钟停止借还。"
ARTICLES = (CARDS, LOANS, FINES, QUIET, FOOD, NIGHT)


def edition(*articles: str) -> OfficialText:
    lines = [f"第{format_numeral(i)}条　{text}" for i, text in enumerate(articles, 1)]
    return parse_official_text(Source("a.txt", "\n".join(["海滨市图书借阅办法", *lines, ""])))


def compare(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[str | None, str | None, str]]:
    changes = compare_editions(edition(*old), edition(*new))
    return [(change.from_article, change.to_article, change.kind) for change in changes]


def test_the_same_text_is_unchanged() -> None:
    assert compare_editions(edition(CARDS, LOANS), edition(CARDS, LOANS)) == (
        Change("1", "1", "unchanged", 1.0),
        Change("2", "2", "unchanged", 1.0),
    )


def test_width_and_white_space_change_nothing() -> None:
    old = "读者（含儿童）每次借书不超过5册。\n续借的，从第2次起计算。"
    new = "读者(含儿童)　每次借书 不超过５册。\n续借的,从第２次起计算。"
    assert compare((old,), (new,)) == [("1", "1", "unchanged")]


def test_one_word_more_is_amended() -> None:
    (change,) = compare_editions(edition(LOANS), edition(LOANS.replace("五册", "十册")))
    assert change.kind == "amended"
    assert 0.9 < change.similarity < 1


def test_an_article_that_another_pushes_on_keeps_its_counterpart() -> None:
    assert compare((CARDS, LOANS), (CARDS, NIGHT, LOANS)) == [
        ("1", "1", "unchanged"),
        ("2", "3", "unchanged"),
        (None, "2", "new"),
    ]


def test_an_article_may_move_to_the_other_end() -> None:
    moved = (FINES.replace("一角", "两角"), CARDS, LOANS, QUIET, FOOD)
    assert ("5", "1", "amended") in compare((CARDS, LOANS, QUIET, FOOD, FINES), moved)


def test_removed() -> None:
    assert compare((CARDS, FOOD, LOANS), (CARDS, LOANS)) == [
        ("1", "1", "unchanged"),
        ("2", None, "removed"),
        ("3", "2", "unchanged"),
    ]


def test_an_article_becomes_two() -> None:
    assert compare((CARDS, f"{QUIET}\n{FOOD}", LOANS), (CARDS, QUIET, FOOD, LOANS)) == [
        ("1", "1", "unchanged"),
        ("2", "2", "split"),
        ("2", "3", "split"),
        ("3", "4", "unchanged"),
    ]


def test_two_articles_become_one() -> None:
    assert compare((CARDS, QUIET, FOOD, LOANS), (CARDS, f"{QUIET}{FOOD}", LOANS)) == [
        ("1", "1", "unchanged"),
        ("2", "2", "merged"),
        ("3", "2", "merged"),
        ("4", "3", "unchanged"),
    ]


def test_an_item_moves_into_another_article() -> None:
    old = (
        "有下列行为之一的，劝其离开：\n（一）大声喧哗或者接听电话；\n（二）逾期四个月以上不还图书。",
        LOANS,
    )
    new = (
        "有下列行为之一的，劝其离开：\n（一）大声喧哗或者接听电话。",
        f"{LOANS}\n逾期四个月以上不还图书的，停止借书。",
    )
    assert compare(old, new) == [("1", "1", "split"), ("1", "2", "split"), ("2", "2", "merged")]


def test_what_an_article_keeps_it_has_not_given_away() -> None:
    old = (f"{CARDS}\n{QUIET}", LOANS)
    new = (f"{CARDS}\n{QUIET}", LOANS, f"自习室的座位先到先得。\n{QUIET}")
    assert compare(old, new) == [("1", "1", "unchanged"), ("2", "2", "unchanged"), (None, "3", "new")]


def test_rewritten_in_its_place_is_amended() -> None:
    old = (CARDS, "计算损失，主要算图书本身的价钱。", LOANS)
    new = (CARDS, "损失包括修补、重购和编目已经花掉的全部费用。", LOANS)
    assert ("2", "2", "amended") in compare(old, new)


def test_formulas_do_not_make_a_counterpart() -> None:
    formula = "情节较轻的，停止借书一个月；情节较重的，停止借书一年；情节严重的，收回借书证。"
    acts = ["撕毁图书", "涂画封面", "转借证件", "抢占座位", "私带宠物", "损坏电脑"]
    old = tuple(f"{act}，{formula}" for act in acts)
    assert compare(old, (*old[:2], *old[3:], f"冒名借书，{formula}")) == [
        ("1", "1", "unchanged"),
        ("2", "2", "unchanged"),
        ("3", None, "removed"),
        ("4", "3", "unchanged"),
        ("5", "4", "unchanged"),
        ("6", "5", "unchanged"),
        (None, "6", "new"),
    ]


def test_equal_articles_keep_their_order() -> None:
    assert compare((CARDS, LOANS, CARDS), (CARDS, LOANS, CARDS)) == [
        ("1", "1", "unchanged"),
        ("2", "2", "unchanged"),
        ("3", "3", "unchanged"),
    ]


@pytest.mark.parametrize("empty", [(), ("",)])
def test_an_edition_without_words_has_no_counterparts(empty: tuple[str, ...]) -> None:
    assert ("1", None, "removed") in compare((CARDS,), empty)
    assert (None, "1", "new") in compare(empty, (CARDS,))


@settings(deadline=None)
@given(
    old=st.lists(st.sampled_from(ARTICLES), max_size=8), new=st.lists(st.sampled_from(ARTICLES), max_size=8)
)
def test_every_article_of_both_editions_appears(old: list[str], new: list[str]) -> None:
    before, after = edition(*old), edition(*new)
    changes = compare_editions(before, after)
    assert changes == compare_editions(before, after)
    assert {c.from_article for c in changes} - {None} == {a.number for a in before.articles}
    assert {c.to_article for c in changes} - {None} == {a.number for a in after.articles}
    for change in changes:
        assert (change.kind == "new") == (change.from_article is None)
        assert (change.kind == "removed") == (change.to_article is None)
        assert 0 <= change.similarity <= 1


@settings(deadline=None)
@given(new=st.permutations(ARTICLES))
def test_the_other_way_round_it_is_the_same_pairs(new: list[str]) -> None:
    there = compare_editions(edition(*ARTICLES), edition(*new))
    back = compare_editions(edition(*new), edition(*ARTICLES))
    assert {(c.from_article, c.to_article) for c in there} == {(c.to_article, c.from_article) for c in back}
    assert {c.kind for c in there} == {"unchanged"}
