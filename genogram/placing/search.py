"""The search for a better order of the rows: chance moves, then small steps that only improve.

People, runs of people and whole branches move; a move may at first be worse, less and less so.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

from genogram.placing.objective import Objective, Rows
from genogram.placing.order_costs import Change, Tally

_LONGEST_RUN = 8
_WARMEST, _COOLEST = 8.0, 0.5  # how much worse a chance move may be, about: first and last
_BRANCHES, _REPLANTED = 0.05, 0.15  # of the chance moves
_LENGTHS = (1, 1, 1, 2, 2, 3, 4, 6)  # of runs
_FAR = 80  # places; no move is wider, so that it costs no more in a longer row
_NEAR = (-3, -2, -1, 1, 2, 3)  # places, for a branch

Branch = frozenset[str]
Placed = TypeVar("Placed", int, str)  # a person or passing line by number or by id
Way = Callable[[Sequence[int], Set[int]], list[int]]
Part = Mapping[int, Set[int]]  # of a branch: the numbers of its people in each row, top row first


class Search:
    """Rows that chance and small steps improve, within a number of trials."""

    def __init__(
        self,
        goal: Objective,
        rows: Rows,
        branches: Sequence[Branch],
        siblings: Sequence[tuple[Branch, Branch]],
        trials: int,
        seed: int,
    ) -> None:
        self.tally = Tally(goal, rows)
        self.left = trials
        self.dice = random.Random(seed)
        self.lottery = [n for n, row in enumerate(rows) for _ in row]
        parts = {b: self._part(goal, b) for b in {*branches, *(b for s in siblings for b in s)}}
        self.branches = [parts[b] for b in branches]
        self.siblings = [(parts[a], parts[b]) for a, b in siblings]

    def _part(self, goal: Objective, branch: Branch) -> Part:
        found: dict[int, set[int]] = {}
        for p in branch:
            found.setdefault(goal.level[p], set()).add(self.tally.number[p])
        return dict(sorted(found.items()))

    def run(self) -> Rows:
        """The best rows found before the trials run out."""
        whole = self.left
        best, least = self.tally.orders(), self.tally.cost
        trials = whole - whole // 8
        for n in range(trials):
            if least <= 1e-6:
                break
            self._try(self._chance(), _WARMEST * (_COOLEST / _WARMEST) ** (n / trials))
            if self.tally.cost < least - 1e-6:
                best, least = self.tally.orders(), self.tally.cost
        self.tally.begin(best)
        self.left = whole // 8
        self._settle()
        return self.tally.named()

    def _try(self, changes: Sequence[Change], warmth: float = 0.0) -> bool:
        """Make changes if they are better, or by chance if not much worse; whether better."""
        self.left -= 1
        if not changes:
            return False
        bar = -1e-9 if warmth <= 0 else warmth * -math.log(1 - self.dice.random())
        return self.tally.change(changes, bar) < -1e-9

    def _settle(self) -> None:
        better = True
        while better and self.left > 0:
            better = False
            for changes in self._branch_moves():
                if self.left <= 0:
                    return
                better |= self._try(changes)
            for n, row in enumerate(self.tally.rows):
                for length in range(1, min(_LONGEST_RUN, len(row.order)) + 1):
                    for start in range(len(row.order) - length + 1):
                        if self.left <= 0:
                            return
                        better |= self._place(n, start, length)

    def _place(self, n: int, start: int, length: int) -> bool:
        """Try a run of people everywhere in its row, either way round, until one is better."""
        for at in range(len(self.tally.rows[n].order) - length + 1):
            for turned in (False, True) if length > 1 else (False,):
                if (at != start or turned) and self._try([self._run(n, start, length, at, turned)]):
                    return True
        return False

    def _run(self, n: int, start: int, length: int, at: int, turned: bool) -> Change:
        """A run of people moves so that so many others stand left of it."""
        order = self.tally.rows[n].order
        run = order[start : start + length]
        if turned:
            run.reverse()
        if at <= start:
            return n, at, run + order[at:start]
        return n, start, order[start + length : at + length] + run

    def _chance(self) -> Sequence[Change]:
        """A run of one row somewhere else, two siblings' branches exchanged, or a branch moved."""
        dice = self.dice
        what = dice.random()
        if self.siblings and what < _BRANCHES / 2:
            return self._exchange(*dice.choice(self.siblings))
        if self.branches and what < _BRANCHES:
            return self._branch_change(dice.choice(self.branches), dice.choice(_WAYS))
        if self.branches and what < _BRANCHES + _REPLANTED:
            return self._replant(dice.choice(self.branches))
        n = dice.choice(self.lottery)
        many = len(self.tally.rows[n].order)
        start = int(dice.random() * many)
        length = min(dice.choice(_LENGTHS), many - start)
        reach = dice.choice((1, 1, 2, 3, _FAR))
        low, high = max(0, start - reach), min(many - length, start + reach)
        at = low + int(dice.random() * (high - low + 1))
        turned = dice.random() < 0.3 and length > 1
        return [self._run(n, start, length, at, turned)] if at != start or turned else []

    def _branch_moves(self) -> Iterator[Sequence[Change]]:
        for a, b in self.siblings:
            yield self._exchange(a, b)
        for branch in self.branches:
            for way in _WAYS:
                yield self._branch_change(branch, way)

    def _changes(self, made: Mapping[int, Sequence[int]]) -> list[Change]:
        """New orders of rows, each as the piece that is new."""
        rows = self.tally.rows
        pieces = ((n, _piece(rows[n].order, new)) for n, new in made.items())
        return [(n, low, new) for n, (low, new) in pieces if new]

    def _branch_change(self, branch: Part, way: Way) -> Sequence[Change]:
        rows = self.tally.rows
        return self._changes({n: way(rows[n].order, part) for n, part in branch.items()})

    def _replant(self, branch: Part) -> Sequence[Change]:
        """A branch to another place of its first row; in lower rows to where that place leads."""
        rows, made = self.tally.rows, {}
        at, left = -1, set[int]()
        for n, part in branch.items():
            row = rows[n]
            rest = [p for p in row.order if p not in part]
            if at < 0:
                at = self._place_for(row.at, part, len(rest))
            else:
                at = divide(rest, left, row.above)
            left = set(rest[:at])
            made[n] = rest[:at] + [p for p in row.order if p in part] + rest[at:]
        return self._changes(made)

    def _place_for(self, at: Sequence[int], part: Set[int], room: int) -> int:
        """Anywhere, or a few places from where the first of them stands."""
        if room > _FAR or self.dice.random() < 0.5:
            return min(room, max(0, min(at[p] for p in part) + self.dice.choice(_NEAR)))
        return self.dice.randint(0, room)

    def _exchange(self, a: Part, b: Part) -> Sequence[Change]:
        """Two branches change sides, in every row that has people of both."""
        made = {}
        for n in a:
            if n not in b:
                continue
            first = [p for p in self.tally.rows[n].order if p in a[n]]
            second = [p for p in self.tally.rows[n].order if p in b[n]]
            at = self.tally.rows[n].at
            if at[first[0]] < at[second[0]]:
                first, second = second, first
            order = iter(first + second)
            both = a[n] | b[n]
            made[n] = [next(order) if p in both else p for p in self.tally.rows[n].order]
        return self._changes(made)


