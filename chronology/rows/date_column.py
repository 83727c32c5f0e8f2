"""What a whole column of dates shows that no single cell can.

Exchanged days and months: a spreadsheet that takes day-first text for month-first turns every
12/03/2007 into 3 December, and leaves 13/03/2007 as text because there is no month 13. So real
dates that all have days up to 12, beside texts that all have days after the 12th, are its mark;
the order of the rows says which reading fits. Nothing is changed unless the case file says so.
An export of a system that writes the month first, opened here, goes the same way: 04/13/2007
stays text, and 04/06/2007 becomes 4 June. Where no date has a day after the 12th, the order of the
rows alone is a mark: they go back and forth as they stand, and never with the month first.

Blank cells below a date: carried down only where the table clearly does that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from chronology.dates import (
    When,
    Window,
    calendar_day,
    is_of_zone,
    read_date,
    read_time,
    zone_doubts,
)
from chronology.findings import Remark, error, note
from chronology.importers.rows import Value, text_of

_TEXT = re.compile(r"^\D{0,12}(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d\d)(?!\d)")
_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)(?:[ T]\d\d:\d\d(?::\d\d)?)?$")
_SHORT_YEAR = re.compile(
    r"(?<![\d:.])(?:\d{1,2}[./-]\d{1,2}[./-]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}[\s.'-]+)\d\d(?![\d:]|st|nd|rd|th)",
    re.IGNORECASE,
)
_NO_YEAR = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,?\s+)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?"
    r"(?:\s*(?:of\s+)?[A-Za-z]{3,9}\.?|\s*[./-]\s*\d{1,2})?|[A-Za-z]{3,9}\s+\d{1,2}(?:st|nd|rd|th)"
)
_ANY_DAY = dt.date(2001, 6, 1)
_SAYS_UNDATED = re.compile(r"un-?dated|unknown|not known|n/k|no date", re.IGNORECASE)
_ZONE = re.compile(r"\d\s?(?:z|utc|gmt|bst|[+-]\d\d:?\d\d)\s*$", re.I)
_LAST_MONTH = 12
_FEWEST_REAL = 3
_FEWEST_TEXT = 2
_FEWEST_BLANK = 3
_FEWEST_IN_ORDER = 5
_TWO_EACH = re.compile(r"\s*(\d\d)([./-])(\d\d)\2(\d\d)(?!\d)")
_FEWEST_DAYS = 2
_BLANK_SHARE = 4
"""At least one cell in four is blank where a table leaves repeated dates out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateColumn:
    """How the cells of one column of dates are to be read, and what a person should know."""

    day_first: bool = True
    maybe_swapped: bool = False
    """Each real date's cell carries the other reading in a finding."""
    swap: bool = False
    """The case file says that days and months were exchanged: read them the other way round."""
    carries_down: bool = False
    falling: bool = False
    """The rows go back in time; asked only where some dates have no year, or repeated ones are left
    out."""
    zoned: bool = False
    """Times of a zone that is not that of the UK are asked about once for the column."""
    remarks: tuple[Remark, ...] = ()


READ_AS_IT_STANDS = DateColumn()
_ASK_WHICH = (
    "Ask the agency which it writes. If the month comes first, write day_first = false for this "
    "file in the case file (case.toml)."
)


MONTH_FIRST = note(
    "dates-mixed-order",
    message="The heading of the dates shows the month first (mm/dd/yyyy): they were read so.",
    remedy="Check with the agency that this is how it writes dates.",
)


def study(
    cells: Sequence[Value],
    times: Sequence[Value] = (),
    *,
    swapped: bool = False,
    day_first: bool = True,
) -> DateColumn:
    """Look at a column from top to bottom; `times` are the cells of the time column beside it.

    `swapped` and `day_first` are what the case file says of this submission.
    """
    mark = None if swapped else _mark_of_swapping(cells) or _mark_of_order(cells)
    mixed = _year_first_by_order(cells)
    mixed = mixed or ((_mixed(cells) or _month_first_by_order(cells)) if day_first else None)
    zoned = _of_one_zone(cells, times)
    carries_down = _carries_down(cells, times)
    return DateColumn(
        day_first=day_first,
        maybe_swapped=mark is not None,
        swap=swapped,
        carries_down=carries_down,
        falling=_falls(cells, asked=carries_down),
        zoned=zoned is not None,
        remarks=tuple(remark for remark in (mark, mixed, zoned) if remark),
    )


