"""Tables that stand beside each other on one sheet.

Date     | Event |   | Date     | Event       The right one goes on from the left one, or is of
05/01/21 | Visit |   | 07/01/21 | Call        another year: read as one table, its events would
                                              stand under the dates of the left.
Date     | Incident | PC |   | Date | Contact     Under other headings where an empty column
                                              parts them, and each has a date and an event.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from chronology.columns import Mapped, field_of, find_headings, fold
from chronology.findings import Remark, note
from chronology.importers.rows import EMPTY, Row, Table, letter, text_of

_MOST = 6
"""Tables beside each other."""
_NEEDED = {"date", "event"}


def beside_each_other(
    table: Table, *, children: Sequence[str], override: Mapping[str, str]
) -> tuple[Table, ...]:
    """Each of the tables that stand beside each other; else the table alone."""
    mapped = find_headings(table, children=children, override=override)
    if mapped is None or mapped.lines:
        return (table,)
    headings = [(at, c.heading) for at, c in enumerate(mapped.columns) if c.heading]
    size = _repeated([_kind(heading) for _, heading in headings])
    if size and _tell(headings[:size]):
        starts = [at for at, _ in headings[::size]]
    else:
        starts = _starts_beside_gaps(table, mapped, headings)
    if len(starts) < 2:
        return (table,)
    width = max(len(row.cells) for row in table.rows)
    edges = pairwise([0, *starts[1:], width])  # what stands before the first heading is not lost
    return tuple(_parts(table, mapped.first_row, list(edges)))


def _tell(headings: Sequence[tuple[int, str]]) -> bool:
    """Whether headings name a date and an event."""
    return {field_of(heading)[0] for _, heading in headings} >= _NEEDED


def _starts_beside_gaps(
    table: Table, mapped: Mapped, headings: Sequence[tuple[int, str]]
) -> list[int]:
    """Where each table begins, if empty columns part them and each is a chronology."""
    fields = [field_of(heading)[0] for _, heading in headings]
    if min(map(fields.count, _NEEDED)) < 2:
        return []
    below = [row for row in table.rows if row.number >= mapped.first_row and not row.aside]
    used = {at for row in below for at, cell in enumerate(row.cells) if text_of(cell.value)}
    starts = [at for at, _ in headings if at == headings[0][0] or at - 1 not in used]
    ends = [*starts[1:], len(mapped.columns)]
    blocks = ([h for h in headings if a <= h[0] < b] for a, b in zip(starts, ends, strict=True))
    return starts if all(map(_tell, blocks)) else []


def _kind(heading: str) -> str:
    """What a heading names; two dates are the same only by the same words."""
    field = field_of(heading)[0]
    return field if field and field != "date" else fold(heading)


def _repeated(names: Sequence[str]) -> int:
    """How many headings come again and again from first to last; 0 where they do not."""
    for times in range(_MOST, 1, -1):
        size, rest = divmod(len(names), times)
        if not rest and size > 1 and list(names[:size]) * times == list(names):
            return size
    return 0


def _parts(table: Table, first_row: int, blocks: Sequence[tuple[int, int]]) -> Iterator[Table]:
    for number, (start, end) in enumerate(blocks):
        said = _said(table.name, letter(start), letter(end - 1))
        yield replace(
            table,
            name=f"{table.name} (from column {letter(start)})" if number else table.name,
            rows=tuple(
                row
                if row.aside or (row.number < first_row and _over_all(row, blocks))
                else _only(row, start, end)
                for row in table.rows
            ),
            remarks=(said,) if number else table.remarks,
        )


def _over_all(row: Row, blocks: Sequence[tuple[int, int]]) -> bool:
    """Whether a row above the headings is a title of all the tables, and not one for each."""
    used = [at for at, cell in enumerate(row.cells) if text_of(cell.value)]
    return sum(any(start <= at < end for at in used) for start, end in blocks) < 2


def _only(row: Row, start: int, end: int) -> Row:
    """The row without what stands left and right of its block."""
    cells = (cell if start <= at < end else EMPTY for at, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def _said(sheet: str, first: str, last: str) -> Remark:
    return note(
        "table-beside",
        message=f"{sheet or 'The file'} holds tables beside each other: "
        f"columns {first} to {last} were read as a table of its own.",
        remedy="Check that its rows are not about those on the left.",
    )
