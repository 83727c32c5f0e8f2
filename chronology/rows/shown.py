"""What a sheet shows of a cell, where its number format says more or less than its value.

A cell that shows "Mar-07" holds 1 March 2007; one that shows "12 Mar" holds a year that nobody
saw when it was typed; one that shows "00123" holds 123.
"""

from __future__ import annotations

import datetime as dt
import re

from chronology.findings import Remark, note, warning
from chronology.importers.number_formats import date_letters
from chronology.importers.rows import Cell, Value, text_of


def shown(cell: Cell) -> str:
    """The words of a cell, a number with the noughts or the per cent that the sheet shows."""
    form, value = cell.marks.number_format, meant(cell)
    if not form or isinstance(value, bool) or not isinstance(value, int | float):
        return text_of(value)
    if "%" in form:
        return f"{round(value * 100, 2):g}%"
    if re.fullmatch("0+", form) and float(value).is_integer():
        return f"{int(value):0{len(form)}}"
    return text_of(value)


def meant(cell: Cell) -> Value:
    """The value; the month or the year alone where the sheet shows no day of it."""
    letters = _letters(cell)
    value = cell.value
    if not letters or not isinstance(value, dt.date) or "d" in letters or value.day != 1:
        return value
    if letters == {"y"} and value.month == 1:
        return f"{value:%Y}"
    return f"{value:%B %Y}" if letters == {"m", "y"} else value


def not_shown(cell: Cell) -> Remark | None:
    """What is to be said of a date of which the sheet hides a part."""
    letters, value = _letters(cell), cell.value
    if not letters or not isinstance(value, dt.date):
        return None
    if "y" not in letters:
        return warning(
            "date-year-not-shown",
            message=f"The sheet shows this date without its year; its cell holds {value:%d/%m/%Y}, "
            "and a spreadsheet puts in the year of typing.",
            remedy="Check the year with the agency.",
        )
    words = meant(cell)
    read = f"read as {words}" if isinstance(words, str) else "the day was kept"
    return note(
        "date-day-not-shown",
        message=f"The sheet shows this date without its day; its cell holds {value:%d/%m/%Y}: "
        f"{read}.",
        remedy="Ask the agency for the day if it matters.",
    )


def _letters(cell: Cell) -> frozenset[str]:
    form = cell.marks.number_format
    return date_letters(form) if form else frozenset()
