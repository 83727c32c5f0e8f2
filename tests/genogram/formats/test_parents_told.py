"""Whose child somebody is, told by a column, by a remark, or of a grown person's family."""

from __future__ import annotations

from pathlib import Path

import pytest

import genogram
from genogram.model import Pregnancy, UnionKind
from tests.genogram.compositiontables import PARENTS, family_of, read, ties
from tests.genogram.familyworkbook import workbook

KIT = ("Kit", "Al + Jo", "birth")
REMARKS = [
    (
        ("Dan: Mother's husband", "Pip: Half-brother (Mum & Dan)"),
        {KIT, ("Pip", "Dan + Jo", "birth")},
    ),
    (
        ("Fay: Father's partner", "Pip: Half-sister (father and Fay's daughter)"),
        {KIT, ("Pip", "Al + Fay", "birth")},
    ),
    (
        ("Dan: Mother's ex", "Pip: Half-sibling (father: Dan)"),
        {KIT, ("Pip", "Dan + Jo", "birth")},
    ),
    (
        ("Dan: Mother's ex", "Pip: Unborn (father believed to be Dan)"),
        {KIT, ("Pip", "Dan + Jo", "disputed")},
    ),
    (("Pip: Half-sibling through Jo",), {KIT, ("Pip", "Jo", "birth")}),
    (("Pip: Sister (father unknown)",), {KIT, ("Pip", "Jo", "birth")}),
    (("Pip: Brother (mum and dad separated)",), {KIT, ("Pip", "Al + Jo", "birth")}),
    (("Pip: Brother (father in prison)",), {KIT, ("Pip", "Al + Jo", "birth")}),
    (
        ("Sue: Jo's mother", "Gus: MGF", "Lou: Aunt (Jo's older sister)"),
        {KIT, ("Jo", "Gus + Sue", "birth"), ("Lou", "Gus + Sue", "birth")},
    ),
    (
        ("Sue: Maternal grandmother and special guardian",),
        {KIT, ("Jo", "Sue", "birth"), ("Kit", "Sue", "guardian")},
    ),
    (
        ("Ann: Adoptive mother", "Bob: Adoptive maternal grandfather"),
        {KIT, ("Kit", "Ann", "adopted"), ("Ann", "Bob", "birth")},
    ),
    (("Sue: Birth maternal grandmother",), {KIT, ("Jo", "Sue", "birth")}),
    (
        ("Sue: MGM/SGO holder", "Gus: MGF - SGO"),
        {KIT, ("Jo", "Gus + Sue", "birth"), ("Kit", "Gus + Sue", "guardian")},
    ),
    (
        ("Ann: Adoptive mother", "Rae: Adopted sister (not birth related)"),
        {KIT, ("Kit", "Ann", "adopted"), ("Rae", "Ann", "adopted")},
    ),
    (
        (
            "Fay: Foster carer",
            "Bo: Other foster child in placement",
            "Cy: Foster carer's birth son",
        ),
        {
            KIT,
            ("Kit", "Fay", "foster"),
            ("Bo", "Fay", "foster"),
            ("Cy", "Fay", "birth"),
        },
    ),
    (("Fay: Foster carer", "Rae: Adopted brother"), {KIT, ("Kit", "Fay", "foster")}),
    (("Bo: Previous child of mother, adopted 2022",), {KIT, ("Bo", "Jo", "birth")}),
    (
        ("Sam: Possible father of Kit",),
        {KIT, ("Kit", "Jo + Sam", "disputed")},
    ),
    (("Pip: Half sister on dads side",), {KIT, ("Pip", "Al", "birth")}),
    (
        ("Fay: Stepmother", "Pip: Half-brother"),
        {KIT, ("Kit", "Al + Fay", "step"), ("Pip", "Al", "birth")},
    ),
    (
        ("Fay: Stepmother", "Dan: Mum's boyfriend", "Pip: Half-brother"),
        {KIT, ("Kit", "Al + Fay", "step"), ("Pip", "Jo", "birth")},
    ),
    (("Pip: Half-sister (father Al)",), {KIT, ("Pip", "Al", "birth")}),
    (("Pip: Half-sister (mother Jo)",), {KIT, ("Pip", "Jo", "birth")}),
    (("Dan Ash: Mum's ex", "Pip: Half-sister (dad Dan Pike)"), {KIT, ("Pip", "Jo", "birth")}),
    (("Pip: Sister (Jo and Kit visit weekly)",), {KIT, ("Pip", "Al + Jo", "birth")}),
    (
        ("Pip: Sister", "Ned: Brother (Kit and Pip are twins)"),
        {KIT, ("Pip", "Al + Jo", "birth"), ("Ned", "Al + Jo", "birth")},
    ),
    (
        ("Sue: MGM", "Gus: MGF", "Pip: Sister (Sue & Gus)"),
        {KIT, ("Jo", "Gus + Sue", "birth"), ("Pip", "Al + Jo", "birth")},
    ),
    (
        ("Pip: Sister", "Dan: Father of both siblings"),
        {KIT, ("Pip", "Al + Jo", "birth")},
    ),
    (
        ("Pip: Sister", "Dan: Mum's partner (father of the boys)"),
        {KIT, ("Pip", "Al + Jo", "birth")},
    ),
    (
        (
            "Pip: Half-brother (twin)",
            "Ned: Half-brother (twin)",
            "Dan: Mum's partner (father of the twins)",
        ),
        {KIT, ("Pip", "Dan + Jo", "birth"), ("Ned", "Dan + Jo", "birth")},
    ),
    (("Sam: Sperm donor",), {KIT, ("Kit", "Jo + Sam", "birth")}),
]


