"""The tables of 公文易错字词: which rows are read, and as what."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.load import load
from corpus.model import Page, Wording
from corpus.parse.wording import PATHS, parse_wording
from corpus.text.front_matter import read_front_matter
from corpus.text.source import Source

ROOT = Path(__file__).parents[2]


def parse(text: str) -> Wording:
    source = Source(PATHS[0], text)
    return parse_wording(Page(PATHS[0], source, read_front_matter(source), "page", "wording"))


TEXT = """\
---
title: 易错字词
---
# 易错字词

| 误 | 正 | 说明 |
| --- | :---: | --- |
| `帐目` | 账目 | “账”从贝 |
| 申拔 | `申报` | |

中间的话。

| 表述 | 说明 |
| --- | --- |
| 急事急办、特事特办 | 用顿号 |

| 别的 | 表 |
| --- | --- |
| 不读 | 不读 |

| 形近字 | 说明 |
|---|---|
| `拨拔` | 两个 |

| 只用一种 | 说明 |
| --- | --- |
| `取号、领号` | 前面的好 |

| 误 | 正 |
| --- | --- |
| `登计` | 登记 |
"""


def test_the_rows_of_each_table() -> None:
    wording = parse(TEXT)
    assert wording.misspellings == (("帐目", "账目"), ("申拔", "申报"), ("登计", "登记"))
    assert wording.phrases == ("急事急办、特事特办",)
    assert wording.lookalikes == ("拨拔",)
    assert wording.alternatives == (("取号", "领号"),)


def test_line_ends_and_the_last_line() -> None:
    assert parse("# 表\n\n| 表述 | 说明 |\n| --- | --- |\n| 一次性告知 | |").phrases == ("一次性告知",)


def test_a_page_without_tables() -> None:
    assert parse("# 易错字词\n\n还没有。\n") == Wording()


def test_a_row_of_too_few_cells_is_no_misspelling() -> None:
    assert parse("| 误 | 正 |\n| --- | --- |\n| 帐目 |\n").misspellings == ()


def test_a_site_without_the_page(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert load(tmp_path / "docs").wording == Wording()


def test_the_page_of_the_tiny_site() -> None:
    wording = load(ROOT / "tests/site/docs").wording
    assert ("叫号鸡", "叫号机") in wording.misspellings
    assert "急事急办、特事特办" in wording.phrases


def test_the_page_of_the_site_is_sound() -> None:
    wording = load(ROOT / "docs").wording
    wrong = [wrong for wrong, _ in wording.misspellings]
    assert len(wrong) == len(set(wrong)) >= 500
    assert len(wording.phrases) >= 200
    assert all(len(wrong) > 1 and right and wrong != right for wrong, right in wording.misspellings)
    in_right = [(wrong, right) for wrong, right in wording.misspellings if wrong in right]
    assert in_right == []
    phrases = "\n".join(wording.phrases)
    assert [wrong for wrong in wrong if wrong in phrases] == []
    assert all(len(words) > 1 for words in wording.alternatives)
    assert all(len(group) > 1 for group in wording.lookalikes)


@given(st.one_of(st.text(), st.text("| \n-:误正表述形近字`、甲")))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(parse(text), Wording)
