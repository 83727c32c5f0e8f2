"""Files of several agencies: each sheet or table under the agency that heads it.

sheets      Police | GP | Housing             where the file's own name says no kind of agency;
documents   a line 'Police' over the table,    letters of the hospital on a sheet 'Hospital' of the
            'Agency: Police' over or in it     surgery's file are the surgery's record
rows        POLICE alone over its rows, where there are several such and no column for the agency
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chronology.columns import SEARCHED_ROWS, find_headings
from chronology.events.agencies import agencies_named
from chronology.findings import Remark, note
from chronology.importers.rows import Row, Table, of_document, text_of
from chronology.model import Case
from chronology.normalise import Context
from chronology.phrases import stems
from chronology.record_of import titles_above, titles_alone
from chronology.rows.bands import alone_in
from chronology.sender import agency_in
from chronology.tables.agencies_across import is_agency
from chronology.tables.stacked import sheet_of

_FEWEST = 2
_WIDEST = 100
"""Columns; titles are not looked for over wider tables."""
_MORE = re.compile(
    r"\s[-\u2013:|]\s|\b(?:chronolog\w+|records?|history|entries|log|file|timeline|events|letters?|"
    r"visits?|calls?|reports?|meetings?|involvement|mother|father|"
    r"maternal|paternal|grand\w+|parents?|step\w+|child(?!ren's|'s)|baby)\b",
    re.IGNORECASE,
)


def agencies_of_parts(tables: Sequence[Table], whole: str, case: Case) -> Mapping[str, str]:
    """Table's name -> its agency, where tables of one file are headed as different ones.

    `whole` is the agency that the file as a whole is from.
    """
    if len(tables) < _FEWEST:
        return {}
    heads = {table.name: _first_row(table) for table in tables}
    titled = {table.name: agency_in(_titles(table, heads[table.name])) for table in tables}
    if len({*titled.values()} - {""}) >= _FEWEST:
        return _carried(tables, titled)
    if agencies_named(stems(whole)):
        return {}
    named = {table.name: _named(table, heads[table.name], case) for table in tables}
    return _carried(tables, named) if len({*named.values()} - {""}) >= _FEWEST else {}


def agencies_over(
    rows: Sequence[Row], reasons: Sequence[str], context: Context
) -> Mapping[int, str]:
    """Row's number -> the agency that it names alone, over the rows that are that agency's."""
    if (
        context.forms
        or context.turned
        or context.agency_given
        or agencies_named(stems(context.agency))
        or "agency" in context.layout.places
    ):
        return {}
    pairs = zip(rows, reasons, strict=True)
    told = ((row, _alone(row, context)) for row, why in pairs if why in ("", "title"))
    found = {row.number: agency for row, agency in told if agency}
    return found if len({*found.values()}) >= _FEWEST else {}


def _alone(row: Row, context: Context) -> str:
    text = text_of(alone_in(row, context)).strip(" :")
    return text if is_one(text, context.case) else ""


def is_one(text: str, case: Case) -> bool:
    """Whether words name an agency, and nobody of the case nor what kind of record it is."""
    if not is_agency(text.strip(" :")) or _MORE.search(text):
        return False
    named = (name for one in case.everybody for name in one.all_names)
    known = {word for name in named for word in name.casefold().split()}
    return not known & {*re.findall(r"[\w'-]+", text.casefold())}


def said_part(where: str, agency: str) -> Remark:
    """What is to be said of a table, or a part of one, that was read under its own agency."""
    return note(
        "agency-by-title",
        message=f"{where} is headed as an agency's own: its rows were read as {agency}'s.",
        remedy="If the whole file is one agency's, set agency for it in the case file (case.toml).",
    )


def _carried(tables: Sequence[Table], found: Mapping[str, str]) -> Mapping[str, str]:
    """With the tables of a document up to the next heading."""
    carried: dict[str, str] = {}
    before = ""
    for table in tables:
        before = found[table.name] or (before if of_document(table.name) else "")
        if before:
            carried[table.name] = before
    return carried


def _first_row(table: Table) -> int:
    """The row in which a table's headings begin; 0 where none are known."""
    rows = [row for row in table.rows if not row.aside][:SEARCHED_ROWS]
    if any(len(row.cells) > _WIDEST for row in rows):
        return 0
    headed = find_headings(table)
    return headed.first_row if headed else 0


def _titles(table: Table, first: int) -> list[str]:
    rows = table.rows if first else table.rows[:SEARCHED_ROWS]
    return [*titles_above(rows, first), *table.above]


def _named(table: Table, first: int, case: Case) -> str:
    """The agency that a sheet's name, or words alone over a table, are and nothing else."""
    over = [*table.above, *titles_alone(table.rows, first)]
    sheet = [] if of_document(table.name) else [sheet_of(table.name)]
    found = dict.fromkeys(text.strip(" :") for text in (*over, *sheet) if is_one(text, case))
    return next(iter(found), "") if len(found) == 1 else ""
