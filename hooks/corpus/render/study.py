"""Study pages: 按行为查, the two lenses on cases and provisions, the matrix of disciplines × topics."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from corpus.model import DISCIPLINES, Case, Conduct, Edition, Page
from corpus.parse.conducts import PATH as CONDUCTS
from corpus.render.articles import ladder
from corpus.render.labels import case_words, provision_title
from corpus.render.markdown import Edit, anchor, insert, link, table
from corpus.resolve import Resolution
from corpus.resolve.addresses import Address, address_of_article
from corpus.resolve.outline import article_label
from corpus.resolve.references import Reference

BY_PROVISION, BY_CASE, MATRIX = "study/by-provision.md", "study/by-case.md", "study/matrix.md"
TITLES = (("按条文看案例", BY_PROVISION), ("按案例看条文", BY_CASE), ("纪律与专题矩阵", MATRIX))


def conduct_edits(resolution: Resolution, page: Page) -> Iterator[Edit]:
    """Under each conduct: the ladder of each provision it falls under, and the cases of it."""
    text = page.source.text
    for conduct in resolution.corpus.conducts:
        end = conduct.span.start + len(text[conduct.span.start : conduct.span.end].rstrip())
        cited = references_of(resolution, conduct)
        yield insert(end, "".join(_ladders(page, cited)) + _cases_line(page, cases_on(resolution, cited)))


def references_of(resolution: Resolution, conduct: Conduct) -> list[Reference]:
    """What the section of a conduct cites."""
    start, end = conduct.span.start, conduct.span.end
    return [r for r in resolution.references[CONDUCTS] if start <= r.span.start < end]


def _ladders(page: Page, cited: Iterable[Reference]) -> Iterator[str]:
    shown = set()
    for reference in cited:
        edition = reference.edition
        for pinpoint in reference.pinpoints if edition else ():
            digest = edition.digest(pinpoint.article) if edition and pinpoint.article else None
            if edition is None or digest is None or (digest.article, pinpoint.paragraph) in shown:
                continue
            shown.add((digest.article, pinpoint.paragraph))
            tiers = tuple(t for t in digest.tiers if pinpoint.paragraph in (None, t.paragraph))
            name = link(
                page.path,
                provision_title(edition, digest.article),
                address_of_article(edition, digest.article),
            )
            yield f"\n\n**{name}**\n\n{ladder(tiers)}\n" if tiers else ""


def cases_on(resolution: Resolution, cited: Iterable[Reference]) -> list[Case]:
    """The cases that rest on the same articles, in whatever edition."""
    articles = {
        (reference.regulation.slug, pinpoint.article)
        for reference in cited
        if reference.regulation
        for pinpoint in reference.pinpoints
        if pinpoint.article
    }
    return [case for case in resolution.corpus.cases if articles & set(_articles_today(resolution, case))]


def _cases_line(page: Page, found: Iterable[Case]) -> str:
    links = "；".join(link(page.path, case.title, Address(f"cases/{case.slug}.md")) for case in found)
    return f"\n\n案例：{links}\n" if links else ""


def _bases(resolution: Resolution, case: Case) -> Iterator[Reference]:
    for reference in resolution.references[f"cases/{case.slug}.md"]:
        if reference.key and reference.key[0] == "citations" and reference.key[-1] == "provision":
            yield reference


def _articles_today(resolution: Resolution, case: Case) -> Iterator[tuple[str, str]]:
    """(slug, number in the edition in force) of every article that a case rests on."""
    for reference in _bases(resolution, case):
        regulation, edition = reference.regulation, reference.edition
        current = regulation.in_force(resolution.today) if regulation else None
        for pinpoint in reference.pinpoints:
            if regulation and edition and current and pinpoint.article:
                until = (
                    current.name if edition.name < current.name and regulation.renumbering else edition.name
                )
                for number in regulation.current_articles(edition.name, pinpoint.article, until):
                    yield regulation.slug, number


def study_pages(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """(path below `docs/`, Markdown) of the pages that are all computed."""
    yield BY_PROVISION, _by_provision(resolution)
    yield BY_CASE, _by_case(resolution)
    yield MATRIX, _matrix(resolution)


def _by_provision(resolution: Resolution) -> str:
    """Each article in force that a case rests on → the cases."""
    cases: dict[tuple[str, str], list[Case]] = {}
    for case in resolution.corpus.cases:
        for article in dict.fromkeys(_articles_today(resolution, case)):
            cases.setdefault(article, []).append(case)
    parts = ["# 按条文看案例\n\n按现行条号排列；案例适用旧版的，列在今天的条号下。由构建生成。\n"]
    for regulation in resolution.corpus.regulations:
        edition = regulation.in_force(resolution.today)
        numbers = [n for slug, n in cases if slug == regulation.slug]
        if edition and edition.outline and numbers:
            order = edition.outline.order
            rows = [
                _provision_row(edition, n, cases[regulation.slug, n])
                for n in sorted(numbers, key=order.__getitem__)
            ]
            parts.append(f"## {regulation.title}\n\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def _provision_row(edition: Edition, number: str, cases: list[Case]) -> str:
    name = link(BY_PROVISION, provision_title(edition, number), address_of_article(edition, number))
    listed = "\n".join(
        f"    - {link(BY_PROVISION, c.title, Address(f'cases/{c.slug}.md'))}：{case_words(c)}" for c in cases
    )
    return f"- {name}\n{listed}"


def _by_case(resolution: Resolution) -> str:
    """Each case → the provisions it rests on, as cited and in the edition it is judged by."""
    rows = []
    for case in resolution.corpus.cases:
        cited = []
        for reference in _bases(resolution, case):
            for pinpoint in reference.pinpoints:
                if reference.edition and pinpoint.article:
                    target = address_of_article(reference.edition, pinpoint.article)
                    name = f"《{reference.edition.title}》（{reference.edition.name}年）{article_label(pinpoint.article)}"
                    cited.append(link(BY_CASE, name, target))
        title = link(BY_CASE, case.title, Address(f"cases/{case.slug}.md"))
        rows.append(f"| {title} | {'<br>'.join(dict.fromkeys(cited))} | {case_words(case)} |")
    head = "| 案例 | 依据 | 处理 |\n| --- | --- | --- |\n"
    return "# 按案例看条文\n\n条号是案例适用版本的条号。由构建生成。\n\n" + head + "\n".join(rows) + "\n"


def _matrix(resolution: Resolution) -> str:
    """Counts of cases by discipline and topic; each cell opens the filtered list."""
    corpus = resolution.corpus
    rows = []
    for topic in corpus.topics:
        cells = "".join(
            f"<td>{_cell(discipline, topic.slug, [c for c in corpus.cases if topic.slug in c.topics])}</td>"
            for discipline in DISCIPLINES
        )
        name = anchor(MATRIX, topic.title, Address(f"topics/{topic.slug}.md"))
        rows.append(f'<tr><th scope="row">{name}</th>{cells}</tr>')
    grid = table("matrix", ("专题", *DISCIPLINES), "".join(rows), caption="纪律与专题")
    lead = "格子里是案例数，点开是筛选好的案例。一件案例可以属于几种纪律、几个专题。由构建生成。"
    return f"# 纪律与专题矩阵\n\n{lead}\n\n{grid}\n"


def _cell(discipline: str, topic: str, cases: list[Case]) -> str:
    count = sum(discipline in case.discipline for case in cases)
    query = html.escape(f"?discipline={discipline}&topic={topic}")
    return f'<a href="../cases/index.html{query}">{count}</a>' if count else '<span class="none">0</span>'
