"""The pipeline: submissions in, Chronology and findings out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from chronology import importers
from chronology.beside import set_beside
from chronology.columncheck import check_columns
from chronology.columns import Mapped, find_headings, repeats
from chronology.datecolumn import short_years, study
from chronology.findings import Finding, Remark, Severity, Unreadable, locate
from chronology.importers.rows import Passwords, Row, Table, Value, text_of
from chronology.model import (
    Case,
    Chronology,
    Declared,
    Earlier,
    Entry,
    SetAside,
    SheetRead,
    Submission,
)
from chronology.normalise import Context, date_window, read_row
from chronology.ordering import in_order
from chronology.resubmission import set_superseded


def merge(
    paths: Iterable[Path | str],
    case: Case | None = None,
    *,
    agency: str = "",
    earlier: Earlier | None = None,
    passwords: Passwords | None = None,
) -> Chronology:
    """Weave files into one chronology; raises Unreadable only if none of them can be read.

    `agency` names the agency of files that do not name one themselves; `earlier` is what an
    earlier draft holds, whose ids and notes are carried on; `passwords` gives those to try on a
    protected file.
    """
    case = case or Case()
    submissions: list[Submission] = []
    entries: list[Entry] = []
    findings: list[Finding] = [*case.findings]
    refused: list[Unreadable] = []
    for path in map(Path, paths):
        try:
            submission, read, found = read_submission(path, case, agency, passwords)
        except Unreadable as problem:
            refused.append(problem)
            findings.append(_unread(path, problem))
            continue
        submissions.append(submission)
        entries += read
        findings += found
    if refused and not submissions:
        raise refused[0]
    findings += _not_received(case, submissions)
    received, standing, superseded = set_superseded(case, submissions, in_order(entries))
    woven = Chronology(
        case=case,
        submissions=tuple(sorted(received, key=lambda s: s.file)),
        entries=_unique(standing),
        superseded=_unique(superseded),
        findings=tuple(findings),
    )
    return set_beside(woven, earlier or Earlier())


def read_submission(
    path: Path, case: Case, agency: str = "", passwords: Passwords | None = None
) -> tuple[Submission, list[Entry], list[Finding]]:
    """Read one agency's file: what it is, its entries, and what a person should look at."""
    contents = importers.read(path, passwords)
    declared = next((d for d in case.declared if Path(d.file).name == path.name), None)
    declared = declared or Declared(file=path.name)
    agency = declared.agency or agency or agency_of(path)
    sheets: list[SheetRead] = []
    entries: list[Entry] = []
    findings = [locate(r, file=path.name, sheet="", row=None) for r in contents.remarks]
    carried: Mapped | None = None
    for table in contents.tables:
        labels = [name for c in case.children for name in (c.label, *c.names)]
        mapped = find_headings(table, children=labels, override=declared.columns)
        mapped, said = check_columns(mapped, table.rows) if mapped else (None, ())
        context = Context(
            case=case,
            agency=agency,
            file=path.name,
            table=table,
            columns=mapped.columns if mapped else carried.columns if carried else (),
            record_of=declared.sheets.get(table.name) or declared.record_of,
        )
        carried = mapped or carried
        sheet, read, found = _read_sheet(context, mapped)
        sheets.append(sheet)
        entries += read
        findings += [*(_of_sheet(remark, context) for remark in said), *found]
    if not entries:
        raise Unreadable(
            f"{path.name} holds no chronology: it has no row of headings such as Date and Event.",
            "Check that it is the right file, or name its columns in case.toml.",
        )
    submission = Submission(
        file=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        agency=agency,
        record_of=declared.record_of,
        covers=declared.covers,
        sheets=tuple(sheets),
    )
    return submission, entries, findings


def agency_of(path: Path) -> str:
    """The agency by the file's name: 'health-visitor.xlsx' is 'Health visitor'."""
    words = path.stem.replace("_", " ").replace("-", " ").strip()
    return words.upper() if len(words) <= 3 else words[:1].upper() + words[1:]


