"""案例里写了像真名的姓名

**查什么**：教学编写和公开通报的案例，标题、文件头和正文里有没有像真实姓名的写法：职务、称呼旁边的姓名，或者姓名后面跟着“说”“收受”一类的动词。
甲、乙、张某、王某某、李××、老A这样的写法不算；书名号里的名称、术语、代码和链接不查。指导性案例沿用公布时的称呼，不在此列。

**为什么**：案例是教学材料，不是通报。写出真名，会伤及本人、家人和同名的人，内网上的一页也会被转发出去。

**例**：`副局长王建国收下两张购物卡。`

**改法**：人用甲、乙、丙或某某。确实不是人名的，在上一行写忽略注释并说明理由。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Page
from corpus.parse.citations.names import mask_titles
from corpus.parse.person_names import find_names
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.markup import mask_markup
from corpus.text.source import Span

_KINDS = ("composed", "public-notice")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each name in a case whose persons should have none."""
    corpus = resolution.corpus
    for case in corpus.cases:
        page = corpus.page(f"cases/{case.slug}.md")
        if page and case.provenance.kind in _KINDS:
            taken = [use.span for use in resolution.terms[page.path]]
            for span in _names(page):
                if not any(term.start < span.end and span.start < term.end for term in taken):
                    name = page.source.text[span.start : span.end]
                    message = f"“{name}”像是真实姓名"
                    yield diagnose(page.source, span, "real-name", message, hint="改用甲、乙、丙或某某")


def _names(page: Page) -> Iterator[Span]:
    """Where names stand in the file: in every value of the head, in the headings and in the prose."""
    for scalar in page.front_matter.scalars.values():
        for span in find_names(mask_titles(scalar.value)):
            yield scalar.span_of(span.start, span.end)
    for span in find_names(mask_titles(mask_markup(page.body, headings=False))):
        yield span.shifted(page.front_matter.body)
