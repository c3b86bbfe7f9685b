"""The command line: `python hooks COMMAND`. Arguments in, one call of the core, text out.

Exit codes: 0 clean, 1 findings, 2 the tool could not run.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from command_line.check import check
from command_line.citations import citations
from corpus.load import read_source
from corpus.model import Division, Outline, Problem, Unreadable
from corpus.parse.official_text import OfficialText, check_identity, parse_official_text
from corpus.parse.outline import format_outline
from corpus.text.front_matter import read_front_matter
from corpus.text.numerals import format_numeral
from corpus.text.source import Source

MOST_SHOWN = 20
"""Problems printed of one text: the first ones explain the rest, and all must fit one screen."""


class Formatter(click.HelpFormatter):
    """The help of click with its English headings in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how to call the command."""
        super().write_usage(prog, args, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        """Write a heading above options or commands."""
        names = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
        super().write_heading(names.get(heading, heading))


click.Context.formatter_class = Formatter  # click asks the context, whose class every command shares
help_option = click.help_option("-h", "--help", help="显示本说明。")


@click.group(options_metavar="[选项]", subcommand_metavar="命令 [参数]…")
@help_option
def commands() -> None:
    """党纪条规与警示案例知识库：检查与维护命令。"""


@commands.command(options_metavar="[选项]")
@click.argument("slug")
@click.argument("edition")
@click.argument("file")
@click.option(
    "--partial", is_flag=True, help="文本不全：允许缺条；只有条号的条、省略号代替的款，内容按未知登记。"
)
@click.option("--title", metavar="标题", help="法规的全称；不给则取法规首页的 title，再取文本的首行。")
@click.option(
    "--source-note", metavar="说明", default="第三方公开文本", help="文本从哪里来；不给则写“第三方公开文本”。"
)
@click.option("--docs", metavar="目录", default="docs", help="内容目录；不给则为 docs。")
@help_option
def outline(  # noqa: PLR0913 - one parameter for each argument and option
    slug: str, edition: str, file: str, *, partial: bool, title: str | None, source_note: str, docs: str
) -> int:
    """读一部法规的正文文件，把条、款、项的数目和校验值写入 provisions.json。

    SLUG 是法规目录名，EDITION 是版本年份，FILE 是 UTF-8 纯文本。文本有疑点时只报告，不写文件。
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


def _today(_: click.Context, __: click.Parameter, value: str | None) -> str:
    """An ISO day; today where none is given."""
    try:
        return datetime.date.fromisoformat(value).isoformat() if value else datetime.date.today().isoformat()  # noqa: DTZ011 - the day of the reader's own calendar
    except ValueError as error:
        raise click.UsageError(f"日期“{value}”不对：应写成 2026-11-24") from error


today_option = click.option(
    "--today", metavar="日期", callback=_today, help="按哪一天判断现行版本；不给则为今天。"
)
docs_option = click.option("--docs", metavar="目录", default="docs", help="内容目录；不给则为 docs。")


@commands.command("check", options_metavar="[选项]")
@click.argument("paths", nargs=-1, metavar="[路径]…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    metavar="格式",
    help="text、json 或 github。",
)
@click.option(
    "--official",
    multiple=True,
    metavar="法规目录/版本=文件",
    help="用这份正文核对档次和要点，可以给多次；正文不写入任何文件。",
)
@today_option
@docs_option
@help_option
def check_command(paths: tuple[str, ...], form: str, official: tuple[str, ...], today: str, docs: str) -> int:
    """检查全部内容；给出路径时只报告这些文件和目录，docs 以外的文本也可以查。"""
    return check(paths, form=form, today=today, docs=docs, official=official)


@commands.command("citations", options_metavar="[选项]")
@click.argument("file")
@click.option(
    "--format", "form", type=click.Choice(["json"]), default="json", metavar="格式", help="只有 json。"
)
@today_option
@docs_option
@help_option
def citations_command(file: str, form: str, today: str, docs: str) -> int:  # noqa: ARG001 - one form so far
    """列出任一文本中的全部引用及其核对结果；FILE 写 - 时读标准输入。"""
    return citations(file, today=today, docs=docs)


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


def _explain(error: click.UsageError) -> str:
    """What is wrong with the arguments, in Chinese."""
    match error:
        case click.MissingParameter():
            return f"缺少参数 {error.param.human_readable_name if error.param else ''}".rstrip()
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少值，或者多了值"
        case click.UsageError() if re.search("[\u4e00-\u9fff]", error.message):
            return error.message
        case _:
            names = re.findall(r"\(([^()]*)\)|'([^']*)'", error.message)
            return f"不认识的命令或多余的参数：{'、'.join(a or b for a, b in names)}"


def main() -> int:
    """Run a command; returns the exit code."""
    try:
        return int(commands.main(prog_name="python hooks", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as help_instead:
        click.echo(help_instead.message, err=True)
    except click.UsageError as error:
        click.echo(f"错误：{_explain(error)}", err=True)
        click.echo(f"用法见：{error.ctx.command_path if error.ctx else 'python hooks'} --help", err=True)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断", err=True)
    return 2


if __name__ == "__main__":
    sys.exit(main())
