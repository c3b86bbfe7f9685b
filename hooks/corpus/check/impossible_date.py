"""日历上没有的日期

**查什么**：“2024年2月30日”“4月31日”“13月”这样的日期。

**为什么**：日期写错，决定和通知就站不住。

**例**：`2023年2月29日`。2023年不是闰年。

**改法**：核对原件后改正。
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from corpus.resolve import Resolution
from corpus.resolve.passages import wording
from corpus.text.diagnostic import Diagnostic, diagnose
from corpus.text.source import Span

_DATE = re.compile(r"(?:(?P<year>[12]\d{3})年)?(?<!\d)(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?")


def check(resolution: Resolution) -> Iterator[Diagnostic]:
    """A finding for each date that no calendar has."""
    for page in resolution.subjects:
        for passage in wording(page):
            for match in _DATE.finditer(passage.text):
                if not _exists(match):
                    message = f"没有“{match[0]}”这一天" if match["day"] else f"没有“{match[0]}”"
                    span = passage.span(Span(*match.span()))
                    yield diagnose(page.source, span, "impossible-date", message, hint="核对日期")


def _exists(match: re.Match[str]) -> bool:
    month, day = int(match["month"]), int(match["day"] or 1)
    if not 1 <= month <= 12:
        return False
    days = calendar.monthrange(int(match["year"] or 2024), month)[1]
    return 1 <= day <= days
