"""Sightings of another time than the entry's, told by a date or a heading.

"On 12/03/2018 Theo was seen by the GP"    in an entry of 2021: nobody saw him then
"In 2019 the children were seen at A&E"    the same
"Seen by paediatrician in 2017"            the same
"History: in 2016 Theo was seen"           the same, and so is "he was seen at the time" after it
"Historic: children seen"                  the same, whatever the day
"On my last visit Theo was quiet"          the same, and of his views too
"In 2018 he was ill, today he was seen"    he was seen on the day

What is told of the weeks before an entry may be what the entry is about, written up late.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from chronology.dates import calendar_day
from chronology.seen.claims.claim import Claim, sentence_of
from chronology.seen.scene import Scene, guard_words
from chronology.seen.wording.cues import Hit
from chronology.seen.wording.words import Words

_LATE = 31
"""How many days after it a contact may have been written up."""
_A_YEAR, _A_WEEK, _A_LIFE = 365, 7, 25 * 365
_BIRTH = frozenset(["dob", "d", "birth", "born", "edd", "nhs", "ref"])
_ON = frozenset(["on", "in", "during"])
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)?\d\d)")
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:/\d\d)?")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}


def is_of_another_time(scene: Scene, claim: Claim, on: dt.date | None) -> bool:
    """Whether a sighting is told of a time long before `on`, the day of the entry."""
    words, table = scene.words, guard_words(scene)
    here = sentence_of(scene, claim)
    if table.of("of-the-day", here):
        return False
    if table.leading("history", here) or _in_such_a_clause(scene, claim):
        return True
    if is_of_the_contact_before(scene, claim):
        return True
    if on is None or table.of("written-late"):
        return False
    told = _begins_on(words, here)
    if told is None and here and table.of("at-the-time", here):
        told = _begins_on(words, here - 1)
    told = told or (_behind(scene, claim.hit) if claim.hit.rule.name == "sight" else None)
    return bool(told and _is_long_before(told, on) and not _tells_of(words, here, on))


def is_of_the_contact_before(scene: Scene, claim: Claim) -> bool:
    """ "On my last visit (9 May) Theo was quiet": what its sentence tells of him is of that day."""
    table, here, low = guard_words(scene), sentence_of(scene, claim), scene.words.low
    ends = [hit.last for hit in table.leading("last-time", here)]
    before = any(_THE_LAST.isdisjoint(low[at : at + 1]) for at in ends)
    return before and not table.of("of-the-day", here)


_THE_LAST = frozenset(["before", "prior", "of"])
"""After it, "last visit" is the last of all: "on my last visit before closure"."""


def _begins_on(words: Words, sentence: int) -> dt.date | None:
    """The last day of the date with which a sentence begins, behind "History:" too."""
    first, opens = words.within(sentence).start, not sentence
    if words.low[first] in _HEADINGS and words.low[first + 1] == ":":
        first, opens = first + 2, False
    return _ends(words.low[first : first + _LEADING], opens=opens or _of_a_birth(words, first))


_HEADINGS = frozenset(["background", "hist", "history", "hx", "previously"])


def _in_such_a_clause(scene: Scene, claim: Claim) -> bool:
    """ "Historical concerns, children seen" stands apart from what follows a comma."""
    words, table = scene.words, guard_words(scene)
    leading = table.leading("history-in-a-clause", sentence_of(scene, claim))
    clause = words.clause
    return any(clause[hit.first] == clause[claim.hit.first] for hit in leading)


def _of_a_birth(words: Words, at: int) -> bool:
    """Whether the words before a date make it a birthday or a number: "D.O.B. 12/03/2018"."""
    before = words.low[max(0, at - 4) : at]
    return before == ["o", ".", "b", "."] or not _BIRTH.isdisjoint(before)


def _is_long_before(told: dt.date, on: dt.date) -> bool:
    """Whether a day is long before another, and not just a year: a slip of the pen in January."""
    days = (on - told).days
    return _LATE < days < _A_LIFE and not _A_YEAR <= days <= _A_YEAR + _A_WEEK


def _tells_of(words: Words, sentence: int, on: dt.date) -> bool:
    """Whether a sentence holds a date near the day of the entry too."""
    found = map(_DAY.fullmatch, words.said_in(sentence))
    days = (calendar_day(_year(day[3]), int(day[2]), int(day[1])) for day in found if day)
    return any(day and abs((on - day).days) <= _LATE for day in days)


def _ends(low: Sequence[str], *, opens: bool) -> dt.date | None:
    """The last day of the date with which words begin; of a day that opens the narrative only
    after "on", for it may be the day of the entry, as its writer has it."""
    led = low[:1] != [] and low[0] in _ON
    if not led and (opens or not _DAY.fullmatch(low[0])):
        return None
    return _date_of(low[led:], year=low[0] != "on")[0]


def _date_of(low: Sequence[str], *, year: bool) -> tuple[dt.date | None, int]:
    """The last day of the date that words begin with, and how many words it has."""
    rest = [*low, "", "", ""]
    if day := _DAY.fullmatch(rest[0]):
        return calendar_day(_year(day[3]), int(day[2]), int(day[1])), 1
    number, year_at = _NUMBER.fullmatch(rest[0]), _YEAR.fullmatch(rest[2])
    if number and year_at and rest[1] in _MONTHS:
        return calendar_day(int(year_at[1]), _MONTHS[rest[1]], int(number[1])), 3
    if (year_at := _YEAR.fullmatch(rest[1])) and rest[0] in _MONTHS:
        whole, month = int(year_at[1]), _MONTHS[rest[0]]
        return calendar_day(whole, month, calendar.monthrange(whole, month)[1]), 2
    if year and rest[1] not in _CLOCK and (year_at := _YEAR.fullmatch(rest[0])):
        return calendar_day(int(year_at[1]) + ("/" in rest[0]), 12, 31), 1
    return None, 0


def _behind(scene: Scene, hit: Hit) -> dt.date | None:
    """The last day of a date that ends the clause of a sighting: "seen by doctor in 2017"."""
    low = scene.words.low
    for at in range(hit.last, min(hit.last + _SOON, len(low) - 1)):
        led = low[at] in ("in", "on", "(")
        if led or _DAY.fullmatch(low[at]):
            told, length = _date_of(low[at + led : at + 4], year=low[at] != "on")
            if told:
                return told if low[at + led + length] in _CLOSES else None
        if not _may_see(scene, at):
            return None
    return None


def _may_see(scene: Scene, at: int) -> bool:
    """Whether a word is of somebody or of a place: "by Dr Holt in A&E"."""
    low, raw = scene.words.low[at], scene.words.raw[at]
    return low in _BY_WHOM or scene.covered[at] or (raw[0].isupper() and low not in _BIRTH)


_SOON = 7
_CLOSES = frozenset(".,;)\n")
_BY_WHOM = frozenset(
    ["by", "in", "at", "the", "a", "an", "dr", ".", "&", "/", "school", "nursery", "clinic",
     "hospital", "home", "surgery"]
)  # fmt: skip
_LEADING, _SHORT = 4, 2
_CLOCK = frozenset(["check", "checks", "hrs", "hours", "hr", "h", "obs", "round", "rounds"])
"""After a number that is a time: "during 2000 round he was asleep"."""


def _year(digits: str) -> int:
    return int(digits) + (2000 if len(digits) == _SHORT else 0)
