"""固定搭配的成员少了或者错了

**查什么**：数目固定的一组（“四个意识”“四风”“六项纪律”……，词条里列出 `members`），在写出名称的那句话里逐个列举时，成员有没有少、有没有错。
后面写“等”的，或者只提其中一两个、没有说是这一组的，不算。

**为什么**：四个意识只列三个，是最容易被听出来的错。

**例**：`“四个意识”（政治意识、大局意识、核心意识）`，少了看齐意识。

**改法**：按提示补齐或改正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from corpus.model import Term
from corpus.resolve import Resolution
from corpus.resolve.passages import passages
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.numerals import format_numeral, parse_numeral
from corpus.text.source import Span

_ITEM = "[^、，。；：（）()\n\x00“”]{2,16}"
_LIST = rf"“?{_ITEM}”?(?:(?:、|和|以及|及|与)“?{_ITEM}”?)+"
_INTRODUCTION = r"[”]?(?:原则|问题|战略布局|总体布局|形态)?(?:，?(?:共|一共|共有|分为|有)?[一二三四五六七八九十]{1,2}[种个项类])?(?:（即?|：|，?(?:即|也就是|就是|是指|指的是|分别是|分为|包括|是)：?|——)"
_COUNT = re.compile("^(?:这|等)?(?P<number>[两三四五六七八九十])(?:种|个|项|类|大)")
_BEHIND = re.compile(r"^[”]?\s*等")
_SMALLEST = 3
_LARGE = 4
"""Members from which a listing of all but one and a stranger is no chance."""
_LISTING = re.compile(_LIST)


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each listing of a fixed set that is not the whole set."""
    sets = [term for term in resolution.corpus.terms if len(term.members) >= _SMALLEST]
    patterns = [(term, _pattern(term)) for term in sets]
    for page in resolution.subjects:
        for passage in passages(page):
            for term, pattern in patterns:
                for span, message, hint in _faults(term, pattern, passage.text):
                    yield diagnose(page.source, passage.span(span), "incomplete-set", message, hint=hint)


def _faults(term: Term, pattern: re.Pattern[str], text: str) -> Iterator[tuple[Span, str, str]]:
    """What is wrong with the listings of a set in a text: where, what, and what would be right."""
    named = [Span(*match.span("list")) for match in pattern.finditer(text)]
    for span in named:
        fault = _fault(term, text[span.start : span.end], text[span.end : span.end + 3])
        if fault:
            yield span, *fault
    yield from _miscounts(term, text)
    for stranger in _strangers(term, text):
        if not any(span.start <= stranger[0].start < span.end for span in named):
            yield stranger


def _pattern(term: Term) -> re.Pattern[str]:
    """The set's name with a list behind it."""
    names = "|".join(re.escape(name.strip("“”")) for name in (term.term, *term.aliases))
    return re.compile(rf"(?:{names}){_INTRODUCTION}(?P<list>{_LIST})")


def _miscounts(term: Term, text: str) -> Iterator[tuple[Span, str, str]]:
    """Listings of members whose number, said behind them, is not how many there are: 警告、…、开除党籍六种."""
    member = "|".join(map(re.escape, term.members))
    for listing in re.finditer(f"(?:{member})(?:(?:、|和|以及)(?:{member}))+", text):
        count = _COUNT.match(text[listing.end() : listing.end() + 5])
        number = parse_numeral(count["number"]) if count else 0
        listed = [name for name in term.members if name in listing[0]]
        if count and number == len(term.members) > len(listed) >= _SMALLEST:
            missing = "、".join(name for name in term.members if name not in listed)
            yield (
                Span(*listing.span()),
                f"说是{count['number']}个，少列了{missing}",
                f"全部是：{'、'.join(term.members)}",
            )
        elif count and len(listed) == len(term.members) != number:
            right = format_numeral(len(listed))
            span = Span(*count.span("number")).shifted(listing.end())
            yield span, f"前面列了{len(listed)}个，写成了“{count['number']}”", f"应为：{right}"


def _strangers(term: Term, text: str) -> Iterator[tuple[Span, str, str]]:
    """Listings of as many as the set has, of which all but one are its members."""
    if len(term.members) < _LARGE or not any(member in text for member in term.members):
        return
    for listing in _LISTING.finditer(text):
        items = _items(listing[0])
        strange = [item for item in items if not any(member in item for member in term.members)]
        missing = [member for member in term.members if not any(member in item for item in items)]
        if len(items) == len(term.members) and len(strange) == len(missing) == 1 and strange[0] != items[0]:
            at = listing[0].index(strange[0])
            span = Span(at, at + len(strange[0])).shifted(listing.start())
            yield span, f"“{strange[0]}”不在“{term.term}”里", f"应为：{missing[0]}"


def _items(listed: str) -> list[str]:
    """What a listing lists, without marks."""
    items = re.split("、|以及|[和及与](?=“|[^和及与]{2,}$)", listed)
    return [item.strip("“”") for item in items if item.strip("“”")]


def _fault(term: Term, listed: str, behind: str) -> tuple[str, str] | None:
    """What is wrong with a listing, and what would be right; None where nothing is, or it is no listing."""
    items = _items(listed)
    present = [member for member in term.members if any(member in item for item in items)]
    missing = [member for member in term.members if member not in present]
    if len(present) < max(2, len(term.members) // 2) or _BEHIND.match(behind) or listed.endswith("等"):
        return None
    if not missing:
        return None
    wrong = _nearest(missing, [item for item in items if not any(member in item for member in present)])
    if wrong:
        return f"“{term.term}”的成员“{wrong[0]}”有误", f"应为：{wrong[1]}"
    return f"“{term.term}”少列了{'、'.join(missing)}", f"全部是：{'、'.join(term.members)}"


def _nearest(missing: Sequence[str], others: Sequence[str]) -> tuple[str, str] | None:
    """An item that is no member, and the member that it is taken to stand for."""
    for item in others:
        near = process.extractOne(item, missing, scorer=Levenshtein.distance, score_cutoff=2)
        if near:
            return item, near[0]
    return (others[-1], missing[0]) if len(others) == len(missing) == 1 else None
