"""Reads the citations of one passage in order and remembers what was named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpus.model import Citation, Corpus, Edition, Pinpoint, Regulation
from corpus.resolve.passages import Passage
from corpus.resolve.references.context import Context
from corpus.resolve.references.editions import choose_edition
from corpus.resolve.references.pointers import (
    GENRES,
    POINTING,
    articles_back,
    counted_back,
    names_place,
    starts_here,
)
from corpus.resolve.references.values import Fault, Reference
from corpus.resolve.references.verdict import Judgement, judge
from corpus.resolve.titles import Titles


@dataclass
class Reader:
    """`found` holds the references so far; the rest is what the next citation may inherit."""

    corpus: Corpus
    titles: Titles
    context: Context
    passage: Passage
    aliases: dict[str, Regulation]
    found: list[Reference] = field(default_factory=list)
    named: list[Regulation | str] = field(default_factory=list)
    """The regulations (and unknown titles) named in this paragraph, each once, the latest last."""
    last: Reference | None = None
    marks: dict[str, str | None] = field(default_factory=dict)
    """The edition mark with which each regulation was named last in this paragraph, by slug."""

    def new_paragraph(self) -> None:
        """Forget what a paragraph break cuts off."""
        self.named, self.last, self.marks = [], None, {}

    def read(self, citation: Citation) -> None:
        """Resolve the next citation of the passage."""
        if citation.title is not None:
            reference = self._titled(citation, citation.title)
        elif citation.own and citation.own.endswith(GENRES):
            reference = self._pointing(citation, citation.own)
        elif self._means_something(citation):
            reference = self._inheriting(citation)
        else:
            return
        self.found.append(reference)
        self.last = reference

    def _titled(self, citation: Citation, title: str) -> Reference:
        named = self.titles.find(title)
        regulation = self.aliases.get(title) or named.regulation or self._generic(title)
        if regulation is not None:
            if citation.alias:
                self.aliases[citation.alias] = regulation
            return self._of(citation, regulation)
        self._mention(title)
        if named.slip_of:
            fault = Fault("misspelt-regulation-title", title, nearest=named.slip_of)
            return self._reference(citation, None, citation.refs, Judgement("not-found", fault=fault))
        unknown = Fault("unknown-regulation", title, nearest=named.nearest) if citation.refs else None
        return self._reference(citation, None, citation.refs, Judgement("unchecked", fault=unknown))

    def _generic(self, title: str) -> Regulation | None:
        """《条例》 and 《意见》 mean the regulation of that kind named before."""
        return self._latest_of(title) if title in GENRES else None

    def _latest_of(self, genre: str) -> Regulation | None:
        return next(
            (r for r in reversed(self.named) if isinstance(r, Regulation) and r.title.endswith(genre)), None
        )

    def _pointing(self, citation: Citation, own: str) -> Reference:
        """本条例 is the page's own, 该条例 the latest; 条例 alone must be the only one named."""
        genre = next(genre for genre in GENRES if own.endswith(genre))
        if own.startswith("本") and self.context.own:
            return self._of(citation, self.context.own)
        if own.startswith(POINTING) and (latest := self._latest_of(genre)):
            return self._of(citation, latest)
        near = [r for r in self.named if isinstance(r, Regulation)]
        far = list({r.regulation.slug: r.regulation for r in self.found if r.regulation}.values())
        home = [self.context.own] if self.context.own else []
        for candidates in (near, far, home):
            if fitting := [r for r in candidates if r.title.endswith(genre)]:
                return (
                    self._of(citation, fitting[0])
                    if len(fitting) == 1
                    else self._ambiguous(citation, fitting)
                )
        return self._ambiguous(citation, [])

    def _inheriting(self, citation: Citation) -> Reference:
        bare = self.context.bare
        named = [bare, *self.named] if bare and bare not in self.named else self.named
        if bare and self._standing_in(citation):
            named = [bare]
        elif self.last and self.last.regulation and self._last_article() and not names_place(citation):
            named = [self.last.regulation]  # 同条, 前款 and 第二款 follow the last citation
        regulations = [r for r in named if isinstance(r, Regulation)]
        if len(named) != 1:
            return self._ambiguous(citation, regulations)
        if not regulations:
            return self._reference(citation, None, citation.refs, Judgement("unchecked"))
        return self._of(citation, regulations[0])

    def _means_something(self, citation: Citation) -> bool:
        """A 款 or 项 alone, and 前款 or 同条, mean something only where an article is at hand."""
        return (
            bool(citation.malformed) or names_place(citation) or self._article_at_hand(citation) is not None
        )

    def _last_article(self) -> str | None:
        last = self.last.pinpoints[-1] if self.last and self.last.pinpoints else None
        if last is None:
            return None
        return last.range_end.article if last.range_end and last.range_end.article else last.article

    def _standing_in(self, citation: Citation) -> str | None:
        """The article that 本条, 本款 and 前条 start from: the one in whose text they stand."""
        here = starts_here(citation)
        return self.context.article_at(self.passage.span(citation.span).start) if here else None

    def _article_at_hand(self, citation: Citation) -> str | None:
        here = self.context.article_at(self.passage.span(citation.span).start)
        return self._standing_in(citation) or self._last_article() or here

    def _completed(self, citation: Citation) -> tuple[Pinpoint, ...]:
        """The pinpoints, with the article that 第二款 or 同条第二款 leaves out."""
        if names_place(citation) or citation.title:
            return citation.refs
        refs = citation.refs or (Pinpoint(),)
        last = self.last.pinpoints[-1] if self.last and self.last.pinpoints and not citation.own else None
        return tuple(self._complete(ref, self._article_at_hand(citation), last) for ref in refs)

    @staticmethod
    def _complete(ref: Pinpoint, article: str | None, last: Pinpoint | None) -> Pinpoint:
        if ref.article:
            return ref
        paragraph = last.paragraph if last and ref.item and not ref.paragraph else ref.paragraph
        return replace(ref, article=article, paragraph=paragraph)

    def _mention(self, named: Regulation | str) -> None:
        self.named = [*(other for other in self.named if other != named), named]

    def _of(self, citation: Citation, regulation: Regulation) -> Reference:
        self._mention(regulation)
        if citation.title or citation.mark:
            self.marks[regulation.slug] = citation.mark
        elif regulation is not self.context.own:  # 《…》（2018年修订）第八十八条，第九十条: both are 2018's
            citation = replace(citation, mark=self.marks.get(regulation.slug))
        pinpoints = self._completed(citation)
        if count := articles_back(citation):
            edition = choose_edition(regulation, citation.mark, self.context)
            outline = edition.outline if isinstance(edition, Edition) else None
            pinpoints = tuple(counted_back(outline, pinpoint, count) for pinpoint in pinpoints)
        judgement = judge(self.corpus, self.context, citation, regulation, pinpoints)
        return self._reference(citation, regulation, pinpoints, judgement)

    def _ambiguous(self, citation: Citation, candidates: list[Regulation]) -> Reference:
        judgement = Judgement("ambiguous", fault=Fault("ambiguous-citation", citation.text))
        reference = self._reference(citation, None, citation.refs, judgement)
        return replace(reference, candidates=tuple(candidates))

    def _reference(
        self,
        citation: Citation,
        regulation: Regulation | None,
        pinpoints: tuple[Pinpoint, ...],
        judgement: Judgement,
    ) -> Reference:
        place = self.passage.span
        placed = replace(
            citation,
            span=place(citation.span),
            title_span=place(citation.title_span) if citation.title_span else None,
            ref_spans=tuple(place(span) for span in citation.ref_spans),
        )
        return Reference(
            placed,
            self.passage.key,
            judgement.verdict,
            regulation,
            judgement.edition,
            pinpoints,
            judgement.targets,
            judgement.fault,
            standing_in=self.context.article_at(placed.span.start),
        )
