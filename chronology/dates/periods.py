"""Periods that are less exact than a day and have a name.

month    = month y | mm/yyyy | mm/yy (yy over 12) | yyyy-mm | y month
partly   = ?/mm/yyyy | ?/?/yyyy                the month or year is kept
part     = early|mid|late|beginning|end|first half|... of a month, season, year or decade
season   = spring|summer|autumn|winter y[/y]   winter 2006/7 begins in December 2006
year     = y      years = y/y | y-y next to one another     decade = 2010s
quarter  = q1..q4 y | q1..q4 y/y               calendar quarters; of two years financial ones
terms, school years and holidays: see holidays.py
"""

from __future__ import annotations

import datetime as dt
import re

from chronology.dates.lexicon import MONTHS, ORDINAL, M, Y
from chronology.dates.when import (
    Hints,
    Precision,
    Reader,
    When,
    because,
    doubt,
    first_read,
    impossible,
    month_end,
    months,
    span,
    years,
)
from chronology.dates.years import missing_year, read_year
from chronology.findings import note

_Y4 = r"((?:19|20)\d\d)"
_MONTH = re.compile(rf"({M})[\s,.\-/]*(?:of )?{Y}")
_COULD_BE_DAY = re.compile(rf"\W*{M}\.?,?\s+[1-9]\d\W*")
_YEAR_MONTH = re.compile(rf"{_Y4}[\s,.\-/]*({M})\.?")
_MONTH_ALONE = re.compile(rf"({M})\.?")
_MONTH_NUMBER = re.compile(rf"(\d{{1,2}})\s*[/.\-]\s*{_Y4}")
_MONTH_SHORT = re.compile(r"(\d{1,2})\s*[/\-]\s*(\d\d)")
_ISO_MONTH = re.compile(rf"{_Y4}[-/.](\d\d)")
_BLANK_DAY = re.compile(
    r"(?:[?x_]{1,2}|-{2}|00?)\s*[./-]\s*(0?[1-9]|1[0-2])\s*[./-]\s*((?:19|20)\d\d|\d\d)"
)
_BLANK_MONTH = re.compile(
    r"(?:\d{1,2}|[?x_]{1,2}|-{2}|00?)\s*[./-]\s*(?:[?x_]{1,2}|-{2}|00?)\s*[./-]\s*"
    r"((?:19|20)\d\d|\d\d)"
)
_SEASON = re.compile(
    rf"(spring|summer|autumn|fall|winter)(?: time)?(?:(?:\s*of)?[\s,]*{Y})?(?:\s*[/-]\s*\d{{1,4}})?"
)
_YEAR_SEASON = re.compile(rf"{_Y4}[\s,-]+(spring|summer|autumn|fall|winter)")
_YEAR = re.compile(rf"(?:year )?{_Y4}")
_YEAR_PAIR = re.compile(rf"{_Y4}\s*(?:[/-]|to)\s*(\d{{1,4}})")
_DECADE = re.compile(r"(?:the )?(?:(?:19|20)\d0|\d0)'?s")
_QUARTER = re.compile(
    rf"(?:q|quarter |qtr ?)([1-4])[\s,/-]*(?:of )?{Y}|{_Y4}[\s,/-]*q([1-4])"
    rf"|(first|second|third|fourth|last|[1-4]{ORDINAL}) quarter (?:of )?{Y}"
)
_QUARTER_OF_PAIR = re.compile(
    rf"(?:q|quarter |qtr ?)([1-4])[\s,/-]*(?:of )?{Y}\s?[/-]\s?(\d\d(?:\d\d)?)"
    rf"|{Y}\s?[/-]\s?(\d\d(?:\d\d)?)[\s,-]*(?:q|quarter |qtr ?)([1-4])"
)
_HALF = re.compile(r"(first|1st|second|2nd|latter|last) half of (.+)")
_WEEK_OF_MONTH = re.compile(
    r"(first|1st|second|2nd|third|3rd|fourth|4th|last|final) week (?:of|in) (.+)"
)
_PART = re.compile(
    r"((?:early|middle|mid|late|latter|beginning|beg\.?|start|end|first|last)(?:\s*(?:to|/|-)\s*(?:mid|late"
    r"))?)(?: part)?[\s-]*(?:of |in )?(?:the )?(?:year )?(.+)"
)
_PART_LAST = re.compile(r"(.+?)[\s,-]+(early|mid|late|beginning|start|end)")
_SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERED = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def read_period(words: str, hints: Hints) -> When | None:
    """Read a month, a season, a year or a part of one; None where the text is something else."""
    return first_read(_READERS, words, hints)


