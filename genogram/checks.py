"""What does not fit in a family as recorded. Each check is one small function; none judges.

Those that compare dates stand in genogram/time_checks.py.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator

from chronology.findings import Finding, Severity
from genogram.check_parts import Doubt, earliest, latest, parents_of, same_day
from genogram.circles import circles
from genogram.formats.cell_places import Places
from genogram.kin import Kin, kin_of
from genogram.model import Family, Person, Residence
from genogram.placing.labels import short
from genogram.placing.lettering import clean
from genogram.time_checks import (
    born_after_death,
    life_after_loss,
    out_of_order,
    outside_life,
    parent_too_young,
    twins_apart,
    twins_not_marked,
)
from genogram.view.unnamed import called

_KIN_REMEDY = "If it is so, leave it; if not, correct the partnership or the parent links."


def check(family: Family, file: str = "", places: Places | None = None) -> tuple[Finding, ...]:
    """Everything that a person should look at."""
    places = places or Places()
    kin = kin_of(called(family))
    doubts = [doubt for one in _CHECKS for doubt in one(kin)]
    return tuple(_finding(doubt, file, *places.of(doubt.about)) for doubt in doubts)


def _finding(doubt: Doubt, file: str, sheet: str, row: int | None) -> Finding:
    return Finding(
        code=doubt.code,
        severity=doubt.severity,
        message=doubt.message,
        remedy=doubt.remedy,
        file=file,
        sheet=sheet,
        row=row,
    )


def _nobody(kin: Kin) -> Iterator[Doubt]:
    if not kin.people:
        yield Doubt(
            code="nobody-recorded",
            message="The file names nobody.",
            remedy="Enter people in the sheet People, or export the family once more.",
        )


def _own_ancestor(kin: Kin) -> Iterator[Doubt]:
    lines = [(p, c) for u in kin.unions.values() for p in u.partners for c in kin.descent(u.id)]
    for circle in circles(lines):
        names = ", ".join(kin.people[p].name for p in sorted(circle))
        yield Doubt(
            code="own-ancestor",
            severity=Severity.ERROR,
            message=f"By the parent links these people descend from themselves: {names}.",
            remedy="Correct the parent links.",
            about=("person", min(circle)),
        )


def _too_many_parents(kin: Kin) -> Iterator[Doubt]:
    """More than two parents by birth: one of the ties is of another kind, or another child's.

    A donor or surrogate is one more besides.
    """
    for child in kin.people.values():
        parents = sorted(parents_of(kin, child.id, donors=False))
        if len(parents) > 2:
            names = ", ".join(kin.people[p].name for p in parents)
            yield Doubt(
                code="parents-by-birth",
                message=f"{child.name} has more than two parents by birth: {names}.",
                remedy="Give each tie its kind (adopted, foster, step, guardian, disputed ...).",
                about=("person", child.id),
            )


def _partners_related(kin: Kin) -> Iterator[Doubt]:
    for union in kin.unions.values():
        if len(union.partners) != 2:
            continue
        a, b = union.partners
        shared = parents_of(kin, a) & parents_of(kin, b)
        if shared:
            names = f"{kin.people[a].name} and {kin.people[b].name}"
            yield Doubt(
                code="partners-share-a-parent",
                severity=Severity.NOTE,
                message=f"{names} are recorded as partners and share a parent.",
                remedy=_KIN_REMEDY,
                about=("union", union.id),
            )


def _two_homes(kin: Kin) -> Iterator[Doubt]:
    stays: dict[str, list[tuple[str, Residence]]] = defaultdict(list)
    for house in kin.family.households:
        for stay in house.members:
            stays[stay.person].append((house.id, stay))
    for person, several in sorted(stays.items()):
        for (home, a), (other, b) in itertools.combinations(several, 2):
            undated = not all(s.start or s.end for s in (a, b))
            if home != other and (undated or _together(a, b)):
                how = (
                    "; without dates this may be at the same time"
                    if undated
                    else " at the same time"
                )
                yield Doubt(
                    code="two-households-at-once",
                    severity=Severity.NOTE,
                    message=f"{kin.people[person].name} is recorded in the household '{home}' and "
                    f"in the household '{other}'{how}.",
                    remedy="Right for a child of two homes; otherwise add the dates of the move.",
                    about=("stay", (other, b)),
                )


def _subject_alone(kin: Kin) -> Iterator[Doubt]:
    homes = kin.family.households
    for person in kin.people.values():
        if not person.subject or person.pregnancy:
            continue
        others = {m for h in homes if person.id in h.people() for m in h.people()}
        if not others - {person.id}:
            yield Doubt(
                code="subject-without-household",
                severity=Severity.WARNING if homes else Severity.NOTE,
                message=f"Nobody is recorded as living with the subject child {person.name}.",
                remedy="Add the household, with from and to dates.",
                about=("person", person.id),
            )


def _no_subject(kin: Kin) -> Iterator[Doubt]:
    if kin.people and not any(p.subject for p in kin.people.values()):
        yield Doubt(
            code="no-subject-child",
            severity=Severity.NOTE,
            message="Nobody is marked as the subject child.",
            remedy="Write Yes in the column 'Subject child'.",
        )


def _duplicates(kin: Kin) -> Iterator[Doubt]:
    """People of one name whose dates of birth may be the same day, however exactly each is told."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in kin.people.values():
        name = clean(person.name).casefold()
        if person.born and not name.startswith("unknown"):
            named[name].append(person)
    for several in named.values():
        several.sort(key=lambda p: (str(earliest(p.born)), p.id))
        for first, then in itertools.pairwise(several):
            if same_day(first.born, then.born):
                names = f"'{first.id}' and '{then.id}'"
                exact = f"have the same name and date of birth: {first.name}, {short(first.born)}."
                loose = (
                    f"have the same name, {first.name}, and may have the same date of birth: "
                    f"{short(first.born)} and {short(then.born)}."
                )
                yield Doubt(
                    code="person-twice",
                    message=f"{names} {exact if short(first.born) == short(then.born) else loose}",
                    remedy="If they are one person, keep one row.",
                    about=("person", then.id),
                )


