"""Dates that stand in parts, in columns of their own: the year, and the month and day beside it.

Day | Month   | Year | Details          Year | Date   | Details
6   | January | 2021 | Fell             2020 | 3 Nov  | Visit
14  | 1       | 2021 | Call                  | 21 Dec | Call          of 2020 as well

The parts of a row are put together as one text, which is then read like any other date. Nothing
is put together where the dates have years of their own, or where the year is no plain year.
So are Hour | Minute the time, where nothing is headed as that.

No | Entry                               Where no column is for dates and the words of nearly all
1  | 12/01/2021 - Home visit             rows begin with one, it is taken from there;
                                    beside dates of recording, where all begin with one before that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chronology.columns import Mapped, first_place, fold, places_of, rows_below, with_field
from chronology.dates import EXACT, read_date, says
from chronology.findings import Remark, Severity, all_of, note, warning
from chronology.importers.beginnings import date_before
from chronology.importers.rows import (
    Cell,
    Row,
    Table,
    Value,
    cell_at,
    cells_below,
    is_blank,
    letter,
    text_at,
    text_of,
    texts_below,
    with_cell,
)
from chronology.model import Column
from chronology.rows.date_column import has_no_year

_MONTH = {"month", "mm", "mth"}
_YEAR = {"year", "yyyy", "yr", "yy"}
_A_YEAR = re.compile(r"(?:19|20)\d\d")  # 'Year 10' is a class
_HALVES = {"am/pm", "am or pm", "am-pm"}
_HOUR, _MINUTE = {"hour", "hr", "hh"}, {"minute", "min"}
_EARLY = 5
_MONTH_AND_YEAR = re.compile(r"([A-Za-z]{3,9})\.?,?\s+((?:19|20)\d\d)")
_NO_DAY = re.compile(r"[?x_-]{0,2}", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,2}\s*([./-])\s*\d{1,2}")
_MOSTLY = 0.7
_ANOTHER_DAY = re.compile(
    r"\b(?:next|due|until|till|will|expires?|(?:re-?)?(?:booked|arranged|scheduled)|planned|invited|"
    r"made for|set for|review|appointment|appt|born|birth|d\.?o\.?b)\b\.?[^.;\n]{0,20}\d",
    re.IGNORECASE,
)
"""'Next visit 18/03/2021' or 'born 18/03/2021' is not when it happened."""
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where the parts stand; None for a part that has no column."""

    date: int | None
    month: int | None
    year: int
    """Which is that of the month where 'January 2019' stands under Month."""


def date_in_one(table: Table, mapped: Mapped) -> tuple[Table, Mapped, tuple[Remark, ...]]:
    """The table with the parts of each row's date put together under the date; else as it is."""
    places = _places(mapped)
    below = rows_below(table.rows, mapped)
    if places is None or not _in_parts(below, places):
        return table, mapped, ()
    at = places.date if places.date is not None else places.month
    assert at is not None
    year, month, carried, changed = "", "", False, {}
    for row in below:
        if is_blank(row):
            continue
        own_year = _year(_value(row, places.year))
        own_month = _month(_value(row, places.month))
        month = own_month or ("" if own_year else month)
        year = own_year or year
        if told := _joined(_value(row, places.date), month, year, places):
            changed[row.number] = _with(row, at, told)
            carried = carried or not own_year
    rows = tuple(changed.get(row.number, row) if not row.aside else row for row in table.rows)
    return replace(table, rows=rows), _named(mapped, at), (_said(mapped, places, carried),)


def with_halves(table: Table, mapped: Mapped) -> Table:
    """The table with the 'pm' of a column headed am/pm beside the times of another."""
    time = first_place(mapped, "time")
    half = next((i for i, c in enumerate(mapped.columns) if fold(c.heading) in _HALVES), None)
    if time is None or half is None:
        return table
    return replace(table, rows=tuple(_with_half(row, time, half) for row in table.rows))


def _with_half(row: Row, time: int, half: int) -> Row:
    told, said = text_at(row, time), text_at(row, half).strip(" .").casefold()
    if row.aside or said not in ("am", "pm") or not told[:1].isdigit():
        return row
    return _with(row, time, f"{told} {said}")


