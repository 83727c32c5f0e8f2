"""An earlier output, read back: the ids of its entries, its draft, and all that the panel typed.

    .xlsx   Chronology and Undated, Differences, To confirm, Notes kept, About (earlier_book.py)
    .docx   the same tables, by the marks on their rows (earlier_word.py)
    .json   the open data form

Of two earlier outputs both may hold notes: none is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from chronology import importers
from chronology.findings import Unreadable
from chronology.importers.open_form import read_form
from chronology.notes import (
    ALSO,
    AS_WRITTEN,
    COLUMNS,
    DIFFERENCE,
    DIFFERS,
    ID,
    KEPT,
    LOG,
    NAME_OTHERS,
    PANEL_NOTE,
    REF,
    TYPED_IN,
    is_not_same,
    log_of,
    note_of,
)
from chronology.resubmission import sure_pairs
from chronology.review import earlier_word
from chronology.review.earlier_book import ENTRIES, of_entries, read_book
from chronology.review.earlier_draft import Earlier, WrittenCell
from chronology.review.panel_notes import Before, LogLine, Note
from chronology.review.renamed_agencies import Renamed, renamed
from chronology.review.typed_over import is_as_written
from chronology.rows.withheld import is_a_copy_that_shows, shown_by, withholds
from chronology.values import confirming
from chronology.values.confirming import What

_REFS = re.compile(r"\bref\.?\s*((?:\d+(?:\s*(?:,|;|and|&)\s*)?)+)", re.I)
_ONE_REF = re.compile(r"ref (\d+)")
_AGREED = re.compile(rf"{confirming.AGREE}d?[.!]?", re.I)
_CHANGE = re.compile(r"^change(?:\s+to\b)?\s*:?\s*", re.I)
_UNDECIDED = "nothing chosen under 'Agree or Change'"


def read_earlier(path: Path) -> Earlier:
    """Read an earlier output, .xlsx, .docx or .json; raises Unreadable if it is not one of ours."""
    if path.suffix.lower() == ".json":
        return _from_json(path)
    if path.suffix.lower() == ".docx":
        return _from_word(path)
    book = read_book(importers.read(path).tables)
    if ENTRIES not in book.sheets or ENTRIES in book.own:
        raise Unreadable(
            f"{path.name} is not a workbook that caseweave wrote, or its sheet Chronology or the "
            "column Id is gone.",
            "Name the workbook of an earlier draft, with its sheets and columns as they were.",
        )
    earlier = _from_lines(book.sheets, book.about, book.notes())
    return replace(earlier, own_sheets=tuple(book.own), cells=_cells(book.sheets[ENTRIES]))


def _cells(lines: Sequence[Mapping[str, str]]) -> tuple[WrittenCell, ...]:
    """The cells that are not as merging left them, and agencies' words where the workbook does
    not say how they were; a long entry goes on in a second line."""
    told: dict[tuple[str, str], str] = {}
    written = {line.get(ID, ""): line[AS_WRITTEN] for line in lines if AS_WRITTEN in line}
    withheld = {line.get(ID, "") for line in lines if withholds(line.get("Marks", ""))}
    ours = of_entries({heading for line in lines for heading in line})
    for line in lines:
        for heading in ours & line.keys():
            key, words = (line.get(ID, ""), heading), line[heading]
            told[key] = f"{told[key]} {words}" if told.get(key, words) != words else words
    return tuple(
        WrittenCell(
            entry=id_,
            heading=heading,
            words=words,
            changed=bool(written.get(id_)),
            withheld=id_ in withheld,
        )
        for (id_, heading), words in sorted(told.items())
        if id_ and not is_as_written(heading, words, written.get(id_, ""))
    )


def _from_word(path: Path) -> Earlier:
    """The notes typed into a Word chronology, by the marks on its rows."""
    kinds = {heading.removeprefix("Panel: "): heading for heading in COLUMNS.values()}
    found, about = earlier_word.read_lines(path, COLUMNS["review_notes"], kinds, _IN_WORD)
    kind = ""
    for line in found.get("Differences", ()):
        kind = line["Kind"] = line.get(DIFFERS) or kind  # said in the first line of several
    for line in found["Chronology"]:
        sent = re.search(r"Date as sent: (.*)", line.get("File, sheet, row", ""))
        line["Date as sent"] = sent[1] if sent else line.get("Date", "").split("\n")[0]
    return _from_lines(found, [words.removesuffix(_SAME) for words in about], _comments(found))


def _comments(found: Sheets) -> Iterable[Note]:
    """Comments in a Word file, and what was typed in its text, each on the entry of its row, if it
    has one."""
    for line in (line for lines in found.values() for line in lines):
        about = Before(id=line.get(ID, ""))
        for key, where in _OUTSIDE_IN_WORD.items():
            if words := line.get(key):
                yield Note(entry=about.id, kind=TYPED_IN + where, words=words, about=about)


_IN_WORD = {"Review notes": "Chronology", PANEL_NOTE: "Differences", "Kind of note": KEPT,
            "What changed": LOG}  # fmt: skip
_OUTSIDE_IN_WORD = {
    earlier_word.COMMENTS: "a comment in Word",
    earlier_word.TYPED: "the text of the Word document",
}
_SAME = " (the same entries give the same figure)"
Sheets = Mapping[str, Sequence[dict[str, str]]]
"""Lines by heading, for each sheet of the workbook or its like in Word."""


def _from_json(path: Path) -> Earlier:
    told = read_form(path, "Name a .json that caseweave merge wrote.")
    try:
        opened = shown_by(f.get("code", "") for f in told.get("findings", ()))
        rows = tuple(
            Before(
                id=e["id"], agency=e["agency"], date=e["when"]["text"],
                event="" if _is_secret(e, opened=opened) else e["event"],
            )
            for e in told.get("entries", ())
            if not e.get("superseded")
        )  # fmt: skip
        return Earlier(
            rows=rows,
            notes=_about_rows(map(note_of, told.get("notes", ())), {row.id: row for row in rows}),
            draft=str(told.get("draft", "")),
            content=str(told.get("content", "")),
            log=log_of(told),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise Unreadable(
            f"{path.name} does not hold notes in the open data form.",
            "Name a .json that caseweave merge wrote.",
        ) from problem


def _is_secret(entry: Mapping[str, Any], *, opened: bool) -> bool:
    """Whether the words of an entry of the open data form are withheld, or were before the copy
    was opened."""
    marks = ", ".join(mark.partition(":")[0] for mark in entry.get("marks", ()))
    return "event" in entry.get("withheld", ()) or (opened and withholds(marks))


def _from_lines(tables: Sheets, about: Sequence[str], outside: Iterable[Note]) -> Earlier:
    lines, opened = tables[ENTRIES], is_a_copy_that_shows(about)
    ids = {line[REF]: line[ID] for line in lines if line.get(ID) and line.get(REF)}
    rows: dict[str, Before] = {}
    notes: dict[tuple[str, str], Note] = {}
    for line in lines:
        id_ = line.get(ID, "")
        if not id_:
            continue
        secret = opened and withholds(line.get("Marks", ""))
        event = "" if secret else line.get("Event", "")  # as in a draft that withholds it
        rows[id_] = Before(
            id=id_, agency=line.get("Agency", ""), date=line.get("Date as sent", ""), event=event
        )
        for kind, heading in COLUMNS.items():
            if words := line.get(heading, ""):
                words = _with_ids(words, line, ids) if kind in NAME_OTHERS else words
                _add(notes, Note(entry=id_, kind=kind, words=words, about=rows[id_]))
    for note in (
        *_on_differences(tables, rows),
        *_confirmed(tables, rows),
        *_kept(tables),
        *outside,
    ):
        _add(notes, note)
    return Earlier(
        rows=tuple(rows.values()),
        notes=_about_rows(notes.values(), rows),
        draft=_about(about, "Draft"),
        content=_about(about, "Content"),
        log=tuple(
            LogLine(draft=line.get("Draft", ""), words=line.get("What changed", ""))
            for line in tables.get(LOG, ())
        ),
    )


def _about_rows(notes: Iterable[Note], rows: Mapping[str, Before]) -> tuple[Note, ...]:
    """The notes, each about its row as this draft shows it."""
    return tuple(replace(n, about=rows.get(n.entry, n.about)) for n in notes)


def _add(notes: dict[tuple[str, str], Note], note: Note) -> None:
    """Two different notes in one place are both kept, line by line; of a line that goes on where
    the other ends, the longer."""
    key = note.entry, note.kind
    old = notes.get(key)
    if old:
        decides = note.kind in (*What, *NAME_OTHERS)
        words = _every_line(old.words, note.words, whole=decides)
        note = replace(note, words=words, about=old.about)
    notes[key] = note


def _every_line(one: str, other: str, *, whole: bool) -> str:
    lines = one.split("\n")
    for line in other.split("\n"):
        same = [n for n, had in enumerate(lines) if _goes_on(had, line, whole=whole)]
        if same:
            lines[same[0]] = line
        elif not any(_goes_on(line, had, whole=whole) for had in lines):
            lines.append(line)
    return "\n".join(lines)


def _goes_on(short: str, long: str, *, whole: bool) -> bool:
    """Whether one line is the other, or the beginning of it: "Ask why", "Ask why nobody went"."""
    if whole or not short:
        return short == long
    return long.startswith(short) and not long[len(short) :][:1].isalnum()


def _with_ids(words: str, line: Mapping[str, str], ids: Mapping[str, str]) -> str:
    """A decision on grouping with #id for each ref; "not the same" alone means its whole event."""
    if not _REFS.search(words) and is_not_same(words):
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


