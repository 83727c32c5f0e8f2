"""The family workbook: people, and who is meant by a name or an id."""

from __future__ import annotations

from pathlib import Path

import pytest

import genogram
from chronology.findings import Unreadable
from genogram.formats.data import from_data
from genogram.model import LinkKind, Pregnancy, UnionKind
from genogram.undrawable import without_undrawable
from tests.genogram.familyworkbook import SHEETS, workbook


def test_a_family_workbook_is_read_whole(tmp_path: Path) -> None:
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", SHEETS))
    assert [p.name for p in family.persons] == ["Jo Sample", "Al Sample", "Sam Sample", "Baby"]
    assert family.persons[3].pregnancy is Pregnancy.UNBORN
    assert family.unions[0].kind is UnionKind.COHABITING
    assert [(k.child, k.union, k.kind) for k in family.parents] == [
        ("kid", "u1", LinkKind.BIRTH),
        ("bump", "u1", LinkKind.BIRTH),
        ("mum", "dad", LinkKind.STEP),
    ]
    assert family.households[0].address == "1 Sample Road"
    assert family.households[0].people() == ("mum", "kid")
    assert {f.code for f in findings} <= {"partner-is-parent", "date-approximate"}


def test_people_may_be_meant_by_their_first_names_without_accents_and_in_other_capitals(
    tmp_path: Path,
) -> None:
    people = [["mum", "Zoë Sample", "F"], ["kid", "Sam Sample-Jones", "M"]]
    sheets = {
        "People": [["ID no", "Name", "Sex"], *people],
        "Partnerships": [["Id", "Partner 1"], ["U1", "zoe sample"]],
        "Parents": [["Child", "Union"], ["Sam", "u1"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert [(k.child, k.union) for k in family.parents] == [("kid", "U1")]
    assert family.unions[0].partners == ("mum",)
    assert [f.row for f in findings if f.code == "person-by-name"] == [2, 2]
    told = [f.message for f in findings]
    assert "'Sam' was taken as the person with the id 'kid', Sam Sample-Jones." in told


def test_a_slip_in_a_name_is_left_out_with_its_row_and_the_name_that_may_be_meant(
    tmp_path: Path,
) -> None:
    homes = [SHEETS["Households"][0], ["Home 1", None, "Joe Sampel", None, None]]
    path = workbook(tmp_path / "family.xlsx", SHEETS | {"Households": homes})
    found = next(f for f in genogram.read(path)[1] if f.code == "person-unknown")
    assert (found.sheet, found.row) == ("Households", 2)
    assert "is 'Jo Sample' meant?" in found.message


def test_an_id_with_another_number_is_not_taken_for_a_slip() -> None:
    persons = [{"id": f"I001{n}", "name": f"Sam {n}"} for n in range(3)]
    unions = [{"id": "u", "partners": ["I0013", "I0010"]}]
    family, _ = from_data({"persons": persons, "unions": unions}, "family.json")
    (found,) = without_undrawable(family)[1]
    assert "who is not in the file; left out" in found.message


def test_of_many_who_are_called_alike_the_message_names_a_few() -> None:
    persons = [{"id": f"p{n}", "name": f"Sam Sample {n}"} for n in range(9)]
    unions = [{"id": "u", "partners": ["Sam", "p0"]}]
    family, _ = from_data({"persons": persons, "unions": unions}, "family.json")
    (found,) = without_undrawable(family)[1]
    assert "('p0' and 'p1' and 'p2' and 'p3' and 5 more)" in found.message


def test_a_name_that_begins_several_is_left_out_and_says_whose_ids_they_are(tmp_path: Path) -> None:
    sheets = SHEETS | {"Parents": [["Child", "Union"], ["S", "u1"]]}
    sheets["People"] = [*SHEETS["People"], ["s2", "S One"], ["s3", "S Two"]]
    found = genogram.read(workbook(tmp_path / "family.xlsx", sheets))[1]
    said = next(f for f in found if f.code == "person-unknown")
    assert "as several people are called ('s2' and 's3')" in said.message


def test_two_people_of_one_name_without_ids_are_both_kept(tmp_path: Path) -> None:
    people = [["Id", "Name", "Born"], [None, "Al Sample", "2014"], [None, "Al Sample", "1960"]]
    family, _ = genogram.read(workbook(tmp_path / "family.xlsx", {"People": people}))
    assert [p.name for p in family.persons] == ["Al Sample", "Al Sample"]


def test_the_message_on_a_name_of_two_gives_the_row_of_the_one_who_was_taken(
    tmp_path: Path,
) -> None:
    people = [["p1", "Tom Sample", "1955"], [None, "Tom Sample", "1985"], ["jo", "Jo", None]]
    sheets = {
        "People": [["Id", "Name", "Born"], *people],
        "Partnerships": [["Id", "Partner 1", "Partner 2"], ["u", "Tom Sample", "jo"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert family.unions[0].partners == ("Tom Sample", "jo")
    (told,) = [f.message for f in findings if f.code == "name-of-several"]
    assert (
        told == "'Tom Sample' is the name of several people; the one in People, row 3, was taken."
    )


def test_whoever_is_not_known_is_not_taken_for_the_unknown_father_of_another_child(
    tmp_path: Path,
) -> None:
    sheets = {
        "People": [["Id", "Name"], ["mum", "Jo Sample"], ["uf", "Unknown father of Kit"]],
        "Partnerships": [["Id", "Partner 1", "Partner 2"], ["u", "mum", "Unknown"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert family.unions[0].partners == ("mum",)
    assert "person-unknown" in {f.code for f in findings}


def test_of_two_columns_for_the_id_the_one_headed_id_has_it(tmp_path: Path) -> None:
    sheets = {
        "People": [["No", "Id", "Name"], ["1", "mum", "Jo Sample"], ["2", "kid", "Sam Sample"]],
        "Parents": [["Child", "Parents"], ["kid", "mum"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert [p.id for p in family.persons] == ["mum", "kid"]
    assert [(k.child, k.union) for k in family.parents] == [("kid", "mum")]
    assert "The column 'No' was not read" in next(f.message for f in findings)


def test_what_does_not_fit_in_time_is_told_with_the_row_where_it_stands(tmp_path: Path) -> None:
    stays = [*SHEETS["Households"], ["Home 2", None, "mum", "2020", "2015"]]
    sheets = SHEETS | {"Households": stays}
    findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))[1]
    found = next(f for f in findings if f.code == "dates-out-of-order")
    assert (found.sheet, found.row) == ("Households", 4)


def test_a_workbook_without_people_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no sheet of people"):
        genogram.read(workbook(tmp_path / "other.xlsx", {"Sheet1": [["Date", "Event"]]}))


def test_people_may_be_named_instead_of_called_by_id_where_only_one_has_the_name(
    tmp_path: Path,
) -> None:
    sheets = {
        "People": [["Id", "Name"], ["k", "Kit"], ["j", "Jo Sample"], ["p", "Pat"], ["q", "Pat"]],
        "Partnerships": [["Id", "Partner 1", "Partner 2"], ["u", "Jo Sample", "Pat"]],
        "Parents": [["Child", "Union"], ["KIT", "jo sample"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert {(k.child, k.union) for k in family.parents} == {("k", "j")}
    assert [u.partners for u in family.unions] == [("j",), ("j",)]
    codes = [f.code for f in findings]
    assert codes.count("person-by-name") == 3
    assert codes.count("person-unknown") == 1  # two are called Pat


def test_somebody_given_by_a_short_name_alone_keeps_it(tmp_path: Path) -> None:
    sheets = {
        "People": [["Name", "Role"], ["Jo", "Mother"], ["MP2", "Partner"]],
        "Partnerships": [["Id", "Partner 1", "Partner 2", "Kind"], ["u", "Jo", "MP2", "married"]],
    }
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert "Jo and MP2, married" in genogram.describe(family)
    assert "person-by-name" not in {f.code for f in findings}
