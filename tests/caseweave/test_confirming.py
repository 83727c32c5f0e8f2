"""The sheet *To confirm*: readings of the text, and a person's word on each."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from chronology.exporters import write
from chronology.exporters.books.confirm_sheet import confirm_table
from chronology.model import Basis, Views, ViewsValue
from chronology.values.confirming import HEADS, What, to_confirm
from tests.case_folder import case_folder, heads, refused, run
from tests.chronology.small_chronology import chronology, entry, seen, views

CSV = """Date,Event,Child seen
01/03/2021,Home visit. Theo was not seen.,
02/03/2021,Home visit. Theo seen alone in his room.,
"""
CASE = """
[[children]]
label = "Theo"
subject = true

[[submissions]]
file = "hv.csv"
record_of = "child"
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = case_folder(tmp_path / "case", CASE, {"hv.csv": CSV})
    merge(folder)
    return folder


def merge(case: Path) -> None:
    run("merge", case, "-o", case / "out.xlsx")


def confirm(case: Path, row: str, **typed: object) -> None:
    """Type into the line of To confirm whose reading is `row`."""
    book = openpyxl.load_workbook(case / "out.xlsx")
    sheet = book["To confirm"]
    at = heads(sheet)
    line = next(n for n in range(2, 9) if sheet.cell(n, at["Read from the text as"]).value == row)
    for name, words in typed.items():
        sheet.cell(line, at[name.replace("_", " ")]).value = words
    book.save(case / "out.xlsx")


def shown(case: Path, line: int, heading: str) -> str:
    sheet = openpyxl.load_workbook(case / "out.xlsx")["Chronology"]
    return str(sheet.cell(line, heads(sheet)[heading]).value)


def waiting(case: Path) -> list[object]:
    sheet = openpyxl.load_workbook(case / "out.xlsx")["To confirm"]
    at = heads(sheet)["Read from the text as"]
    return [sheet.cell(n, at).value for n in range(2, sheet.max_row + 1)]


SIGNED = {"Initials": "JS", "On": "03/05/2024", "Reason": "read the file"}


def test_agree_makes_a_reading_confirmed_by_the_review_and_takes_it_off_the_sheet(
    case: Path,
) -> None:
    assert waiting(case) == ["seen alone", "not seen"]
    confirm(case, "seen alone", Agree_or_Change="Agree", **SIGNED)
    merge(case)
    assert shown(case, 3, "Theo: seen").startswith("Seen alone\nconfirmed by the review")
    assert shown(case, 3, "Panel: seen") == (
        "Theo: seen alone - JS, 03/05/2024, agrees with the text, read the file"
    )
    assert waiting(case) == ["not seen"]


def test_change_sets_the_value_chosen_and_stays_on_every_later_merge(case: Path) -> None:
    confirm(case, "not seen", Agree_or_Change="Change to: seen", **SIGNED)
    for _ in range(2):
        merge(case)
        assert shown(case, 2, "Theo: seen").startswith("Seen\nconfirmed by the review")


def test_a_decision_survives_the_agencys_correction_of_the_row(case: Path) -> None:
    confirm(case, "not seen", Agree_or_Change="Change to: seen", **SIGNED)
    corrected = CSV.replace("Theo was not seen", "Theo was not seen at all")
    (case / "submissions" / "hv.csv").write_text(corrected, encoding="utf-8")
    merge(case)
    assert shown(case, 2, "Theo: seen").startswith("Seen\nconfirmed by the review")


def test_a_decision_without_initials_is_taken_in_and_asked_about(case: Path) -> None:
    confirm(case, "not seen", Agree_or_Change="Agree")
    merge(case)
    sheet = openpyxl.load_workbook(case / "out.xlsx")["Findings"]
    words = [str(cell.value) for line in sheet.iter_rows(min_row=2) for cell in line]
    assert any("without saying who decided it and when" in w for w in words)


@pytest.mark.parametrize("typed", ["Change to seen", "change: seen", "CHANGE TO: Seen", "seen"])
def test_a_change_typed_by_hand_is_understood(case: Path, typed: str) -> None:
    confirm(case, "not seen", Agree_or_Change=typed, **SIGNED)
    merge(case)
    assert shown(case, 2, "Theo: seen").startswith("Seen\nconfirmed by the review")


