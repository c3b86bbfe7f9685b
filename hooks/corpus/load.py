"""A docs folder → Corpus: the only place that reads the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.model import (
    Case,
    Corpus,
    Digest,
    Edition,
    EditionHead,
    Outline,
    Page,
    PageHead,
    Problem,
    Regulation,
    RegulationHead,
    Term,
    Topic,
    Unreadable,
)
from corpus.parse.chapters import parse_chapter, parse_subjects
from corpus.parse.outline import read_outline
from corpus.parse.schema import read_head
from corpus.text.front_matter import read_front_matter
from corpus.text.source import Source

LARGEST = 5_000_000
"""Bytes. A page for people is a hundredth of it; a larger file is a mistake that would stall the build."""
NOT_IN_SITE = ("templates",)
"""Folders of `docs/` that never reach the site."""
_FORBIDDEN = {c: "" for c in range(32) if chr(c) not in "\n\t"}


def load(root: str | os.PathLike[str]) -> Corpus:
    """Read every page below `root`.

    What cannot be read or typed stands in `Corpus.unreadable` and `Corpus.problems`.
    Raises FileNotFoundError where there is no such folder.
    """
    base = Path(root)
    if not base.is_dir():
        raise FileNotFoundError(root)
    loader = _Loader(base)
    for path in sorted(_walk(base, loader.unreadable)):
        loader.files.add(path.relative_to(base).as_posix())
        if path.suffix == ".md" and path.relative_to(base).parts[0] != "assets" or path.name == "provisions.json":
            loader.add(path)
    return loader.corpus()


def read_source(path: Path, shown: str) -> Source | Unreadable:
    """The text of one file with line breaks as `\\n` and without a BOM, or why it cannot be had.

    `shown` is the path as findings print it.
    """
    try:
        if path.stat().st_size > LARGEST:
            size = path.stat().st_size / 1_000_000
            return Unreadable(shown, f"文件有 {size:.0f} MB，超过 {LARGEST // 1_000_000} MB", "拆分，或移出 docs/")
        data = path.read_bytes()
    except OSError as error:
        return Unreadable(shown, f"打不开（{error.strerror}）", "检查权限与路径")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Unreadable(shown, f"不是 UTF-8 编码：{_guess(data)}", "用编辑器另存为 UTF-8", line, column)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.translate(_FORBIDDEN) != text:
        at = next(i for i, char in enumerate(text) if ord(char) in _FORBIDDEN)
        line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
        return Unreadable(shown, f"含有控制字符 U+{ord(text[at]):04X}", "删去它", line, column)
    return Source(shown, text)


def _guess(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "像是 UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "编码无法识别，可能不是文本文件"
    return "像是 GBK/GB18030"


def _walk(base: Path, unreadable: list[Unreadable]) -> Iterator[Path]:
    """Every file below `base` that reaches the site; a symlink is named, never followed."""
    for folder, names, files in os.walk(base, onerror=None):
        here = Path(folder)
        for name in sorted([*names, *files]):
            if (here / name).is_symlink():
                kind = "指向的文件不存在" if not os.path.exists(here / name) else "不能出现在 docs/ 里"
                unreadable.append(Unreadable(f"{here / name}", f"符号链接{kind}", "换成文件本身，或删去链接"))
        skipped = [n for n in names if n.startswith(".") or (here == base and n in NOT_IN_SITE)]
        names[:] = [n for n in names if n not in skipped and not (here / n).is_symlink()]
        for name in files:
            path = here / name
            if not name.startswith(".") and not path.is_symlink():
                yield path


@dataclass
class _Loader:
    """Collects what the files say; `corpus` puts it together."""

    base: Path
    unreadable: list[Unreadable] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    pages: list[Page] = field(default_factory=list)
    outlines: dict[tuple[str, str], Outline] = field(default_factory=dict)
    digests: dict[tuple[str, str], list[Digest]] = field(default_factory=dict)
    subjects: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)
    values: list[object] = field(default_factory=list)

    def add(self, path: Path) -> None:
        source = read_source(path, path.as_posix())
        if isinstance(source, Unreadable):
            self.unreadable.append(source)
        elif path.name == "provisions.json":
            self._add_outline(path, source)
        else:
            self._add_page(_page(path.relative_to(self.base).as_posix(), source))

    def _add_outline(self, path: Path, source: Source) -> None:
        outline = read_outline(source.text)
        if isinstance(outline, str):
            hint = "这个文件由 python hooks outline 写出，不要手改"
            self.unreadable.append(Unreadable(source.path, outline, hint))
        else:
            slug, edition = path.relative_to(self.base).parts[-3:-1]
            self.outlines[slug, edition] = outline

    def _add_page(self, page: Page) -> None:
        self.pages.append(page)
        schema = _SCHEMAS.get(page.kind, PageHead)
        head = read_head(page, schema)
        if isinstance(head, tuple):
            self.problems += head
        else:
            self.values.append(head)
        if page.regulation and page.edition:
            key = (page.regulation, page.edition)
            if page.kind == "chapter":
                digests, problems = parse_chapter(page)
                self.digests.setdefault(key, []).extend(digests)
                self.problems += problems
            else:
                self.subjects[key] = parse_subjects(page)

    def corpus(self) -> Corpus:
        regulations = [self._regulation(head) for head in self._of(RegulationHead)]
        return Corpus(
            root=self.base.as_posix(),
            files=frozenset(self.files),
            pages=tuple(self.pages),
            regulations=tuple(regulations),
            cases=tuple(self._of(Case)),
            terms=tuple(self._of(Term)),
            topics=tuple(self._of(Topic)),
            problems=tuple(self.problems),
            unreadable=tuple(self.unreadable),
        )

    def _of(self, kind: type) -> list:
        return [value for value in self.values if type(value) is kind]

    def _regulation(self, head: RegulationHead) -> Regulation:
        editions = sorted(head.editions, key=lambda edition: edition.edition, reverse=True)
        return Regulation(
            slug=head.slug,
            title=head.title,
            short_titles=head.short_titles,
            issuer=head.issuer,
            kind=head.kind,
            numbering=head.numbering,
            editions=tuple(self._edition(head, edition) for edition in editions),
            unproved=head.unproved,
        )

    def _edition(self, head: RegulationHead, edition: EditionHead) -> Edition:
        key = (head.slug, edition.edition)
        return Edition(
            regulation=head.slug,
            title=head.title,
            name=edition.edition,
            issued=edition.issued,
            effective=edition.effective,
            address=edition.address,
            outline=self.outlines.get(key),
            digests=tuple(self.digests.get(key, ())),
            subjects=self.subjects.get(key, ()),
        )


_SCHEMAS: dict[str, type] = {"regulation": RegulationHead, "case": Case, "term": Term, "topic": Topic}
_KINDS = {"cases": "case", "glossary": "term", "topics": "topic"}


def _page(path: str, source: Source) -> Page:
    """Classify a page by its place (see the layout in the 维护手册)."""
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
            return Page(path, source, front, _KINDS[folder], name)
        case ["index"]:
            return Page(path, source, front, "home", "index")
        case _:
            return Page(path, source, front, "page", parts[-1])
