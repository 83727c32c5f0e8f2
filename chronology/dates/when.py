"""What a date is once it has been read, and what readings are made with."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from chronology.findings import Remark, error, warning


class Precision(StrEnum):
    """How exact a date is, in the words of the open data form."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    RANGE = "range"
    SEVERAL = "several"
    CIRCA = "circa"
    BEFORE = "before"
    AFTER = "after"
    UNKNOWN = "unknown"


EXACT = (Precision.TIME, Precision.DAY)
SortKey = tuple[int, dt.date, int, int, dt.time]
Window = tuple[dt.date | None, dt.date | None]
OPEN: Window = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date or period with the words as sent; `end` is inclusive; undated has neither end.

    There is deliberately no `<`: uncertain dates are ordered by `sort_key()` only.
    """

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    text: str
    time: dt.time | None = None
    end_time: dt.time | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it is known at all when it was, be it before or after some day."""
        return bool(self.start or self.end)

    def sort_key(self) -> SortKey:
        """Start; a day before anything less precise; untimed last; undated last."""
        first = self.start or self.end
        if first is None:
            return (1, dt.date.max, 0, 0, dt.time.max)
        timed = self.time is not None
        return (0, first, self.precision not in EXACT, not timed, self.time or dt.time.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What settles a text that does not say everything itself."""

    sent: str
    """The words as sent, for messages."""
    near: dt.date | None = None
    """The date of the row above."""
    window: Window = OPEN
    """The years in which the case plays: the births and the review period."""
    year: int | None = None
    """A year said elsewhere in the same cell."""
    month: int | None = None
    """A month said elsewhere in the same cell."""
    within: Window = OPEN
    """What a band across the table, the sheet's name or a title says of the time of its rows."""
    falling: bool = False
    """The rows go back in time."""
    day_first: bool = True
    epoch_1904: bool = False
    """The workbook counts its days from 1904."""

    def said(self, date: dt.date) -> Hints:
        """The same hints for another part of a cell in which `date` was said."""
        return replace(self, year=date.year, month=date.month)


Reader = Callable[[str, Hints], When | None]
"""Reads words of one kind; None where they are another."""


def first_read(readers: Iterable[Reader], words: str, hints: Hints) -> When | None:
    """What the first of the readers makes of the words; None where none can read them."""
    for reader in readers:
        if (when := reader(words, hints)) is not None:
            return when
    return None


def unknown(text: str, *remarks: Remark) -> When:
    """An undated When that keeps the words as sent."""
    return When(start=None, end=None, precision=Precision.UNKNOWN, text=text, remarks=remarks)


def one_day(day: dt.date, text: str = "", time: dt.time | None = None) -> When:
    """A day, with its time if there is one."""
    precision = Precision.TIME if time else Precision.DAY
    return When(start=day, end=day, precision=precision, text=text, time=time)


def span(
    start: dt.date | None, end: dt.date | None, precision: Precision, *remarks: Remark
) -> When:
    """A period; either end may be open."""
    return When(start=start, end=end, precision=precision, text="", remarks=remarks)


def months(year: int, first: int, last: int, precision: Precision, *remarks: Remark) -> When:
    """Whole months of one year, or of one year and the next where `last` comes before `first`."""
    last_year = year + (last < first)
    return span(dt.date(year, first, 1), month_end(last_year, last), precision, *remarks)


def years(first: int, last: int, precision: Precision, *remarks: Remark) -> When:
    """Whole years."""
    return span(dt.date(first, 1, 1), dt.date(last, 12, 31), precision, *remarks)


def calendar_day(year: int, month: int, day: int) -> dt.date | None:
    """A day, if the calendar has it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def because(when: When, *remarks: Remark) -> When:
    """The same date with more remarks."""
    return replace(when, remarks=when.remarks + remarks) if remarks else when


def says(when: When, *codes: str) -> bool:
    """Whether a remark of one of these codes is made on a date."""
    return any(remark.code in codes for remark in when.remarks)


IF_IT_MATTERS = "Nothing, unless the time matters: then ask the agency for it."


def doubt(code: str, message: str, remedy: str = "Check the date with the agency.") -> Remark:
    """Something about a reading that a person should check."""
    return warning(code, message, remedy)


def repaired(hints: Hints, how: str) -> Remark:
    """A slip that was put right, and how."""
    return doubt("date-repaired", f"'{hints.sent}': {how}.")


def impossible(hints: Hints) -> When:
    """Undated, because there is no such day."""
    message = f"'{hints.sent}': there is no such day. The row is kept as undated."
    return unknown(hints.sent, error("date-impossible", message, "Ask the agency for the date."))


def not_read(text: str) -> Remark:
    """The words are kept, the date is not known."""
    return doubt(
        "date-not-read",
        f"'{text}' cannot be read as a date. The row is kept as undated.",
        "Ask the agency for the date, or correct it in a copy.",
    )
