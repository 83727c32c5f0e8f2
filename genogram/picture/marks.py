"""What a picture is made of before any drawing program sees it: shapes, strokes and words.

Points, y downwards. A mark knows nothing of families; ids let a screen reader or a test find it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from genogram.placing.layout_parts import Point
from genogram.symbols import Shape, Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One symbol centred on x, y."""

    shape: Shape
    x: float
    y: float
    size: float
    id: str = ""
    tip: str = ""
    inside: str = ""
    heavy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One polyline, or a closed rounded ring."""

    points: tuple[Point, ...]
    stroke: Stroke = Stroke.PLAIN
    weight: float = 1.2
    ring: bool = False
    id: str = ""
    colour: str = "black"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text: `x` is its left end, middle or right end as `anchor` says; y its middle."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    anchor: str = "middle"
    boxed: bool = False  # on white, where it interrupts a line
    id: str = ""


Mark = Outline | Stretch | Words


@dataclass(slots=True, kw_only=True)
class Picture:
    """Marks in the order of drawing, with the picture's name and words for who cannot see it."""

    title: str
    description: str = ""
    marks: list[Mark] = field(default_factory=list)
    box: tuple[float, float, float, float] = (0, 0, 0, 0)
    font: float = 10.0
