"""The sheet *To confirm*: readings of the text, with room for a person's Agree or Change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chronology.dates import in_words
from chronology.exporters.coverage_tables import Table
from chronology.exporters.rows import evidence_of
from chronology.exporters.sentences import in_context
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
    """The readings, those on which most rests first, with empty columns for the decision; of an
    entry that is read several times the words stand once."""
    ref, told = refs(chronology), to_confirm(chronology)
    lines = []
    above: set[tuple[int, str]] = set()
    for r in told:
        words = evidence_of(r.entry, Basis.NARRATIVE, r.words)
        number, shown = ref[r.entry.id], in_context(r.entry, words)
        again = (number, shown) in above
        above.add((number, shown))
        lines.append(
            (
                number, in_words(r.entry.when), r.entry.agency, r.child, r.what.value, r.value,
                words, f"the same words of ref {number}" if again else shown, "; ".join(r.why),
                "", "", "", "", r.entry.id,
            )
        )  # fmt: skip
    return Table(
        name=SHEET,
        heads=HEADS,
        widths=(5, 10, 12, 9, 6, 8, 17, 33, 21, 10, 6, 7, 9, 14),
        lines=tuple(lines),
        refs=(0,),
        first=sum(r.much for r in told),
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
