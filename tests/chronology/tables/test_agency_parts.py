"""Files of several agencies, in sheets, tables or rows under the name of each."""

from pathlib import Path

import openpyxl
import pytest

from chronology import merge
from chronology.model import Case, Chronology, Declared
from tests.chronology.importers.wordxml import document, paragraph, row, table

AGENCIES = ("Police", "GP", "Housing")


def by_place(woven: Chronology) -> dict[str, str]:
    return {f"{e.at.sheet} {e.at.row}": e.agency for e in woven.entries}


def book(path: Path, *sheets: str) -> Path:
    made = openpyxl.Workbook()
    for name in sheets:
        sheet = made.create_sheet(name)
        sheet.append(["Date", "Event"])
        sheet.append(["1/1/2021", "Call"])
    made.remove(made.worksheets[0])
    made.save(path)
    return path


def test_sheets_named_after_agencies_are_each_that_agencys(tmp_path: Path) -> None:
    woven = merge([book(tmp_path / "marlowe.xlsx", *AGENCIES, "2021")])
    assert by_place(woven) == {
        "Police 2": "Police", "GP 2": "GP", "Housing 2": "Housing", "2021 2": "Marlowe",
    }  # fmt: skip
    said = [f.message for f in woven.findings if f.code == "agency-by-title"]
    assert "GP is headed as an agency's own: its rows were read as GP's." in said


@pytest.mark.parametrize(
    ("name", "sheets"),
    [("gp.xlsx", ("Hospital", "Police")), ("marlowe.xlsx", ("Police", "Notes"))],
)
def test_letters_of_others_in_an_agencys_file_and_one_name_alone_are_the_files(
    tmp_path: Path, name: str, sheets: tuple[str, ...]
) -> None:
    assert len({*by_place(merge([book(tmp_path / name, *sheets)])).values()}) == 1


def test_what_the_case_file_says_counts_for_all_sheets(tmp_path: Path) -> None:
    path = book(tmp_path / "marlowe.xlsx", *AGENCIES)
    declared = Declared(file=path.name, agency="Early help")
    woven = merge([path], Case(children=(), declared=(declared,)))
    assert {*by_place(woven).values()} == {"Early help"}


@pytest.mark.parametrize("heading", ["{}", "Agency: {}"])
def test_so_are_the_tables_of_a_document_under_a_line_with_the_name(
    tmp_path: Path, heading: str
) -> None:
    one = table(row("Date", "Event"), row("1/1/2021", "Call"))
    over = (heading.format(agency) for agency in AGENCIES)
    document(tmp_path / "marlowe.docx", *(paragraph(words) + one for words in over), one)
    assert [*by_place(merge([tmp_path / "marlowe.docx"])).values()] == [*AGENCIES, "Housing"]


def test_a_heading_below_that_of_the_agency_leaves_the_table_the_agencys(tmp_path: Path) -> None:
    one = table(row("Date", "Event"), row("1/1/2021", "Call"))
    over = ("Police", "Theo", "Ruby", "Housing", "Theo")
    blocks = [paragraph(words) + (one if words in ("Theo", "Ruby") else "") for words in over]
    document(tmp_path / "marlowe.docx", *blocks)
    assert [*by_place(merge([tmp_path / "marlowe.docx"])).values()] == [
        "Police", "Police", "Housing",
    ]  # fmt: skip


def test_tables_of_two_columns_below_each_other_are_each_read_under_their_own(
    tmp_path: Path,
) -> None:
    path = tmp_path / "marlowe.csv"
    path.write_text(
        "Agency: Police,,\nDate,Time,Incident\n4/3/19,10:00,Call\n,,\nAgency: Midwifery,,\n"
        "Contact date,Notes,\n5/3/19,Clinic,\n",
        "utf-8",
    )
    woven = merge([path])
    assert [(e.agency, e.event) for e in woven.entries] == [
        ("Police", "Call"), ("Midwifery", "Clinic"),
    ]  # fmt: skip


def test_so_are_the_rows_below_a_row_with_the_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "marlowe.csv"
    path.write_text("POLICE,\nDate,Event\n1/1/2021,A\nHOUSING:,\n2/1/2021,B\n3/1/2021,C\n", "utf-8")
    woven = merge([path])
    assert by_place(woven) == {
        "marlowe 3": "POLICE",
        "marlowe 5": "HOUSING",
        "marlowe 6": "HOUSING",
    }
    assert [a.row for a in woven.submissions[0].sheets[0].set_aside if a.reason == "band"] == [4]


def test_so_are_the_lines_of_a_text_below_a_line_with_the_name_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "marlowe.txt"
    path.write_text(
        "POLICE\n\n1/1/2021 - A\n2/1/2021 - B\nSent to:\nHousing\n\nHOUSING\n\n3/1/2021 - C\n",
        "utf-8",
    )
    woven = merge([path])
    assert [(e.agency, e.event) for e in woven.entries] == [
        ("POLICE", "A"), ("POLICE", "B\nSent to:\nHousing"), ("HOUSING", "C"),
    ]  # fmt: skip
