"""Rows in numbers, with what they cost, kept up to date change by change.

In each row people and passing lines are numbered; a change puts a new piece in place of a stretch
of one row. Only what that piece can alter is counted anew:

    . . a b c d . .      order and groups of a, b, c, d; crossings among the lines that end there;
    . . c d a b . .      crossings among the lines that leave from there
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from genogram.placing.objective import BITS, END, Objective, Rows, Together, between, crossings

Change = tuple[int, int, list[int]]  # row, first place, the people who now stand from there on


@dataclass(slots=True, kw_only=True)
class Group:
    """People who belong together, and what each person of the row costs among them."""

    people: tuple[int, ...]
    price: list[float]
    cost: float = 0.0


@dataclass(slots=True, kw_only=True)
class Leaving:
    """A union's line to the row below, by numbers of this row and of that."""

    left: int
    right: int  # the same as left for one parent, or a passing line
    leans: int  # the person near whom it leaves where the two stand apart; -1 for the left one
    children: tuple[int, ...]
    care: int
    place: int = 0  # twice its place in the row


@dataclass(slots=True, kw_only=True)
class Row:
    """One row: who stands where, and everything that depends on it."""

    ids: list[str]
    order: list[int]
    at: list[int]
    groups: list[list[Group]] = field(default_factory=list)  # by person
    after: list[list[tuple[int, float]]] = field(default_factory=list)  # by who should be before
    leaving: list[Leaving] = field(default_factory=list)
    leaving_from: list[list[Leaving]] = field(default_factory=list)  # by person
    arriving: list[list[Leaving]] = field(default_factory=list)  # by person, from the row above
    above: dict[int, tuple[int, ...]] = field(default_factory=dict)  # person -> parents above


class Tally:
    """The rows and their cost."""

    def __init__(self, goal: Objective, rows: Rows) -> None:
        self.goal = goal
        self.number = {p: i for row in rows for i, p in enumerate(sorted(row))}
        self.rows = [_row(sorted(row)) for row in rows]
        self._add_groups()
        for first, second, cost in goal.before:
            row = self.rows[goal.level[first]]
            row.after[self.number[first]].append((self.number[second], cost))
        self._add_lines()
        self.cost = 0.0
        self._undo: list[tuple[Row, int, list[int], list[tuple[Group, float]], list[_Old]]] = []
        self.begin([[self.number[p] for p in row] for row in rows])

    def begin(self, orders: Sequence[Sequence[int]]) -> None:
        """Take other orders of the same people."""
        for row, order in zip(self.rows, orders, strict=True):
            row.order = list(order)
            for place, p in enumerate(row.order):
                row.at[p] = place
        for row in self.rows:
            for line in row.leaving:
                line.place = _place(line, row.at)
            for groups in row.groups:
                for group in groups:
                    group.cost = _group_cost(group, row)
        self._undo = []
        self.cost = self.goal.cost(self.named())

    def orders(self) -> list[list[int]]:
        """The rows as they stand, to begin from again."""
        return [row.order.copy() for row in self.rows]

    def named(self) -> Rows:
        """The rows by id."""
        return [[row.ids[p] for p in row.order] for row in self.rows]

    def change(self, changes: Iterable[Change], bar: float = math.inf) -> float:
        """Make changes of different rows if they cost less than `bar` together; their cost."""
        changes = list(changes)
        more = 0.0
        for change in changes:
            more += self._shift(*change, bar if len(changes) == 1 else math.inf)
        if more >= bar:
            while self._undo:
                self._revert()
        else:
            self._undo.clear()
            self.cost += more
        return more

    def _shift(self, n: int, low: int, piece: list[int], bar: float) -> float:
        """Put a piece in place, and what that costs; no more is counted once that reaches `bar`."""
        row = self.rows[n]
        order, at, after = row.order, row.at, row.after
        old = order[low : low + len(piece)]
        more = 0.0
        for p in old:
            for q, cost in after[p]:
                if at[p] > at[q]:
                    more -= cost
        near = {id(g): g for p in old for g in row.groups[p]}.values()
        for group in near:
            more -= group.cost
        arriving = _arriving(row, old)
        if arriving:
            more -= crossings(arriving)
        order[low : low + len(piece)] = piece
        for place, p in enumerate(piece, low):
            at[p] = place
        moved = _moved(row, old)
        kept = [(line, line.place) for line, _ in moved]
        leaving = _between(row.leaving, moved) if moved else []
        if leaving:
            below = self.rows[n + 1].at
            more -= crossings(_leaving(leaving, below))
            for line, place in moved:
                line.place = place
        costs = [(group, group.cost) for group in near]
        self._undo.append((row, low, old, costs, kept))
        for p in piece:
            for q, cost in after[p]:
                if at[p] > at[q]:
                    more += cost
        for group in near:
            if more >= bar:
                return more
            group.cost = _group_cost(group, row)
            more += group.cost
        if arriving and more < bar:
            more += crossings(_arriving(row, piece))
        if leaving and more < bar:
            more += crossings(_leaving(leaving, below))
        return more

    def _revert(self) -> None:
        row, low, old, costs, places = self._undo.pop()
        row.order[low : low + len(old)] = old
        for place, p in enumerate(old, low):
            row.at[p] = place
        for group, cost in costs:
            group.cost = cost
        for line, where in places:
            line.place = where

    def _add_groups(self) -> None:
        plain: dict[tuple[int, float], list[float]] = {}
        for together in self.goal.together:
            n = self.goal.level[together.people[0]]
            row, number = self.rows[n], self.number
            usual = Together(people=(), welcome=frozenset(), cost=together.cost)
            if (n, together.cost) not in plain:
                plain[n, together.cost] = [between(p, usual) for p in row.ids]
            price = plain[n, together.cost].copy()
            for q in together.welcome | together.easy:
                if self.goal.level[q] == n:
                    price[number[q]] = between(q, together)
            for q in together.people:
                price[number[q]] = 0.0
            group = Group(people=tuple(number[p] for p in together.people), price=price)
            for p in group.people:
                row.groups[p].append(group)

    def _add_lines(self) -> None:
        number, busy = self.number, self.goal.busy
        for (upper, lower), drops in sorted(self.goal.drops.items()):
            row, below = self.rows[upper], self.rows[lower]
            for drop in drops:
                a, b = drop.partners[0], drop.partners[-1]
                apart = busy.get(a, 0) - busy.get(b, 0)
                line = Leaving(
                    left=number[a],
                    right=number[b],
                    leans=-1 if not apart else number[b if apart > 0 else a],
                    children=tuple(number[c] for c in drop.children),
                    care=int(drop.care),
                )
                row.leaving.append(line)
                for p in {line.left, line.right}:
                    row.leaving_from[p].append(line)
                for c in line.children:
                    below.arriving[c].append(line)
                    below.above[c] = (*below.above.get(c, ()), line.left, line.right)


