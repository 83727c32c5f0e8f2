"""The answers in the workbooks and letters that agencies send back, as hurried people fill them in.

    workbook   one sheet, a row for each question
    letter     a table for each file with the same headings, and above them one that is signed once:

Agency | Answered by (name and role) | Answered on        for every row that names nobody itself
GP     | J Marl, practice manager    | 3 May 2024

A title above the headings, another name for the sheet, sorted or deleted rows and columns of their
own do no harm. What cannot be an answer is a finding; nothing that was typed is left out silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from chronology import importers
from chronology.dates import in_words, parse_when
from chronology.findings import Finding, NoTable, Severity, Unreadable
from chronology.importers.rows import EMPTY, Cell, Row, Table, plain, text_of
from chronology.notes import ID
from chronology.review.panel_notes import Before
from chronology.review.questions import (
    ABOUT,
    ANSWER,
    BY,
    CHILD,
    CHOOSE,
    DATE,
    EVENT,
    FILE,
    HEADS,
    LETTER_HEADS,
    ON,
    OTHER_ANSWER,
    QUESTION,
    ROW,
    SAYS,
    SHEET,
    SHEET_NAME,
    SIGNED_HEADS,
)

_NEEDED = (CHILD, ANSWER, SAYS, BY, ON, ABOUT, ID)
_SEARCHED_ROWS = 20
_HALF = len(_NEEDED) // 2
"""A row with more of the headings than this is their row, with some of them changed."""
_BOOKS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"}
_LETTERS = {".docx", ".docm"}
_TEXTS = {".doc", ".dot", ".dotx", ".odt", ".ott", ".rtf", ".pages", ".wps"}
"""Letters that a word processor saved as something else, and can save as .docx."""
_DITTO = re.compile(r"[\W_]*(?:ditto|as above|do|same)?[\W_]*", re.I)
"""What says no name: who is meant is not known once rows are sorted otherwise."""
_REMEDY = "Put the workbook or letter that `caseweave queries` wrote, filled in, into 'answers'."
_STRUCK = " (struck out)"
_KEY = re.compile(r"[0-9a-f]{12}(?:-\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file: its name, and what is said once for all rows of a letter, by heading."""

    path: Path
    signed: Mapping[str, str] = field(default_factory=dict)


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
    """The answers in agencies' files, and a finding for each file that holds none of ours."""
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
    if not _asks_others(table):
        return False
    at = [text_of(cell.value) for cell in table.rows[0].cells].index(OTHER_ANSWER)
    return any(len(row.cells) > at and text_of(row.cells[at].value) for row in table.rows[1:])


def _asks_others(table: Table) -> bool:
    heads = {text_of(cell.value) for cell in table.rows[0].cells} if table.rows else set()
    return {QUESTION, OTHER_ANSWER} <= heads and bool({DATE, EVENT} & heads)


def asks(tables: Iterable[Table]) -> bool:
    """Whether these tables are of a workbook or a letter of questions, answered or not."""
    try:
        return any(_headed(table) or _asks_others(table) for table in tables)
    except Unreadable:  # some of its headings were changed
        return True


def _in_file(path: Path) -> list[Answer]:
    _refuse_other_kinds(path)
    try:
        tables = importers.read(path).tables
    except NoTable:
        tables = ()
    found = _of_questions(tables)
    if not found and not any(map(_asks_others, tables)):
        raise Unreadable(
            f"It holds no answers: the sheet '{SHEET}' of the workbook, or the table of the "
            "letter, or its headings are not there.",
            _REMEDY,
        )
    file = _File(path=path, signed=_signed(tables))
    return [a for table, at, heads in found for a in _in_table(table, at, heads, file)]


def _refuse_other_kinds(path: Path) -> None:
    """Raise Unreadable for what is neither a workbook nor a letter, with what to do about it."""
    suffix = path.suffix.casefold()
    if suffix in _TEXTS:
        raise Unreadable(
            f"Answers are not read from a {suffix} file; nothing was read from this.",
            "Open it in Word or LibreOffice, save it as .docx, and put that into 'answers' in its "
            "place.",
        )
    if suffix not in _BOOKS | _LETTERS:
        raise Unreadable(
            "Answers are read from the workbook (.xlsx) and the letter (.docx) of questions alone; "
            "nothing was read from this.",
            "Ask the agency for the file that it typed its answers into; or copy them into the "
            "letter or the workbook that `caseweave queries` wrote, with who answered and on which "
            "day.",
        )


def _signed(tables: Iterable[Table]) -> dict[str, str]:
    """What the table above a letter's questions says once for all of them, by heading."""
    for table in tables:
        for at, row in enumerate(table.rows[:_SEARCHED_ROWS]):
            heads = [plain(text_of(cell.value)) for cell in row.cells]
            if {*map(plain, SIGNED_HEADS)} <= {*heads} and plain(CHILD) not in heads:
                return {name: _once(table.rows[at + 1 :], heads.index(plain(name)))
                        for name in SIGNED_HEADS}  # fmt: skip
    return {}