_ROUND = 12 * 31
"""Steps of a year of which each month has as many days."""


def has_no_year(value: Value) -> bool:
    """Whether a cell is a day and a month, or a day alone, without a year."""
    return isinstance(value, str) and bool(_NO_YEAR.fullmatch(value.strip()))


def _falls(cells: Sequence[Value], *, asked: bool) -> bool:
    """Whether the days go back from row to row; where some have no year, a turn of the year is one
    step against the rest."""
    short = any(has_no_year(cell) for cell in cells)
    if not short and not asked:
        return False
    read = [read_date(cell, near=_ANY_DAY) for cell in cells if text_of(cell)]
    days = [(w.start.year * (not short), w.start.month, w.start.day) for w in read if w.start]
    down = sum(later < earlier for earlier, later in pairwise(days))
    up = sum(later > earlier for earlier, later in pairwise(days))
    return down > up or (short and down == up and _falls_round_the_year(days))


def _falls_round_the_year(days: Sequence[tuple[int, int, int]]) -> bool:
    """The same of days whose years are not known, each step taken the shorter way round."""
    at = [month * 31 + day for _, month, day in days]
    steps = [(later - earlier) % _ROUND for earlier, later in pairwise(at) if later != earlier]
    return 2 * sum(2 * step > _ROUND for step in steps) > len(steps)


def exchanged(value: Value) -> dt.date | dt.datetime | None:
    """A real date with its day and month exchanged; None where that makes no other date."""
    day = _real(value)
    if day is None or day.day > _LAST_MONTH or day.day == day.month:
        return None
    if isinstance(value, dt.datetime):
        return value.replace(month=day.day, day=day.month)
    return day.replace(month=day.day, day=day.month)


def short_years(whens: Sequence[When], window: Window) -> Remark | None:
    """One note for a table on how its years of two digits were read."""
    read = [w.start.year for w in whens if w.start and _SHORT_YEAR.search(w.text)]
    if not read:
        return None
    known = window[0] or window[1]
    how = "against the births and the review period" if known else "00 to 49 as 2000 to 2049"
    count = f"{len(read)} years of two digits were" if len(read) > 1 else "A year of two digits was"
    years = f"{min(read)} to {max(read)}" if min(read) < max(read) else str(min(read))
    return note(
        "date-years-short",
        message=f"{count} read as {years}, {how}.",
        remedy="If one of them is wrong, write it with four digits in a copy."
        if known
        else "Say the review period in the case file (case.toml) to have them judged by it.",
    )


