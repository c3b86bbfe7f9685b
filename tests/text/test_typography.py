"""Widths and spaces: what is corrected, what is left, and that a second look finds no more."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.text.typography import Correction, corrections


def applied(text: str, found: tuple[Correction, ...]) -> str:
    for correction in reversed(found):
        text = text[: correction.span.start] + correction.right + text[correction.span.end :]
    return text


def repaired(text: str) -> str:
    """`text` when it has been corrected as often as the command corrects it."""
    for _ in range(4):
        text = applied(text, corrections(text))
    return text


REPAIRED = [
    ("要登记,也要告知.", "要登记，也要告知。"),
    ("同志们:卡要退!真的?要退;要交.", "同志们：卡要退！真的？要退；要交。"),
    ("样品(包括照片)要退。", "样品（包括照片）要退。"),
    ("样品（包括照片)要退。", "样品（包括照片）要退。"),
    ("共９件，在Ａ座１０３室。", "共9件，在A座103室。"),
    ("窗口 干部要登记。", "窗口干部要登记。"),
    ("要登记 ，也要 、告知 。", "要登记，也要、告知。"),
    ("他说： “卡要退。” 完了。", "他说：“卡要退。”完了。"),
    ("一. 登记", "一、登记"),
]


@pytest.mark.parametrize(("text", "right"), REPAIRED, ids=[row[0] for row in REPAIRED])
def test_what_is_corrected(text: str, right: str) -> None:
    assert repaired(text) == right


LEFT = [
    "要登记，也要告知。",
    "早上9:30开门，比例3:1，共1,200元，占3.5%。",
    "See the manual (first edition), page 3: it is short.",
    "他看了iPhone 15和Word文档。",
    "窗口有3台叫号机，A座2台。",
    "第一条 先登记，再告知。",
    "目 录",
    "| 姓 名 | 事 项 |",
    "1. 登记\n2. 告知",
    "（一）登记",
    "",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_left(text: str) -> None:
    assert repaired(text) == text


def test_no_spaces_are_put_between_chinese_and_digits_or_letters() -> None:
    text = "窗口有3台叫号机，用Word写，占5%。"
    assert corrections(text) == ()


def test_a_space_beside_a_digit_is_one_too_many_where_the_rest_has_none() -> None:
    closed = "2024年8月9日收3件，2025年9月1日收5件，"
    assert (
        applied(f"{closed}2026 年收1件。", corrections(f"{closed}2026 年收1件。")) == f"{closed}2026年收1件。"
    )
    spaced = "2024 年 8 月 9 日收 3 件，2025 年 9 月收 5 件。"
    assert corrections(spaced) == ()


def test_a_correction_says_what_it_is() -> None:
    kinds = {correction.kind: correction.right for correction in corrections("窗口 干部要登记,也要告知。")}
    assert kinds == {"space": "", "width": "，"}


PIECES = ("甲", "登记", ",", ".", ":", "(", ")", "（", "）", " ", "，", "。", "“", "”", "１", "Ａ", "3", "a", "\n", "\t", "一", "、", "|", "#", "\x00", "%", "《", "》", "年")  # fmt: skip
TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(TEXT)
def test_corrections_stand_in_the_text_and_apart(text: str) -> None:
    found = corrections(text)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all("\n" not in text[one.span.start : one.span.end] for one in found)
    assert all(text[one.span.start : one.span.end] != one.right for one in found)
    assert all(one.right or not text[one.span.start : one.span.end].strip() for one in found)


@given(TEXT)
def test_corrections_come_to_an_end(text: str) -> None:
    assert corrections(repaired(text)) == ()


@given(TEXT)
@example("看“热窗口” １０３室")
def test_only_widths_and_spaces_change(text: str) -> None:
    half = str.maketrans("，；：！？（）。、", ",;:!?().,")

    def plain(line: str) -> str:
        folded = "".join(
            chr(ord(char) - 0xFEE0) if "\uff01" <= char <= "\uff5e" else char for char in line.translate(half)
        )
        return "".join(folded.replace(".", ",").split())

    assert plain(repaired(text)) == plain(text)
