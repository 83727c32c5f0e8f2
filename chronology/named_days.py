"""Days that a text names, up to the day it was written: 14/3, 14th March, yesterday, Saturday.

And the times of day: 11.30, 3:20.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

# "2.9" by itself is a weight or a temperature sooner than a date: it needs a year or "on".
_NUMBERS = re.compile(
    r"(?<![\d.])(\d{1,2})(?:[/-](\d{1,2})(?:[./-]\d{2,4})?|\.(\d{1,2})\.\d{2,4})(?!\d)"
    r"|\b(?:on|of|from|dated|re|since|incident) (\d{1,2})\.(\d{1,2})(?!\.?\d|\s?(?:kg|cm|mm|ml|%))",
    re.I,
)
_IN_WORDS = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)? "
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*",
    re.I,
)
_CLOCK = re.compile(
    r"(?<![\d.:/£-])(\d{1,2})[.:]([0-5]\d)(?!\d|[.:/-]\d)(?!\s*(?:kg|g\b|cm|mm|ml|mg|%|lb|p\b))",
    re.I,
)
_HALF_DAY = 12 * 60
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TO_COME = frozenset(["to", "until", "till", "by", "next", "everi", "each", "for"])
_SAYS_WHEN = frozenset(
    ("yesterday", "last", "weekend", "monday", "tuesday", "wednesday", "thursday", "friday",
     "saturday", "sunday", "mon", "tue", "wed", "thur", "fri")
)  # fmt: skip
_WEEKDAYS = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
    "mon": 0,
    "tue": 1,
    "wed": 2,
    "thur": 3,
    "fri": 4,
}


def named_days(text: str, told: Sequence[str], start: dt.date | None) -> frozenset[int]:
    """The days named in a text written on `start`, as ordinals; `told` is its words in order."""
    if start is None:
        return frozenset()
    named = [
        (int(day or other), int(month or dotted or last))
        for day, month, dotted, other, last in _NUMBERS.findall(text)
    ]
    named += [(int(d), _MONTHS.index(m.casefold()) + 1) for d, m in _IN_WORDS.findall(text)]
    days = {_latest(start, day, month) for day, month in named}
    for at, word in enumerate(told) if not _SAYS_WHEN.isdisjoint(told) else ():
        if word not in _SAYS_WHEN:
            continue
        back = _WEEKDAYS.get(word)
        if word == "yesterday" or told[at : at + 2] == ["last", "night"]:
            days.add(start.toordinal() - 1)
        elif word == "weekend":
            days |= {start.toordinal() - (start.weekday() - n) % 7 for n in (5, 6)}
        elif back is not None and told[max(0, at - 1)] not in _TO_COME:
            days.add(start.toordinal() - (start.weekday() - back) % 7)
    return frozenset(day for day in days if day)


def clock(hour: int, minute: int) -> int:
    """Minutes on the face of a clock: who writes 3.20 seldom says of which half of the day."""
    return (hour * 60 + minute) % _HALF_DAY


def named_times(text: str) -> frozenset[int]:
    """The times of day that a text names, as minutes on the face of a clock."""
    return frozenset(clock(int(h), int(m)) for h, m in _CLOCK.findall(text) if int(h) < 24)


def _latest(start: dt.date, day: int, month: int) -> int:
    """The latest such day up to `start`; 0 where there is no such day."""
    for year in (start.year, start.year - 1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found <= start:
            return found.toordinal()
    return 0
