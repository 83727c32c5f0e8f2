"""The panel's own work, which survives merging again: typed into the workbook, kept by entry id.

Notes come from an earlier output (workbook or JSON) or the case's notes file. They follow their
entries through resubmission; a note whose entry is gone is listed on the sheet *Notes kept* and
is read from there the next time: none is dropped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from chronology import confirming, importers, wordnotes
from chronology.dates import in_words, parse_when
from chronology.findings import Finding, Severity, Unreadable
from chronology.importers.rows import Row, Table, text_of
from chronology.model import Before, Chronology, Earlier, Entry, LogLine, Note

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
_NAME_OTHERS = ("grouping", "order")
ID, REF, ALSO, DIFFERS, PANEL_NOTE = "Id", "Ref", "Also told by", "What differs", "Panel's note"
DIFFERENCE = "difference: "
KEPT = "Notes kept"
LOG = "Change log"
KEPT_HEADS = ("Id", "Agency", "Date as sent", "Event", "Kind of note", "Note", "Why it stands here")
_REFS = re.compile(r"\bref\.?\s*((?:\d+(?:\s*(?:,|;|and|&)\s*)?)+)", re.I)
_PIN = re.compile(r"\s*(before|after)\s+#([0-9a-f]{12}(?:-\d+)?)", re.I)
_ONE_REF = re.compile(r"ref (\d+)")
_AGREED = re.compile(rf"{confirming.AGREE}d?[.!]?", re.I)
_CHANGE = re.compile(r"^change(?:\s+to\b)?\s*:?\s*", re.I)
_UNDECIDED = "nothing chosen under 'Agree or Change'"
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r"#([0-9a-f]{12}(?:-\d+)?)")


def read_earlier(path: Path) -> Earlier:
    """Read an earlier output, .xlsx, .docx or .json; raises Unreadable if it is not one of ours."""
    if path.suffix.lower() == ".json":
        return _from_json(path)
    if path.suffix.lower() == ".docx":
        return _from_word(path)
    tables = {table.name: table for table in importers.read(path).tables}
    if "Chronology" not in tables or ID not in _heads(tables["Chronology"]):
        raise Unreadable(
            f"{path.name} is not a workbook that caseweave wrote, or its column Id is gone.",
            "Name the workbook of an earlier draft, with its columns as they were.",
        )
    about = [text_of(r.cells[0].value) for r in tables["About"].rows if r.cells] if (
        "About" in tables) else []  # fmt: skip
    return _from_lines({name: _lines(table) for name, table in tables.items()}, about)


def _from_word(path: Path) -> Earlier:
    """The notes typed into a Word chronology, by the marks on its rows."""
    kinds = {heading.removeprefix("Panel: "): heading for heading in COLUMNS.values()}
    found, about = wordnotes.read_lines(path, COLUMNS["review_notes"], kinds, _IN_WORD)
    kind = ""
    for line in found.get("Differences", ()):
        kind = line["Kind"] = line.get(DIFFERS) or kind  # said in the first line of several
    for line in found["Chronology"]:
        sent = re.search(r"Date as sent: (.*)", line.get("File, sheet, row", ""))
        line["Date as sent"] = sent[1] if sent else line.get("Date", "").split("\n")[0]
    return _from_lines(found, [words.removesuffix(_SAME) for words in about])


_IN_WORD = {"Review notes": "Chronology", PANEL_NOTE: "Differences", "Kind of note": KEPT,
            "What changed": LOG}  # fmt: skip
_SAME = " (the same entries give the same figure)"
Sheets = Mapping[str, Sequence[dict[str, str]]]
"""Lines by heading, for each sheet of the workbook or its like in Word."""


def _from_json(path: Path) -> Earlier:
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
        rows = tuple(
            Before(id=e["id"], agency=e["agency"], date=e["when"]["text"], event=e["event"])
            for e in told.get("entries", ())
            if not e.get("superseded")
        )
        return Earlier(
            rows=rows,
            notes=tuple(note_of(n) for n in told.get("notes", ())),
            draft=str(told.get("draft", "")),
            content=str(told.get("content", "")),
            log=tuple(LogLine(draft=n["draft"], words=n["words"]) for n in told.get("log", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise Unreadable(
            f"{path.name} does not hold notes in the open data form.",
            "Name a .json that caseweave merge wrote.",
        ) from problem


def note_of(told: Mapping[str, Any]) -> Note:
    """A note of the open data form, as `note_data` writes it."""
    about = Before(id=told["entry"], agency=told["agency"], date=told["date"], event=told["event"])
    return Note(entry=told["entry"], kind=told["kind"], words=told["words"], about=about)


def note_data(note: Note) -> dict[str, str]:
    """A note in the open data form."""
    about = note.about
    return {
        "entry": note.entry, "kind": note.kind, "words": note.words,
        "agency": about.agency, "date": about.date, "event": about.event,
    }  # fmt: skip


def _from_lines(tables: Sheets, about: Sequence[str]) -> Earlier:
    lines = [line for name in ("Chronology", "Undated") if name in tables for line in tables[name]]
    ids = {line[REF]: line[ID] for line in lines if line.get(ID) and line.get(REF)}
    rows: dict[str, Before] = {}
    notes: dict[tuple[str, str], Note] = {}
    for line in lines:
        id_ = line.get(ID, "")
        if not id_:
            continue
        event = line.get("Event", "")
        if id_ in rows:  # a long entry that goes on in a second line
            event = rows[id_].event + event
        rows[id_] = Before(
            id=id_, agency=line.get("Agency", ""), date=line.get("Date as sent", ""), event=event
        )
        for kind, heading in COLUMNS.items():
            if words := line.get(heading, ""):
                words = _with_ids(words, line, ids) if kind in _NAME_OTHERS else words
                _add(notes, Note(entry=id_, kind=kind, words=words, about=rows[id_]))
    for note in (*_on_differences(tables, rows), *_confirmed(tables, rows), *_kept(tables)):
        _add(notes, note)
    return Earlier(
        rows=tuple(rows.values()),
        notes=tuple(replace(n, about=rows.get(n.entry, n.about)) for n in notes.values()),
        draft=_about(about, "Draft"),
        content=_about(about, "Content"),
        log=tuple(
            LogLine(draft=line.get("Draft", ""), words=line.get("What changed", ""))
            for line in tables.get(LOG, ())
        ),
    )


def _add(notes: dict[tuple[str, str], Note], note: Note) -> None:
    """Two different notes in one place are both kept."""
    key = note.entry, note.kind
    old = notes.get(key)
    if old and note.words not in old.words:
        note = replace(note, words=f"{old.words}\n{note.words}")
    elif old:
        return
    notes[key] = note


def _with_ids(words: str, line: Mapping[str, str], ids: Mapping[str, str]) -> str:
    """A decision on grouping with #id for each ref; "not the same" alone means its whole event."""
    if not _REFS.search(words) and _is_not_same(words):
        first = line.get(ALSO, "").split("\n")[0]
        others = ", ".join(f"ref {r}" for r in _ONE_REF.findall(first))
        words = f"{words} as {others}" if others else words
    return _REFS.sub(
        lambda found: (
            ", ".join(
                f"#{ids[r]}" if r in ids else f"ref {r}" for r in re.findall(r"\d+", found[1])
            )
            + (" " if found[1][-1:].isspace() else "")
        ),
        words,
    )


