"""What a file is, by its place below `docs/` (see the layout in the 维护手册)."""

from __future__ import annotations

from pathlib import Path

from corpus.model import Page
from corpus.text.front_matter import read_front_matter
from corpus.text.source import Source

TABLES = {
    "provisions.json": "regulations/*/*/provisions.json",
    "reviewed.csv": "regulations/*/*/reviewed.csv",
    "renumbering.csv": "regulations/*/renumbering.csv",
}
"""Where each table stands."""
_KINDS = {"cases": "case", "glossary": "term", "topics": "topic"}


def misplaced(path: Path) -> str | None:
    """Where the table at `path` should stand; None where it does, or is no table."""
    home = TABLES.get(path.name)
    if home is None or (path.match(home) and len(path.parts) == len(Path(home).parts)):
        return None
    return home.replace("*", "<slug>", 1).replace("*", "<版本>")


def classify(path: str, source: Source) -> Page:
    """A page with its kind."""
    front = read_front_matter(source)
    parts = path.removesuffix(".md").split("/")
    match parts:
        case ["regulations", slug, "index"]:
            return Page(path, source, front, "regulation", slug, slug)
        case ["regulations", slug, edition, "index"]:
            return Page(path, source, front, "edition", edition, slug, edition)
        case ["regulations", slug, edition, name]:
            return Page(path, source, front, "chapter", name, slug, edition)
        case [folder, name] if folder in _KINDS and name != "index":
            kind = "withdrawn" if folder == "cases" and "withdrawn" in front.data else _KINDS[folder]
            return Page(path, source, front, kind, name)
        case ["index"]:
            return Page(path, source, front, "home", "index")
        case _:
            return Page(path, source, front, "page", parts[-1])
