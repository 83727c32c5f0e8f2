"""Words merged across the table that tell what happened and say no day: between which dates.

01/02/2020 | GP  | Call
Around this time mother told ...        undated, between 01/02/2020 and 05/03/2020
05/03/2020 | GP  | Visit
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from chronology.dates import Precision, in_words
from chronology.findings import Remark, note
from chronology.importers.rows import Row
from chronology.model import Entry


def undated_across(
    entries: Sequence[Entry], rows: Mapping[int, Row]
) -> Iterator[tuple[Entry, Remark]]:
    """A note for each undated entry that is merged across the table and has dates about it."""
    for at, entry in enumerate(entries):
        if not rows[entry.at.row].band or entry.when.precision is not Precision.UNKNOWN:
            continue
        above = next((e.when for e in reversed(entries[:at]) if _tells_when(e)), None)
        below = next((e.when for e in entries[at + 1 :] if _tells_when(e)), None)
        told = (("below", above), ("above", below))
        places = [f"{side} a row of {in_words(when)}" for side, when in told if when]
        if places:
            yield (
                entry,
                note(
                    "undated-across",
                    message=f"The row is merged across the table and says no date; it stands "
                    f"{' and '.join(places)}.",
                    remedy="If it is of that time, ask the agency for its date.",
                ),
            )


def _tells_when(entry: Entry) -> bool:
    """Whether an entry has a date that may be named: one that is struck or hidden is withheld."""
    return entry.when.dated and "date" not in entry.withheld
