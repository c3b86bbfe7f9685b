"""Time by turns, on one core.

The time is that of the processor, not of the clock, so that other programs disturb less. In every
round each contender runs once, one right after the other: a ratio compares two runs of one round.
"""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.contenders import Contender


@dataclass(frozen=True)
class Spread:
    """Values of several rounds."""

    values: tuple[float, ...]

    def __format__(self, form: str) -> str:
        median, least, most = statistics.median(self.values), min(self.values), max(self.values)
        return f"{median:{form}}（{least:{form}}–{most:{form}}）"

    def map(self, function: Callable[[float], float]) -> Spread:
        """The values of a function of these."""
        return Spread(tuple(function(value) for value in self.values))

    def over(self, other: Spread) -> Spread:
        """The ratios, round by round."""
        return Spread(tuple(a / b for a, b in zip(self.values, other.values, strict=True)))


@dataclass(frozen=True)
class Result:
    """What a contender found, and the seconds that each round took it."""

    contender: Contender
    found: int
    seconds: Spread

    @property
    def megabytes(self) -> Spread:
        """Megabytes a second."""
        return self.seconds.map(lambda seconds: self.contender.texts.megabytes / seconds)

    @property
    def citations(self) -> Spread:
        """Citations a second."""
        return self.seconds.map(lambda seconds: self.found / seconds)


def stay_on_one_core() -> str:
    """Keep this process and those that it starts on one core; says which."""
    if not hasattr(os, "sched_setaffinity"):
        return "本系统不能固定处理器核"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"固定在第 {core} 号核"


def seconds_of(action: Callable[[], object]) -> float:
    """The processor's seconds that an action takes; what was left over before is cleared first."""
    gc.collect()
    start = time.process_time()
    action()
    return time.process_time() - start


def take_turns(contenders: Sequence[Contender], rounds: int) -> list[Result]:
    """One round to warm up, then so many that count."""
    found = [contender.read() for contender in contenders]
    seconds: list[list[float]] = [[] for _ in contenders]
    for _ in range(rounds):
        for contender, taken in zip(contenders, seconds, strict=True):
            taken.append(seconds_of(contender.read))
    return [
        Result(contender, count, Spread(tuple(taken)))
        for contender, count, taken in zip(contenders, found, seconds, strict=True)
    ]
