"""`python hooks outline`, run as people run it, on texts of invented regulations."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from corpus.model import Article, Outline, Paragraph
from corpus.parse.outline import format_outline, read_outline

ROOT = Path(__file__).parents[1]
TEXT = """\
海滨市图书借阅办法
（2021年3月5日海滨市图书馆馆务会议通过）
第一章　总则
第一条　为了方便读者借书，制定本办法。
第二条　本办法适用于：
（一）持证读者；
（二）临时读者。
前款第二项读者，只能在馆内阅览。
第二章　附则
第三条　本办法自发布之日起施行。
"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "hooks"), *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr + done.stdout
    return done


def outline(docs: Path, text: str | bytes, *options: str) -> subprocess.CompletedProcess[str]:
    file = docs.parent / "text.txt"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return run("outline", "library", "2021", file, "--docs", docs, *options)


def facts(docs: Path) -> dict[str, Any]:
    path = docs / "regulations/library/2021/provisions.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def written(docs: Path) -> bool:
    return any(path.is_file() for path in docs.rglob("*"))


def test_the_facts_of_a_text(docs: Path) -> None:
    done = outline(docs, TEXT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "《海滨市图书借阅办法》（2021年）：2 章，3 条，4 款，2 项" in done.stdout
    found = facts(docs)
    assert found["regulation"] == "海滨市图书借阅办法"
    assert found["edition"] == "2021"
    assert found["complete"] is True
    normal = unicodedata.normalize("NFKC", TEXT).encode()
    assert found["source"] == {"note": "第三方公开文本", "sha256": hashlib.sha256(normal).hexdigest()}
    assert found["chapters"][1] == {"number": 2, "title": "附则", "part": None, "first": "3", "last": "3"}
    assert [[p["items"] for p in a["paragraphs"]] for a in found["articles"]] == [[0], [2, 0], [0]]


def test_no_sentence_of_the_text_is_kept_and_one_article_stands_on_one_line(docs: Path) -> None:
    outline(docs, TEXT)
    stored = (docs / "regulations/library/2021/provisions.json").read_bytes().decode()
    assert "读者" not in stored
    assert stored.endswith("}\n")
    assert "\r" not in stored
    assert sum('"number": "' in line for line in stored.split("\n")) == 3


def test_the_same_text_gives_the_same_file_however_it_is_saved(docs: Path) -> None:
    path = docs / "regulations/library/2021/provisions.json"
    outline(docs, TEXT)
    first = path.read_bytes()
    outline(docs, b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert path.read_bytes() == first


def test_what_is_written_is_read_back(docs: Path) -> None:
    outline(docs, TEXT, "--partial", "--source-note", "甲“乙”")
    stored = (docs / "regulations/library/2021/provisions.json").read_text(encoding="utf-8")
    read = read_outline(stored)
    assert isinstance(read, Outline)
    assert (read.complete, read.source, len(read.articles)) == (False, "甲“乙”", 3)
    again = format_outline(
        read, regulation="海滨市图书借阅办法", edition="2021", sha256=json.loads(stored)["source"]["sha256"]
    )
    assert again == stored


# --------------------------------------------------------------------- title
def test_the_title_comes_from_the_page_of_the_regulation(docs: Path) -> None:
    page = docs / "regulations/library/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: 中国海滨市图书借阅办法\n---\n", encoding="utf-8")
    assert outline(docs, TEXT).returncode == 0
    assert facts(docs)["regulation"] == "中国海滨市图书借阅办法"
    assert outline(docs, TEXT, "--title", "借阅办法").returncode == 0
    assert facts(docs)["regulation"] == "借阅办法"


def test_the_text_of_another_regulation_is_refused(docs: Path) -> None:
    page = docs / "regulations/library/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: 海滨市图书采购办法\n---\n", encoding="utf-8")
    done = outline(docs, TEXT)
    assert done.returncode == 1
    assert "text.txt:1:1: 文本的标题是“海滨市图书借阅办法”，要登记的却是《海滨市图书采购办法》" in done.stdout


def test_the_text_of_another_edition_is_refused(docs: Path) -> None:
    done = outline(docs, TEXT.replace("2021年3月5日", "2019年3月5日"))
    assert done.returncode == 1
    assert "text.txt:2:2: 文本最近一次通过或发布是 2019 年，要登记的却是 2021 年版" in done.stdout
    assert not written(docs)


def test_a_text_without_a_title_needs_one(docs: Path) -> None:
    done = outline(docs, "第一条　安静。\n")
    assert done.returncode == 2
    assert "--title" in done.stderr
    assert outline(docs, "第一条　安静。\n", "--title", "公约").returncode == 0


# ---------------------------------------------------------- incomplete texts
def test_a_skeleton(docs: Path) -> None:
    skeleton = "公约\n第八条\n第八条之一　……\n……\n第十条　守时。\n"
    done = outline(docs, skeleton, "--partial")
    assert done.returncode == 0
    assert "《公约》（2021年），不全：3 条，3 款，1 条款数未知" in done.stdout
    numbers = {a["number"]: a["paragraphs"] for a in facts(docs)["articles"]}
    assert numbers["8"] is None
    assert numbers["8-1"] == [{"items": None, "sha256": None}] * 2
    assert outline(docs, skeleton).returncode == 1


def test_sections_without_articles(docs: Path) -> None:
    done = outline(docs, "意见\n一、提高认识\n二、加强领导\n", "--partial")
    assert done.returncode == 0
    assert "2 部分" in done.stdout
    assert [s["title"] for s in facts(docs)["sections"]] == ["提高认识", "加强领导"]


