"""What is to be said of a sheet once all of its rows are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronology.findings import Finding
from chronology.importers.rows import Row, filled_texts
from chronology.model import Entry
from chronology.normalise import Context, located
from chronology.rows.agency_column import without_agency
from chronology.rows.bands import may_tell, said_bands
from chronology.rows.date_column import short_years
from chronology.rows.footnotes import FOOTNOTE, said_footnotes
from chronology.rows.marks import merged_down
from chronology.rows.out_of_place import out_of_place
from chronology.rows.set_aside import words_of
from chronology.rows.undated_across import undated_across
from chronology.rows.weekdays import weekdays_that_differ
from chronology.tables.long_rows import longer_than_headings
from chronology.tables.outside import entries_above, entries_outside


def of_the_whole(
    context: Context, rows: Sequence[Row], reasons: Sequence[str], entries: Sequence[Entry]
) -> Iterator[Finding]:
    """What is to be said of a sheet once all its rows are read."""
    numbered = {row.number: row for row in rows}
    if not context.dates.column.maybe_swapped:
        for entry, remark in out_of_place(entries):
            yield located(remark, context, numbered[entry.at.row])
    numbers = {entry.at.row for entry in entries}
    read = [row for row in rows if row.number in numbers]
    for entry, remark in undated_across(entries, numbered):
        yield located(remark, context, numbered[entry.at.row])
    width = 0 if context.turned or context.forms else len(context.layout.columns)
    for said in (
        merged_down(read),
        *without_agency(read, context, entries),
        longer_than_headings(context.file, read, width),
        entries_outside(rows),
        entries_above(rows, reasons),
        weekdays_that_differ(entries, context.layout.columns),
        short_years([e.when for e in entries], context.dates.window),
    ):
        if said:
            yield located(said, context)
    if notes := [row for row, why in zip(rows, reasons, strict=True) if why == FOOTNOTE]:
        told = said_footnotes([words_of(row, context) for row in notes])
        yield located(told, context, notes[0])


def of_bands(bands: Sequence[Row], context: Context) -> Iterator[Finding]:
    """What is to be said of words alone over other rows, if they may tell what happened."""
    told = {
        row.number: words_of(row, context) for row in bands if may_tell(" ".join(filled_texts(row)))
    }
    if told:
        yield replace(located(said_bands([*told.values()]), context), row=min(told))
