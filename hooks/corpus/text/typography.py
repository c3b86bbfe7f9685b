"""Widths and spaces in Chinese text: what stands there, and what should.

The package autocorrect finds most of it; the rules here are for what it leaves. It is told not to
put spaces between Han characters and digits or Latin letters, which official documents do not have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from unicodedata import normalize

import autocorrect_py
from rapidfuzz.distance import Levenshtein

from corpus.text.markup import MASK
from corpus.text.source import Span

_HAN = "\u3400-\u9fff"
_FULL = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_HALF = {
    chr(code): chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_WIDTH = re.compile(
    rf"""
      (?<=[{_HAN}”’》）〕%])[,;:!?](?![/\w]*[@/])        # behind Chinese
    | [,;:!?](?=[{_HAN}“‘《（])                          # before it
    | (?<=[{_HAN}”’》）])\.(?=\s|$|[{_HAN}“《])          # a full stop
    | \( (?=[^()\n{MASK}]*[{_HAN}][^()\n]*[)）])         # brackets round Chinese
    | (?<=[{_HAN}”》])\( (?=[^()\n{MASK}]*[)）])
    | [０-９Ａ-Ｚａ-ｚ]+
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLOSE = re.compile(r"[(（](?P<inner>[^()（）\n]*)(?P<close>\))")
_ORDINAL_STOP = re.compile(r"^[ \t　#]*[一二三四五六七八九十]{1,3}(?P<stop>[.．,])(?!\d)", re.MULTILINE)
_SPACE = re.compile(
    rf"""
      (?<=[{_HAN}”’》）])(?P<inside>[ \t\u00a0]+)(?=[{_HAN}“‘《（])
    | (?<=[{_HAN}”’》）\w%])[ \t\u00a0]+(?=[，。；：、！？”’》）])
    | (?<=[，。；：、！？“‘《（])[ \t\u00a0]+(?=[{_HAN}“‘《（\w])
    """,
    re.VERBOSE,
)
_LABEL = re.compile(
    r"[ \t　>#*-]*(?:第[一二三四五六七八九十百零〇\d]+(?:编|章|节|条|部分|讲|课|期|组|批)|[（(]?[一二三四五六七八九十\d]{1,3}[）)、]?|附[件表录]?[一二三四五六七八九十\d]*|案例[一二三四五六七八九十\d]*)$"
)
_SENTENCE = re.compile("[，。；：！？]")
_LONGEST_LABEL = 20
"""Characters of a line without a stop that may be set with spaces: 目 录, a row of names."""
_MIXED = re.compile(
    r"(?<=[年月日第约共至从自于在到近达超]) +(?=\d)|(?<=\d) +(?=[年月日号条款项章个名人次万元件起])"
)
_CLOSED = re.compile(rf"(?<=[{_HAN}])(?=\d)|(?<=\d)(?=[年月日号条款项章个名人次万元件起])")


@dataclass(frozen=True, order=True)
class Correction:
    """What should stand in place of `span`; "" for a space too many."""

    span: Span
    right: str
    kind: Literal["width", "space"]


@lru_cache(maxsize=4096)  # two checks ask for the same texts
def corrections(text: str) -> tuple[Correction, ...]:
    """The corrections of `text` in order; none overlaps another."""
    found: list[Correction] = []
    for correction in sorted({*_widths(text), *_spaces(text), *_mixed(text), *_autocorrected(text)}):
        if not found or correction.span.start >= found[-1].span.end:
            found.append(correction)
    return tuple(found)


def _widths(text: str) -> Iterator[Correction]:
    for match in _WIDTH.finditer(text):
        right = "".join(_HALF.get(char) or _FULL.get(char) or "。" for char in match[0])
        yield Correction(Span(*match.span()), right, "width")
    for match in _CLOSE.finditer(text):
        if match[0].startswith("（") or re.search(f"[{_HAN}]", match["inner"]):
            yield Correction(Span(*match.span("close")), "）", "width")
    for match in _ORDINAL_STOP.finditer(text):
        yield Correction(Span(*match.span("stop")), "、", "width")


def _spaces(text: str) -> Iterator[Correction]:
    for match in _SPACE.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        line = text[start : end if end >= 0 else len(text)]
        label = _LABEL.match(text[start : match.start()])
        set_apart = len(line) <= _LONGEST_LABEL and not _SENTENCE.search(line)
        if match["inside"] is None or not (label or set_apart or line.lstrip().startswith("|")):
            yield Correction(Span(*match.span()), "", "space")


def _mixed(text: str) -> Iterator[Correction]:
    """Spaces beside digits, in a text that mostly has none there."""
    spaced = list(_MIXED.finditer(text))
    if len(_CLOSED.findall(text)) >= 3 * len(spaced):
        for match in spaced:
            start = text.rfind("\n", 0, match.start()) + 1
            if not _LABEL.match(text[start : match.start()]):
                yield Correction(Span(*match.span()), "", "space")


def _autocorrected(text: str) -> Iterator[Correction]:
    """What the package changes, each change on its own."""
    _configure()
    at = 0
    for line in text.split("\n"):
        if MASK not in line and (new := autocorrect_py.format_for(line, "txt")) != line:
            for edit in Levenshtein.opcodes(line, new):
                old, right = line[edit.src_start : edit.src_end], new[edit.dest_start : edit.dest_end]
                span = Span(at + edit.src_start, at + edit.src_end)
                if edit.tag == "delete" and not old.strip(" \t"):
                    yield Correction(span, "", "space")
                elif edit.tag == "replace" and _is_same(old, right):
                    yield Correction(span, right, "width")
        at += len(line) + 1


def _is_same(old: str, new: str) -> bool:
    """Whether two stretches differ in width only."""
    return (
        len(old) == len(new)
        and bool(old.strip())
        and all(
            normalize("NFKC", a) == normalize("NFKC", b) or (a, b) == (".", "。")
            for a, b in zip(old, new, strict=True)
        )
    )


@lru_cache(maxsize=1)
def _configure() -> None:
    """Leave to the package widths and the spaces beside full-width marks, and nothing else."""
    rules = dict.fromkeys(
        ("fullwidth", "halfwidth-word", "no-space-fullwidth", "no-space-fullwidth-quote"), 1
    )
    off = (
        "space-word",
        "space-punctuation",
        "space-bracket",
        "space-backticks",
        "space-dash",
        "space-dollar",
    )
    rules |= dict.fromkeys((*off, "halfwidth-punctuation", "spellcheck"), 0)
    autocorrect_py.load_config(json.dumps({"rules": rules}))  # type: ignore[attr-defined]
