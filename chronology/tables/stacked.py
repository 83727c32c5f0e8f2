"""Tables that stand below each other on one sheet, each under headings of its own.

Repairs
Job no | Date raised | Description           A housing file, a custody record under the notices, an
R1     | 03/01/2019  | Front door            export of two lists: each is read under its own
                                             headings, as if it had a sheet of its own, and named
Date   | Officer     | Note                  after the sheet and the row at which it begins.
04/01  | B Stroud    | Visit
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.columns import field_of, find_headings, fold
from chronology.findings import Remark, note
from chronology.importers.rows import Row, Table, cell_at, filled_cells, text_of
from chronology.tables.by_content import headed_by_content, may_be_headings
from chronology.tables.column_check import NO_EVENTS, dated
from chronology.tables.turned import headings_of

_FEWEST = 3
"""Headings that a table needs here, and those that must be known where no blank row is above."""
_A_PAIR = 2
_WIDEST = 100
"""Columns; a table that is wider stands alone on its sheet."""
_LOOKED_AT = 3
"""Rows below headings among which one must hold a date."""
_TITLES = 3
"""Rows of one cell, or of groups, over the headings that belong to them."""
_SAYS_DATE = re.compile(r"\bdated?\b|\bwhen\b", re.IGNORECASE)
_NO_CHRONOLOGY = re.compile(r"\b(?:version|revision|draft|amendments?)\b", re.IGNORECASE)
_PART = re.compile(r"(?: \(from row \d+\))?(?: \(from column [A-Z]+\))?(?:: [^:]+)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """A row of headings: its place among the rows, and that of the first dated row below it."""

    at: int
    evidence: int


def apart(
    tables: Sequence[Table], *, children: Sequence[str], override: Mapping[str, str]
) -> tuple[Table, ...]:
    """The tables, each that holds several below each other in its parts."""
    return tuple(part for table in tables for part in _parts(table, children, override))


def sheet_of(name: str) -> str:
    """The name of the sheet on which a part of it stands."""
    return _PART.sub("", name)


def is_part(table: Table, tables: Sequence[Table]) -> bool:
    """Whether other tables of the file stand on the same sheet."""
    return sum(sheet_of(one.name) == sheet_of(table.name) for one in tables) > 1


def _parts(table: Table, children: Sequence[str], override: Mapping[str, str]) -> tuple[Table, ...]:
    rows = [row for row in table.rows if not row.aside]
    heads = _heads(rows)
    if len(heads) < 2 or headings_of(table, children=children, override=override)[2]:
        return (table,)
    starts = [0, *(_start(rows, head.at) for head in heads[1:])]
    about = tuple(row for row in table.rows if row.aside)
    parts = []
    for number, (first, end) in enumerate(zip(starts, [*starts[1:], len(rows)], strict=True)):
        begins = next(row.number for row in rows[first:end] if filled_cells(row))
        parts.append(
            replace(
                table,
                name=f"{table.name} (from row {begins})" if number else table.name,
                rows=(*rows[first:end], *(() if number else about)),
                remarks=(_said(table.name, begins),) if number else table.remarks,
            )
        )
    readable = all(
        find_headings(part, children=children, override=override)
        or headed_by_content(part, children=children, override=override, part=True)
        for part in parts
    )
    return tuple(parts) if readable else (table,)


def _heads(rows: Sequence[Row]) -> list[_Head]:
    """The headings of each table: with a dated row between one and the next, and not the same."""
    heads: list[_Head] = []
    for at, row in enumerate(rows):
        if len(row.cells) > _WIDEST:
            continue
        three = may_be_headings(row)
        again = three and bool(heads) and _again_otherwise(rows[heads[-1].at], row)
        if not (three or _date_and_event(row)) or not (found := _head(rows, at, again=again)):
            continue
        if not three and any(map(filled_cells, rows[at + 1 : found.evidence])):
            continue
        if not heads or (heads[-1].evidence < at and _differ(rows[heads[-1].at], row)):
            heads.append(found)
    return heads


def _date_and_event(row: Row) -> bool:
    """Two headings, one for the date and one for what happened."""
    words = [text_of(cell.value) for cell in filled_cells(row)]
    return len(words) == _A_PAIR and {field_of(text)[0] for text in words} == {"date", "event"}


def _again_otherwise(before: Row, row: Row) -> bool:
    """Whether headings come again with another one among them: 'Date, Event, Letter sent' below
    'Date, Event, Child seen'."""
    both = [(a, b) for a, b in _pairs(before, row) if a and b]
    return sum(fold(a) == fold(b) for a, b in both) >= _A_PAIR and any(map(_differing, both))


def _head(rows: Sequence[Row], at: int, *, again: bool) -> _Head | None:
    """The row as headings, if a row below has a date under them and enough of them are known, or
    they come `again` with another one among them."""
    words = {i: text for i, cell in enumerate(rows[at].cells) if (text := text_of(cell.value))}
    if any(_NO_CHRONOLOGY.search(text) for text in words.values()):
        return None
    fields = {i: field_of(text)[0] for i, text in words.items()}
    known = {field for field in fields.values() if field}
    says_date = {
        i
        for i, text in words.items()
        if (_SAYS_DATE.search(text) or fields[i] in ("date", "recorded_date"))
        and not NO_EVENTS.search(text)
    }
    evidence = _dated_below(rows, at, says_date)
    above = rows[at - 1] if at else None
    free = above is None or len(filled_cells(above)) < 2
    sure = "date" in known and (again or (len(known) >= _FEWEST and 2 * len(known) > len(words)))
    return _Head(at=at, evidence=evidence) if evidence and (sure or (free and known)) else None


def _dated_below(rows: Sequence[Row], at: int, columns: set[int]) -> int:
    """The place of a row soon below with a date in one of the columns; 0 for none."""
    looked = 0
    for place in range(at + 1, len(rows)):
        if not filled_cells(rows[place]):
            continue
        if any(dated(cell_at(rows[place], i).value) for i in columns):
            return place
        looked += 1
        if looked == _LOOKED_AT:
            break
    return 0


def _differ(before: Row, row: Row) -> bool:
    """Whether two rows of headings differ: not the same once more, with a word spelt otherwise."""
    if len(filled_cells(before)) != len(filled_cells(row)):
        return True
    return any(map(_differing, _pairs(before, row)))


def _pairs(before: Row, row: Row) -> list[tuple[str, str]]:
    """The words of two rows that stand in one column."""
    cells = zip(before.cells, row.cells, strict=False)
    return [(text_of(one.value), text_of(other.value)) for one, other in cells]


def _differing(pair: tuple[str, str]) -> bool:
    """Whether two headings name different fields."""
    a, b = pair
    return fold(a) != fold(b) and field_of(a)[0] != field_of(b)[0]


def _start(rows: Sequence[Row], at: int) -> int:
    """Where a table begins: with what is over its headings, and the blank rows over that."""
    first = at
    for _ in range(min(_TITLES, at)):
        above = rows[first - 1]
        cells = filled_cells(above)
        group = len(cells) == 1 or any(cell.marks.across > 1 for cell in cells)
        if not cells or not group or any(dated(cell.value) for cell in cells):
            break
        first -= 1
    while first and not filled_cells(rows[first - 1]):
        first -= 1
    return first


def _said(sheet: str, row: int) -> Remark:
    return note(
        "table-below",
        message=f"{sheet or 'The file'} holds tables below each other: the one that begins in row "
        f"{row} was read under its own headings.",
        remedy="Check that its columns are read as they are meant (caseweave columns FILE).",
    )
