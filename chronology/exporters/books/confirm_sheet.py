"""The sheet *To confirm*: readings of the text, with room for a person's Agree or Change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chronology.dates import in_words
from chronology.exporters.coverage_tables import Table, quoted
from chronology.exporters.rows import evidence_of
from chronology.model import Basis, Chronology
from chronology.ordering import refs
from chronology.values.confirming import (
    AGREE,
    CHANGE,
    CHOICES,
    DECISION,
    HEADS,
    SHEET,
    WHAT,
    to_confirm,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def confirm_table(chronology: Chronology) -> Table:
    """The readings, those that matter most first, with empty columns for the decision."""
    ref = refs(chronology)
    lines = tuple(
        (
            ref[r.entry.id], in_words(r.entry.when), r.entry.agency, r.child, r.what.value, r.value,
            evidence_of(r.entry, Basis.NARRATIVE, r.words), quoted(r.entry), "; ".join(r.why),
            "", "", "", "", r.entry.id,
        )
        for r in to_confirm(chronology)
    )  # fmt: skip
    return Table(
        name=SHEET,
        heads=HEADS,
        widths=(6, 13, 14, 11, 7, 12, 28, 40, 28, 16, 8, 11, 22, 14),
        lines=lines,
        refs=(0,),
    )  # fmt: skip


def add_choices(sheet: Worksheet, table: Table) -> None:
    """A drop-down of Agree and the changes that the reading allows, line by line."""
    at, what = table.heads.index(DECISION), table.heads.index(WHAT)
    for number, line in enumerate(table.lines, start=1):
        choices = next(c for w, c in CHOICES.items() if w.value == line[what])
        source = [AGREE, *(f"{CHANGE}{c}" for c in choices)]
        sheet.data_validation(
            number, at, number, at,
            {"validate": "list", "source": source, "error_title": "Agree or Change",
             "error_message": "Choose Agree, or what it should be, from the list."},
        )  # fmt: skip
