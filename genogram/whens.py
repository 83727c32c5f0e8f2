"""Dates in families reach further back than dates in case records, and come in GEDCOM's words.

    date    = [day] [month] year [BC]           4 Mar 1921, Mar 1921, 1921
    dates   = about | estimated | calculated | before | after | from | until  date
            | between date and date | from date to date
    GEDCOM    ABT, EST, CAL, BEF, AFT, FROM, TO, BET .. AND, FROM .. TO mean the same

Everything else is read as in a chronology (chronology.dates).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from chronology.dates import Precision, When, parse_when, read_date
from chronology.importers.rows import Value, text_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DATE = rf"(?:(?:\d{{1,2}} )?(?:{_NAMES}) )?\d{{3,4}}"
_PART = re.compile(rf"(?:(?:(\d{{1,2}}) )?({_NAMES}) )?(\d{{3,4}})", re.IGNORECASE)
_WORDS = "about|abt|estimated|est|calculated|cal|before|bef|after|aft|from|until|to"
_ONE = re.compile(rf"(?:({_WORDS})\.? )?({_DATE})", re.IGNORECASE)
_TWO = re.compile(
    rf"(?:between|bet) ({_DATE}) and ({_DATE})|from ({_DATE}) to ({_DATE})", re.IGNORECASE
)
_BEFORE, _AFTER = ("before", "bef", "until", "to"), ("after", "aft", "from")

Span = tuple[dt.date, dt.date, Precision]


def read_when(value: Value, *, epoch_1904: bool = False) -> When:
    """A cell or text as a date: families' own forms first, then those of a chronology."""
    text = text_of(value)
    return _family_form(text) or read_date(value, epoch_1904=epoch_1904)


def when_from(text: str) -> When:
    """The same for text alone."""
    return _family_form(text) or parse_when(text)


def _family_form(text: str) -> When | None:
    told = " ".join(text.split())
    if found := _TWO.fullmatch(told):
        first, last = (_span(part) for part in found.groups() if part)
        if first and last and first[0] <= last[1]:
            return When(start=first[0], end=last[1], precision=Precision.RANGE, text=text)
    elif found := _ONE.fullmatch(told):
        span = _span(found[2])
        if span:
            return _bounded((found[1] or "").casefold(), span, text)
    return None


def _bounded(word: str, span: Span, text: str) -> When:
    start, end, precision = span
    if word in _BEFORE:
        return When(start=None, end=end, precision=Precision.BEFORE, text=text)
    if word in _AFTER:
        return When(start=start, end=None, precision=Precision.AFTER, text=text)
    return When(start=start, end=end, precision=Precision.CIRCA if word else precision, text=text)


def _span(text: str) -> Span | None:
    """First and last day of a date; None for one that the calendar does not have."""
    found = _PART.fullmatch(text)
    if found is None:
        return None
    year = int(found[3])
    if year == 0:
        return None
    if not found[2]:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR
    month = _MONTHS.index(found[2][:3].casefold()) + 1
    last = calendar.monthrange(year, month)[1]
    if not found[1]:
        return dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH
    if not 1 <= int(found[1]) <= last:
        return None
    day = dt.date(year, month, int(found[1]))
    return day, day, Precision.DAY
