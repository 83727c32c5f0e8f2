"""Tables that are no chronology although their headings are known hold no entries."""

from pathlib import Path

import openpyxl
import pytest

from chronology import merge
from chronology.model import Case, Chronology, Declared

LOG = [("Date", "Event", "Worker"), ("5/1/2021", "Visit", "AB"), ("6/1/2021", "Call", "AB")]


def read(folder: Path, other: list[tuple[object, ...]], case: Case | None = None) -> Chronology:
    book = openpyxl.Workbook()
    for title, rows in (("Other", other), ("Log", LOG)):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(folder / "police.xlsx")
    woven = merge([folder / "police.xlsx"], case)
    for read_sheet in woven.submissions[0].sheets:
        assert read_sheet.rows == read_sheet.entries + len(read_sheet.set_aside)
    return woven


@pytest.mark.parametrize(
    ("reason", "rows"),
    [
        ("record of versions", [("Version", "Date", "Author", "Changes"),
                                (0.1, "1/6/2021", "P Hale", "First draft")]),
        ("record of versions", [("Draft no.", "Date", "Comments"), ("Draft 2", "1/6/2021", "QA")]),
        ("record of versions", [("Date", "Summary of changes", "Author"),
                                ("1/6/2021", "First draft", "P Hale"), ("2/6/2021", "QA", "A B")]),
        ("counts", [("Month", "Contacts", "Child seen"), ("Jan 2021", 3, 1), ("Feb 2021", 2, 0)]),
        ("counts", [("Agency", "Contacts", "Child seen"), ("GP", "3", "1")]),
        ("counts", [("Year", "Contacts", "Seen"), (2019, 3, 1), (2020, 0, 0), ("Total", "", "")]),
        ("list of people", [("Name", "DOB", "Role", "Notes"), ("Theo", "1/2/2017", "Subject", "A"),
                            ("Ruby", "3/4/2019", "Sister", "B"), ("Kay", "5/6/1990", "Mum", "C")]),
        ("action plan", [("Date", "Action", "Owner", "Due date"),
                         ("1/6/2021", "Review the policy", "Head", "1/9/2021")]),
    ],
)  # fmt: skip
def test_such_a_table_is_set_aside_whole_and_said(
    tmp_path: Path, reason: str, rows: list[tuple[object, ...]]
) -> None:
    woven = read(tmp_path, rows)
    assert [e.event for e in woven.entries] == ["Visit", "Call"]
    other = woven.submissions[0].sheets[0]
    assert {a.reason for a in other.set_aside} == {reason}
    (said,) = [f for f in woven.findings if f.code == "table-not-chronology"]
    assert said.sheet == "Other"


@pytest.mark.parametrize(
    "rows",
    [
        [("Version", "Date", "Event"), ("She said he fell", "1/6/2021", "Asked by PC")],
        [("Issue", "Date", "Notes"), ("Housing", "1/6/2021", "Letter")],
        [("Issue", "Date", "Notes"), ("2 bruises on his arm", "1/6/2021", "Letter")],
        [("Date", "Change", "Worker"), ("1/6/2021", "Moves to his aunt", "AB")],
        [("Date", "Changes", "Seen"), ("1/6/2021", "Final visit before the move", "Yes")],
        [("Ref", "Date", "Notes"), (0.1, "1/6/2021", "Letter")],
        [("Date", "Event", "Child seen"), ("1/6/2021", "42", "1")],
        [("Name", "DOB", "Date", "Notes"), ("Theo", "1/2/2017", "1/6/2021", "Seen")],
        [("Date", "Action taken", "Review due"), ("1/6/2021", "Called and visited", "")],
        [("Name", "DOB", "Seen on", "Notes"), ("Theo", "1/2/2017", "1/6/2021", "Seen")],
        [("Date", "Event", "Action", "Due date"), ("1/6/2021", "Visit", "Refer", "1/9/2021")],
    ],
)
def test_tables_that_only_look_like_them_hold_entries(
    tmp_path: Path, rows: list[tuple[object, ...]]
) -> None:
    assert len(read(tmp_path, rows).entries) == 3


def test_columns_named_in_the_case_file_make_it_a_chronology(tmp_path: Path) -> None:
    plan = [("Date", "Action", "Due date"), ("1/6/2021", "Called and visited", "")]
    said = Declared(file="police.xlsx", columns={"Action": "event"})
    assert len(read(tmp_path, plan, Case(declared=(said,))).entries) == 3
    elsewhere = Declared(file="police.xlsx", columns={"Worker": "initials"})
    assert len(read(tmp_path, plan, Case(declared=(elsewhere,))).entries) == 2
