"""Dates in families reach further back than dates in case records, and come in GEDCOM's words.

    dates   = when [words in square brackets]          about 1950 [the year of the flood]
            | any date (an age)                        12/03/2015 (9 yrs)
            | EDD any date, due any date               EDD 03/02/2025
    when    = [about | estimated | calculated | before | after | from | until] date
            | between date and date | from date to date
    date    = [[day] month] year [calendar]            4 Mar 1921, Mar 1921, 1921, 45 AD
    year    = 1921 | 1731/32                           begun in March: counted as 1732
    calendar = (Julian) | (Hebrew) | (French Republican)
    GEDCOM    ABT, EST, CAL, BEF, AFT, FROM, TO, BET .. AND, FROM .. TO mean the same

Everything else is read as in a chronology (chronology.dates). Every date of a family is what
`when_from` makes of its words, so that a file that keeps the words keeps the date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace

from chronology.dates import Precision, When, parse_when, read_date
from chronology.importers.rows import Value, text_of
from genogram.formats.calendars import HEBREW, REPUBLICAN, Span, in_calendar

_LONGEST = 200  # letters; longer texts are narrative
NO_DATE = "date not recorded"
"""What is known of a death of which only that is known."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_OTHERS = "|".join(dict.fromkeys((*HEBREW, *REPUBLICAN)))
_USUAL = rf"(?:(?:\d{{1,2}} )?(?:{_NAMES}) )?(?:\d{{3,4}}|1[0-7]\d\d/\d\d|\d{{1,4}} AD)"
_OTHER = (
    rf"(?:(?:\d{{1,2}} )?(?:{_NAMES}|{_OTHERS}) )?\d{{1,4}}"
    r" \((?:Julian|Hebrew|French Republican)\)"
)
_DATE = rf"(?:{_OTHER}|{_USUAL})"
_PART = re.compile(
    r"(?:(?:(\d{1,2}) )?([a-z]+) )?(\d{1,4})(/\d\d)?(?: AD)?(?: \(([a-z ]+)\))?", re.IGNORECASE
)
_WORDS = "about|abt|estimated|est|calculated|cal|before|bef|after|aft|from|until|to"
_ONE = re.compile(rf"(?:({_WORDS})\.? )?({_DATE})", re.IGNORECASE)
_TWO = re.compile(
    rf"(?:between|bet) ({_DATE}) and ({_DATE})|from ({_DATE}) to ({_DATE})", re.IGNORECASE
)
_BRACKETS = re.compile(r"(.+?) \[.*\]", re.DOTALL)
_AGED = re.compile(
    r"(.+?)[ ,]*\((?:aged? )?\d{1,3} ?(?:y|yrs?|years?|m|mths?|months?|w|wks?|weeks?)?\.?"
    r"(?: old)?\)",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"(?:unborn[ ,:-]*)?\(?(?:e\.?d\.?d\b\.?|due(?: date| on| in)?\b|expected)[ :-]*(.+?)\)?",
    re.IGNORECASE,
)
_UNDATED = re.compile(r"The row is kept as undated\.")
_AS_WRITTEN = "It is shown as written, not as a date."
_BEFORE, _AFTER = ("before", "bef", "until", "to"), ("after", "aft", "from")


def read_when(value: Value, *, epoch_1904: bool = False) -> When:
    """A cell or text as a date: families' own forms first, then those of a chronology."""
    text = text_of(value)
    own = _family_form(text) or _within(text)
    return own or _of_a_family(read_date(value, epoch_1904=epoch_1904))


def when_from(text: str) -> When:
    """The same for text alone."""
    return _family_form(text) or _within(text) or _of_a_family(parse_when(text))


def _of_a_family(when: When) -> When:
    """What is said of a date that cannot be read, where there is no row of a chronology."""
    remarks = (replace(r, message=_UNDATED.sub(_AS_WRITTEN, r.message)) for r in when.remarks)
    return replace(when, remarks=tuple(remarks)) if when.remarks else when


def is_due(text: str) -> bool:
    """Whether a date of birth is one that is still to come: 'EDD 03/02/2025', 'unborn'."""
    told = " ".join(text[:_LONGEST].split())
    return bool(_DUE.fullmatch(told)) or told.casefold().startswith("unborn")


def _within(text: str) -> When | None:
    """The date in words about an age or a birth to come, if it can be read."""
    told = " ".join(text[: _LONGEST + 1].split())
    if len(told) > _LONGEST:
        return None
    found = _AGED.fullmatch(told) or _DUE.fullmatch(told)
    if found is None:
        return None
    when = when_from(found[1])
    return replace(when, text=text) if when.start or when.end else None


def _family_form(text: str) -> When | None:
    told = " ".join(text[: _LONGEST + 1].split())
    if len(told) > _LONGEST:
        return None
    if bracketed := _BRACKETS.fullmatch(told):
        when = _family_form(bracketed[1])
        return replace(when, text=text) if when else None
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
    day, name, year = int(found[1] or 0), (found[2] or "").casefold(), int(found[3])
    if found[5]:
        return in_calendar(found[5].casefold(), year, name, day)
    year += bool(found[4])
    if year == 0 or (name and name[:3].title() not in MONTHS):
        return None
    month = MONTHS.index(name[:3].title()) + 1 if name else 0
    return gregorian(year, month, day) if bool(found[1]) <= bool(day) else None


def gregorian(year: int, month: int = 0, day: int = 0) -> Span | None:
    """First and last day of a year, month or day; 0 for what is not said."""
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR
    if not day:
        last = calendar.monthrange(year, month)[1]
        return dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH
    try:
        one = dt.date(year, month, day)
    except ValueError:
        return None
    return one, one, Precision.DAY
