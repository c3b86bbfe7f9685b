"""Whether a text is the one that was asked for: pages titled with one edition hold another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Problem
from corpus.parse.official_text.values import OfficialText
from corpus.parse.official_text.view import INVISIBLE, cut, ends, legible, trim
from corpus.text.numerals import parse_numeral
from corpus.text.source import Span

_YEAR = "([12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_TITLE_YEAR = re.compile(rf"[(\[]? ?{_YEAR} ?年?(?:修订|修正|修改)?[版本]? ?[)\]]?\Z")
_ADOPTED = re.compile(rf"{_YEAR} *年(?:(?!{_YEAR} *年)[^。])*?(?:通过|修订|修正|修改|批准|发布|公布|印发)")
_EFFECTIVE = re.compile(rf"自 *{_YEAR} *年[^。]{{1,12}}起(?:施行|实施|执行|生效)")
_AROUND = f"《》 \u3000\r\n{INVISIBLE}"


def read_title(text: str, preamble: Span) -> str:
    """The first line of the preamble without 《》 and the year behind it; "" where there is none."""
    first = trim(text, preamble.start, _line_end(text, preamble))
    title = cut(text, first).strip(_AROUND)
    year = _TITLE_YEAR.search(legible(title))
    return title[: year.start()].strip(_AROUND) if year else title


def _line_end(text: str, preamble: Span) -> int:
    """The end of the first line that is not blank."""
    begin = preamble.end - len(cut(text, preamble).lstrip(_AROUND))
    end = text.find("\n", begin, preamble.end)
    return preamble.end if end < 0 else end


def check_identity(text: OfficialText, title: str, edition: str) -> Iterator[Problem]:
    """Every sign that `text` is not the `edition` (a year) of the regulation `title` ("" for any)."""
    view = legible(text.source.text)
    head = cut(view, text.preamble)
    if title and text.title and not _names(head, title):
        yield _problem(text, text.preamble, f"文本的标题是“{text.title}”，要登记的却是《{title}》")
    yield from _check_years(text, head, edition)
    for article in text.articles[-1:]:
        if match := _EFFECTIVE.search(view, *ends(article.span)):
            year = parse_numeral(match[1])
            # An amended law keeps the day on which its first text took effect.
            amended = re.search("修正|修改", head) or re.search(r"(?<!办)法\Z", title or text.title)
            if year > int(edition) + 1 or (year < int(edition) and not amended):
                yield _problem(text, Span(*match.span()), f"末条写明 {year} 年起施行，不像是 {edition} 年版")


def _check_years(text: OfficialText, head: str, edition: str) -> Iterator[Problem]:
    """The year behind the title, and the last year in which the text was adopted."""
    lines = head.lstrip().split("\n")
    start = len(head) - len(head.lstrip())
    if match := _TITLE_YEAR.search(lines[0].strip()):
        year = parse_numeral(match[1])
        if year != int(edition):
            at = Span(start, start + len(lines[0].rstrip()))
            yield _problem(text, at, f"文本的标题写的是 {year} 年，要登记的却是 {edition} 年版")
    adopted = [(parse_numeral(match[1]), match.span()) for match in _ADOPTED.finditer(head)]
    if adopted and max(adopted)[0] != int(edition):
        year, span = max(adopted)
        yield _problem(text, Span(*span), f"文本最近一次通过或发布是 {year} 年，要登记的却是 {edition} 年版")


def _names(head: str, title: str) -> bool:
    """Whether a line of the preamble has the title, or is the end of it (without 中国共产党)."""
    wanted = _bare(title)
    lines = [_bare(line) for line in head.split("\n")]
    return any(wanted in line or (len(line) >= 4 and wanted.endswith(line)) for line in lines if line)


def _bare(words: str) -> str:
    """Words without marks, blanks and the year: what must agree in two copies of a title."""
    plain = re.sub(r"""[\s《》“”"']""", "", legible(words))
    return _TITLE_YEAR.sub("", plain)


def _problem(text: OfficialText, span: Span, message: str) -> Problem:
    return Problem(text.source.path, trim(text.source.text, span.start, span.end), message)
