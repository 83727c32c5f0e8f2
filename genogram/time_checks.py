"""Checks of a family that compare dates. Each is one small function; none judges."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterator

from chronology.dates import Precision, When
from chronology.findings import Severity
from genogram.check_parts import Doubt, couple, descent, earliest, is_reversed, latest, much_later
from genogram.formats.cell_places import About
from genogram.kin import Kin, identical
from genogram.model import CARE_KINDS, LOSSES, LinkKind, Person, Sex
from genogram.placing.labels import short

_YOUNGEST_PARENT = dt.timedelta(days=12 * 365 + 3)
_UNLIKE = {Sex.FEMALE, Sex.MALE}
_PREGNANCY = dt.timedelta(days=310)  # the longest that a father's death can precede a birth


def parent_too_young(kin: Kin) -> Iterator[Doubt]:
    """A parent by birth born after the child, or younger than 12 at the birth."""
    for parent, child, kind in descent(kin):
        if kind is not LinkKind.BIRTH:
            continue
        birth, parents_birth = latest(child.born), earliest(parent.born)
        if birth is None or parents_birth is None:
            continue
        if birth < parents_birth:
            yield Doubt(
                code="parent-born-after-child",
                severity=Severity.ERROR,
                message=f"{parent.name} ({short(parent.born)}) was born after the child "
                f"{child.name} ({short(child.born)}).",
                remedy="Check both dates of birth.",
                about=("person", child.id),
            )
        elif birth - parents_birth < _YOUNGEST_PARENT:
            yield Doubt(
                code="parent-under-12",
                message=f"{parent.name} was younger than 12 when {child.name} was born.",
                remedy="Check both dates of birth.",
                about=("person", child.id),
            )


def born_after_death(kin: Kin) -> Iterator[Doubt]:
    """A child born after the mother's death, or long after the father's."""
    for parent, child, kind in descent(kin):
        born, died = earliest(child.born), latest(parent.died)
        mother = parent.sex is Sex.FEMALE
        if kind is not LinkKind.BIRTH or not born or not died or child.pregnancy:
            continue
        if born > died + (dt.timedelta() if mother else _PREGNANCY):
            yield Doubt(
                code="born-after-parent-died",
                message=f"{child.name} was born ({short(child.born)}) {'' if mother else 'long '}"
                f"after the parent {parent.name} died ({short(parent.died)}).",
                remedy="Check the two dates, or whose child it is.",
                about=("person", child.id),
            )


def out_of_order(kin: Kin) -> Iterator[Doubt]:
    """An end before its beginning."""
    for about, what, later, other, earlier in _spans(kin):
        if is_reversed(earlier, later):
            yield Doubt(
                code="dates-out-of-order",
                message=f"{what} ({short(later)}) before the date given for '{other}' "
                f"({short(earlier)}).",
                remedy="Check the two dates.",
                about=about,
            )


def _spans(kin: Kin) -> Iterator[tuple[About, str, When | None, str, When | None]]:
    """Everything that has a beginning and an end: what is said of the end, and of the beginning."""
    for person in kin.people.values():
        about: About = ("person", person.id)
        yield about, f"{person.name} died", person.died, "was born", person.born
        for s in person.legal:
            about = ("status", (person.id, s))
            yield about, f"{person.name}: {s.status} ended", s.end, "began", s.start
    for union in kin.unions.values():
        what = f"The partnership of {couple(kin, union)} ended"
        yield ("union", union.id), what, union.end, "began", union.start
    for link in kin.family.parents:
        name, parents = kin.people[link.child].name, couple(kin, kin.unions[link.union])
        what = f"{name}'s tie to {parents} ({link.kind}) ended"
        yield ("link", link), what, link.end, "began", link.start
    for house in kin.family.households:
        for stay in house.members:
            what = f"{kin.people[stay.person].name} left the household '{house.id}'"
            yield ("stay", (house.id, stay)), what, stay.end, "came", stay.start
    for tie in kin.family.relationships:
        names = f"{kin.people[tie.source].name} to {kin.people[tie.target].name}"
        what = f"{tie.kind.capitalize()}, {names}, ended"
        yield ("tie", tie), what, tie.end, "began", tie.start


def outside_life(kin: Kin) -> Iterator[Doubt]:
    """What somebody is recorded in, wholly before the birth or after the death."""
    for identity, about, what, start, end in _recorded_in(kin):
        person = kin.people[identity]
        if person.pregnancy:
            continue
        if is_reversed(person.born, end):
            yield _beyond(about, f"{what} until {short(end)}", "before the birth", person.born)
        if is_reversed(start, person.died):
            yield _beyond(about, f"{what} from {short(start)}", "after the death", person.died)


def _recorded_in(kin: Kin) -> Iterator[tuple[str, About, str, When | None, When | None]]:
    for house in kin.family.households:
        for m in house.members:
            what = f"{kin.people[m.person].name} in the household '{house.id}'"
            yield m.person, ("stay", (house.id, m)), what, m.start, m.end
    for union in kin.unions.values():
        for p in union.partners:
            what = f"{kin.people[p].name} in the partnership of {couple(kin, union)}"
            yield p, ("union", union.id), what, union.start, union.end
    for link in kin.family.parents:
        if link.kind in CARE_KINDS:
            carers = couple(kin, kin.unions[link.union])
            what = f"{kin.people[link.child].name} with {carers} ({link.kind})"
            yield link.child, ("link", link), what, link.start, link.end


def _beyond(about: About, what: str, when: str, day: When | None) -> Doubt:
    return Doubt(
        code="dates-outside-life",
        message=f"Recorded: {what}; that is {when} ({short(day)}).",
        remedy="Check the dates, or who is meant.",
        about=about,
    )


def life_after_loss(kin: Kin) -> Iterator[Doubt]:
    """A loss with a partner, a household or whatever else only the living have."""
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
            "a later death": much_later(person.died, person.born),
        }
        if person.pregnancy in LOSSES and any(told.values()):
            yield Doubt(
                code="events-after-loss",
                message=f"{person.name} is recorded as a {person.pregnancy} and also with "
                f"{', '.join(what for what, there in told.items() if there)}.",
                remedy="Check what is recorded.",
                about=("person", person.id),
            )


def twins_apart(kin: Kin) -> Iterator[Doubt]:
    """Children of one birth who cannot be, and one who is marked alone."""
    marked: dict[str, list[Person]] = defaultdict(list)
    for person in kin.people.values():
        if person.twin:
            marked[person.twin].append(person)
    for mark, several in sorted(marked.items()):
        several.sort(key=lambda p: (str(earliest(p.born)), p.id))
        if len(several) == 1:
            told = f"Only {several[0].name} is marked as a twin by '{mark}'"
            yield _no_twins(told, several[0])
        for a, b in itertools.pairwise(several):
            if much_later(b.born, a.born):
                days = f"({short(a.born)}, {short(b.born)})"
                yield _no_twins(f"{a.name} and {b.name} are marked as twins, born apart {days}", b)
            elif False in (one := {a.identical, b.identical}) and True in one:
                told = f"{a.name} and {b.name} are marked as twins, only one of them as identical"
                yield _no_twins(told, b)
            elif len(several) == 2 and identical(a, b, 2) and {a.sex, b.sex} == _UNLIKE:
                told = f"{a.name} and {b.name} are marked as identical twins, a boy and a girl"
                yield _no_twins(told, b)
            elif kin.parents(a.id) and kin.parents(b.id) and not _share_a_parent(kin, a, b):
                told = f"{a.name} and {b.name} are marked as twins, of different parents"
                yield _no_twins(told, b)


def twins_not_marked(kin: Kin) -> Iterator[Doubt]:
    """Children of the same parents born on the same day who are not marked as twins."""
    for union in kin.unions.values():
        by_day: dict[dt.date, list[Person]] = defaultdict(list)
        for child in (kin.people[c] for c in kin.descent(union.id)):
            if child.born and child.born.start and child.born.precision is Precision.DAY:
                by_day[child.born.start].append(child)
        for several in by_day.values():
            if len(several) > 1 and len({c.twin for c in several} - {""}) != 1:
                names = " and ".join(c.name for c in several)
                yield Doubt(
                    code="twins-not-marked",
                    severity=Severity.NOTE,
                    message=f"{names} have the same parents and day of birth "
                    f"({short(several[0].born)}); they are not marked as twins, nor drawn so.",
                    remedy="Give them the same word under Twin in a family workbook if they are.",
                    about=("person", several[-1].id),
                )


def _share_a_parent(kin: Kin, a: Person, b: Person) -> bool:
    """Whether two children have a parent in common by any kind of tie."""
    return not {*kin.parents(a.id)}.isdisjoint(kin.parents(b.id))


def _no_twins(what: str, person: Person) -> Doubt:
    return Doubt(
        code="twins-do-not-fit",
        message=f"{what}.",
        remedy="Give the children of one birth, and nobody else, the same word under Twin.",
        about=("person", person.id),
    )