def _on_differences(tables: Sheets, rows: Mapping[str, Before]) -> Iterable[Note]:
    for line in tables.get("Differences", ()):
        id_, words = line.get(ID, ""), line.get(PANEL_NOTE, "")
        if words and id_:
            about = rows.get(id_, Before(id=id_))
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
        why = [line.get(confirming.ON, ""), "agrees with the text" if agreed else "",
               " ".join(reason.split())]  # fmt: skip
        told = ", ".join(filter(None, (initials, *why)))
        words = f"{line.get(confirming.CHILD, '')}: {value}"
        words += f" - {told}" if initials else f" ({told})" * bool(told)
        about = rows.get(id_, Before(id=id_))
        yield Note(entry=id_, kind=line.get(confirming.WHAT, ""), words=words, about=about)


def _kept(tables: Sheets) -> Iterable[Note]:
    for line in tables.get(KEPT, ()):
        if line.get("Note"):
            about = Before(
                id=line.get("Id", ""), agency=line.get("Agency", ""),
                date=line.get("Date as sent", ""), event=line.get("Event", ""),
            )  # fmt: skip
            kind = line.get("Kind of note", "")
            yield Note(entry=about.id, kind=kind, words=line["Note"], about=about)


def _about(about: Sequence[str], name: str) -> str:
    """What *About*, the last part, says; the title page of a Word file says more of the draft."""
    for words in reversed(about):
        if words.startswith(f"{name}: "):
            return _DATED.sub("", words.removeprefix(f"{name}: ").rstrip("."))
    return ""


