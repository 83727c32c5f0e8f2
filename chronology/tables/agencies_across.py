"""Agencies side by side: columns for the account of each, and none headed Event alone.

Date       | Police         | Housing          | Child seen      Date | Police       | Housing
11/02/2021 | Called out     |                  | No                   | Event | Seen | Event | Seen
14/02/2021 |                | Complaint logged |                 11/2 | Call  | No   |       |
01/03/2021 | Joint visit    | Joint visit      | Yes

Each agency's rows are read as a table of its own, `Sheet1: Police`, so that every account is an
entry under its agency; rows that are nobody's account stay in the sheet. What stands once in a row
beside several accounts and says who was seen does not say by whom: it is kept with each of them
as sent, and not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.columns import (
    SEARCHED_ROWS,
    WIDEST,
    Mapped,
    field_of,
    find_headings,
    fold,
    rows_below,
)
from chronology.events.agencies import agencies_named
from chronology.findings import Remark, all_of, first_of, warning
from chronology.importers.rows import (
    EMPTY,
    Cell,
    Row,
    Table,
    filled_cells,
    text_at,
    text_of,
    texts_below,
)
from chronology.phrases import stems
from chronology.tables.column_check import words_in
from chronology.values.row_statements import ABOUT_SEEN

_FEWEST = 2
_WORDS, _WORDS_OF_OTHERS = 2.5, 1.5
"""Words in a cell, on average, of the columns that tell what happened; fewer beside two such."""
_LONGEST_NAME = 5
_DISTINCT = 0.6
"""Of the cells under 'GP' or 'Health visitor': the names of workers come again and again."""
_NO_NAME = re.compile(
    r"\b(?:action|response|outcome|analysis|comments?|notes?|ref|number|no|id|seen|informed|"
    r"notified|contact\w*|involved|attend\w*|date|time|name|lead|role|by|type|referral)\b",
    re.IGNORECASE,
)
_ALSO = {
    "health", "nhs", "acute", "community health", "council", "local authority", "courts", "court",
    "voluntary sector", "third sector", "other agencies", "other agency", "others", "other",
}  # fmt: skip
"""Names of many agencies at once, which nobody would search a text for."""
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Account:
    """The columns of one agency: place -> heading without the agency's name; and the one that
    tells what happened."""

    agency: str
    columns: Mapping[int, str]
    event: int


def by_agency(
    table: Table, *, children: Sequence[str], override: Mapping[str, str]
) -> tuple[Table, ...]:
    """A table for each of the agencies that stand side by side; else the table alone."""
    mapped = find_headings(table, children=children, override=override)
    mapped = mapped or _headed(table, children, override)
    if mapped is None:
        return (table,)
    fields = {column.field for column in mapped.columns}
    if "date" not in fields or "event" in fields:
        return (table,)
    accounts = _grouped(table, mapped) or _alone(table, mapped)
    return tuple(_parts(table, mapped, accounts)) if len(accounts) >= _FEWEST else (table,)


def told_under(table: Table, override: Mapping[str, str]) -> Mapping[str, str]:
    """What the headings of a part name: the agency's is over what happened."""
    return {**override, table.agency: "event"} if table.agency else override


def named_for(table: Table, mapped: Mapped) -> Mapped:
    """The columns of a part, with why the agency's is what happened."""
    why = "the account of the agency that it names"
    own = fold(table.agency) if table.agency else None
    columns = (replace(c, why=why) if fold(c.heading) == own else c for c in mapped.columns)
    return replace(mapped, columns=tuple(columns)) if own else mapped


def _headed(table: Table, children: Sequence[str], override: Mapping[str, str]) -> Mapped | None:
    """The columns under a date and agencies alone: the first of those stands for an event."""
    for row in [row for row in table.rows if not row.aside][:SEARCHED_ROWS]:
        words = [text_of(cell.value) for cell in row.cells[:WIDEST]]
        named = [text for text in words if text and is_agency(text)]
        if len(named) >= _FEWEST and any(field_of(text)[0] == "date" for text in words if text):
            told = {**override, named[0]: "event"}
            found = find_headings(table, children=children, override=told)
            return _without(found, named[0]) if found else None
    return None


