"""Who cites an article: each inside a range, each sentence once, in the order that readers want."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.resolve import Resolution

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]
TOPIC = "---\ntitle: 范围\nsummary: 范围引用。\nreviewed: 2026-11-24\n---\n# 范围\n\n"


def citers(
    resolution: Resolution, number: str, edition: str = "2024", slug: str = "honest-service"
) -> list[str]:
    """Paths of the pages that cite an article."""
    found = resolution.backlinks.get((slug, edition, number), ())
    return [backlink.page for backlink in found]


def test_every_article_inside_a_range_is_cited(resolve_with: Resolve) -> None:
    page = TOPIC + "《廉洁办事条例》第八条至第十条。\n"
    resolution = resolve_with({"topics/range.md": page})
    numbers = ["7", "8", "9", "9-1", "10", "11"]
    cited = [number for number in numbers if "topics/range.md" in citers(resolution, number)]
    assert cited == ["8", "9", "9-1", "10"]


def test_a_range_of_paragraphs_cites_its_article_once(resolve_with: Resolve) -> None:
    resolution = resolve_with({"topics/range.md": TOPIC + "《廉洁办事条例》第八条第一款至第三款。\n"})
    assert citers(resolution, "8").count("topics/range.md") == 1


def test_a_range_into_the_unknown_cites_only_its_start(resolve_with: Resolve) -> None:
    resolution = resolve_with({"topics/range.md": TOPIC + "《云岭县村务公开规定》第一条至第四条。\n"})
    slug = "village-affairs"
    assert "topics/range.md" in citers(resolution, "1", "2021", slug)
    assert "topics/range.md" not in citers(resolution, "3", "2021", slug)


def test_a_wrong_citation_is_no_backlink(resolve_with: Resolve) -> None:
    page = TOPIC + "《廉洁办事条例》第九条第七款。《廉洁办事条例》第九条至第七条。\n"
    assert "topics/range.md" not in citers(resolve_with({"topics/range.md": page}), "9")


def test_an_edition_has_its_own_backlinks(resolution: Resolution) -> None:
    page = "cases/banquet-before-revision.md"
    assert page in citers(resolution, "5", "2019")
    assert page not in citers(resolution, "5", "2024")


def test_an_article_does_not_cite_itself_but_its_neighbour_does(resolution: Resolution) -> None:
    found = resolution.backlinks["honest-service", "2024", "7"]
    own = [backlink.article for backlink in found if backlink.page.endswith("chapter-03.md")]
    assert "7" not in own
    assert "9-1" in own
    assert None in own  # the words above the first article


def test_an_article_that_cites_its_predecessor_of_the_same_number_is_a_backlink(
    resolve_with: Resolve,
) -> None:
    path = "regulations/honest-service/2024/chapter-04.md"
    page = "# 第四章\n\n## 第七条 假的\n\n要点：比《廉洁办事条例》（2019年）第七条多。\n"
    assert path in citers(resolve_with({path: page}), "7", "2019")


def test_cases_stand_first_then_topics_articles_terms_and_the_rest(resolution: Resolution) -> None:
    kinds = [backlink.kind for backlink in resolution.backlinks["honest-service", "2024", "7"]]
    assert list(dict.fromkeys(kinds)) == ["案例", "专题", "条规", "术语", "其他"]


def test_two_citations_in_one_sentence_are_one_backlink(resolve_with: Resolve) -> None:
    page = TOPIC + "《廉洁办事条例》第七条第一款、第七条第二款都管。另见《廉洁办事条例》第七条。\n"
    found = resolve_with({"topics/range.md": page}).backlinks["honest-service", "2024", "7"]
    excerpts = [backlink.excerpt for backlink in found if backlink.page == "topics/range.md"]
    assert excerpts == [
        "《廉洁办事条例》第七条第一款、第七条第二款都管。",
        "另见《廉洁办事条例》第七条。",
    ]


def test_the_excerpt_is_the_sentence_without_its_markup(resolve_with: Resolve) -> None:
    page = TOPIC + "前一句。\n\n- [ ] **先看**《廉洁办事条例》第十条，[再看](../about.md)`代码`；后一句。\n"
    found = resolve_with({"topics/range.md": page}).backlinks["honest-service", "2024", "10"]
    assert [backlink.excerpt for backlink in found] == ["先看《廉洁办事条例》第十条，再看代码；"]


def test_the_excerpt_from_a_head_is_the_whole_value(resolution: Resolution) -> None:
    found = resolution.backlinks["honest-service", "2024", "9-1"]
    assert [b.excerpt for b in found if b.kind == "案例"] == ["看《云岭县党员干部廉洁办事条例》第九条之一。"]


def test_the_excerpt_from_a_table_is_its_cell(resolve_with: Resolve) -> None:
    page = TOPIC + "| 情形 | 条款 |\n| --- | --- |\n| 拖延 | 看《廉洁办事条例》第十条 |\n"
    found = resolve_with({"topics/range.md": page}).backlinks["honest-service", "2024", "10"]
    assert [backlink.excerpt for backlink in found] == ["看《廉洁办事条例》第十条"]
