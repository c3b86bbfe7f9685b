"""What the commands that report findings share: which files are meant, and the forms of a report."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from corpus.model import Page
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic


def asked(paths: Sequence[str], root: Path) -> tuple[list[Path], list[str]]:
    """Where to look, and which of the paths lie outside `root`; raises UsageError for what cannot be read."""
    places: list[Path] = []
    outside: list[str] = []
    for path in dict.fromkeys(paths):
        if not Path(path).exists() and not Path(path).is_symlink():
            raise click.UsageError(f"没有文件或目录“{path}”")
        # os.path.realpath does not fail at a link that leads to itself, as Path.resolve does.
        real = Path(os.path.realpath(path))
        place = root if real == root else _place(path)
        places.append(place)
        if root not in (place, *place.parents) and real not in root.parents:
            outside.append(path)
            if Path(path).is_dir():
                raise click.UsageError(f"“{path}”是目录；内容目录以外只能查文件")
    return places, outside


def _place(path: str) -> Path:
    """A path in the form in which paths are compared; a symbolic link stays what it is."""
    place = Path(os.path.normpath(Path(path).absolute()))
    return Path(os.path.realpath(place.parent)) / place.name


def is_asked_for(path: str, places: Sequence[Path]) -> bool:
    """Whether a path is, or lies below, one of `places`; everything is where there are none."""
    return not places or not {_place(path), *_place(path).parents}.isdisjoint(places)


def count(resolution: Resolution, pages: Sequence[Page]) -> dict[str, int]:
    """How many files were read, and what was found in them to check."""
    references = [reference for page in pages for reference in resolution.references[page.path]]
    return {
        "files": len(pages),
        "citations": len(references),
        "unchecked": sum(reference.verdict == "unchecked" for reference in references),
        "terms": sum(len(resolution.terms[page.path]) for page in pages),
    }


def _as_text(findings: Sequence[Diagnostic], counts: Mapping[str, int]) -> str:
    words = f"查了{counts['files']}个文件、{counts['citations']}处引用（其中{counts['unchecked']}处未核对）、{counts['terms']}处术语"
    return "\n".join(
        [*map(_line, findings), f"{words}：{f'{len(findings)}个问题' if findings else '没有问题'}。"]
    )


def _line(finding: Diagnostic) -> str:
    hint = f"。{finding.hint}" if finding.hint else ""
    return f"{place(finding)}: {finding.code}: {finding.message}{hint}"


def place(finding: Diagnostic) -> str:
    """Where a finding is: path, line and column; in a Word document, paragraph and character."""
    if finding.path.lower().endswith(".docx"):
        return f"{finding.path}:第{finding.line}段第{finding.column}字"
    return f"{finding.path}:{finding.line}:{finding.column}"


def _as_json(findings: Sequence[Diagnostic], counts: Mapping[str, int]) -> str:
    report = {"diagnostics": [finding.as_dict() for finding in findings], "checked": dict(counts)}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _as_github(findings: Sequence[Diagnostic], counts: Mapping[str, int]) -> str:
    """Workflow commands, which annotate the lines of a change."""
    rows = []
    for finding in findings:
        place = f"line={finding.line},col={finding.column},endLine={finding.end_line},endColumn={finding.end_column}"
        file, title = _property(finding.path), _property(finding.code)
        message = finding.message + (f"。{finding.hint}" if finding.hint else "")
        rows.append(f"::error file={file},{place},title={title}::{_data(message)}")
    return "\n".join([*rows, _as_text((), counts) if not findings else f"{len(findings)}个问题。"])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMS: Mapping[str, Callable[[Sequence[Diagnostic], Mapping[str, int]], str]] = {
    "text": _as_text,
    "json": _as_json,
    "github": _as_github,
}
