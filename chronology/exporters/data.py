"""The chronology's part of the open data form (JSON), version 1."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from chronology.dates import When
from chronology.findings import Finding
from chronology.model import (
    Case,
    Chronology,
    Difference,
    Entry,
    Group,
    Location,
    Seen,
    SetAside,
    Submission,
    Views,
)
from chronology.notes import by_entry, note_data
from chronology.review.panel_notes import Note

VERSION = 1
OWN_FIELDS = (
    "source", "professional", "present", "location", "terms_of_reference", "action", "outcome",
    "comment", "analysis",
)  # fmt: skip


def write(chronology: Chronology, path: Path) -> None:
    """Write the open data form; the same chronology gives the same bytes."""
    write_data(as_data(chronology), path)


def write_data(told: Mapping[str, Any], path: Path) -> None:
    """Write plain dicts and lists piece by piece: the whole as one text takes much memory."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(as_pieces(told))


def as_pieces(told: Mapping[str, Any]) -> Iterator[str]:
    """The text of the file in small pieces."""
    yield from json.JSONEncoder(ensure_ascii=False, indent=1).iterencode(told)
    yield "\n"


def as_data(chronology: Chronology) -> dict[str, Any]:
    """The open data form as plain dicts and lists."""
    case = chronology.case
    places = {e.at: e.id for e in chronology.entries}
    notes = by_entry(chronology)
    groups = {m.id: g.id for g in chronology.groups for m in g.members}
    return {
        "caseweave": VERSION,
        **_case(chronology.case),
        "submissions": [_submission(s, _signed(case, s.file)) for s in chronology.submissions],
        "entries": [
            *(_entry(e, groups.get(e.id), notes.get(e.id, {})) for e in chronology.entries),
            *(_superseded(e) for e in chronology.superseded),
        ],
        "groups": [_group(g) for g in chronology.groups],
        "differences": [_difference(d) for d in chronology.differences],
        "patterns": [
            {"lens": p.lens, "message": p.message, "entries": list(p.entries)}
            for p in chronology.patterns
        ],
        "themes": {name: list(ids) for name, ids in chronology.themes.items()},
        "notes": [note_data(n) for n in chronology.notes],
        "draft": chronology.draft,
        "content": chronology.content,
        "log": [{"draft": n.draft, "words": n.words} for n in chronology.log],
        "repeats": [list(ids) for ids in chronology.repeats],
        "findings": [_finding(f, places) for f in chronology.findings],
    }


def _case(case: Case) -> dict[str, Any]:
    """What the case file declares, as far as a reader of the form needs it."""
    return {
        "children": [
            {
                "label": c.label,
                "names": list(c.names),
                "subject": c.subject,
                "born": _iso(c.born),
                "died": _iso(c.died),
                **({"sex": c.sex} if c.sex else {}),
            }
            for c in case.children
        ],
        "review": {
            "type": case.review.type,
            "from": _iso(case.review.period.start),
            "to": _iso(case.review.period.end),
            "incident": _iso(case.review.incident),
            **_if_told("commissioned_by", case.review.commissioned_by),
        },
        "people": [{"label": p.label, "names": list(p.names), "role": p.role} for p in case.people],
        "agencies": {"expected": list(case.expected)},
        "glossary": dict(case.glossary),
        "periods": [
            {
                "name": p.name,
                "from": _iso(p.period.start),
                "to": _iso(p.period.end),
                "agencies": list(p.agencies),
            }
            for p in case.periods
        ],
        "lenses": dict(case.lenses),
        "outputs": {
            "classification": case.classification,
            "draft": case.draft,
            "date": _iso(case.dated),
            **_if_told("contact", case.contact),
            **_if_told("reply_by", _iso(case.reply_by)),
        },
    }


def _if_told(name: str, value: str | None) -> dict[str, str]:
    return {name: value} if value else {}


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "file": finding.file,
        "sheet": finding.sheet,
        "row": finding.row,
        "cell": finding.cell,
        "entries": list(finding.entries),
        **({"rows": list(finding.rows)} if finding.rows else {}),
    }


