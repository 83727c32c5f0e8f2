"""The sheets of a workbook that caseweave wrote, however people have worked in it since.

Sheets are known by their headings, which may stand below a title, in other letters or in another
order. What was typed where merging writes anew comes back too, as notes of a kind of their own:

    Ref | Event    | Review notes | Author's thoughts | Id
    12  | Visit    | Ask why      | Compare page 4    | a1    a column of their own
        | Meeting  |              |                   |       a row of their own
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from chronology.dates import in_words, parse_when
from chronology.exporters import accounts, rows
from chronology.exporters.books.sheets import NONE_FOUND
from chronology.importers.rows import Cell, Row, Table, plain, text_of
from chronology.notes import (
    AN_ID,
    AS_WRITTEN,
    COLUMNS,
    DIFFERS,
    ID,
    KEPT,
    KEPT_HEADS,
    LOG,
    PANEL_NOTE,
    REF,
    TYPED_IN,
)
from chronology.review.panel_notes import Before, Note
from chronology.review.rows_mixed_up import (
    is_written_over,
    one_text,
    refuse_sorted_apart,
    sorted_apart,
)
from chronology.review.typed_over import OF_ALL, digest
from chronology.values import confirming

ABOUT, ENTRIES, UNDATED = "About", "Chronology", "Undated"
_SEARCHED_ROWS = 20
_TITLED = "About this workbook"
_PANELS = frozenset(COLUMNS.values())
_OF_ENTRIES = frozenset(
    [REF, "Date", "Time", "Agency", "Event", rows.WORDS_BEHIND, rows.PLACE, rows.ALSO_TOLD, ID,
     AS_WRITTEN, rows.OTHERS, "Marks", "File", "Sheet", "Row", "Date as sent"]
) | _PANELS | {h for told in (rows.FIELD_HEADINGS, rows.AS_SENT) for h in told.values()} | {
    f"{rows.FIELD_HEADINGS[name]} as sent" for name in rows.ALWAYS
}  # fmt: skip
_HEADS = {
    ENTRIES: _OF_ENTRIES,
    accounts.DIFFERENCES: frozenset(accounts.DIFFERENCES_HEADS),
    confirming.SHEET: frozenset(confirming.HEADS),
    KEPT: frozenset(KEPT_HEADS),
    LOG: frozenset(accounts.LOG_HEADS),
    ABOUT: frozenset([_TITLED, AS_WRITTEN]),
}
"""Every heading that merging writes, by sheet; beside these stand the labels of the children."""
_PANEL_IN = {
    ENTRIES: _PANELS,
    accounts.DIFFERENCES: frozenset([PANEL_NOTE]),
    confirming.SHEET: frozenset(
        [confirming.DECISION, confirming.INITIALS, confirming.ON, confirming.REASON]
    ),
}
"""The columns in which people type."""
_QUOTING = {
    accounts.DIFFERENCES: ("The account as sent", (DIFFERS,)),
    confirming.SHEET: (
        "The entry as sent", (confirming.CHILD, confirming.WHAT, confirming.READING)
    ),
}  # fmt: skip
"""Sheets about entries: the column that quotes them, and what a decision in the row is about."""
_COMES_BACK = (ENTRIES, KEPT, LOG)
"""Sheets whose cells come back, or are looked through one by one (typed_over.py)."""
_OTHERS = frozenset(
    [accounts.SAME_EVENT, accounts.PATTERNS, "Coverage", "First and last", "Spells without",
     "Contradictions", "Clocks", "Sources", "Findings", "Short", UNDATED]
)  # fmt: skip
_ID = re.compile(AN_ID.pattern.removeprefix("#"))
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Line = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Book:
    """The lines of each sheet by heading, and what was typed outside the panel's columns."""

    sheets: dict[str, list[Line]] = field(default_factory=dict)
    about: list[str] = field(default_factory=list)
    outside: list[tuple[str, str, Line]] = field(default_factory=list)
    """Where it was typed, the words, and the line it stands in."""
    own: list[str] = field(default_factory=list)
    """Sheets that people added."""
    written: frozenset[str] = frozenset()
    """What stood in all cells but those of entries, if the workbook says so."""

    def notes(self) -> Iterator[Note]:
        """What was typed outside, each a note on the entry of its line where the line has one."""
        ids = {line[REF]: line[ID] for line in self.sheets.get(ENTRIES, ()) if line.get(REF)}
        for where, words, line in self.outside:
            id_ = line.get(ID) or ids.get(line.get(REF, ""), "")
            about = Before(id=id_)
            yield Note(entry=id_, kind=TYPED_IN + where, words=words, about=about)


