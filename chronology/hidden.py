"""Struck-out and hidden words: withheld from what is shared, shown only when asked for."""

from __future__ import annotations

from dataclasses import replace

from chronology.model import Chronology, Entry


def with_hidden(chronology: Chronology) -> Chronology:
    """The chronology with nothing withheld; each entry's marks still say what was done to it."""
    entries = tuple(replace(e, withheld=frozenset()) for e in chronology.entries)
    return replace(chronology, entries=entries)


def holds_hidden(chronology: Chronology) -> bool:
    """Whether any entry has withheld words, or a mark with words (a comment's, for example)."""
    return any(map(_hides, (*chronology.entries, *chronology.superseded)))


def _hides(entry: Entry) -> bool:
    return bool(entry.withheld) or any(":" in mark for mark in entry.marks)
