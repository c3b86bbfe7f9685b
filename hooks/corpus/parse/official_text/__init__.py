"""One parser for the official text of any regulation, whether 条 or 一、二、… number it.

    parse_official_text(source) -> OfficialText

The stages, in the order a text meets them: `lines` tells what each line is, `body` finds where the
text begins and ends, `divisions` sorts lines below their articles, `paragraphs` reads 款, 项 and
目, `doubts` and `sequence` look for what was misread, `identity` asks whether this is the right text.
"""

from __future__ import annotations

from corpus.model import Outline
from corpus.parse.official_text.body import find_body
from corpus.parse.official_text.divisions import (
    lay_out,
    read_articles,
    read_sections,
    state_articles,
    state_divisions,
)
from corpus.parse.official_text.doubts import doubt_articles, doubt_headings, doubt_lines
from corpus.parse.official_text.identity import check_identity, read_title
from corpus.parse.official_text.lines import scan_lines
from corpus.parse.official_text.paragraphs import hash_text
from corpus.parse.official_text.values import ArticleText, ItemText, OfficialText, ParagraphText, SectionText
from corpus.parse.official_text.view import legible
from corpus.text.source import Source

__all__ = [
    "ArticleText",
    "ItemText",
    "OfficialText",
    "ParagraphText",
    "SectionText",
    "check_identity",
    "hash_text",
    "parse_official_text",
]


def parse_official_text(source: Source, *, complete: bool = True, note: str = "") -> OfficialText:
    """Read an official text: its facts, its words, their places.

    `complete` says that the text should have every number from 1 and every word; otherwise
    numbers may be missing, an article may be a label alone (its 款 are then not known) and a 款
    may be …… (counted; its words and items are not known). `note` becomes the outline's source.
    Whatever casts doubt on the reading is in `problems`, in the order of the text; nothing raises.
    """
    view = legible(source.text)
    scan = scan_lines(view)
    body = find_body(view, scan.lines)
    layout = lay_out(source, body.lines, body.numbering)
    articled = body.numbering == "条"
    articles = read_articles(source, layout) if articled else ()
    sections = () if articled else read_sections(source, layout)
    outline = Outline(
        complete,
        note,
        state_divisions(layout, articles, "编", complete=complete),
        state_divisions(layout, articles, "章", complete=complete),
        state_divisions(layout, articles, "节", "部分", complete=complete),
        state_articles(articles),
    )
    doubts = (
        *doubt_lines(source, view, scan, body, layout),
        *doubt_articles(source, articles, complete=complete),
        *doubt_headings(source, layout.headings, outline),
    )
    problems = tuple(sorted(doubts, key=lambda problem: (problem.span, problem.message)))
    title = read_title(source.text, body.preamble)
    return OfficialText(source, title, body.preamble, articles, sections, outline, problems)
