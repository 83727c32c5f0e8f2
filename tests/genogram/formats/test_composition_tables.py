"""The columns, titles and documents in which a family is told, and rows that are nobody."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

import genogram
from genogram.model import Pregnancy, Sex
from tests.genogram.compositiontables import HEADS, PARENTS, family_of, read, ties


def document(folder: Path, *tables: list[list[str]]) -> Path:
    made = Document()
    for rows in tables:
        table = made.add_table(rows=len(rows), cols=len(rows[0]))
        for row, words in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
    path = folder / "family.docx"
    made.save(str(path))
    return path


@pytest.mark.parametrize(
    ("status", "died", "kept"),
    [
        ("RIP 2019", "2019", []),
        ("Deceased", "date not recorded", []),
        ("died 3 May 2020", "3 May 2020", []),
        ("Care order; father deceased", None, ["Care order", "father deceased"]),
        ("Deceased father's estate 2019", None, ["Deceased father's estate 2019"]),
        ("Deprivation of liberty 2020", None, ["Deprivation of liberty 2020"]),
    ],
)
def test_a_death_that_is_all_a_status_says_is_a_death(
    tmp_path: Path, status: str, died: str | None, kept: list[str]
) -> None:
    rows = [["Kit", "Subject", "2015", "", ""], ["Al", "Father", "1985", "", status]]
    family, _ = read(tmp_path, [HEADS, *rows])
    al = family.persons[1]
    assert (al.died and al.died.text) == died
    assert [s.status for s in al.legal] == kept


def test_a_first_name_of_two_is_not_taken_for_the_childs(tmp_path: Path) -> None:
    people = ("Kit Sample: Subject", "Kit Sample Snr: Father", "Ada: Kit's mother")
    family, codes = family_of(tmp_path, *people)
    assert ties(family) == {("Kit Sample", "Kit Sample Snr", "birth")}
    assert codes["relation-left-open"] == 1


@pytest.mark.parametrize(
    ("told", "address", "home"),
    [
        ("Brother", "with MGM", ("Gran Sample", "Pip")),
        ("Brother", "lives with Mum", ("jo", "Pip")),
        ("Half-brother", "with Gran Sample", ("Gran Sample", "Pip")),
        ("Half-brother", "with dad", None),
        ("Brother", "with friends", None),
        ("Brother", "with his mother", None),
    ],
)
def test_whoever_lives_with_somebody_of_the_table_has_that_home(
    tmp_path: Path, told: str, address: str, home: tuple[str, ...] | None
) -> None:
    rows = [
        ["Pip", told, "", address, ""],
        ["Kit", "Subject", "", "", ""],
        ["Jo", "Mother", "", "1 Sample Road", ""],
        ["Al", "Father", "", "2 Sample Road", ""],
        ["Gran Sample", "MGM", "", "3 Sample Road", ""],
    ]
    family, findings = read(tmp_path, [HEADS, *rows])
    homes = [h.people() for h in family.households if "Pip" in h.people()]
    assert homes == ([home] if home else [])
    assert ("household-incomplete" in {f.code for f in findings}) is (home is None)


def test_an_unknown_parent_lives_nowhere(tmp_path: Path) -> None:
    rows = [["Kit", "Subject", "", "1 Sample Road", ""], ["Pip", "Sister", "", "1 Sample Road", ""]]
    family, _ = read(tmp_path, [HEADS, *rows])
    assert [h.people() for h in family.households] == [("Kit", "Pip")]


def test_more_columns_that_agencies_use(tmp_path: Path) -> None:
    heads = ["Forename", "Surname", "Relationship", "DOB", "Age", "Gender", "PR", "School"]
    rows = [
        ["Kit", "Sample", "Subject", "", "7", "Girl", "", "Harbour Primary"],
        ["Jo", "Sample", "Mother (deceased)", "1990", "31", "", "Yes", ""],
    ]
    family, findings = read(tmp_path, [heads, *rows])
    kit, jo = family.persons
    assert (kit.name, kit.sex, kit.labels) == ("Kit Sample", Sex.FEMALE, ("age as given: 7",))
    assert jo.died is not None
    assert family.parents[0].responsibility == "Jo Sample: Yes"
    told = next(f for f in findings if f.code == "family-column-not-read")
    assert "'School'" in told.message


def test_a_child_not_yet_born_and_twins(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, *PARENTS, "Pip: Twin sister", "Baby: Unborn baby")
    assert [p.twin for p in family.persons] == ["twins", "", "", "twins", ""]
    assert family.persons[-1].pregnancy is Pregnancy.UNBORN


def test_children_in_a_table_of_their_own_are_the_children_of_the_case(tmp_path: Path) -> None:
    path = document(
        tmp_path,
        [["Child's name", "DOB"], ["Kit Sample", "01/02/2015"], ["Pip Sample", "03/04/2017"]],
        [
            ["Name", "Relationship to child", "DOB"],
            ["Jo Sample", "Mother", "1990"],
            ["Kit Sample", "Subject", "1 Feb 2015"],
        ],
    )
    family, findings = genogram.read(path)
    assert [(p.name, p.subject) for p in family.persons] == [
        ("Kit Sample", True), ("Pip Sample", True), ("Jo Sample", False),
    ]  # fmt: skip
    assert ties(family) == {
        ("Kit Sample", "Jo Sample", "birth"), ("Pip Sample", "Jo Sample", "birth"),
    }  # fmt: skip
    assert [f.row for f in findings if f.code == "person-twice"] == [3]


def test_two_of_one_name_born_on_different_days_are_two(tmp_path: Path) -> None:
    rows = [["Kit", "Subject", "2015", "", ""], ["Al", "Father", "1980", "", ""]]
    rows.append(["Al", "Brother", "2012", "", ""])
    family, _ = read(tmp_path, [HEADS, *rows])
    assert [p.name for p in family.persons] == ["Kit", "Al", "Al"]
    assert len({p.id for p in family.persons}) == 3


def test_a_word_document_is_read_and_its_other_tables_are_named(tmp_path: Path) -> None:
    events = [["Date", "Event"], ["1 May 2020", "Visit"]]
    path = document(tmp_path, events, [HEADS[:2], ["Kit", "Subject"]])
    family, findings = genogram.read(path)
    assert [p.name for p in family.persons] == ["Kit"]
    assert any(f.code == "family-sheet-not-read" and "table 1" in f.message for f in findings)


def test_a_sheet_of_people_with_ids_is_no_composition(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "People"
    for row in (["Id", "Name", "Role", "Died"], ["k", "Kit", "Brother", "2020"]):
        book.active.append(row)
    book.save(tmp_path / "family.xlsx")
    family, _ = genogram.read(tmp_path / "family.xlsx")
    assert [(p.id, p.died and p.died.text) for p in family.persons] == [("k", "2020")]


@pytest.mark.parametrize(
    ("above", "heading", "name", "born"),
    [
        (
            "Name of child: Kit Sample   DOB: 01/02/2015",
            "Relationship to child",
            "Kit Sample",
            2015,
        ),
        ("Re: Kit Sample, 01 02 2015", "Relationship", "Kit Sample", None),
        ("Family of a child", "Relationship to Kit", "Kit", None),
        ("Re: the visit of 3 May", "Relationship to child", "Subject child", None),
        ("Family composition", "Relationship to subject child", "Subject child", None),
    ],
)
def test_a_child_without_a_row_is_named_by_a_title_or_a_heading(
    tmp_path: Path, above: str, heading: str, name: str, born: int | None
) -> None:
    rows = [
        [above, "", ""],
        ["Name", heading, "DOB"],
        ["Jo", "Mother", "1990"],
        ["Al", "Father", ""],
    ]
    family, findings = read(tmp_path, rows)
    child = next(p for p in family.persons if p.subject)
    assert child.name == name
    assert (child.born and child.born.start and child.born.start.year) == born
    assert ties(family) == {(name, "Al + Jo", "birth")}
    assert [f.code for f in findings].count("subject-without-row") == 1


def test_a_row_of_the_child_whom_the_heading_names_is_the_child(tmp_path: Path) -> None:
    rows = [["Name", "Relationship to Kit"], ["Kit Sample", "-"], ["Jo", "Mother"]]
    family, _ = read(tmp_path, rows)
    assert [(p.name, p.subject) for p in family.persons] == [("Kit Sample", True), ("Jo", False)]
    assert ties(family) == {("Kit Sample", "Jo", "birth")}


@pytest.mark.parametrize(
    "long", ["," * 30_000, "(" * 30_000, " from x to y" * 2_500, "a of " * 6_000]
)
def test_very_long_cells_are_read_at_once_and_kept(tmp_path: Path, long: str) -> None:
    begun = time.process_time()
    family, _ = read(
        tmp_path, [HEADS, ["Kit", "Subject", long, long, long], ["Jo", long, "", "", ""]]
    )
    assert time.process_time() - begun < 8
    assert [p.name for p in family.persons] == ["Kit", "Jo"]
    assert family.persons[1].role == long.strip()


@pytest.mark.parametrize("status", ["SGO to MGM 2018", "Care order to LA", "s20 from birth 2019"])
def test_to_somebody_is_no_end_of_a_legal_status(tmp_path: Path, status: str) -> None:
    family, _ = read(tmp_path, [HEADS, ["Kit", "Subject", "2015", "", status]])
    (kept,) = family.persons[0].legal
    assert (kept.status, kept.start, kept.end) == (status, None, None)


def test_children_who_are_numbered_are_all_subject_children(tmp_path: Path) -> None:
    people = (
        "Kit: Subject child 1",
        "Pip: Subject child 2",
        "Lou: Sibling (subject)",
        "Jo: Mother",
    )
    family, _ = family_of(tmp_path, *people)
    assert [(p.name, p.subject) for p in family.persons] == [
        ("Kit", True), ("Pip", True), ("Lou", True), ("Jo", False),
    ]  # fmt: skip
    assert ties(family) == {(child, "Jo", "birth") for child in ("Kit", "Pip", "Lou")}


@pytest.mark.parametrize(
    "age",
    [
        *("22 yrs", "3yrs", "20s", "late 30s", "aged 7", "6 months old", "30", "45ish", "40+"),
        *("aged about 40", "approx 7 years old", "30-35 yrs", "newborn"),
    ],
)
def test_an_age_in_the_column_for_the_birth_is_an_age(tmp_path: Path, age: str) -> None:
    heads = ["Name", "Relationship", "DOB / Age"]
    family, findings = read(
        tmp_path, [heads, ["Kit", "Subject", "1/2/2015"], ["Jo", "Mother", age]]
    )
    kit, jo = family.persons
    assert (str(kit.born and kit.born.start), jo.born) == ("2015-02-01", None)
    assert jo.labels == (f"age as given: {age}",)
    assert {f.code for f in findings} == {"subject-without-household"}


def test_a_bare_number_is_an_age_only_under_a_heading_that_says_age(tmp_path: Path) -> None:
    family, _ = read(tmp_path, [HEADS, ["Kit", "Subject", "2015", "", ""], ["Jo", "Mother", "85"]])
    assert family.persons[1].labels == ()


def test_a_heading_between_the_rows_is_nobody_and_is_named(tmp_path: Path) -> None:
    family, codes = family_of(tmp_path, *PARENTS, "Professionals: ", "Ann: HV", "Others: Lodger")
    assert [p.name for p in family.persons[3:]] == ["Ann", "Others"]
    assert codes["family-row-band"] == 1


def test_a_short_role_is_said_although_its_letters_stand_in_the_name(tmp_path: Path) -> None:
    family, _ = family_of(tmp_path, "Kit: Subject", "Kirsty Moore: Mo")
    assert "Kirsty Moore, female, Mo." in genogram.describe(family)


def test_people_called_by_codes_keep_them_in_the_drawing(tmp_path: Path) -> None:
    people = ("Child R: Subject child", "M: Mother", "MP2: Mother's partner", ": MGM")
    family, _ = family_of(tmp_path, *people)
    said = genogram.describe(family)
    assert "MP2, sex not known, Mother's partner." in said
    assert "M, female, Mother." in said
    assert "Unnamed MGM, female." in said
