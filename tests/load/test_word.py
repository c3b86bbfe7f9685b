"""Word documents: the text of their paragraphs in document order, and packages that are damaged."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.load.word import open_word, paragraphs, pieces, read_word
from corpus.model import Unreadable
from corpus.text.source import Source


def saved(path: Path, *texts: str) -> Path:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def lines(path: Path) -> list[str]:
    source = read_word(path, path.name)
    assert isinstance(source, Source)
    return source.text.split("\n")


def refusal(path: Path) -> Unreadable:
    source = read_word(path, path.name)
    assert isinstance(source, Unreadable)
    return source


def test_a_paragraph_a_line(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", "同志们：", "", "卡要退。")
    assert lines(path) == ["同志们：", "", "卡要退。"]


def test_cells_stand_where_their_table_stands(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("前")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"格{number}"
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "格中格"
    document.add_paragraph("后")
    document.save(str(tmp_path / "a.docx"))
    found = [line for line in lines(tmp_path / "a.docx") if line]
    assert found == ["前", "格0", "格1", "格2", "格3", "格中格", "后"]


def inserted(path: Path, xml: str) -> Path:
    """A document whose one paragraph is 甲, the elements given, 乙."""
    document = docx.Document()
    paragraph = document.add_paragraph("甲")
    wrapped = parse_xml(f"<w:p {nsdecls('w')} xmlns:r='r' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>{xml}</w:p>")  # fmt: skip
    for element in list(wrapped):
        paragraph._p.append(element)  # noqa: SLF001 - what Word writes and python-docx cannot
    paragraph.add_run("乙")
    document.save(str(path))
    return path


RUN = "<w:r><w:t>{}</w:t></w:r>"
INSIDE = [
    ("a tab", "<w:r><w:tab/></w:r>", "甲\t乙"),
    ("a line break", "<w:r><w:br/></w:r>", "甲\v乙"),
    ("a hyphen", "<w:r><w:noBreakHyphen/></w:r>", "甲-乙"),
    ("a line feed in a text", RUN.format("子\n丑"), "甲子 丑乙"),
    ("a link", f"<w:hyperlink>{RUN.format('子')}</w:hyperlink>", "甲子乙"),
    ("an insertion", f"<w:ins w:id='1'>{RUN.format('子')}</w:ins>", "甲子乙"),
    ("a deletion", "<w:del w:id='1'><w:r><w:delText>子</w:delText></w:r></w:del>", "甲乙"),
    ("what was moved away", f"<w:moveFrom w:id='1'>{RUN.format('子')}</w:moveFrom>", "甲乙"),
    ("a field", "<w:r><w:instrText>PAGE</w:instrText></w:r>", "甲乙"),
    ("a field that shows its value", f"<w:fldSimple w:instr='PAGE'>{RUN.format('7')}</w:fldSimple>", "甲7乙"),
    ("a content control", f"<w:sdt><w:sdtContent>{RUN.format('子')}</w:sdtContent></w:sdt>", "甲子乙"),
    ("a bookmark", "<w:bookmarkStart w:id='1' w:name='n'/>", "甲乙"),
]


@pytest.mark.parametrize(("xml", "text"), [row[1:] for row in INSIDE], ids=[row[0] for row in INSIDE])
def test_what_stands_in_a_paragraph(tmp_path: Path, xml: str, text: str) -> None:
    assert lines(inserted(tmp_path / "a.docx", xml)) == [text]


BOX = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"


def test_a_text_box_is_a_paragraph_of_its_own_and_read_once(tmp_path: Path) -> None:
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(inserted(tmp_path / "a.docx", drawing)) == ["甲乙", "框"]


@given(st.lists(st.text(st.sampled_from("甲乙 ,。\t\n1aA（《"), max_size=12), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_pieces_make_up_their_paragraph(tmp_path: Path, texts: list[str]) -> None:
    path = saved(tmp_path / "a.docx", *texts)
    document = open_word(path, "a.docx")
    assert not isinstance(document, Unreadable)
    found = list(paragraphs(document))
    assert ["".join(text for _, text in pieces(paragraph)) for paragraph in found] == lines(path)[
        : len(found)
    ]
    assert all(element.tag != qn("w:p") for paragraph in found for element, _ in pieces(paragraph))


def repacked(path: Path, change: Callable[[dict[str, bytes]], Mapping[str, bytes]]) -> Path:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in change(parts).items():
            package.writestr(name, data)
    return path


PACKAGES: list[tuple[str, Callable[[dict[str, bytes]], Mapping[str, bytes]]]] = [
    ("no document", lambda parts: {n: d for n, d in parts.items() if n != "word/document.xml"}),
    ("no types", lambda parts: {n: d for n, d in parts.items() if n != "[Content_Types].xml"}),
    ("an empty document", lambda parts: parts | {"word/document.xml": b""}),
    ("a document of something else", lambda parts: parts | {"word/document.xml": b"<a/>"}),
    ("types of something else", lambda parts: parts | {"[Content_Types].xml": b"<a/>"}),
    ("relations of something else", lambda parts: parts | {"_rels/.rels": b"<a/>"}),
    ("half a document", lambda parts: parts | {"word/document.xml": parts["word/document.xml"][:500]}),
    ("a document without a body", lambda parts: parts | {"word/document.xml": f"<w:document {nsdecls('w')}/>".encode()}),
    ("another package", lambda _: {"xl/workbook.xml": b"<a/>"}),
    ("nothing", lambda _: {}),
]  # fmt: skip


@pytest.mark.parametrize("change", [row[1] for row in PACKAGES], ids=[row[0] for row in PACKAGES])
def test_a_package_that_is_no_document(
    tmp_path: Path, change: Callable[[dict[str, bytes]], Mapping[str, bytes]]
) -> None:
    path = repacked(saved(tmp_path / "a.docx", "卡要退。"), change)
    assert "Word" in refusal(path).reason


def test_a_package_that_asks_for_a_password(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.docx", "卡要退。")
    data = bytearray(path.read_bytes())
    for mark, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flag] |= 1
    path.write_bytes(data)
    assert "Word" in refusal(path).reason


def test_a_package_that_unpacks_to_a_mountain(tmp_path: Path) -> None:
    path = repacked(
        saved(tmp_path / "a.docx", "卡要退。"), lambda parts: parts | {"word/big.xml": b"\0" * 150_000_000}
    )
    assert path.stat().st_size < 500_000
    assert "150 MB" in refusal(path).reason


def test_a_damaged_package_is_read_or_refused(tmp_path: Path) -> None:
    data = saved(tmp_path / "a.docx", "卡要退。" * 50).read_bytes()
    draw = random.Random(20261124)  # noqa: S311 - a draw that can be repeated
    path = tmp_path / "b.docx"
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(draw.choice((1, 2, 20))):
            damaged[draw.randrange(len(damaged))] = draw.randrange(256)
        path.write_bytes(damaged[: draw.randrange(len(damaged))] if draw.random() < 0.2 else damaged)
        assert isinstance(read_word(path, "b.docx"), Source | Unreadable)


def test_a_path_that_is_no_file(tmp_path: Path) -> None:
    assert "Word" in refusal(tmp_path / "gone.docx").reason
