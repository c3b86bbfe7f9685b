"""Citations → the edition and the provision that they mean, or exactly why they mean none.

A bare 第N条 inherits the regulation named last in its paragraph. It survives a list, a clause and
a full stop, but neither a paragraph break nor the mention of a second regulation: then two
readings are possible and the verdict is `ambiguous`. On a regulation's own pages a bare 第N条 and
本条例 mean that regulation.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field, replace

from corpus.model import Case, Citation, Corpus, Edition, Page, Pinpoint, Regulation
from corpus.parse.chapters import article_sections
from corpus.parse.citations import find_citations
from corpus.resolve.addresses import Address, address
from corpus.resolve.editions import choose_edition
from corpus.resolve.outline import UNKNOWN, Missing, article_label, find_missing
from corpus.resolve.passages import Passage, breaks, passages
from corpus.resolve.titles import Titles
from corpus.text.front_matter import Path
from corpus.text.source import Source, Span

VERDICTS = ("ok", "not-found", "ambiguous", "malformed", "unchecked")


@dataclass(frozen=True)
class Fault:
    """Why a citation is not ok: `kind` is the code of the check that reports it."""

    kind: str
    found: str
    reason: str = ""
    nearest: str | None = None
    ref: int = 0
    """Which of the citation's pinpoints."""


@dataclass(frozen=True)
class Reference:
    """A citation resolved; its spans are offsets of the file. `pinpoints` state what the text
    left out (the article of 同条第二款), `targets` has an address a pinpoint."""

    citation: Citation
    key: Path | None
    verdict: str
    regulation: Regulation | None = None
    edition: Edition | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    targets: tuple[Address, ...] = ()
    fault: Fault | None = None
    candidates: tuple[Regulation, ...] = ()
    standing_in: str | None = None
    """The article of the page's own regulation in whose text the citation stands."""

    @property
    def span(self) -> Span:
        """Where the citation stands in the file."""
        return self.citation.span


@dataclass(frozen=True)
class Context:
    """Where a citation is read: the regulation that 本条例 means, its pinned edition, the day that
    chooses an edition (of the conduct, in a case) and today."""

    own: Regulation | None
    pinned: str | None
    day: str
    today: str
    bare: Regulation | None = None
    """What a bare 第N条 means: the regulation, on the pages of its editions."""
    articles: tuple[tuple[int, str], ...] = ()
    """Offset of each article's text in the file and its number, in order."""
    markdown: bool = True

    def article_at(self, offset: int) -> str | None:
        """The article in which an offset of the file stands."""
        at = bisect.bisect_right([start for start, _ in self.articles], offset) - 1
        return self.articles[at][1] if at >= 0 else None


def resolve_references(corpus: Corpus, titles: Titles, page: Page, today: str) -> tuple[Reference, ...]:
    """Every citation of a page, in the order of the text."""
    context = _context(corpus, page, today)
    aliases: dict[str, Regulation] = {}
    found = [r for passage in passages(page) for r in _resolve_passage(corpus, titles, context, passage, aliases)]
    return tuple(sorted(found, key=lambda reference: reference.span))


def resolve_text(corpus: Corpus, titles: Titles, source: Source, today: str) -> tuple[Reference, ...]:
    """Every citation of a text that is not a page of the corpus; each line is a paragraph."""
    context = Context(None, None, today, today, markdown=source.path.endswith(".md"))
    return tuple(_resolve_passage(corpus, titles, context, Passage(source.text, None), {}))


def _context(corpus: Corpus, page: Page, today: str) -> Context:
    own = corpus.regulation(page.regulation) if page.regulation else None
    if page.kind == "case":
        case = next((case for case in corpus.cases if case.slug == page.slug), None)
        return Context(None, case.edition if case else None, _conduct_end(case, today), today)
    articles = tuple((a.body.start, a.number) for a in article_sections(page) if a.number) if own else ()
    return Context(own, page.edition, today, today, own if page.edition else None, articles)


def _conduct_end(case: Case | None, today: str) -> str:
    end = case.conduct.end if case else today
    return today if end == "未公布" else f"{end}-12-31"[:10] if len(end) == 4 else f"{end}-31"[:10]


def _resolve_passage(
    corpus: Corpus, titles: Titles, context: Context, passage: Passage, aliases: dict[str, Regulation]
) -> list[Reference]:
    known = titles.known | aliases.keys() if aliases else titles.known
    starts = breaks(passage.text, markdown=context.markdown)
    reader = _Reader(corpus, titles, context, passage, aliases)
    paragraph = 0
    for citation in find_citations(passage.text, known):
        here = bisect.bisect_right(starts, citation.span.start)
        if here != paragraph:
            paragraph = here
            reader.new_paragraph()
        reader.read(citation)
    return reader.found


