"""The checks, in the order of the 维护手册: one file a bad pattern, named after it.

A check takes a Resolution and yields Diagnostics. A comment on the line above a finding,
`<!-- 忽略 real-name：示例所需 -->` (in a head: `# 忽略 real-name：示例所需`), suppresses it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from types import ModuleType

from corpus.check import (
    altered_phrase,
    ambiguous_citation,
    arabic_article_number,
    bracketed_unit,
    broken_numbering,
    changed_provision,
    chapter_only_basis,
    conduct_after_decision,
    duplicate_anchor,
    duplicate_term,
    edition_not_in_force,
    forbidden_variant,
    impossible_date,
    incomplete_set,
    inconsistent_quotes,
    inconsistent_wording,
    invalid_front_matter,
    item_without_paragraph,
    likely_misspelling,
    likely_superseded_number,
    mask_as_bold,
    miscounted_list,
    missing_anchor,
    missing_page,
    missing_provision,
    missing_title_marks,
    misspelt_regulation_title,
    misspelt_word,
    needless_paragraph,
    personal_identifier,
    placeholder_number,
    question_without_provision,
    real_name,
    repeated_word,
    reversed_range,
    sanction_outside_tier,
    stray_space,
    superseded_edition,
    term_without_source,
    tier_mismatch,
    unbalanced_marks,
    undefined_term,
    unfinished_sentence,
    unknown_edition,
    unknown_regulation,
    unreadable_file,
    unused_suppression,
    unused_term,
    vanished_permalink,
    wrong_heading,
    wrong_width,
)
from corpus.resolve import Resolution
from corpus.text.diagnostic import Diagnostic

CHECKS: tuple[ModuleType, ...] = (
    missing_provision,
    misspelt_regulation_title,
    unknown_regulation,
    unknown_edition,
    ambiguous_citation,
    reversed_range,
    placeholder_number,
    superseded_edition,
    likely_superseded_number,
    arabic_article_number,
    bracketed_unit,
    needless_paragraph,
    item_without_paragraph,
    chapter_only_basis,
    vanished_permalink,
    sanction_outside_tier,
    edition_not_in_force,
    conduct_after_decision,
    question_without_provision,
    personal_identifier,
    real_name,
    undefined_term,
    duplicate_term,
    unused_term,
    forbidden_variant,
    term_without_source,
    inconsistent_quotes,
    inconsistent_wording,
    incomplete_set,
    missing_title_marks,
    altered_phrase,
    misspelt_word,
    likely_misspelling,
    repeated_word,
    unfinished_sentence,
    unbalanced_marks,
    wrong_width,
    stray_space,
    broken_numbering,
    miscounted_list,
    impossible_date,
    mask_as_bold,
    invalid_front_matter,
    wrong_heading,
    tier_mismatch,
    changed_provision,
    unreadable_file,
    missing_page,
    missing_anchor,
    duplicate_anchor,
)
_OF_SITE = frozenset({
    unknown_regulation, superseded_edition, chapter_only_basis, vanished_permalink, sanction_outside_tier,
    edition_not_in_force, conduct_after_decision, question_without_provision, personal_identifier, real_name,
    undefined_term, duplicate_term, unused_term, term_without_source, invalid_front_matter, wrong_heading,
    tier_mismatch, changed_provision, missing_page, missing_anchor, duplicate_anchor,
})  # fmt: skip
"""Those that only the pages of a knowledge base owe."""
PROOFREADING = tuple(check for check in CHECKS if check not in _OF_SITE)
"""Those that a text read aloud to a meeting owes: citations, terms, wording, typography."""


def code_of(check: ModuleType) -> str:
    """The code of a check's findings: the name of its file, with hyphens."""
    return check.__name__.rpartition(".")[2].replace("_", "-")


OF_ONE_WORD = tuple(
    map(
        code_of,
        (misspelt_regulation_title, forbidden_variant, misspelt_word, altered_phrase, likely_misspelling),
    )
)
"""Checks that may find the same slip, the most certain first: only that one reports it."""


def run_checks(resolution: Resolution, checks: Collection[ModuleType] = CHECKS) -> tuple[Diagnostic, ...]:
    """Every finding of `checks`, sorted by place, without the suppressed ones."""
    found = _once(diagnostic for check in checks for diagnostic in check.check(resolution))
    skipped = {code_of(check) for check in CHECKS} - {code_of(check) for check in checks}
    return tuple(sorted(unused_suppression.apply(resolution.corpus, found, skipped)))


def _once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """`found` without those of `OF_ONE_WORD` that overlap a more certain one."""
    kept: list[Diagnostic] = []
    taken: dict[tuple[str, int], list[Diagnostic]] = {}
    ranks = {code: rank for rank, code in enumerate(OF_ONE_WORD)}
    for diagnostic in sorted(found, key=lambda diagnostic: ranks.get(diagnostic.code, -1)):
        if diagnostic.code in ranks:
            others = taken.setdefault((diagnostic.path, diagnostic.line), [])
            if any(
                other.column < diagnostic.end_column and diagnostic.column < other.end_column
                for other in others
            ):
                continue
            others.append(diagnostic)
        kept.append(diagnostic)
    return kept


RULES = tuple((code_of(check), check.__doc__ or "") for check in (*CHECKS, unused_suppression))
"""(code, docstring) of every check: the docstring is its page in the 维护手册."""
