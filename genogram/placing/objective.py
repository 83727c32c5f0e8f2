"""What makes one order of the rows better than another, as one number: less is better."""

from __future__ import annotations

import itertools
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from genogram.kin import Kin, union_key, when_key
from genogram.model import Sex, Union

# Measured on development families; a split couple reads worst, a man on the right least badly.
# A household gap costs less than a birth inversion: an outline can go round, an order cannot.
SPLIT, CROSSING, TWINS, HOUSEHOLD, BIRTH, SIBSHIP = 12.0, 8.0, 50.0, 2.0, 3.0, 3.0
THROUGH, LOWERED, CARE_CROSSING, PARTNER_DATES, MALE_LEFT = 6.0, 1.0, 2.0, 1.0, 0.2
RECORDED = 0.5  # siblings of one day, or of none that is known, out of the record's order

PASSING_LINE = 4.0  # a line that passes between two people who belong together

Rows = list[list[str]]
Before = tuple[str, str, float]  # the first stands left of the second, or it costs that much
BITS = 20  # a row has fewer people than two to the power of this
END = (1 << BITS + 1) - 1  # the place where a line ends, twice (+ care)
VIA = "\x00"  # begins the id of a place where a long line passes a row; never a person's id


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """People of one row who belong side by side, and what each stranger between them costs."""

    people: tuple[str, ...]
    welcome: frozenset[str]
    cost: float
    welcome_cost: float = 0.0
    easy: frozenset[str] = frozenset()  # the welcome who may stand lower, out of a line's way


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """A union's line from one row to the next: to children, or to a place where it passes on."""

    union: str
    partners: tuple[str, ...]
    children: tuple[str, ...]
    care: bool
    leads_to: tuple[str, ...]  # the children, however many rows below


def between(stranger: str, group: Together) -> float:
    """What it costs that somebody, or a line that passes through, stands within a group."""
    if stranger.startswith(VIA):
        return min(group.cost, PASSING_LINE)
    if stranger in group.easy:
        return LOWERED
    return group.welcome_cost if stranger in group.welcome else group.cost


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Objective:
    """Every term, with the people whose places decide it; drops by the rows they join.

    Places are kept by person (`at`: the position in the person's own row).
    """

    level: Mapping[str, int]  # of people and of passing lines
    together: tuple[Together, ...]
    before: tuple[Before, ...]
    drops: Mapping[tuple[int, int], tuple[Drop, ...]]
    busy: Mapping[str, int]  # person -> number of partnerships
    above: Mapping[str, tuple[str, ...]]  # person or passing line -> who stands at its other end

    def together_cost(self, group: Together, row: Sequence[str], at: Mapping[str, int]) -> float:
        """What the strangers among people who belong side by side cost."""
        places = [at[p] for p in group.people]
        low, high = min(places), max(places)
        if high - low < len(places):
            return 0.0
        people = group.people
        return sum(between(p, group) for p in row[low + 1 : high] if p not in people)

    def crossing_cost(self, at: Mapping[str, int], pair: tuple[int, int]) -> float:
        """Crossings between the lines from one row to another, counted as inversions."""
        lines = []
        for drop in self.drops[pair]:
            place = int(2 * self.drop_place(drop, at)) << BITS
            care = drop.care
            lines += [(place | at[child]) << 1 | care for child in drop.children]
        lines.sort()
        return crossings([line & END for line in lines])

    def drop_place(self, drop: Drop, at: Mapping[str, int]) -> float:
        """Where in the row a union's line leaves: between its partners, or beside one of them."""
        if len(drop.partners) < 2:
            return at[drop.partners[0]]
        a, b = drop.partners
        left, right = at[a], at[b]
        if left > right:
            left, right, a, b = right, left, b, a
        if right == left + 1 or self.busy[a] <= self.busy[b]:
            return left + 0.5
        return right - 0.5

    def cost(self, rows: Rows) -> float:
        """The whole cost."""
        at = places(rows)
        total = sum(self.together_cost(g, rows[self.level[g.people[0]]], at) for g in self.together)
        total += sum(cost for a, b, cost in self.before if at[a] > at[b])
        return total + sum(self.crossing_cost(at, pair) for pair in self.drops)


def crossings(lines: list[int]) -> float:
    """What the crossings of lines cost: by one end from left to right, twice the other (+ care)."""
    if lines == sorted(lines):
        return 0.0
    total = 0.0
    plain: list[int] = []
    caring: list[int] = []
    for line in lines:
        end = line >> 1
        if line & 1:
            over = len(plain) + len(caring)
            over -= bisect_right(plain, end) + bisect_right(caring, end)
            total += CARE_CROSSING * over
            insort(caring, end)
        else:
            total += CROSSING * (len(plain) - bisect_right(plain, end))
            if caring:
                total += CARE_CROSSING * (len(caring) - bisect_right(caring, end))
            insort(plain, end)
    return total


def places(rows: Rows) -> dict[str, int]:
    """The position of everybody in their own row."""
    return {p: i for row in rows for i, p in enumerate(row)}


def objective(kin: Kin, level: Mapping[str, int]) -> Objective:
    """Gather all terms for one family."""
    together: list[Together] = []
    before: list[Before] = []
    _couples(kin, level, together, before)
    _sibships(kin, level, together, before)
    _households(kin, level, together)
    everything = dict(level)
    drops = _drops(kin, everything)
    return Objective(
        level=everything,
        together=tuple(together),
        before=tuple(before),
        drops=drops,
        busy={p: len(us) for p, us in kin.partnerships.items()},
        above=_above(drops),
    )


