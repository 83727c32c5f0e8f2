"""What households are called: Home 1, Home 2 ...; an address may be a refuge."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from genogram.model import Family, Household
from genogram.placing.lettering import clean


def of_these(family: Family, people: Set[str]) -> tuple[Household, ...]:
    """The households with these people alone in them, and none that is then empty."""
    homes = (
        replace(h, members=tuple(m for m in h.members if m.person in people))
        for h in family.households
    )
    return tuple(h for h in homes if h.members)


def numbered(family: Family, *, addresses: bool = False) -> Family:
    """The family with a label for every household: the subject child's homes first, in time order.

    Number the whole family, before a day or a part is taken from it, so that Home 2 is the same
    home in every drawing. With `addresses` a home is called by its address. Labels given stay.
    """
    if all(h.label for h in family.households):
        return family
    subjects = {p.id for p in family.persons if p.subject}
    order = sorted(range(len(family.households)), key=lambda n: _rank(family, n, subjects))
    number = {n: place for place, n in enumerate(order, start=1)}
    return replace(
        family,
        households=tuple(
            replace(h, label=(addresses and clean(h.address or h.id)) or f"Home {number[n]}")
            for n, h in enumerate(family.households)
        ),
    )


def _rank(family: Family, n: int, subjects: set[str]) -> tuple[bool, int, int]:
    house: Household = family.households[n]
    stays = [m for m in house.members if m.person in subjects]
    begun = [m.start.sort_key()[1].toordinal() for m in stays if m.start and m.start.start]
    return (not stays, min(begun, default=0), n)
