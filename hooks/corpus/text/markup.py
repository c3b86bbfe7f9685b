"""Blank what is not prose: code, links, HTML, headings; offsets survive."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

MASK = "\x00"
"""Stands for every masked character: it matches nothing that a reader of prose looks for."""

# Every alternative reads on only over what no other match can begin in, so that the time stays
# linear whatever the text.
_MARKUP = re.compile(
    r"""
      ^[ \t>]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})               # fenced code: up to its end, see below
    | (?P<comment><!--)                                        # HTML comment: likewise
    | (?<!`)(?P<ticks>`+)                                      # code span: likewise
    | !?\[ (?:[^\[\]\n]|\[[^\[\]\n]*\])* \] (?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])  # link, image
    | ^[ ]{0,3}\[[^\]\n]+\]:[^\n]*$                            # link definition
    | <[A-Za-z/](?:[^<>\n]|\n(?![ \t]*\n))*>                   # HTML tag, autolink
    | \{:?[ ]*[:\#.][^{}\n]*\}                                 # attribute list
    | https?://[^\s<>《》（）“”，。；、]+                        # bare address
    """,
    re.VERBOSE | re.MULTILINE,
)
_ADDRESS = re.compile(r"https?://[^\s<>《》（）“”，。；、]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t][^\n]*$", re.MULTILINE)
_TICKS = re.compile("`+")
_BLANK_LINE = re.compile(r"\n(?=[ \t]*(?:\n|\Z))")
EXPLICIT_TERM = re.compile(r"\[\[([^\[\]\n]+)\]\]")
"""`[[term]]`: an author's promise that the glossary holds this word."""


def mask_markup(text: str, *, headings: bool = True) -> str:
    """`text` with its markup blanked; of the same length, line breaks kept.

    Code, links, HTML, comments, attribute lists, addresses and (unless told otherwise) headings
    are markup. A fence or a comment without an end reaches to the end of the text.
    """
    masked = _blank_spans(text, _spans(text, lambda _: True))
    return _HEADING.sub(lambda heading: _blank(heading[0]), masked) if headings else masked


def mask_addresses(text: str) -> str:
    """Plain `text` with its addresses blanked."""
    return _ADDRESS.sub(lambda address: _blank(address[0]), text)


def mask_code(text: str) -> str:
    """`text` with only code and comments blanked: links and headings stay."""
    return _blank_spans(text, _spans(text, lambda match: match.lastgroup is not None))


def _spans(text: str, wanted: Callable[[re.Match[str]], bool]) -> Iterator[tuple[int, int]]:
    """Where the wanted markup begins and ends, in order."""
    code_end, at = _code_spans(text), 0
    while match := _MARKUP.search(text, at):
        end = match.end()
        if match["fence"]:
            end = _fence_end(text, match)
        elif match["comment"]:
            end = text.find("-->", end) + 3
            end = len(text) if end < 3 else end
        elif match["ticks"]:
            closed = code_end(match.start("ticks"), end)
            if closed is None:
                at = end
                continue
            end = closed
        if wanted(match):
            yield match.start(), end
        at = end


def _fence_end(text: str, opening: re.Match[str]) -> int:
    mark = opening["fence"]
    close = re.compile(rf"^[ \t>]*{mark}{mark[0]}*[ \t]*$", re.MULTILINE).search(text, opening.end())
    return close.end() if close else len(text)


def _code_spans(text: str) -> Callable[[int, int], int | None]:
    """A function from a run of backticks to the end of the code that it opens.

    The code ends at the next run of the same length in the paragraph; None if there is none.
    """
    runs: dict[int, list[int]] = {}
    for run in _TICKS.finditer(text):
        runs.setdefault(run.end() - run.start(), []).append(run.start())
    breaks = [match.start() for match in _BLANK_LINE.finditer(text)] if runs else []

    def end_of(start: int, end: int) -> int | None:
        same = runs[end - start]
        place, border = bisect_right(same, start), bisect_right(breaks, start)
        limit = breaks[border] if border < len(breaks) else len(text)
        return same[place] + end - start if place < len(same) and same[place] < limit else None

    return end_of


def _blank_spans(text: str, spans: Iterator[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in spans:
        out += [text[at:start], _blank(text[start:end])]
        at = end
    return "".join([*out, text[at:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", MASK, text)
