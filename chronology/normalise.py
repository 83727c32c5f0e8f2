"""Row + mapping -> Entry, or the reason why the row is not one. Nothing is dropped."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from chronology.contacts.kinds import kind_of
from chronology.dates import When
from chronology.findings import Finding, Remark, locate
from chronology.importers.rows import Cell, Row, Table, Value, cell_at, letter, text_of
from chronology.model import Case, Column, Entry, Location
from chronology.record_of import record_of_row
from chronology.rows.dated_words import (
    FROM_WORDS,
    date_at_start,
    leads_on,
    several_dates,
    tells,
)
from chronology.rows.entry_dates import Dated, DateSettings, date_of
from chronology.rows.footers import is_footer, signs_off, tells_more
from chronology.rows.marks import ROW_STRUCK, Marked, marks_of, without_words
from chronology.rows.no_entries import (
    are_counts,
    heads_counts,
    heads_rows,
    is_blank_form,
    is_example,
    is_no_date,
    is_total,
    told_as,
)
from chronology.rows.shown import meant, not_shown, shown
from chronology.values.another_child import as_anothers, opens_with_another
from chronology.values.children_named import whose
from chronology.values.combined import put_together
from chronology.values.row_statements import ABOUT_SEEN, Stated, read_statements

FEW_WORDS = 8
"""Of a band; one that says more is an entry that was written across the columns."""
_LINE = re.compile(r"[-=_:|+*\u2500\u2550]{3,}")
"""A line drawn under headings in a text: ------ | -----."""
# Documents made with the Word macros in use begin the source of an author's note with a sign.
NOTE_SIGNS = ("#", "^", "~")
AUTHORS_NOTE = "author's note"
_HANDLED = {"date", "time", "end_date", "end_time", "event", "agency"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the fields of a table stand, worked out once for all of its rows."""

    columns: tuple[Column, ...] = ()
    fields: tuple[tuple[int, str], ...] = ()
    """Position and field of each named column."""
    places: Mapping[str, int]
    """Field -> position of its first column."""
    about_seen: tuple[int, ...] = ()
    """Positions of the columns about seen and views."""


