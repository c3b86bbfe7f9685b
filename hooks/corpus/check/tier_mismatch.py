"""处分档次与正文不符

**查什么**：手头有正文（部署时导入的，或用 `--official` 指定的）时，从正文读出分则每一款的处分档次，与章页的档次表逐款比对：处分种类、顺序、情节较轻较重严重，以及从重加重。没有正文的版本不查。

**为什么**：档次表是查得最多的内容，少写一种处分或者串了一款，照着用的人就会量错纪。

**例**：正文是“情节较重的，给予撤销党内职务或者留党察看处分”，表里漏了留党察看。

**改法**：对照正文改表。“依照前款规定处理”的款，表里也要列出它借用的各档。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Digest, Edition, Page, Tier
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose

_STANDARD = ("情节较轻", "情节较重", "情节严重")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each 款 whose table does not say what the text says."""
    for page in resolution.corpus.pages:
        edition = resolution.corpus.edition(page)
        if page.kind == "chapter" and edition and edition.official:
            stated = dict(edition.official.tiers)
            for digest in edition.digests:
                if digest.page == page.path and _gives_sanctions(edition, digest):
                    yield from _compare(page, digest, stated.get(digest.article, ()))


def _gives_sanctions(edition: Edition, digest: Digest) -> bool:
    """Whether the article stands in the 分则: the 总则 speaks of sanctions without giving any."""
    outline = edition.outline
    article = outline.article(digest.article) if outline else None
    part = next((p for p in outline.parts if article and p.number == article.part), None) if outline else None
    return part is None or part.title == "分则"


def _compare(page: Page, digest: Digest, stated: tuple[Tier, ...]) -> Iterator[Diagnostic]:
    for number in sorted({tier.paragraph for tier in (*digest.tiers, *stated)}):
        ours = [tier for tier in digest.tiers if tier.paragraph == number]
        text = [tier for tier in stated if tier.paragraph == number]
        if [_essence(tier) for tier in ours] != [_essence(tier) for tier in text]:
            message = f"第{number}款的档次与正文不符：表里是{_words(ours)}，正文是{_words(text)}"
            yield diagnose(page.source, digest.heading, "tier-mismatch", message, hint="对照正文改档次表")


def _essence(tier: Tier) -> tuple[str, tuple[str, ...], str]:
    """What must agree: our own words on a circumstance may differ, the three standard ones may not."""
    circumstance = next((word for word in _STANDARD if word in tier.circumstance), "")
    weight = "从重" in (tier.modifier or ""), "加重" in (tier.modifier or "")
    return circumstance, tier.sanctions, f"{weight}"


def _words(tiers: list[Tier]) -> str:
    rows = [
        f"{tier.circumstance or '其他情形'}：{tier.modifier or '、'.join(tier.sanctions)}" for tier in tiers
    ]
    return f"“{'；'.join(rows)}”" if rows else "（没有）"
