"""Rows out of a sheet's values and of what was found beside them: marks, merges, hidden rows.

A merged down:  A5 | ...      the value of A5 stands in A6 and A7 too, and is marked `merged`
                .. | ...
merged across:  MARCH 2022    the first cell keeps it, `across` says over how many; the only
                              words of their row make it a band
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from chronology.findings import Remark, Unreadable
from chronology.importers.remarks import controls_left_out
from chronology.importers.rows import EMPTY, UNMARKED, Cell, Marks, Row, Value, letter
from chronology.importers.tidying import has_controls, tidy, time_or_hours

Place = tuple[int, int]
"""Row from 1, column from 0."""
COPIES_LIMIT = 1_000_000
CELL_LIMIT, ROW_LIMIT = 3_000_000, 400_000
"""Rows times columns, and rows: more than any chronology has, and still quick to read."""
_BAND_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Cells merged into one: first and last row from 1, first and last column from 0."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(slots=True, kw_only=True)
class Found:
    """What was found in a sheet beside its values."""

    marks: dict[Place, Marks] = field(default_factory=dict)
    values: dict[Place, Value] = field(default_factory=dict)
    """Values that stand for those that the reader of values gives or leaves out."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    links: dict[Place, str] = field(default_factory=dict)
    notes: dict[Place, str] = field(default_factory=dict)


_NOTHING = Found()


def grid_rows(
    values: Sequence[Sequence[Value | dt.timedelta]],
    found: Found,
    *,
    untidy: bool = True,
    shared: Mapping[str, Cell] | None = None,
) -> tuple[tuple[Row, ...], tuple[Remark, ...]]:
    """The rows of a sheet from row 1 on, and what is to be said of them.

    `untidy` False says that no text holds anything to put right, and no value is a duration.
    With `shared` each text is the number of the cell that stands there. Raises KeyError for a
    number that none has.
    """
    # Without durations, which only untidy sheets hold, the values are plain ones as they are.
    plain, odd = _put_right(values) if untidy else (cast("Sequence[Sequence[Value]]", values), [])
    remarks = [controls_left_out(odd)] if odd else []
    if found == _NOTHING:
        rows = (Row(number=n, cells=_cells(row, shared)) for n, row in enumerate(plain, 1))
        return tuple(rows), (*remarks,)
    grid = [list(_cells(row, shared)) for row in plain]
    _set_marks(grid, found)
    return merged_rows(grid, found), (*remarks,)


def merged_rows(grid: list[list[Cell]], found: Found) -> tuple[Row, ...]:
    """Rows of cells as they stand, with merged cells and hidden rows as they were found."""
    _copy_down(grid, found.spans)
    wide = _set_across(grid, found.spans)
    return tuple(
        Row(
            number=number,
            cells=tuple(cells),
            hidden=number in found.hidden_rows,
            band=number in wide and _is_band(cells),
        )
        for number, cells in enumerate(grid, start=1)
    )


def _cells(values: Sequence[Value], shared: Mapping[str, Cell] | None) -> tuple[Cell, ...]:
    if shared is not None:
        return tuple([shared[v] if v.__class__ is str else Cell(v) for v in values])
    return tuple([Cell(value) if value else _falsy(value) for value in values])


def _falsy(value: Value) -> Cell:
    """Nothing, or a nought or FALSE, which are something."""
    return EMPTY if value is None or value == "" else Cell(value)


def check_size(name: str, sheet: str, rows: int, columns: int, far: str = "") -> None:
    """Raise Unreadable for what would spread over millions of cells, before room is made."""
    if rows * columns > CELL_LIMIT or rows > ROW_LIMIT:
        raise Unreadable(
            f"{name}, sheet {sheet}: spreads over {rows:,} rows by {columns:,} columns"
            f"{f', as far as the cell {far}' if far else ''}.",
            "Go to its last cell (Ctrl and End), delete what stands far from the table, save, and "
            "try again.",
        )


