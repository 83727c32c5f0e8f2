"""What every reader hands over: tables of rows of cells, each cell with its marks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

Value = str | int | float | bool | dt.date | dt.datetime | dt.time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: its value, and what is drawn over it or pinned to it."""

    value: Value = None
    struck: bool = False
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row with the sheet's own row number, counting from 1."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet or table. `hidden_columns` are positions from 0."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    epoch_1904: bool = False


EMPTY = Cell()


def text_of(value: Value) -> str:
    """The words of a cell as a person would read them; a date in ISO form, a whole number plain."""
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
    return str(value).strip()