_DATED = re.compile(r"(?:, \d{2}/\d{2}/\d{4})+$")
"""What the title page of a Word file says behind the number of its draft."""


def prefer(first: Earlier, second: Earlier) -> Earlier:
    """Both together; on an entry that the first holds, the first has the say."""
    second = _known_as(first, second)
    held = {row.id for row in first.rows} | {n.entry for n in first.notes}
    return Earlier(
        rows=(*first.rows, *(r for r in second.rows if r.id not in held)),
        notes=(*first.notes, *(n for n in second.notes if n.entry not in held)),
        draft=first.draft or second.draft,
        content=first.content or second.content,
        log=first.log or second.log,
        own_sheets=(*first.own_sheets, *second.own_sheets),
        cells=(*first.cells, *second.cells),
    )


def with_notes(earlier: Earlier, more: Iterable[Note]) -> Earlier:
    """An earlier draft with further notes; of two in one place none is lost."""
    notes = {(n.entry, n.kind): n for n in earlier.notes}
    for note in more:
        _add(notes, note)
    return replace(earlier, notes=tuple(notes.values()))


def together(first: Earlier, second: Earlier) -> Earlier:
    """Both, where people wrote in both: of two notes in one place none is lost."""
    second = _known_as(first, second)
    notes = with_notes(first, second.notes).notes
    return replace(prefer(first, second), notes=notes)


def _known_as(first: Earlier, second: Earlier) -> Earlier:
    """The second with the ids that the first has for its rows, where a row was corrected or its
    agency renamed between the two."""
    second = renamed(second.rows, first.rows).draft(second)
    sure = sure_pairs(first.rows, second.rows)
    return Renamed(ids=sure).draft(second)