def hours_and_minutes(table: Table, mapped: Mapped) -> tuple[Table, Mapped, tuple[Remark, ...]]:
    """The table with the minutes beside the hours of the day, where no column is the time.

    Hours of the early morning in most rows are how long something took.
    """
    heads = [fold(column.heading) for column in mapped.columns]
    pairs = enumerate(pairwise(heads))
    at = next((i for i, (h, m) in pairs if h in _HOUR and m in _MINUTE), None)
    if at is None or places_of(mapped, "time") or any(c.field for c in mapped.columns[at : at + 2]):
        return table, mapped, ()
    filled = [row for row in rows_below(table.rows, mapped) if text_at(row, at)]
    clocks = {row.number: clock for row in filled if (clock := _clock(row, at))}
    by_day = sum(int(clock[:2]) > _EARLY for clock in clocks.values())
    if len(clocks) < max(_FEWEST, _MOSTLY * len(filled)) or 2 * by_day < len(clocks):
        return table, mapped, ()
    rows = tuple(
        _with(row, at, clocks[row.number]) if row.number in clocks else row for row in table.rows
    )
    mapped = with_field(mapped, at, "time", "the hour, with the minutes beside it")
    return replace(table, rows=rows), mapped, (_HOURS,)


def _clock(row: Row, at: int) -> str:
    """'9' and '5' as 09:05; empty for anything else."""
    hour, minute = text_at(row, at), text_at(row, at + 1)
    plain = re.fullmatch(r"[01]?\d|2[0-3]", hour) and re.fullmatch(r"[0-5]?\d", minute)
    return f"{int(hour):02}:{int(minute):02}" if plain else ""


def before_words(table: Table, mapped: Mapped) -> tuple[Table, Mapped, tuple[Remark, ...]]:
    """The table with the dates before the words of what happened in a column of their own."""
    fields = [column.field for column in mapped.columns]
    below = rows_below(table.rows, mapped)
    if "event" not in fields or "date" in fields:
        return table, mapped, ()
    at = fields.index("event")
    texts = {row.number: words for row in below if (words := text_at(row, at))}
    found = {number: told for number, text in texts.items() if (told := date_before(text))}
    if len(found) < _FEWEST or len(found) < _MOSTLY * len(texts):
        return _among_words(table, mapped)
    if "recorded_date" in fields and not _all_before(below, fields.index("recorded_date"), found):
        return table, mapped, ()
    width = max(len(fields), *(len(row.cells) for row in table.rows))
    rows = tuple(_apart(row, at, width, found.get(row.number)) for row in table.rows)
    why = f"the dates with which the words under {mapped.columns[at].letter} begin"
    return replace(table, rows=rows), _with_dates(mapped, at, width, why), (_BEFORE_WORDS,)


def _among_words(table: Table, mapped: Mapped) -> tuple[Table, Mapped, tuple[Remark, ...]]:
    """The same where nearly all rows name one day further on, and no column holds dates: 'Home
    visit (12/01/2021)'. The words stay whole, and each reading is said."""
    below = rows_below(table.rows, mapped)
    events = places_of(mapped, "event")
    at = max(events, key=lambda i: sum(len(text.split()) for text in texts_below(below, i)))
    texts = {row.number: words for row in below if (words := text_at(row, at))}
    found = {number: text for number, text in texts.items() if _names_a_day(text)}
    fields = [column.field for column in mapped.columns]
    if len(found) < max(_FEWEST, _MOSTLY * len(texts)) or "recorded_date" in fields:
        return table, mapped, ()
    width = max(len(fields), *(len(row.cells) for row in table.rows))
    if any(_mostly_days(cells_below(below, i)) for i in range(width) if i != at):
        return table, mapped, ()
    rows = tuple(
        with_cell(row, width, Cell(found[row.number])) if row.number in found else row
        for row in table.rows
    )
    why = f"the one date among the words under {mapped.columns[at].letter}"
    return replace(table, rows=rows), _with_dates(mapped, at, width, why), (_AMONG_WORDS,)


def _names_a_day(text: str) -> bool:
    """Whether words name one day among others; a day alone is no account of what happened."""
    when = read_date(text)
    whole = when.precision in EXACT and when.start is not None
    return whole and says(when, "date-among-words") and not _ANOTHER_DAY.search(text)


def _mostly_days(cells: Sequence[Value]) -> bool:
    days = sum(read_date(value).start is not None for value in cells)
    return bool(cells) and days >= _MOSTLY * len(cells)


def _with_dates(mapped: Mapped, at: int, width: int, why: str) -> Mapped:
    """The columns and behind them, at `width`, one of the dates in the words of one of them."""
    gap = width - len(mapped.columns)
    beyond = [Column(letter="", heading="", field="", why="") for _ in range(gap)]
    date = Column(letter=letter(at), heading="", field="date", why=why)
    return replace(mapped, columns=(*mapped.columns, *beyond, date))


