"""The tiny site as MkDocs builds it: what a reader finds on each kind of page."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import markdown  # type: ignore[import-untyped]
import pytest
from lxml import html

from corpus.model import PARTY_SANCTIONS, Corpus, Tier
from corpus.render.articles import ladder
from corpus.render.page import render_page
from corpus.resolve import Resolution

Open = Callable[[str], Any]
Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]
EDITION = "regulations/honest-service/2024"


@pytest.fixture
def page(built: Path) -> Open:
    """The content of a built page."""

    def opened(path: str) -> Any:
        (content,) = html.parse(built / path).xpath("//article[contains(@class, 'md-content__inner')]")
        return content

    return opened


def words(element: Any) -> str:
    """The text of an element without the signs beside headings."""
    return re.sub(r"\s+", "", element.text_content()).replace("#", "")


def eids(corpus: Corpus, edition: str, *numbers: str) -> list[str]:
    """Every id that the outline of an edition of the tiny site promises for some articles."""
    regulation = corpus.regulation("honest-service")
    assert regulation is not None
    found = regulation.edition(edition)
    assert found is not None
    assert found.outline is not None
    names = []
    for article in found.outline.articles:
        if article.number in numbers:
            names.append(f"art_{article.number}")
            for i, paragraph in enumerate(article.paragraphs or (), 1):
                names.append(f"art_{article.number}__para_{i}")
                names += [
                    f"art_{article.number}__para_{i}__item_{n}" for n in range(1, (paragraph.items or 0) + 1)
                ]
    return names


HOMES = [
    (f"{EDITION}/chapter-02.html", "2024", ["4", "5", "6"]),
    (f"{EDITION}/chapter-03.html", "2024", ["7", "8", "9", "9-1"]),
    (f"{EDITION}/index.html", "2024", ["1", "2", "3", "10", "11", "12"]),
    ("regulations/honest-service/2019/index.html", "2019", [f"{n}" for n in range(1, 9)]),
]


@pytest.mark.parametrize(("path", "edition", "numbers"), HOMES, ids=[home[0] for home in HOMES])
def test_every_article_paragraph_and_item_has_one_id_on_one_page(
    corpus: Corpus, page: Open, path: str, edition: str, numbers: list[str]
) -> None:
    ids = Counter(page(path).xpath(".//@id"))
    assert [name for name in ids if name.startswith("art_") and ids[name] > 1] == []
    assert sorted(name for name in ids if name.startswith("art_")) == sorted(eids(corpus, edition, *numbers))


def test_the_id_of_a_paragraph_with_words_of_its_own_is_at_those_words(page: Open) -> None:
    (paragraph,) = page(f"{EDITION}/chapter-03.html").xpath(".//*[@id='art_7__para_2']")
    assert (paragraph.tag, words(paragraph)) == ("p", "第二款没有事要办，礼太重也不行。")


def test_labels_on_lines_that_follow_each_other_are_paragraphs_of_their_own(resolve_with: Resolve) -> None:
    path = f"{EDITION}/chapter-04.md"
    text = (
        "# 第四章\n\n## 第十一条 插队\n要点：一。\n二行。\n第二款：二。\n易错：三。\n第一款：四。\n\n尾。\n"
    )
    rendered = render_page(resolve_with({path: text}), path) or ""
    content = html.fromstring(markdown.markdown(rendered, extensions=["attr_list", "md_in_html", "tables"]))
    found = [(words(p), p.get("class"), p.get("id")) for p in content.xpath(".//p")][1:]
    assert found == [
        ("要点一。二行。", "digest", None),
        ("第二款二。", "digest", "art_11__para_2"),
        ("易错三。", None, None),
        ("第一款四。", "digest", "art_11__para_1"),
        ("尾。", None, None),
    ]


def cells(table: Any) -> list[list[str]]:
    """The rows of a ladder: 款, 情形, and for each sanction a sign, or the words that span them."""
    rows = []
    for row in table.xpath(".//tbody/tr"):
        signs = ["●" if "●" in words(cell) else "" for cell in row.xpath("td[position() > 1]")]
        modifier = [words(cell) for cell in row.xpath("td[@colspan]")]
        rows.append([words(row[0]), words(row[1]), *(modifier or signs)])
    return rows


def test_the_ladder_of_an_article(page: Open) -> None:
    tables = page(f"{EDITION}/chapter-03.html").xpath(".//table[contains(@class, 'ladder')]")
    assert len(tables) == 3
    assert [words(head) for head in tables[0].xpath(".//thead//th")] == ["款", "情形", *PARTY_SANCTIONS]
    assert cells(tables[0]) == [
        ["1、2", "情节较轻", "●", "●", "", "", ""],
        ["1、2", "情节较重", "", "", "●", "●", ""],
        ["1、2", "情节严重", "", "", "", "", "●"],
    ]
    assert cells(tables[1]) == [["1", "情节较重", "●", "", "", "", ""], ["2", "同时收受财物", "从重处分"]]
    assert cells(tables[2]) == [["1", "有本款行为", "", "●", "", "", ""]]


def test_a_ladder_joins_only_rows_that_say_the_same() -> None:
    tiers = (
        Tier(1, "情节较轻", ("警告",)),
        Tier(1, "情节严重", ("开除党籍",)),
        Tier(2, "情节较轻", ("警告", "严重警告")),
        Tier(2, "情节严重", ("开除党籍",)),
        Tier(3, "<再犯>", (), "从重处分"),
    )
    assert cells(html.fromstring(ladder(tiers))) == [
        ["1", "情节较轻", "●", "", "", "", ""],
        ["1、2", "情节严重", "", "", "", "", "●"],
        ["2", "情节较轻", "●", "●", "", "", ""],
        ["3", "<再犯>", "从重处分"],
    ]


def test_a_ladder_can_be_read_aloud(page: Open) -> None:
    (row, *_) = page(f"{EDITION}/chapter-03.html").xpath(".//table[contains(@class, 'ladder')]//tbody/tr")
    assert words(row) == "1、2情节较轻●可以给予●可以给予不适用不适用不适用"
    assert row.xpath(".//*[@aria-hidden='true']/text()") == ["●", "●"]


def test_an_article_says_how_far_it_is_proved_and_what_it_was(page: Open) -> None:
    found = [words(line) for line in page(f"{EDITION}/chapter-03.html").xpath(".//p[@class='status']")]
    assert found[0].startswith("2024年版·官方原文已核对·2019年版第四条（修改）")
    assert found[2].startswith("2024年版·待核对·2019年版第六条（拆分）")
    (first, *_) = page(f"{EDITION}/chapter-02.html").xpath(".//p[@class='status'][contains(., '新增')]")
    assert words(first).startswith("2024年版·待核对·新增（2019年版没有）")


def test_an_article_lists_who_cites_it_with_the_sentence(page: Open) -> None:
    content = page(f"{EDITION}/chapter-03.html")
    (folded,) = content.xpath(".//h2[@id='art_9-1']/following-sibling::details")
    assert words(folded.xpath("summary")[0]) == "被引用（2处）"
    assert [words(entry) for entry in folded.xpath(".//li")] == [
        "案例窗口干部收下三张购物卡：看《云岭县党员干部廉洁办事条例》第九条之一。",
        "条规云岭县党员干部廉洁办事条例（2024年版）：同上一版相比，第九条之一是新增的，专管请人代收。",
    ]
    assert folded.xpath(".//a/@href") == [
        "../../../cases/window-clerk-gift-cards.html",
        "index.html",
    ]


def headings(content: Any) -> list[str]:
    return [words(heading) for heading in content.xpath("./h2")]


def test_a_case_has_its_sections_in_order(page: Open) -> None:
    sections = ["案情", "违反的条款", "处理", "评析", "警示", "讨论题"]
    assert headings(page("cases/window-clerk-gift-cards.html"))[:6] == sections
    assert headings(page("cases/banquet-before-revision.html"))[:6] == sections


def test_a_case_of_no_violation_compares(page: Open) -> None:
    content = page("cases/returned-basket.html")
    assert headings(content)[1] == "对照的条款"
    assert content.xpath("./h2/@id")[1] == "违反的条款"


def test_a_case_says_first_who_what_and_where_from(page: Open) -> None:
    content = page("cases/window-clerk-gift-cards.html")
    names = [words(name) for name in content.xpath(".//dl[@class='facts']//dt")]
    values = [words(value) for value in content.xpath(".//dl[@class='facts']//dd")]
    assert dict(zip(names, values, strict=True)) == {
        "处分": "党内严重警告、政务记过",
        "纪律": "廉洁纪律、群众纪律",
        "岗位": "一般干部",
        "领域": "行政审批",
        "行为时间": "2025年1月20日至2025年3月",
        "处理时间": "2025年6月30日",
        "适用版本": "2024年版",
        "幅度": "从轻（《云岭县党员干部廉洁办事条例》第四条第（一）项）：核查前自己说清楚",
        "专题": "节日收礼",
        "来源": "公开通报",
        "核对日期": "2026年11月20日",
    }
    assert words(content.xpath("./p")[0]).startswith("政务大厅窗口干部甲三次收下")


def test_a_case_under_an_older_edition_says_so_and_shows_todays_number(page: Open) -> None:
    content = page("cases/banquet-before-revision.html")
    assert "适用版本2019年版" in words(content.xpath(".//dl[@class='facts']")[0])
    (row,) = content.xpath(".//table//tbody/tr")
    assert words(row.xpath("td")[0]) == "《廉洁办事条例》第五条（现第八条）"


def test_the_provisions_of_a_case_with_conduct_and_reason(page: Open) -> None:
    content = page("cases/window-clerk-gift-cards.html")
    (table,) = content.xpath("./table | ./div/table")
    assert [[words(cell) for cell in row.xpath("td")][1:] for row in table.xpath(".//tbody/tr")] == [
        ["收下三张购物卡共900元", "送卡的人正等甲办事，所以看《云岭县党员干部廉洁办事条例》第七条"],
        ["饭后改了号", "改号在赴宴以后|不是以前"],
    ]


def test_the_key_to_each_question_is_folded(page: Open) -> None:
    answers = page("cases/window-clerk-gift-cards.html").xpath(".//details[@class='answer']/p")
    assert [words(answer) for answer in answers] == [
        "算。退卡只是《云岭县党员干部廉洁办事条例》第四条第（二）项的情形。",
        "看《云岭县党员干部廉洁办事条例》第九条之一。",
    ]


def test_the_index_of_cases_has_each_case_once(page: Open) -> None:
    content = page("cases/index.html")
    assert headings(content) == ["廉洁纪律（2）", "群众纪律（1）"]
    assert content.xpath(".//article[contains(@class, 'card')]//h3/a/@href") == [
        "banquet-before-revision.html",
        "window-clerk-gift-cards.html",
        "returned-basket.html",
    ]
    (card, *_) = content.xpath(".//article[contains(@class, 'card')]")
    for text in (
        "乡科级",
        "依当时的条例受党内警告处分",
        "《廉洁办事条例》第五条",
        "党内警告",
        "指导性案例（2024年第2号）",
    ):
        assert text in words(card)


def test_the_index_of_terms_by_pinyin_and_by_theme(page: Open) -> None:
    content = page("glossary/index.html")
    assert [words(heading) for heading in content.xpath("./h2 | ./h3")] == [
        "按拼音", "B", "G", "J", "Y", "按主题", "纪律处分", "廉洁作风",
    ]  # fmt: skip
    assert [words(entry) for entry in content.xpath(".//li")] == [
        "办事群众正在等干部办事的人。",
        "购物卡可以当钱用的卡。",
        "警告最轻的一种处分。",
        "严重警告比警告重一档的处分。",
    ]
    assert len(content.xpath(".//a[@class='term']")) == 8


def test_a_term_says_what_it_is_and_who_uses_it(page: Open) -> None:
    content = page("glossary/gift-card.html")
    assert words(content.xpath("./p")[0]) == "可以当钱用的卡。"
    facts = words(content.xpath(".//dl[@class='facts']")[0])
    for text in ("别名礼品卡", "不写作消费礼卡", "组成实体卡、电子卡", "主题廉洁作风", "参见办事群众"):
        assert text in facts
    entries = [words(entry) for entry in content.xpath(".//details[@class='cited-by']//li")]
    assert entries == [
        "窗口干部收下三张购物卡：政务大厅窗口干部甲三次收下办事群众的购物卡，受党内严重警告、政务记过处分。",
        "第三章对收受财物行为的处分：关键词：收礼、购物卡",
        "节日收礼：《云岭县党员干部廉洁办事条例》第四条：退还购物卡可以从轻。",
    ]


def test_a_topic_shows_its_cases(page: Open) -> None:
    links = page("topics/gifts.html").xpath(".//article[contains(@class, 'card')]//h3/a/@href")
    assert links == ["../cases/banquet-before-revision.html", "../cases/window-clerk-gift-cards.html"]


def test_a_work_shows_the_line_of_its_editions(page: Open) -> None:
    editions = page("regulations/honest-service/index.html").xpath(".//ol[@class='editions']/li")
    assert [words(edition) for edition in editions] == [
        "2019年版2019年1月10日印发，2019年3月1日施行已被2024年版取代",
        "2024年版2024年5月20日印发，2024年7月1日施行现行",
    ]
    (unproved,) = page("regulations/village-affairs/index.html").xpath(".//ol[@class='editions']/li")
    assert "2021年5月1日施行（待核对）" in words(unproved)


def test_an_edition_shows_its_structure_and_every_article(page: Open) -> None:
    content = page(f"{EDITION}/index.html")
    structure = words(content.xpath(".//ol[@class='structure']")[0])
    for text in ("第一编总则", "第三章对收受财物行为的处分第七条至第九条之一", "第三编附则第十二条"):
        assert text in structure
    rows = content.xpath(".//table[contains(@class, 'articles')]//tbody/tr[not(@class)]")
    first = [words(row[0]) for row in rows]
    assert first == [
        "第一条", "第二条", "第三条", "第四条", "第五条", "第六条", "第七条",
        "第八条", "第九条", "第九条之一", "第十条", "第十一条", "第十二条",
    ]  # fmt: skip
    assert [words(cell) for cell in rows[7]][1:4] == ["接受宴请", "3", "3"]
    assert rows[7].xpath(".//a/@href")[0] == "chapter-03.html#art_8"


def test_an_edition_of_parts_has_an_anchor_a_part(page: Open) -> None:
    content = page("regulations/thrift-opinion/2022/index.html")
    assert [name for name in content.xpath(".//@id") if name.startswith("sec_")] == [
        "sec_1", "sec_2", "sec_3", "sec_4",
    ]  # fmt: skip


def test_the_list_of_regulations_says_what_is_held(page: Open) -> None:
    rows = [words(row) for row in page("regulations/index.html").xpath(".//tbody/tr")]
    assert rows == [
        "云岭县党员干部廉洁办事条例2024年版13条，要点7条",
        "云岭县公务接待条例待核对只收名称",
        "云岭县村务公开规定2021年版4条（不全）",
        "云岭县委关于节约用餐的意见2022年版4个部分",
    ]


def test_print_lists_the_terms_of_a_page(page: Open) -> None:
    terms = page("topics/gifts.html").xpath(".//dl[@class='page-terms']//dt")
    assert [words(term) for term in terms] == ["办事群众", "购物卡"]


def test_every_link_and_anchor_of_the_site_is_there(built: Path) -> None:
    ids: dict[Path, set[str]] = {}
    broken = []
    for path in sorted(built.rglob("*.html")):
        if path.name == "404.html":
            continue
        for href in html.parse(path).xpath("//article//a/@href"):
            parts = urlsplit(href)
            if parts.scheme:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target not in ids:
                is_page = target.suffix == ".html" and target.is_file()
                ids[target] = set(html.parse(target).xpath("//@id")) if is_page else set()
            if not target.is_file() or (parts.fragment and unquote(parts.fragment) not in ids[target]):
                broken.append((path.relative_to(built).as_posix(), href))
    assert broken == []


def test_facts_and_tables_of_the_sources_are_not_published(built: Path) -> None:
    published = [path.relative_to(built).as_posix() for path in built.rglob("*")]
    assert [name for name in published if name.endswith(".csv")] == []
    elsewhere = [
        n for n in published if n.endswith(".json") and not n.startswith(("api/", "search/", "assets/"))
    ]
    assert elsewhere == []


def test_the_data_of_the_site_are_those_of_the_core(built: Path) -> None:
    cases = json.loads((built / "api/cases.json").read_text(encoding="utf-8"))
    assert [case["slug"] for case in cases] == [
        "banquet-before-revision",
        "returned-basket",
        "window-clerk-gift-cards",
    ]


def test_the_foot_shows_the_date_of_the_data(built: Path) -> None:
    foot = html.parse(built / "about.html").xpath("//footer")[0]
    assert "数据日期：2026年11月22日" in words(foot)
