"""One day, written in any of the ways in which a day is written.

day     = [weekday] date [time] | time [on] date | [weekday] date weekday | part-of-day of date
date    = d sep m sep y | d month [y] | month d, y | month dth | y-m-d | y month d
        | d sep m | d | ddmmyyyy | yyyymmdd
sep     = . / - \\ , or space      y = two or four digits
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from chronology.dates.lexicon import MONTHS, WEEKDAY, D, M, Y
from chronology.dates.times import read_time, zone_doubts
from chronology.dates.when import (
    Hints,
    When,
    because,
    calendar_day,
    doubt,
    impossible,
    one_day,
    repaired,
    unknown,
)
from chronology.dates.years import missing_year, no_year, read_year, slip_of_year
from chronology.findings import Remark

_P = r"\s*[./\\\-]{1,2}\s*"
_J = r"[\s.,/\\\-]*"
_HALF = r"(?:am|pm|a\.m|p\.m)"
_NOT_TIME = (
    rf"(?!\d|[:.]\d|\s*(?:hrs|hours|o'clock)|{_HALF}"
    rf"|(?:(?<=\D0\d)|(?<=\D1[0-2])|(?<=19[0-4]\d)|(?<=20[3-5]\d))\s*{_HALF})"
)
"""'7 Sept 18 (pm)' and '7 Sept 2018 pm' have a year, '7 Sept 08 pm', '7 Sept 1930 pm' a time."""
_Y4 = r"((?:19|20)\d\d)(?!\d)"
_YEAR_NEXT = rf"\s(?:19|20)\d\d(?!\d|[:.]\d|\s*(?:hrs|hours|h\b|{_HALF}))"
"""1. March 11, 2021; 2 06 03 2021: the first number is none of the date."""
_ISO = re.compile(rf"{_Y4}[-/.\s](\d{{1,2}})[-/.\s](\d{{1,2}})(?!\d)t?")
_ISO_TIGHT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)t?")
_NUMERIC = re.compile(rf"{D}({_P}){D}({_P})(\d{{2,5}})(?!\d|[./-]\d)")
_A_YEAR_AFTER = re.compile(r"(?:(?<=\D0\d)|(?<=\D1[0-2])) (?:19|20)\d\d(?!\d|[:.]\d|\s*h)")
_COMMAS = re.compile(r"(\d{1,2})([,:;] ?)(\d{1,2})([,:;] ?)((?:19|20)\d\d)(?!\d)")
_SPACED = re.compile(rf"{D}(\s+)(\d{{1,2}})(\s+)((?:19|20)\d\d|\d\d(?!{_YEAR_NEXT}))(?![\d:.])")
_TIGHT = re.compile(r"(?!(?:19|20)\d\d[./])(\d{1,2})([./-]?)(\d{2})([./]?)((?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(
    rf"{D}{_J}(?:of )?(?:the )?({M})"
    rf"(?:{_J}(?:of )?{Y}{_NOT_TIME}(?:(?<=\d{{4}})|(?!,{_YEAR_NEXT})))?"
)
_YEAR_NAMED = re.compile(rf"{_Y4}{_J}({M}){_J}{D}(?!\d)")
_MONTH_FIRST = re.compile(
    rf"({M}){_J}(?:the )?{D}(?:\s*,\s*|\s+|[./-](?=\d{{4}}))"
    rf"((?:19|20)\d\d{_NOT_TIME}|\d\d{_NOT_TIME}(?!\s*\d))"
)
_MONTH_ORDINAL = re.compile(
    rf"({M})\.?\s+(?:the )?(\d{{1,2}}(?=st|nd|rd|th)|\d(?![\d/-]))(?:st|nd|rd|th)?"
)
_NO_YEAR = re.compile(rf"{D}\s*[./-]\s*(\d{{1,2}})(?![\d./-])")
_YEAR_APART = re.compile(
    rf"{D}\s*[./-]\s*(\d{{1,2}})\s+(19[6-9]\d|20[0-2]\d)"
    rf"(?!\d|[:.]\d|\s*(?:hrs|hours|h\b|{_HALF})|\s*(?:-|to|until)\s*2\d[0-5]\d(?!\d))"
)
"""8/3 2021, but not 8/3 2015 - 2130, which has two times."""
_BARE = re.compile(rf"{D}(?!\d)(?!(?<=\d)\s?(?:{_HALF}|hrs|hours|o'clock))")
_NO_TIME = re.compile(r"0?0[:.]?00(?:[:.]00(?:\.0+)?)?z?|12:00:00 ?am")
"""What programs write behind a day alone."""
_NOT_REST = re.compile(r"(?:(?:and|&) )?(?:onwards?|to|until|till|since|present|ongoing)\b")
_ANOTHER_DAY = re.compile(
    rf"\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d\d|\d{{1,2}}/\d{{1,2}}\b|{D}[\s./-](?:of )?{M}"
    rf"|{M}\.?\s\d|\d/(?:19|20)\d\d"
)
"""8.3.21 - 9.3.21 overnight: no words of time, but a second day."""
_LEADING_WEEKDAY = re.compile(rf"^({WEEKDAY})(?:\s*(?:-|to|/|&|and)\s*{WEEKDAY})?[\s,:-]*(?:the )?")
_TRAILING_WEEKDAY = re.compile(rf"[\s,-]+({WEEKDAY})$")
_BEFORE_TIME = re.compile(
    r"^(?:[\s,;@-]|at\b|t(?=\d)|[/|](?=\s*\d{1,2}[:.]\d\d(?!\d|\s?[./-]\s?\d))"
    r"|&(?=\s*\d{1,2}:\d\d(?!\d)))+"
)
_DATE_AFTER = re.compile(r"\s*[,;&+-]+\s*(\d{1,2})\.(\d{1,2})(\.\d\d)?(?!\d|\s?[ap]\.?m|\s?h)")
"""4.3.21 - 11.03.21, 04.03 - 11.03: a second date, and no time; 4.3.21 - 11.03 may be either."""
_CLOCK_FIRST = re.compile(
    r"^((?:approx\.? |about |c\.? ?)?\d{1,2}(?:[:.]?\d\d)?\s*(?:hrs|hours|h|am|pm|a\.m\.?|p\.m\.?)"
    r"|\d{1,2}:\d\d(?::\d\d)?|(?:[01]\d|2[0-3])\.?[0-5]\d(?=\s+\d{1,2}[./-])|midday|noon|midnight"
    r"|\d{1,2}\.(?:1[3-9]|[2-5]\d)(?=,\s+\d{1,2}[./-])"
    rf"|\d{{1,2}}\.[0-5]\d(?=,? on\b|,?\s+(?:the )?{D}\s(?:of )?{M})"
    r"|am|pm|early hours|(?:early |late )?(?:morning|afternoon|evening|night))"
    r"(?: of| on)?(?: the)?[\s,-]+(?=\S)"
)


_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\s+\d{1,2}\s?[./-]\s?\d{1,2}")
"""2019 12.03 has a year, and not a time of 20:19."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A day at the start of a text, and the words that follow it. No day: there is none such."""

    day: dt.date | None
    rest: str = ""
    remarks: tuple[Remark, ...] = ()


