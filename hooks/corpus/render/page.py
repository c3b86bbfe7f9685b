"""One page of the site as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from corpus.model import Corpus, Page
from corpus.parse.conducts import PATH as CONDUCTS
from corpus.render.articles import chapter_edits
from corpus.render.cards import case_index, topic_cases, topic_index
from corpus.render.cases import case_edits, withdrawn_edits
from corpus.render.glossary import page_terms, term_edits, term_index
from corpus.render.home import home
from corpus.render.labels import chinese_date
from corpus.render.links import body_edits
from corpus.render.markdown import Edit, apply_edits
from corpus.render.regulations import edition_edits, regulation_edits, regulation_index
from corpus.render.study import conduct_edits
from corpus.resolve import Resolution

_LISTS: Mapping[str, Callable[[Resolution, Page], str]] = {
    "index.md": home,
    "regulations/index.md": regulation_index,
    "cases/index.md": case_index,
    "topics/index.md": topic_index,
    "glossary/index.md": term_index,
}
"""What is appended to a page, by its path below `docs/`."""


def render_page(resolution: Resolution, path: str) -> str | None:
    """The Markdown of the page at `path` below `docs/`; None where the corpus has no such page."""
    page = resolution.corpus.page(path)
    if page is None:
        return None
    made = list(_kind_edits(resolution, page))
    replaced = [edit.span for edit in made if edit.span.start < edit.span.end]
    links = (
        e
        for e in body_edits(resolution, page)
        if not any(s.start < e.span.end and e.span.start < s.end for s in replaced)
    )
    text = apply_edits(page.body, [*links, *made], page.front_matter.body)
    if path in _LISTS:
        text += "\n\n" + _LISTS[path](resolution, page)
    if page.kind == "topic":
        text += topic_cases(resolution, page)
    return text + page_terms(resolution, page)


def _kind_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    edition = resolution.corpus.edition(page)
    match page.kind:
        case "chapter" if edition:
            yield from chapter_edits(resolution, page, edition)
        case "edition" if edition:
            yield from edition_edits(resolution, page, edition)
        case "regulation":
            yield from regulation_edits(resolution, page)
        case "case":
            yield from case_edits(resolution, page)
        case "withdrawn":
            yield from withdrawn_edits(resolution, page)
        case "term":
            yield from term_edits(resolution, page)
        case "page" if resolution.corpus.conducts and page.path == CONDUCTS:
            yield from conduct_edits(resolution, page)


def data_date(corpus: Corpus) -> str:
    """The latest day on which anything was reviewed, in Chinese: what the foot of each page shows."""
    reviewed = [case.reviewed for case in corpus.cases] + [topic.reviewed for topic in corpus.topics]
    reviewed += [
        review.date for r in corpus.regulations for edition in r.editions for review in edition.reviews
    ]
    return chinese_date(max(reviewed, default=""))