def _real(value: Value) -> dt.date | None:
    """A cell that a spreadsheet holds as a date, or wrote out as one."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    found = _ISO.match(value.strip()) if isinstance(value, str) else None
    return calendar_day(int(found[1]), int(found[2]), int(found[3])) if found else None


def _typed(value: Value) -> tuple[int, int] | None:
    """The first two numbers of a date left as text."""
    if not isinstance(value, str) or _real(value):
        return None
    found = _TEXT.match(value.strip())
    return (int(found[1]), int(found[2])) if found else None


def _mark_of_swapping(cells: Sequence[Value]) -> Remark | None:
    real = [day for cell in cells if (day := _real(cell))]
    typed = [pair for cell in cells if (pair := _typed(cell))]
    late = [pair for pair in typed if max(pair) > _LAST_MONTH >= min(pair)]
    month_first = all(pair[1] > _LAST_MONTH for pair in late)
    if len(late) < _FEWEST_TEXT or len(late) < len(typed) or not real:
        return None
    if not month_first and any(pair[1] > _LAST_MONTH for pair in late):
        return None
    if any(day.day > _LAST_MONTH for day in real):
        return None
    standing, turned = _disorder(cells, turn=False), _disorder(cells, turn=True)
    few = len(real) < _FEWEST_REAL and len(late) < _FEWEST_IN_ORDER
    if standing < turned or (few and standing == turned):
        return None
    taken = "03/12, the 12th of March, for 3 December" if month_first else "12/03 for 3 December"
    why = (
        f", while the {len(late)} dates left as text all have later days. That happens when a "
        f"spreadsheet takes {taken}"
    )
    return _swap_remark(real, why, (standing, turned))


def _mark_of_order(cells: Sequence[Value]) -> Remark | None:
    """Real dates, none after the 12th of its month, that are in order only if exchanged."""
    real = [day for cell in cells if (day := _real(cell))]
    back = _back_unless_turned([(day.day, day.month) for day in real], cells)
    if any(map(_typed, cells)) or not back:
        return None
    return _swap_remark(real, "", (back, 0))


def _month_first_by_order(cells: Sequence[Value]) -> Remark | None:
    """Dates as text, none after the 12th, that are in order only with the month first."""
    typed = [pair for cell in cells if (pair := _typed(cell))]
    back = _back_unless_turned(typed, cells)
    if any(map(_real, cells)) or not back:
        return None
    return error(
        "dates-mixed-order",
        message=(
            f"{len(typed)} dates could have the month first: read so, the rows never go backwards. "
            f"They were read day first, and go backwards {_times(back)}."
        ),
        remedy=_ASK_WHICH,
    )


def _year_first_by_order(cells: Sequence[Value]) -> Remark | None:
    """21-09-28, 21-10-05: dates of two digits each that are in order only with the year first."""
    typed = [found for cell in cells if _typed(cell) and (found := _TWO_EACH.match(str(cell)))]
    if len(typed) < _FEWEST_IN_ORDER or len(typed) < sum(map(bool, map(_typed, cells))):
        return None
    years = sorted(2000 + int(found[4]) for found in typed)
    of_one_day = len({found[1] for found in typed}) == 1 and len({*years}) >= _FEWEST_IN_ORDER
    if not (of_one_day or _disorder(cells, turn=False)):
        return None
    read = [calendar_day(2000 + int(one[1]), int(one[3]), int(one[4])) for one in typed]
    days = [day for day in read if day]
    in_order = days in (sorted(days), sorted(days, reverse=True))
    if len(days) < len(typed) or not in_order:
        return None
    return error(
        "dates-mixed-order",
        message=(
            f"{len(days)} dates could have the year first: read so, the rows never go backwards. "
            f"They were read day first, as days of {years[0]} to {years[-1]}."
        ),
        remedy="Ask the agency which it writes. If the year comes first, write it with four digits "
        "in a copy.",
    )


def _back_unless_turned(pairs: Sequence[tuple[int, int]], cells: Sequence[Value]) -> int:
    """How often rows go backwards by day and month that never do by month and day; 0 where that
    says nothing."""
    either = [pair for pair in pairs if pair[0] != pair[1]]
    if len(either) < _FEWEST_IN_ORDER or any(max(pair) > _LAST_MONTH for pair in pairs):
        return 0
    back = _disorder(cells, turn=False)
    return back if back > 1 and not _disorder(cells, turn=True) else 0


def _of_one_zone(cells: Sequence[Value], times: Sequence[Value]) -> Remark | None:
    """One question for a program's export, in place of one for each row of the summer."""
    doubts = [
        doubt
        for cell, time in zip_longest(cells, times)
        if _ZONE.search(text_of(cell)) or _ZONE.search(text_of(time))
        for doubt in _doubts_of_zone(cell, time)
    ]
    if len(doubts) < _FEWEST_IN_ORDER:
        return None
    message = f"{len(doubts)} times have a zone that the UK did not keep on that day. The first is "
    return replace(doubts[0], message=f"{message}{doubts[0].message}")


def _doubts_of_zone(cell: Value, time: Value) -> Sequence[Remark]:
    when = read_date(cell)
    at, _, _ = read_time(time)
    beside = zone_doubts(when.start, at, text_of(time).casefold()) if when.start else ()
    return beside or [remark for remark in when.remarks if is_of_zone(remark)]


