"""One character away from fixed wording: missing, extra, wrong; and what says something else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.near_phrases import NearPhrase, PhraseBook
from corpus.text.words import Words

PHRASES = (
    "急事急办、特事特办",
    "让办事的人少跑一趟路",
    "清清白白做人、干干净净做事",
    "一次性告知",
    "照镜子、正衣冠、洗洗澡、治治病",
    "卡",
)


def never(_: str) -> bool:
    return False


BOOK = PhraseBook(PHRASES, Words(), never)


def found(text: str, book: PhraseBook = BOOK) -> list[tuple[str, str, str]]:
    return [(near.text, near.phrase, near.kind) for near in book.find(text)]


NEAR = [
    ("要急事急办、特事办。", "急事急办、特事办", 0, "delete"),
    ("要急事急办、特事特半。", "急事急办、特事特半", 0, "replace"),
    ("要急事急急办、特事特办。", "急事急急办、特事特办", 0, "insert"),
    ("让办事的人少跑一躺路。", "让办事的人少跑一躺路", 1, "replace"),
    ("让办事的人少跑跑一趟路。", "让办事的人少跑跑一趟路", 1, "insert"),
    ("让办事的人跑一趟路。", "让办事的人跑一趟路", 1, "delete"),
    ("清清白白做人，干干净净作事。", "清清白白做人，干干净净作事", 2, "replace"),
]


@pytest.mark.parametrize(("text", "stretch", "phrase", "kind"), NEAR, ids=[row[0] for row in NEAR])
def test_a_near_phrase(text: str, stretch: str, phrase: int, kind: str) -> None:
    assert found(text) == [(stretch, PHRASES[phrase], kind)]


OTHER = [
    "急事急办、特事特办。",
    "急事急办，特事特办。",
    "“急事急办”“特事特办”。",
    "急事急办。特事办公室也办。",
    "不让办事的人少跑一趟路。",
    "让办事的人少跑一趟路了。",
    "他清清白白做人，也让别人清清白白做人。",
    "购物卡",
    "",
]


@pytest.mark.parametrize("text", OTHER)
def test_no_near_phrase(text: str) -> None:
    assert found(text) == []


def test_what_is_in_use_is_no_slip() -> None:
    assert found("让办事的人少跑一躺路。", PhraseBook(PHRASES, Words(), lambda _: True)) == []


def test_a_phrase_that_is_near_another_is_right() -> None:
    book = PhraseBook(("坚持党的领导不动摇", "坚持党的领导不动遥", "坚持党的全面领导不动摇"), Words(), never)
    assert found("坚持党的领导不动摇。坚持党的全面领导不动摇。坚持党的领导不动遥。", book) == []


def test_a_phrase_with_its_marks_is_written_into_the_suggestion() -> None:
    (near,) = BOOK.find("会上说：急事急办特事特半！")
    assert (near.text, near.phrase, near.span.start) == ("急事急办特事特半", "急事急办、特事特办", 4)


def hold(text: str, near: list[NearPhrase]) -> bool:
    spans = [one.span for one in near]
    return all(text[one.span.start : one.span.end] == one.text for one in near) and all(
        before.end <= after.start for before, after in pairwise(spans)
    )


PIECES = ("急事急办", "急事办", "、", "，", "特事特办", "特事特", "办", "让办事的人", "少跑", "一趟路", "。", "“", "”", "\n", "的", "a", "\x00")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_near_phrases_stand_in_the_text_and_apart(text: str) -> None:
    assert hold(text, list(BOOK.find(text)))


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert hold(text, list(BOOK.find(text)))


@given(st.sampled_from(PHRASES), st.text("的是了，。、要在会上", max_size=6))
def test_a_phrase_itself_is_never_near(phrase: str, around: str) -> None:
    assert phrase not in [near.phrase for near in BOOK.find(f"{around}。{phrase}。{around}")]