def _month(words: str, hints: Hints) -> When | None:
    if found := _MONTH.fullmatch(words):
        return _named_month(MONTHS[found[1]], found[2], hints)
    if found := _YEAR_MONTH.fullmatch(words):
        return _whole_month(int(found[1]), MONTHS[found[2]], hints)
    if found := _MONTH_NUMBER.fullmatch(words):
        return _whole_month(int(found[2]), int(found[1]), hints)
    if (found := _ISO_MONTH.fullmatch(words)) and int(found[2]) != int(found[1]) % 100 + 1:
        return _whole_month(int(found[1]), int(found[2]), hints) if int(found[2]) <= 12 else None
    if (found := _MONTH_SHORT.fullmatch(words)) and int(found[2]) > 12 >= int(found[1]) > 0:
        if words.endswith(("/52", "/40")):  # six weeks, and the twelfth week of a pregnancy
            return None
        return _short_month(read_year(found[2], hints)[0], int(found[1]), hints)
    return _month_without_year(words, hints)


def _short_month(year: int, month: int, hints: Hints) -> When:
    """'3/13' is March 2013; among rows of other years it may be the 13th of March."""
    when = _whole_month(year, month, hints)
    if hints.near is None or abs(hints.near.year - year) < 2:
        return when
    message = f"'{hints.sent}' was read as {month:02d}/{year}; the dates around it are years away."
    return because(when, doubt("date-ambiguous", message, "Ask the agency which day it was."))


def _named_month(month: int, digits: str, hints: Hints) -> When:
    """'Sept 21' is September 2021 or the 21st of September: read as the month, and said so."""
    read = read_year(digits, hints)
    when = because(_whole_month(read[0], month, hints), *read[1])
    if not _COULD_BE_DAY.fullmatch(hints.sent.casefold()) or not 1 <= int(digits) <= 31:
        return when
    message = (
        f"'{hints.sent}' could be the day {int(digits)} or the year {read[0]}; "
        f"it was read as the month in {read[0]}."
    )
    return because(when, doubt("date-ambiguous", message, "Ask the agency which it is."))


def _month_without_year(words: str, hints: Hints) -> When | None:
    found = _MONTH_ALONE.fullmatch(words)
    if not found:
        return None
    month = MONTHS[found[1].rstrip(".")]
    year = missing_year(month, hints)
    return because(_whole_month(year[0], month, hints), *year[1]) if year else None


def _whole_month(year: int, month: int, hints: Hints) -> When:
    if not 1 <= month <= 12:
        return impossible(hints)
    return months(year, month, month, Precision.MONTH)


def read_partly(words: str, hints: Hints) -> When | None:
    """Read a date whose day or month is a question mark; None where the text is something else."""
    found = _BLANK_DAY.fullmatch(words)
    whole = _BLANK_MONTH.fullmatch(words)
    digits = found[2] if found else whole[1] if whole else ""
    if not digits:
        return None
    year = read_year(digits, hints)
    left_out = "day" if found else "month"
    message = f"'{hints.sent}' leaves out the {left_out}."
    said = (*year[1], note("date-partial", message, "Ask the agency for the whole date."))
    if found:
        return because(_whole_month(year[0], int(found[1]), hints), *said)
    return years(year[0], year[0], Precision.YEAR, *said)


def _season(words: str, hints: Hints) -> When | None:
    if found := _SEASON.fullmatch(words):
        name, digits = found[1], found[2]
    elif found := _YEAR_SEASON.fullmatch(words):
        name, digits = found[2], found[1]
    else:
        return None
    first = _SEASON_START[name]
    year = read_year(digits, hints) if digits else missing_year(first, hints)
    if year is None:
        return None
    when = months(year[0], first, (first + 1) % 12 + 1, Precision.SEASON, *year[1])
    if name != "winter" or "/" in words or "-" in words:
        return when
    message = f"'{hints.sent}' was read as the winter that begins in December {year[0]}."
    return because(when, note("date-winter", message, "Ask the agency which winter it was."))


def _year(words: str, hints: Hints) -> When | None:
    if found := _YEAR.fullmatch(words):
        return years(int(found[1]), int(found[1]), Precision.YEAR)
    found = _YEAR_PAIR.fullmatch(words)
    if not found:
        return None
    first, digits = int(found[1]), found[2]
    last = int(found[1][: 4 - len(digits)] + digits)
    if last <= first or len(digits) == 3 or (len(digits) == 1 and last != first + 1):
        return None
    when = years(first, last, Precision.RANGE)
    if len(digits) == 4 or last != first + 1:
        return when
    message = f"'{hints.sent}' may be a school or financial year; both years were taken."
    return because(when, note("date-two-years", message, "Ask the agency which months it covers."))


def _decade(words: str, hints: Hints) -> When | None:
    found = _DECADE.fullmatch(words)
    if not found:
        return None
    digits = re.sub(r"\D", "", words)
    first = int(digits) if len(digits) == 4 else (2000 if int(digits) < 50 else 1900) + int(digits)
    return years(first, first + 9, Precision.RANGE) if first % 10 == 0 else None