def _finding(finding: Finding, places: dict[Location, str]) -> dict[str, Any]:
    told = finding_data(finding)
    if finding.row and not finding.entries:
        at = Location(file=finding.file, sheet=finding.sheet, row=finding.row)
        told["entries"] = [places[at]] if at in places else []
    return told


def _signed(case: Case, file: str) -> str:
    """Who signed a submission off, in the case file's words."""
    return next((d.signed for d in case.declared if Path(d.file).name == file), "")


def _aside(aside: SetAside) -> dict[str, Any]:
    told = {"row": aside.row, "reason": aside.reason, "words": aside.words}
    return {**told, "marks": list(aside.marks)} if aside.marks else told


def _submission(submission: Submission, signed: str) -> dict[str, Any]:
    return {
        "file": submission.file,
        "sha256": submission.sha256,
        "agency": submission.agency,
        "record_of": submission.record_of,
        "covers": {"from": _iso(submission.covers.start), "to": _iso(submission.covers.end)},
        "sheets": [
            {
                "name": sheet.name,
                "rows": sheet.rows,
                "entries": sheet.entries,
                "set_aside": [_aside(a) for a in sheet.set_aside],
                "heading_row": sheet.heading_row,
                "record_of": sheet.record_of,
                "columns": [
                    {"letter": c.letter, "heading": c.heading, "field": c.field, "why": c.why}
                    for c in sheet.columns
                ],
            }
            for sheet in submission.sheets
        ],
        "superseded_by": submission.superseded_by,
        "signed": signed,
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "id": group.id,
        "entries": [{"id": m.id, "role": m.role.value} for m in group.members],
        "points": group.points,
        "why": list(group.why),
        "differences": [_difference(d) for d in group.differences],
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "field": difference.field,
        "message": difference.message,
        "values": [
            {"entry": s.id or None, "agency": s.agency, "words": s.words} for s in difference.said
        ],
        "remedy": difference.remedy,
    }


def _superseded(entry: Entry) -> dict[str, Any]:
    """A row of a replaced file; its id is its own, since an unchanged row stands beside it."""
    return _entry(replace(entry, id=f"{entry.id}.superseded"), None, {}) | {"superseded": True}


def _entry(entry: Entry, group: str | None, notes: Mapping[str, Note]) -> dict[str, Any]:
    return {
        "id": entry.id,
        "agency": entry.agency,
        "file": entry.at.file,
        "sheet": entry.at.sheet,
        "row": entry.at.row,
        "when": _when(entry.when),
        "event": entry.event,
        "kind": entry.kind.value,
        "seen": {child: _seen(seen) for child, seen in entry.seen.items()},
        "views": {child: _views(views) for child, views in entry.views.items()},
        **{name: entry.fields.get(name, "") for name in OWN_FIELDS},
        "people": [],
        "review_notes": notes["review_notes"].words if "review_notes" in notes else "",
        "fields": {n: w for n, w in entry.fields.items() if n not in OWN_FIELDS},
        "extra": dict(entry.extra),
        "marks": list(entry.marks),
        "withheld": sorted(entry.withheld),
        "group": group,
    }


def _when(when: When) -> dict[str, Any]:
    return {
        "start": _iso(when.start),
        "end": _iso(when.end),
        "precision": when.precision.value,
        "time": f"{when.time:%H:%M}" if when.time else None,
        "end_time": f"{when.end_time:%H:%M}" if when.end_time else None,
        "text": when.text,
    }


def _seen(seen: Seen) -> dict[str, Any]:
    return {
        "value": seen.value.value,
        "basis": seen.basis.value,
        "evidence": seen.evidence,
        "manner": seen.manner,
        "by": seen.by,
        "reason": seen.reason,
        "readings": dict(seen.readings),
        "words": dict(seen.words),
    }


def _views(views: Views) -> dict[str, Any]:
    return {
        "value": views.value.value,
        "basis": views.basis.value,
        "evidence": views.evidence,
        "readings": dict(views.readings),
        "words": dict(views.words),
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
