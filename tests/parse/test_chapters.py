"""Chapter pages and tables of subjects: what is read, and where what cannot be read stands."""

import pytest

from corpus.model import Page, Tier
from corpus.parse.chapters import article_sections, parse_chapter, parse_subjects
from corpus.text.front_matter import read_front_matter
from corpus.text.source import Source

ARTICLE = """\
## 第九十七条 收受礼品

要点：不能收的不收。
两行算一段。

第二款：本款另有起点。

| 款 | 情形 | 处分 |
| --- | --- | --- |
| 2 | 情节严重 | 撤销党内职务、留党察看 |
| 1、2 | 情节较轻 | 警告 |
| 3 | 有前两款行为又拒不交代 | 从重处分 |

易错：与借用混淆。
关键词：礼品、 礼金，购物卡。
"""


def page(body: str) -> Page:
    source = Source("docs/a.md", f"---\ndescription: 甲\n---\n# 第八章 廉洁\n\n引言。\n\n{body}")
    return Page(
        "regulations/a/2023/chapter-08.md", source, read_front_matter(source), "chapter", "chapter-08"
    )


def problems(body: str) -> list[tuple[str, str, str]]:
    """(text at the place, message, hint) of what cannot be read."""
    chapter = page(body)
    _, found = parse_chapter(chapter)
    text = chapter.source.text
    assert all(problem.path == "docs/a.md" for problem in found)
    return [(text[p.span.start : p.span.end], p.message, p.hint) for p in found]


def test_a_digest() -> None:
    chapter = page(ARTICLE)
    (digest,), found = parse_chapter(chapter)
    assert found == ()
    assert (digest.article, digest.subject, digest.page) == ("97", "收受礼品", chapter.path)
    assert digest.text == "不能收的不收。\n两行算一段。"
    assert digest.keywords == ("礼品", "礼金", "购物卡")
    assert chapter.source.text[digest.heading.start : digest.heading.end] == "## 第九十七条 收受礼品"


def test_tiers_are_in_the_order_of_paragraphs() -> None:
    (digest,), _ = parse_chapter(page(ARTICLE))
    assert digest.tiers == (
        Tier(1, "情节较轻", ("警告",)),
        Tier(2, "情节严重", ("撤销党内职务", "留党察看")),
        Tier(2, "情节较轻", ("警告",)),
        Tier(3, "有前两款行为又拒不交代", (), "从重处分"),
    )


def test_labels_need_no_empty_line_between_them() -> None:
    (digest,), _ = parse_chapter(page("## 第一条 甲\n\n要点：乙\n易错：丙\n关键词：丁\n"))
    assert (digest.text, digest.keywords) == ("乙", ("丁",))


def test_sections() -> None:
    chapter = page("## 第三百八十八条之一 甲\n\n要点：乙\n\n## 第三百八十九条\n\n要点：丙\n")
    sections = article_sections(chapter)
    text = chapter.source.text
    assert [(section.number, section.subject) for section in sections] == [("388-1", "甲"), ("389", "")]
    assert text[sections[1].heading.start : sections[1].heading.end] == "## 第三百八十九条"
    assert text[sections[0].body.start : sections[0].body.end] == "\n\n要点：乙\n\n"
    assert sections[1].body.end == len(text)


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_an_example_in_code_is_no_article(fence: str) -> None:
    chapter = page(f"{fence}\n## 第九十八条 例\n{fence}\n\n<!--\n## 第九十九条 例\n-->\n\n{ARTICLE}")
    digests, found = parse_chapter(chapter)
    assert [digest.article for digest in digests] == ["97"]
    assert found == ()


def test_a_page_without_articles() -> None:
    assert parse_chapter(page("只有引言。\n")) == ((), ())


