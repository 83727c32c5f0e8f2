"""A family looked up by who belongs to whom; made once, then handed down the layout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from genogram.model import (
    CARE_KINDS,
    Family,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Union,
    UnionKind,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kin:
    """The same family by id. Links that name nobody known have been left out (undrawable.py)."""

    family: Family
    people: Mapping[str, Person]
    unions: Mapping[str, Union]
    links: Mapping[str, tuple[Parentage, ...]]  # union -> its children, each once
    raised: Mapping[str, tuple[Parentage, ...]]  # child -> the unions it belongs to
    partnerships: Mapping[str, tuple[Union, ...]]  # person -> unions

    def parents(self, child: str, *kinds: LinkKind) -> tuple[str, ...]:
        """Everybody whose child somebody is, by these kinds of tie or by any."""
        ties = (k for k in self.raised[child] if not kinds or k.kind in kinds)
        return tuple(p for k in ties for p in self.unions[k.union].partners)

    def descent(self, union: str) -> tuple[str, ...]:
        """Children whose line is one of descent: birth, adopted, unknown or disputed."""
        return tuple(k.child for k in self.links[union] if k.kind not in CARE_KINDS)

    def cared_for(self, union: str) -> tuple[str, ...]:
        """Children fostered by, placed with or step to a union."""
        return tuple(k.child for k in self.links[union] if k.kind in CARE_KINDS)


def of_one_blood(kin: Kin) -> frozenset[str]:
    """The partnerships of two who by birth have an ancestor in common, or descend from another."""

    def line(person: str) -> set[str]:
        found, todo = set[str](), {person}
        while todo:
            found |= todo
            todo = {p for c in todo for p in kin.parents(c, LinkKind.BIRTH)} - found
        return found

    couples = [u for u in kin.unions.values() if len(u.partners) == 2]
    return frozenset(u.id for u in couples if line(u.partners[0]) & line(u.partners[1]))


def identical(one: Person, other: Person, born: int) -> bool:
    """Whether two of so many born together are recorded as identical.

    Of two it is enough that one is; of more it would not say with whom.
    """
    said = {one.identical, other.identical}
    return said == {True} or (born == 2 and said == {True, None})


def still_identical(there: Iterable[Person], before: Iterable[Person]) -> tuple[Person, ...]:
    """Those who are still there of a family, for a part of it: whoever was born with several and is
    recorded as identical is so no more where nobody else of them who is so is there."""
    persons = tuple(there)
    born, here = Counter(p.twin for p in before), Counter(p.twin for p in persons)
    alike = Counter(p.twin for p in persons if p.identical)
    alone = {t for t in alike if t and born[t] > max(2, here[t]) and alike[t] == 1}
    return tuple(
        replace(p, identical=None) if p.identical and p.twin in alone else p for p in persons
    )


_DONOR = re.compile(r"\b(?:donor|surrogate)\b", re.I)


def with_donors(family: Family) -> Iterator[Union]:
    """The partnerships of a family; one of which nothing is recorded but that one of the two is a
    donor or surrogate is none."""
    donors = {p.id for p in family.persons if _DONOR.search(p.role)}
    for union in family.unions:
        bare = union.kind is UnionKind.UNKNOWN and not (union.start or union.end)
        none = bare and not donors.isdisjoint(union.partners)
        yield replace(union, kind=UnionKind.DONOR) if none else union


def kin_of(family: Family) -> Kin:
    """Index a family; people and unions are taken in the order of their ids."""
    people = {p.id: p for p in sorted(family.persons, key=lambda p: p.id)}
    unions = {u.id: u for u in sorted(with_donors(family), key=lambda u: u.id)}
    links: dict[str, list[Parentage]] = {u: [] for u in unions}
    raised: dict[str, list[Parentage]] = {p: [] for p in people}
    partnerships: dict[str, list[Union]] = {p: [] for p in people}
    for link in _one_each(family.parents):
        links[link.union].append(link)
        raised[link.child].append(link)
    for union in unions.values():
        for partner in union.partners:
            partnerships[partner].append(union)
    return Kin(
        family=family,
        people=people,
        unions=unions,
        links={u: tuple(v) for u, v in links.items()},
        raised={p: tuple(v) for p, v in raised.items()},
        partnerships={p: tuple(v) for p, v in partnerships.items()},
    )


def _one_each(links: Iterable[Parentage]) -> list[Parentage]:
    """One link for each child and union, in the order of their ids.

    Of a child who was fostered by a couple and then adopted, the tie of descent counts, else the
    latest; the genogram in words tells of all.
    """
    chosen: dict[tuple[str, str], Parentage] = {}
    for link in sorted(links, key=_weight):
        chosen[link.child, link.union] = link
    return [chosen[pair] for pair in sorted(chosen)]


def _weight(link: Parentage) -> tuple[bool, int, str]:
    began = link.start.sort_key()[1].toordinal() if link.start and link.start.start else 0
    return (link.kind not in CARE_KINDS, began, link.kind)


def when_key(person: Person) -> tuple[int, int]:
    """Birth order: known dates first, by day, an expected child last; the unknown after them."""
    if person.born is None or person.born.sort_key()[0]:
        return (0, _AFTER_ALL) if person.pregnancy is Pregnancy.UNBORN else (1, 0)
    return (0, person.born.sort_key()[1].toordinal())


_AFTER_ALL = 10**7
"""Later than any day of the calendar."""


def union_key(kin: Kin, union: Union) -> tuple[int, str]:
    """Unions in time order: by start, else by the first child's birth; the unknown last."""
    if union.start is not None and not union.start.sort_key()[0]:
        return (union.start.sort_key()[1].toordinal(), union.id)
    births = [when_key(kin.people[c]) for c in kin.descent(union.id)]
    known = [day for unknown, day in births if not unknown]
    return (min(known) if known else _AFTER_ALL, union.id)
