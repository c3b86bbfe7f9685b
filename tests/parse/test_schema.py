"""Each wrong head gives the place, the reason and the right form."""

import pytest

from corpus.model import Case, EditionHead, Page, PageHead, Problem, RegulationHead, Term, Topic
from corpus.parse.schema import read_head
from corpus.text.front_matter import read_front_matter
from corpus.text.source import Source

CASE = """\
title: 副局长借考察游山玩水
summary: 甲借考察之名公款旅游，受到警告处分
discipline: [廉洁纪律]
topics: []
post: 乡科级
field: 综合
conduct: {from: 2024-02, to: 2024-05-06}
decided: 未公布
sanctions: [警告, 政务记过]
citations:
  - {provision: 《甲条例》第五条, conduct: 公款旅游, reason: 行程是景点}
provenance: {kind: guiding-case, number: 3, year: 2021}
questions: [{ask: 问一, answer: 答一}, {ask: 问二, answer: 答二}]
lesson: 公款不能出游
reviewed: 2026-11-24
"""
TERM = "term: 甲\ndefinition: 乙\nsource: 丙\npinyin: jia yi\ntheme: 监督执纪\n"
TOPIC = "title: 甲\nsummary: 乙\nreviewed: 2026\n"
REGULATION = """\
title: 甲条例
issuer: 乙
kind: 党内法规
numbering: 条
editions:
  - {edition: "2023", issued: 2023-12-19, address: https://a.b/c}
"""
HEADS: dict[type, str] = {Case: CASE, Term: TERM, Topic: TOPIC, RegulationHead: REGULATION, PageHead: ""}


def page(yaml: str, slug: str = "a-case") -> Page:
    source = Source("docs/a.md", f"---\n{yaml}---\n正文")
    return Page("a.md", source, read_front_matter(source), "case", slug)


def problems(schema: type, old: str, new: str, slug: str = "a-case") -> list[tuple[str, str, str]]:
    """What is found of a good head in which `new` stands for `old`: (text there, message, hint)."""
    head = HEADS[schema]
    assert head.count(old) == 1 or not old
    broken = page(head.replace(old, new) if old else head + new, slug)
    found = read_head(broken, schema)
    assert isinstance(found, tuple)
    text = broken.source.text
    return [(text[p.span.start : p.span.end], p.message, p.hint) for p in found]


@pytest.mark.parametrize("schema", HEADS)
def test_a_good_head_is_read(schema: type) -> None:
    assert isinstance(read_head(page(HEADS[schema]), schema), schema)


def test_values_are_typed() -> None:
    case = read_head(page(CASE), Case)
    assert isinstance(case, Case)
    assert (case.slug, case.conduct.start, case.conduct.end) == ("a-case", "2024-02", "2024-05-06")
    assert (case.provenance.number, case.sanctions, case.adjustment) == (3, ("警告", "政务记过"), None)
    regulation = read_head(page(REGULATION), RegulationHead)
    assert isinstance(regulation, RegulationHead)
    assert regulation.editions == (EditionHead("2023", "2023-12-19", None, "https://a.b/c"),)


def test_an_optional_key_without_a_value_is_absent() -> None:
    term = read_head(page(TERM + "aliases:\n"), Term)
    assert isinstance(term, Term)
    assert term.aliases == ()


def test_no_violation_has_no_sanction() -> None:
    case = read_head(page(CASE.replace("[警告, 政务记过]", "[]")), Case)
    assert isinstance(case, Case)
    assert case.sanctions == ()