def _quarter(words: str, hints: Hints) -> When | None:
    found = _QUARTER.fullmatch(words)
    if not found:
        return None
    named = found[1] or found[4] or found[5]
    number = _number(named)
    year = read_year(found[2] or found[3] or found[6], hints)
    message = f"'{hints.sent}' was read as a quarter of the calendar year."
    said = (*year[1], note("date-quarter", message, "Ask whether the financial year was meant."))
    return months(year[0], number * 3 - 2, number * 3, Precision.RANGE, *said)


def _quarter_of_pair(words: str, hints: Hints) -> When | None:
    """'Q4 2018/19': of the financial year, for only that has two."""
    found = _QUARTER_OF_PAIR.fullmatch(words)
    if not found:
        return None
    year = read_year(found[2] or found[4], hints)
    if (year[0] + 1) % 100 != int((found[3] or found[5])[-2:]):
        return None
    number = int(found[1] or found[6])
    first = number * 3 + 1 if number < 4 else 1
    message = f"'{hints.sent}' was read as a quarter of the financial year, from April."
    said = (*year[1], note("date-quarter", message, "Ask whether the calendar year was meant."))
    return months(year[0] + (number == 4), first, first + 2, Precision.RANGE, *said)


def _number(name: str) -> int:
    """2 for 'second', '2nd' and '2'."""
    return int(name[0]) if name[0].isdigit() else _NUMBERED[name]


def _half(words: str, hints: Hints) -> When | None:
    found = _HALF.fullmatch(words)
    whole = _whole(found[2], hints) if found else None
    if not found or whole is None or whole.start is None or whole.end is None:
        return None
    middle = whole.start + (whole.end - whole.start + dt.timedelta(days=1)) // 2
    if whole.precision is Precision.YEAR:
        middle = dt.date(whole.start.year, 7, 1)
    if found[1] in ("first", "1st"):
        return span(whole.start, middle - dt.timedelta(days=1), Precision.CIRCA, *whole.remarks)
    return span(middle, whole.end, Precision.CIRCA, *whole.remarks)


def _week_of_month(words: str, hints: Hints) -> When | None:
    found = _WEEK_OF_MONTH.fullmatch(words)
    month = _month(found[2], hints) if found else None
    if not found or month is None or month.start is None or month.end is None:
        return None
    start = month.start.replace(day=_number(found[1]) * 7 - 6)
    if found[1] in ("last", "final"):
        start = month.end - dt.timedelta(days=6)
    return span(start, start + dt.timedelta(days=6), Precision.CIRCA, *month.remarks)


def _part(words: str, hints: Hints) -> When | None:
    """Thirds of a month, a season, a year or a decade; 'mid to late' is the last two."""
    if turned := _PART_LAST.fullmatch(words):
        words = f"{turned[2]} {turned[1]}"
    found = _PART.fullmatch(words)
    whole = _whole(found[2], hints) if found else None
    if not found or whole is None or whole.start is None or whole.end is None:
        return None
    named = re.split(r"\s*(?:to|/|-)\s*", found[1])
    first, last = _third(named[0]), _third(named[-1])
    start, end = _thirds(whole, first)[0], _thirds(whole, last)[1]
    return span(start, end, Precision.CIRCA, *whole.remarks) if start <= end else None


def _third(name: str) -> int:
    if name in ("late", "latter", "end", "last"):
        return 2
    return 1 if name.startswith("mid") else 0


def _thirds(whole: When, third: int) -> tuple[dt.date, dt.date]:
    """The first and last day of one third of a period."""
    assert whole.start is not None
    assert whole.end is not None
    start, year = whole.start, whole.start.year
    length = (whole.end - start).days
    if length < 31:
        first = start.replace(day=1 + 10 * third)
        return first, whole.end if third == 2 else first + dt.timedelta(days=9)
    if length < 93:
        month = (start.month + third - 1) % 12 + 1
        year += month < start.month
        return dt.date(year, month, 1), month_end(year, month)
    if length < 367:
        return dt.date(year, 1 + 4 * third, 1), month_end(year, 4 + 4 * third)
    first_year, last_year = ((0, 3), (4, 6), (7, 9))[third]
    return dt.date(year + first_year, 1, 1), dt.date(year + last_year, 12, 31)


def _whole(words: str, hints: Hints) -> When | None:
    if re.fullmatch(r"\d\d", words):
        year = read_year(words, hints)
        return years(year[0], year[0], Precision.YEAR, *year[1])
    for reader in (_month, _season, _year, _decade):
        when = reader(words, hints)
        if when is not None and when.start is not None:
            return when
    return None


_READERS: tuple[Reader, ...] = (
    _month,
    _season,
    _year,
    _decade,
    _quarter,
    _quarter_of_pair,
    _half,
    _week_of_month,
    _part,
)
