"""The integrated chronology as a workbook on A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chronology.contacts.key_events import is_short
from chronology.coverage import HONESTY
from chronology.exporters import accounts, coverage_figures, coverage_tables
from chronology.exporters.books import confirm_sheet
from chronology.exporters.books.entry_sheets import entry_sheets
from chronology.exporters.books.sheets import Sheets, new_book, put
from chronology.exporters.paper.findings_sources import PROMPT
from chronology.findings import cells_of, rows_of, told_once
from chronology.glossary import glossary_lines
from chronology.model import Chronology, SheetRead, Submission
from chronology.notes import AS_WRITTEN
from chronology.review.typed_over import all_written
from chronology.rows.withheld import hidden_words

ABOUT_TITLE = "About this workbook"
_DIGESTS = 4_000  # in one cell


def write(chronology: Chronology, path: Path) -> None:
    """Write the workbook; the same chronology gives the same bytes."""
    book = new_book(path, "Integrated chronology")
    _Book(book, chronology).fill()
    book.close()


class _Book(Sheets):
    """The whole workbook, sheet by sheet."""

    def fill(self) -> None:
        self.lines = entry_sheets(self)
        for table in accounts.sheets(self.chronology):
            self.linked(table, self.lines)
        if not is_short(self.chronology):
            self._coverage()
            self._coverage_tables()
        self._sources()
        self._findings()
        self._about()

    def _coverage(self) -> None:
        children = self.chronology.case.children
        lines = [line.told for line in coverage_figures.figures(self.chronology, children)]
        heads, widths = coverage_figures.HEADS, coverage_figures.WIDTHS
        sheet = self.table("Coverage", heads, widths, lines, turned=coverage_figures.UPRIGHT)
        last = len(heads) - 1
        sheet.merge_range(len(lines) + 2, 0, len(lines) + 3, last, HONESTY, self.text)
        self.told.add((heads[0], HONESTY))

    def _coverage_tables(self) -> None:
        """Readings to confirm, spells without, contradictions and the running clocks."""
        children = self.chronology.case.children
        confirm = confirm_sheet.confirm_table(self.chronology)
        for table in (
            confirm,
            coverage_tables.first_and_last(self.chronology, children),
            coverage_tables.spells_table(self.chronology, children),
            coverage_tables.contradictions_table(self.chronology, children),
            *(
                [coverage_tables.clocks_table(self.chronology, children)]
                * coverage_tables.clocks_fit(self.chronology)
            ),
        ):
            sheet = self.linked(table, self.lines)
            if table is confirm:
                confirm_sheet.add_choices(sheet, table)

    def _sources(self) -> None:
        heads = ("File", "Agency", "Record of", "Sheet", "Rows found", "Entries", "Rows set aside",
                 "Why each was set aside", "Columns as read", "SHA-256")  # fmt: skip
        lines = [
            (
                s.file, s.agency, t.record_of or s.record_of or "not declared", t.name, t.rows,
                t.entries, len(t.set_aside), _why_aside(t, s), _columns_read(t), s.sha256,
            )
            for s in self.chronology.submissions
            for t in s.sheets
        ]  # fmt: skip
        self.table("Sources", heads, (17, 14, 10, 11, 7, 7, 8, 32, 47, 19), lines)

    def _findings(self) -> None:
        """What says the same of one sheet once, with every row and cell of it."""
        heads = ("Severity", "Times", "What", "What to do", "File", "Sheet", "Row", "Cell", "Code")
        lines = [
            (
                same[0].severity.value, len(same), same[0].message, same[0].remedy, same[0].file,
                same[0].sheet, _listed(rows_of(same)), ", ".join(cells_of(same)), same[0].code,
            )
            for same in told_once(self.chronology.findings)
        ]  # fmt: skip
        self.table("Findings", heads, (8, 6, 47, 34, 16, 9, 12, 12, 14), lines)

    def _about(self) -> None:
        sheet = self.sheet("About", (ABOUT_TITLE, AS_WRITTEN), (120, 16))
        sheet.set_column(1, 1, 16, None, {"hidden": True})
        for number, words in enumerate(about(self.chronology), start=1):
            sheet.write_string(number, 0, words, self.text)
            self.tall(sheet, number, (words,), (100,))
            self.told.add((ABOUT_TITLE, words))
        written = all_written(self.told)
        for number, at in enumerate(range(0, len(written), _DIGESTS), start=1):
            put(sheet, number, 1, " ".join(written[at : at + _DIGESTS]), self.aside)


def _listed(rows: Sequence[int]) -> str | int:
    return rows[0] if len(rows) == 1 else ", ".join(map(str, rows))


def _why_aside(sheet: SheetRead, submission: Submission) -> str:
    why = [f"row {aside.row}: {aside.reason}" for aside in sheet.set_aside]
    if submission.superseded_by:
        why.append(f"all entries: superseded by {submission.superseded_by}")
    return "; ".join(why)


def _columns_read(sheet: SheetRead) -> str:
    return "; ".join(
        f"{c.letter} '{c.heading}': {c.field or 'kept as sent'}" for c in sheet.columns if c.heading
    )


_NO_CLOCKS = (
    "The running clocks of so large a case stand in a workbook of their own: "
    "caseweave coverage CASE -o coverage.xlsx."
)


def about(chronology: Chronology) -> tuple[str, ...]:
    """What was read, what was assumed and how to read the workbook."""
    read = ", ".join(f"{s.file} ({s.agency})" for s in chronology.submissions)
    dated = chronology.case.dated
    return (
        f"Read: {read}.",
        f"Draft: {chronology.draft}.",
        *([f"Date of the draft: {dated:%d/%m/%Y}."] if dated else []),
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
        "Seen and views, child by child: 'stated' is what the agency's own column says; 'from "
        "text' was read from its words by rules and is unconfirmed; 'by the review' was set by "
        "the panel. 'Words behind seen and views' shows the agency's own cells and the words "
        "read. Silence is 'Not recorded': not recorded in the files given. 'Alone: No' says "
        "nothing about whether the child was seen.",
        "The columns to the right of 'File, sheet, row' are not printed: they hold every other "
        "column as sent, and serve filters and the tracing of rows.",
        "Every row of every file is an entry or is in Sources with the reason it was set aside. "
        + hidden_words(chronology),
        accounts.JUDGE_EACH,
        *glossary_lines(chronology),
        PROMPT,
        *([_NO_CLOCKS] * (not coverage_tables.clocks_fit(chronology))),
        HONESTY,
    )
