"""Whose homes are outlined where somebody moved often: the last of each, and the others in words.

Outlines of four homes and more round one person cannot be told apart.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from genogram.model import Family, Household, Residence
from genogram.placing.labels import from_to

_MANY = 4  # homes of one person
_SAID = "Of people who moved, only the last home recorded is outlined; the earlier are told below."


def with_last_homes(family: Family) -> Family:
    """The family with the last home of everybody and a note of the earlier, where somebody had
    four or more; any day's homes can be drawn whole. Stays without an end all count as the last."""
    stays: dict[str, list[tuple[Household, Residence]]] = defaultdict(list)
    for house in family.households:
        for stay in house.members:
            stays[stay.person].append((house, stay))
    if all(len({house.id for house, _ in lived}) < _MANY for lived in stays.values()):
        return family
    earlier = {person: _earlier(lived) for person, lived in stays.items()}
    over = {(house.id, stay) for lived in earlier.values() for house, stay in lived}
    homes = (
        replace(h, members=tuple(m for m in h.members if (h.id, m) not in over))
        for h in family.households
    )
    notes = (
        (person, f"before in {', '.join(h.label + from_to(s.start, s.end) for h, s in lived)}.")
        for person, lived in earlier.items()
        if lived
    )
    return replace(
        family,
        households=tuple(h for h in homes if h.members),
        notes=(*family.notes, ("", _SAID), *notes),
    )


def _earlier(lived: list[tuple[Household, Residence]]) -> list[tuple[Household, Residence]]:
    """The stays that were over before the last; where all ended, the latest are the last."""
    ended = [(h, s) for h, s in lived if s.end and s.end.end]
    ended.sort(key=lambda one: _days(one[1]))
    last = _days(ended[-1][1])[0] if len(ended) == len(lived) else 0
    return [one for one in ended if _days(one[1])[0] != last]


def _days(stay: Residence) -> tuple[int, int]:
    end = stay.end.end.toordinal() if stay.end and stay.end.end else 0
    return end, stay.start.start.toordinal() if stay.start and stay.start.start else 0
