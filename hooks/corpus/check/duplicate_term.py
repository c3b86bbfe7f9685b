"""两个词条同名

**查什么**：一个词条的标准写法或别名，不能又是另一个词条的标准写法、别名或禁用写法。写法相同而意思不同的词可以各有一个词条：
用 `sense` 写明是哪一个意思，`scope` 写明在哪部法规的语境里是这个意思，没有 `scope` 的只能有一个。

**为什么**：同一个词指向两个词条，链接和定义就不唯一了。

**例**：两个文件都写 `term: 四种形态`。

**改法**：合并两个词条，或者从其中一个里删去重复的写法；确是两个意思的，补上 `sense` 和 `scope`。
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Term
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.front_matter import Path


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding at the later of two terms that share a name."""
    owners: dict[str, Term] = {}
    corpus = resolution.corpus
    for term in corpus.terms:
        page = corpus.page(f"glossary/{term.slug}.md")
        assert page is not None
        for path, name in _names(term):
            owner = owners.setdefault(name, term)
            if owner is not term and not (path[0] != "forbidden" and _are_senses(owner, term)):
                message = f"“{name}”已经是词条“{owner.term}”（glossary/{owner.slug}.md）的写法"
                span = page.front_matter.scalars[path].span
                yield diagnose(
                    page.source, span, "duplicate-term", message, hint="合并词条，或删去重复的写法"
                )


def _are_senses(one: Term, other: Term) -> bool:
    """Whether two terms of one form can be told apart: by sense, and by where each is meant."""
    return (
        bool(one.sense and other.sense)
        and one.sense != other.sense
        and bool(one.scope or other.scope)
        and set(one.scope).isdisjoint(other.scope)
    )


def _names(term: Term) -> Iterator[tuple[Path, str]]:
    yield ("term",), term.term
    for key in ("aliases", "forbidden"):
        for i, name in enumerate(getattr(term, key)):
            yield (key, i), name
