"""The checks, in the order of the 维护手册: one file a bad pattern, named after it.

A check takes a Resolution and yields Diagnostics. A comment on the line above a finding,
`<!-- 忽略 real-name：示例所需 -->` (in a head: `# 忽略 real-name：示例所需`), suppresses it.
"""

from __future__ import annotations

from types import ModuleType

from corpus.check import (
    ambiguous_citation,
    arabic_article_number,
    changed_provision,
    chapter_only_basis,
    conduct_after_decision,
    duplicate_anchor,
    duplicate_term,
    edition_not_in_force,
    forbidden_variant,
    invalid_front_matter,
    item_without_paragraph,
    likely_superseded_number,
    missing_anchor,
    missing_page,
    missing_provision,
    misspelt_regulation_title,
    needless_paragraph,
    personal_identifier,
    placeholder_number,
    question_without_provision,
    real_name,
    reversed_range,
    sanction_outside_tier,
    superseded_edition,
    tier_mismatch,
    undefined_term,
    unknown_edition,
    unknown_regulation,
    unreadable_file,
    unused_suppression,
    unused_term,
    vanished_permalink,
    wrong_heading,
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
    invalid_front_matter,
    wrong_heading,
    tier_mismatch,
    changed_provision,
    unreadable_file,
    missing_page,
    missing_anchor,
    duplicate_anchor,
)


def code_of(check: ModuleType) -> str:
    """The code of a check's findings: the name of its file, with hyphens."""
    return check.__name__.rpartition(".")[2].replace("_", "-")


def run_checks(resolution: Resolution) -> tuple[Diagnostic, ...]:
    """Every finding, sorted by place, without the suppressed ones."""
    found = [diagnostic for check in CHECKS for diagnostic in check.check(resolution)]
    return tuple(sorted(unused_suppression.apply(resolution.corpus, found)))


RULES = tuple((code_of(check), check.__doc__ or "") for check in (*CHECKS, unused_suppression))
"""(code, docstring) of every check: the docstring is its page in the 维护手册."""
