"""Where lines of different unions cross: the level one gets a small bridge over the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from genogram.placing.layout_parts import Line, Point

Post = tuple[float, float, float, str]  # an upright: x, top, bottom, union
BRIDGE = 3.5  # radius
_CLEAR = 2.0


def uprights(paths: Iterable[tuple[Sequence[Point], str]]) -> list[Post]:
    """Every upright stretch of the paths, each given with the union whose it is."""
    return [
        (a[0], min(a[1], b[1]), max(a[1], b[1]), union)
        for points, union in paths
        for a, b in itertools.pairwise(points)
        if abs(a[0] - b[0]) < 0.1 and a != b
    ]


def crossed(a: Point, b: Point, union: str, posts: Sequence[Post]) -> list[float]:
    """The x at which a level stretch is crossed by other unions' uprights, from a to b."""
    if abs(a[1] - b[1]) > 0.1:
        return []
    left, right = min(a[0], b[0]), max(a[0], b[0])
    found = {
        x
        for x, top, bottom, owner in posts
        if owner != union
        and left + BRIDGE + _CLEAR < x < right - BRIDGE - _CLEAR
        and top + _CLEAR < a[1] < bottom - _CLEAR
    }
    spread: list[float] = []
    for x in sorted(found):
        if not spread or x - spread[-1] > 2 * BRIDGE:
            spread.append(x)
    return spread if a[0] <= b[0] else spread[::-1]


def bridged(line: Line, posts: Sequence[Post]) -> tuple[Point, ...]:
    """A line's points with a bridge of short steps at each crossing."""
    points = [line.points[0]]
    for a, b in itertools.pairwise(line.points):
        step = 1 if b[0] >= a[0] else -1
        for x in crossed(a, b, line.union, posts):
            points += [
                (x - step * BRIDGE * c, a[1] - BRIDGE * s)
                for c, s in ((1, 0), (0.87, 0.5), (0.5, 0.87), (0, 1), (-0.5, 0.87), (-0.87, 0.5))
            ]
            points.append((x + step * BRIDGE, a[1]))
        points.append(b)
    return tuple(points)