def _tied_to_nobody(kin: Kin) -> Iterator[Doubt]:
    tied = {r.source for r in kin.family.relationships}
    tied |= {r.target for r in kin.family.relationships}
    tied |= {m for h in kin.family.households for m in h.people() if len(h.people()) > 1}
    for person in kin.people.values():
        free = not kin.partnerships[person.id] and not kin.raised[person.id]
        if free and person.id not in tied and len(kin.people) > 1:
            yield Doubt(
                code="tied-to-nobody",
                message=f"{person.name} has no partner, parent, child or household in the file.",
                remedy="Add how the person belongs to the family: a partnership, parents or a "
                "household.",
                about=("person", person.id),
            )


def _tied_to_self(kin: Kin) -> Iterator[Doubt]:
    for tie in kin.family.relationships:
        if tie.source == tie.target:
            name = kin.people[tie.source].name
            yield Doubt(
                code="tied-to-self",
                message=f"{name} is recorded on both sides of a relationship ({tie.kind}).",
                remedy="Correct the id of the other person.",
                about=("tie", tie),
            )


def _generations_cross(kin: Kin) -> Iterator[Doubt]:
    for union in kin.unions.values():
        for a, b in itertools.permutations(union.partners, 2):
            if b in parents_of(kin, a):
                yield Doubt(
                    code="partner-is-parent",
                    severity=Severity.NOTE,
                    message=f"{kin.people[a].name} and {kin.people[b].name} are recorded as "
                    "partners and as child and parent.",
                    remedy=_KIN_REMEDY,
                    about=("union", union.id),
                )


def _together(a: Residence, b: Residence) -> bool:
    """Whether two stays certainly share a day; a stay without dates may be at any time."""
    if not any((a.start, a.end)) or not any((b.start, b.end)):
        return False
    starts = [latest(s.start) or dt.date.min for s in (a, b)]
    ends = [earliest(s.end) or dt.date.max for s in (a, b)]
    return max(starts) < min(ends)


_CHECKS: tuple[Callable[[Kin], Iterator[Doubt]], ...] = (
    _nobody,
    _own_ancestor,
    _too_many_parents,
    parent_too_young,
    born_after_death,
    out_of_order,
    outside_life,
    _partners_related,
    _generations_cross,
    _two_homes,
    _subject_alone,
    _no_subject,
    _duplicates,
    _tied_to_nobody,
    _tied_to_self,
    life_after_loss,
    twins_apart,
    twins_not_marked,
)
