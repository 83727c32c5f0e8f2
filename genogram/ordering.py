"""The order of people within their rows: a good first order, then improvement within an effort.

The first order walks the family from its eldest couples down, as a person would draw it. The
improvement moves people, runs of people and whole branches while that lowers the objective.
Effort is counted in trials, never in seconds, so the same family always gets the same drawing.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence

from genogram.kin import Kin, union_key, when_key
from genogram.objective import VIA, Objective, Rows

_LONGEST_RUN = 8
_WARMEST = 1.0  # how much worse a chance move may be at the beginning, about
_LARGE = 250  # people; beyond it a trial costs more, and the walk's order is nearly right
_BRANCHES = 0.15  # of the chance moves


def order_rows(kin: Kin, goal: Objective, effort: int = 100) -> Rows:
    """People by row, left to right. `effort` is in hundreds of trials; 0 gives the first order."""
    level = goal.level
    starts = [_with_vias(goal, _walk(kin, level, h)) for h in _starting_points(kin, level)]
    rows = min(starts, key=goal.cost)
    if effort <= 0:
        return rows
    trials = effort * 100 * min(1.0, (_LARGE / max(1, len(kin.people))) ** 2)
    return _Search(goal, rows, _branches(kin), int(trials)).run()


def _starting_points(kin: Kin, level: Mapping[str, int]) -> list[list[str]]:
    """Orders in which to begin with the eldest: by descendants, by subject child, reversed."""
    heads = [p for p in kin.people if not kin.raised[p]]
    below = _descendants(kin)
    weight = {p: len(below[p]) for p in heads}
    by_size = sorted(heads, key=lambda p: (level[p], -weight[p], p))
    subject = {p for p in heads if any(kin.people[c].subject for c in below[p])}
    by_subject = sorted(heads, key=lambda p: (level[p], p not in subject, -weight[p], p))
    by_id = sorted(heads, key=lambda p: (level[p], p))
    return [by_size, by_subject, by_id, by_size[::-1], by_subject[::-1]]


def _descendants(kin: Kin) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}

    def below(person: str, path: frozenset[str]) -> frozenset[str]:
        if person not in found:
            children = {k.child for u in kin.partnerships[person] for k in kin.links[u.id]}
            deeper = (below(c, path | {c}) for c in sorted(children - path))
            found[person] = frozenset(children).union(*deeper)
        return found[person]

    for person in kin.people:
        below(person, frozenset({person}))
    return found


def _walk(kin: Kin, level: Mapping[str, int], heads: Sequence[str]) -> Rows:
    rows: Rows = [[] for _ in range(max((level[p] for p in kin.people), default=-1) + 1)]
    placed: set[str] = set()

    def place(person: str) -> None:
        todo = [person]
        while todo:
            here = todo.pop()
            if here in placed:
                continue
            block = _chain(kin, here, placed)
            for p in block:
                rows[level[p]].append(p)
            todo += reversed(_children_of(kin, block))

    for head in heads:
        if all(not kin.raised[q] for q in _chain(kin, head, set(placed))):
            place(head)
    for person in sorted(kin.people, key=lambda p: (level[p], p)):
        place(person)
    return rows


def _with_vias(goal: Objective, rows: Rows) -> Rows:
    """Let long lines pass each row about where they arrive, as a first guess."""
    for upper, lower in sorted(goal.drops, reverse=True):
        for drop in goal.drops[upper, lower]:
            via = drop.partners[0]
            if via.startswith(VIA):
                below = rows[lower].index(drop.children[0]) / max(1, len(rows[lower]))
                rows[upper].insert(round(below * len(rows[upper])), via)
    return rows


def _children_of(kin: Kin, block: Sequence[str]) -> list[str]:
    children: dict[str, None] = {}
    for person in block:
        for union in sorted(kin.partnerships[person], key=lambda u: union_key(kin, u)):
            born = sorted(kin.descent(union.id), key=lambda c: (when_key(kin.people[c]), c))
            children |= dict.fromkeys(born)
    for person in block:
        for union in kin.partnerships[person]:
            children |= dict.fromkeys(kin.cared_for(union.id))
    return list(children)


def _chain(kin: Kin, person: str, placed: set[str]) -> list[str]:
    """Everybody tied to a person by partnerships, side by side; partners in time order."""
    block = [person]
    placed.add(person)
    todo = [(person, 0)]
    while todo:
        here, side = todo.pop(0)
        new = []
        for union in sorted(kin.partnerships[here], key=lambda u: union_key(kin, u)):
            for other in union.partners:
                if other not in placed:
                    placed.add(other)
                    new.append(other)
        at = block.index(here)
        left = new[: len(new) // 2] if side == 0 else (new if side < 0 else [])
        right = new[len(left) :]
        block[at : at + 1] = [*left, here, *right]
        todo += [(p, -1) for p in left] + [(p, 1) for p in right]
    return block


def _branches(kin: Kin) -> list[frozenset[str]]:
    """Sets of people that may move as one: a person with partners and all who descend."""
    below = _descendants(kin)
    found: dict[frozenset[str], None] = {}
    for person in kin.people:
        branch = {person, *below[person]}
        married = {q for p in branch for u in kin.partnerships[p] for q in u.partners}
        found[frozenset(branch | married)] = None
        found[frozenset(branch)] = None
    whole = len(kin.people)
    return [b for b in found if 1 < len(b) < whole]


class _Search:
    """Branches and runs are moved while that is better; then chance moves that may first be worse.

    The costs of rows and of pairs of rows are kept, so that a trial counts only what it changes.
    """

    def __init__(
        self, goal: Objective, rows: Rows, branches: list[frozenset[str]], trials: int
    ) -> None:
        self.goal = goal
        self.rows = rows
        self.branches = branches
        self.left = trials
        self.dice = random.Random(1)
        self.row_cost = [goal.row_cost(row, n) for n, row in enumerate(rows)]
        self.pair_cost = {pair: goal.crossing_cost(rows, pair) for pair in goal.drops}
        self.pairs = [[p for p in goal.drops if n in p] for n in range(len(rows))]

    def run(self) -> Rows:
        """The best rows found before the trials run out."""
        whole = self.left
        self.left = whole // 2
        self._settle()
        self.left += whole - whole // 2
        best, best_cost = [list(r) for r in self.rows], self._cost()
        cost, trials = best_cost, max(1, self.left - whole // 8)
        for n in range(trials):
            if best_cost <= 0:
                return best
            cost += self._try(self._chance(), _WARMEST * (1 - n / trials) ** 2)
            if cost < best_cost - 1e-6:
                best, best_cost = [list(r) for r in self.rows], cost
        self._back_to(best)
        self.left = whole // 8
        self._settle()
        return self.rows

    def _cost(self) -> float:
        return sum(self.row_cost) + sum(self.pair_cost.values())

    def _back_to(self, rows: Rows) -> None:
        self.rows = rows
        self.row_cost = [self.goal.row_cost(row, n) for n, row in enumerate(rows)]
        self.pair_cost = {pair: self.goal.crossing_cost(rows, pair) for pair in self.goal.drops}

    def _settle(self) -> None:
        better = True
        while better and self.left > 0:
            better = False
            for moves in (self._branch_moves, self._run_moves):
                for change in moves():
                    if self.left <= 0:
                        return
                    better |= self._try(change) < 0

    def _try(self, change: Mapping[int, list[str]], warmth: float = 0.0) -> float:
        """Make a change if it is better, or by chance if it is not much worse; what it costs."""
        self.left -= 1
        kept = {n: self.rows[n] for n in change}
        pairs = {p for n in change for p in self.pairs[n]}
        for n, row in change.items():
            self.rows[n] = row
        row_cost = {n: self.goal.row_cost(row, n) for n, row in change.items()}
        pair_cost = {p: self.goal.crossing_cost(self.rows, p) for p in pairs}
        more = sum(c - self.row_cost[n] for n, c in row_cost.items())
        more += sum(c - self.pair_cost[p] for p, c in pair_cost.items())
        if more < -1e-9 or (warmth > 0 and self.dice.random() < math.exp(-more / warmth)):
            for n, c in row_cost.items():
                self.row_cost[n] = c
            self.pair_cost.update(pair_cost)
            return more
        for n, row in kept.items():
            self.rows[n] = row
        return 0.0

    def _chance(self) -> Mapping[int, list[str]]:
        """A run of one row somewhere else, or a whole branch."""
        if self.branches and self.dice.random() < _BRANCHES:
            way = self.dice.choice((_mirror, _to_left, _to_right, _step_left, _step_right))
            return self._branch_change(self.dice.choice(self.branches), way)
        n = self.dice.choices(range(len(self.rows)), [len(r) for r in self.rows])[0]
        row = self.rows[n]
        start = self.dice.randrange(len(row))
        length = self.dice.choice((1, 1, 1, 2, 2, 3, 4, 6))
        run, rest = row[start : start + length], row[:start] + row[start + length :]
        reach = self.dice.choice((1, 1, 2, 3, len(row)))
        at = self.dice.randint(max(0, start - reach), min(len(rest), start + reach))
        if self.dice.random() < 0.3:
            run = run[::-1]
        return {n: rest[:at] + run + rest[at:]}

    def _run_moves(self) -> Iterator[Mapping[int, list[str]]]:
        """Move each run of up to eight people anywhere in its row, either way round."""
        for n in range(len(self.rows)):
            size = len(self.rows[n])
            for length in range(1, min(_LONGEST_RUN, size) + 1):
                for start in range(size - length + 1):
                    yield from self._placements(n, start, length)

    def _placements(self, n: int, start: int, length: int) -> Iterator[Mapping[int, list[str]]]:
        row = self.rows[n]
        run, rest = row[start : start + length], row[:start] + row[start + length :]
        for at in range(len(rest) + 1):
            for piece in (run, run[::-1]) if length > 1 else (run,):
                new = rest[:at] + piece + rest[at:]
                if new != row:
                    yield {n: new}
                    if self.rows[n] is new:
                        return  # taken: the run stands elsewhere now

    def _branch_moves(self) -> Iterator[Mapping[int, list[str]]]:
        for branch in self.branches:
            for way in (_mirror, _to_left, _to_right, _step_left, _step_right):
                change = self._branch_change(branch, way)
                if change:
                    yield change

    def _branch_change(
        self, branch: frozenset[str], way: Callable[[list[str], frozenset[str]], list[str]]
    ) -> dict[int, list[str]]:
        change = {}
        for n, row in enumerate(self.rows):
            if any(p in branch for p in row):
                new = way(row, branch)
                if new != row:
                    change[n] = new
        return change


def _mirror(row: list[str], branch: frozenset[str]) -> list[str]:
    inside = iter([p for p in row if p in branch][::-1])
    return [next(inside) if p in branch else p for p in row]


def _to_left(row: list[str], branch: frozenset[str]) -> list[str]:
    return [p for p in row if p in branch] + [p for p in row if p not in branch]


def _to_right(row: list[str], branch: frozenset[str]) -> list[str]:
    return [p for p in row if p not in branch] + [p for p in row if p in branch]


def _step_left(row: list[str], branch: frozenset[str]) -> list[str]:
    first = next(i for i, p in enumerate(row) if p in branch)
    at = max(0, first - 2)
    rest = [p for p in row if p not in branch]
    return rest[:at] + [p for p in row if p in branch] + rest[at:]


def _step_right(row: list[str], branch: frozenset[str]) -> list[str]:
    first = next(i for i, p in enumerate(row) if p in branch)
    rest = [p for p in row if p not in branch]
    return rest[: first + 2] + [p for p in row if p in branch] + rest[first + 2 :]
