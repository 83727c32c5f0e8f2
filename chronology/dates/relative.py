"""Dates that lean on the row above: as above, same day, next day, two weeks later."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from chronology.dates.lexicon import DITTO
from chronology.dates.when import (
    EXACT,
    Hints,
    Precision,
    When,
    doubt,
    not_read,
    one_day,
    span,
    unknown,
)
from chronology.findings import note

_DITTO = re.compile(
    rf"(?:{DITTO}|(?:later )?(?:the )?same (?:day|date)|later (?:that|the same) (?:day|morning|"
    r"afternoon|evening|night)|that (?:day|evening|night|afternoon))\.?"
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "1": 1}
_DAYS_ON = re.compile(
    r"(?:(?:a|an|the) )?(?:(one|two|three|four|five|six|\d{1,2}) ?)?"
    r"(day|week|fortnight)(?(1)s?) "
    r"(later|after|before|earlier)"
)
_PER = re.compile(r"(\d{1,2})\s?/\s?(7|52|12) (later|after|before|earlier|ago|on)")
_UNITS = {"7": "day", "52": "week"}
"""3/7 later, 2/52 later: three days, two weeks."""
_NEXT = re.compile(
    r"(?:the )?(?:(next|following) (day|morning|week)|day (after|before)|"
    r"(previous) (day|evening|night))(?: [ap]m)?"
)


def is_ditto(words: str) -> bool:
    """Whether the words only point at the row above."""
    return bool(_DITTO.fullmatch(words))


def carry_down(row_above: When) -> When:
    """The date above a row without one, where repeated dates are left out or a day stands alone."""
    message = "The row has no date of its own; the date above it was carried down."
    when = carried(Hints(sent=""), row_above)
    return replace(when, text="", remarks=(doubt("date-carried-down", message),))


def carried(hints: Hints, row_above: When | None) -> When:
    """The date of the row above, as exact as it is there, without its time."""
    if row_above is None or (row_above.start is None and row_above.end is None):
        return unknown(hints.sent, not_read(hints.sent))
    precision = Precision.DAY if row_above.precision in EXACT else row_above.precision
    message = f"'{hints.sent}': the date of the row above was carried down."
    return replace(
        row_above,
        precision=precision,
        time=None,
        end_time=None,
        remarks=(note("date-carried-down", message),),
    )


def read_relative(words: str, hints: Hints, row_above: When | None) -> When | None:
    """Count from the row above, if that is a day; None where the words are not relative."""
    if per := _PER.fullmatch(words):
        unit = _UNITS.get(per[2], "")
        if not unit or per[3] == "ago":  # months are no days, and "ago" counts from the writing
            return unknown(hints.sent, not_read(hints.sent))
        words = f"{per[1]} {unit}s {per[3].replace('on', 'later')}"
    turned = _NEXT.fullmatch(words)
    found = None if turned else _DAYS_ON.fullmatch(words)
    if not found and not turned:
        return None
    if row_above is None or row_above.precision not in EXACT or row_above.start is None:
        return unknown(hints.sent, not_read(hints.sent))
    day = row_above.start
    if found:
        count = _COUNTS.get(found[1] or "a") or int(found[1])
        back = found[3] in ("before", "earlier")
        when = _moved(day, count, found[2], back)
    elif turned and turned[2] == "week":
        monday = day + dt.timedelta(days=7 - day.weekday())
        when = span(monday, monday + dt.timedelta(days=6), Precision.CIRCA)
    else:
        back = bool(turned and (turned[4] or turned[3] == "before"))
        when = _moved(day, 1, "day", back)
    assert when.start is not None
    message = f"'{hints.sent}' was counted from the row above: {when.start:%d/%m/%Y}."
    return replace(when, remarks=(doubt("date-relative", message),))


def _moved(day: dt.date, count: int, unit: str, back: bool) -> When:
    days = count * {"day": 1, "week": 7, "fortnight": 14}[unit] * (-1 if back else 1)
    moved = one_day(day + dt.timedelta(days=days))
    return moved if unit == "day" else replace(moved, precision=Precision.CIRCA)
