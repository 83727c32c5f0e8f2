"""What is drawn over the cells of a row, in words: kept with the entry, found, and withheld.

Struck, deleted and hidden words and comments can hold a refuge's address or an informant's name:
they are kept in the data of the case (.json) and located in the findings, and no shared output
shows them unless asked to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronology.findings import Remark, first_of, note, warning
from chronology.importers.rows import EMPTY, UNMARKED, Cell, Row, Table, letter, text_of
from chronology.model import Column, Entry

_SHOWN = 5
ROW_STRUCK = "row struck out"
"""The mark of a row of which nothing stands but when, by whom and from where: it was withdrawn."""
_FRAME = frozenset(
    ("date", "end_date", "time", "end_time", "sequence", "source", "agency", "subject",
     "professional", "initials", "recorded_date")
)  # fmt: skip
_ABOUT_IT = frozenset(
    ("kind", "location", "present", "child_seen", "seen_alone", "which_children",
     "date_child_seen", "time_child_seen")
)  # fmt: skip
"""What is said in a word about an event: it goes with one that is struck out together with its
date. An answer beside an account alone that is struck out, say for an address in it, stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The marks of a row as 'kind' or 'kind: words', the fields withheld, and what to look at."""

    marks: tuple[str, ...] = ()
    withheld: frozenset[str] = frozenset()
    places: frozenset[int] = frozenset()
    """The positions of the cells withheld."""
    struck: frozenset[int] = frozenset()
    """Those of them that were struck out whole: what they say was withdrawn."""
    remarks: tuple[tuple[Remark, int | None], ...] = ()
    """Each with the position of its column, where it is about one cell."""


def marks_of(row: Row, table: Table, columns: Sequence[Column]) -> Marked:
    """Every mark of a row, once each; a finding for each kind of them."""
    marks: list[str] = []
    withheld: set[int] = set()
    places: dict[str, list[int]] = {}
    whole = row.hidden or table.hidden
    for position, cell in enumerate(row.cells):
        hidden = whole or position in table.hidden_columns
        if cell.marks is UNMARKED and not hidden:
            continue
        if cell.value is not None and (cell.marks.struck or hidden):
            withheld.add(position)
        for kind, words in _told(cell, hidden):
            marks.append(f"{kind}: {words}" if words else kind)
            places.setdefault(kind, []).append(position)
    if _withdrawn(row, columns):
        marks.append(ROW_STRUCK)
    remarks = [(_REMARKS[kind], at[0]) for kind, at in places.items() if kind in _REMARKS]
    return Marked(
        marks=tuple(dict.fromkeys(marks)),
        withheld=frozenset(_name(position, columns) for position in withheld),
        places=frozenset(withheld),
        struck=frozenset(at for at in withheld if row.cells[at].marks.struck),
        remarks=tuple((r, None if r in _OF_THE_ROW else at) for r, at in remarks),
    )


def marks_aside(row: Row, table: Table) -> tuple[str, ...]:
    """Every mark of a row that is no entry, with the words that are withheld: it has no fields."""
    marks: list[str] = []
    for position, cell in enumerate(row.cells):
        hidden = row.hidden or table.hidden or position in table.hidden_columns
        for kind, words in _told(cell, hidden):
            own = words or (text_of(cell.value) if kind in ("struck", "hidden") else "")
            marks.append(f"{kind}: {own}" if own else kind)
    return tuple(dict.fromkeys(marks))


def said_aside(row: Row, table: Table, *, hidden: bool) -> list[Remark]:
    """What is to be said of the words withheld of a row that is no entry.

    Nothing of what is `hidden` with its whole column or sheet: of a sheet's lists to choose from.
    """
    told = [remark for remark, at in marks_of(row, table, ()).remarks if at is None]
    return [r for r in told if not (hidden and r.code == "row-hidden")]


_QUOTED = re.compile(r"'.*'(?= (?:does not say|stands in|is another adult's)|: read as)")
_NOT_QUOTED = "'(withheld)'"
_ANY_QUOTED = re.compile(r"(?<!\w)'.+?'(?!\w)")
_FIGURES = re.compile(r"[\d\W]*")
_ABOUT_WHEN = ("date", "time")
"""How the codes of queries about a date or a time begin."""


def without_words(remark: Remark, words: str) -> Remark:
    """A query about a cell that is withheld, without the cell's words.

    One about a date quotes parts of them too, and as they were read.
    """
    bare = " ".join(words.split())
    message = _QUOTED.sub(_NOT_QUOTED, remark.message)
    for told in (f"'{bare}'", bare) if bare else ():
        message = message.replace(told, _NOT_QUOTED)
    if remark.code.startswith(_ABOUT_WHEN):
        message = _ANY_QUOTED.sub(_NOT_QUOTED, message)
    return replace(remark, message=message)


def date_as_sent(entry: Entry) -> str:
    """The words of the date cell, unless they are withheld and more than figures."""
    text = entry.when.text
    hidden = "date" in entry.withheld or ("event" in entry.withheld and text in entry.event)
    return "(withheld)" if hidden and not _FIGURES.fullmatch(text) else text


def merged_down(rows: Sequence[Row]) -> Remark | None:
    """What is to be said of the cells of a sheet's entries whose words stand in a row above."""
    places = [
        f"{letter(at)}{row.number}"
        for row in rows
        for at, cell in enumerate(row.cells)
        if cell.marks.merged
    ]
    if not places:
        return None
    return note(
        "cells-merged-down",
        message=f"{first_of(places, _SHOWN)}: merged with the cell above, whose words were "
        "read as standing in each of them.",
        remedy="Check that they belong to each of these rows.",
    )


