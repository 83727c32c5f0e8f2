"""Rows of a text file that hold more than its headings: a comma in a text may have moved them.

Date,Event,Child seen
1/2/2019,Visit, mother present,No      four cells under three headings: 'mother present' stands
                                       under Child seen, and No beyond it
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chronology.findings import Remark, first_of, warning
from chronology.importers.rows import Row, text_of

_TEXT = (".csv", ".tsv", ".psv", ".txt")
_SHOWN = 8


def longer_than_headings(file: str, rows: Sequence[Row], width: int) -> Remark | None:
    """One warning for the rows of a text file with words beyond its last heading."""
    if not width or Path(file).suffix.casefold() not in _TEXT:
        return None
    found = [
        row.number
        for row in rows
        if len(row.cells) > width and any(text_of(cell.value) for cell in row.cells[width:])
    ]
    if not found:
        return None
    which = first_of(found, _SHOWN)
    hold = f"{len(found)} rows ({which}) hold" if len(found) > 1 else f"Row {which} holds"
    return warning(
        "rows-longer",
        message=f"{hold} more cells than there are headings: a separator within a text may have "
        "moved what follows it under the wrong headings, 'Child seen' among them.",
        remedy="Check these rows against the agency's record, and ask for the file as .xlsx.",
    )
