"""Dates between GEDCOM's words and the words in which a family keeps them (family_dates.py).

    3 MAR 1980                  <->  3 Mar 1980
    ABT 1950                    <->  about 1950              EST, CAL: estimated, calculated
    BEF 1950, AFT 1950          <->  before 1950, after 1950 FROM, TO: from, until
    BET 1950 AND 1952           <->  between 1950 and 1952
    FROM 1950 TO 1952           <->  from 1950 to 1952
    @#DJULIAN@ 5 MAR 1700        ->  5 Mar 1700 (Julian)     in 7: JULIAN 5 MAR 1700
    INT 1950 (after the flood)   ->  1950 [after the flood]  in 7: 1950 with PHRASE
    (after the flood)            ->  after the flood

Words that GEDCOM has no form for stand beside the date: as PHRASE in 7, as _TEXT in 5.5.1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from chronology.dates import Precision, When
from genogram.formats.calendars import HEBREW, REPUBLICAN
from genogram.formats.family_dates import MONTHS, when_from

Stretch = tuple[When | None, When | None]
_PLAIN = (Precision.DAY, Precision.TIME, Precision.MONTH, Precision.YEAR)
_CALENDARS = {
    "@#DGREGORIAN@": "",
    "@#DJULIAN@": " (Julian)",
    "@#DHEBREW@": " (Hebrew)",
    "@#DFRENCH R@": " (French Republican)",
    "GREGORIAN": "",
    "JULIAN": " (Julian)",
    "HEBREW": " (Hebrew)",
    "FRENCH_R": " (French Republican)",
}
_CALENDAR = "|".join(map(re.escape, _CALENDARS))
_MONTH = "|".join((*(m.upper() for m in MONTHS), *(m.upper() for m in (*HEBREW, *REPUBLICAN))))
_DATE = (
    rf"(?:(?P<calendar{{0}}>{_CALENDAR}) )?"
    rf"(?P<day{{0}}>(?:\d{{{{1,2}}}} )?(?:{_MONTH}) )?(?P<year{{0}}>\d{{{{1,4}}}}(?:/\d\d)?)"
    r"(?P<bc{0}> BCE| B\.?C\.?)?"
)
_ONE = re.compile(
    rf"(?:(?P<word>ABT|EST|CAL|BEF|AFT|FROM|TO|INT) )?{_DATE.format(1)}(?: \((?P<phrase>.*)\))?"
)
_TWO = re.compile(
    rf"(?P<word>BET|FROM) {_DATE.format(1)} (?:AND|TO) {_DATE.format(2)}(?: \((?P<phrase>.*)\))?"
)
_WORDS = {
    "ABT": "about ",
    "EST": "estimated ",
    "CAL": "calculated ",
    "BEF": "before ",
    "AFT": "after ",
    "FROM": "from ",
    "TO": "until ",
}


@lru_cache(maxsize=4096)
def when_of(payload: str, phrase: str = "") -> When:
    """A DATE and the words that stand with it. Words that say the same date stand alone."""
    words, told = _in_words(payload)
    phrase = phrase or told
    if not words:
        return when_from(phrase or payload.strip())
    if not phrase:
        return when_from(words)
    meant, value = when_from(phrase), value_of(when_from(words))
    return meant if value_of(meant) == value else when_from(f"{words} [{phrase}]")


def _in_words(payload: str) -> tuple[str, str]:
    """A DATE in a family's words, empty for one of no known form, and the phrase within it."""
    told = " ".join(payload.split())
    if told.startswith("(") and told.endswith(")"):
        return "", told[1:-1]
    head, mark, rest = told.partition("(")
    upper = head.upper() + mark + rest
    if found := _TWO.fullmatch(upper):
        first, last = _date(found, "1"), _date(found, "2")
        link = ("between", "and") if found["word"] == "BET" else ("from", "to")
        return f"{link[0]} {first} {link[1]} {last}", found["phrase"] or ""
    if found := _ONE.fullmatch(upper):
        return _WORDS.get(found["word"] or "", "") + _date(found, "1"), found["phrase"] or ""
    return "", ""


