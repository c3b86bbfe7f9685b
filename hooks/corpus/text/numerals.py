"""Chinese numerals: 九十七 and 97, both ways, up to 9,999."""

from __future__ import annotations

import re

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[0-9０-９零〇一二两三四五六七八九十百千]+"
"""A pattern for anything that `parse_numeral` may read."""
_ARABIC = re.compile("[0-9０-９]+")
_BY_PLACE = re.compile("[一二三四五六七八九][零〇一二三四五六七八九]+")
_BEFORE_UNIT = re.compile("两(?=[百千])")


def parse_numeral(text: str) -> int:
    """The number that a numeral writes.

    Reads Chinese numerals (九十七, 一百零五, 二〇一八), Arabic digits of either width.
    Raises ValueError for anything else, also for a numeral that nobody would write (九九十, 百).
    """
    if _ARABIC.fullmatch(text):
        return int(text)
    if len(text) == 1 and text in DIGITS:
        return DIGITS[text]
    # Digits by place (二〇一八, 一〇五) need a zero or the length of a year: 九九 is a slip.
    if _BY_PLACE.fullmatch(text) and (len(text) == 4 or "〇" in text or "零" in text):
        return int("".join(str(DIGITS[c]) for c in text))
    value = _read_units(text)
    if not 0 < value <= 9999 or format_numeral(value) != _standard(text):
        raise ValueError(f"not a numeral: {text!r}")
    return value


def _read_units(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            raise ValueError(f"not a numeral: {text!r}")
    return total + digit


def _standard(text: str) -> str:
    """The spelling that `format_numeral` uses: 零 for 〇, 二 for the 两 of 两百, 十 for a leading 一十."""
    text = _BEFORE_UNIT.sub("二", text.replace("〇", "零"))
    return text[1:] if text.startswith("一十") else text


def format_numeral(value: int) -> str:
    """The Chinese numeral of 0 to 9,999: 97 is 九十七, 10 is 十, 105 is 一百零五.

    Raises ValueError outside that range.
    """
    if not 0 <= value <= 9999:
        raise ValueError(f"no numeral for {value}")
    if value == 0:
        return "零"
    out, gap = "", False
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = value // size % 10
        if digit == 0:
            gap = bool(out)
            continue
        out += ("零" if gap else "") + "零一二三四五六七八九"[digit] + unit
        gap = False
    return out[1:] if out.startswith("一十") else out
