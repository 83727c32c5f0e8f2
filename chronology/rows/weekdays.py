"""A column of weekdays beside the dates: what is to be said where the two differ.

Day     | Date       | Event
Wed     | 04/03/2020 |            fits
Friday  | 04/03/2020 |            differs: one of the two is wrong
Sunday  | 12/04/2020 |            04/12/2020 was a Friday: were days and months exchanged?
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronology.dates import EXACT
from chronology.findings import Remark, counted, first_of, warning
from chronology.model import Column, Entry
from chronology.rows.date_column import exchanged

_WEEKDAY = re.compile(
    r"(mon|tues?|wed(?:nes)?|weds|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?", re.IGNORECASE
)
_NAMES = ("mo", "tu", "we", "th", "fr", "sa", "su")
_OF_ANOTHER = re.compile(
    r"\bdays\b|\b(?:next|review|due|return\w*|planned|clinic|usual)\b", re.IGNORECASE
)
"""Headings of other days than the one on which it happened: Days attended, Next visit."""
_FEWEST = 2
_SHOWN = 8


def weekdays_that_differ(entries: Sequence[Entry], columns: Sequence[Column]) -> Remark | None:
    """One warning for the rows in which a column of weekdays names another than the date has."""
    headings = [column.heading for column in columns if column.heading and not column.field]
    headings = [heading for heading in headings if not _OF_ANOTHER.search(heading)]
    for heading in headings:
        told = [(e, e.extra[heading].strip()) for e in entries if e.extra.get(heading)]
        if len(told) >= _FEWEST and all(_WEEKDAY.fullmatch(words) for _, words in told):
            return _said(heading, [(e, words[:2].casefold()) for e, words in told])
    return None


def _said(heading: str, told: Sequence[tuple[Entry, str]]) -> Remark | None:
    days = [(e, day, e.when.start) for e, day in told if e.when.precision in EXACT]
    apart = [(e, day, start) for e, day, start in days if start and not _is_a(start.weekday(), day)]
    if not apart:
        return None
    turned = [(day, exchanged(start)) for _, day, start in apart]
    fit = sum(other is not None and _is_a(other.weekday(), day) for day, other in turned)
    rows = first_of([e.at.row for e, _, _ in apart], _SHOWN)
    them = "it" if len(apart) == 1 else f"{fit} of them"
    of_them = f"; with day and month exchanged {them} would fit" if fit else ""
    return warning(
        "date-weekday",
        message=f"In {counted(len(apart), 'row', 'rows')} the column '{heading}' names another "
        f"weekday than the date has ({rows}){of_them}. Nothing was changed.",
        remedy="Ask the agency which is right.",
    )


def _is_a(weekday: int, named: str) -> bool:
    return _NAMES[weekday] == named