def _is_not_same(words: str) -> bool:
    return bool(re.match(r"\s*not\b", words, re.I))


def shown(note: Note, refs: Mapping[str, int]) -> str:
    """A note's words for the workbook: entries by the refs that they have now."""
    if note.kind not in _NAME_OTHERS:
        return note.words
    return _ID.sub(lambda f: f"ref {refs[f[1]]}" if f[1] in refs else f[0], note.words)


def decisions(notes: Iterable[Note]) -> tuple[frozenset[frozenset[str]], frozenset[frozenset[str]]]:
    """Pairs of entries that the panel says are one event, and pairs that it says are not."""
    same: set[frozenset[str]] = set()
    apart: set[frozenset[str]] = set()
    for note in notes:
        if note.kind == "grouping":
            for part in note.words.split("\n"):
                pairs = apart if _is_not_same(part) else same
                pairs |= {frozenset((note.entry, i)) for i in _ID.findall(part) if i != note.entry}
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


def _on_differences(tables: Sheets, rows: Mapping[str, Before]) -> Iterable[Note]:
    for line in tables.get("Differences", ()):
        id_, words = line.get(ID, ""), line.get(PANEL_NOTE, "")
        if words and id_:
            about = rows.get(id_, Before(id=id_, agency="", date="", event=""))
            kind = DIFFERENCE + line.get("Kind", "")
            yield Note(entry=id_, kind=kind, words=words, about=about)


