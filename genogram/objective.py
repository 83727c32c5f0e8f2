"""What makes one order of the rows better than another, as one number: less is better."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from genogram.kin import Kin, union_key, when_key
from genogram.model import Sex, Union

# Measured on development families; a split couple reads worst, a man on the right least badly.
SPLIT, CROSSING, TWINS, HOUSEHOLD, BIRTH, SIBSHIP = 12.0, 5.0, 50.0, 5.0, 3.0, 3.0
THROUGH, CARE_CROSSING, PARTNER_DATES, MALE_LEFT = 2.5, 2.0, 1.0, 0.2

PASSING_LINE = 4.0  # a line that passes between two people who belong together

Rows = list[list[str]]
VIA = "\x00"  # begins the id of a place where a long line passes a row; never a person's id


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """People of one row who belong side by side, and what each stranger between them costs."""

    people: tuple[str, ...]
    welcome: frozenset[str]
    cost: float
    welcome_cost: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A union's line from one row to the next: to children, or to a place where it passes on."""

    union: str
    partners: tuple[str, ...]
    children: tuple[str, ...]
    care: bool
    leads_to: tuple[str, ...]  # the children, however many rows below


def _between(stranger: str, group: Together) -> float:
    if stranger.startswith(VIA):
        return min(group.cost, PASSING_LINE)
    return group.welcome_cost if stranger in group.welcome else group.cost


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Objective:
    """Every term by the row it belongs to; drops by the rows of partners and children."""

    level: Mapping[str, int]  # of people and of passing lines
    together: Mapping[int, tuple[Together, ...]]
    before: Mapping[int, tuple[tuple[str, str, float], ...]]
    drops: Mapping[tuple[int, int], tuple[Drop, ...]]
    busy: Mapping[str, int]  # person -> number of partnerships

    def row_cost(self, row: Sequence[str], number: int) -> float:
        """The terms that one row decides by itself."""
        at = {p: i for i, p in enumerate(row)}
        total = 0.0
        for group in self.together.get(number, ()):
            places = [at[p] for p in group.people]
            low, high = min(places), max(places)
            if high - low >= len(places):
                for stranger in row[low + 1 : high]:
                    if stranger not in group.people:
                        total += _between(stranger, group)
        for first, second, cost in self.before.get(number, ()):
            if at[first] > at[second]:
                total += cost
        return total

    def crossing_cost(self, rows: Rows, pair: tuple[int, int]) -> float:
        """Crossings between the lines from one row to another."""
        above = {p: i for i, p in enumerate(rows[pair[0]])}
        below = {p: i for i, p in enumerate(rows[pair[1]])}
        lines = sorted(
            (self.drop_place(drop, above), below[child], n, drop.care)
            for n, drop in enumerate(self.drops[pair])
            for child in drop.children
        )
        total = 0.0
        for i, (x, child, drop, care) in enumerate(lines):
            for x2, child2, drop2, care2 in lines[i + 1 :]:
                if child2 < child and drop != drop2 and x2 > x:
                    total += CARE_CROSSING if care or care2 else CROSSING
        return total

    def drop_place(self, drop: Drop, at: Mapping[str, int]) -> float:
        """Where in the row a union's line leaves: between its partners, or beside one of them."""
        places = sorted((at[p], p) for p in drop.partners if p in at)
        if len(places) < 2:
            return float(places[0][0])
        (i, a), (j, b) = places
        if j == i + 1:
            return i + 0.5
        return i + 0.5 if self.busy.get(a, 0) <= self.busy.get(b, 0) else j - 0.5

    def cost(self, rows: Rows) -> float:
        """The whole cost."""
        within = sum(self.row_cost(row, n) for n, row in enumerate(rows))
        return within + sum(self.crossing_cost(rows, pair) for pair in self.drops)

    def cost_around(self, rows: Rows, changed: set[int]) -> float:
        """The part of the cost that the given rows take part in."""
        within = sum(self.row_cost(rows[n], n) for n in changed)
        pairs = (p for p in self.drops if p[0] in changed or p[1] in changed)
        return within + sum(self.crossing_cost(rows, p) for p in pairs)


def objective(kin: Kin, level: Mapping[str, int]) -> Objective:
    """Gather all terms for one family."""
    together: dict[int, list[Together]] = defaultdict(list)
    before: dict[int, list[tuple[str, str, float]]] = defaultdict(list)
    _couples(kin, level, together, before)
    _sibships(kin, level, together, before)
    _households(kin, level, together)
    everything = dict(level)
    drops = _drops(kin, everything)
    return Objective(
        level=everything,
        together={n: tuple(t) for n, t in together.items()},
        before={n: tuple(t) for n, t in before.items()},
        drops=drops,
        busy={p: len(us) for p, us in kin.partnerships.items()},
    )