@pytest.mark.parametrize(("more", "expected"), REMARKS, ids=[", ".join(m) for m, _ in REMARKS])
def test_parents_named_in_a_remark_are_the_parents(
    tmp_path: Path, more: tuple[str, ...], expected: set[tuple[str, str, str]]
) -> None:
    family, _ = family_of(tmp_path, *PARENTS, *more)
    assert ties(family) == expected


def test_of_a_victims_family_a_son_is_a_child_and_no_brother(tmp_path: Path) -> None:
    told = "May: Victim", "Ron: Husband", "Stan: Son (perpetrator)", "Dot: Sister"
    rows = [["Name", "Relationship to victim"], *(line.split(": ") for line in told)]
    family, findings = read(tmp_path, rows)
    assert [p.name for p in family.persons if p.subject] == ["May"]
    assert ("Stan", "May + Ron", "birth") in ties(family)
    assert ("Dot", "Unknown parent", "birth") in ties(family)
    assert [f.code for f in findings].count("relation-assumed") == 2


@pytest.mark.parametrize(
    "people",
    [
        ("Jo: Mother", "Kit: Victim", "Sam: Son"),
        ("Kit: Subject child", "Ann: Foster carer", "Bob: Husband", "Sam: Son"),
        ("Kit: Subject child", "Jo: Mother", "Dan: Husband", "Sam: Daughter"),
    ],
)
def test_of_a_childs_family_a_son_is_no_child_of_the_child(
    tmp_path: Path, people: tuple[str, ...]
) -> None:
    family, _ = family_of(tmp_path, *people)
    assert not any("Kit" in u.partners for u in family.unions)


def test_of_a_victim_who_is_too_young_a_son_is_no_child(tmp_path: Path) -> None:
    rows = [["Name", "Relationship to victim", "DOB"], ["Jo", "Mother", "1990"],
            ["Kit", "Victim", "2018"], ["Sam", "Son", "2016"]]  # fmt: skip
    assert ties(read(tmp_path, rows)[0]) == {("Kit", "Jo", "birth"), ("Sam", "Jo", "birth")}


def test_that_a_son_is_the_victims_is_said(tmp_path: Path) -> None:
    family, found = family_of(tmp_path, "May: Victim", "Stan: Son")
    assert ties(family) == {("Stan", "May", "birth")}
    assert found["relation-assumed"] == 1


def test_the_father_of_the_twins_is_not_that_of_the_other_child(tmp_path: Path) -> None:
    children = ("Kit: Child 1", "Pip: Child 2 (twin)", "Ned: Child 3 (twin)")
    parents = ("Jo: Mother", "Al: Father of Kit", "Bo: Father of the twins")
    family, _ = family_of(tmp_path, *children, *parents)
    assert ties(family) == {KIT, ("Pip", "Bo + Jo", "birth"), ("Ned", "Bo + Jo", "birth")}


def test_a_mother_of_all_the_children_and_the_grandmother_of_some_are_tied(tmp_path: Path) -> None:
    children = ("Kit: Child 1", "Pip: Child 2", "Ned: Child 3")
    more = ("Jo: Mother of all three children", "Al: Father of Kit and Pip", "Bo: Father of Ned")
    family, _ = family_of(tmp_path, *children, *more, "Wyn: PGM of Kit and Pip")
    assert ties(family) == {KIT, ("Pip", "Al + Jo", "birth"), ("Ned", "Bo + Jo", "birth"),
                            ("Al", "Wyn", "birth")}  # fmt: skip