def without_merged_headings(row: Row, columns: Sequence[Column]) -> Row:
    """The row without words that stand there only because their heading is merged down over it."""
    if not any(cell.marks.merged for cell in row.cells):
        return row
    cells = tuple(
        EMPTY if cell.marks.merged and text_of(cell.value) == column.heading else cell
        for cell, column in zip(row.cells, columns, strict=False)
    )
    return replace(row, cells=(*cells, *row.cells[len(cells) :])) if EMPTY in cells else row


def _withdrawn(row: Row, columns: Sequence[Column]) -> bool:
    """Whether what happened was struck out, and no other words that tell of it stand."""
    struck = {n for n, c in enumerate(row.cells) if c.marks.struck or c.marks.struck_text}
    standing = {n for n, c in enumerate(row.cells) if c.value is not None and not c.marks.struck}
    field = {n: column.field.partition(":")[0] for n, column in enumerate(columns)}
    gone = {field.get(n) for n in struck}
    frame = _FRAME | _ABOUT_IT if "date" in gone else _FRAME
    return "event" in gone and all(field.get(n) in frame for n in standing)


def _told(cell: Cell, hidden: bool) -> Iterator[tuple[str, str]]:
    """Kind and words of each mark of one cell; no words where the value itself holds them."""
    marks = cell.marks
    if cell.value is not None and marks.struck:
        yield "struck", ""
    elif cell.value is not None and hidden:
        yield "hidden", ""
    if marks.struck_text:
        yield "struck", marks.struck_text
    if marks.deleted:
        yield "deleted", marks.deleted
    if marks.hidden_text:
        yield "hidden", marks.hidden_text
    if marks.comment:
        yield "comment", marks.comment
    if marks.link:
        yield "link", marks.link
    if marks.formula:
        yield "formula", marks.formula
    if marks.error:
        yield "error", str(cell.value)


def _name(position: int, columns: Sequence[Column]) -> str:
    column = columns[position] if position < len(columns) else None
    return (column.field or column.heading if column else "") or f"column {position + 1}"


def _withheld(code: str, what: str) -> Remark:
    return note(
        code,
        message=f"The row holds {what}: withheld from shared outputs; a .json keeps it.",
        remedy="Look at the file as sent before you rely on this row.",
    )


_OF_THE_ROW = (
    _withheld("row-struck", "words that were struck out"),
    _withheld("row-hidden", "hidden cells or words"),
    _withheld("row-comment", "a comment"),
    _withheld("row-deleted", "words deleted with tracked changes"),
)
_REMARKS = dict(zip(("struck", "hidden", "comment", "deleted"), _OF_THE_ROW, strict=True)) | {
    "formula": warning(
        "cell-formula-without-value",
        message="The cell holds a formula whose result was never stored; it was read as empty.",
        remedy="Open the file in Excel, save it, and merge again; or ask what the cell should say.",
    ),
    "error": warning(
        "cell-error",
        message="The cell shows a spreadsheet's error instead of what was meant.",
        remedy="Ask the agency what the cell should say.",
    ),
}
