"""The genogram in words, for those who cannot see it and for anybody who wants to check it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from chronology.dates import unknown
from chronology.findings import counted
from genogram.formats.family_dates import NO_DATE
from genogram.kin import Kin, kin_of, union_key, when_key
from genogram.model import (
    Family,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Relationship,
    Sex,
    Union,
    UnionKind,
)
from genogram.placing.ages import age
from genogram.placing.labels import from_to, in_name, short
from genogram.view.homes import numbered
from genogram.view.unnamed import called

Ties = Mapping[tuple[str, str], Sequence[Parentage]]

_SEX = {
    Sex.FEMALE: "female",
    Sex.MALE: "male",
    Sex.UNKNOWN: "sex not known",
    Sex.OTHER: "sex other",
}
_LINK = {
    LinkKind.BIRTH: "",
    LinkKind.ADOPTED: "adopted",
    LinkKind.FOSTER: "fostered",
    LinkKind.STEP: "stepchild",
    LinkKind.GUARDIAN: "under special guardianship or kinship care",
    LinkKind.UNKNOWN: "kind of parenthood not known",
    LinkKind.DISPUTED: "parenthood not certain",
}


def describe(family: Family, on: dt.date | None = None) -> str:
    """People, partnerships with their children, and households, a sentence each.

    What the symbols mean without the drawing: for a screen reader, and to check it by.
    """
    family = called(numbered(family))
    kin = kin_of(family)
    subjects = [p.name for p in family.persons if p.subject]
    opening = f"Genogram of {counted(len(family.persons), 'person', 'people')}"
    opening += f"; subject: {', '.join(subjects)}." if subjects else "."
    sentences = [opening]
    sentences += [one_person(p, on) + _twins(family, p) + "." for p in kin.people.values()]
    ties = _ties(family)
    for union in sorted(kin.unions.values(), key=lambda u: union_key(kin, u)):
        sentences.append(_union(kin, union, ties))
    for house in family.households:
        members = ", ".join(
            kin.people[m.person].name + from_to(m.start, m.end) for m in house.members
        )
        sentences.append(f"{house.label}: {members or 'nobody recorded'}.")
    sentences += [tie_note(family, tie) for tie in family.relationships]
    sentences += [said(kin.people.get(person), words) for person, words in family.notes]
    return "\n".join(sentences)


def tie_note(family: Family, tie: Relationship) -> str:
    """What stands under the key: kind, people, dates, status and source as recorded."""
    names = {p.id: p.name for p in family.persons}
    status = tie.status or "status not recorded"
    source = f"source: {tie.reference}" if tie.reference else "source not recorded"
    kind = tie.words or tie.kind.value
    words = f"{kind[0].upper()}{kind[1:]}, {names[tie.source]} to {names[tie.target]}"
    return f"{words}{from_to(tie.start, tie.end)}: {status}; {source}."


def said(person: Person | None, words: str) -> str:
    """A note of a family as a sentence."""
    return f"{person.name}: {words}" if person else words


def one_person(person: Person, on: dt.date | None = None) -> str:
    """One person in one line."""
    parts = [person.name, _SEX[person.sex]]
    if person.subject:
        parts.append("subject child")
    if person.pregnancy is Pregnancy.UNBORN:
        parts.append(f"unborn, due {short(person.born)}" if person.born else "unborn")
    elif person.pregnancy:
        called_so = person.name.casefold().startswith(person.pregnancy.value)
        parts += [] if called_so else [person.pregnancy.value]
        parts += [short(person.born)] if person.born and not person.died else []
    elif person.born:
        years = age(person.born, None if person.died else on)
        parts.append(f"born {short(person.born)}" + (f" (age {years})" if years else ""))
    if person.died:
        day = short(person.died)
        parts.append(f"died, {day}" if day == NO_DATE else f"died {day}")
    return ", ".join([*parts, *_role(person), *person.labels])


def _twins(family: Family, person: Person) -> str:
    """With whom somebody was born: the drawing hangs them on one stalk."""
    others = [p.name for p in family.persons if person.twin == p.twin and p is not person]
    if not person.twin or not others:
        return ""
    known: dict[bool | None, str] = {True: "identical ", False: "not identical "}
    said = {p.identical for p in family.persons if p.twin == person.twin}
    said -= {None} if len(others) == 1 else set()
    alike = known.get(said.pop(), "") if len(said) == 1 else ""
    return f", {alike}{'twin' if len(others) == 1 else 'multiple birth'} with {', '.join(others)}"


def _role(person: Person) -> list[str]:
    said = not person.role or in_name(person.role, person.name)
    return [] if said else [person.role]


def _union(kin: Kin, union: Union, ties: Ties) -> str:
    words = partnership(union, kin.people)
    links = sorted(kin.links[union.id], key=lambda k: (when_key(kin.people[k.child]), k.child))
    children = [kin.people[k.child].name + _how(ties[k.child, union.id]) for k in links]
    if not children:
        return f"{words}: no children recorded."
    return f"{words}: {'children' if len(children) > 1 else 'child'} {', '.join(children)}."


def partnership(union: Union, people: Mapping[str, Person]) -> str:
    """Two partners, of what kind their partnership was and when; of a lone parent the name."""
    names = " and ".join(people[p].name for p in union.partners)
    return names if len(union.partners) == 1 else f"{names}, {_kind(union)}{_together(union)}"


def _kind(union: Union) -> str:
    said = {
        UnionKind.UNKNOWN: "kind of partnership not recorded",
        UnionKind.DONOR: "by donation or surrogacy, no partnership",
    }
    return said.get(union.kind, union.kind.value)


def _together(union: Union) -> str:
    """The time of a partnership; of one that is over, or may be, the time before."""
    time = from_to(union.start, union.end)
    over = union.kind in (UnionKind.SEPARATED, UnionKind.DIVORCED, UnionKind.UNKNOWN)
    return f", together{time}" if time and over else time


def _ties(family: Family) -> Ties:
    """Every tie of each child to each union, the earliest first."""
    ties: dict[tuple[str, str], list[Parentage]] = defaultdict(list)
    for link in sorted(family.parents, key=lambda k: (k.start or unknown("")).sort_key()):
        ties[link.child, link.union].append(link)
    return ties


def _how(ties: Sequence[Parentage]) -> str:
    """How a child is a union's, in brackets; nothing for birth alone."""
    words = [_LINK[k.kind] + (from_to(k.start, k.end) if _LINK[k.kind] else "") for k in ties]
    return f" ({', '.join(words)})" if any(words) else ""