def _circle(kin: Kin, partners: Sequence[str]) -> frozenset[str]:
    """The partners and everybody else who is or was a partner of one of them."""
    return frozenset(q for p in partners for u in kin.partnerships[p] for q in u.partners)


def _couples(
    kin: Kin,
    level: Mapping[str, int],
    together: dict[int, list[Together]],
    before: dict[int, list[tuple[str, str, float]]],
) -> None:
    for union in kin.unions.values():
        if not _level_couple(union, level):
            continue
        a, b = union.partners
        circle = _circle(kin, union.partners)
        together[level[a]].append(
            Together(people=(a, b), welcome=circle, cost=SPLIT, welcome_cost=THROUGH)
        )
        sexes = (kin.people[a].sex, kin.people[b].sex)
        if sexes == (Sex.FEMALE, Sex.MALE):
            a, b = b, a
        if set(sexes) == {Sex.FEMALE, Sex.MALE}:
            before[level[a]].append((a, b, MALE_LEFT))
    for person in kin.people:
        unions = [u for u in kin.partnerships[person] if _level_couple(u, level)]
        unions.sort(key=lambda u: union_key(kin, u))
        for first, second in itertools.combinations(unions, 2):
            a, b = _other(first, person), _other(second, person)
            if a != b and level[a] == level[b]:
                before[level[a]].append((a, b, PARTNER_DATES))


def _level_couple(union: Union, level: Mapping[str, int]) -> bool:
    return len(union.partners) == 2 and level[union.partners[0]] == level[union.partners[1]]


def _other(union: Union, person: str) -> str:
    return next(p for p in union.partners if p != person)


def _sibships(
    kin: Kin,
    level: Mapping[str, int],
    together: dict[int, list[Together]],
    before: dict[int, list[tuple[str, str, float]]],
) -> None:
    for union in kin.unions.values():
        born = kin.descent(union.id)
        welcome = _round_the_sibship(kin, union, born)
        for number in sorted({level[c] for c in born}):
            here = tuple(c for c in born if level[c] == number)
            if len(here) > 1:
                together[number].append(Together(people=here, welcome=welcome, cost=SIBSHIP))
            for a, b in itertools.combinations(sorted(here, key=lambda c: _key(kin, c)), 2):
                if _key(kin, a)[0] == 0 == _key(kin, b)[0] and _key(kin, a) != _key(kin, b):
                    before[number].append((a, b, BIRTH))
        twins: dict[tuple[str, int], list[str]] = defaultdict(list)
        for child in born:
            if kin.people[child].twin:
                twins[kin.people[child].twin, level[child]].append(child)
        for (_, number), group in sorted(twins.items()):
            if len(group) > 1:
                together[number].append(
                    Together(people=tuple(group), welcome=frozenset(), cost=TWINS)
                )


def _key(kin: Kin, person: str) -> tuple[int, int]:
    return when_key(kin.people[person])


def _round_the_sibship(kin: Kin, union: Union, born: Sequence[str]) -> frozenset[str]:
    """Who may stand among siblings: their half-siblings, and the partners of all these."""
    halves = {c for p in union.partners for u in kin.partnerships[p] for c in kin.descent(u.id)}
    near = set(born) | halves
    for _ in range(2):
        near |= _circle(kin, sorted(near))
    return frozenset(near)


def _households(kin: Kin, level: Mapping[str, int], together: dict[int, list[Together]]) -> None:
    for house in sorted(kin.family.households, key=lambda h: h.id):
        people = house.people()
        for number in sorted({level[p] for p in people}):
            here = tuple(p for p in people if level[p] == number)
            if len(here) > 1:
                together[number].append(Together(people=here, welcome=frozenset(), cost=HOUSEHOLD))


def _drops(kin: Kin, level: dict[str, int]) -> Mapping[tuple[int, int], tuple[Drop, ...]]:
    """All lines from row to row; a line over several rows passes each at a place of its own."""
    drops: dict[tuple[int, int], list[Drop]] = defaultdict(list)
    for union in kin.unions.values():
        above = max(level[p] for p in union.partners)
        partners = tuple(p for p in union.partners if level[p] == above)
        for care, found in ((False, kin.descent(union.id)), (True, kin.cared_for(union.id))):
            for number in sorted({level[c] for c in found if level[c] > above}):
                here = tuple(c for c in found if level[c] == number)
                source = partners
                for row in range(above + 1, number):
                    via = f"{VIA}{union.id}{VIA}{'care' if care else 'descent'} {row} {number}"
                    level[via] = row
                    drops[row - 1, row].append(
                        Drop(
                            union=union.id,
                            partners=source,
                            children=(via,),
                            care=care,
                            leads_to=here,
                        )
                    )
                    source = (via,)
                drops[number - 1, number].append(
                    Drop(union=union.id, partners=source, children=here, care=care, leads_to=here)
                )
    return {pair: tuple(found) for pair, found in drops.items()}
