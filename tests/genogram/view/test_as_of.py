"""The family on one day: born, alive, together and at home, as far as the record says."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.dates import When, parse_when
from genogram.model import (
    Family,
    Household,
    LegalStatus,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Relationship,
    RelationshipKind,
    Residence,
    Union,
    UnionKind,
)
from genogram.view.as_of import as_of


def on(text: str) -> When | None:
    return parse_when(text) if text else None


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def people(person: Person, when: str) -> list[Person]:
    return list(as_of(Family(persons=(person,)), day(when)).persons)


@pytest.mark.parametrize(
    ("born", "when", "there"),
    [
        ("5 May 2020", "2020-05-04", False),
        ("5 May 2020", "2020-05-05", True),
        ("2020", "2020-01-01", True),  # the record allows it
        ("2020", "2019-12-31", False),
        ("before 2020", "2000-01-01", True),
        ("", "1900-01-01", True),
    ],
)
def test_whoever_may_have_been_born_is_there(born: str, when: str, there: bool) -> None:
    assert bool(people(Person(id="p", born=on(born)), when)) is there


@pytest.mark.parametrize(("when", "there"), [("2024-04-27", False), ("2024-04-30", True)])
def test_an_unborn_child_is_there_nine_months_before_the_due_date(when: str, there: bool) -> None:
    baby = Person(id="b", born=on("3 Feb 2025"), pregnancy=Pregnancy.UNBORN)
    assert bool(people(baby, when)) is there


def test_a_death_after_the_day_has_not_happened() -> None:
    person = Person(id="p", died=on("5 May 2020"))
    assert people(person, "2020-05-04")[0].died is None
    assert people(person, "2020-05-05")[0].died == on("5 May 2020")


def test_a_loss_is_not_there_before_its_day() -> None:
    lost = Person(id="l", born=on("5 May 2020"), pregnancy=Pregnancy.STILLBIRTH)
    assert people(lost, "2020-05-04") == []
    assert people(lost, "2020-05-05") == [lost]


def union(when: str, *, start: str = "", end: str = "", kind: UnionKind, died: str = "") -> str:
    """How the union of two people stands on a day: its kind, or that it is not there."""
    family = Family(
        persons=(Person(id="a", died=on(died)), Person(id="b")),
        unions=(Union(id="u", partners=("a", "b"), kind=kind, start=on(start), end=on(end)),),
    )
    return next((u.kind.value for u in as_of(family, day(when)).unions), "not there")


@pytest.mark.parametrize(
    ("kind", "when", "stands"),
    [
        (UnionKind.MARRIED, "2009-12-31", "not there"),
        (UnionKind.MARRIED, "2012-01-01", "married"),
        (UnionKind.MARRIED, "2016-01-01", "separated"),
        (UnionKind.COHABITING, "2012-01-01", "cohabiting"),
        (UnionKind.COHABITING, "2016-01-01", "separated"),
        (UnionKind.DIVORCED, "2012-01-01", "married"),
        (UnionKind.DIVORCED, "2016-01-01", "divorced"),
        (UnionKind.SEPARATED, "2012-01-01", "unknown"),  # of what kind it was is not recorded
        (UnionKind.SEPARATED, "2016-01-01", "separated"),
        (UnionKind.BRIEF, "2016-01-01", "brief"),
    ],
)
def test_a_partnership_stands_as_it_was_that_day(kind: UnionKind, when: str, stands: str) -> None:
    assert union(when, start="2010", end="1 May 2015", kind=kind) == stands


def test_a_death_ends_a_marriage_without_a_separation() -> None:
    widowed = union("2016-01-01", end="1 May 2015", kind=UnionKind.MARRIED, died="1 May 2015")
    assert widowed == "married"
    later = union("2021-01-01", end="1 May 2015", kind=UnionKind.MARRIED, died="2020")
    assert later == "separated"


def test_parents_are_parents_even_before_their_partnership_is_said_to_begin() -> None:
    family = Family(
        persons=(Person(id="a"), Person(id="b"), Person(id="c", born=on("2010"))),
        unions=(Union(id="u", partners=("a", "b"), kind=UnionKind.MARRIED, start=on("2015")),),
        parents=(Parentage(child="c", union="u"),),
    )
    (before,) = as_of(family, day("2012-01-01")).unions
    assert (before.kind, before.start) == (UnionKind.UNKNOWN, None)
    assert as_of(family, day("2016-01-01")).unions == family.unions


@pytest.mark.parametrize(
    ("when", "home"),
    [
        ("2019-12-31", ()),
        ("2020-01-01", ("c",)),
        ("2020-06-30", ("c",)),  # whoever moves out on a day was there that day
        ("2020-07-01", ()),
        ("2021-05-01", ("c",)),  # and came back
    ],
)
def test_a_home_has_the_members_of_the_day(when: str, home: tuple[str, ...]) -> None:
    stays = (
        Residence(person="c", start=on("1 Jan 2020"), end=on("30 June 2020")),
        Residence(person="c", start=on("2021")),
    )
    family = Family(persons=(Person(id="c"),), households=(Household(id="h", members=stays),))
    found = [h.people() for h in as_of(family, day(when)).households]
    assert found == ([home] if home else [])


def test_the_dead_live_nowhere_but_stay_in_the_family() -> None:
    family = Family(
        persons=(Person(id="c", died=on("5 May 2020")),),
        households=(Household(id="h", members=(Residence(person="c"),)),),
    )
    assert as_of(family, day("2020-05-05")).households != ()
    after = as_of(family, day("2020-05-06"))
    assert (after.households, len(after.persons)) == ((), 1)


def test_placements_legal_statuses_and_relationships_hold_for_their_time() -> None:
    family = Family(
        persons=(
            Person(
                id="c",
                legal=(LegalStatus(status="Care order", start=on("2020"), end=on("2021")),),
            ),
            Person(id="k"),
        ),
        unions=(Union(id="u", partners=("k",)),),
        parents=(
            Parentage(child="c", union="u", kind=LinkKind.FOSTER, start=on("2020"), end=on("2021")),
        ),
        relationships=(
            Relationship(
                source="k",
                target="c",
                kind=RelationshipKind.CLOSE,
                start=on("2020"),
                end=on("2021"),
            ),
        ),
    )
    held = [
        (len(f.parents), len(f.persons[0].legal), len(f.relationships))
        for f in (as_of(family, day(d)) for d in ("2019-12-31", "2020-01-01", "2021-12-31"))
    ]
    assert held == [(0, 0, 0), (1, 1, 1), (1, 1, 1)]
    assert as_of(family, day("2022-01-01")).parents == ()
