"""openpyxl reads the same workbooks: every value and every mark agrees with it, cell by cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell as TheirCell
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from chronology import importers
from chronology.importers.excel_styles import string_marks, style_marks
from chronology.importers.number_formats import unusual
from chronology.importers.package import open_package, read_part
from chronology.importers.rows import EMPTY, Cell, Table, Value
from chronology.importers.sheet_marks import Known, is_plain, sheet_marks
from chronology.importers.source import Source
from chronology.importers.tidying import tidy, time_or_hours
from tests.chronology.importers.told import sample_files

_EXCEL = [path for path in sample_files() if path.suffix in (".xlsx", ".xlsm")]
# openpyxl says that the workbook holds no sheets, or is not a workbook.
_NOT_OPENED = {"excel-strict.xlsx"}


def _openable() -> list[Path]:
    return [p for p in _EXCEL if p.name not in _NOT_OPENED and p.read_bytes()[:2] == b"PK"]


@pytest.mark.parametrize("sample", _openable(), ids=lambda path: path.name)
def test_values_and_marks_agree_with_openpyxl_cell_by_cell(sample: Path) -> None:
    book = openpyxl.load_workbook(sample, data_only=True, rich_text=True)
    formulas = openpyxl.load_workbook(sample)
    ours = [t for t in importers.read(sample).tables if not t.name.endswith(" (text boxes)")]
    assert [table.name for table in ours] == [sheet.title for sheet in book.worksheets]
    for table, sheet in zip(ours, book.worksheets, strict=True):
        threads = "threaded" in sample.name
        assert table.hidden == (sheet.sheet_state != "visible")
        assert table.epoch_1904 == (book.epoch.year == 1904)
        _compare(table, sheet, formulas[sheet.title], with_comments=not threads)


def _compare(table: Table, sheet: Worksheet, formulas: Worksheet, *, with_comments: bool) -> None:
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = table.rows[number - 1] if number <= len(table.rows) else None
        assert (row.hidden if row else False) == sheet.row_dimensions[number].hidden
        for column, theirs in enumerate(cells):
            here = row.cells[column] if row and column < len(row.cells) else EMPTY
            if isinstance(theirs, MergedCell):
                continue  # what is merged over it is a rule of ours (see the neighbours)
            place = f"{table.name} {theirs.coordinate}"
            assert here.value == _value(theirs), place
            assert here.marks.struck == _is_struck(theirs), place
            assert here.marks.struck_text == _struck_part(theirs), place
            assert here.marks.error == (theirs.data_type == "e"), place
            assert here.marks.link == _link(theirs, here), place
            assert here.marks.formula == _uncalculated(theirs, formulas), place
            if theirs.value is not None:
                assert here.marks.number_format == unusual(theirs.number_format), place
            if with_comments:
                assert here.marks.comment == (theirs.comment.text if theirs.comment else ""), place


def _value(cell: TheirCell) -> Value:
    """What openpyxl read, in the words that stand, with our line ends and kinds of value."""
    value: object = cell.value
    if isinstance(value, CellRichText):
        standing = "".join(str(part) for part in value if not _struck_block(part))
        value = standing if standing.strip() else str(value)
    if isinstance(value, str):
        return (
            tidy(
                value.replace("_x000D_\n", "\n").replace("_x0007_", "\x07").replace("_x005F_", "_")
            )
            or None
        )
    if isinstance(value, dt.timedelta):
        return time_or_hours(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time(0):
        if value.year < 1900:
            return (value - dt.datetime(1899, 12, 30)).days  # no spreadsheet shows such a date
        return value.date()
    assert value is None or isinstance(value, str | int | float | dt.date | dt.time)
    return value


def _struck_block(part: object) -> bool:
    return isinstance(part, TextBlock) and bool(part.font.strike)


def _is_struck(cell: TheirCell) -> bool:
    parts = cell.value if isinstance(cell.value, CellRichText) else ()
    whole = all(_struck_block(p) or not str(p).strip() for p in parts) and bool(parts)
    return whole or (cell.value is not None and bool(cell.font.strike))


def _struck_part(cell: TheirCell) -> str:
    if not isinstance(cell.value, CellRichText) or _is_struck(cell):
        return ""
    return "".join(str(part) for part in cell.value if _struck_block(part)).strip()


def _link(cell: TheirCell, ours: Cell) -> str:
    if not cell.hyperlink:
        return ""
    target = cell.hyperlink.target or ""
    target += f"#{cell.hyperlink.location}" if cell.hyperlink.location else ""
    return "" if target == ours.value else target


def _uncalculated(cell: TheirCell, formulas: Worksheet) -> str:
    formula = formulas[cell.coordinate].value
    return formula if cell.value in (None, "") and isinstance(formula, str) else ""


@pytest.mark.parametrize("sample", _openable(), ids=lambda path: path.name)
def test_looking_at_few_cells_finds_what_looking_at_all_does(sample: Path) -> None:
    package = open_package(Source(name=sample.name, data=sample.read_bytes()))
    styles = style_marks(read_part(package, "xl/styles.xml"), "")
    strings = string_marks(read_part(package, "xl/sharedStrings.xml"), "")
    known = Known(styles=styles, strings=strings)
    for part in package.parts:
        if part.startswith("xl/worksheets/sheet"):
            data = read_part(package, part)
            whole = sheet_marks(data, known, plain=False, name="", part=part)
            assert sheet_marks(data, known, plain=is_plain(data), name="", part=part) == whole
