"""The workbook of questions to one agency, with room for its answers; merge reads it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from chronology.confirming import What
from chronology.exporters.rows import WITHHELD
from chronology.findings import CaseweaveError
from chronology.notes import ID
from chronology.questions import (
    ABOUT,
    ANSWER,
    ANSWERS,
    BY,
    CHILD,
    DATE,
    EVENT,
    FILE,
    ON,
    QUESTION,
    ROW,
    SAYS,
    SHEET,
    SHEET_NAME,
    Question,
)

CELL_LIMIT = 32_767  # what a spreadsheet cell holds; the agency has the row itself
HEADS = (
    "No", FILE, SHEET_NAME, ROW, DATE, EVENT, CHILD, QUESTION, ANSWER, SAYS, BY, ON,
    "Agency", ABOUT, ID,
)  # fmt: skip
_WIDTHS = (5, 15, 10, 6, 12, 44, 10, 34, 18, 30, 20, 12, 12, 7, 14)
_TYPED = (ANSWER, SAYS, BY, ON)
_ASIDE = ("Agency", ABOUT, ID)
HOW = (
    "Answer from the record. Choose an answer from the list, give the record's own words, and say "
    "who answered and on which day: an answer without both is not taken in. Leave the other "
    "columns as they are. The answer will be shown as clarified by the agency on that day, not in "
    "the original chronology; it never turns into the contemporaneous record."
)


def write(asked: Sequence[Question], path: Path) -> None:
    """Write the workbook; the same questions give the same bytes."""
    import xlsxwriter  # late: only writers need it

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"title": "Questions", "created": dt.datetime(2000, 1, 1)})
    base = {"font_name": "Arial", "font_size": 9, "text_wrap": True, "valign": "top", "border": 1}
    cell, head = (
        book.add_format(base),
        book.add_format(base | {"bold": True, "bg_color": "#E3E3E3"}),
    )
    typed = book.add_format(base | {"bg_color": "#FFF8DC", "locked": False})
    sheet = book.add_worksheet(SHEET)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.set_footer("&C&A&RPage &P of &N")
    for column, (name, width) in enumerate(zip(HEADS, _WIDTHS, strict=True)):
        hidden = {"hidden": True} if name in _ASIDE else {}
        sheet.set_column(column, column, width, None, hidden)
        sheet.write_string(0, column, name, head)
    for line, question in enumerate(asked, start=1):
        for column, words in enumerate(_line(line, question)):
            form = typed if HEADS[column] in _TYPED else cell
            _checked(sheet.write(line, column, words, form), line)
        at = HEADS.index(ANSWER)
        source = list(ANSWERS[question.what])
        sheet.data_validation(line, at, line, at, {"validate": "list", "source": source})
    about = book.add_worksheet("How to answer")
    about.set_column(0, 0, 100)
    about.write_string(0, 0, HOW, book.add_format({"font_name": "Arial", "text_wrap": True}))
    book.close()


def _line(number: int, question: Question) -> tuple[str | int, ...]:
    entry = question.entry
    event = WITHHELD if "event" in entry.withheld else entry.event[:CELL_LIMIT]
    return (
        number, entry.at.file, entry.at.sheet, entry.at.row, entry.when.text, event,
        question.child, question.words, "", "", "", "", entry.agency, What(question.what).value,
        entry.id,
    )  # fmt: skip


def _checked(done: int, line: int) -> None:
    """The library cuts or drops silently unless its return code is read."""
    if done != 0:
        raise CaseweaveError(
            f"The workbook of questions cannot hold row {line + 1}.",
            "Ask about fewer files at a time.",
        )