@dataclass
class _Reader:
    """Reads the citations of one passage in order and remembers what was named."""

    corpus: Corpus
    titles: Titles
    context: Context
    passage: Passage
    aliases: dict[str, Regulation]
    found: list[Reference] = field(default_factory=list)
    named: list[Regulation | str] = field(default_factory=list)
    """The regulations (or unknown titles) named in this paragraph, each once, the last one last."""
    last: Reference | None = None

    def new_paragraph(self) -> None:
        self.named, self.last = [], None

    def read(self, citation: Citation) -> None:
        if citation.title is not None:
            reference = self._named(citation, citation.title)
        elif citation.own and citation.own.endswith(_GENRES):
            reference = self._pointing(citation, citation.own)
        else:
            reference = self._inherited(citation)
        if reference is not None:
            self.found.append(reference)
            self.last = reference

    def _named(self, citation: Citation, title: str) -> Reference:
        named = self.titles.find(title)
        regulation = self.aliases.get(title) or named.regulation
        if regulation is None and (earlier := self._generic(title)):
            regulation = earlier
        self._mention(regulation or title)
        if regulation is None:
            if named.slip_of:
                fault = Fault("misspelt-regulation-title", title, nearest=named.slip_of)
                return self._failed(citation, "not-found", fault)
            fault = Fault("unknown-regulation", title, nearest=named.nearest)
            return self._failed(citation, "unchecked", fault if citation.refs else None)
        if citation.alias:
            self.aliases[citation.alias] = regulation
        return self._resolved(citation, regulation)

    def _generic(self, title: str) -> Regulation | None:
        """《条例》 and 《意见》 mean the regulation of that kind named before."""
        if title not in _GENERIC:
            return None
        return next((r for r in reversed(self.named) if isinstance(r, Regulation) and r.title.endswith(title)), None)

    def _mention(self, regulation: Regulation | str) -> None:
        if regulation in self.named:
            self.named.remove(regulation)
        self.named.append(regulation)

    def _pointing(self, citation: Citation, own: str) -> Reference:
        genre = next(genre for genre in _GENERIC if own.endswith(genre))
        if own.startswith("本") and self.context.own:
            return self._resolved(citation, self.context.own)
        fitting = [r for r in self.named if isinstance(r, Regulation) and r.title.endswith(genre)]
        if not fitting:
            everywhere = {r.regulation.slug: r.regulation for r in self.found if r.regulation}
            fitting = [r for r in everywhere.values() if r.title.endswith(genre)]
        if not fitting and self.context.own and self.context.own.title.endswith(genre):
            fitting = [self.context.own]
        if len(fitting) == 1 or (fitting and own.startswith(("该", "同", "上述", "前述"))):
            return self._resolved(citation, fitting[-1])
        return self._ambiguous(citation, fitting)

    def _inherited(self, citation: Citation) -> Reference | None:
        if not self._is_reference(citation):
            return None
        bare = self.context.bare
        named = [bare, *self.named] if bare and bare not in self.named else self.named
        if citation.own and self.last and self.last.regulation:
            named = [self.last.regulation]
        if len(named) == 1 and isinstance(named[0], Regulation):
            return self._resolved(citation, named[0])
        if len(named) == 1:
            return self._failed(citation, "unchecked", None)
        return self._ambiguous(citation, [r for r in named if isinstance(r, Regulation)])

    def _is_reference(self, citation: Citation) -> bool:
        """A 款 or 项 alone, and 前款 or 同条, mean something only where an article is at hand."""
        if citation.malformed or any(ref.article or ref.chapter or ref.part or ref.section for ref in citation.refs):
            return True
        return self._article_at_hand(citation) is not None

    def _article_at_hand(self, citation: Citation) -> str | None:
        if self.last and self.last.pinpoints and self.last.pinpoints[-1].article:
            last = self.last.pinpoints[-1]
            return last.range_end.article if last.range_end and last.range_end.article else last.article
        return self.context.article_at(self.passage.span(citation.span).start)

    def _complete(self, citation: Citation) -> tuple[Pinpoint, ...]:
        """The pinpoints with the article that 第二款 or 同条第二款 leaves out."""
        refs = citation.refs or ((Pinpoint(),) if citation.own and not citation.title else ())
        if all(ref.article or ref.chapter or ref.part or ref.section for ref in refs):
            return citation.refs
        article = self._article_at_hand(citation)
        paragraph = self._paragraph_at_hand(citation)
        return tuple(
            ref
            if ref.article
            else replace(ref, article=article, paragraph=ref.paragraph or (paragraph if ref.item else None))
            for ref in refs
        )

    def _paragraph_at_hand(self, citation: Citation) -> int | None:
        last = self.last.pinpoints[-1] if self.last and self.last.pinpoints else None
        return last.paragraph if last and not citation.own else None

    def _resolved(self, citation: Citation, regulation: Regulation) -> Reference:
        self._mention(regulation)
        if citation.malformed:
            kind = "reversed-range" if citation.malformed == "reversed" else "placeholder-number"
            return self._failed(citation, "malformed", Fault(kind, citation.text), regulation)
        choice = choose_edition(regulation, citation.mark, self.context)
        pinpoints = self._complete(citation)
        if isinstance(choice, str):
            fault = Fault("unknown-edition", citation.mark or "", choice)
            return self._failed(citation, "not-found", fault, regulation)
        if choice is None:
            return self._failed(citation, "unchecked" if pinpoints else "ok", None, regulation)
        return self._checked(citation, regulation, choice, pinpoints)

    def _checked(self, citation: Citation, regulation: Regulation, edition: Edition, pinpoints: tuple[Pinpoint, ...]) -> Reference:
        if reverse := next((p for p in pinpoints if _is_reversed(edition, p)), None):
            fault = Fault("reversed-range", citation.text, nearest=_turned(reverse))
            return self._failed(citation, "malformed", fault, regulation, edition)
        results = [find_missing(edition, pinpoint, regulation.numbering) for pinpoint in pinpoints]
        fault = next(
            (
                Fault("missing-provision", result.wanted, result.reason, result.nearest, i)
                for i, result in enumerate(results)
                if isinstance(result, Missing)
            ),
            None,
        )
        verdict = "not-found" if fault else "unchecked" if UNKNOWN in results else "ok"
        targets = tuple(address(self.corpus, edition, pinpoint) for pinpoint in pinpoints)
        return self._reference(citation, verdict, regulation, edition, pinpoints, targets, fault)

    def _ambiguous(self, citation: Citation, candidates: list[Regulation]) -> Reference:
        fault = Fault("ambiguous-citation", citation.text)
        return replace(self._failed(citation, "ambiguous", fault), candidates=tuple(candidates))

    def _failed(
        self,
        citation: Citation,
        verdict: str,
        fault: Fault | None,
        regulation: Regulation | None = None,
        edition: Edition | None = None,
    ) -> Reference:
        return self._reference(citation, verdict, regulation, edition, citation.refs, (), fault)

    def _reference(
        self,
        citation: Citation,
        verdict: str,
        regulation: Regulation | None,
        edition: Edition | None,
        pinpoints: tuple[Pinpoint, ...],
        targets: tuple[Address, ...],
        fault: Fault | None,
    ) -> Reference:
        placed = replace(
            citation,
            span=self.passage.span(citation.span),
            title_span=self.passage.span(citation.title_span) if citation.title_span else None,
            ref_spans=tuple(self.passage.span(span) for span in citation.ref_spans),
        )
        here = self.context.article_at(placed.span.start)
        return Reference(
            placed, self.passage.key, verdict, regulation, edition, pinpoints, targets, fault, standing_in=here
        )


_GENERIC = ("条例", "准则", "规定", "规则", "办法", "细则", "决定", "意见", "解释", "通知", "章程", "纲要", "方案", "法")
_GENRES = tuple(_GENERIC)


def _is_reversed(edition: Edition, pinpoint: Pinpoint) -> bool:
    end = pinpoint.range_end
    if end is None:
        return False
    if end.article and pinpoint.article and end.article != pinpoint.article:
        return _rank(end.article) < _rank(pinpoint.article)
    if end.paragraph and pinpoint.paragraph and end.paragraph != pinpoint.paragraph:
        return end.paragraph < pinpoint.paragraph
    return bool(end.item and pinpoint.item and end.item < pinpoint.item)


def _rank(number: str) -> tuple[int, int]:
    main, _, sub = number.partition("-")
    return int(main), int(sub or 0)


def _turned(pinpoint: Pinpoint) -> str | None:
    end = pinpoint.range_end
    if end and end.article and pinpoint.article and end.article != pinpoint.article:
        return f"{article_label(end.article)}至{article_label(pinpoint.article)}"
    return None
