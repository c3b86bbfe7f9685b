"""Small pieces of Markdown and HTML: edits by offset, links, escapes."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.resolve.addresses import Address
from corpus.text.source import Span

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True)
class Edit:
    """Put `text` in place of `span`."""

    span: Span
    text: str


def insert(at: int, text: str) -> Edit:
    """Put `text` before the character at `at`."""
    return Edit(Span(at, at), text)


def apply_edits(text: str, edits: Iterable[Edit], base: int = 0) -> str:
    """`text` with every edit made; spans are offsets into a text that begins `base` earlier.

    Of edits at one place the first given comes first.
    Raises ValueError where two edits overlap.
    """
    out, at = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        start, end = edit.span.start - base, edit.span.end - base
        if start < at:
            raise ValueError(f"edits overlap at {edit.span}")
        out += [text[at:start], edit.text]
        at = end
    return "".join([*out, text[at:]])


def escape(text: str) -> str:
    """`text` as Markdown that shows it unchanged."""
    return _SPECIAL.sub(r"\\\1", text)


def relative(page: str, target: Address) -> str:
    """The link from one page below `docs/` to an address, as Markdown writes it."""
    if target.page == page and target.anchor:
        return f"#{target.anchor}"
    path = posixpath.relpath(target.page, posixpath.dirname(page) or ".")
    return f"{path}#{target.anchor}" if target.anchor else path


def link(page: str, text: str, target: Address, title: str = "", kind: str = "") -> str:
    """A Markdown link with a tooltip and a class."""
    tip = f' "{title.replace(chr(34), "”").replace(chr(10), " ")}"' if title else ""
    attributes = f"{{.{kind}}}" if kind else ""
    return f"[{text}]({relative(page, target)}{tip}){attributes}"


def anchor(page: str, text: str, target: Address, kind: str = "") -> str:
    """An HTML link, for places where Markdown is not read."""
    href = relative(page, target).replace(".md", ".html", 1)
    attribute = f' class="{kind}"' if kind else ""
    return f'<a{attribute} href="{html.escape(href)}">{html.escape(text)}</a>'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """A list of facts: (name, Markdown in one line); a row without a value is left out."""
    items = [
        f'<div markdown="1">\n<dt>{name}</dt>\n<dd markdown="span">{value}</dd>\n</div>'
        for name, value in rows
        if value
    ]
    return '\n<dl class="facts" markdown="1">\n' + "\n".join(items) + "\n</dl>\n"


def badge(text: str, kind: str) -> str:
    """A word in a box: never colour alone."""
    return f'<span class="badge badge--{kind}">{html.escape(text)}</span>'


def folded(summary: str, rows: Iterable[str], kind: str) -> str:
    """A folded Markdown list."""
    lines = "\n".join(f"- {row}" for row in rows)
    return f'\n\n<details class="{kind}" data-search-exclude markdown="1">\n<summary>{summary}</summary>\n\n{lines}\n\n</details>\n'


def copy_button(label: str, *, text: str = "", eid: str = "") -> str:
    """A button that copies `text` and the page's address; a script shows it."""
    return f'<button class="copy" type="button" hidden data-text="{html.escape(text)}" data-anchor="{eid}">{label}</button>'


def table(kind: str, heads: Iterable[str], body: str, *, caption: str = "") -> str:
    """An HTML table in a box that scrolls sideways where the screen is narrow.

    `body` holds the rows; a caption is for those who cannot see what stands around the table.
    """
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    words = f'<caption class="visually-hidden">{html.escape(caption)}</caption>' if caption else ""
    body = body if body.startswith("<tbody") else f"<tbody>{body}</tbody>"
    return (
        f'<div class="scroll"><table class="{kind}">{words}<thead><tr>{head}</tr></thead>{body}</table></div>'
    )
