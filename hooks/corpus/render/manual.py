"""Pages of the 维护手册 that the build writes: a page a check, and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.model import Edition
from corpus.render.labels import chinese_date, provision_title
from corpus.render.markdown import link
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address_of_article

COVERAGE = "maintain/coverage.md"
UNPROVED = "待核对"
"""What stands in place of a source that no text proves."""


@dataclass(frozen=True)
class Rule:
    """A check as readers see it: its code and its docstring, whose first line is the title."""

    code: str
    document: str

    @property
    def title(self) -> str:
        """What the bad pattern is."""
        return self.document.strip().splitlines()[0]

    @property
    def path(self) -> str:
        """The page below `docs/`."""
        return f"maintain/checks/{self.code}.md"


def manual_pages(resolution: Resolution, rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """(path below `docs/`, Markdown) of every page of the manual that is written by no one."""
    for rule in rules:
        body = rule.document.strip().partition("\n")[2]
        yield rule.path, f"# {rule.title}\n\n代码：`{rule.code}`\n{body}\n"
    yield COVERAGE, coverage(resolution)


def rule_list(page: str, rules: Iterable[Rule]) -> str:
    """The list of checks, as the manual's first page shows it."""
    rows = [f"- `{rule.code}`：{link(page, rule.title, Address(rule.path))}" for rule in rules]
    return (
        "\n\n## 检查项目\n\n"
        + "\n".join(rows)
        + f"\n\n还差什么、什么该复核，见{link(page, '覆盖情况', Address(COVERAGE))}。\n"
    )


def coverage(resolution: Resolution) -> str:
    """What is merely due, which fails no build: articles without digest, review or case; terms
    without a proved source; old reviews.
    """
    parts = ["# 覆盖情况\n\n这里列的是待做的事，不是错误，不影响构建。由构建生成。\n"]
    for regulation in resolution.corpus.regulations:
        edition = regulation.in_force(resolution.today)
        if edition and edition.digests and edition.outline:
            parts.append(_edition(resolution, edition))
    parts.append(_unproved_terms(resolution))
    parts.append(_old_reviews(resolution))
    return "\n".join(parts)


def _edition(resolution: Resolution, edition: Edition) -> str:
    outline = edition.outline
    assert outline is not None
    numbers = [article.number for article in outline.articles]
    cited = resolution.backlinks
    kinds = {n: {b.kind for b in cited.get((edition.regulation, edition.name, n), ())} for n in numbers}
    tiered = {digest.article for digest in edition.digests if digest.tiers}
    rows = [
        ("没有要点", [n for n in numbers if not edition.digest(n)]),
        ("没有对照文本复核", [n for n in numbers if edition.status(n) == "pending"]),
        ("有处分档次而没有案例", [n for n in numbers if n in tiered and "案例" not in kinds[n]]),
        ("没有专题提到", [n for n in numbers if n in tiered and "专题" not in kinds[n]]),
    ]
    lines = [
        f"## {edition.title}（{edition.name}年版）\n",
        f"共{len(numbers)}条，要点{len(edition.digests)}条。\n",
    ]
    for name, missing in rows:
        lines.append(
            f"### {edition.title}：{name}（{len(missing)}）\n\n{_links(edition, missing) or '没有。'}\n"
        )
    return "\n".join(lines)


def _links(edition: Edition, numbers: Iterable[str]) -> str:
    return "、".join(
        link(COVERAGE, provision_title(edition, n), address_of_article(edition, n)) for n in numbers
    )


def _unproved_terms(resolution: Resolution) -> str:
    terms = [term for term in resolution.corpus.terms if term.source == UNPROVED]
    rows = "、".join(link(COVERAGE, term.heading, Address(f"glossary/{term.slug}.md")) for term in terms)
    return f"## 出处待核对的术语（{len(terms)}）\n\n{rows or '没有。'}\n"


def _old_reviews(resolution: Resolution) -> str:
    year_ago = f"{int(resolution.today[:4]) - 1}{resolution.today[4:]}"
    corpus = resolution.corpus
    dated = [(f"cases/{case.slug}.md", case.title, case.reviewed) for case in corpus.cases]
    dated += [(f"topics/{topic.slug}.md", topic.title, topic.reviewed) for topic in corpus.topics]
    old = [row for row in dated if row[2] < year_ago]
    rows = "\n".join(
        f"- {link(COVERAGE, title, Address(path))}：{chinese_date(day)}核对" for path, title, day in old
    )
    return f"## 一年以上没有核对的页面（{len(old)}）\n\n{rows or '没有。'}\n"
