"""Small pieces of Markdown: edits by offset, links, escapes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.resolve.addresses import Address
from corpus.text.source import Span

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


@dataclass(frozen=True, order=True)
class Edit:
    """Put `text` in place of `span`."""

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit], base: int = 0) -> str:
    """`text` with every edit made; spans are offsets into a text that begins `base` earlier.

    Raises ValueError where two edits overlap.
    """
    out, at = [], 0
    for edit in sorted(edits):
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
    """A link with a tooltip and a class."""
    tip = f' "{title.replace(chr(34), "”").replace(chr(10), " ")}"' if title else ""
    attributes = f"{{.{kind}}}" if kind else ""
    return f"[{text}]({relative(page, target)}{tip}){attributes}"
