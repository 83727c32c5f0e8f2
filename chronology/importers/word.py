"""Word documents (.docx, .docm): every table, row by row; what stands between them is set aside.

Where no table holds a chronology, the paragraphs may (lists.py).

The document part is read as a stream, so that a table of thousands of rows is never held whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from chronology.findings import NoTable, Remark
from chronology.importers.labelled import forms_and_list
from chronology.importers.named import Names, nobody
from chronology.importers.package import Package, damaged, let_go, main_part, open_package, stream
from chronology.importers.remarks import (
    embedded,
    holds_no_chronology,
    of_parts,
    pictures,
    prompts,
)
from chronology.importers.rows import (
    EMPTY,
    OUTSIDE_TABLES,
    PARAGRAPHS,
    Cell,
    Contents,
    Row,
    Table,
    text_of,
)
from chronology.importers.source import Source
from chronology.importers.word_parts import margins, parts_of, word_part
from chronology.importers.word_table import WordRow, word_row, word_rows
from chronology.importers.word_text import Parts, W, cell_of, cells_in, gather

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TABLE, _ROW, _PARAGRAPH = f"{W}tbl", f"{W}tr", f"{W}p"
_FRAME_CELLS, _FEWEST_ROWS, _FEWEST_COLUMNS = 2, 3, 3


@dataclass(slots=True, kw_only=True)
class _Rows:
    """The rows of one table, and the paragraphs between the table before it and it."""

    above: tuple[str, ...] = ()
    rows: list[WordRow] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What has been read so far."""

    parts: Parts
    tables: list[_Rows] = field(default_factory=list)
    between: list[str] = field(default_factory=list)
    """Paragraphs since the last table."""
    outside: list[tuple[str, Cell, bool]] = field(default_factory=list)
    """Why it is no row of a table, its words, and whether they are formatted as a heading."""
    pictures: int = 0
    prompts: int = 0


def read(source: Source) -> Contents:
    """Read all tables; raises Unreadable for damage, and for a document without a table."""
    package = open_package(source)
    main = main_part(package)
    try:
        reading = _Reading(parts=parts_of(package, main))
        _read_body(package, main, reading)
        for kind, margin in margins(package, main):
            if (cell := cell_of(gather(margin, reading.parts))).value:
                reading.outside.append((kind, cell, False))
    except (RecursionError, ValueError) as problem:  # nested without end, numbers that are none
        raise damaged(package.name, main) from problem
    reading.tables = [table for table in reading.tables if table.rows]
    tables = tuple(_tables(reading))
    others = partial(_others, tables)
    if not reading.tables and not others(nobody):
        if within := embedded(package.parts):
            raise NoTable(
                f"{source.name} holds no table of its own. {within.message}", within.remedy
            )
        fault = NoTable(*holds_no_chronology(source.name))
        cells = (cell for _, cell, _ in reading.outside)
        fault.paragraphs = tuple(text_of(c.value) for c in cells if not c.marks.struck)
        raise fault
    remarks = tuple(_remarks(package, reading))
    return Contents(tables=tables, remarks=remarks, others=others)


def _tables(reading: _Reading) -> Iterator[Table]:
    for number, found in enumerate(reading.tables, start=1):
        yield Table(name=f"table {number}", rows=word_rows(found.rows), above=found.above)
    if reading.outside:
        rows = tuple(
            Row(number=number, cells=(cell,), aside=kind, band=heading)
            for number, (kind, cell, heading) in enumerate(reading.outside, start=1)
        )
        yield Table(name=OUTSIDE_TABLES, rows=rows)


