"""A copy of the rows of checked files with what was found beside them, as a workbook.

Every cell keeps its address, so that B12 in a finding is B12 in the copy; the findings of a row
stand after its last column. Words struck out or hidden are withheld, as in every output.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chronology import importers
from chronology.exporters.books.sheets import on_paper
from chronology.exporters.rows import WITHHELD
from chronology.exporters.widths import CELL_LIMIT
from chronology.findings import CaseweaveError, Finding, by_severity, place_of
from chronology.importers.rows import Row, Table, text_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

_HEADS = ("Level", "Where", "What", "What to do")
_WIDTHS = (10, 30, 70, 60)
_WIDTH, _SAID = 18, 60
_LINE = 15.0
_LONGEST_NAME = 31
_ROW_IN = re.compile(r"[A-Z]+(\d+)")


def write_checked(path: Path, files: Sequence[Path], findings: Sequence[Finding]) -> None:
    """Write the workbook; raises CaseweaveError where it cannot be written."""
    from chronology.exporters import whole

    if path.suffix.lower() != ".xlsx":
        raise CaseweaveError(
            f"{path.name}: the checked copy is a workbook.", "Name an output that ends in .xlsx."
        )
    whole(path, lambda part: _fill(part, files, findings))


def _fill(path: Path, files: Sequence[Path], findings: Sequence[Finding]) -> None:
    from chronology.exporters.books.sheets import plain_book

    book = plain_book(path, "Checked chronology")
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    told = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "bg_color": "#FFF2CC"})
    _list(book, findings, cell)
    used = {"findings"}
    for file in files:
        for table in _tables(file):
            beside = _by_row(f for f in findings if (f.file, f.sheet) == (file.name, table.name))
            name = _sheet_name(table.name if len(files) == 1 else f"{file.stem} {table.name}", used)
            _copy(book, name, table, beside, (cell, told))
    book.close()


def _tables(file: Path) -> tuple[Table, ...]:
    """What a file holds; nothing of one that cannot be read, which is a finding already."""
    try:
        return importers.read(file).tables
    except CaseweaveError:
        return ()


def _list(book: Workbook, findings: Iterable[Finding], cell: Format) -> None:
    sheet = book.add_worksheet("Findings")
    for column, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, book.add_format({"bold": True}))
    for line, finding in enumerate(by_severity(findings), start=1):
        words = (finding.severity.value, place_of(finding), finding.message, finding.remedy)
        sheet.set_row(line, _height(list(zip(words, _WIDTHS, strict=True))))
        for column, text in enumerate(words):
            sheet.write_string(line, column, text[:CELL_LIMIT], cell)
    on_paper(sheet)


def _by_row(findings: Iterable[Finding]) -> dict[int, list[Finding]]:
    """The findings by the row of their cell: in a table on its side that is not their `row`."""
    beside: dict[int, list[Finding]] = {}
    for finding in by_severity(findings):
        found = _ROW_IN.fullmatch(finding.cell)
        row = int(found[1]) if found else finding.row
        if row:
            beside.setdefault(row, []).append(finding)
    return beside


def _copy(
    book: Workbook,
    name: str,
    table: Table,
    beside: dict[int, list[Finding]],
    formats: tuple[Format, Format],
) -> None:
    sheet = book.add_worksheet(name)
    cell, told = formats
    rows = [row for row in table.rows if not row.aside]
    width = max((len(row.cells) for row in rows), default=0)
    sheet.set_column(0, max(width - 1, 0), _WIDTH)
    sheet.set_column(width, width, _SAID)
    for row in rows:
        words_of_row = _words(row, table)
        said = _said(beside.get(row.number, ()))
        sheet.set_row(
            row.number - 1, _height([(w, _WIDTH) for w in words_of_row] + [(said, _SAID)])
        )
        for column, words in enumerate(words_of_row):
            if words:
                sheet.write_string(row.number - 1, column, words[:CELL_LIMIT], cell)
        if said:
            sheet.write_string(row.number - 1, width, said[:CELL_LIMIT], told)
    on_paper(sheet)


def _height(cells: Sequence[tuple[str, int]]) -> float:
    """Points for the tallest of some words in columns of a width; Excel's rows end at 409."""
    lines = (
        sum(-(-max(len(line), 1) // width) for line in words.splitlines()) for words, width in cells
    )
    return min(_LINE * max(1, *lines), 409.0)


def _words(row: Row, table: Table) -> list[str]:
    hidden = row.hidden or table.hidden
    return [
        WITHHELD
        if text_of(c.value) and (hidden or c.marks.struck or at in table.hidden_columns)
        else text_of(c.value)
        for at, c in enumerate(row.cells)
    ]


def _said(found: Sequence[Finding]) -> str:
    return "\n".join(
        f"{f.severity.value}{' ' + f.cell if f.cell else ''}: {f.message} {f.remedy}".strip()
        for f in found
    )


def _sheet_name(wanted: str, used: set[str]) -> str:
    """A name that a workbook takes: 31 characters, none of []:*?/\\, each once."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip("' ")[:_LONGEST_NAME] or "Sheet"
    name, number = plain, 1
    while name.casefold() in used:
        number += 1
        name = f"{plain[: _LONGEST_NAME - 4]} ({number})"
    used.add(name.casefold())
    return name
