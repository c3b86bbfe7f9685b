"""Texts of invented regulations, with every trap that real copies have shown."""

from __future__ import annotations

import hashlib
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Division, Pinpoint
from corpus.parse.official_text import OfficialText, check_identity, parse_official_text
from corpus.text.source import Source

LIBRARY = """\
海滨市图书借阅办法2021
（2021年3月5日海滨市图书馆馆务会议通过）
第一编　总则
第一章　目的
第一条　为了方便读者借书，制定本办法。
第二条　本办法适用于下列读者：
（一）持证读者；
（二）临时读者。
前款第二项读者，只能在馆内阅览。
第二章　借阅
第三条　每人每次借书不超过五册。
超过五册的，依照第一条的精神处理。
第二编　附则
第四条　本办法自2021年5月1日起施行。
"""


def parse(text: str, *, complete: bool = True) -> OfficialText:
    return parse_official_text(Source("a.txt", text), complete=complete)


def shape(text: OfficialText) -> dict[str, list[int | None]]:
    """Each article with the number of items of each of its paragraphs."""
    return {a.number: [p.items for p in a.paragraphs or ()] for a in text.outline.articles}


def messages(text: OfficialText) -> list[str]:
    """Each problem as `line:column message`."""
    found = []
    for problem in text.problems:
        at = text.source.position(problem.span.start)
        found.append(f"{at.line}:{at.column} {problem.message}")
    return found


def digest(text: str) -> str:
    return hashlib.sha256(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).encode()).hexdigest()


def test_parts_chapters_articles_paragraphs_items() -> None:
    text = parse(LIBRARY)
    assert text.problems == ()
    assert text.title == "海滨市图书借阅办法"
    assert shape(text) == {"1": [0], "2": [2, 0], "3": [0, 0], "4": [0]}
    assert text.outline.parts == (
        Division(1, "总则", first="1", last="3"),
        Division(2, "附则", first="4", last="4"),
    )
    assert text.outline.chapters == (
        Division(1, "目的", part=1, first="1", last="2"),
        Division(2, "借阅", part=1, first="3", last="3"),
    )
    last = text.outline.articles[-1]
    assert (last.part, last.chapter) == (2, None), "a new 编 leaves the 章 before it"


def test_words_and_places() -> None:
    text = parse(LIBRARY)
    paragraph = text.articles[1].paragraphs[0]
    assert paragraph.lead == "本办法适用于下列读者："
    assert [item.text for item in paragraph.items] == ["（一）持证读者；", "（二）临时读者。"]
    for article in text.articles:
        assert LIBRARY[article.label.start : article.label.end].startswith("第")
        for held in article.paragraphs:
            assert LIBRARY[held.span.start : held.span.end] == held.text


def test_the_hash_is_that_of_the_contract() -> None:
    text = parse("第一条　读者（含　儿童）有下列权利：\n  （一）借书；\n(二)还书。\n")
    (article,) = text.outline.articles
    assert article.paragraphs is not None
    assert article.paragraphs[0].sha256 == digest("读者（含儿童）有下列权利：（一）借书；（二）还书。")


def test_a_hash_does_not_depend_on_widths_blanks_and_line_breaks() -> None:
    one = parse("第一条　读者：\n（一）ＡＢ；\n（二）乙。\n").outline.articles
    other = parse("\ufeff第1条读者:\r\n\u3000\u3000(一) AB;\r\n\u200b(二)乙。\r\n").outline.articles
    assert one == other


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("海滨市", None),
        ("第一条　为了", Pinpoint(1, 1, None, "1")),
        ("为了方便", Pinpoint(1, 1, None, "1", 1)),
        ("适用于", Pinpoint(1, 1, None, "2", 1)),
        ("临时读者", Pinpoint(1, 1, None, "2", 1, 2)),
        ("前款第二项", Pinpoint(1, 1, None, "2", 2)),
        ("第二章", None),
        ("第一条的精神", Pinpoint(1, 2, None, "3", 2)),
        ("自2021年5月", Pinpoint(2, None, None, "4", 1)),
    ],
)
def test_place_of_an_offset(before: str, place: Pinpoint | None) -> None:
    assert parse(LIBRARY).place(LIBRARY.index(before)) == place


def test_place_outside_the_text() -> None:
    assert parse(LIBRARY).place(len(LIBRARY) + 9) is None


@pytest.mark.parametrize(
    "label",
    [
        "第一条　",
        "第一条",
        "第 一 条 ",
        "第1条 ",
        "第１条　",
        "　　第一条\t",
        "第一条：",
        "\ufeff第一条\u200b",
    ],
)
def test_forms_of_a_label(label: str) -> None:
    text = parse(f"{label}读者应当爱护图书。\n第二条 读者应当安静。\n")
    assert text.problems == ()
    assert [a.paragraphs[0].text for a in text.articles] == ["读者应当爱护图书。", "读者应当安静。"]


