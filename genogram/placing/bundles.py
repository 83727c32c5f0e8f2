"""Drops with their sibling bars and risers, kept apart so that no line can be taken for another.

drop    |    |        drops leave between two parents, or below one: each has some play
bar   --+--  |
riser |   | -+---     a bar has a track of its own; a riser may shift a little under its child
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from genogram.placing.layout_parts import ASIDE, CLEAR
from genogram.placing.objective import Drop
from genogram.placing.positions import Standing

_NEAR = 9.0  # a drop goes straight down to a child that is not farther than this
_BESIDE = 9.0  # between two lines to one child
_MANY = 5  # lines to one child; beyond that they also use the edges of its symbol
_ROUNDS = 4


@dataclass(slots=True, kw_only=True)
class Bundle:
    """A drop with its bar and risers, before it has heights."""

    drop: Drop
    row: int
    x: float  # of the drop
    play: float  # how far the drop may move to either side
    tops: dict[str, float]  # target -> x where its line ends
    room: dict[str, float]  # target -> how far its line may move to either side
    twins: list[list[str]] = field(default_factory=list)  # on one stalk, left to right
    risers: dict[str, float] = field(default_factory=dict)  # child, or first of twins -> x
    track: int = 0

    @property
    def span(self) -> tuple[float, float]:
        """The extent of the bar."""
        xs = [self.x, *self.arrivals]
        return min(xs), max(xs)

    @property
    def arrivals(self) -> list[float]:
        """Where risers leave the bar: one for each child, one for all twins together."""
        return list(self.risers.values())

    def raise_all(self) -> None:
        """Put risers over children, and stalks over the middle of twins."""
        self.risers = {c: x for c, x in self.tops.items() if not any(c in t for t in self.twins)}
        for group in self.twins:
            tops = [self.tops[c] for c in group]
            self.risers[group[0]] = (min(tops) + max(tops)) / 2
            self.room[group[0]] = (max(tops) - min(tops)) * 0.3


def bundles_of(
    standing: Standing, pair: tuple[int, int], places: Mapping[str, float]
) -> list[Bundle]:
    """All drops from one row to another; `places` are where unions across rows begin theirs."""
    x, measures = standing.x, standing.measures
    found = []
    for drop in standing.goal.drops[pair]:
        over = standing.over(drop)
        middle = sum(x[p] for p in over) / len(over)
        if len(over) == 2:
            play = max(0.0, standing.free(*over) / 2 - ASIDE)
            middle += (standing.width[over[0]] - standing.width[over[1]]) / 4
        else:
            play = 0.0 if standing.passes(over[0]) else measures.symbol / 2 - CLEAR
        if drop.union in places and not standing.passes(drop.partners[0]):
            middle, play = places[drop.union], 0.0
        found.append(
            Bundle(
                drop=drop,
                row=pair[0],
                x=middle,
                play=play,
                tops={c: x[c] for c in drop.children},
                room={c: _riser_room(standing, c) for c in drop.children},
                twins=_twins(standing, drop),
            )
        )
    _share(found, standing)
    return found


def _share(bundles: Sequence[Bundle], standing: Standing) -> None:
    """Drops that leave at one place stand side by side there, in the order of their children."""
    same: dict[tuple[str, ...], list[Bundle]] = defaultdict(list)
    for bundle in bundles:
        if bundle.play:
            same[tuple(standing.over(bundle.drop))].append(bundle)
    for several in same.values():
        several.sort(key=lambda b: (sum(b.span) - b.x, b.drop.union, b.drop.care))
        spread = (len(several) - 1) / 2
        for i, bundle in enumerate(several):
            bundle.x += (i - spread) * CLEAR
            bundle.play = max(0.0, bundle.play - spread * CLEAR)


def _riser_room(standing: Standing, child: str) -> float:
    person = standing.kin.people.get(child)
    if person is None:
        return 0.0  # a line on its way
    return standing.measures.symbol * (0.15 if person.pregnancy else 0.3)


def _twins(standing: Standing, drop: Drop) -> list[list[str]]:
    people = standing.kin.people
    groups: dict[str, list[str]] = defaultdict(list)
    for child in () if drop.care else drop.children:
        if child in people and people[child].twin:
            groups[people[child].twin].append(child)
    return [sorted(g, key=lambda c: standing.x[c]) for _, g in sorted(groups.items()) if len(g) > 1]


def part(bundles: Sequence[Bundle], posts: Iterable[float]) -> None:
    """Move drops, and where that is not enough risers, until none lies on another union's."""
    _child_ports(bundles)
    lanes = _Lanes(posts)
    for n, bundle in enumerate(bundles):
        bundle.raise_all()
        for x in bundle.arrivals:
            lanes.take(x, n)
    for n, bundle in enumerate(bundles):
        for target in bundle.risers:
            _shift_riser(bundle, n, target, lanes)
    order = sorted(range(len(bundles)), key=lambda n: (bundles[n].play, bundles[n].x))
    for n in order:
        bundles[n].x = _best_drop(bundles[n], n, lanes)
        lanes.take(bundles[n].x, n)
    for _ in range(_ROUNDS):
        crowded = [n for n in order if lanes.clashes(bundles[n].x, n)]
        if not crowded:
            return
        for n in crowded:
            _give_way(bundles, n, lanes)


