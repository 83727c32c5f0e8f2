"""Dates of the Julian, Hebrew and French Republican calendars as Gregorian days.

A Hebrew year begins with Tishri; Adar Sheni is there in leap years only. A Republican year ends
with its five or six complementary days. The months are called by GEDCOM's letters.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from chronology.dates import Precision

Span = tuple[dt.date, dt.date, Precision]
_JULIAN = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
HEBREW = (
    *("tsh", "csh", "ksl", "tvt", "shv", "adr", "ads"),
    *("nsn", "iyr", "svn", "tmz", "aav", "ell"),
)
REPUBLICAN = (
    *("vend", "brum", "frim", "nivo", "pluv", "vent", "germ"),
    *("flor", "prai", "mess", "ther", "fruc", "comp"),
)
_MONTHS = {"julian": _JULIAN, "hebrew": HEBREW, "french republican": REPUBLICAN}
_LEAP_MONTH = HEBREW.index("ads")


@lru_cache(maxsize=2048)  # the Republican year begins by the sun, which takes long to compute
def in_calendar(name: str, year: int, month: str, day: int) -> Span | None:
    """First and last Gregorian day of a date; None for one that its calendar does not have."""
    months = _MONTHS[name]
    letters = month[:3] if name == "julian" else month
    if (letters and letters not in months) or year == 0:
        return None
    try:
        if not letters:
            first, after = _first(name, year, 0), _first(name, year + 1, 0)
            return first, after - dt.timedelta(days=1), Precision.YEAR
        at = months.index(letters)
        if day:
            one = _first(name, year, at, day)
            return one, one, Precision.DAY
        return _first(name, year, at), _month_end(name, year, at), Precision.MONTH
    except ValueError:  # no such day, or none that the Gregorian calendar reaches
        return None


def _month_end(name: str, year: int, at: int) -> dt.date:
    following = at + 1
    if name == "hebrew" and following == _LEAP_MONTH and not _hebrew_leap(year):
        following += 1
    last = following == len(_MONTHS[name])
    after = _first(name, year + 1, 0) if last else _first(name, year, following)
    return after - dt.timedelta(days=1)


def _first(name: str, year: int, at: int, day: int = 1) -> dt.date:
    from convertdate import french_republican, hebrew, julian  # late: few families need it

    if name == "julian":
        return dt.date(*julian.to_gregorian(year, at + 1, day))
    if name == "french republican":
        return dt.date(*french_republican.to_gregorian(year, at + 1, day))
    if at == _LEAP_MONTH and not _hebrew_leap(year):
        at -= 1  # the one Adar of a common year
    number = at + 7 if at <= _LEAP_MONTH else at - _LEAP_MONTH
    if day > hebrew.month_length(year, number):
        raise ValueError("no such day")
    return dt.date(*hebrew.to_gregorian(year, number, day))


def _hebrew_leap(year: int) -> bool:
    from convertdate import hebrew

    return bool(hebrew.leap(year))
