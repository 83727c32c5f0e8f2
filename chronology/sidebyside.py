"""Agencies side by side: a column for the account of each, and no column headed Event.

Date       | Police         | Housing          | Child seen | Analysis
11/02/2021 | Called out     |                  | No         |
14/02/2021 |                | Complaint logged |            |
01/03/2021 | Joint visit    | Joint visit      | Yes        | Late

Each agency's rows are read as a table of its own, `Sheet1: Police`, so that every account is an
entry under its agency. What stands in one row beside several accounts and says who was seen does
not say by whom: it is kept with each of them as sent, and not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.agencies import agencies_named
from chronology.columns import SEARCHED_ROWS, Mapped, field_of, find_headings, fold
from chronology.findings import Remark, Severity
from chronology.importers.rows import EMPTY, Cell, Row, Table, text_of
from chronology.model import Column
from chronology.phrases import stems
from chronology.statements import ABOUT_SEEN

_FEWEST = 2
_WORDS = 2.5
"""Words in a cell, on average, of a column that tells what happened."""
_LONGEST_NAME = 5
_MAY_BE = ("", "professional")
"""Fields under which the name of an agency may stand: 'GP' and 'Health visitor' are workers too."""
_NO_NAME = re.compile(
    r"\b(?:action|response|outcome|analysis|comments?|notes?|ref|number|no|id|seen|informed|"
    r"notified|contact\w*|involved|attend\w*|date|time|name|lead|role|by|type|referral)\b",
    re.IGNORECASE,
)
_SHOWN = 8


def by_agency(
    table: Table, *, children: Sequence[str], override: Mapping[str, str]
) -> tuple[Table, ...]:
    """A table for each of the agencies that stand side by side; else the table alone."""
    mapped = find_headings(table, children=children, override=override)
    mapped = mapped or _headed(table, children, override)
    if mapped is None:
        return (table,)
    fields = {column.field for column in mapped.columns}
    places = _accounts(table, mapped) if "date" in fields and "event" not in fields else []
    if len(places) < _FEWEST:
        return (table,)
    seen = [i for i, c in enumerate(mapped.columns) if c.field.partition(":")[0] in ABOUT_SEEN]
    return tuple(_part(table, mapped, places, at, seen) for at in places)


def told_under(table: Table, override: Mapping[str, str]) -> Mapping[str, str]:
    """What the headings of a part name: the agency's is over what happened."""
    return {**override, table.agency: "event"} if table.agency else override


def _headed(table: Table, children: Sequence[str], override: Mapping[str, str]) -> Mapped | None:
    """The columns under a date and agencies alone: the first of those stands for an event."""
    for row in [row for row in table.rows if not row.aside][:SEARCHED_ROWS]:
        words = [text_of(cell.value) for cell in row.cells]
        named = [text for text in words if text and _is_agency(text)]
        if len(named) >= _FEWEST and any(field_of(text)[0] == "date" for text in words if text):
            told = {**override, named[0]: "event"}
            found = find_headings(table, children=children, override=told)
            return _without(found, named[0]) if found else None
    return None


def _without(mapped: Mapped, heading: str) -> Mapped:
    """The columns with the one that only stood for an event as it was."""
    columns = (replace(c, field="") if c.heading == heading else c for c in mapped.columns)
    return replace(mapped, columns=tuple(columns))


def _accounts(table: Table, mapped: Mapped) -> list[int]:
    """The columns that are headed by an agency and tell in words what happened."""
    return [
        at
        for at, column in enumerate(mapped.columns)
        if column.field in _MAY_BE and _is_agency(column.heading) and _tells(table, mapped, at)
    ]


def _is_agency(heading: str) -> bool:
    words = fold(heading).split()
    if not 1 <= len(words) <= _LONGEST_NAME or _NO_NAME.search(heading):
        return False
    return bool(agencies_named(stems(heading)))


def _tells(table: Table, mapped: Mapped, at: int) -> bool:
    counts = [len(words.split()) for row in _below(table, mapped) if (words := _words(row, at))]
    return bool(counts) and sum(counts) / len(counts) >= _WORDS


def _below(table: Table, mapped: Mapped) -> list[Row]:
    return [row for row in table.rows if row.number > mapped.heading_row and not row.aside]


def _words(row: Row, at: int) -> str:
    return text_of(row.cells[at].value) if at < len(row.cells) else ""


def _part(
    table: Table, mapped: Mapped, places: Sequence[int], at: int, seen: Sequence[int]
) -> Table:
    """The account of one agency; the first has those rows too that are nobody's account."""
    others = [place for place in places if place != at]
    rows: list[Row] = []
    shared: list[int] = []
    width = max(len(mapped.columns), *(len(row.cells) for row in table.rows))
    for row in table.rows:
        told = _told(row, mapped, places)
        head = row.number == mapped.heading_row
        several = len(told) > 1 and any(_words(row, place) for place in seen)
        shared += [row.number] if several else []
        part = _only(row, others, seen, width, copy=head, move=several)
        below = row.number > mapped.heading_row and not row.aside
        own = at in told or (not told and at == places[0])
        blank = not any(text_of(cell.value) for cell in row.cells)
        rows.append(replace(part, elsewhere=below and not own and not blank))
    agency = _name(mapped.columns[at])
    named = [_name(mapped.columns[place]) for place in places]
    first = (_said(named), *((_not_read(shared),) if shared else ()), *table.remarks)
    return replace(
        table,
        name=f"{table.name}: {agency}",
        rows=tuple(rows),
        agency=agency,
        remarks=first if at == places[0] else (),
    )


def _told(row: Row, mapped: Mapped, places: Sequence[int]) -> list[int]:
    """The agencies that tell of something in a row below the headings, which are no account."""
    if row.aside or row.number <= mapped.heading_row:
        return []
    headings = {place: fold(mapped.columns[place].heading) for place in places}
    return [p for p in places if (words := _words(row, p)) and fold(words) != headings[p]]


def _only(
    row: Row, others: Sequence[int], seen: Sequence[int], width: int, *,
    copy: bool = False, move: bool = False,
) -> Row:  # fmt: skip
    """The row without the other agencies' cells.

    The cells on who was seen are copied to columns of their own at the end, or moved there.
    """
    cells = [*row.cells, *[EMPTY] * (width - len(row.cells))]
    for place in others:
        cells[place] = EMPTY
    beyond: list[Cell] = [cells[place] if copy or move else EMPTY for place in seen]
    for place in seen if move else ():
        cells[place] = EMPTY
    return replace(row, cells=(*cells, *beyond))


def _name(column: Column) -> str:
    return " ".join(column.heading.split()).strip(" :*")


def _said(agencies: Sequence[str]) -> Remark:
    *first, last = agencies
    return Remark(
        code="agencies-side-by-side",
        severity=Severity.WARNING,
        message=f"{', '.join(first)} and {last} stand side by side in columns: the account of each "
        "was read as an entry of its own, under that agency.",
        remedy="Check that each is an agency, or name the columns of this file in the case file "
        "(case.toml).",
    )


def _not_read(rows: Sequence[int]) -> Remark:
    more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
    which = ", ".join(map(str, rows[:_SHOWN])) + more
    one = len(rows) == 1
    return Remark(
        code="seen-by-which-agency",
        severity=Severity.WARNING,
        message=f"{'Row' if one else 'Rows'} {which}: what is said about who was seen stands "
        "beside the accounts of several agencies and does not say by which of them; it is kept as "
        "sent and was not read.",
        remedy="Ask which of the agencies saw the child, or give each account a row of its own.",
    )
