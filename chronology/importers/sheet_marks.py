"""One pass over the XML of a sheet for what a reader of its values cannot see.

    <worksheet> <cols> <col hidden> ... <sheetData> <row hidden> <c r="B7" s="3" t="s"> <f/> <v/>
                <mergeCell ref="A1:C1"> <hyperlink ref="B7" r:id="rId1"> ...

A search through the bytes finds out first whether there is anything to look for: most sheets
hold no marks, and then their cells are not looked at one by one. Of the others only the cells
that may have marks are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from chronology.importers.excel_styles import struck_words
from chronology.importers.grid import Found, Place, Span
from chronology.importers.package import damaged, let_go, relation_id, stream
from chronology.importers.rows import UNMARKED, Marks

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_TRUE = ("1", "true")
_BELOW = (b"<mergeCell ", b"<hyperlink ")
# What makes a cell one to be looked at, and a byte of it that most sheets do not hold and that is
# found many times faster.
_IN_CELLS = ((b"k", b"<strike"), (b"e", b' t="e"'), (b"-", b"<v>-"))
_CELL = re.compile(rb'<c r="([A-Z]{1,3}\d{1,7})"([^>/]*)(?:/>|>(.*?)</c>)', re.S)
_HIDDEN_ROW = re.compile(rb'<row r="(\d+)"[^>]* hidden="(?:1|true)"')
_STYLE = re.compile(rb' s="(\d+)"')
_PLAIN_VALUE = re.compile(rb"<v>[^-<][^<]*</v>")
_WITHOUT_VALUE = re.compile(rb"</f></c>|<f[^>]*/></c>|<v></v>|<v ?/>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the workbook says of its styles and shared strings."""

    styles: Mapping[int, Marks]
    strings: Mapping[int, tuple[str, Marks]]


Link = tuple[Span, str, str]
"""Linked cells, the id of the relation that they lead to, and a place in the workbook."""


def sheet_marks(
    data: bytes, known: Known, *, plain: bool, name: str, part: str
) -> tuple[Found, list[Link]]:
    """Find every mark of one sheet, `plain` or not; raises Unreadable where its XML is broken."""
    links: list[Link] = []
    found = Found()
    cells = not plain or _needs_cells(data, known)
    tail = data[data.rfind(b"</sheetData>") :]
    if not cells and b"hidden=" not in data and not any(mark in tail for mark in _BELOW):
        return found, links
    row = 0
    for element in _elements(_thinned(data, known) if plain else data, name, part):
        match element.tag.rpartition("}")[2]:
            case "row":
                row = int(element.get("r") or row + 1)
                _row(element, row, found, known if cells else None)
            case "col" if element.get("hidden") in _TRUE:
                first, last = int(element.get("min") or 0), int(element.get("max") or 0)
                found.hidden_columns.update(range(first - 1, min(last, LAST_COLUMN)))
            case "mergeCell" if span := span_of(element.get("ref") or ""):
                found.spans.append(span)
            case "hyperlink" if span := span_of(element.get("ref") or ""):
                inside = element.get("location") or ""
                links.append((span, relation_id(element), inside))
    return found, links


def extent(data: bytes, name: str, part: str) -> tuple[int, int, str]:
    """Rows and columns down to the farthest cells with a value, and the farther one's address;
    raises Unreadable for an address that no sheet has."""
    rows = columns = row = 0
    far = ""
    for element in _elements(data, name, part):
        if element.tag.rpartition("}")[2] != "row":
            continue
        row = int(element.get("r") or row + 1)
        for at, (column, cell) in _cells(element, row):
            if (told := cell.get("r")) and place_of(told) is None:
                raise damaged(name, part)
            if len(cell) and (at > rows or column + 1 > columns):
                rows, columns = max(rows, at), max(columns, column + 1)
                far = cell.get("r") or f"row {at}, column {column + 1}"
    return rows, columns, far


def span_of(reference: str) -> Span | None:
    """'B2:D4' or 'B2' as a span; None for what is no reference to cells."""
    first, _, last = reference.partition(":")
    one, other = place_of(first), place_of(last or first)
    if one is None or other is None:
        return None
    return Span(
        top=min(one[0], other[0]),
        bottom=max(one[0], other[0]),
        left=min(one[1], other[1]),
        right=max(one[1], other[1]),
    )


