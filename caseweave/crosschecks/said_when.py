"""When something was, as told beside a dated row: "last week", "at Christmas", "two years ago".

day, month         "on 3 May", "in March", "on Tuesday"     the last one up to the row's day
season, feast      "in the spring", "before Easter"         the last one, with some weeks about it
so long ago        "two years ago", "a year to the day since", "last month"
with its year      "on 3 May 2020", "in the summer of 2019", "in 2018"
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from chronology.dates import When, parse_when
from chronology.dates.holidays import FIXED, easter
from chronology.number_words import AGE, ORDINAL, number

MONTHS = tuple(calendar.month_name[1:])
_MONTH = "|".join(MONTHS)
DATE = (
    r"(\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s./-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s./,-]+\d{2,4}|"
    r"\d{4}-\d{2}-\d{2}|"
    r"[A-Z][a-z]{2,8}\s+\d{4}|\d{4})"
)
_DATED = re.compile(
    rf"\b(?:on|in|dated?|died|d\.|RIP|away|deceased|gives|shows|says)\s+(?:the\s+)?{DATE}\b|^[\s(,]*{DATE}\b"
)
_NO_YEAR = re.compile(
    rf"\b(?P<day>{ORDINAL}|\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b"
    r"(?!,?\s+\d{4})",
    re.I,
)
_IN_MONTH = re.compile(
    rf"\b(?:in|last|early|late|end\s+of|since|during)\s+(?P<month>(?-i:{_MONTH}))\b(?!\s+\d)", re.I
)
_SEASON = re.compile(
    r"\b(?:in\s+the|last|this|since\s+the|the|over\s+the)\s+(?P<season>spring|summer|autumn|winter)"
    r"(?:\s+of)?(?:\s+(?P<year>\d{4}(?:/\d{2,4})?))?\b|"
    r"\b(?P<bare>spring|summer|autumn|winter)\s+(?P<its>\d{4}(?:/\d{2,4})?)\b",
    re.I,
)
_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # month; three months each
_FEAST = re.compile(
    r"(?P<near>\b(?:days?|week)\s+)?(?P<side>\b(?:before|after|following)\s+"
    r")?\b(?P<feast>christmas(?:\s+(?:day|eve))?|"
    r"boxing\s+day|new\s+year(?:['\u2019]?s)?(?:\s+(?:day|eve))?|hallowe['\u2019]?en|"
    r"bonfire\s+night|easter)\b(?:,?\s+(?:of\s+)?(?P<year>\d{4}))?",
    re.I,
)
_FEASTS = ("christmas day", "boxing day", "new year's day", "halloween", "bonfire night")
_ABOUT_A_FEAST = dt.timedelta(days=14)  # either way
_BESIDE_A_FEAST = dt.timedelta(days=75)  # on the side that "before" or "after" says
_HOW_MANY = rf"(?P<many>a|an|{AGE}|few|couple\s+of|several)"
_AGO = re.compile(
    rf"\b{_HOW_MANY}\s+(?P<unit>day|week|fortnight|month|year)s?"
    r"(?:\s+and\s+a\s+half|\s+or\s+so)?\s*"
    r"(?P<sure>to\s+the\s+day|today|(?:this|next|last)\s+(?:year|month|week|spring|summer|autumn|"
    r"winter)|on\s+\w+day|in\s+\w+|now)?\s*(?:ago|since|before\s+that|on\b|earlier|after)",
    re.I,
)
_DEAD_FOR = re.compile(
    rf"\b(?:for|been\s+dead)\s+(?:over\s+|nearly\s+|about\s+)?{_HOW_MANY}\s+"
    r"(?P<unit>week|month|year)s?(?P<sure>)\b",
    re.I,
)
_LAST = re.compile(
    r"\b(?P<which>this\s+time\s+last\s+year|yesterday|today|tonight|last\s+night|this\s+morning|"
    r"(?:last|this|earlier\s+this)\s+(?:week|weekend|month|year)|"
    r"(?:last\s+|on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day|in\s+the\s+night|just|recently)"
    r"\b(?!\s+week)",
    re.I,
)
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25}


def date_said(words: str, day: dt.date | None) -> When | None:
    """The date that some words tell of, seen from the day of their row; None without one.

    A span of days stands for what is told loosely.
    """
    if dated := _DATED.search(words):
        return parse_when(dated[1] or dated[2])
    for pattern, read in _LOOSE:
        found = pattern.search(words)
        if found and (day is not None or found.re is _SEASON):
            said = read(found, day or dt.date.max)
            if said is not None:
                return said
    return None


def span(start: dt.date, end: dt.date) -> When:
    """A day, or the days from one to another."""
    if start == end:
        return parse_when(f"{start:%d/%m/%Y}")
    return parse_when(f"{start:%d/%m/%Y} - {end:%d/%m/%Y}")


def _of_no_year(found: re.Match[str], day: dt.date) -> When | None:
    told, month = number(found["day"]), month_of(found["month"])
    year = day.year - ((month, told) > (day.month, day.day))
    said = parse_when(f"{told:02}/{month:02}/{year}")
    return said if said.start else None


def month_of(word: str) -> int:
    """The number of a month called by its name, in any letters."""
    return MONTHS.index(word.capitalize()) + 1


def _of_month(found: re.Match[str], day: dt.date) -> When:
    month = month_of(found["month"])
    return parse_when(f"{found['month']} {day.year - (month > day.month)}")


def _of_season(found: re.Match[str], day: dt.date) -> When | None:
    season, year = (found["season"] or found["bare"]).casefold(), found["year"] or found["its"]
    if year:
        return parse_when(f"{season} {year}")
    if day == dt.date.max:
        return None
    begun = dt.date(day.year, _BEGINS[season], 1)
    if begun > day:
        begun = begun.replace(year=day.year - 1)
    return span(begun, min(begun + dt.timedelta(days=91), day))


def _of_feast(found: re.Match[str], day: dt.date) -> When:
    word = found["feast"].casefold()
    this, last = (_feast(word, year) for year in (day.year, day.year - 1))
    middle = this if this <= day else last
    if found["year"]:
        middle = _feast(word, int(found["year"]))
    side = "" if found["near"] else (found["side"] or "").strip().casefold()
    before = _BESIDE_A_FEAST if side == "before" else _ABOUT_A_FEAST
    after = _BESIDE_A_FEAST if side in ("after", "following") else _ABOUT_A_FEAST
    return span(middle - before, max(middle, min(middle + after, day)))


def _feast(word: str, year: int) -> dt.date:
    if word == "easter":
        return easter(year)
    return dt.date(year, *next(FIXED[feast] for feast in _FEASTS if feast[:3] == word[:3]))


def _of_ago(found: re.Match[str], day: dt.date) -> When:
    word = found["many"].casefold()
    many = number(word) if re.fullmatch(AGE, word) else {"a": 1, "an": 1}.get(word, 3)
    length = _DAYS[found["unit"].casefold()]
    sure = (found["sure"] or "").casefold()
    about = (
        4.0
        if sure in ("to the day", "today")
        else length * max(0.5 if many > 1 else 0.25, many / 10)
    )
    if word in ("few", "several") or word.startswith("couple"):
        about = length * 2
    middle = day - dt.timedelta(days=round(many * length))
    either = dt.timedelta(days=max(1, round(about)))
    return span(middle - either, min(middle + either, day))


_BACK = {"yesterday": 1, "today": 0, "tonight": 0, "last night": 1, "this morning": 0,
         "this week": 7, "last week": 14, "last weekend": 9, "this weekend": 7, "in the night": 1,
         "this month": 31, "just": 31, "recently": 120}  # fmt: skip


def _of_last(found: re.Match[str], day: dt.date) -> When:
    which = " ".join(found["which"].casefold().split()).removeprefix("earlier ")
    first_of_month = day.replace(day=1)
    if which == "this time last year":
        middle = day - dt.timedelta(days=365)
        return span(middle - dt.timedelta(days=30), middle + dt.timedelta(days=30))
    if which == "last month":
        end = first_of_month - dt.timedelta(days=1)
        return span(min(end.replace(day=1), day - dt.timedelta(days=31)), end)
    if which == "last year":
        return span(dt.date(day.year - 1, 1, 1), dt.date(day.year - 1, 12, 31))
    if which == "this year":
        return span(dt.date(day.year, 1, 1), day)
    return span(day - dt.timedelta(days=_BACK.get(which, 8)), day)


_LOOSE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], When | None]], ...] = (
    (_AGO, _of_ago),
    (_DEAD_FOR, _of_ago),
    (_NO_YEAR, _of_no_year),
    (_SEASON, _of_season),
    (_FEAST, _of_feast),
    (_IN_MONTH, _of_month),
    (_LAST, _of_last),
)
