"""Leaving out what cannot be drawn: ids that are unknown or stand there twice, each a finding."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from chronology.findings import Finding, Severity
from genogram.formats.cell_places import About, Places
from genogram.formats.words import plain
from genogram.model import Family, Household, Parentage, Person, Relationship, Union


def without_undrawable(
    family: Family, file: str = "", places: Places | None = None
) -> tuple[Family, tuple[Finding, ...]]:
    """The family without links to nobody, and what was left out."""
    sieve = _Sieve(file=file, places=places or Places())
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


_LIKE = 0.8  # how alike a name must be to be taken for a slip of it
_MOST = 100  # slips that are looked for; a file with more has another fault, and looking takes long
_FEW = 4  # ids of those who are called alike
_LETTERS = re.compile(r"\D")


@dataclass(slots=True, kw_only=True)
class _Sieve:
    """Remembers whom it has let through."""

    file: str
    places: Places
    at: tuple[str, int | None] = ("", None)
    """Sheet and row of what is looked at."""
    met: Counter[About] = field(default_factory=Counter)
    known: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    """Ids -> names, plainly."""
    called: dict[str, str] = field(default_factory=dict)
    """Names and ids, plainly -> as they are written."""
    looked_for: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def persons(self, persons: Iterable[Person]) -> tuple[Person, ...]:
        kept = []
        for p in persons:
            self._at(("person", p.id))
            if p.id in self.known:
                self._twice("person", p.id)
            else:
                kept.append(p)
                self.known.add(p.id)
                self.names[p.id] = plain(p.name)
                self.called |= {plain(p.id): p.id, plain(p.name): p.name}
        return tuple(kept)

    def unions(self, unions: Iterable[Union]) -> tuple[Union, ...]:
        kept = []
        for u in unions:
            self._at(("union", u.id))
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
            self._at(("link", k))
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
        stays = []
        for stay in house.members:
            self._at(("stay", (house.id, stay)))
            if self._there(stay.person, f"household '{house.id}'"):
                stays.append(stay)
        return replace(house, members=tuple(stays))

    def relationships(self, ties: Iterable[Relationship]) -> tuple[Relationship, ...]:
        kept = []
        for r in ties:
            self._at(("tie", r))
            if all(self._there(p, "sheet of relationships") for p in (r.source, r.target)):
                kept.append(r)
        return tuple(kept)

    def _at(self, about: About) -> None:
        self.at = self.places.of(about, self.met[about])
        self.met[about] += 1

    def _there(self, person: str, where: str) -> bool:
        if person in self.known:
            return True
        who, remedy = self._perhaps(person)
        self._say("person-unknown", f"The {where} names '{person}', {who}; left out.", remedy)
        return False

    def _perhaps(self, told: str) -> tuple[str, str]:
        """What is wrong with a name or id, and what to do about it."""
        wanted = plain(told)
        several = sorted(i for i, n in self.names.items() if f"{n} ".startswith(f"{wanted} "))
        if wanted and len(several) > 1:
            ids = " and ".join(f"'{i}'" for i in several[:_FEW])
            more = f" and {len(several) - _FEW} more" if len(several) > _FEW else ""
            return f"as several people are called ({ids}{more})", "Use the id of whoever is meant."
        like = self._like(wanted)
        who = "who is not in the file" + (f" (is '{like}' meant?)" if like else "")
        return who, "Correct the id, or add the person."

    def _like(self, wanted: str) -> str:
        """A name or id of which these words may be a slip. Another number is somebody else's."""
        self.looked_for.add(wanted)
        if len(self.looked_for) > _MOST:
            return ""
        digits = _LETTERS.sub("", wanted)
        alike = (word for word in self.called if _LETTERS.sub("", word) == digits)
        found = difflib.get_close_matches(wanted, alike, n=1, cutoff=_LIKE)
        return self.called[found[0]] if found else ""

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
                sheet=self.at[0],
                row=self.at[1],
            )
        )