def _best_drop(bundle: Bundle, n: int, lanes: _Lanes) -> float:
    """Straight down to a child where one is near; else the middle, or the nearest free place."""
    middle, play = bundle.x, bundle.play
    own = [t for t in bundle.arrivals if abs(t - middle) <= min(play, _NEAR)]
    beside = [x + s for x in lanes.within(middle - play, middle + play) for s in (-CLEAR, CLEAR)]
    beside += [middle - play, middle + play]
    beside += [t + s for t in bundle.arrivals for s in (-CLEAR, CLEAR)]
    free = [b for b in beside if abs(b - middle) <= play + 1e-6]

    def worth(x: float) -> tuple[float, ...]:
        skew = any(0.5 < abs(t - x) < CLEAR - 1e-6 for t in bundle.arrivals)
        return (lanes.clashes(x, n), skew, x not in own, abs(x - middle), x)

    return min([*own, middle, *free], key=worth)


def _give_way(bundles: Sequence[Bundle], n: int, lanes: _Lanes) -> None:
    """Another try for a drop, and for the risers of others that stand in its way."""
    bundle = bundles[n]
    lanes.leave(bundle.x, n)
    bundle.x = _best_drop(bundle, n, lanes)
    lanes.take(bundle.x, n)
    for m, other in enumerate(bundles):
        if m != n:
            for target, x in other.risers.items():
                if abs(x - bundle.x) < CLEAR:
                    _shift_riser(other, m, target, lanes)


def _shift_riser(bundle: Bundle, n: int, target: str, lanes: _Lanes) -> None:
    """Move a riser under its child, or a stalk between its twins, where it lies on another line."""
    x, room = bundle.risers[target], bundle.room[target]
    if not lanes.clashes(x, n):
        return
    lanes.leave(x, n)
    beside = [t + s for t in lanes.within(x - room, x + room) for s in (CLEAR, -CLEAR)]
    places = [x, *(p for p in beside if abs(p - x) <= room)]
    new = min(places, key=lambda p: (lanes.clashes(p, n), abs(p - x), p))
    lanes.take(new, n)
    bundle.risers[target] = new
    if not any(target in t for t in bundle.twins):
        bundle.tops[target] = new


class _Lanes:
    """The uprights of one gap by place, with the bundle each belongs to; -1 for partner lines."""

    def __init__(self, posts: Iterable[float]) -> None:
        self.taken: list[tuple[float, int]] = sorted((x, -1) for x in posts)

    def take(self, x: float, owner: int) -> None:
        insort(self.taken, (x, owner))

    def leave(self, x: float, owner: int) -> None:
        self.taken.remove((x, owner))

    def within(self, low: float, high: float) -> list[float]:
        start = bisect_left(self.taken, (low - CLEAR, -1))
        found = []
        for x, _ in self.taken[start:]:
            if x > high + CLEAR:
                break
            found.append(x)
        return found

    def clashes(self, x: float, owner: int) -> int:
        count = 0
        for n in range(bisect_left(self.taken, (x - CLEAR + 1e-6, -2)), len(self.taken)):
            other, whose = self.taken[n]
            if other >= x + CLEAR - 1e-6:
                break
            count += whose != owner
        return count


def _child_ports(bundles: Sequence[Bundle]) -> None:
    """Two lines to one child (birth and adoptive parents) end side by side."""
    lines: dict[str, list[Bundle]] = defaultdict(list)
    for bundle in bundles:
        for child in bundle.tops:
            lines[child].append(bundle)
    for child, several in lines.items():
        several.sort(key=lambda b: (b.x, b.drop.union, b.drop.care))
        room = several[0].room[child] * (1.4 if len(several) > _MANY else 1.0)
        step = min(_BESIDE, 2 * room / max(1, len(several) - 1))
        for i, bundle in enumerate(several):
            bundle.tops[child] += (i - (len(several) - 1) / 2) * step


def bar_tracks(bundles: Sequence[Bundle]) -> None:
    """Put overlapping bars above one another in the order that crosses least."""
    order = sorted(bundles, key=lambda b: (b.span[1] - b.span[0], b.drop.union, b.drop.care))
    better = True
    while better:
        better = False
        for i in range(len(order) - 1):
            a, b = order[i], order[i + 1]
            if _meet(a, b) and _crossings(b, a) < _crossings(a, b):
                order[i], order[i + 1] = b, a
                better = True
    for i, bundle in enumerate(order):
        above = [o.track + 1 for o in order[:i] if _meet(o, bundle)]
        bundle.track = max(above, default=0)


def _meet(a: Bundle, b: Bundle) -> bool:
    return a.span[0] < b.span[1] + CLEAR and b.span[0] < a.span[1] + CLEAR


def _crossings(upper: Bundle, lower: Bundle) -> float:
    """Crossings with `upper`'s bar above `lower`'s; lines on top of one another count most."""
    low, high = upper.span
    count: float = low < lower.x < high
    low, high = lower.span
    count += sum(low < t < high for t in upper.arrivals)
    # The lower one's drop passes the upper one's bar, where an upper riser may stand.
    count += sum(100 for t in upper.arrivals if abs(t - lower.x) < CLEAR)
    return count
