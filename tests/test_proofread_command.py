"""`python hooks proofread` on speeches and notices as people leave them: read, repaired, commented on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

HOOKS = Path(__file__).parents[1] / "hooks"
Lay = Callable[[Mapping[str, str | bytes | None]], Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
SPEECH = """\
今天在窗口 干部会上讲几句。
同志们:
依照《廉洁办事条例》第十三条，收下的卡要退.
收下不退的，受严厉警告。
"""
REPAIRED = SPEECH.replace("窗口 ", "窗口").replace("们:", "们：").replace("退.", "退。")
FOUND = [
    ("stray-space", 1, 6),
    ("wrong-width", 2, 4),
    ("missing-provision", 3, 3),
    ("wrong-width", 3, 22),
    ("forbidden-variant", 4, 8),
]


@pytest.fixture
def run(lay: Lay, tmp_path: Path) -> Run:
    """Proofread in the folder that holds the `docs` of the tiny site."""
    lay({})

    def command(*arguments: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, str(HOOKS), "proofread", "--today", "2026-11-24", *arguments],
            cwd=tmp_path,
            env=os.environ | {"PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    return command


def report(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def places(done: subprocess.CompletedProcess[str]) -> list[tuple[str, int, int]]:
    return [(found["code"], found["line"], found["column"]) for found in report(done)["diagnostics"]]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "docs" not in path.relative_to(folder).parts
    }


def test_a_clean_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "讲稿.txt").write_text("同志们：\n依照《廉洁办事条例》第七条，卡要退。\n", "utf-8")
    done = run("讲稿.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "查了1个文件、1处引用（其中0处未核对）、0处术语：没有问题。\n"


def test_a_finding_as_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "讲稿.txt").write_text(SPEECH, "utf-8")
    done = run("讲稿.txt")
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "讲稿.txt:1:6: stray-space: “口 干”中间有空格。删去空格"
    assert lines[1] == "讲稿.txt:2:4: wrong-width: “:”的宽度不对。写作：："
    assert lines[-1] == "查了1个文件、1处引用（其中0处未核对）、1处术语：5个问题。"


def test_a_finding_as_json(run: Run, tmp_path: Path) -> None:
    (tmp_path / "讲稿.txt").write_text(SPEECH, "utf-8")
    done = run("--format", "json", "讲稿.txt")
    assert places(done) == FOUND
    found = report(done)
    assert found["diagnostics"][2] == {
        "code": "missing-provision",
        "path": "讲稿.txt",
        "line": 3,
        "column": 3,
        "end_line": 3,
        "end_column": 15,
        "text": "《廉洁办事条例》第十三条",
        "message": "《云岭县党员干部廉洁办事条例》（2024年）最后一条是第十二条，没有第十三条",
        "hint": "最接近：第十二条",
        "suggestion": "《廉洁办事条例》第十二条",
    }
    assert found["checked"] == {"files": 1, "citations": 1, "unchecked": 0, "terms": 1}


def test_only_the_named_files_are_reported(run: Run, lay: Lay, tmp_path: Path) -> None:
    lay({"bad.md": "# 坏页\n\n受严厉警告。\n", "worse.md": "# 坏页\n\n受严厉警告。\n"})
    (tmp_path / "a.md").write_text("# 讲稿\n\n`受严厉警告`，\n受严厉警告。\n", "utf-8")
    (tmp_path / "b.txt").write_text("`受严厉警告`。\n", "utf-8")
    found = report(run("--format", "json", "b.txt", "a.md", "docs/bad.md"))
    assert [(one["path"], one["line"], one["column"]) for one in found["diagnostics"]] == [
        ("a.md", 4, 2),
        ("b.txt", 1, 3),
        ("docs/bad.md", 3, 2),
    ]
    assert found["checked"]["files"] == 3


def test_a_page_of_the_site_is_not_asked_for_what_a_speech_is_not(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 讲稿\n\n看[此](gone.md)，也看《机关食堂管理办法》第三条。\n", "utf-8")
    done = run("--format", "json", "a.md")
    assert (done.returncode, places(done)) == (0, [])
    assert report(done)["checked"]["unchecked"] == 1


def speech() -> Document:
    """The speech as a Word document with a table, a box of its own format on some words, and a tab."""
    document = docx.Document()
    first = document.add_paragraph()
    first.add_run("今天在窗口").bold = True
    first.add_run(" 干部会上").italic = True
    first.add_run("讲几句。")
    document.add_paragraph("同志们:")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "行为"
    table.cell(0, 1).text = "收下的卡要退."
    table.cell(1, 0).text = "收下不退的"
    table.cell(1, 1).text = "受严厉警告"
    last = document.add_paragraph("依照《廉洁办事")
    last.add_run("条例》第十").bold = True
    last.add_run("三条。")
    return document


WORD = [
    ("stray-space", 1, 6),
    ("wrong-width", 2, 4),
    ("wrong-width", 4, 7),
    ("forbidden-variant", 6, 2),
    ("missing-provision", 7, 3),
]


def texts(document: Document) -> list[str]:
    """The text of every paragraph, those of tables included."""
    body = document.element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


def formats(document: Document) -> list[tuple[str, bool | None, bool | None]]:
    """The runs outside tables: text, bold, italic; neighbours of one format joined."""
    joined: list[tuple[str, bool | None, bool | None]] = []
    for paragraph in document.paragraphs:
        joined.append(("\n", None, None))
        for run in paragraph.runs:
            if joined[-1][1:] == (run.bold, run.italic):
                joined[-1] = (joined[-1][0] + run.text, run.bold, run.italic)
            elif run.text:
                joined.append((run.text, run.bold, run.italic))
    return joined


def test_a_word_document_is_named_by_paragraph_and_character(run: Run, tmp_path: Path) -> None:
    speech().save(str(tmp_path / "讲稿.docx"))
    done = run("--format", "json", "讲稿.docx")
    assert (done.returncode, places(done)) == (1, WORD)
    lines = run("讲稿.docx").stdout.splitlines()
    assert lines[2] == "讲稿.docx:第4段第7字: wrong-width: “.”的宽度不对。写作：。"
    assert lines[-1] == "查了1个文件、1处引用（其中0处未核对）、1处术语：5个问题。"


ENCODED: dict[str, Callable[[str], bytes]] = {
    "plain.txt": lambda text: text.encode(),
    "bom.txt": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "crlf.txt": lambda text: text.replace("\n", "\r\n").encode(),
    "bom-and-cr.txt": lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r").encode(),
    "no-end-of-the-last-line.txt": lambda text: text.rstrip("\n").encode(),
    "mixed-ends.txt": lambda text: text.replace("\n", "\r\n", 2).encode(),
    "markdown.md": lambda text: text.replace("\n", "\n\n").encode(),
    "head-and-bom.md": lambda text: b"\xef\xbb\xbf" + f"---\r\ntitle: 讲稿\r\n---\r\n{text}".encode(),
}


def test_a_repair_changes_widths_and_spaces_and_no_other_byte(run: Run, tmp_path: Path) -> None:
    for name, encode in ENCODED.items():
        (tmp_path / name).write_bytes(encode(SPEECH))
        (tmp_path / name).chmod(0o640)
    done = run("--fix", "--format", "json", *ENCODED)
    assert done.returncode == 1
    assert contents(tmp_path) == {name: encode(REPAIRED) for name, encode in ENCODED.items()}
    assert done.stderr.splitlines()[0] == "plain.txt:1:6: 已改：删去空格"
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in ENCODED} == {0o640}
    for name in ENCODED:
        left = [found["code"] for found in report(done)["diagnostics"] if found["path"] == name]
        assert left == ["missing-provision", "forbidden-variant"]
        said = [line.rpartition(": ")[2] for line in done.stderr.splitlines() if line.startswith(f"{name}:")]
        assert said == ["已改：删去空格", "已改：“:”改为“：”", "已改：“.”改为“。”"]


def test_a_second_repair_finds_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{SPEECH}\n会上说 , 要登记;要告知 !( 完 )\n", "utf-8")
    first = run("--fix", "--format", "json", "a.txt")
    once = (tmp_path / "a.txt").read_bytes()
    second = run("--fix", "--format", "json", "a.txt")
    assert first.stderr
    assert (second.stderr, (tmp_path / "a.txt").read_bytes()) == ("", once)
    assert second.stdout == first.stdout
    assert {"wrong-width", "stray-space"}.isdisjoint(code for code, _, _ in places(second))


def test_nothing_but_widths_and_spaces_is_repaired_though_it_is_a_finding(run: Run, tmp_path: Path) -> None:
    text = "受严厉警告。\n依照《廉洁办事条列》第七条。\n叫号鸡坏了。\n他说：“卡要退。\n`要登记,也要告知.`\n"
    (tmp_path / "a.md").write_text(text, "utf-8")
    done = run("--fix", "a.md")
    assert (done.returncode, done.stderr) == (1, "")
    assert (tmp_path / "a.md").read_text("utf-8") == text


def test_a_file_that_is_named_twice_is_repaired_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    run("--fix", "a.txt", "./a.txt", "a.txt", "b.txt")
    assert (tmp_path / "a.txt").read_text("utf-8") == REPAIRED
    assert (tmp_path / "b.txt").is_symlink()


def test_a_repair_of_a_word_document_keeps_its_formats(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "讲稿.docx"
    before = speech()
    before.save(str(path))
    done = run("--fix", "--format", "json", "讲稿.docx")
    assert [code for code, _, _ in places(done)] == ["forbidden-variant", "missing-provision"]
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [
        "讲稿.docx:第1段第6字",
        "讲稿.docx:第2段第4字",
        "讲稿.docx:第4段第7字",
    ]
    after = docx.Document(str(path))
    expected = [text.replace(" ", "").replace(":", "：").replace("退.", "退。") for text in texts(before)]
    assert texts(after) == expected
    assert formats(after)[:4] == [
        ("\n", None, None),
        ("今天在窗口", True, None),
        ("干部会上", None, True),
        ("讲几句。", None, None),
    ]
    assert run("--fix", "讲稿.docx").stderr == ""


def test_findings_as_comments_on_a_copy(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "讲稿.docx"
    speech().save(str(path))
    before = path.read_bytes()
    done = run("--comments", "讲稿.docx")
    assert (done.returncode, done.stderr) == (1, "批注写入 讲稿-批注.docx\n")
    assert path.read_bytes() == before
    copy = docx.Document(str(tmp_path / "讲稿-批注.docx"))
    assert texts(copy) == texts(speech())
    assert formats(copy) == formats(speech())
    comments = {comment.comment_id: comment.text for comment in copy.comments}
    assert list(comments.values()) == [
        "“口 干”中间有空格。删去空格（stray-space）",
        "“:”的宽度不对。写作：：（wrong-width）",
        "“.”的宽度不对。写作：。（wrong-width）",
        "“严厉警告”是禁用写法。应为：严重警告（forbidden-variant）",
        "《云岭县党员干部廉洁办事条例》（2024年）最后一条是第十二条，没有第十三条。最接近：第十二条（missing-provision）",
    ]
    assert [anchored(copy, number) for number in comments] == [
        " ",
        ":",
        ".",
        "严厉警告",
        "《廉洁办事条例》第十三条",
    ]


def anchored(document: Document, number: int) -> str:
    """The words between the marks of a comment."""
    inside, words = False, ""
    for element in document.element.body.iter():
        if element.get(qn("w:id")) == str(number) and element.tag in (
            qn("w:commentRangeStart"),
            qn("w:commentRangeEnd"),
        ):
            inside = element.tag == qn("w:commentRangeStart")
        elif inside and element.tag == qn("w:t"):
            words += element.text or ""
    return words


def test_comments_on_what_is_left_after_a_repair(run: Run, tmp_path: Path) -> None:
    speech().save(str(tmp_path / "讲稿.docx"))
    (tmp_path / "a.txt").write_text(SPEECH, "utf-8")
    run("--fix", "--comments", "讲稿.docx", "a.txt")
    copy = docx.Document(str(tmp_path / "讲稿-批注.docx"))
    assert len(list(copy.comments)) == 2
    assert texts(copy) == texts(docx.Document(str(tmp_path / "讲稿.docx")))
    assert set(contents(tmp_path)) == {"讲稿.docx", "讲稿-批注.docx", "a.txt"}


def test_several_comments_in_one_run_stand_each_on_its_words(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("受严厉警告,又收消费礼卡.")
    document.save(str(tmp_path / "a.docx"))
    run("--comments", "a.docx")
    copy = docx.Document(str(tmp_path / "a-批注.docx"))
    assert [anchored(copy, comment.comment_id) for comment in copy.comments] == [
        "严厉警告",
        ",",
        "消费礼卡",
        ".",
    ]
    assert texts(copy) == ["受严厉警告,又收消费礼卡."]


WRONG = [
    ((), "缺少参数 文件…"),
    (("gone.txt",), "没有文件或目录“gone.txt”"),
    (("folder",), "“folder”是目录"),
    (("folder.docx",), "“folder.docx”是目录"),
    (("docs",), "“docs”是目录"),
    (("--comments", "a.txt"), "只有 .docx 文件能写批注"),
    (("--format", "github", "a.txt"), "github"),
    (("--docs", "gone", "a.txt"), "没有内容目录“gone”"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[" ".join(row[0]) or "nothing" for row in WRONG])
def test_bad_arguments(run: Run, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "a.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder.docx").mkdir()
    before = contents(tmp_path)
    done = run("--fix", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert contents(tmp_path) == before


def packed(path: Path, parts: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


NO_WORD = "不是能读的 Word 文档（.docx）"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def lay_broken(folder: Path) -> dict[str, str]:
    """Files that are no documents; returns what is said of each."""
    whole = folder / "whole.docx"
    speech().save(str(whole))
    parts, data = parts_of(whole), whole.read_bytes()
    whole.unlink()
    (folder / "no-zip.docx").write_text("同志们", "utf-8")
    (folder / "renamed-doc.docx").write_bytes(OLE)
    (folder / "empty.docx").write_bytes(b"")
    (folder / "half.docx").write_bytes(data[: len(data) // 2])
    (folder / "huge.docx").write_bytes(b"PK\3\4" + b"\0" * 50_000_000)
    (folder / "huge.txt").write_bytes("同志们".encode() * 5_600_000)
    (folder / "gbk.txt").write_bytes(SPEECH.encode("gb18030"))
    (folder / "utf-16.md").write_bytes(SPEECH.encode("utf-16"))
    (folder / "old.doc").write_bytes(OLE)
    packed(folder / "other.docx", {"a.txt": b"a"})
    packed(folder / "bomb.docx", parts | {"word/media/image1.png": b"\0" * 200_000_000})
    packed(folder / "no-body.docx", parts | {"word/document.xml": b"<a/>"})
    packed(folder / "no-xml.docx", parts | {"word/document.xml": b"<w:document"})
    packed(folder / "no-types.docx", parts | {"[Content_Types].xml": b"<a/>"})
    assert (folder / "bomb.docx").stat().st_size < 1_000_000
    (folder / "gone.txt").symlink_to("nowhere.txt")
    words = dict.fromkeys(
        (
            "no-zip.docx",
            "renamed-doc.docx",
            "empty.docx",
            "half.docx",
            "other.docx",
            "no-body.docx",
            "no-xml.docx",
            "no-types.docx",
        ),
        NO_WORD,
    )
    return words | {
        "bomb.docx": "展开后有 200 MB，太大了",
        "huge.docx": "文件有 50 MB，太大了",
        "huge.txt": "文件有 50 MB，超过 5 MB",
        "gbk.txt": "不是 UTF-8 编码：像是 GBK/GB18030",
        "utf-16.md": "不是 UTF-8 编码：像是 UTF-16",
        "old.doc": "是旧格式的 Office 文件，读不了",
        "gone.txt": "打不开",
    }


def test_files_that_are_no_documents_are_findings_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    words = lay_broken(tmp_path)
    before = contents(tmp_path)
    done = run("--fix", "--comments", "--format", "json", *words)
    assert (done.returncode, done.stderr) == (1, "")
    found = report(done)
    assert {one["path"]: one["code"] for one in found["diagnostics"]} == dict.fromkeys(
        words, "unreadable-file"
    )
    assert {one["path"]: words[one["path"]] in one["message"] for one in found["diagnostics"]} == (
        dict.fromkeys(words, True)
    )
    assert found["checked"]["files"] == 0
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_a_symlink_that_leads_to_itself(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(name)
    done = run("--fix", name)
    assert done.returncode in (1, 2)
    assert name in done.stdout + done.stderr


def test_a_broken_file_does_not_keep_the_others_from_being_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SPEECH, "utf-8")
    (tmp_path / "b.docx").write_bytes(OLE)
    speech().save(str(tmp_path / "c.docx"))
    done = run("--fix", "--comments", "--format", "json", "a.txt", "b.docx", "c.docx")
    assert [(one["path"], one["code"]) for one in report(done)["diagnostics"]] == [
        ("a.txt", "missing-provision"),
        ("a.txt", "forbidden-variant"),
        ("b.docx", "unreadable-file"),
        ("c.docx", "forbidden-variant"),
        ("c.docx", "missing-provision"),
    ]
    assert "批注写入 c-批注.docx" in done.stderr
    assert not (tmp_path / "b-批注.docx").exists()


def test_a_text_of_nothing(run: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_bytes(b"")
    docx.Document().save(str(tmp_path / "a.docx"))
    done = run("--fix", "--comments", "a.txt", "a.md", "a.docx")
    assert done.returncode == 0
    assert done.stdout == "查了3个文件、0处引用（其中0处未核对）、0处术语：没有问题。\n"
    assert (tmp_path / "a.txt").read_bytes() == b""
