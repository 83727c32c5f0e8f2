"""Household outlines: one closed boundary round exactly the members, and nobody else.

Members' boxes are joined by corridors found on a fine grid that keeps clear of everybody else;
boxes and corridors together, less the others' boxes, are traced into rings of right angles.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import replace

from genogram.model import Household
from genogram.placing.labels import short
from genogram.placing.layout_parts import Box, Layout, Node, Outline, Point, overlap
from genogram.placing.lettering import CUT
from genogram.placing.outline_shifts import off_lines

_CELL = 4.0
_PADS = (4.0, 6.0, 8.0, 5.0, 7.0, 9.0)  # so that outlines round the same people stay apart
_CLEAR = 2.5  # from anybody who is not a member
_CORRIDOR = 4.0  # half its width
_MARGIN = 90.0
_LONG = 60  # letters of an address beside its outline

Cell = tuple[int, int]


def outlines(layout: Layout) -> tuple[Outline, ...]:
    """The outline of every household that has members."""
    found = []
    for n, house in enumerate(layout.family.households):
        members = set(house.people())
        inside = [node for node in layout.nodes if node.id in members]
        outside = [_box(node, _CLEAR) for node in layout.nodes if node.id not in members]
        if inside:
            pad = _PADS[n % len(_PADS)]
            rings = _exact(inside, outside, pad)
            found.append(Outline(household=house.id, label=_label(house), rings=rings))
    every = [ring for outline in found for ring in outline.rings]
    moved = off_lines(every, layout.lines, layout.nodes)
    return tuple(replace(o, rings=tuple(next(moved) for _ in o.rings)) for o in found)


def _label(house: Household) -> str:
    name = house.label if len(house.label) <= _LONG else f"{house.label[:_LONG]}{CUT}"
    starts = [m.start for m in house.members]
    ends = [m.end for m in house.members]
    if starts and all(starts) and len({s.text for s in starts if s}) == 1:
        name += f" from {short(starts[0])}"
    if ends and all(ends) and len({e.text for e in ends if e}) == 1:
        name += f" to {short(ends[0])}"
    return name


def _box(node: Node, pad: float) -> Box:
    half, tall = node.w / 2 + pad, node.h / 2 + pad
    return (node.x - half, node.y - tall, node.x + half, node.y + tall)


def _exact(
    inside: Sequence[Node], outside: Sequence[Box], pad: float
) -> tuple[tuple[Point, ...], ...]:
    """The fullest shape that surrounds nobody else; in the last resort a ring for each member."""
    boxes = [_box(node, pad) for node in inside]
    corridors = _corridors(inside, outside)
    for shape in ([*_filled(boxes, outside), *corridors], [*boxes, *corridors], boxes):
        rings = _rings(shape, outside)
        middles = [((o[0] + o[2]) / 2, (o[1] + o[3]) / 2) for o in outside]
        if not any(_holds(ring, middle) for ring in rings for middle in middles):
            return rings
    return _rings(boxes, outside)


def _holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside a ring."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if ax == bx and ax > x and min(ay, by) < y < max(ay, by):
            odd = not odd
    return odd


def _filled(boxes: Sequence[Box], outside: Sequence[Box]) -> list[Box]:
    """The boxes, and what lies between any two of them where nobody else stands."""
    boxes = list(boxes)
    members = list(boxes)
    for i, a in enumerate(members):
        for b in members[i + 1 :]:
            both = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
            if not any(overlap(both, other) for other in outside):
                boxes.append(both)
    return boxes


def _corridors(inside: Sequence[Node], outside: Sequence[Box]) -> list[Box]:
    """Join the members one by one, each by the shortest way with few turns."""
    grid = _Grid(inside, outside)
    tree = set(grid.cells(inside[0]))
    waiting = {n: grid.cells(n) for n in inside[1:]}
    found: list[Box] = []
    while waiting:
        path = grid.way(tree, {c: n for n, cells in waiting.items() for c in cells})
        if not path:
            break
        reached = next(n for n, cells in waiting.items() if path[-1] in cells)
        tree |= set(path) | waiting.pop(reached)
        found += grid.boxes(path)
    return found


class _Grid:
    """The cells round a household in which a corridor may run."""

    def __init__(self, inside: Sequence[Node], outside: Sequence[Box]) -> None:
        self.x0 = min(n.x - n.w / 2 for n in inside) - _MARGIN
        self.y0 = min(n.y - n.h / 2 for n in inside) - _MARGIN
        self.wide = int((max(n.x + n.w / 2 for n in inside) + _MARGIN - self.x0) / _CELL) + 1
        self.tall = int((max(n.y + n.h / 2 for n in inside) + _MARGIN - self.y0) / _CELL) + 1
        self.blocked: set[Cell] = set()
        for left, up, right, down in outside:
            near = (left - _CORRIDOR, up - _CORRIDOR, right + _CORRIDOR, down + _CORRIDOR)
            self.blocked |= self._within(near)

    def _within(self, box: Box) -> set[Cell]:
        i0 = max(0, int((box[0] - self.x0) / _CELL) + 1)
        i1 = min(self.wide - 1, int((box[2] - self.x0) / _CELL))
        j0 = max(0, int((box[1] - self.y0) / _CELL) + 1)
        j1 = min(self.tall - 1, int((box[3] - self.y0) / _CELL))
        return {(i, j) for i in range(i0, i1 + 1) for j in range(j0, j1 + 1)}

    def cells(self, node: Node) -> set[Cell]:
        """The cells under a person's box."""
        return self._within(_box(node, 0.0))

    def boxes(self, path: Sequence[Cell]) -> list[Box]:
        """A corridor's straight parts as boxes."""
        found, start = [], path[0]
        for here, then in zip(path, [*path[1:], None], strict=True):
            if then is None or (then[0] != start[0] and then[1] != start[1]):
                xs = sorted(self.x0 + _CELL * c[0] for c in (start, here))
                ys = sorted(self.y0 + _CELL * c[1] for c in (start, here))
                found.append(
                    (xs[0] - _CORRIDOR, ys[0] - _CORRIDOR, xs[1] + _CORRIDOR, ys[1] + _CORRIDOR)
                )
                start = here
        return found

    def way(self, tree: set[Cell], goals: dict[Cell, Node]) -> list[Cell]:
        """The cheapest way from the tree to any goal; empty where there is none."""
        best = dict.fromkeys(tree, 0.0)
        came: dict[Cell, Cell] = {}
        heap = [(0.0, c) for c in sorted(tree)]
        while heap:
            cost, here = heapq.heappop(heap)
            if here in goals:
                return self._back(here, came)
            if cost > best[here]:
                continue
            for there, step in self._steps(here, came.get(here)):
                free = there not in self.blocked or there in goals or there in tree
                if free and cost + step < best.get(there, 1e9):
                    best[there] = cost + step
                    came[there] = here
                    heapq.heappush(heap, (cost + step, there))
        return []

    def _steps(self, here: Cell, before: Cell | None) -> Iterable[tuple[Cell, float]]:
        for di, dj in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = (here[0] + di, here[1] + dj)
            if 0 <= there[0] < self.wide and 0 <= there[1] < self.tall:
                turned = before and (here[0] - before[0], here[1] - before[1]) != (di, dj)
                yield there, 1.0 + (2.0 if turned else 0.0)

    def _back(self, end: Cell, came: dict[Cell, Cell]) -> list[Cell]:
        path = [end]
        while path[-1] in came:
            path.append(came[path[-1]])
        return path[::-1]