def _date(found: re.Match[str], which: str) -> str:
    calendar = _CALENDARS[found[f"calendar{which}"] or "GREGORIAN"]
    year, era = found[f"year{which}"], " BC" if found[f"bc{which}"] else ""
    if not calendar and not era and "/" not in year and int(year) < 100:
        era = " AD"
    shown = year if "/" in year else str(int(year))
    if not calendar and not era and "/" not in year:
        shown = year.zfill(3)
    return f"{(found[f'day{which}'] or '').title()}{shown}{era}{calendar}"


@lru_cache(maxsize=4096)
def value_of(when: When) -> str:
    """The DATE of a When; empty where no day is known. Of several that say it, its own words'."""
    forms, words = list(_forms(when)), when.text.partition(" [")[0]
    for form in forms:
        if _in_words(form)[0] == words:
            return form
    return forms[0] if forms else ""


def words_beside(when: When) -> str:
    """The words as recorded, unless the DATE alone gives them back."""
    value = value_of(when)
    return "" if value and when_of(value).text == when.text else when.text


def stretch_of(payload: str, begun: str = "", over: str = "") -> Stretch:
    """From when to when: a DATE, and the words in which each end was recorded, if it has some."""
    told = " ".join(payload.split())
    head, mark, rest = told.partition(" TO ")
    if told.upper().startswith("TO "):
        plain: Stretch = (None, when_of(told[3:]))
    elif told.upper().startswith("FROM "):
        plain = (when_of(head[5:]), when_of(rest) if mark else None)
    else:
        plain = (when_of(told) if told else None, None)
    meant = (when_from(begun) if begun else plain[0], when_from(over) if over else plain[1])
    return meant if stretch_value(meant) == stretch_value(plain) else plain


def stretch_value(stretch: Stretch) -> str:
    """The DATE of a stretch of time; an end of which no day is known is left out of it."""
    start, end = stretch
    begun = f"FROM {_edge(start, first=True)}" if start and _edge(start, first=True) else ""
    over = f"TO {_edge(end, first=False)}" if end and _edge(end, first=False) else ""
    return f"{begun} {over}".strip()


def stretch_words(stretch: Stretch) -> tuple[str, str]:
    """The words of each end, unless the DATE alone gives them back."""
    plain = stretch_of(stretch_value(stretch))
    start, end = (
        "" if a == b else b.text if b else "" for a, b in zip(plain, stretch, strict=True)
    )
    return start, end


def _edge(when: When, *, first: bool) -> str:
    """A plain date for one end of a stretch: as told, else its outermost day."""
    if when.start and when.end and (one := _unit(when.start, when.end)):
        return one
    day = (when.start or when.end) if first else (when.end or when.start)
    return _names(day)[0] if day else ""


def _forms(when: When) -> Iterator[str]:
    """Every DATE that says this, the safest first."""
    start, end = when.start, when.end
    if when.precision is Precision.BEFORE and end:
        yield from (f"{w} {d}" for d in _ending(end) for w in ("BEF", "TO"))
    elif when.precision is Precision.AFTER and start:
        yield from (f"{w} {d}" for d in _beginning(start) for w in ("AFT", "FROM"))
    elif start and end:
        one = _unit(start, end)
        if when.precision is Precision.CIRCA and one:
            yield from (f"{w} {one}" for w in ("ABT", "EST", "CAL"))
        elif one and when.precision in _PLAIN:
            yield one
        else:
            pairs = [(a, b) for a in _beginning(start)[::-1] for b in _ending(end)[::-1]]
            yield from (f"BET {a} AND {b}" for a, b in pairs)
            yield from (f"FROM {a} TO {b}" for a, b in pairs)


def _unit(start: dt.date, end: dt.date) -> str:
    """The day, month or year from `start` to `end`; empty where it is none."""
    return next((d for d in _beginning(start) if d in _ending(end)), "")


def _beginning(day: dt.date) -> list[str]:
    """The day, the month and the year that begin on a day."""
    names = _names(day)
    return names[: 1 + (day.day == 1) + (day.day == day.month == 1)]


def _ending(day: dt.date) -> list[str]:
    names = _names(day)
    last = (day + dt.timedelta(days=1)).day == 1 if day < dt.date.max else True
    return names[: 1 + last + (last and day.month == 12)]


def _names(day: dt.date) -> list[str]:
    month, year = MONTHS[day.month - 1].upper(), f"{day.year}"
    return [f"{day.day} {month} {year}", f"{month} {year}", year]
