"""按行为查: what people call a conduct, and the provisions it falls under.

The page `study/conduct.md` has a section a conduct::

    ## 收礼品、礼金、购物卡 {#gifts}

    俗称：收卡、收红包、收购物卡

    能不能：…

    条款：《中国共产党纪律处分条例》第九十七条
"""

from __future__ import annotations

import re

from corpus.model import Conduct, Page
from corpus.text.source import Span

PATH = "study/conduct.md"
_SECTION = re.compile(r"^## +(?P<name>[^\n{]+?) *(?:\{#(?P<anchor>[a-z0-9-]+)\})? *$", re.MULTILINE)
_WORDS = re.compile(r"^俗称：(?P<words>[^\n]+)$", re.MULTILINE)


def parse_conducts(page: Page) -> tuple[Conduct, ...]:
    """The conducts of the page in order; spans are offsets of the file."""
    text = page.source.text
    heads = list(_SECTION.finditer(text, page.front_matter.body))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    conducts = []
    for head, end in zip(heads, ends, strict=False):
        words = _WORDS.search(text, head.end(), end)
        names = tuple(w.strip() for w in re.split("[、，；。]", words["words"]) if w.strip()) if words else ()
        conducts.append(Conduct(head["name"], head["anchor"] or head["name"], names, Span(head.start(), end)))
    return tuple(conducts)
