"""Who is whose parent, read from the drawn lines alone: what a careful reader would see.

Ends on a line connect, crossings do not. A line's end on a symbol's underside or side is a
parent's, at its top a child's.
"""

from __future__ import annotations

import itertools

from genogram.placing.layout_parts import Layout, Node, Point

_NEAR = 1.2


def parents_drawn(layout: Layout) -> set[tuple[str, str]]:
    """Pairs of parent and child that the lines connect, placements included."""
    lines = [line.points for line in layout.lines]
    group = list(range(len(lines)))

    def find(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for i, j in itertools.permutations(range(len(lines)), 2):
        for end in (lines[i][0], lines[i][-1]):
            if box_at(layout, end) is None and _on(end, lines[j]):
                group[find(i)] = find(j)
    above: dict[int, set[str]] = {}
    below: dict[int, set[str]] = {}
    for i, points in enumerate(lines):
        for end in (points[0], points[-1]):
            node = box_at(layout, end)
            if node:
                child = end[1] < node.middle - 1
                (below if child else above).setdefault(find(i), set()).add(node.id)
    return {(p, c) for g, ps in above.items() for p in ps for c in below.get(g, ())}


def box_at(layout: Layout, point: Point) -> Node | None:
    """The person whose box holds a point, its edge included."""
    for node in layout.nodes:
        if abs(point[0] - node.x) <= node.w / 2 + 1 and abs(point[1] - node.y) <= node.h / 2 + 1:
            return node
    return None


def lines_through_people(layout: Layout) -> list[tuple[str, str]]:
    """Lines that run through the box of somebody at whom they do not end."""
    found = []
    for line in layout.lines:
        ends = {n.id for end in (line.points[0], line.points[-1]) if (n := box_at(layout, end))}
        for a, b in itertools.pairwise(line.points):
            for node in layout.nodes:
                if node.id not in ends and _through(a, b, node):
                    found.append((line.union, node.id))
    return found


def overlapping(layout: Layout) -> list[tuple[str, str]]:
    """People whose boxes lie on one another."""
    return [
        (a.id, b.id)
        for a, b in itertools.combinations(layout.nodes, 2)
        if abs(a.x - b.x) < (a.w + b.w) / 2 - 0.1 and abs(a.y - b.y) < (a.h + b.h) / 2 - 0.1
    ]


def inside(ring: tuple[Point, ...], point: Point) -> bool:
    """Whether a point lies in a ring."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossings += 1
    return crossings % 2 == 1


def corners(node: Node) -> list[Point]:
    """The middle and the corners of a box, a little inside."""
    w, h = node.w / 2 - 0.5, node.h / 2 - 0.5
    return [(node.x, node.y)] + [(node.x + i * w, node.y + j * h) for i in (-1, 1) for j in (-1, 1)]


def _through(a: Point, b: Point, node: Node) -> bool:
    left, right = sorted((a[0], b[0]))
    top, bottom = sorted((a[1], b[1]))
    w, h = node.w * 0.3, node.h * 0.3
    return left < node.x + w and right > node.x - w and top < node.y + h and bottom > node.y - h


def _on(point: Point, line: tuple[Point, ...]) -> bool:
    return any(_near(point, a, b) for a, b in itertools.pairwise(line))


def _near(p: Point, a: Point, b: Point) -> bool:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if not length else max(0, min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length))
    return bool((p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2 <= _NEAR**2)
