"""The integrated chronology as a workbook on A4 landscape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.coverage import HONESTY
from chronology.exporters import accounts, coverage_tables, rows
from chronology.findings import CaseweaveError, by_severity
from chronology.glossary import glossary_lines
from chronology.likeness import NEAR_DAYS, TOLD_DAYS
from chronology.model import Chronology, Entry
from chronology.notes import COLUMNS, by_entry, shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

CELL_LIMIT = 32_767  # what a spreadsheet cell holds; longer text goes on in the next row
# Dark enough under white text for WCAG AA; the agency's name always stands beside the colour.
BANDS = ("#1B4F72", "#7B3F00", "#1D6B35", "#6A1B6A", "#7A1F2B", "#00565B", "#4A4A12", "#37474F")
_WIDTHS = {
    "Ref": 5,
    "Date": 12,
    "Time": 7,
    "Agency": 12,
    "Event": 52,
    "Also told by": 22,
    "Review notes": 22,
    "File": 13,
    "Sheet": 9,
    "Row": 5,
    "Date as sent": 12,
    "Marks": 9,
    "Other columns as sent": 20,
}


def write(chronology: Chronology, path: Path) -> None:
    """Write the workbook; the same chronology gives the same bytes."""
    import xlsxwriter  # late: only this writer needs it

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"title": "Integrated chronology", "created": dt.datetime(2000, 1, 1)})
    _Book(book, chronology).fill()
    book.close()


class _Book:
    """The workbook being written: its formats and the chronology."""

    def __init__(self, book: Workbook, chronology: Chronology) -> None:
        self.book, self.chronology = book, chronology
        base = {
            "font_name": "Arial",
            "font_size": 9,
            "valign": "top",
            "text_wrap": True,
            "border": 1,
            "border_color": "#9A9A9A",
        }
        self.cell = book.add_format(base)
        self.head = book.add_format(base | {"bold": True, "bg_color": "#E3E3E3"})
        self.link = book.add_format(base | {"font_color": "#0B3D91", "underline": 1})
        self.lines: dict[int, tuple[str, int]] = {}
        """Where the entry of each Ref stands: sheet and line."""
        self.title = book.add_format({"font_name": "Arial", "font_size": 14, "bold": True})
        self.text = book.add_format(
            {"font_name": "Arial", "font_size": 10, "text_wrap": True, "valign": "top"}
        )
        agencies = sorted({e.agency for e in chronology.entries})
        self.bands = {
            agency: book.add_format(
                base | {"bold": True, "font_color": "#FFFFFF", "bg_color": BANDS[i % len(BANDS)]}
            )
            for i, agency in enumerate(agencies)
        }

    def fill(self) -> None:
        dated = [e for e in self.chronology.entries if e.when.start or e.when.end]
        undated = [e for e in self.chronology.entries if not (e.when.start or e.when.end)]
        self._entries("Chronology", dated, 1)
        self._entries("Undated", undated, len(dated) + 1)
        for table in accounts.sheets(self.chronology):
            self._accounts(table)
        self._coverage()
        self._sources()
        self._findings()
        self._about()

    def _sheet(self, name: str, heads: Sequence[str], widths: Sequence[float]) -> Worksheet:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, 0)
        marking = self.chronology.case.classification.replace("&", "&&")
        draft = f"draft {self.chronology.draft}".replace("&", "&&")
        sheet.set_footer(f"&L{marking}&C&A, {draft}&RPage &P of &N")
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            sheet.set_column(column, column, width)
            _put(sheet, 0, column, head, self.head)
        return sheet

    def _entries(self, name: str, entries: Sequence[Entry], first: int) -> None:
        heads = rows.headings(self.chronology)
        sheet = self._sheet(name, heads, [_WIDTHS.get(h, 16) for h in heads])
        labels = [c.label for c in self.chronology.case.children]
        fields = rows.fields_used(self.chronology.entries)
        also = accounts.also_told(self.chronology)
        targets = accounts.first_lines(self.chronology)
        notes, refs = by_entry(self.chronology), accounts.refs(self.chronology)
        folded = {heads.index(heading) for heading in tuple(COLUMNS.values())[1:]}
        for column in sorted(folded):  # folded away: [+] above the columns opens them
            sheet.set_column(column, column, 16, None, {"level": 1, "hidden": True})
        linked = heads.index(rows.ALSO_TOLD)
        line = 1
        for ref, entry in enumerate(entries, start=first):
            typed = {kind: shown(note, refs) for kind, note in notes.get(entry.id, {}).items()}
            told = rows.row(entry, ref, labels, fields, also.get(entry.id, ""), typed)
            self.lines[ref] = (name, line)
            parts = list(_within_cells(told))
            for part in parts:
                for column, words in enumerate(part):
                    if column in folded and not words:
                        continue
                    band = self.bands[entry.agency] if heads[column] == "Agency" else self.cell
                    _put(sheet, line, column, words, band)
                if part is parts[0] and entry.id in targets:
                    self._link(sheet, (line, linked), also[entry.id], targets[entry.id])
                line += 1
        sheet.autofilter(0, 0, max(line - 1, 1), len(heads) - 1)

    def _link(
        self, sheet: Worksheet, at: tuple[int, int], words: str, target: tuple[str, int]
    ) -> None:
        """Write words that lead to a line of another sheet; plain words beyond Excel's 65,530."""
        name, line = target
        url = f"internal:'{name}'!A{line + 1}"
        if sheet.write_url(*at, url, self.link, words) != 0:
            _put(sheet, *at, words, self.cell)

    def _accounts(self, table: accounts.Sheet) -> None:
        sheet = self._table(table.name, table.heads, table.widths, table.lines)
        for line, ref in enumerate(table.refs, start=1):
            if ref:
                self._link(sheet, (line, table.ref_column), str(ref), self.lines[ref])

    def _table(
        self,
        name: str,
        heads: Sequence[str],
        widths: Sequence[float],
        lines: Iterable[Sequence[object]],
    ) -> Worksheet:
        sheet = self._sheet(name, heads, widths)
        for number, line in enumerate(lines, start=1):
            for column, words in enumerate(line):
                _put(sheet, number, column, words, self.cell)
        return sheet

    def _coverage(self) -> None:
        lines = [line.told for line in coverage_tables.figures(self.chronology)]
        heads, widths = coverage_tables.HEADS, coverage_tables.WIDTHS
        sheet = self._table("Coverage", heads, widths, lines)
        last = len(heads) - 1
        sheet.merge_range(len(lines) + 2, 0, len(lines) + 3, last, HONESTY, self.text)

    def _sources(self) -> None:
        heads = (
            "File",
            "Agency",
            "Record of",
            "Sheet",
            "Rows found",
            "Entries",
            "Rows set aside",
            "Why each was set aside",
            "Columns as read",
            "SHA-256",
        )
        lines = [
            (
                s.file,
                s.agency,
                s.record_of or "not declared",
                t.name,
                t.rows,
                t.entries,
                len(t.set_aside),
                "; ".join(
                    [
                        *(f"row {a.row}: {a.reason}" for a in t.set_aside),
                        *(
                            [f"all entries: superseded by {s.superseded_by}"]
                            * bool(s.superseded_by)
                        ),
                    ]
                ),
                "; ".join(
                    f"{c.letter} '{c.heading}': {c.field or 'kept as sent'}"
                    for c in t.columns
                    if c.heading
                ),
                s.sha256,
            )
            for s in self.chronology.submissions
            for t in s.sheets
        ]
        self._table("Sources", heads, (20, 16, 11, 11, 8, 8, 9, 36, 60, 22), lines)

    def _findings(self) -> None:
        heads = ("Severity", "What", "What to do", "File", "Sheet", "Row", "Cell", "Code")
        lines = [
            (f.severity.value, f.message, f.remedy, f.file, f.sheet, f.row or "", f.cell, f.code)
            for f in by_severity(self.chronology.findings)
        ]
        self._table("Findings", heads, (10, 60, 46, 20, 11, 7, 7, 22), lines)

    def _about(self) -> None:
        sheet = self._sheet("About", ("About this workbook",), (120,))
        for number, words in enumerate(about(self.chronology), start=1):
            sheet.write_string(number, 0, words, self.text)


