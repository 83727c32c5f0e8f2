"""Coverage as a workbook: every number leads to the rows behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.contacts.kinds import CHANCES
from chronology.contacts.spells import windows
from chronology.coverage import HONESTY, By
from chronology.dates import in_words
from chronology.exporters import coverage_figures, coverage_tables
from chronology.exporters.books import rows_behind
from chronology.exporters.books.rows_behind import RowsBehind, stretch
from chronology.exporters.books.rows_behind import rows_behind as lay_out
from chronology.exporters.books.sheets import Sheets, new_book, put
from chronology.exporters.coverage_figures import FIGURES, SILENT, Line
from chronology.exporters.coverage_tables import Table, quoted
from chronology.exporters.paper.findings_sources import PROMPT
from chronology.exporters.rows import outside_life, seen_words, views_words
from chronology.model import Basis, Child, Chronology
from chronology.ordering import refs

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_ENTRIES = "Entries"
_PERIODS = (
    ("By year", By.YEAR),
    ("By quarter", By.QUARTER),
    ("By month", By.MONTH),
    ("Named periods", By.NAMED),
)


def write(chronology: Chronology, children: Sequence[Child], note: str, path: Path) -> None:
    """Write the workbook; the same chronology gives the same bytes.

    `note` says what is counted, where it is not everything.
    """
    book = new_book(path, "Coverage")
    _Book(book, chronology, children).fill(note)
    book.close()


class _Book(Sheets):
    """The workbook being written, sheet by sheet."""

    def __init__(self, book: Workbook, chronology: Chronology, children: Sequence[Child]) -> None:
        super().__init__(book, chronology)
        self.children = children
        self.left_out = ""
        self.behind: RowsBehind = lay_out(chronology, children)
        link = {"align": "center", "font_color": "#0B3D91", "underline": 1}
        self.number_link = self.format(link)

    def fill(self, note: str) -> None:
        self.left_out = note
        first, *others = coverage_tables.tables(self.chronology, self.children)
        self.add(first)
        self._figures("Coverage", coverage_figures.figures(self.chronology, self.children), None)
        for name, by in _PERIODS:
            lines = coverage_figures.figures(self.chronology, self.children, by, CHANCES)
            self._figures(name, lines, by)
        for table in others:
            self.add(table)
        self.add(coverage_tables.clocks_table(self.chronology, self.children))
        self.add(self.behind.table)
        self._entries()
        self._about(note)

    @cached_property
    def places(self) -> dict[int, tuple[str, int]]:
        """Ref -> sheet and line of its entry; a stretch keeps the Refs of the whole."""
        told = sorted(refs(self.chronology).values())
        return {ref: (_ENTRIES, line) for line, ref in enumerate(told, start=1)}

    def add(self, table: Table) -> None:
        """A table whose Refs lead to the sheet of entries; where a note stands below it, it is
        printed whole."""
        if self.left_out:
            table = replace(table, first=None)
        self._below(self.linked(table, self.places), len(table.heads))

    def _below(self, sheet: Worksheet, columns: int, words: str = "") -> None:
        """What is left out of the figures, and other words, across the columns below a table."""
        told = f"{self.left_out} {words}".strip()
        if told:
            last = sheet.dim_rowmax or 0  # long words may have gone on in rows of their own
            sheet.merge_range(last + 2, 0, last + 4, columns - 1, told, self.text)

    def _figures(self, name: str, lines: Sequence[Line], by: By | None) -> None:
        if not lines:
            return
        told = [line.told for line in lines]
        sheet = self.table(
            name,
            coverage_figures.HEADS,
            coverage_figures.WIDTHS,
            told,
            turned=coverage_figures.UPRIGHT,
        )
        for row, line in enumerate(lines, start=1):
            for column, measure in _COLUMNS.items():
                number = line.told[column]
                if not number:
                    continue
                basis = Basis.NONE if column == _OF else line.basis
                found = stretch(self.behind, line.tally, measure, basis, by)
                if found:
                    self._to_rows(sheet, (row, column), number, found)
        self._below(sheet, len(coverage_figures.HEADS), HONESTY)

    def _to_rows(
        self, sheet: Worksheet, at: tuple[int, int], number: object, lines: tuple[int, int]
    ) -> None:
        """A number that leads to its rows; the plain number beyond Excel's 65,530 links."""
        last = len(self.behind.table.heads) - 1
        target = f"A{lines[0] + 1}:{chr(ord('A') + last)}{lines[1] + 1}"
        url = f"internal:'{rows_behind.SHEET}'!{target}"
        if sheet.write_url(*at, url, self.number_link, str(number)) == 0:
            sheet.write_number(*at, float(str(number)), self.number_link)

    def _entries(self) -> None:
        labels = [c.label for c in self.children]
        ref = refs(self.chronology)
        lines = sorted(
            (
                ref[e.id], in_words(e.when), e.agency, e.kind.value, quoted(e),
                *(outside_life(e, c) or seen_words(e, c.label) for c in self.children),
                *(outside_life(e, c) or views_words(e, c.label) for c in self.children),
                *e.at.place,
            )
            for e in self.chronology.entries
        )  # fmt: skip
        heads = (
            "Ref", "Date", "Agency", "Kind", "The entry as sent",
            *(f"{label}: seen" for label in labels), *(f"{label}: views" for label in labels),
            "File", "Sheet", "Row",
        )  # fmt: skip
        widths = (6, 13, 15, 12, 60, *(18 for _ in labels), *(18 for _ in labels), 16, 11, 6)
        self.table(_ENTRIES, heads, widths, lines)

    def _about(self, note: str) -> None:
        sheet = self.sheet("About", ("About this workbook",), (120,))
        lines = (*([note] if note else []), *about(self.chronology, self.children))
        for number, words in enumerate(lines, start=1):
            put(sheet, number, 0, words, self.text)


