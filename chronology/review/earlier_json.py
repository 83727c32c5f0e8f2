"""The chronology's part of the open data form, read back (exporters/data.py writes it)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from chronology.dates import Precision, When
from chronology.exporters.data import OWN_FIELDS
from chronology.findings import Finding, Severity, Unreadable
from chronology.importers.open_form import each, misshapen
from chronology.model import (
    NOBODY_NAMED,
    Basis,
    Case,
    Child,
    Chronology,
    Column,
    Declared,
    Difference,
    Entry,
    Group,
    Kind,
    Location,
    Member,
    NamedPeriod,
    Pattern,
    Period,
    Person,
    Review,
    Role,
    Said,
    Seen,
    SeenValue,
    SetAside,
    SheetRead,
    Submission,
    Views,
    ViewsValue,
)
from chronology.notes import log_of, note_of

Data = Mapping[str, Any]


def from_data(told: Data, file: str) -> Chronology:
    """The chronology of a case JSON; raises Unreadable where it is not in the open data form.

    Fields that were added to the form later may be missing: other programs write it too.
    """
    try:
        return _chronology(told)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise Unreadable(
            f"{file}: the case is not in the open data form ({misshapen(problem)}).",
            "See docs/file-formats.md for the form, or merge the files again.",
        ) from problem


def _chronology(told: Data) -> Chronology:
    entries = [*each(told, "entries", lambda e: (e, _entry(e)))]
    return Chronology(
        case=_case(told),
        submissions=tuple(each(told, "submissions", _submission)),
        entries=tuple(entry for e, entry in entries if not e.get("superseded")),
        superseded=tuple(entry for e, entry in entries if e.get("superseded")),
        findings=tuple(each(told, "findings", finding_of)),
        groups=tuple(each(told, "groups", _group)),
        repeats=tuple(tuple(ids) for ids in told.get("repeats", ())),
        differences=tuple(each(told, "differences", _difference)),
        patterns=tuple(each(told, "patterns", _pattern)),
        themes={name: tuple(ids) for name, ids in told.get("themes", {}).items()},
        notes=tuple(each(told, "notes", note_of)),
        draft=str(told.get("draft", "1")),
        content=str(told.get("content", "")),
        log=log_of(told),
    )


def _case(told: Data) -> Case:
    review, outputs = told.get("review") or {}, told.get("outputs") or {}
    children = tuple(each(told, "children", _child))
    return Case(
        children=children or NOBODY_NAMED,
        review=Review(
            type=review.get("type") or "",
            period=_period(review),
            incident=_day(review.get("incident")),
            commissioned_by=review.get("commissioned_by") or "",
        ),
        declared=tuple(
            Declared(file=s["file"], agency=s["agency"], signed=s["signed"])
            for s in told.get("submissions", ())
            if s.get("signed")
        ),
        expected=tuple((told.get("agencies") or {}).get("expected", ())),
        glossary=dict(told.get("glossary", {})),
        people=tuple(
            Person(label=p["label"], names=tuple(p.get("names", ())), role=p.get("role", ""))
            for p in told.get("people", ())
        ),
        periods=tuple(
            NamedPeriod(name=p["name"], period=_period(p), agencies=tuple(p.get("agencies", ())))
            for p in told.get("periods", ())
        ),
        lenses=dict(told.get("lenses", {})),
        classification=outputs.get("classification") or "",
        draft=outputs.get("draft") or "",
        dated=_day(outputs.get("date")),
        contact=outputs.get("contact") or "",
        reply_by=_day(outputs.get("reply_by")),
    )


def _child(told: Data) -> Child:
    return Child(
        label=told["label"],
        names=tuple(told.get("names", ())),
        born=_day(told.get("born")),
        died=_day(told.get("died")),
        subject=bool(told.get("subject", False)),
        sex=told.get("sex") or "",
    )


def _submission(told: Data) -> Submission:
    return Submission(
        file=told["file"],
        sha256=told.get("sha256", ""),
        agency=told["agency"],
        record_of=told.get("record_of") or "",
        covers=_period(told.get("covers") or {}),
        sheets=tuple(each(told, "sheets", _sheet)),
        superseded_by=told.get("superseded_by"),
    )


def _sheet(told: Data) -> SheetRead:
    return SheetRead(
        name=told["name"],
        rows=told["rows"],
        entries=told["entries"],
        set_aside=tuple(
            SetAside(
                row=a["row"],
                reason=a["reason"],
                words=a.get("words", ""),
                marks=tuple(a.get("marks", ())),
            )
            for a in told["set_aside"]
        ),
        columns=tuple(Column(**c) for c in told.get("columns", ())),
        heading_row=told.get("heading_row"),
        record_of=told.get("record_of", ""),
    )


def _entry(told: Data) -> Entry:
    own = {name: told[name] for name in OWN_FIELDS if told.get(name)}
    return Entry(
        id=told["id"],
        agency=told["agency"],
        at=Location(file=told["file"], sheet=told["sheet"], row=told["row"]),
        when=_when(told["when"]),
        event=told["event"],
        fields={**own, **told.get("fields", {})},
        kind=Kind(told.get("kind") or "other"),
        seen={child: _seen(s) for child, s in told.get("seen", {}).items()},
        views={child: _views(v) for child, v in told.get("views", {}).items()},
        extra=dict(told.get("extra", {})),
        marks=tuple(told.get("marks", ())),
        withheld=frozenset(told.get("withheld", ())),
    )


def _when(told: Data) -> When:
    return When(
        start=_day(told["start"]),
        end=_day(told["end"]),
        precision=Precision(told["precision"]),
        text=told["text"],
        time=_time(told.get("time")),
        end_time=_time(told.get("end_time")),
    )


def _seen(told: Data) -> Seen:
    words = {name: told.get(name) or "" for name in ("evidence", "manner", "by", "reason")}
    return Seen(
        value=SeenValue(told["value"]),
        basis=Basis(told["basis"]),
        readings=dict(told.get("readings", {})),
        words=dict(told.get("words", {})),
        **words,
    )


def _views(told: Data) -> Views:
    return Views(
        value=ViewsValue(told["value"]),
        basis=Basis(told["basis"]),
        evidence=told.get("evidence") or "",
        readings=dict(told.get("readings", {})),
        words=dict(told.get("words", {})),
    )


def _group(told: Data) -> Group:
    return Group(
        id=told["id"],
        members=tuple(Member(id=m["id"], role=Role(m["role"])) for m in told["entries"]),
        points=told.get("points", 0.0),
        why=tuple(told.get("why", ())),
        differences=tuple(each(told, "differences", _difference)),
    )


def _difference(told: Data) -> Difference:
    return Difference(
        field=told["field"],
        message=told.get("message", ""),
        said=tuple(
            Said(id=v["entry"] or "", agency=v["agency"], words=v["words"]) for v in told["values"]
        ),
        remedy=told.get("remedy", ""),
    )


def _pattern(told: Data) -> Pattern:
    return Pattern(lens=told["lens"], message=told["message"], entries=tuple(told["entries"]))


def finding_of(told: Data) -> Finding:
    """A finding of the open data form."""
    return Finding(
        code=told["code"],
        severity=Severity(told["severity"]),
        message=told["message"],
        remedy=told.get("remedy", ""),
        file=told.get("file") or "",
        sheet=told.get("sheet") or "",
        row=told.get("row"),
        cell=told.get("cell", ""),
        entries=tuple(told.get("entries", ())),
        rows=tuple(told.get("rows", ())),
    )


def _period(told: Data) -> Period:
    return Period(start=_day(told.get("from")), end=_day(told.get("to")))


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _time(text: str | None) -> dt.time | None:
    return dt.time.fromisoformat(text) if text else None
