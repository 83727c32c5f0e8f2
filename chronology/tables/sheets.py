"""One sheet or table, read from its first row to its last: each is an entry or is set aside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chronology import phrases
from chronology.columns import HeadingWords, Mapped, folded_headings, repeats
from chronology.dates import Precision, When, read_date
from chronology.findings import Finding, warning
from chronology.importers.rows import (
    UNMARKED,
    Cell,
    Row,
    Table,
    Value,
    cell_at,
    filled_texts,
    is_blank,
    text_of,
)
from chronology.model import Declared, Entry, SetAside, SheetRead
from chronology.normalise import Context, Outcome, located, read_row
from chronology.rows.agency_column import (
    agency_above,
    names_several,
    said_above,
    strangers,
    subject_above,
)
from chronology.rows.bands import band_at, under
from chronology.rows.date_column import MONTH_FIRST, has_no_year, study
from chronology.rows.footers import is_footer, key_rows, page_banners, words_but_pages
from chronology.rows.footnotes import FOOTNOTE, is_footnote
from chronology.rows.marks import without_merged_headings
from chronology.rows.rows_below import going_on, signature_in, with_signature
from chronology.rows.set_aside import set_aside, withheld_of, words_of
from chronology.tables.agency_parts import agencies_over, said_part
from chronology.tables.of_the_whole import of_bands, of_the_whole
from chronology.tables.person_parts import said_section, sections_of
from chronology.tables.yes_and_no import heads_answers

_MONTH_FIRST = re.compile(r"\bmm?\W?dd?\W?yy", re.IGNORECASE)
ANOTHER_AGENCYS = "another agency's"
"""Of a row with the account of another agency, read in a part of its own (agencies_across.py)."""
GUIDANCE = "How to fill this in"
# Sheets that tell the author what to do; their rows are counted, and no entries are missed.
_GUIDANCE = {GUIDANCE.casefold(), "guidance", "instructions", "guidance notes", "notes for authors"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """By row number what rows alone say of those below them: about whom they are, and whose."""

    sections: Mapping[int, str]
    agencies: Mapping[int, str]


def read_sheet(
    context: Context, mapped: Mapped | None, declared: Declared
) -> tuple[SheetRead, list[Entry], list[Finding]]:
    """Read the rows of a sheet; without headings of its own it may go on from the one before."""
    rows = _used(context.table)
    lines = (folded_headings(context.layout.columns), *(mapped.lines if mapped else ()))
    reasons = [_above(row, lines, mapped) for row in rows]
    if mapped and not context.forms:
        reasons = _below_the_last(rows, _around(rows, reasons), context)
    columns = context.layout.columns
    pairs = zip(rows, reasons, strict=True)
    rows = [row if why else without_merged_headings(row, columns) for row, why in pairs]
    below = [
        row for row, why in zip(rows, reasons, strict=True) if not why or why == ANOTHER_AGENCYS
    ]
    context = _with_dates(context, below, declared)
    context = replace(
        context, subjects=names_several(below, context), strangers=strangers(below, context)
    )
    remarks = (*context.table.remarks, *context.dates.column.remarks)
    findings = [located(remark, context) for remark in remarks]
    section, sections = sections_of(rows, reasons, context) if mapped else ("", {})
    context = replace(context, section=section)
    over = Over(sections=sections, agencies=agencies_over(rows, reasons, context) if mapped else {})
    entries, aside, found = _read_rows(rows, reasons, context, _first_year(below, context), over)
    findings += found
    findings += of_the_whole(context, rows, reasons, entries)
    bands = {a.row for a in aside if a.reason == "band"} - {*over.sections, *over.agencies}
    findings += of_bands([row for row in rows if row.number in bands], context)
    unread = any(a.reason == "no headings" for a in aside)
    if unread and not mapped and not is_guidance(context.table):
        findings.append(_no_headings(context))
    sheet = SheetRead(
        name=context.table.name,
        rows=len(rows),
        entries=len(entries),
        set_aside=tuple(aside),
        columns=context.layout.columns,
        heading_row=mapped.heading_row or None if mapped else None,
        record_of=context.record_of,
    )
    return sheet, entries, findings


def is_guidance(table: Table) -> bool:
    """Whether a sheet is headed as guidance to the author."""
    return table.name.casefold().strip() in _GUIDANCE


def _read_rows(
    rows: Sequence[Row],
    reasons: Sequence[str],
    context: Context,
    ahead: When | None,
    over: Over,
) -> tuple[list[Entry], list[SetAside], list[Finding]]:
    """Every row in turn, each with what the rows above it have said of its date.

    `reasons` say why a row is set aside; `ahead` is the first date with a year, and `over` are the
    rows that say whose or about whom those below them are.
    """
    entries: list[Entry] = []
    aside: list[SetAside] = []
    findings: list[Finding] = []
    near = context.dates.day
    for at, (row, reason) in enumerate(zip(rows, reasons, strict=True)):
        told = False
        if reason == ANOTHER_AGENCYS:
            context, near = _passed(row, context, near)
        elif row.number in over.sections or row.number in over.agencies:
            reason = reason or "band"
            context, said = _under_name(row, over, context)
            findings += said
        elif not reason and (band := band_at(rows, reasons, at, context)):
            reason = "band"
            near = band if band.precision is Precision.DAY else near
            context = under(context, band)
        elif not reason and entries and signature_in(row):
            reason = "signature"
            if shown := words_of(row, context):
                entries[-1] = with_signature(entries[-1], shown.replace(" | ", " "))
        elif not reason:
            last = entries[-1] if entries else None
            context = _leaning(row, context, last)
            outcome = _read(row, context, near, ahead)
            if not (context.table.listed or (at and reasons[at - 1] == ANOTHER_AGENCYS)):
                outcome = _gone_on(outcome, last, context)
            reason, told = outcome.reason, bool(outcome.findings)
            findings += outcome.findings
            if outcome.entry:
                findings += said_above(row, context)
                entries.append(outcome.entry)
                near = outcome.entry.when if outcome.entry.when.start else near
                context = _below(context, outcome.entry.when)
        if reason:
            aside.append(set_aside(row, reason, context))
            if not told and reason != ANOTHER_AGENCYS:
                findings += withheld_of(row, reason, context)
    return entries, aside, findings


def _read(row: Row, context: Context, near: When | None, ahead: When | None) -> Outcome:
    """What a row is; a date without a year takes it from above, else from the first below."""
    if near is None and ahead and _needs_year(row, context):
        return read_row(row, _from_below(context), ahead)
    return read_row(row, context, near)


def _under_name(row: Row, over: Over, context: Context) -> tuple[Context, list[Finding]]:
    """The context below a row that names a person or an agency, and what is said of that."""
    if row.number in over.sections:
        section = over.sections[row.number]
        if section == context.section:
            return context, []
        context = replace(context, section=section)
        return context, [said_section(row, context)]
    agency = over.agencies[row.number]
    context = replace(context, agency=agency)
    said = said_part(f"What stands below row {row.number}", agency)
    return context, [located(said, context, row)]


def _gone_on(outcome: Outcome, last: Entry | None, context: Context) -> Outcome:
    """What a row is, read with the last entry above it that its words may go on from; of a first
    row that opens within a sentence that is the last entry of the table before."""
    if outcome.entry and outcome.entry.event[:1].islower():
        last = last or context.before
    return going_on(last, outcome) if outcome.entry and last else outcome


def _leaning(row: Row, context: Context, above: Entry | None) -> Context:
    """The context with what a row's cells mean of the row above: its agency, and its person."""
    agency = agency_above(row, context, above)
    subject = subject_above(row, context, above)
    if (agency, subject) == (context.agency_above, context.subject_above):
        return context
    return replace(context, agency_above=agency, subject_above=subject)


