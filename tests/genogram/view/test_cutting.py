"""A part of a family round one person."""

from __future__ import annotations

from pathlib import Path

import pytest

import genogram
from chronology.findings import CaseweaveError
from genogram.kin import kin_of
from genogram.model import Family, Person
from genogram.view.cutting import find

FAMILY, _ = genogram.read(Path(__file__).parents[1] / "families" / "cousins.json")


def people(**how: int) -> set[str]:
    return {p.id for p in genogram.around(FAMILY, "g", **how).persons}


def test_one_generation_up_and_down_takes_parents_partner_and_children() -> None:
    assert people(up=1, down=1, side=0) == {"g", "c", "d", "h", "i", "j"}


def test_sideways_twice_takes_uncles_and_aunts_with_partners() -> None:
    assert {"e", "f", "j"} <= people(up=2, down=0, side=2)


def test_nobody_of_that_name_is_said_in_plain_words() -> None:
    with pytest.raises(CaseweaveError, match="Nobody in the family"):
        genogram.around(FAMILY, "nobody")


def test_a_surname_lists_those_who_bear_it() -> None:
    with pytest.raises(CaseweaveError, match=r"It stands in: .*\(id p3\); Anna Fenn \(id p5\)\."):
        find(kin_of(Family(persons=PEOPLE)), "fenn")


PEOPLE = tuple(
    Person(id=f"p{n}", name=name)
    for n, name in enumerate(
        ("Zo\u00eb Ashby", "ZOE ASHBY", "S\u00f8ren Fenn", "Ann O\u2019Brien", "Anna Fenn"), 1
    )
)


def found(words: str) -> str:
    return find(kin_of(Family(persons=PEOPLE)), words)


def test_accents_and_capitals_do_not_matter() -> None:
    assert found("soren fenn") == "p3"
    assert found("ann o'brien") == "p4"


def test_the_first_name_is_enough_where_only_one_begins_so() -> None:
    assert found("Soren") == "p3"
    assert found("Ann") == "p4"  # not Anna


def test_two_who_match_are_listed_for_choice() -> None:
    with pytest.raises(CaseweaveError, match=r"Zo\u00eb Ashby \(id p1\); ZOE ASHBY \(id p2\)"):
        found("Zoe Ashby")


def test_an_id_is_always_one_person() -> None:
    assert found("P2") == "p2"
