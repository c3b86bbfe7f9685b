"""条号像是旧版的

**查什么**：引用现行条号而句子说的不是这一条，却与旧版同一条号的内容相符。比较用的是两版的条旨、要点和关键词。写明版本的引用不查。

**为什么**：条号本身存在，其他检查都会放过。2018年版第八十八条讲收受礼品礼金，现在是第九十七条；许多讲稿还在用旧条号。

**例**：`收受管理服务对象礼品礼金，违反《中国共产党纪律处分条例》第八十八条`。

**改法**：改成提示的现行条号；确实引旧版的，写明版本。
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.check.report import with_pinpoint
from corpus.model import Digest, Edition, Page, Regulation
from corpus.resolve import Resolution
from corpus.resolve.outline import article_label
from corpus.resolve.passages import sentence
from corpus.resolve.references import Reference
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span

_HAN = re.compile(r"[\u4e00-\u9fff]+")
# What says nothing of the conduct: titles, numbers, and the words of the sanctions themselves.
_EMPTY = re.compile(
    r"《[^《》]*》|第[（一二三四五六七八九十百零）]+[条款项]|情节(?:较轻|较重|严重)|严重警告|警告|撤销党内职务|留党察看|开除党籍"
    r"|从轻|减轻|从重|加重|党纪|党内|政务|处分|处理|给予|违反|依照|依据|按照|根据|规定|适用"
)
LEAST, RATIO = 9.0, 3.5
"""How much a sentence must have in common with the old article, and how much more than with the new
one; set on sentences of our own so that no page of the site is suspected."""


@dataclass(frozen=True)
class _Profiles:
    """What each article of an edition is about: bigrams of its digest and their weights."""

    bigrams: Mapping[str, Counter[str]]
    weights: dict[str, float]

    def fit(self, words: frozenset[str], articles: tuple[str, ...]) -> float:
        """How much a sentence has in common with the best fitting of some articles."""
        return max((self._fit(words, self.bigrams[a]) for a in articles if a in self.bigrams), default=0.0)

    def _fit(self, words: frozenset[str], profile: Counter[str]) -> float:
        return sum(self.weights[word] * math.sqrt(min(profile[word], 4)) for word in words if word in profile)


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each number that fits its sentence worse than the same number of an older edition."""
    for regulation in resolution.corpus.regulations:
        current = regulation.in_force(resolution.today)
        if current and regulation.renumbering and current.digests:
            profiles = _profiles(current)
            for page in resolution.corpus.pages:
                if page.regulation != regulation.slug:
                    yield from _page(resolution, page, regulation, current, profiles)


def _page(
    resolution: Resolution, page: Page, regulation: Regulation, current: Edition, profiles: _Profiles
) -> Iterator[Diagnostic]:
    for reference in resolution.references[page.path]:
        if reference.edition is not current or len(reference.pinpoints) != 1:
            continue
        readings = (
            frozenset(_bigrams(_EMPTY.sub("，", words)))
            for words in _words(page, reference, resolution.references[page.path])
        )
        meant = next(
            filter(None, (_meant(words, reference, regulation, current, profiles) for words in readings)), ()
        )
        if meant:
            numbers = "、".join(article_label(number) for number in meant)
            number = reference.pinpoints[0].article or ""
            message = f"句子说的不像现行{article_label(number)}（{current.subject(number)}）"
            hint = f"像是旧版的条号；现行为：{numbers}（{current.subject(meant[0])}）"
            suggestion = with_pinpoint(reference, article_label(meant[0]), 0)
            yield diagnose(
                page.source,
                reference.span,
                "likely-superseded-number",
                message,
                hint=hint,
                suggestion=suggestion,
            )


def _meant(
    words: frozenset[str], reference: Reference, regulation: Regulation, current: Edition, profiles: _Profiles
) -> tuple[str, ...]:
    """Today's numbers of the older article that the sentence fits, if it fits that one better."""
    number = reference.pinpoints[0].article
    if number is None or reference.pinpoints[0].range_end:
        return ()
    here = profiles.fit(words, (number,))
    for edition in regulation.editions:
        if edition.name < current.name:
            today = regulation.current_articles(edition.name, number, current.name)
            fit = profiles.fit(words, today)
            if today and number not in today and fit >= LEAST and fit >= RATIO * here:
                return today
    return ()


def _words(page: Page, reference: Reference, others: tuple[Reference, ...]) -> Iterator[str]:
    """What is said at a citation: its sentence, then its paragraph, as far as the citations before and
    after it; beside a `provision` of a case's head, the conduct or the reason.
    """
    key, scalars, text = reference.key, page.front_matter.scalars, page.source.text
    if key is not None:
        beside = [(*key[:-1], name) for name in ("conduct", "reason")] if key[-1] == "provision" else [key]
        yield next((scalars[path].value for path in beside if path in scalars), scalars[key].value)
        return
    before = max((o.span.end for o in others if o.span.end <= reference.span.start), default=0)
    after = min((o.span.start for o in others if o.span.start >= reference.span.end), default=len(text))
    near = reference.span.start - before
    window = text[before:after]
    yield sentence(window, Span(near, near + reference.span.end - reference.span.start))
    yield window[window.rfind("\n", 0, near) + 1 :].partition("\n")[0]


def _profiles(edition: Edition) -> _Profiles:
    bigrams = {digest.article: _bigrams(_text(digest)) for digest in edition.digests}
    seen = Counter(word for profile in bigrams.values() for word in profile)
    count = len(bigrams)
    return _Profiles(bigrams, {word: math.log(count / n) for word, n in seen.items()})


def _text(digest: Digest) -> str:
    """Subject and keywords count more than the prose of the digest."""
    return "，".join([digest.subject, digest.subject, *digest.keywords, *digest.keywords, digest.text])


def _bigrams(text: str) -> Counter[str]:
    return Counter(run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1))
