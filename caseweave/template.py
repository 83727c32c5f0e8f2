"""A blank single-agency chronology: columns that merge reads, drop-downs, an example, guidance.

Agency:      | Northmoor Police          titles that say who sends it and whose record it is
Record of:   | [child, mother ...]
Date | End date | Time | ... | Theo: seen [Yes ...] | Theo: seen alone | Theo: views | ...
Example: 04/03/2021 ...                  a row that is left out when the file is read
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.model import NOBODY_NAMED, Case
from chronology.record_of import ROLES
from chronology.tables.sheets import GUIDANCE

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 500
HEADING_ROW = 6
SEEN = ("Yes", "No", "Not recorded", "N/A")
VIEWS = ("Not recorded", "Not sought", "Sought but not given", "Observed: ")
KINDS = (
    "Home visit", "Appointment", "School or nursery session", "Telephone call", "Letter or e-mail",
    "Meeting without the family", "Record only",
)  # fmt: skip
# Heading, width, and what the example row says.
_BEFORE = (
    ("Date", 14, "Example: 04/03/2021"),
    ("End date", 12, ""),
    ("Time", 9, "14:30"),
    ("Source", 16, "Case notes, page 12"),
    ("Type of contact", 16, "Home visit"),
    ("Event", 60, "Planned visit. Theo seen in the kitchen with his mother; he showed a drawing."),
    ("Location", 16, "Home"),
    ("Who was present", 20, "Mother, Theo"),
    ("Professional", 20, "A. Example, health visitor"),
)
_AFTER = (
    ("Action taken", 28, "Weekly visits agreed"),
    ("Outcome", 20, "Plan continues"),
    ("Author's comment", 28, ""),
)
_GUIDANCE = (
    "One row for each contact or event, in any order. Leave no event out because it seems small: "
    "contacts without concern count too.",
    "Date: write what the record says and no more. 04/03/2021, March 2021, w/b 1 March 2021, "
    "12-14 May 2021 and 'undated' are all good. The cells are text, so nothing is turned round.",
    "End date: only where the event lasted longer than the day.",
    "Time: 14:30, 1430 or 'evening'. Leave it empty where the record has none.",
    "Event: what happened, from the record. Keep analysis for 'Author's comment'.",
    "Seen: Yes only if a professional had sight of the child at this contact. 'Not recorded' if "
    "the record is silent; 'N/A' for a meeting or a call without the child.",
    "Seen alone: Yes only if the child was seen or spoken to without a parent or carer.",
    "Views: the child's own words or wishes where the record has them; or choose from the list. "
    "'Observed:' and what the child showed, for a child who did not speak.",
    "If a row is about several children, fill in each child's columns.",
    "Columns may be added; they are kept under your headings. Please keep the headings that are "
    "there.",
    "Before you send it: caseweave check FILE lists what to put right, with the cell.",
)


def write_template(path: Path, case: Case, agency: str = "") -> None:
    """Write the workbook; raises CaseweaveError where it cannot be written."""
    from chronology.exporters import whole

    whole(path, lambda part: _fill(part, case, agency))


def headings(case: Case) -> list[tuple[str, int, str, Sequence[str]]]:
    """Heading, width, example and choices of every column, in order."""
    columns: list[tuple[str, int, str, Sequence[str]]] = [(*c, ()) for c in _BEFORE]
    kind = next(i for i, c in enumerate(columns) if c[0] == "Type of contact")
    columns[kind] = (*columns[kind][:3], KINDS)
    for number, child in enumerate(case.children):
        names = _names(child.label, unnamed=case.children == NOBODY_NAMED)
        said = "Yes" if number == 0 else "N/A"
        columns.append((names[0], 13, said, SEEN))
        columns.append((names[1], 13, "No" if number == 0 else "N/A", SEEN))
        columns.append((names[2], 30, "Observed: played and smiled" if number == 0 else "", VIEWS))
    return [*columns, *((*c, ()) for c in _AFTER)]


def _names(label: str, *, unnamed: bool) -> tuple[str, str, str]:
    if unnamed:
        return "Child seen", "Child seen alone", "Child's views"
    return f"{label}: seen", f"{label}: seen alone", f"{label}: views"


def _fill(path: Path, case: Case, agency: str) -> None:
    from chronology.exporters.books.sheets import plain_book

    book = plain_book(path, "Chronology")
    _chronology(book, case, agency)
    _guidance(book)
    book.close()


def _chronology(book: Workbook, case: Case, agency: str) -> None:
    sheet = book.add_worksheet("Chronology")
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "border": 1})
    bold, head, grey = _formats(book)
    columns = headings(case)
    for row, (label, value) in enumerate(_titles(case, agency)):
        sheet.write_string(row, 0, label, bold)
        sheet.write_string(row, 1, value)
    labels = [child.label for child in case.children if case.children != NOBODY_NAMED]
    _choices(sheet, (1, 1, 1, 1), [*ROLES, *labels])
    first, last = HEADING_ROW, HEADING_ROW + ROWS
    for column, (heading, width, example, choices) in enumerate(columns):
        sheet.set_column(column, column, width, text)
        sheet.write_string(first - 1, column, heading, head)
        sheet.write_string(first, column, example, grey)
        if choices:
            _choices(sheet, (first + 1, column, last, column), choices)
    sheet.freeze_panes(first, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(first - 1)
    sheet.repeat_columns(0)


def _formats(book: Workbook) -> tuple[Format, Format, Format]:
    bold = book.add_format({"bold": True, "num_format": "@"})
    head = book.add_format(
        {"bold": True, "bg_color": "#E3E3E3", "border": 1, "text_wrap": True, "valign": "top"}
    )
    grey = book.add_format(
        {"italic": True, "font_color": "#595959", "border": 1, "text_wrap": True, "valign": "top",
         "num_format": "@"}
    )  # fmt: skip
    return bold, head, grey


def _titles(case: Case, agency: str) -> tuple[tuple[str, str], ...]:
    period = case.review.period
    covers = (
        f"{period.start:%d/%m/%Y} to {period.end:%d/%m/%Y}" if period.start and period.end else ""
    )
    return (
        ("Agency:", agency),
        ("Record of:", ""),
        ("Period covered:", covers),
        ("Author and date:", ""),
    )


def _choices(sheet: Worksheet, area: tuple[int, int, int, int], choices: Sequence[str]) -> None:
    """A drop-down that also takes other words: what does not fit must still be written down."""
    # At a comma the list would end one choice and begin the next.
    rule = {"validate": "list", "source": [c for c in choices if "," not in c], "show_error": False}
    sheet.data_validation(*area, rule)


def _guidance(book: Workbook) -> None:
    sheet = book.add_worksheet(GUIDANCE)
    sheet.set_column(0, 0, 100)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.write_string(0, 0, GUIDANCE, book.add_format({"bold": True, "font_size": 14}))
    for row, words in enumerate(_GUIDANCE, start=2):
        sheet.write_string(row, 0, words, wrapped)
