"""Seen and views as the panel sets them: typed in the workbook, shown as confirmed by the review.

cell  = line ...                       one line for each child
line  = [child ":"] value ["-" initials, date, reason]        e.g. Theo: seen alone - JS, 3/5/24
value = seen alone | seen | not seen | not recorded           (views: recorded | sought | observed)
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from chronology.findings import Finding, Severity
from chronology.model import SIGHTED, Basis, Case, Entry, Seen, SeenValue, Views, ViewsValue
from chronology.review.panel_notes import Note
from chronology.values.readings_by_basis import with_reading

_SEEN = {
    "seen alone": SeenValue.SEEN_ALONE,
    "not seen": SeenValue.NOT_SEEN,
    "not recorded": SeenValue.NOT_RECORDED,
    "seen": SeenValue.SEEN,
}
_SIGNED = re.compile(r"[-\u2013\u2014]\s*[A-Za-z]")
_VIEWS = {
    "not recorded": ViewsValue.NOT_RECORDED,
    "sought": ViewsValue.SOUGHT,
    "observed": ViewsValue.OBSERVED,
    "recorded": ViewsValue.RECORDED,
}


def apply_panel(
    entries: Sequence[Entry], notes: Sequence[Note], case: Case
) -> tuple[tuple[Entry, ...], list[Finding]]:
    """Entries with the panel's seen and views set, and a finding for each that is not plain."""
    wanted: dict[str, list[Note]] = {}
    for note in notes:
        if note.kind in ("seen", "views"):
            wanted.setdefault(note.entry, []).append(note)
    findings: list[Finding] = []
    done = []
    for entry in entries:
        for note in wanted.get(entry.id, ()):
            set_, unclear = _decided(note, case)
            for child, (value, rest, _) in set_.items():
                entry = _with(entry, note.kind, child, value, rest)
            findings += [_finding(entry, note, words) for words in unclear.values()]
            findings += [_unsigned(entry, line) for line in _plain(note, unclear)]
        done.append(entry)
    return tuple(done), findings


_Decided = dict[str, tuple[str, str, str]]
"""By child: the value, the words about it, and the whole line."""


def _decided(note: Note, case: Case) -> tuple[_Decided, dict[str, str]]:
    """What a note sets, and what is to be said of each line of it that sets nothing."""
    values: Mapping[str, str] = _SEEN if note.kind == "seen" else _VIEWS
    decided: _Decided = {}
    unclear: dict[str, str] = {}
    for line in filter(None, map(str.strip, note.words.splitlines())):
        child, rest = _child(line, case)
        value = _value(rest.casefold(), values) if child else ""
        before = decided.get(child)
        goes_on = before and rest == line and not _SIGNED.search(line)
        if not value or goes_on:
            unclear[line] = "is not plain; it is kept as a note and sets nothing"
            continue
        if before and before[0] != value:
            unclear[before[2]] = f"is not what '{line}' says; that was written last and stands"
        decided[child] = value, rest, line
    return decided, {line: f"The panel's '{line}' {words}." for line, words in unclear.items()}


def _with(entry: Entry, kind: str, child: str, value: str, words: str) -> Entry:
    if kind == "seen":
        seen = _seen(entry.seen.get(child, Seen()), SeenValue(value), words)
        return replace(entry, seen={**entry.seen, child: seen})
    views = _views(entry.views.get(child, Views()), ViewsValue(value), words)
    return replace(entry, views={**entry.views, child: views})


def _child(line: str, case: Case) -> tuple[str, str]:
    """The child that a line is about, and the rest; the only child where none is named."""
    before, colon, after = line.partition(":")
    for child in case.children:
        if colon and before.strip().casefold() in {n.casefold() for n in child.all_names}:
            return child.label, after.strip()
    return (case.children[0].label, line) if len(case.children) == 1 else ("", line)


_NO_DECISION = re.compile(
    r"\?|\b(?:maybe|perhaps|possibly|probably|unclear|or not|video|virtual(?:ly)?|remote(?:ly)?|"
    r"on (?:a )?screen|by (?:phone|telephone|mum|mother|dad|father|parents?|nan|carers?|"
    r"foster carers?|relatives?|neighbours?))\b"
)
"""What is asked or hedged before the initials, or says that nobody of a service saw the child."""


def _value(words: str, values: Mapping[str, str]) -> str:
    if _NO_DECISION.search(re.split(r"[-\u2013\u2014]", words)[0]):
        return ""
    return next((v for cue, v in values.items() if re.match(rf"{cue}\b", words)), "")


def _seen(was: Seen, value: SeenValue, words: str) -> Seen:
    readings = {Basis.REVIEWER.value: value.value}
    said = Seen(value=value, basis=Basis.REVIEWER, evidence=words, readings=readings)
    alike = (value in SIGHTED) == (was.value in SIGHTED)
    kept = replace(said, manner=was.manner, by=was.by, reason=was.reason) if alike else said
    return with_reading(was, kept)


def _views(was: Views, value: ViewsValue, words: str) -> Views:
    readings = {Basis.REVIEWER.value: value.value}
    said = Views(value=value, basis=Basis.REVIEWER, evidence=words, readings=readings)
    return with_reading(was, said)


def _plain(note: Note, unclear: Container[str]) -> list[str]:
    """The lines that set a value and carry no initials after a dash."""
    lines = [line.strip() for line in note.words.splitlines() if line.strip()]
    return [line for line in lines if line not in unclear and not _SIGNED.search(line)]


def _unsigned(entry: Entry, line: str) -> Finding:
    return Finding(
        code="panel-unsigned",
        severity=Severity.WARNING,
        message=f"The panel's '{line}' sets a value without saying who decided it and when.",
        remedy="Add a dash, initials, date and reason after it.",
        file=entry.at.file,
        sheet=entry.at.sheet,
        row=entry.at.row,
        entries=(entry.id,),
    )


def _finding(entry: Entry, note: Note, message: str) -> Finding:
    return Finding(
        code=f"panel-{note.kind}-unclear",
        severity=Severity.WARNING,
        message=message,
        remedy="Write a child's name, a colon and 'seen', 'seen alone', 'not seen' or 'not "
        "recorded' (views: 'recorded', 'sought', 'observed'), then a dash, initials, date and "
        "reason.",
        file=entry.at.file,
        sheet=entry.at.sheet,
        row=entry.at.row,
        entries=(entry.id,),
    )
