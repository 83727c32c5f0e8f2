"""What every reader hands over: the tables of a file, their rows of cells, and each cell's marks.

    Contents --- tables ---> Table --- rows ---> Row --- cells ---> Cell --- marks ---> Marks
       |                       |                  |
    remarks on the file    remarks on it       aside: why it is no row of a table

Most cells have no marks, and share one empty `Marks`: a file of 45,000 cells stays small.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from chronology.findings import Remark

Value = str | int | float | bool | dt.date | dt.datetime | dt.time | None

# The passwords to try on one protected file, by its name; asking a person is the last of them.
Passwords = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is drawn over a cell, pinned to it or known of it beside its value."""

    struck: bool = False
    """All its words are struck through; they are its value."""
    struck_text: str = ""
    """Words of a cell that were struck through while others stand; not in its value."""
    deleted: str = ""
    """Words deleted with tracked changes; not in its value."""
    hidden_text: str = ""
    """Words formatted as hidden; not in its value."""
    comment: str = ""
    """Comments, notes and their replies, one on a line."""
    link: str = ""
    """Where a hyperlink leads, unless the cell shows that itself."""
    formula: str = ""
    """A formula whose result the file does not hold; the value is then None."""
    error: bool = False
    """The value is a spreadsheet's error, such as #REF!."""
    number_format: str = ""
    """How the sheet shows a number or a date, where that is not the usual way: 'mmm-yy'."""
    merged: bool = False
    """The value stands in a cell above that is merged down over this one."""
    across: int = 1
    """Over how many columns the cell is merged, itself among them."""


UNMARKED = Marks()


class Cell(NamedTuple):
    """One cell: its value, and its marks. A tuple, because files hold them by the ten thousand."""

    value: Value = None
    marks: Marks = UNMARKED


EMPTY = Cell()
OUTSIDE_TABLES, PARAGRAPHS = "outside the tables", "paragraphs"
"""The names of what stands between a document's tables, and of that read as a table itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row with the sheet's own row number, counting from 1."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False
    band: bool = False
    """Its only words stand in one cell merged across, such as MARCH 2022 over the whole table."""
    aside: str = ""
    """Why it is no row of a table: 'paragraph', 'page header', 'text box'; else empty."""
    elsewhere: bool = False
    """It is read in another part of its sheet; here only its date tells of the rows below it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet or table. `hidden_columns` are positions from 0."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    epoch_1904: bool = False
    remarks: tuple[Remark, ...] = ()
    above: tuple[str, ...] = ()
    """The paragraphs of a document between the table before this one and it."""
    agency: str = ""
    """Whose account it holds, where several stand side by side on a sheet (agencies_across.py)."""
    listed: bool = False
    """Its rows are paragraphs that begin with their dates (lists.py); it has no headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What one file holds: its tables, and what is to be said of the file as a whole."""

    tables: tuple[Table, ...]
    remarks: tuple[Remark, ...] = ()
    others: Callable[[Callable[[str], str]], tuple[tuple[Table, ...], ...]] | None = None
    """Other ways to read it, the best first, should these tables hold no chronology (lists.py);
    given what tells whom words name that say nothing else."""


def filled_cells(row: Row) -> list[Cell]:
    """The cells of a row that hold words."""
    return [cell for cell in row.cells if text_of(cell.value)]


def filled_texts(row: Row) -> list[str]:
    """The words of a row, cell by cell, without the empty cells."""
    return [text for cell in row.cells if (text := text_of(cell.value))]


def cell_at(row: Row, at: int | None) -> Cell:
    """The cell under a column; an empty one where the row ends before it or there is no column."""
    return row.cells[at] if at is not None and at < len(row.cells) else EMPTY


def text_at(row: Row, at: int | None) -> str:
    """The words under a column."""
    return text_of(cell_at(row, at).value)


def cells_below(rows: Iterable[Row], at: int | None) -> list[Value]:
    """The values under a column, without the empty cells."""
    return [value for row in rows if text_of(value := cell_at(row, at).value)]


def texts_below(rows: Iterable[Row], at: int) -> list[str]:
    """The words under a column, without the empty cells."""
    return [text for row in rows if (text := text_at(row, at))]


def rows_aside(texts: Iterable[str], aside: str) -> tuple[Row, ...]:
    """Words that stand in no table, each as a row set aside, numbered from 1."""
    numbered = enumerate(texts, start=1)
    return tuple(Row(number=n, cells=(Cell(text),), aside=aside) for n, text in numbered)


def with_cell(row: Row, at: int, cell: Cell) -> Row:
    """The row with another cell under a column, which may lie beyond its end."""
    cells = [*row.cells, *[EMPTY] * (at + 1 - len(row.cells))]
    cells[at] = cell
    return replace(row, cells=tuple(cells))


def of_document(name: str) -> bool:
    """Whether a table is one of a document or a page, which have no names: "table 2"."""
    return name.startswith("table ")


def plain(heading: str) -> str:
    """A heading without what retyping it may change."""
    return " ".join(heading.casefold().split()).rstrip(":. ")


def text_of(value: Value) -> str:
    """The words of a cell as a person would read them; a date in ISO form, a whole number plain."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time(0)
        return value.date().isoformat() if midnight else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    return str(value)


def letter(position: int) -> str:
    """Column letters as a spreadsheet shows them: 0 -> A, 26 -> AA."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(65 + rest) + name
    return name


def is_blank(row: Row) -> bool:
    """Whether no cell of a row holds a word."""
    return not any(text_of(cell.value) for cell in row.cells)