_Old = tuple[Leaving, int]  # a line and its place before, or after


def _row(ids: list[str]) -> Row:
    many = range(len(ids))
    return Row(
        ids=ids,
        order=list(many),
        at=list(many),
        groups=[[] for _ in many],
        after=[[] for _ in many],
        leaving_from=[[] for _ in many],
        arriving=[[] for _ in many],
    )


def _group_cost(group: Group, row: Row) -> float:
    at = row.at
    places = [at[p] for p in group.people]
    low, high = min(places), max(places)
    if high - low < len(places):
        return 0.0
    price = group.price
    return sum([price[p] for p in row.order[low + 1 : high]])


def _place(line: Leaving, at: Sequence[int]) -> int:
    """Twice the place at which a line leaves: between two partners, or beside one of them."""
    a, b = line.left, line.right
    left, right = at[a], at[b]
    if left > right:
        left, right, b = right, left, a
    if right == left:
        return 2 * left
    if right == left + 1 or line.leans != b:
        return 2 * left + 1
    return 2 * right - 1


def _moved(row: Row, people: Sequence[int]) -> list[_Old]:
    """Lines from these people that no longer leave where they did, with the new places."""
    found = []
    for p in people:
        for line in row.leaving_from[p]:
            place = _place(line, row.at)
            if place != line.place:
                found.append((line, place))
    return found


def _between(lines: Iterable[Leaving], moved: Sequence[_Old]) -> list[Leaving]:
    """Lines that leave where some have moved from or to, or in between."""
    places = [line.place for line, _ in moved] + [place for _, place in moved]
    low, high = min(places), max(places)
    return [line for line in lines if low <= line.place <= high]


def _leaving(lines: Iterable[Leaving], below: Sequence[int]) -> list[int]:
    """Where these lines arrive in the row below, by where they leave from left to right."""
    keys = []
    for line in lines:
        place = line.place << BITS
        keys += [(place | below[c]) << 1 | line.care for c in line.children]
    keys.sort()
    return [key & END for key in keys]


def _arriving(row: Row, people: Sequence[int]) -> list[int]:
    """Where the lines come from that arrive at these people, from left to right."""
    found = []
    for p in people:
        lines = row.arriving[p]
        if len(lines) == 1:
            found.append(lines[0].place << 1 | lines[0].care)
        elif lines:
            found += sorted(line.place << 1 | line.care for line in lines)
    return found
