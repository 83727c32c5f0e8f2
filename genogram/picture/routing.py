"""The way of a relationship line: from symbol to symbol, round everything else.

A fine grid lies over the drawing. Boxes and words are closed, crossing a line costs a little,
running along one costs much, and so does every turn; the cheapest way is taken.

      .  .  .  |  .  .
      [A]  +---|----+        leaves and arrives at a symbol's upper edge beside the riser,
       +---+   |    +[B]     or at its side above the partner line
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from genogram.placing.layout_parts import Box, Point, box_round

CELL = 4.0
_EDGE = 60.0  # room round the drawing
_NEAR = 5.5  # a parallel line this close is too close
_HASTE = 1.4
_ALONG, _OVER, _TURN, _TIGHT = 8.0, 1.6, 4.0, 1.0

Cell = tuple[int, int]
State = tuple[int, int, int]  # cell and direction
_STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A place where a line may leave a symbol: its edge, and the open cell before it."""

    edge: Point
    cell: Cell
    way: int  # direction of leaving
    cost: float


@dataclass(slots=True, kw_only=True, eq=False)
class Field:
    """The grid with what is closed and what it costs to pass."""

    left: float
    top: float
    wide: int
    tall: int
    closed: set[Cell] = field(default_factory=set)
    tight: set[Cell] = field(default_factory=set)
    level: dict[Cell, float] = field(default_factory=dict)  # cost of moving sideways
    upright: dict[Cell, float] = field(default_factory=dict)  # cost of moving up or down

    def point(self, cell: Cell) -> Point:
        """The middle of a cell."""
        return self.left + CELL * cell[0], self.top + CELL * cell[1]

    def within(self, box: Box) -> Iterator[Cell]:
        """The cells whose middle lies in a box."""
        i0 = max(0, -int((self.left - box[0]) // CELL))
        i1 = min(self.wide - 1, int((box[2] - self.left) // CELL))
        j0 = max(0, -int((self.top - box[1]) // CELL))
        j1 = min(self.tall - 1, int((box[3] - self.top) // CELL))
        return ((i, j) for i in range(i0, i1 + 1) for j in range(j0, j1 + 1))

    def close(self, box: Box, near: float = 0.0) -> None:
        """Nothing passes through a box, and near it only where it must."""
        self.closed.update(self.within(box))
        if near:
            wider = (box[0] - near, box[1] - near, box[2] + near, box[3] + near)
            self.tight.update(self.within(wider))

    def draw(
        self,
        points: Sequence[Point],
        along: float = _ALONG,
        over: float = _OVER,
        near: float = _NEAR,
    ) -> None:
        """A line that may be crossed, and should not be run along as near as that."""
        for a, b in itertools.pairwise(points):
            flat, steep = abs(a[1] - b[1]) < 0.1, abs(a[0] - b[0]) < 0.1
            for cell in self.within(box_round(a, b, near)):
                sideways, down = (over if steep else along), (over if flat else along)
                self.level[cell] = max(self.level.get(cell, 0.0), sideways)
                self.upright[cell] = max(self.upright.get(cell, 0.0), down)


def field_over(box: Box) -> Field:
    """An empty grid over a drawing and the room round it."""
    left, top, right, bottom = box
    return Field(
        left=left - _EDGE,
        top=top - _EDGE,
        wide=int((right - left + 2 * _EDGE) / CELL) + 1,
        tall=int((bottom - top + 2 * _EDGE) / CELL) + 1,
    )


def way(grid: Field, starts: Iterable[Gate], goals: Iterable[Gate]) -> tuple[Point, ...]:
    """The cheapest way from any start to any goal, edge to edge; empty where there is none."""
    ends = {(g.cell, g.way ^ 1): g for g in goals}  # arriving is leaving the other way round
    first = {(*s.cell, s.way): s for s in starts}
    columns, lines = zip(*(cell for cell, _ in ends), strict=True) if ends else ((0,), (0,))
    about = (min(columns), min(lines), max(columns), max(lines))
    best: dict[State, float] = {}
    came: dict[State, State] = {}
    heap: list[tuple[float, float, State]] = []
    for state, gate in first.items():
        if gate.cell not in grid.closed:
            best[state] = gate.cost
            heapq.heappush(heap, (gate.cost + _far(gate.cell, about), gate.cost, state))
    while heap:
        _, cost, state = heapq.heappop(heap)
        if cost > best[state]:
            continue
        i, j, facing = state
        if i < 0:
            return _points(grid, came, state, first, ends)
        if reached := ends.get(((i, j), facing)):
            _offer((-1, -1, facing), cost + reached.cost, state, best, came, heap, 0.0)
        for turn, (di, dj) in enumerate(_STEPS):
            there = (i + di, j + dj)
            if turn == facing ^ 1 or there in grid.closed:
                continue
            if not (0 <= there[0] < grid.wide and 0 <= there[1] < grid.tall):
                continue
            price = (grid.level if turn < 2 else grid.upright).get(there, 0.0)
            price += 1.0 + _TURN * (turn != facing) + _TIGHT * (there in grid.tight)
            ahead = _far(there, about)
            _offer((*there, turn), cost + price, state, best, came, heap, ahead)
    return ()


def _offer(
    there: State,
    cost: float,
    here: State,
    best: dict[State, float],
    came: dict[State, State],
    heap: list[tuple[float, float, State]],
    ahead: float,
) -> None:
    if cost < best.get(there, 1e9):
        best[there], came[there] = cost, here
        heapq.heappush(heap, (cost + ahead, cost, there))


def _far(cell: Cell, about: tuple[int, int, int, int]) -> float:
    """Steps to the box round all goals, a little overstated: fewer cells have to be looked at."""
    i, j = cell
    steps = max(about[0] - i, 0, i - about[2]) + max(about[1] - j, 0, j - about[3])
    return _HASTE * steps


def _points(
    grid: Field,
    came: Mapping[State, State],
    end: State,
    first: Mapping[State, Gate],
    ends: Mapping[tuple[Cell, int], Gate],
) -> tuple[Point, ...]:
    states = [came[end]]
    while states[-1] in came:
        states.append(came[states[-1]])
    states.reverse()
    i, j, facing = states[-1]
    points = [first[states[0]].edge, *(grid.point((s[0], s[1])) for s in states)]
    return straightened([*points, ends[(i, j), facing].edge])


def straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """The same way without the points that lie between two others on a straight line."""
    kept = [points[0]]
    for here, then in zip(points[1:], [*points[2:], None], strict=True):
        before = kept[-1]
        same = then is not None and any(
            abs(before[k] - here[k]) < 0.01 and abs(here[k] - then[k]) < 0.01 for k in (0, 1)
        )
        if not same and here != before:
            kept.append(here)
    return tuple(kept)