def read_day(words: str, hints: Hints) -> When | None:
    """Read a text that is one day from end to end; None where it is something else."""
    weekday = _LEADING_WEEKDAY.match(words)
    bare = words[weekday.end() :] if weekday else words
    if trailing := _TRAILING_WEEKDAY.search(bare):
        bare, weekday = bare[: trailing.start()], weekday or trailing
    clock = ""
    if _YEAR_FIRST.fullmatch(bare):
        return None
    if first := _CLOCK_FIRST.match(bare):
        clock, bare = first[1], bare[first.end() :]
        if second := _LEADING_WEEKDAY.match(bare):
            bare, weekday = bare[second.end() :], weekday or second
    found = day_at_start(bare, hints)
    if found is None:
        return None
    if found.day is None:
        if re.search(M, found.rest):
            return None
        return impossible(hints) if not found.remarks else unknown(hints.sent, *found.remarks)
    two_dates = _two_dates(found, bare)
    when = None if two_dates else _timed(found, clock)
    if when is None:
        return None
    if two_dates is None and when.time:
        message = f"'{hints.sent}' has a second date or a time; it was read as a time."
        when = because(when, doubt("time-ambiguous", message, "Ask the agency which it is."))
    return because(when, *_weekday_remarks(weekday[1] if weekday else "", found.day, hints))


def _two_dates(found: Found, words: str) -> bool | None:
    """Whether a second date in dots follows the first; None where it may be a time."""
    second = _DATE_AFTER.match(found.rest)
    if not second or not 0 < int(second[2]) <= 12 or not 0 < int(second[1]) <= 31:
        return False
    first = words[: len(words) - len(found.rest)]
    dotted = re.fullmatch(r"[\d.\s]+", first) is not None
    if second[3] or (dotted and first.count(".") == 1):
        return True
    return None if dotted else False


def _timed(found: Found, clock: str) -> When | None:
    """The day with the time that stands before or after it; None if the rest is not a time."""
    assert found.day is not None
    rest = _BEFORE_TIME.sub("", found.rest)
    rest = re.sub(r"^(?:19|20)\d\d$", "", rest) if found.rest.strip().startswith("-") else rest
    if not rest and not clock:
        leftover = found.rest.strip(" ,;.@")
        return None if leftover else because(one_day(found.day), *found.remarks)
    if _NOT_REST.match(rest):
        return None
    if rest and clock:  # 09:00 4/3/21 - 10:00: from the one to the other
        rest = f"{clock} - {rest}"
    start, end, said = read_time(rest or clock)
    if start is None and said and not any(r.code == "time-loose" for r in said):
        return None
    if start is None and _ANOTHER_DAY.search(rest):
        return None
    if start is None and not said and not re.search("[a-z]", rest or clock):
        return None
    if start == dt.time(0) and _NO_TIME.fullmatch(rest):
        return because(one_day(found.day), *found.remarks)
    when = replace(one_day(found.day, time=start), end_time=end)
    return because(when, *found.remarks, *said, *zone_doubts(found.day, start, rest or clock))


