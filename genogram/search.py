"""The search for a better order of the rows: chance moves, then small steps that only improve.

People, runs of people and whole branches move; a move may at first be worse, less and less so.
Only the terms whose people moved are counted anew, so that a trial costs little.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence

from genogram.objective import Objective, Rows, places

_LONGEST_RUN = 8
_WARMEST, _COOLEST = 8.0, 0.5  # how much worse a chance move may be, about: first and last
_BRANCHES, _REPLANTED = 0.15, 0.35  # of the chance moves

Change = Mapping[int, list[str]]  # row number -> its new order
Branch = frozenset[str]


class Search:
    """Rows, everybody's place in them, and the cost of every term as it stands."""

    def __init__(
        self,
        goal: Objective,
        rows: Rows,
        branches: Sequence[Branch],
        siblings: Sequence[tuple[Branch, Branch]],
        trials: int,
        seed: int,
    ) -> None:
        self.goal = goal
        self.branches = branches
        self.siblings = siblings
        self.left = trials
        self.dice = random.Random(seed)
        self.groups_of: dict[str, list[int]] = {p: [] for row in rows for p in row}
        for n, group in enumerate(goal.together):
            for p in group.people:
                self.groups_of[p].append(n)
        self.orders_of: dict[str, list[int]] = {p: [] for row in rows for p in row}
        for n, (first, second, _) in enumerate(goal.before):
            self.orders_of[first].append(n)
            self.orders_of[second].append(n)
        self.row_of = [goal.level[g.people[0]] for g in goal.together]
        self.pairs = [[p for p in goal.drops if n in p] for n in range(len(rows))]
        both = {*branches, *(b for pair in siblings for b in pair)}
        self.parts = {b: _by_row(b, goal.level) for b in both}
        self._start_from(rows)

    def run(self) -> Rows:
        """The best rows found before the trials run out."""
        whole = self.left
        best, best_cost = [list(r) for r in self.rows], self.cost
        trials = whole - whole // 8
        for n in range(trials):
            if best_cost <= 1e-6:
                break
            self._try(self._chance(), _WARMEST * (_COOLEST / _WARMEST) ** (n / trials))
            if self.cost < best_cost - 1e-6:
                best, best_cost = [list(r) for r in self.rows], self.cost
        self._start_from(best)
        self.left = whole // 8
        self._settle()
        return self.rows

    def _start_from(self, rows: Rows) -> None:
        self.rows = rows
        self.at = places(rows)
        self.group_cost = [
            self.goal.together_cost(g, rows[n], self.at)
            for g, n in zip(self.goal.together, self.row_of, strict=True)
        ]
        self.pair_cost = {pair: self.goal.crossing_cost(self.at, pair) for pair in self.goal.drops}
        orders = (cost for a, b, cost in self.goal.before if self.at[a] > self.at[b])
        self.cost = sum(self.group_cost) + sum(self.pair_cost.values()) + sum(orders)

    def _settle(self) -> None:
        better = True
        while better and self.left > 0:
            better = False
            for moves in (self._branch_moves, self._run_moves):
                for change in moves():
                    if self.left <= 0:
                        return
                    better |= self._try(change)

    def _try(self, change: Change, warmth: float = 0.0) -> bool:
        """Make a change if it is better, or by chance if it is not much worse; whether better."""
        self.left -= 1
        goal, at = self.goal, self.at
        moved = [p for n, row in change.items() for p in _moved(self.rows[n], row)]
        orders = {n for p in moved for n in self.orders_of[p]}
        more = -self._order_cost(orders)
        kept = {n: self.rows[n] for n in change}
        for n, row in change.items():
            self.rows[n] = row
            at.update(zip(row, range(len(row)), strict=True))
        more += self._order_cost(orders)
        bar = -1e-9 if warmth <= 0 else warmth * -math.log(1 - self.dice.random())
        near = {n for p in moved for n in self.groups_of[p]}
        touched = {p for n in change for p in self.pairs[n]}
        more -= sum(self.group_cost[n] for n in near) + sum(self.pair_cost[p] for p in touched)
        groups: dict[int, float] = {}
        pairs: dict[tuple[int, int], float] = {}
        for n in near:
            if more >= bar:  # what follows only adds to it
                break
            groups[n] = goal.together_cost(goal.together[n], self.rows[self.row_of[n]], at)
            more += groups[n]
        for pair in touched:
            if more >= bar:
                break
            pairs[pair] = goal.crossing_cost(at, pair)
            more += pairs[pair]
        if more < bar:
            for n, c in groups.items():
                self.group_cost[n] = c
            self.pair_cost.update(pairs)
            self.cost += more
            return more < -1e-9
        for n, row in kept.items():
            self.rows[n] = row
            at.update(zip(row, range(len(row)), strict=True))
        return False

    def _order_cost(self, orders: set[int]) -> float:
        at, before = self.at, self.goal.before
        return sum(before[n][2] for n in orders if at[before[n][0]] > at[before[n][1]])

    def _chance(self) -> Change:
        """A run of one row somewhere else, two siblings' branches exchanged, or a branch moved."""
        dice = self.dice
        what = dice.random()
        if self.siblings and what < _BRANCHES / 2:
            return self._exchange(*dice.choice(self.siblings))
        if self.branches and what < _BRANCHES:
            return self._branch_change(dice.choice(self.branches), dice.choice(_WAYS))
        if self.branches and what < _BRANCHES + _REPLANTED:
            return self._replant(dice.choice(self.branches))
        n = dice.choices(range(len(self.rows)), [len(r) for r in self.rows])[0]
        row = self.rows[n]
        start = dice.randrange(len(row))
        length = dice.choice((1, 1, 1, 2, 2, 3, 4, 6))
        run, rest = row[start : start + length], row[:start] + row[start + length :]
        reach = dice.choice((1, 1, 2, 3, len(row)))
        at = dice.randint(max(0, start - reach), min(len(rest), start + reach))
        if dice.random() < 0.3:
            run = run[::-1]
        return {n: rest[:at] + run + rest[at:]}

    def _run_moves(self) -> Iterator[Change]:
        """Move each run of up to eight people anywhere in its row, either way round."""
        for n in range(len(self.rows)):
            size = len(self.rows[n])
            for length in range(1, min(_LONGEST_RUN, size) + 1):
                for start in range(size - length + 1):
                    yield from self._placements(n, start, length)

    def _placements(self, n: int, start: int, length: int) -> Iterator[Change]:
        row = self.rows[n]
        run, rest = row[start : start + length], row[:start] + row[start + length :]
        for at in range(len(rest) + 1):
            for piece in (run, run[::-1]) if length > 1 else (run,):
                new = rest[:at] + piece + rest[at:]
                if new != row:
                    yield {n: new}
                    if self.rows[n] is new:
                        return  # taken: the run stands elsewhere now

    def _branch_moves(self) -> Iterator[Change]:
        for a, b in self.siblings:
            if change := self._exchange(a, b):
                yield change
        for branch in self.branches:
            for way in _WAYS:
                if change := self._branch_change(branch, way):
                    yield change

    def _branch_change(
        self, branch: Branch, way: Callable[[list[str], Branch], list[str]]
    ) -> dict[int, list[str]]:
        made = {n: way(self.rows[n], branch) for n in sorted(self.parts[branch])}
        return {n: row for n, row in made.items() if row != self.rows[n]}

    def _replant(self, branch: Branch) -> dict[int, list[str]]:
        """A branch to another place of its first row; in lower rows to where that place leads."""
        change: dict[int, list[str]] = {}
        parts = self.parts[branch]
        head = min(parts)
        first = [p for p in self.rows[head] if p not in branch]
        at = self.dice.randint(0, len(first))
        if self.dice.random() < 0.5:
            own = min(self.at[p] for p in parts[head])
            at = min(len(first), max(0, own + self.dice.choice((-3, -2, -1, 1, 2, 3))))
        left = set(first[:at])
        for n in sorted(parts):
            rest = [p for p in self.rows[n] if p not in branch]
            if n != head:
                at = divide(rest, left, self.goal.above)
                left = set(rest[:at])
            row = rest[:at] + [p for p in self.rows[n] if p in branch] + rest[at:]
            if row != self.rows[n]:
                change[n] = row
        return change

    def _exchange(self, a: Branch, b: Branch) -> dict[int, list[str]]:
        """Two branches change sides, in every row that has people of both."""
        change = {}
        for n in sorted(self.parts[a].keys() & self.parts[b].keys()):
            row = self.rows[n]
            first, second = [p for p in row if p in a], [p for p in row if p in b]
            if self.at[first[0]] < self.at[second[0]]:
                first, second = second, first
            order = iter(first + second)
            change[n] = [next(order) if p in a or p in b else p for p in row]
        return {n: row for n, row in change.items() if row != self.rows[n]}


