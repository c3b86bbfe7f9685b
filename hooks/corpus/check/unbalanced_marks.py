"""引号、括号、书名号不成对

**查什么**：一段里 “”、‘’、（）、《》、〈〉、【】、〔〕 有没有缺一半、用反、交叉，双引号里又套双引号、书名号里又套书名号，以及中文里的直引号 `"`。
引文接连几段、每段开头都有上引号的，不算缺。

**为什么**：引号里是谁的话、书名号里到哪里为止，差一个符号就变了意思。

**例**：`坚决纠治“四风问题。`

**改法**：补上缺的一半；双引号里面用单引号，书名号里面用单书名号〈〉。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from corpus.resolve import Resolution
from corpus.resolve.passages import Passage, wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.markup import MASK
from corpus.text.source import Span

_CLOSING = dict(zip("“‘（《〈【〔「", "”’）》〉】〕」", strict=True))
_OPENING = {close: mark for mark, close in _CLOSING.items()}
_FULL_WIDTH = str.maketrans("()", "（）")
"""Which width a bracket has is another check's affair."""
_MOST = 50
"""Faults of a line that are reported: a line with more is no text."""
_INNER = {"“": "‘", "《": "〈"}
_MARK = re.compile(f"[{''.join(_CLOSING)}{''.join(_OPENING)}]")
_LABEL = re.compile(r"(?:^|[\s：；。，])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])[）)]$")
_JOINED = re.compile(r"[（(][^（）()\n]*\n[^（）()\n]{0,60}[）)]")
"""A bracket that goes on in the next line, as the notes below a title do."""
_STRAIGHT = re.compile(r'"(?P<inner>[^"\n]*)"?')
_HAN = re.compile("[\u4e00-\u9fff]")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each mark without its other half, and for each that stands in one of its kind."""
    for page in resolution.subjects:
        for passage in wording(page):
            for span, message, hint in _faults(passage):
                yield diagnose(page.source, passage.span(span), "unbalanced-marks", message, hint=hint)


def _faults(passage: Passage) -> Iterator[tuple[Span, str, str]]:
    at, lines = 0, _JOINED.sub(lambda match: match[0].replace("\n", MASK), passage.text).split("\n")
    for number, line in enumerate(lines):
        following = next((after.lstrip() for after in lines[number + 1 :] if after.strip()), "")
        for span, message, hint in islice(chain(_unpaired(line, following), _straight(line)), _MOST):
            yield span.shifted(at), message, hint
        at += len(line) + 1


def _unpaired(line: str, following: str) -> Iterator[tuple[Span, str, str]]:
    """The marks of one paragraph that have no other half."""
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(line.translate(_FULL_WIDTH)):
        mark, here = match[0], Span(*match.span())
        if mark in _CLOSING:
            yield from _nested(line, here, stack)
            stack.append((mark, here.start))
        elif stack and _CLOSING[stack[-1][0]] == mark:
            stack.pop()
        elif not _is_label(line, here):
            yield here, f"“{_near(line, here)}”的“{mark}”没有前一半", f"补上“{_OPENING[mark]}”，或删去它"
            opened = [at for at, (open_, _) in enumerate(stack) if open_ == _OPENING[mark]]
            del stack[opened[-1] if opened else len(stack) :]
    for mark, start in stack:
        if not (mark == "“" and following.startswith("“")):
            here = Span(start, start + 1)
            yield here, f"“{_near(line, here)}”的“{mark}”没有后一半", f"补上“{_CLOSING[mark]}”"


def _nested(line: str, here: Span, stack: list[tuple[str, int]]) -> Iterator[tuple[Span, str, str]]:
    """An opening mark inside one of its own kind."""
    mark = line[here.start]
    if mark in _INNER and any(open_ == mark for open_, _ in stack):
        inner = _INNER[mark]
        yield here, f"“{_near(line, here)}”里又用了“{mark}”", f"里层用 {inner}{_CLOSING[inner]}"


def _is_label(line: str, here: Span) -> bool:
    """Whether a closing mark stands alone by right: 1） at the head of a point, an apostrophe."""
    if line[here.start] in "）)":
        return bool(_LABEL.search(line[: here.end]))
    around = line[max(0, here.start - 1) : here.end + 1].strip()
    return bool(re.fullmatch("[A-Za-z]’[A-Za-z]?", around))


def _straight(line: str) -> Iterator[tuple[Span, str, str]]:
    for match in _STRAIGHT.finditer(line):
        around = line[max(0, match.start() - 1) : match.end() + 1]
        if _HAN.search(around):
            yield Span(*match.span()), f"{match[0]} 用了直引号", f"写作：“{match['inner']}”"


def _near(line: str, span: Span) -> str:
    """The mark with a few characters on each side."""
    return line[max(0, span.start - 6) : span.end + 6].strip("\x00 ")
