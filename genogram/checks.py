"""What does not fit in a family as recorded. Each check is one small function; none judges."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chronology.dates import When
from chronology.findings import Finding, Severity
from genogram.circles import circles
from genogram.kin import Kin, kin_of
from genogram.labels import short
from genogram.lettering import clean
from genogram.model import CARE_KINDS, Family, LinkKind, Person, Pregnancy, Residence, Sex

_YOUNGEST_PARENT = dt.timedelta(days=12 * 365 + 3)
_PREGNANCY = dt.timedelta(days=310)  # the longest that a father's death can precede a birth


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What a check found, before it is a finding of a file."""

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.WARNING


def check(family: Family, file: str = "") -> tuple[Finding, ...]:
    """Everything in a sound family that a person should look at."""
    kin = kin_of(family)
    doubts = [doubt for one in _CHECKS for doubt in one(kin)]
    return tuple(
        Finding(code=d.code, severity=d.severity, message=d.message, remedy=d.remedy, file=file)
        for d in doubts
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
        )


def _parent_too_young(kin: Kin) -> Iterator[Doubt]:
    for parent, child, kind in _descent(kin):
        if kind is not LinkKind.BIRTH:
            continue
        latest, earliest = _latest(child.born), _earliest(parent.born)
        if latest is None or earliest is None:
            continue
        if latest < earliest:
            yield Doubt(
                code="parent-born-after-child",
                severity=Severity.ERROR,
                message=f"{parent.name} ({short(parent.born)}) was born after the child "
                f"{child.name} ({short(child.born)}).",
                remedy="Check both dates of birth.",
            )
        elif latest - earliest < _YOUNGEST_PARENT:
            yield Doubt(
                code="parent-under-12",
                message=f"{parent.name} was younger than 12 when {child.name} was born.",
                remedy="Check both dates of birth.",
            )


def _born_after_death(kin: Kin) -> Iterator[Doubt]:
    for parent, child, kind in _descent(kin):
        born, died = _earliest(child.born), _latest(parent.died)
        mother = parent.sex is Sex.FEMALE
        if kind is not LinkKind.BIRTH or not born or not died or child.pregnancy:
            continue
        if born > died + (dt.timedelta() if mother else _PREGNANCY):
            yield Doubt(
                code="born-after-parent-died",
                message=f"{child.name} was born ({short(child.born)}) {'' if mother else 'long '}"
                f"after the parent {parent.name} died ({short(parent.died)}).",
                remedy="Check the two dates, or whose child it is.",
            )


def _out_of_order(kin: Kin) -> Iterator[Doubt]:
    for what, later, other, earlier in _spans(kin):
        if _reversed(earlier, later):
            yield Doubt(
                code="dates-out-of-order",
                message=f"{what} ({short(later)}) before the date given for '{other}' "
                f"({short(earlier)}).",
                remedy="Check the two dates.",
            )


def _spans(kin: Kin) -> Iterator[tuple[str, When | None, str, When | None]]:
    """Everything that has a beginning and an end: what is said of the end, and of the beginning."""
    for person in kin.people.values():
        yield f"{person.name} died", person.died, "was born", person.born
        for s in person.legal:
            yield f"{person.name}: {s.status} ended", s.end, "began", s.start
    for union in kin.unions.values():
        yield f"The partnership {union.id} ended", union.end, "began", union.start
    for link in kin.family.parents:
        name = kin.people[link.child].name
        yield f"{name}'s tie to {link.union} ({link.kind}) ended", link.end, "began", link.start
    for house in kin.family.households:
        for stay in house.members:
            yield f"{kin.people[stay.person].name} left {house.id}", stay.end, "came", stay.start
    for tie in kin.family.relationships:
        names = f"{kin.people[tie.source].name} to {kin.people[tie.target].name}"
        yield f"{tie.kind.capitalize()}, {names}, ended", tie.end, "began", tie.start


def _outside_life(kin: Kin) -> Iterator[Doubt]:
    """What somebody is recorded in, wholly before the birth or after the death."""
    for identity, what, start, end in _recorded_in(kin):
        person = kin.people[identity]
        if person.pregnancy:
            continue
        if _reversed(person.born, end):
            yield _beyond(f"{what} until {short(end)}", "before the birth", person.born)
        if _reversed(start, person.died):
            yield _beyond(f"{what} from {short(start)}", "after the death", person.died)


def _recorded_in(kin: Kin) -> Iterator[tuple[str, str, When | None, When | None]]:
    for house in kin.family.households:
        for m in house.members:
            yield m.person, f"{kin.people[m.person].name} in {house.id}", m.start, m.end
    for union in kin.unions.values():
        for p in union.partners:
            yield p, f"{kin.people[p].name} in the partnership {union.id}", union.start, union.end
    for link in kin.family.parents:
        if link.kind in CARE_KINDS:
            what = f"{kin.people[link.child].name} with {link.union} ({link.kind})"
            yield link.child, what, link.start, link.end


def _beyond(what: str, when: str, day: When | None) -> Doubt:
    return Doubt(
        code="dates-outside-life",
        message=f"Recorded: {what}; that is {when} ({short(day)}).",
        remedy="Check the dates, or who is meant.",
    )


