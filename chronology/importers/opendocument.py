"""OpenDocument spreadsheets (.ods), read from their XML as a stream.

<table:table> <table:table-column repeated> <table:table-row repeated visibility>
    <table:table-cell office:value-type="date" office:date-value="2021-03-12" repeated spanned>
        <office:annotation> a comment </office:annotation> <text:p> the words shown </text:p>
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from chronology.findings import Unreadable
from chronology.importers.grid import Found, Span, check_size, merged_rows
from chronology.importers.open_styles import OpenStyles, styles_of
from chronology.importers.open_text import cell_words
from chronology.importers.package import Package, damaged, open_package, read_part, stream
from chronology.importers.remarks import of_parts
from chronology.importers.rows import EMPTY, UNMARKED, Cell, Contents, Table, Value, rows_aside
from chronology.importers.source import Source
from chronology.importers.tidying import time_or_hours

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TABLE = f"{{{_SPACE}:office:1.0}}", f"{{{_SPACE}:table:1.0}}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_DURATION = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_HIDDEN = ("collapse", "filter")


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """One sheet as far as it has been read."""

    name: str
    hidden: bool
    found: Found = field(default_factory=Found)
    grid: list[list[Cell]] = field(default_factory=list)
    waiting: int = 0
    """Blank rows that count only if a row with something in it follows."""
    waiting_hidden: list[range] = field(default_factory=list)
    columns: int = 0
    width: int = 0
    boxes: list[str] = field(default_factory=list)


def read(source: Source) -> Contents:
    """Read all sheets; raises Unreadable for damage and for a protected file."""
    package = open_package(source)
    _check_protection(package)
    styles = styles_of(package)
    try:
        sheets = list(_sheets(package, styles))
    except (ValueError, RecursionError) as problem:
        raise damaged(package.name, "content.xml") from problem
    return Contents(
        tables=tuple(table for sheet in sheets for table in _tables(sheet, styles)),
        remarks=of_parts(package.parts),
    )


def _check_protection(package: Package) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in package.parts and b"encryption-data" in read_part(package, manifest):
        raise Unreadable(
            f"{package.name} is protected by a password, and files of this kind cannot be opened "
            "with it here.",
            "Open it in LibreOffice, save it as .xlsx without a password, and try again.",
        )


def _tables(sheet: _Sheet, styles: OpenStyles) -> Iterator[Table]:
    yield Table(
        name=sheet.name,
        rows=merged_rows(sheet.grid, sheet.found),
        hidden=sheet.hidden,
        hidden_columns=frozenset(sheet.found.hidden_columns),
        epoch_1904=styles.epoch_1904,
    )
    if sheet.boxes:
        boxes = rows_aside(sheet.boxes, "text box")
        yield Table(name=f"{sheet.name} (text boxes)", rows=boxes, hidden=sheet.hidden)


def _sheets(package: Package, styles: OpenStyles) -> Iterator[_Sheet]:
    """Sheet by sheet, each row let go of when it has been read."""
    part = "content.xml"
    sheet: _Sheet | None = None
    tags = tuple(f"{TABLE}{name}" for name in ("table", "table-column", "table-row", "shapes"))
    data = read_part(package, part)
    for event, element in stream(data, package.name, part, tags, starts=True):
        name = element.tag.rpartition("}")[2]
        if name == "table" and event == "start" and sheet is None:
            hidden = (element.get(f"{TABLE}style-name") or "") in styles.hidden_sheets
            sheet = _Sheet(name=element.get(f"{TABLE}name") or "", hidden=hidden)
        elif sheet is None or event == "start":
            continue
        elif name == "table" and _is_outermost(element):
            yield sheet
            sheet = None
        elif name == "table-column":
            _column(element, sheet)
        elif name == "table-row":
            _row(element, sheet, styles, package.name)
            element.clear()
        elif name == "shapes":
            sheet.boxes += cell_words(element, styles)[1]


def _is_outermost(table: Element) -> bool:
    parent = table.getparent()
    return parent is not None and parent.tag == f"{OFFICE}spreadsheet"


def _column(element: Element, sheet: _Sheet) -> None:
    count = _count(element, "number-columns-repeated")
    if element.get(f"{TABLE}visibility") in _HIDDEN:
        last = min(sheet.columns + count, 16_384)
        sheet.found.hidden_columns.update(range(sheet.columns, last))
    sheet.columns += count


def _row(element: Element, sheet: _Sheet, styles: OpenStyles, name: str) -> None:
    times = _count(element, "number-rows-repeated")
    first = len(sheet.grid) + sheet.waiting + 1
    hidden = range(first, first + times if element.get(f"{TABLE}visibility") in _HIDDEN else first)
    cells = _cells(element, first, sheet, styles, name)
    if not cells:
        sheet.waiting += times
        sheet.waiting_hidden += [span for span in (hidden,) if span]
        return
    sheet.width = max(sheet.width, len(cells))
    check_size(name, sheet.name, first + times - 1, sheet.width)
    sheet.grid += [[] for _ in range(sheet.waiting)]
    for span in (*sheet.waiting_hidden, hidden):
        sheet.found.hidden_rows.update(span)
    sheet.waiting, sheet.waiting_hidden = 0, []
    sheet.grid += [list(cells) for _ in range(times)]


def _cells(row: Element, number: int, sheet: _Sheet, styles: OpenStyles, name: str) -> list[Cell]:
    """The cells of a row down to the last that holds something."""
    cells: list[Cell] = []
    blank = 0
    for element in row:
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if kind not in ("table-cell", "covered-table-cell"):
            continue
        times = _count(element, "number-columns-repeated")
        cell = _cell(element, styles, sheet) if kind == "table-cell" else EMPTY
        across = _count(element, "number-columns-spanned")
        down = _count(element, "number-rows-spanned")
        if (across > 1 or down > 1) and times == 1:
            left = len(cells) + blank
            span = Span(top=number, bottom=number + down - 1, left=left, right=left + across - 1)
            sheet.found.spans.append(span)
        if cell is EMPTY:
            blank += times
            continue
        check_size(name, sheet.name, 1, len(cells) + blank + times)
        cells += [EMPTY] * blank
        cells += [cell] * times
        blank = 0
    return cells


def _cell(element: Element, styles: OpenStyles, sheet: _Sheet) -> Cell:
    style = element.get(f"{TABLE}style-name") or ""
    words, boxes = cell_words(element, styles, struck=style in styles.struck)
    sheet.boxes += boxes
    kind = element.get(f"{OFFICE}value-type") or ""
    value: Value = words.value or element.get(f"{OFFICE}string-value")
    marks = words.marks
    if element.get(f"{CALC}value-type") == "error":
        marks = replace(marks, error=True)
    elif kind and kind != "string":
        value = _typed(element, kind)
        value = words.value if value is None else value
        marks = replace(marks, number_format=styles.formats.get(style, ""))
    elif not kind and not value and (formula := element.get(f"{TABLE}formula")):
        marks = replace(marks, formula=formula.partition(":")[2] or formula)
    if value is None and marks == UNMARKED:
        return EMPTY
    return Cell(value, UNMARKED if marks == UNMARKED else marks)


def _typed(element: Element, kind: str) -> Value:
    """The value that a cell holds beside the words that it shows."""
    match kind:
        case "float" | "percentage" | "currency":
            text = element.get(f"{OFFICE}value") or ""
            return float(text) if text else None
        case "date":
            return _date(element.get(f"{OFFICE}date-value") or "")
        case "time":
            return _time(element.get(f"{OFFICE}time-value") or "")
        case "boolean":
            return element.get(f"{OFFICE}boolean-value") == "true"
    return None


def _date(text: str) -> Value:
    try:
        when = dt.datetime.fromisoformat(text)
    except ValueError:
        return text or None
    return when.date() if when.time() == dt.time(0) else when.replace(tzinfo=None)


def _time(text: str) -> Value:
    found = _DURATION.fullmatch(text)
    if not found:
        return text or None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return time_or_hours(-length if found[1] else length)


def _count(element: Element, name: str) -> int:
    text = element.get(f"{TABLE}{name}") or "1"
    return max(1, int(text)) if text.isdecimal() else 1
