"""Word documents (.docx): the text of their paragraphs, one a line.

A paragraph's text is that of its `w:t`, `w:tab` and `w:br` elements in document order, table cells
where the table stands; so that an offset leads back to an element.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from corpus.model import Unreadable
from corpus.text.source import Source

SUFFIX = ".docx"
LARGEST = 40_000_000
"""Bytes of a document, pictures included."""
LARGEST_UNPACKED = 100_000_000
"""Bytes of the parts of a document: more is no speech but a bomb."""
_SPACES = {qn("w:tab"): "\t", qn("w:br"): "\v", qn("w:cr"): "\v", qn("w:noBreakHyphen"): "-"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HIDDEN = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr")})


def read_word(path: Path, shown: str) -> Source | Unreadable:
    """The text of a Word document, or why it cannot be had; line n is the n-th paragraph."""
    document = open_word(path, shown)
    if isinstance(document, Unreadable):
        return document
    return Source(shown, "\n".join(paragraph_text(paragraph) for paragraph in paragraphs(document)))


def open_word(path: Path, shown: str) -> Document | Unreadable:
    """The document, or why it cannot be opened."""
    try:
        if path.stat().st_size > LARGEST:
            return Unreadable(
                shown, f"文件有 {path.stat().st_size // 1_000_000} MB，太大了", "拆分，或压缩图片"
            )
        with zipfile.ZipFile(path) as parts:
            size = sum(part.file_size for part in parts.infolist())
        if size > LARGEST_UNPACKED:
            return Unreadable(shown, f"展开后有 {size // 1_000_000} MB，太大了", "拆分成几个文件")
        document = docx.Document(str(path))
        if document.element.body is not None:
            return document
    except Exception:  # noqa: BLE001, S110 - a broken package fails in as many ways as it has parts
        pass
    return Unreadable(shown, "不是能读的 Word 文档（.docx）", "用 Word 或 WPS 打开，另存为 .docx")


def paragraphs(document: Document) -> Iterator[_Element]:
    """The `w:p` elements of the body in document order; of a text box, not the copy for older programs."""
    for paragraph in document.element.body.iter(qn("w:p")):
        if not any(parent.tag == _FALLBACK for parent in paragraph.iterancestors()):
            yield paragraph


def pieces(paragraph: _Element) -> Iterator[tuple[_Element, str]]:
    """The elements of a paragraph that hold text, each with its text."""
    for element in paragraph:
        if element.tag in _HIDDEN or element.tag == qn("w:p"):
            continue
        if element.tag == qn("w:t"):
            yield element, (element.text or "").replace("\n", " ")
        elif element.tag in _SPACES:
            yield element, _SPACES[element.tag]
        else:
            yield from pieces(element)


def paragraph_text(paragraph: _Element) -> str:
    """The text of a paragraph."""
    return "".join(text for _, text in pieces(paragraph))
