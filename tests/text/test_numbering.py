"""Numbers that put lines and clauses in order, and announcements of how many there are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.numbering import find_faults, find_miscounts


def faults(text: str) -> list[tuple[int, str, str]]:
    """(line from 1, as written, right) of each fault."""
    return [
        (text.count("\n", 0, fault.span.start) + 1, fault.text, fault.right) for fault in find_faults(text)
    ]


FAULTS = [
    ("skipped", "一、甲\n二、乙\n四、丙", [(3, "四", "三")]),
    ("repeated", "（一）甲\n（二）乙\n（二）丙", [(3, "二", "三")]),
    ("back", "1. 甲\n2. 乙\n3. 丙\n2. 丁", [(4, "2", "4")]),
    ("brackets with digits", "（1）甲\n（3）乙", [(2, "3", "2")]),
    ("circles", "①甲\n②乙\n④丙", [(3, "④", "③")]),
    ("headings of Markdown", "## 一、甲\n\n文。\n\n## 三、乙", [(5, "三", "二")]),
    ("clauses", "要做到：一是甲，二是乙，四是丙。", [(1, "四", "三")]),
    ("第一", "第一，甲。第二，乙。第四，丙。", [(1, "四", "三")]),
    ("其一", "其一，甲；其三，乙。", [(1, "三", "二")]),
    ("past ten", "一是甲，二是乙，十二是丙。", [(1, "十二", "三")]),
    ("below another level", "一、甲\n（一）子\n（三）丑\n二、乙", [(3, "三", "二")]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_number_out_of_order(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert faults(text) == expected


RIGHT = [
    ("in order", "一、甲\n二、乙\n三、丙"),
    ("levels begin anew", "一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯"),
    ("levels go on", "一、甲\n1. 子\n2. 丑\n二、乙\n3. 寅\n4. 卯"),
    ("two lists", "一是甲，二是乙。\n\n一是丙，二是丁。"),
    ("two lists in a paragraph", "一是甲，二是乙；再说一遍，一是丙，二是丁。"),
    ("a decimal", "1.5万元\n3.2万元"),
    ("provisions", "第一款、第三款、第五款"),
    ("a date", "1月\n3月\n5日"),
    ("one alone", "五、甲"),
    ("past ten", "\n".join(f"{number}、甲" for number in ("九", "十", "十一", "十二"))),
    ("nothing", ""),
]


@pytest.mark.parametrize("text", [row[1] for row in RIGHT], ids=[row[0] for row in RIGHT])
def test_numbers_in_order(text: str) -> None:
    assert faults(text) == []


MISCOUNTS = [
    ("要做到三点：一是甲，二是乙。", (3, 2)),
    ("要做到两点：一是甲，二是乙，三是丙。", (2, 3)),
    ("抓好四个方面。一是甲，二是乙，三是丙。", (4, 3)),
    ("有以下五个步骤：\n1. 甲\n2. 乙\n3. 丙", (5, 3)),
    ("提3个要求：第一，甲。第二，乙。", (3, 2)),
]


@pytest.mark.parametrize(("text", "counts"), MISCOUNTS, ids=[row[0] for row in MISCOUNTS])
def test_more_or_fewer_points_than_announced(text: str, counts: tuple[int, int]) -> None:
    assert [(found.announced, found.counted) for found in find_miscounts(text)] == [counts]


COUNTED = [
    "要做到两点：一是甲，二是乙。",
    "有以下三个步骤：\n1. 甲\n2. 乙\n3. 丙",
    "会上讲了三点，一是甲的事还没有完。",
    "第三条：一是甲，二是乙。",
    "这是第三个问题：一是甲，二是乙。",
    "有以下三个步骤：先登记，再告知，后归档。",
    "有以下两个步骤：\n1. 甲\n（1）子\n（2）丑\n2. 乙",
]


@pytest.mark.parametrize("text", COUNTED)
def test_as_many_points_as_announced(text: str) -> None:
    assert list(find_miscounts(text)) == []


PIECES = ("一、", "二、", "（一）", "（三）", "1.", "3．", "(2)", "①", "③", "一是", "三是", "第一，", "其二", "三点：", "五个方面", "十十十、", "，", "。", "\n", "甲", " ", "#", "\x00")  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
def test_any_text_can_be_read(text: str) -> None:
    for fault in find_faults(text):
        assert text[fault.span.start : fault.span.end] == fault.text != fault.right
    for found in find_miscounts(text):
        assert text[found.span.start : found.span.end] == found.text
        assert found.announced != found.counted


@given(st.integers(1, 30), st.sampled_from(["{}、甲", "（{}）甲"]))
def test_a_list_of_any_length_is_in_order(length: int, form: str) -> None:
    digits = "\n".join(form.format(number) for number in range(1, length + 1))
    assert faults(digits) == []
