"""Which row each person stands on: partners level, every child below its parents.

Where both cannot hold (a man marries his stepdaughter), children stay below their parents and
that one couple is drawn across rows. Total length of the lines of descent is the least possible.
"""

from __future__ import annotations

import itertools
import statistics
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Set

from genogram.circles import circles
from genogram.formats.relation_rows import rows_above
from genogram.kin import Kin, when_key

_LENGTH = 1000  # of a line by one row; one more for descent, which stays short before care does
_EXACT_UP_TO = 400  # groups; beyond that the exact tightening would take too long

Edges = Mapping[str, frozenset[str]]


def generations(kin: Kin) -> dict[str, int]:
    """Row by person id, the oldest generation on row 0."""
    group = _partners_level(kin)
    below = _below(kin, group)
    members = sorted({group[p] for p in kin.people})
    born = {
        (group[p], group[c])
        for u in kin.unions.values()
        for c in kin.descent(u.id)
        for p in u.partners
    }
    rows = _tighten(_push_down(members, below, _first_guess(members, below)), below, born)
    return _beside_their_age(kin, {p: rows[group[p]] for p in kin.people})


def _beside_their_age(kin: Kin, rows: dict[str, int]) -> dict[str, int]:
    """Whoever is tied to nobody of the family, and a friend with her own, stands in the row that
    the role says, or else in that of those nearest in age: of the household, or of all."""
    edges = [(p, k.child) for u in kin.unions.values() for p in u.partners for k in kin.links[u.id]]
    edges += [pair for u in kin.unions.values() for pair in itertools.pairwise(u.partners)]
    parts = sorted(_parts(rows, edges), key=lambda part: (-len(part), min(part)))
    there = parts[0] if parts and len(parts[0]) > 1 else set[str]()
    for part in parts[1:] if there else ():
        lower = [rows[n] - rows[p] for p in sorted(part) if (n := _nearest(kin, p, part, there))]
        told = [row - rows[p] for p in sorted(part) if (row := _by_role(kin, p, rows)) is not None]
        shift = statistics.median_low(told or lower or [0])
        for p in part:
            rows[p] += shift
        there |= part if len(part) > 1 else set()
    top = min(rows.values(), default=0)
    return {p: row - top for p, row in rows.items()}


def _by_role(kin: Kin, person: str, rows: Mapping[str, int]) -> int | None:
    """The row of somebody of whom the role tells it: a great-aunt of the child whom it is about."""
    children = [p.id for p in kin.family.persons if p.subject]
    above = rows_above(kin.people[person].role)
    if above is None or not children or kin.people[person].subject:
        return None
    return statistics.median_low(rows[c] for c in children) - above


def _nearest(kin: Kin, person: str, part: Set[str], there: Set[str]) -> str | None:
    """Who of those who stand already is nearest in age; nobody, where neither age nor a life
    without a family says anything."""
    if when_key(kin.people[person])[0] and len(part) > 1:
        return None
    homes = [set(h.people()) for h in kin.family.households]
    near = {m for home in homes if person in home for m in home & there}
    return min(sorted(near or there), key=lambda m: _years_apart(kin, person, m))


def _years_apart(kin: Kin, a: str, b: str) -> tuple[int, int]:
    """Days between two births; somebody of unknown age counts as a grown-up."""
    (unknown, mine), (other_unknown, other) = (when_key(kin.people[p]) for p in (a, b))
    if unknown or other_unknown:
        return (1, -len(kin.partnerships[b]))
    return (0, abs(mine - other))


def _partners_level(kin: Kin) -> dict[str, str]:
    """Group partners together, but never a person with someone above or below them."""
    leader = {p: p for p in kin.people}

    def find(p: str) -> str:
        while leader[p] != p:
            leader[p] = leader[leader[p]]
            p = leader[p]
        return p

    couples = [u.partners for u in kin.unions.values() if len(u.partners) == 2]
    for a, b in couples:
        leader[find(b)] = find(a)
    group = {p: find(p) for p in kin.people}
    tangled = _tangled(kin, group)
    if not tangled:
        return group
    leader = {p: p for p in kin.people}
    for a, b in couples:
        if group[a] not in tangled:
            leader[find(b)] = find(a)
    for a, b in couples:
        if group[a] in tangled and find(a) != find(b):
            kept = dict(leader)
            leader[find(b)] = find(a)
            now = {p: find(p) for p in kin.people}
            if _tangled(kin, now):
                leader = kept
    return {p: find(p) for p in kin.people}


