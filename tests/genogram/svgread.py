"""What an SVG of a genogram shows, read from the file alone: symbols, lines, outlines and words.

Coordinates are those of the picture: points, y downwards.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from genogram.placing.layout_parts import Point

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(slots=True, kw_only=True)
class Drawn:
    """Lines by id, several where several have one; symbols by person id; words with their place."""

    lines: dict[str, list[tuple[Point, ...]]] = field(default_factory=lambda: defaultdict(list))
    dashes: dict[str, str] = field(default_factory=dict)
    symbols: dict[str, list[Point]] = field(default_factory=lambda: defaultdict(list))
    words: list[tuple[str, float, float]] = field(default_factory=list)

    def of(self, *beginnings: str) -> dict[str, list[tuple[Point, ...]]]:
        """The lines whose ids begin so."""
        return {name: found for name, found in self.lines.items() if name.startswith(beginnings)}


def read_svg(path: Path, left: float, bottom: float) -> Drawn:
    """Read a drawing whose picture began at `left` and ended at `bottom`."""
    drawn = Drawn()
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    for group in root.iter(f"{_SVG}g"):
        name, kind = group.get("id", ""), group.get("class")
        if kind == "edge":
            for line in group.iter(f"{_SVG}path"):
                drawn.lines[name].append(_points(line.get("d", ""), left, bottom)[::3])
                drawn.dashes[name] = line.get("stroke-dasharray", "")
        elif kind == "node" and name.startswith("person-"):
            drawn.symbols[name.removeprefix("person-")].append(_middle(group, left, bottom))
        for text in group.findall(f"{_SVG}text") if kind == "node" else ():
            x, y = float(text.get("x", 0)) + left, float(text.get("y", 0)) + bottom
            drawn.words.append((text.text or "", x, y))
    for name in [n for n in drawn.lines if n.startswith("person-")]:
        (points, *_) = drawn.lines.pop(name)
        xs, ys = zip(*points, strict=True)
        middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        drawn.symbols[name.removeprefix("person-")].append(middle)
    return drawn


def _points(told: str, left: float, bottom: float) -> tuple[Point, ...]:
    numbers = [float(n) for n in _NUMBER.findall(told)]
    return tuple((x + left, y + bottom) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _middle(group: ElementTree.Element, left: float, bottom: float) -> Point:
    for shape in group.iter(f"{_SVG}ellipse"):
        return float(shape.get("cx", 0)) + left, float(shape.get("cy", 0)) + bottom
    for shape in group.iter(f"{_SVG}polygon"):
        xs, ys = zip(*_points(shape.get("points", ""), left, bottom), strict=True)
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    raise AssertionError(f"{group.get('id')} has no symbol")