def test_an_ex_husband_who_is_the_father_is_the_father(tmp_path: Path) -> None:
    more = "Al: Mother's ex-husband, father of the children"
    family, _ = family_of(tmp_path, "Kit: Subject child", "Jo: Mother", more)
    assert ties(family) == {KIT}
    assert [u.kind for u in family.unions] == [UnionKind.SEPARATED]


def test_two_people_in_one_word_are_left_open_and_a_word_of_another_language_is_not(
    tmp_path: Path,
) -> None:
    family, found = family_of(
        tmp_path,
        *("Kit: Child subject", "Jo: Matka / Mother", "Lee: Aunt/Uncle", "Sue: MGM/PGM"),
        *("Ned: Brother/Half-brother", "Pip: Sister/Cousin"),
    )
    assert ties(family) == {("Kit", "Jo", "birth")}
    assert [p.name for p in family.persons if p.subject] == ["Kit"]
    assert found["relation-left-open"] == 4


def test_the_years_of_a_partner_are_no_part_of_the_word(tmp_path: Path) -> None:
    more = ("Dan: Mother's partner 2016 - 2018", "Bo: Mum's partner at the time of the incident")
    family, _ = family_of(tmp_path, *PARENTS, *more)
    couples = {tuple(p.casefold() for p in u.partners) for u in family.unions}
    assert couples == {("jo", "al"), ("jo", "dan"), ("jo", "bo")}


def test_what_stands_after_a_year_is_not_passed_over(tmp_path: Path) -> None:
    more = ("Dan: Mother's partner 2012 father of Pip", "Pip: Brother 2013 father Dan")
    _, found = family_of(tmp_path, *PARENTS, *more)
    assert found["relation-left-open"] == 2
    still = ("Dan: Mother's partner 2016 to present", "Bo: Mum's partner 2012 - March 2015")
    _, found = family_of(tmp_path, *PARENTS, *still)
    assert not found["relation-left-open"]


def test_the_father_of_nobody_in_the_table_is_no_grandfather(tmp_path: Path) -> None:
    people = ("Kit: Subject child", "Al: Father", "Una: Maternal aunt", "Bo: Father of Zed")
    family, found = family_of(tmp_path, *people)
    assert ties(family) == {("Kit", "Al", "birth")}
    assert found["relation-left-open"] == 2


def test_twins_and_triplets_are_read_from_remarks(tmp_path: Path) -> None:
    twins = ("Kit: Subject child (twin 1)", "Pip: Subject child (twin 2)", "Jo: Mother")
    family, _ = family_of(tmp_path, *twins, *(f"{n}: Sibling, triplet" for n in ("A", "B", "C")))
    groups = {p.name: p.twin for p in family.persons}
    assert groups["Kit"] == groups["Pip"] != groups["A"] == groups["B"] == groups["C"] != ""
    assert not groups["Jo"]


def test_a_miscarriage_at_some_weeks_is_one(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, *PARENTS, "Baby: Miscarriage at 11 weeks")
    assert [p.pregnancy for p in family.persons if p.name == "Baby"] == [Pregnancy.MISCARRIAGE]


def test_a_professional_is_named_and_not_drawn(tmp_path: Path) -> None:
    more = (
        "Ms Orme: Social worker",
        "Ed: Children's guardian",
        "Sue: Support worker (mum's sister)",
    )
    family, found = family_of(tmp_path, *PARENTS, *more)
    assert {p.name for p in family.persons} == {"Kit", "Jo", "Al", "Sue", "Unknown parent"}
    assert found["family-row-professional"] == 2


def test_who_is_a_friend_kin_or_in_the_home_besides_is_drawn(tmp_path: Path) -> None:
    more = (
        "Bo: Family friend / teacher",
        "Lu: Support worker, mother's cousin",
        "Pat: Paternal GP",
        "Meg: Teacher (lives with the family)",
        "Sister Crane: Family friend",
        "Fay: Foster carer / social worker",
        "Fy: Key worker (former teacher)",
    )
    family, found = family_of(tmp_path, *PARENTS, *more)
    drawn = {"Bo", "Lu", "Pat", "Meg", "Sister Crane", "Fay"}
    assert {p.name for p in family.persons} == {"Kit", "Jo", "Al"} | drawn
    assert found["family-row-professional"] == 1


