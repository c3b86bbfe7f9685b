"""`python hooks citations`: every citation of any text, resolved, as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from corpus.load import load, read_source
from corpus.model import Pinpoint, Unreadable
from corpus.resolve import resolve_text
from corpus.resolve.references import Reference
from corpus.text.source import Source


def citations(file: str, *, today: str, docs: str) -> int:
    """Print a JSON list of the citations of a file, or of standard input where `file` is "-".

    Returns 0 whatever the verdicts, 1 where the text cannot be read.
    Raises UsageError where there is no such file.
    """
    if not Path(docs).is_dir():
        raise click.UsageError(f"没有内容目录“{docs}”，请在项目目录下运行，或用 --docs 指明")
    source = _read(file)
    if isinstance(source, Unreadable):
        click.echo(f"{source.path}:{source.line}:{source.column}: {source.reason}。{source.hint}", err=True)
        return 1
    references = resolve_text(load(docs), source, today)
    click.echo(json.dumps([as_json(reference) for reference in references], ensure_ascii=False, indent=1))
    return 0


def _read(file: str) -> Source | Unreadable:
    if file != "-":
        if not Path(file).is_file():
            raise click.UsageError(f"没有文件“{file}”")
        return read_source(Path(file), Path(file).as_posix())
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Unreadable("-", "标准输入不是 UTF-8 编码", "换成 UTF-8 再输入")
    return Source("-", text.replace("\r\n", "\n"))


def as_json(reference: Reference) -> dict[str, Any]:
    """A reference in the form that other tools rely on; offsets count characters."""
    citation = reference.citation
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.text,
        "regulation": reference.regulation.title if reference.regulation else reference.unknown,
        "edition": reference.edition.name if reference.edition else None,
        "refs": [_ref(ref) for ref in citation.refs],
        "verdict": reference.verdict,
        "targets": [target.url for target in reference.targets],
    }


def _ref(ref: Pinpoint) -> dict[str, Any]:
    end = ref.range_end
    return {
        "part": ref.part,
        "chapter": ref.chapter,
        "section": ref.section,
        "article": ref.article,
        "paragraph": ref.paragraph,
        "item": ref.item,
        "subitem": ref.subitem,
        "range_end": {"article": end.article, "paragraph": end.paragraph, "item": end.item} if end else None,
    }
