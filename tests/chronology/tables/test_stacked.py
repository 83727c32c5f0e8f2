"""Tables below each other on one sheet, each read under its own headings."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from chronology import merge
from chronology.model import Chronology

REPAIRS = """Larkfold Homes
Repairs
Job no,Date raised,Priority,Description,Date completed
R1,03/01/2019,Urgent,Front door forced by police,03/01/2019
R2,14/01/2019,Routine,Hole in bedroom door,
"""
NOTES = """Date,Officer,Type of contact,Note,Child seen
04/01/2019,B Stroud,Visit,Followed up the door,No
11/02/2019,B Stroud,Visit,Repair signed off,Yes
"""


def read(folder: Path, text: str) -> Chronology:
    path = folder / "housing.csv"
    path.write_text(text, encoding="utf-8")
    return merge([path])


def told(woven: Chronology) -> list[tuple[str, int | None, str, str]]:
    return sorted(
        (e.at.sheet, e.at.row, e.when.text, e.event.partition("\n")[0]) for e in woven.entries
    )


@pytest.mark.parametrize("between", ["\n\nTenancy notes\n", "\n", "Tenancy notes\n", ""])
def test_each_table_is_read_under_its_own_headings(tmp_path: Path, between: str) -> None:
    woven = read(tmp_path, REPAIRS + between + NOTES)
    entries = {e.event: e for e in woven.entries}
    assert sorted(entries) == [
        "Followed up the door", "Front door forced by police", "Hole in bedroom door",
        "Repair signed off",
    ]  # fmt: skip
    assert entries["Hole in bedroom door"].when.text == "14/01/2019"
    assert entries["Repair signed off"].fields["professional"] == "B Stroud"
    assert entries["Repair signed off"].seen["Subject child"].value == "seen"
    sheets = woven.submissions[0].sheets
    assert [s.rows == s.entries + len(s.set_aside) for s in sheets] == [True, True]
    assert sum(s.rows for s in sheets) == len((REPAIRS + between + NOTES).splitlines())
    assert [f.code for f in woven.findings].count("table-below") == 1


def test_the_words_of_the_second_table_are_not_read_under_the_first_ones_child_seen(
    tmp_path: Path,
) -> None:
    custody = "\nCustody\nArrest date,Officer,Name,Offence,Solicitor asked for\n"
    woven = read(tmp_path, NOTES + custody + "07/06/2019,PC 1,R Tansley,Assault,Yes\n")
    last = next(e for e in woven.entries if "07/06/2019" in e.when.text)
    assert last.seen["Subject child"].value == "not_recorded"
    assert last.extra["Solicitor asked for"] == "Yes"


def test_headings_that_come_again_and_end_differently_begin_another_table(tmp_path: Path) -> None:
    first = "Date,Time,Event,Outcome,Child seen\n1/2/19,09:00,Call,Closed,\n"
    second = "Date,Time,Event,Child seen,Outcome\n2/2/19,09:00,Visit,Yes,Closed\n"
    woven = read(tmp_path, first + second)
    assert [e.fields.get("outcome") for e in woven.entries] == ["Closed", "Closed"]
    assert woven.entries[1].seen["Subject child"].value == "seen"


@pytest.mark.parametrize(
    ("last", "seen"),
    [("Letter sent", "not_recorded"), ("Child sen", "seen"), ("", "seen"), ("Child seen?", "seen")],
)
def test_headings_that_come_again_with_another_one_among_them_are_not_read_as_the_first_ones(
    tmp_path: Path, last: str, seen: str
) -> None:
    first = "Date,Event,Child seen\n01/03/2019,Visit,Yes\n"
    woven = read(tmp_path, first + f"Date,Event,{last}\n04/03/2019,Letter,Yes\n")
    assert [e.event for e in woven.entries] == ["Visit", "Letter"]
    assert [e.seen["Subject child"].value for e in woven.entries] == ["seen", seen]


def test_the_same_headings_once_more_are_a_duplicate(tmp_path: Path) -> None:
    woven = read(tmp_path, NOTES + "\n" + NOTES.replace("2019", "2020"))
    assert len(woven.submissions[0].sheets) == 1
    assert len(woven.entries) == 4


@pytest.mark.parametrize(
    "other",
    [
        "Name,Date of birth,Relationship\nTheo,20/05/2017,Child\nKay,01/02/1990,Mother\n",
        "Version,Date,Author,Comment\n1,01/05/2021,A. Author,First draft\n",
        "Action,By whom,Target date,Outcome\nWrite to GP,AA,01/05/2021,\n",
    ],
)
def test_lists_of_people_versions_and_plans_above_are_titles(tmp_path: Path, other: str) -> None:
    woven = read(tmp_path, other + "\n" + NOTES)
    assert [e.when.text for e in woven.entries] == ["04/01/2019", "11/02/2019"]


def test_headings_over_two_rows_stay_together_in_the_second_table(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "File"
    rows = [line.split(",") for line in REPAIRS.splitlines()]
    grouped = [["Occurrence", "", "Details", ""], ["Date", "Time", "What happened", "Officer"]]
    for row in [*rows, [], *grouped, ["05/03/2019", "21:40", "Shouting heard", "PC 9"]]:
        sheet.append(row)
    sheet.merge_cells("A7:B7")
    sheet.merge_cells("C7:D7")
    book.save(tmp_path / "asb.xlsx")
    woven = merge([tmp_path / "asb.xlsx"])
    assert told(woven)[-1] == ("File (from row 7)", 9, "05/03/2019", "Shouting heard")
    assert woven.entries[-1].fields["professional"] == "PC 9"
