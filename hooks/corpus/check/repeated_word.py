"""重复的字词或标点

**查什么**：紧挨着写了两遍的虚词（“的的”“了了”）、两个字以上的词（“进行进行”）和标点（“。。”“，，”），以及挨在一起的两个不同句读（“，。”）。
省略号、破折号、叠词（“方方面面”“一步一步”）不算。

**为什么**：多半是改稿时没删干净。

**例**：`要认真落实落实整改要求。`

**改法**：删去一遍。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span

_REPEATED = re.compile(
    r"""
      (?<![目标]) (?P<particle>[的了在和与及是为将被从于而向]) (?P=particle) (?![确士话]|解|为|是|乎)
    | (?P<word>[\u4e00-\u9fff]{2,6}) (?P=word)
    | (?P<stop>[，。；：、]) [，。；：、]+
    """,
    re.VERBOSE,
)
_RIGHT = re.compile("的的确|和和气|是是非")
_AROUND = 8
_TWICE = frozenset({
    "研究", "讨论", "商量", "考虑", "了解", "学习", "休息", "打听", "琢磨", "合计", "比较", "认识", "收拾", "整理", "锻炼", "体会", "感受", "交流", "尝试", "表示", "交代", "走动", "活动", "联系", "沟通", "打点", "商议", "观察", "分析", "意思",
})  # fmt: skip
"""Words that speech doubles: 研究研究."""


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each particle, word or stop that stands there twice."""
    for page in resolution.subjects:
        for passage in wording(page):
            for match in _REPEATED.finditer(passage.text):
                stop = "。" if "。" in match[0] else match["stop"]
                once = match["particle"] or match["word"] or stop
                if _is_right(passage.text, match) or not _are_words(resolution, passage.text, match):
                    continue
                message = f"“{match[0]}”重复了"
                yield diagnose(
                    page.source,
                    passage.span(Span(*match.span())),
                    "repeated-word",
                    message,
                    hint=f"写作：{once}",
                    suggestion=once,
                )


def _is_right(text: str, match: re.Match[str]) -> bool:
    """Whether the doubling is speech: 的的确确, 研究研究, 一步一步."""
    around = text[max(0, match.start() - 1) : match.end() + 1]
    word = match["word"] or ""
    return (
        bool(_RIGHT.search(around)) or word in _TWICE or bool(re.match("一[^律并致概直样些起旦切定]", word))
    )


def _are_words(resolution: Resolution, text: str, match: re.Match[str]) -> bool:
    """Whether both halves are marks, or words of the sentence, and not parts of others: 巡逻大队大队长."""
    if match["stop"]:
        return True
    start = match.start()
    before, after = (
        re.search("[\u4e00-\u9fff]*$", text[max(0, start - _AROUND) : start]),
        re.match("[\u4e00-\u9fff]*", text[match.end() : match.end() + _AROUND]),
    )
    left, right = before[0] if before else "", after[0] if after else ""
    words = list(resolution.usage.words.segment(left + match[0] + right))
    borders = {word.start for word in words} | {word.end for word in words}
    half = len(match[0]) // 2
    needed = {len(left) + half, len(left) + 2 * half}
    return (needed if match["word"] else needed | {len(left)}) <= borders
