"""`python hooks check`: every finding of the pages, or of any other text, in one of three forms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from command_line.findings import FORMS, asked, count, is_asked_for
from corpus.check import run_checks
from corpus.load import load
from corpus.resolve import resolve


def check(paths: Sequence[str], *, form: str, today: str, docs: str, official: Sequence[str] = ()) -> int:
    """Print the findings of the folder `docs`, or only of the files and folders named in `paths`.

    `official` holds `slug/edition=file` for official texts to compare with in this run.
    A path outside `docs` is read as a text of its own. Returns 0 where there is no finding, else 1.
    Raises UsageError where a path does not exist.
    """
    if not Path(docs).is_dir():
        raise click.UsageError(f"没有内容目录“{docs}”，请在项目目录下运行，或用 --docs 指明")
    places, outside = asked(paths, Path(docs).resolve())
    corpus = load(docs, outside, dict(map(_named_text, official)))
    pages = [page for page in corpus.pages if is_asked_for(page.source.path, places)]
    resolution = resolve(corpus, today, pages)
    findings = [finding for finding in run_checks(resolution) if is_asked_for(finding.path, places)]
    counts = count(resolution, pages)
    click.echo(FORMS[form](findings, counts))
    return 1 if findings else 0


def _named_text(option: str) -> tuple[tuple[str, str], str]:
    """slug/edition=file as a key and a file; raises UsageError for anything else."""
    edition, _, file = option.partition("=")
    slug, _, name = edition.partition("/")
    if not (slug and name and Path(file).is_file()):
        raise click.UsageError(
            f"“{option}”不对：应写成 法规目录/版本=文件，例如 disciplinary-sanction/2023=条例.txt"
        )
    return (slug, name), file
