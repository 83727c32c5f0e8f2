"""A drawing shows the least about everybody; the rest has to be asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from chronology.dates import parse_when
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
)
from genogram.view.cutting import around
from genogram.view.show_options import Show
from genogram.view.showing import is_allegation, left_out, shown

FAMILY = Family(
    persons=(
        Person(id="m", name="Mother", labels=("Care order 2001",)),
        Person(id="f", name="Father"),
        Person(id="c", name="Child", subject=True),
        Person(id="s", name="Still", pregnancy=Pregnancy.STILLBIRTH),
        Person(id="u", name="Unborn", pregnancy=Pregnancy.UNBORN),
    ),
    unions=(Union(id="u1", partners=("m", "f")), Union(id="u2", partners=("m",))),
    parents=(
        Parentage(child="c", union="u1"),
        Parentage(child="u", union="u1"),
        Parentage(child="s", union="u2"),
    ),
    relationships=(
        Relationship(source="f", target="m", kind=RelationshipKind.VIOLENCE, status="alleged"),
        Relationship(source="m", target="c", kind=RelationshipKind.CLOSE),
    ),
)


def test_without_asking_losses_relationships_and_legal_status_are_left_out() -> None:
    least = shown(FAMILY)
    assert [p.id for p in least.persons] == ["m", "f", "c", "u"]
    assert [p.labels for p in least.persons] == [()] * 4
    assert [u.id for u in least.unions] == ["u1"]
    assert least.relationships == ()


def test_what_is_asked_for_comes_back_whole() -> None:
    assert shown(FAMILY, list(Show)) == FAMILY


def test_an_alleged_tie_is_not_among_the_relationships() -> None:
    assert [r.kind for r in shown(FAMILY, [Show.RELATIONSHIPS]).relationships] == ["close"]
    assert [r.kind for r in shown(FAMILY, [Show.ALLEGATIONS]).relationships] == ["violence"]


@pytest.mark.parametrize(
    ("status", "open_still"),
    [
        ("", True),
        ("alleged by mother", True),
        ("not proven", True),
        ("unsubstantiated", True),
        ("recorded by police", True),
        ("convicted 2004", False),
        ("admitted", False),
        ("Finding of fact, 3 March 2011", False),
    ],
)
def test_violence_is_an_allegation_unless_its_status_settles_it(
    status: str, open_still: bool
) -> None:
    tie = Relationship(source="a", target="b", kind=RelationshipKind.VIOLENCE, status=status)
    assert is_allegation(tie) is open_still


def test_a_tie_of_another_kind_is_an_allegation_only_where_its_status_says_so() -> None:
    tie = Relationship(source="a", target="b", kind=RelationshipKind.CONFLICT)
    assert not is_allegation(tie)


def test_what_is_left_out_is_counted() -> None:
    assert left_out(FAMILY) == {
        Show.RELATIONSHIPS: 1,
        Show.ALLEGATIONS: 1,
        Show.LOSSES: 1,
        Show.LEGAL: 1,
    }
    assert left_out(FAMILY, list(Show)) == {}


def test_homes_are_numbered_and_a_loss_leaves_its_household() -> None:
    house = Household(
        id="h", address="4 Sample Way", members=(Residence(person="m"), Residence(person="s"))
    )
    family = Family(persons=FAMILY.persons, households=(house,))
    assert [(h.label, h.people()) for h in shown(family).households] == [("Home 1", ("m",))]
    assert [h.label for h in shown(family, addresses=True).households] == ["4 Sample Way"]


RECORDED = Family(
    persons=(
        Person(
            id="c",
            name="Child",
            legal=(
                LegalStatus(
                    status="Care order",
                    start=parse_when("3 March 2021"),
                    reference="order in the file",
                ),
                LegalStatus(status="Child protection plan", end=parse_when("2019")),
            ),
            ethnicity="White British",
            disability="Hearing loss",
        ),
        Person(id="k", name="Carer"),
    ),
    unions=(Union(id="u", partners=("k",)),),
    parents=(
        Parentage(
            child="c",
            union="u",
            kind=LinkKind.FOSTER,
            start=parse_when("2021"),
            responsibility="local authority",
        ),
    ),
)


@pytest.mark.parametrize(
    ("show", "words"),
    [
        (Show.LEGAL, ("Care order from 3 Mar 2021", "Child protection plan to 2019")),
        (Show.PLACEMENTS, ("Foster placement from 2021",)),
        (Show.RESPONSIBILITY, ("PR: local authority",)),
        (Show.ETHNICITY, ("Ethnicity: White British",)),
        (Show.DISABILITY, ("Disability: Hearing loss",)),
    ],
)
def test_each_detail_is_a_line_under_the_person_only_where_asked_for(
    show: Show, words: tuple[str, ...]
) -> None:
    child = shown(RECORDED, [show]).persons[0]
    assert child.labels == words
    assert (child.legal, child.ethnicity, child.disability) == ((), "", "")
    assert show in left_out(RECORDED)


def test_legal_status_stands_under_the_drawing_with_its_source() -> None:
    notes = shown(RECORDED, [Show.LEGAL]).notes
    assert notes[0] == ("c", "Care order from 3 Mar 2021; source: order in the file.")
    assert notes[1] == ("c", "Child protection plan to 2019; source not recorded.")


def test_on_a_day_only_the_legal_status_of_that_day_is_shown() -> None:
    child = shown(RECORDED, [Show.LEGAL], on=dt.date(2021, 6, 1)).persons[0]
    assert child.labels == ("Care order from 3 Mar 2021",)


def test_a_drawing_says_what_kinds_of_things_it_does_not_show() -> None:
    asked = [kind for kind in Show if kind not in (Show.LOSSES, Show.LEGAL)]
    assert shown(RECORDED, asked).notes[-1] == (
        "",
        "Not drawn, whether recorded or not: stillbirths, miscarriages, terminations, "
        "legal status.",
    )


def test_of_triplets_no_two_become_identical_because_the_third_is_not_drawn() -> None:
    kids = (
        Person(id="a", name="A", twin="t", identical=True),
        Person(id="b", name="B", twin="t"),
        Person(id="c", name="C", twin="t", identical=True, pregnancy=Pregnancy.STILLBIRTH),
    )
    family = Family(persons=kids)
    assert [p.identical for p in shown(family).persons] == [None, None]
    assert [p.identical for p in shown(family, [Show.LOSSES]).persons] == [True, None, True]
    assert [p.identical for p in around(family, "a").persons] == [None]


def test_two_pairs_under_one_word_keep_what_is_recorded_of_them() -> None:
    kids = [Person(id=f"k{n}", twin="yes", identical=n == 0 or None) for n in range(4)]
    assert shown(Family(persons=tuple(kids))).persons[0].identical is True


def test_an_age_in_place_of_a_birth_is_drawn_without_asking() -> None:
    jo = Person(
        id="jo", name="Jo", labels=("age as given: late 30s", "given under Born: 27", "HIV")
    )
    family = Family(persons=(jo,))
    assert shown(family).persons[0].labels == jo.labels[:2]
    assert left_out(family) == {Show.LEGAL: 1}