def _passed(row: Row, context: Context, near: When | None) -> tuple[Context, When | None]:
    """What a row that is read elsewhere says of the dates of those below it."""
    passed = read_row(row, context, near).entry
    if passed is None:
        return context, near
    return _below(context, passed.when), passed.when if passed.when.start else near


def _below(context: Context, above: When) -> Context:
    """The context of the rows below one with this date: blanks below an undated one are undated."""
    undated = above.start is None and (bool(above.text) or context.dates.below_undated)
    if undated == context.dates.below_undated:
        return context
    return replace(context, dates=replace(context.dates, below_undated=undated))


def _needs_year(row: Row, context: Context) -> bool:
    return has_no_year(_date_cell(row, context))


def _from_below(context: Context) -> Context:
    """The context in which the row that says the year stands below: time runs the other way."""
    column = context.dates.column
    turned = replace(column, falling=not column.falling)
    return replace(context, dates=replace(context.dates, column=turned))


def _first_year(below: Sequence[Row], context: Context) -> When | None:
    """The first date with a year, for rows above it that have none."""
    if not below or not _needs_year(below[0], context):
        return None
    for row in below:
        value = _date_cell(row, context)
        filled = filled_texts(row)
        if not filled or is_footer(filled):  # 'Completed: 12/05/2021' is no date of a row
            continue
        if not has_no_year(value) and (when := read_date(value)).start:
            return when
    return None


