"""Ticks in two columns, Yes and No, below one heading: the answers of one column.

Date  | Child seen | Event          Read as Child seen: Yes, and Child seen: No. Only where every
      | Yes | No   |                cell of the two is a tick or empty, and no row has both. In a
12/03 |  ✓  |      | Home visit     table with ticks, crosses are read under No alone, where no
13/03 |     |  ✓   | Letter         tick stands: elsewhere a cross may say that it is not so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from chronology.columns import Mapped, name_columns, rows_below
from chronology.findings import Remark, warning
from chronology.importers.rows import Cell, Row, Table, cell_at, text_at, text_of, with_cell
from chronology.model import Column
from chronology.tables.grouped import answer_in
from chronology.values.row_statements import ABOUT_SEEN
from chronology.values.seen_columns import PLAIN_NO

_CROSSES = frozenset("xX\u2612")
_TICKS = frozenset("\u2713\u2714\u2611\u221a")
_MARKS = _TICKS | _CROSSES
_EMPTY = frozenset(["", "\u2610"])
_FEW_WORDS = 4
_WHY = "ticks under Yes and No below one heading"


def yes_and_no(
    table: Table, mapped: Mapped, children: Sequence[str]
) -> tuple[Table, Mapped, tuple[Remark, ...]]:
    """The table with the answer that is ticked in the first of two such columns; else as it is."""
    columns = mapped.columns
    taken = {column.field for column in columns}
    said: list[Remark] = []
    for at, (first, second) in enumerate(pairwise(columns)):
        asked, yes = answer_in(first.heading) or ("", "")
        no = second.heading.strip().casefold() == "no" or answer_in(second.heading) == (asked, "no")
        if yes != "yes" or not no:
            continue
        field = name_columns([asked], children, {})[0].field
        below = rows_below(table.rows, mapped)
        if (
            not field.startswith(("child_seen", "seen_alone"))
            or first.field
            or second.field
            or field in taken
        ):
            continue
        if {at, at + 1} & table.hidden_columns or not _are_ticks(below, at):
            continue
        numbers = {row.number for row in below}
        rows = tuple(_told(row, at) if row.number in numbers else row for row in table.rows)
        table = replace(table, rows=rows)
        read = replace(first, heading=asked, field=field, why=_WHY)
        mapped = replace(mapped, columns=(*columns[:at], read, *columns[at + 1 :]))
        columns = mapped.columns
        said.append(_said(asked))
    return table, mapped, tuple(said)


def heads_answers(row: Row, columns: Sequence[Column]) -> bool:
    """Whether the row next to the headings goes on with them: it holds neither a date nor what
    happened, but 'Yes' or 'Tick' below 'Child seen'. As an entry it would be a sighting; a plain No
    alone would be none, and words below the child's views alone are the child's."""
    cells = enumerate(row.cells[: len(columns)])
    told = [(columns[at], text) for at, cell in cells if (text := text_of(cell.value))]
    fields = [column.field.partition(":")[0] for column, _ in told]
    plain = all(
        field in ABOUT_SEEN or not (column.field or column.heading)
        for field, (column, _) in zip(fields, told, strict=True)
    )
    few = all(len(text.split()) <= _FEW_WORDS for _, text in told)
    about = {*fields} & {*ABOUT_SEEN} - {"views"}
    denied = len(told) == 1 and PLAIN_NO.match(told[0][1])
    known = {"date", "event"} <= {c.field for c in columns}
    return bool(about) and plain and few and known and not denied


def _are_ticks(rows: Sequence[Row], at: int) -> bool:
    pairs = [(text_at(row, at), text_at(row, at + 1)) for row in rows]
    filled = [pair for pair in pairs if not {*pair} <= _EMPTY]
    plain = all({*pair} & _EMPTY and {*pair} & _MARKS for pair in filled)
    under_yes, under_no = ({pair[at] for pair in filled} & _MARKS for at in (0, 1))
    ticked = any(text_of(cell.value) in _TICKS for row in rows for cell in row.cells)
    doubtful = under_yes & _CROSSES or (under_no & _TICKS and under_no & _CROSSES)
    return bool(filled) and plain and not (ticked and doubtful)


def _told(row: Row, at: int) -> Row:
    yes, no = cell_at(row, at), cell_at(row, at + 1)
    told = "Yes" if text_of(yes.value) in _MARKS else "No" if text_of(no.value) in _MARKS else ""
    if not told:
        return row
    ticked, other = (yes, no) if told == "Yes" else (no, yes)
    return with_cell(with_cell(row, at, Cell(told, ticked.marks)), at + 1, Cell(None, other.marks))


def _said(heading: str) -> Remark:
    return warning(
        "column-seen-by-content",
        message=f"The ticks under Yes and No of '{heading}' were read as its answers.",
        remedy="Check it, or name the columns of this file in the case file (case.toml).",
    )
