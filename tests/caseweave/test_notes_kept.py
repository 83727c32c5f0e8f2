"""What a panel typed stays with its entry through all that happens to a case over weeks."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from chronology.review.questions import ANSWER, BY, ON
from tests.case_folder import heads, refused, run
from tests.caseweave.panel_notes import GP, changed, merged_again, noted_case, rewritten, typed


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return noted_case(tmp_path / "case")


def test_notes_stay_with_the_entries_of_an_agency_that_is_called_otherwise_now(case: Path) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    typed(case / "out.xlsx", 3, "Panel: grouping", "same as ref 4")
    rewritten(case / "case.toml", '"GP"', '"Dale Surgery"')
    for _ in range(2):
        assert merged_again(case) == {event: "Ask why"}
        told = json.loads((case / "case.json").read_text(encoding="utf-8"))
        assert {e["agency"] for e in told["entries"]} == {"Dale Surgery", "Police"}
        assert not any("corrected" in e["marks"] for e in told["entries"])
        ((first, second),) = [[e["id"] for e in g["entries"]] for g in told["groups"]]
        decision = next(n for n in told["notes"] if n["kind"] == "grouping")
        assert (decision["entry"], decision["words"]) == (first, f"same as #{second}")


def test_rows_corrected_while_the_agency_was_renamed_keep_their_notes(case: Path) -> None:
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    rewritten(case / "case.toml", '"GP"', '"Dale Surgery"')
    rewritten(case / "submissions" / "gp.csv", "the damp in", "the damp and mould in")
    assert merged_again(case) == {
        "Visit to the home about the damp and mould in the bedroom.": "Ask why"
    }


def test_a_late_agency_that_sends_the_words_of_another_takes_no_notes_from_it(case: Path) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    (case / "submissions" / "school.csv").write_text(GP, encoding="utf-8")
    assert merged_again(case) == {event: "Ask why"}
    told = json.loads((case / "case.json").read_text(encoding="utf-8"))
    assert [e["agency"] for n in told["notes"] for e in told["entries"] if e["id"] == n["entry"]] \
        == ["GP"]  # fmt: skip


def test_notes_on_a_corrected_row_stay_though_questions_about_it_were_written_and_answered(
    case: Path,
) -> None:
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    rewritten(case / "submissions" / "gp.csv", "the damp in", "the damp and mould in")
    corrected = "Visit to the home about the damp and mould in the bedroom."
    assert merged_again(case) == {corrected: "Ask why"}
    run("queries", case, "-o", case / "questions")
    (case / "answers").mkdir()
    path = next((case / "questions").glob("*.xlsx"))
    book = openpyxl.load_workbook(path)
    sheet = book["Questions"]
    for heading, words in ((ANSWER, "Seen"), (BY, "A Clerk"), (ON, "03/05/2024")):
        sheet.cell(2, heads(sheet)[heading]).value = words
    assert corrected in [cell.value for cell in sheet[2]]
    book.save(case / "answers" / path.name)
    assert merged_again(case) == {corrected: "Ask why"}
    told = json.loads((case / "case.json").read_text(encoding="utf-8"))
    assert told["entries"][0]["seen"]["Theo"]["basis"] == "agency_answer"


def test_of_two_peoples_copies_none_of_the_notes_is_lost(case: Path) -> None:
    run("merge", case, "-o", case / "copy.xlsx")
    event = typed(case / "out.xlsx", 2, "Review notes", "I disagree")
    typed(case / "copy.xlsx", 2, "Review notes", "agree")
    other = typed(case / "copy.xlsx", 3, "Review notes", "Who prescribed?")
    told = merged_again(case, "--keep-notes-from", case / "copy.xlsx")
    assert told == {event: "I disagree\nagree", other: "Who prescribed?"}


def test_copies_made_before_and_after_a_correction_know_the_row_as_one(case: Path) -> None:
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    rewritten(case / "submissions" / "gp.csv", "the damp in", "the damp and mould in")
    run("merge", case, "-o", case / "fresh.xlsx")
    event = typed(case / "fresh.xlsx", 2, "Review notes", "Who went?")
    told = merged_again(case, "--keep-notes-from", case / "fresh.xlsx")
    assert told == {event: "Ask why\nWho went?"}


def test_notes_go_over_to_the_corrected_row_of_a_file_that_supersedes_another(case: Path) -> None:
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    text = GP.replace("the damp in", "the damp and mould in")
    (case / "submissions" / "gp-2.csv").write_text(text, encoding="utf-8")
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[submissions]]\nfile = "gp-2.csv"\nagency = "GP"\nsupersedes = "gp.csv"\n')
    assert merged_again(case) == {
        "Visit to the home about the damp and mould in the bedroom.": "Ask why"
    }


def title_above(book: Workbook) -> None:
    book["Chronology"].insert_rows(1)
    book["Chronology"].cell(1, 1).value = "Working copy, panel of May"


def headings_retyped(book: Workbook) -> None:
    for cell in book["Chronology"][1]:
        cell.value = f" {str(cell.value).upper()}"


def sheet_renamed(book: Workbook) -> None:
    book["Chronology"].title = "Panel 3"


def columns_turned_round(book: Workbook) -> None:
    for line in book["Chronology"].iter_rows():
        words = [cell.value for cell in line]
        for cell, value in zip(line, reversed(words), strict=True):
            cell.value = value


@pytest.mark.parametrize(
    "change", [title_above, headings_retyped, sheet_renamed, columns_turned_round]
)
def test_notes_come_back_from_a_workbook_with_a_title_and_retyped_or_moved_headings(
    case: Path, change: Callable[[Workbook], None]
) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    changed(case / "out.xlsx", change)
    assert merged_again(case) == {event: "Ask why"}


LONG = (
    "Did anybody speak with him alone after this, and what did the practice make of it? " * 12
    + "\n\n"
    + "The midwife knew of the letter, the health visitor did not; compare what both say. " * 12
).strip()


def test_a_note_too_long_for_one_row_comes_back_as_it_was_typed(case: Path) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", LONG)
    for _ in range(3):
        assert merged_again(case) == {event: LONG}
    sheet = openpyxl.load_workbook(case / "out.xlsx")["Chronology"]
    rows = [n for n in range(2, 9) if sheet.cell(n, heads(sheet)["Ref"]).value == 1]
    assert len(rows) > 2
    for row in rows:
        typed(case / "out.xlsx", row, "Review notes", f"Settled {row}.")
    assert merged_again(case) == {event: " ".join(f"Settled {row}." for row in rows)}


def test_an_address_of_the_web_too_long_for_one_row_comes_back_in_one_piece(case: Path) -> None:
    note = f"See https://example.org/{'minutes-of-the-panel' * 60} of May."
    event = typed(case / "out.xlsx", 2, "Review notes", note)
    for _ in range(2):
        assert merged_again(case) == {event: note}


def test_a_note_that_was_changed_or_taken_out_does_not_come_back_from_the_data_beside_it(
    case: Path,
) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    assert merged_again(case) == {event: "Ask why"}
    typed(case / "out.xlsx", 2, "Review notes", "Ask who")
    assert merged_again(case) == {event: "Ask who"}
    typed(case / "out.xlsx", 2, "Review notes", "")
    assert merged_again(case) == {}


def test_a_day_typed_as_a_note_is_shown_day_first(case: Path) -> None:
    def day(book: Workbook) -> None:
        sheet = book["Chronology"]
        sheet.cell(2, heads(sheet)["Review notes"]).value = dt.datetime(2024, 5, 3)

    changed(case / "out.xlsx", day)
    assert [*merged_again(case).values()] == ["03/05/2024"]


def test_what_was_typed_into_an_output_of_a_case_read_from_data_is_never_written_over(
    case: Path,
) -> None:
    run("merge", case, "-o", case / "case.json")
    out = case / "from-data.xlsx"
    for _ in range(2):  # as it was written it holds nothing that the data does not
        run("merge", case / "case.json", "-o", out)
    typed(out, 2, "Review notes", "Ask why")
    before = out.read_bytes()
    told = refused("merge", case / "case.json", "-o", out)
    assert "are not in case.json (in 1 place); nothing was written" in told.message
    assert out.read_bytes() == before
    run("merge", case, "-o", out, "-o", case / "case.json")  # the agencies' files take it in
    run("merge", case / "case.json", "-o", out)
    sheet = openpyxl.load_workbook(out)["Chronology"]
    assert sheet.cell(2, heads(sheet)["Review notes"]).value == "Ask why"


def test_notes_of_another_draft_do_not_come_into_data_unsaid(case: Path) -> None:
    run("merge", case, "-o", case / "case.json")
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    told = refused(
        "merge", case / "case.json", "-o", case / "new.xlsx", "--keep-notes-from", case / "out.xlsx"
    )
    assert "Name the case folder" in told.remedy
    assert not (case / "new.xlsx").exists()
