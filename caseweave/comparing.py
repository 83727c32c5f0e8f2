"""`caseweave compare`: what an agency's corrected file changed, row by row and in coverage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from caseweave.opening import open_chronology
from chronology.coverage import Line, coverage
from chronology.dates import in_words
from chronology.model import Chronology, Entry
from chronology.resubmission import compare

_NUMBERS = {
    "entries": "entries",
    "contacts": "contacts",
    "seen": "seen",
    "seen_alone": "seen alone",
    "not_seen": "not seen",
    "not_recorded": "seen not recorded",
    "views_recorded": "views recorded",
}


def compared_words(old: Path, new: Path, agency: str) -> list[str]:
    """The comparison in lines for the terminal; raises what reading the files raises."""
    from chronology.agency import agency_of

    name = agency or agency_of(new)
    before, after = open_chronology([old], agency=name), open_chronology([new], agency=name)
    changes = compare(before.entries, after.entries)
    lines = [
        f"{old.name} -> {new.name}: {changes.unchanged} rows unchanged, {len(changes.added)} "
        f"added, {len(changes.removed)} removed, {len(changes.altered)} altered, "
        f"{len(changes.moved)} moved."
    ]
    lines += _listed("Added", (_row(e) for e in changes.added))
    lines += _listed("Removed", (_row(e) for e in changes.removed))
    for row in changes.altered:
        lines += ["", f"Altered: row {row.old.at.row} -> row {row.new.at.row}"]
        lines += [f"  {field}: {words}" for field, words in row.fields.items()]
    lines += _listed("Moved", (f"row {a.at.row} -> {_row(b)}" for a, b in changes.moved))
    lines += _listed("Coverage", _coverage_changes(before, after))
    return lines


def _row(entry: Entry) -> str:
    return f"row {entry.at.row}, {in_words(entry.when) or 'undated'}: {entry.event}"


def _listed(title: str, rows: Iterable[str]) -> list[str]:
    told = [f"  {row}" for row in rows]
    return ["", f"{title}:", *told] if told else []


def _coverage_changes(before: Chronology, after: Chronology) -> list[str]:
    """The coverage numbers that moved."""
    old = {(c.child, c.agency): c for c in coverage(before)}
    changed = []
    for line in coverage(after):
        was = old.get((line.child, line.agency))
        for name in (f.name for f in fields(Line) if f.name in _NUMBERS):
            a, b = getattr(was, name) if was else 0, getattr(line, name)
            if a != b:
                who = f"{line.child}, {line.agency or 'all agencies'}"
                changed.append(f"{who}: {_NUMBERS[name]} {a} -> {b}")
    return changed