def _above(drops: Mapping[tuple[int, int], tuple[Drop, ...]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for several in drops.values():
        for drop in several:
            for child in drop.children:
                found[child] = found.get(child, ()) + drop.partners
    return found


def circle_of(kin: Kin, partners: Iterable[str]) -> frozenset[str]:
    """The partners and everybody else who is or was a partner of one of them."""
    return frozenset(q for p in partners for u in kin.partnerships[p] for q in u.partners)


def _couples(
    kin: Kin,
    level: Mapping[str, int],
    together: list[Together],
    before: list[Before],
) -> None:
    for union in kin.unions.values():
        if not _level_couple(union, level):
            continue
        a, b = union.partners
        circle = circle_of(kin, union.partners)
        together.append(
            Together(
                people=(a, b),
                welcome=circle,
                cost=SPLIT,
                welcome_cost=THROUGH,
                easy=frozenset(p for p in circle if not kin.raised[p]),
            )
        )
        sexes = (kin.people[a].sex, kin.people[b].sex)
        if sexes == (Sex.FEMALE, Sex.MALE):
            a, b = b, a
        if set(sexes) == {Sex.FEMALE, Sex.MALE}:
            before.append((a, b, MALE_LEFT))
    for person in kin.people:
        unions = [u for u in kin.partnerships[person] if _level_couple(u, level)]
        unions.sort(key=lambda u: union_key(kin, u))
        for first, second in itertools.combinations(unions, 2):
            a, b = _other(first, person), _other(second, person)
            if a != b and level[a] == level[b]:
                before.append((a, b, PARTNER_DATES))


def _level_couple(union: Union, level: Mapping[str, int]) -> bool:
    return len(union.partners) == 2 and level[union.partners[0]] == level[union.partners[1]]


def _other(union: Union, person: str) -> str:
    return next(p for p in union.partners if p != person)


def _sibships(
    kin: Kin,
    level: Mapping[str, int],
    together: list[Together],
    before: list[Before],
) -> None:
    recorded = {p.id: n for n, p in enumerate(kin.family.persons)}
    for unions in _of_the_same_people(kin):
        born = tuple(dict.fromkeys(c for u in unions for c in kin.descent(u.id)))
        welcome = _round_the_sibship(kin, unions[0], born)
        for number in sorted({level[c] for c in born}):
            here = sorted((c for c in born if level[c] == number), key=lambda c: recorded[c])
            if len(here) > 1:
                together.append(Together(people=tuple(here), welcome=welcome, cost=SIBSHIP))
            for a, b in itertools.combinations(sorted(here, key=lambda c: _key(kin, c)), 2):
                if _key(kin, a) == _key(kin, b) and not _key(kin, a)[0]:
                    before.append((a, b, RECORDED))
                elif _key(kin, b)[0] == 0:
                    before.append((a, b, BIRTH))
        twins: dict[tuple[str, int], list[str]] = defaultdict(list)
        for child in born:
            if kin.people[child].twin:
                twins[kin.people[child].twin, level[child]].append(child)
        for _, group in sorted(twins.items()):
            alike = [c for c in group if kin.people[c].identical]
            for side_by_side in (group, alike) if 1 < len(alike) < len(group) else (group,):
                if len(side_by_side) > 1:
                    born = tuple(side_by_side)
                    together.append(Together(people=born, welcome=frozenset(), cost=TWINS))


def _of_the_same_people(kin: Kin) -> list[list[Union]]:
    """The partnerships by whose they are: the same two may have parted and come together again."""
    found: dict[frozenset[str], list[Union]] = defaultdict(list)
    for union in kin.unions.values():
        found[frozenset(union.partners)].append(union)
    return list(found.values())


def _key(kin: Kin, person: str) -> tuple[int, int]:
    return when_key(kin.people[person])


def _round_the_sibship(kin: Kin, union: Union, born: Sequence[str]) -> frozenset[str]:
    """Who may stand among siblings: their half-siblings, and the partners of all these."""
    halves = {c for p in union.partners for u in kin.partnerships[p] for c in kin.descent(u.id)}
    near = set(born) | halves
    for _ in range(2):
        near |= circle_of(kin, near)
    return frozenset(near)


def _households(kin: Kin, level: Mapping[str, int], together: list[Together]) -> None:
    for house in sorted(kin.family.households, key=lambda h: h.id):
        people = house.people()
        for number in sorted({level[p] for p in people}):
            here = tuple(p for p in people if level[p] == number)
            if len(here) > 1:
                together.append(Together(people=here, welcome=frozenset(), cost=HOUSEHOLD))


def _drops(kin: Kin, level: dict[str, int]) -> Mapping[tuple[int, int], tuple[Drop, ...]]:
    """All lines from row to row; a line to a farther row leaves the bar and passes those between.

    [ ]--+--( )
     +---+---+
    ( )      |      one child here, and a place where the line to the other passes
            [ ]
    """
    drops: dict[tuple[int, int], list[Drop]] = defaultdict(list)
    for union in kin.unions.values():
        above = max(level[p] for p in union.partners)
        partners = tuple(p for p in union.partners if level[p] == above)
        for care, found in ((False, kin.descent(union.id)), (True, kin.cared_for(union.id))):
            source = partners
            below = [c for c in found if level[c] > above]
            for row in range(above + 1, max((level[c] for c in below), default=above) + 1):
                here = [c for c in below if level[c] == row]
                farther = tuple(c for c in below if level[c] >= row)
                if len(here) < len(farther):
                    via = f"{VIA}{union.id}{VIA}{'care' if care else 'descent'} {row}"
                    level[via] = row
                    here.append(via)
                drop = Drop(
                    union=union.id,
                    partners=source,
                    children=tuple(here),
                    care=care,
                    leads_to=farther,
                )
                drops[row - 1, row].append(drop)
                source = (here[-1],)
    return {pair: tuple(found) for pair, found in drops.items()}
