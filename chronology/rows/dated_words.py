"""Dates with which the words of a row, or lines of them, begin, beside its own date.

blank date, words '05/03/2019 Rang mother'      that is the date of the row, with a finding
several lines that begin with dates             the row stays one entry, and is asked about
merged across 'Family moved to her nan's'       an entry and no heading: it tells what happened
"""

from __future__ import annotations

import re

from chronology.dates import EXACT, When, read_date
from chronology.findings import Remark, first_of, warning
from chronology.importers.beginnings import date_before

_OF_A_STRETCH = re.compile(
    r"[\W\d]*(?:(?:week|wk|term|year|yr|month|quarter|page)\W*\w*(?: of \d+)?|"
    r"\w+ (?:week|term|year)|(?:printed|exported)\b.*|onwards?|cont(?:inue)?'?d?)\W*",
    re.IGNORECASE,
)
_FEWEST = 2
_SOON = 31  # days
_SHOWN = 3

_A_THING = (
    r"(?:events?|records?|contacts?|concerns?|incidents?|entries|information|notes?|referrals?|"
    r"visits?|meetings?|reports?|calls?|agenc(?:y|ies)|professionals|services?|period|phase|part|"
    r"section|stage|chapter|time|before|after|prior|following|while|when|since|until|during|from|"
    r"by|of|to|for|in|on|at|with|about|regarding|how|what|why|where|who|which|that)"
)
_HAPPENED = (
    r"(?:was|were|had|did(?:n['\u2019]t)?|moved|left|began|started|ended|returned|went|came|died|"
    r"gave|became|separated|divorced|married|arrested|charged|bailed|convicted|sentenced|released|"
    r"imprisoned|admitted|discharged|removed|placed|adopted|told|disclosed|alleged|reported|"
    r"attended|evicted|excluded|assaulted|stabbed|hit|threatened|rang|called|phoned|visited|saw|"
    r"took|got|made|born|joined|stopped|refused|said|asked|fell|ran|overdosed|miscarried|split)"
)
_WITH_A_VERB = re.compile(
    rf"\W*(?:(?!{_A_THING}\b)[\w'\u2019&/()-]+ ){{1,4}}{_HAPPENED}\b(?! by\b)", re.IGNORECASE
)
_A_SENTENCE = re.compile(r"\W*\S+ .*[a-z]{2}(?<!\bcont)(?<!\betc)\.", re.DOTALL)
"""Words that end with a full stop."""

FROM_WORDS = warning(
    "date-from-words",
    message="The date cell is empty: the date with which the words of the row begin was read as "
    "its date.",
    remedy="Check that it is the day on which this happened.",
)


def date_at_start(words: str) -> str:
    """The whole date of one day with which words begin; empty where they begin otherwise."""
    told = date_before(words)
    if told is None:
        return ""
    when = read_date(told[0])
    whole = when.precision in EXACT and when.start is not None
    return told[0] if whole else ""


def leads_on(date: str, above: When | None, *, falling: bool) -> bool:
    """Whether the date with which words begin goes on from the row above, soon after: where a table
    leaves repeated dates out, "05/03/2019 Rang mother" below 04/03 is of the 5th."""
    day = read_date(date).start if date else None
    if day is None or above is None or above.start is None:
        return False
    on = (above.start - day if falling else day - above.start).days
    return 0 < on <= _SOON


def tells_of_a_day(words: str) -> bool:
    """Whether words that begin with a date tell what happened on it, and not what begins there or
    when a page was printed: '12/03/2021 Week 1'."""
    told = date_before(words) if date_at_start(words) else None
    return told is not None and not _OF_A_STRETCH.fullmatch(told[1])


def tells(words: str) -> bool:
    """Whether words that stand alone over rows tell what happened: on a day that leads them, with a
    verb in the past, or as a sentence. 'Records reported by the school' is a heading."""
    verb = _WITH_A_VERB.match(words) or _A_SENTENCE.fullmatch(words)
    return bool(verb) or tells_of_a_day(words)


def several_dates(words: str) -> Remark | None:
    """What is to be asked of a row of which several lines begin with different dates."""
    lines = words.split("\n")
    if len(lines) < _FEWEST:
        return None
    days: dict[object, When] = {}
    for line in lines:
        if told := date_at_start(line.strip(" -*\u2022\u2013\t")):
            when = read_date(told)
            days.setdefault(when.start, when)
    if len(days) < _FEWEST:
        return None
    shown = first_of([f"{when.start:%d/%m/%Y}" for when in days.values()], _SHOWN)
    return warning(
        "row-of-several-dates",
        message=f"Lines of its words begin with {len(days)} dates ({shown}): the "
        "row may hold several entries, and was read as one, of its own date.",
        remedy="If they are several, give each a row of its own in a copy, or ask the agency to.",
    )
