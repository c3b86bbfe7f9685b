"""Which provision a citation means, or exactly why none: every rule on inventing sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.model import Corpus, Pinpoint
from corpus.resolve import Resolution, resolve_text
from corpus.resolve.references import Reference
from corpus.text.source import Source

Resolve = Callable[[Mapping[str, str | bytes | None]], Resolution]


def place(article: str | None, paragraph: int | None, item: int | None) -> str:
    parts = [article or "", f"款{paragraph}" if paragraph else "", f"项{item}" if item else ""]
    return "".join(parts)


def pin(ref: Pinpoint) -> str:
    """7, 7款2, 7款1项3, 7–9, 章3."""
    divisions = (("编", ref.part), ("章", ref.chapter), ("节", ref.section))
    head = "".join(f"{unit}{number}" for unit, number in divisions if number)
    end = ref.range_end
    tail = f"–{place(end.article, end.paragraph, end.item)}" if end else ""
    return head + place(ref.article, ref.paragraph, ref.item) + tail


def show(reference: Reference) -> str:
    """honest-service/2024 7款2 9 ok: regulation, edition, pinpoints, verdict (and the fault)."""
    regulation = reference.regulation.slug if reference.regulation else reference.citation.title or "?"
    edition = f"/{reference.edition.name}" if reference.edition else ""
    words = [regulation + edition, *map(pin, reference.pinpoints), reference.verdict]
    return " ".join([*words, *([reference.fault.kind] if reference.fault else [])])


def read(corpus: Corpus, text: str, today: str = "2026-11-24", path: str = "x.md") -> list[str]:
    return [show(reference) for reference in resolve_text(corpus, Source(path, text), today)]


A, B, C, D = "honest-service/2024", "reception", "thrift-opinion/2022", "village-affairs/2021"

FULL = [
    ("《云岭县党员干部廉洁办事条例》第七条。", f"{A} 7 ok"),
    ("《廉洁办事条例》第七条第二款。", f"{A} 7款2 ok"),
    ("依据廉洁办事条例第三条第一款第（二）项。", f"{A} 3款1项2 ok"),
    ("《廉洁办事条例》第3条第1款第2项。", f"{A} 3款1项2 ok"),
    ("《廉洁办事条例》第九条之一。", f"{A} 9-1 ok"),
    ("《廉洁办事条例》第二编第三章。", f"{A} 编2章3 ok"),
    ("看《云岭县党员干部廉洁办事条例》。", f"{A} ok"),
    ("《云岭县公务接待条例》第三条。", f"{B} 3 unchecked"),
    ("看《云岭县公务接待条例》。", f"{B} ok"),
    ("《廉洁办事条例》第七条至第九条之一。", f"{A} 7–9-1 ok"),
    ("《廉洁办事条例》第七至九条。", f"{A} 7–9 ok"),
    ("《廉洁办事条例》第七条、第九条和第十条。", f"{A} 7 9 10 ok"),
    ("《廉洁办事条例》第八条第一款、第三款。", f"{A} 8款1 8款3 ok"),
    ("《廉洁办事条例》第八条第一款至第三款。", f"{A} 8款1–8款3 ok"),
    ("《廉洁办事条例》第三条第一款第一、二项。", f"{A} 3款1项1 3款1项2 ok"),
]


@pytest.mark.parametrize(("text", "expected"), FULL)
def test_a_named_regulation(corpus: Corpus, text: str, expected: str) -> None:
    assert read(corpus, text) == [expected]


INHERITED = [
    ("a clause", "《廉洁办事条例》第七条管收受，第八条管宴请。", [f"{A} 7 ok", f"{A} 8 ok"]),
    ("a full stop", "《廉洁办事条例》第七条管收受。第八条管宴请。", [f"{A} 7 ok", f"{A} 8 ok"]),
    ("a list", "见《廉洁办事条例》第七条、第八条；第九条也看。", [f"{A} 7 8 ok", f"{A} 9 ok"]),
    ("a title alone", "《廉洁办事条例》管收受，见第七条。", [f"{A} ok", f"{A} 7 ok"]),
    ("a line break inside a paragraph", "《廉洁办事条例》管收受，\n见第七条。", [f"{A} ok", f"{A} 7 ok"]),
    (
        "a 款 of the article before",
        "《廉洁办事条例》第八条管宴请，第三款管退还。",
        [f"{A} 8 ok", f"{A} 8款3 ok"],
    ),
    (
        "an 项 of the 款 before",
        "《廉洁办事条例》第八条第一款管宴请，第（二）项管家属。",
        [f"{A} 8款1 ok", f"{A} 8款1项2 ok"],
    ),
    ("同条", "《廉洁办事条例》第八条第一款管宴请，同条第三款管退还。", [f"{A} 8款1 ok", f"{A} 8款3 ok"]),
    (
        "the last article of a range",
        "《廉洁办事条例》第七条至第八条都看，第三款管退还。",
        [f"{A} 7–8 ok", f"{A} 8款3 ok"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in INHERITED], ids=[c[0] for c in INHERITED]
)
def test_inherits_across(corpus: Corpus, text: str, expected: list[str]) -> None:
    assert read(corpus, text) == expected


CUT = [
    ("a paragraph break", "《廉洁办事条例》第七条。\n\n第八条也看。"),
    ("a list item", "- 《廉洁办事条例》第七条。\n- 第八条也看。"),
    ("a numbered item", "1. 《廉洁办事条例》第七条。\n2. 第八条也看。"),
    ("a table row", "| 《廉洁办事条例》第七条 |\n| 见第八条 |"),
    ("a heading", "《廉洁办事条例》第七条。\n## 处理\n见第八条。"),
    ("a quotation", "《廉洁办事条例》第七条。\n> 见第八条。"),
]


@pytest.mark.parametrize("text", [case[1] for case in CUT], ids=[case[0] for case in CUT])
def test_does_not_inherit_across(corpus: Corpus, text: str) -> None:
    assert read(corpus, text) == [f"{A} 7 ok", "? 8 ambiguous ambiguous-citation"]


def test_a_table_row_inherits_within_itself(corpus: Corpus) -> None:
    assert read(corpus, "| 《廉洁办事条例》第七条 | 见第八条 |") == [f"{A} 7 ok", f"{A} 8 ok"]


def test_every_line_of_a_plain_text_is_a_paragraph(corpus: Corpus) -> None:
    text = "《廉洁办事条例》管收受，\n见第七条。"
    assert read(corpus, text, path="x.txt") == [f"{A} ok", "? 7 ambiguous ambiguous-citation"]


AMBIGUOUS = [
    "《廉洁办事条例》和《公务接待条例》都管宴请，见第三条。",
    "《廉洁办事条例》第八条管宴请，《公务接待条例》管接待，见第三条。",
    "《廉洁办事条例》第八条管宴请，《机关食堂管理办法》管食堂，见第三条。",
    "《廉洁办事条例》和《公务接待条例》，依照条例第三条。",
]


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_after_a_second_regulation_a_bare_article_is_ambiguous(corpus: Corpus, text: str) -> None:
    assert read(corpus, text)[-1] == "? 3 ambiguous ambiguous-citation"


def test_the_candidates_of_an_ambiguous_citation_are_named_in_order(corpus: Corpus) -> None:
    text = "《廉洁办事条例》和《公务接待条例》都管宴请，见第三条。"
    last = resolve_text(corpus, Source("x.md", text), "2026-11-24")[-1]
    assert [regulation.slug for regulation in last.candidates] == ["honest-service", "reception"]


def test_naming_the_same_regulation_again_keeps_it_plain(corpus: Corpus) -> None:
    text = "《廉洁办事条例》第七条，又见《云岭县党员干部廉洁办事条例》，再见第八条。"
    assert read(corpus, text)[-1] == f"{A} 8 ok"


POINTED = [
    ("《廉洁办事条例》的第七条。", f"{A} 7 ok"),
    ("《廉洁办事条例》和《云岭县村务公开规定》都要看，该条例第七条管收受。", f"{A} 7 ok"),
    ("《廉洁办事条例》和《公务接待条例》都要看，该条例第三条管接待。", "? 3 ambiguous ambiguous-citation"),
    ("《云岭县村务公开规定》第三条管公开，《廉洁办事条例》管收受，该规定第一条讲目的。", f"{D} 1 ok"),
    ("《廉洁办事条例》和《云岭县村务公开规定》都要看，依照条例第七条。", f"{A} 7 ok"),
    ("《廉洁办事条例》管收受。\n\n依照条例第七条。", "? 7 ambiguous ambiguous-citation"),
    ("依照条例第七条。", "? 7 ambiguous ambiguous-citation"),
    ("本条例第七条。", "? 7 ambiguous ambiguous-citation"),
    ("《廉洁办事条例》管收受。本条例第七条讲钱物。", f"{A} 7 ok"),
]


@pytest.mark.parametrize(("text", "expected"), POINTED)
def test_a_word_that_points_to_a_regulation(corpus: Corpus, text: str, expected: str) -> None:
    assert read(corpus, text)[-1] == expected


ALIASED = [
    ("《廉洁办事条例》（以下简称《条例》）管收受。\n\n《条例》第七条。", f"{A} 7 ok"),
    ("《廉洁办事条例》（以下简称“廉条”）第一条。\n\n《廉条》第七条。", f"{A} 7 ok"),
    ("《廉洁办事条例》（以下简称《条例》）和《公务接待条例》，见《条例》第七条。", f"{A} 7 ok"),
    ("《条例》第七条。", "条例 7 ambiguous ambiguous-citation"),
]


@pytest.mark.parametrize(("text", "expected"), ALIASED)
def test_an_alias_holds_for_the_rest_of_the_file(corpus: Corpus, text: str, expected: str) -> None:
    assert read(corpus, text)[-1] == expected


def test_an_alias_does_not_reach_another_file(resolve_with: Resolve) -> None:
    found = resolve_with(
        {
            "a.md": "# 甲\n\n《廉洁办事条例》（以下简称《廉条》）第一条。\n",
            "b.md": "# 乙\n\n《廉条》第七条。\n",
        }
    ).references
    assert [show(reference) for reference in found["b.md"]] == ["廉条 7 unchecked unknown-regulation"]


OLD = "honest-service/2019"
MARKED = [
    ("《廉洁办事条例》（2019年）第四条。", f"{OLD} 4 ok"),
    ("《廉洁办事条例》（2019）第四条。", f"{OLD} 4 ok"),
    ("《廉洁办事条例（2019年）》第四条。", f"{OLD} 4 ok"),
    ("2019年版《廉洁办事条例》第四条。", f"{OLD} 4 ok"),
    ("2019年《廉洁办事条例》第四条。", f"{OLD} 4 ok"),
    ("二〇一九年《廉洁办事条例》第四条。", f"{OLD} 4 ok"),
    ("修订前的《廉洁办事条例》第四条。", f"{OLD} 4 ok"),
    ("《廉洁办事条例》（2024年5月20日修订）第八条。", f"{A} 8 ok"),
    ("现行《廉洁办事条例》第八条。", f"{A} 8 ok"),
    ("《廉洁办事条例》（2021年）第四条。", "honest-service 4 not-found unknown-edition"),
    ("修订前的《云岭县村务公开规定》第一条。", "village-affairs 1 not-found unknown-edition"),
    ("2019年版《廉洁办事条例》第九条。", f"{OLD} 9 not-found missing-provision"),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_an_edition_mark(corpus: Corpus, text: str, expected: str) -> None:
    assert read(corpus, text) == [expected]


def test_a_mark_holds_until_the_regulation_is_named_again(corpus: Corpus) -> None:
    text = "2019年版《廉洁办事条例》第四条管收受，第七条管拖延，《廉洁办事条例》第七条管收受，第八条管宴请。"
    assert read(corpus, text) == [f"{OLD} 4 ok", f"{OLD} 7 ok", f"{A} 7 ok", f"{A} 8 ok"]


def test_a_mark_does_not_reach_the_next_paragraph(corpus: Corpus) -> None:
    text = "2019年版《廉洁办事条例》第四条。\n\n依照《廉洁办事条例》第九条之一。"
    assert read(corpus, text) == [f"{OLD} 4 ok", f"{A} 9-1 ok"]


def test_a_mark_of_one_regulation_does_not_reach_another(corpus: Corpus) -> None:
    text = "2019年版《廉洁办事条例》第四条，《云岭县村务公开规定》第一条。"
    assert read(corpus, text) == [f"{OLD} 4 ok", f"{D} 1 ok"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2019-02-28", "honest-service 4 unchecked"),  # before the first edition nothing is proved
        ("2019-03-01", "honest-service/2019 4 ok"),
        ("2024-06-30", "honest-service/2019 4 ok"),
        ("2024-07-01", "honest-service/2024 4 ok"),
    ],
)
def test_without_a_mark_the_edition_in_force_on_the_day(corpus: Corpus, today: str, expected: str) -> None:
    assert read(corpus, "《廉洁办事条例》第四条。", today) == [expected]


HEAD = (Path(__file__).parents[1] / "site/docs/cases/banquet-before-revision.md").read_text(encoding="utf-8")
CONDUCTS = [
    ("to: 2024-06-30", "2019"),
    ("to: 2024-07-01", "2024"),
    ("to: 2024-06", "2019"),
    ("to: 2024-07", "2024"),
    ("to: 2023", "2019"),
    ("to: 2024", "2024"),  # its last day
    ("to: 2018", "2024"),  # before the first edition: today's
]


FUTURE = """\
---
title: 云岭县党员干部廉洁办事条例
short_titles: [廉洁办事条例]
issuer: 云岭县委
kind: 党内法规
numbering: 条
editions:
  - {edition: "2024", issued: 2024-05-20, effective: 2024-07-01}
  - {edition: "2030", issued: 2026-10-01, effective: 2030-01-01}