def test_a_second_line_of_a_reason_sets_nothing(case: Path) -> None:
    confirm(case, "seen alone", Agree_or_Change="Agree", Initials="JS", On="03/05/2024",
            Reason="read the file\nnot seen by the police")  # fmt: skip
    merge(case)
    assert shown(case, 3, "Theo: seen").startswith("Seen alone\nconfirmed by the review")


def test_of_two_decisions_that_differ_the_last_stands_and_both_are_named(case: Path) -> None:
    confirm(case, "not seen", Agree_or_Change="Change to: seen", **SIGNED)
    book = openpyxl.load_workbook(case / "out.xlsx")
    sheet = book["Chronology"]
    sheet.cell(2, heads(sheet)["Panel: seen"]).value = "Theo: not seen - KP, 2/5/24"
    book.save(case / "out.xlsx")
    merge(case)
    assert shown(case, 2, "Theo: seen").startswith("Seen\nconfirmed by the review")
    assert "is not what 'Theo: seen - JS" in found(case)


@pytest.mark.parametrize(
    "typed",
    ["seen?", "seen alone? ask the nurse", "seen by video", "seen by mum only", "seen or not?"],
)
def test_a_question_or_a_sighting_by_nobody_of_a_service_confirms_nothing(
    case: Path, typed: str
) -> None:
    confirm(case, "not seen", Agree_or_Change=f"Change to: {typed}", **SIGNED)
    merge(case)
    assert shown(case, 2, "Theo: seen").startswith("Not seen\nread from the text, unconfirmed")
    assert "is not plain; it is kept as a note and sets nothing" in found(case)


def found(case: Path) -> str:
    """The words of the sheet Findings."""
    sheet = openpyxl.load_workbook(case / "out.xlsx")["Findings"]
    return "\n".join(str(cell.value) for line in sheet.iter_rows(min_row=2) for cell in line)


@pytest.mark.parametrize("typed", ["Agree with the column", "Disagree", "Change", None])
def test_what_is_no_decision_is_kept_with_its_reason_and_sets_nothing(
    case: Path, typed: str | None
) -> None:
    confirm(case, "not seen", Agree_or_Change=typed, **SIGNED)
    merge(case)
    assert shown(case, 2, "Panel: seen").endswith("- JS, 03/05/2024, read the file")
    assert shown(case, 2, "Theo: seen").startswith("Not seen\nread from the text, unconfirmed")
    assert "not seen" in waiting(case)


def test_a_day_in_a_date_cell_is_shown_day_first(case: Path) -> None:
    confirm(case, "not seen", Agree_or_Change="Agree", Initials="JS", On=dt.date(2024, 5, 3))
    merge(case)
    assert shown(case, 2, "Panel: seen") == "Theo: not seen - JS, 03/05/2024, agrees with the text"


@pytest.mark.parametrize("typed", [{"Agree_or_Change": "Agree"}, {"Reason": "ask the nurse"}])
def test_a_workbook_of_which_only_to_confirm_is_left_is_not_overwritten(
    case: Path, typed: dict[str, str]
) -> None:
    confirm(case, "not seen", **typed)
    book = openpyxl.load_workbook(case / "out.xlsx")
    for name in book.sheetnames:
        if name != "To confirm":
            del book[name]
    book.save(case / "out.xlsx")
    before = (case / "out.xlsx").read_bytes()
    told = refused("merge", case, "-o", case / "out.xlsx").message
    assert "its sheet Chronology or the column Id is gone" in told
    assert (case / "out.xlsx").read_bytes() == before


def test_the_choices_stand_in_a_list(case: Path) -> None:
    sheet = openpyxl.load_workbook(case / "out.xlsx")["To confirm"]
    first = sheet.data_validations.dataValidation[0]
    assert first.formula1 == (
        '"Agree,Change to: seen,Change to: seen alone,Change to: not seen,Change to: not recorded"'
    )


READ = "narrative"


def test_the_only_sighting_in_a_long_spell_comes_first_and_says_so() -> None:
    told = chronology(
        entry(1, "GP", "1/1/21", seen("seen")),
        entry(2, "GP", "2/1/21", seen("not_seen", READ)),
        entry(3, "HV", "1/6/21", seen("seen", READ)),
        entry(4, "HV", "1/12/21", seen("seen"), views("observed", READ)),
        covers="1/1/21-1/12/21",
    )
    first, *others = to_confirm(told)
    assert first.entry.agency == "HV"
    assert first.why == ("the only reading of 'seen' in 334 days with none stated or confirmed",)
    assert [(r.what, r.value) for r in others] == [
        (What.SEEN, "not seen"), (What.VIEWS, "observed"),
    ]  # fmt: skip