def _partners_related(kin: Kin) -> Iterator[Doubt]:
    for union in kin.unions.values():
        if len(union.partners) != 2:
            continue
        a, b = union.partners
        shared = _parents(kin, a) & _parents(kin, b)
        if shared:
            names = f"{kin.people[a].name} and {kin.people[b].name}"
            yield Doubt(
                code="partners-share-a-parent",
                severity=Severity.NOTE,
                message=f"{names} are recorded as partners and share a parent.",
                remedy="Stated only so that it is not a slip in the file.",
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
                    message=f"{kin.people[person].name} is recorded in {home} and in {other}{how}.",
                    remedy="Right for a child of two homes; otherwise add the dates of the move.",
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
        several.sort(key=lambda p: (str(_earliest(p.born)), p.id))
        for first, then in itertools.pairwise(several):
            if _same_day(first.born, then.born):
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
                )


def _same_day(a: When | None, b: When | None) -> bool:
    """Whether two dates, of which both ends are known, can be the same day."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return False
    return max(a.start, b.start) <= min(a.end, b.end)


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
                remedy="Add how the person belongs to the family.",
            )


def _life_after_loss(kin: Kin) -> Iterator[Doubt]:
    lost = (Pregnancy.STILLBIRTH, Pregnancy.MISCARRIAGE, Pregnancy.TERMINATION)
    homes = {m for h in kin.family.households for m in h.people()}
    tied = {p for r in kin.family.relationships for p in (r.source, r.target)}
    placed = {k.child for k in kin.family.parents if k.kind in CARE_KINDS}
    for person in kin.people.values():
        told = {
            "a partner or child": bool(kin.partnerships[person.id]),
            "a household": person.id in homes,
            "a relationship": person.id in tied,
            "a placement": person.id in placed,
            "a legal status": bool(person.legal),
            "a later death": _later(person.died, person.born),
        }
        if person.pregnancy in lost and any(told.values()):
            yield Doubt(
                code="events-after-loss",
                message=f"{person.name} is recorded as a {person.pregnancy} and also with "
                f"{', '.join(what for what, there in told.items() if there)}.",
                remedy="Check what is recorded.",
            )


def _later(when: When | None, than: When | None) -> bool:
    """Whether one date certainly lies more than a week after another."""
    first, last = _latest(than), _earliest(when)
    return bool(first and last and last > first + dt.timedelta(days=7))


def _twins(kin: Kin) -> Iterator[Doubt]:
    """Children of one birth who cannot be, and one who is marked alone."""
    marked: dict[str, list[Person]] = defaultdict(list)
    for person in kin.people.values():
        if person.twin:
            marked[person.twin].append(person)
    for mark, several in sorted(marked.items()):
        several.sort(key=lambda p: (str(_earliest(p.born)), p.id))
        if len(several) == 1:
            yield _no_twins(f"Only {several[0].name} is marked as a twin by '{mark}'")
        for a, b in itertools.pairwise(several):
            if _later(b.born, a.born):
                days = f"({short(a.born)}, {short(b.born)})"
                yield _no_twins(f"{a.name} and {b.name} are marked as twins, born apart {days}")
            elif (
                kin.raised[a.id]
                and kin.raised[b.id]
                and not _parents(kin, a.id) & _parents(kin, b.id)
            ):
                yield _no_twins(f"{a.name} and {b.name} are marked as twins, of different parents")


def _no_twins(what: str) -> Doubt:
    return Doubt(
        code="twins-do-not-fit",
        message=f"{what}.",
        remedy="Give the children of one birth, and nobody else, the same word under Twin.",
    )


def _generations_cross(kin: Kin) -> Iterator[Doubt]:
    for union in kin.unions.values():
        for a, b in itertools.permutations(union.partners, 2):
            if b in _parents(kin, a):
                yield Doubt(
                    code="partner-is-parent",
                    severity=Severity.NOTE,
                    message=f"{kin.people[a].name} and {kin.people[b].name} are recorded as "
                    "partners and as child and parent.",
                    remedy="Stated only so that it is not a slip in the file.",
                )


def _descent(kin: Kin) -> Iterator[tuple[Person, Person, LinkKind]]:
    for union in kin.unions.values():
        for link in kin.links[union.id]:
            if link.kind not in CARE_KINDS:
                for partner in union.partners:
                    yield kin.people[partner], kin.people[link.child], link.kind


def _parents(kin: Kin, person: str) -> set[str]:
    born = (k for k in kin.raised[person] if k.kind is LinkKind.BIRTH)
    return {p for k in born for p in kin.unions[k.union].partners}


def _earliest(when: When | None) -> dt.date | None:
    return when.start if when else None


def _latest(when: When | None) -> dt.date | None:
    return when.end if when else None


def _reversed(first: When | None, then: When | None) -> bool:
    start, end = _earliest(first), _latest(then)
    return start is not None and end is not None and end < start


def _together(a: Residence, b: Residence) -> bool:
    """Whether two stays certainly share a day; a stay without dates may be at any time."""
    if not any((a.start, a.end)) or not any((b.start, b.end)):
        return False
    starts = [_latest(s.start) or dt.date.min for s in (a, b)]
    ends = [_earliest(s.end) or dt.date.max for s in (a, b)]
    return max(starts) < min(ends)


_CHECKS: tuple[Callable[[Kin], Iterator[Doubt]], ...] = (
    _nobody,
    _own_ancestor,
    _parent_too_young,
    _born_after_death,
    _out_of_order,
    _outside_life,
    _partners_related,
    _generations_cross,
    _two_homes,
    _subject_alone,
    _no_subject,
    _duplicates,
    _tied_to_nobody,
    _life_after_loss,
    _twins,
)