def _date_cell(row: Row, context: Context) -> Value:
    return cell_at(row, context.layout.places.get("date")).value


def _with_dates(context: Context, rows: Sequence[Row], declared: Declared) -> Context:
    """The context with what the whole column of dates shows."""
    below = [row for row in rows if not is_blank(row)]
    cells = _column(below, context, "date")
    if context.dates.day:
        return under(context, context.dates.day)
    if not cells:
        return context
    month_first = declared.day_first and _month_first(context)
    dates = study(
        cells,
        _column(below, context, "time"),
        swapped=declared.swapped_dates,
        day_first=declared.day_first and not month_first,
    )
    if context.table.listed or context.forms:  # a paragraph, or a form, without a date has none
        dates = replace(dates, carries_down=False)
    if month_first:
        dates = replace(dates, remarks=(*dates.remarks, MONTH_FIRST))
    return replace(context, dates=replace(context.dates, column=dates))


def _month_first(context: Context) -> bool:
    """Whether the heading of the dates shows the month first: 'Date (mm/dd/yyyy)'."""
    at = context.layout.places.get("date")
    heading = context.layout.columns[at].heading if at is not None else ""
    return _MONTH_FIRST.search(heading) is not None


def _column(rows: Sequence[Row], context: Context, field: str) -> list[Value]:
    """The cells under the first column of a field; a formula that came to nothing is no blank."""
    at = context.layout.places.get(field)
    if at is None:
        return []
    cells = (cell_at(row, at) for row in rows)
    return [cell.value if cell.value is not None else cell.marks.formula or None for cell in cells]


def _above(row: Row, lines: Sequence[HeadingWords], mapped: Mapped | None) -> str:
    """Why a row at or above the headings, or like them, is not an entry."""
    if row.aside:
        return row.aside
    if row.elsewhere and mapped and not any(repeats(row, headed) for headed in lines):
        return ANOTHER_AGENCYS
    blank = is_blank(row)
    if mapped is None:
        return "blank" if blank else "no headings"
    if row.number < mapped.first_row:
        return "blank" if blank else "title"
    next_to = mapped.heading_row and row.number == mapped.heading_row + 1
    if row.number <= mapped.heading_row or (next_to and heads_answers(row, mapped.columns)):
        return "heading"
    return "duplicate heading" if any(repeats(row, headed) for headed in lines) else ""


def _around(rows: Sequence[Row], reasons: Sequence[str]) -> list[str]:
    """The reasons with those of rows below the headings that stand round the entries.

    A title repeated on every page is the same words as above the headings, or stands over
    headings that come again; a key has no dates.
    """
    pairs = list(zip(rows, reasons, strict=True))
    titles = {words_but_pages(row) for row, why in pairs if why == "title"} | page_banners(pairs)
    key = key_rows([row for row, why in pairs if not why])
    return [
        why or ("title" if words_but_pages(row) in titles else "key" if row.number in key else "")
        for row, why in pairs
    ]


def _below_the_last(rows: Sequence[Row], reasons: Sequence[str], context: Context) -> list[str]:
    """The reasons with those of rows below every entry that are about the table."""
    found, case = [*reasons], context.case
    names = [name for c in case.children for name in c.all_names]
    family = frozenset(phrases.stems(" ".join((*names, *case.grown))))
    for at in range(len(rows) - 1, -1, -1):
        filled = filled_texts(rows[at])
        if reasons[at] == ANOTHER_AGENCYS:
            break
        if reasons[at] or not filled or is_footer(filled) or signature_in(rows[at]):
            continue
        if not is_footnote(filled, family) or any(map(_with_more, rows[at].cells)):
            break
        found[at] = FOOTNOTE
    return found


def _with_more(cell: Cell) -> bool:
    """Whether words of a cell were taken back, or a comment is pinned to it."""
    marks = cell.marks
    return marks.struck or any((marks.struck_text, marks.deleted, marks.hidden_text, marks.comment))


def _used(table: Table) -> Sequence[Row]:
    """The rows down to the last one that holds anything: a sheet has no end of its own."""
    last = max(
        (i for i, row in enumerate(table.rows) if any(map(_holds, row.cells))),
        default=-1,
    )
    return table.rows[: last + 1]


def _holds(cell: Cell) -> bool:
    """Whether a cell has words, or something pinned to it."""
    return bool(text_of(cell.value)) or cell.marks is not UNMARKED


def _no_headings(context: Context) -> Finding:
    remark = warning(
        "sheet-without-headings",
        message=f"Sheet {context.table.name} has no headings that are known; none of it was read.",
        remedy="If it holds entries, name its columns in the case file (case.toml) or add a "
        "heading row.",
    )
    return located(remark, context)
