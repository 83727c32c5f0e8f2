"""Days that a text names, up to the day it was written: 14/3, 14th March, the 6th, yesterday,
Saturday, Christmas Eve.

And weeks and months (this week, last week, conference in April), and times of day: 11.30, 3:20.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from chronology import phrases
from chronology.dates import calendar_day
from chronology.dates.holidays import FIXED

_IN_FULL = (*calendar.month_name[1:], "Sept")
_MONTHS = tuple(name[:3].casefold() for name in calendar.month_name[1:])
_ANY_MONTH = "|".join(_MONTHS)
_MONTH = "(" + _ANY_MONTH + ")(?:" + "|".join(f"(?<={m[:3]}){m[3:]}" for m in _IN_FULL) + r")?\b"
# "2.9" by itself is a weight or a temperature sooner than a date: it needs a year or "on".
_NUMBERS = re.compile(
    r"(?<![\d.])(\d{1,2})(?:[/-](\d{1,2})(?:[./-]\d{2,4})?|\.(\d{1,2})\.\d{2,4})(?!\d)"
)
_DOTTED = re.compile(
    r"\b(?:on|of|from|dated|re|since|incident) (\d{1,2})\.(\d{1,2})(?!\.?\d|\s?(?:kg|cm|mm|ml|%))",
    re.I,
)
_SPANS = re.compile(r"(?<![\d./-])(\d{1,2})/(12|7)(?![\d/.-])")
_JUST_BEEN = 31  # days
_HOLDS_A_DOT = re.compile(r"\d\.\d")
_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?: of)? " + _MONTH, re.I)
_OF_A_MONTH = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)\b(?! (?:of |cent|birth|floor|time|week|year|"
    + _ANY_MONTH
    + "))",
    re.I,
)
_BEFORE_IT = ("on ", "the ", "day ")
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
_TO_COME = frozenset(["to", "until", "till", "by", "next", "everi", "each", "for"])
_AHEAD = frozenset(["due", "will"])  # "mother will bring him on Friday"
_WEEKDAYS = {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
             "sunday": 6, "mon": 0, "tue": 1, "wed": 2, "thur": 3, "fri": 4}  # fmt: skip
_SAYS_WHEN = frozenset(["yesterday", "last", "weekend", *_WEEKDAYS])


def named_days(text: str, told: Sequence[str], start: dt.date | None) -> frozenset[int]:
    """The days named in a text written on `start`, as ordinals; `told` is its words in order."""
    if start is None:
        return frozenset()
    days = {_latest(start, day, month) for day, month in _dates(text, told)}
    days -= _ages(text, start)
    days |= {
        _latest_of_a_month(start, int(found[1]))
        for found in _OF_A_MONTH.finditer(text)
        if text[: found.start()].casefold().endswith(_BEFORE_IT)
    }
    days.update(_days_before(start, told))
    return frozenset(day for day in days if day)


def _dates(text: str, told: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Day and month of every date that a text gives, and of the feasts that it names."""
    for day, month, dotted in _NUMBERS.findall(text):
        yield int(day), int(month or dotted)
    if _HOLDS_A_DOT.search(text):
        for day, month in _DOTTED.findall(text):
            yield int(day), int(month)
    if not _month_words().isdisjoint(told):
        for day, name in _IN_WORDS.findall(text):
            yield int(day), _month(name)
    for feast in phrases.find(told, _feasts()):
        day, _, month = feast.name.partition("/")
        yield int(day), int(month)


def _ages(text: str, start: dt.date) -> set[int]:
    """Days that are none: "8/12" is eight months, "5/7" five days, unless such a day has just
    been."""
    written = {_latest(start, int(n), int(unit)) for n, unit in _SPANS.findall(text)}
    return {day for day in written if start.toordinal() - day > _JUST_BEEN}


def _days_before(start: dt.date, told: Sequence[str]) -> Iterator[int]:
    """The days named by how they lie to `start`: yesterday, last night, the weekend, Saturday."""
    if _SAYS_WHEN.isdisjoint(told):
        return
    today = start.toordinal()
    for at, word in enumerate(told):
        before = told[max(0, at - 1)]
        if word == "yesterday" and before == "befor":
            yield today - 2
        elif word == "yesterday" or told[at : at + 2] == ["last", "night"]:
            yield today - 1
        elif word == "weekend":
            yield from (today - (start.weekday() - n) % 7 for n in (5, 6))
        elif (
            word in _WEEKDAYS
            and before not in _TO_COME
            and _AHEAD.isdisjoint(told[max(0, at - 4) : at])
        ):
            ago = (start.weekday() - _WEEKDAYS[word]) % 7
            yield today - (ago or 7 * (before == "last"))


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
        month = _month(name)
        back = (start.month - month) % 12
        if back <= _MONTHS_BACK:
            year = start.year - (month > start.month)
            first = dt.date(year, month, 1)
            after = dt.date(year + month // 12, month % 12 + 1, 1)
            spans.append((first.toordinal(), after.toordinal() - 1))
    return tuple((first, min(last, start.toordinal())) for first, last in spans)


@cache
def _feasts() -> phrases.Finder:
    """What feasts are called, by day and month."""
    called: dict[str, list[str]] = defaultdict(list)
    for name, (month, day) in FIXED.items():
        called[f"{day}/{month}"].append(name)
    return phrases.finder(called)


@cache
def _month_words() -> frozenset[str]:
    """Stems of the names of months: most texts hold none, and are not searched for them."""
    return frozenset(phrases.stems(" ".join(_IN_FULL))) | frozenset(_MONTHS)


def _month(name: str) -> int:
    return _MONTHS.index(name.casefold()) + 1


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
        found = calendar_day(first.year, first.month, day)
        if found and found <= start:
            return found.toordinal()
    return 0


def _latest(start: dt.date, day: int, month: int) -> int:
    """The latest such day up to `start`; 0 where there is no such day."""
    for year in (start.year, start.year - 1):
        found = calendar_day(year, month, day)
        if found and found <= start:
            return found.toordinal()
    return 0