---
# 云岭县党员干部廉洁办事条例
"""


def in_case(resolve_with: Resolve, *replaced: tuple[str, str]) -> list[str]:
    head, _, body = HEAD.partition("\n---\n")
    for old, new in replaced:
        assert old in head
        head = head.replace(old, new)
    body = body.replace("《廉洁办事条例》第五条", "《廉洁办事条例》第一条")
    found = resolve_with({"cases/x.md": f"{head}\n---\n{body}"})
    return [show(reference) for reference in found.references["cases/x.md"] if reference.key is None]


@pytest.mark.parametrize(("end", "edition"), CONDUCTS)
def test_in_a_case_the_edition_in_force_when_the_conduct_ended(
    resolve_with: Resolve, end: str, edition: str
) -> None:
    found = in_case(resolve_with, ("from: 2023-05, to: 2023", f"from: 2017, {end}"))
    assert found == [f"honest-service/{edition} 1 ok"]


def test_in_a_case_a_month_ends_with_its_last_day(resolve_with: Resolve) -> None:
    head = FUTURE.replace("effective: 2030-01-01", "effective: 2026-02-28")
    case = HEAD.replace("to: 2023}", "to: 2026-02}")
    found = resolve_with({"regulations/honest-service/index.md": head, "cases/x.md": case})
    assert {r.edition.name for r in found.references["cases/x.md"] if r.edition and not r.key} == {"2030"}


def test_in_a_case_the_stated_edition(resolve_with: Resolve) -> None:
    for edition in ("2019", "2024"):
        stated = ("decided:", f'edition: "{edition}"\ndecided:')
        assert in_case(resolve_with, stated) == [f"honest-service/{edition} 1 ok"]


def test_in_a_case_unpublished_conduct_and_no_stated_edition_mean_today(resolve_with: Resolve) -> None:
    assert in_case(resolve_with, ("to: 2023", "to: 未公布")) == [f"{A} 1 ok"]


def test_in_a_case_a_mark_beats_the_conduct(resolve_with: Resolve) -> None:
    found = resolve_with({}).references["cases/banquet-before-revision.md"]
    marked = [reference for reference in found if reference.citation.mark]
    assert [show(reference) for reference in marked] == [f"{A} 8款1项1 ok"]


def test_an_edition_not_yet_in_force_is_meant_only_where_it_is_marked(resolve_with: Resolve) -> None:
    corpus = resolve_with({"regulations/honest-service/index.md": FUTURE}).corpus
    marked = [f"2030年版《廉洁办事条例》第{number}条。" for number in ("一", "九十")]
    assert [read(corpus, text) for text in marked] == [
        ["honest-service/2030 1 unchecked"],
        ["honest-service/2030 90 unchecked"],
    ]
    assert read(corpus, "《廉洁办事条例》第一条。") == [f"{A} 1 ok"]
    assert read(corpus, "《廉洁办事条例》第一条。", "2030-01-01") == ["honest-service/2030 1 unchecked"]


CHAPTER = """\
# 第四章 对办事不公行为的处分