def divide(
    row: Sequence[Placed], left: Set[Placed], above: Mapping[Placed, Sequence[Placed]]
) -> int:
    """The place in a row that best parts those with somebody of `above` in `left` from others."""
    best, at, worth = 0, 0, 0
    for n, p in enumerate(row, 1):
        if p in above:
            worth += -1 if left.isdisjoint(above[p]) else 1
        if worth > best:
            best, at = worth, n
    return at


def _piece(old: Sequence[int], new: Sequence[int]) -> tuple[int, list[int]]:
    """Where a new order of a row begins to differ, and it from there to where it no longer does."""
    low, high = 0, len(new)
    while low < high and old[low] == new[low]:
        low += 1
    while high > low and old[high - 1] == new[high - 1]:
        high -= 1
    return low, list(new[low:high])


def _mirror(row: Sequence[int], part: Set[int]) -> list[int]:
    inside = iter([p for p in row if p in part][::-1])
    return [next(inside) if p in part else p for p in row]


def _to_left(row: Sequence[int], part: Set[int]) -> list[int]:
    return [p for p in row if p in part] + [p for p in row if p not in part]


def _to_right(row: Sequence[int], part: Set[int]) -> list[int]:
    return [p for p in row if p not in part] + [p for p in row if p in part]


def _step_left(row: Sequence[int], part: Set[int]) -> list[int]:
    return _step(row, part, -2)


def _step_right(row: Sequence[int], part: Set[int]) -> list[int]:
    return _step(row, part, 2)


def _step(row: Sequence[int], part: Set[int], by: int) -> list[int]:
    at = max(0, next(i for i, p in enumerate(row) if p in part) + by)
    rest = [p for p in row if p not in part]
    return rest[:at] + [p for p in row if p in part] + rest[at:]


_WAYS: tuple[Way, ...] = (_mirror, _to_left, _to_right, _step_left, _step_right)
