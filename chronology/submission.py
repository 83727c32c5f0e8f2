"""One agency's file, read: what it is, its entries, and what a person should look at."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from chronology import importers
from chronology.columns import SEARCHED_ROWS, Mapped, find_headings, fold
from chronology.dates import read_date
from chronology.findings import Finding, Remark, Severity, Unreadable, counted, first_of, locate
from chronology.importers.logs import month_in
from chronology.importers.remarks import holds_no_chronology
from chronology.importers.rows import Contents, Passwords, Table, filled_texts, of_document
from chronology.model import Case, Declared, Entry, Period, SheetRead, Submission
from chronology.normalise import Context, layout_of, located
from chronology.record_of import find_record_of, part_of_another, titles_above, titles_alone
from chronology.review.answer_files import asks
from chronology.rows.bands import day_over, period_over, said_day_over, years_in
from chronology.rows.date_column import READ_AS_IT_STANDS
from chronology.rows.entry_dates import DateSettings, date_window
from chronology.sender import agency_in, agency_of
from chronology.tables.agency_parts import agencies_of_parts, said_part
from chronology.tables.forms import FORMS
from chronology.tables.headed import headed, tables_of
from chronology.tables.person_parts import named_alone, names_in
from chronology.tables.sheets import read_sheet
from chronology.tables.stacked import sheet_of
from chronology.unused_settings import not_in_the_file

OUTSIDE = "outside the review period"
"""The mark of an entry that lies wholly before or after the review period."""
_SHOWN_ROWS = 8
# Said once for a file with its rows: the same query on every row would hide all others.
_ONCE = (
    "record-of-undeclared",
    "seen-whose",
    "views-whose",
    "seen-of-another-child",
    "views-of-another-child",
)


# Sheets that only a workbook of `merge` has side by side, and headings that stand over tables of
# nobody's but ours: in its documents and pages, and those of `coverage`. Then those of a family.
_OWN_SHEETS = {"Chronology", "First and last", "To confirm", "Sources", "Findings", "About"}
_OWN_HEADINGS = {"Seen, alone or not", "The account as sent", "Why they look like one event"}
_OWN_HEADINGS_WITHIN = 3
_FAMILY_SHEETS = {"People", "Partnerships", "Parents"}


def read_submission(
    path: Path, case: Case, agency: str = "", passwords: Passwords | None = None
) -> tuple[Submission, list[Entry], list[Finding]]:
    """Read one agency's file; raises Unreadable where it holds no chronology."""
    contents = importers.read(path, passwords)
    refuse_our_own(contents, path)
    declared = next((d for d in case.declared if d.file == path.name), Declared(file=path.name))
    given = declared.agency or agency
    agency, by_title = _agency(contents, declared, agency, path, case)
    sheets, entries = list[SheetRead](), list[Entry]()
    said = (*contents.remarks, *by_title)
    findings = [locate(r, file=path.name, sheet="", row=None) for r in said]
    labels = [name for c in case.children for name in c.all_names]
    tables = tables_of(contents, children=labels, override=declared.columns, names=names_in(case))
    parts = {} if given else agencies_of_parts(tables, agency, case)
    records: set[str] = set()
    for ready in _made_ready(contents, tables, declared, case, labels):
        table, mapped, turned = ready.table, ready.mapped, ready.turned
        if mapped:
            records.add(ready.record_of)
        context = Context(
            case=case,
            agency=table.agency or parts.get(table.name, agency),
            agency_given=bool(given) or table.name in parts,
            file=path.name,
            table=table,
            layout=layout_of(mapped.columns if mapped else ()),
            dates=_dates(table, mapped, case, (ready.over, path.stem)),
            record_of=ready.record_of,
            before=entries[-1] if entries and of_document(table.name) else None,
            turned=turned is not None and turned is not FORMS,
            forms=turned is FORMS,
        )
        sheet, read, found = read_sheet(context, mapped, declared)
        sheets.append(sheet)
        entries += read
        about = [*ready.said]
        if read and table.name in parts:
            about.append(said_part(table.name, parts[table.name]))
        if read and ready.title:
            about.append(ready.title)
        findings += [*(located(remark, context) for remark in about), *found]
    if not entries:
        headed_at_all = any(sheet.heading_row for sheet in sheets)
        raise _without_entries(path, headed_at_all, words=contents.others is not None)
    entries, outside = _mark_outside(entries, case.review.period)
    outside += _outside_covers(entries, declared.covers)
    unused = not_in_the_file(declared, contents.tables, sheets)
    findings = [*_once(findings), *unused, *outside]
    return _sent(path, agency, declared, records, sheets), entries, findings


class _Ready(NamedTuple):
    """A table ready to be read."""

    table: Table
    mapped: Mapped | None
    said: tuple[Remark, ...]
    """What is said of its headings."""
    turned: Remark | None
    record_of: str
    title: Remark | None
    """What is said of whose record it is."""
    over: str
    """The words of time over it in its document."""


