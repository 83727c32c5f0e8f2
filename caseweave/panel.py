"""Where the panel's notes come from: the old output, another draft, the case's notes file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from chronology import importers
from chronology.earlier import prefer, read_earlier, together
from chronology.findings import CaseweaveError, Unreadable
from chronology.importers.rows import text_of
from chronology.model import Earlier
from chronology.notes import COLUMNS

NOTES_FILE = "notes.json"


def earlier_draft(
    files: Sequence[Path], outputs: Sequence[Path], keep_from: Path | None, *, discard: bool
) -> Earlier:
    """What earlier drafts hold: of what was typed into outputs and the draft named nothing is lost,
    and on an entry that they hold the notes file of the case folder has no say.

    Raises CaseweaveError rather than let an output be overwritten whose notes cannot be read.
    """
    there = [path for path in outputs if path.is_file() and path.stat().st_size]
    drafts = [] if discard else [*map(_of_output, dict.fromkeys(there))]
    if keep_from:
        drafts.append(read_earlier(keep_from))
    earlier = reduce(together, drafts, Earlier())
    folder = files[0] if len(files) == 1 and files[0].is_dir() else None
    if folder and (folder / NOTES_FILE).is_file():
        earlier = prefer(earlier, read_earlier(folder / NOTES_FILE))
    return earlier


def _of_output(output: Path) -> Earlier:
    try:
        return read_earlier(output)
    except Unreadable as problem:
        if _may_hold_notes(output):
            raise CaseweaveError(
                f"{output.name} holds notes that could not be taken in; it was not overwritten. "
                f"({problem.message})",
                "Write to another name, or add --discard-notes to overwrite it.",
            ) from problem
        return Earlier()


def _may_hold_notes(path: Path) -> bool:
    """Whether a workbook has one of the panel's columns with something in it."""
    try:
        tables = importers.read(path).tables
    except Unreadable:
        return False
    for table in tables:
        heads = [text_of(c.value) for c in table.rows[0].cells] if table.rows else []
        panel = [n for n, head in enumerate(heads) if head in COLUMNS.values()]
        for row in table.rows[1:]:
            if any(n < len(row.cells) and text_of(row.cells[n].value) for n in panel):
                return True
    return False
