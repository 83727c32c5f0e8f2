"""Leaving out what cannot be drawn: ids that are unknown or stand there twice, each a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from chronology.findings import Finding, Severity
from genogram.model import Family, Household, Parentage, Person, Relationship, Union


def sound(family: Family, file: str = "") -> tuple[Family, tuple[Finding, ...]]:
    """The family without links to nobody, and what was left out."""
    sieve = _Sieve(file=file)
    persons = sieve.persons(family.persons)
    unions = sieve.unions(family.unions)
    whole = Family(
        persons=persons,
        unions=unions,
        parents=sieve.parents(family.parents),
        households=tuple(sieve.household(h) for h in family.households),
        relationships=sieve.relationships(family.relationships),
    )
    return whole, tuple(sieve.findings)


@dataclass(slots=True, kw_only=True)
class _Sieve:
    """Remembers whom it has let through."""

    file: str
    known: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def persons(self, persons: Iterable[Person]) -> tuple[Person, ...]:
        kept = []
        for p in persons:
            if p.id in self.known:
                self._twice("person", p.id)
            else:
                kept.append(p)
                self.known.add(p.id)
        return tuple(kept)

    def unions(self, unions: Iterable[Union]) -> tuple[Union, ...]:
        kept = []
        for u in unions:
            partners = tuple(p for p in u.partners if self._there(p, f"partnership '{u.id}'"))
            if u.id in self.named:
                self._twice("partnership", u.id)
            elif not partners:
                self._say(
                    "union-without-partners",
                    f"The partnership '{u.id}' has no partner who is in the file; left out.",
                    "Enter the ids of one or two people.",
                )
            else:
                kept.append(replace(u, partners=partners[:2]))
                self.named.add(u.id)
        return tuple(kept)

    def parents(self, parents: Iterable[Parentage]) -> tuple[Parentage, ...]:
        kept: dict[Parentage, None] = {}  # fostered by a couple twice, then adopted: three links
        for k in parents:
            if not self._there(k.child, "sheet of parents"):
                continue
            if k.union not in self.named:
                self._say(
                    "union-unknown",
                    f"A parent link of '{k.child}' names the partnership '{k.union}', which is "
                    "not in the file; left out.",
                    "Correct the id, or add the partnership.",
                )
                continue
            if k in kept:
                self._twice("parent link", f"{k.child} of {k.union}")
            kept[k] = None
        return tuple(kept)

    def household(self, house: Household) -> Household:
        stays = (m for m in house.members if self._there(m.person, f"household '{house.id}'"))
        return replace(house, members=tuple(stays))

    def relationships(self, ties: Iterable[Relationship]) -> tuple[Relationship, ...]:
        return tuple(
            r
            for r in ties
            if self._there(r.source, "sheet of relationships")
            and self._there(r.target, "sheet of relationships")
        )

    def _there(self, person: str, where: str) -> bool:
        if person in self.known:
            return True
        self._say(
            "person-unknown",
            f"The {where} names '{person}', who is not in the file; left out.",
            "Correct the id, or add the person.",
        )
        return False

    def _twice(self, what: str, identity: str) -> None:
        self._say(
            "id-repeated",
            f"The {what} '{identity}' stands there more than once; the first was kept.",
            "Give each its own id, or delete the repeat.",
        )

    def _say(self, code: str, message: str, remedy: str) -> None:
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.ERROR,
                message=message,
                remedy=remedy,
                file=self.file,
            )
        )
