"""Given its regulation: which edition a citation means, and whether that edition holds it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Citation, Corpus, Edition, Pinpoint, Regulation
from corpus.resolve.addresses import Address, address
from corpus.resolve.outline import UNKNOWN, Missing, article_label, find_missing
from corpus.resolve.references.context import Context
from corpus.resolve.references.editions import choose_edition
from corpus.resolve.references.values import Fault


@dataclass(frozen=True)
class Judgement:
    """A verdict and what it rests on."""

    verdict: str
    edition: Edition | None = None
    targets: tuple[Address, ...] = ()
    fault: Fault | None = None


def judge(
    corpus: Corpus,
    context: Context,
    citation: Citation,
    regulation: Regulation,
    pinpoints: tuple[Pinpoint, ...],
) -> Judgement:
    """The verdict on pinpoints of a regulation."""
    edition = choose_edition(regulation, citation.mark, context)
    if citation.malformed:
        kind = "reversed-range" if citation.malformed == "reversed" else "placeholder-number"
        meant = None if isinstance(edition, str) else edition
        return Judgement("malformed", meant, fault=Fault(kind, citation.text))
    if isinstance(edition, str):
        return Judgement("not-found", fault=Fault("unknown-edition", citation.mark or "", edition))
    if edition is None:
        return Judgement("unchecked" if pinpoints else "ok")
    for i, pinpoint in enumerate(pinpoints):
        if _is_reversed(pinpoint):
            turned = Fault("reversed-range", citation.text, nearest=_turned(pinpoint), ref=i)
            return Judgement("malformed", edition, fault=turned)
    results = [find_missing(edition, pinpoint, regulation.numbering) for pinpoint in pinpoints]
    fault = _first_missing(results)
    verdict = "not-found" if fault is not None else "unchecked" if UNKNOWN in results else "ok"
    held = [p for p, result in zip(pinpoints, results, strict=True) if not isinstance(result, Missing)]
    # An official text read on its own has no page.
    targets = tuple(address(corpus, edition, pinpoint) for pinpoint in held if regulation.slug)
    return Judgement(verdict, edition, targets, fault)


def _first_missing(results: list[Missing | str | None]) -> Fault | None:
    for i, result in enumerate(results):
        if isinstance(result, Missing):
            return Fault("missing-provision", result.wanted, result.reason, result.nearest, i)
    return None


def _is_reversed(pinpoint: Pinpoint) -> bool:
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
    """The range the other way round, where it is one of whole articles."""
    end = pinpoint.range_end
    if end and end.article and pinpoint.article and not (pinpoint.paragraph or end.paragraph):
        return f"{article_label(end.article)}至{article_label(pinpoint.article)}"
    return None