def layout_of(columns: tuple[Column, ...]) -> Layout:
    """The layout of a table with these columns."""
    fields = tuple((at, column.field) for at, column in enumerate(columns) if column.field)
    return Layout(
        columns=columns,
        fields=fields,
        places={field: at for at, field in reversed(fields)},
        about_seen=tuple(at for at, f in fields if f.partition(":")[0] in ABOUT_SEEN),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a row is read against: its case, its file and the columns above it."""

    case: Case
    agency: str
    file: str
    table: Table
    layout: Layout
    dates: DateSettings
    record_of: str = ""
    """Whose record the sheet is; empty where nobody says."""
    before: Entry | None = None
    """The last entry of the table before, where a document goes on from one to the next."""
    turned: bool = False
    """Each entry is a column of the sheet (turned.py), and each field a row."""
    forms: bool = False
    """Each entry is a form of several rows (forms.py): its fields have no one column."""
    agency_given: bool = False
    """The case file, or the user, says which agency it is."""
    agency_above: str = ""
    """The agency of the row above, for a row whose own cell means that one (agency_column.py)."""
    subject_above: str = ""
    """The same of the person whom the row is about."""
    subjects: bool = False
    """The column of whom each row is about names several: a blank cell is about nobody known."""
    strangers: frozenset[str] = frozenset()
    """Whom that column names of whom the case knows nothing: a Yes beside them is no child's."""
    section: str = ""
    """Whom a row alone above says that the rows below it are about (person_parts.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one row: an entry, or the reason why it was set aside; and the findings."""

    entry: Entry | None = None
    reason: str = ""
    findings: tuple[Finding, ...] = ()


def read_row(row: Row, context: Context, near: When | None) -> Outcome:
    """Make an entry of a row below the headings; `near` is the row above's date."""
    texts = [shown(cell) for cell in row.cells]
    filled = [text for text in texts if text]
    if not filled or all(map(_LINE.fullmatch, filled)):
        return _without_words(row, context)
    if all(cell.marks.merged for cell in row.cells if cell.value is not None):
        return Outcome(reason="merged cells only")
    words = _by_field(texts, context.layout)
    under_date = not row.band and _is_under_date(texts, filled, context)
    row = replace(row, band=True) if under_date else row
    if row.band and len(filled) == 1 and context.table.listed:
        return Outcome(reason="band")  # a name, a day or a month over entries (lists.py)
    if row.band and len(filled) == 1 and _tells(filled[0]):
        return _entry(row, texts, context, {told_as(filled[0]): filled[0]}, near)
    event_at = context.layout.places.get("event", 0)
    of_above = context.dates.column.carries_down and tells_more(texts, event_at)
    if is_footer(filled) and not of_above:
        return Outcome(reason="footer")
    heads = under_date and heads_rows(filled[0])
    if len(filled) == 1 and not words.get("event") and (heads or _is_band(row, texts, context)):
        return Outcome(reason="band")
    date = words.get("date", "")
    if (not of_above and is_total(filled)) or are_counts(date, filled):
        return Outcome(reason="total")
    if heads_counts(date, filled):
        return Outcome(reason="heading")
    if is_example(texts, context.layout.places) or is_blank_form(date, filled):
        return Outcome(reason="example")
    if under_date:
        words = {told_as(filled[0]): filled[0]}
    return _entry(row, texts, context, words, near)


def _is_under_date(texts: Sequence[str], filled: Sequence[str], context: Context) -> bool:
    """Whether the only words of a row stand under the date and are none: an account, a heading."""
    at = context.layout.places.get("date")
    if at is None or len(filled) != 1 or at >= len(texts) or not texts[at]:
        return False
    rows = not (context.table.listed or context.forms or context.turned)
    return rows and is_no_date(filled[0])


def _tells(words: str) -> bool:
    """Whether words merged across are an entry: more than a few, or such as tell what happened."""
    if len(words.split()) > FEW_WORDS:
        return not signs_off(words)
    return tells(words) and not is_footer([words])


def _is_band(row: Row, texts: Sequence[str], context: Context) -> bool:
    """Whether the only words of a row are a band: few, and merged across or in its first column.

    Words alone below another heading, such as a comment, are an entry without a date.
    """
    at = next(at for at, text in enumerate(texts) if text)
    dated = at == context.layout.places.get("date")
    return not dated and (row.band or at == 0) and len(texts[at].split()) <= FEW_WORDS


def _without_words(row: Row, context: Context) -> Outcome:
    """A row without words that stand: blank, unless there are deleted or hidden ones."""
    marked = marks_of(row, context.table, context.layout.columns)
    gone = any(cell.marks.deleted or cell.marks.hidden_text for cell in row.cells)
    return Outcome(
        reason="only deleted or hidden words" if gone else "blank",
        findings=_placed(marked.remarks, row, context),
    )


def _entry(
    row: Row,
    texts: Sequence[str],
    context: Context,
    words: Mapping[str, str],
    near: When | None,
) -> Outcome:
    layout = context.layout
    dated, queries = _dated(row, context, near, words.get("event", ""))
    subject, record_of = _whose(words, context)
    marked = marks_of(row, context.table, layout.columns)
    gone = ROW_STRUCK in marked.marks  # and with the event, what is answered about it
    standing = ["" if gone or at in marked.struck else text for at, text in enumerate(texts)]
    stated = _stated(standing, {**words, "subject": subject}, context, record_of, dated.when)
    is_note = words.get("source", "").startswith(NOTE_SIGNS)
    agency = context.agency_above or words.get("agency") or context.agency
    told = put_together(
        stated.seen,
        stated.views,
        words={} if is_note else {f: w for f, w in words.items() if f not in marked.withheld},
        children=context.case.children,
        when=_at_the_latest(dated.when, context.case.review.last_day),
        record_of=record_of,
        agency=agency,
        cues=context.case.cues,
        grown=context.case.grown,
    )
    extra, hidden = _extra(texts, layout, dated.unused, marked.places)
    queries += [*stated.queries, *(("event", remark) for remark in told.remarks)]
    entry = Entry(
        id=_identity(context.agency, words),
        agency=agency,
        at=Location(file=context.file, sheet=context.table.name, row=row.number),
        when=dated.when,
        event=words.get("event", ""),
        fields=_fields(words, context),
        kind=kind_of(agency, words.get("kind", ""), words.get("event", ""), context.case.cues),
        seen=told.seen,
        views=told.views,
        extra=extra,
        marks=(*marked.marks, AUTHORS_NOTE) if is_note else marked.marks,
        withheld=_withheld(row, marked, words) | hidden,
    )
    across = words.get("event", "") if row.band else ""
    placed = [
        (without_words(r, words.get(f) or across) if f in marked.withheld else r, _place(f, layout))
        for f, r in queries
    ]
    return Outcome(entry=entry, findings=_placed((*placed, *marked.remarks), row, context))


def _at_the_latest(when: When, last: dt.date | None) -> When:
    """An undated row as one from before the review ended: a child due later was not yet born."""
    return when if when.dated else replace(when, end=last)


def _fields(words: Mapping[str, str], context: Context) -> dict[str, str]:
    """The fields that an entry keeps by name; whom rows are about may stand over them."""
    fields = {f: w for f, w in words.items() if w and f not in _HANDLED}
    if context.section:
        fields.setdefault("subject", context.section)
    return fields


def _withheld(row: Row, marked: Marked, words: Mapping[str, str]) -> frozenset[str]:
    """The fields with words that are not to be shared; of a band of words, what it tells."""
    told = {field for field in marked.withheld if field in words}
    return frozenset(told | (set(words) if row.band and marked.places else set()))


def _whose(words: Mapping[str, str], context: Context) -> tuple[str, str]:
    """Whom a row says that it is about, if only by pointing above; and whose record it is."""
    subject = context.subject_above or words.get("subject", "") or context.section
    told = subject and not context.section and subject not in context.strangers
    whole = context.record_of if told or not (subject or context.subjects) else ""
    return subject, record_of_row(subject, context.case, whole)


def _stated(
    texts: Sequence[str], words: Mapping[str, str], context: Context, record_of: str, when: When
) -> Stated:
    """What the row's columns about seen and views state."""
    layout, children = context.layout, context.case.children
    unknown = words["subject"] in context.strangers or (context.section and not record_of)
    own = None if unknown else whose(words, children=children, record_of=record_of)
    other = opens_with_another(words, own=own, children=children)
    stated = read_statements(
        [(layout.columns[at], texts[at]) for at in layout.about_seen if at < len(texts)],
        children=children,
        of=None if other else own,
        when=when,
        window=context.dates.window,
    )
    if not (own and other):
        return stated
    told = tuple((field, as_anothers(r, own=own, other=other)) for field, r in stated.queries)
    return replace(stated, queries=told)


def _place(field: str, layout: Layout) -> int | None:
    """The column of a field; of a time that stands in the date's cell, that one."""
    return layout.places.get(field, layout.places.get("date") if field == "time" else None)


def _by_field(texts: Sequence[str], layout: Layout) -> dict[str, str]:
    """The words under each field; columns of one field are joined, each on a line of its own."""
    words: dict[str, str] = {}
    for at, field in layout.fields:
        text = texts[at] if at < len(texts) else ""
        before = words.get(field, "")
        words[field] = f"{before}\n{text}" if before and text else before or text
    return words


def _extra(
    texts: Sequence[str], layout: Layout, unused: Sequence[str], withheld: Set[int]
) -> tuple[dict[str, str], frozenset[str]]:
    """Cells under headings that map to nothing or say more than is shown, and cells beyond; and
    the headings of those that are withheld."""
    extra: dict[str, str] = {}
    hidden = set()
    for position, words in enumerate(texts):
        column = layout.columns[position] if position < len(layout.columns) else None
        if not words or (column and column.field and column.field not in unused):
            continue
        heading = (column.heading if column else "") or f"column {position + 1}"
        while heading in extra:
            heading += " (again)"
        extra[heading] = words
        if position in withheld:
            hidden.add(heading)
    return extra, frozenset(hidden)


def _identity(agency: str, words: Mapping[str, str]) -> str:
    """A stable id: the same row of the same agency has it wherever the row stands.

    The agency's own number is left out: one row put in renumbers all that follow.
    """
    kept = sorted(k for k in words if words[k] and k != "sequence")
    told = "\x1f".join([agency, *(f"{k}={words[k]}" for k in kept)])
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:12]