@pytest.mark.parametrize(
    "line",
    [
        "第二条、第三条规定的读者除外。",
        "第二条第一款所列读者除外。",
        "第二条规定的读者除外。",
        "第二条至第四条不适用于儿童。",
        "第二条和第三条的规定不适用于儿童。",
        "第二条所称读者，不含儿童。",
        "第二章、第三章不适用于儿童。",
        "第二章规定的读者除外。",
    ],
)
def test_a_citation_at_the_start_of_a_line_is_no_heading(line: str) -> None:
    text = parse(f"第一条　读者应当安静。\n{line}\n第二条　读者应当守时。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [0, 0], "2": [0]}


def test_a_label_on_its_own_line() -> None:
    text = parse("第一条\n读者应当安静。\n儿童除外。\n第二条\n（一）成人；\n（二）儿童。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [0, 0], "2": [2]}


def test_an_inserted_article() -> None:
    text = parse("第八条　甲。\n第八条之一　乙。\n第八条之二　丙。\n第九条　丁。\n", complete=False)
    assert text.problems == ()
    assert list(shape(text)) == ["8", "8-1", "8-2", "9"]
    text = parse("第一条　依照第二条之一、第二条之二处理。\n第二条之一、第二条之二另行公布。\n")
    assert list(shape(text)) == ["1"]
    assert shape(text) == {"1": [0, 0]}


def test_a_gap_among_inserted_articles() -> None:
    text = parse("第一条　甲。\n第一条之二　乙。\n第三条　丙。\n")
    assert messages(text) == [
        "2:1 第一条之后是第一条之二，缺第一条之一",
        "3:1 第一条之二之后是第三条，缺第二条",
    ]


# ------------------------------------------------------------------ 款, 项, 目
def test_a_line_after_the_items_opens_a_new_paragraph() -> None:
    text = parse("第一条　分为：\n（一）甲；\n（二）乙。\n前款不含丙。\n另分为：\n（一）丁；\n（二）戊。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [2, 0, 2]}


def test_a_line_between_two_items_of_one_list_belongs_to_the_item() -> None:
    text = parse("第一条　分为：\n（一）甲。\n甲另有说明。\n（二）乙。\n不含丙。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [2, 0]}
    assert text.articles[0].paragraphs[0].items[0].text == "（一）甲。\n甲另有说明。"


@pytest.mark.parametrize("marker", ["{}.", "{}．", "{}、", "（{}）", "({})"])
def test_subitems_belong_to_their_item(marker: str) -> None:
    one, two = marker.format(1), marker.format("２")
    text = parse(f"第一条　分为：\n（一）甲：\n{one}小；\n{two}大。\n（二）乙。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [2]}
    first = text.articles[0].paragraphs[0].items[0]
    assert [(sub.number, sub.text[-2:]) for sub in first.subitems] == [(1, "小；"), (2, "大。")]
    assert text.place(text.source.text.index("大")) == Pinpoint(article="1", paragraph=1, item=1, subitem=2)


def test_circled_numbers_are_subitems_not_digits() -> None:
    text = parse("第一条　分为：\n㈠甲：\n①小；\n②大。\n㈡乙。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [2]}
    assert len(text.articles[0].paragraphs[0].items[0].subitems) == 2


def test_arabic_items_without_chinese_ones_are_items() -> None:
    assert shape(parse("第一条　分为：\n1.甲；\n2.乙。\n")) == {"1": [2]}


def test_items_on_the_line_of_their_paragraph() -> None:
    text = parse("第一条　分为：（一）甲；（二）乙。\n第二条　依照第一条第（一）项处理；（二）项除外。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [2], "2": [0]}


def test_a_number_with_a_decimal_point_is_no_marker() -> None:
    assert shape(parse("第一条　每册：\n1.5元的，免收。\n2021年以前的，也免收。\n")) == {"1": [0, 0, 0]}


def test_items_that_do_not_count_on() -> None:
    text = parse("第一条　分为：\n（一）甲；\n（三）乙。\n第二条　分为：\n（二）丙。\n")
    assert messages(text) == [
        "3:1 第一条第一款的项不连续：应是第 2 个，编号却是 3",
        "5:1 第二条第一款的项不连续：应是第 1 个，编号却是 2",
    ]


# ------------------------------------------------------------------- headings
def test_sections_below_chapters() -> None:
    text = parse(
        "第一章　总则\n第一条　甲。\n第二章　借阅\n第一节　成人\n第二条　乙。\n第三条　丙。\n"
        "第二节　儿童\n第四条　丁。\n第三章　归还\n第一节　期限\n第五条　戊。\n"
    )
    assert text.problems == ()
    assert text.outline.sections == (
        Division(1, "成人", chapter=2, first="2", last="3"),
        Division(2, "儿童", chapter=2, first="4", last="4"),
        Division(1, "期限", chapter=3, first="5", last="5"),
    )
    assert text.articles[0].section is None


def test_chapters_may_begin_anew_in_each_part() -> None:
    text = parse(
        "第一编　甲\n第一章　子\n第一条　一。\n第二章　丑\n第二条　二。\n第二编　乙\n第一章　寅\n第三条　三。\n"
    )
    assert text.problems == ()
    assert [(c.part, c.number, c.first) for c in text.outline.chapters] == [
        (1, 1, "1"),
        (1, 2, "2"),
        (2, 1, "3"),
    ]


def test_a_heading_in_pieces() -> None:
    text = parse("第 一 章\n总　　则\n第一条　甲。\n第 2 章 附  则\n第二条　乙。\n")
    assert text.problems == ()
    assert [(c.number, c.title) for c in text.outline.chapters] == [(1, "总则"), (2, "附则")]


def test_headings_without_numbers_count_as_sections() -> None:
    text = parse(
        "海滨市读者公约\n读者应当共同遵守。\n成人公约\n第一条　安静。\n第二条　守时。\n儿童公约\n第三条　排队。\n"
    )
    assert text.problems == ()
    assert text.outline.sections == (
        Division(1, "成人公约", first="1", last="2"),
        Division(2, "儿童公约", first="3", last="3"),
    )
    assert text.outline.chapters == ()
    assert shape(text) == {"1": [0], "2": [0], "3": [0]}


def test_a_title_before_the_first_article_is_no_heading() -> None:
    text = parse("海滨市读者公约\n第一条　安静。\n第二条　守时。\n")
    assert text.outline.sections == ()
    assert text.title == "海滨市读者公约"


@pytest.mark.parametrize("name", ["目录\n", "目　录\n", ""])
@pytest.mark.parametrize("tail", ["", "……3"])
def test_a_table_of_contents_is_not_the_body(name: str, tail: str) -> None:
    table = f"{name}第一章　总则{tail}\n第二章　附则{tail}\n"
    text = parse(f"海滨市读者公约\n{table}第一章　总则\n第一条　安静。\n第二章　附则\n第二条　守时。\n")
    assert text.problems == ()
    assert [(c.title, c.first) for c in text.outline.chapters] == [("总则", "1"), ("附则", "2")]


def test_a_table_of_contents_may_leave_the_parts_out_or_run_on_one_line() -> None:
    body = "第一编　甲\n第一章　总则\n第一条　安静。\n第二章　附则\n第二条　守时。\n"
    text = parse(f"公约\n目录\n第一章 总则 第二章 附则\n{body}")
    assert text.problems == ()
    assert len(text.outline.parts) == 1
    assert len(text.outline.chapters) == 2


def test_a_table_of_contents_with_articles() -> None:
    table = "目录\n第一章　总则\n第一条　安静\n第二条　守时\n"
    text = parse(f"公约\n{table}第一章　总则\n第一条　应当安静。\n第二条　应当守时。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [0], "2": [0]}


def test_an_appendix_is_not_the_body() -> None:
    text = parse("第一条　安静。\n第二条　守时。\n附件：收费表\n一、借书证五元\n第一条　工本费五元。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [0], "2": [0]}


# ------------------------------------------------------------- texts without 条
def test_sections_without_articles() -> None:
    text = parse(
        "关于读书的意见\n（2020年1月2日）\n读书有益。\n一、提高认识\n认识不足。\n二、加强领导\n（一）馆长负责。\n"
        "馆长应当带头。\n（二）馆员配合。\n配合应当主动。\n三、\n抓好落实\n落实到位。\n"
    )
    assert text.problems == ()
    assert text.outline.articles == ()
    assert [(s.number, s.title) for s in text.outline.sections] == [
        (1, "提高认识"),
        (2, "加强领导"),
        (3, "抓好落实"),
    ]
    assert text.place(text.source.text.index("认识不足")) == Pinpoint(section=1)
    assert text.place(text.source.text.index("带头")) == Pinpoint(section=2, item=1)
    assert text.place(text.source.text.index("主动")) == Pinpoint(section=2, item=2)
    assert text.place(text.source.text.index("读书有益")) is None


def test_items_may_count_on_over_sections() -> None:
    text = parse("一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。\n")
    assert text.problems == ()
    assert text.place(text.source.text.index("寅")) == Pinpoint(section=2, item=3)


def test_a_sentence_after_the_number_is_no_title() -> None:
    text = parse("一、读者应当安静。\n二、读者应当守时。\n")
    assert [s.title for s in text.outline.sections] == ["", ""]
    assert text.sections[1].paragraphs[0].text == "读者应当守时。"


def test_spelt_out_sections() -> None:
    text = parse("第一部分　总论\n一、目的\n读书。\n第二部分　分论\n一、办法\n多读。\n")
    assert text.problems == ()
    assert [s.title for s in text.outline.sections] == ["总论", "分论"]


def test_a_gap_among_sections() -> None:
    assert messages(parse("一、甲\n文。\n三、丙\n文。\n")) == ["3:1 第一部分之后是第三部分，缺第二部分"]


# --------------------------------------------------------------------- doubts
def test_a_gap() -> None:
    text = parse("第一条　甲。\n第二条　乙。\n第五条　丙。\n")
    assert messages(text) == ["3:1 第二条之后是第五条，缺第三条至第四条"]
    assert parse(text.source.text, complete=False).problems == ()


def test_a_text_that_does_not_begin_with_the_first_article() -> None:
    assert messages(parse("第三条　甲。\n")) == ["1:1 全文从第三条开始，缺第一条至第二条"]


def test_a_repeated_article() -> None:
    text = parse("第一条　甲。\n第二条　乙。\n第二条　丙。\n第三条　丁。\n", complete=False)
    assert messages(text) == ["3:1 第二条重复出现：第 2 行已有第二条"]


def test_articles_out_of_order() -> None:
    text = parse("第一条　甲。\n第三条　乙。\n第二条　丙。\n", complete=False)
    assert messages(text) == ["3:1 第二条排在第三条之后，次序颠倒"]


def test_a_glued_article_is_taken_apart() -> None:
    text = parse("第一条　甲。第二条　乙。\n第三条　丙。 第四条 丁。第五条　戊。\n")
    assert text.problems == ()
    assert shape(text) == {str(i): [0] for i in range(1, 6)}
    assert text.source.text[text.articles[1].span.start :].startswith("第二条　乙")


def test_a_glued_article_after_items_and_after_a_heading() -> None:
    text = parse("第一章　总则　第一条　分为：\n（一）甲；\n（二）乙。第二条　丙。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [2], "2": [0]}
    assert text.outline.chapters[0].last == "2"


@pytest.mark.parametrize(
    "line",
    [
        "第一条　依照第二条　的规定处理。",
        "第一条　甲。第二条第一款不适用。",
        "第一条　甲。第三条　不适用。",
        "第一条　甲，第二条　不适用。",
        "第一条　甲。第二条、第三条 不适用。",
    ],
)
def test_a_citation_in_mid_line_is_no_article(line: str) -> None:
    text = parse(f"{line}\n第二条　乙。\n")
    assert text.problems == ()
    assert shape(text) == {"1": [0], "2": [0]}


def test_a_glued_article_without_a_blank_is_reported() -> None:
    text = parse("第一条　甲。\n第二条　乙。第三条丙。\n")
    assert messages(text) == ["2:7 “第三条”可能是接在上一段末尾的新的一条"]
    text = parse("第一条　甲。\n第二条　乙\u201d）第三条丙。\n第四条　丁。\n")
    assert "2:8 第二条之后是第四条，缺第三条" in messages(text), "a gap points at the missing label"


def test_no_article_found() -> None:
    assert messages(parse("读者应当安静。\n")) == ["1:1 没有找到“第一条”这样的条，也没有找到“一、”这样的标题"]
    assert messages(parse(" \n\n")) == ["1:1 文件里没有文字"]
    assert messages(parse("")) == ["1:1 文件里没有文字"]


def test_a_number_that_nobody_writes() -> None:
    text = parse("第一条　甲。\n第十百条　乙。\n第二条　丙。\n")
    assert messages(text) == ["2:1 读不出“第十百条”的编号"]


def test_a_paragraph_torn_in_two() -> None:
    text = parse("第一条　读者应当在馆内保持安静，\n不得喧哗。\n第二条　守时\n")
    assert messages(text) == ["1:16 这一行末尾没有句号、分号或冒号", "3:6 这一行末尾没有句号、分号或冒号"]


@pytest.mark.parametrize("junk", ["<br>", "&nbsp;", "\ufffd"])
def test_markup_of_the_web(junk: str) -> None:
    text = parse(f"第一条　甲{junk}乙。\n")
    assert messages(text) == [f"1:6 文本里混有网页代码或乱码“{junk}”"]


def test_headings_in_doubt() -> None:
    text = parse(
        "第一章　甲\n第一条　一。\n第三章　丙\n第二条　二。\n第三章　丁\n第四章\n第三条　三。\n第五章　戊\n"
    )
    assert messages(text) == [
        "3:1 第一章之后是第三章，缺第二章",
        "5:1 第三章重复出现",
        "6:1 “第四章”后面没有标题",
        "8:1 “第五章　戊”下面没有条",
    ]


def test_a_line_between_a_heading_and_its_article() -> None:
    text = parse("第一章　甲\n这里有一行。\n第一条　一。\n")
    assert messages(text) == ["2:1 这一行在标题和条之间，不属于任何一条"]


# ------------------------------------------------------------ incomplete texts
def test_a_skeleton_says_what_is_known() -> None:
    skeleton = "第二章　借阅\n第三条\n第四条　……\n第七条　…………\n……\n第八条　分为：\n（一）……\n（二）……\n"
    text = parse(skeleton, complete=False)
    assert text.problems == ()
    assert text.outline.articles[0].paragraphs is None
    assert shape(text) == {"3": [], "4": [None], "7": [None, None], "8": [2]}
    assert all(p.sha256 is None for a in text.outline.articles for p in a.paragraphs or ())
    assert not text.outline.complete


def test_where_a_heading_of_an_incomplete_text_ends() -> None:
    text = parse(
        "第一章　甲\n第三条　一。\n第二章　乙\n第四条　二。\n第四章　丙\n第九条　三。\n", complete=False
    )
    assert text.problems == ()
    assert [(c.first, c.last) for c in text.outline.chapters] == [("3", "3"), ("4", None), ("9", None)]


def test_a_complete_text_leaves_nothing_out() -> None:
    assert messages(parse("第一条\n第二条　……\n")) == ["1:1 第一条没有正文", "2:5 第二条用省略号略去了内容"]


# ------------------------------------------------------------------- identity
@pytest.mark.parametrize(
    ("title", "edition", "found"),
    [
        ("海滨市图书借阅办法", "2021", []),
        ("中国海滨市图书借阅办法", "2021", []),
        (
            "海滨市图书采购办法",
            "2021",
            ["文本的标题是“海滨市图书借阅办法”，要登记的却是《海滨市图书采购办法》"],
        ),
        (
            "海滨市图书借阅办法",
            "2019",
            [
                "文本的标题写的是 2021 年，要登记的却是 2019 年版",
                "文本最近一次通过或发布是 2021 年，要登记的却是 2019 年版",
                "末条写明 2021 年起施行，不像是 2019 年版",
            ],
        ),
    ],
)
def test_the_text_must_be_the_one_asked_for(title: str, edition: str, found: list[str]) -> None:
    assert [problem.message for problem in check_identity(parse(LIBRARY), title, edition)] == found


def test_a_page_titled_with_one_edition_that_holds_another() -> None:
    text = parse("海滨市图书借阅办法（2023年修订）\n第一条　甲。\n第二条　本办法自2018年10月1日起施行。\n")
    found = list(check_identity(text, "海滨市图书借阅办法", "2023"))
    assert [problem.message for problem in found] == ["末条写明 2018 年起施行，不像是 2023 年版"]
    assert text.source.position(found[0].span.start).line == 3


# ----------------------------------------------------------------- robustness
PIECES = (
    "第", "一", "二", "百", "条", "章", "编", "节", "部分", "之", "、", "。", "：", "（一）", "（", "）", "1.", "①", "㈠",
    "\n", "\r\n", "\u3000", " ", "……", "目录", "附件", "第一条\u3000", "第二条", "一、", "读者", "2021年", "通过",
    "《", "》", "\ufeff",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"]), max_size=60).map("".join))
def test_nothing_raises_and_every_span_lies_in_the_text(text: str) -> None:
    for complete in (True, False):
        read = parse(text, complete=complete)
        for problem in (*read.problems, *check_identity(read, "图书借阅办法", "2021")):
            assert 0 <= problem.span.start <= problem.span.end <= len(text)
        for article in read.articles:
            assert read.place(article.label.start) is not None
            for paragraph in article.paragraphs:
                assert article.span.start <= paragraph.span.start < paragraph.span.end <= article.span.end


def test_a_huge_line_takes_no_time() -> None:
    text = parse("".join(f"第{i}条 读者应当守时。" for i in range(1, 5001)))
    assert len(text.articles) == 5000
    assert text.problems == ()