_OF = coverage_figures.HEADS.index("Of")
_COLUMNS = {_OF: None} | {coverage_figures.HEADS.index(m.value): m for m in (*FIGURES, *SILENT)}


def about(chronology: Chronology, children: Sequence[Child]) -> tuple[str, ...]:
    """What is counted, over what, and how to read it."""
    covered = []
    for child in children:
        for agency in sorted({s.agency for s in chronology.submissions}):
            spans = windows(chronology, child, agency)
            told = "; ".join(f"{a:%d/%m/%Y} to {b:%d/%m/%Y}" for a, b in spans) or "no time"
            covered.append(f"{child.label}, {agency}: {told}")
    return (
        HONESTY,
        f"By quarter, By month, Clocks, {rows_behind.SHEET} and {_ENTRIES} are for looking things "
        "up on the screen. Where they are long only their first lines are printed, and the head of "
        "the page says so; the other sheets are printed whole.",
        "Each line of figures stands on one basis: stated by the agency, read from the text and "
        "unconfirmed, confirmed by the review, or clarified by the agency later. The bases are "
        "never added together. 'Not recorded' means none of these.",
        "All entries of the child's lifetime are counted, then the contacts that could have been "
        "face to face (visits, appointments, and entries whose kind is not recorded), then school, "
        "nursery and ward sessions. Calls, letters and other remote contact, and meetings and "
        "records without the family, are no chance to see a child; nor is what stands in another "
        "child's own record and does not speak of this child. A row that the agency struck out as "
        "a whole is counted nowhere.",
        "Seen is seen in person by somebody acting for a service. Asleep and glimpsed are part of "
        "it and stand beside it; seen by video, and seen by a foster or other carer only, are not.",
        "Over all agencies an event that several tell of counts once; an agency's note of being "
        "told of another's contact does not count, unless its own column says that it saw the "
        "child.",
        "A spell ends at a recorded sighting or at the edge of the time looked at, which is what "
        "the submissions cover by the case file, or from their first entry to their last; it stops "
        f"at the incident. Time looked at: {'. '.join(covered)}.",
        "Click a number to go to the rows behind it, and a Ref to go to the entry.",
        PROMPT,
    )
