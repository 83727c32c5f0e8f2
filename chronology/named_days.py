"""Days that a text names, up to the day it was written: 14/3, 14th March, the 6th, yesterday,
Saturday, Christmas Eve.

And weeks and months (this week, last week, conference in April), and times of day: 11.30, 3:20.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from chronology import phrases

_MONTH = (
    "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:(?<=jan)uary|(?<=feb)ruary|(?<=mar)ch"
    "|(?<=apr)il|(?<=jun)e|(?<=jul)y|(?<=aug)ust|(?<=sep)t(?:ember)?|(?<=sep)tember"
    "|(?<=oct)ober|(?<=nov)ember|(?<=dec)ember)?\\b"
)
# "2.9" by itself is a weight or a temperature sooner than a date: it needs a year or "on".
_NUMBERS = re.compile(
    r"(?<![\d.])(\d{1,2})(?:[/-](\d{1,2})(?:[./-]\d{2,4})?|\.(\d{1,2})\.\d{2,4})(?!\d)"
)
_DOTTED = re.compile(
    r"\b(?:on|of|from|dated|re|since|incident) (\d{1,2})\.(\d{1,2})(?!\.?\d|\s?(?:kg|cm|mm|ml|%))",
    re.I,
)
_HOLDS_A_DOT = re.compile(r"\d\.\d")
_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)? " + _MONTH, re.I)
_OF_A_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)\b(?! (?:of |"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|cent|birth|floor|time|week|year))",
    re.I,
)
_BEFORE_IT = ("on ", "the ", "day ")
_FEASTS = re.compile(
    r"\b(?:(christmas eve)|(christmas day)|(boxing day)|(new year'?s eve)|(new year'?s day)"
    r"|(hallowe'?en)|(bonfire night))",
    re.I,
)
_FEAST_DAYS = ((24, 12), (25, 12), (26, 12), (31, 12), (1, 1), (31, 10), (5, 11))
_WEEKS = re.compile(r"\b(last|this|earlier (?:in|this)(?: the)?|previous) week\b", re.I)
_IN_A_MONTH = re.compile(
    r"\b(?:in|early|mid|late|end of|conf\w*|minutes|held|review|meeting|of|from|since) "
    + _MONTH
    + r"(?! \d)",
    re.I,
)
_MONTHS_BACK = 4
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
    named = [(int(d), int(month or dotted)) for d, month, dotted in _NUMBERS.findall(text)]
    if _HOLDS_A_DOT.search(text):
        named += [(int(d), int(month)) for d, month in _DOTTED.findall(text)]
    if not _month_words().isdisjoint(told):
        named += [(int(d), _MONTHS.index(m.casefold()) + 1) for d, m in _IN_WORDS.findall(text)]
    if not _feast_words().isdisjoint(told):
        named += [
            _FEAST_DAYS[n]
            for found in _FEASTS.findall(text)
            for n, feast in enumerate(found)
            if feast
        ]
    days = {_latest(start, day, month) for day, month in named}
    days |= {
        _latest_of_a_month(start, int(found[1]))
        for found in _OF_A_MONTH.finditer(text)
        if text[: found.start()].casefold().endswith(_BEFORE_IT)
    }
    for at, word in enumerate(told) if not _SAYS_WHEN.isdisjoint(told) else ():
        if word not in _SAYS_WHEN:
            continue
        back = _WEEKDAYS.get(word)
        if word == "yesterday" or told[at : at + 2] == ["last", "night"]:
            days.add(start.toordinal() - 1)
        elif word == "weekend":
            days |= {start.toordinal() - (start.weekday() - n) % 7 for n in (5, 6)}
        elif back is not None and told[max(0, at - 1)] not in _TO_COME:
            ago = (start.weekday() - back) % 7
            days.add(start.toordinal() - (ago or 7 * (told[max(0, at - 1)] == "last")))
    return frozenset(day for day in days if day)


def named_spans(
    text: str, told: Sequence[str], start: dt.date | None
) -> tuple[tuple[int, int], ...]:
    """The weeks and months that a text names, as first and last day, up to the day it was written.

    A month counts if it is one of the last few: "in June" of a plan for the summer is to come.
    """
    if start is None or ("week" not in told and _month_words().isdisjoint(told)):
        return ()
    monday = start.toordinal() - start.weekday()
    spans = [
        (monday - 7, monday - 1)
        if week.casefold() in ("last", "previous")
        else (monday, monday + 6)
        for week in _WEEKS.findall(text)
    ]
    for name in _IN_A_MONTH.findall(text):
        month = _MONTHS.index(name.casefold()) + 1
        back = (start.month - month) % 12
        if back <= _MONTHS_BACK:
            year = start.year - (month > start.month)
            first = dt.date(year, month, 1)
            after = dt.date(year + month // 12, month % 12 + 1, 1)
            spans.append((first.toordinal(), after.toordinal() - 1))
    return tuple((first, min(last, start.toordinal())) for first, last in spans)


@cache
def _month_words() -> frozenset[str]:
    """Stems of the names of months: most texts hold none, and are not searched for them."""
    long = ("January February March April June July August September October November December "
            "Sept")  # fmt: skip
    return frozenset(phrases.stems(long)) | frozenset(_MONTHS)


@cache
def _feast_words() -> frozenset[str]:
    return frozenset(phrases.stems("Christmas boxing eve year halloween bonfire"))


def clock(hour: int, minute: int) -> int:
    """Minutes on the face of a clock: who writes 3.20 seldom says of which half of the day."""
    return (hour * 60 + minute) % _HALF_DAY


def named_times(text: str) -> frozenset[int]:
    """The times of day that a text names, as minutes on the face of a clock."""
    return frozenset(clock(int(h), int(m)) for h, m in _CLOCK.findall(text) if int(h) < 24)


def _latest_of_a_month(start: dt.date, day: int) -> int:
    """The latest day of that number up to `start`, of this month or the last; 0 where none is."""
    month = dt.date(start.year, start.month, 1)
    for first in (month, (month - dt.timedelta(days=1)).replace(day=1)):
        try:
            found = first.replace(day=day)
        except ValueError:
            continue
        if found <= start:
            return found.toordinal()
    return 0


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