def read_book(tables: Iterable[Table]) -> Book:
    """Everything in the sheets of a workbook that caseweave wrote."""
    tables = [*tables]
    book = Book(written=_written(tables))
    for table in tables:
        at, heads, sheet = _headed(table)
        if not sheet:
            at, heads = _below_titles(table, book.written)
        if sheet or table.name in _OTHERS:
            _take(book, table, at, heads, sheet)
        elif any(any(_texts(row)) for row in table.rows):
            book.own.append(table.name)
    for sheet in _QUOTING:
        _take_apart(book, sheet)
    return book


def _written(tables: Iterable[Table]) -> frozenset[str]:
    """What *About* says of the cells of the other sheets."""
    told: list[str] = []
    for table in tables:
        at, heads, sheet = _headed(table)
        if sheet == ABOUT and AS_WRITTEN in heads:
            rows = (_texts(row) for row in table.rows[at + 1 :])
            told += [dict(zip(heads, texts, strict=False)).get(AS_WRITTEN, "") for texts in rows]
    return frozenset(" ".join(told).split())


def _take_apart(book: Book, sheet: str) -> None:
    """Keep what was typed into a sheet as said nowhere, if its rows hold together no more."""
    quoting, about = _QUOTING[sheet]
    lines = book.sheets.get(sheet, [])
    shown = sorted_apart(lines, quoting, book.sheets.get(ENTRIES, ()))
    for number, id_ in shown.items():
        typed = [h for h in lines[number] if h in _PANEL_IN[sheet]]
        words = _joined(lines[number].get(h, "") for h in (*about, *typed))
        if typed:
            where = f"{sheet}, sorted without its last columns"
            book.outside.append((where, words, {ID: id_}))
    if shown:
        book.sheets[sheet] = []


def of_entries(heads: Iterable[str]) -> frozenset[str]:
    """Those of the headings of Chronology that merging writes."""
    return _OF_ENTRIES | _of_children([*heads])


def _headed(table: Table) -> tuple[int, list[str], str]:
    """The place of the headings, the headings as merging writes them, and which sheet it is."""
    for at, row in enumerate(table.rows[:_SEARCHED_ROWS]):
        heads = [_HEADINGS.get(plain(text), text) for text in _texts(row)]
        if sheet := _sheet_of(frozenset(heads)):
            return at, heads, sheet
    return 0, [], ""


def _below_titles(table: Table, written: Set[str]) -> tuple[int, list[str]]:
    """The place of the headings and the headings, of a sheet that is known by its name alone."""
    for at, row in enumerate(table.rows[:_SEARCHED_ROWS]):
        heads = list(filter(None, _texts(row)))
        if heads and all(digest(head, head, OF_ALL) in written for head in heads):
            return at, _texts(row)
    return 0, _texts(table.rows[0]) if table.rows else []


def _sheet_of(heads: frozenset[str]) -> str:
    if {ID, "Event"} <= heads and heads & _PANELS:
        return ENTRIES
    marks = {
        accounts.DIFFERENCES: {ID, DIFFERS}, confirming.SHEET: {ID, confirming.READING},
        KEPT: {"Kind of note", "Note"}, LOG: {"Draft", "What changed"}, ABOUT: {_TITLED},
    }  # fmt: skip
    return next((sheet for sheet, needed in marks.items() if needed <= heads), "")


_HEADINGS: Mapping[str, str] = {plain(h): h for heads in _HEADS.values() for h in heads}


def _texts(row: Row) -> list[str]:
    return [_text(cell) for cell in row.cells]


def _text(cell: Cell) -> str:
    return _whole(cell).strip()


def _whole(cell: Cell) -> str:
    """What stands in a cell, with the blanks at its ends; a day as people write it."""
    if isinstance(cell.value, str):
        return "" if cell.value == NONE_FOUND else cell.value
    text = text_of(cell.value)
    return in_words(parse_when(text)) if _DAY.fullmatch(text) else text


def _take(book: Book, table: Table, at: int, heads: Sequence[str], sheet: str) -> None:
    """Take in one sheet: its lines, what stands above, beside and pinned to them."""
    for row in table.rows[:at]:
        if words := _joined(_texts(row)):
            book.outside.append((f"above the table of {table.name}", words, {}))
    known = _HEADS[sheet] | _of_children(heads) if sheet in _HEADS else frozenset(heads) - {""}
    lines: list[Line] = []
    for row, line, begins in _lines(table.rows[at + (sheet != ABOUT) :], heads, sheet):
        if sheet == ABOUT:
            book.about += [t for t in _texts(row)[:1] if t]
        if words := _without_id(line, sheet, known):
            book.outside.append((f"a row of {table.name} without its Id", words, {}))
            continue
        book.outside += _beside(table, row, heads, known, line)
        if sheet not in _COMES_BACK:
            book.outside += _over(book, table, row, heads, sheet, line)
        lines += [line] * begins
    if sheet == ENTRIES:
        lines = _without_copies(book, table.name, lines)
        refuse_sorted_apart(table.name, lines)
    if sheet:
        book.sheets.setdefault(sheet, []).extend(lines)


