"""Dates as known: a day, a month or a year, and the days that each can mean."""

from __future__ import annotations


def first_day(date: str) -> str | None:
    """The earliest ISO day that 2024, 2024-05 or 2024-05-01 can mean; None for 未公布."""
    return date + "-01-01"[len(date) - 4 :] if date[:4].isdecimal() else None


def last_day(date: str) -> str | None:
    """The latest ISO day that a date can mean, every month counted with 31 days; None for 未公布."""
    return date + "-12-31"[len(date) - 4 :] if date[:4].isdecimal() else None
