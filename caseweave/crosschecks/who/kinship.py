"""How any two people of a family are related, in the words that agencies use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from genogram.kin import Kin
from genogram.model import DESCENT, PARTED, LinkKind, Person, Sex, UnionKind

_CARE = {LinkKind.FOSTER: "foster carer", LinkKind.GUARDIAN: "guardian"}


def parents(kin: Kin, child: str, *kinds: LinkKind) -> tuple[str, ...]:
    """Parents by birth, adoption or as recorded without certainty; or by the kinds asked for."""
    return kin.parents(child, *(kinds or DESCENT))


def relations(kin: Kin, person: str, to: str) -> frozenset[str]:
    """Every word that says truly what `person` is to `to`; step and half relations included."""
    if person == to:
        return frozenset()
    return frozenset(
        {
            *_parent(kin, person, to),
            *_sibling(kin, person, to),
            *_further(kin, person, to),
            *_in_law(kin, person, to),
        }
    ) | _partner(kin, person, to)


def without_side(relation: str) -> str:
    """ "grandmother" for "maternal grandmother"."""
    return relation.removeprefix("maternal ").removeprefix("paternal ")


def _parent(kin: Kin, person: str, to: str) -> Iterable[str]:
    one = kin.people[person]
    own = parents(kin, to)
    if person in own:
        yield _by_sex(one, "mother", "father")
        yield "parent"
        if person in parents(kin, to, LinkKind.ADOPTED):
            yield _by_sex(one, "adoptive mother", "adoptive father")
        return
    step = {p for parent in own for p in partners(kin, parent)} | set(
        parents(kin, to, LinkKind.STEP)
    )
    if person in step:
        yield _by_sex(one, "stepmother", "stepfather")
    for kind, word in _CARE.items():
        if person in parents(kin, to, kind):
            yield word


def partners(kin: Kin, person: str) -> tuple[str, ...]:
    """Everybody with whom a person has, or had, a partnership."""
    return tuple(p for u in kin.partnerships[person] for p in u.partners if p != person)


def children(kin: Kin, parent: str) -> tuple[str, ...]:
    """Children by birth, adoption or as recorded without certainty, of every partnership."""
    return tuple(c for u in kin.partnerships[parent] for c in kin.descent(u.id))


def siblings(kin: Kin, person: str) -> frozenset[str]:
    """Full and half siblings."""
    return frozenset(c for p in parents(kin, person) for c in children(kin, p)) - {person}


def _sibling(kin: Kin, person: str, to: str) -> Iterable[str]:
    one, other = kin.people[person], kin.people[to]
    if person in siblings(kin, to):
        yield from (_by_sex(one, "sister", "brother"), "sibling")
        same = set(parents(kin, person)) == set(parents(kin, to))
        if same or min(len(parents(kin, person)), len(parents(kin, to))) < 2:  # or a parent unknown
            yield from ("full sibling", _by_sex(one, "full sister", "full brother"))
        if not same:
            yield from ("half-sibling", _by_sex(one, "half-sister", "half-brother"))
        if _twins(kin, one, other):
            yield "twin"
        return
    raised = {p for mine in parents(kin, to) for p in (mine, *partners(kin, mine))}
    raised |= set(parents(kin, to, LinkKind.STEP, LinkKind.FOSTER, LinkKind.GUARDIAN))
    if raised & {*parents(kin, person), *parents(kin, person, LinkKind.STEP, LinkKind.FOSTER)}:
        yield from ("sibling", "step-sibling", _by_sex(one, "sister", "brother"))
        yield _by_sex(one, "stepsister", "stepbrother")


def _twins(kin: Kin, one: Person, other: Person) -> bool:
    """Recorded as twins, or born on one day to the same mother."""
    if one.twin and one.twin == other.twin:
        return True
    exact = one.born and one.born.start and one.born.start == one.born.end
    same_day = exact and other.born and one.born and one.born.start == other.born.start
    shared = {u.union for u in kin.raised[one.id]} & {u.union for u in kin.raised[other.id]}
    return bool(same_day and shared)


def _further(kin: Kin, person: str, to: str) -> Iterable[str]:
    one = kin.people[person]
    wide = (*parents(kin, to), *parents(kin, to, LinkKind.STEP, LinkKind.GUARDIAN))
    for parent in wide:
        side = _by_sex(kin.people[parent], "maternal ", "paternal ")
        grand = parents(kin, parent)
        if person in grand or any(person in partners(kin, g) for g in grand):
            word = _by_sex(one, "grandmother", "grandfather")
            yield from (word, "grandparent", side + word)
            if person not in grand:
                yield f"step-{word}"
        if any(person in parents(kin, g) for g in grand):
            word = _by_sex(one, "great-grandmother", "great-grandfather")
            yield from (word, side + word)
        theirs = siblings(kin, parent)
        if person in theirs or any(person in partners(kin, s) for s in theirs):
            word = _by_sex(one, "aunt", "uncle")
            yield from (word, side + word)
        if any(person in children(kin, s) for s in theirs):
            yield "cousin"
        if any(person in siblings(kin, g) for g in grand):
            yield from (_by_sex(one, "great-aunt", "great-uncle"), _by_sex(one, "aunt", "uncle"))
    if to in parents(kin, person):
        yield from (_by_sex(one, "daughter", "son"), "child")
    if any(to in parents(kin, p) for p in parents(kin, person)):
        yield from (_by_sex(one, "granddaughter", "grandson"), "grandchild")
    if any(to in siblings(kin, p) for p in parents(kin, person)):
        yield _by_sex(one, "niece", "nephew")
    if any(to in siblings(kin, m) for p in parents(kin, person) for m in partners(kin, p)):
        yield _by_sex(one, "niece", "nephew")


def _in_law(kin: Kin, person: str, to: str) -> Iterable[str]:
    """Of the partner of somebody, or the partner of one's own."""
    one = kin.people[person]
    theirs = partners(kin, to)
    if any(person in parents(kin, p) for p in theirs):
        yield _by_sex(one, "mother-in-law", "father-in-law")
    married = {m for s in siblings(kin, to) for m in partners(kin, s)}
    if person in married or any(person in siblings(kin, p) for p in theirs):
        yield _by_sex(one, "sister-in-law", "brother-in-law")
    if any(to in parents(kin, p) for p in partners(kin, person)):
        yield _by_sex(one, "daughter-in-law", "son-in-law")
    if to not in parents(kin, person) and any(p in theirs for p in parents(kin, person)):
        yield _by_sex(one, "stepdaughter", "stepson")