def place_of(reference: str) -> Place | None:
    """'B7' as row 7, column 1; None for what no sheet has."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column - 1) if row <= LAST_ROW and column <= LAST_COLUMN else None


def is_plain(data: bytes) -> bool:
    """Whether every cell is written <c r="B7" ...>, so that a search through bytes finds all."""
    first, last = data.find(b"<sheetData>"), data.rfind(b"</sheetData>")
    cells = data[first:last]
    return (
        0 < first < last
        and b"<worksheet" in data[:first]
        and b"<!DOCTYPE" not in data[:first]
        and cells.count(b"<c") == cells.count(b'<c r="')
        and b":c" not in cells
        and not (b"'" in cells and b"='" in cells)
    )


def _needs_cells(data: bytes, known: Known) -> bool:
    first = data.find(b"<sheetData>")
    if known.strings or any(
        data.find(byte, first) >= 0 and data.find(mark, first) >= 0 for byte, mark in _IN_CELLS
    ):
        return True
    if data.find(b"f", first) >= 0 and b"<f" in data and _WITHOUT_VALUE.search(data):
        return True
    used = set(_STYLE.findall(data)) if known.styles else set()
    return any(int(number) in known.styles for number in used)


def _thinned(data: bytes, known: Known) -> bytes:
    """A plain sheet with only the cells that may have marks, all in one row, and its hidden rows.

    Cells say themselves where they stand; what looks at the whole sheet finds the same in this.
    """
    first, last = data.find(b"<sheetData>") + len(b"<sheetData>"), data.rfind(b"</sheetData>")
    body = data[first:last]
    cells = _CELL.findall(body)
    if len(cells) != body.count(b'<c r="'):
        return data
    kinds = {attributes: _kind(attributes, known) for attributes in {c[1] for c in cells}}
    strings = {b"<v>%d</v>" % number for number in known.strings}
    kept = [
        b'<c r="%b"%b>%b</c>' % cell
        for cell in cells
        if cell[2]
        and (
            (kind := kinds[cell[1]]) is _Look.ALWAYS
            or (kind is _Look.STRING and cell[2] in strings)
            or (kind is _Look.OTHER and not _PLAIN_VALUE.fullmatch(cell[2]))
        )
    ]
    hidden = (b'<row r="%b" hidden="1"/>' % row for row in _HIDDEN_ROW.findall(body))
    row = b'<row r="1">%b</row>' % b"".join(kept)
    return b"".join((data[:first], *hidden, row, data[last:]))


class _Look(Enum):
    """Whether a cell is to be looked at, by its attributes."""

    ALWAYS = "its style or its kind is a mark"
    STRING = "if its shared string has marks"
    OTHER = "if it holds more than a plain value"


def _kind(attributes: bytes, known: Known) -> _Look:
    style = _STYLE.search(attributes)
    if (style and int(style[1]) in known.styles) or b't="e"' in attributes:
        return _Look.ALWAYS
    return _Look.STRING if b't="s"' in attributes else _Look.OTHER


def _elements(data: bytes, name: str, part: str) -> Iterator[Element]:
    """Rows with their cells and the elements round them, each dropped after it was looked at."""
    tags = ("{*}row", "{*}col", "{*}mergeCell", "{*}hyperlink")
    for _, element in stream(data, name, part, tags):
        yield element
        let_go(element)


def _cells(row: Element, number: int) -> Iterator[tuple[int, tuple[int, Element]]]:
    """Each cell with its row and column; one without an address follows the one before it."""
    column = -1
    for cell in row.iterchildren("{*}c"):
        place = place_of(cell.get("r") or "")
        number, column = place or (number, column + 1)
        yield number, (column, cell)


def _row(element: Element, row: int, found: Found, known: Known | None) -> None:
    if element.get("hidden") in _TRUE:
        found.hidden_rows.add(row)
    if known is None:
        return
    for at, (column, cell) in _cells(element, row):
        if not len(cell):
            continue
        marks = known.styles.get(int(cell.get("s") or 0), UNMARKED)
        marks = _cell(cell, (at, column), marks, found, known)
        if marks is not UNMARKED:
            found.marks[at, column] = marks


def _cell(cell: Element, at: Place, marks: Marks, found: Found, known: Known) -> Marks:
    """The marks of a cell that holds something: error, formula without value, struck words."""
    kind, value = cell.get("t") or "n", cell.findtext("{*}v")
    if kind == "e":
        found.values[at] = value
        return replace(marks, error=True)
    if kind == "s" and known.strings and value and int(value) in known.strings:
        found.values[at], own = known.strings[int(value)]
        return _struck(marks, own)
    inline = cell.find("{*}is") if kind == "inlineStr" else None
    if inline is not None and (read := struck_words(inline)):
        found.values[at], own = read
        return _struck(marks, own)
    formula = cell.find("{*}f")
    if formula is not None and not value and kind != "str":
        return replace(marks, formula=f"={formula.text or ''}")
    if kind == "n" and value and value.startswith("-"):
        found.values[at] = float(value)
    return marks


def _struck(marks: Marks, own: Marks) -> Marks:
    """A cell's own struck words, where the style of the whole cell does not strike all of them."""
    if marks.struck:
        return replace(marks, struck=True)
    return replace(marks, struck=own.struck, struck_text=own.struck_text)
