"""Narrower drawings: everything right of a seam through all rows moves left together.

    A A | B B        a seam has one gap in each row; where each of its gaps is wider than it need
    A |  B B B       be, the right side moves left until one is not, if no line gets much worse
    A A  | B

Settling rows one by one finds the best places in the end, but moves whole branches very slowly;
a seam moves them at once.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

from genogram.placing.positions import Standing
from genogram.placing.search import divide

_WORTH = 2.0  # points; a smaller move is not tried

Tension = Callable[[Mapping[str, float]], float]
Spring = tuple[float, float]
"""How strongly parents are held over their children's stretch, and how strongly at its middle."""


def squeeze(
    standing: Standing, x: dict[str, float], least: Sequence[Sequence[float]], tension: Tension
) -> bool:
    """Move what lies right of each seam left where that lowers the tension; whether any moved."""
    below = _below(standing.goal.above)
    now, moved = tension(x), False
    for n, row in enumerate(standing.rows):
        for i in range(1, len(row)):
            slack = x[row[i]] - x[row[i - 1]] - least[n][i - 1]
            if slack < _WORTH:
                continue
            seam = _seam(standing, n, i, below)
            slack = min([slack, *_slacks(standing, seam, x, least)])
            if slack < _WORTH:
                continue
            right = [p for r, at in zip(standing.rows, seam, strict=True) for p in r[at:]]
            new = x | {p: x[p] - slack for p in right}
            if (then := tension(new)) < now:
                x |= new
                now, moved = then, True
    return moved


def _seam(standing: Standing, n: int, i: int, below: Mapping[str, Sequence[str]]) -> list[int]:
    """A gap in each row: from one gap up and down to those that part the fewest families."""
    rows = standing.rows
    seam = [0] * len(rows)
    seam[n] = i
    for steps, other in ((range(n + 1, len(rows)), standing.goal.above), (range(n)[::-1], below)):
        left = set(rows[n][:i])
        for m in steps:
            seam[m] = divide(rows[m], left, other)
            left = set(rows[m][: seam[m]])
    return seam


def _slacks(
    standing: Standing,
    seam: Sequence[int],
    x: Mapping[str, float],
    least: Sequence[Sequence[float]],
) -> list[float]:
    return [
        x[row[at]] - x[row[at - 1]] - least[n][at - 1]
        for n, (row, at) in enumerate(zip(standing.rows, seam, strict=True))
        if 0 < at < len(row)
    ]


def _below(above: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for child, parents in above.items():
        for parent in parents:
            found.setdefault(parent, []).append(child)
    return found


def tension_of(
    springs: Sequence[tuple[Spring, Sequence[str], Sequence[str]]],
    pulls: Sequence[tuple[float, str, str, float]],
) -> Tension:
    """How far parents are from the middle of their children, and neighbours from each other.

    Springs are (strengths, parents, children); pulls (weight, left, right, least distance).
    """

    def tension(x: Mapping[str, float]) -> float:
        total = 0.0
        for spring, over, children in springs:
            middle = sum(x[p] for p in over) / len(over)
            for weight, off in offsets(middle, [x[c] for c in children], spring):
                total += weight * off * off
        for weight, a, b, step in pulls:
            off = x[b] - x[a] - step
            total += weight * off * off
        return total

    return tension


def offsets(place: float, children: Sequence[float], spring: Spring) -> list[tuple[float, float]]:
    """How far a place is from the middle of children and from their stretch, each with its weight.

    Beyond their stretch the two strengths together are that of the stretch.
    """
    low, high = min(children), max(children)
    over, centred = spring
    found = [(centred, (low + high) / 2 - place)]
    if over > centred and not low <= place <= high:
        found.append((over - centred, (low if place < low else high) - place))
    return found


def pulls_of(
    rows: Sequence[Sequence[str]],
    least: Sequence[Sequence[float]],
    weight: Callable[[str, str], float],
) -> list[tuple[float, str, str, float]]:
    """Neighbours of all rows, each drawn to the other."""
    return [
        (weight(a, b), a, b, step)
        for row, steps in zip(rows, least, strict=True)
        for (a, b), step in zip(itertools.pairwise(row), steps, strict=True)
    ]