def _partner(kin: Kin, person: str, to: str) -> frozenset[str]:
    words: set[str] = set()
    for union in kin.partnerships[person]:
        if to not in union.partners or union.kind is UnionKind.DONOR:
            continue
        one = kin.people[person]
        if union.kind in (UnionKind.MARRIED, UnionKind.DIVORCED, UnionKind.SEPARATED):
            words |= {_by_sex(one, "wife", "husband"), "partner", "spouse"}
        if union.kind is not UnionKind.MARRIED:
            words |= {_by_sex(one, "girlfriend", "boyfriend"), "partner"}
        if union.kind in PARTED or union.end:
            words.add("ex-partner")
    return frozenset(words)


def together(kin: Kin, person: str, day: dt.date, sex: Sex | None = None) -> bool:
    """Whether a person has a partnership that is not recorded as begun later or over by then;
    with somebody of that sex, where it is told."""
    return any(
        any(
            sex in (None, kin.people[p].sex) or kin.people[p].sex is Sex.UNKNOWN
            for p in u.partners
            if p != person
        )
        and not (u.start and u.start.start and u.start.start > day)
        and not (u.end and u.end.end and u.end.end < day)
        for u in kin.partnerships[person]
        if len(u.partners) > 1 and u.kind is not UnionKind.DONOR
    )


def _by_sex(person: Person, female: str, male: str) -> str:
    if person.sex is Sex.FEMALE:
        return female
    return male if person.sex is Sex.MALE else f"{female} or {male}"
