"""What an earlier draft of a chronology holds, as it was read again (earlier.py)."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.review.panel_notes import Before, LogLine, Note


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCell:
    """A cell of an earlier workbook that may not be as merging left it."""

    entry: str
    heading: str
    words: str
    changed: bool
    """Whether the workbook says what merging left in it, and that was something else."""
    withheld: bool = False
    """Whether its row had words that are withheld."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What an earlier draft holds: its entries, and the panel's notes on them."""

    rows: tuple[Before, ...] = ()
    notes: tuple[Note, ...] = ()
    draft: str = ""
    content: str = ""
    log: tuple[LogLine, ...] = ()
    own_sheets: tuple[str, ...] = ()
    """Sheets of a workbook that people added; nothing of them is read."""
    cells: tuple[WrittenCell, ...] = ()
    """What people may have written over in a workbook."""
