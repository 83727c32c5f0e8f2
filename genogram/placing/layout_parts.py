"""The parts of a finished layout: numbers only, in points, y downwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from genogram.model import Family, LinkKind
from genogram.placing.labels import SMALL
from genogram.placing.labels import Line as LabelLine
from genogram.placing.lettering import LINE

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
PAGE = (785.0, 538.0)  # points of A4 landscape between margins
CLEAR = 4.5  # parallel lines of different unions keep this far apart
JOINT = 0.29  # of a box: partner lines meet a symbol no higher than this
UNDER = 2.0  # from a symbol to its label
ASIDE = 7.0  # an upright between two boxes keeps this far from either


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Sizes on the page: box width, least gaps, symbol size, and print size."""

    width: float = 84.0
    narrow: float = 84.0  # a box may be as narrow as this where its words allow
    gap: float = 14.0
    couple_gap: float = 10.0  # beside the gap
    block_gap: float = 22.0
    house_gap: float = 12.0
    symbol: float = 36.0
    font: float = 10.0
    centred: float = 3.0  # how strongly parents are drawn to the middle of their children

    @property
    def tallest(self) -> float:
        """The tallest box at whose symbol partner lines may end; higher up is a child's place."""
        return (self.symbol - 3) / JOINT


WIDE = Measures()
# For wide families: narrower boxes let the whole row keep a larger print on the page. Parents stand
# somewhere over their children: held to the middle, they would push a far child farther still.
COMPACT = Measures(
    width=66.0,
    narrow=66.0,
    gap=6.0,
    couple_gap=14.0,
    block_gap=10.0,
    symbol=34.0,
    centred=0.5,
)
TIGHT = Measures(
    width=64.0,
    narrow=40.0,
    gap=4.0,
    couple_gap=11.0,
    block_gap=5.0,
    house_gap=9.0,
    symbol=34.0,
    centred=0.5,
)
# For the sheet that shows where everybody is: initials and page numbers, as large as may be.
OVERVIEW = Measures(
    width=60.0,
    narrow=36.0,
    gap=4.0,
    couple_gap=8.0,
    block_gap=5.0,
    house_gap=9.0,
    symbol=34.0,
    font=13.0,
    centred=0.5,
)


class LineKind(StrEnum):
    """What a line of the drawing says."""

    PARTNERS = "partners"
    DROP = "drop"
    BAR = "bar"
    RISER = "riser"
    TWINS = "twins"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One person's box: symbol at the top, label beneath. x and y are the centre."""

    id: str
    x: float
    y: float
    w: float
    h: float
    symbol: float
    label: tuple[LabelLine, ...] = ()
    font: float = 10.0  # of the name

    @property
    def top(self) -> float:
        """The upper edge, where the symbol begins."""
        return self.y - self.h / 2

    @property
    def bottom(self) -> float:
        """The lower edge, alike for most of a row."""
        return self.y + self.h / 2

    @property
    def middle(self) -> float:
        """The height of the symbol's centre."""
        return self.top + self.symbol / 2

    @property
    def words_end(self) -> float:
        """Where the last line of the label ends."""
        return self.top + self.symbol + UNDER + label_height(self.label, self.font) + 1

    @property
    def box(self) -> Box:
        """The room of symbol and label."""
        half = self.w / 2
        return self.x - half, self.top, self.x + half, self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One polyline of descent or partnership; `link` says how the children on it belong."""

    kind: LineKind
    union: str
    points: tuple[Point, ...]
    child: str = ""
    link: LinkKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A household's closed boundary; more than one ring where its members cannot be joined."""

    household: str
    label: str
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything a drawing needs."""

    family: Family
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    outlines: tuple[Outline, ...]
    measures: Measures
    on: dt.date | None = None

    @property
    def size(self) -> Box:
        """Left, top, right, bottom of everything that has a place."""
        xs = [n.x + s * n.w / 2 for n in self.nodes for s in (-1, 1)]
        ys = [n.y + s * n.h / 2 for n in self.nodes for s in (-1, 1)]
        points = [p for k in self.lines for p in k.points]
        points += [p for o in self.outlines for ring in o.rings for p in ring]
        xs += [x for x, _ in points]
        ys += [y for _, y in points]
        return (min(xs), min(ys), max(xs), max(ys)) if xs else (0, 0, 0, 0)


def label_height(lines: Iterable[LabelLine], font: float) -> float:
    """The height of a label under a name of this size."""
    return sum(font * LINE * (SMALL if line.small else 1.0) for line in lines)


def box_round(a: Point, b: Point, room: float = 0.0) -> Box:
    """The box that holds two points, with room on every side."""
    left, right = min(a[0], b[0]), max(a[0], b[0])
    top, bottom = min(a[1], b[1]), max(a[1], b[1])
    return left - room, top - room, right + room, bottom + room


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes have more than an edge in common."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def to_json(layout: Layout) -> dict[str, object]:
    """The layout form: nodes, segs, hh and font."""
    return {
        "nodes": [
            {"id": n.id, "x": _r(n.x), "y": _r(n.y), "w": _r(n.w), "h": _r(n.h)}
            for n in layout.nodes
        ],
        "segs": [[[_r(x), _r(y)] for x, y in k.points] for k in layout.lines],
        "hh": {
            o.household: [[[_r(x), _r(y)] for x, y in ring] for ring in o.rings]
            for o in layout.outlines
        },
        "font": layout.measures.font,
    }


def _r(number: float) -> float:
    return round(number, 2)
