"""The workbook of questions to one agency, with room for its answers; merge reads it back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chronology.dates import in_words
from chronology.exporters.books.sheets import Sheets, new_book, put
from chronology.exporters.rows import WITHHELD, birth_words, subjects_first
from chronology.exporters.widths import CELL_LIMIT
from chronology.model import Case, Child, Chronology, Entry
from chronology.notes import ID
from chronology.review.questions import (
    ABOUT,
    ANSWER,
    ANSWERS,
    BY,
    DATE,
    EVENT,
    FILE,
    HEADS,
    ON,
    OTHER_ANSWER,
    ROW,
    SAYS,
    SHEET,
    SHEET_NAME,
    Question,
)
from chronology.review.written_questions import Enquiry
from chronology.rows.marks import date_as_sent

_WIDTHS = (4, 10, 8, 5, 10, 30, 8, 22, 11, 18, 12, 10, 1, 1, 1)
TYPED = (ANSWER, SAYS, BY, ON)
"""The headings below which an agency writes."""
_ASIDE = ("Agency", ABOUT, ID)
HOW = (
    "Answer from the record. Choose an answer from the list, give the record's own words, and say "
    "who answered and on which day: an answer without both is not taken in. Leave the other "
    "columns as they are. The answer will be shown as clarified by the agency on that day, not in "
    "the original chronology; it never turns into the contemporaneous record."
)
OTHER = "Other questions"
OTHER_HEADS = ("No", FILE, "Question", EVENT, OTHER_ANSWER, BY, ON)
_OTHER_WIDTHS = (5, 16, 52, 40, 34, 18, 12)


def write(
    asked: Sequence[Question],
    others: Sequence[Enquiry],
    agency: str,
    chronology: Chronology,
    path: Path,
) -> None:
    """Write the workbook; the same questions give the same bytes."""
    book = new_book(path, "Questions")
    sheets = Sheets(book, chronology)
    lines = [_line(number, question) for number, question in enumerate(asked, start=1)]
    sheet = sheets.table(SHEET, HEADS, _WIDTHS, lines)
    typed = sheets.format({"bg_color": "#FFF8DC"})
    for column, name in enumerate(HEADS):
        if name in _ASIDE:
            sheet.set_column(column, column, 1, None, {"hidden": True})
    faint = sheets.format({"font_color": "#595959", "align": "left"})
    repeated = [HEADS.index(name) for name in (FILE, SHEET_NAME, ROW, DATE, EVENT)]
    for line, question in enumerate(asked, start=1):
        if line > 1 and question.entry.id == asked[line - 2].entry.id:
            for column in repeated:  # the eye finds where the next entry begins
                put(sheet, line, column, lines[line - 1][column], faint)
        for name in TYPED:
            put(sheet, line, HEADS.index(name), "", typed)
        at, source = HEADS.index(ANSWER), list(ANSWERS[question.what])
        sheet.data_validation(line, at, line, at, {"validate": "list", "source": source})
    if others:
        _others(sheets, others)
    told = [f"{label}: {words}" for label, words in addressed(chronology.case, agency)]
    told += (HOW, HOW_OTHERS) if others else (HOW,)
    sheets.table("How to answer", ("How to answer",), (100,), [(words,) for words in told])
    book.close()


def _others(sheets: Sheets, others: Sequence[Enquiry]) -> None:
    """What is answered in writing: the panel reads it, merge does not."""
    lines = [
        (f"{OTHER[0]}{n}", o.file, o.told, shown(o.entry) if o.entry else "", "", "", "")
        for n, o in enumerate(others, start=1)
    ]
    sheet = sheets.table(OTHER, OTHER_HEADS, _OTHER_WIDTHS, lines)
    typed = sheets.format({"bg_color": "#FFF8DC"})
    for line in range(1, len(lines) + 1):
        for column in range(4, len(OTHER_HEADS)):
            put(sheet, line, column, "", typed)


HOW_OTHERS = (
    "Answers in the sheet 'Other questions' are read by the review's panel; they change no entry."
)


_REVIEWS = {
    "LCSPR": "local child safeguarding practice review (LCSPR)",
    "CPR": "child practice review (CPR)",
    "SCR": "serious case review (SCR)",
    "DHR": "domestic homicide review (DHR)",
    "SAR": "safeguarding adults review (SAR)",
}
_TO_FILL_IN = "________________________"


def addressed(case: Case, agency: str) -> tuple[tuple[str, str], ...]:
    """To whom the questions go, from whom, for which review, about whom, and by when."""
    by = f"{case.reply_by:%d/%m/%Y}" if case.reply_by else _TO_FILL_IN
    return (
        ("To", agency), ("From", case.contact or _TO_FILL_IN), ("For", _for_whom(case)),
        ("About", _whom(case)), ("Please reply by", by),
    )  # fmt: skip


def kind_of_review(case: Case) -> str:
    """What kind of review it is, in words."""
    return _REVIEWS.get(case.review.type, case.review.type or "review")


def _for_whom(case: Case) -> str:
    """Which review it is, over which time, and who commissioned it where the case file says."""
    told, period = f"the {kind_of_review(case)}", case.review.period
    if period.start and period.end:
        told += f" covering {period.start:%d/%m/%Y} to {period.end:%d/%m/%Y}"
    by = case.review.commissioned_by
    return f"{told}, commissioned by {by}" if by else told


def _whom(case: Case) -> str:
    """The children of the case, those whom it is about first."""
    told = []
    for child in subjects_first(case):
        about = [*filter(None, (_called(child), birth_words(case, child) if child.born else ""))]
        told.append(child.label + (f" ({', '.join(about)})" if about else ""))
    return ", ".join(told)


def _called(child: Child) -> str:
    """The child's name where its label is none: "C1" of twins tells an agency nothing."""
    known = any(child.label.casefold() in name.casefold() for name in child.names)
    return "" if known else max(child.names, key=len, default="")


def as_sent(entry: Entry) -> str:
    """The date as the agency sees it in its own file: a real date cell day first."""
    when = entry.when
    return in_words(when) if when.text == f"{when.start}" else date_as_sent(entry)


def shown(entry: Entry) -> str:
    """The words of an entry, unless they are withheld; what a cell cannot hold the agency has."""
    return WITHHELD if "event" in entry.withheld else entry.event[:CELL_LIMIT]


def _line(number: int, question: Question) -> tuple[str | int, ...]:
    entry = question.entry
    return (
        number, entry.at.file, entry.at.sheet, entry.at.row, as_sent(entry),
        shown(entry),
        question.child, question.words, "", "", "", "", entry.agency, question.what.value,
        entry.id,
    )  # fmt: skip
