"""`python hooks proofread`: what a careful editor would mark in a speech, a lesson, a notice."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import click

from command_line.documents import comment_on, repair
from command_line.findings import FORMS, asked, count, is_asked_for, place
from corpus.check import PROOFREADING, code_of, run_checks, stray_space, wrong_width
from corpus.load import load
from corpus.load.word import SUFFIX
from corpus.resolve import resolve
from corpus.text.diagnostic import Diagnostic

_ROUNDS = 4
SAFE = (wrong_width, stray_space)
"""The checks whose findings can be repaired: that never changes what is said."""


def proofread(files: Sequence[str], *, form: str, fix: bool, comments: bool, today: str, docs: str) -> int:
    """Print the findings of `files`; with `fix` first repair widths and spaces in them, with `comments`
    also write a copy of each Word document with its findings as comments.

    Returns 0 where nothing is left to mark, else 1. Raises UsageError for what is no file.
    """
    files = _readable(files, docs)
    if comments and not any(map(_is_word, files)):
        raise click.UsageError("只有 .docx 文件能写批注")
    if fix:
        _repair(files, today, docs)
    findings, counts = _read(files, today, docs)
    click.echo(FORMS[form](findings, counts))
    for file in filter(_is_word, files) if comments else ():
        found = _of(file, findings)
        if any(finding.code == "unreadable-file" for finding in found):
            continue
        target = comment_on(Path(file), found)
        click.echo(f"批注写入 {target.as_posix()}", err=True)
    return 1 if findings else 0


def _readable(files: Sequence[str], docs: str) -> list[str]:
    """The files without those that are named again; raises UsageError for what cannot be proofread."""
    if not Path(docs).is_dir():
        raise click.UsageError(f"没有内容目录“{docs}”，请在项目目录下运行，或用 --docs 指明")
    for file in files:
        if Path(file).is_dir():
            raise click.UsageError(f"“{file}”是目录；请写出文件名")
    return list({os.path.realpath(file): file for file in reversed(files)}.values())[::-1]


def _read(
    files: Sequence[str], today: str, docs: str, checks: Sequence[ModuleType] = PROOFREADING
) -> tuple[list[Diagnostic], dict[str, int]]:
    places, outside = asked(files, Path(docs).resolve())
    corpus = load(docs, outside)
    pages = [page for page in corpus.pages if is_asked_for(page.source.path, places)]
    resolution = resolve(corpus, today, pages)
    findings = [f for f in run_checks(resolution, checks) if is_asked_for(f.path, places)]
    return findings, count(resolution, pages)


def _repair(files: Sequence[str], today: str, docs: str) -> None:
    """Repair what is safe, and say what was changed, until nothing is left: a mark of the right width
    may show that a space beside it is one too many.
    """
    codes = set(map(code_of, SAFE))  # a comment that suppresses something else is a finding too
    for _ in range(_ROUNDS):
        findings, _ = _read(files, today, docs, SAFE)
        safe = [finding for finding in findings if finding.code in codes]
        done = [finding for file in files for finding in repair(Path(file), _of(file, safe))]
        for finding in done:
            change = f"“{finding.text}”改为“{finding.suggestion}”" if finding.suggestion else "删去空格"
            click.echo(f"{place(finding)}: 已改：{change}", err=True)
        if not done:
            break


def _of(file: str, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    place = os.path.realpath(file)  # which does not fail at a link that leads to itself
    return [finding for finding in findings if os.path.realpath(finding.path) == place]


def _is_word(file: str) -> bool:
    return file.lower().endswith(SUFFIX)
