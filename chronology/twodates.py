"""A table with several columns that are headed as the date: one is chosen, and that is said."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.columns import SECOND, Mapped
from chronology.dates import read_date
from chronology.findings import Remark, Severity
from chronology.importers.rows import Row, text_of


def two_dates(mapped: Mapped, rows: Sequence[Row]) -> tuple[Remark, ...]:
    """A remark for each further column of dates that differ from those which were read."""
    at = next((i for i, c in enumerate(mapped.columns) if c.field == "date"), None)
    if at is None:
        return ()
    chosen = mapped.columns[at]
    found = []
    for other, column in enumerate(mapped.columns):
        if not column.why.startswith(f"{SECOND} date:"):
            continue
        if any(_differ(row, at, other) for row in rows if row.number > mapped.heading_row):
            found.append(
                Remark(
                    code="column-second-date",
                    severity=Severity.NOTE,
                    message=f"Columns {chosen.letter} ('{chosen.heading}') and {column.letter} "
                    f"('{column.heading}') are both headed as dates: {chosen.letter} was read as "
                    "the date, and the other is kept under its heading.",
                    remedy="If the other is the day on which it happened, name it in the case file "
                    "(case.toml).",
                )
            )
    return tuple(found)


def _differ(row: Row, at: int, other: int) -> bool:
    cells = [row.cells[i].value if i < len(row.cells) else None for i in (at, other)]
    if not text_of(cells[1]):
        return False
    first, second = (read_date(cell).start for cell in cells)
    return second is not None and first != second
