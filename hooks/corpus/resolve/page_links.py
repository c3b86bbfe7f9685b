"""Links that authors wrote by hand: where each stands and what it points to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from corpus.model import Page
from corpus.text.markup import mask_code
from corpus.text.source import Span

_LINK = re.compile(
    r"!?\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\(\s*<?(?P<inline>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+[\"'(][^\n]*?[\"')])?\s*\)"
    r"|^[ ]{0,3}\[[^\]\n]+\]:[ \t]*<?(?P<defined>[^\s<>]+)"
    r"|<(?:a|img)\b[^<>]*?\s(?:href|src)=[\"'](?P<html>[^\"'<>]+)",
    re.MULTILINE,
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\{")


@dataclass(frozen=True)
class PageLink:
    """A link inside the site: `path` below `docs/` and `anchor` (decoded); the span of its target."""

    span: Span
    written: str
    path: str
    anchor: str | None


def page_links(page: Page) -> Iterator[PageLink]:
    """Every link of a page's body to another place of the site."""
    base = page.front_matter.body
    for match in _LINK.finditer(mask_code(page.body)):
        group = next(name for name in ("inline", "defined", "html") if match[name])
        written = match[group]
        if _ELSEWHERE.match(written):
            continue
        path, _, anchor = written.partition("#")
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(page.path), unquote(path)))
            if path
            else page.path
        )
        span = Span(*match.span(group)).shifted(base)
        yield PageLink(span, written, target.removeprefix("./"), unquote(anchor) if anchor else None)
