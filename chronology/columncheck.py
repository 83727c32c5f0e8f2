"""What the cells below a heading say of it: a column without a heading that is full of dates is
the date, and a column headed Date without any is a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chronology.columns import Mapped
from chronology.dates import read_date
from chronology.findings import Remark, Severity
from chronology.importers.rows import Row, Value, text_of
from chronology.model import Column

_FEWEST = 3
_MOSTLY = 0.7
_HARDLY = 0.2


def check_columns(mapped: Mapped, rows: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """The columns with a date found by content, and a remark where a Date column holds none."""
    below = [row for row in rows if row.number > mapped.heading_row]
    dated = next((i for i, c in enumerate(mapped.columns) if c.field == "date"), None)
    if dated is None:
        return _with_date(mapped, below)
    cells = _cells(below, dated)
    if len(cells) < _FEWEST or _share(cells) > _HARDLY:
        return mapped, ()
    return mapped, (_no_dates(mapped.columns[dated], cells),)


def _with_date(mapped: Mapped, below: Sequence[Row]) -> tuple[Mapped, tuple[Remark, ...]]:
    """Name the date column by its cells: one without a heading first, then one not known."""
    free = [i for i, column in enumerate(mapped.columns) if not column.field]
    for at in sorted(free, key=lambda i: (bool(mapped.columns[i].heading), i)):
        cells = _cells(below, at)
        if len(cells) >= _FEWEST and _share(cells) >= _MOSTLY:
            why = "its cells are dates, and no other column is headed as the date"
            found = replace(mapped.columns[at], field="date", why=why)
            columns = (*mapped.columns[:at], found, *mapped.columns[at + 1 :])
            return replace(mapped, columns=columns), (_taken(found),)
    return mapped, ()


def _cells(rows: Sequence[Row], at: int) -> list[Value]:
    values = [row.cells[at].value for row in rows if at < len(row.cells)]
    return [value for value in values if text_of(value)]


def _share(cells: Sequence[Value]) -> float:
    """How many of the cells are dates that say at least their month or year, or say undated."""
    read = [read_date(cell) for cell in cells]
    said = ("date-missing", "date-impossible", "date-year-missing", "date-year-odd")
    return sum(
        bool(when.start or when.end) or any(r.code in said for r in when.remarks) for when in read
    ) / len(cells)


def _name(column: Column) -> str:
    return f"Column {column.letter}" + (f" ('{column.heading}')" if column.heading else "")


def _taken(column: Column) -> Remark:
    return Remark(
        code="column-date-by-content",
        severity=Severity.WARNING,
        message=f"{_name(column)} was read as the date, because its cells are dates.",
        remedy="Check it, or name the columns of this file in case.toml.",
    )


def _no_dates(column: Column, cells: Sequence[Value]) -> Remark:
    return Remark(
        code="column-without-dates",
        severity=Severity.WARNING,
        message=f"{_name(column)} is the date column, but hardly any of its {len(cells)} cells "
        "is a date.",
        remedy="Check which column holds the dates, and name it in case.toml.",
    )
