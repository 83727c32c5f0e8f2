"""Readers give every row with its own number, or say plainly why they cannot."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from chronology import importers
from chronology.findings import Unreadable
from chronology.importers.rows import text_of


def words(path: Path) -> list[list[str]]:
    return [
        [text_of(cell.value) for cell in row.cells] for row in importers.read(path).tables[0].rows
    ]


def test_a_csv_from_excel_keeps_semicolons_quotes_and_newlines_in_cells(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    path.write_bytes('sep=;\r\nDate;Event\r\n01/02/2021;"Café, two\nlines"\r\n'.encode("cp1252"))
    assert words(path) == [["sep=", ""], ["Date", "Event"], ["01/02/2021", "Café, two\nlines"]]


def test_a_workbook_keeps_its_own_row_numbers_after_blank_rows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A3"] = "Date"
    sheet["A4"] = "03/05/2021"
    book.save(tmp_path / "gp.xlsx")
    rows = importers.read(tmp_path / "gp.xlsx").tables[0].rows
    assert [row.number for row in rows if row.cells[0].value] == [3, 4]


def test_a_date_merged_down_belongs_to_every_row_it_covers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "03/05/2021"
    sheet["B2"] = "second event of the day"
    sheet.merge_cells("A1:A2")
    book.save(tmp_path / "gp.xlsx")
    assert words(tmp_path / "gp.xlsx") == [
        ["03/05/2021", ""],
        ["03/05/2021", "second event of the day"],
    ]


def test_hours_and_minutes_in_the_built_in_format_are_a_time(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"] = 0.4, 1.5
    sheet["A1"].number_format = sheet["A2"].number_format = "[h]:mm:ss"  # built in, number 46
    book.save(tmp_path / "gp.xlsx")
    rows = importers.read(tmp_path / "gp.xlsx").tables[0].rows
    assert [row.cells[0].value for row in rows] == [dt.time(9, 36), "36:00"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("scan.xlsx", b"\x89PNG\r\n\x1a\n....", "is a picture"),
        ("empty.csv", b"", "is empty"),
        ("cut.xlsx", b"PK\x03\x04cut short", "is damaged"),
        ("notes.odd", b"words", "cannot be read"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_plain_words(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=says):
        importers.read(tmp_path / name)


@pytest.mark.parametrize("mark", ["~", "^", "|"])
def test_rare_separators_are_told_by_how_evenly_they_cut(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "log.txt"
    rows = (("Date", "Event"), ("12/03/2021", "Call, no answer"), ("13/03/2021", "Visit, seen"))
    path.write_text("\n".join(map(mark.join, rows)), "utf-8")
    assert [row[1] for row in words(path)[1:]] == ["Call, no answer", "Visit, seen"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_letter_and_its_accent_are_one_character(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"log.{suffix}"
    event = "Si\u006f\u0302n came."
    if suffix == "csv":
        path.write_text(f"Date,Event\n12/03/2021,{event}\n", "utf-8")
    else:
        book = openpyxl.Workbook()
        book.active.append(["Date", "Event"])
        book.active.append(["12/03/2021", event])
        book.save(path)
    assert [row[1] for row in words(path)[1:]] == ["Si\u00f4n came."]
