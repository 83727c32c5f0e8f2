"""The lines between symbols: partner lines, drops, sibling bars and risers, each on its own track.

Neighbouring partners are joined straight from symbol to symbol, and so are partners between whom
everybody stands lower; others by a bracket beneath the labels. From there one drop a union goes
down to its sibling bar, and a riser to each child.

      [ ]-----( )          neighbours, with a drop from the middle
       |   |   |
       +---|---+------     a bracket below, for a partner farther off
       ----+----           the sibling bar on a track that no other bar of this gap shares
       |       |           risers
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from genogram.model import LinkKind, Union
from genogram.placing.bundles import Bundle, bar_tracks, bundles_of, part
from genogram.placing.layout_parts import CLEAR
from genogram.placing.positions import Standing

BRACKET, BAR, ABOVE_BARS, BELOW_BARS = 9.0, 11.0, 12.0, 12.0
STALK = 15.0  # height of the fork of twins
LETTERS = 10.0  # height of a second row of letters, at lines to one child
_APART = 18.0  # brackets on one track: nearer, two broken lines would look like one


@dataclass(slots=True, kw_only=True)
class Bracket:
    """Two partners who do not stand side by side; an end without a person is a turn downwards."""

    union: str
    left: tuple[str, float]
    right: tuple[str, float]
    track: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Across:
    """Partners on different rows: a bracket below the upper one, down `way`, then to the lower one.

    It arrives at the lower one's side, from `place`, or else by a bracket below the lower row.
    """

    upper: str
    lower: str
    start: Bracket
    way: float
    place: float
    finish: Bracket | None = None


@dataclass(slots=True, kw_only=True)
class Tracks:
    """Everything decided about lines except heights."""

    straight: list[tuple[str, str, str]] = field(default_factory=list)  # union, left, right
    brackets: dict[int, list[Bracket]] = field(default_factory=lambda: defaultdict(list))
    across: list[Across] = field(default_factory=list)
    bundles: dict[int, list[Bundle]] = field(default_factory=lambda: defaultdict(list))
    sides: set[tuple[str, int]] = field(default_factory=set)  # of symbols at which lines end
    lettered: set[int] = field(default_factory=set)  # rows over a child with two letters or more

    def room(self, row: int) -> float:
        """The height that the lines below a row need."""
        tracks = max((b.track + 1 for b in self.brackets[row]), default=0)
        bars = max((b.track + 1 for b in self.bundles[row]), default=0)
        fork = STALK if any(b.twins for b in self.bundles[row]) else 0.0
        letters = LETTERS if row in self.lettered else 0.0
        return BRACKET * tracks + ABOVE_BARS + BAR * bars + BELOW_BARS + fork + letters


def plan_tracks(standing: Standing) -> Tracks:
    """Decide sides, ports and tracks of all lines."""
    tracks = Tracks()
    level = standing.goal.level
    couples = [u for u in standing.kin.unions.values() if len(u.partners) == 2]
    for union in couples:
        if level[union.partners[0]] == level[union.partners[1]]:
            _join(union, standing, tracks)
    for union in couples:
        if level[union.partners[0]] != level[union.partners[1]]:
            _join_across(union, standing, tracks)
    _ports(standing, tracks)
    for row in sorted(tracks.brackets):
        _bracket_tracks(tracks.brackets[row])
    places = {a.start.union: a.place for a in tracks.across}
    for upper, lower in sorted(standing.goal.drops):
        found = bundles_of(standing, (upper, lower), places)
        part(found, _posts(standing, tracks, upper))
        bar_tracks(found)
        tracks.bundles[upper] = found
        if max(_letters(standing, found).values(), default=0) > 1:
            tracks.lettered.add(upper)
    return tracks


def _letters(standing: Standing, bundles: Iterable[Bundle]) -> Counter[str]:
    """How many lines with a letter lead to each child: all but those of birth."""
    kinds = {(k.child, k.union): k.kind for ks in standing.kin.links.values() for k in ks}
    to = ((child, kinds.get((child, b.drop.union))) for b in bundles for child in b.tops)
    return Counter(child for child, kind in to if kind not in (None, LinkKind.BIRTH))


def _posts(standing: Standing, tracks: Tracks, row: int) -> list[float]:
    """Uprights of partner lines that run below a row."""
    level = standing.goal.level
    posts = [a.way for a in tracks.across if level[a.upper] <= row < level[a.lower]]
    posts += [a.place for a in tracks.across if level[a.lower] == row + 1]
    posts += [x for b in tracks.brackets[row] for p, x in (b.left, b.right) if p]
    return posts


def _join(union: Union, standing: Standing, tracks: Tracks) -> None:
    x = standing.x
    a, b = sorted(union.partners, key=lambda p: x[p])
    between = standing.row(a)[standing.at[a] + 1 : standing.at[b]]
    clear = all(p in standing.lowered for p in between)
    free = not {(a, 1), (b, -1)} & tracks.sides
    free &= max(standing.tall[a], standing.tall[b]) <= standing.measures.tallest
    if clear and free and not {a, b} & standing.lowered:
        tracks.sides |= {(a, 1), (b, -1)}
        tracks.straight.append((union.id, a, b))
    else:
        bracket = Bracket(union=union.id, left=(a, x[a]), right=(b, x[b]))
        tracks.brackets[standing.goal.level[a]].append(bracket)


def _join_across(union: Union, standing: Standing, tracks: Tracks) -> None:
    x, level = standing.x, standing.goal.level
    upper, lower = sorted(union.partners, key=lambda p: level[p])
    near = 1 if x[upper] > x[lower] else -1
    sides = [s for s in (near, -near) if (lower, s) not in tracks.sides]
    used = [p for a in tracks.across for p in (a.way, a.place)]
    used += [x[p] for p in x if standing.passes(p)]
    row = standing.row(lower)
    if sides and standing.tall[lower] <= standing.measures.tallest:
        tracks.sides.add((lower, sides[0]))
        place = _beside(lower, sides[0], standing)
        between = range(level[upper] + 1, level[lower])
    else:
        place = None
        between = range(level[upper] + 1, level[lower] + 1)
    wanted = x[lower] if place is None else place
    blocked = [p for n in between for p in standing.rows[n]]
    ways = [wanted] if place is not None else []
    ways += [_beside(p, side, standing) for p in [*blocked, *row] for side in (-1, 1)]
    way = _free_way(ways, wanted, blocked, used, standing)
    start = _bracket(union, upper, way, standing)
    tracks.brackets[level[upper]].append(start)
    finish = None
    if place is None:
        finish = _bracket(union, lower, way, standing)
        tracks.brackets[level[lower]].append(finish)
    tracks.across.append(
        Across(
            upper=upper,
            lower=lower,
            start=start,
            way=way,
            place=way if place is None else place,
            finish=finish,
        )
    )


def _beside(person: str, side: int, standing: Standing) -> float:
    """The middle of the room beside somebody."""
    n = standing.at[person] + side
    row = standing.row(person)
    gap = standing.free(person, row[n]) if 0 <= n < len(row) else standing.measures.gap * 2
    return standing.x[person] + side * (standing.width[person] + gap) / 2


def _free_way(
    ways: Iterable[float],
    wanted: float,
    blocked: Sequence[str],
    used: Sequence[float],
    standing: Standing,
) -> float:
    """The nearest way down that meets nobody's box and no other way; outside all as a last one."""
    x, width = standing.x, standing.width
    free = [
        w
        for w in dict.fromkeys(w + s for w in ways for s in (0.0, CLEAR, -CLEAR))
        if all(abs(w - x[p]) > width[p] / 2 + 1 for p in blocked)
        and all(abs(w - u) >= CLEAR for u in used)
    ]
    outside = min(x.values()) - 80.0 - CLEAR * len(used)
    return min(free or [outside], key=lambda w: (abs(w - wanted), w))


