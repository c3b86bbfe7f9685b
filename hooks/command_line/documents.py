"""Writing into the documents of others: repairs, and findings as comments; whole or not at all."""

from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.run import Run
from lxml.etree import _Element

from corpus.load.word import SUFFIX, open_word, paragraphs, pieces
from corpus.model import Unreadable
from corpus.text.diagnostic import Diagnostic

AUTHOR, INITIALS = "党纪知识库校对", "校"
_BOM = "\ufeff"


def repair(path: Path, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Put the suggestion of each finding in its place; the line ends and the BOM of the file stay.

    Returns those that were carried out. Raises UsageError where the file cannot be written.
    """
    if not findings:
        return []
    if path.suffix.lower() == SUFFIX:
        document = _opened(path)
        done = [finding for finding in reversed(findings) if _repair_paragraph(document, finding)]
        _write(path, lambda target: document.save(str(target)))
        return done[::-1]
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", path.read_bytes().decode("utf-8"))
    for finding in reversed(findings):
        # A BOM stands before the first column that findings count.
        shift = len(_BOM) if finding.line == 1 and lines[0].startswith(_BOM) else 0
        start, end = finding.column - 1 + shift, finding.end_column - 1 + shift
        line = lines[finding.line - 1]
        lines[finding.line - 1] = line[:start] + finding.suggestion + line[end:]
    data = "".join(lines).encode("utf-8")
    _write(path, lambda target: target.write_bytes(data))
    return list(findings)


def comment_on(path: Path, findings: Sequence[Diagnostic]) -> Path:
    """Write a copy of a Word document beside it, with each finding as a comment at its place.

    Returns the path of the copy. Raises UsageError where it cannot be written.
    """
    document = _opened(path)
    for finding in findings:
        runs = list(_runs_of(document, finding))
        if runs:
            hint = f"。{finding.hint}" if finding.hint else ""
            document.add_comment(
                runs=runs, text=f"{finding.message}{hint}（{finding.code}）", author=AUTHOR, initials=INITIALS
            )
    target = path.with_name(f"{path.stem}-批注{path.suffix}")
    _write(target, lambda draft: document.save(str(draft)))
    return target


def _opened(path: Path) -> Document:
    document = open_word(path, path.as_posix())
    if isinstance(document, Unreadable):
        raise click.UsageError(f"{document.path}：{document.reason}")
    return document


def _paragraph(document: Document, finding: Diagnostic) -> _Element:
    return next(p for number, p in enumerate(paragraphs(document), 1) if number == finding.line)


def _repair_paragraph(document: Document, finding: Diagnostic) -> bool:
    """Whether the place was all text, and now holds the suggestion."""
    start, end, at = finding.column - 1, finding.end_column - 1, 0
    parts = []
    for element, text in pieces(_paragraph(document, finding)):
        if at < end and start < at + len(text):
            parts.append((element, text, max(0, start - at), min(len(text), end - at)))
        at += len(text)
    if not parts or any(element.tag != qn("w:t") for element, *_ in parts):
        return False
    for number, (element, text, first, last) in enumerate(parts):
        element.text = text[:first] + (finding.suggestion if number == 0 else "") + text[last:]
        element.set(qn("xml:space"), "preserve")
    return True


def _runs_of(document: Document, finding: Diagnostic) -> Iterator[Run]:
    """The runs that hold a place, cut so that they hold nothing else where that can be done."""
    paragraph = _paragraph(document, finding)
    start, end, at = finding.column - 1, max(finding.end_column - 1, finding.column), 0
    for element, text in list(pieces(paragraph)):
        if at < end and start < at + len(text):
            run = element.getparent()
            if run is not None and run.tag == qn("w:r"):
                yield Run(_cut(run, element, max(0, start - at), min(len(text), end - at)), document)
        at += len(text)


def _cut(run: _Element, element: _Element, first: int, last: int) -> _Element:
    """The part of a run between two offsets of its one text, as a run of its own."""
    texts = [child for child in run if child.tag != qn("w:rPr")]
    if texts != [element] or element.tag != qn("w:t"):
        return run
    text = element.text or ""
    for part, place in ((text[:first], run.addprevious), (text[last:], run.addnext)):
        if part:
            other = copy.deepcopy(run)
            _set_text(other.find(qn("w:t")), part)
            place(other)
    _set_text(element, text[first:last])
    return run


def _set_text(element: _Element | None, text: str) -> None:
    if element is not None:
        element.text = text
        element.set(qn("xml:space"), "preserve")


def _write(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file whole or not at all, with the rights that it has."""
    target = path.resolve()
    draft = target.with_name(f".{target.name}.tmp")
    try:
        write(draft)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise click.UsageError(f"写不了 {path.as_posix()}：{error.strerror}") from error
