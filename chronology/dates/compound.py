"""Dates made of dates: open ends, weeks, nights, ranges and several days.

open     = before|prior to|by|until|up to x | after|since|from x [onwards] | x to present
week     = w/b|w/c|week commencing|week of day | w/e|week ending day | weekend of day
times    = between t and t on day
night    = night of d/d month y | overnight d-d month y
range    = x - x | x to x | between x and x      the left side takes month and year from the right
several  = d, d and d month y | d/d month y | day & day        the first and the last day
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from chronology.dates.days import read_day
from chronology.dates.holidays import read_holiday
from chronology.dates.lexicon import D, M
from chronology.dates.periods import read_partly, read_period
from chronology.dates.when import (
    EXACT,
    Hints,
    Precision,
    Reader,
    When,
    because,
    first_read,
    is_impossible,
    not_read,
    note,
    one_day,
    span,
    unknown,
)

_BEFORE = re.compile(
    r"(?:(?:just|shortly|sometime|some time|on or|not long) )?"
    r"(?:before|prior to|by|pre|until|till|up to|no later than)[\s:-]+(.+)"
)
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
_WEEK_END = re.compile(r"(?:w\s?[/.]?\s?e\.?|(?:week|wk)[\s-]*ending)\b[\s:.-]*(.+)")
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
    r"(?<=\d{4})\s+(?=\d{1,2}[./-]\d{1,2}[./-]\d)"
)
_SLASHED = rf"{_LISTED}|\s*/\s*"
_DAYS_OF_ONE_MONTH = re.compile(rf"{D}(?:/{D}){{2,}} (?:of )?{M}")
"""5/6/7 March 2021."""
_MONTH_LED = re.compile(rf"({M})\.? (\d[^a-z]*?(?:and \d[^a-z]*?)?),? ?((?:19|20)\d\d)")
MOST_DAYS = 60
_DAY = dt.timedelta(days=1)


def read_simple(words: str, hints: Hints) -> When | None:
    """A day, or a period that has a name."""
    return first_read((read_partly, read_day, read_period, read_holiday), words, hints)


def read_compound(words: str, hints: Hints) -> When | None:
    """Read any date; None where the words are none. An impossible day ends the reading."""
    when = read_simple(words, hints)
    if when is not None and (when.start is not None or is_impossible(when)):
        return when
    return first_read(_READERS, words, hints) or when


def _open_ended(words: str, hints: Hints) -> When | None:
    if found := _BEFORE.fullmatch(words):
        inner = read_compound(found[1], hints)
        if inner and inner.end:
            return span(None, inner.end, Precision.BEFORE, *inner.remarks)
    if found := _AFTER.fullmatch(words) or _ONWARDS.fullmatch(words):
        both = _ranged(words, hints) if _BETWEEN.fullmatch(words) else None
        if both and both.precision is Precision.RANGE:
            return both
        inner = both or read_compound(found[1], hints)
        if inner and inner.start:
            return span(inner.start, None, Precision.AFTER, *inner.remarks)
    return None


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
    if found := _WEEKEND.fullmatch(words):
        return _weekend(found[1], hints)
    found = _WEEK.fullmatch(words)
    day = read_day(found[1], hints) if found else None
    if day is None or day.start is None:
        return None
    return span(day.start, day.start + 6 * _DAY, Precision.RANGE, *day.remarks)


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
    return because(when, note("time-loose", message))


def _ranged(words: str, hints: Hints) -> When | None:
    if (between := _BETWEEN.fullmatch(words)) and (when := _from_to(between[1], between[3], hints)):
        return when
    for mark in _JOIN.finditer(words):
        left, right = words[: mark.start()].strip(" ,"), words[mark.end() :].strip(" ,")
        if left and right and (when := _from_to(left, right, hints)):
            return when
    return None


def _from_to(left: str, right: str, hints: Hints) -> When | None:
    """Each side may lack what the other says: '12-14 May 2008', '12 May 2008 - 14 June'."""
    for first_said, then in ((right, left), (left, right)):
        anchor = _dated(first_said, hints)
        if anchor is None or anchor.start is None:
            continue
        other = read_simple(then, hints.said(anchor.start))
        if other is None or other.start is None or other.end is None:
            continue
        pair = (other, anchor) if then is left else (anchor, other)
        if when := _joined(*pair, left, hints):
            return when
    return None


def _dated(words: str, hints: Hints) -> When | None:
    if re.fullmatch(r"\d{1,2}", words) and hints.year is None:
        return None
    when = read_simple(words, hints)
    return when if when and when.start and when.end else None


def _joined(first: When, last: When, left: str, hints: Hints) -> When | None:
    assert first.start is not None
    assert last.end is not None
    start = first.start
    if start > last.end and first.precision in (*EXACT, Precision.MONTH):
        earlier = _before(first, left, hints)
        start = earlier.start if earlier and earlier.start else start
    if start > last.end:
        return None
    said = tuple(dict.fromkeys(first.remarks + last.remarks))
    if start == last.end and last.time and first.time:
        return replace(one_day(start, time=first.time), end_time=last.time, remarks=said)
    when = span(start, last.end, Precision.RANGE, *said)
    return replace(when, time=first.time, end_time=last.time)


def _before(when: When, words: str, hints: Hints) -> When | None:
    """The same words one turn earlier: a bare day in the month before, a date in the year before.

    '29-2 June 2020' begins in May; '29 Dec - 3 Jan 2009' begins in 2008.
    """
    if not re.fullmatch(rf"(?:[a-z ]+ )?{D}", words.strip()) or when.start is None:
        return _year_before(when, hints)
    last = when.start.replace(day=1) - _DAY
    return one_day(last.replace(day=when.start.day)) if when.start.day <= last.day else None


def _year_before(when: When, hints: Hints) -> When:
    """'29 Dec - 3 Jan 2009': a year that stands once is the later date's."""
    start = when.start
    if start is None or when.end is None or (start.month, start.day) == (2, 29):
        return when
    said = rf"{start.year}|(?<!\d){start.year % 100:02d}(?!\d)"
    if len(re.findall(said, hints.sent)) != 1 or when.end.year != start.year:
        return when
    earlier = start.replace(year=start.year - 1)
    return replace(when, start=earlier, end=earlier + (when.end - start))


def _several(words: str, hints: Hints) -> When | None:
    return _listed(re.split(_LISTED, words), hints)


def _slashed(words: str, hints: Hints) -> When | None:
    if re.search(r"\d/\d{1,2}/\d", words) and not _DAYS_OF_ONE_MONTH.match(words):
        return None  # the strokes are those of one date
    return _listed(re.split(_SLASHED, words), hints)


def _listed(items: list[str], hints: Hints) -> When | None:
    items = [item for item in items if item]
    if not 2 <= len(items) <= MOST_DAYS:
        return None
    days = _chain(items[::-1], hints) or _chain(items, hints, forward=True)
    return _first_and_last(days) if days else None


def _chain(items: list[str], hints: Hints, *, forward: bool = False) -> list[When] | None:
    """Read one after another, each with the month and year of the one before it."""
    days: list[When] = []
    for item in items:
        day = read_simple(item, hints) or _ranged(item, hints)
        if day is None or day.start is None or day.end is None:
            return None
        if days and _exact(day) != _exact(days[0]):
            return None
        if days and days[-1].start and day.start > days[-1].start and not forward:
            day = _before(day, item, hints)
            if day is None or day.start is None:
                return None
        days.append(day)
        hints = hints.said(day.start or hints.near or dt.date.max)
    return days


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
