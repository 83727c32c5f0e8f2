"""Tables of which no heading is known: what stands in their cells tells the columns.

headings not known   a row of words over a column of dates and a column of sentences
no headings          dates down the first column, and a column of sentences; times may stand beside
                     the dates; or the table goes on
                     from the one before it
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.columns import (
    SEARCHED_ROWS,
    WIDEST,
    Mapped,
    field_of,
    first_place,
    name_columns,
    with_field,
)
from chronology.dates import read_date, says
from chronology.findings import Remark, note, warning
from chronology.importers.beginnings import A_YEAR
from chronology.importers.logs import month_in
from chronology.importers.rows import Row, Table, Value, cells_below, text_of
from chronology.tables.column_check import (
    A_SENTENCE,
    FEW_WORDS,
    FEWEST,
    MOSTLY,
    NO_EVENTS,
    dates_among,
    words_in,
)

_A_PAIR = 2
_FEW_WORDS_TELL = 2.0
_NEARLY_ALL = 0.9
_LONGEST_HEADING = 60
_A_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_EARLY = 5
_NUMBER = re.compile(r"\d{1,2}\.*")


def headed_by_content(
    table: Table,
    *,
    children: Sequence[str],
    override: Mapping[str, str] | None,
    part: bool,
) -> Mapped | None:
    """The columns below the first row of words over dates and sentences; None without one.

    Fewer words will do where a heading is known, and fewer rows for a `part` of a sheet; two
    headings where one of them is known for what happened: 'Year | Event'.
    """
    fewest = 1 if part else FEWEST
    rows = [row for row in table.rows if not row.aside]
    for row in rows[:SEARCHED_ROWS]:
        words = [text_of(cell.value) for cell in row.cells]
        below = [other for other in rows if other.number > row.number]
        near = replace(row, cells=row.cells[:WIDEST])
        if len(below) < fewest or not (may_be_headings(near) or _heads_event(near)):
            continue
        cells = [cells_below(below, at) for at in range(len(near.cells))]
        has_dates = any(
            heading and not NO_EVENTS.search(heading) and len(c) >= fewest
            and dates_among(c) >= MOSTLY for heading, c in zip(words[:WIDEST], cells, strict=True)
        )  # fmt: skip
        if not has_dates:
            continue
        columns = name_columns(words, children, override or {})
        needed = FEW_WORDS if any(column.field for column in columns) else A_SENTENCE
        if max(map(words_in, cells)) >= needed:
            return Mapped(heading_row=row.number, first_row=row.number, columns=columns)
    return None


def without_headings(table: Table) -> tuple[Mapped, tuple[Remark, ...]] | None:
    """The columns of a table that begins at once: dates down the first, sentences down another.

    A number of the row may stand before the date. None for a table that is anything else: a list
    of people has their names first, and its dates are births.
    """
    rows = [row for row in table.rows if len(_filled(row)) > 1 and not row.aside]
    if len(rows) < FEWEST:
        return None
    width = max(len(row.cells) for row in rows)
    cells = [cells_below(rows, at) for at in range(width)]
    numbered = all(_NUMBER.fullmatch(text_of(cell)) for cell in cells[0])
    date = 1 if numbered else 0
    within = month_in(table.above)
    if width <= date or len(cells[date]) < len(rows):
        return None
    if dates_among(cells[date], within) < _NEARLY_ALL:
        return None
    if not dates_among(cells[date][:1], within) or any(map(_among_words, cells[date])):
        return None
    words = {at: words_in(cells[at]) for at in range(date + 1, width)}
    event = max(words, key=lambda at: (words[at], -at), default=0)
    if words.get(event, 0.0) < _FEW_WORDS_TELL:
        return None
    columns = name_columns([""] * width, (), {})
    mapped = Mapped(heading_row=0, first_row=rows[0].number, columns=columns)
    mapped = with_field(mapped, date, "date", "the table has no headings, and its cells are dates")
    mapped = with_field(
        mapped, event, "event", "the table has no headings, and this column tells most"
    )
    if date + 1 != event and _are_times(cells[date + 1]):
        why = "the table has no headings, and its cells are times beside the dates"
        mapped = with_field(mapped, date + 1, "time", why)
    return mapped, (_NO_HEADINGS,)


def _among_words(cell: Value) -> bool:
    """Whether a date stands among words; below it, on lines of their own, they may stand."""
    first = text_of(cell).partition("\n")[0]
    return says(read_date(first, within=A_YEAR), "date-among-words")


def _are_times(cells: Sequence[Value]) -> bool:
    """Whether all of some cells are times to the minute, and not all of the night: those are how
    long something took."""
    told = [text_of(cell) for cell in cells]
    by_day = sum(int(time.partition(":")[0]) > _EARLY for time in told if _A_TIME.fullmatch(time))
    return bool(told) and all(map(_A_TIME.fullmatch, told)) and 2 * by_day >= len(told)


def _filled(row: Row) -> list[Value]:
    return [cell.value for cell in row.cells if text_of(cell.value)]


_NO_HEADINGS = warning(
    "table-without-headings",
    message="The table has no headings: the column of dates was read as the date and the one with "
    "most words as what happened; the others are kept as they are.",
    remedy="Add a row of headings in a copy of the file to have the other columns read.",
)


def may_be_headings(row: Row) -> bool:
    """Three cells or more of a few words each, and no date among them."""
    return len(_filled(row)) >= FEWEST and _are_short(_filled(row))


def _heads_event(row: Row) -> bool:
    """Two such cells, of which one is known to head what happened."""
    cells = _filled(row)
    known = [field_of(text_of(cell))[0] for cell in cells]
    return len(cells) == _A_PAIR and known.count("event") == 1 and _are_short(cells)


def _are_short(cells: Sequence[Value]) -> bool:
    return all(
        isinstance(cell, str) and len(cell) <= _LONGEST_HEADING and not dates_among([cell])
        for cell in cells
    )


def goes_on(table: Table, columns: Mapped) -> bool:
    """Whether a table without headings goes on from the one before: as wide, dates below dates."""
    rows = [row for row in table.rows if not row.aside]
    at = first_place(columns, "date")
    width = max((len(row.cells) for row in rows), default=0)
    if at is None or width != len(columns.columns):
        return False
    cells = cells_below(rows, at)
    return bool(cells) and dates_among(cells) >= MOSTLY


GOES_ON = note(
    "table-goes-on",
    message="The table has no headings of its own; it was read as going on from the one before.",
    remedy="Check that its columns are the same.",
)
