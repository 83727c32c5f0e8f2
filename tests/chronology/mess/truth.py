"""What a row of the mess truly says: its days and times, worked out before it is written down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

Day = dt.date
Clock = str
"""A time as 09:30, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class True_:
    """The first and last day of a row and its times; None and empty where nobody said."""

    start: Day | None
    end: Day | None
    time: Clock = ""
    end_time: Clock = ""


UNDATED = True_(start=None, end=None)
Place = tuple[str, str, int]
"""File, sheet and row."""


def on(day: Day, time: Clock = "", end_time: Clock = "") -> True_:
    """One day."""
    return True_(start=day, end=day, time=time, end_time=end_time)


def span(start: Day, end: Day, time: Clock = "", end_time: Clock = "") -> True_:
    """From one day to another."""
    return True_(start=start, end=end, time=time, end_time=end_time)


def month(year: int, number: int) -> True_:
    """A whole month."""
    nxt = dt.date(year + number // 12, number % 12 + 1, 1)
    return span(dt.date(year, number, 1), nxt - dt.timedelta(1))
