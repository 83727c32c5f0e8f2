"""Who stands half a box lower so that the line to a farther partner can pass above them.

[ ]-----------( )        a man with two partners on one side: the nearer one stands lower,
 |    ( )                and the line to the farther one runs straight, through nobody's box
 +-----+
"""

from __future__ import annotations

from collections.abc import Sequence

from genogram.kin import Kin, union_key
from genogram.model import Union
from genogram.placing.objective import Objective, Rows, circle_of

_MOST = 2  # people between two partners; beyond that a line below is easier to follow


def lowered(kin: Kin, rows: Rows, goal: Objective) -> frozenset[str]:
    """Partners of one of a couple who stand between the two, and whose own parents are not drawn.

    Nobody is both lowered and the end of a line that passes above somebody.
    """
    found: set[str] = set()
    ends: set[str] = set()
    taken: dict[int, list[tuple[int, int]]] = {}
    for union in sorted(kin.unions.values(), key=lambda u: union_key(kin, u)):
        stretch = _stretch(kin, union, rows, goal)
        if stretch is None:
            continue
        number, low, high = stretch
        row = rows[number]
        between = row[low + 1 : high]
        clear = all(high <= a or b <= low for a, b in taken.get(number, ()))
        if clear and not ends & set(between) and not found & set(union.partners):
            found |= set(between)
            ends |= set(union.partners)
            taken.setdefault(number, []).append((low, high))
    return frozenset(found)


def _stretch(kin: Kin, union: Union, rows: Rows, goal: Objective) -> tuple[int, int, int] | None:
    """The row and the two positions of partners who have only their other partners between them."""
    if len(union.partners) != 2:
        return None
    a, b = union.partners
    if goal.level[a] != goal.level[b]:
        return None
    row = rows[goal.level[a]]
    low, high = sorted((row.index(a), row.index(b)))
    between = row[low + 1 : high]
    if not 1 <= len(between) <= _MOST or not _may_stand_lower(kin, between, union.partners):
        return None
    return goal.level[a], low, high


def _may_stand_lower(kin: Kin, between: Sequence[str], partners: Sequence[str]) -> bool:
    circle = circle_of(kin, partners)
    return all(p in circle and not kin.raised[p] for p in between)
