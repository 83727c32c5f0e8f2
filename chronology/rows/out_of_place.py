"""Dates that stand out of place in rows which otherwise go forward, or back, in time.

28/12/2018 | Visit        The year of the row in the middle was typed wrong, as it often is after a
04/01/2018 | Call         new year: with another year it lies between its neighbours. So may a day
09/01/2019 | Clinic       and a month be exchanged. Nothing is changed; it is asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise

from chronology.dates import EXACT, calendar_day
from chronology.findings import Remark, warning
from chronology.model import Entry

_FEWEST = 5
"""Dated rows in which an order can be seen."""
_MOSTLY = 0.7
_CLOSE = dt.timedelta(days=62)
"""Neighbours further apart leave room for a date of any year."""
_LOOKED_AT = 8
"""Rows further on in which the order is taken up again."""


def out_of_place(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Remark]]:
    """The entries of a table, in its order, whose date another year would put between its
    neighbours, or the day and month exchanged; each with what is to be asked of it."""
    rows = [(e, e.when.start) for e in entries if e.when.precision in EXACT and e.when.start]
    days = [day for _, day in rows]
    if len(rows) < _FEWEST:
        return
    steps = [later - earlier for earlier, later in pairwise(days) if later != earlier]
    up = sum(step > dt.timedelta(0) for step in steps)
    if max(up, len(steps) - up) < _MOSTLY * len(steps):
        return
    sign = 1 if 2 * up >= len(steps) else -1
    before = days[0]
    for at in range(1, len(rows)):
        entry, day = rows[at]
        after = _taken_up(before, days[at + 1 : at + 1 + _LOOKED_AT], sign)
        if after is None or _between(before, day, after, sign):
            before = day
        elif (meant := _meant(day, before, after)) and abs(after - before) <= _CLOSE:
            yield entry, _said(day, before, after, meant)
        else:
            before = day


def _taken_up(before: dt.date, later: Sequence[dt.date], sign: int) -> dt.date | None:
    """The next day that goes on from the one before; None where none does soon."""
    return next((day for day in later if (day - before).days * sign >= 0), None)


def _between(first: dt.date, day: dt.date, last: dt.date, sign: int) -> bool:
    return (day - first).days * sign >= 0 and (last - day).days * sign >= 0


def _meant(day: dt.date, one: dt.date, other: dt.date) -> dt.date | None:
    """The day in another year, or with its month exchanged, that lies between two days."""
    first, last = min(one, other), max(one, other)
    read = [calendar_day(year, day.month, day.day) for year in (first.year, last.year)]
    read.append(calendar_day(day.year, day.day, day.month))
    return next((other for other in read if other and first <= other <= last), None)


def _said(day: dt.date, before: dt.date, after: dt.date, meant: dt.date) -> Remark:
    return warning(
        "date-out-of-place",
        message=f"{day:%d/%m/%Y} stands between {before:%d/%m/%Y} and {after:%d/%m/%Y} in rows "
        f"that are in order: {meant:%d/%m/%Y} may be meant. Nothing was changed.",
        remedy="Ask the agency for the date.",
    )
