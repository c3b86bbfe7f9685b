"""One page of the site as Markdown."""

from __future__ import annotations

from corpus.render.chapters import chapter_edits
from corpus.render.links import body_edits
from corpus.render.markdown import apply_edits
from corpus.resolve import Resolution


def render_page(resolution: Resolution, path: str) -> str | None:
    """The Markdown of the page at `path` below `docs/`; None where the corpus has no such page."""
    page = resolution.corpus.page(path)
    if page is None:
        return None
    edits = [*body_edits(resolution, page), *chapter_edits(resolution, page)]
    return apply_edits(page.body, edits, page.front_matter.body)