def _tangled(kin: Kin, group: Mapping[str, str]) -> set[str]:
    """Groups that stand above themselves, by way of others or directly."""
    lines = [
        (group[p], group[link.child])
        for union in kin.unions.values()
        for link in kin.links[union.id]
        for p in union.partners
    ]
    return set().union(*circles(lines))


def _below(kin: Kin, group: Mapping[str, str]) -> Edges:
    """Groups directly below each group. Descent counts before care where a circle has to break."""
    below: dict[str, set[str]] = defaultdict(set)
    for wanted in (kin.descent, kin.cared_for):
        for union in kin.unions.values():
            for child in wanted(union.id):
                for partner in union.partners:
                    a, b = group[partner], group[child]
                    if a != b and b not in below[a] and not _reaches(below, b, a):
                        below[a].add(b)
    return {g: frozenset(b) for g, b in below.items()}


def _reaches(below: Mapping[str, Iterable[str]], start: str, goal: str) -> bool:
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        if here == goal:
            return True
        for there in below.get(here, ()):
            if there not in seen:
                seen.add(there)
                todo.append(there)
    return False


def _first_guess(members: Iterable[str], below: Edges) -> dict[str, int]:
    """One row down for a child, one up for a parent: right wherever generations are regular."""
    above: dict[str, list[str]] = defaultdict(list)
    for a, others in below.items():
        for b in others:
            above[b].append(a)
    rows: dict[str, int] = {}
    for start in members:
        if start in rows:
            continue
        rows[start] = 0
        part, todo = [start], deque([start])
        while todo:
            here = todo.popleft()
            near = [(n, 1) for n in sorted(below.get(here, ()))]
            near += [(n, -1) for n in sorted(above[here])]
            for there, step in near:
                if there not in rows:
                    rows[there] = rows[here] + step
                    part.append(there)
                    todo.append(there)
        top = min(rows[n] for n in part)
        for n in part:
            rows[n] -= top
    return rows


def _push_down(members: Iterable[str], below: Edges, rows: dict[str, int]) -> dict[str, int]:
    """Lower whoever does not stand below all their parents, until everybody does."""
    todo = deque(members)
    while todo:
        here = todo.popleft()
        for there in below.get(here, ()):
            if rows[there] <= rows[here]:
                rows[there] = rows[here] + 1
                todo.append(there)
    return rows


def _tighten(rows: dict[str, int], below: Edges, born: Set[tuple[str, str]]) -> dict[str, int]:
    """Shift whole sets of groups by one row while that shortens the lines; the optimum, by cuts."""
    edges = [(a, b) for a in sorted(below) for b in sorted(below[a])]
    if len(rows) > _EXACT_UP_TO or all(rows[b] - rows[a] == 1 for a, b in edges):
        return rows
    for step in (1, -1):
        while moved := _worth_moving(rows, edges, born, step):
            for n in moved:
                rows[n] += step
    for part in _parts(rows, edges):
        top = min(rows[n] for n in part)
        for n in part:
            rows[n] -= top
    return rows


def _parts(rows: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Those who are joined by whatever edges, set by set."""
    near: dict[str, set[str]] = defaultdict(set)
    for a, b in edges:
        near[a].add(b)
        near[b].add(a)
    parts, left = list[set[str]](), set(rows)
    while left:
        part, todo = set[str](), {min(left)}
        while todo:
            part |= todo
            todo = set().union(*(near[n] for n in todo)) - part
        parts.append(part)
        left -= part
    return parts


def _worth_moving(
    rows: Mapping[str, int],
    edges: Iterable[tuple[str, str]],
    born: Set[tuple[str, str]],
    step: int,
) -> set[str]:
    """The set whose shift by `step` shortens the lines most: a closure, found as a least cut."""
    import networkx as nx

    gain: dict[str, int] = defaultdict(int)
    graph = nx.DiGraph()
    for a, b in edges:
        # Moving a towards b shortens the line, moving b away lengthens it.
        first, second = (a, b) if step > 0 else (b, a)
        weight = _LENGTH + ((a, b) in born)
        gain[first] += weight
        gain[second] -= weight
        if rows[b] - rows[a] == 1:
            graph.add_edge(first, second)  # no capacity: if first moves, second must move too
    for n, worth in gain.items():
        if worth > 0:
            graph.add_edge("source of the cut", n, capacity=worth)
        elif worth < 0:
            graph.add_edge(n, "sink of the cut", capacity=-worth)
    graph.add_nodes_from(("source of the cut", "sink of the cut"))
    cut, (chosen, _) = nx.minimum_cut(graph, "source of the cut", "sink of the cut")
    worth = sum(w for w in gain.values() if w > 0)
    return set(chosen) - {"source of the cut"} if worth - cut > 0 else set()
