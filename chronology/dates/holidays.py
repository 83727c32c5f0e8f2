"""School terms and years, financial years, and the days and holidays that people date by.

term     = autumn|spring|summer term [1|2] y[/y]  autumn Sep-Dec, spring Jan-Apr, summer May-Jul
         | michaelmas|lent term y[/y]
years    = school|academic year y/y (Sep-Aug) | financial year y/y (Apr-Mar)
feast    = Christmas [Eve|Day|holidays] y | Easter [Sunday|...] y | Good Friday y | New Year ...
half     = October|February|May half term y
Terms and holidays are the usual ones, not a school's own: those readings are marked as about.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from chronology.dates.lexicon import Y
from chronology.dates.when import (
    Hints,
    Precision,
    Reader,
    When,
    because,
    first_read,
    months,
    one_day,
    span,
)
from chronology.dates.years import missing_year, read_year
from chronology.findings import note

_TERMS = {"autumn": (9, 12), "spring": (1, 4), "summer": (5, 7)}
_TERMS_TOO = {
    "aut": "autumn",
    "michaelmas": "autumn",
    "spr": "spring",
    "lent": "spring",
    "sum": "summer",
}
_PAIR = r"(?:\s*[/-]\s*(\d{2,4}|\d))?"
_TERM = re.compile(
    rf"(aut|autumn|michaelmas|spr|spring|lent|sum|summer)\s*(?:half[\s-]?)?term\s*([12])?"
    rf"[\s,]*(?:of )?{Y}{_PAIR}"
)
_TERM_HALF = re.compile(rf"(autumn|spring|summer) ([12])(?: half[\s-]term)?[\s,]+{Y}{_PAIR}")
_YEAR_TERM = re.compile(rf"{Y}{_PAIR}[\s,-]+(autumn|spring|summer) term")
_SCHOOL = re.compile(rf"(?:school|academic) (?:year|yr)(?: of)?[\s:]*{Y}{_PAIR}")
_SCHOOL_LAST = re.compile(rf"{Y}{_PAIR} (?:school|academic) (?:year|yr)")
_MONEY = re.compile(rf"(?:fy|(?:financial|fiscal|tax) (?:year|yr)(?: of)?)[\s:]*{Y}{_PAIR}")
_MONEY_LAST = re.compile(rf"{Y}{_PAIR} (?:fy|(?:financial|fiscal|tax) (?:year|yr))")
_NAMED_DAY = re.compile(rf"(?:the )?([a-z][a-z' ]*[a-z])(?:[\s,]+(?:of |in )?{Y})?(?:/\d{{1,4}})?")
FIXED: Mapping[str, tuple[int, int]] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "halloween": (10, 31),
    "hallowe'en": (10, 31),
    "bonfire night": (11, 5),
}
"""Days, by month and day of the month, that texts name too when they tell when something was."""
_VALENTINE = (2, 14)  # in a text more often a card than a day
_FIXED_DATES = {**FIXED, "valentine's day": _VALENTINE, "valentines day": _VALENTINE}
_WHOLE_NAMES = {"oct": "october", "feb": "february"}
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter day": 0, "easter monday": 1}
_ABOUT_FROM_EASTER = {"easter": (-2, 1), "easter weekend": (-2, 1)}
_BREAKS = {
    "christmas": ((12, 24), (12, 26)),
    "new year": ((12, 31), (1, 1)),
    "christmas holidays": ((12, 20), (1, 4)),
    "summer holidays": ((7, 21), (8, 31)),
    "october half term": ((10, 20), (10, 31)),
    "autumn half term": ((10, 20), (10, 31)),
    "february half term": ((2, 10), (2, 24)),
    "spring half term": ((2, 10), (2, 24)),
    "may half term": ((5, 24), (6, 5)),
    "summer half term": ((5, 24), (6, 5)),
}


def read_holiday(words: str, hints: Hints) -> When | None:
    """Read a term, a school or financial year, or a named day or holiday."""
    return first_read(_READERS, words, hints)


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def _term(words: str, hints: Hints) -> When | None:
    if found := _TERM.fullmatch(words) or _TERM_HALF.fullmatch(words):
        name, half, digits, second = found[1], found[2], found[3], found[4]
    elif found := _YEAR_TERM.fullmatch(words):
        digits, second, name, half = found[1], found[2], found[3], None
    else:
        return None
    read = read_year(digits, hints)
    if not _follows(read[0], second):
        return None
    name = _TERMS_TOO.get(name, name)
    first, last = _TERMS[name]
    year = read[0] + (second is not None and name != "autumn")
    when = months(year, first, last, Precision.TERM, *read[1])
    if half is None:
        return when
    message = f"'{hints.sent}' was read as the whole {name} term: half terms differ by school."
    return because(when, note("date-half-term", message, "Ask the school for its term dates."))


def _twelve_months(words: str, hints: Hints) -> When | None:
    found, month = _SCHOOL.fullmatch(words) or _SCHOOL_LAST.fullmatch(words), 9
    if not found:
        found, month = _MONEY.fullmatch(words) or _MONEY_LAST.fullmatch(words), 4
    if not found:
        return None
    read = read_year(found[1], hints)
    if not _follows(read[0], found[2]):
        return None
    return months(read[0], month, month - 1, Precision.RANGE, *read[1])


def _follows(year: int, second: str | None) -> bool:
    """Whether the second of two years, if there is one, is the next."""
    return second is None or str(year + 1).endswith(second)


def _named(words: str, hints: Hints) -> When | None:
    found = _NAMED_DAY.fullmatch(words.replace("half-term", "half term"))
    if not found:
        return None
    name = re.sub(r"\b(?:xmas|chrismas|christmass)\b", "christmas", found[1])
    name = re.sub(r"\b(?:break|hols?|holiday|vacation|period|time)$", "holidays", name)
    name = name.removesuffix(" week")
    name = re.sub(r"^half term (?:in )?([a-z]+)$", r"\1 half term", name)
    name = re.sub(r"^(oct|feb)(?= half)", lambda m: _WHOLE_NAMES[m[1]], name)
    if name not in _KNOWN:
        return None
    month = _KNOWN[name]
    read = read_year(found[2], hints) if found[2] else missing_year(month, hints)
    return because(_on(name, read[0]), *read[1]) if read else None


def _on(name: str, year: int) -> When:
    if name in _FIXED_DATES:
        month, day = _FIXED_DATES[name]
        return one_day(dt.date(year, month, day))
    if name in _FROM_EASTER:
        return one_day(easter(year) + dt.timedelta(days=_FROM_EASTER[name]))
    if name in _ABOUT_FROM_EASTER or name == "easter holidays":
        before, after = _ABOUT_FROM_EASTER.get(name, (-9, 9))
        sunday = easter(year)
        start, end = sunday + dt.timedelta(days=before), sunday + dt.timedelta(days=after)
        return span(start, end, Precision.CIRCA)
    (month, day), (last_month, last_day) = _BREAKS[name]
    start = dt.date(year - (name == "new year"), month, day)
    end = dt.date(start.year + (last_month < month), last_month, last_day)
    return span(start, end, Precision.CIRCA)


_KNOWN = {
    **{name: month for name, (month, _) in _FIXED_DATES.items()},
    **dict.fromkeys((*_FROM_EASTER, *_ABOUT_FROM_EASTER, "easter holidays"), 4),
    **{name: first[0] for name, (first, _) in _BREAKS.items()},
}
_READERS: tuple[Reader, ...] = (_term, _twelve_months, _named)
