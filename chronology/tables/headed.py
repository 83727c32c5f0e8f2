"""The tables of a file as they are to be read, each under its headings, and what is to be said.

headings   of the table itself, over forms, on its side; else by what stands below them
words      below each date in a row of their own are read with it
none       it goes on from the table before it; or the file is a list of paragraphs
several    tables below or beside each other on one sheet, or agencies side by side, are each
           read so
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.columns import Mapped, find_headings, fold, name_columns
from chronology.findings import Remark, warning
from chronology.importers.named import Names, nobody
from chronology.importers.rows import Contents, Table
from chronology.rows.captions import captioned
from chronology.rows.date_parts import before_words, date_in_one, hours_and_minutes, with_halves
from chronology.rows.who_column import check_who
from chronology.tables.agencies_across import by_agency, named_for, told_under
from chronology.tables.by_content import GOES_ON, goes_on, headed_by_content, without_headings
from chronology.tables.column_check import check_columns
from chronology.tables.other_tables import without_others
from chronology.tables.stacked import apart, is_part
from chronology.tables.tables_abreast import beside_each_other
from chronology.tables.turned import headings_of
from chronology.tables.two_dates import two_dates
from chronology.tables.words_below import words_below
from chronology.tables.yes_and_no import yes_and_no

Headed = tuple[Table, Mapped | None, tuple[Remark, ...], Remark | None]
"""The table, its columns, what is to be said, and how it was turned to be read."""
_OF_A_LIST = ("Date", "Event")
_LISTED = warning(
    "table-of-paragraphs",
    message="No table with known headings: each paragraph that begins with a date was read as an "
    "entry, with what follows it up to the next date.",
    remedy="Check that each is one entry and that none is missing.",
)


def tables_of(
    contents: Contents,
    *,
    children: Sequence[str],
    override: Mapping[str, str],
    names: Names = nobody,
) -> tuple[Table, ...]:
    """The tables of a file; where none is headed, its paragraphs if they are forms or a list, in
    parts below the `names` that stand alone."""
    tables = tuple(
        part
        for below in apart(contents.tables, children=children, override=override)
        for table in beside_each_other(below, children=children, override=override)
        for part in by_agency(table, children=children, override=override)
    )
    if contents.others is None or _any_headed(tables, children, override):
        return captioned(tables, names)
    ways = (way for way in contents.others(names) if _any_headed(way, children, override))
    return next(ways, tables)


def _any_headed(
    tables: Sequence[Table], children: Sequence[str], override: Mapping[str, str]
) -> bool:
    told = (headed(t, tables, children=children, override=override, listed=True) for t in tables)
    return any(mapped is not None for _, mapped, _, _ in told)


def headed(
    table: Table,
    tables: Sequence[Table],
    *,
    children: Sequence[str],
    override: Mapping[str, str],
    grown: Sequence[str] = (),
    carried: Mapped | None = None,
    listed: bool = False,
) -> Headed:
    """A table with its columns; `carried` are those of the table before it, which one without
    headings may go on from, and `listed` says that the paragraphs would be read instead.
    `grown` are the names of the case's grown people.

    Where no heading is known in any of the file's tables, what stands below them tells.
    """
    if table.listed:
        about = any(len(row.cells) > len(_OF_A_LIST) for row in table.rows if not row.aside)
        columns = name_columns([*_OF_A_LIST, *(["Subject"] if about else [])], children, {})
        return table, Mapped(heading_row=0, first_row=0, columns=columns), (_LISTED,), None
    override = told_under(table, override)
    table, mapped, turned = headings_of(table, children=children, override=override)
    if mapped is None:
        if carried and goes_on(table, carried):
            return table, replace(carried, heading_row=0, first_row=0), (GOES_ON,), None
        part = is_part(table, tables)
        if part or not any(find_headings(one) for one in tables):
            mapped = headed_by_content(table, children=children, override=override, part=part)
        none = mapped is None and not any(find_headings(one) for one in tables)
        if none and not listed and (found := without_headings(table)):
            return table, *found, None
    if mapped is None:
        return table, None, (), None
    return _fitted(table, mapped, turned, children=children, override=override, grown=grown)


def _fitted(
    table: Table,
    mapped: Mapped,
    turned: Remark | None,
    *,
    children: Sequence[str],
    override: Mapping[str, str],
    grown: Sequence[str],
) -> Headed:
    """A table and its columns, each fitted to the other by what the cells hold."""
    named = {fold(heading) for heading in override} & {fold(c.heading) for c in mapped.columns}
    if not named and (other := without_others(table, mapped)):
        return other[0], None, other[1], None
    mapped = named_for(table, mapped)
    table, mapped, parts = date_in_one(with_halves(table, mapped), mapped)
    table, mapped, clocks = hours_and_minutes(table, mapped)
    table, mapped, ticked = yes_and_no(table, mapped, children)
    table, mapped, below = words_below(table, mapped)
    table, mapped, before = before_words(table, mapped)
    mapped, said = check_columns(mapped, table.rows, children)
    said += two_dates(mapped.columns, [r for r in table.rows if r.number > mapped.heading_row])
    mapped, who = check_who(mapped, table.rows, children=children, grown=grown, named=named)
    return (
        table,
        mapped,
        (*parts, *clocks, *ticked, *below, *before, *said, *who, *((turned,) if turned else ())),
        turned,
    )
