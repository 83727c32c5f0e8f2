"""`caseweave compare`: what an agency's corrected file changed, row by row and in coverage."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from caseweave.opening import open_chronology
from caseweave.storage import is_case_json
from chronology.contacts.kinds import Scope
from chronology.coverage import tallies
from chronology.dates import in_words
from chronology.exporters.rows import BASIS_WORDS, shown
from chronology.findings import CaseweaveError
from chronology.model import Case, Chronology, Entry
from chronology.resubmission import compare


def compared_words(old: Path, new: Path, agency: str) -> list[str]:
    """The comparison in lines for the terminal; raises what reading the files raises."""
    from chronology.sender import agency_of

    if old.exists() and new.exists() and _holds_a_case(old) != _holds_a_case(new):
        raise CaseweaveError(
            f"{old.name} and {new.name} are not two versions of one thing: one is a whole case.",
            "Name two files of one agency, or two case folders.",
        )
    name = agency or ("" if new.is_dir() else agency_of(new, Case()))
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
        day = in_words(row.new.when) or "undated"
        lines += ["", f"Altered: row {row.old.at.row} -> row {row.new.at.row}, {day}"]
        lines += [f"  {field}: {words}" for field, words in row.fields.items()]
    lines += _listed("Moved", (f"row {a.at.row} -> {_row(b)}" for a, b in changes.moved))
    lines += _listed("Coverage", _coverage_changes(before, after))
    return lines


def _holds_a_case(path: Path) -> bool:
    return path.is_dir() or (path.is_file() and is_case_json(path))


def _row(entry: Entry) -> str:
    event = shown(entry, "event", entry.event)
    return f"row {entry.at.row}, {in_words(entry.when) or 'undated'}: {event}"


def _listed(title: str, rows: Iterable[str]) -> list[str]:
    told = [f"  {row}" for row in rows]
    return ["", f"{title}:", *told] if told else []


def _coverage_changes(before: Chronology, after: Chronology) -> list[str]:
    """The coverage numbers that moved, each under its basis."""
    old, new = _numbers(before), _numbers(after)
    keys = sorted({*old, *new}, key=lambda k: (k[0], not k[1], k))
    return [
        f"{child}, {agency or 'all agencies'}: {what} {old.get(key, 0)} -> {new.get(key, 0)}"
        for key in keys
        if old.get(key, 0) != new.get(key, 0)
        for child, agency, what in [key]
    ]


def _numbers(chronology: Chronology) -> dict[tuple[str, str, str], int]:
    """Every figure over all entries, by child, agency and what it counts."""
    found: dict[tuple[str, str, str], int] = {}
    for child in chronology.case.children:
        for tally in tallies(chronology, child, Scope.ENTRIES):
            found[tally.child, tally.agency, "entries"] = len(tally.of)
            for measure, by_basis in tally.rows.items():
                for basis, rows in by_basis.items():
                    words = BASIS_WORDS[basis]
                    what = measure.value.lower() + (f", {words}," if words else "")
                    found[tally.child, tally.agency, what] = len(rows)
    return found
