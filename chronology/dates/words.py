"""A date in words, only as precisely as it may honestly be shown."""

from __future__ import annotations

import datetime as dt

from chronology.dates.when import EXACT, Precision, When, month_end, says

_AS_SENT = (Precision.SEASON, Precision.TERM, Precision.CIRCA, Precision.SEVERAL)


def in_words(when: When) -> str:
    """The date as a person may be shown it: days as dd/mm/yyyy, less precise ones as sent."""
    start, end = when.start, when.end
    if when.precision is Precision.BEFORE and end:
        return _as_sent(when) if end == month_end(end.year, end.month) else f"before {_day(end)}"
    if when.precision is Precision.AFTER and start:
        return _as_sent(when) if start.day == 1 else f"after {_day(start)}"
    if start is None or end is None:
        return "undated"
    if when.precision in EXACT:
        return _day(start)
    if when.precision is Precision.MONTH:
        return f"{start:%B} {start.year}"
    if when.precision is Precision.YEAR:
        return str(start.year)
    rounded = start.day == 1 or end == month_end(end.year, end.month)
    if when.precision in _AS_SENT or rounded:
        return _as_sent(when)
    return f"{_day(start)} to {_day(end)}"


def _as_sent(when: When) -> str:
    """The words as sent, with the year where they leave it out; the dates where words say none."""
    known = when.start or when.end
    if known and says(when, "date-year-assumed"):
        turns = when.start and when.end and when.start.year < when.end.year
        return f"{when.text} ({known.year}{f' to {when.end.year}' if turns and when.end else ''})"
    return when.text if any(c.isdigit() for c in when.text) else _spelt(when)


def _spelt(when: When) -> str:
    start, end = when.start, when.end
    about = "about " if when.precision is Precision.CIRCA else ""
    if start is None or end is None:
        known = start or end
        return f"{when.precision} {_day(known)}" if known else "undated"
    if start == end:
        return about + _day(start)
    return f"{about}{_day(start)} to {_day(end)}"


def _day(day: dt.date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"
