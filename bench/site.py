"""The commands that people wait for, each in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import ROOT


@dataclass(frozen=True)
class Run:
    """A command that has ended; `seconds` by the clock, `processor` of the processor."""

    output: str
    code: int
    seconds: float
    processor: float


def run(*arguments: str) -> Run:
    """Run Python with these arguments in the project's folder."""
    before, start = _processor(), time.perf_counter()
    command: Sequence[str] = [sys.executable, *arguments]
    environment = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | os.environ
    done = subprocess.run(  # noqa: S603 - the project's own commands
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return Run(done.stdout, done.returncode, time.perf_counter() - start, _processor() - before)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def check() -> tuple[Run, int]:
    """The checks alone, and how many files they read."""
    done = run("hooks", "check", "--format", "json")
    return done, json.loads(done.output)["checked"]["files"] if done.code < 2 else 0


def build() -> tuple[Run, int]:
    """The strict build into a folder that is thrown away, and how many pages it made."""
    with tempfile.TemporaryDirectory() as folder:
        done = run("-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder)
        return done, sum(1 for _ in Path(folder).rglob("*.html"))


def cold(megabytes: float, today: str) -> tuple[float, float]:
    """Megabytes, and the seconds of one pass over them in a fresh process: see `bench.cold`."""
    done = run("-m", "bench.cold", f"{megabytes}", today)
    size, seconds = map(float, done.output.split())
    return size, seconds