def _rings(shape: Sequence[Box], outside: Sequence[Box]) -> tuple[tuple[Point, ...], ...]:
    """Trace the outer boundaries of the boxes together, less the others' boxes."""
    near = [o for o in outside if any(overlap(o, b) for b in shape)]
    xs = sorted({v for b in [*shape, *near] for v in (b[0], b[2])})
    ys = sorted({v for b in [*shape, *near] for v in (b[1], b[3])})
    column, line = {v: i for i, v in enumerate(xs)}, {v: j for j, v in enumerate(ys)}
    filled: set[Cell] = set()
    for boxes, put in ((shape, filled.update), (near, filled.difference_update)):
        for left, up, right, down in boxes:
            put(
                (i, j)
                for i in range(column[left], column[right])
                for j in range(line[up], line[down])
            )
    rings = _trace(filled)
    outer = [r for r in rings if _area(r) > 0]
    return tuple(tuple((xs[i], ys[j]) for i, j in _corners(r)) for r in outer)


def _trace(filled: set[Cell]) -> list[list[Cell]]:
    """Rings round the filled cells, clockwise on the page; holes run the other way."""
    edges: dict[Cell, list[Cell]] = {}
    for i, j in filled:
        for near, start, end in (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        ):
            if near not in filled:
                edges.setdefault(start, []).append(end)
    rings = []
    for start in sorted(edges):
        while edges.get(start):
            ring, here = [start], edges[start].pop()
            while here != start:
                ring.append(here)
                here = edges[here].pop(0 if len(edges[here]) == 1 else _turn(ring, edges[here]))
            rings.append(ring)
    return rings


def _turn(ring: Sequence[Cell], ways: Sequence[Cell]) -> int:
    """Where two rings touch at a corner, turn right so that they stay apart."""
    (ax, ay), (bx, by) = ring[-2], ring[-1]
    dx, dy = bx - ax, by - ay
    turns = [dx * (wy - by) - dy * (wx - bx) for wx, wy in ways]
    return turns.index(max(turns))


def _area(ring: Sequence[Cell]) -> int:
    following = [*ring[1:], ring[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, following, strict=True))


def _corners(ring: Sequence[Cell]) -> list[Cell]:
    before, after = [ring[-1], *ring[:-1]], [*ring[1:], ring[0]]
    return [
        b
        for a, b, c in zip(before, ring, after, strict=True)
        if not (a[0] == b[0] == c[0] or a[1] == b[1] == c[1])
    ]