def _put_right(
    values: Sequence[Sequence[Value | dt.timedelta]],
) -> tuple[list[list[Value]], list[str]]:
    """Every text tidied, every duration a time; and where control characters were."""
    odd = [
        f"{letter(column)}{number}"
        for number, row in enumerate(values, start=1)
        for column, value in enumerate(row)
        if isinstance(value, str) and has_controls(value)
    ]
    return [[_plain(value) for value in row] for row in values], odd


def _plain(value: Value | dt.timedelta) -> Value:
    if isinstance(value, dt.timedelta):
        return time_or_hours(value)
    return tidy(value) if isinstance(value, str) else value


def _set_marks(grid: list[list[Cell]], found: Found) -> None:
    changes: dict[Place, Cell] = {}

    def change(places: Iterable[Place], how: Callable[[Place, Cell], Cell]) -> None:
        for place in places:
            changes[place] = how(place, changes.get(place) or _at(grid, place))

    change(found.values, lambda p, cell: Cell(found.values[p], cell.marks))
    change(found.marks, lambda p, cell: Cell(cell.value, found.marks[p]))
    change(found.links, lambda p, cell: _linked(cell, found.links[p]))
    change(found.notes, lambda p, cell: _noted(cell, found.notes[p]))
    for (row, column), cell in changes.items():
        if cell.value is not None or cell.marks is not UNMARKED:
            _room(grid, row, column)
            grid[row - 1][column] = cell


def _at(grid: list[list[Cell]], place: Place) -> Cell:
    row, column = place
    if row <= len(grid) and column < len(grid[row - 1]):
        return grid[row - 1][column]
    return EMPTY


def _room(grid: list[list[Cell]], row: int, column: int) -> None:
    """Rows and cells down to a place: a comment may be pinned beside or below the table."""
    while len(grid) < row:
        grid.append([])
    cells = grid[row - 1]
    cells.extend([EMPTY] * (column + 1 - len(cells)))


def _linked(cell: Cell, link: str) -> Cell:
    shown = str(cell.value or "").strip()
    if not link or shown in (link, link.removeprefix("mailto:")):
        return cell
    return Cell(cell.value, replace(cell.marks, link=link))


def _noted(cell: Cell, note: str) -> Cell:
    return Cell(cell.value, replace(cell.marks, comment=note)) if note else cell


def _copy_down(grid: list[list[Cell]], spans: Sequence[Span]) -> None:
    """The value of a cell merged down stands in every row that it covers."""
    copied = 0
    for span in spans:
        bottom = min(span.bottom, len(grid))
        top = _at(grid, (span.top, span.left))
        copied += max(0, bottom - span.top)
        if bottom <= span.top or top.value is None or copied > COPIES_LIMIT:
            continue
        cell = Cell(top.value, replace(top.marks, merged=True, comment=""))
        for row in range(span.top + 1, bottom + 1):
            if _at(grid, (row, span.left)).value is None:
                _room(grid, row, span.left)
                grid[row - 1][span.left] = cell


def _set_across(grid: list[list[Cell]], spans: Sequence[Span]) -> set[int]:
    """Count the columns of cells merged across; the rows with one wide enough for a band."""
    wide = set()
    width = max(map(len, grid), default=0)
    for span in spans:
        across = min(span.right, width) - span.left + 1
        if across < 2 or span.top > len(grid):
            continue
        for row in range(span.top, min(span.bottom, len(grid), span.top + COPIES_LIMIT) + 1):
            cell = _at(grid, (row, span.left))
            if cell.value is None:
                continue
            grid[row - 1][span.left] = Cell(cell.value, replace(cell.marks, across=across))
            if across >= min(_BAND_COLUMNS, (width + 1) // 2 + 1):
                wide.add(row)
    return wide


def _is_band(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if cell.value is not None]
    return len(filled) == 1 and filled[0].marks.across > 1
