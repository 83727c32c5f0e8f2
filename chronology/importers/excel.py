"""Excel workbooks (.xlsx, .xlsm): every sheet, hidden ones too; macros are never run."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.findings import Unreadable
from chronology.importers.rows import EMPTY, Cell, Contents, Marks, Row, Table, Value

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as PlainCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    SheetCell = PlainCell | MergedCell

# A workbook that unpacks to more than this is not a chronology; refusing it protects the laptop.
INFLATED_LIMIT = 512 * 1024 * 1024
CELL_LIMIT = 5_000_000
_DAMAGED = "Open it in Excel, save it again as .xlsx, or ask the agency for another copy."


def read(path: Path) -> Contents:
    """Read all sheets with the sheet's own row numbers; raises Unreadable for damage or bombs."""
    _check_package(path)
    from openpyxl import load_workbook  # late: it takes a fifth of a second

    try:
        book = load_workbook(path, data_only=True, rich_text=False)
        epoch_1904 = book.epoch.year == 1904
        return Contents(tables=tuple(_table(s, path, epoch_1904) for s in book.worksheets))
    except Unreadable:
        raise
    except Exception as problem:  # whatever a damaged part makes the library raise
        raise Unreadable(f"{path.name} is damaged and cannot be read.", _DAMAGED) from problem


def _check_package(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            size = sum(part.file_size for part in package.infolist())
    except (zipfile.BadZipFile, OSError) as problem:
        raise Unreadable(f"{path.name} is damaged and cannot be read.", _DAMAGED) from problem
    if size > INFLATED_LIMIT:
        raise Unreadable(
            f"{path.name} unpacks to {size // 1024**2:,} MB, more than a chronology can need.",
            "Copy the table into a new workbook and save that.",
        )
    if "xl/workbook.xml" not in names:
        raise Unreadable(
            f"{path.name} is not an Excel workbook.", "Save it as .xlsx or .csv and try again."
        )


def _table(sheet: Worksheet, path: Path, epoch_1904: bool) -> Table:
    if sheet.max_row * sheet.max_column > CELL_LIMIT:
        raise Unreadable(
            f"{path.name}, sheet {sheet.title}: spreads over {sheet.max_row:,} rows by "
            f"{sheet.max_column:,} columns.",
            "Copy the table into a new workbook and save that.",
        )
    spans = _merged_down(sheet)
    rows = tuple(
        Row(
            number=number,
            cells=tuple(_cell(cell, spans) for cell in cells),
            hidden=bool(sheet.row_dimensions[number].hidden)
            if number in sheet.row_dimensions
            else False,
        )
        for number, cells in enumerate(sheet.iter_rows(), start=1)
    )
    return Table(
        name=sheet.title,
        rows=rows,
        hidden=sheet.sheet_state != "visible",
        hidden_columns=_hidden_columns(sheet),
        epoch_1904=epoch_1904,
    )


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    return frozenset(
        position - 1
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for position in range(dimension.min or 0, min((dimension.max or 0), 16384) + 1)
        if position > 0
    )


def _merged_down(sheet: Worksheet) -> dict[tuple[int, int], SheetCell]:
    """Cells merged down several rows belong to each of them; across, to the first only."""
    owners: dict[tuple[int, int], SheetCell] = {}
    for span in sheet.merged_cells.ranges:
        if span.max_row > span.min_row and span.min_col == span.max_col:
            top = sheet.cell(span.min_row, span.min_col)
            for row in range(span.min_row + 1, span.max_row + 1):
                owners[row, span.min_col] = top
    return owners


def _cell(cell: SheetCell, spans: dict[tuple[int, int], SheetCell]) -> Cell:
    if spans:
        cell = spans.get((cell.row or 0, cell.column or 0), cell)
    value = plain(cell.value)
    comment = cell.comment.text.strip() if cell.comment else ""
    struck = bool(cell.has_style and cell.font and cell.font.strike)
    if value is None and not comment and not struck:
        return EMPTY
    return Cell(value, Marks(struck=struck, comment=comment))


def plain(value: object) -> Value:
    """A library's cell value as one of ours; whatever is not a plain value becomes its words."""
    if isinstance(value, str):
        return str(value).replace("_x000D_", "").replace("\r\n", "\n")
    if isinstance(value, dt.timedelta):  # a time of day past midnight, as Excel stores hours
        return (dt.datetime(1900, 1, 1) + value).time() if value < dt.timedelta(1) else str(value)
    if value is None or isinstance(value, int | float | dt.date | dt.time):
        return value
    return str(value)