def _bracket(union: Union, person: str, way: float, standing: Standing) -> Bracket:
    ends = sorted(((person, standing.x[person]), ("", way)), key=lambda end: end[1])
    return Bracket(union=union.id, left=ends[0], right=ends[1])


def _ports(standing: Standing, tracks: Tracks) -> None:
    """Give every line that leaves below a person a place of its own on the underside."""
    x = standing.x
    leaving: dict[str, list[tuple[float, Bracket | None]]] = defaultdict(list)
    for row in tracks.brackets:
        for bracket in tracks.brackets[row]:
            leaving[bracket.left[0]].append((bracket.right[1], bracket))
            leaving[bracket.right[0]].append((bracket.left[1], bracket))
    leaving.pop("", None)  # ends in the open
    for person, lines in leaving.items():
        alone = [u for u in standing.kin.partnerships[person] if len(u.partners) == 1]
        lines += [(x[person], None)] * (2 * len(alone))
        # Farther partners nearest the middle on each side: their brackets lie deeper. What leaves
        # for a lone parent's children keeps the middle itself.
        lines.sort(key=lambda e: ((e[0] > x[person]) - (e[0] < x[person]), x[person] - e[0]))
        step = min(8.0, (standing.measures.symbol - 6) / max(1, len(lines) - 1))
        for i, (_, found) in enumerate(lines):
            place = x[person] + (i - (len(lines) - 1) / 2) * step
            if found is None:
                continue
            if found.left[0] == person:
                found.left = (person, place)
            else:
                found.right = (person, place)


def _bracket_tracks(brackets: list[Bracket]) -> None:
    placed: list[Bracket] = []
    for b in sorted(brackets, key=lambda b: (b.right[1] - b.left[1], b.union)):
        while any(
            o.track == b.track
            and b.left[1] < o.right[1] + _APART
            and o.left[1] < b.right[1] + _APART
            for o in placed
        ):
            b.track += 1
        placed.append(b)
