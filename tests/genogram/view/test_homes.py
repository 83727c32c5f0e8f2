"""Households are called Home 1, Home 2 ...: the subject child's first, in time order."""

from __future__ import annotations

from dataclasses import replace

from chronology.dates import parse_when
from genogram.model import Family, Household, Person, Residence
from genogram.view.homes import numbered

FAMILY = Family(
    persons=(Person(id="g"), Person(id="c", subject=True)),
    households=(
        Household(id="aunt", address="1 Aunt Road", members=(Residence(person="g"),)),
        Household(id="later", members=(Residence(person="c", start=parse_when("2020")),)),
        Household(id="first", members=(Residence(person="c", start=parse_when("2018")),)),
    ),
)


def labels(family: Family) -> dict[str, str]:
    return {h.id: h.label for h in family.households}


def test_the_subject_childs_homes_come_first_in_time_order() -> None:
    assert labels(numbered(FAMILY)) == {"first": "Home 1", "later": "Home 2", "aunt": "Home 3"}


def test_a_part_of_the_family_keeps_the_numbers() -> None:
    family = numbered(FAMILY)
    part = replace(family, households=family.households[:1])
    assert labels(numbered(part)) == {"aunt": "Home 3"}


def test_addresses_or_ids_only_where_asked_for() -> None:
    found = labels(numbered(FAMILY, addresses=True))
    assert found == {"aunt": "1 Aunt Road", "later": "later", "first": "first"}
