"""Edges of household outlines that lie on a line of the family are moved a little aside.

    |.            | .
    |.     ->     | .       a dotted edge on a line of descent would look like part of it
    |.            | .

An edge moves only where it sweeps over nobody's box and over no other part of its own outline.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from genogram.placing.layout_parts import Box, Line, Node, Point, box_round

Stretch = tuple[int, float, float, float]  # 0 for upright and 1 for level; place, from, to

_NEAR = 3.6  # two parallel lines nearer than this are not easily told apart
_ONE = 2.2  # and nearer than this they look like one, which counts for
_AS_MUCH = 3.0
_ENOUGH = 6.0  # of their length that may lie together
_STEPS = (2.0, -2.0, 3.0, -3.0, 4.5, -4.5, 6.0, -6.0, 8.0, -8.0)
_JOG = 3.0  # the least length of an edge
_LEAST = 5.0  # between two of one outline
_FREE = 1.4  # from a box to an edge that has moved


def off_lines(
    rings: Sequence[tuple[Point, ...]], lines: Iterable[Line], nodes: Sequence[Node]
) -> Iterator[tuple[Point, ...]]:
    """The rings, each with its edges beside the lines and beside the rings before it."""
    taken = [s for line in lines for s in _stretches(line.points)]
    boxes = [node.box for node in nodes]
    for ring in rings:
        made = _moved(list(ring), taken, boxes)
        taken += _stretches((*made, made[0]))
        yield tuple(made)


def _stretches(points: Sequence[Point]) -> Iterator[Stretch]:
    for a, b in itertools.pairwise(points):
        for k in (0, 1):
            # One way or the other, however short: edges of an outline may be a hair long.
            if abs(a[k] - b[k]) < min(0.1, abs(a[1 - k] - b[1 - k])):
                yield k, a[k], min(a[1 - k], b[1 - k]), max(a[1 - k], b[1 - k])


def _moved(ring: list[Point], taken: Sequence[Stretch], boxes: Sequence[Box]) -> list[Point]:
    for at in range(len(ring)):
        a, b = ring[at], ring[(at + 1) % len(ring)]
        (edge,) = _stretches((a, b))
        if _together(edge, taken) <= _ENOUGH:
            continue
        ways = [s for s in _STEPS if _may_move(ring, at, edge, s, boxes)]
        best = min([0.0, *ways], key=lambda s: (round(_together(_by(edge, s), taken)), abs(s)))
        for n in (at, (at + 1) % len(ring)):
            x, y = ring[n]
            ring[n] = (x + best, y) if edge[0] == 0 else (x, y + best)
    return ring


def _together(edge: Stretch, taken: Iterable[Stretch]) -> float:
    """How far an edge runs along others; more, where it nearly lies on them."""
    way, place, start, end = edge
    return sum(
        max(0.0, min(end, hi) - max(start, lo)) * (_AS_MUCH if abs(there - place) < _ONE else 1.0)
        for other, there, lo, hi in taken
        if other == way and abs(there - place) < _NEAR
    )


def _by(edge: Stretch, step: float) -> Stretch:
    way, place, start, end = edge
    return way, place + step, start, end


def _may_move(
    ring: Sequence[Point], at: int, edge: Stretch, step: float, boxes: Sequence[Box]
) -> bool:
    way, place, start, end = edge
    many = len(ring)
    for beyond in (at - 1, (at + 2) % many):
        before, after = place - ring[beyond][way], place + step - ring[beyond][way]
        if before * after <= 0 or abs(after) < _JOG:
            return False
    low, high = min(place, place + step), max(place, place + step)
    if any(_touch(way, (low - _FREE, high + _FREE), (start, end), box) for box in boxes):
        return False
    others = [n for n in range(many) if n not in ((at - 1) % many, at, (at + 1) % many)]
    edges = ((ring[n], ring[(n + 1) % many]) for n in others)
    return not any(
        _touch(way, (low - _LEAST, high + _LEAST), (start, end), box_round(*edge)) for edge in edges
    )


def _touch(way: int, across: tuple[float, float], along: tuple[float, float], box: Box) -> bool:
    """Whether a box meets what an edge sweeps over; `way` is the axis across which it moves."""
    return (
        across[0] < box[way + 2]
        and box[way] < across[1]
        and along[0] < box[3 - way]
        and box[1 - way] < along[1]
    )