def _weekday_remarks(named: str, day: dt.date, hints: Hints) -> tuple[Remark, ...]:
    if not named or calendar.day_abbr[day.weekday()].casefold()[:2] == named[:2]:
        return ()
    message = f"'{hints.sent}': {day:%d/%m/%Y} was a {calendar.day_name[day.weekday()]}."
    return (doubt("date-weekday", message),)


def day_at_start(words: str, hints: Hints) -> Found | None:
    """The day with which a text begins, whatever follows it."""
    for pattern, build in _FORMS:
        if found := pattern.match(words):
            built = build(found, hints)
            if built is not None:
                return replace(built, rest=words[found.end() :])
    return None


def _make(year: int, month: int, day: int, *remarks: Remark) -> Found:
    made = calendar_day(year, month, day)
    return Found(day=made, remarks=remarks if made else ())


def _iso(found: re.Match[str], _: Hints) -> Found:
    return _make(int(found[1]), int(found[2]), int(found[3]))


def _numeric(found: re.Match[str], hints: Hints) -> Found | None:
    day, month, remarks = int(found[1]), int(found[3]), []
    if " - " in (found[2], found[4]) and found[2] != found[4] and len(found[5]) == 2:
        return None  # 19-02 - 21/02
    marks = {found[2].strip(), found[4].strip()}
    if len(marks) > 1 and _A_YEAR_AFTER.match(found.string, found.end()):
        return None  # 9-10.03 2021: two days of March
    if len(marks) > 1 or any(len(mark) > 1 or mark in (":", ";") for mark in marks):
        remarks.append(repaired(hints, "its marks are not usual; read as one date"))
    year = slip_of_year(found[5], hints)
    if year is None:
        message = f"'{hints.sent}': {found[5]} is not a year. The row is kept as undated."
        return Found(day=None, remarks=(doubt("date-year-odd", message),))
    if not hints.day_first and month <= 31 and day <= 12:
        day, month = month, day
    elif month > 12 >= day:
        remarks.append(repaired(hints, f"there is no month {month}; read month first"))
        day, month = month, day
    return _make(year[0], month, day, *remarks, *year[1])


def _tight(found: re.Match[str], hints: Hints) -> Found | None:
    made = _make(int(found[5]), int(found[3]), int(found[1]))
    if made.day is None:
        return None
    return replace(made, remarks=(repaired(hints, "its parts run together; read as one date"),))


def _without_year(found: re.Match[str], hints: Hints) -> Found | None:
    day, month = int(found[1]), int(found[2])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return _with_year(None, month, day, hints)


def _year_apart(found: re.Match[str], hints: Hints) -> Found | None:
    """'8/3 2021' is of 2021, or at 20:21: read as the year, and said so; below another year at
    20:21."""
    day, month, year = int(found[1]), int(found[2]), found[3]
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    first, last = hints.within
    if first and last and not first.year <= int(year) <= last.year:
        return None
    if int(year[2:]) > 59:
        return _make(int(year), month, day)
    clock = f"{year[:2]}:{year[2:]}"
    message = f"'{hints.sent}' could be of {year} or at {clock}; it was read as of the year."
    said = doubt("date-ambiguous", message, "Ask the agency which it is.")
    return _make(int(year), month, day, said)


def _bare(found: re.Match[str], hints: Hints) -> Found | None:
    """A number alone: a day of the month said beside it, or over its rows."""
    if hints.month is not None and hints.year is not None:
        return _make(hints.year, hints.month, int(found[1]))
    first, last = hints.within
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    message = f"'{hints.sent}': {first:%m/%Y} was taken from the heading over its rows."
    assumed = doubt("date-year-assumed", message, "Check the date with the agency.")
    return _make(first.year, first.month, int(found[1]), assumed)


def _with_year(digits: str | None, month: int, day: int, hints: Hints) -> Found | None:
    year = read_year(digits, hints) if digits else missing_year(month, hints)
    if year is None:
        return Found(day=None, remarks=(no_year(hints),))
    return _make(year[0], month, day, *year[1])


_Builder = Callable[[re.Match[str], Hints], Found | None]


def _named(*, day: int, month: int, year: int | None = None) -> _Builder:
    """A date with its month by name: which group of its form holds which part."""

    def build(found: re.Match[str], hints: Hints) -> Found | None:
        digits = found[year] if year else None
        return _with_year(digits, MONTHS[found[month]], int(found[day]), hints)

    return build


_FORMS: tuple[tuple[re.Pattern[str], _Builder], ...] = (
    (_ISO_TIGHT, _iso),
    (_ISO, _iso),
    (_NUMERIC, _numeric),
    (_COMMAS, _numeric),
    (_SPACED, _numeric),
    (_TIGHT, _tight),
    (_YEAR_NAMED, _named(year=1, month=2, day=3)),
    (_NAMED, _named(day=1, month=2, year=3)),
    (_MONTH_FIRST, _named(month=1, day=2, year=3)),
    (_MONTH_ORDINAL, _named(month=1, day=2)),
    (_YEAR_APART, _year_apart),
    (_NO_YEAR, _without_year),
    (_BARE, _bare),
)
