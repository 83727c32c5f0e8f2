"""When a row happened: its date, time and end cells, read as their whole columns say.

date  [+ time]  [to end date  [+ end time]]      2021-03-04 22:00 to 2021-03-05 02:00
'ongoing' under the end date leaves the end open; an end before the start is queried, not used.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from chronology.dates import (
    EXACT,
    OPEN,
    Precision,
    When,
    Window,
    carry_down,
    is_of_zone,
    parse_when,
    read_date,
    read_time,
    zone_doubts,
)
from chronology.findings import Remark, note, warning
from chronology.importers.logs import DAY_ALONE
from chronology.importers.rows import Value, text_of
from chronology.model import Case
from chronology.rows.date_column import READ_AS_IT_STANDS, DateColumn, exchanged

Cells = Callable[[str], Value]
"""The value under the first column of a field; None where there is none."""
_WEEK = dt.timedelta(days=6)
_NO_END = re.compile(
    r"(?:n\s*/?\s*a|none|same(?: day| date)?|as start|[-\u2013\u2014./\s]+)\.?", re.I
)
_OPEN_END = re.compile(
    r"(?:on-?going|(?:to )?(?:the )?present(?: day)?|current(?:ly)?(?: open)?|to date|continuing|"
    r"open|still (?:open|in(?: hospital)?|an inpatient|on (?:the )?ward)|now)\.?",
    re.I,
)
_PLAIN_TIME = re.compile(r"\d{1,2}(?:[:.]?\d\d){0,2}\s*(?:hrs?|hours|h|am|pm)?\.?", re.I)
_PLAIN_TIMES = re.compile(
    r"\d{1,2}[:.]?\d\d\s*(?:hrs?|hours|h|am|pm)?\s*(?:-|\u2013|to)\s*"
    r"\d{1,2}[:.]?\d\d\s*(?:hrs?|hours|h|am|pm)?\.?",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSettings:
    """What dates are read against: the time of the case, and what their whole column shows."""

    window: Window = OPEN
    column: DateColumn = READ_AS_IT_STANDS
    epoch_1904: bool = False
    within: Window = OPEN
    """What a band, the sheet's name or a title says of the time of the rows below it."""
    whole: Window = OPEN
    """The same of the whole sheet, by its name, its titles or the last band of a year."""
    month: Window = OPEN
    """The month in a title, for cells that are days alone: 'Daily log - March 2021', 'Fri 12th'."""
    day: When | None = None
    """The day that stands over the whole of a table that has times and no column for dates."""
    below_undated: bool = False
    """The last words under the date are no date that can be read: a blank cell is of that row."""
    weeks: bool = False
    """The column is headed 'week commencing': a day in it is the first of seven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """When a row happened, and the words of its time and end cells that say more than is shown."""

    when: When
    remarks: tuple[tuple[str, Remark], ...] = ()
    """Field and remark."""
    unused: tuple[str, ...] = ()
    """Fields whose words are to be kept as sent."""


def date_window(case: Case) -> Window:
    """The years in which the case plays: from the first birth to the end of the review."""
    births = [c.born for c in case.children if c.born]
    period = case.review.period
    return (min([*births, *([period.start] if period.start else [])], default=None), period.end)


def date_of(cell: Cells, settings: DateSettings, near: When | None) -> Dated:
    """Read the date of a row; `near` is the date of the row above it."""
    when = _dated(cell("date"), settings, near)
    if settings.weeks and when.start and when.precision is Precision.DAY:
        when = replace(when, end=when.start + _WEEK, precision=Precision.RANGE)
    remarks = [("date", remark) for remark in when.remarks]
    unused: list[str] = []
    if text_of(cell("time")):
        when = _timed(when, cell("time"), remarks, unused)
        remarks += _goes_back(when, near, cell("date"))
    elif text_of(cell("time_child_seen")) and when.precision is Precision.DAY:
        time, end_time, _ = read_time(cell("time_child_seen"))
        when = _at(when, time, end_time)
    if text_of(cell("end_date")):
        when = _ended(when, cell("end_date"), settings, remarks, unused)
    if text_of(cell("end_time")):
        when = _ended_at(when, cell("end_time"), remarks, unused)
    if settings.column.zoned:  # asked once, of the column
        remarks = [(field, remark) for field, remark in remarks if not is_of_zone(remark)]
    return Dated(when=when, remarks=tuple(remarks), unused=tuple(unused))


def _dated(value: Value, settings: DateSettings, near: When | None) -> When:
    """The date cell, read as its whole column says (date_column.py)."""
    column = settings.column
    if column.carries_down and near and not text_of(value) and not settings.below_undated:
        return carry_down(near)
    meant = exchanged(value) if column.swap or column.maybe_swapped else None
    by_title = _is_of_month(value, settings, near)
    when = read_date(
        meant if meant and column.swap else value,
        near=near,
        window=settings.window,
        epoch_1904=settings.epoch_1904,
        day_first=column.day_first,
        within=settings.month if by_title else settings.within,
        falling=column.falling,
    )
    if meant is None or when.start is None:
        return when
    as_sent = text_of(value)
    said = _SWAPPED if column.swap else _MAYBE_SWAPPED
    remark = replace(said, message=said.message.format(as_sent, f"{meant:%d/%m/%Y}"))
    return replace(when, text=as_sent, remarks=(*when.remarks, remark))


def _is_of_month(value: Value, settings: DateSettings, near: When | None) -> bool:
    """Whether a cell is a day alone of the month in the title, below no band or other month."""
    first, last = settings.month
    if first is None or last is None or settings.within != settings.whole:
        return False
    alone = isinstance(value, str) and DAY_ALONE.fullmatch(value.strip()) is not None
    return alone and (near is None or near.start is None or first <= near.start <= last)


def _timed(when: When, value: Value, remarks: list[tuple[str, Remark]], unused: list[str]) -> When:
    """The date with the time of its own column; words that are no plain time are kept."""
    time, end_time, said = read_time(value)
    if when.start is None or when.start != when.end:
        over = _is_over_midnight(when, time, end_time)
        if not over or _says_more(value, _PLAIN_TIMES):
            unused.append("time")
        return replace(when, time=time, end_time=end_time) if over else when
    if time is None and (whole := parse_when(text_of(value))).time:
        time, end_time, said = whole.time, whole.end_time, ()  # the time column repeats the date
    if time and when.time and when.time not in (time, dt.time(0)):  # 00:00 stands for no time
        remarks.append(("time", _two_times(when, time)))
    doubts = zone_doubts(when.start, time, text_of(value).casefold())
    remarks += [("time", remark) for remark in (*said, *doubts)]
    if time is None or _says_more(value, _PLAIN_TIMES if end_time else _PLAIN_TIME):
        unused.append("time")
    return _at(when, time, end_time)


def _is_over_midnight(when: When, time: dt.time | None, end_time: dt.time | None) -> bool:
    """Whether two days that follow on each other have '23:30 - 00:45' beside them."""
    if when.precision is not Precision.RANGE or not (when.start and when.end):
        return False
    next_day = when.end - when.start == dt.timedelta(days=1)
    return next_day and bool(time and end_time) and (end_time or dt.time()) < (time or dt.time())


def _says_more(value: Value, plain: re.Pattern[str]) -> bool:
    return isinstance(value, str) and not plain.fullmatch(value.strip())


def _two_times(when: When, time: dt.time) -> Remark:
    """The date cell says another time than the time cell."""
    message = f"The date '{when.text}' and the time {time:%H:%M} differ; the latter was taken."
    remedy = "Ask the agency which it was."
    return warning("time-ambiguous", message=message, remedy=remedy)


def _goes_back(when: When, near: When | None, date: Value) -> list[tuple[str, Remark]]:
    """A warning where a date was carried down although the time goes back: midnight has passed."""
    if near is None or text_of(date) or when.start is None or when.start != near.start:
        return []
    if when.time is None or near.time is None:
        return []
    if near.time < _EVENING or when.time >= _MORNING:  # the newest first, or in no order
        return []
    message = (
        f"The cell is blank and {when.time:%H:%M} comes after {near.time:%H:%M} in the row above: "
        "this row and those below it may be of the next day. Nothing was changed."
    )
    return [("date", replace(_NEXT_DAY, message=message))]


def _at(when: When, time: dt.time | None, end_time: dt.time | None) -> When:
    if time is None:
        return when
    precision = Precision.TIME if when.precision in EXACT else when.precision
    return replace(when, time=time, end_time=end_time, precision=precision)


def _ended(
    when: When,
    value: Value,
    settings: DateSettings,
    remarks: list[tuple[str, Remark]],
    unused: list[str],
) -> When:
    words = text_of(value)
    if when.start is None:
        unused.append("end_date")
        return when
    if _NO_END.fullmatch(words):
        return when
    text = f"{when.text} to {words}"
    if _OPEN_END.fullmatch(words):
        return replace(when, end=None, precision=Precision.AFTER, text=text)
    # Of the day itself, so that an end without a year or a month takes them from the start.
    meant = exchanged(value) if settings.column.swap else None
    last = read_date(
        meant or value,
        near=when,
        window=settings.window,
        epoch_1904=settings.epoch_1904,
        day_first=settings.column.day_first,
    )
    remarks += [("end_date", remark) for remark in _about_end(when, last)]
    if last.end is None or last.end < when.start:
        unused.append("end_date")
        return when
    if last.end > (when.end or when.start):
        when = replace(when, end=last.end, precision=Precision.RANGE, text=text)
    return replace(when, end_time=last.time) if last.time else when


def _ended_at(
    when: When, value: Value, remarks: list[tuple[str, Remark]], unused: list[str]
) -> When:
    """The end time, where there is a start time or the end is another day."""
    time, _, said = read_time(value)
    if time is None or when.start is None or (when.time is None and when.start == when.end):
        unused.append("end_time")
    elif time != when.time or when.start != when.end:
        when = replace(when, end_time=time)
        if _says_more(value, _PLAIN_TIME):
            unused.append("end_time")
    remarks += [("end_time", remark) for remark in said]
    return when


def _about_end(when: When, last: When) -> tuple[Remark, ...]:
    """What is to be said of an end date; one before the start is not used, nor one not read."""
    if last.end is None:
        return tuple(
            replace(remark, message=_without_end(remark.message)) for remark in last.remarks
        )
    if when.start is None or last.end >= when.start:
        return last.remarks
    message = f"The end date '{last.text}' comes before the date '{when.text}'; it was not used."
    return (
        *last.remarks,
        warning(
            "date-end-before-start",
            message=message,
            remedy="Check both dates with the agency.",
        ),
    )


def _without_end(message: str) -> str:
    """What is said of a date that cannot be read, said of an end: the row keeps its date."""
    told = _UNDATED.sub(r"\1 keeps its date, without an end.", message)
    return told.replace("; it keeps", "; the row keeps")


_UNDATED = re.compile(r"(The row|it) is kept as undated\.")
_EVENING, _MORNING = dt.time(18), dt.time(8)
_NEXT_DAY = warning(
    "date-maybe-next-day",
    message="",
    remedy="Check these rows with the agency.",
)
_SWAPPED = note(
    "date-swapped-back",
    message="{0} as sent; read as {1}: the case file says that days and months were exchanged.",
)
_MAYBE_SWAPPED = note(
    "date-maybe-swapped",
    message="{0} may be {1}: day and month may have been exchanged. Nothing was changed.",
    remedy="See the finding dates-maybe-swapped for this sheet.",
)