def _without(mapped: Mapped, heading: str) -> Mapped:
    """The columns with the one that only stood for an event as it was."""
    columns = (replace(c, field="") if c.heading == heading else c for c in mapped.columns)
    return replace(mapped, columns=tuple(columns))


def _grouped(table: Table, mapped: Mapped) -> list[_Account]:
    """Agencies that each have an event of their own: 'Police Event', 'Police Child seen'."""
    columns: dict[str, dict[int, str]] = {}
    for at, column in enumerate(mapped.columns):
        agency, rest = _split(column.heading)
        if agency:
            columns.setdefault(agency, {})[at] = rest
    found = []
    for agency, own in columns.items():
        event = next((at for at, rest in own.items() if field_of(rest)[0] == "event"), None)
        if event is not None and _tells(table, mapped, event):
            found.append(_Account(agency=agency, columns=own, event=event))
    return found


def _split(heading: str) -> tuple[str, str]:
    """The agency with which a heading begins, and the known heading after it; else empty."""
    words = heading.split()
    for at in range(1, len(words)):
        agency, rest = " ".join(words[:at]).strip(" :-"), " ".join(words[at:]).strip(" :-")
        if field_of(rest)[0] and agency and is_agency(agency):
            return agency, rest
    return "", ""


def _alone(table: Table, mapped: Mapped) -> list[_Account]:
    """Agencies over one column each that tells in words what happened."""
    below = rows_below(table.rows, mapped)
    named: list[int] = []
    sure = 0
    for at, column in enumerate(mapped.columns):
        texts, many = _told_in(below, at)
        if column.field in ("", "professional") and is_agency(column.heading):
            same = column.field and len({*texts}) < _DISTINCT * len(texts)
            if many >= _WORDS_OF_OTHERS and not same:
                named.append(at)
                sure += many >= _WORDS
        elif not column.field and many >= _WORDS:
            return []  # another column tells what happened, and these say who was involved
    columns = mapped.columns
    return [
        _Account(agency=_name(columns[at].heading), columns={at: columns[at].heading}, event=at)
        for at in (named if sure >= _FEWEST else ())
    ]


def _told_in(rows: Sequence[Row], at: int) -> tuple[list[str], float]:
    """The words under a heading, and how many there are in a cell on average."""
    texts = texts_below(rows, at)
    return texts, words_in(texts)


def _tells(table: Table, mapped: Mapped, at: int) -> bool:
    """Whether a column tells in words what happened; 'School details' may be a name only."""
    texts, many = _told_in(rows_below(table.rows, mapped), at)
    return many >= _WORDS_OF_OTHERS and len({*texts}) >= _DISTINCT * len(texts)


def is_agency(heading: str) -> bool:
    """Whether a heading names an agency and says nothing else."""
    words = fold(heading).split()
    if not 1 <= len(words) <= _LONGEST_NAME or _NO_NAME.search(heading):
        return False
    return fold(heading) in _ALSO or bool(agencies_named(stems(heading)))


def _parts(table: Table, mapped: Mapped, accounts: Sequence[_Account]) -> Iterable[Table]:
    """A table for each agency; and before them the sheet itself where rows are nobody's."""
    taken = {at for account in accounts for at in account.columns}
    seen = [
        at
        for at, column in enumerate(mapped.columns)
        if at not in taken and column.field.partition(":")[0] in ABOUT_SEEN
    ]
    below = rows_below(table.rows, mapped)
    told = {row.number: _told(row, accounts) for row in below}
    shared = [
        row.number
        for row in below
        if len(told[row.number]) > 1 and any(text_at(row, at) for at in seen)
    ]
    said = (_said([a.agency for a in accounts]), *((_not_read(shared),) if shared else ()))
    rest = _rest(table, told)
    if rest:
        yield replace(rest, remarks=(*said, *table.remarks))
    for number, account in enumerate(accounts):
        part = _part(table, mapped, account, told, (taken, seen, shared))
        first = not rest and not number
        yield replace(part, remarks=(*said, *table.remarks) if first else ())


