"""Years of two digits, years with a digit too many, and years that the text leaves out."""

from __future__ import annotations

import datetime as dt

from chronology.dates.when import Hints, Window, doubt, repaired
from chronology.findings import Remark, note

PIVOT = 50
"""Without a review period, 00 to 49 are 2000 to 2049 and 50 to 99 are 1950 to 1999."""
_LATER_IS_WORSE = 3
_HALF_A_YEAR = 6
YearRead = tuple[int, tuple[Remark, ...]]


def century(year: int, window: Window) -> int:
    """The four-digit year that lies in the window, or nearest to it; a later one is less likely."""
    usual = year + (2000 if year < PIVOT else 1900)
    low, high = window
    if low is None and high is None:
        return usual
    first = (low or high or dt.date.min).year
    last = (high or low or dt.date.max).year

    def far(candidate: int) -> int:
        return max(first - candidate, _LATER_IS_WORSE * (candidate - last), 0)

    return min((usual, year + 1900, year + 2000), key=far)


def slip_of_year(digits: str, hints: Hints) -> YearRead | None:
    """A year as written, of two to five digits; None where it cannot be meant as a year."""
    if len(digits) == 2 or (len(digits) == 4 and digits[:2] in ("19", "20")):
        return read_year(digits, hints)
    meant = _pressed_once(digits) if len(digits) == 5 else None
    if meant is None:
        return None
    return meant, (repaired(hints, f"the year {digits} was read as {meant}"),)


def read_year(digits: str, hints: Hints) -> YearRead:
    """A year as written, of two digits or four."""
    if len(digits) == 4:
        return int(digits), ()
    year = century(int(digits), hints.window)
    if year == century(int(digits), (None, None)):
        return year, ()
    message = f"'{hints.sent}': the year {digits} was read as {year} to fit the review period."
    return year, (note("date-year-two-digits", message, "Check the year."),)


def _pressed_once(digits: str) -> int | None:
    """The year in which a key was pressed twice: 20022, 20211; 20201 could be two years."""
    if digits.startswith(("200", "199")):
        return int(digits[:2] + digits[3:])
    doubled = {digits[:i] + digits[i + 1 :] for i in range(4) if digits[i] == digits[i + 1]}
    usual = [int(year) for year in doubled if year[:2] in ("19", "20")]
    return usual[0] if len(usual) == 1 else None


def missing_year(month: int, hints: Hints) -> YearRead | None:
    """The year for a day that has none, and a remark that says what it was taken from.

    said in the same cell, else of a band or the sheet's name where that leaves one year only,
    else the nearest row's, turned at the new year, else the only year of the review.
    """
    if hints.year is not None:
        return hints.year, ()
    told = _years_within(month, hints.within)
    if len(told) == 1:
        return told[0], (_assumed(hints, told[0], "the heading over its rows"),)
    if hints.near is not None:
        year = _turned(hints.near, month, hints.falling)
        if told and year not in told:
            year = min(told, key=lambda y: abs(y - year))
        return year, (_assumed(hints, year, "the dates around it"),)
    if told:
        year = told[-1] if hints.falling else told[0]
        return year, (_assumed(hints, year, "the heading over its rows"),)
    if hints.window[0] and hints.window[1] and hints.window[0].year == hints.window[1].year:
        year = hints.window[0].year
        return year, (_assumed(hints, year, "the review period"),)
    return None


def _years_within(month: int, within: Window) -> list[int]:
    """The years in which the month lies in a stretch of time; none for an open one."""
    first, last = within
    if first is None or last is None:
        return []
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return [m // 12 if m % 12 else m // 12 - 1 for m in months if (m - month) % 12 == 0]


def _turned(near: dt.date, month: int, falling: bool) -> int:
    """The row above's year, or its neighbour where the months jump over a new year."""
    if falling:
        return near.year - (month - near.month >= _HALF_A_YEAR)
    return near.year + (near.month - month >= _HALF_A_YEAR)


def _assumed(hints: Hints, year: int, source: str) -> Remark:
    message = f"'{hints.sent}' has no year; {year} was taken from {source}."
    return doubt("date-year-assumed", message, "Check the year with the agency.")


def no_year(hints: Hints) -> Remark:
    """The text names a day but no year, and nothing says which."""
    return doubt(
        "date-year-missing",
        f"'{hints.sent}' has no year and no row above says which. The row is kept as undated.",
        "Ask the agency for the year.",
    )
