"""What a panel typed stays with its entry through all that happens to a case over weeks."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from caseweave.cli import caseweave
from chronology.earlier import read_earlier
from chronology.questions import ANSWER, BY, ON
from tests.casefolder import GP_AND_POLICE, case_folder

CASE = f"""
[[children]]
label = "Theo"
subject = true
{GP_AND_POLICE}"""
GP = """Date,Event,Outcome,Child seen
01/03/2021,Visit to the home about the damp in the bedroom.,,
02/03/2021,Surgery. Repeat prescription for eczema.,,Yes
03/03/2021,Surgery. Review of the hearing test.,,
"""
POLICE = "Date,Event\n05/03/2021,Officers called to the flat by a neighbour.\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = case_folder(tmp_path / "case", CASE, {"gp.csv": GP, "police.csv": POLICE})
    merged(case=folder)
    return folder


def run(*words: str | Path) -> Result:
    done = CliRunner().invoke(caseweave, [str(w) for w in words])
    assert done.exit_code == 0, done.output
    return done


def merged(case: Path, *more: str | Path, book: str = "out.xlsx") -> dict[str, str]:
    """The review notes in the workbook after a merge into it, each by the words of its entry."""
    run("merge", case, "-o", case / book, "-o", case / "case.json", *more)
    return notes(case)


def notes(case: Path, kind: str = "review_notes") -> dict[str, str]:
    told = json.loads((case / "case.json").read_text(encoding="utf-8"))
    event = {e["id"]: e["event"] for e in told["entries"]}
    return {event.get(n["entry"], ""): n["words"] for n in told["notes"] if n["kind"] == kind}


def heads(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): int(cell.column or 0) for cell in sheet[1]}


def typed(book: Path, row: int, heading: str, words: str) -> str:
    """Type into the workbook, and the words of the entry typed beside."""
    told = openpyxl.load_workbook(book)
    sheet = told["Chronology"]
    sheet.cell(row, heads(sheet)[heading]).value = words
    told.save(book)
    return str(sheet.cell(row, heads(sheet)["Event"]).value)


def rewritten(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_notes_stay_with_the_entries_of_an_agency_that_is_called_otherwise_now(case: Path) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    typed(case / "out.xlsx", 3, "Panel: grouping", "same as ref 4")
    rewritten(case / "case.toml", '"GP"', '"Dale Surgery"')
    for _ in range(2):
        assert merged(case) == {event: "Ask why"}
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
    assert merged(case) == {"Visit to the home about the damp and mould in the bedroom.": "Ask why"}


def test_a_late_agency_that_sends_the_words_of_another_takes_no_notes_from_it(case: Path) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    (case / "submissions" / "school.csv").write_text(GP, encoding="utf-8")
    assert merged(case) == {event: "Ask why"}
    told = json.loads((case / "case.json").read_text(encoding="utf-8"))
    assert [e["agency"] for n in told["notes"] for e in told["entries"] if e["id"] == n["entry"]] \
        == ["GP"]  # fmt: skip


def test_notes_on_a_corrected_row_stay_though_questions_about_it_were_written_and_answered(
    case: Path,
) -> None:
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    rewritten(case / "submissions" / "gp.csv", "the damp in", "the damp and mould in")
    corrected = "Visit to the home about the damp and mould in the bedroom."
    assert merged(case) == {corrected: "Ask why"}
    run("queries", case, "-o", case / "questions")
    (case / "answers").mkdir()
    path = next((case / "questions").glob("*.xlsx"))
    book = openpyxl.load_workbook(path)
    sheet = book["Questions"]
    for heading, words in ((ANSWER, "Seen"), (BY, "A Clerk"), (ON, "03/05/2024")):
        sheet.cell(2, heads(sheet)[heading]).value = words
    assert corrected in [cell.value for cell in sheet[2]]
    book.save(case / "answers" / path.name)
    assert merged(case) == {corrected: "Ask why"}
    told = json.loads((case / "case.json").read_text(encoding="utf-8"))
    assert told["entries"][0]["seen"]["Theo"]["basis"] == "agency_answer"


def test_of_two_peoples_copies_none_of_the_notes_is_lost(case: Path) -> None:
    run("merge", case, "-o", case / "copy.xlsx")
    event = typed(case / "out.xlsx", 2, "Review notes", "I disagree")
    typed(case / "copy.xlsx", 2, "Review notes", "agree")
    other = typed(case / "copy.xlsx", 3, "Review notes", "Who prescribed?")
    told = merged(case, "--keep-notes-from", case / "copy.xlsx")
    assert told == {event: "I disagree\nagree", other: "Who prescribed?"}


def test_copies_made_before_and_after_a_correction_know_the_row_as_one(case: Path) -> None:
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    rewritten(case / "submissions" / "gp.csv", "the damp in", "the damp and mould in")
    run("merge", case, "-o", case / "fresh.xlsx")
    event = typed(case / "fresh.xlsx", 2, "Review notes", "Who went?")
    told = merged(case, "--keep-notes-from", case / "fresh.xlsx")
    assert told == {event: "Ask why\nWho went?"}


def test_notes_go_over_to_the_corrected_row_of_a_file_that_supersedes_another(case: Path) -> None:
    typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    text = GP.replace("the damp in", "the damp and mould in")
    (case / "submissions" / "gp-2.csv").write_text(text, encoding="utf-8")
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[submissions]]\nfile = "gp-2.csv"\nagency = "GP"\nsupersedes = "gp.csv"\n')
    assert merged(case) == {"Visit to the home about the damp and mould in the bedroom.": "Ask why"}


def kept(case: Path) -> list[tuple[str, str, str]]:
    """The sheet Notes kept: the words of the entry, where it was typed, and what."""
    book = openpyxl.load_workbook(case / "out.xlsx")
    lines = (
        book["Notes kept"].iter_rows(min_row=2, values_only=True) if "Notes kept" in book else ()
    )
    return [(str(line[3] or ""), str(line[4]), str(line[5])) for line in lines]


def changed(book: Path, change: Callable[[Workbook], None]) -> None:
    told = openpyxl.load_workbook(book)
    change(told)
    told.save(book)


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
    assert merged(case) == {event: "Ask why"}


def test_a_workbook_as_it_was_written_holds_nothing_that_people_typed(case: Path) -> None:
    told = read_earlier(case / "out.xlsx")
    assert (told.notes, told.own_sheets) == ((), ())


def column_of_ones_own(book: Workbook) -> None:
    sheet = book["Chronology"]
    sheet.cell(1, sheet.max_column + 1).value = "Author's thoughts"
    sheet.cell(2, sheet.max_column).value = "Compare page 4"


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
        book["Findings"].cell(3, 3).value = "Asked the GP on 3 May"
        book["Coverage"].cell(book["Coverage"].max_row + 3, 2).value = "Check this"
        book["To confirm"].append(["", "", "", "Theo", "seen", "", "", "Visit of 5 May"])
        book["About"].append(["Sent to the panel"])
        book["Sources"].delete_rows(2)

    changed(case / "out.xlsx", typed_there)
    for _ in range(2):
        merged(case)
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
    merged(case)

    def over(book: Workbook) -> None:
        sheet = book["To confirm"]
        at = heads(sheet)
        event = at["The entry as sent"]
        row = next(n for n in (2, 3) if str(sheet.cell(n, event).value).startswith("Theo was"))
        sheet.cell(row, at["The words"]).value = "He was at nursery"

    changed(case / "out.xlsx", over)
    merged(case)
    event = "Theo was not seen. Visit to the home about the damp in the bedroom."
    where = "typed in the column 'The words' of To confirm"
    assert kept(case) == [(event, where, "He was at nursery")]


def test_what_is_read_otherwise_than_in_the_last_draft_is_nobodys_words(case: Path) -> None:
    rewritten(case / "case.toml", 'record_of = "child"', 'record_of = "mother"')
    typed(case / "out.xlsx", 3, "Theo: seen", "Not recorded")
    typed(case / "out.xlsx", 4, "Theo", "Not seen - JS, 3/5/24, other child")
    merged(case)
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
        merged(case)
        ((_, _, words),) = kept(case)
        assert words.endswith("Compare page 4")


def test_words_that_nobody_typed_over_are_not_kept_when_the_row_is_gone(case: Path) -> None:
    rewritten(case / "submissions" / "gp.csv", f"{GP.splitlines()[1]}\n", "")
    merged(case)
    assert kept(case) == []


def test_words_over_the_seen_of_an_entry_that_goes_on_in_further_rows_are_kept(case: Path) -> None:
    rewritten(case / "submissions" / "gp.csv", "Surgery. Rep", "They talked of sleep. " * 400)
    merged(case)
    typed(case / "out.xlsx", 4, "Theo", "Ask the GP")
    merged(case)
    assert [words for _, _, words in kept(case)] == ["Seen (stated) Ask the GP"]


def test_a_row_without_an_id_that_people_added_is_kept(case: Path) -> None:
    def add(book: Workbook) -> None:
        sheet = book["Chronology"]
        sheet.cell(sheet.max_row + 1, heads(sheet)["Event"]).value = "Meeting that nobody noted"

    changed(case / "out.xlsx", add)
    merged(case)
    where = "typed in a row of Chronology without its Id"
    assert kept(case) == [("", where, "Meeting that nobody noted")]


def test_a_workbook_with_a_sheet_of_ones_own_is_not_overwritten(case: Path) -> None:
    changed(case / "out.xlsx", lambda book: book.create_sheet("Actions").append(["Ring the GP"]))
    before = (case / "out.xlsx").read_bytes()
    done = CliRunner().invoke(caseweave, ["merge", str(case), "-o", str(case / "out.xlsx")])
    assert "holds a sheet that caseweave did not write ('Actions')" in str(done.exception)
    assert (case / "out.xlsx").read_bytes() == before
    run("merge", case, "--keep-notes-from", case / "out.xlsx", "-o", case / "new.xlsx")


def test_a_note_on_notes_kept_goes_with_its_entry_when_the_agency_is_renamed(case: Path) -> None:
    changed(case / "out.xlsx", column_of_ones_own)
    rewritten(case / "case.toml", '"GP"', '"Dale Surgery"')
    for _ in range(3):
        merged(case)
        assert [words for _, _, words in kept(case)] == ["Compare page 4"]


LONG = (
    "Did anybody speak with him alone after this, and what did the practice make of it? " * 12
    + "\n\n"
    + "The midwife knew of the letter, the health visitor did not; compare what both say. " * 12
).strip()


def test_a_note_too_long_for_one_row_comes_back_as_it_was_typed(case: Path) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", LONG)
    for _ in range(3):
        assert merged(case) == {event: LONG}
    sheet = openpyxl.load_workbook(case / "out.xlsx")["Chronology"]
    rows = [n for n in range(2, 9) if sheet.cell(n, heads(sheet)["Ref"]).value == 1]
    assert len(rows) > 2
    for row in rows:
        typed(case / "out.xlsx", row, "Review notes", f"Settled {row}.")
    assert merged(case) == {event: " ".join(f"Settled {row}." for row in rows)}


def test_an_address_of_the_web_too_long_for_one_row_comes_back_in_one_piece(case: Path) -> None:
    note = f"See https://example.org/{'minutes-of-the-panel' * 60} of May."
    event = typed(case / "out.xlsx", 2, "Review notes", note)
    for _ in range(2):
        assert merged(case) == {event: note}


def test_a_note_that_was_changed_or_taken_out_does_not_come_back_from_the_data_beside_it(
    case: Path,
) -> None:
    event = typed(case / "out.xlsx", 2, "Review notes", "Ask why")
    assert merged(case) == {event: "Ask why"}
    typed(case / "out.xlsx", 2, "Review notes", "Ask who")
    assert merged(case) == {event: "Ask who"}
    typed(case / "out.xlsx", 2, "Review notes", "")
    assert merged(case) == {}


def test_a_day_typed_as_a_note_is_shown_day_first(case: Path) -> None:
    def day(book: Workbook) -> None:
        sheet = book["Chronology"]
        sheet.cell(2, heads(sheet)["Review notes"]).value = dt.datetime(2024, 5, 3)

    changed(case / "out.xlsx", day)
    assert [*merged(case).values()] == ["03/05/2024"]


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
    done = CliRunner().invoke(caseweave, ["merge", str(case), "-o", str(case / "out.xlsx")])
    assert "the sheet 'Chronology' was sorted, or written in, without its last columns" in str(
        done.exception
    )
    assert "sort the same columns of 'Chronology' by Ref again" in str(done.exception.remedy)
    assert (case / "out.xlsx").read_bytes() == before

    def back(told: Workbook) -> None:
        table = told["Chronology"]
        end = heads(table)["Review notes"]
        rows = [[cell.value for cell in row[:end]] for row in table.iter_rows(min_row=2)]
        for number, row in enumerate(sorted(rows, key=lambda r: int(str(r[0]))), start=2):
            for column, value in enumerate(row, start=1):
                table.cell(number, column).value = value

    changed(case / "out.xlsx", back)
    assert merged(case) == {event: "Ask why"}


@pytest.mark.parametrize("first", ["Ref", "Date"])
def test_decisions_in_rows_sorted_without_their_last_columns_set_nothing_and_are_kept(
    case: Path, first: str
) -> None:
    rewritten(case / "submissions" / "gp.csv", "Surgery. Review", "Theo seen alone. Review")
    rewritten(case / "submissions" / "gp.csv", "Visit to", "Theo was not seen. Visit to")
    merged(case)

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
    merged(case)
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
        assert merged(case) == {event: "Ask why"}
        words = "1; 01/03/2021; GP; Meeting that nobody noted; Ask the school"
        assert kept(case) == [(event, "typed in a copied row of Chronology", words)]


def test_a_row_with_something_else_in_its_column_id_is_kept(case: Path) -> None:
    def add(book: Workbook) -> None:
        sheet = book["Chronology"]
        sheet.append([None, "04/03/2021"])
        sheet.cell(sheet.max_row, heads(sheet)["Event"]).value = "Meeting that nobody noted"
        sheet.cell(sheet.max_row, heads(sheet)["Id"]).value = "new"

    changed(case / "out.xlsx", add)
    merged(case)
    assert [words for _, _, words in kept(case)] == ["04/03/2021; Meeting that nobody noted; new"]
