"""What holds of citations whatever the text: their places, their numbers, and an end in good time."""

import itertools
from dataclasses import astuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Pinpoint, RangeEnd
from corpus.parse.citations import find_citations
from corpus.text.numerals import format_numeral

KNOWN = frozenset({"纪律处分条例", "监察法"})
TRAPS = (
    *("第", "一", "十", "两", "〇", "９", "0", "（", "）", "(", ")", "×", "某", "条", "款", "项", "目", "章", "节", "编", "部分"),
    *("、", "和", "至", "—", "-", "或者", "，", "。", "的", "之", "之一", "中", "总则", "前", "本", "同", "该", "上述", "有", "有关"),
    *("《", "》", "〈", "〉", "“", "”", "法", "条例", "规定", "例", "约", "件", "程", "课", "纪律处分条例", "监察法", "宪法"),
    *("以下简称", "（以下简称《", "2018年", "（2018年修订）", "原", "修订前的", "\n", " ", "\u3000", "\x00", "\U00020000", "a", "|"),
    *("第三条", "第二款", "第（一）项", "前款", "本条例", "《条例》", "《甲办法》第五条", "第六章至第八章"),
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(TRAPS), max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_places_are_in_order_and_hold_the_text(text: str) -> None:
    end = 0
    for citation in find_citations(text, KNOWN):
        span = citation.span
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == citation.text
        assert citation.title_span is None or span.start <= citation.title_span.start
        assert (citation.title is None) == (citation.title_span is None)
        end = span.end


@given(TEXTS)
@settings(max_examples=600, deadline=None)
def test_each_pinpoint_has_a_place_of_its_own(text: str) -> None:
    for citation in find_citations(text, KNOWN):
        assert len(citation.refs) == len(citation.ref_spans)
        inner = [(span.start, span.end) for span in citation.ref_spans]
        places = [citation.span.start, *itertools.chain(*inner), citation.span.end]
        assert places == sorted(places)
        assert all(any(astuple(ref)) for ref in citation.refs)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_citation_says_something(text: str) -> None:
    for citation in find_citations(text, KNOWN):
        assert citation.title or citation.own or citation.refs or citation.malformed


NUMBERS = st.integers(1, 9999)
ARTICLES = st.builds(lambda n, sub: f"{n}-{sub}" if sub else f"{n}", NUMBERS, st.none() | st.integers(1, 99))


@st.composite
def provisions(draw: st.DrawFn) -> Pinpoint:
    """条, perhaps 款, perhaps 项, and 目 only within an 项."""
    article, paragraph = draw(ARTICLES), draw(st.none() | NUMBERS)
    item = draw(st.none() | NUMBERS)
    subitem = draw(st.none() | NUMBERS) if item else None
    return Pinpoint(article=article, paragraph=paragraph, item=item, subitem=subitem)


@st.composite
def pinpoints(draw: st.DrawFn) -> Pinpoint:
    """A provision or a range of them."""
    start = draw(provisions())
    last = draw(st.none() | provisions().filter(lambda end: end.subitem is None))
    if last is None:
        return start
    end = RangeEnd(last.article, last.paragraph, last.item)
    return Pinpoint(None, None, None, start.article, start.paragraph, start.item, start.subitem, end)


def written(pinpoint: Pinpoint | RangeEnd, *, arabic: bool, bracketed: bool) -> str:
    """The pinpoint as prose writes it."""

    def number(value: int | str) -> str:
        return str(value) if arabic else format_numeral(int(value))

    article, _, sub = (pinpoint.article or "").partition("-")
    text = f"第{number(article)}条" + (f"之{number(sub)}" if sub else "")
    text += f"第{number(pinpoint.paragraph)}款" if pinpoint.paragraph else ""
    if pinpoint.item:
        text += f"第（{number(pinpoint.item)}）项" if bracketed else f"第{number(pinpoint.item)}项"
    if isinstance(pinpoint, Pinpoint):
        text += f"第{number(pinpoint.subitem)}目" if pinpoint.subitem else ""
        if pinpoint.range_end:
            text += "至" + written(pinpoint.range_end, arabic=arabic, bracketed=bracketed)
    return text


@given(st.lists(pinpoints(), min_size=1, max_size=6), st.booleans(), st.booleans())
@settings(max_examples=400, deadline=None)
def test_what_is_written_is_read(refs: list[Pinpoint], arabic: bool, bracketed: bool) -> None:  # noqa: FBT001
    chain = "、".join(written(ref, arabic=arabic, bracketed=bracketed) for ref in refs)
    (citation,) = find_citations(f"依照《监察法》{chain}处理。", KNOWN)
    assert citation.text == f"《监察法》{chain}"
    assert citation.refs == tuple(refs)
    assert citation.malformed is None


MEGABYTE = 1_000_000
ENDLESS = (
    *("第", "第第第第", "、", "《", "《〈", "第一、", "第一-", "第（一）、", "（一）（", "前款", "前款、", "本条", "第二章"),
    *("第一条、", "第一条至", "第一条之一、之二", "第一条。", "\u3000第一条", "第一条\n", "《条例》第一条，", "规定第一条。"),
    *("（以下简称《条例》）", "《甲法》（以下简称a", "第1章至第99章、", "> ", "法（", "2018年", "中华人民共和国"),
)  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_megabyte_of_anything_comes_to_an_end(piece: str) -> None:
    text = piece * (MEGABYTE // len(piece.encode()))
    assert sum(len(citation.text) for citation in find_citations(text, KNOWN)) <= len(text)