导语里的第七条是本法规的。

## 第十条 拖延办事

要点：同第十一条不同，本条例第七条管收受；依照条例第八条也可以。

第一款：本条不要求收了东西，前条也不要求。

衔接：《公务接待条例》另有规定，见本条例第二条。

易错：与第九条不同，本条只看时间；第十一条看插队，同条第二款看亲友。

## 第十一条 亲友插队

要点：本条第二款管亲友，第一款管本人。

相关：《公务接待条例》，第九条
"""


def on_page(resolve_with: Resolve, path: str, text: str) -> list[str]:
    """Each citation of a page as written, and what it means."""
    found = resolve_with({path: text}).references[path]
    return [f"{reference.citation.text} = {show(reference)}" for reference in found]


def test_on_the_pages_of_an_edition_a_bare_article_is_its_own(resolve_with: Resolve) -> None:
    path = "regulations/honest-service/2024/chapter-04.md"
    assert on_page(resolve_with, path, CHAPTER) == [
        f"第七条 = {A} 7 ok",
        f"第十一条 = {A} 11 ok",
        f"本条例第七条 = {A} 7 ok",
        f"条例第八条 = {A} 8 ok",
        f"本条 = {A} 10 ok",
        f"前条 = {A} 9-1 ok",
        f"《公务接待条例》 = {B} ok",
        f"本条例第二条 = {A} 2 ok",
        f"第九条 = {A} 9 ok",
        f"本条 = {A} 10 ok",
        f"第十一条 = {A} 11 ok",
        f"同条第二款 = {A} 11款2 ok",
        f"本条第二款 = {A} 11款2 ok",
        f"第一款 = {A} 11款1 ok",
        f"《公务接待条例》 = {B} ok",
        "第九条 = ? 9 ambiguous ambiguous-citation",
    ]


BACK = """\
# 第一章 总体要求