def _once(rows: Iterable[Row], at: int) -> str:
    """What stands in a column, each once; two names are two people, two days are no day."""
    told = (_standing(row.cells[at]) for row in rows if len(row.cells) > at)
    return "; ".join(dict.fromkeys(" ".join(words.split()) for words in told if words))


def _standing(cell: Cell) -> str:
    """The words of a cell, unless somebody struck them out."""
    return "" if cell.marks.struck else text_of(cell.value)


_Headed = tuple[Table, int, Sequence[str]]
"""A table with the place of its headings; -1 where they stand in another table alone."""


def _of_questions(tables: Iterable[Table]) -> list[_Headed]:
    """The tables of questions; where somebody split one, or deleted its headings, by those of
    another of as many columns."""
    told = [(table, _headed(table)) for table in tables]
    known = [found[2] for _, found in told if found] + [[*map(plain, LETTER_HEADS)]]
    bare = [
        (table, -1, heads)
        for table, found in told
        if not found and (heads := next((h for h in known if _goes_on(table, h)), None))
    ]
    return [*(found for _, found in told if found), *bare]


def _goes_on(table: Table, heads: Sequence[str]) -> bool:
    at = heads.index(plain(ID))
    return any(
        len(row.cells) == len(heads) and _KEY.fullmatch(text_of(row.cells[at].value))
        for row in table.rows
    )


def _headed(table: Table) -> _Headed | None:
    """The table with the place of its headings; raises Unreadable where some were changed."""
    for at, row in enumerate(table.rows[:_SEARCHED_ROWS]):
        heads = [plain(text_of(cell.value)) for cell in row.cells]
        missing = [name for name in _NEEDED if plain(name) not in heads]
        if len(missing) <= _HALF:
            if missing:
                named = ", ".join(f"'{name}'" for name in missing)
                raise Unreadable(
                    f"No answer was read from it: of the headings in row {row.number} of "
                    f"'{table.name}' {named} cannot be found.",
                    "Write the headings as they were in the workbook or letter of questions, and "
                    "merge again.",
                )
            return table, at, heads
    return None


def _in_table(table: Table, at: int, heads: Sequence[str], file: _File) -> Iterator[Answer]:
    rows = [(row, _line(row, heads)) for row in table.rows[at + 1 :]]
    about = {t[ID]: {DATE: t[DATE], EVENT: t[EVENT]} for _, t in rows if t[ID] and t[EVENT]}
    for row, told in rows:
        if told[ID] and not told[EVENT]:  # a letter tells of an entry in the first of its rows
            told |= about.get(told[ID], {})
        says = "; ".join(filter(None, (told[SAYS], *_beside(row, heads))))
        if not told[ID] and not (told[EVENT] and told[QUESTION]):  # a row of the agency's own
            says, told[EVENT] = "; ".join(filter(None, map(_chosen, row.cells))), ""
        if (told[ANSWER] or says) and plain(told[ANSWER]) != plain(ANSWER):
            yield _answer(told, says, row, table, file)


def _line(row: Row, heads: Sequence[str]) -> dict[str, str]:
    """A row's words by our headings."""
    cells = {h: c for h, c in zip(heads, row.cells, strict=False) if h}
    return {name: _told(name, cells.get(plain(name), EMPTY)) for name in HEADS}


def _told(name: str, cell: Cell) -> str:
    """What a cell says; words that the agency struck out are none of its own."""
    if name == ANSWER:
        return _chosen(cell)
    return _standing(cell) if name in (SAYS, BY, ON) else text_of(cell.value)


def _chosen(cell: Cell) -> str:
    """An answer without the words that ask for one; one that is struck out fits no choice."""
    words = text_of(cell.value).replace(CHOOSE, "").strip()
    return words + _STRUCK if words and cell.marks.struck else words


def _beside(row: Row, heads: Sequence[str]) -> Iterator[str]:
    """What was typed beside the table, under a heading of the agency's own, or as a comment."""
    ours = {plain(name) for name in HEADS}
    for n, cell in enumerate(row.cells):
        if (n >= len(heads) or heads[n] not in ours) and (words := _standing(cell)):
            yield words
        if cell.marks.comment:
            yield cell.marks.comment


def _answer(told: Mapping[str, str], says: str, row: Row, table: Table, file: _File) -> Answer:
    agency, by, on = (told[name] or file.signed.get(name, "") for name in SIGNED_HEADS)
    when = parse_when(on)
    return Answer(
        about=Before(
            id=told[ID], agency=agency or file.path.stem, date=told[DATE], event=told[EVENT]
        ),
        child=told[CHILD],
        what=told[ABOUT],
        answer=told[ANSWER],
        says=says,
        by="" if _DITTO.fullmatch(by) else by,
        on=in_words(when) if when.start else "",
        on_as_given=on,
        question=told[QUESTION],
        place=(told[FILE], told[SHEET_NAME], told[ROW]),
        file=file.path.name,
        sheet=table.name,
        row=row.number,
    )
