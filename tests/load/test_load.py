"""A docs folder as people leave it: what is read, what is left out, and files that cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from corpus.check import run_checks
from corpus.load import load
from corpus.model import Corpus
from corpus.parse.official_text import parse_official_text
from corpus.parse.outline import format_outline
from corpus.resolve import resolve
from corpus.text.source import Source

Lay = Callable[[Mapping[str, str | bytes | None]], Path]
PAGE = "# 标题\n\n甲受严厉警告处分。\n"
FACTS = "regulations/honest-service/2024/provisions.json"
REVIEWS = "regulations/honest-service/2024/reviewed.csv"


def found(docs: Path) -> list[str]:
    """The findings of a folder, without its name: path:line:column: code: message."""
    findings = run_checks(resolve(load(docs), "2026-11-24"))
    return [str(finding).removeprefix(f"{docs.as_posix()}/") for finding in findings]


BROKEN = [
    ("GBK", "# 标题\n\n甲某\n".encode("gb18030"), "1:3", "不是 UTF-8 编码：像是 GBK/GB18030。用编辑器另存为 UTF-8"),
    ("a tail in another code", "# 标题\n\n甲".encode() + "乙".encode("gb18030"), "3:2", "不是 UTF-8 编码：编码无法识别，可能不是文本文件。用编辑器另存为 UTF-8"),
    ("UTF-16", PAGE.encode("utf-16"), "1:1", "不是 UTF-8 编码：像是 UTF-16。用编辑器另存为 UTF-8"),
    ("big-endian UTF-16", b"\xfe\xff" + PAGE.encode("utf-16-be"), "1:1", "不是 UTF-8 编码：像是 UTF-16。用编辑器另存为 UTF-8"),
    ("no text", b"# \x80\xff\x00\xfe\x81", "1:3", "不是 UTF-8 编码：编码无法识别，可能不是文本文件。用编辑器另存为 UTF-8"),
    ("a control character", "# 标题\n\n甲\x08乙\n".encode(), "3:2", "含有控制字符 U+0008。删去它"),
    ("6 MB", b"# x\n" + b"x" * 6_000_000, "1:1", "文件有 6 MB，超过 5 MB。拆分，或移出 docs/"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "place", "words"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_a_file_whose_text_cannot_be_had(lay: Lay, content: bytes, place: str, words: str) -> None:
    assert found(lay({"cases/x.md": content})) == [f"cases/x.md:{place}: unreadable-file: {words}"]


@pytest.mark.parametrize("encode", [
    lambda text: b"\xef\xbb\xbf" + text.encode(),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.replace("\n", "\r").encode(),
    lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
], ids=["BOM", "CRLF", "CR", "BOM and CRLF"])  # fmt: skip
def test_a_mark_at_the_start_and_other_line_ends_change_no_place(
    lay: Lay, encode: Callable[[str], bytes]
) -> None:
    page = "---\ndescription: 受严厉警告\n---\n" + PAGE
    words = "forbidden-variant: “严厉警告”是禁用写法。应为：严重警告"
    docs = lay({"x.md": encode(page)})
    assert found(docs) == [f"x.md:2:15: {words}", f"x.md:6:3: {words}"]
    read = load(docs).page("x.md")
    assert read is not None
    assert (read.source.text, read.front_matter.data) == (page, {"description": "受严厉警告"})


def test_symbolic_links_are_findings_and_never_followed(lay: Lay, tmp_path: Path) -> None:
    docs = lay({})
    (tmp_path / "elsewhere.md").write_text(PAGE, encoding="utf-8")
    (docs / "a.md").symlink_to("gone.md")
    (docs / "b.md").symlink_to(tmp_path / "elsewhere.md")
    (docs / "c.md").symlink_to("c.md")
    (docs / "cases/up").symlink_to("..")
    (docs / "cases/away").symlink_to(tmp_path)
    hint = "换成文件本身，或删去链接"
    assert found(docs) == [
        f"a.md:1:1: unreadable-file: 符号链接指向的文件不存在。{hint}",
        f"b.md:1:1: unreadable-file: 符号链接不能出现在 docs/ 里。{hint}",
        f"c.md:1:1: unreadable-file: 符号链接指向的文件不存在。{hint}",
        f"cases/away:1:1: unreadable-file: 符号链接不能出现在 docs/ 里。{hint}",
        f"cases/up:1:1: unreadable-file: 符号链接不能出现在 docs/ 里。{hint}",
    ]


DAMAGED = [
    ("no JSON", "{", "第 1 行第 2 列起不是正确的 JSON"),
    ("half a file", '{\n "regulation": "甲",\n', "第 3 行第 1 列起不是正确的 JSON"),
    ("another value", "[]", "全文：应是一组“键: 值”"),
    ("a missing key", '{"regulation": "甲"}', "edition：缺少这个键"),
    ("nested without end", "[" * 100_000, "不是正确的 JSON"),
]


@pytest.mark.parametrize(("content", "words"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_damaged_facts(lay: Lay, content: str, words: str) -> None:
    (first, *_) = [line for line in found(lay({FACTS: content})) if "unreadable-file" in line]
    assert first == f"{FACTS}:1:1: unreadable-file: {words}。这个文件由 python hooks outline 写出，不要手改"


def test_facts_without_articles_leave_nothing_to_be_nearest(lay: Lay) -> None:
    empty = (
        '{"regulation": "云岭县党员干部廉洁办事条例", "edition": "2019", "complete": true,'
        ' "source": {"note": "", "sha256": ""}, "parts": [], "chapters": [], "sections": [], "articles": []}'
    )
    lines = found(lay({FACTS.replace("2024", "2019"): empty}))
    words = "《云岭县党员干部廉洁办事条例》（2019年）共0条，没有第五条"
    assert f"cases/banquet-before-revision.md:12:16: missing-provision: {words}" in lines


@pytest.mark.parametrize(
    "place",
    ["", "x/", "x/y/z/", "cases/", "regulations/", "regulations/honest-service/", "x/regulations/a/2024/"],
)
@pytest.mark.parametrize("name", ["provisions.json", "reviewed.csv", "renumbering.csv"])
def test_a_table_out_of_place_is_a_finding(lay: Lay, place: str, name: str) -> None:
    if place + name == "regulations/honest-service/renumbering.csv":
        place = "x/regulations/a/"
    content = {
        "provisions.json": "regulations/honest-service/2019/provisions.json",
        "reviewed.csv": "regulations/honest-service/2024/reviewed.csv",
        "renumbering.csv": "regulations/honest-service/renumbering.csv",
    }[name]
    text = (Path(__file__).parents[1] / "site/docs" / content).read_text(encoding="utf-8")
    home = "regulations/<slug>/" + ("" if name == "renumbering.csv" else "<版本>/") + name
    words = f"这个文件不在它的位置上。移到 docs/{home}"
    assert found(lay({place + name: text})) == [f"{place}{name}:1:1: unreadable-file: {words}"]


def test_a_damaged_row_spoils_no_other(lay: Lay) -> None:
    docs = lay({})
    good = (docs / REVIEWS).read_text(encoding="utf-8")
    lay({REVIEWS: f"{good}\n7;x\n"})
    corpus = load(docs)
    assert [(broken.line, broken.reason) for broken in corpus.unreadable] == [(5, "这一行读不懂")]
    regulation = corpus.regulation("honest-service")
    assert regulation is not None
    assert [review.article for review in regulation.editions[0].reviews] == ["7", "8"]


def test_a_csv_with_an_open_quotation_mark(lay: Lay) -> None:
    assert found(lay({REVIEWS: 'article,sha256,date\n7,"abc,2026-11-24\n8,x\n'})) == [
        f"{REVIEWS}:2:1: unreadable-file: 这一行读不懂。写法：97,64位sha256,2026-11-24"
    ]


def test_an_official_text_that_cannot_be_read(lay: Lay, tmp_path: Path) -> None:
    docs = lay({"official/honest-service/2024.txt": "第一条".encode("gb18030")})
    (finding,) = run_checks(resolve(load(docs), "2026-11-24"))
    assert finding.path == (tmp_path / "official/honest-service/2024.txt").as_posix()
    assert finding.message == "不是 UTF-8 编码：像是 GBK/GB18030"


def test_there_must_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "docs")


def test_an_empty_folder_is_an_empty_site(tmp_path: Path) -> None:
    corpus = load(tmp_path)
    assert (corpus.pages, corpus.regulations, corpus.problems) == ((), (), ())
    assert run_checks(resolve(corpus, "2026-11-24")) == ()


def test_what_is_hidden_or_an_archetype_is_not_read(lay: Lay) -> None:
    docs = lay({
        "templates/case.md": PAGE,
        ".obsidian/x.md": PAGE,
        "cases/.x.md": PAGE,
        "cases/x.md~": PAGE,
    })  # fmt: skip
    assert found(docs) == []
    assert not any("template" in path or "/." in f"/{path}" for path in load(docs).files)


def test_a_folder_named_templates_deeper_down_is_read(lay: Lay) -> None:
    assert len(found(lay({"cases/templates/x.md": PAGE}))) == 1


KINDS = {
    "index.md": "home",
    "about.md": "page",
    "maintain/index.md": "page",
    "cases/index.md": "page",
    "cases/returned-basket.md": "case",
    "topics/gifts.md": "topic",
    "glossary/warning.md": "term",
    "regulations/index.md": "page",
    "regulations/honest-service/index.md": "regulation",
    "regulations/honest-service/2019/index.md": "edition",
    "regulations/honest-service/2024/chapter-03.md": "chapter",
}


@pytest.mark.parametrize(("path", "kind"), KINDS.items())
def test_a_page_is_of_the_kind_that_its_place_says(corpus: Corpus, path: str, kind: str) -> None:
    page = corpus.page(path)
    assert page is not None
    assert page.kind == kind


def test_a_regulation_with_its_editions_newest_first(corpus: Corpus) -> None:
    regulation = corpus.regulation("honest-service")
    assert regulation is not None
    assert [edition.name for edition in regulation.editions] == ["2024", "2019"]
    now, before = regulation.editions
    assert [digest.article for digest in now.digests] == ["4", "5", "6", "7", "8", "9", "9-1"]
    assert dict(before.subjects)["4"] == "收受财物"
    assert (now.effective, now.address) == ("2024-07-01", "https://example.org/honest-service")
    assert now.outline is not None
    assert len(now.outline.articles) == 13
    assert len(regulation.renumbering) == 13


def test_the_status_of_a_digest_is_derived(corpus: Corpus, lay: Lay) -> None:
    states = {}
    for name, site in (("imported", corpus), ("not imported", load(lay({})))):
        regulation = site.regulation("honest-service")
        assert regulation is not None
        states[name] = [regulation.editions[0].status(number) for number in ("7", "9")]
    assert states == {"imported": ["checked", "pending"], "not imported": ["based", "pending"]}


def test_pictures_are_files_of_the_site(lay: Lay) -> None:
    docs = lay({"assets/a.png": b"\x89PNG", "x.md": "# 图\n\n![图](assets/a.png)\n"})
    assert found(docs) == []
    assert "assets/a.png" in load(docs).files


FACTS_OF = [
    ("official/honest-service/2024.txt", "honest-service/2024"),
    ("texts/honest-service-2019.txt", "honest-service/2019"),
    ("texts/thrift-opinion-2022.txt", "thrift-opinion/2022"),
    ("texts/village-affairs-2021.txt", "village-affairs/2021"),
]


@pytest.mark.parametrize(("text", "edition"), FACTS_OF)
def test_the_facts_of_the_tiny_site_are_those_of_its_texts(corpus: Corpus, text: str, edition: str) -> None:
    site = Path(__file__).parents[1] / "site"
    stored = (site / "docs/regulations" / edition / "provisions.json").read_text(encoding="utf-8")
    regulation = corpus.regulation(edition.partition("/")[0])
    assert regulation is not None
    source = Source(text, (site / text).read_text(encoding="utf-8"))
    read = parse_official_text(source, complete='"complete": true' in stored, note="测试用的虚构文本")
    assert read.problems == ()
    name = edition.rpartition("/")[2]
    assert (
        format_outline(read.outline, regulation=regulation.title, edition=name, sha256=read.sha256) == stored
    )
