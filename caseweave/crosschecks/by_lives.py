"""When something was by somebody's life: "was six when her dad died", "before Mia was born".

age       who "was" age "when" it was        it was when who, or the child, was that old
birth     [how long] "before" or "after" who "was born", "arrived"
"""

from __future__ import annotations

import datetime as dt
import re

from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Row
from caseweave.crosschecks.said_when import span
from caseweave.crosschecks.who.clauses import pool, subjects
from chronology.dates import When
from chronology.number_words import AGE, number

_OLD = rf"(?P<age>{AGE})(?:\s+years?\s+old)?"
_STAGE = (
    r"a\s+(?P<stage>baby|toddler|teenager|child|little\s+(?:girl|boy))|"
    r"in\s+(?:his|her)\s+(?P<teens>teens)"
)
_ABOUT = r"(?:(?:only|just|about|still|barely|aged|nearly|almost)\s+)*"
_WAS = rf"\bwas\s+{_ABOUT}(?:{_OLD}|{_STAGE})"
_AGE_WHEN = re.compile(rf"{_WAS}\s+when\s+[^.;]{{0,40}}$", re.I)
_WHEN_AGE = re.compile(
    rf"^[^.;,]{{0,30}}?\bwhen\s+(?:[\w-]+\s+){{1,3}}?{_WAS}(?!\s+(?:months|weeks))", re.I
)
_BY_BIRTH = re.compile(
    r"^\s*(?P<long>(?:\w+\s+){0,4}?)(?P<side>before|after)\s+(?P<who>(?:[\w-]+\s+){1,3}?)"
    r"(?:was\s+born|were\s+born|arrived|came\s+along)\b",
    re.I,
)
_STAGES = {"baby": (0, 1), "toddler": (1, 3), "teenager": (13, 19), "teens": (13, 19),
           "child": (0, 15), "little girl": (0, 11), "little boy": (0, 11)}  # fmt: skip
_NEAR = dt.timedelta(days=200)  # "a few weeks before", "not long after"
_FAR = dt.timedelta(days=150 * 365)


def by_a_life(known: Known, row: Row, at: tuple[int, int, int, int]) -> When | None:
    """The days in which something told of at a place was, by the age or the birth of somebody."""
    first, start, end, last = at
    before, after = row.text[first:start], row.text[end:last]
    if found := _AGE_WHEN.search(before):
        return _of_age(known, row, found, first + found.start())
    if found := _WHEN_AGE.match(after):
        return _of_age(known, row, found, end + found.start(0) + found[0].casefold().rindex("was"))
    if found := _BY_BIRTH.match(after):
        return _of_birth(known, row, found, end)
    return None


def _of_age(known: Known, row: Row, found: re.Match[str], verb: int) -> When | None:
    who = [m.person for m in subjects(known, row, pool(known, row), verb)]
    born = known.kin.people[who[0]].born if len(who) == 1 and who[0] else None
    if born is None or born.start is None or born.end is None:
        return None
    stage = (found["stage"] or found["teens"] or "").casefold()
    least, most = _STAGES[" ".join(stage.split())] if stage else 2 * (number(found["age"]),)
    slack = 0 if born.start == born.end and "nearly" not in found[0] else 1
    return span(_later(born.start, least - slack), _later(born.end, most + 1))


def _of_birth(known: Known, row: Row, found: re.Match[str], at: int) -> When | None:
    who = row.only(at + found.start("who"), at + found.end("who"))
    born = known.kin.people[who].born if who else None
    if born is None or born.start is None or born.end is None:
        return None
    far = _FAR if not found["long"].strip() or "year" in found["long"] else _NEAR
    if found["side"].casefold() == "before":
        return span(born.start - min(far, born.start - dt.date(1850, 1, 1)), born.end)
    return span(born.start, born.end + far)


def _later(day: dt.date, years: int) -> dt.date:
    return day + dt.timedelta(days=round(years * 365.25))
