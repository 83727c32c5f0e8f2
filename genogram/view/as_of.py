"""The family on one day: who was born, alive, together and in which household, as recorded.

Where a date is not exact, somebody counts as there for as long as the record allows it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from chronology.dates import When
from genogram.kin import still_identical
from genogram.model import PARTED, Family, Household, Person, Pregnancy, Union, UnionKind

_PREGNANCY = dt.timedelta(days=280)


def as_of(family: Family, day: dt.date) -> Family:
    """The family without what had not begun, or was over, on `day`.

    Nobody who had died leaves: the dead stay with their cross, but live in no household. Deaths
    after the day are taken out. A partnership that was over is drawn as separated, unless a death
    ended it or its kind says more.
    """
    there = (_person(p, day) for p in family.persons if is_there(p, day))
    persons = still_identical(there, family.persons)
    known = {p.id for p in persons}
    deaths = {p.id: p.died for p in persons if p.died}
    alive = {p.id for p in persons if not _before(p.died, day)}
    unions = tuple(
        _union(u, day, deaths)
        for u in family.unions
        if known.issuperset(u.partners) and not _after(u.start, day)
    )
    drawn = {u.id for u in unions}
    # A child born to two people makes them parents, whenever their partnership is said to begin.
    unions += tuple(
        replace(_union(u, day, deaths), kind=UnionKind.UNKNOWN, start=None)
        for u in family.unions
        if u.id not in drawn
        and known.issuperset(u.partners)
        and any(k.union == u.id and k.child in known for k in family.parents)
    )
    drawn = {u.id for u in unions}
    return Family(
        persons=persons,
        unions=unions,
        parents=tuple(
            k
            for k in family.parents
            if k.child in known and k.union in drawn and _during(k.start, k.end, day)
        ),
        households=tuple(
            h for h in (_household(h, alive, day) for h in family.households) if h.members
        ),
        relationships=tuple(
            r
            for r in family.relationships
            if {r.source, r.target} <= known and _during(r.start, r.end, day)
        ),
        notes=family.notes,
        named=family.named,
    )


def subjects_absent(family: Family, day: dt.date) -> list[str]:
    """The names of subject children who are not in the family on a day: born later."""
    return [p.name for p in family.persons if p.subject and not is_there(p, day)]


def _after(when: When | None, day: dt.date) -> bool:
    """Whether something certainly lies after the day."""
    return when is not None and when.start is not None and when.start > day


def _before(when: When | None, day: dt.date) -> bool:
    """Whether something certainly lay before the day."""
    return when is not None and when.end is not None and when.end < day


def _during(start: When | None, end: When | None, day: dt.date) -> bool:
    return not _after(start, day) and not _before(end, day)


def is_there(person: Person, day: dt.date) -> bool:
    """Whether somebody is drawn on a day: born by then, or expected within nine months."""
    if person.pregnancy is Pregnancy.UNBORN:
        return not _after(person.born, day + _PREGNANCY)
    return not _after(person.born, day) and not (person.pregnancy and _after(person.died, day))


def _person(person: Person, day: dt.date) -> Person:
    legal = tuple(s for s in person.legal if _during(s.start, s.end, day))
    died = None if _after(person.died, day) else person.died
    return replace(person, died=died, legal=legal)


def _union(union: Union, day: dt.date, deaths: Mapping[str, When]) -> Union:
    """A partnership not yet over stands as it was before: married, or of a kind not recorded."""
    over = union.end.end if union.end else None
    widowed = over and any(p in deaths and not _after(deaths[p], over) for p in union.partners)
    if _before(union.end, day) and not widowed:
        ended = union.kind in (UnionKind.MARRIED, UnionKind.COHABITING, UnionKind.UNKNOWN)
        return replace(union, kind=UnionKind.SEPARATED) if ended else union
    if not _after(union.end, day):
        return union
    before = UnionKind.MARRIED if union.kind is UnionKind.DIVORCED else UnionKind.UNKNOWN
    return replace(union, end=None, kind=before if union.kind in PARTED else union.kind)


def _household(house: Household, alive: set[str], day: dt.date) -> Household:
    stays = tuple(m for m in house.members if m.person in alive and _during(m.start, m.end, day))
    return replace(house, members=stays)
