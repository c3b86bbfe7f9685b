"""Blank what is not prose: code, links, HTML, headings; offsets survive."""

from __future__ import annotations

import re

MASK = "\x00"
"""Stands for every masked character: it matches nothing that a reader of prose looks for."""

_MARKUP = re.compile(
    r"""
      ^(?P<fence>`{3,}|~{3,}) .*? (?: ^(?P=fence)[`~]*[ \t]*$ | \Z )   # fenced code
    | <!-- .*? (?: --> | \Z )                                          # HTML comment
    | (?P<ticks>`+) (?!`) .+? (?<!`) (?P=ticks) (?!`)                  # code span
    | !?\[ (?:[^\[\]\n]|\[[^\[\]\n]*\])* \] (?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])  # link, image
    | ^\[[^\]\n]+\]:[^\n]*$                                            # link definition
    | <[A-Za-z/][^<>\n]*>                                              # HTML tag, autolink
    | \{[:\#.][^{}\n]*\}                                               # attribute list
    | https?://[^\s<>《》（）“”，。；、]+                                # bare address
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t][^\n]*$", re.MULTILINE)
EXPLICIT_TERM = re.compile(r"\[\[([^\[\]\n]+)\]\]")
"""`[[term]]`: an author's promise that the glossary holds this word."""


def mask_markup(text: str, *, headings: bool = True) -> str:
    """`text` with code, links, HTML, comments, attribute lists, addresses and (unless told
    otherwise) headings blanked; of the same length, line breaks kept."""
    masked = _MARKUP.sub(_blank, text)
    return _HEADING.sub(_blank, masked) if headings else masked


def mask_code(text: str) -> str:
    """`text` with only code and comments blanked: links and headings stay."""
    return _MARKUP.sub(lambda m: _blank(m) if m[0][0] in "`~" or m[0].startswith("<!--") else m[0], text)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", MASK, match[0])
