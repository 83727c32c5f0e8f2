"""Where the panel's notes come from: the old output, another draft, the case's notes file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

from chronology import importers
from chronology.findings import CaseweaveError, Unreadable, counted
from chronology.importers.rows import plain, text_of
from chronology.model import Chronology
from chronology.notes import AS_WRITTEN, COLUMNS, PANEL_NOTE
from chronology.review.earlier import prefer, read_earlier, together, with_notes
from chronology.review.earlier_draft import Earlier
from chronology.review.earlier_word import bears_marks
from chronology.review.typed_over import typed_over
from chronology.values.confirming import DECISION, INITIALS, ON, REASON

NOTES_FILE = "notes.json"
_HEADINGS = frozenset(map(plain, (*COLUMNS.values(), PANEL_NOTE, DECISION)))
_BESIDE_DECISION = frozenset(map(plain, (INITIALS, ON, REASON)))


def earlier_draft(
    files: Sequence[Path], outputs: Sequence[Path], keep_from: Path | None, *, discard: bool
) -> Earlier:
    """What earlier drafts hold: of what was typed into outputs and the draft named nothing is lost,
    and on an entry that they hold the notes file of the case folder has no say.

    Raises CaseweaveError rather than let an output be overwritten whose notes cannot be read.
    """
    there = [path for path in outputs if path.is_file() and path.stat().st_size]
    drafts = [] if discard else _of_outputs([*dict.fromkeys(there)])
    if keep_from:
        drafts.append(replace(read_earlier(keep_from), own_sheets=()))  # it is not written to
    earlier = reduce(together, drafts, Earlier())
    folder = files[0] if len(files) == 1 and files[0].is_dir() else None
    if folder and (folder / NOTES_FILE).is_file():
        earlier = prefer(earlier, read_earlier(folder / NOTES_FILE))
    return earlier


def _of_outputs(outputs: Sequence[Path]) -> list[Earlier]:
    """What each output holds, but for the data of a draft that stands beside it to be written in:
    nobody types into them, and a note that was changed or taken out would come back."""
    held = {output: _of_output(output) for output in outputs}
    written = {e.content for output, e in held.items() if not _is_data(output)}
    return [e for output, e in held.items() if not (_is_data(output) and e.content in written)]


def _is_data(output: Path) -> bool:
    return output.suffix.lower() == ".json"


def _of_output(output: Path) -> Earlier:
    try:
        return read_earlier(output)
    except Unreadable as problem:
        if _may_hold_notes(output):
            raise CaseweaveError(
                f"{output.name} holds notes that could not be taken in; it was not overwritten. "
                f"({problem.message})",
                f"{problem.remedy} Or write to another name, or add --discard-notes to "
                "overwrite it.",
            ) from problem
        return Earlier()


def refuse_own_sheets(earlier: Earlier, outputs: Sequence[Path]) -> None:
    """Raise CaseweaveError where a workbook to be overwritten holds a sheet that people added."""
    if earlier.own_sheets:
        sheets = ", ".join(f"'{name}'" for name in earlier.own_sheets)
        books = " or ".join(path.name for path in outputs if path.suffix.lower() == ".xlsx")
        raise CaseweaveError(
            f"{books} holds a sheet that caseweave did not write ({sheets}); it was not "
            "overwritten.",
            "Move the sheet to another workbook, or write to another name and take the notes from "
            "this one with --keep-notes-from.",
        )


def refuse_new_notes(earlier: Earlier, chronology: Chronology, name: str) -> None:
    """Raise CaseweaveError where words were typed that a case read from data does not hold: only
    merging the agencies' files takes them in, and its outputs would be written over them."""
    held = {(note.entry, note.kind): note.words for note in chronology.notes}
    typed = (*earlier.notes, *typed_over(earlier, chronology.entries))
    both = with_notes(Earlier(notes=chronology.notes), typed).notes
    new = [note for note in both if held.get((note.entry, note.kind)) != note.words]
    if new:
        raise CaseweaveError(
            f"Words that people typed into an earlier output are not in {name} (in "
            f"{counted(len(new), 'place', 'places')}); nothing was written.",
            "Name the case folder or the agencies' files in its place: merging them takes the "
            "words in. Or write to another name.",
        )


def _may_hold_notes(path: Path) -> bool:
    """Whether it has rows of ours in Word, the hidden column of a workbook of ours, or one of the
    panel's columns with something in it, wherever its headings stand."""
    try:
        if path.suffix.lower() == ".docx" and bears_marks(path):
            return True
        tables = importers.read(path).tables
    except Unreadable:
        return False
    for table in tables:
        panel: set[int] = set()
        for row in table.rows:
            if any(n < len(row.cells) and text_of(row.cells[n].value) for n in panel):
                return True
            heads = [plain(text_of(cell.value)) for cell in row.cells]
            if plain(AS_WRITTEN) in heads:
                return True
            ours = _HEADINGS | (_BESIDE_DECISION if plain(DECISION) in heads else frozenset())
            panel |= {n for n, head in enumerate(heads) if head in ours}
    return False
