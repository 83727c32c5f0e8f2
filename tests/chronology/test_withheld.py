"""Hidden words stay out of what is said of an entry: its columns, readings and findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from chronology import merge
from chronology.exporters.rows import WITHHELD, evidence_of
from chronology.model import Basis, Case, Child, Chronology

CASE = Case(children=(Child(label="Orla", names=("Orla Quist",)), Child(label="Finn")))
Sheet = Callable[..., Chronology]


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    def made(*rows: Sequence[str], columns: str = "", lines: Sequence[int] = ()) -> Chronology:
        book = openpyxl.Workbook()
        page = book.worksheets[0]
        for row in rows:
            page.append(row)
        for letter in columns:
            page.column_dimensions[letter].hidden = True
        for number in lines:
            page.row_dimensions[number].hidden = True
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
