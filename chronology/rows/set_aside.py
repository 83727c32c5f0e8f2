"""Rows that are set aside: all that they hold is kept, and what is withheld of it is said.

Q: informant is the neighbour     a comment pinned to a heading, struck words in a title, a hidden
                                  line below the table: a mark of the row, and a finding
"""

from __future__ import annotations

from collections.abc import Iterator

from chronology.findings import Finding
from chronology.importers.rows import Row, text_of
from chronology.model import SetAside
from chronology.normalise import Context, located
from chronology.rows.marks import marks_aside, said_aside


def set_aside(row: Row, reason: str, context: Context) -> SetAside:
    """A row that is no entry, with all that it holds."""
    words, marks = words_of(row, context), marks_aside(row, context.table)
    return SetAside(row=row.number, reason=reason, words=words, marks=marks)


def words_of(row: Row, context: Context) -> str:
    """The words of a row that is set aside, as far as they may be shown."""
    hidden = context.table.hidden_columns
    if row.hidden or context.table.hidden:
        return ""
    shown = [c for at, c in enumerate(row.cells) if at not in hidden and not c.marks.struck]
    return " | ".join(" ".join(text_of(c.value).split()) for c in shown if text_of(c.value))


def withheld_of(row: Row, reason: str, context: Context) -> Iterator[Finding]:
    """What is said of the words that are withheld of a row that is no entry."""
    hidden = context.table.hidden or reason in ("heading", "duplicate heading")
    for said in said_aside(row, context.table, hidden=hidden):
        yield located(said, context, row)
