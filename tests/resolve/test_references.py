"""Which provision a citation means, or exactly why none: every rule on inventing sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.load import load
from corpus.model import Corpus, Pinpoint
from corpus.resolve import Resolution, resolve, resolve_text
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
    ("《廉洁办事条例》的第七条。", f"{A} 7 ok"),
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
    ("a 款 of the article before", "《廉洁办事条例》第八条管宴请，第三款管退还。", [f"{A} 8 ok", f"{A} 8款3 ok"]),
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


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in INHERITED], ids=[c[0] for c in INHERITED])
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
    ("《廉洁办事条例》和《云岭县村务公开规定》都要看，该条例第七条管收受。", f"{A} 7 ok"),
    ("《廉洁办事条例》和《公务接待条例》都要看，该条例第三条管接待。", f"{B} 3 unchecked"),
    ("《云岭县村务公开规定》第三条管公开，《廉洁办事条例》管收受，该规定第一条讲目的。", f"{D} 1 ok"),
    ("《廉洁办事条例》和《云岭县村务公开规定》都要看，依照条例第七条。", f"{A} 7 ok"),
    ("《廉洁办事条例》管收受。\n\n依照条例第七条。", f"{A} 7 ok"),
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
    ("《条例》第七条。", "条例 7 unchecked unknown-regulation"),
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
    text = "2019年版《廉洁办事条例》第四条。\n\n依照条例第九条之一。"
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


def on_page(resolve_with: Resolve, path: str, text: str) -> dict[str, str]:
    found = resolve_with({path: text}).references[path]
    shown: dict[str, str] = {}
    for reference in found:
        assert reference.citation.text not in shown
        shown[reference.citation.text] = show(reference)
    return shown


def test_on_the_pages_of_an_edition_a_bare_article_is_its_own(resolve_with: Resolve) -> None:
    path = "regulations/honest-service/2024/chapter-04.md"
    assert on_page(resolve_with, path, CHAPTER) == {
        "第七条": f"{A} 7 ok",
        "第十一条": f"{A} 11 ok",
    }


def test_on_the_pages_of_an_older_edition_a_bare_article_is_that_editions(resolve_with: Resolve) -> None:
    path = "regulations/honest-service/2019/index.md"
    text = "# 旧版\n\n第八条是最后一条，没有第九条；2024年版《廉洁办事条例》第九条管借用。\n"
    assert on_page(resolve_with, path, text) == {
        "第八条": f"{OLD} 8 ok",
        "第九条": f"{OLD} 9 not-found missing-provision",
        "2024年版《廉洁办事条例》第九条": f"{A} 9 ok",
    }


def test_on_the_page_of_a_work_its_words_but_no_bare_article_mean_itself(resolve_with: Resolve) -> None:
    path = "regulations/village-affairs/index.md"
    head = (Path(__file__).parents[1] / "site/docs" / path).read_text(encoding="utf-8").partition("\n# ")[0]
    text = f"{head}\n# 规定\n\n本规定第一条讲目的。\n\n第三条管公开。\n"
    assert on_page(resolve_with, path, text) == {
        "本规定第一条": f"{D} 1 ok",
        "第三条": "? 3 ambiguous ambiguous-citation",
    }
