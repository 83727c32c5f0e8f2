"""What somebody without a name is called: by what they are in the family, not by a code.

A reader gives whoever has no name their id for one. An id such as "p3" says nothing to who looks
at a drawing; "Unnamed father of Zoe" does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from unicodedata import category

from genogram.kin import Kin, kin_of
from genogram.model import CARE_KINDS, Family, Person, Pregnancy, Sex

LOSS: Mapping[Pregnancy, str] = {
    Pregnancy.STILLBIRTH: "Stillbirth",
    Pregnancy.MISCARRIAGE: "Miscarriage",
    Pregnancy.TERMINATION: "Termination",
}
_PARENT = {Sex.MALE: "father", Sex.FEMALE: "mother"}
_CHILD = {Sex.MALE: "son", Sex.FEMALE: "daughter"}


def called(family: Family) -> Family:
    """The family with words for those who have no name; two called alike are numbered.

    Only for what is shown: the family as recorded is written under its own names and ids.
    """
    unnamed = [p for p in family.persons if _without_name(p)]
    if not unnamed:
        return family
    kin = kin_of(family)
    words = unlike({p.id: _words(kin, p) for p in unnamed})
    return replace(
        family,
        persons=tuple(replace(p, name=words[p.id]) if p.id in words else p for p in family.persons),
    )


def unlike(names: Mapping[str, str]) -> dict[str, str]:
    """The names by id, those alike with a number each."""
    many, so_far = Counter(names.values()), Counter[str]()
    found = {}
    for person, name in names.items():
        so_far[name] += 1
        found[person] = f"{name} {so_far[name]}".strip() if many[name] > 1 else name
    return found


_CODE = re.compile(r"\S{1,2}|[A-Z]{3,4}|\S*[\d_@]\S*")
"""Ids that are no words: "p3", "UF", "I0012", "unknown_father"."""


def id_of(name: str) -> str:
    """An id for somebody who is given by name alone.

    It is the name, but for one such as MP2 or Jo, which as an id would seem to be no name.
    """
    if not _CODE.fullmatch(name):
        return name
    return name.lower() if name != name.lower() else name.upper()


def _without_name(person: Person) -> bool:
    """Whether the name is missing, all signs such as "-", or an id that says nothing.

    So is any word for a loss.
    """
    name = person.name.strip()
    said = any(category(letter)[0] not in "PZ" for letter in name)  # punctuation and spaces
    if not said or name != person.id:
        return not said
    return bool(_CODE.fullmatch(name)) or bool(person.pregnancy and name.islower())


def _words(kin: Kin, person: Person) -> str:
    if person.pregnancy:
        return LOSS.get(person.pregnancy, "Unborn baby")
    if person.role:
        first, rest = person.role[:1], person.role[1:]
        return f"Unnamed {first if rest[:1].isupper() else first.lower()}{rest}"
    if person.subject:
        return "Subject child"
    return f"Unnamed {next(_relations(kin, person), 'person')}"


def _relations(kin: Kin, person: Person) -> Iterator[str]:
    """What somebody is to whom that has a name, the closest first."""
    own = kin.partnerships[person.id]
    links = [link for u in own for link in kin.links[u.id]]
    for link in sorted(links, key=lambda k: k.kind in CARE_KINDS):
        if name := _name(kin, link.child):
            care = link.kind in CARE_KINDS
            yield f"{'carer' if care else _PARENT.get(person.sex, 'parent')} of {name}"
    for union in own:
        for partner in union.partners:
            if partner != person.id and (name := _name(kin, partner)):
                yield f"partner of {name}"
    for parent in kin.parents(person.id):
        if name := _name(kin, parent):
            yield f"{_CHILD.get(person.sex, 'child')} of {name}"


def _name(kin: Kin, person: str) -> str:
    known = kin.people[person]
    return "" if known.pregnancy or _without_name(known) else known.name
