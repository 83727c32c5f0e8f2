"""A workbook whose rows people sorted, copied or added by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.case_folder import heads, refused
from tests.caseweave.panel_notes import changed, kept, merged_again, noted_case, rewritten, typed


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return noted_case(tmp_path / "case")


def sorted_by(book: Path, sheet: str, heading: str, last: str) -> None:
    """Sort the columns up to one of a sheet, and leave those to the right of it."""

    def sort(told: Workbook) -> None:
        table = told[sheet]
        at, end = heads(table)[heading] - 1, heads(table)[last]
        rows = [[cell.value for cell in row[:end]] for row in table.iter_rows(min_row=2)]
        rows.sort(key=lambda row: str(row[at]), reverse=True)
        for number, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=1):
                table.cell(number, column).value = value

    changed(book, sort)


def test_a_chronology_sorted_without_its_last_columns_is_not_overwritten(case: Path) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    sorted_by(case / "out.xlsx", "Chronology", "Event", last="Review notes")
    before = (case / "out.xlsx").read_bytes()
    told = refused("merge", case, "-o", case / "out.xlsx")
    assert "'Chronology' was sorted, or written in, without its last columns" in str(told)
    assert "sort the same columns of 'Chronology' by Ref again" in told.remedy
    assert (case / "out.xlsx").read_bytes() == before

    def back(told: Workbook) -> None:
        table = told["Chronology"]
        end = heads(table)["Review notes"]
        rows = [[cell.value for cell in row[:end]] for row in table.iter_rows(min_row=2)]
        for number, row in enumerate(sorted(rows, key=lambda r: int(str(r[0]))), start=2):
            for column, value in enumerate(row, start=1):
                table.cell(number, column).value = value

    changed(case / "out.xlsx", back)
    assert merged_again(case) == {event: "Ask why"}


@pytest.mark.parametrize("first", ["Ref", "Date"])
def test_decisions_in_rows_sorted_without_their_last_columns_set_nothing_and_are_kept(
    case: Path, first: str
) -> None:
    rewritten(case / "submissions" / "gp.csv", "Surgery. Review", "Theo seen alone. Review")
    rewritten(case / "submissions" / "gp.csv", "Visit to", "Theo was not seen. Visit to")
    merged_again(case)

    def decide(book: Workbook) -> None:
        sheet = book["To confirm"]
        at = heads(sheet)
        reading = at["Read from the text as"]
        line = next(n for n in (2, 3) if sheet.cell(n, reading).value == "seen alone")
        for heading, words in (("Agree or Change", "Agree"), ("Initials", "JS")):
            sheet.cell(line, at[heading]).value = words
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        begin, end = at[first] - 1, at["Id"] - 1
        for number, row in enumerate(reversed(rows), start=2):
            for column in range(begin, end):
                sheet.cell(number, column + 1).value = row[column]

    changed(case / "out.xlsx", decide)
    merged_again(case)
    told = json.loads((case / "case.json").read_text(encoding="utf-8"))
    assert {e["seen"]["Theo"]["basis"] for e in told["entries"]} == {"stated", "narrative", "none"}
    assert kept(case) == [
        (
            "Theo seen alone. Review of the hearing test.",
            "typed in To confirm, sorted without its last columns",
            "Theo; seen; seen alone; Agree; JS",
        )
    ]


def test_a_row_copied_and_written_over_by_hand_is_kept_and_not_taken_for_its_entry(
    case: Path,
) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")

    def copy(book: Workbook) -> None:
        sheet = book["Chronology"]
        sheet.insert_rows(3)
        for cell in sheet[2]:
            sheet.cell(3, cell.column).value = cell.value
        sheet.cell(3, heads(sheet)["Event"]).value = "Meeting that nobody noted"
        sheet.cell(3, heads(sheet)["Review notes"]).value = "Ask the school"

    changed(case / "out.xlsx", copy)
    for _ in range(2):
        assert merged_again(case) == {event: "Ask why"}
        words = "1; 01/03/2021; GP; Meeting that nobody noted; Ask the school"
        assert kept(case) == [(event, "typed in a copied row of Chronology", words)]


def test_a_row_with_something_else_in_its_column_id_is_kept(case: Path) -> None:
    def add(book: Workbook) -> None:
        sheet = book["Chronology"]
        sheet.append([None, "04/03/2021"])
        sheet.cell(sheet.max_row, heads(sheet)["Event"]).value = "Meeting that nobody noted"
        sheet.cell(sheet.max_row, heads(sheet)["Id"]).value = "new"

    changed(case / "out.xlsx", add)
    merged_again(case)
    assert [words for _, _, words in kept(case)] == ["04/03/2021; Meeting that nobody noted; new"]


def test_a_row_without_an_id_that_people_added_is_kept(case: Path) -> None:
    def add(book: Workbook) -> None:
        sheet = book["Chronology"]
        sheet.cell(sheet.max_row + 1, heads(sheet)["Event"]).value = "Meeting that nobody noted"

    changed(case / "out.xlsx", add)
    merged_again(case)
    where = "typed in a row of Chronology without its Id"
    assert kept(case) == [("", where, "Meeting that nobody noted")]