def _made_ready(
    contents: Contents,
    tables: Sequence[Table],
    declared: Declared,
    case: Case,
    labels: Sequence[str],
) -> Iterator[_Ready]:
    """Every table with its columns and whose record it is: what the tables before it and the words
    about them say counts for those below too."""
    carried: Mapped | None = None
    record_of = over = ""
    around = titles_above((r for t in contents.tables for r in t.rows if r.aside), 0)
    for raw in tables:
        table, mapped, said, turned = headed(
            raw,
            tables,
            children=labels,
            override=declared.columns,
            grown=case.grown,
            carried=carried,
        )
        title, over = None, period_over(table.above, over)
        if mapped:
            record_of, title = _record_of(table, mapped, declared, case, (record_of, around))
        else:
            around += titles_above(table.rows[:SEARCHED_ROWS], None, form=True)
        carried = None if table.agency else mapped or carried
        yield _Ready(table, mapped, said, turned, record_of, title, over)


def refuse_our_own(contents: Contents, path: Path) -> None:
    """Raise Unreadable for a file of the review itself: its questions, chronology or family."""
    if asks(contents.tables):
        raise Unreadable(
            f"{path.name} holds the review's questions to an agency, not its chronology.",
            "Move it into the folder 'answers' of the case folder, where merge reads the answers.",
        )
    heads = {
        cell.value
        for table in contents.tables
        for row in table.rows[:_OWN_HEADINGS_WITHIN]
        for cell in row.cells
    }
    sheets = {table.name for table in contents.tables}
    if sheets >= _FAMILY_SHEETS:
        raise Unreadable(
            f"{path.name} holds the family for the genogram and is no agency's chronology.",
            "Put it beside case.toml in the case folder, and draw it with caseweave genogram.",
        )
    if sheets >= _OWN_SHEETS or heads & _OWN_HEADINGS:
        raise Unreadable(
            f"{path.name} is a chronology that caseweave wrote, not an agency's own.",
            "Take it out of the agencies' files: every entry in it would be counted twice.",
        )


def _sent(
    path: Path, agency: str, declared: Declared, records: set[str], sheets: Sequence[SheetRead]
) -> Submission:
    """The submission as a whole; whose record it is where its sheets agree."""
    return Submission(
        file=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        agency=agency,
        record_of=declared.record_of or (next(iter(records)) if len(records) == 1 else ""),
        covers=declared.covers,
        sheets=tuple(sheets),
    )


def _without_entries(path: Path, headed: bool, *, words: bool) -> Unreadable:
    """Why a file gave no entry; `words` says that its paragraphs were looked at as well."""
    if headed:
        return Unreadable(
            f"{path.name} has headings but no entries below them.",
            "Check that it is the right file, that it was saved after it was filled in, and that "
            "the headings stand above the entries.",
        )
    if words:
        return Unreadable(*holds_no_chronology(path.name))
    return Unreadable(
        f"{path.name} holds no chronology: no row of headings such as Date and Event is among the "
        f"first {SEARCHED_ROWS} rows of a sheet.",
        "Check that it is the right file, or name its columns in the case file (case.toml).",
    )


def _agency(
    contents: Contents, declared: Declared, asked: str, path: Path, case: Case
) -> tuple[str, tuple[Remark, ...]]:
    """The agency as declared, as the file's titles name it, or by the file's name."""
    if declared.agency or asked:
        return declared.agency or asked, ()
    above = [
        titles_above(table.rows[:SEARCHED_ROWS], None, form=find_headings(table) is None)
        for table in contents.tables
    ]
    titled = agency_in([text for texts in above for text in texts])
    if not titled:
        return agency_of(path, case), ()
    remark = Remark(
        code="agency-by-title",
        severity=Severity.NOTE,
        message=f"The file's title names the agency: {titled}.",
        remedy="If that is not how the review calls it, set agency for this file in the case "
        "file (case.toml).",
    )
    return titled, (remark,)


def _record_of(
    table: Table, mapped: Mapped, declared: Declared, case: Case, around: tuple[str, list[str]]
) -> tuple[str, Remark | None]:
    """Whose record a table is: declared, by its titles, or by those of the document it is in.

    `around` is whose record the table before it is, and the words that stand about the tables.
    """
    said = declared.sheets.get(table.name) or declared.sheets.get(sheet_of(table.name))
    if said:
        return said, None
    titles = titles_above(table.rows, mapped.first_row)
    sheet = "" if of_document(table.name) else sheet_of(table.name)
    before, texts = around
    over = [text for text in table.above if len(text) <= _TITLE_LENGTH]
    over += _heads_all(table)
    alone = named_alone([*over, *titles_alone(table.rows, mapped.first_row)], case)
    if declared.record_of:
        named = sheet if sheet != Path(declared.file).stem else ""
        part = part_of_another([*titles, *over], named, declared.record_of, case, alone)
        return part or ((not sheet and before) or declared.record_of, None)
    own = find_record_of([*titles, *over], "", "", case, alone) if over or alone else ("", None)
    if own[1]:
        return own
    if not sheet:
        titles += [text for text in texts if len(text) <= _TITLE_LENGTH]
    found, remark = find_record_of(titles, sheet, Path(declared.file).stem, case)
    return (before, None) if remark is None and not sheet else (found, remark)


