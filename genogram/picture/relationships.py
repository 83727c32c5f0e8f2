"""Relationship lines: which symbols they join, the way each takes, and its note.

They are drawn last and give way to everything: symbols, words, lines of descent and households.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from genogram.model import Relationship
from genogram.picture.marks import Mark, Outline, Stretch, Words
from genogram.picture.routing import CELL, Field, Gate, field_over, way
from genogram.placing.layout_parts import Layout, Node, Point
from genogram.placing.lettering import width
from genogram.symbols import Shape
from genogram.view.describing import tie_note
from genogram.view.showing import is_allegation

_CLEAR, _NEAR = 3.0, 7.0  # from a box: never nearer than the first, seldom than the second
_WIDE = 4.0  # half of a zigzag, which words are kept clear of
_TEETH = 9.5  # from one relationship line to the next, where there is room
_RISER = 5.0  # half the room that stays free for a child's line in the middle of a symbol
_SHORT = 1.5  # a line ends so far from the symbol
_APART, _TAKEN = 7.0, 60.0  # ends nearer than the first look like one, at a cost up to the second
_RIGHT, _LEFT, _UP = 0, 1, 3  # directions of leaving, as the grid counts them


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One relationship as drawn; no points where no way was free."""

    number: int
    tie: Relationship
    points: tuple[Point, ...]
    open_still: bool  # not settled in the record
    note: str


def routed(layout: Layout, marks: Sequence[Mark]) -> tuple[Tie, ...]:
    """A way for every relationship of the family, in the order recorded."""
    if not layout.family.relationships:
        return ()
    grid = _grid(layout, marks)
    symbols = {m.id.removeprefix("person-"): m for m in marks if isinstance(m, Outline) and m.id}
    nodes = {n.id: n for n in layout.nodes}
    found: list[Tie] = []
    ends: list[Point] = []
    for number, tie in enumerate(layout.family.relationships, start=1):
        gates = [list(_gates(nodes[p], symbols[p], grid, ends)) for p in (tie.source, tie.target)]
        points = way(grid, *gates) if tie.source != tie.target else ()
        if points:
            grid.draw(points, along=14.0, over=3.0)
            grid.draw(points, along=4.0, over=0.0, near=_TEETH)  # two zigzags would touch
            ends += (points[0], points[-1])
        found.append(
            Tie(
                number=number,
                tie=tie,
                points=points,
                open_still=is_allegation(tie),
                note=tie_note(layout.family, tie),
            )
        )
    return tuple(found)


def _grid(layout: Layout, marks: Sequence[Mark]) -> Field:
    grid = field_over(layout.size)
    for node in layout.nodes:
        left, top, right, bottom = node.box
        grid.close((left + 0.5, top - _CLEAR, right - 0.5, bottom), _NEAR)
    for mark in marks:
        if isinstance(mark, Stretch):
            ring = (*mark.points, mark.points[0]) if mark.ring else mark.points
            grid.draw(ring, *((5.0, 0.6) if mark.ring else ()))
        elif isinstance(mark, Words):
            half, tall = width(mark.text, mark.size, bold=mark.bold) / 2, mark.size / 2
            x = mark.x + {"start": half, "middle": 0.0, "end": -half}[mark.anchor]
            beside, over = half + 2, tall + _WIDE
            grid.close((x - beside, mark.y - over, x + beside, mark.y + over))
    return grid


def _gates(node: Node, symbol: Outline, grid: Field, ends: Sequence[Point]) -> Iterator[Gate]:
    """Places to leave a symbol; those beside the end of another line only where no other serves."""
    for gate in _places(node, symbol, grid):
        near = max((1 - math.dist(gate.edge, end) / _APART for end in ends), default=0.0)
        yield replace(gate, cost=gate.cost + _TAKEN * max(near, 0.0))


def _places(node: Node, symbol: Outline, grid: Field) -> Iterator[Gate]:
    """Upwards beside the middle, and sideways above the partner line."""
    half = symbol.size / 2
    above = int((node.top - _CLEAR - grid.top) // CELL)
    while (0, above) in grid.closed:
        above -= 1
    for i in range(grid.wide):
        x = grid.left + CELL * i
        off = abs(x - node.x)
        if _RISER < off < half * 0.75:
            edge = (x, symbol.y - _rise(symbol.shape, off, half) - _SHORT)
            cost = abs(off - half / 2) / CELL
            yield Gate(edge=edge, cell=(i, above), way=_UP, cost=cost)
    for side, direction in ((1, _RIGHT), (-1, _LEFT)):
        beyond = node.x + side * (node.w / 2 + 1)
        i = round((beyond - grid.left) / CELL + side * 0.51)
        for j in range(grid.tall):
            y = grid.top + CELL * j
            if symbol.y - half * 0.8 < y < symbol.y - half * 0.2:
                off = _rise(symbol.shape, symbol.y - y, half)
                inside = abs(grid.left + CELL * i - node.x) / CELL
                edge = (node.x + side * (off + _SHORT), y)
                yield Gate(edge=edge, cell=(i, j), way=direction, cost=2.0 + inside / 2)


def _rise(shape: Shape, off: float, half: float) -> float:
    """How far a symbol reaches from its middle, at a distance to one side of it."""
    if shape is Shape.CIRCLE:
        return float((half * half - off * off) ** 0.5)
    if shape is Shape.DIAMOND:
        return half - off
    if shape is Shape.TRIANGLE:
        return half - 2 * off
    return half
