"""The words of a run of Han characters: the likeliest chain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.words import Words, is_han, readings, words_in

WORDS = Words()
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=20)


def cut(run: str, words: Words = WORDS) -> list[str]:
    return [run[span.start : span.end] for span in words.segment(run)]


@pytest.mark.parametrize(
    "chain",
    ["研究 生命 的 起源", "干部 要 廉洁", "接受 群众 的 监督"],
)
def test_the_words_of_the_language(chain: str) -> None:
    assert cut(chain.replace(" ", "")) == chain.split()


def test_a_word_of_the_trade_is_one_word() -> None:
    assert cut("戊管叫号机房门") != ["戊", "管", "叫号机", "房门"]
    assert "叫号机" in cut("戊管叫号机房门", Words(frozenset({"叫号机"})))


def test_a_word_of_the_trade_makes_its_sentence_likelier() -> None:
    run = "窗口有叫号机"
    assert Words(frozenset({"叫号机"})).likelihood(run) > WORDS.likelihood(run)


def test_the_right_word_is_likelier_than_a_slip() -> None:
    assert WORDS.likelihood("接受批评") > WORDS.likelihood("竭受批评")
    assert WORDS.likelihood("处分决定") > WORDS.likelihood("处份决定")


@given(HAN)
def test_the_words_of_any_run_make_it_up(run: str) -> None:
    assert "".join(cut(run)) == run


@given(HAN, HAN)
def test_a_longer_run_is_never_likelier(run: str, more: str) -> None:
    assert WORDS.likelihood(run + more) <= WORDS.likelihood(run) + 1e-9


def test_a_run_without_end_is_cut_in_no_time() -> None:
    assert len("".join(cut("廉洁" * 20_000))) == 40_000


@given(st.text())
def test_only_runs_of_han_are_han(text: str) -> None:
    assert is_han(text) == all("\u4e00" <= char <= "\u9fff" for char in text)


def test_a_character_is_read_in_all_its_ways() -> None:
    assert {"hang", "xing"} <= readings("行")
    assert readings("份") & readings("分")


def test_words_among_texts() -> None:
    assert words_in(["警告", "警", "A局", "急事急办、特事特办", "办事群众", ""]) == {"警告", "办事群众"}
