"""`python hooks permalinks`: the published addresses that permalinks.txt does not record yet."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.load import load
from corpus.model import PERMALINKS
from corpus.resolve.permalinks import published_addresses

HEADER = "# 发布过的地址，一行一个，不能消失；由 python hooks permalinks --write 增补，只增不减"


def permalinks(*, write: bool, docs: str) -> int:
    """Print the addresses that are new; with `write` add them to the file beside `docs`, and remove none.

    Returns 0, or 1 where a file of the site or the list itself cannot be read: then nothing is written.
    Raises UsageError where there is no folder, or the list cannot be written.
    """
    if not Path(docs).is_dir():
        raise click.UsageError(f"没有内容目录“{docs}”，请在项目目录下运行，或用 --docs 指明")
    corpus = load(docs)
    if corpus.unreadable:
        for file in corpus.unreadable:
            click.echo(f"{file.path}:{file.line}:{file.column}: {file.reason}。{file.hint}")
        return 1
    recorded = [line for line in corpus.permalinks if line and not line.startswith("#")]
    new = [address for address in published_addresses(corpus) if address not in set(recorded)]
    path = Path(docs).parent / PERMALINKS
    if not write:
        click.echo("\n".join([*new, f"{path.as_posix()} 还没有记下{len(new)}个地址。"]))
        return 0
    comments = [line for line in corpus.permalinks if line.startswith("#")] or [HEADER]
    _write(path, [*comments, *sorted({*recorded, *new})])
    click.echo(f"{path.as_posix()}：新增{len(new)}个地址，共{len(recorded) + len(new)}个。")
    return 0


def _write(path: Path, lines: list[str]) -> None:
    """Write the list whole or not at all."""
    draft = path.with_suffix(".tmp")
    try:
        draft.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise click.UsageError(f"写不了 {path.as_posix()}：{error.strerror}") from error
