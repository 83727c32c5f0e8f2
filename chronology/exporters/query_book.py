"""The workbook of questions to one agency, with room for its answers; merge reads it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from chronology.confirming import What
from chronology.exporters.excel import OPTIONS
from chronology.exporters.rows import WITHHELD
from chronology.exporters.sheets import Sheets, put
from chronology.model import Chronology
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
_WIDTHS = (4, 13, 10, 5, 11, 38, 9, 27, 14, 22, 17, 11, 1, 1, 1)
_TYPED = (ANSWER, SAYS, BY, ON)
_ASIDE = ("Agency", ABOUT, ID)
HOW = (
    "Answer from the record. Choose an answer from the list, give the record's own words, and say "
    "who answered and on which day: an answer without both is not taken in. Leave the other "
    "columns as they are. The answer will be shown as clarified by the agency on that day, not in "
    "the original chronology; it never turns into the contemporaneous record."
)


def write(asked: Sequence[Question], chronology: Chronology, path: Path) -> None:
    """Write the workbook; the same questions give the same bytes."""
    import xlsxwriter  # late: only writers need it

    book = xlsxwriter.Workbook(str(path), OPTIONS)
    book.set_properties({"title": "Questions", "created": dt.datetime(2000, 1, 1)})
    sheets = Sheets(book, chronology)
    lines = [_line(number, question) for number, question in enumerate(asked, start=1)]
    sheet = sheets.table(SHEET, HEADS, _WIDTHS, lines)
    typed = sheets.format({"bg_color": "#FFF8DC"})
    for column, name in enumerate(HEADS):
        if name in _ASIDE:
            sheet.set_column(column, column, 1, None, {"hidden": True})
    for line, question in enumerate(asked, start=1):
        for name in _TYPED:
            put(sheet, line, HEADS.index(name), "", typed)
        at, source = HEADS.index(ANSWER), list(ANSWERS[question.what])
        sheet.data_validation(line, at, line, at, {"validate": "list", "source": source})
    sheets.table("How to answer", ("How to answer",), (100,), [(HOW,)])
    book.close()


def _line(number: int, question: Question) -> tuple[str | int, ...]:
    entry = question.entry
    event = WITHHELD if "event" in entry.withheld else entry.event[:CELL_LIMIT]
    return (
        number, entry.at.file, entry.at.sheet, entry.at.row, entry.when.text, event,
        question.child, question.words, "", "", "", "", entry.agency, What(question.what).value,
        entry.id,
    )  # fmt: skip
