"""Initials or roles instead of names, wherever a drawing speaks of people."""

from __future__ import annotations

import pytest

from genogram.model import Family, LegalStatus, Person, Pregnancy, Relationship, RelationshipKind
from genogram.view.naming import Names, as_shown

FAMILY = Family(
    persons=(
        Person(id="a", name="Ann May Example", role="Mother of Bob"),
        Person(
            id="b",
            name="Bob Example",
            subject=True,
            legal=(LegalStatus(status="Placed with Ann", reference="order of 3 May 2020"),),
        ),
        Person(id="c", name="Cleo O'Brien-Example", role="Ann's friend"),
        Person(id="u", name="Unknown father", role="Father of Bob"),
        Person(id="x", name="Unborn baby", pregnancy=Pregnancy.UNBORN, role="Unborn sibling"),
    ),
    relationships=(
        Relationship(
            source="a",
            target="b",
            kind=RelationshipKind.CLOSE,
            reference="Bob Example told Cleo's mother in May 2021",
        ),
    ),
)


def shown(names: Names) -> dict[str, str]:
    return {p.id: p.name for p in as_shown(FAMILY, names).persons}


def test_roles_hold_no_names_either() -> None:
    assert shown(Names.ROLES) == {
        "a": "Mother of B",
        "b": "Subject child",
        "c": "A's friend",
        "u": "Unknown father",
        "x": "Unborn sibling",
    }


@pytest.mark.parametrize("names", [Names.ROLES, Names.INITIALS])
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ('Unknown male "Spider"', 'Unknown male "S"'),
        ("Unknown (possibly Darren Sample)", "Unknown (possibly D S)"),
        ("Unknown Father of Zach", "Unknown Father of Z"),
        ("Unknown MGF", "Unknown MGF"),
        ("Not Known", "Not Known"),
        ('unknown male "spider"', 'unknown male "s"'),
        ("unknown man known as kyle", "unknown man known as k"),
        ("UNKNOWN MALE LEE", "UNKNOWN MALE L"),
        ("Spider (surname unknown)", "S (surname unknown)"),
        ("Unknown stepfather's ex-partner", "Unknown stepfather's ex-partner"),
    ],
)
def test_who_is_not_known_keeps_no_nickname_and_no_name_of_anybody_else(
    names: Names, name: str, told: str
) -> None:
    family = Family(persons=(Person(id="u", name=name),))
    assert as_shown(family, names).persons[0].name == told


def test_a_nickname_or_a_lost_childs_first_name_is_no_word_of_what_is_said_either() -> None:
    family = Family(
        persons=(
            Person(
                id="u", name='Unknown male "Spider"', labels=("Grieved for Rose", "SPIDER left")
            ),
            Person(id="s", name="Rose Sample", pregnancy=Pregnancy.STILLBIRTH),
            Person(id="t", name="Termination", pregnancy=Pregnancy.TERMINATION),
        ),
    )
    shown = as_shown(family, Names.INITIALS).persons
    assert shown[0].labels == ("Grieved for R", "S left")


def test_initials_are_the_first_letters_of_the_name() -> None:
    assert shown(Names.INITIALS) == {
        "a": "AME",
        "b": "BE",
        "c": "CO",
        "u": "Unknown father",
        "x": "Ub",
    }


def test_people_alike_are_numbered_in_their_order() -> None:
    family = Family(persons=tuple(Person(id=f"p{n}", role="Sibling") for n in range(3)))
    assert [p.name for p in as_shown(family, Names.ROLES).persons] == [
        "Sibling 1",
        "Sibling 2",
        "Sibling 3",
    ]


def test_what_is_said_of_people_names_them_as_the_drawing_does_and_keeps_dates() -> None:
    told = as_shown(FAMILY, Names.INITIALS)
    (status,) = told.persons[1].legal
    assert (status.status, status.reference) == ("Placed with A", "order of 3 May 2020")
    assert told.relationships[0].reference == "BE told C's mother in May 2021"


@pytest.mark.parametrize("names", Names)
def test_a_family_renamed_once_stays_as_it_is(names: Names) -> None:
    once = as_shown(FAMILY, Names.ROLES)
    assert as_shown(once, names) == once


def test_names_as_they_are_leave_the_family_as_it_is() -> None:
    assert as_shown(FAMILY, Names.NAMES) is FAMILY


def test_who_has_no_name_but_mgm_keeps_it_as_a_role() -> None:
    family = Family(
        persons=(
            Person(id="MGM", name="MGM", role="MGM"),
            Person(id="k", name="Kit Sample", role="Child"),
            Person(id="x", name="Kit", role="Kit"),
        )
    )
    assert [p.name for p in as_shown(family, Names.ROLES).persons] == ["MGM", "Child", "K"]


def test_a_name_cut_short_is_kept_no_more_than_the_whole_one() -> None:
    family = Family(
        persons=(
            Person(id="r", name="Rafferty Quill", role="Subject child", subject=True),
            Person(id="c", name="Corey Vale", role="Father of Raff, seen 3 May 2020"),
        )
    )
    told = as_shown(family, Names.ROLES).persons
    assert told[1].name == "Father of R, seen 3 May 2020"
