"""The lines between symbols: partner lines, drops, sibling bars and risers, each on its own track.

Neighbouring partners are joined straight from symbol to symbol; others by a bracket beneath the
labels. From there one drop a union goes down to its sibling bar, and a riser to each child.

      [ ]-----( )          neighbours, with a drop from the middle
       |   |   |
       +---|---+------     a bracket below, for a partner farther off
       ----+----           the sibling bar on a track that no other bar of this gap shares
       |       |           risers
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from genogram.coordinates import drop_people
from genogram.kin import Kin
from genogram.model import Union
from genogram.objective import VIA, Drop, Objective, Rows
from genogram.plan import Measures

BRACKET, BAR, ABOVE_BARS, BELOW_BARS = 9.0, 11.0, 12.0, 24.0
_CLEAR = 4.5  # parallel lines of different unions keep this far apart
_PORTS = (0.0, 4.6, -4.6, 9.2, -9.2, 13.8, -13.8)
STALK = 15.0  # height of the fork of twins


@dataclass(slots=True, kw_only=True)
class Bundle:
    """A drop with its bar and risers, before it has heights."""

    drop: Drop
    row: int
    x: float  # of the drop
    play: float  # how far the drop may move to either side
    tops: dict[str, float]  # target -> x where its riser ends
    twins: list[list[str]] = field(default_factory=list)  # on one stalk, left to right
    track: int = 0

    @property
    def span(self) -> tuple[float, float]:
        """The extent of the bar."""
        xs = [self.x, *self.arrivals]
        return min(xs), max(xs)

    @property
    def arrivals(self) -> list[float]:
        """Where risers leave the bar: one for each child, one for all twins together."""
        found = [x for c, x in self.tops.items() if not any(c in t for t in self.twins)]
        for group in self.twins:
            tops = [self.tops[c] for c in group]
            found.append((min(tops) + max(tops)) / 2)
        return found


@dataclass(slots=True, kw_only=True)
class Bracket:
    """Two partners who do not stand side by side."""

    union: str
    left: tuple[str, float]
    right: tuple[str, float]
    track: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """Partners on different rows: a bracket below the upper one, then down and in at the side."""

    bracket: Bracket
    upper: str
    lower: str
    way: float  # the x at which it goes down
    place: float  # the x beside the lower partner, where their children's line begins


@dataclass(slots=True, kw_only=True)
class Wires:
    """Everything decided about lines except heights."""

    straight: list[tuple[str, str, str]] = field(default_factory=list)  # union, left, right
    brackets: dict[int, list[Bracket]] = field(default_factory=lambda: defaultdict(list))
    across: list[Across] = field(default_factory=list)
    bundles: dict[int, list[Bundle]] = field(default_factory=lambda: defaultdict(list))

    def room(self, row: int) -> float:
        """The height that the lines below a row need."""
        tracks = max((b.track + 1 for b in self.brackets[row]), default=0)
        bars = max((b.track + 1 for b in self.bundles[row]), default=0)
        return BRACKET * tracks + ABOVE_BARS + BAR * bars + BELOW_BARS


def plan_wires(
    kin: Kin, rows: Rows, goal: Objective, x: Mapping[str, float], measures: Measures
) -> Wires:
    """Decide sides, ports and tracks of all lines."""
    wires = Wires()
    at = {p: i for row in rows for i, p in enumerate(row)}
    taken: set[tuple[str, str]] = set()
    for union in kin.unions.values():
        if len(union.partners) == 2:
            _join(union, goal.level, at, x, taken, wires, measures)
    _ports(kin, goal, x, wires, measures)
    for row in sorted(wires.brackets):
        _bracket_tracks(wires.brackets[row])
    for upper, lower in sorted(goal.drops):
        found = _bundles(kin, goal, rows, at, x, (upper, lower), wires, measures)
        _child_ports(found)
        posts = [a.way for a in wires.across if goal.level[a.upper] <= upper < goal.level[a.lower]]
        posts += [port for b in wires.brackets[upper] for _, port in (b.left, b.right)]
        _part_drops(found, posts)
        _bar_tracks(found)
        wires.bundles[upper] = found
    return wires


def _join(
    union: Union,
    level: Mapping[str, int],
    at: Mapping[str, int],
    x: Mapping[str, float],
    taken: set[tuple[str, str]],
    wires: Wires,
    measures: Measures,
) -> None:
    a, b = sorted(union.partners, key=lambda p: (level[p], x[p]))
    if level[a] != level[b]:
        _join_across(union, a, b, level, x, wires, measures)
    elif at[b] == at[a] + 1 and (a, b) not in taken:
        taken.add((a, b))
        wires.straight.append((union.id, a, b))
    else:
        wires.brackets[level[a]].append(Bracket(union=union.id, left=(a, x[a]), right=(b, x[b])))


def _join_across(
    union: Union,
    upper: str,
    lower: str,
    level: Mapping[str, int],
    x: Mapping[str, float],
    wires: Wires,
    measures: Measures,
) -> None:
    beside = (measures.width + measures.gap) / 2
    place = x[lower] + (-beside if x[upper] < x[lower] else beside)
    between = [x[p] for p in x if level[upper] < level[p] < level[lower]]
    ways = [place, *(p + side * beside for p in between for side in (-1, 1))]
    free = [w for w in ways if all(abs(w - p) > beside - 1 for p in between)]
    way = min(free or [min(x.values()) - 2 * beside], key=lambda w: abs(w - place))
    ends = sorted(((upper, x[upper]), ("", way)), key=lambda end: end[1])
    bracket = Bracket(union=union.id, left=ends[0], right=ends[1])
    wires.brackets[level[upper]].append(bracket)
    wires.across.append(Across(bracket=bracket, upper=upper, lower=lower, way=way, place=place))


def _ports(
    kin: Kin, goal: Objective, x: Mapping[str, float], wires: Wires, measures: Measures
) -> None:
    """Give every line that leaves below a person a place of its own on the underside."""
    leaving: dict[str, list[tuple[float, Bracket | None]]] = defaultdict(list)
    for row in wires.brackets:
        for bracket in wires.brackets[row]:
            leaving[bracket.left[0]].append((bracket.right[1], bracket))
            leaving[bracket.right[0]].append((bracket.left[1], bracket))
    for person, lines in leaving.items():
        if not person:
            continue  # an end in the open
        alone = [u for u in kin.partnerships[person] if len(u.partners) == 1]
        lines += [(x[person], None)] * (2 if alone else 0)
        # Farther partners nearest the middle on each side: their brackets lie deeper.
        lines.sort(key=lambda e: (e[0] > x[person], -abs(e[0] - x[person]) * _side(e, x[person])))
        step = min(8.0, (measures.symbol - 6) / max(1, len(lines) - 1))
        for i, (_, found) in enumerate(lines):
            place = x[person] + (i - (len(lines) - 1) / 2) * step
            if found is None:
                continue
            if found.left[0] == person:
                found.left = (person, place)
            else:
                found.right = (person, place)


def _side(entry: tuple[float, Bracket | None], x: float) -> int:
    return 1 if entry[0] > x else -1


def _bracket_tracks(brackets: list[Bracket]) -> None:
    placed: list[Bracket] = []
    for b in sorted(brackets, key=lambda b: (b.right[1] - b.left[1], b.union)):
        while any(
            o.track == b.track
            and b.left[1] < o.right[1] + _CLEAR
            and o.left[1] < b.right[1] + _CLEAR
            for o in placed
        ):
            b.track += 1
        placed.append(b)


def _bundles(
    kin: Kin,
    goal: Objective,
    rows: Rows,
    at: Mapping[str, int],
    x: Mapping[str, float],
    pair: tuple[int, int],
    wires: Wires,
    measures: Measures,
) -> list[Bundle]:
    across = {a.bracket.union: a.place for a in wires.across}
    found = []
    for drop in goal.drops[pair]:
        over = drop_people(goal, drop, at, rows[pair[0]])
        middle = sum(x[p] for p in over) / len(over)
        if drop.union in across and not drop.partners[0].startswith(VIA):
            middle = across[drop.union]
        tops = {c: x[c] for c in drop.children}
        twins = _twins(kin, drop, x)
        if len(over) == 2:
            play = (abs(x[over[0]] - x[over[1]]) - measures.width) / 2 - _CLEAR
        else:
            play = 0.0 if over[0].startswith(VIA) else measures.symbol / 2 - _CLEAR
        found.append(Bundle(drop=drop, row=pair[0], x=middle, play=play, tops=tops, twins=twins))
    return found


def _child_ports(bundles: Sequence[Bundle]) -> None:
    """Two lines to one child (birth and adoptive parents) end side by side."""
    lines: dict[str, list[Bundle]] = defaultdict(list)
    for bundle in bundles:
        for child in bundle.tops:
            lines[child].append(bundle)
    for child, several in lines.items():
        several.sort(key=lambda b: (b.x, b.drop.union, b.drop.care))
        for i, bundle in enumerate(several):
            bundle.tops[child] += (i - (len(several) - 1) / 2) * 9.0


def _part_drops(bundles: Sequence[Bundle], posts: Sequence[float]) -> None:
    """Shift drops that would lie on another union's drop or riser."""
    done: list[Bundle] = []
    for bundle in bundles:
        if bundle.drop.partners[0].startswith(VIA):
            done.append(bundle)  # it arrives where it passed; the others give way

    def clashes(bundle: Bundle, x: float) -> int:
        others = [*posts, *(b.x for b in done)]
        others += [t for b in bundles if b is not bundle for t in b.arrivals]
        others += [t for t in bundle.arrivals if abs(t - x) > 0.5]
        return sum(abs(o - x) < _CLEAR for o in others)

    for bundle in bundles:
        if bundle in done:
            continue
        middle = bundle.x
        # Straight down to a child where one is that near; else the middle, or beside it.
        places = [t for t in bundle.arrivals if abs(t - middle) <= min(bundle.play, 9.0)]
        places += [middle + s for s in _PORTS if abs(s) <= bundle.play or not s]
        bundle.x = min((clashes(bundle, p), abs(p - middle), p) for p in places)[2]
        done.append(bundle)


def _bar_tracks(bundles: Sequence[Bundle]) -> None:
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
    return a.span[0] < b.span[1] + _CLEAR and b.span[0] < a.span[1] + _CLEAR


def _crossings(upper: Bundle, lower: Bundle) -> float:
    """Crossings with `upper`'s bar above `lower`'s; lines on top of one another count most."""
    low, high = upper.span
    count: float = low < lower.x < high
    low, high = lower.span
    count += sum(low < t < high for t in upper.arrivals)
    # The lower one's drop passes the upper one's bar, where an upper riser may stand.
    count += sum(100 for t in upper.arrivals if abs(t - lower.x) < _CLEAR)
    return count


def _twins(kin: Kin, drop: Drop, x: Mapping[str, float]) -> list[list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for child in () if drop.care else drop.children:
        if child in kin.people and kin.people[child].twin:
            groups[kin.people[child].twin].append(child)
    return [sorted(g, key=lambda c: x[c]) for _, g in sorted(groups.items()) if len(g) > 1]
