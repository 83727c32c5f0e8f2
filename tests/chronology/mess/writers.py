"""Files as other programs write them: cells in, a file of that kind out."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | dt.date | dt.datetime | dt.time | None
Grid = Sequence[Sequence[Cell]]


def write_csv(path: Path, grid: Grid, *, mark: str = ",", encoding: str = "utf-8") -> None:
    """A text file with one record on a line."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(grid)
    path.write_bytes(out.getvalue().encode(encoding))


def write_xlsx(path: Path, sheets: dict[str, Grid], merged: Sequence[tuple[str, str]] = ()) -> None:
    """A workbook; `merged` are sheets and areas to merge."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, grid in sheets.items():
        sheet: Worksheet = book.create_sheet(name)
        for row in grid:
            sheet.append(list(row))
    for name, area in merged:
        book[name].merge_cells(area)
    book.save(path)


def write_docx(path: Path, titles: Sequence[str], tables: Sequence[Grid]) -> None:
    """A document: paragraphs, then tables with a line between them."""
    document = docx.Document()
    for title in titles:
        document.add_paragraph(title)
    for grid in tables:
        table = document.add_table(rows=len(grid), cols=max(map(len, grid)))
        for line, row in zip(table.rows, grid, strict=True):
            for cell, value in zip(line.cells, row, strict=False):
                cell.text = "" if value is None else str(value)
        document.add_paragraph("")
    document.save(str(path))


def write_html(path: Path, title: str, grid: Grid) -> None:
    """A web table, as many systems 'export to Excel'."""
    lines = [
        "<tr>" + "".join(f"<td>{html.escape(str(c or ''))}</td>" for c in row) + "</tr>"
        for row in grid
    ]
    path.write_text(
        f"<html><head><meta charset='utf-8'></head><body><h2>{title}</h2>"
        f"<table border=1>{''.join(lines)}</table></body></html>",
        encoding="utf-8",
    )


_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    f'manifest:version="1.2"><manifest:file-entry manifest:full-path="/" '
    f'manifest:media-type="{_MIME}"/><manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_ods(path: Path, sheets: dict[str, Grid]) -> None:
    """An OpenDocument spreadsheet."""
    tables = "".join(
        f'<table:table table:name="{html.escape(name)}">'
        + "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in grid
        )
        + "</table:table>"
        for name, grid in sheets.items()
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", _MIME)
        package.writestr("content.xml", _ODS.format(tables))
        package.writestr("META-INF/manifest.xml", _MANIFEST)


def _ods_cell(value: Cell) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, dt.datetime | dt.date):
        shown = f"{value:%d/%m/%Y %H:%M}" if isinstance(value, dt.datetime) else f"{value:%d/%m/%Y}"
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        return f"<table:table-cell {kind}><text:p>{shown}</text:p></table:table-cell>"
    words = html.escape(str(value))
    kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{words}</text:p></table:table-cell>"
