"""The answers in the workbooks that agencies send back: read as hurried people fill them in.

A title above the headings, another name for the sheet, sorted or deleted rows and columns of their
own do no harm. What cannot be an answer is a finding; nothing that was typed is left out silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from chronology import importers
from chronology.dates import in_words, parse_when
from chronology.findings import Finding, Severity, Unreadable
from chronology.importers.rows import Row, Table, text_of
from chronology.model import Before
from chronology.notes import ID
from chronology.questions import (
    ABOUT,
    ANSWER,
    BY,
    CHILD,
    DATE,
    EVENT,
    FILE,
    HEADS,
    ON,
    OTHER_ANSWER,
    QUESTION,
    ROW,
    SAYS,
    SHEET,
    SHEET_NAME,
)

_NEEDED = (CHILD, ANSWER, SAYS, BY, ON, ABOUT, ID)
_SEARCHED_ROWS = 20
_HALF = len(_NEEDED) // 2
"""A row with more of the headings than this is their row, with some of them changed."""
_BOOKS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}
_DITTO = re.compile(r"[\W_]*(?:ditto|as above|do|same)?[\W_]*", re.I)
"""What says no name: who is meant is not known once rows are sorted otherwise."""
_REMEDY = "Put the workbook that `caseweave queries` wrote, filled in, into 'answers'."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer: to which entry, about which child and thing, in whose words."""

    about: Before
    child: str
    what: str
    answer: str
    says: str
    by: str
    on: str
    """The day in words; empty where what is given is no date."""
    on_as_given: str
    question: str = ""
    place: tuple[str, str, str] = ("", "", "")
    """File, sheet and row of the entry, as they stand in the question."""
    file: str
    sheet: str = SHEET
    row: int


def read_answers(paths: Iterable[Path]) -> tuple[tuple[Answer, ...], list[Finding]]:
    """The answers in an agency's workbooks, and a finding for each file that holds none of ours."""
    answers: list[Answer] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            answers += _in_file(path)
        except Unreadable as problem:
            findings.append(
                Finding(
                    code="answers-not-read",
                    severity=Severity.ERROR,
                    message=problem.message,
                    remedy=problem.remedy,
                    file=path.name,
                )
            )
    return tuple(answers), findings


def holds_answers(path: Path) -> bool:
    """Whether somebody typed an answer into it; also where that cannot be told."""
    try:
        if _in_file(path):
            return True
        return any(_answers_others(table) for table in importers.read(path).tables)
    except Unreadable:
        return True


def _answers_others(table: Table) -> bool:
    heads = [text_of(cell.value) for cell in table.rows[0].cells] if table.rows else []
    if OTHER_ANSWER not in heads:
        return False
    at = heads.index(OTHER_ANSWER)
    return any(len(row.cells) > at and text_of(row.cells[at].value) for row in table.rows[1:])


def _in_file(path: Path) -> list[Answer]:
    if path.suffix.casefold() not in _BOOKS:
        raise Unreadable(
            "Answers are read from the workbook of questions alone; nothing was read from this.",
            "Copy the answers in it into the workbook that `caseweave queries` wrote.",
        )
    found = [t for table in importers.read(path).tables if (t := _headed(table))]
    if not found:
        raise Unreadable(
            f"It holds no answers: the sheet '{SHEET}' or its headings are not there.", _REMEDY
        )
    return [a for table, at, heads in found for a in _in_table(table, at, heads, path)]


def _headed(table: Table) -> tuple[Table, int, Sequence[str]] | None:
    """The table with the place of its headings; raises Unreadable where some were changed."""
    for at, row in enumerate(table.rows[:_SEARCHED_ROWS]):
        heads = [_plain(text_of(cell.value)) for cell in row.cells]
        missing = [name for name in _NEEDED if _plain(name) not in heads]
        if len(missing) <= _HALF:
            if missing:
                named = ", ".join(f"'{name}'" for name in missing)
                raise Unreadable(
                    f"No answer was read from it: of the headings in row {row.number} of "
                    f"'{table.name}' {named} cannot be found.",
                    "Write the headings as they were in the workbook of questions, and merge "
                    "again.",
                )
            return table, at, heads
    return None


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().split()).rstrip(":. ")


def _in_table(table: Table, at: int, heads: Sequence[str], path: Path) -> Iterator[Answer]:
    for row in table.rows[at + 1 :]:
        cells = {h: text_of(c.value) for h, c in zip(heads, row.cells, strict=False) if h}
        told = {name: cells.get(_plain(name), "") for name in HEADS}
        says = "; ".join(filter(None, (told[SAYS], *_beside(row, heads))))
        if not told[ID] and not told[EVENT]:  # a row of the agency's own: nothing in it is lost
            says = "; ".join(filter(None, (text_of(cell.value) for cell in row.cells)))
        if (told[ANSWER] or says) and _plain(told[ANSWER]) != _plain(ANSWER):
            yield _answer(told, says, row, table, path)


def _beside(row: Row, heads: Sequence[str]) -> Iterator[str]:
    """What was typed beside the table, or under a heading of the agency's own."""
    ours = {_plain(name) for name in HEADS}
    for n, cell in enumerate(row.cells):
        if (n >= len(heads) or heads[n] not in ours) and (words := text_of(cell.value)):
            yield words


def _answer(told: Mapping[str, str], says: str, row: Row, table: Table, path: Path) -> Answer:
    when = parse_when(told[ON])
    return Answer(
        about=Before(
            id=told[ID], agency=told["Agency"] or path.stem, date=told[DATE], event=told[EVENT]
        ),
        child=told[CHILD],
        what=told[ABOUT],
        answer=told[ANSWER],
        says=says,
        by="" if _DITTO.fullmatch(told[BY]) else told[BY],
        on=in_words(when) if when.start else "",
        on_as_given=told[ON],
        question=told[QUESTION],
        place=(told[FILE], told[SHEET_NAME], told[ROW]),
        file=path.name,
        sheet=table.name,
        row=row.number,
    )
