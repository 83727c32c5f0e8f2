"""The one order of an integrated chronology.

    2021-03-04 09:30   a day with a time
    2021-03-04         the same day without a time: after the timed ones
    2021-03            a month, a season or a range that starts then: after its first day
    ...
    undated            last, in a section of their own

Entries that tie are kept in the order of the agency's own sequence number, then file, sheet, row.
Sequence is a tie-break only, because some agencies list the newest entry first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from chronology.model import Chronology, Entry


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in integrated order (docs/file-formats.md, the case in JSON)."""
    return tuple(
        sorted(
            entries,
            key=lambda e: (
                e.when.sort_key(),
                _sequence(e.fields.get("sequence", "")),
                e.at.file,
                e.at.sheet,
                e.at.row,
            ),
        )
    )


def _sequence(text: str) -> tuple[int, int]:
    """A number that is the whole of the sequence cell; anything else stands after numbers."""
    whole = re.fullmatch(r"\s*(\d{1,9})(?:\.0)?\s*", text)
    return (0, int(whole[1])) if whole else (1, 0)


def agencies_of(chronology: Chronology) -> tuple[str, ...]:
    """Every agency of the entries, by name: also the order of their lanes and colours."""
    return tuple(sorted({e.agency for e in chronology.entries}))


def listed(names: Iterable[str]) -> str:
    """Names in a line, parted by commas; by semicolons where one of them holds a comma."""
    told = tuple(names)
    return ("; " if any("," in name for name in told) else ", ").join(told)


@lru_cache(maxsize=8)
def refs(chronology: Chronology) -> Mapping[str, int]:
    """The Ref of each entry: its place in the one order of the whole, undated entries last."""
    if chronology.numbers:
        return {e.id: chronology.numbers[e.id] for e in chronology.entries}
    undated_last = sorted(chronology.entries, key=lambda e: not e.when.dated)
    return {e.id: n for n, e in enumerate(undated_last, 1)}
