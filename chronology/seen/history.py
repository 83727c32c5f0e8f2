"""Sightings of another time than the entry's, told by a date or a heading.

"On 12/03/2018 Theo was seen by the GP"    in an entry of 2021: nobody saw him then
"In 2019 the children were seen at A&E"    the same
"Historic: children seen"                  the same, whatever the day

What is told of the weeks before an entry may be what the entry is about, written up late.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from chronology.model import SeenValue
from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.facts import TABLE
from chronology.seen.scene import Scene, told_in

_LATE = dt.timedelta(days=31)
"""How long after it a contact may have been written up."""
_ON = frozenset(["on", "in", "during"])
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)?\d\d)")
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:/\d\d)?")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}


def is_of_another_time(scene: Scene, claim: Claim, on: dt.date | None) -> bool:
    """Whether a sighting is told of a time long before `on`, the day of the entry."""
    if claim.value == SeenValue.NOT_SEEN or claim.strength >= BEYOND_DOUBT:
        return False
    words, here = scene.words, scene.words.sentence[claim.hit.first]
    first = words.sentence.index(here)
    if told_in(scene, TABLE).leading("history", here):
        return True
    told = _ends(words.low[first : first + _LEADING], opens=not here) if on else None
    return bool(on and told and on - told > _LATE)


def _ends(low: Sequence[str], *, opens: bool) -> dt.date | None:
    """The last day of the date with which words begin; of a day that opens the narrative only
    after "on", for it may be the day of the entry, as its writer has it."""
    led = low[:1] != [] and low[0] in _ON
    rest = [*low[led:], "", "", ""]
    if (day := _DAY.fullmatch(rest[0])) and (led or not opens):
        year = int(day[3]) + (2000 if len(day[3]) == _SHORT else 0)
        return _date(year, int(day[2]), int(day[1]))
    if not led:
        return None
    if number := _NUMBER.fullmatch(rest[0]):
        year_at = _YEAR.fullmatch(rest[2])
        if year_at and rest[1] in _MONTHS:
            return _date(int(year_at[1]), _MONTHS[rest[1]], int(number[1]))
    if (year_at := _YEAR.fullmatch(rest[1])) and rest[0] in _MONTHS:
        year, month = int(year_at[1]), _MONTHS[rest[0]]
        return _date(year, month, calendar.monthrange(year, month)[1])
    if year_at := _YEAR.fullmatch(rest[0]):
        return _date(int(year_at[1]) + ("/" in rest[0]), 12, 31)
    return None


_LEADING, _SHORT = 4, 2


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