def test_a_reading_of_a_video_call_says_so_and_is_no_only_sighting_in_a_spell() -> None:
    told = chronology(
        entry(1, "GP", "1/1/21", seen("seen")),
        entry(3, "HV", "1/6/21", seen("seen", READ, manner="remote")),
        entry(4, "HV", "1/12/21", seen("seen")),
        covers="1/1/21-1/12/21",
    )
    (only,) = to_confirm(told)
    assert only.why == ("seen remotely only: no sighting in person",)


def test_what_is_stated_answered_or_confirmed_does_not_wait() -> None:
    told = chronology(*(
        entry(n, "GP", f"{n}/1/21", seen("seen", basis.value))
        for n, basis in enumerate((Basis.STATED, Basis.REVIEWER, Basis.AGENCY_ANSWER), 1)
    ))  # fmt: skip
    assert to_confirm(told) == ()


LONG = (
    "Statutory visit to the flat at the end of the day; the hall was full of boxes and the heating "
    "was off. Mother spoke about her arrears. The tenancy was gone through at length with the "
    "housing officer on the telephone. Theo was in bed and said nothing, and turned to the wall. "
    "Plan agreed. Next visit in ten days, with the health visitor if she can come along then too."
)


def test_the_readings_of_one_entry_stand_together_its_words_once_with_those_that_are_read(
    tmp_path: Path,
) -> None:
    said = Views(value=ViewsValue.OBSERVED, basis=Basis.NARRATIVE,
                 evidence="turned to the wall", readings={READ: "observed"})  # fmt: skip
    told = chronology(
        entry(1, "GP", "1/1/21", seen("seen")),
        entry(2, "GP", "2/1/21", seen("not_seen", READ)),
        replace(entry(3, "HV", "1/6/21", seen("seen", READ), said), event=LONG),
        entry(4, "HV", "1/12/21", seen("seen")),
        covers="1/1/21-1/12/21",
    )
    lines = [dict(zip(HEADS, line, strict=True)) for line in confirm_table(told).lines]
    assert [(n["Ref"], n["What"]) for n in lines] == [(3, "seen"), (3, "views"), (2, "seen")]
    assert str(lines[0]["The entry as sent"]).startswith("Statutory visit to the flat")
    words = str(lines[1]["The entry as sent"])
    assert words.startswith("Statutory visit to the flat")
    assert "\u2026 Theo was in bed and said nothing, and turned to the wall." in words
    assert len(words) < len(LONG)
    again = replace(told.entries[2], event="Home visit. Theo turned to the wall.")
    short = replace(told, entries=(*told.entries[:2], again, told.entries[3]))
    lines = [dict(zip(HEADS, line, strict=True)) for line in confirm_table(short).lines]
    assert [n["The entry as sent"] for n in lines] == [
        "Home visit. Theo turned to the wall.", "the same words of ref 3", "Home visit.",
    ]  # fmt: skip


def test_of_many_readings_those_on_which_much_rests_are_printed_and_the_sheet_says_so(
    tmp_path: Path,
) -> None:
    days = [f"{1 + n // 2}/{1 + n % 2}/21" for n in range(56)]
    told = chronology(
        *(entry(n, "GP", day, seen("seen_alone", READ)) for n, day in enumerate(days[:44], 1)),
        *(entry(n, "GP", day, seen("not_seen", READ)) for n, day in enumerate(days[44:], 51)),
    )
    write(told, tmp_path / "out.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["To confirm"]
    assert sheet.max_row == 57
    assert sheet.print_area.endswith("$45")
    assert (
        "first 44 of 56 lines of this sheet, those that matter most," in sheet.oddHeader.left.text
    )


def test_a_reason_that_holds_twice_is_told_once_with_its_number() -> None:
    told = chronology(
        entry(1, "GP", "1/1/21", seen("seen", READ)),
        entry(2, "HV", "1/1/21", seen("not_seen")),
        entry(3, "Police", "1/1/21", seen("not_seen")),
    )
    (only,) = [r for r in to_confirm(told) if r.entry.agency == "GP"]
    assert any(words.endswith(" (2 times)") for words in only.why)
    assert len(set(only.why)) == len(only.why)
