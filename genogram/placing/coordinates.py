"""Where along its row each person stands: parents over children, nobody nearer than allowed.

A convex problem solved row by row: each person has places to be drawn to, and the row is settled
exactly under its least distances (isotonic regression); sweeping down and up until nothing moves.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from genogram.kin import Kin
from genogram.placing.layout_parts import ASIDE, CLEAR
from genogram.placing.objective import Drop, Rows
from genogram.placing.positions import Standing
from genogram.placing.squeezing import Spring, offsets, pulls_of, squeeze, tension_of

_SWEEPS, _ROUNDS = 40, 5
_STILL = 0.05  # points
_OVER_CHILDREN, _CARE, _NEIGHBOUR, _PARTNER, _HOUSE = 3.0, 0.2, 0.12, 0.5, 0.15


def place(standing: Standing) -> dict[str, float]:
    """The x of every person, the leftmost box beginning at 0."""
    kin, rows, goal = standing.kin, standing.rows, standing.goal
    least = _least_distances(standing)
    drops = [
        (pair, drop, standing.over(drop), _spring(drop, standing.measures.centred))
        for pair in sorted(goal.drops)
        for drop in goal.drops[pair]
    ]
    touching = [[d for d in drops if n in d[0]] for n in range(len(rows))]
    x = _first(rows, least)
    houses = _houses(kin, goal.level)
    springs = [(spring, over, drop.children) for _, drop, over, spring in drops]
    tension = tension_of(springs, pulls_of(rows, least, lambda a, b: _pull(kin, a, b)))
    for _ in range(_ROUNDS):
        for sweep in range(_SWEEPS):
            moved = 0.0
            order = range(len(rows)) if sweep % 2 else reversed(range(len(rows)))
            for n in order:
                wants = _wishes(kin, rows[n], n, least[n], x, touching[n], houses)
                new = _settle(rows[n], least[n], wants, x)
                moved = max([moved, *(abs(new[p] - x[p]) for p in rows[n])])
                x |= new
            if moved < _STILL:
                break
        if not squeeze(standing, x, least, tension):
            break
    left = min((v - standing.width[p] / 2 for p, v in x.items()), default=0.0)
    return {p: round(v - left, 2) for p, v in x.items()}


def _least_distances(standing: Standing) -> list[list[float]]:
    """Between neighbours of each row, centre to centre; wide enough for all lines in between."""
    home: dict[str, set[str]] = defaultdict(set)
    for house in standing.kin.family.households:
        for member in house.people():
            home[member].add(house.id)
    lines: Counter[tuple[str, ...]] = Counter()
    for drops in standing.goal.drops.values():
        lines.update(tuple(over) for d in drops if len(over := standing.over(d)) == 2)
    return [
        [_least(standing, a, b, lines[a, b], home) for a, b in itertools.pairwise(row)]
        for row in standing.rows
    ]


def _least(standing: Standing, a: str, b: str, lines: int, home: Mapping[str, set[str]]) -> float:
    kin, measures = standing.kin, standing.measures
    distance = (standing.width[a] + standing.width[b]) / 2 + measures.gap
    if standing.passes(a) or standing.passes(b):
        return distance - measures.gap + max(measures.gap, ASIDE + 1) + CLEAR * lines
    if any(b in u.partners for u in kin.partnerships[a]):
        distance += measures.couple_gap
    elif not {k.union for k in kin.raised[a]} & {k.union for k in kin.raised[b]}:
        distance += measures.block_gap
    if home[a] != home[b]:
        distance += measures.house_gap
    room = distance - (standing.width[a] + standing.width[b]) / 2
    return distance + max(0.0, 2 * ASIDE + CLEAR * (lines - 1) - room if lines else 0.0)


def _first(rows: Rows, least: Sequence[Sequence[float]]) -> dict[str, float]:
    x: dict[str, float] = {}
    for row, distances in zip(rows, least, strict=True):
        here = -sum(distances) / 2
        for p, step in zip(row, [0.0, *distances], strict=False):
            here += step
            x[p] = here
    return x


def _houses(kin: Kin, level: Mapping[str, int]) -> list[dict[int, list[str]]]:
    found = []
    for house in kin.family.households:
        by_row: dict[int, list[str]] = defaultdict(list)
        for member in house.people():
            by_row[level[member]].append(member)
        found.append(dict(by_row))
    return found


def _wishes(
    kin: Kin,
    row: Sequence[str],
    n: int,
    least: Sequence[float],
    x: Mapping[str, float],
    drops: Sequence[tuple[tuple[int, int], Drop, Sequence[str], Spring]],
    houses: Sequence[Mapping[int, Sequence[str]]],
) -> dict[str, list[tuple[float, float]]]:
    """(weight, place) pairs by person of row n."""
    wants: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for (upper, _), drop, over, spring in drops:
        middle = sum(x[p] for p in over) / len(over)
        people, sign = (over, 1) if n == upper else (drop.children, -1)
        for weight, apart in offsets(middle, [x[c] for c in drop.children], spring):
            for p in people:
                wants[p].append((weight, x[p] + sign * apart))
    for (a, b), step in zip(itertools.pairwise(row), least, strict=True):
        pull = _pull(kin, a, b)
        wants[a].append((pull, x[b] - step))
        wants[b].append((pull, x[a] + step))
    for house in houses:
        others = [x[p] for m, members in house.items() if m != n for p in members]
        here = house.get(n, ())
        if others and here:
            shift = sum(others) / len(others) - sum(x[p] for p in here) / len(here)
            for p in here:
                wants[p].append((_HOUSE, x[p] + shift))
    return wants


def _spring(drop: Drop, centred: float) -> Spring:
    return (_CARE, _CARE) if drop.care else (_OVER_CHILDREN, min(centred, _OVER_CHILDREN))


def _pull(kin: Kin, a: str, b: str) -> float:
    partners = a in kin.people and any(b in u.partners for u in kin.partnerships[a])
    return _PARTNER if partners else _NEIGHBOUR


def _settle(
    row: Sequence[str],
    least: Sequence[float],
    wants: Mapping[str, list[tuple[float, float]]],
    x: Mapping[str, float],
) -> dict[str, float]:
    """Nearest places to all wishes that keep the least distances."""
    offset, offsets = 0.0, []
    blocks: list[list[float]] = []  # [sum of weight * place, sum of weight, people]
    for p, step in zip(row, [0.0, *least], strict=False):
        offset += step
        offsets.append(offset)
        wishes = wants.get(p) or [(1.0, x[p])]
        weight = sum(w for w, _ in wishes)
        blocks.append([sum(w * (t - offset) for w, t in wishes), weight, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    places = [total / weight for total, weight, size in blocks for _ in range(int(size))]
    return {p: place + o for p, place, o in zip(row, places, offsets, strict=True)}
