"""处分不在所引条款的档次里

**查什么**：案例 `sanctions` 里的每一种党纪处分，要在 `citations` 所引条款的某一档里（档次见章页的档次表；引到款的，只看那一款）。
写了 `adjustment` 的放宽：减轻、加重可以在档次以外一档，合并可以比最高的一档再高一档。
旧版没有档次表，条文没有改动的借用后一版的表，改动过的不查。政务处分不比较，不予处分的不查。

**为什么**：档次是量纪的边界。处分同条款对不上，不是条款引错了，就是漏说了减轻、加重的理由。

**例**：引了第一百零一条（最重是留党察看），却写 `sanctions: [开除党籍]`。

**改法**：核对条、款和处分；确实减轻、加重或者合并处理的，用 `adjustment` 写明依据和理由。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import PARTY_SANCTIONS, Case, Digest, Edition, Page, Pinpoint, Regulation, Tier
from corpus.resolve import Resolution
from corpus.resolve.references import Reference
from corpus.text.diagnostic import Diagnostic, diagnose


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each party sanction that no cited provision gives and no adjustment explains."""
    corpus = resolution.corpus
    for case in corpus.cases:
        page = corpus.page(f"cases/{case.slug}.md")
        tiers = _stated(resolution.references[page.path]) if page else None
        if page and tiers is not None:
            yield from _case(case, page, tiers)


def _case(case: Case, page: Page, tiers: tuple[Tier, ...]) -> Iterator[Diagnostic]:
    stated = {PARTY_SANCTIONS.index(name) for tier in tiers for name in tier.sanctions}
    allowed = stated | _adjusted(stated, case.adjustment.kind if case.adjustment else "", tiers)
    words = "、".join(PARTY_SANCTIONS[rank] for rank in sorted(stated)) or "所引的款没有处分"
    for i, sanction in enumerate(case.sanctions):
        if sanction in PARTY_SANCTIONS and PARTY_SANCTIONS.index(sanction) not in allowed:
            span = page.front_matter.scalars["sanctions", i].span
            message = f"“{sanction}”不在所引条款的档次里（{words}）"
            hint = "核对条、款；减轻、加重或合并处理的，写 adjustment"
            yield diagnose(page.source, span, "sanction-outside-tier", message, hint=hint)


def _adjusted(stated: set[int], kind: str, tiers: tuple[Tier, ...]) -> set[int]:
    """The ranks that an adjustment adds; 加重 reaches as far as a tier says (直至开除党籍)."""
    if kind == "减轻":
        return {rank - 1 for rank in stated}
    if kind == "加重":
        ends = [tier.modifier.rpartition("直至")[2] for tier in tiers if tier.modifier]
        furthest = max((PARTY_SANCTIONS.index(end) for end in ends if end in PARTY_SANCTIONS), default=-1)
        return {rank + 1 for rank in stated} | set(range(max(stated, default=0), furthest + 1))
    return set(range(min(stated), max(stated) + 2)) if kind == "合并" and stated else set()


def _stated(references: tuple[Reference, ...]) -> tuple[Tier, ...] | None:
    """The tiers of every provision that a case rests on; None where some are not known, or none is specific."""
    found: list[Tier] = []
    specific = False
    for reference in references:
        key, regulation, edition = reference.key, reference.regulation, reference.edition
        if not key or key[0] != "citations" or key[-1] != "provision":
            continue
        if regulation is None or not _gives_tiers(regulation):
            continue
        for pinpoint in reference.pinpoints:
            tiers = _of(regulation, edition, pinpoint) if edition else None
            if tiers is None:
                return None
            if edition and not _is_general(edition, pinpoint.article):
                specific = True
            found += tiers
    return tuple(found) if specific else None


def _gives_tiers(regulation: Regulation) -> bool:
    return any(digest.tiers for edition in regulation.editions for digest in edition.digests)


def _of(regulation: Regulation, edition: Edition, pinpoint: Pinpoint) -> tuple[Tier, ...] | None:
    """The tiers of a 款, or of a whole article; None where they are not known."""
    digest = _digest(regulation, edition, pinpoint.article or "")
    if digest is None or pinpoint.range_end:
        return None
    if not digest.tiers:
        return () if _is_general(edition, pinpoint.article) else None
    return tuple(tier for tier in digest.tiers if pinpoint.paragraph in (None, tier.paragraph))


def _digest(regulation: Regulation, edition: Edition, article: str) -> Digest | None:
    """Our words on an article, or on what it became as long as it was not changed."""
    if digest := edition.digest(article):
        return digest
    pairs = regulation.successors(edition.name, article)
    if len(pairs) != 1 or pairs[0].kind != "unchanged" or pairs[0].to_article is None:
        return None
    later = regulation.edition(pairs[0].to_edition)
    return _digest(regulation, later, pairs[0].to_article) if later else None


def _is_general(edition: Edition, number: str | None) -> bool:
    """Whether an article stands in the 总则, which gives no sanctions of its own."""
    outline = edition.outline
    article = outline.article(number or "") if outline else None
    return any(
        part.title == "总则" and article and part.number == article.part
        for part in (outline.parts if outline else ())
    )
