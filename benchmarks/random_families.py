"""Made families of any size, with all that makes real ones awkward: for the benchmark and tests.

    family = grow(7, 60, Habits(cousins=0.1))

Couples have children, children grow up and find partners from outside or from another branch;
some have several partners, some children live with foster carers, kinship carers or adopters.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field, replace

from chronology.dates import parse_when
from genogram.model import (
    CARE_KINDS,
    Family,
    Household,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Residence,
    Sex,
    Union,
    UnionKind,
)

NOW = 2024
_GIRLS = ["Ada", "Bea", "Cleo", "Dora", "Edie", "Fay", "Gwen", "Hana", "Ines", "Jodie", "Mabel"]
_BOYS = ["Abe", "Ben", "Cal", "Dev", "Eli", "Finn", "Gus", "Hal", "Ivo", "Jon", "Kit", "Ralph"]
_LAST = ["Ashdown", "Brack", "Corrie", "Dunmore", "Elwin", "Farrow", "Gorse", "Hollin", "Inskip"]
_SIZES = (1, 1, 2, 2, 3, 3, 4)  # of sibships
_PARTED = (UnionKind.SEPARATED, UnionKind.DIVORCED, UnionKind.BRIEF)
_LOST = (Pregnancy.STILLBIRTH, Pregnancy.MISCARRIAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How often what happens; shares of the people or couples whom it may happen to."""

    again: float = 0.35  # another partner after the last
    cousins: float = 0.05  # a partner from another branch of the family
    alone: float = 0.06  # nobody is recorded as the other parent
    unknown_father: float = 0.05
    childless: float = 0.15
    unmarried: float = 0.2
    twins: float = 0.05
    losses: float = 0.05
    foster: float = 0.05
    kinship: float = 0.05
    adopted: float = 0.02
    homes: float = 0.12  # of couples with young children
    two_homes: float = 0.3  # of children of parted parents in a recorded home
    founders: int = 2


