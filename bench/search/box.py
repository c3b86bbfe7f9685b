"""Types into the real search box of a page opened from disk, and times how long the page stands still."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

SETTLE = 1500
"""Milliseconds that a page is left alone after it was opened."""
PROBE = """
if (window === top) {
  let last = performance.now();
  window.longest = 0;
  setInterval(() => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
  }, 4);
}
"""
TAKE = "() => { const longest = window.longest; window.longest = 0; return longest; }"
FIRST = ".md-search-result__item"


@dataclass(frozen=True)
class Freeze:
    """Milliseconds: the longest freeze while the page opens, and then until the first result; until that result."""

    opening: float
    asking: float
    result: float

    @property
    def longest(self) -> float:
        """The longest of both."""
        return max(self.opening, self.asking)


def freeze(browser: Browser, page: Path, query: str, rounds: int) -> Freeze:
    """The medians over so many fresh pages."""
    runs = [_once(browser, page, query) for _ in range(rounds)]
    return Freeze(*(statistics.median(values) for values in zip(*runs, strict=True)))


def _once(browser: Browser, file: Path, query: str) -> tuple[float, float, float]:
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN") as context:
        context.add_init_script(PROBE)
        page = context.new_page()
        page.goto(file.as_uri())
        page.wait_for_timeout(SETTLE)
        opening = float(page.evaluate(TAKE))
        begin = float(page.evaluate("() => performance.now()"))
        page.click(".md-search__input")
        page.keyboard.insert_text(query)
        page.keyboard.press("End")  # the theme listens for keys alone
        page.wait_for_selector(FIRST, state="attached", timeout=120_000)
        result = float(page.evaluate("() => performance.now()")) - begin
        page.wait_for_timeout(300)
        return opening, float(page.evaluate(TAKE)), result
