"""The search index and the index page, on the tiny site."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from corpus.render.a_to_z import index_page, letter_of
from corpus.render.search import LISTED, QUOTED, REPEATING, search_index
from corpus.render.search_articles import SUPERSEDED
from corpus.render.search_words import variants
from corpus.resolve import Resolution

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]
FOLDER = "regulations/honest-service"
CONDUCTS = """\
# 按行为查

## 收卡 {#cards}

俗称：拿卡、收礼品卡

能不能：不能。

条款：《廉洁办事条例》第七条第二款、第四条

## 吃饭

条款：《廉洁办事条例》第八条
"""


def written(resolution: Resolution, *docs: dict[str, str]) -> Any:
    """What is written where the plugin collected these records."""
    collected = {"config": {"lang": ["zh"], "separator": r"\s+", "fields": {}}, "docs": list(docs)}
    return json.loads(search_index(collected, resolution))


def record(location: str, text: str = "", title: str = "标题") -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


def test_text_is_plain_and_compact(resolution: Resolution) -> None:
    collected = {
        "config": {"lang": ["zh"], "separator": r"\s+"},
        "docs": [record("x.html", "<p>收 &lt;b&gt;\u200b礼&amp;\n\n卡</p> <ul><li>一</li><li>二</li></ul>")],
    }
    text = search_index(collected, resolution)
    assert "\\u" not in text
    assert ": " not in text.partition('"docs"')[2]
    assert json.loads(text)["docs"][0]["text"] == "收 <b> 礼& 卡 一 二"


def test_ladder_reads_as_words_and_buttons_are_left_out(resolution: Resolution) -> None:
    cells = "●可以给予●可以给予不适用不适用不适用"
    ladder = f"处分档次款情形警告严重警告撤销党内职务留党察看开除党籍1情节较轻{cells}"
    article = f"<p>2024年版 · 待核对 复制引用复制链接</p> <p>要点不能收。</p> {ladder}"
    (first, *_) = written(resolution, record(f"{FOLDER}/2024/chapter-03.html#art_7", article))["docs"]
    assert first["text"] == "要点：不能收。 处分档次 1情节较轻：警告、严重警告； 2024年版 · 待核对"


def test_every_article_has_a_record_and_its_paragraphs(resolution: Resolution) -> None:
    docs = written(
        resolution,
        record(f"{FOLDER}/2019/index.html"),
        record(f"{FOLDER}/2019/index.html#条目", "条目第一条"),
        record(f"{FOLDER}/2019/index.html#第四条"),
        record(f"{FOLDER}/2024/chapter-03.html"),
        record(f"{FOLDER}/2024/chapter-03.html#art_7", "不能收。"),
    )["docs"]
    places = [doc["location"] for doc in docs]
    assert places[:3] == [f"{FOLDER}/2019/index.html{anchor}" for anchor in ("", "#art_1", "#art_2")]
    assert len(places) == len(set(places))
    assert not [place for place in places if place.endswith(("#条目", "#第四条"))]
    old = next(doc for doc in docs if doc["location"].endswith("2019/index.html#art_4"))
    assert old["title"].startswith("2019年版第四条（现第七条）")
    assert old["boost"] == SUPERSEDED
    new = next(doc for doc in docs if doc["location"].endswith("chapter-03.html#art_7"))
    assert (new["text"], len(new["paragraphs"])) == ("不能收。", 2)


def test_pages_say_what_their_titles_leave_out(resolution: Resolution) -> None:
    places = [
        f"{FOLDER}/2024/chapter-03.html",
        "cases/returned-basket.html",
        "cases/window-clerk-gift-cards.html",
    ]
    docs = written(resolution, *map(record, places), record(f"{places[2]}#案情"))["docs"]
    tags = {doc["location"]: doc.get("tags") for doc in docs}
    assert tags[places[0]] == ["云岭县党员干部廉洁办事条例（2024年版）"]
    assert tags[places[1]] == ["群众纪律", "不予处分"]
    assert tags[places[2]] == ["廉洁纪律", "群众纪律", "党内严重警告、政务记过"]
    assert tags[f"{places[2]}#案情"] is None


@pytest.mark.parametrize("page", ["cases/index.html", "study/by-case.html", f"{FOLDER}/sanctions.html"])
def test_pages_that_repeat_others_count_little(resolution: Resolution, page: str) -> None:
    docs = written(
        resolution, record(page), record("cases/x.html"), record("cases/x.html#a", title="相关案例")
    )["docs"]
    assert [doc.get("boost") for doc in docs] == [LISTED, None, LISTED]


def test_section_that_says_once_more_what_the_page_says_counts_less(resolution: Resolution) -> None:
    titles = ["案情", "讨论题", "违反的条款", "相关案例"]
    docs = written(resolution, *(record(f"cases/x.html#{title}", title=title) for title in titles))["docs"]
    assert [doc.get("boost") for doc in docs] == [None, REPEATING, REPEATING, LISTED]


def test_words_of_the_query_come_from_the_content(resolve_with: Resolve) -> None:
    config = written(resolve_with({"study/conduct.md": CONDUCTS}))["config"]
    works = {work["slug"]: work for work in config["regulations"]}
    assert config["regulations"][0]["slug"] == "honest-service"  # the most cited
    assert works["honest-service"]["titles"] == ["云岭县党员干部廉洁办事条例", "廉洁办事条例"]
    assert (works["honest-service"]["editions"], works["honest-service"]["current"]) == (
        ["2024", "2019"],
        "2024",
    )
    assert config["synonyms"]["礼品卡"] == ["购物卡"]
    assert config["synonyms"]["购物卡"] == ["礼品卡"]
    assert config["corrections"]["消费礼卡"] == "购物卡"
    cards, meal = config["conducts"]
    assert cards["location"] == "study/conduct.html#cards"
    assert cards["words"] == ["收卡", "拿卡", "收礼品卡"]
    assert [article.partition("2024/")[2] for article in cards["articles"]] == [
        "chapter-03.html#art_7__para_2",
        "chapter-02.html#art_4",
    ]
    assert "cases/window-clerk-gift-cards.html" in cards["cases"]
    assert meal["words"] == ["吃饭"]


def test_wrong_forms_of_the_tables_are_corrected_and_their_pages_come_last(resolve_with: Resolve) -> None:
    wording = "# 公文易错字词\n\n| 误 | 正 | 说明 |\n| --- | --- | --- |\n| `布署` | 部署 | 同音误 |\n"
    pages = [
        "study/wording.html",
        "maintain/checks/misspelt-word.html",
        "cases/x.html",
        "maintain/index.html",
    ]
    index = written(resolve_with({"study/wording.md": wording}), *map(record, pages))
    assert index["config"]["corrections"]["布署"] == "部署"
    solid = index["config"]["solid"]
    assert {doc["location"] for doc in index["docs"][solid:]} == set(pages[:2])
    assert index["docs"][-2]["boost"] == QUOTED


def test_name_of_a_conduct_is_also_read_in_its_parts(resolve_with: Resolve) -> None:
    page = "# 按行为查\n\n## 吃请、受邀游玩 {#meals}\n\n条款：《廉洁办事条例》第八条\n"
    (act,) = written(resolve_with({"study/conduct.md": page}))["config"]["conducts"]
    assert act["words"] == ["吃请、受邀游玩", "吃请", "受邀游玩"]


def test_only_traditional_forms_of_what_the_site_uses_are_shipped() -> None:
    pairs = variants(["纪律处分", "〇"])
    assert set(zip(pairs[::2], pairs[1::2], strict=True)) >= {("紀", "纪"), ("處", "处")}
    assert not set(pairs[1::2]) - set("纪律处分")
    assert variants(["紀律"])[1::2].count("纪") >= 1


def test_index_that_is_published_is_the_same_on_the_web_and_off_a_disk(built: Path) -> None:
    data = (built / "search/search_index.json").read_text(encoding="utf-8")
    assert (built / "search/search_index.js").read_text(encoding="utf-8") == f"var __index = {data}"
    assert json.loads(data)["config"]["variants"]
    assert "复制链接" not in data


LETTERS = [
    ("阿", "A"),
    ("办", "B"),
    ("收", "S"),
    ("专", "Z"),
    ("座", "Z"),
    ("A市", "A"),
    ("𠮷", "z~"),
    ("鑫", "z~"),
    ("5", "z~"),
]


@pytest.mark.parametrize(("title", "letter"), LETTERS)
def test_first_letter_follows_the_order_of_the_character_set(title: str, letter: str) -> None:
    assert letter_of(title.encode("gb18030")) == letter


def test_index_page_lists_everything_once_and_stays_out_of_the_search(
    resolution: Resolution, built: Path
) -> None:
    path, _ = index_page(resolution)
    content = html.parse(built / path.replace(".md", ".html"))
    names = content.xpath("//*[@class='a-to-z' or @class='a-to-z-run']//a/text()")
    for wanted in (
        "购物卡",
        "窗口干部收下三张购物卡",
        "节日收礼",
        "第七条 收受财物",
        "第九条之一 ",
        "第十二条",
    ):
        assert [name for name in names if name.strip().startswith(wanted.strip())] != [], wanted
    assert len(names) == len(
        set(zip(names, content.xpath("//*[@class='a-to-z' or @class='a-to-z-run']//a/@href"), strict=True))
    )
    index = json.loads((built / "search/search_index.json").read_text(encoding="utf-8"))
    assert [doc["location"] for doc in index["docs"] if doc["location"].startswith("a-z.html")] == [
        "a-z.html"
    ]
