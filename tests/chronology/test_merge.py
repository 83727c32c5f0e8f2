"""Merging: every row is an entry or is set aside with a reason, in one order."""

import datetime as dt
from pathlib import Path

import pytest

from chronology import exporters, merge
from chronology.exporters.books import coverage_book
from chronology.model import Case, Child

POLICE = (
    "Police chronology\n\nDate,Time,Details,Child seen Y/N,Voice of the child,Officer,Unit\n"
    '14/03/2022,0930,ATTENDED ADDRESS,Yes,"said ""I like it""",PC A,North\n'
    "30/02/2023,,INTELLIGENCE,No,,PC B,\nMarch 2022,,LETTER SENT,,,,\n"
    ",,NOTE,Sibs only,,,\n\nEnd of chronology,,,,,,\n"
)


def police(folder: Path) -> Path:
    path = folder / "police.csv"
    path.write_text(POLICE, encoding="utf-8")
    return path


def test_rows_found_are_entries_plus_rows_set_aside_with_reasons(tmp_path: Path) -> None:
    sheet = merge([police(tmp_path)]).submissions[0].sheets[0]
    assert [(a.row, a.reason) for a in sheet.set_aside] == [
        (1, "title"), (2, "blank"), (3, "heading"), (8, "blank"), (9, "footer"),
    ]  # fmt: skip
    assert sheet.rows == sheet.entries + len(sheet.set_aside) == 9


def test_a_month_stands_before_its_days_but_after_its_first_and_undated_stand_last(
    tmp_path: Path,
) -> None:
    entries = merge([police(tmp_path)]).entries
    assert [entry.at.row for entry in entries] == [6, 4, 5, 7]


def test_only_plain_words_are_a_yes_or_a_no_and_silence_is_not_recorded(tmp_path: Path) -> None:
    chronology = merge([police(tmp_path)])
    seen = {entry.at.row: entry.seen["Subject child"].value for entry in chronology.entries}
    assert seen == {4: "seen", 5: "not_seen", 6: "not_recorded", 7: "not_recorded"}
    assert {f.code: f.cell for f in chronology.findings} == {
        "date-impossible": "A5",
        "date-missing": "A7",
        "seen-unclear": "D7",
    }


def test_a_column_that_maps_to_nothing_and_an_unclear_answer_are_kept(
    tmp_path: Path,
) -> None:
    entries = merge([police(tmp_path)]).entries
    assert [entry.extra for entry in entries if entry.extra] == [{"Unit": "North"}]
    assert entries[-1].fields["child_seen"] == "Sibs only"


def test_ids_do_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    other = tmp_path / "gp.csv"
    other.write_text("Date,Consultation\n01/02/2021,Seen with mother\n", encoding="utf-8")
    one = merge([police(tmp_path), other]).entries
    two = merge([other, police(tmp_path)]).entries
    assert [entry.id for entry in one] == [entry.id for entry in two]


def test_a_note_of_the_author_is_marked_and_nothing_is_read_from_it(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    path.write_text(
        "Seq,Start Date,Start Time,End Date,End Time,Source of Information,Event\n"
        "1,12/03/2021,2230,13/03/2021,0115,Log,Subject child seen at home.\n"
        "2,13/03/2021,,,,# IMR author,Subject child seen at home: was this checked?\n",
        encoding="utf-8",
    )
    first, second = merge([path]).entries
    assert (first.when.end_time, second.when.end_time) == (dt.time(1, 15), None)
    assert second.marks == ("author's note",)
    assert second.seen["Subject child"].value == "not_recorded"


def test_a_column_of_weeks_gives_each_row_seven_days(tmp_path: Path) -> None:
    path = tmp_path / "school.csv"
    path.write_text("Week commencing,Event\n08/03/2021,Attendance 60%\n", encoding="utf-8")
    when = merge([path]).entries[0].when
    assert (when.start, when.end) == (dt.date(2021, 3, 8), dt.date(2021, 3, 14))


def test_an_expected_agency_is_not_said_to_be_missing_without_naming_the_file_that_may_be_its(
    tmp_path: Path,
) -> None:
    events = {"GP summary.csv": "Clinic", "police.csv": "At the flat", "soc care.csv": "Visit"}
    for name, event in events.items():
        (tmp_path / name).write_text(f"Date,Event\n14/03/2022,{event}\n", encoding="utf-8")
    case = Case(expected=("GP", "Police", "Housing", "Children's social care"))
    woven = merge([tmp_path / name for name in events], case)
    missing = [f for f in woven.findings if f.code == "agency-not-received"]
    assert [f.message for f in missing] == [
        "No chronology received from: GP, unless it is GP summary.csv ('GP summary').",
        "No chronology received from: Housing.",
        "No chronology received from: Children's social care, unless it is soc care.csv "
        "('Soc care').",
    ]
    assert 'agency = "GP"' in missing[0].remedy


@pytest.mark.parametrize("name", ["integrated.xlsx", "integrated.docx", "coverage.xlsx"])
def test_what_caseweave_wrote_is_not_taken_for_an_agencys_file(name: str, tmp_path: Path) -> None:
    out = tmp_path / name
    written = merge([police(tmp_path)])
    if name.startswith("coverage"):
        coverage_book.write(written, (Child(label="Subject child"),), "", out)
    else:
        exporters.write(written, out)
    woven = merge([police(tmp_path), out])
    assert len(woven.entries) == 4
    refused = [f for f in woven.findings if f.code == "file-not-read"]
    assert [f.file for f in refused] == [name]
    assert "is a chronology that caseweave wrote" in refused[0].message