def _by_row(branch: Branch, level: Mapping[str, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for p in sorted(branch):
        found.setdefault(level[p], []).append(p)
    return found


def divide(row: Sequence[str], left: set[str], above: Mapping[str, Sequence[str]]) -> int:
    """The place in a row that best parts those with somebody of `above` in `left` from others."""
    best, at, worth = 0, 0, 0
    for n, p in enumerate(row, 1):
        if p in above:
            worth += 1 if any(q in left for q in above[p]) else -1
        if worth > best:
            best, at = worth, n
    return at


def _moved(old: Sequence[str], new: Sequence[str]) -> Sequence[str]:
    """The stretch of a row in which anything changed."""
    low, high = 0, len(new)
    while low < high and old[low] == new[low]:
        low += 1
    while high > low and old[high - 1] == new[high - 1]:
        high -= 1
    return new[low:high]


def _mirror(row: list[str], branch: Branch) -> list[str]:
    inside = iter([p for p in row if p in branch][::-1])
    return [next(inside) if p in branch else p for p in row]


def _to_left(row: list[str], branch: Branch) -> list[str]:
    return [p for p in row if p in branch] + [p for p in row if p not in branch]


def _to_right(row: list[str], branch: Branch) -> list[str]:
    return [p for p in row if p not in branch] + [p for p in row if p in branch]


def _step_left(row: list[str], branch: Branch) -> list[str]:
    first = next(i for i, p in enumerate(row) if p in branch)
    at = max(0, first - 2)
    rest = [p for p in row if p not in branch]
    return rest[:at] + [p for p in row if p in branch] + rest[at:]


def _step_right(row: list[str], branch: Branch) -> list[str]:
    first = next(i for i, p in enumerate(row) if p in branch)
    rest = [p for p in row if p not in branch]
    return rest[: first + 2] + [p for p in row if p in branch] + rest[first + 2 :]


_WAYS = (_mirror, _to_left, _to_right, _step_left, _step_right)