def _all_before(rows: Sequence[Row], recorded: int, found: Mapping[int, tuple[str, str]]) -> bool:
    """Whether the words of every row begin with a day that is not after that of its recording."""
    for row in rows:
        noted = read_date(_value(row, recorded)).start
        day = read_date(found[row.number][0]).start if row.number in found else None
        if noted and (day is None or day > noted):
            return False
    return True


def _apart(row: Row, at: int, width: int, told: tuple[str, str] | None) -> Row:
    if told is None:
        return row
    return with_cell(_with(row, at, told[1]), width, Cell(told[0]))


_BEFORE_WORDS = warning(
    "date-before-words",
    message="No column is headed as the date: the date with which the words of each row begin was "
    "read as its date.",
    remedy="Check the dates of some rows.",
)


_AMONG_WORDS = replace(
    _BEFORE_WORDS,
    message="No column is headed as the date: the one date among the words of each row was read "
    "as its date.",
)
_HOURS = note(
    "date-in-parts",
    message="The time stands in parts, as hours and as minutes; they were read together.",
)


def _places(mapped: Mapped) -> _Places | None:
    """The columns of the parts: a year, and beside it a month or a date."""
    folded = [fold(column.heading) for column in mapped.columns]
    year = next((i for i, name in enumerate(folded) if name in _YEAR), None)
    month = next((i for i, name in enumerate(folded) if name in _MONTH), None)
    date = first_place(mapped, "date")
    if year is None and month is not None:
        return None if date in (None, month) else _Places(date=date, month=month, year=month)
    if year is None or date == year or (month is None and date is None):
        return None
    return _Places(date=date, month=None if month == date else month, year=year)


def _in_parts(rows: Sequence[Row], places: _Places) -> bool:
    """Whether the years are years, and the dates have none of their own."""
    years = cells_below(rows, places.year)
    dates = cells_below(rows, places.date)
    plain = sum(bool(_year(value)) for value in years)
    bare = sum(_is_part(value) for value in dates)
    return bool(years) and plain >= _MOSTLY * len(years) and bare >= _MOSTLY * len(dates)


def _is_part(value: Value) -> bool:
    text = text_of(value)
    return has_no_year(text) or bool(_NO_DAY.fullmatch(text))


def _value(row: Row, at: int | None) -> Value:
    return cell_at(row, at).value


def _year(value: Value) -> str:
    """A plain year; empty for none, and for others such as 2020/21."""
    if isinstance(value, dt.date):
        return str(value.year)
    text = text_of(value)
    if both := _MONTH_AND_YEAR.fullmatch(text):
        return both[2]
    return text if _A_YEAR.fullmatch(text) else ""


def _month(value: Value) -> str:
    if isinstance(value, dt.date):
        return f"{value:%B}"
    text = text_of(value)
    both = _MONTH_AND_YEAR.fullmatch(text)
    return both[1] if both else text


def _joined(date: Value, month: str, year: str, places: _Places) -> str:
    """The parts as one text; empty where they are none."""
    day = text_of(date)
    if not year or not _is_part(date):
        return ""
    if places.month is None:
        mark = _NUMBERS.fullmatch(day)
        return f"{day}{mark[1] if mark else ' '}{year}" if day else ""
    if not month:
        return f"{day} {year}" if day and not day.isdigit() else ""
    if not month.isdigit():
        return f"{day} {month} {year}" if not _NO_DAY.fullmatch(day) else f"{month} {year}"
    return f"{day}/{month}/{year}" if day else f"{month}/{year}"


def _with(row: Row, at: int, told: str) -> Row:
    return with_cell(row, at, Cell(told, cell_at(row, at).marks))


def _named(mapped: Mapped, at: int) -> Mapped:
    """The columns with the one under which the whole date now stands as the date."""
    if mapped.columns[at].field == "date":
        return mapped
    return with_field(mapped, at, "date", "the month, with the year beside it")


def _said(mapped: Mapped, places: _Places, carried: bool) -> Remark:
    parts = (places.date, places.month, places.year)
    order = list(dict.fromkeys(at for at in parts if at is not None))
    heads = [f"'{mapped.columns[at].heading}'" for at in order]
    more = " A blank year, or month below it, is that of the row above." if carried else ""
    return Remark(
        code="date-in-parts",
        severity=Severity.WARNING if carried else Severity.NOTE,
        message=f"The date stands in parts under {all_of(heads)}; they were read together.{more}",
        remedy="Check the dates of some rows." if carried else "",
    )
