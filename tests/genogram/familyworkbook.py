"""A small family workbook, as a person fills it in."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

SHEETS = {
    "People": [
        ["Id", "Name", "Sex", "Born", "Died", "Role", "Subject child", "Pregnancy"],
        ["mum", "Jo Sample", "F", "14/03/1990", None, "Mother", None, None],
        ["dad", "Al Sample", "M", "c. 1989", None, None, None, None],
        ["kid", "Sam Sample", "Male", "March 2015", None, None, "Yes", None],
        ["bump", "Baby", None, "01/09/2021", None, None, None, "Unborn"],
    ],
    "Partnerships": [
        ["Id", "Partner 1", "Partner 2", "Kind", "From", "To"],
        ["u1", "mum", "dad", "Living together", "2012", None],
    ],
    "Parents": [
        ["Child", "Union", "Kind", "From", "To"],
        ["kid", "u1", None, None, None],
        ["bump", "mum + dad", "Birth", None, None],
        ["mum", "dad", "step", None, None],
    ],
    "Households": [
        ["Household", "Address", "Person", "From", "To"],
        ["Home 1", "1 Sample Road", "mum", "01/01/2014", None],
        ["Home 1", None, "kid", "March 2015", "05/06/2020"],
    ],
}


def workbook(path: Path, sheets: dict[str, list[list[str | None]]]) -> Path:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(path)
    return path
