"""Notes on a table below its last entry are set aside and said; an undated contact never is."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from chronology import merge
from chronology.model import Case, Child, Chronology, Person
from tests.chronology.labelled_texts import texts

HEAD = (("Date", "Event", "Child seen", "Worker"),)
ROWS = (("01/03/2021", "Visit. Theo seen.", "Yes", "AB"), ("08/03/2021", "No reply.", "No", "AB"))
CASE = Case(
    children=(Child(label="Theo", subject=True),),
    people=(Person(label="Mother", names=("Kayleigh Marlowe",), role="mother"),),
)


def read(folder: Path, *below: tuple[str, ...]) -> Chronology:
    with (folder / "gp.csv").open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows((*HEAD, *ROWS, *below))
    return merge([folder / "gp.csv"], CASE)


@pytest.mark.parametrize(("what", "text"), texts("rows/footnotes.txt", 1))
@pytest.mark.parametrize("column", [0, 1])
def test_words_below_the_last_entry_are_a_note_on_the_table_or_an_entry(
    tmp_path: Path, what: str, text: str, column: int
) -> None:
    told = read(tmp_path, (*[""] * column, *(cell.strip() for cell in text.split("||"))))
    sheet = told.submissions[0].sheets[0]
    assert sheet.rows == sheet.entries + len(sheet.set_aside)
    assert (4 in {e.at.row for e in told.entries}) == (what == "entry")


def test_a_note_on_the_table_is_said_with_its_words(tmp_path: Path) -> None:
    told = read(tmp_path, ("Note: dates are approximate.",))
    aside = told.submissions[0].sheets[0].set_aside[-1]
    assert (aside.reason, aside.words) == ("footnote", "Note: dates are approximate.")
    (said,) = (f for f in told.findings if f.code == "footnotes")
    assert "'Note: dates are approximate.'" in said.message


def test_such_words_between_entries_are_an_entry(tmp_path: Path) -> None:
    told = read(tmp_path, ("Note: dates are approximate.",), ("09/03/2021", "Visit.", "Yes", "AB"))
    assert len(told.entries) == 4


def test_a_note_with_another_cell_beside_it_is_an_entry(tmp_path: Path) -> None:
    told = read(tmp_path, ("", "Note: dates are approximate.", "Yes", ""))
    assert len(told.entries) == 3


def test_a_note_that_somebody_commented_on_stays_an_entry(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (*HEAD, *ROWS, ("", "Note: dates are approximate.")):
        book.active.append(row)
    book.active["B4"].comment = Comment("Which of them?", "AB")
    book.save(tmp_path / "gp.xlsx")
    assert len(merge([tmp_path / "gp.xlsx"], CASE).entries) == 3