def _told(row: Row, accounts: Sequence[_Account]) -> list[str]:
    """The agencies that tell of something in a row; headings that come again are no account."""
    return [
        a.agency
        for a in accounts
        if any(
            (words := text_at(row, at)) and fold(words) not in (fold(rest), fold(a.agency))
            for at, rest in a.columns.items()
        )
    ]


def _rest(table: Table, told: Mapping[int, Sequence[str]]) -> Table | None:
    """The table with the rows that are nobody's account, if there is one with a word in it."""
    nobodys = (row for row in table.rows if row.number in told and not told[row.number])
    if not any(map(filled_cells, nobodys)):
        return None
    rows = (replace(row, elsewhere=bool(told.get(row.number))) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _part(
    table: Table,
    mapped: Mapped,
    account: _Account,
    told: Mapping[int, Sequence[str]],
    places: tuple[set[int], Sequence[int], Sequence[int]],
) -> Table:
    """The rows of one agency, without the columns of the others."""
    taken, seen, shared = places
    others = taken - {*account.columns}
    width = max(len(mapped.columns), *(len(row.cells) for row in table.rows))
    rows: list[Row] = []
    for row in table.rows:
        head = row.number == mapped.heading_row
        if head:
            row = _heading(row, mapped, account)
        elif mapped.first_row <= row.number < mapped.heading_row:
            row = replace(row, aside="heading")
        part = _only(row, others, seen, width, copy=head, move=row.number in shared)
        away = account.agency not in told.get(row.number, (account.agency,))
        rows.append(replace(part, elsewhere=away and bool(filled_cells(row))))
    name = f"{table.name}: {account.agency}"
    return replace(table, name=name, rows=tuple(rows), agency=account.agency)


def _heading(row: Row, mapped: Mapped, account: _Account) -> Row:
    """The headings of one row or two as one row: the agency's over its event."""
    names = [account.columns.get(at, c.heading) for at, c in enumerate(mapped.columns)]
    names[account.event] = account.agency
    cells = [*row.cells, *[EMPTY] * (len(names) - len(row.cells))]
    return replace(
        row,
        cells=tuple(
            Cell(names[at] or None, cell.marks) if at < len(names) else cell
            for at, cell in enumerate(cells)
        ),
    )


def _only(
    row: Row, others: Iterable[int], seen: Sequence[int], width: int, *,
    copy: bool, move: bool,
) -> Row:  # fmt: skip
    """The row without the other agencies' cells.

    The cells on who was seen are copied to columns of their own at the end, or moved there.
    """
    cells = [*row.cells, *[EMPTY] * (width - len(row.cells))]
    for place in others:
        cells[place] = EMPTY
    beyond = [cells[place] if copy or move else EMPTY for place in seen]
    for place in seen if move else ():
        cells[place] = EMPTY
    return replace(row, cells=(*cells, *beyond))


def _name(heading: str) -> str:
    return " ".join(heading.split()).strip(" :*")


def _said(agencies: Sequence[str]) -> Remark:
    return warning(
        "agencies-side-by-side",
        message=f"{all_of(agencies)} stand side by side in columns: the account of each "
        "was read as an entry of its own, under that agency.",
        remedy="Check that each is an agency, or name the columns of this file in the case file "
        "(case.toml).",
    )


def _not_read(rows: Sequence[int]) -> Remark:
    one = len(rows) == 1
    return warning(
        "seen-by-which-agency",
        message=f"{'Row' if one else 'Rows'} {first_of(rows, _SHOWN)}: what is said about who was "
        "seen stands beside the accounts of several agencies and does not say by which of them; it "
        "is kept as sent and was not read.",
        remedy="Ask which of the agencies saw the child, or give each account a row of its own.",
    )