def _others(tables: Sequence[Table], names: Names) -> tuple[tuple[Table, ...], ...]:
    """The paragraphs as forms or as a list; else with the words of tables of one cell in a row."""
    outside = [row for table in tables if table.name == OUTSIDE_TABLES for row in table.rows]
    proper = tuple(table for table in tables if table.name != OUTSIDE_TABLES)
    frames = [t for t in proper if not any(len(row.cells) > 1 for row in t.rows)]
    inside = (row for table in frames for row in table.rows)
    boxed = [replace(row, number=n) for n, row in enumerate(inside, start=len(outside) + 1)]
    rest = tuple(table for table in proper if table not in frames)
    forms, listed = forms_and_list(PARAGRAPHS, outside, names)
    both = [*outside, *boxed]
    labels, framed = forms_and_list(PARAGRAPHS, both, names) if boxed else (None, None)
    boxes = (None, None) if listed else (None if forms else labels, framed)
    found = ((proper, forms), (proper, listed), *((rest, table) for table in boxes))
    return tuple((*kept, table) for kept, table in found if table)


def _remarks(package: Package, reading: _Reading) -> Iterator[Remark]:
    yield from of_parts(package.parts)
    if reading.pictures:
        yield pictures(reading.pictures)
    if reading.prompts:
        yield prompts(reading.prompts)


def _read_body(package: Package, main: str, reading: _Reading) -> None:
    """Rows of the outermost tables, and paragraphs that stand in none, as the stream goes by."""
    deep = _Depth()
    data = word_part(package, main)
    tags = (_TABLE, _ROW, _PARAGRAPH, _FALLBACK)
    for event, element in stream(data, package.name, main, tags, starts=True):
        _step(event, element, deep, reading)


@dataclass(slots=True, kw_only=True)
class _Depth:
    """In how many tables, paragraphs and second versions of the same thing the stream stands."""

    tables: int = 0
    paragraphs: int = 0
    seconds: int = 0


def _step(event: str, element: Element, deep: _Depth, reading: _Reading) -> None:
    way = 1 if event == "start" else -1
    if element.tag == _FALLBACK:
        deep.seconds += way * (element.getprevious() is not None)
    elif deep.seconds:
        return
    elif element.tag == _TABLE:
        deep.tables += way
        if event == "start" and deep.tables == 1:
            reading.tables.append(_Rows(above=tuple(reading.between)))
            reading.between.clear()
    elif element.tag == _PARAGRAPH:
        deep.paragraphs += way
        if event == "end" and deep.paragraphs == 0 and deep.tables == 0:
            _set_aside(element, reading)
            let_go(element)
    elif event == "end" and deep.tables == 1:
        _read_row(element, reading.tables[-1].rows, reading)
        let_go(element)


def _set_aside(paragraph: Element, reading: _Reading) -> None:
    words = gather([paragraph], reading.parts)
    reading.pictures += words.pictures
    cell = cell_of(words)
    if cell is not EMPTY:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        heading = style is not None and style.get(f"{W}val", "").startswith(("Heading", "Title"))
        reading.outside.append(("paragraph", cell, heading))
        reading.between.append(str(cell.value or "") if not cell.marks.struck else "")


def _read_row(row: Element, table: list[WordRow], reading: _Reading) -> None:
    """A table inside a cell is part of that cell, unless the row is only a frame round it."""
    frames = _framed(row)
    for inner in frames:
        found = _Rows()
        reading.tables.append(found)
        for below in cells_in(inner, "tr"):
            _read_row(below, found.rows, reading)
        if (parent := inner.getparent()) is not None:
            parent.remove(inner)
    read = word_row(row, reading.parts)
    reading.pictures += read.pictures
    reading.prompts += read.prompts
    if not frames or any(place.cell is not EMPTY for place in read.cells):
        table.append(read)


def _framed(row: Element) -> list[Element]:
    """Tables large enough for a chronology in a row with no more than two cells."""
    cells = list(cells_in(row, "tc"))
    if len(cells) > _FRAME_CELLS:
        return []
    inner = [table for cell in cells for table in cell.iterchildren(_TABLE)]
    return [table for table in inner if _is_large(table)]


def _is_large(table: Element) -> bool:
    rows = [sum(1 for _ in cells_in(row, "tc")) for row in cells_in(table, "tr")]
    return len(rows) >= _FEWEST_ROWS and max(rows) >= _FEWEST_COLUMNS
