"""`python hooks outline`: the facts of a text, written as provisions.json."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import click

from corpus.load import read_source
from corpus.model import Division, Outline, Problem, Unreadable
from corpus.parse.official_text import OfficialText, check_identity, parse_official_text
from corpus.parse.outline import format_outline
from corpus.text.front_matter import read_front_matter
from corpus.text.numerals import format_numeral
from corpus.text.source import Source

MOST_SHOWN = 20
"""Problems printed of one text: the first ones explain the rest, and all must fit one screen."""


def outline(  # noqa: PLR0913 - one parameter for each argument and option
    slug: str, edition: str, file: str, *, partial: bool, title: str | None, source_note: str, docs: str
) -> int:
    """Read the text in `file` and write the facts of an edition below `docs`.

    Returns 0, or 1 where the text is doubtful: then nothing is written.
    Raises UsageError for names and paths that cannot be.
    """
    folder = _edition_folder(docs, slug, edition)
    source = _read_input(file)
    if isinstance(source, Unreadable):
        click.echo(f"{source.path}:{source.line}:{source.column}: {source.reason}。{source.hint}")
        return 1
    text = parse_official_text(source, complete=not partial, note=source_note)
    published = _published_title(folder.parent / "index.md")
    # A title given by hand stands even against the text's own.
    if problems := (*text.problems, *check_identity(text, "" if title else published, edition)):
        _report(source, problems)
        return 1
    regulation = title or published or text.title
    if not regulation:
        raise click.UsageError("文本没有标题行，请用 --title 给出法规的全称")
    facts = format_outline(text.outline, regulation=regulation, edition=edition, sha256=text.sha256)
    target = _write(folder / "provisions.json", facts)
    _summarise(regulation, edition, text)
    click.echo(f"已写入 {target.as_posix()}")
    return 0


def _edition_folder(docs: str, slug: str, edition: str) -> Path:
    """Where the facts go; raises UsageError for names that no folder of the site may have."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise click.UsageError(
            f"法规目录名“{slug}”不对：只能用小写字母、数字和连字符，例如 disciplinary-sanction"
        )
    if not re.fullmatch(r"[12][0-9]{3}", edition):
        raise click.UsageError(f"版本“{edition}”不对：应是四位年份，例如 2023")
    if not Path(docs).is_dir():
        raise click.UsageError(f"没有内容目录“{docs}”，请在项目目录下运行，或用 --docs 指明")
    return Path(docs, "regulations", slug, edition)


def _read_input(file: str) -> Source | Unreadable:
    """The text of the file named on the command line; raises UsageError where there is none."""
    if not Path(file).is_file():
        raise click.UsageError(f"没有文件“{file}”" if not Path(file).exists() else f"“{file}”不是文件")
    return read_source(Path(file), Path(file).as_posix())


def _published_title(index: Path) -> str:
    """The `title` at the head of a regulation's page; "" where there is no such page or key."""
    source = read_source(index, index.as_posix()) if index.is_file() else None
    title = read_front_matter(source).data.get("title") if isinstance(source, Source) else None
    return title if isinstance(title, str) else ""


def _write(path: Path, text: str) -> Path:
    """Write a file whole or not at all; raises UsageError where the folder does not allow it."""
    draft = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise click.UsageError(f"写不了 {path.as_posix()}：{error.strerror}") from error
    return path


def _report(source: Source, problems: Iterable[Problem]) -> None:
    """Print problems in the order of the text, each with its place."""
    found = sorted(problems, key=lambda problem: problem.span)
    for problem in found[:MOST_SHOWN]:
        at = source.position(problem.span.start)
        hint = f"。{problem.hint}" if problem.hint else ""
        click.echo(f"{problem.path}:{at.line}:{at.column}: {problem.message}{hint}")
    if len(found) > MOST_SHOWN:
        click.echo(f"……另有 {len(found) - MOST_SHOWN} 处")
    click.echo(f"共 {len(found)} 处疑点，没有写入。请改正文本后再运行。")


def _summarise(title: str, edition: str, text: OfficialText) -> None:
    """Print what was counted, and the headings with their articles."""
    facts = text.outline
    click.echo(f"《{title}》（{edition}年）{'' if facts.complete else '，不全'}：{_count(facts)}")
    units = ("编", facts.parts), ("章", facts.chapters), ("节" if facts.articles else "部分", facts.sections)
    for unit, divisions in units:
        for division in divisions:
            click.echo(f"  第{format_numeral(division.number)}{unit} {division.title}{_reach(division)}")


def _reach(division: Division) -> str:
    """The articles below a heading, as far as they are known."""
    if division.first is None:
        return ""
    return f"  第{division.first}—{division.last}条" if division.last else f"  第{division.first}条起"


def _count(facts: Outline) -> str:
    """How much of everything there is; what is not known is said, not counted."""
    paragraphs = [paragraph for article in facts.articles for paragraph in article.paragraphs or ()]
    numbers = (
        (len(facts.parts), "编"),
        (len(facts.chapters), "章"),
        (len(facts.sections), "节" if facts.articles else "部分"),
        (len(facts.articles), "条"),
        (len(paragraphs), "款"),
        (sum(paragraph.items or 0 for paragraph in paragraphs), "项"),
    )
    unknown = sum(article.paragraphs is None for article in facts.articles)
    words = [f"{number} {unit}" for number, unit in numbers if number]
    return "，".join([*words, *([f"{unknown} 条款数未知"] if unknown else [])])
