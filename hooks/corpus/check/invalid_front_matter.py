"""文件头写得不对

**查什么**：案例、词条、专题、法规页的YAML文件头：能不能解析，有没有缺键、多键、重复键，值在不在允许的范围内；还有章页里的档次表和“要点”段。
日期写到日、月或年（2024-05-01、2024-05、2024），不知道的写“未公布”。

**为什么**：案例索引、版本选择、处分核对都从文件头取数。键名错一个字母，这个案例就会从索引里消失。

**例**：案例缺少 `decided`；`discipline: [廉洁]`（应为廉洁纪律）；用制表符缩进。

**改法**：按提示的写法改。提示给出最接近的键名或可选值。
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import process

from corpus.model import Case, Corpus, Problem
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.front_matter import Path
from corpus.text.source import Source


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each value that the schema refuses, and for keys that depend on each other."""
    corpus = resolution.corpus
    sources = {page.source.path: page.source for page in corpus.pages}
    problems = [*corpus.problems, *_term_problems(corpus), *_title_problems(corpus)]
    problems += [problem for case in corpus.cases for problem in _case_problems(corpus, case)]
    for problem in problems:
        source: Source = sources[problem.path]
        yield diagnose(source, problem.span, "invalid-front-matter", problem.message, hint=problem.hint)


def _case_problems(corpus: Corpus, case: Case) -> Iterator[Problem]:
    page = corpus.page(f"cases/{case.slug}.md")
    assert page is not None

    def problem(key: str, message: str, hint: str) -> Problem:
        return Problem(page.source.path, page.front_matter.place((key,)), message, hint)

    kind, origin = case.provenance.kind, case.provenance
    if kind == "guiding-case" and not (origin.number and origin.year):
        yield problem(
            "provenance",
            "指导性案例要写明年份和当年的编号",
            "写法：provenance: {kind: guiding-case, number: 3, year: 2021}",
        )
    if kind == "public-notice" and not origin.address:
        yield problem(
            "provenance", "公开通报要写明地址", "写法：provenance: {kind: public-notice, address: https://…}"
        )
    if case.conduct.end == "未公布" and case.edition is None:
        yield problem("conduct", "行为时间未公布时要写明所用版本", '写法：edition: "2018"')
    known = {topic.slug for topic in corpus.topics}
    for topic in case.topics:
        if topic not in known:
            yield problem(
                "topics", f"没有专题“{topic}”", f"可选：{'、'.join(sorted(known)) or '（还没有专题）'}"
            )


def _term_problems(corpus: Corpus) -> Iterator[Problem]:
    """A term may only point to terms that are there."""
    slugs = sorted(term.slug for term in corpus.terms)
    for term in corpus.terms:
        page = corpus.page(f"glossary/{term.slug}.md")
        assert page is not None
        for i, slug in enumerate(term.see_also):
            if slug not in slugs:
                near = process.extractOne(slug, slugs, score_cutoff=40)
                span = page.front_matter.scalars["see_also", i].span
                hint = f"最接近：{near[0]}" if near else ""
                yield Problem(page.source.path, span, f"see_also：没有词条“{slug}”", hint)


def _title_problems(corpus: Corpus) -> Iterator[Problem]:
    """No two works may share a title or a short title: a citation could mean either."""
    owners: dict[str, str] = {}
    for regulation in corpus.regulations:
        page = corpus.page(f"regulations/{regulation.slug}/index.md")
        assert page is not None
        named: dict[Path, str] = {("title",): regulation.title}
        named |= {("short_titles", i): short for i, short in enumerate(regulation.short_titles)}
        for key, title in named.items():
            owner = owners.setdefault(title, regulation.slug)
            if owner != regulation.slug:
                message = f"《{title}》已经是 regulations/{owner}/ 的名称"
                yield Problem(page.source.path, page.front_matter.scalars[key].span, message, "换一个简称")
