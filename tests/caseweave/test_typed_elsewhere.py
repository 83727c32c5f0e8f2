"""What people typed outside the panel's columns of a workbook is kept, and said."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from chronology.review.earlier import read_earlier
from tests.case_folder import heads, refused, run
from tests.caseweave.panel_notes import (
    GP,
    changed,
    column_of_ones_own,
    kept,
    merged_again,
    noted_case,
    rewritten,
    typed,
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return noted_case(tmp_path / "case")


def test_a_workbook_as_it_was_written_holds_nothing_that_people_typed(case: Path) -> None:
    told = read_earlier(case / "out.xlsx")
    assert (told.notes, told.own_sheets) == ((), ())


def beside_the_columns(book: Workbook) -> None:
    book["Chronology"].cell(2, book["Chronology"].max_column + 1).value = "Compare page 4"


def column_renamed(book: Workbook) -> None:
    sheet = book["Chronology"]
    at = heads(sheet)["Review notes"]
    sheet.cell(1, at).value, sheet.cell(2, at).value = "Notes of JS", "Compare page 4"


def beside_the_agencys_words(book: Workbook) -> None:
    cell = book["Chronology"].cell(2, heads(book["Chronology"])["Event"])
    cell.value = f"{cell.value} Compare page 4"


def over_the_agencys_words(book: Workbook) -> None:
    book["Chronology"].cell(2, heads(book["Chronology"])["Event"]).value = "Compare page 4"


def in_a_column_that_is_empty(book: Workbook) -> None:
    book["Chronology"].cell(2, heads(book["Chronology"])["Comment"]).value = "Compare page 4"


def beside_the_date(book: Workbook) -> None:
    cell = book["Chronology"].cell(2, heads(book["Chronology"])["Date"])
    cell.value = f"{cell.value} Compare page 4"


def over_the_childs_seen(book: Workbook) -> None:
    book["Chronology"].cell(2, heads(book["Chronology"])["Theo"]).value = "Compare page 4"


def over_the_ref(book: Workbook) -> None:
    book["Chronology"].cell(2, heads(book["Chronology"])["Ref"]).value = "Compare page 4"


def among_the_marks(book: Workbook) -> None:
    book["Chronology"].cell(2, heads(book["Chronology"])["Marks"]).value = "Compare page 4"


def pinned_to_a_cell(book: Workbook) -> None:
    sheet = book["Chronology"]
    sheet.cell(2, heads(sheet)["Event"]).comment = Comment("Compare page 4", "JS")


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (column_of_ones_own, "the column 'Author's thoughts' of Chronology"),
        (beside_the_columns, "beside the columns of Chronology"),
        (column_renamed, "the column 'Notes of JS' of Chronology"),
        (beside_the_agencys_words, "the column 'Event' of Chronology"),
        (in_a_column_that_is_empty, "the column 'Comment' of Chronology"),
        (beside_the_date, "the column 'Date' of Chronology"),
        (over_the_childs_seen, "the column 'Theo' of Chronology"),
        (over_the_ref, "the column 'Ref' of Chronology"),
        (among_the_marks, "the column 'Marks' of Chronology"),
        (pinned_to_a_cell, "a comment on 'Event' of Chronology"),
    ],
)
def test_what_is_typed_outside_the_panels_columns_is_kept_and_said(
    case: Path, change: Callable[[Workbook], None], where: str
) -> None:
    changed(case / "out.xlsx", change)
    for _ in range(2):
        run("merge", case, "-o", case / "out.xlsx", "-o", case / "case.json")
        told = json.loads((case / "case.json").read_text(encoding="utf-8"))
        assert "note-outside-columns" in {f["code"] for f in told["findings"]}
        assert kept(case) == [(told["entries"][0]["event"], f"typed in {where}", "Compare page 4")]


def test_what_is_typed_into_the_other_sheets_is_kept_and_said_and_what_stood_there_is_not(
    case: Path,
) -> None:
    def typed_there(book: Workbook) -> None:
        book["Findings"].insert_rows(1)
        book["Findings"].cell(1, 1).value = "For the panel of May"
        book["Findings"].cell(3, 4).value = "Asked the GP on 3 May"
        book["Coverage"].cell(book["Coverage"].max_row + 3, 2).value = "Check this"
        book["To confirm"].append(["", "", "", "Theo", "seen", "", "", "Visit of 5 May"])
        book["About"].append(["Sent to the panel"])
        book["Sources"].delete_rows(2)

    changed(case / "out.xlsx", typed_there)
    for _ in range(2):
        merged_again(case)
        assert sorted(
            (where.removeprefix("typed in "), words) for _, where, words in kept(case)
        ) == [
            ("a row of To confirm without its Id", "Theo; seen; Visit of 5 May"),
            ("above the table of Findings", "For the panel of May"),
            ("the column 'About this workbook' of About", "Sent to the panel"),
            ("the column 'Counted over' of Coverage", "Check this"),
            ("the column 'What to do' of Findings", "Asked the GP on 3 May"),
        ]


def test_a_reason_typed_over_why_a_reading_matters_is_kept_with_its_entry(case: Path) -> None:
    rewritten(case / "submissions" / "gp.csv", "Visit to", "Theo was not seen. Visit to")
    merged_again(case)

    def over(book: Workbook) -> None:
        sheet = book["To confirm"]
        at = heads(sheet)
        event = at["The entry as sent"]
        row = next(n for n in (2, 3) if str(sheet.cell(n, event).value).startswith("Theo was"))
        sheet.cell(row, at["The words"]).value = "He was at nursery"

    changed(case / "out.xlsx", over)
    merged_again(case)
    event = "Theo was not seen. Visit to the home about the damp in the bedroom."
    where = "typed in the column 'The words' of To confirm"
    assert kept(case) == [(event, where, "He was at nursery")]


def test_what_is_read_otherwise_than_in_the_last_draft_is_nobodys_words(case: Path) -> None:
    rewritten(case / "case.toml", 'record_of = "child"', 'record_of = "mother"')
    typed(case / "out.xlsx", 3, "Theo: seen", "Not recorded")
    typed(case / "out.xlsx", 4, "Theo", "Not seen - JS, 3/5/24, other child")
    merged_again(case)
    assert [(where, words) for _, where, words in kept(case)] == [
        ("typed in the column 'Theo' of Chronology", "Not seen - JS, 3/5/24, other child"),
        ("typed in the column 'Theo: seen' of Chronology", "Not recorded"),
    ]


OVER_AN_AGENCYS = [in_a_column_that_is_empty, over_the_agencys_words, beside_the_agencys_words]


@pytest.mark.parametrize("change", [*OVER_AN_AGENCYS, beside_the_date])
@pytest.mark.parametrize("left", ["", "01/03/2021,Visit to the home about the damp and mould.,,\n"])
def test_words_over_an_agencys_own_are_kept_when_the_row_is_gone_or_corrected(
    case: Path, change: Callable[[Workbook], None], left: str
) -> None:
    changed(case / "out.xlsx", change)
    rewritten(case / "submissions" / "gp.csv", f"{GP.splitlines()[1]}\n", left)
    for _ in range(2):
        merged_again(case)
        ((_, _, words),) = kept(case)
        assert words.endswith("Compare page 4")


def test_words_that_nobody_typed_over_are_not_kept_when_the_row_is_gone(case: Path) -> None:
    rewritten(case / "submissions" / "gp.csv", f"{GP.splitlines()[1]}\n", "")
    merged_again(case)
    assert kept(case) == []


def test_words_over_the_seen_of_an_entry_that_goes_on_in_further_rows_are_kept(case: Path) -> None:
    rewritten(case / "submissions" / "gp.csv", "Surgery. Rep", "They talked of sleep. " * 400)
    merged_again(case)
    typed(case / "out.xlsx", 4, "Theo", "Ask the GP")
    merged_again(case)
    assert [words for _, _, words in kept(case)] == ["Seen (stated) Ask the GP"]


def test_a_workbook_with_a_sheet_of_ones_own_is_not_overwritten(case: Path) -> None:
    changed(case / "out.xlsx", lambda book: book.create_sheet("Actions").append(["Ring the GP"]))
    before = (case / "out.xlsx").read_bytes()
    told = refused("merge", case, "-o", case / "out.xlsx")
    assert "holds a sheet that caseweave did not write ('Actions')" in str(told)
    assert (case / "out.xlsx").read_bytes() == before
    run("merge", case, "--keep-notes-from", case / "out.xlsx", "-o", case / "new.xlsx")


def test_a_note_on_notes_kept_goes_with_its_entry_when_the_agency_is_renamed(case: Path) -> None:
    changed(case / "out.xlsx", column_of_ones_own)
    rewritten(case / "case.toml", '"GP"', '"Dale Surgery"')
    for _ in range(3):
        merged_again(case)
        assert [words for _, _, words in kept(case)] == ["Compare page 4"]