FORM = "款用数字（1、2），处分用 警告、严重警告、撤销党内职务、留党察看、开除党籍，或以从重、加重开头"
TITLE = "写成 ## 第九十七条 条旨"
ROW = "写成 | 1 | 情节较轻 | 警告、严重警告 |"
TABLE = "要点：乙\n\n| 款 | 情形 | 处分 |\n| --- | --- | --- |\n"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("## 第九九十条 甲\n\n要点：乙\n", ("## 第九九十条 甲", "条号不是数字", TITLE), id="no-numeral"),
        pytest.param("## 第97条 甲\n\n要点：乙\n", ("## 第97条 甲", "条的标题写法不对", TITLE), id="arabic"),
        pytest.param("### 第九十七条 甲\n\n要点：乙\n", ("### 第九十七条 甲", "条的标题写法不对", TITLE), id="level"),
        pytest.param("##第九十七条 甲\n\n要点：乙\n", ("##第九十七条 甲", "条的标题写法不对", TITLE), id="no-space"),
        pytest.param("## 第九十七条甲\n\n要点：乙\n", ("## 第九十七条甲", "条的标题写法不对", TITLE), id="no-space-after"),
        pytest.param("## 第九十七条 甲\n\n易错：乙\n", ("## 第九十七条 甲", "这一条没有“要点：”段", "在标题下另起一段写“要点：…”"), id="no-digest"),
        pytest.param("## 第九十七条 甲\n\n要点：\n", ("## 第九十七条 甲", "这一条没有“要点：”段", "在标题下另起一段写“要点：…”"), id="empty-digest"),
        pytest.param("## 第一条 甲\n\n要点：乙\n\n### 丙\n", ("### 丙", "条的下面不能再有标题", "改成普通段落"), id="heading-inside"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 一 | 情节较轻 | 警告 |\n", ("| 一 | 情节较轻 | 警告 |", "档次表里看不懂“一”", FORM), id="paragraph-in-han"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 0 | 情节较轻 | 警告 |\n", ("| 0 | 情节较轻 | 警告 |", "档次表里看不懂“0”", FORM), id="paragraph-zero"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 1,2 | 情节较轻 | 警告 |\n", ("| 1,2 | 情节较轻 | 警告 |", "档次表里看不懂“1,2”", FORM), id="half-width-comma"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 1 | 情节较轻 | 警告、记过 |\n", ("| 1 | 情节较轻 | 警告、记过 |", "档次表里看不懂“记过”", FORM), id="no-party-sanction"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 1 | 情节较轻 | 警告或者严重警告 |\n", ("| 1 | 情节较轻 | 警告或者严重警告 |", "档次表里看不懂“警告或者严重警告”", FORM), id="joined-by-or"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 1 | 情节较轻 |  |\n", ("| 1 | 情节较轻 |  |", "档次表里看不懂“”", FORM), id="no-sanction"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 1 | 警告 |\n", ("| 1 | 警告 |", "档次表的这一行有 2 格，应有 3 格", ROW), id="two-cells"),
        pytest.param(f"## 第一条 甲\n\n{TABLE}| 1 | 情节较轻 | 警告 | 丙 |\n", ("| 1 | 情节较轻 | 警告 | 丙 |", "档次表的这一行有 4 格，应有 3 格", ROW), id="four-cells"),
        pytest.param("## 第一条 甲\n\n要点：乙\n\n| 条款 | 情形 | 处分 |\n| - | - | - |\n| 1 | 较轻 | 警告 |\n", ("| 条款 | 情形 | 处分 |", "档次表里看不懂“条款”", FORM), id="another-head"),
        pytest.param("## 第一条 甲\n\n要点：乙\n\n| 年 | 次 |\n| - | - |\n| 1 | 2 |\n", ("| 年 | 次 |", "档次表的这一行有 2 格，应有 3 格", ROW), id="another-table"),
    ],
)  # fmt: skip
def test_problems(body: str, found: tuple[str, str, str]) -> None:
    assert problems(body) == [found]


def test_a_bad_row_does_not_hide_the_others() -> None:
    body = f"## 第一条 甲\n\n{TABLE}| x | 较轻 | 警告 |\n| 2 | 较重 | 留党察看 |\n| 3 | 严重 | 除名 |\n"
    (digest,), found = parse_chapter(page(body))
    assert digest.tiers == (Tier(2, "较重", ("留党察看",)),)
    assert [problem.message for problem in found] == ["档次表里看不懂“x”", "档次表里看不懂“除名”"]


def test_an_article_without_a_number_yields_no_digest() -> None:
    digests, _ = parse_chapter(page(f"## 第九九条 甲\n\n要点：乙\n\n{ARTICLE}"))
    assert [digest.article for digest in digests] == ["97"]


def test_subjects() -> None:
    table = "| 条 | 条旨 |\n| --- | --- |\n| 88 | 收受礼品 |\n|388之一|影响力受贿|\n| 388之九九 | 甲 |\n| 乙 | 丙 |\n"
    assert parse_subjects(page(table)) == (("88", "收受礼品"), ("388-1", "影响力受贿"))


def test_a_megabyte_comes_to_an_end() -> None:
    for piece in ("要点：", "|", "## 第一条\n", "| 1 | a |\n", "# ", "甲\n", " \n"):
        parse_chapter(page(f"## 第一条\n{piece * (1_000_000 // len(piece.encode()))}"))
