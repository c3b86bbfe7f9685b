"""Every reason to think that a text was damaged or misread; a doubtful text gives no facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.model import Outline, Problem
from corpus.parse.official_text.body import Body
from corpus.parse.official_text.divisions import Heading, Layout
from corpus.parse.official_text.lines import Kind, Scan
from corpus.parse.official_text.sequence import check_articles, check_headings, check_items, name_article
from corpus.parse.official_text.values import ArticleText
from corpus.parse.official_text.view import cut
from corpus.text.source import Source, Span

_ENDED = re.compile(r"[。;:!?][”’)]?\Z")
_LEFT_OUT = re.compile(r"[….。·⋯]+")
_FOREIGN = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|&(?:[a-z]{2,8}|#\d{1,6});|\ufffd")


def doubt_lines(source: Source, view: str, scan: Scan, body: Body, layout: Layout) -> Iterator[Problem]:
    """What is wrong with single lines: nothing to read, web markup, labels and lines out of place."""
    if not layout.blocks:
        message = "没有找到“第一条”这样的条，也没有找到“一、”这样的标题" if scan.lines else "文件里没有文字"
        yield Problem(source.path, Span(0, 0), message)
    if foreign := _FOREIGN.search(source.text):
        hint = "请先另存为纯文本"
        yield Problem(source.path, Span(*foreign.span()), f"文本里混有网页代码或乱码“{foreign[0]}”", hint)
    for span in scan.doubtful:
        hint = "如果是，请另起一行，并在编号后空一格"
        yield Problem(source.path, span, f"“{cut(source.text, span)}”可能是接在上一段末尾的新的一条", hint)
    for line in layout.unreadable:
        yield Problem(source.path, line.span, f"读不出“{cut(source.text, line.span)}”的编号")
    for line in layout.stray:
        yield Problem(source.path, line.span, "这一行在标题和条之间，不属于任何一条")
    if body.numbering == "条":
        yield from _doubt_ends(source, view, body)


def _doubt_ends(source: Source, view: str, body: Body) -> Iterator[Problem]:
    """Lines of articles that break off: a 款 torn in two would be counted twice."""
    for line in body.lines:
        text = cut(view, line.text)
        if line.kind in (Kind.TEXT, Kind.ITEM) and not _ENDED.search(text) and not _LEFT_OUT.fullmatch(text):
            end = Span(line.span.end - 1, line.span.end)
            hint = "如果一段被拆成了几行，请合成一行；如果不是正文，请删去"
            yield Problem(source.path, end, "这一行末尾没有句号、分号或冒号", hint)


def doubt_articles(source: Source, articles: Sequence[ArticleText], *, complete: bool) -> Iterator[Problem]:
    """What is wrong with the numbers of articles and items and, in a complete text, what is left out."""
    yield from check_articles(source, articles, complete=complete)
    for article in articles:
        yield from check_items(source, article)
        if complete and not article.paragraphs:
            yield Problem(source.path, article.label, f"{name_article(article.number)}没有正文")
        for paragraph in article.paragraphs if complete else ():
            if paragraph.fact.sha256 is None:
                name = name_article(article.number)
                yield Problem(source.path, paragraph.span, f"{name}用省略号略去了内容", "全文不能省略")


def doubt_headings(source: Source, headings: Sequence[Heading], outline: Outline) -> Iterator[Problem]:
    """What is wrong with the headings: their numbers, no words, in a complete text nothing below."""
    yield from check_headings(source, headings, complete=outline.complete)
    below = {
        (name, division.part, division.chapter, division.number): division.first
        for name, divisions in (("编", outline.parts), ("章", outline.chapters), ("节", outline.sections))
        for division in divisions
    }
    for heading in headings:
        name = cut(source.text, heading.line.span).split("\n")[0]
        number, place = heading.number, heading.place
        part = place.part if heading.unit != "编" else None
        chapter = place.chapter if heading.unit != "章" else None
        if not heading.title and heading.unit != "部分":
            yield Problem(source.path, heading.line.span, f"“{name}”后面没有标题")
        elif outline.articles and outline.complete and not below.get((heading.unit, part, chapter, number)):
            yield Problem(source.path, heading.line.span, f"“{name}”下面没有条")
