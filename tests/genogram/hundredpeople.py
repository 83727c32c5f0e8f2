"""A fictional family of a hundred people in five generations, the same each time."""

from __future__ import annotations

from itertools import count

from chronology.dates import parse_when
from genogram.model import Family, Household, Parentage, Person, Residence, Sex, Union, UnionKind

_NAMES = ("Ada", "Ben", "Cleo", "Dov", "Elin", "Finn", "Gwyn", "Hal", "Iris", "Jo")
_KINDS = (UnionKind.MARRIED, UnionKind.COHABITING, UnionKind.DIVORCED, UnionKind.BRIEF)


def hundred(size: int = 100) -> Family:
    """Couples with three children each, the younger ones in homes of their own; some lodgers."""
    numbers = count()
    persons: list[Person] = []
    unions: list[Union] = []
    parents: list[Parentage] = []
    homes: list[Household] = []

    def person(year: int) -> str:
        n = next(numbers)
        sex = Sex.FEMALE if n % 2 else Sex.MALE
        name = f"{_NAMES[n % 10]} Sample {n}"
        born = parse_when(f"{1 + n % 28}/{1 + n % 12}/{year + n % 7}")
        persons.append(Person(id=f"p{n:03}", name=name, sex=sex, born=born))
        return persons[-1].id

    waiting = [(person(1930), 1930)]
    while waiting and len(persons) < size - 4:
        child, year = waiting.pop(0)
        couple = (child, person(year))
        kind = _KINDS[len(unions) % len(_KINDS)]
        unions.append(Union(id=f"u{len(unions):02}", partners=couple, kind=kind))
        born = [person(year + 25) for _ in range(3)]
        parents += [Parentage(child=c, union=unions[-1].id) for c in born]
        waiting += [(c, year + 25) for c in born]
        if year > 1970:
            members = tuple(Residence(person=p) for p in (couple[1], *born))
            homes.append(Household(id=f"h{len(homes)}", members=members))
    persons += [
        Person(id=f"p{n:03}", name=f"Lodger {n}", born=parse_when("1990"))
        for n in range(len(persons), size)
    ]
    return Family(
        persons=tuple(persons),
        unions=tuple(unions),
        parents=tuple(parents),
        households=tuple(homes),
    )
