"""What of a page is not prose, and that offsets survive its removal."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text.markup import EXPLICIT_TERM, MASK, mask_addresses, mask_code, mask_markup


def shown(text: str) -> str:
    """The masked text with a mask that can be read."""
    return mask_markup(text).replace(MASK, "·")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("甲`乙`丙", "甲···丙", id="code"),
        pytest.param("甲``乙`丙``丁", "甲·······丁", id="code-with-a-tick"),
        pytest.param("甲`乙\n丙`丁", "甲··\n··丁", id="code-over-a-line"),
        pytest.param("甲`乙\n\n丙`丁", "甲`乙\n\n丙`丁", id="code-ends-with-its-paragraph"),
        pytest.param("甲`乙\n \n丙`丁", "甲`乙\n \n丙`丁", id="a-line-of-spaces-is-blank"),
        pytest.param("甲`乙", "甲`乙", id="a-single-tick"),
        pytest.param("```\n甲\n```\n乙", "···\n·\n···\n乙", id="fence"),
        pytest.param("~~~~py\n甲\n~~~\n乙\n~~~~\n丙", "······\n·\n···\n·\n····\n丙", id="longer-fence"),
        pytest.param("```\n甲\n`````\n乙", "···\n·\n·····\n乙", id="longer-end-of-a-fence"),
        pytest.param("```\n甲\n\n乙", "···\n·\n\n·", id="unclosed-fence"),
        pytest.param("    ```\n    甲\n    ```\n乙", "·······\n·····\n·······\n乙", id="fence-in-a-list"),
        pytest.param("> ```\n> 甲\n> ```\n乙", "·····\n···\n·····\n乙", id="fence-in-a-quotation"),
        pytest.param("```甲```乙", "·······乙", id="three-ticks-in-a-line-are-code"),
        pytest.param("甲<!-- 乙\n丙 -->丁", "甲······\n·····丁", id="comment"),
        pytest.param("甲<!-- 乙\n丙", "甲······\n·", id="unclosed-comment"),
        pytest.param("甲[乙](丙)丁", "甲······丁", id="link"),
        pytest.param("[甲](乙(丙)丁)戊", "··········戊", id="brackets-in-an-address"),
        pytest.param("[甲[乙]](丙)丁", "·········丁", id="brackets-in-a-label"),
        pytest.param("![甲](乙.png)丙", "···········丙", id="picture"),
        pytest.param("[甲][乙]丙", "······丙", id="reference-link"),
        pytest.param("[甲]: https://a.b\n丙", "················\n丙", id="link-definition"),
        pytest.param("[甲]乙", "[甲]乙", id="brackets-are-prose"),
        pytest.param("[[甲]]乙", "[[甲]]乙", id="explicit-term"),
        pytest.param("甲<b>乙</b>丙", "甲···乙····丙", id="tags"),
        pytest.param('甲<a\n href="乙">丙', "甲··\n··········丙", id="tag-over-a-line"),
        pytest.param("甲<b\n\n乙>丙", "甲<b\n\n乙>丙", id="tag-ends-with-its-paragraph"),
        pytest.param("3<5，7>6", "3<5，7>6", id="less-than"),
        pytest.param("甲 {#乙} {: .丙 } { .丁 }", "甲 ···· ······· ······", id="attributes"),
        pytest.param("甲{乙}丙", "甲{乙}丙", id="braces-are-prose"),
        pytest.param("见https://a.b/c?d=1，甲", "见·················，甲", id="address"),
        pytest.param("# 甲\n乙", "···\n乙", id="heading"),
        pytest.param("   ## 甲 {#b}\n乙", "············\n乙", id="indented-heading"),
        pytest.param("#甲\n乙", "#甲\n乙", id="a-number-sign-is-prose"),
    ],
)
def test_masks(text: str, masked: str) -> None:
    assert shown(text) == masked


def test_headings_may_stay() -> None:
    assert mask_markup("# 甲`乙`\n丙", headings=False).replace(MASK, "·") == "# 甲···\n丙"


def test_only_code_and_comments() -> None:
    text = "# 甲\n[乙](丙) `丁` <b>戊</b>\n~~~\n己\n~~~\n<!-- 庚 -->"
    assert mask_code(text).replace(MASK, "·") == "# 甲\n[乙](丙) ··· <b>戊</b>\n···\n·\n···\n··········"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("见https://a.b/c?d=1，甲", "见·················，甲", id="address"),
        pytest.param("见http://a.b。甲", "见··········。甲", id="address-at-a-stop"),
        pytest.param("写信到a.b+c@d-e.org.cn，甲", "写信到················，甲", id="mail"),
        pytest.param("@甲、甲@乙、3@5", "@甲、甲@乙、3@5", id="a-sign-alone"),
        pytest.param("`甲`[乙](丙.md)", "`甲`[乙](丙.md)", id="no-markup-in-plain-text"),
    ],
)
def test_addresses_in_plain_text(text: str, masked: str) -> None:
    assert mask_addresses(text).replace(MASK, "·") == masked


@given(st.text())
def test_addresses_leave_the_length_and_the_lines(text: str) -> None:
    masked = mask_addresses(text)
    assert len(masked) == len(text)
    assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))
    assert masked.count("\n") == text.count("\n")


def test_explicit_terms() -> None:
    assert EXPLICIT_TERM.findall("[[甲]]、[乙]、[[丙]") == ["甲"]


PIECES = ("`", "``", "```", "~~~", "\n", "\n\n", "[", "]", "(", ")", "<", "<!--", "-->", ">", "{", "#", "}", "甲", " ")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=500, deadline=None)
def test_length_and_lines_survive(text: str) -> None:
    for masked in (mask_markup(text), mask_code(text)):
        assert len(masked) == len(text)
        assert [i for i, c in enumerate(masked) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
        assert all(new in (old, MASK) for old, new in zip(text, masked, strict=True))


ENDLESS = ("`", "` ", " `", "``x`", "[", "![", "[a](", "[a](()", "[[a]", "<", "<a", "<a\n", "<!--", "《", "{#", "> ", "~~~\n", "```a`\n")  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_megabyte_of_anything_comes_to_an_end(piece: str) -> None:
    text = piece * (1_000_000 // len(piece.encode()))
    assert len(mask_markup(text)) == len(text)


def test_a_megabyte_of_code_that_never_closes() -> None:
    text = "".join("`" * i + "甲" for i in range(1, 1400))
    assert mask_markup(text) == text
