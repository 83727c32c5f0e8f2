"""Tables that lie on their side: headings down the first column, each entry a column.

Date    | 12/03/2007 | 14/03/2007            The NPSA's tabular timeline is laid out like this,
Event   | Visit      | Call          ->      and so is a form with one contact on each page.
Present | Mother     |                       An entry's `row` is then the number of its column.
The corner over the first column may be blank: dates beside it are the date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.columns import Mapped, find_headings, rows_below
from chronology.findings import Remark, note
from chronology.importers.rows import Row, Table, cell_at
from chronology.tables.column_check import dated
from chronology.tables.forms import FORMS, read_forms

_FEWEST_FIELDS = 3
_NEEDED = {"date", "event"}
# Wider than this is no timeline that a person filled in; a long table is not turned to look at it.
_MOST_ROWS = 60


def headings_of(
    table: Table, *, children: Sequence[str], override: Mapping[str, str] | None
) -> tuple[Table, Mapped | None, Remark | None]:
    """The table as it is to be read, its headings, and a remark if it was turned to read it, or
    is a list of forms."""
    if forms := read_forms(table, children=children, override=override):
        return *forms, FORMS
    mapped = find_headings(table, children=children, override=override)
    rows = [row for row in table.rows if not row.aside]
    if len(rows) > _MOST_ROWS:
        return table, mapped, None
    on_its_side = turn(table)
    found = find_headings(on_its_side, children=children, override=override)
    found = _with_blank_corner(on_its_side, found) if found else None
    if found is None or not _better(found, mapped):
        return table, mapped, None
    columns = tuple(
        replace(column, letter=str(row.number))
        for column, row in zip(found.columns, rows, strict=False)
    )
    return on_its_side, replace(found, columns=columns), _TURNED


def turn(table: Table) -> Table:
    """The table with rows for columns; what stands about it is kept as it is."""
    rows = [row for row in table.rows if not row.aside]
    width = max((len(row.cells) for row in rows), default=0)
    turned = tuple(
        Row(
            number=at + 1,
            cells=tuple(cell_at(row, at) for row in rows),
            hidden=at in table.hidden_columns,
        )
        for at in range(width)
    )
    hidden = frozenset(at for at, row in enumerate(rows) if row.hidden)
    about = tuple(row for row in table.rows if row.aside)
    return replace(table, rows=(*about, *turned), hidden_columns=hidden)


def _with_blank_corner(table: Table, found: Mapped) -> Mapped:
    """The columns with the first as the date, where nothing heads its dates and none is one."""
    corner = found.columns[0]
    if corner.heading or "date" in _fields(found):
        return found
    below = rows_below(table.rows, found)
    if not below or not all(dated(row.cells[0].value) for row in below):
        return found
    date = replace(corner, field="date", why="its cells are dates, and nothing stands over them")
    return replace(found, columns=(date, *found.columns[1:]))


def _better(found: Mapped, upright: Mapped | None) -> bool:
    """Whether the first column names more fields than any row does."""
    fields = _fields(found)
    known = len(_fields(upright)) if upright else 0
    return fields >= _NEEDED and len(fields) >= _FEWEST_FIELDS and len(fields) > known


def _fields(mapped: Mapped) -> set[str]:
    return {column.field for column in mapped.columns if column.field}


_TURNED = note(
    "table-turned",
    message="The headings stand below each other and each entry is a column; it was read so, and "
    "'row' counts the columns (2 is column B).",
    remedy="Check that each column is one entry.",
)
