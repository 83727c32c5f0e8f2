"""A part of a large family: one person with so many generations up and down, and to the side."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from chronology.findings import CaseweaveError
from genogram.kin import Kin, kin_of
from genogram.model import Family


def around(family: Family, person: str, *, up: int = 2, down: int = 2, side: int = 1) -> Family:
    """The people near one person; raises CaseweaveError where nobody has that id or name.

    `up` and `down` count generations; `side` is how far to go to siblings of those above (1: the
    person's own siblings, 2: uncles and aunts too). Partners of everybody taken come along.
    """
    kin = kin_of(family)
    start = find(kin, person)
    taken = {start}
    line = {start}
    for step in range(up + 1):
        if step < side:
            taken |= _below(kin, _siblings(kin, line), down - 1)
        if step < up:
            line = {p for c in line for k in kin.raised[c] for p in kin.unions[k.union].partners}
            taken |= line
    taken |= _below(kin, {start}, down)
    taken |= {q for p in taken for u in kin.partnerships[p] for q in u.partners}
    return only(family, taken)


def find(kin: Kin, person: str) -> str:
    """The id of whoever has this id or name; raises CaseweaveError for nobody."""
    wanted = person.strip().casefold()
    for p in kin.people.values():
        if wanted in (p.id.casefold(), p.name.casefold()):
            return p.id
    raise CaseweaveError(
        f"Nobody in the family has the id or name '{person}'.", "Use the id from the family file."
    )


def _siblings(kin: Kin, people: Iterable[str]) -> set[str]:
    parents = {p for c in people for k in kin.raised[c] for p in kin.unions[k.union].partners}
    return {k.child for p in parents for u in kin.partnerships[p] for k in kin.links[u.id]}


def _below(kin: Kin, people: set[str], generations: int) -> set[str]:
    found, line = set(people), set(people)
    for _ in range(generations):
        line = {k.child for p in line for u in kin.partnerships[p] for k in kin.links[u.id]}
        found |= line
    return found


def only(family: Family, taken: Set[str]) -> Family:
    """The part of a family that these people make up."""
    unions = tuple(u for u in family.unions if set(u.partners) <= taken)
    drawn = {u.id for u in unions}
    homes = (
        replace(h, members=tuple(m for m in h.members if m.person in taken))
        for h in family.households
    )
    return Family(
        persons=tuple(p for p in family.persons if p.id in taken),
        unions=unions,
        parents=tuple(k for k in family.parents if k.child in taken and k.union in drawn),
        households=tuple(h for h in homes if h.members),
        relationships=tuple(r for r in family.relationships if {r.source, r.target} <= taken),
        notes=tuple(note for note in family.notes if not note[0] or note[0] in taken),
        named=family.named,
    )