def _dated(
    row: Row, context: Context, near: When | None, told: str
) -> tuple[Dated, list[tuple[str, Remark]]]:
    """The date of a row, and what is to be asked of it; `told` are its words."""
    places = context.layout.places
    first = cell_at(row, places.get("date"))
    blank = "date" in places and not text_of(meant(first)) and not _came_to_nothing(first)
    alone = blank and not context.table.listed
    struck = cell_at(row, places.get("event")).marks.struck
    from_words = date_at_start(told) if alone and not struck else ""
    if context.dates.column.carries_down and not leads_on(
        from_words, near, falling=context.dates.column.falling
    ):
        from_words = ""

    def cell(field: str) -> Value:
        if from_words and field == "date":
            return from_words
        own = cell_at(row, places.get(field))
        return own.marks.formula if field == "date" and _came_to_nothing(own) else meant(own)

    dated = date_of(cell, context.dates, near)
    queries = list(dated.remarks)
    if from_words:
        queries.append(("date", FROM_WORDS))
    if hidden_part := not_shown(cell_at(row, places.get("date"))):
        queries.append(("date", hidden_part))
    if several := several_dates(told):
        queries.append(("event", several))
    return dated, queries


def _came_to_nothing(cell: Cell) -> bool:
    """Whether a formula's result was never stored: the cell is no blank, and its words unknown."""
    return cell.value is None and bool(cell.marks.formula)


def located(remark: Remark, context: Context, row: Row | None = None) -> Finding:
    """A remark at its place: on a row, or on the whole sheet."""
    number = row.number if row else None
    return locate(remark, file=context.file, sheet=context.table.name, row=number)


def _placed(
    remarks: Iterable[tuple[Remark, int | None]], row: Row, context: Context
) -> tuple[Finding, ...]:
    return tuple(_at(remark, row, context, place) for remark, place in remarks)


def _at(remark: Remark, row: Row, context: Context, position: int | None) -> Finding:
    cell = _address(row, context, position) if position is not None and not context.forms else ""
    return replace(located(remark, context, row), cell=cell)


def _address(row: Row, context: Context, position: int) -> str:
    if not context.turned:
        return f"{letter(position)}{row.number}"
    columns = context.layout.columns
    return letter(row.number - 1) + (columns[position].letter if position < len(columns) else "")