## 第一条 目的

要点：前条没有。

## 第三条 办事要求

要点：前两条规定的是目的和范围，前条第二款讲退休。
"""


def test_the_article_before_is_counted_from_where_the_words_stand(resolve_with: Resolve) -> None:
    path = "regulations/honest-service/2024/chapter-01.md"
    first, *rest = on_page(resolve_with, path, BACK)
    assert first.split() == ["前条", "=", A, "ok"]  # no article stands before the first
    assert rest == [f"前两条 = {A} 1–2 ok", f"前条第二款 = {A} 2款2 ok"]


def test_on_the_pages_of_an_older_edition_a_bare_article_is_that_editions(resolve_with: Resolve) -> None:
    path = "regulations/honest-service/2019/index.md"
    text = "# 旧版\n\n第八条是最后一条，没有第九条；2024年版《廉洁办事条例》第九条管借用。\n"
    assert on_page(resolve_with, path, text) == [
        f"第八条 = {OLD} 8 ok",
        f"第九条 = {OLD} 9 not-found missing-provision",
        f"2024年版《廉洁办事条例》第九条 = {A} 9 ok",
    ]


def test_on_the_page_of_a_work_its_words_but_no_bare_article_mean_itself(resolve_with: Resolve) -> None:
    path = "regulations/village-affairs/index.md"
    head = (Path(__file__).parents[1] / "site/docs" / path).read_text(encoding="utf-8").partition("\n# ")[0]
    text = f"{head}\n# 规定\n\n本规定第一条讲目的。\n\n第三条管公开。\n"
    assert on_page(resolve_with, path, text) == [
        f"本规定第一条 = {D} 1 ok",
        "第三条 = ? 3 ambiguous ambiguous-citation",
    ]


NAMED = [
    ("a slip", "《云岭县党员干部廉洁办是条例》第七条。", "not-found misspelt-regulation-title"),
    (
        "a slip without a pinpoint",
        "看《云岭县党员干部廉洁办是条例》。",
        "not-found misspelt-regulation-title",
    ),
    ("a missing character", "《廉洁办条例》第七条。", "not-found misspelt-regulation-title"),
    ("two slips in a long title", "《云岭县党员干部廉结办是条例》。", "not-found misspelt-regulation-title"),
    ("another word is another work", "《廉洁用餐条例》第七条。", "unchecked unknown-regulation"),
    ("far from every title", "《机关食堂管理办法》第七条。", "unchecked unknown-regulation"),
    ("an unmarked unknown name", "违反机关食堂管理办法第七条。", "unchecked unknown-regulation"),
    ("an unknown title alone", "看《机关食堂管理办法》。", "unchecked"),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in NAMED], ids=[c[0] for c in NAMED])
def test_a_title_that_no_page_declares(corpus: Corpus, text: str, expected: str) -> None:
    (found,) = read(corpus, text)
    assert found.split(" ", 1)[1].removeprefix("7 ") == expected


def test_a_slip_names_the_title_it_is_nearest_to(corpus: Corpus) -> None:
    text = "《廉洁办条例》第七条，《云岭县党员干部廉洁办是条例》第七条。"
    found = resolve_text(corpus, Source("x.md", text), "2026-11-24")
    nearest = [reference.fault.nearest for reference in found if reference.fault]
    assert nearest == ["廉洁办事条例", "云岭县党员干部廉洁办事条例"]


def test_quotation_marks_spaces_and_narrow_brackets_do_not_change_a_title(resolve_with: Resolve) -> None:
    page = """\
