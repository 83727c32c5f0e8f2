"""Who lives in which household of the genogram on a day, give or take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from caseweave.crosschecks.people import Known
from chronology.dates import When
from genogram.model import Household, Residence

SLACK = dt.timedelta(days=31)  # households are often dated by the month
_SLACK_TO_THE_DAY = dt.timedelta(days=14)  # where they are dated to the day
_GROWN = 18 * 365.25  # days


def alive(known: Known, person: str, day: dt.date) -> bool:
    """Whether somebody was born, and not dead, by a day."""
    one = known.kin.people[person]
    if one.pregnancy or (one.born and one.born.start and one.born.start > day):
        return False
    return not (one.died and one.died.end and one.died.end < day)


def lone(known: Known, person: str, day: dt.date, named: set[str]) -> str:
    """ "living without Ross" where an adult not named is in every household of theirs then."""
    homes = homes_with(known, [person], day)
    others = [
        {
            p
            for p in h.people()
            if p != person
            and p not in named
            and lives_in(h, p, day, -SLACK)
            and _adult(known, p, day)
        }
        for h in homes
    ]
    if not others or not all(others):
        return ""
    return f"living without {', '.join(sorted(map(known.name, set.union(*others))))}"


def _adult(known: Known, person: str, day: dt.date) -> bool:
    born = known.kin.people[person].born
    grown = born is None or born.end is None or (day - born.end).days >= _GROWN
    return grown and alive(known, person, day) and person not in known.children


def stay_words(house: Household, member: Residence) -> str:
    """ "12 Weir Cottages, from 2014 on"."""
    start = member.start.text if member.start else "not recorded"
    end = f"to {member.end.text}" if member.end else "on"
    return f"{address_of(house)}, from {start} {end}"


def address_of(house: Household) -> str:
    """A household by its address, else by its id."""
    return house.address or house.id


def lives_in(house: Household, person: str, day: dt.date, slack: dt.timedelta = SLACK) -> bool:
    """Whether a person is recorded in a household on a day, give or take."""
    return any(_reaches(m.start, m.end, day, slack) for m in house.members if m.person == person)


def _reaches(start: When | None, end: When | None, day: dt.date, slack: dt.timedelta) -> bool:
    """Whether a stay may reach a day; with a slack below nothing, whether it surely does."""
    sure = slack < dt.timedelta(0)
    first = start and (start.end if sure else start.start)
    last = end and (end.start if sure else end.end)
    begun = not start or not first or first - _slack(start, slack) <= day
    return begun and not (end and last and last + _slack(end, slack) < day)


def _slack(when: When, slack: dt.timedelta) -> dt.timedelta:
    """No more than a fortnight where the day itself is recorded."""
    if when.start is None or when.start != when.end:
        return slack
    return max(-_SLACK_TO_THE_DAY, min(slack, _SLACK_TO_THE_DAY))


def homes_of_children(known: Known, day: dt.date) -> list[Household]:
    """The homes on a day of the subject children; of all children where none is a subject."""
    subjects = [p.id for p in known.family.persons if p.subject] or list(known.children)
    return homes_with(known, subjects, day)


def homes_with(known: Known, people: Collection[str], day: dt.date) -> list[Household]:
    """The homes in which any of these people (by id) may live on a day."""
    return [h for h in known.family.households if any(lives_in(h, p, day) for p in people)]