def _swap_remark(real: Sequence[dt.date], why: str, disorder: tuple[int, int]) -> Remark:
    """`disorder` is how often the rows go backwards as they stand, and exchanged."""
    standing, turned = map(_times, disorder)
    other = next((day for day in real if day.day != day.month), real[0])
    meant = exchanged(other) or other
    return error(
        "dates-maybe-swapped",
        message=f"Day and month may have been exchanged in {len(real)} dates: all of them have "
        f"days up to 12{why}. As they stand the rows go backwards {standing}; exchanged, {turned}. "
        "Nothing was changed.",
        remedy=f"Ask the agency whether {other:%d/%m/%Y} is meant as {meant:%d/%m/%Y}. If so, "
        "write swapped_dates = true for this file in the case file (case.toml).",
    )


def _times(count: int) -> str:
    return {0: "never", 1: "once"}.get(count, f"{count} times")


def _disorder(cells: Sequence[Value], *, turn: bool) -> int:
    """How often the rows go against the table's own direction."""
    days: list[dt.date] = []
    for cell in cells:
        real, typed = _real(cell), _typed(cell)
        if real is not None:
            meant = exchanged(real) if turn else None
            days.append(meant or real)
        elif typed is not None and (day := _text_day(str(cell))):
            days.append(exchanged(day) or day if turn and max(typed) <= _LAST_MONTH else day)
    steps = [(b > a) - (b < a) for a, b in pairwise(days)]
    return min(steps.count(-1), steps.count(1))


def _text_day(text: str) -> dt.date | None:
    found = _TEXT.match(text.strip())
    assert found is not None
    year = int(found[3]) + (0 if len(found[3]) == 4 else 2000)
    day, month = int(found[1]), int(found[2])
    if month > _LAST_MONTH:
        day, month = month, day
    return calendar_day(year, month, day)


def _mixed(cells: Sequence[Value]) -> Remark | None:
    """Texts with a month after the 12th beside texts with a day after the 12th."""
    typed = [pair for cell in cells if (pair := _typed(cell))]
    month_first = [pair for pair in typed if pair[1] > _LAST_MONTH >= pair[0]]
    either = [p for p in typed if p[0] <= _LAST_MONTH and p[1] <= _LAST_MONTH and p[0] != p[1]]
    # One beside texts that plainly begin with the day is a slip; without those it may be the rule,
    # and so it may where rows go back.
    slip = any(p[0] > _LAST_MONTH >= p[1] for p in typed) and not (
        len(typed) >= _FEWEST_IN_ORDER and _disorder(cells, turn=False)
    )
    if len(month_first) < (_FEWEST_TEXT if slip else 1) or not either:
        return None
    have = f"{len(month_first)} dates have" if len(month_first) > 1 else "A date has"
    others = f"{len(either)} others" if len(either) > 1 else "another"
    those = "Those were" if len(either) > 1 else "It was"
    return error(
        "dates-mixed-order",
        message=f"{have} the month first, so {others} could be month first too. {those} read day "
        "first.",
        remedy=_ASK_WHICH,
    )


def _carries_down(cells: Sequence[Value], times: Sequence[Value]) -> bool:
    """Whether blanks below a date clearly mean the same date.

    They do where they are many, or two together with a date below them, or where each has a time
    that goes on from the row above; they do not where the first row is blank. A table that writes
    'undated' for what it does not know must have blanks below two dates at the least: lines under
    the day of a consultation.
    """
    words = [text_of(cell) for cell in cells]
    blanks = [i for i, word in enumerate(words) if not word]
    if not blanks or blanks[0] == 0:
        return False
    if any(_SAYS_UNDATED.search(word) for word in words):
        above = {words[i - 1] for i in blanks if words[i - 1]}
        if sum(not _SAYS_UNDATED.search(word) for word in above) < _FEWEST_DAYS:
            return False
    below = cells[blanks[-1] + 1 :][:1]
    together = blanks == [blanks[0], blanks[0] + 1] and any(read_date(c).dated for c in below)
    if (len(blanks) >= _FEWEST_BLANK or together) and len(blanks) * _BLANK_SHARE >= len(words):
        return True
    clocks = [text_of(time).zfill(5) for time in times]
    goes_on = [clocks[i][-5:-4].isdigit() and clocks[i] >= clocks[i - 1] for i in blanks if times]
    return len(goes_on) >= _FEWEST_TEXT and all(goes_on)
