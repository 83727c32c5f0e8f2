"""A part of a large family: one person with so many generations up and down, and to the side."""

from __future__ import annotations

from collections.abc import Iterable, Set

from chronology.findings import CaseweaveError
from genogram.formats.words import plain
from genogram.kin import Kin, kin_of, still_identical
from genogram.model import Family, Person
from genogram.placing.labels import short
from genogram.view.homes import of_these


def around(family: Family, person: str, *, up: int = 2, down: int = 2, side: int = 1) -> Family:
    """The people near one person; raises CaseweaveError where not just one person
    has that id or name.

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
            line = {p for c in line for p in kin.parents(c)}
            taken |= line
    taken |= _below(kin, {start}, down)
    taken |= {q for p in taken for u in kin.partnerships[p] for q in u.partners}
    return only(family, taken)


_LISTED = 10  # people of one surname


def find(kin: Kin, person: str) -> str:
    """The id of whoever has this id, or whose name is this one or begins with these words.

    Accents and capitals do not matter. Raises CaseweaveError for nobody, and for several, listed.
    """
    if found := [p.id for p in kin.people.values() if p.id.casefold() == person.strip().casefold()]:
        return found[0]
    wanted = f"{plain(person)} "
    names = {p.id: f"{plain(p.name)} " for p in kin.people.values()}
    found = [p for p, name in names.items() if name == wanted]
    found = found or [p for p, name in names.items() if name.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        within = [p for p, name in names.items() if f" {wanted}" in f" {name}"][:_LISTED]
        raise CaseweaveError(
            f"Nobody in the family has the id or name '{person}', or a name that begins so."
            + (f" It stands in: {'; '.join(_told(kin.people[p]) for p in within)}." * bool(within)),
            "Use the whole name as the drawing has it, its first words, or the id.",
        )
    listed = "; ".join(_told(kin.people[p]) for p in found)
    raise CaseweaveError(f"More than one person is called '{person}': {listed}.", "Use an id.")


def _told(person: Person) -> str:
    born = f", born {short(person.born)}" if short(person.born) else ""
    return f"{person.name}{born} (id {person.id})"


def _siblings(kin: Kin, people: Iterable[str]) -> set[str]:
    parents = {p for c in people for p in kin.parents(c)}
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
    return Family(
        persons=still_identical((p for p in family.persons if p.id in taken), family.persons),
        unions=unions,
        parents=tuple(k for k in family.parents if k.child in taken and k.union in drawn),
        households=of_these(family, taken),
        relationships=tuple(r for r in family.relationships if {r.source, r.target} <= taken),
        notes=tuple(note for note in family.notes if not note[0] or note[0] in taken),
        named=family.named,
    )
