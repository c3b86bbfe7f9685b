"""Which edition a citation means: the one it marks, else the page's pinned one, else the one in
force when the conduct ended (从旧兼从轻), else the one in force today.
"""

from __future__ import annotations

from corpus.model import Edition, Regulation
from corpus.resolve.references.context import Context
from corpus.text.numerals import parse_numeral

_EARLIER = ("修订前", "修正前", "修改前", "原", "原来", "旧")


def choose_edition(regulation: Regulation, mark: str | None, context: Context) -> Edition | str | None:
    """The edition, None where nothing proves one, or (a string) why the mark names none."""
    if not regulation.editions:
        return None
    if mark:
        return _marked(regulation, mark, context)
    if (
        context.pinned
        and context.own in (None, regulation)
        and (pinned := regulation.edition(context.pinned))
    ):
        return pinned
    return regulation.in_force(context.day) or regulation.in_force(context.today)


def _marked(regulation: Regulation, mark: str, context: Context) -> Edition | str | None:
    current = regulation.in_force(context.today)
    if mark in _EARLIER:
        older = [e for e in regulation.editions if current and e.name < current.name]
        return older[0] if older else f"没有早于现行版的版本；收有：{_names(regulation)}"
    if not mark[0].isdecimal() and mark[0] not in "一二":
        return current
    year = f"{parse_numeral(mark)}"
    for edition in regulation.editions:
        if year in (edition.name, (edition.issued or "")[:4]):
            return edition
    for edition in regulation.editions:
        if year == (edition.effective or "")[:4]:
            return edition
    return f"没有{year}年的版本；收有：{_names(regulation)}"


def _names(regulation: Regulation) -> str:
    return "、".join(f"{edition.name}年" for edition in regulation.editions)
