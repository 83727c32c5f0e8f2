"""Planned tracks with heights become lines: partners, drops, bars, risers and forks of twins."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from genogram.kin import Kin, identical
from genogram.model import LinkKind, Sex
from genogram.placing.bundles import Bundle
from genogram.placing.layout_parts import JOINT, Line, LineKind, Point
from genogram.placing.line_tracks import ABOVE_BARS, BAR, BRACKET, STALK, Across, Bracket, Tracks
from genogram.placing.positions import Standing

_HAIR = 1.0  # points; a line that stepped aside by less would look badly drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """Where each person's box begins and ends, and the first track below each row."""

    over: Mapping[str, float]
    under: Mapping[str, float]
    below: Mapping[int, float]  # under everybody of a row
    above: Mapping[int, float]  # where a row begins
    symbol: float

    def joint(self, *people: str) -> float:
        """Where partner lines meet symbols: their middle, lower in tall boxes."""
        low = [self.under[p] * JOINT + self.over[p] * (1 - JOINT) for p in people]
        return max(self.over[people[0]] + self.symbol / 2, *low)

    def track(self, row: int, track: int) -> float:
        """The height of a bracket below a row."""
        return self.below[row] + BRACKET * (track + 1)


def draw_lines(standing: Standing, tracks: Tracks, heights: Heights) -> list[Line]:
    """All lines of descent and partnership with their points."""
    lines = list(_partner_lines(standing, tracks, heights))
    starts = _drop_starts(standing, tracks, heights)
    for row in sorted(tracks.bundles):
        most = max((b.track + 1 for b in tracks.brackets[row]), default=0)
        first = heights.below[row] + BRACKET * most + ABOVE_BARS
        for bundle in tracks.bundles[row]:
            y = first + BAR * bundle.track
            lines += _bundle_lines(standing, bundle, starts, y, heights)
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


def _partner_lines(standing: Standing, tracks: Tracks, heights: Heights) -> Iterable[Line]:
    for union, a, b in tracks.straight:
        y = heights.joint(a, b)
        ends = (_side_of(standing, a, 1, y, heights), _side_of(standing, b, -1, y, heights))
        yield Line(kind=LineKind.PARTNERS, union=union, points=(ends[0], ends[1]))
    for row, brackets in tracks.brackets.items():
        for k in brackets:
            if not (k.left[0] and k.right[0]):
                continue
            y = heights.track(row, k.track)
            (a, left), (b, right) = k.left, k.right
            points = ((left, heights.under[a]), (left, y), (right, y), (right, heights.under[b]))
            yield Line(kind=LineKind.PARTNERS, union=k.union, points=points)
    for n, across in enumerate(tracks.across):
        yield _across(standing, across, n, heights)


def _side_of(standing: Standing, person: str, side: int, y: float, heights: Heights) -> Point:
    """Where a level line at `y` meets a symbol's left (-1) or right (1) side."""
    rise = y - heights.over[person] - heights.symbol / 2
    return standing.x[person] + side * _reach(standing.kin, person, rise, heights.symbol), y


def _across(standing: Standing, across: Across, n: int, heights: Heights) -> Line:
    level, lower = standing.goal.level, across.lower
    start = across.start
    low = heights.track(level[across.upper], start.track)
    points = [(_port(start), heights.under[across.upper]), (_port(start), low), (across.way, low)]
    if across.finish:
        y = heights.track(level[lower], across.finish.track)
        port = _port(across.finish)
        points += [(across.way, y), (port, y), (port, heights.under[lower])]
    else:
        if abs(across.way - across.place) > 0.01:
            # Neighbours turn at heights of their own: two turns at one would look like one line.
            turn = heights.above[level[lower]] - 3 - 2.4 * (n % 4)
            points += [(across.way, turn), (across.place, turn)]
        y = heights.joint(lower)
        side = -1 if across.place < standing.x[lower] else 1
        points += [(across.place, y), _side_of(standing, lower, side, y, heights)]
    return Line(kind=LineKind.PARTNERS, union=start.union, points=tuple(points))


def _port(bracket: Bracket) -> float:
    return bracket.left[1] if bracket.left[0] else bracket.right[1]


def _drop_starts(standing: Standing, tracks: Tracks, heights: Heights) -> dict[str, float]:
    """The height at which each union's drop begins."""
    starts = {u: heights.joint(a, b) for u, a, b in tracks.straight}
    for row, brackets in tracks.brackets.items():
        starts |= {b.union: heights.track(row, b.track) for b in brackets}
    for across in tracks.across:
        if across.finish is None:
            starts[across.start.union] = heights.joint(across.lower)
        else:
            row = standing.goal.level[across.lower]
            starts[across.start.union] = heights.track(row, across.finish.track)
    for union in standing.kin.unions.values():
        if len(union.partners) == 1:
            starts[union.id] = heights.under[union.partners[0]]
    return starts


def _bundle_lines(
    standing: Standing, bundle: Bundle, starts: Mapping[str, float], y: float, heights: Heights
) -> Iterable[Line]:
    drop, union = bundle.drop, bundle.drop.union
    links = {k.child: k.kind for k in standing.kin.links[union]}
    passing = standing.passes(drop.partners[0])
    start = heights.above[bundle.row] if passing else starts[union]
    kinds = {links[c] for c in drop.leads_to}
    # Placements of several kinds hang on one broken line: it is not one of birth.
    shared = min(kinds, key=[*LinkKind].index) if len(kinds) == 1 or drop.care else None
    yield Line(
        kind=LineKind.DROP, union=union, link=shared, points=((bundle.x, start), (bundle.x, y))
    )
    left, right = bundle.span
    if right - left > _HAIR:
        yield Line(kind=LineKind.BAR, union=union, link=shared, points=((left, y), (right, y)))
    for group in bundle.twins:
        yield from _fork(standing, bundle, group, y, heights)
    for child, place in bundle.tops.items():
        if not any(child in group for group in bundle.twins):
            place = bundle.x if abs(place - bundle.x) <= _HAIR else place
            top = heights.over.get(child, heights.above[bundle.row + 1])
            off = place - standing.x[child]
            end = top + _dip(standing.kin, child, off, heights.symbol)
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


def _fork(
    standing: Standing, bundle: Bundle, group: Sequence[str], y: float, heights: Heights
) -> Iterable[Line]:
    """Twins on one stalk; identical ones joined across the fork."""
    kin, union, lower = standing.kin, bundle.drop.union, heights.above[bundle.row + 1]
    links = {k.child: k.kind for k in kin.links[union]}
    tops = [bundle.tops[c] for c in group]
    stalk, fork = bundle.risers[group[0]], lower - STALK
    kinds = {links[c] for c in group}
    alike = kinds.pop() if len(kinds) == 1 else None
    yield Line(kind=LineKind.RISER, union=union, link=alike, points=((stalk, y), (stalk, fork)))
    for child, place in zip(group, tops, strict=True):
        dip = _dip(kin, child, place - standing.x[child], heights.symbol)
        yield Line(
            kind=LineKind.RISER,
            union=union,
            child=child,
            link=links[child],
            points=((stalk, fork), (place, lower + dip)),
        )
    for (one, a), (other, b) in itertools.pairwise(zip(group, tops, strict=True)):
        if identical(kin.people[one], kin.people[other], len(group)):
            ends: tuple[Point, Point] = (
                ((stalk + a) / 2, (fork + lower) / 2),
                ((stalk + b) / 2, (fork + lower) / 2),
            )
            yield Line(kind=LineKind.TWINS, union=union, points=ends)