def _lines(
    rows: Iterable[Row], heads: Sequence[str], sheet: str
) -> Iterator[tuple[Row, Line, bool]]:
    """Each row with what stands under the headings, and whether it begins there; a row that does
    not comes with the line that it goes on from.

    Of a long entry the first row alone says what was written.
    """
    begun: dict[str, tuple[Line, Line]] = {}
    for row in rows:
        pieces = {h: _whole(c) for h, c in zip(heads, row.cells, strict=False) if h and _text(c)}
        line = {h: piece.strip() for h, piece in pieces.items()}
        id_ = line.get(ID, "")
        goes_on = sheet == ENTRIES and id_ in begun and AS_WRITTEN not in line
        if goes_on:
            _go_on(*begun[id_], pieces)
            line = begun[id_][0]
        elif id_:
            begun[id_] = line, pieces
        yield row, line, not goes_on


def _go_on(line: Line, begun: Line, pieces: Line) -> None:
    """Put the pieces of a further row to those of a line; what is written in each stands once."""
    for heading, piece in pieces.items():
        if heading in _PANELS or begun.get(heading, "").strip() != piece.strip():
            begun[heading] = one_text(begun.get(heading, ""), piece)
            line[heading] = begun[heading].strip()


def _without_copies(book: Book, name: str, lines: Iterable[Line]) -> list[Line]:
    """The lines without those that were copied with their Id and written over by hand."""
    kept: list[Line] = []
    ids: set[str] = set()
    for line in lines:
        id_ = line.get(ID, "")
        if id_ in ids and AS_WRITTEN in line and is_written_over(line):
            words = _joined(
                line.get(h, "") for h in (REF, "Date", "Agency", "Event", *COLUMNS.values())
            )
            book.outside.append((f"a copied row of {name}", words, line))
        else:
            kept.append(line)
        ids |= {id_} if id_ else set()
    return kept


def _without_id(line: Line, sheet: str, known: frozenset[str]) -> str:
    """What a person wrote in a row without an id: of a row of ours what is not ours, else all."""
    if sheet not in (*_PANEL_IN, KEPT) or (sheet == KEPT and line.get("Note")):
        return ""
    if _ID.fullmatch(line.get(ID, "")):
        return ""
    told = [*line.values()]
    if any(line.get(heading) for heading in ("File", "No", confirming.READING)):
        told = [t for h, t in line.items() if h in _PANEL_IN.get(sheet, ()) or h not in known]
    if told and line.get(REF):
        told.insert(0, f"ref {line[REF]}")
    return _joined(told)


def _beside(
    table: Table, row: Row, heads: Sequence[str], known: frozenset[str], line: Line
) -> Iterator[tuple[str, str, Line]]:
    """What stands under a heading that is not ours, or none, and what is pinned to a cell."""
    for n, (cell, words) in enumerate(zip(row.cells, _texts(row), strict=True)):
        heading = heads[n] if n < len(heads) else ""
        if words and heading not in known:
            where = f"the column '{heading}'" if heading else "beside the columns"
            yield f"{where} of {table.name}", words, line
        if cell.marks.comment:
            yield f"a comment on '{heading}' of {table.name}", cell.marks.comment, line


def _over(
    book: Book, table: Table, row: Row, heads: Sequence[str], sheet: str, line: Line
) -> Iterator[tuple[str, str, Line]]:
    """What stands in cells that were otherwise, or empty, as the workbook was written."""
    theirs = _PANEL_IN.get(sheet, frozenset()) | {"", AS_WRITTEN}
    for heading, words in zip(heads, _texts(row), strict=False):
        if not words or heading in theirs or words == heading or not book.written:
            continue
        if digest(heading, words, OF_ALL) not in book.written:
            yield f"the column '{heading}' of {table.name}", words, line


def _of_children(heads: Sequence[str]) -> frozenset[str]:
    """The headings that are children's labels: "Theo", "Theo: seen", "Theo: views"."""
    ends = (": seen", ": views")
    labels = {h[: -len(end)] for h in map(plain, heads) for end in ends if h.endswith(end)}
    labels -= {"panel"}
    return frozenset(h for h in heads if plain(h) in {label + end for label in labels
                                                      for end in ("", *ends)})  # fmt: skip


def _joined(words: Iterable[str]) -> str:
    return "; ".join(filter(None, words))