# ------------------------------------------------------------------ findings
def test_a_bad_text_never_replaces_good_facts(docs: Path) -> None:
    path = docs / "regulations/library/2021/provisions.json"
    outline(docs, TEXT)
    good = path.read_bytes()
    done = outline(docs, TEXT.replace("第二条　本办法", "第五条　本办法"))
    assert done.returncode == 1
    assert "text.txt:5:1: 第一条之后是第五条，缺第二条至第四条" in done.stdout
    assert "text.txt:10:1: 第三条排在第五条之后，次序颠倒" in done.stdout
    assert path.read_bytes() == good
    assert list(path.parent.iterdir()) == [path]


def test_many_findings_fit_one_screen(docs: Path) -> None:
    done = outline(docs, "第一条　安静。\n" * 500)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) < 30
    assert "共 499 处疑点，没有写入" in done.stdout


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("第一条　安静。\n第二条　守时。\n".encode("gb18030"), "text.txt:1:1: "),
        ("公约\n第一条　安静".encode() + "。".encode("gbk"), "text.txt:2:7: "),
        ("第一条　安静。\n".encode("utf-16"), "text.txt:1:1: "),
        ("第一条　安静。\n第\0二条".encode(), "text.txt:2:2: "),
        (b"", "text.txt:1:1: 文件里没有文字"),
    ],
)
def test_what_is_no_text_is_a_finding_with_its_place(docs: Path, data: bytes, place: str) -> None:
    done = outline(docs, data)
    assert done.returncode == 1
    assert place in done.stdout
    assert not written(docs)


def test_a_huge_file_is_a_finding(docs: Path) -> None:
    done = outline(docs, b"1" * 21_000_000)
    assert done.returncode == 1
    assert "MB" in done.stdout


# ---------------------------------------------------------- the tool cannot run
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "用法："),
        (["outlin"], "不认识的命令或多余的参数：outlin"),
        (["outline"], "缺少参数 SLUG"),
        (["outline", "library", "2021"], "缺少参数 FILE"),
        (["outline", "library", "2021", "a.txt", "b.txt"], "不认识的命令或多余的参数：b.txt"),
        (["outline", "library", "2021", "a.txt", "--parital"], "没有选项 --parital"),
        (["outline", "library", "2021", "a.txt", "--title"], "选项 --title 后面缺少值"),
        (["outline", "Library", "2021", "a.txt"], "法规目录名“Library”不对"),
        (["outline", "../x", "2021", "a.txt"], "法规目录名“../x”不对"),
        (["outline", "library", "21", "a.txt"], "版本“21”不对"),
        (["outline", "library", "2021", "a.txt", "--docs", "nowhere"], "没有内容目录“nowhere”"),
        (["outline", "library", "2021", "a.txt", "--docs", "."], "没有文件“a.txt”"),
        (["outline", "library", "2021", ".", "--docs", "."], "“.”不是文件"),
    ],
)
def test_bad_arguments(tmp_path: Path, arguments: list[str], message: str) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""


def test_a_folder_that_cannot_be_written(docs: Path) -> None:
    (docs / "regulations").write_text("", encoding="utf-8")
    done = outline(docs, TEXT)
    assert done.returncode == 2
    assert "写不了" in done.stderr


def test_help_is_chinese() -> None:
    done = run("outline", "--help")
    assert done.returncode == 0
    assert "用法：" in done.stdout
    assert "选项" in done.stdout
    assert "Usage" not in done.stdout
    assert "Show" not in done.stdout


# ---------------------------------------------------------- damaged provisions
GOOD = format_outline(
    Outline(
        complete=True, source="甲", articles=(Article("1", (Paragraph(0, "0" * 64),)), Article("2", None))
    ),
    regulation="公约",
    edition="2021",
    sha256="f" * 64,
)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"articles": [', '"articles": [,', "第 9 行第 15 列起不是正确的 JSON"),
        ('"complete": true,', "", "complete：缺少这个键"),
        ('"complete": true', '"complete": "是"', "complete：应是 true 或 false"),
        ('"parts": []', '"parts": {}', "parts：应是列表"),
        ('"items": 0', '"item": 0', "articles（1）.paragraphs[1].items：缺少这个键"),
        ('"items": 0', '"items": -1', "articles（1）.paragraphs：items 不能小于 0"),
        ("0" * 64, "0" * 63, "articles（1）.paragraphs：sha256 应是 64 位十六进制数"),
        ('"number": "2"', '"number": "1"', "articles：条号“1”重复"),
        ('"number": "2"', '"number": "二"', "articles（二）：条号写法不对，应如 97 或 388-1"),
        ('"number": "2"', '"number": 2', "articles（2）.number：应是字符串"),
        (
            '"paragraphs": null',
            '"paragraphs": []',
            "articles（2）.paragraphs：不能是空列表；不知道有几款就写 null",
        ),
        ('"paragraphs": null', '"paragraphs": null, "text": ""', "articles（2）.text：没有这个键"),
        (
            '"parts": []',
            '"parts": [{"number": 1, "title": "总则", "first": "1", "last": "9"}]',
            "“总则”起止条号 9 不在 articles 中",
        ),
    ],
)
def test_a_damaged_file_gives_a_reason(old: str, new: str, reason: str) -> None:
    assert isinstance(read_outline(GOOD), Outline)
    assert old in GOOD
    found = read_outline(GOOD.replace(old, new))
    assert isinstance(found, str)
    assert found.startswith(reason)


@pytest.mark.parametrize("text", ["", "[]", "null", "1", "[" * 100_000, '{"a": ' * 100_000])
def test_what_is_no_outline_gives_a_reason(text: str) -> None:
    assert isinstance(read_outline(text), str)
