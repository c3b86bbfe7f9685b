"""Asks each contender in headless Chromium, over http on this machine."""

from __future__ import annotations

import gzip
import http.server
import shutil
import statistics
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self, cast

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search.contenders import Contender

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DRIVER = Path(__file__).with_name("driver.js")
PAGE = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><script src="driver.js"></script>'
OWN = ("driver.html", "driver.js", "favicon.ico")


@dataclass(frozen=True)
class Hit:
    """A result: where it leads, and its title as HTML."""

    location: str
    title: str


@dataclass(frozen=True)
class Group:
    """The results on one page; `approximate` where the engine says that they do not quite fit."""

    hits: tuple[Hit, ...]
    approximate: bool


@dataclass(frozen=True)
class Answer:
    """What came for a query, by page; `count` is of all pages, `groups` holds the first ten."""

    query: str
    milliseconds: float
    count: int
    groups: tuple[Group, ...]

    @property
    def pages(self) -> tuple[tuple[str, ...], ...]:
        """Where the results lead, page by page, in the order in which they are shown."""
        return tuple(tuple(hit.location for hit in group.hits) for group in self.groups)

    @property
    def sure(self) -> bool:
        """Whether it has results that pass for right ones."""
        return any(not group.approximate for group in self.groups)


@dataclass(frozen=True)
class Start:
    """From nothing to the first answer: milliseconds (the median), and bytes that were fetched, gzipped."""

    milliseconds: float
    bytes: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; it is to be closed again."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


def settings(browser: Browser, file: Path) -> dict[str, Any]:
    """What a page of the theme tells the theme's script, once our own script has changed it."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(file.as_uri())
        read = "() => JSON.parse(document.getElementById('__config').textContent)"
        return cast("dict[str, Any]", page.evaluate(read))


class Server:
    """Serves a folder, and remembers which files were fetched."""

    def __init__(self, folder: Path) -> None:
        (folder / "driver.html").write_text(PAGE, encoding="utf-8")
        shutil.copy(DRIVER, folder)
        self.fetched: list[Path] = []
        server = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments, directory=str(folder))

            def do_GET(self) -> None:
                server.fetched.append(Path(self.translate_path(self.path)))
                super().do_GET()

            def log_message(self, *_: object) -> None: ...

        self._http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


def first_answer(browser: Browser, server: Server, contender: Contender, query: str, rounds: int) -> Start:
    """Start a contender in so many fresh pages that have nothing cached."""
    server.fetched.clear()
    times = [_cold(browser, server, contender, query) for _ in range(rounds)]
    fetched = {path for path in server.fetched if path.name not in OWN}
    return Start(statistics.median(times), sum(map(_gzipped, fetched)))


def _cold(browser: Browser, server: Server, contender: Contender, query: str) -> float:
    with browser.new_context() as context:
        page = _open(context.new_page(), server)
        return cast("float", page.evaluate("([who, query]) => cold(who, query)", [contender.start, query]))


def answers(
    browser: Browser, server: Server, contender: Contender, queries: Sequence[str]
) -> tuple[Answer, ...]:
    """What a contender answers to each query, one after the other in one page."""
    with browser.new_context() as context:
        page = _open(context.new_page(), server)
        rows = page.evaluate("([who, queries]) => answer(who, queries)", [contender.start, list(queries)])
    return tuple(_answer(row) for row in rows)


def _answer(row: dict[str, Any]) -> Answer:
    groups = (
        Group(tuple(Hit(**hit) for hit in group["hits"]), group["approximate"]) for group in row["groups"]
    )
    return Answer(row["query"], row["milliseconds"], row["count"], tuple(groups))


def _open(page: Page, server: Server) -> Page:
    page.set_default_timeout(0)
    page.goto(f"{server.address}/driver.html")
    return page


@cache
def _gzipped(path: Path) -> int:
    """Bytes of a file as a server sends it: gzipped, unless that makes it larger."""
    data = path.read_bytes()
    return min(len(data), len(gzip.compress(data, 6)))
