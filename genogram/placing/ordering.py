"""The order of people within their rows: a good first order, then improvement within an effort.

The first order walks the family from its eldest couples down, as a person would draw it. The
improvement moves people, runs of people and whole branches while that lowers the objective.
Effort is counted in trials, never in seconds, so the same family always gets the same drawing.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence, Set

from genogram.kin import Kin, union_key, when_key
from genogram.placing.objective import VIA, Objective, Rows
from genogram.placing.search import Branch, Search

_SMALL, _LARGE = 70, 250  # people up to whom the search begins again, twice and once, from its best
_TRIALS = 40_000  # of one run for 100 people: about a second
_FEWEST = 5_000.0  # however few people: a small drawing is looked at most closely


def order_rows(kin: Kin, goal: Objective, effort: int = 100) -> Rows:
    """People by row, left to right. `effort` 100 is the usual; 0 gives the first order."""
    level = goal.level
    starts = [_with_vias(goal, _walk(kin, level, h)) for h in _starting_points(kin, level)]
    rows = min(starts, key=goal.cost)
    if effort <= 0:
        return rows
    trials = _usual(len(kin.people)) * effort / 100
    branches, siblings = _branches(kin)
    best, least = rows, goal.cost(rows)
    runs = 1 + (len(kin.people) <= _LARGE) + (len(kin.people) <= _SMALL)
    for seed in range(runs):  # each begins warm again, from the best that was found
        found = Search(goal, best, branches, siblings, int(trials), seed).run()
        if (cost := goal.cost(found)) < least - 1e-9:
            best, least = found, cost
        if least < 1e-6:
            break
    return best


def _usual(people: int) -> float:
    """Trials of one run: more for larger families, but within seconds."""
    if people > _LARGE:
        return _usual(_LARGE) * _LARGE / people
    return max(_FEWEST, _TRIALS * math.pow(people / 100, 1.5 if people < 100 else 1.2))


def _starting_points(kin: Kin, level: Mapping[str, int]) -> list[list[str]]:
    """Orders in which to begin with the eldest: by descendants, by subject child, reversed."""
    heads = [p for p in kin.people if not kin.raised[p]]
    below = _descendants(kin)
    weight = {p: len(below[p]) for p in heads}
    by_size = sorted(heads, key=lambda p: (level[p], -weight[p], p))
    subject = {p for p in heads if any(kin.people[c].subject for c in below[p])}
    by_subject = sorted(heads, key=lambda p: (level[p], p not in subject, -weight[p], p))
    by_id = sorted(heads, key=lambda p: (level[p], p))
    return [by_size, by_subject, by_id, by_size[::-1], by_subject[::-1]]


def _descendants(kin: Kin) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}

    def below(person: str, path: frozenset[str]) -> frozenset[str]:
        if person not in found:
            children = {k.child for u in kin.partnerships[person] for k in kin.links[u.id]}
            deeper = (below(c, path | {c}) for c in sorted(children - path))
            found[person] = frozenset(children).union(*deeper)
        return found[person]

    for person in kin.people:
        below(person, frozenset({person}))
    return found


def _walk(kin: Kin, level: Mapping[str, int], heads: Sequence[str]) -> Rows:
    rows: Rows = [[] for _ in range(max((level[p] for p in kin.people), default=-1) + 1)]
    placed: set[str] = set()

    def place(person: str) -> None:
        todo: list[str | tuple[str, ...]] = [person]
        while todo:
            here = todo.pop()
            if isinstance(here, tuple):  # a sibship that stands with all below it
                todo += reversed(_elders_by_marriage(kin, here, placed))
            elif here not in placed:
                block = _chain(kin, here, placed)
                for p in block:
                    rows[level[p]].append(p)
                children = _children_of(kin, block)
                todo += [tuple(children), *reversed(children)]

    for head in heads:
        if all(not kin.raised[q] for q in _chain(kin, head, set(placed))):
            place(head)
    for person in sorted(kin.people, key=lambda p: (level[p], p)):
        place(person)
    return rows


def _with_vias(goal: Objective, rows: Rows) -> Rows:
    """Let long lines pass each row about where they arrive, as a first guess."""
    for upper, lower in sorted(goal.drops, reverse=True):
        for drop in goal.drops[upper, lower]:
            via = drop.partners[0]
            if via.startswith(VIA):
                below = rows[lower].index(drop.children[0]) / max(1, len(rows[lower]))
                rows[upper].insert(round(below * len(rows[upper])), via)
    return rows


def _children_of(kin: Kin, block: Sequence[str]) -> list[str]:
    children: dict[str, None] = {}
    for person in block:
        for union in sorted(kin.partnerships[person], key=lambda u: union_key(kin, u)):
            born = sorted(kin.descent(union.id), key=lambda c: (when_key(kin.people[c]), c))
            children |= dict.fromkeys(born)
    for person in block:
        for union in kin.partnerships[person]:
            children |= dict.fromkeys(kin.cared_for(union.id))
    return list(children)


def _elders_by_marriage(kin: Kin, siblings: Sequence[str], placed: Set[str]) -> list[str]:
    """The eldest who are not placed yet above the partners of these."""
    partners = (q for p in siblings for u in kin.partnerships[p] for q in u.partners)
    found: dict[str, None] = {}
    todo = [q for q in partners if q not in siblings]
    seen = set(todo)
    while todo:
        here = todo.pop(0)
        parents = [p for k in kin.raised[here] for p in kin.unions[k.union].partners]
        above = [p for p in parents if p not in placed]
        if here not in placed and not above:
            found[here] = None
        todo += [p for p in above if p not in seen]
        seen.update(above)
    return list(found)


def _chain(kin: Kin, person: str, placed: set[str]) -> list[str]:
    """Everybody tied to a person by partnerships, side by side; partners in time order."""
    block = [person]
    placed.add(person)
    todo = [(person, 0)]
    while todo:
        here, side = todo.pop(0)
        new = []
        for union in sorted(kin.partnerships[here], key=lambda u: union_key(kin, u)):
            for other in union.partners:
                if other not in placed:
                    placed.add(other)
                    new.append(other)
        at = block.index(here)
        left = new[: len(new) // 2] if side == 0 else (new if side < 0 else [])
        right = new[len(left) :]
        block[at : at + 1] = [*left, here, *right]
        todo += [(p, -1) for p in left] + [(p, 1) for p in right]
    return block


def _branches(kin: Kin) -> tuple[list[Branch], list[tuple[Branch, Branch]]]:
    """People that may move as one: a person, partners and all who descend; and pairs of siblings'.

    The two branches of a pair have nobody in common.
    """
    below = _descendants(kin)
    own: dict[str, Branch] = {}
    found: dict[Branch, None] = {}
    for person in kin.people:
        branch = {person, *below[person]}
        married = {q for p in branch for u in kin.partnerships[p] for q in u.partners}
        own[person] = frozenset(branch | married)
        found[own[person]] = None
        found[frozenset(branch)] = None
    pairs = {
        (own[a], own[b]): None
        for union in kin.unions.values()
        for a, b in itertools.combinations(kin.descent(union.id), 2)
        if not own[a] & own[b]
    }
    whole = len(kin.people)
    return [b for b in found if 1 < len(b) < whole], list(pairs)