Row = tuple[type, str, str, str, str, str]
ROWS: dict[str, Row] = {
    "missing": (Case, "lesson: 公款不能出游\n", "", "---", "缺少必填的键“lesson”", "写法：lesson: 一句警示"),
    "empty": (Case, "lesson: 公款不能出游", "lesson:", "lesson", "“lesson”不能为空", "写法：lesson: 一句警示"),
    "empty-text": (Case, "公款旅游,", "'',", "conduct", "“citations.1.conduct”不能为空", "写法：conduct: 这一条管的是哪个行为"),
    "unknown-key": (Case, "", "lessons: 甲\n", "lessons", "没有“lessons”这个键", "最接近：lesson"),
    "unlike-any-key": (Case, "", "颜色: 甲\n", "颜色", "没有“颜色”这个键", ""),
    "unknown-inner-key": (Case, "year: 2021", "yaer: 2021", "yaer", "没有“provenance.yaer”这个键", "最接近：year"),
    "key-of-another-record": (Case, "conduct: 公款旅游", "conduct: 公款旅游, ask: 甲", "ask", "没有“citations.1.ask”这个键", ""),
    "missing-inner-key": (Case, ", reason: 行程是景点", "", "provision", "缺少必填的键“citations.1.reason”", "写法：reason: 为什么适用这一条"),
    "missing-end": (Case, ", to: 2024-05-06", "", "conduct", "缺少必填的键“conduct.to”", "写法：conduct: {from: 2024-02, to: 2024-05}"),
    "slip-of-a-choice": (Case, "post: 乡科级", "post: 乡科", "post", "“post”的值“乡科”不在可选值（", "最接近：乡科级"),
    "slip-in-a-list": (Case, "[廉洁纪律]", "[廉洁纪率]", "廉洁纪率", "“discipline.1”的值“廉洁纪率”不在可选值（政治纪律、", "最接近：廉洁纪律"),
    "slip-of-two-lists": (Case, "政务记过]", "记过]", "记过", "“sanctions.2”的值“记过”不在可选值（警告、严重警告、撤销党内职务、留党察看、开除党籍、政务警告、", "最接近：政务记过"),
    "text-for-a-list": (Case, "[廉洁纪律]", "廉洁纪律", "discipline", "“discipline”应是列表", "写法：discipline: [廉洁纪律]"),
    "list-for-text": (Case, "lesson: 公款不能出游", "lesson: [甲]", "lesson", "“lesson”应是文字", "写法：lesson: 一句警示"),
    "list-for-a-choice": (Case, "post: 乡科级", "post: [乡科级]", "post", "“post”应是文字", "写法：post: 县处级"),
    "text-for-a-record": (Case, "{from: 2024-02, to: 2024-05-06}", "2024", "conduct", "“conduct”应是一组“键: 值”", "写法：conduct: {from: 2024-02, to: 2024-05}"),
    "text-for-an-entry": (Case, "{provision: 《甲条例》第五条, conduct: 公款旅游, reason: 行程是景点}", "《甲条例》第五条", "《甲条例》第五条", "“citations.1”应是一组“键: 值”", "写法：citations: [{provision: 《…》第…条, conduct: …, reason: …}]"),
    "too-few": (Case, ", {ask: 问二, answer: 答二}", "", "questions", "“questions”至少要有 2 项", "写法：questions: [{ask: …, answer: …}, {ask: …, answer: …}]"),
    "none": (Case, "[廉洁纪律]", "[]", "discipline", "“discipline”至少要有 1 项", "写法：discipline: [廉洁纪律]"),
    "bad-date": (Case, "decided: 未公布", "decided: 2024-13", "decided", "“decided”的值写法不对：2024-13", "写法：decided: 2024-11（不知道就写 未公布）"),
    "unpublished-is-no-review": (Case, "reviewed: 2026-11-24", "reviewed: 未公布", "reviewed", "“reviewed”的值写法不对：未公布", "写法：reviewed: 2026-11-24"),
    "no-number": (Case, "number: 3", "number: 三", "number", "“provenance.number”的值写法不对：三", "写法：number: 3"),
    "number-zero": (Case, "number: 3", "number: 0", "number", "“provenance.number”的值写法不对：0", "写法：number: 3"),
    "not-a-slug": (Case, "topics: []", "topics: [four winds]", "four winds", "“topics.1”的值写法不对：four winds", "写法：topics: [four-winds]（没有就写 []）"),
    "slug-in-the-head": (Topic, "", "slug: a-case\n", "slug", "没有“slug”这个键", "文件名就是 slug"),
    "no-pinyin": (Term, "jia yi", "Jia Yi", "pinyin", "“pinyin”的值写法不对：Jia Yi", "写法：pinyin: si zhong xing tai（小写，按字空格）"),
    "edition-is-a-year": (RegulationHead, '"2023"', "23年版", "edition", "“editions.1.edition”的值写法不对：23年版", '写法：edition: "2018"'),
    "no-address": (RegulationHead, "https://a.b/c", "a.b/c", "address", "“editions.1.address”的值写法不对：a.b/c", "写法：address: https://…"),
    "broken": (Topic, "title: 甲", "title: 甲: 乙", "", "YAML 头部无法解析", ""),
    "duplicate": (Topic, "", "title: 丙\n", "title", "键“title”重复出现", ""),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_problems(row: Row) -> None:
    schema, old, new, found, message, hint = row
    ((text, said, form),) = problems(schema, old, new)
    assert (text, form) == (found, hint)
    assert said.startswith(message)


def test_a_file_name_that_is_no_address() -> None:
    assert problems(Topic, "", "", slug="四风") == [
        ("---", "“slug”的值写法不对：四风", "写法：文件名只用小写字母、数字和连字符")
    ]


def test_every_problem_is_reported() -> None:
    found = problems(Case, "title: 副局长借考察游山玩水\n", "titel: 甲\n")
    assert [message for _, message, _ in found] == ["缺少必填的键“title”", "没有“titel”这个键"]


def test_a_problem_names_its_file() -> None:
    found = read_head(page("title: [甲]\n"), PageHead)
    assert isinstance(found, tuple)
    assert found[0].path == "docs/a.md"
    assert isinstance(found[0], Problem)
