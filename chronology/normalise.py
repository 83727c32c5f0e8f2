"""Row + mapping -> Entry, or the reason why the row is not one. Nothing is dropped."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chronology import stated
from chronology.chances import kind_of
from chronology.columns import letter
from chronology.datecolumn import READ_AS_IT_STANDS, DateColumn, exchanged
from chronology.dates import Precision, When, Window, carry_down, read_date, read_time
from chronology.findings import Finding, Remark, Severity, locate
from chronology.importers.rows import Cell, Row, Table, Value, text_of
from chronology.marks import marks_of
from chronology.model import (
    Case,
    Child,
    Column,
    Entry,
    Location,
    Seen,
    Views,
)
from chronology.record_of import record_of_row
from chronology.told import put_together

_FOOTER = re.compile(
    r"^(?:end of (?:chronology|document|record)|total|page \d+|prepared by|completed by)\b", re.I
)
_EXAMPLE = re.compile(r"^\W*(?:example|e\.g\.|for example|sample)\b", re.I)
_HANDLED = {
    "date",
    "time",
    "end_date",
    "end_time",
    "event",
    "agency",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a row is read against: its case, its file and the columns above it."""

    case: Case
    agency: str
    file: str
    table: Table
    columns: tuple[Column, ...]
    dates: DateColumn = READ_AS_IT_STANDS
    record_of: str = ""
    """Whose record the sheet is; empty where the case file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one row: an entry, or the reason why it was set aside; and the findings."""

    entry: Entry | None = None
    reason: str = ""
    findings: tuple[Finding, ...] = ()


def read_row(row: Row, context: Context, near: When | None) -> Outcome:
    """Make an entry of a row below the headings; `near` is the row above's date."""
    filled = [text_of(cell.value) for cell in row.cells if text_of(cell.value)]
    if not filled:
        return _without_words(row, context)
    words = _by_field(row, context.columns)
    if len(filled) == 1 and not words.get("event"):
        reason = "footer" if _FOOTER.match(filled[0]) else "band" if not words.get("date") else ""
        if reason:
            return Outcome(reason=reason)
    if len(filled) == 1 and _FOOTER.match(filled[0]):
        return Outcome(reason="footer")
    if _EXAMPLE.match(filled[0]):
        return Outcome(reason="example")
    return _entry(row, context, words, near)


def _without_words(row: Row, context: Context) -> Outcome:
    """A row without words that stand: blank, unless there are deleted or hidden ones."""
    marked = marks_of(row, context.table, context.columns)
    gone = any(cell.marks.deleted or cell.marks.hidden_text for cell in row.cells)
    return Outcome(
        reason="only deleted or hidden words" if gone else "blank",
        findings=tuple(_at(remark, row, context, place) for remark, place in marked.remarks),
    )


def _entry(row: Row, context: Context, words: Mapping[str, str], near: When | None) -> Outcome:
    places = {c.field: i for i, c in reversed(list(enumerate(context.columns))) if c.field}
    when, remarks = _when(row, context, places, near)
    findings = [_at(remark, row, context, _place_of(remark, places)) for remark in remarks]
    record_of = record_of_row(words.get("subject", ""), context.case, context.record_of)
    stated_seen, stated_views, queries = _stated(words, context.case.children, record_of)
    told = put_together(
        stated_seen,
        stated_views,
        words=words,
        children=context.case.children,
        when=when,
        record_of=record_of,
    )
    queries += [("event", remark) for remark in told.remarks]
    findings += [_at(remark, row, context, places.get(field)) for field, remark in queries]
    marked = marks_of(row, context.table, context.columns)
    findings += [_at(remark, row, context, place) for remark, place in marked.remarks]
    entry = Entry(
        id=_identity(context.agency, words),
        agency=words.get("agency") or context.agency,
        at=Location(file=context.file, sheet=context.table.name, row=row.number),
        when=when,
        event=words.get("event", ""),
        fields={f: w for f, w in words.items() if w and f.partition(":")[0] not in _HANDLED},
        kind=kind_of(
            words.get("agency") or context.agency, words.get("kind", ""), words.get("event", "")
        ),
        seen=told.seen,
        views=told.views,
        extra=_extra(row, context.columns),
        marks=marked.marks,
        withheld=marked.withheld,
    )
    return Outcome(entry=entry, findings=tuple(findings))


def _place_of(remark: Remark, places: Mapping[str, int]) -> int | None:
    """The column that a remark on a date or a time is about."""
    date = places.get("date")
    return places.get("time", date) if remark.code.startswith("time-") else date


def _by_field(row: Row, columns: Sequence[Column]) -> dict[str, str]:
    return {
        column.field: text_of(cell.value)
        for column, cell in zip(columns, row.cells, strict=False)
        if column.field
    }


def _extra(row: Row, columns: Sequence[Column]) -> dict[str, str]:
    """Cells under headings that map to nothing, and cells beyond the last heading."""
    extra: dict[str, str] = {}
    for position, cell in enumerate(row.cells):
        column = columns[position] if position < len(columns) else None
        words = text_of(cell.value)
        if not words or (column and column.field):
            continue
        heading = (column.heading if column else "") or f"column {position + 1}"
        while heading in extra:
            heading += " (again)"
        extra[heading] = words
    return extra


def _value(row: Row, position: int | None) -> Cell:
    return row.cells[position] if position is not None and position < len(row.cells) else Cell()