def _heads_all(table: Table) -> list[str]:
    """The words alone over all of a list of paragraphs, as a name over them is; empty where other
    words head a part of it."""
    rows = [row for row in table.rows if not row.aside] if table.listed else []
    heads = [text for row in rows if row.band for text in filled_texts(row)]
    words = [text for text in heads if read_date(text).start is None]
    return words if len(words) == 1 and rows[0].band and words[0] in filled_texts(rows[0]) else []


_TITLE_LENGTH = 100
"""Longer words about a table are no title of it."""


def _dates(
    table: Table, mapped: Mapped | None, case: Case, around: tuple[str, str]
) -> DateSettings:
    """What the dates of a table are read against, before its column is looked at.

    `around` are the words of time over the table in its document, and the file's name.
    """
    titles = titles_above(table.rows, mapped.first_row if mapped else None)
    dated = [c.heading for c in mapped.columns if c.field == "date"] if mapped else []
    headed = [heading.casefold().replace("date", "") for heading in dated]
    names = [*headed, table.name, *titles, *around]
    within = years_in(names)
    tab = sheet_of(table.name)
    over = [*table.above[-1:], *_directly_over(table, mapped), tab]
    day = day_over(over) if mapped and not dated else None
    said = (said_day_over(day, tab),) if day else ()
    return DateSettings(
        column=replace(READ_AS_IT_STANDS, remarks=said),
        window=date_window(case),
        epoch_1904=table.epoch_1904,
        within=within,
        whole=within,
        month=month_in(names),
        day=day,
        weeks=bool(dated) and fold(dated[0]) in _WEEKS,
    )


def _directly_over(table: Table, mapped: Mapped | None) -> list[str]:
    """The words of the row directly over the headings of times, if they stand in one cell."""
    times = mapped is not None and any(column.field == "time" for column in mapped.columns)
    above = mapped.first_row - 1 if mapped and times else 0
    words = [text for row in table.rows if row.number == above for text in filled_texts(row)]
    return words if len(words) == 1 else []


_WEEKS = {"week commencing", "week beginning", "w/c", "w/b"}


def _mark_outside(entries: Sequence[Entry], period: Period) -> tuple[list[Entry], list[Finding]]:
    """The entries with those outside the review period marked, and one note that counts them."""
    marked = [
        replace(e, marks=(*e.marks, OUTSIDE)) if _is_outside(e, period) else e for e in entries
    ]
    count = sum(OUTSIDE in e.marks for e in marked)
    if not count:
        return marked, []
    first = next(e.at for e in marked if OUTSIDE in e.marks)
    what, dates, them = (
        ("entries lie", "their dates", "them") if count > 1 else ("entry lies", "its date", "it")
    )
    return marked, [
        Finding(
            code="entries-outside-period",
            severity=Severity.NOTE,
            message=f"{count} {what} outside the review period; kept and marked.",
            remedy=f"Check {dates}, or leave {them} as background.",
            file=first.file,
        )
    ]


def _outside_covers(entries: Sequence[Entry], covers: Period) -> list[Finding]:
    """A warning where the file has entries of a time that the case file says it does not cover."""
    found = [e for e in entries if _is_outside(e, covers)]
    if not found:
        return []
    ends = (("from", covers.start), ("to", covers.end))
    said = " ".join(f"{word} {day:%d/%m/%Y}" for word, day in ends if day)
    lie = counted(len(found), "entry lies", "entries lie")
    return [
        Finding(
            code="entries-outside-covers",
            severity=Severity.WARNING,
            message=f"{lie} outside the time that the file is said to cover ({said}); "
            "times without a sighting are reckoned within it alone.",
            remedy="Check 'covers' in the case file (case.toml), or the dates.",
            file=found[0].at.file,
            sheet=found[0].at.sheet,
            row=found[0].at.row,
            rows=tuple(e.at.row for e in found),
        )
    ]


def _is_outside(entry: Entry, period: Period) -> bool:
    first, last = entry.when.start or entry.when.end, entry.when.end or entry.when.start
    if first is None or last is None:
        return False
    early = period.start is not None and last < period.start and entry.when.end is not None
    late = period.end is not None and first > period.end and entry.when.start is not None
    return early or late


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with those of `_ONCE` gathered: one for a code and sheet, with its rows."""
    kept: list[Finding] = []
    gathered: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.code in _ONCE:
            gathered.setdefault((finding.code, finding.sheet), []).append(finding)
        else:
            kept.append(finding)
    return [*kept, *(_together(group) for group in gathered.values())]


def _together(group: Sequence[Finding]) -> Finding:
    first = group[0]
    if len(group) == 1:
        return first
    rows = tuple(dict.fromkeys(f.row for f in group if f.row is not None))
    if len(rows) == 1:
        return first
    before = ", the first" if len({f.message for f in group}) > 1 else ""
    told = f"{len(rows)} rows ({first_of(rows, _SHOWN_ROWS)}){before}: {first.message}"
    return replace(first, message=told, rows=rows)
