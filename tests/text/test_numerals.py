"""Chinese numerals, both ways."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text.numerals import format_numeral, parse_numeral


def test_what_is_written_is_read() -> None:
    assert [parse_numeral(format_numeral(value)) for value in range(10_000)] == list(range(10_000))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (97, "九十七"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (158, "一百五十八"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (2018, "二千零一十八"),
        (9999, "九千九百九十九"),
    ],
)
def test_spelling(value: int, text: str) -> None:
    assert format_numeral(value) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("97", 97),
        ("９７", 97),
        ("007", 7),
        ("〇", 0),
        ("两", 2),
        ("一十二", 12),
        ("一百〇五", 105),
        ("一〇五", 105),
        ("二〇一八", 2018),
        ("一九八八", 1988),
        ("两百", 200),
        ("两千零二", 2002),
    ],
)
def test_other_spellings_are_read(text: str, value: int) -> None:
    assert parse_numeral(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "九九十", "百", "十百", "九九", "二百五", "一百百", "一百一", "十十", "一千百", "五十零"),
        *("两十", "十两", "两两", "〇五", "〇〇", "零零", "零十", "一万", "第三", "三条", "-1", "1.5", "²", "٣", "1 "),
    ],
)  # fmt: skip
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        parse_numeral(text)


@given(st.text(alphabet="零〇一二两九十百千", max_size=8))
@settings(deadline=None)
def test_a_numeral_is_refused_or_has_one_value(text: str) -> None:
    try:
        value = parse_numeral(text)
    except ValueError:
        return
    if len(text) > 1 and not set("十百千").isdisjoint(text):
        plain = text.replace("〇", "零").replace("两", "二")
        assert format_numeral(value) == plain.removeprefix("一" if plain.startswith("一十") else "")


@pytest.mark.parametrize("value", [-1, 10_000])
def test_numbers_without_a_spelling(value: int) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        format_numeral(value)
