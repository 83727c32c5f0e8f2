"""Who is not certain, in words: an unidentified person, a putative father."""

from __future__ import annotations

import re
from collections.abc import Mapping

from genogram.kin import Kin
from genogram.model import LinkKind, Person, Sex, Union

_WORD = {Sex.MALE: "putative father", Sex.FEMALE: "putative mother"}
_NOBODY = re.compile(
    r"(?:unknown|unidentified|unnamed|not known|not named|n/?k|\?)(?:[\s,(:].*)?|.*\bunknown\)?"
    r"|.*\bname not (?:known|recorded|given)\)?",
    re.IGNORECASE | re.DOTALL,
)


def unidentified(person: Person) -> bool:
    """Whether somebody stands in the record without a name, such as 'Unknown father'."""
    return not person.pregnancy and names_nobody(person.name)


def names_nobody(name: str) -> bool:
    """Whether words say that a name is not known: 'Unknown father', 'not known'."""
    return bool(_NOBODY.fullmatch(name.strip()))


def putative(kin: Kin, names: Mapping[str, str]) -> dict[str, str]:
    """The words under whoever is a child's parent by a disputed link.

    Of two partners it is the man whose part is not certain, where there is one man; else both.
    `names` are those that the drawing shows: whoever has other children is putative father of one.
    """
    found: dict[str, list[str]] = {}
    for union in kin.unions.values():
        for link in kin.links[union.id]:
            if link.kind is LinkKind.DISPUTED:
                for parent in _in_doubt(kin, union):
                    found.setdefault(parent, []).append(link.child)
    return {
        parent: _words(kin, parent, children, names)
        for parent, children in found.items()
        if "putative" not in kin.people[parent].role.casefold()
    }


def _in_doubt(kin: Kin, union: Union) -> tuple[str, ...]:
    men = tuple(p for p in union.partners if kin.people[p].sex is Sex.MALE)
    return men if len(men) == 1 else union.partners


def _words(kin: Kin, parent: str, children: list[str], names: Mapping[str, str]) -> str:
    word = _WORD.get(kin.people[parent].sex, "putative parent")
    others = {k.child for u in kin.partnerships[parent] for k in kin.links[u.id]} - set(children)
    return f"{word} of {' and '.join(names[c] for c in children)}" if others else word
