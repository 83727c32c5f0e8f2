"""Entries of two rows: the date and who wrote it in one, and what happened across the next.

Date       | Type  | Worker          As case notes are printed: the words are read as those of the
12/03/2019 | Visit | S Teal          row with the date, and their own rows are set aside as read
Seen at home, well and cheerful.     with it. Only where most rows with a date are without words
19/03/2019 | Call  | S Teal          and have some below them.
Mother rang to cancel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chronology.columns import (
    Mapped,
    field_of,
    first_place,
    folded_headings,
    places_of,
    repeats,
    rows_below,
)
from chronology.dates import read_date, says
from chronology.findings import Remark, note
from chronology.importers.beginnings import date_before
from chronology.importers.rows import (
    UNMARKED,
    Cell,
    Row,
    Table,
    Value,
    cell_at,
    filled_cells,
    letter,
    text_at,
    text_of,
    with_cell,
)
from chronology.model import Column
from chronology.rows.footers import is_footer
from chronology.rows.rows_below import signature_in
from chronology.tables.column_check import dated

BELOW = "read with the row above"
_FEWEST = 2
_MOSTLY = 0.6
_FEW_WORDS = 3
"""Of the words below, on average; fewer are a status or a name, or say how sure a date is."""


def words_below(table: Table, mapped: Mapped) -> tuple[Table, Mapped, tuple[Remark, ...]]:
    """The table with the words below each dated row in that row, if it is made so."""
    date, events = first_place(mapped, "date"), places_of(mapped, "event")
    if date is None:
        return table, mapped, ()
    at = events[0] if events else len(mapped.columns)
    below = _below(table, mapped)
    heads = [n for n, r in enumerate(below) if _is_head(r, date)]
    bare = [n for n in heads if not any(text_at(below[n], i) for i in events)]
    told = {n: found for n in bare if (found := _told_below(below, n))}
    fewest = 1 if len(heads) == 1 and _labelled(told, below) else _FEWEST
    if len(told) < max(fewest, _MOSTLY * len(heads)) or not _tell(told, below):
        return table, mapped, ()
    changed = {row.number: replace(row, aside=BELOW) for found in told.values() for row in found}
    for n, found in told.items():
        changed[below[n].number] = with_cell(below[n], at, _joined(found))
    rows = tuple(row if row.aside else changed.get(row.number, row) for row in table.rows)
    if not events:
        why = "no column says what happened, and the words stand below each date"
        column = Column(letter=letter(at), heading="", field="event", why=why)
        mapped = replace(mapped, columns=(*mapped.columns, column))
    return replace(table, rows=rows), mapped, (_SAID,)


def _below(table: Table, mapped: Mapped) -> list[Row]:
    """The rows below the headings that hold anything, without who signed them."""
    headings = folded_headings(mapped.columns)
    return [
        row
        for row in rows_below(table.rows, mapped)
        if filled_cells(row) and not signature_in(row) and not repeats(row, headings)
    ]


def _labelled(told: dict[int, list[Row]], rows: Sequence[Row]) -> bool:
    """Whether 'Details' stands alone between the date and the words of a form."""
    labels = [filled_cells(rows[n + 1]) for n, found in told.items() if len(found) > 1]
    return any(
        len(cells) == 1 and field_of(text_of(cells[0].value))[0] == "event" for cells in labels
    )


def _told_below(rows: Sequence[Row], head: int) -> list[Row]:
    """The rows below one with a date that hold words alone, down to any other."""
    found: list[Row] = []
    for row in rows[head + 1 :]:
        words = _words(row)
        if words is None or row.hidden != rows[head].hidden or (found and not _is_plain(words)):
            break
        found.append(row)
        if not _is_plain(words):
            break
    return found


def _words(row: Row) -> Cell | None:
    """The one cell with the words of a row, if a label such as 'Note:' is all that is beside it."""
    filled = filled_cells(row)
    texts = [text_of(cell.value) for cell in filled]
    if len(filled) == 2 and field_of(texts[0])[0] == "event":
        filled, texts = filled[1:], texts[1:]
    if len(filled) != 1 or _is_date(filled[0].value) or is_footer(texts):
        return None
    return filled[0]


def _is_head(row: Row, date: int) -> bool:
    """Whether a row has a date and who wrote; an account that begins with one is its own entry."""
    alone = len(filled_cells(row)) == 1 and date_before(text_at(row, date)) is not None
    return dated(cell_at(row, date).value) and not alone and not _words(row)


def _is_date(value: Value) -> bool:
    """Whether a cell is a date; 'Seen at home, next visit 18/03/2021' are words that name one."""
    words = text_of(value)
    among = says(read_date(value), "date-among-words") and len(words.split()) > _FEW_WORDS
    return dated(value) and not (among and date_before(words) is None)


def _tell(told: dict[int, list[Row]], rows: Sequence[Row]) -> bool:
    """Whether the words below say more than any cell of the rows above them."""
    below = sum(len(text_of(c.value).split()) for found in told.values() for c in _of(found))
    width = max(len(rows[n].cells) for n in told)
    above = max(sum(len(text_at(rows[n], at).split()) for n in told) for at in range(width))
    return below > above and below >= _FEW_WORDS * len(told)


def _of(rows: Sequence[Row]) -> list[Cell]:
    return [cell for row in rows if (cell := _words(row))]


def _joined(rows: Sequence[Row]) -> Cell:
    cells = _of(rows)
    if len(cells) == 1:
        return _alone(cells[0])
    return Cell("\n".join(text_of(cell.value) for cell in cells))


def _alone(cell: Cell) -> Cell:
    """The cell as one of a column of its own, and not merged across."""
    return Cell(cell.value, replace(cell.marks, across=1))


def _is_plain(cell: Cell) -> bool:
    return _alone(cell).marks == UNMARKED


_SAID = note(
    "words-below-dates",
    message="What happened stands in a row of its own below each date; it was read with the date "
    "above it.",
    remedy="Check that each is of the date above it.",
)
