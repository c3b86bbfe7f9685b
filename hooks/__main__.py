"""The command line: `python hooks COMMAND`. Arguments in, one call of `command_line`, text out.

Exit codes: 0 clean, 1 findings, 2 the tool could not run.
"""

from __future__ import annotations

import datetime
import re
import sys

import click

from command_line.check import check
from command_line.citations import citations
from command_line.outline import outline
from command_line.permalinks import permalinks
from command_line.proofread import proofread


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


@commands.command("proofread", options_metavar="[选项]")
@click.argument("files", nargs=-1, required=True, metavar="文件…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="格式",
    help="text 或 json。",
)
@click.option("--fix", is_flag=True, help="先改掉半角标点、多余空格这类不影响意思的，并说明改了什么。")
@click.option("--comments", is_flag=True, help="把 .docx 的问题写成批注，存为同目录的“…-批注.docx”。")
@today_option
@docs_option
@help_option
def proofread_command(
    files: tuple[str, ...], form: str, today: str, docs: str, *, fix: bool, comments: bool
) -> int:
    """校对讲稿、教案、通知（.md、.txt、.docx）：引用、法规名称、术语、错别字、固定表述、标点、序号。"""
    return proofread(files, form=form, fix=fix, comments=comments, today=today, docs=docs)


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


@commands.command("outline", options_metavar="[选项]")
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
@docs_option
@help_option
def outline_command(  # noqa: PLR0913 - one parameter for each argument and option
    slug: str, edition: str, file: str, *, partial: bool, title: str | None, source_note: str, docs: str
) -> int:
    """读一部法规的正文文件，把条、款、项的数目和校验值写入 provisions.json。

    SLUG 是法规目录名，EDITION 是版本年份，FILE 是 UTF-8 纯文本。文本有疑点时只报告，不写文件。
    """
    return outline(slug, edition, file, partial=partial, title=title, source_note=source_note, docs=docs)


@commands.command("permalinks", options_metavar="[选项]")
@click.option("--write", is_flag=True, help="把新地址记进 permalinks.txt；只增不减。")
@docs_option
@help_option
def permalinks_command(*, write: bool, docs: str) -> int:
    """列出还没有记进 permalinks.txt 的地址；记下的地址以后不能消失。"""
    return permalinks(write=write, docs=docs)


def _explain(error: click.UsageError) -> str:
    """What is wrong with the arguments, in Chinese."""
    match error:
        case click.MissingParameter():
            return f"缺少参数 {error.param.human_readable_name if error.param else ''}".rstrip()
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}"
        case click.BadParameter() if isinstance(getattr(error.param, "type", None), click.Choice):
            choices = "、".join(map(str, error.param.type.choices))  # type: ignore[union-attr]
            given = re.search("'([^']*)'", error.message)
            return f"选项的值“{given[1] if given else ''}”不对，可选：{choices}"
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
