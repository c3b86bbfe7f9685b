"""The real site, built once by the real command, served on localhost, opened in Chromium."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
EPOCH = "1795478400"
"""2026-11-24, midnight UTC."""


def build(target: Path) -> None:
    """Build the real site strictly into `target`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("published") / "site"
    build(target)
    return target


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "浏览器测试需要系统安装的 chromium（make test 会安装）"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visitor:
    """A reader: opens pages, and remembers what the browser complained of or asked for elsewhere."""

    context: BrowserContext
    origin: str
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        page = self.context.new_page()
        page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._notice)
        page.goto(f"{self.origin}/{path}")
        return page

    def _notice(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.outside.append(request.url)


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[Visitor]:
    with chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN") as context:
        yield Visitor(context, address)


@pytest.fixture
def visit_by_phone(chromium: Browser, address: str) -> Iterator[Visitor]:
    size: ViewportSize = {"width": 390, "height": 844}
    with chromium.new_context(viewport=size, locale="zh-CN", has_touch=True, is_mobile=True) as context:
        yield Visitor(context, address)


@pytest.fixture
def visit_from_disk(chromium: Browser, site: Path) -> Iterator[Visitor]:
    with chromium.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN") as context:
        yield Visitor(context, site.as_uri())


@pytest.fixture
def visit_without_scripts(chromium: Browser, address: str) -> Iterator[Visitor]:
    with chromium.new_context(java_script_enabled=False, locale="zh-CN") as context:
        yield Visitor(context, address)