def _read_sheet(
    context: Context, mapped: Mapped | None
) -> tuple[SheetRead, list[Entry], list[Finding]]:
    rows = _used(context.table)
    context = _with_dates(context, mapped, rows)
    entries: list[Entry] = []
    aside: list[SetAside] = []
    remarks = (*context.table.remarks, *context.dates.remarks)
    findings = [_of_sheet(remark, context) for remark in remarks]
    near = None
    for row in rows:
        reason = _above(row, context, mapped)
        if not reason:
            outcome = read_row(row, context, near)
            reason = outcome.reason
            findings += outcome.findings
            if outcome.entry:
                entries.append(outcome.entry)
                near = outcome.entry.when if outcome.entry.when.start else near
        if reason:
            aside.append(SetAside(row=row.number, reason=reason))
    if not mapped and any(a.reason == "no headings" for a in aside):
        findings.append(_no_headings(context))
    if short := short_years([e.when for e in entries], date_window(context.case)):
        findings.append(_of_sheet(short, context))
    sheet = SheetRead(
        name=context.table.name,
        rows=len(rows),
        entries=len(entries),
        set_aside=tuple(aside),
        columns=context.columns,
        heading_row=mapped.heading_row if mapped else None,
    )
    return sheet, entries, findings


def _with_dates(context: Context, mapped: Mapped | None, rows: Sequence[Row]) -> Context:
    """The context with what the whole column of dates shows."""
    below = [
        row
        for row in rows
        if not _above(row, context, mapped) and any(text_of(c.value) for c in row.cells)
    ]
    cells = _column(below, context, "date")
    if not cells:
        return context
    declared = next((d for d in context.case.declared if Path(d.file).name == context.file), None)
    declared = declared or Declared(file=context.file)
    dates = study(
        cells,
        _column(below, context, "time"),
        swapped=declared.swapped_dates,
        day_first=declared.day_first,
    )
    return replace(context, dates=dates)


def _column(rows: Sequence[Row], context: Context, field: str) -> list[Value]:
    """The cells under the first column of a field."""
    at = next((i for i, column in enumerate(context.columns) if column.field == field), None)
    if at is None:
        return []
    return [row.cells[at].value if at < len(row.cells) else None for row in rows]


def _of_sheet(remark: Remark, context: Context) -> Finding:
    return locate(remark, file=context.file, sheet=context.table.name, row=None)


def _above(row: Row, context: Context, mapped: Mapped | None) -> str:
    """Why a row at or above the headings, or like them, is not an entry."""
    if row.aside:
        return row.aside
    blank = not any(text_of(cell.value) for cell in row.cells)
    if mapped is None:
        return "blank" if blank else "no headings"
    if row.number < mapped.heading_row:
        return "blank" if blank else "title"
    if row.number == mapped.heading_row:
        return "heading"
    return "duplicate heading" if repeats(row, context.columns) else ""


def _used(table: Table) -> Sequence[Row]:
    """The rows down to the last one that holds anything: a sheet has no end of its own."""
    last = max(
        (i for i, row in enumerate(table.rows) if any(text_of(c.value) for c in row.cells)),
        default=-1,
    )
    return table.rows[: last + 1]


def _unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """A row repeated exactly keeps its own id: the first as is, the next with -2, -3 ..."""
    count: dict[str, int] = {}
    kept = []
    for entry in entries:
        count[entry.id] = count.get(entry.id, 0) + 1
        n = count[entry.id]
        kept.append(entry if n == 1 else replace(entry, id=f"{entry.id}-{n}"))
    return tuple(kept)


def _unread(path: Path, problem: Unreadable) -> Finding:
    return Finding(
        code="file-not-read",
        severity=Severity.ERROR,
        message=problem.message,
        remedy=problem.remedy,
        file=path.name,
    )


def _no_headings(context: Context) -> Finding:
    return Finding(
        code="sheet-without-headings",
        severity=Severity.WARNING,
        message=f"Sheet {context.table.name} has no headings that are known; none of it was read.",
        remedy="If it holds entries, name its columns in case.toml or add a heading row.",
        file=context.file,
        sheet=context.table.name,
    )


def _not_received(case: Case, submissions: Sequence[Submission]) -> list[Finding]:
    received = {s.agency.casefold() for s in submissions}
    return [
        Finding(
            code="agency-not-received",
            severity=Severity.WARNING,
            message=f"No chronology received from: {agency}.",
            remedy="Ask for it, or say in the report that it is missing.",
        )
        for agency in case.expected
        if agency.casefold() not in received
    ]