---
title: 云岭县（试点）“一窗”办事规则
issuer: 云岭县委
kind: 党内法规
numbering: 条
editions: []
---
# 规则
"""
    corpus = resolve_with({"regulations/window/index.md": page}).corpus
    for title in (
        "云岭县（试点）“一窗”办事规则",
        "云岭县(试点)一窗办事规则",
        "云岭县（试点） “一窗”办事规则",
    ):
        assert read(corpus, f"《{title}》第一条。") == ["window 1 unchecked"]


EXISTS = [
    ("《廉洁办事条例》第十二条。", f"{A} 12 ok"),
    ("《廉洁办事条例》第十三条。", f"{A} 13 not-found missing-provision"),
    ("《廉洁办事条例》第九条之二。", f"{A} 9-2 not-found missing-provision"),
    ("《廉洁办事条例》第八条第三款。", f"{A} 8款3 ok"),
    ("《廉洁办事条例》第八条第四款。", f"{A} 8款4 not-found missing-provision"),
    ("《廉洁办事条例》第八条第一款第（三）项。", f"{A} 8款1项3 ok"),
    ("《廉洁办事条例》第八条第一款第（四）项。", f"{A} 8款1项4 not-found missing-provision"),
    ("《廉洁办事条例》第八条第二款第（一）项。", f"{A} 8款2项1 not-found missing-provision"),
    ("《廉洁办事条例》第四条第（二）项。", f"{A} 4项2 ok"),
    ("《廉洁办事条例》第四条第（三）项。", f"{A} 4项3 not-found missing-provision"),
    ("《廉洁办事条例》第七条第（一）项。", f"{A} 7项1 not-found missing-provision"),
    ("《廉洁办事条例》第四章。", f"{A} 章4 ok"),
    ("《廉洁办事条例》第五章。", f"{A} 章5 not-found missing-provision"),
    ("《廉洁办事条例》第四编。", f"{A} 编4 not-found missing-provision"),
    ("《廉洁办事条例》（2019年）第一编。", f"{OLD} 编1 not-found missing-provision"),
    ("《廉洁办事条例》第七条至第十二条。", f"{A} 7–12 ok"),
    ("《廉洁办事条例》第七条至第二十条。", f"{A} 7–20 not-found missing-provision"),
    ("《廉洁办事条例》第二十条至第二十五条。", f"{A} 20–25 not-found missing-provision"),
    ("《廉洁办事条例》第七条第一款至第四款。", f"{A} 7款1–7款4 not-found missing-provision"),
    ("《廉洁办事条例》第九条至第七条。", f"{A} 9–7 malformed reversed-range"),
    ("《廉洁办事条例》第九条之一至第九条。", f"{A} 9-1–9 malformed reversed-range"),
    ("《廉洁办事条例》第八条第三款至第一款。", f"{A} 8款3–8款1 malformed reversed-range"),
    ("《廉洁办事条例》第三条第一款第三项至第一项。", f"{A} 3款1项3–3款1项1 malformed reversed-range"),
    ("《廉洁办事条例》第四章至第二章。", "honest-service/2024 章4 malformed reversed-range"),
    ("《廉洁办事条例》第××条。", "honest-service/2024 malformed placeholder-number"),
    ("《廉洁办事条例》第九九十条。", "honest-service/2024 malformed placeholder-number"),
    # An outline that is not complete: what it holds is ok, what it does not hold is not known.
    ("《云岭县村务公开规定》第一条。", f"{D} 1 ok"),
    ("《云岭县村务公开规定》第四条。", f"{D} 4 unchecked"),
    ("《云岭县村务公开规定》第九十条。", f"{D} 90 unchecked"),
    ("《云岭县村务公开规定》第二条第三款。", f"{D} 2款3 unchecked"),
    ("《云岭县村务公开规定》第五条第二款。", f"{D} 5款2 ok"),
    ("《云岭县村务公开规定》第五条第一款第（二）项。", f"{D} 5款1项2 unchecked"),
    ("《云岭县村务公开规定》第五条第（二）项。", f"{D} 5项2 unchecked"),
    ("《云岭县村务公开规定》第二章。", f"{D} 章2 unchecked"),
    ("《云岭县村务公开规定》第一条至第四条。", f"{D} 1–4 unchecked"),
    # A text of 部分: sections are known, an 项 within one has no proved number, a 条 there is none.
    ("《云岭县委关于节约用餐的意见》第四部分。", f"{C} 节4 ok"),
    ("《节约用餐意见》第五部分。", f"{C} 节5 not-found missing-provision"),
    ("《节约用餐意见》第二部分第（三）项。", f"{C} 节2项3 unchecked"),
    ("《节约用餐意见》第三条。", f"{C} 3 not-found missing-provision"),
]


@pytest.mark.parametrize(("text", "expected"), EXISTS)
def test_whether_the_edition_holds_it(corpus: Corpus, text: str, expected: str) -> None:
    assert read(corpus, text) == [expected]


NEAREST = [
    ("第十三条", "最后一条是第十二条", "第十三条", "第十二条"),
    ("第一百一十条", "最后一条是第十二条", "第一百一十条", "第十一条"),
    ("第八条第四款", "第八条共3款", "第八条第四款", "第八条第三款"),
    ("第九条第二款", "第九条只有一款", "第九条第二款", "第九条"),
    ("第八条第一款第（四）项", "第八条第一款共3项", "第八条第一款第（四）项", "第八条第一款第（三）项"),
    ("第八条第二款第（一）项", "第八条第二款不分项", "第八条第二款第（一）项", "第八条第二款"),
    ("第五章", "共4章", "第五章", "第四章"),
    ("第二节", "不分节", "第二节", None),
]


@pytest.mark.parametrize(("pinpoint", "reason", "found", "nearest"), NEAREST)
def test_what_is_missing_and_what_is_nearest(
    corpus: Corpus, pinpoint: str, reason: str, found: str, nearest: str | None
) -> None:
    text = f"《廉洁办事条例》{pinpoint}。"
    fault = resolve_text(corpus, Source("x.md", text), "2026-11-24")[0].fault
    assert fault is not None
    assert (fault.reason, fault.found, fault.nearest) == (reason, found, nearest)


def test_an_edition_without_composite_numbers_counts_its_articles(corpus: Corpus) -> None:
    text = "2019年版《廉洁办事条例》第九条。"
    fault = resolve_text(corpus, Source("x.md", text), "2026-11-24")[0].fault
    assert fault is not None
    assert (fault.reason, fault.nearest) == ("共8条", "第八条")


TARGETS = [
    ("《廉洁办事条例》第七条第二款", "regulations/honest-service/2024/chapter-03.html#art_7__para_2"),
    (
        "《廉洁办事条例》第四条第（二）项",
        "regulations/honest-service/2024/chapter-02.html#art_4__para_1__item_2",
    ),
    ("《廉洁办事条例》第九条之一", "regulations/honest-service/2024/chapter-03.html#art_9-1"),
    ("《廉洁办事条例》第十条", "regulations/honest-service/2024/index.html#art_10"),
    ("《廉洁办事条例》（2019年）第四条", "regulations/honest-service/2019/index.html#art_4"),
    ("《廉洁办事条例》第三章", "regulations/honest-service/2024/chapter-03.html"),
    ("《廉洁办事条例》第四章", "regulations/honest-service/2024/index.html#chp_4"),
    ("《廉洁办事条例》第二编", "regulations/honest-service/2024/index.html#part_2"),
    ("《节约用餐意见》第二部分", "regulations/thrift-opinion/2022/index.html#sec_2"),
    ("《云岭县村务公开规定》第二条第三款", "regulations/village-affairs/2021/index.html#art_2"),
    (
        "《云岭县村务公开规定》第五条第一款第（二）项",
        "regulations/village-affairs/2021/index.html#art_5__para_1",
    ),
    ("《云岭县村务公开规定》第四条", "regulations/village-affairs/2021/index.html"),
]


@pytest.mark.parametrize(("text", "url"), TARGETS)
def test_the_address_of_a_provision_is_as_exact_as_the_page_it_stands_on(
    corpus: Corpus, text: str, url: str
) -> None:
    (reference,) = resolve_text(corpus, Source("x.md", text), "2026-11-24")
    assert [target.url for target in reference.targets] == [url]


HIDDEN = [
    "# 《廉洁办事条例》第九十条",
    "`《廉洁办事条例》第九十条`",
    "```\n《廉洁办事条例》第九十条\n```",
    "[《廉洁办事条例》第九十条](about.md)",
    "<!-- 《廉洁办事条例》第九十条 -->",
    '<span title="《廉洁办事条例》第九十条"></span>',
    "看《关于落实〈廉洁办事条例〉第九十条的提醒函》",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_not_prose_holds_no_pinpoint(corpus: Corpus, text: str) -> None:
    found = resolve_text(corpus, Source("x.md", text), "2026-11-24")
    assert [reference.pinpoints for reference in found if reference.pinpoints] == []


def test_the_head_of_a_page_is_read_value_by_value(resolve_with: Resolve) -> None:
    found = resolve_with({}).references["cases/window-clerk-gift-cards.md"]
    shown = {reference.key: show(reference) for reference in found if reference.key}
    assert shown["citations", 0, "provision"] == f"{A} 7款1 7款2 ok"
    assert shown["adjustment", "provision"] == f"{A} 4项1 ok"
    assert shown["questions", 1, "answer"] == f"{A} 9-1 ok"
    assert len(shown) == 6


def test_every_span_covers_its_text(resolve_with: Resolve) -> None:
    resolution = resolve_with({})
    for page in resolution.corpus.pages:
        for reference in resolution.references[page.path]:
            citation = reference.citation
            assert page.source.text[citation.span.start : citation.span.end] == citation.text
            for span in citation.ref_spans:
                assert citation.span.start <= span.start < span.end <= citation.span.end