def about(chronology: Chronology) -> tuple[str, ...]:
    """What was read, what was assumed and how to read the workbook."""
    read = ", ".join(f"{s.file} ({s.agency})" for s in chronology.submissions)
    return (
        f"Read: {read}.",
        f"Draft: {chronology.draft}.",
        *([f"Date of the draft: {_day(chronology.case.dated)}."] * bool(chronology.case.dated)),
        *(f"Signed off: {d.file}, {d.signed}." for d in chronology.case.declared if d.signed),
        f"Content: {chronology.content}.",
        "The panel's work: type in Review notes, in the columns that begin with Panel (open them "
        "with the + above) and in Differences. In 'Panel: grouping' write 'not the same' or 'same "
        "as ref 12', in 'Panel: order' 'after ref 12'; in 'Panel: seen' a child's name, a colon, "
        "'seen alone', 'seen' or 'not seen', initials, date and reason. Merge again into this "
        "file and all of it comes back; the column Id is how notes find their entries, so leave "
        "it as it is.",
        "Dates are read day first. A date is shown only as precisely as it was sent; the words as "
        "sent stand under 'Date as sent'. Each reading that needed a rule is listed in Findings.",
        "Order: by first day; a day before anything less precise that starts on it; timed before "
        "untimed; an agency's own number, then file, sheet, row, settle ties. Undated entries "
        "stand in a sheet of their own.",
        "Seen and views are what the agencies' own columns state. Silence is 'Not recorded': not "
        "recorded in the files given. 'Alone: No' says nothing about whether the child was seen.",
        "Every row of every file is an entry or is in Sources with the reason it was set aside. "
        "Struck-out and hidden words are withheld here and counted in Findings.",
        f"Same event: entries within {NEAR_DAYS} days of each other ({TOLD_DAYS} where one says it "
        "was told) that share kinds of event or rare words, or name each other's agency, are put "
        "side by side, never merged; each group says why. Judge each: words were compared, not "
        "understood.",
        *glossary_lines(chronology),
        "A finding is a prompt for professional judgement, not a conclusion.",
        HONESTY,
    )


def _day(day: dt.date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "not recorded"


def _within_cells(told: Sequence[str | int]) -> Iterable[Sequence[str | int]]:
    """Text longer than a cell holds goes on in following rows, so none of it is cut."""
    yield tuple(w[:CELL_LIMIT] if isinstance(w, str) else w for w in told)
    rest = tuple(w[CELL_LIMIT:] if isinstance(w, str) else "" for w in told)
    if any(rest):
        yield from _within_cells(rest)


def _put(sheet: Worksheet, row: int, column: int, words: object, form: Format) -> None:
    """Write a cell and read the return code: the library cuts or drops silently otherwise."""
    if isinstance(words, int):
        code = sheet.write_number(row, column, words, form)
    elif words:
        code = sheet.write_string(row, column, str(words), form)
    else:
        code = sheet.write_blank(row, column, None, form)
    if code != 0:
        raise CaseweaveError(
            f"The workbook cannot hold row {row + 1} of sheet {sheet.get_name()}.",
            "Write .json instead, or merge fewer files at a time.",
        )