def _when(
    row: Row, context: Context, places: Mapping[str, int], near: When | None
) -> tuple[When, tuple[Remark, ...]]:
    window = date_window(context.case)
    when = _dated(_value(row, places.get("date")).value, context, near)
    remarks = when.remarks
    if (
        (place := places.get("time")) is not None
        and when.start
        and when.precision in (Precision.DAY, Precision.TIME)
    ):
        time, end_time, said = read_time(_value(row, place).value)
        remarks += said
        if time:
            when = replace(when, time=time, end_time=end_time, precision=Precision.TIME)
    if (
        (place := places.get("end_date")) is not None
        and when.start
        and text_of(_value(row, place).value)
    ):
        last = read_date(_value(row, place).value, near=when, window=window)
        remarks += _about_end(when, last)
        if last.end and last.end > (when.end or when.start):
            when = replace(
                when,
                end=last.end,
                precision=Precision.RANGE,
                text=f"{when.text} to {last.text}",
            )
    return when, remarks


def _dated(value: Value, context: Context, near: When | None) -> When:
    """The date cell, read as its whole column says (datecolumn.py)."""
    column = context.dates
    if column.carries_down and near and not text_of(value):
        return carry_down(near)
    meant = exchanged(value) if column.swap or column.maybe_swapped else None
    when = read_date(
        meant if meant and column.swap else value,
        near=near,
        window=date_window(context.case),
        epoch_1904=context.table.epoch_1904,
        day_first=column.day_first,
    )
    if meant is None or when.start is None:
        return when
    as_sent = text_of(value)
    said = _SWAPPED if column.swap else _MAYBE_SWAPPED
    remark = replace(said, message=said.message.format(as_sent, f"{meant:%d/%m/%Y}"))
    return replace(when, text=as_sent, remarks=(*when.remarks, remark))


def _about_end(when: When, last: When) -> tuple[Remark, ...]:
    """What is to be said of an end date; one before the start is not used."""
    if when.start is None or last.end is None or last.end >= when.start:
        return last.remarks
    message = f"The end date '{last.text}' comes before the date '{when.text}'; it was not used."
    return (
        *last.remarks,
        Remark(
            code="date-end-before-start",
            severity=Severity.WARNING,
            message=message,
            remedy="Check both dates with the agency.",
        ),
    )


_SWAPPED = Remark(
    code="date-swapped-back",
    severity=Severity.NOTE,
    message="{0} as sent; read as {1}: the case file says that days and months were exchanged.",
)
_MAYBE_SWAPPED = Remark(
    code="date-maybe-swapped",
    severity=Severity.NOTE,
    message="{0} may be {1}: day and month may have been exchanged. Nothing was changed.",
    remedy="See the finding dates-maybe-swapped for this sheet.",
)


def date_window(case: Case) -> Window:
    births = [c.born for c in case.children if c.born]
    period = case.review.period
    return (min([*births, *([period.start] if period.start else [])], default=None), period.end)


def _stated(
    words: Mapping[str, str], children: Sequence[Child], record_of: str
) -> tuple[dict[str, Seen], dict[str, Views], list[tuple[str, Remark]]]:
    """Every column about seen and views, those headed with a child's name included."""
    unnamed = stated.whose(words, children=children, record_of=record_of)
    seen: dict[str, Seen] = {}
    views: dict[str, Views] = {}
    queries: list[tuple[str, Remark]] = []
    for field, text in words.items():
        kind, _, child = field.partition(":")
        of = child or unnamed
        remarks: tuple[Remark, ...] = ()
        if kind == "child_seen":
            found, remarks = stated.read_seen(text, children=children, of=of)
            seen |= {c: s for c, s in found.items() if seen.get(c) is None}
        elif kind == "views":
            heard, remarks = stated.read_views(text, children=children, of=of)
            views |= heard
        queries += [(field, r) for r in remarks]
    for field, text in words.items():
        kind, _, child = field.partition(":")
        if kind == "seen_alone":
            found, remarks = stated.read_alone(text, of=child or unnamed)
            queries += [(field, r) for r in remarks]
            queries += [(field, r) for c, s in found.items() for r in _combine(seen, c, s)]
    return seen, views, queries


def _combine(seen: dict[str, Seen], child: str, alone: Seen) -> list[Remark]:
    """Alone: Yes beside seen: No contradicts it; the lesser claim stands and is queried."""
    said = seen.get(child)
    if said is not None and said.value.value == "not_seen":
        return [
            Remark(
                code="seen-contradicts-alone",
                severity=Severity.WARNING,
                message=f"The row says {child} was not seen, and seen alone; not seen is kept.",
                remedy="Ask the agency which it was.",
            )
        ]
    seen[child] = alone
    return []


def _identity(agency: str, words: Mapping[str, str]) -> str:
    """A stable id: the same row of the same agency has it wherever the row stands.

    The agency's own number is left out: one row put in renumbers all that follow.
    """
    kept = sorted(k for k in words if words[k] and k != "sequence")
    told = "\x1f".join([agency, *(f"{k}={words[k]}" for k in kept)])
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:12]


def _at(remark: Remark, row: Row, context: Context, position: int | None) -> Finding:
    cell = f"{letter(position)}{row.number}" if position is not None else ""
    return locate(remark, file=context.file, sheet=context.table.name, row=row.number, cell=cell)
