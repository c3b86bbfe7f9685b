"""The three that read citations: our tool, a plain pattern, and eyecite."""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.texts import Texts
from corpus.model import Corpus
from corpus.resolve import resolve_text

_N = "[0-9零〇一二两三四五六七八九十百千]+"
PLAIN = re.compile(rf"(?:《[^《》\n]{{1,60}}》)?第{_N}条(?:第{_N}款)?(?:第[（(]?{_N}[）)]?项)?")
"""The least that finds a citation: one pattern, which knows no regulation and reads no number."""


@dataclass(frozen=True)
class Contender:
    """What reads the texts; `read` returns how many citations it found in them."""

    name: str
    texts: Texts
    read: Callable[[], int]


def ours(corpus: Corpus, texts: Texts, today: str) -> Contender:
    """Our tool: every citation found, parsed, and checked against the edition that it means."""

    def read() -> int:
        return sum(len(resolve_text(corpus, source, today)) for source in texts.sources)

    return Contender("本工具：识别并核对", texts, read)


def verdicts(corpus: Corpus, texts: Texts, today: str) -> Counter[str]:
    """What our tool says of the citations: how many are ok, ambiguous and so on."""
    return Counter(
        reference.verdict for source in texts.sources for reference in resolve_text(corpus, source, today)
    )


def plain(texts: Texts) -> Contender:
    """The plain pattern."""

    def read() -> int:
        return sum(sum(1 for _ in PLAIN.finditer(source.text)) for source in texts.sources)

    return Contender("下限：只跑一条正则", texts, read)


def import_eyecite(folder: Path) -> Any | None:
    """The package eyecite, from `folder` unless it is installed; None where it is in neither."""
    sys.path.append(str(folder))
    try:
        return importlib.import_module("eyecite")
    except ImportError:
        return None


def theirs(eyecite: Any, texts: Texts) -> Contender:
    """Eyecite: text cleaned, citations found, and those that name the same case put together."""

    def read() -> int:
        found = 0
        for source in texts.sources:
            citations = eyecite.get_citations(eyecite.clean_text(source.text, ["all_whitespace"]))
            eyecite.resolve_citations(citations)
            found += len(citations)
        return found

    return Contender("eyecite：识别并归并（英文，默认分词器）", texts, read)
