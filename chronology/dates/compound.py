"""Dates made of dates: open ends, weeks, nights, ranges and several days.

open     = before|prior to|by|until|up to x | after|since|from x [onwards] | x to present
week     = w/b|w/c|week commencing|week of day | w/e|week ending day | weekend of day
         | fortnight commencing|ending day
times    = between t and t on day
night    = night of d/d month y | overnight d-d month y
range    = x - x | x to x | between x and x      the left side takes month and year from the right
several  = d, d and d month y | d/d month y | day & day        the first and the last day
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace

from chronology.dates.days import read_day
from chronology.dates.holidays import read_holiday
from chronology.dates.lexicon import D, M
from chronology.dates.periods import read_partly, read_period
from chronology.dates.when import (
    EXACT,
    IF_IT_MATTERS,
    Hints,
    Precision,
    Reader,
    When,
    because,
    doubt,
    first_read,
    not_read,
    one_day,
    says,
    span,
    unknown,
)
from chronology.findings import Remark, note

_BEFORE = re.compile(
    r"(?:(?:just|shortly|sometime|some time|on or|not long) )?"
    r"(?:before|prior to|by|pre|until|till|up to(?: and including)?|up until|to|no later than)"
    r"[\s:-]+(.+)"
)
_OR_LATER = re.compile(r"(.+?)[\s,]*\b(?:and|or|&)(?:/or)? (?:after|later|since)")
_OR_EARLIER = re.compile(r"(.+?)[\s,]*\b(?:and|or|&)(?:/or)? (?:before|earlier|prior)")
_AFTER = re.compile(
    r"(?:(?:just|shortly|sometime|some time|on or|not long) )?"
    r"(?:after|since|post|from|not before|as from|w\.?e\.?f\.?)[\s:-]+(.+)"
)
_ONWARDS = re.compile(
    r"(.+?)[\s,]*(?:(?:&|and) )?(?:onwards?|\+|(?:-|to|until)\s*(?:(?:the )?present(?: day)?|date|"
    r"now|ongoing|current|today|unknown|n/k|\?)|-|ongoing)"
)
_WEEK = re.compile(
    r"(?:w\s?[/.]?\s?[bc]\.?|wk\s?[/.]?\s?[bc]|(?:week|wk)\s*(?:beginning|begining|commencing|"
    r"comm?encing|starting|of|from|comm?|beg)?|w\s?/\s?comm?)(?![a-z])[\s:.-]*(.+)"
)
_WEEK_THREE = re.compile(rf"(?:week|wk) [1-5] (?:of )?{M}.*")
_WEEK_END = re.compile(r"(?:w\s?[/.]?\s?e\.?|(?:week|wk)[\s-]*ending)\b[\s:.-]*(.+)")
_FORTNIGHT = re.compile(r"fortnight\s*(beginning|commencing|starting|of|from|ending)[\s:.-]*(.+)")
_WEEKEND = re.compile(r"(?:the )?weekend(?: of| beginning)?\s+(.+)")
_NIGHT = re.compile(r"(?:(?:the )?night(?: of)?|overnight(?: on| of)?)\s+(?:the )?(.+)")
_BETWEEN = re.compile(r"(?:between|from|dates?)\s+(.+?)\s+(and|&|to|-|until|till)\s+(.+)")
_HALF = r"\s?(?:am|pm|hrs)"
_TIMES_FIRST = re.compile(
    rf"(?:(?:between|from) )?(\d{{1,2}}(?:[:.]\d\d)?(?:{_HALF})?\s*(?:and|to|till|until|-)\s*"
    rf"\d{{1,2}}(?:[:.]\d\d(?:{_HALF})?|{_HALF}))(?:,| on)?\s(?:the )?(?!\d{{4}}$)(\S.*)"
)
_DAYS_DOTTED = re.compile(
    r"(?:(?:between|from) )?(\d{1,2})\.(0[1-9]|1[0-2])\s*(?:and|to|till|until|-)\s*"
    r"(\d{1,2})\.\2\s*(?:,|&|\+|and)\s*(?:and )?(\d{1,2})\.\2\b.*"
)
"""10.03-12.03, 15.03.21: days of one month, and no times of three minutes past."""
_JOIN = re.compile(r"\s+(?:to|until|till|through|thru|into)\s+|\s*-+\s*|\s*->\s*")
_LISTED = (
    r"\s*(?:,|;|&|\+|\band\b|\bor\b)\s*(?:and\s+)?|\s+/\s+|"
    r"(?:(?<=\d{4})|(?<=[./-]\d[./-]\d\d)|(?<=[./-]\d\d[./-]\d\d))\s+"
    r"(?=\d{1,2}[./-]\d{1,2}[./-]\d)"
)
_SLASHED = rf"{_LISTED}|\s*/\s*"
_ONE_MORE = re.compile(r"\d\s?\+\s?\d{1,2}$")
"""10/4/21 +1."""
_DAYS_OF_ONE_MONTH = re.compile(rf"(?:{D}(?:/{D}){{2,}}|{D}(?:-{D}){{2,}}) (?:of )?{M}")
"""5/6/7 March 2021."""
_MONTH_LED = re.compile(rf"({M})\.? (\d[^a-z]*?(?:and \d[^a-z]*?)?),? ?((?:19|20)\d\d)")
MOST_DAYS = 60
_DAY = dt.timedelta(days=1)
_DAY_TO_DAY = re.compile(rf"{D}\s*-\s*{D}")
_CLOCK_OR_DAY = re.compile(r"\d{1,2}\.\d\d")
_TIMES_OR_DAYS = re.compile(r"(\d{1,2}\.\d\d)\s*(?:-|\u2013|to)\s*(\d{1,2}\.\d\d)")
_MIDNIGHT = 24
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d")
_MONTH_AND_TWO = re.compile(rf"{M}\.? \d\d")
_MONTH_AND_YEAR = re.compile(rf"{M}\.? (?:(?:19|20)\d\d|\d\d)")
_BARE_DAY = re.compile(rf"(?:[a-z ]+ )?{D}")
_DASHED = re.compile(
    rf"(?<![\d-])(?:\d{{1,2}}-(?:\d{{1,2}}|{M})-(?:\d{{4}}|\d\d)|\d{{4}}-\d\d?-\d\d?)(?![\d-])"
)
"""A date whose own dashes join nothing."""
_ALL_DASHES = re.compile(r"\d{1,2}(?:-\d{1,2}){3,4}|\d{1,2}-\d{1,2}-\d{4}-\d{1,2}-\d{1,2}")
"""3-5-04-05 is from the 3rd of May or to the 5th of April."""


def read_simple(words: str, hints: Hints) -> When | None:
    """A day, or a period that has a name."""
    return first_read((read_partly, read_day, read_period, read_holiday), words, hints)


def read_compound(words: str, hints: Hints) -> When | None:
    """Read any date; None where the words are none. An impossible day ends the reading."""
    open_ended = _OR_EARLIER.fullmatch(words) or _OR_LATER.fullmatch(words)
    when = None if open_ended else read_simple(words, hints)
    if when is not None and (when.start is not None or says(when, "date-impossible")):
        return when
    return first_read(_READERS, words, hints) or when


def _open_ended(words: str, hints: Hints) -> When | None:
    if found := _BEFORE.fullmatch(words) or _OR_EARLIER.fullmatch(words):
        inner = read_compound(found[1], hints)
        if inner and inner.end:
            return span(None, inner.end, Precision.BEFORE, *inner.remarks)
    later = _AFTER.fullmatch(words) or _OR_LATER.fullmatch(words)
    if found := later or _ONWARDS.fullmatch(words):
        both = _ranged(words, hints) if _BETWEEN.fullmatch(words) else None
        if both and both.precision is Precision.RANGE:
            return both
        inner = both or read_compound(found[1], hints)
        if inner and inner.start:
            when = span(inner.start, None, Precision.AFTER, *inner.remarks)
            return because(when, _open_dash(hints)) if words.endswith("-") else when
    return None


def _open_dash(hints: Hints) -> Remark:
    message = f"'{hints.sent}' could end that day or go on; it was read as going on."
    return doubt("date-ambiguous", message, "Ask the agency which it is.")


def _month_led(words: str, hints: Hints) -> When | None:
    """'March 12-14 2007' is '12-14 March 2007'."""
    found = _MONTH_LED.fullmatch(words)
    return read_compound(f"{found[2]} {found[1]} {found[3]}", hints) if found else None


def _times_first(words: str, hints: Hints) -> When | None:
    """'Between 9 and 10am on 4 March 2021' is a day with two times, and not from the 9th."""
    found = _TIMES_FIRST.fullmatch(words)
    if not found:
        return None
    days = _DAYS_DOTTED.fullmatch(words)
    if days and int(days[1]) < int(days[3]) < int(days[4]):
        return None
    day = read_day(f"{found[2]} {found[1].replace('and', 'to')}", hints)
    return day or unknown(hints.sent, not_read(hints.sent))


def _week(words: str, hints: Hints) -> When | None:
    if found := _WEEK_END.fullmatch(words):
        day = read_day(found[1], hints)
        if day and day.start:
            return span(day.start - 6 * _DAY, day.start, Precision.RANGE, *day.remarks)
    if found := _FORTNIGHT.fullmatch(words):
        day = read_day(found[2], hints)
        if day and day.start:
            first = day.start - (13 * _DAY if found[1] == "ending" else 0 * _DAY)
            return span(first, first + 13 * _DAY, Precision.RANGE, *day.remarks)
    if found := _WEEKEND.fullmatch(words):
        return _weekend(found[1], hints)
    found = _WEEK.fullmatch(words)
    day = read_day(found[1], hints) if found else None
    if day is None or day.start is None:
        return None
    when = span(day.start, day.start + 6 * _DAY, Precision.RANGE, *day.remarks)
    return because(when, _third_week(hints)) if _WEEK_THREE.fullmatch(words) else when


def _third_week(hints: Hints) -> Remark:
    message = f"'{hints.sent}' was read as the week of a day; a week of the month may be meant."
    return doubt("date-ambiguous", message, "Ask the agency which it is.")


def _weekend(words: str, hints: Hints) -> When | None:
    """Two named days are those; one is the Saturday and Sunday that hold it or come next."""
    day = read_day(words, hints)
    if day is None or day.start is None:
        return _slashed(words, hints) or _ranged(words, hints)
    saturday = day.start + ((5 - day.start.weekday()) % 7) * _DAY
    if day.start.weekday() == 6:
        saturday = day.start - _DAY
    return span(saturday, saturday + _DAY, Precision.SEVERAL, *day.remarks)


def _night(words: str, hints: Hints) -> When | None:
    found = _NIGHT.fullmatch(words)
    if not found:
        return None
    when = read_compound(found[1], hints)
    if when is None or when.start is None:
        return None
    message = f"'{hints.sent}' is a night; no time of day is known."
    return because(when, note("time-loose", message, IF_IT_MATTERS))


def _ranged(words: str, hints: Hints) -> When | None:
    if (between := _BETWEEN.fullmatch(words)) and (when := _from_to(between[1], between[3], hints)):
        return when
    if _ALL_DASHES.fullmatch(words) or _DAYS_OF_ONE_MONTH.fullmatch(words.rpartition(" ")[0]):
        return None
    own = [date.span() for date in _DASHED.finditer(words)]
    for mark in sorted(_JOIN.finditer(words), key=lambda mark: mark[0] == "-"):
        if any(start < mark.start() < end for start, end in own):
            continue
        left, right = words[: mark.start()].strip(" ,"), words[mark.end() :].strip(" ,")
        if left and right and (when := _from_to(left, right, hints)):
            return because(when, *_doubts(left, right, hints))
    return None


def _doubts(left: str, right: str, hints: Hints) -> Iterable[Remark]:
    """11.10 - 12.10 may be times, and Oct 20 - Nov 21 days."""
    days = all(_MONTH_AND_TWO.fullmatch(side) and int(side[-2:]) <= 31 for side in (left, right))
    times = _TIMES_OR_DAYS.fullmatch(hints.sent)
    if days or (times and float(times[1]) < float(times[2]) < _MIDNIGHT):
        what = "two days of months" if days else "two times of day"
        message = f"'{hints.sent}' could also be {what}."
        yield doubt("date-ambiguous", message, "Ask the agency which it is.")


def _from_to(left: str, right: str, hints: Hints) -> When | None:
    """Each side may lack what the other says: '12-14 May 2008', '12 May 2008 - 14 June'.

    The side that says its year is believed, and the other turns: '29-2 June 2020' begins in May,
    '29 Dec - 3 Jan 2009' in 2008, 'Dec 2008 - Jan' ends in 2009.
    """
    if _MONTH_AND_YEAR.fullmatch(left) and right.isdigit():
        return None  # Oct 20-21: two days, or the Octobers of two years
    if re.fullmatch(r"\d{4}", left) and re.fullmatch(r"\d\d?", right):
        return None  # 2021-1: a month or a year, and no day
    begins, ends = _dated(left, hints), _dated(right, hints)
    sides = [(ends, left, False), (begins, right, True)]
    for anchor, then, ahead in reversed(sides) if _assumed(ends) else sides:
        if anchor is None or anchor.start is None:
            continue
        there = hints.said(anchor.start)
        other = read_simple(then, there)
        far = other if other and other.precision in EXACT else None
        read = [other]
        if not ahead or not _BARE_DAY.fullmatch(then):  # 27/10/2020 - 2 is no 2nd of November
            read.append(_turned(then, there, anchor, far, (read_simple,), ahead=ahead))
        for side in read:
            if side and (when := _joined(anchor, side) if ahead else _joined(side, anchor)):
                return when
    return None


def _dated(words: str, hints: Hints) -> When | None:
    if re.fullmatch(r"\d{1,2}", words) and hints.year is None:
        return None
    when = read_simple(words, hints)
    return when if when and when.start and when.end else None


def _assumed(when: When | None) -> bool:
    """Whether a part of a date has its year from elsewhere."""
    return when is not None and says(when, "date-year-assumed")


def _joined(first: When, last: When) -> When | None:
    """From one date to another; None where they are the wrong way round."""
    if first.start is None or last.end is None or first.start > last.end:
        return None
    start = first.start
    said = tuple(dict.fromkeys(first.remarks + last.remarks))
    if start == last.end and last.time and first.time:
        return replace(one_day(start, time=first.time), end_time=last.time, remarks=said)
    when = span(start, last.end, Precision.RANGE, *said)
    return replace(when, time=first.time, end_time=last.time)


def _turned(
    words: str,
    there: Hints,
    beside: When,
    straight: When | None,
    readers: tuple[Reader, ...],
    *,
    ahead: bool,
) -> When | None:
    """The same words one turn on or back: bare days in the next month, a date in the next year.

    None where the words say month and year themselves, or are nearer as they stand.
    """
    assert there.year is not None
    assert there.month is not None
    step = 1 if ahead else -1
    year, month = there.year + step, there.month
    if _BARE_DAY.fullmatch(words) or _ranged in readers[:1]:
        year, month = divmod(there.year * 12 + there.month - 1 + step, 12)
        month += 1
    when = first_read(readers, words, replace(there, year=year, month=month))
    if not (when and when.start and beside.start and straight and straight.start):
        return when
    nearer = abs(when.start - beside.start) < abs(straight.start - beside.start)
    return when if nearer else None


def _several(words: str, hints: Hints) -> When | None:
    if _ONE_MORE.search(words):
        return None
    return _listed(re.split(_LISTED, words), hints)


def _slashed(words: str, hints: Hints) -> When | None:
    if _DAYS_OF_ONE_MONTH.match(words):
        return _listed(re.split(rf"{_SLASHED}|-", words), hints)
    if re.search(r"\d/\d{1,2}/\d|\d (?:-|to|until) \d", words):
        return None  # the strokes are those of one date, or of two
    items = re.split(_SLASHED, words)
    return None if items[-1].isdigit() else _listed(items, hints)


def _listed(items: list[str], hints: Hints) -> When | None:
    items = [item for item in items if item]
    if any(map(_CLOCK_OR_DAY.fullmatch, items)) and not any(map(_DOTTED.match, items)):
        return None  # 13.08, 12 February 2021
    if not 2 <= len(items) <= MOST_DAYS:
        return None
    days = _chain(items[::-1], hints)
    if days is None or any(map(_assumed, days)):
        days = _chain(items, hints, forward=True) or days
    return _first_and_last(days) if days else None


def _chain(items: list[str], hints: Hints, *, forward: bool = False) -> list[When] | None:
    """Read one after another, each with the month and year of the one before it."""
    days: list[When] = []
    words = " ".join(items)
    for item in items:
        readers = (_ranged, read_simple) if days and _are_days(item, words) else _ONE_OR_RANGE
        day = first_read(readers, item, hints)
        if days and _out_of_turn(day, days[-1], forward):
            if forward and _BARE_DAY.fullmatch(item):  # 18 April 2021 & 8
                return None
            day = _turned(item, hints, days[-1], day, readers, ahead=forward) or day
        if day is None or day.start is None or day.end is None:
            return None
        if days and _exact(day) != _exact(days[0]):
            return None
        days.append(day)
        hints = hints.said(day.start)
    return days


def _are_days(item: str, words: str) -> bool:
    """'12-14 & 19 June', '5-7 & 9 June': days; '5-7 & 9-8-21' are dates, and no month is a 14th."""
    pair = _DAY_TO_DAY.fullmatch(item)
    if not pair or int(pair[1]) >= int(pair[2]):
        return False
    return int(pair[2]) > 12 or bool(re.search(M, words))


def _out_of_turn(day: When | None, beside: When, forward: bool) -> bool:
    if day is None or day.start is None or beside.start is None:
        return True
    return day.start < beside.start if forward else day.start > beside.start


def _exact(when: When) -> bool:
    """Whether a part of a list is a day, or days."""
    return when.precision in (*EXACT, Precision.RANGE, Precision.SEVERAL)


def _first_and_last(days: list[When]) -> When:
    start = min(day.start for day in days if day.start)
    end = max(day.end for day in days if day.end)
    said = tuple(dict.fromkeys(remark for day in days for remark in day.remarks))
    if start == end:
        return because(one_day(start), *said)
    precision = Precision.SEVERAL if _exact(days[0]) else Precision.RANGE
    return span(start, end, precision, *said)


_ONE_OR_RANGE: tuple[Reader, ...] = (read_simple, _ranged)
_READERS: tuple[Reader, ...] = (
    _times_first,
    _month_led,
    _week,
    _night,
    _open_ended,
    _several,
    _ranged,
    _slashed,
)
