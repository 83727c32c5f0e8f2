"""The panel's own work, which survives merging again: typed into the workbook, kept by entry id.

Notes come from an earlier output (earlier.py) or the case's notes file. They follow their entries
through resubmission; a note whose entry is gone is listed on the sheet *Notes kept* and is read
from there the next time: none is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from chronology.findings import Finding, Severity
from chronology.model import Chronology, Entry
from chronology.review.panel_notes import Before, LogLine, Note

# Kind of note -> heading of the column in which people type it.
COLUMNS = {
    "review_notes": "Review notes",
    "key_practice_episode": "Panel: key practice episode",
    "missed_opportunity": "Panel: missed opportunity",
    "good_practice": "Panel: good practice",
    "seen": "Panel: seen",
    "views": "Panel: views",
    "grouping": "Panel: grouping",
    "order": "Panel: order",
}
NAME_OTHERS = ("grouping", "order")
ID, REF, ALSO, DIFFERS, PANEL_NOTE = "Id", "Ref", "Also told by", "What differs", "Panel's note"
AS_WRITTEN = "As written"
"""The column by which the next merge knows which cells of a row people wrote over."""
DIFFERENCE = "difference: "
TYPED_IN = "typed in "
"""How the kind of a note begins that was typed where merging writes anew."""
KEPT = "Notes kept"
LOG = "Change log"
KEPT_HEADS = ("Id", "Agency", "Date as sent", "Event", "Kind of note", "Note", "Why it stands here")
_PIN = re.compile(r"\s*(before|after)\s+#([0-9a-f]{12}(?:-\d+)?)", re.I)
AN_ID = re.compile(r"#([0-9a-f]{12}(?:-\d+)?)")
"""Another entry, as it stands in a decision on grouping."""


def note_of(told: Mapping[str, Any]) -> Note:
    """A note of the open data form, as `note_data` writes it."""
    about = Before(id=told["entry"], agency=told["agency"], date=told["date"], event=told["event"])
    return Note(entry=told["entry"], kind=told["kind"], words=told["words"], about=about)


def log_of(told: Mapping[str, Any]) -> tuple[LogLine, ...]:
    """The change log of the open data form."""
    return tuple(LogLine(draft=line["draft"], words=line["words"]) for line in told.get("log", ()))


def note_data(note: Note) -> dict[str, str]:
    """A note in the open data form."""
    about = note.about
    return {
        "entry": note.entry, "kind": note.kind, "words": note.words,
        "agency": about.agency, "date": about.date, "event": about.event,
    }  # fmt: skip


def is_not_same(words: str) -> bool:
    """Whether a decision on grouping takes accounts apart."""
    return bool(re.match(r"\s*not\b", words, re.I))


def shown(note: Note, refs: Mapping[str, int]) -> str:
    """A note's words for the workbook: entries by the refs that they have now."""
    if note.kind not in NAME_OTHERS:
        return note.words
    return AN_ID.sub(lambda f: f"ref {refs[f[1]]}" if f[1] in refs else f[0], note.words)


def decisions(notes: Iterable[Note]) -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
    """Pairs of entries that the panel says are one event, and pairs that it says are not."""
    same: set[frozenset[str]] = set()
    apart: set[frozenset[str]] = set()
    for note in notes:
        if note.kind == "grouping":
            for part in note.words.split("\n"):
                pairs = apart if is_not_same(part) else same
                pairs |= {
                    frozenset((note.entry, i)) for i in AN_ID.findall(part) if i != note.entry
                }
    return frozenset(same), frozenset(apart)


def pinned(entries: Sequence[Entry], notes: Iterable[Note]) -> tuple[Entry, ...]:
    """Entries in order, those that the panel pinned standing right before or after another."""
    order = list(entries)
    for note in notes:
        wanted = _PIN.match(note.words) if note.kind == "order" else None
        at = {e.id: n for n, e in enumerate(order)} if wanted else {}
        if wanted and note.entry in at and wanted[2] in at and wanted[2] != note.entry:
            moved = replace(order[at[note.entry]], marks=(*order[at[note.entry]].marks, "pinned"))
            del order[at[note.entry]]
            beside = next(n for n, e in enumerate(order) if e.id == wanted[2])
            order.insert(beside + (wanted[1].casefold() == "after"), moved)
    return tuple(order)


def by_entry(chronology: Chronology) -> dict[str, dict[str, Note]]:
    """Notes by entry id and kind."""
    found: dict[str, dict[str, Note]] = {}
    for note in chronology.notes:
        found.setdefault(note.entry, {})[note.kind] = note
    return found


def without_place(chronology: Chronology) -> tuple[tuple[Note, str], ...]:
    """Notes that have no place in the tables any more, and why."""
    here = {e.id for e in chronology.entries}
    differing = {(s.id, d.field) for d in chronology.differences for s in d.said}
    kept = []
    for note in chronology.notes:
        if note.kind.startswith(TYPED_IN):
            kept.append((note, "it was typed outside the panel's columns"))
        elif note.entry not in here:
            kept.append((note, "its entry is not in this chronology"))
        elif note.kind.startswith(DIFFERENCE):
            if (note.entry, note.kind.removeprefix(DIFFERENCE)) not in differing:
                kept.append((note, "the accounts do not differ in this any more"))
        elif note.kind not in COLUMNS:
            kept.append((note, "this kind of note is not known"))
    return tuple(kept)


def note_findings(chronology: Chronology) -> list[Finding]:
    """A finding if notes have lost their place, and one if some were never typed in one."""
    kept = [note for note, _ in without_place(chronology)]
    outside = [note for note in kept if note.kind.startswith(TYPED_IN)]
    lost = len(kept) - len(outside)
    found = []
    if lost:
        found.append(
            Finding(
                code="note-without-entry",
                severity=Severity.WARNING,
                message=f"{lost} of the panel's notes {'has' if lost == 1 else 'have'} no place "
                f"any more; all are kept on the sheet '{KEPT}'.",
                remedy="Copy each to the entry where it belongs now, or leave it there.",
            )
        )
    if outside:
        where = ", ".join(dict.fromkeys(note.kind.removeprefix(TYPED_IN) for note in outside))
        found.append(
            Finding(
                code="note-outside-columns",
                severity=Severity.WARNING,
                message=f"Words were typed outside the panel's columns ({where}); they are kept on "
                f"the sheet '{KEPT}', not where they were.",
                remedy=f"Copy each into '{COLUMNS['review_notes']}' of its entry (what is to count "
                f"as seen or as the child's views into '{COLUMNS['seen']}' or "
                f"'{COLUMNS['views']}'), and delete its row on '{KEPT}'.",
            )
        )
    return found
