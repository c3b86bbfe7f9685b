"""Reads the citations of one passage in order and remembers what was named."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from corpus.model import Citation, Corpus, Edition, Pinpoint, Regulation
from corpus.resolve.passages import Passage
from corpus.resolve.references.context import Context
from corpus.resolve.references.editions import choose_edition
from corpus.resolve.references.pointers import (
    GENRES,
    articles_back,
    counted_back,
    is_of,
    names_place,
    paragraphs_back,
    starts_here,
)
from corpus.resolve.references.values import Fault, Reference
from corpus.resolve.references.verdict import Judgement, judge
from corpus.resolve.titles import Titles

Aliases: TypeAlias = dict[str, tuple[Regulation | str, str | None]]
"""What a declared alias means in the rest of the file: a regulation or an unknown title, and its mark."""


@dataclass
class Reader:
    """`found` holds the references so far; the rest is what the next citation may inherit."""

    corpus: Corpus
    titles: Titles
    context: Context
    passage: Passage
    aliases: Aliases
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
        before = self.named, self.last
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
        if self.context.bare and citation.title == citation.text:
            # On a regulation's own pages 党章 said in passing does not take 第N条 away from it.
            self.named, self.last = before

    def _titled(self, citation: Citation, title: str) -> Reference:
        meant, mark = self.aliases.get(title, (None, None))
        found = self.titles.find(title)
        meant = meant or found.regulation
        if meant is None and title in GENRES:
            return self._only(citation, self._named_as(title))
        if citation.alias:
            self.aliases[citation.alias] = (meant or title, citation.mark)
        if meant is None and found.slip_of:
            self._mention(title)
            fault = Fault("misspelt-regulation-title", title, nearest=found.slip_of)
            return self._reference(citation, title, citation.refs, Judgement("not-found", fault=fault))
        if mark and not citation.mark:
            citation = replace(citation, mark=mark)
        return self._of(citation, meant or title, found.nearest)

    def _named_as(self, genre: str) -> list[Regulation | str]:
        """What was named in this paragraph and is a 条例, a 规定 …; else the page's own regulation."""
        near = [named for named in self.named if is_of(named, genre)]
        home = [self.context.own] if self.context.own and is_of(self.context.own, genre) else []
        return near or list(home)

    def _pointing(self, citation: Citation, own: str) -> Reference:
        """本条例 is the page's own, 该条例 that of the provision just cited; else the only one named."""
        genre = next(genre for genre in GENRES if own.endswith(genre))
        if own.startswith("本") and self.context.own:
            return self._of(citation, self.context.own)
        if own != genre and not own.startswith("本") and self.last and self.last.citation.refs:
            cited = self.last.regulation or self.last.unknown
            if cited and is_of(cited, genre):
                return self._of(citation, cited)
        return self._only(citation, self._named_as(genre))

    def _only(self, citation: Citation, candidates: list[Regulation | str]) -> Reference:
        """The one candidate; with none or several the citation is ambiguous."""
        if len(candidates) == 1:
            return self._of(citation, candidates[0])
        return self._ambiguous(citation, [r for r in candidates if isinstance(r, Regulation)])

    def _inheriting(self, citation: Citation) -> Reference:
        bare = self.context.bare
        named = [bare, *self.named] if bare and bare not in self.named else self.named
        if bare and (self._standing_in(citation) or self._steps_back(citation)):
            named = [bare]
        elif self.last and self._last_article() and not names_place(citation):
            meant = self.last.regulation or self.last.unknown
            named = [meant] if meant else named  # 同条, 前款 and 第二款 follow the last citation
        return self._only(citation, named)

    def _means_something(self, citation: Citation) -> bool:
        """A 款 or 项 alone, and 前款 or 同条, mean something only where an article is at hand."""
        if citation.loose and not (self.named or self.context.bare):
            return False
        return (
            bool(citation.malformed) or names_place(citation) or self._article_at_hand(citation) is not None
        )

    def _last_article(self) -> str | None:
        last = self.last.pinpoints[-1] if self.last and self.last.pinpoints else None
        if last is None:
            return None
        return last.range_end.article if last.range_end and last.range_end.article else last.article

    def _steps_back(self, citation: Citation) -> bool:
        """Whether 前款 stands in a 款 of an official text: then it counts from there."""
        here = self.context.place(self.passage.span(citation.span).start)
        return here is not None and here.paragraph is not None and (citation.own or "").endswith("款")

    def _standing_in(self, citation: Citation) -> str | None:
        """The article that 本条, 本款 and 前条 start from: the one in whose text they stand."""
        here = starts_here(citation)
        return self.context.article_at(self.passage.span(citation.span).start) if here else None

    def _article_at_hand(self, citation: Citation) -> str | None:
        here = self.context.article_at(self.passage.span(citation.span).start)
        stays = here if self._steps_back(citation) else self._standing_in(citation)
        return stays or self._last_article() or here

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
        if self.named and self.named[-1] == named:
            return
        self.named = [*(other for other in self.named if other != named), named]

    def _of(self, citation: Citation, named: Regulation | str, nearest: str | None = None) -> Reference:
        """A citation of a regulation, or of a title that the corpus does not know."""
        self._mention(named)
        pinpoints = self._completed(citation)
        if isinstance(named, str):
            known = citation.title is None or citation.title != named
            fault = Fault("unknown-regulation", named, nearest=nearest) if pinpoints and not known else None
            return self._reference(citation, named, pinpoints, Judgement("unchecked", fault=fault))
        if citation.title or citation.mark:
            self.marks[named.slug] = citation.mark
        elif named is not self.context.own and (mark := self.marks.get(named.slug)):
            # 《…》（2018年修订）第八十八条，第九十条: both are 2018's
            citation = replace(citation, mark=mark)
        if count := articles_back(citation):
            edition = choose_edition(named, citation.mark, self.context)
            outline = edition.outline if isinstance(edition, Edition) else None
            pinpoints = tuple(counted_back(outline, pinpoint, count) for pinpoint in pinpoints)
        here = self.context.place(self.passage.span(citation.span).start)
        pinpoints = tuple(paragraphs_back(citation, pinpoint, here) for pinpoint in pinpoints)
        judgement = judge(self.corpus, self.context, citation, named, pinpoints)
        return self._reference(citation, named, pinpoints, judgement)

    def _ambiguous(self, citation: Citation, candidates: list[Regulation]) -> Reference:
        fault = Fault("ambiguous-citation", citation.text) if citation.refs or citation.own else None
        judgement = Judgement("ambiguous", fault=fault)
        return self._reference(citation, None, citation.refs, judgement, tuple(candidates))

    def _reference(
        self,
        citation: Citation,
        named: Regulation | str | None,
        pinpoints: tuple[Pinpoint, ...],
        judgement: Judgement,
        candidates: tuple[Regulation, ...] = (),
    ) -> Reference:
        placed = self.passage.place(citation)
        return Reference(
            placed,
            self.passage.key,
            judgement.verdict,
            named if isinstance(named, Regulation) else None,
            judgement.edition,
            pinpoints,
            judgement.targets,
            judgement.fault,
            candidates,
            unknown=named if isinstance(named, str) else None,
            standing_in=self.context.article_at(placed.span.start),
        )
