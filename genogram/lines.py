"""Planned wires with heights become lines: partners, drops, bars, risers and forks of twins."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from genogram.kin import Kin
from genogram.model import Sex
from genogram.objective import VIA
from genogram.plan import Line, LineKind, Point
from genogram.wiring import ABOVE_BARS, BAR, BRACKET, STALK, Across, Bundle, Wires


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """Where each row of symbols begins, how tall its boxes are, and the place of a person."""

    top: Mapping[int, float]
    box: Mapping[int, float]
    symbol: float
    level: Mapping[str, int]
    x: Mapping[str, float]

    def bottom(self, row: int) -> float:
        """Under the labels of a row."""
        return self.top[row] + self.box[row]

    def joint(self, row: int) -> float:
        """Where straight partner lines run: the symbol's middle, lower in very tall boxes."""
        return self.top[row] + min(self.symbol - 5, max(self.symbol / 2, self.box[row] * 0.3))


def draw_wires(kin: Kin, wires: Wires, heights: Heights) -> list[Line]:
    """All lines with their points."""
    lines = list(_partner_lines(kin, wires, heights))
    starts = _drop_starts(kin, wires, heights)
    for row in sorted(wires.bundles):
        tracks = max((b.track + 1 for b in wires.brackets[row]), default=0)
        first = heights.bottom(row) + BRACKET * tracks + ABOVE_BARS
        for bundle in wires.bundles[row]:
            lines += _bundle_lines(kin, bundle, starts, first + BAR * bundle.track, heights)
    return lines


def _reach(kin: Kin, person: str, rise: float, symbol: float) -> float:
    """Half the symbol's width at a height `rise` below its middle."""
    half = symbol / 2
    sex, lost = kin.people[person].sex, kin.people[person].pregnancy
    if lost:
        return half * 0.5
    if sex is Sex.MALE:
        return half
    if sex is Sex.FEMALE:
        return float((half * half - min(rise * rise, half * half)) ** 0.5)
    return half - abs(rise)


def _partner_lines(kin: Kin, wires: Wires, heights: Heights) -> Iterable[Line]:
    x = heights.x
    for union, a, b in wires.straight:
        y = heights.joint(heights.level[a])
        rise = y - heights.top[heights.level[a]] - heights.symbol / 2
        ends = (
            (x[a] + _reach(kin, a, rise, heights.symbol), y),
            (x[b] - _reach(kin, b, rise, heights.symbol), y),
        )
        yield Line(kind=LineKind.PARTNERS, union=union, points=ends)
    for row, brackets in wires.brackets.items():
        top = heights.bottom(row)
        for k in brackets:
            if not (k.left[0] and k.right[0]):
                continue
            y = top + BRACKET * (k.track + 0.8)
            (_, left), (_, right) = k.left, k.right
            points = ((left, top), (left, y), (right, y), (right, top))
            yield Line(kind=LineKind.PARTNERS, union=k.union, points=points)
    for across in wires.across:
        yield _across(kin, across, heights)


def _across(kin: Kin, across: Across, heights: Heights) -> Line:
    upper, lower = heights.level[across.upper], heights.level[across.lower]
    bracket = across.bracket
    start, y = heights.bottom(upper), heights.joint(lower)
    port = bracket.left[1] if bracket.left[0] else bracket.right[1]
    low = start + BRACKET * (bracket.track + 0.8)
    rise = y - heights.top[lower] - heights.symbol / 2
    side = -1 if across.place < heights.x[across.lower] else 1
    end = heights.x[across.lower] + side * _reach(kin, across.lower, rise, heights.symbol)
    points = [(port, start), (port, low), (across.way, low)]
    if across.way != across.place:
        turn = heights.top[lower] - STALK / 2
        points += [(across.way, turn), (across.place, turn)]
    points += [(across.place, y), (end, y)]
    return Line(kind=LineKind.PARTNERS, union=bracket.union, points=tuple(points))


def _drop_starts(kin: Kin, wires: Wires, heights: Heights) -> dict[str, float]:
    """The height at which each union's drop begins."""
    starts = {u: heights.joint(heights.level[a]) for u, a, _ in wires.straight}
    for row, brackets in wires.brackets.items():
        starts |= {b.union: heights.bottom(row) + BRACKET * (b.track + 0.8) for b in brackets}
    for across in wires.across:
        starts[across.bracket.union] = heights.joint(heights.level[across.lower])
    for union in kin.unions.values():
        if len(union.partners) == 1:
            starts[union.id] = heights.bottom(heights.level[union.partners[0]])
    return starts


def _bundle_lines(
    kin: Kin, bundle: Bundle, starts: Mapping[str, float], y: float, heights: Heights
) -> Iterable[Line]:
    drop, union = bundle.drop, bundle.drop.union
    links = {k.child: k.kind for k in kin.links[union]}
    passing = drop.partners[0].startswith(VIA)
    start = heights.top[bundle.row] if passing else starts[union]
    kinds = {links[c] for c in drop.leads_to}
    shared = next(iter(kinds)) if len(kinds) == 1 else None
    yield Line(
        kind=LineKind.DROP, union=union, link=shared, points=((bundle.x, start), (bundle.x, y))
    )
    left, right = bundle.span
    if right - left > 0.01:
        yield Line(kind=LineKind.BAR, union=union, link=shared, points=((left, y), (right, y)))
    lower = heights.top[bundle.row + 1]
    for group in bundle.twins:
        yield from _fork(kin, bundle, group, y, lower)
    for child, place in bundle.tops.items():
        if not any(child in group for group in bundle.twins):
            end = lower + _dip(kin, child, place - heights.x[child], heights.symbol)
            yield Line(
                kind=LineKind.RISER,
                union=union,
                child=child if child in links else "",
                link=links.get(child, shared),
                points=((place, y), (place, end)),
            )


def _dip(kin: Kin, child: str, off: float, symbol: float) -> float:
    """How far below the box top a symbol begins, at a distance from its middle."""
    if child not in kin.people or abs(off) < 0.1:
        return 0.0
    half = symbol / 2
    if kin.people[child].sex is Sex.FEMALE:
        return float(half - (half * half - min(off * off, half * half)) ** 0.5)
    return 0.0 if kin.people[child].sex is Sex.MALE else abs(off)


def _fork(kin: Kin, bundle: Bundle, group: Sequence[str], y: float, lower: float) -> Iterable[Line]:
    """Twins on one stalk; identical ones joined across the fork."""
    union = bundle.drop.union
    links = {k.child: k.kind for k in kin.links[union]}
    tops = [bundle.tops[c] for c in group]
    stalk, fork = (min(tops) + max(tops)) / 2, lower - STALK
    yield Line(kind=LineKind.RISER, union=union, points=((stalk, y), (stalk, fork)))
    for child, place in zip(group, tops, strict=True):
        yield Line(
            kind=LineKind.RISER,
            union=union,
            child=child,
            link=links[child],
            points=((stalk, fork), (place, lower)),
        )
    if all(kin.people[c].identical for c in group):
        for a, b in itertools.pairwise(tops):
            ends: tuple[Point, Point] = (
                ((stalk + a) / 2, (fork + lower) / 2),
                ((stalk + b) / 2, (fork + lower) / 2),
            )
            yield Line(kind=LineKind.TWINS, union=union, points=ends)
