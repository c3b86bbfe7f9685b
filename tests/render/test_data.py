"""The data files of the site: their shape, and that they say what the pages say."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import jsonschema
import pytest

from corpus.render.data import data_files
from corpus.resolve import Resolution

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]
TITLE = "云岭县党员干部廉洁办事条例"
CHAPTER = "regulations/honest-service/2024/chapter-03.html"


@pytest.fixture(scope="module")
def files(resolution: Resolution) -> dict[str, Any]:
    """Every data file by its address, read."""
    return {path: json.loads(text) for path, text in data_files(resolution)}


def article(files: dict[str, Any], number: str, edition: str = "2024") -> dict[str, Any]:
    articles = files[f"api/provisions/honest-service-{edition}.json"]["articles"]
    (found,) = [entry for entry in articles if entry["number"] == number]
    assert isinstance(found, dict)
    return found


def test_which_files_there_are(files: dict[str, Any]) -> None:
    names = ("regulations", "provisions", "cases", "terms", "renumbering")
    assert set(files) == {
        *(f"api/{name}.schema.json" for name in names),
        "api/regulations.json",
        "api/cases.json",
        "api/terms.json",
        "api/renumbering/honest-service.json",
        "api/provisions/honest-service-2024.json",
        "api/provisions/honest-service-2019.json",
        "api/provisions/thrift-opinion-2022.json",
        "api/provisions/village-affairs-2021.json",
    }


def schema_of(files: dict[str, Any], path: str) -> Any:
    name = path.removeprefix("api/").removesuffix(".json").partition("/")[0]
    return files[f"api/{name}.schema.json"]


def test_every_file_fits_its_schema(files: dict[str, Any]) -> None:
    for path, value in files.items():
        if not path.endswith(".schema.json"):
            schema = schema_of(files, path)
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.Draft202012Validator(schema).validate(value)


SPOILT = [
    ("api/cases.json", lambda cases: cases[0].pop("slug")),
    ("api/cases.json", lambda cases: cases[0].update(sanctions="警告")),
    ("api/cases.json", lambda cases: cases[0]["provenance"].update(kind="rumour")),
    ("api/terms.json", lambda terms: terms[0].pop("used_in")),
    ("api/renumbering/honest-service.json", lambda rows: rows[0].update(kind="moved")),
    ("api/provisions/honest-service-2024.json", lambda edition: edition["articles"][0].update(number=1)),
    ("api/provisions/honest-service-2024.json", lambda edition: edition["articles"][0].update(status="好")),
    (
        "api/provisions/honest-service-2024.json",
        lambda edition: edition["articles"][6]["tiers"][0].update(sanctions=["记过"]),
    ),
]


@pytest.mark.parametrize(("path", "spoil"), SPOILT)
def test_a_schema_refuses_what_is_no_such_file(
    resolution: Resolution, path: str, spoil: Callable[[Any], object]
) -> None:
    files = {name: json.loads(text) for name, text in data_files(resolution)}
    spoil(files[path])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema_of(files, path)).validate(files[path])


def test_an_article_with_all_that_is_known_of_it(files: dict[str, Any]) -> None:
    found = article(files, "7")
    assert set(found) >= {
        "number", "subject", "part", "chapter", "paragraphs", "digest", "tiers",
        "preceded_by", "succeeded_by", "cited_by", "status", "url",
    }  # fmt: skip
    assert (found["subject"], found["part"], found["chapter"]) == ("收受财物", 2, 3)
    assert found["digest"] == "只要来办事的人送，就不能收；不问多少，多少只影响轻重。"
    assert [paragraph["items"] for paragraph in found["paragraphs"]] == [0, 0]
    assert all(len(paragraph["sha256"]) == 64 for paragraph in found["paragraphs"])
    assert found["preceded_by"] == [{"edition": "2019", "article": "4", "kind": "amended"}]
    assert found["succeeded_by"] == []
    assert found["status"] == "官方原文已核对"
    assert found["url"] == f"{CHAPTER}#art_7"


def test_tiers_are_a_row_a_paragraph(files: dict[str, Any]) -> None:
    tiers = article(files, "7")["tiers"]
    assert [(tier["paragraph"], tier["circumstance"]) for tier in tiers] == [
        (1, "情节较轻"), (1, "情节较重"), (1, "情节严重"), (2, "情节较轻"), (2, "情节较重"), (2, "情节严重"),
    ]  # fmt: skip
    assert tiers[1] == {
        "paragraph": 1,
        "circumstance": "情节较重",
        "sanctions": ["撤销党内职务", "留党察看"],
        "modifier": None,
    }
    (_, modified) = article(files, "8")["tiers"]
    assert (modified["sanctions"], modified["modifier"]) == ([], "从重处分")


def test_who_cites_an_article(files: dict[str, Any]) -> None:
    assert article(files, "9-1")["cited_by"] == [
        {
            "url": "cases/window-clerk-gift-cards.html",
            "title": "窗口干部收下三张购物卡",
            "kind": "案例",
            "excerpt": "看《云岭县党员干部廉洁办事条例》第九条之一。",
        },
        {
            "url": "regulations/honest-service/2024/index.html",
            "title": f"{TITLE}（2024年版）",
            "kind": "条规",
            "excerpt": "同上一版相比，第九条之一是新增的，专管请人代收。",
        },
    ]


def test_an_article_of_an_older_edition(files: dict[str, Any]) -> None:
    found = article(files, "6", "2019")
    assert (found["digest"], found["tiers"], found["status"]) == ("", [], "待核对")
    assert [(entry["article"], entry["kind"]) for entry in found["succeeded_by"]] == [
        ("9", "split"),
        ("9-1", "split"),
    ]
    assert found["url"] == "regulations/honest-service/2019/index.html#art_6"


def test_what_is_not_proved_is_null(files: dict[str, Any]) -> None:
    partial = files["api/provisions/village-affairs-2021.json"]
    assert (partial["regulation"], partial["complete"]) == ("云岭县村务公开规定", False)
    numbers = {entry["number"]: entry["paragraphs"] for entry in partial["articles"]}
    assert numbers["2"] is None
    assert numbers["5"][0] == {"items": None, "sha256": None}


def test_the_list_of_regulations_by_full_title(files: dict[str, Any]) -> None:
    found = {entry["title"]: entry for entry in files["api/regulations.json"]}
    assert set(found) == {TITLE, "云岭县公务接待条例", "云岭县委关于节约用餐的意见", "云岭县村务公开规定"}
    editions = found[TITLE]["editions"]
    assert [(entry["edition"], entry["state"], entry["articles"]) for entry in editions] == [
        ("2024", "现行", 13),
        ("2019", "已被2024年版取代", 8),
    ]
    assert editions[0]["data"] == "api/provisions/honest-service-2024.json"
    assert found["云岭县公务接待条例"]["editions"] == []


def test_a_case_with_a_record_a_pinpoint(files: dict[str, Any]) -> None:
    (case,) = [entry for entry in files["api/cases.json"] if entry["slug"] == "window-clerk-gift-cards"]
    assert case["citations"][:2] == [
        {
            "regulation": TITLE,
            "edition": "2024",
            "article": "7",
            "paragraph": paragraph,
            "item": None,
            "conduct": "收下三张购物卡共900元",
            "reason": "送卡的人正等甲办事，所以看《云岭县党员干部廉洁办事条例》第七条",
        }
        for paragraph in (1, 2)
    ]
    assert [(c["article"], c["paragraph"], c["item"]) for c in case["citations"]][2:] == [("8", 1, 3)]
    assert (case["url"], case["title"]) == ("cases/window-clerk-gift-cards.html", "窗口干部收下三张购物卡")
    assert case["discipline"] == ["廉洁纪律", "群众纪律"]
    assert case["topics"] == ["gifts"]
    assert case["provenance"] == {"kind": "public-notice", "address": "https://example.org/notice/7"}
    assert case["conduct"] == {"from": "2025-01-20", "to": "2025-03"}
    assert (case["decided"], case["sanctions"]) == ("2025-06-30", ["严重警告", "政务记过"])
    assert case["adjustment"]["kind"] == "从轻"
    assert [question["ask"] for question in case["questions"]] == ["退了卡还算吗？", "别人代收呢？"]


def test_a_case_is_cited_by_the_edition_it_was_judged_by(files: dict[str, Any]) -> None:
    found = {case["slug"]: case for case in files["api/cases.json"]}
    old = found["banquet-before-revision"]
    assert [(c["edition"], c["article"]) for c in old["citations"]] == [("2019", "5")]
    assert old["provenance"] == {"kind": "guiding-case", "number": 2, "year": 2024}
    assert (found["returned-basket"]["sanctions"], found["returned-basket"]["adjustment"]) == ([], None)


def test_a_term_with_who_uses_it(files: dict[str, Any]) -> None:
    (term,) = [entry for entry in files["api/terms.json"] if entry["term"] == "购物卡"]
    assert term == {
        "term": "购物卡",
        "aliases": ["礼品卡"],
        "forbidden": ["消费礼卡"],
        "definition": "可以当钱用的卡。",
        "source": "《云岭县党员干部廉洁办事条例》第七条",
        "url": "glossary/gift-card.html",
        "used_in": ["cases/window-clerk-gift-cards.html", CHAPTER, "topics/gifts.html"],
    }


def test_renumbering_is_a_row_a_pair(files: dict[str, Any]) -> None:
    rows = files["api/renumbering/honest-service.json"]
    assert len(rows) == 13
    assert {
        "from_edition": "2019",
        "from_article": None,
        "to_edition": "2024",
        "to_article": "3",
        "kind": "new",
    } in rows
    assert [row["to_article"] for row in rows if row["from_article"] == "6"] == ["9", "9-1"]


def test_every_address_is_that_of_a_page(files: dict[str, Any], resolution: Resolution) -> None:
    pages = {page.path.removesuffix(".md") + ".html" for page in resolution.corpus.pages}
    found = [
        entry["url"] for name in ("regulations", "cases", "terms") for entry in files[f"api/{name}.json"]
    ]
    for path, edition in files.items():
        if path.startswith("api/provisions/"):
            found += [entry["url"] for entry in edition["articles"]]
    assert {url.partition("#")[0] for url in found} <= pages


def test_an_empty_site_has_empty_lists(resolve_with: Resolve) -> None:
    resolution = resolve_with({})
    gone = {
        page.path: None for page in resolution.corpus.pages if page.path.startswith(("cases/", "glossary/"))
    }
    found = {path: json.loads(text) for path, text in data_files(resolve_with(gone))}
    assert (found["api/cases.json"], found["api/terms.json"]) == ([], [])
