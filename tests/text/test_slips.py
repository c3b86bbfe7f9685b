"""Characters in place of those that sound or look alike: what is a slip, and what is only rare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.slips import Slip, SlipFinder
from corpus.text.words import Words

FINDER = SlipFinder(Words(frozenset({"办事群众", "叫号机"})), ("拨拔", "己已"), lambda _: False)


def found(text: str, finder: SlipFinder = FINDER) -> list[tuple[str, str]]:
    return [(slip.text, slip.right) for slip in finder.find(text)]


SLIPS = [
    ("认真竭受批评。", "竭", "接受"),
    ("窗口的同志要互像监督。", "像", "互相"),
    ("群众满意不满意是标尊。", "尊", "标准"),
    ("要严格尊守规定。", "尊", "遵守"),
    ("他严重违返纪律。", "返", "违反"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), SLIPS, ids=[row[0] for row in SLIPS])
def test_a_slip(text: str, wrong: str, right: str) -> None:
    ((stretch, meant),) = found(text)
    assert wrong in stretch
    assert right in meant


RIGHT = [
    "认真接受批评。",
    "要严格遵守规定，严肃处理违反纪律的人。",
    "甲某某、乙某和丁某到大厅领号。",
    "本条例自印发之日起施行。",
    "一是登记，二是告知，三是归档。",
    "",
    "3件，5人。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_no_slip(text: str) -> None:
    assert found(text) == []


def test_what_is_in_use_is_no_slip() -> None:
    used = SlipFinder(FINDER.words, FINDER.lookalikes, lambda stretch: stretch in "认真竭受批评")
    assert found("认真竭受批评。", used) == []


def test_a_slip_at_its_place() -> None:
    text = "3月以来，要严格尊守规定。"
    (slip,) = FINDER.find(text)
    assert text[slip.span.start : slip.span.end] == slip.text
    assert slip.gain > 0


def spans_hold(text: str, slips: list[Slip]) -> bool:
    ends = [slip.span.end for slip in slips]
    starts = [slip.span.start for slip in slips]
    return all(text[slip.span.start : slip.span.end] == slip.text != slip.right for slip in slips) and all(
        end <= start for end, start in zip(ends, starts[1:], strict=False)
    )


PIECES = ("尊守", "竭受", "的", "处份", "，", "。", "“", "”", "\n", "规定", "批评", "a", "1", "\x00", "丁某")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_slips_stand_in_the_text_and_apart(text: str) -> None:
    assert spans_hold(text, list(FINDER.find(text)))


@given(st.text(st.one_of(st.characters(), st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF))))
def test_any_text_can_be_read(text: str) -> None:
    assert spans_hold(text, list(FINDER.find(text)))