@dataclass(slots=True, kw_only=True)
class _Grower:
    """The family so far."""

    chance: random.Random
    habits: Habits
    most: int
    persons: dict[str, Person] = field(default_factory=dict)
    unions: dict[str, Union] = field(default_factory=dict)
    parents: list[Parentage] = field(default_factory=list)
    households: list[Household] = field(default_factory=list)
    year: dict[str, int] = field(default_factory=dict)
    branch: dict[str, frozenset[int]] = field(default_factory=dict)

    @property
    def room(self) -> int:
        return self.most - len(self.persons)

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def sex(self) -> Sex:
        return self.chance.choice((Sex.FEMALE, Sex.MALE))

    def person(self, year: int, sex: Sex, branch: frozenset[int] = frozenset()) -> str:
        day = dt.date(year, 1, 1) + dt.timedelta(days=self.chance.randrange(365))
        first = self.chance.choice(_GIRLS if sex is Sex.FEMALE else _BOYS)
        made = Person(
            id=f"P{len(self.persons) + 1:03}",
            name=f"{first} {self.chance.choice(_LAST)}",
            sex=sex,
            born=parse_when(day.isoformat()),
        )
        self.persons[made.id] = made
        self.year[made.id] = year
        self.branch[made.id] = branch
        return made.id

    def union(self, *partners: str, start: int, kind: UnionKind | None = None) -> Union:
        kinds = [k for k in UnionKind if k is not UnionKind.UNKNOWN]
        made = Union(
            id=f"U{len(self.unions) + 1:03}",
            partners=partners,
            kind=kind or self.chance.choice(kinds),
            start=parse_when(str(start)),
        )
        self.unions[made.id] = made
        return made

    def child(self, union: Union, year: int) -> str:
        branch = frozenset[int]().union(*(self.branch[p] for p in union.partners))
        child = self.person(year, self.sex(), branch)
        self.parents.append(Parentage(child=child, union=union.id))
        return child

    def partner_for(self, person: str, free: list[str]) -> str:
        """Somebody from another branch who is free, or a newcomer, or a father nobody knows."""
        if self.happens(self.habits.cousins):
            others = [
                f
                for f in free
                if abs(self.year[f] - self.year[person]) < 12 and not self._siblings(f, person)
            ]
            others = [f for f in others if not self.branch[f] & self.branch[person]] or others
            if others:
                return self.chance.choice(others)
        same = self.happens(0.04)
        sex = Sex.MALE if (self.persons[person].sex is Sex.FEMALE) != same else Sex.FEMALE
        other = self.person(self.year[person] + self.chance.randint(-4, 4), sex)
        if sex is Sex.MALE and self.happens(self.habits.unknown_father):
            self.persons[other] = replace(self.persons[other], name="Unknown father", born=None)
        return other

    def _siblings(self, a: str, b: str) -> bool:
        mine, other = ({k.union for k in self.parents if k.child == p} for p in (a, b))
        return a == b or bool(mine & other)

    def partnerships(self, person: str, free: list[str]) -> list[str]:
        """The unions of one grown-up with their children; gives the children."""
        start = self.year[person] + self.chance.randint(19, 26)
        born: list[str] = []
        if self.happens(self.habits.unmarried):
            return born
        for n in range(4):
            if start >= NOW or self.room <= 0 or (n and not self.happens(self.habits.again)):
                break
            if self.happens(self.habits.alone):
                union = self.union(person, start=start)
            else:
                other = self.partner_for(person, free)
                if any({person, other} == set(u.partners) for u in self.unions.values()):
                    break
                union = self.union(person, other, start=start)
            if not self.happens(self.habits.childless):
                born += self.children(union, start)
            start += self.chance.randint(3, 7)
        return born

    def children(self, union: Union, start: int) -> list[str]:
        born: list[str] = []
        year = start
        for _ in range(self.chance.choice(_SIZES)):
            year += self.chance.randint(1, 3)
            if year > NOW or self.room <= 0:
                break
            child = self.child(union, year)
            if self.happens(self.habits.losses):
                self._lose(child)
                continue
            born.append(child)
            if self.room > 0 and self.happens(self.habits.twins):
                born.append(self._twin_of(child, union))
        return born

    def _lose(self, child: str) -> None:
        lost = self.chance.choice(_LOST)
        self.persons[child] = replace(
            self.persons[child], name=lost.value.capitalize(), sex=Sex.UNKNOWN, pregnancy=lost
        )

    def _twin_of(self, child: str, union: Union) -> str:
        other = self.child(union, self.year[child])
        first = replace(self.persons[child], twin=f"twins {child}")
        self.persons[child] = first
        self.persons[other] = replace(self.persons[other], twin=first.twin, born=first.born)
        return other

    def care(self) -> None:
        """Foster carers, kinship carers and adopters for some of the young."""
        h = self.habits
        shares = (h.foster, h.kinship, h.adopted, max(0.0, 1 - h.foster - h.kinship - h.adopted))
        kinds = (LinkKind.FOSTER, LinkKind.GUARDIAN, LinkKind.ADOPTED, None)
        for child in self.young():
            kind = self.chance.choices(kinds, shares)[0]
            if kind is LinkKind.GUARDIAN:
                able = self._kin_who_could_care(child)
                if able:
                    carers = self.chance.choice(able)
                    self.parents.append(Parentage(child=child, union=carers, kind=kind))
            elif kind:
                year = self.year[child] - 35
                adults = [self.person(year, self.sex()) for _ in range(self.chance.choice((1, 2)))]
                union = self.union(*adults, start=year + 25, kind=UnionKind.MARRIED)
                self.parents.append(Parentage(child=child, union=union.id, kind=kind))

    def young(self) -> list[str]:
        return [
            p.id for p in self.persons.values() if self.year[p.id] > NOW - 18 and not p.pregnancy
        ]

    def _kin_who_could_care(self, child: str) -> list[str]:
        mine = {k.union for k in self.parents if k.child == child}
        return [
            u.id
            for u in self.unions.values()
            if u.id not in mine
            and all(self.year[p] < self.year[child] - 20 for p in u.partners)
            and any(self.branch[p] & self.branch[child] for p in u.partners)
        ]

    def homes(self) -> None:
        """Households of parents with young children, some of whom have another home."""
        young = set(self.young())
        for union in self.unions.values():
            kids = [k.child for k in self.parents if k.union == union.id and k.child in young]
            if not kids or not self.happens(self.habits.homes):
                continue
            parted = union.kind in _PARTED
            members = [*union.partners[: 1 if parted else 2], *kids]
            elders = self._parents_of(members[0])
            if elders and self.happens(0.3):
                members.append(elders[-1])
            self._home(members)
            if parted and len(union.partners) > 1 and self.happens(self.habits.two_homes):
                self._home([union.partners[1], *kids[: self.chance.randint(1, len(kids))]])

    def _parents_of(self, person: str) -> list[str]:
        links = (k for k in self.parents if k.child == person and k.kind not in CARE_KINDS)
        return [p for k in links for p in self.unions[k.union].partners]

    def _home(self, members: list[str]) -> None:
        stays = tuple(Residence(person=m) for m in dict.fromkeys(members))
        self.households.append(Household(id=f"H{len(self.households) + 1}", members=stays))

    def family(self) -> Family:
        """The family with its youngest person as the subject."""
        born = [p.id for p in self.persons.values() if not p.pregnancy]
        youngest = max(born, key=lambda p: (self.year[p], p))
        return Family(
            persons=tuple(replace(p, subject=p.id == youngest) for p in self.persons.values()),
            unions=tuple(self.unions.values()),
            parents=tuple(self.parents),
            households=tuple(self.households),
        )


def grow(seed: int, people: int, habits: Habits | None = None) -> Family:
    """A family of about so many people; the same for the same seed, size and habits."""
    tries = (_grow(f"{seed} {people} {n}", people, habits or Habits()) for n in range(200))
    return next(f for f in tries if len(f.persons) >= 0.9 * people)


def _grow(seed: str, people: int, habits: Habits) -> Family:
    carers = round(people * 0.06) if habits.foster or habits.adopted else 0
    grower = _Grower(chance=random.Random(seed), habits=habits, most=people - carers)
    line: list[str] = []
    for n in range(habits.founders):
        year = NOW - 75 - grower.chance.randint(0, 8) - (22 if people > 70 else 0)
        couple = [grower.person(year, s, frozenset({n})) for s in (Sex.FEMALE, Sex.MALE)]
        line += grower.children(grower.union(*couple, start=year + 22), year + 22)
    while line and grower.room > 0:
        following: list[str] = []
        for person in line:
            taken = {p for u in grower.unions.values() for p in u.partners}
            if person not in taken:
                free = [f for f in line if f not in taken and f != person]
                following += grower.partnerships(person, free)
        line = following
    grower.care()
    grower.homes()
    return grower.family()
