"""Entries of two rows, the date and below it the words, are one; other rows stay their own."""

from pathlib import Path

import openpyxl
from openpyxl.styles import Font

from chronology import merge
from chronology.model import Chronology

HEAD = "Date,Type,Worker\n"


def read(folder: Path, text: str) -> Chronology:
    path = folder / "notes.csv"
    path.write_text(text, "utf-8")
    return merge([path])


def told(woven: Chronology) -> dict[int, tuple[str, str]]:
    sheet = woven.submissions[0].sheets[0]
    assert sheet.rows == sheet.entries + len(sheet.set_aside)
    return {e.at.row: (f"{e.when.start}", e.event) for e in woven.entries}


def test_the_words_below_a_date_are_read_with_it(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        f"{HEAD}1/3/2021,Visit,AB\nSeen at home and well.,,\nHe likes his bed.,,\n"
        "Validated by AB on 02/03/2021,,\n,,\n8/3/2021,Call,AB\n,,\nMother rang to cancel.,,\n"
        "9/3/2021,Letter,AB\n",
    )
    assert told(woven) == {
        2: ("2021-03-01", "Seen at home and well.\nHe likes his bed."),
        7: ("2021-03-08", "Mother rang to cancel."),
        10: ("2021-03-09", ""),
    }
    assert {a.row: a.reason for a in woven.submissions[0].sheets[0].set_aside} == {
        1: "heading", 3: "read with the row above", 4: "read with the row above", 5: "signature",
        6: "blank", 8: "blank", 9: "read with the row above",
    }  # fmt: skip


def test_an_event_column_that_stays_empty_takes_the_words_and_a_label_beside_them_goes(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path,
        "Date,Event,Child seen\n1/3/2021,,Yes\nNote:,Out in the garden all day,\n2/3/2021,,No\n"
        "Note:,Nobody at home at all,\n",
    )
    assert told(woven) == {
        2: ("2021-03-01", "Out in the garden all day"),
        4: ("2021-03-02", "Nobody at home at all"),
    }
    assert [next(iter(e.seen.values())).value for e in woven.entries] == ["seen", "not_seen"]


def test_words_below_entries_that_have_their_own_stay_entries(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "Date,Event\n1/3/2021,Visit\nMother was not there today,\n2/3/2021,Call\n"
        "Father was not there either,\n",
    )
    assert len(woven.entries) == 4


def test_struck_words_below_a_date_stay_struck(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Date", "Type", "Worker"], ["1/3/2021", "Visit", "AB"], ["Father hit him with a belt"],
        ["2/3/2021", "Visit", "AB"], ["All well at the home today"],
    ):  # fmt: skip
        sheet.append(row)
    sheet["A3"].font = Font(strike=True)
    book.save(tmp_path / "notes.xlsx")
    first, second = merge([tmp_path / "notes.xlsx"]).entries
    assert "event" in first.withheld
    assert "event" not in second.withheld


def test_words_below_a_date_that_name_another_day_are_words(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        f"{HEAD}1/3/2021,Visit,AB\nSeen at home. Next visit 18/03/2021.,,\n8/3/2021,Call,AB\n"
        "Mother rang to cancel.,,\n",
    )
    assert told(woven) == {
        2: ("2021-03-01", "Seen at home. Next visit 18/03/2021."),
        4: ("2021-03-08", "Mother rang to cancel."),
    }


def test_a_row_that_begins_with_a_day_is_an_entry_among_accounts_below_their_dates(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path,
        f"{HEAD}1/3/2021,Visit,AB\nSeen at home and well.,,\n8/3/2021,Call,AB\n"
        "Mother rang to cancel.,,\n9/3/2021 Reviewed by the manager,,\n10/3/2021,Call,AB\n",
    )
    assert told(woven)[6] == ("2021-03-09", "9/3/2021 Reviewed by the manager")
    assert told(woven)[2] == ("2021-03-01", "Seen at home and well.")
