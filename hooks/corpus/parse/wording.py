"""公文易错字词: tables that people read and the checks use.

The pages of `PATHS` hold tables with one of these heads, in any number and order::

    | 误 | 正 | 说明 |            a string that is wrong wherever it stands, and the right one
    | 表述 | 说明 |               a phrase whose wording is fixed
    | 法规名称 | 说明 |           the title of a text that the site does not describe
    | 形近字 | 说明 |             characters that are mistaken for each other by their shape
    | 只用一种 | 说明 |           words that mean one thing, the preferred one first: 登录、登陆
    | 认得的词 | 说明 |           words that no general dictionary holds, though nothing is wrong with them
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.model import Page, Wording

PATHS = ("study/wording.md", "study/phrases.md", "study/lookalikes.md")
_ROW = re.compile(r"^\|(?P<cells>.*)\|[ \t]*$", re.MULTILINE)


def parse_wording(page: Page) -> Wording:
    """What the tables of the page hold, in their order."""
    rows = list(_rows(page.body))
    return Wording(
        tuple((cells[0], cells[1]) for head, cells in rows if head == "误" and len(cells) > 1),
        tuple(cells[0] for head, cells in rows if head in ("表述", "认得的词")),
        tuple(cells[0] for head, cells in rows if head == "形近字"),
        tuple(tuple(cells[0].replace("`", "").split("、")) for head, cells in rows if head == "只用一种"),
        tuple(cells[0] for head, cells in rows if head == "法规名称"),
    )


def _rows(text: str) -> Iterator[tuple[str, list[str]]]:
    """The first cell of the head of each row's table, and the row's cells without code marks."""
    head, end = "", -2
    for row in _ROW.finditer(text):
        cells = [cell.strip().strip("`") for cell in row["cells"].split("|")]
        if row.start() != end + 1:
            head = cells[0]
        elif cells[0] and not cells[0].startswith(("-", ":")):
            yield head, cells
        end = row.end()
