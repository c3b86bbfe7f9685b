"""Citations and words in prose become links; nothing else of the text changes."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator

from corpus.model import Edition, Page, Pinpoint, Term
from corpus.render.markdown import Edit, apply_edits, link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address_of_article, edition_page
from corpus.resolve.outline import article_label
from corpus.resolve.references import Reference
from corpus.resolve.terms import TermUse
from corpus.text.front_matter import Path
from corpus.text.source import Span


def body_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    """The links of a page's body; spans are offsets of the file."""
    text = page.source.text
    for reference in resolution.references[page.path]:
        if reference.key is None:
            yield from reference_edits(resolution, page, reference, lambda span: text[span.start : span.end])
    for use in resolution.terms[page.path]:
        if (use.linked or use.explicit) and use.span.start >= page.front_matter.body:
            yield _term_edit(page, use)


def linked_value(resolution: Resolution, page: Page, key: Path) -> str:
    """The value at `key` of a page's head, as Markdown with its citations and its `[[…]]` linked."""
    scalar = page.front_matter.scalars[key]

    def inside(span: Span) -> Span:
        start, end = (bisect.bisect_left(scalar.offsets, at) for at in (span.start, span.end - 1))
        return Span(start, end + 1)

    def words(span: Span) -> str:
        return scalar.value[inside(span).start : inside(span).end]

    edits = [
        edit
        for reference in resolution.references[page.path]
        if reference.key == key
        for edit in reference_edits(resolution, page, reference, words)
    ]
    edits += [
        _term_edit(page, use)
        for use in resolution.terms[page.path]
        if use.explicit and scalar.span.start <= use.span.start < scalar.span.end
    ]
    return apply_edits(scalar.value, [Edit(inside(edit.span), edit.text) for edit in edits])


def reference_edits(
    resolution: Resolution, page: Page, reference: Reference, words: Callable[[Span], str]
) -> Iterator[Edit]:
    """A link a pinpoint; the first carries the title with it. `words` gives the prose at a span.

    Beside an article of a superseded edition stands its number in the edition in force.
    """
    citation, edition = reference.citation, reference.edition
    if reference.verdict in ("not-found", "ambiguous", "malformed") or reference.regulation is None:
        return
    if not citation.refs and not citation.own and not citation.text.endswith(("》", "）")):
        return  # 党章 and the like: a link at every mention would say nothing
    if not citation.refs and not citation.own:
        yield _title_edit(page, reference, words)
    elif edition is not None:
        spans = citation.ref_spans or (citation.span,)
        for i, target in enumerate(reference.targets):
            whole = Span(citation.span.start, spans[i].end) if i == 0 else spans[i]
            if whole.start == whole.end or (target.page == page.path and target.anchor is None):
                continue
            pinpoint = reference.pinpoints[i]
            kind = "unchecked" if reference.verdict == "unchecked" else ""
            tip = _tip(edition, pinpoint, reference.verdict)
            now = _number_now(resolution, page, reference, pinpoint)
            yield Edit(whole, link(page.path, words(whole), target, tip, kind) + now)


def _number_now(resolution: Resolution, page: Page, reference: Reference, pinpoint: Pinpoint) -> str:
    """（现第九十七条） for an article of a superseded edition, away from that edition's own pages."""
    regulation, edition = reference.regulation, reference.edition
    current = regulation.in_force(resolution.today) if regulation else None
    if (
        not regulation
        or not edition
        or not current
        or edition.name >= current.name
        or page.edition == edition.name
    ):
        return ""
    if pinpoint.article is None or pinpoint.range_end or not regulation.renumbering:
        return ""
    if not regulation.successors(edition.name, pinpoint.article):
        return ""
    numbers = regulation.current_articles(edition.name, pinpoint.article, current.name)
    links = [
        link(page.path, article_label(n), address_of_article(current, n), current.subject(n) or "")
        for n in numbers
    ]
    words = f"现{'、'.join(links)}" if links else f"{current.name}年版已无此条"
    return f'<span class="now">（{words}）</span>'


def _title_edit(page: Page, reference: Reference, words: Callable[[Span], str]) -> Edit:
    span = reference.citation.title_span or reference.span
    regulation = reference.regulation
    assert regulation is not None
    target = Address(f"regulations/{regulation.slug}/index.md")
    if reference.citation.mark and reference.edition and reference.edition.outline:
        target = Address(edition_page(reference.edition))
    if target.page == page.path:
        return Edit(span, words(span))
    return Edit(span, link(page.path, words(span), target, regulation.title))


def _tip(edition: Edition, pinpoint: Pinpoint, verdict: str) -> str:
    subject = edition.subject(pinpoint.article) if pinpoint.article else None
    digest = edition.digest(pinpoint.article) if pinpoint.article else None
    parts = [f"{edition.title}（{edition.name}年）"]
    parts += [subject] if subject else []
    parts += [digest.text[:80] + ("…" if len(digest.text) > 80 else "")] if digest else []
    parts += ["未核对：没有完整的条目数据"] if verdict == "unchecked" else []
    return "｜".join(parts)


def _term_edit(page: Page, use: TermUse) -> Edit:
    """The link of a use, and without a link the bare word in place of `[[…]]`."""
    span = Span(use.span.start - 2, use.span.end + 2) if use.explicit else use.span
    return Edit(span, term_link(page.path, use.text, use.term) if use.linked and use.term else use.text)


def term_link(page: str, text: str, term: Term) -> str:
    """A link to a term with its definition as the tooltip."""
    return link(page, text, Address(f"glossary/{term.slug}.md"), term.definition, "term")