def _confirmed(tables: Sheets, rows: Mapping[str, Before]) -> Iterable[Note]:
    """What was decided on the sheet To confirm, as the panel would write it beside the entry."""
    for line in tables.get(confirming.SHEET, ()):
        id_, decision = line.get(ID, ""), line.get(confirming.DECISION, "")
        initials, reason = line.get(confirming.INITIALS, ""), line.get(confirming.REASON, "")
        if not id_ or not (decision or reason):
            continue  # initials alone, filled down a column, decide and say nothing
        agreed = bool(_AGREED.fullmatch(decision))
        chosen = line.get(confirming.READING, "") if agreed else _CHANGE.sub("", decision)
        value = chosen or _UNDECIDED
        why = [_day(line.get(confirming.ON, "")), "agrees with the text" if agreed else "",
               " ".join(reason.split())]  # fmt: skip
        told = ", ".join(filter(None, (initials, *why)))
        words = f"{line.get(confirming.CHILD, '')}: {value}"
        words += f" - {told}" if initials else f" ({told})" * bool(told)
        about = rows.get(id_, Before(id=id_, agency="", date="", event=""))
        yield Note(entry=id_, kind=line.get(confirming.WHAT, ""), words=words, about=about)


def _day(text: str) -> str:
    """A date cell as the panel would write it: day first."""
    return in_words(parse_when(text)) if _ISO.fullmatch(text) else text


def _kept(tables: Sheets) -> Iterable[Note]:
    for line in tables.get(KEPT, ()):
        if line.get("Id") and line.get("Note"):
            about = Before(
                id=line["Id"], agency=line.get("Agency", ""),
                date=line.get("Date as sent", ""), event=line.get("Event", ""),
            )  # fmt: skip
            yield Note(
                entry=line["Id"], kind=line.get("Kind of note", ""), words=line["Note"], about=about
            )


def _about(about: Sequence[str], name: str) -> str:
    """What *About*, the last part, says; the title page of a Word file says more of the draft."""
    for words in reversed(about):
        if words.startswith(f"{name}: "):
            return _DATED.sub("", words.removeprefix(f"{name}: ").rstrip("."))
    return ""


_DATED = re.compile(r"(?:, \d{2}/\d{2}/\d{4})+$")
"""Days that Word files once took into the number of their draft."""


def _heads(table: Table) -> list[str]:
    return [text_of(cell.value) for cell in table.rows[0].cells] if table.rows else []


def _lines(table: Table) -> list[dict[str, str]]:
    heads = _heads(table)

    def line(row: Row) -> dict[str, str]:
        return {h: text_of(c.value) for h, c in zip(heads, row.cells, strict=False) if h}

    return [line(row) for row in table.rows[1:]]


def prefer(first: Earlier, second: Earlier) -> Earlier:
    """Both together; on an entry that the first holds, the first has the say."""
    held = {row.id for row in first.rows} | {n.entry for n in first.notes}
    return Earlier(
        rows=(*first.rows, *(r for r in second.rows if r.id not in held)),
        notes=(*first.notes, *(n for n in second.notes if n.entry not in held)),
        draft=first.draft or second.draft,
        content=first.content or second.content,
        log=first.log or second.log,
    )


def together(first: Earlier, second: Earlier) -> Earlier:
    """Both, where people wrote in both: of two notes in one place the longer if it holds the other,
    else both, so that none is lost."""
    notes = {(n.entry, n.kind): n for n in first.notes}
    for note in second.notes:
        old = notes.get((note.entry, note.kind))
        if old and old.words in note.words:
            notes[note.entry, note.kind] = note
        else:
            _add(notes, note)
    return replace(prefer(first, second), notes=tuple(notes.values()))


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
        if note.entry not in here:
            kept.append((note, "its entry is not in this chronology"))
        elif note.kind.startswith(DIFFERENCE):
            if (note.entry, note.kind.removeprefix(DIFFERENCE)) not in differing:
                kept.append((note, "the accounts do not differ in this any more"))
        elif note.kind not in COLUMNS:
            kept.append((note, "this kind of note is not known"))
    return tuple(kept)


def note_findings(chronology: Chronology) -> list[Finding]:
    """One finding if notes have lost their place."""
    lost = without_place(chronology)
    if not lost:
        return []
    return [
        Finding(
            code="note-without-entry",
            severity=Severity.WARNING,
            message=f"{len(lost)} of the panel's notes have no place any more; all are kept on the "
            f"sheet '{KEPT}'.",
            remedy="Copy each to the entry where it belongs now, or leave it there.",
        )
    ]
