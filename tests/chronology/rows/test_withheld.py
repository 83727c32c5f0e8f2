"""Hidden words stay out of what is said of an entry: its columns, readings and findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from openpyxl.styles import Font

from chronology import merge
from chronology.contacts.kinds import Scope
from chronology.contacts.summary import not_counted_words
from chronology.coverage import tallies
from chronology.exporters import write
from chronology.exporters.rows import WITHHELD, evidence_of, place_words
from chronology.model import Basis, Case, Child, Chronology
from chronology.review.earlier import read_earlier
from chronology.review.questions import questions
from chronology.rows.withheld import with_hidden

CASE = Case(children=(Child(label="Orla", names=("Orla Quist",)), Child(label="Finn")))
Sheet = Callable[..., Chronology]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    def made(
        *rows: Sequence[str],
        columns: str = "",
        lines: Sequence[int] = (),
        across: Sequence[int] = (),
    ) -> Chronology:
        book = openpyxl.Workbook()
        page = book.worksheets[0]
        for row in rows:
            page.append(row)
        for letter in columns:
            page.column_dimensions[letter].hidden = True
        for number in lines:
            page.row_dimensions[number].hidden = True
        for number in across:
            page.merge_cells(f"A{number}:B{number}")
        book.save(tmp_path / "csc.xlsx")
        return merge([tmp_path / "csc.xlsx"], CASE)

    return made


@pytest.mark.parametrize(
    ("heading", "words"),
    [("Which children seen", "Orla Quist"), ("Children seen", "Orla Quist - yes")],
)
def test_the_words_behind_a_stated_value_are_withheld_with_their_column(
    sheet: Sheet, heading: str, words: str
) -> None:
    woven = sheet(("Date", "Event", heading), ("1/2/2021", "Visit.", words), columns="C")
    [entry] = woven.entries
    seen = entry.seen["Orla"]
    assert (seen.value, seen.basis) == ("seen", "stated")
    assert evidence_of(entry, Basis.STATED, seen.evidence) == WITHHELD


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Which children seen", "At 3 Elm Court refuge"),
        ("Child seen", "At 3 Elm Court refuge"),
        ("Child's views", "Wants to stay at 3 Elm Court"),
        ("Child's views", "Mother says he is happy at 3 Elm Court"),
        ("Date child seen", "3/2/2021 at 3 Elm Court"),
        ("Time", "after 3 Elm Court"),
    ],
)
def test_no_finding_repeats_the_words_of_a_hidden_cell(
    sheet: Sheet, heading: str, words: str
) -> None:
    woven = sheet(("Date", "Event", heading), ("1/2/2021", "Visit.", words), columns="C")
    assert "row-hidden" in {f.code for f in woven.findings}
    assert not [f for f in woven.findings if "Elm Court" in f.message]


def test_a_time_that_cannot_be_read_is_withheld_where_it_is_hidden(sheet: Sheet) -> None:
    rows = (("Date", "Time", "Event"), ("1/2/2021", "after 3 Elm Court", "Visit."))
    [entry] = sheet(*rows, columns="B").entries
    assert entry.extra == {"Time": "after 3 Elm Court"}
    assert "Time" in entry.withheld


def test_of_two_columns_headed_alike_the_hidden_one_is_withheld(sheet: Sheet) -> None:
    rows = (("Date", "Event", "Odd", "Odd"), ("1/2/2021", "Visit.", "open", "3 Elm Court"))
    [entry] = sheet(*rows, columns="D").entries
    assert entry.extra == {"Odd": "open", "Odd (again)": "3 Elm Court"}
    assert entry.withheld == {"Odd (again)"}


def test_words_merged_across_a_hidden_row_are_withheld(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(("Date", "Event", "Outcome"))
    page.append(("1/2/2021", "Visit.", "Seen"))
    page.append(("The family has moved to a refuge at 3 Elm Court, tell nobody.",))
    page.merge_cells("A3:C3")
    page.row_dimensions[3].hidden = True
    book.save(tmp_path / "csc.xlsx")
    hidden = merge([tmp_path / "csc.xlsx"], CASE).entries[-1]
    assert "Elm Court" in hidden.event
    assert "event" in hidden.withheld


def test_an_answer_that_was_struck_out_shows_no_child_as_seen_or_heard(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(("Date", "Event", "Orla seen", "Orla's views"))
    page.append(("1/2/2021", "Visit.", "Yes", "Wants mum"))
    page.append(("2/2/2021", "Visit.", "Yes", "Wants mum"))
    for cell in (page["C2"], page["D2"]):
        cell.font = Font(strike=True)
    book.save(tmp_path / "csc.xlsx")
    struck, standing = merge([tmp_path / "csc.xlsx"], CASE).entries
    assert (struck.seen["Orla"].value, struck.views["Orla"].value) == (
        "not_recorded",
        "not_recorded",
    )
    assert (standing.seen["Orla"].value, standing.views["Orla"].value) == ("seen", "recorded")


ORLA = Child(label="Orla", subject=True)


def struck_out(tmp_path: Path, *cells: str) -> Chronology:
    """Three visits, of which cells of the third are struck out."""
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(("Date", "Event", "Child seen", "Officer"))
    for day in ("1/2/2021", "2/2/2021", "3/2/2021"):
        page.append((day, "Home visit to the family.", None, "J. Hart"))
    for cell in cells:
        page[cell].font = Font(strike=True)
    book.save(tmp_path / "csc.xlsx")
    return merge([tmp_path / "csc.xlsx"], Case(children=(ORLA,)))


@pytest.mark.parametrize("cells", [("A4", "B4", "D4"), ("B4",)])
def test_a_row_struck_out_as_a_whole_counts_as_no_contact_and_is_not_asked_about(
    tmp_path: Path, cells: Sequence[str]
) -> None:
    woven = struck_out(tmp_path, *cells)
    assert len(woven.entries) == 3
    for told in (woven, with_hidden(woven)):
        for scope in (Scope.CONTACTS, Scope.ENTRIES):
            assert len(tallies(told, ORLA, scope)[-1].of) == 2
        assert not_counted_words(told, ORLA) == (
            "Not counted there: entries struck out in the files as sent (CSC 1)."
        )
    assert {q.entry.at.row for q in questions(woven, "CSC")} == {2, 3}


def test_a_row_of_which_an_answer_stands_counts_although_its_account_is_struck_out(
    tmp_path: Path,
) -> None:
    book_rows = ("Date", "Event", "Child seen"), ("1/2/2021", "Home visit.", "No")
    book = openpyxl.Workbook()
    for row in book_rows:
        book.worksheets[0].append(row)
    book.worksheets[0]["B2"].font = Font(strike=True)
    book.save(tmp_path / "csc.xlsx")
    woven = merge([tmp_path / "csc.xlsx"], Case(children=(ORLA,)))
    [tally, _] = tallies(woven, ORLA, Scope.CONTACTS)
    assert len(tally.of) == 1


def test_an_event_struck_out_together_with_its_date_takes_the_answers_beside_it_with_it(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(("Date", "Type", "Event", "Child seen", "Seen alone"))
    page.append(("1/2/2021", "Home visit", "Entered on the wrong child.", "Yes", "Yes"))
    page.append(("2/2/2021", "Home visit", "Visit.", "Yes", "No"))
    page["A2"].font = page["C2"].font = Font(strike=True)
    book.save(tmp_path / "csc.xlsx")
    woven = merge([tmp_path / "csc.xlsx"], Case(children=(ORLA,)))
    gone, standing = (entry.seen["Orla"].value for entry in woven.entries)
    assert (gone, standing) == ("not_recorded", "seen")
    assert not_counted_words(woven, ORLA) == (
        "Not counted there: entries struck out in the files as sent (CSC 1)."
    )


@pytest.mark.parametrize("form", ["earlier.xlsx", "earlier.docx", "earlier.json"])
@pytest.mark.parametrize("shows", [True, False])
def test_the_words_of_a_struck_out_row_do_not_come_back_with_a_note_on_it_when_the_row_is_gone(
    tmp_path: Path, form: str, shows: bool
) -> None:
    woven = struck_out(tmp_path, "A4", "B4", "D4")
    write(with_hidden(woven) if shows else woven, tmp_path / form)
    events = {row.id: row.event for row in read_earlier(tmp_path / form).rows}
    first, second, struck = (entry.id for entry in woven.entries)
    assert events[first] == events[second] == "Home visit to the family."
    assert events[struck] in ("", WITHHELD)


def test_a_word_copy_that_shows_struck_out_words_says_so(tmp_path: Path) -> None:
    write(with_hidden(struck_out(tmp_path, "B4")), tmp_path / "copy.docx")
    words = "\n".join(p.text for p in docx.Document(str(tmp_path / "copy.docx")).paragraphs)
    assert "Struck out or hidden: This copy shows struck-out, deleted and hidden words" in words


@pytest.mark.parametrize("told", ["12/1/2021 the informant moved", "the informant"])
def test_the_words_of_a_hidden_row_are_not_said_as_its_date(sheet: Sheet, told: str) -> None:
    rows = (("Date", "Event"), ("1/2/2021", "Visit."), (told,))
    woven = sheet(*rows, lines=(3,), across=(3,))
    assert not [f.message for f in woven.findings if "informant" in f.message]
    assert not [e for e in woven.entries if "informant" in place_words(e)]


def test_a_struck_signature_is_not_shown_with_the_entry_above(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("Date", "Event"), ("1/2/2021", "Visit."), ("Signed: informant",)):
        book.worksheets[0].append(row)
    book.worksheets[0]["A3"].font = Font(strike=True)
    book.save(tmp_path / "csc.xlsx")
    [entry] = merge([tmp_path / "csc.xlsx"], CASE).entries
    assert not entry.extra


def test_a_hidden_row_that_is_no_entry_is_said_once_and_a_hidden_sheet_of_lists_is_not(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    page, lists = book.worksheets[0], book.create_sheet("Lists")
    for row in (("Source: nan",), ("Date", "Event"), ("1/2/2021", "Visit.")):
        page.append(row)
    page.row_dimensions[1].hidden = True
    for number in range(9):
        lists.append((f"Choice {number}", "Yes"))
    lists.sheet_state = "hidden"
    book.save(tmp_path / "csc.xlsx")
    woven = merge([tmp_path / "csc.xlsx"], CASE)
    assert [(f.sheet, f.row) for f in woven.findings if f.code == "row-hidden"] == [("Sheet", 1)]
    aside = [a for sheet in woven.submissions[0].sheets for a in sheet.set_aside]
    assert (aside[0].words, aside[0].marks) == ("", ("hidden: Source: nan",))
    assert aside[-1].marks == ("hidden: Choice 8", "hidden: Yes")
