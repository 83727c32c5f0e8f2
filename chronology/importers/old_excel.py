"""Old Excel workbooks (.xls), by xlrd: values, and whatever is drawn over the cells.

xlrd is used in place of python-calamine because it alone sees struck text, notes, links and
hidden rows in this format.
"""

from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chronology.findings import Unreadable
from chronology.importers.grid import Found, Place, Span, check_size, grid_rows
from chronology.importers.number_formats import unusual
from chronology.importers.package import damaged
from chronology.importers.remarks import boxes_unread
from chronology.importers.rows import UNMARKED, Contents, Marks, Table, Value
from chronology.importers.source import Source
from chronology.importers.tidying import time_or_hours

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_ERROR = 5
SIZE_LIMIT = 64 * 1024 * 1024


def read(source: Source) -> Contents:
    """Read all sheets; raises Unreadable for damage."""
    if len(source.data) > SIZE_LIMIT:
        raise Unreadable(
            f"{source.name} is larger than {SIZE_LIMIT // 1024**2} MB, more than a chronology "
            "of this old kind can need.",
            "Open it in Excel and save it as .xlsx.",
        )
    import xlrd

    try:
        book = xlrd.open_workbook(
            file_contents=source.data, logfile=io.StringIO(), formatting_info=True, ragged_rows=True
        )
        tables = tuple(_table(book, sheet, source.name) for sheet in book.sheets())
    except Unreadable:
        raise
    except Exception as problem:  # whatever a damaged part makes the library raise
        raise damaged(source.name) from problem
    boxes = _text_boxes(source)
    return Contents(tables=tables, remarks=(boxes_unread(boxes),) if boxes else ())


def _text_boxes(source: Source) -> int:
    """How many text boxes lie over the sheets; xlrd passes over them.

    A record is its number, its length and its content. OBJ (0x5D) says in its third word what it
    is, 0x19 for a note; a TXO (0x1B6) after any other one says in its sixth word how many
    characters its box holds ([MS-XLS] 2.4.181, 2.4.329, 2.5.143).
    """
    import olefile

    count = at = last = 0
    with olefile.OleFileIO(io.BytesIO(source.data)) as container:
        name = next((n for n in ("Workbook", "Book") if container.exists(n)), "")
        stream = container.openstream(name).read() if name else b""
    while at + 16 <= len(stream):
        number, length, *words = struct.unpack_from("<8H", stream, at)
        if number == 0x5D:
            last = words[2]
        count += number == 0x1B6 and last != 0x19 and words[5] > 0
        at += 4 + length
    return count


def _table(book: Book, sheet: Sheet, name: str) -> Table:
    width = max((sheet.row_len(row) for row in range(sheet.nrows)), default=0)
    check_size(name, sheet.name, sheet.nrows, width)
    found = Found(
        hidden_rows={row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden},
        hidden_columns={at for at, about in sheet.colinfo_map.items() if about.hidden},
        spans=[
            Span(top=top + 1, bottom=bottom, left=left, right=right - 1)
            for top, bottom, left, right in sheet.merged_cells
        ],
        links=dict(_links(sheet)),
        notes={(r + 1, c): note.text.strip() for (r, c), note in sheet.cell_note_map.items()},
    )
    values = [list(_values(book, sheet, row, found)) for row in range(sheet.nrows)]
    rows, remarks = grid_rows(values, found)
    return Table(
        name=sheet.name,
        rows=rows,
        hidden=sheet.visibility != 0,
        hidden_columns=frozenset(found.hidden_columns),
        epoch_1904=book.datemode == 1,
        remarks=remarks,
    )


def _links(sheet: Sheet) -> Iterator[tuple[Place, str]]:
    for (row, column), link in sheet.hyperlink_map.items():
        inside = f"#{link.textmark}" if link.textmark else ""
        yield (row + 1, column), f"{link.url_or_path or ''}{inside}"


def _values(book: Book, sheet: Sheet, row: int, found: Found) -> Iterator[Value]:
    """The values of a row; their marks are noted in `found`."""
    for column in range(sheet.row_len(row)):
        cell = sheet.cell(row, column)
        value = _value(book, cell)
        if value is None:
            yield None
            continue
        form = book.xf_list[cell.xf_index]
        marks = Marks(
            struck=bool(book.font_list[form.font_index].struck_out),
            number_format=unusual(_format(book, form)),
            error=cell.ctype == _ERROR,
        )
        if runs := sheet.rich_text_runlist_map.get((row, column)):
            value, marks = _in_parts(book, str(value), runs, marks)
        if marks != UNMARKED:
            found.marks[row + 1, column] = marks
        yield value


def _value(book: Book, cell: Any) -> Value:
    match cell.ctype:
        case 1:
            return str(cell.value)
        case 2:
            return float(cell.value)
        case 3:
            return _date(book, cell)
        case 4:
            return bool(cell.value)
        case 5:
            from xlrd.biffh import error_text_from_code

            return str(error_text_from_code.get(cell.value, "#ERROR!"))
    return None


def _date(book: Book, cell: Any) -> Value:
    """A date, a time of day, or a stretch of hours by how the cell shows it."""
    from xlrd.xldate import xldate_as_datetime

    number = float(cell.value)
    if number < 0:
        return number  # no spreadsheet shows it as a date
    if number >= 1 and "[h" in _format(book, book.xf_list[cell.xf_index]).casefold():
        return time_or_hours(dt.timedelta(days=number))
    try:
        when: dt.datetime = xldate_as_datetime(number, book.datemode)
    except (ValueError, OverflowError):
        return number
    if number < 1:
        return when.time()
    return when.date() if when.time() == dt.time(0) else when


def _format(book: Book, form: Any) -> str:
    known = book.format_map.get(form.format_key)
    return known.format_str if known else ""


def _in_parts(
    book: Book, text: str, runs: list[tuple[int, int]], marks: Marks
) -> tuple[str, Marks]:
    """The words that stand and the struck ones apart; `runs` are where a font begins."""
    starts = [(0, marks.struck), *((at, bool(book.font_list[f].struck_out)) for at, f in runs)]
    ends = [at for at, _ in starts[1:]] + [len(text)]
    pieces = [(text[at:end], gone) for (at, gone), end in zip(starts, ends, strict=True)]
    standing = "".join(words for words, gone in pieces if not gone)
    struck = "".join(words for words, gone in pieces if gone).strip()
    if not struck:
        return text, replace(marks, struck=False)
    if not standing.strip():
        return text, replace(marks, struck=True)
    return standing, replace(marks, struck=False, struck_text=struck)