COLUMNS = [
    ["Name", "DOB", "Sex", "Mother", "Father", "Address"],
    ["Kit", "03/03/2018", "F", "Jo Sample", "Al (in prison)", "1 Sample Road"],
    ["Pip", "2021", "M", "Jo", "Not known", "1 Sample Road"],
    ["Ned", "2022", "M", "Jo Sample", "Cy Sample?", "1 Sample Road"],
    ["Jo Sample", "1994", "F", "Sue Sample", "", "1 Sample Road"],
    ["Al", "", "M", "", "", ""],
]
TOLD = {
    ("Kit", "Al + Jo Sample", "birth"),
    ("Pip", "Jo Sample", "birth"),
    ("Ned", "Cy Sample + Jo Sample", "disputed"),
    ("Jo Sample", "Sue Sample", "birth"),
}


def test_columns_mother_and_father_tell_the_parents_and_add_who_has_no_row(tmp_path: Path) -> None:
    family, findings = read(tmp_path, COLUMNS)
    assert ties(family) == TOLD
    assert [f.code for f in findings].count("parent-without-row") == 2
    assert [h.address for h in family.households] == ["1 Sample Road"]


def test_a_child_who_is_called_like_the_father_is_not_the_father(tmp_path: Path) -> None:
    rows = [["Name", "DOB", "Mother", "Father"], ["Ben Ash", "2015", "Jo", "Ben Ash"],
            ["Kit", "2018", "Jo", "Ben Ash"]]  # fmt: skip
    family, _ = read(tmp_path, rows)
    (father,) = [p for p in family.persons if p.name == "Ben Ash" and not p.born]
    assert [u.partners for u in family.unions] == [("Jo", father.id)]
    assert len(family.persons) == 4
    undated = [["Name", "Address", *rows[0][2:]], ["Kit", "1 Sample Road", "Jo", "Ben Ash"],
               ["Ben Ash", "1 Sample Road", "Jo", "Ben Ash"]]  # fmt: skip
    family, findings = read(tmp_path, undated)
    assert ("Kit", "Jo", "birth") in ties(family)
    assert "relation-left-open" in [f.code for f in findings]


def test_words_that_name_nobody_make_no_parent(tmp_path: Path) -> None:
    rows = [["Name", "DOB", "Mother", "Father"], ["Kit", "2018", "Jo", "Not involved"],
            ["Pip", "2019", "Jo", "Same as Kit"], ["Ned", "2020", "Jo", "x"]]  # fmt: skip
    family, findings = read(tmp_path, rows)
    assert {p.name for p in family.persons} == {"Kit", "Pip", "Ned", "Jo"}
    assert [f.code for f in findings].count("relation-left-open") == 3


def test_as_above_in_such_a_column_is_the_row_above(tmp_path: Path) -> None:
    rows = [["Name", "DOB", "Mother"], ["Kit", "2018", "Jo"], ["Pip", "2019", "As above"],
            ["Ned", "2020", "Deceased"], ["Jo", "1990", ""]]  # fmt: skip
    family, _ = read(tmp_path, rows)
    assert ties(family) == {("Kit", "Jo", "birth"), ("Pip", "Jo", "birth")}
    assert len(family.persons) == 4


def test_the_homes_of_a_workbook_are_read_where_its_people_tell_the_parents(tmp_path: Path) -> None:
    sheets = {
        "People": [["Name", "Born", "Mother"], ["Kit", "2018", "Jo"], ["Jo", "1990", None]],
        "Households": [["Household", "Person", "From"], ["Home", "Kit", "2019"]],
    }
    family, _ = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    assert ties(family) == {("Kit", "Jo", "birth")}
    assert [h.members[0].start is not None for h in family.households] == [True]


def test_they_are_read_beside_relationships_and_in_the_family_workbook_too(tmp_path: Path) -> None:
    relations = ["Relationship", "Subject child", "Sister", "Brother", "Mother", "Father"]
    related = [[*row, said] for row, said in zip(COLUMNS, relations, strict=True)]
    assert ties(read(tmp_path, related)[0]) == TOLD
    people = [["Id", *COLUMNS[0]], *([f"p{n}", *row] for n, row in enumerate(COLUMNS[1:], 1))]
    parents = [["Child", "Union", "Kind"], ["Pip", "Al", "birth"], ["Ned", "Al", "foster"]]
    family, _ = genogram.read(
        workbook(tmp_path / "family.xlsx", {"People": people, "Parents": parents})
    )
    assert ties(family) == (TOLD - {("Pip", "Jo Sample", "birth")}) | {
        ("Pip", "Al", "birth"),
        ("Ned", "Al", "foster"),
    }
