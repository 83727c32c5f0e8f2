"""How relationship lines look: told apart by their shape, in black and white as well.

close     two lines             conflict  a zigzag           violence  a zigzag with an arrow
cut off   a line broken by ||   carer     a dot, a line, an arrow at whom they care for
Alleged, disputed or not settled in the record: a ? at the number, and a zigzag is broken. (Dashes
would be taken for a household, dots for a placement.)
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence

from genogram.model import RelationshipKind
from genogram.picture.marks import Mark, Outline, Stretch, Words
from genogram.placing.layout_parts import Point
from genogram.symbols import Shape

_Draw = Callable[..., Stretch]
_GREY = "#333333"
_TOOTH, _HEIGHT = 3.5, 2.6  # of a zigzag
_BREAK = 7  # teeth from one break of an open zigzag to the next
_APART = 1.5  # half the distance of two lines
_HEAD = 7.0  # length of an arrow's head
_BADGE = 7.0
_ENOUGH = 10.0  # from a number to another line


def tie_marks(
    kind: RelationshipKind,
    points: Sequence[Point],
    *,
    open_still: bool,
    number: int = 0,
    others: Sequence[Sequence[Point]] = (),
) -> Iterator[Mark]:
    """The marks of one line along its points; `number` leads to its note, clear of the `others`."""
    name = f"relationship-{number}" if number else ""

    def drawn(path: Sequence[Point], id: str = "", weight: float = 1.0) -> Stretch:
        return Stretch(points=tuple(path), weight=weight, id=id, colour=_GREY)

    arrow = kind in (RelationshipKind.VIOLENCE, RelationshipKind.CARER)
    if kind is RelationshipKind.CLOSE:
        yield drawn(_beside(points, _APART), id=name)
        yield drawn(_beside(points, -_APART))
    elif kind in (RelationshipKind.CONFLICT, RelationshipKind.VIOLENCE):
        path = _zigzag(points)
        for n, part in enumerate(_parts(path) if open_still else [path]):
            yield drawn(part, id=name if n == 0 else "", weight=1.2 if arrow else 0.9)
    elif kind is RelationshipKind.CUT_OFF:
        yield from _broken(points, drawn, name)
    else:
        yield drawn(points, id=name)
    if kind is RelationshipKind.CARER:
        yield Outline(shape=Shape.CIRCLE, x=points[0][0], y=points[0][1], size=4, inside="")
    if arrow:
        yield drawn(_head(points[-2], points[-1]), weight=1.8)
    if number or open_still:
        middle, along = _middle(points)
        cut = kind is RelationshipKind.CUT_OFF
        at = _moved(middle, along, 9.0) if cut else _clear_place(points, others)
        yield Words(
            text=f"{number or ''}{'?' * open_still}",
            x=at[0],
            y=at[1],
            size=_BADGE,
            bold=True,
            boxed=True,
        )


def _unit(a: Point, b: Point) -> Point:
    long = math.dist(a, b) or 1.0
    return (b[0] - a[0]) / long, (b[1] - a[1]) / long


def _moved(point: Point, way: Point, far: float) -> Point:
    return point[0] + way[0] * far, point[1] + way[1] * far


def _beside(points: Sequence[Point], far: float) -> list[Point]:
    """A line beside a line of right angles."""
    sides = [(-dy, dx) for dx, dy in itertools.starmap(_unit, itertools.pairwise(points))]
    moved = [_moved(points[0], sides[0], far)]
    for point, one, two in zip(points[1:-1], sides, sides[1:], strict=False):
        moved.append((point[0] + far * (one[0] + two[0]), point[1] + far * (one[1] + two[1])))
    return [*moved, _moved(points[-1], sides[-1], far)]


def _zigzag(points: Sequence[Point]) -> list[Point]:
    """Teeth along every stretch, with a straight bit at both ends of it."""
    path = [points[0]]
    for a, b in itertools.pairwise(points):
        (dx, dy), long = _unit(a, b), math.dist(a, b)
        teeth = int((long - _HEAD) / _TOOTH)
        start = (long - teeth * _TOOTH) / 2
        for n in range(max(0, teeth)):
            sign = 1 if n % 2 else -1
            x, y = _moved(a, (dx, dy), start + _TOOTH * (n + 0.5))
            path.append((x - dy * _HEIGHT * sign, y + dx * _HEIGHT * sign))
        path.append(b)
    return path


def _parts(path: Sequence[Point]) -> Iterator[Sequence[Point]]:
    """A zigzag in parts, as dashes would only blur its teeth."""
    for start in range(0, len(path) - 2, _BREAK):
        yield path[start : start + _BREAK - 1]
    yield path[-2:]


def _head(a: Point, b: Point) -> tuple[Point, ...]:
    dx, dy = _unit(a, b)
    x, y = _moved(b, (dx, dy), -_HEAD)
    half = _HEAD * 0.45
    return (x - dy * half, y + dx * half), b, (x + dy * half, y - dx * half)


def _middle(points: Sequence[Point]) -> tuple[Point, Point]:
    """The middle of the longest stretch, and its direction."""
    a, b = max(itertools.pairwise(points), key=lambda pair: math.dist(*pair))
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), _unit(a, b)


def _clear_place(points: Sequence[Point], others: Sequence[Sequence[Point]]) -> Point:
    """The place on the longest stretch that is farthest from other lines, near the middle."""
    a, b = max(itertools.pairwise(points), key=lambda pair: math.dist(*pair))
    places = [
        (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        for part in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
    ]

    def room(place: Point) -> float:
        stretches = (pair for line in others for pair in itertools.pairwise(line))
        return min([_ENOUGH, *(_distance(place, *pair) for pair in stretches)])

    return max(places, key=room)


def _distance(point: Point, a: Point, b: Point) -> float:
    """How far a point is from a stretch, which runs level or upright."""
    near = [min(max(point[k], min(a[k], b[k])), max(a[k], b[k])) for k in (0, 1)]
    return math.dist(point, near)


def _broken(points: Sequence[Point], drawn: _Draw, name: str) -> Iterator[Mark]:
    """Two lines that end at strokes across them, with a gap in the middle."""
    at = max(range(len(points) - 1), key=lambda n: math.dist(points[n], points[n + 1]))
    middle, (dx, dy) = _middle(points)
    ends = [_moved(middle, (dx, dy), far) for far in (-2.0, 2.0)]
    yield drawn([*points[: at + 1], ends[0]], id=name)
    yield drawn([ends[1], *points[at + 1 :]])
    for x, y in ends:
        bar = ((x - dy * 4, y + dx * 4), (x + dy * 4, y - dx * 4))
        yield Stretch(points=bar, weight=1.4, colour=_GREY)
