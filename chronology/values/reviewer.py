"""Seen and views as the panel sets them: typed in the workbook, shown as confirmed by the review.

cell  = line ...                       one line for each child
line  = [child ":"] decision           e.g. Theo: seen alone - JS, 3/5/24 (see decisions.py)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chronology.findings import Finding, Severity
from chronology.model import SIGHTED, Basis, Case, Entry, Seen, SeenValue, Views, ViewsValue
from chronology.phrases import one_of
from chronology.review.panel_notes import Note
from chronology.values.decisions import SIGNED, Decision, decision_of
from chronology.values.readings_by_basis import with_reading


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
            for child, (decision, rest, line) in set_.items():
                entry = _with(entry, note.kind, child, decision, rest)
                if decision.unsaid:
                    findings.append(_unsigned(entry, line, decision.unsaid))
            findings += [_finding(entry, note, words) for words in unclear.values()]
        done.append(entry)
    return tuple(done), findings


_TOLD = "(?:seen|recorded|sought|observed|too|also)"
_Decided = dict[str, tuple[Decision, str, str]]
"""By child: what is decided, the words about it, and the whole line."""


def _decided(note: Note, case: Case) -> tuple[_Decided, dict[str, str]]:
    """What a note sets, and what is to be said of each line of it that sets nothing."""
    decided: _Decided = {}
    unclear: dict[str, str] = {}
    for line in filter(None, map(str.strip, note.words.splitlines())):
        child, rest = _child(line, case)
        told = decision_of(rest, note.kind) if child and not _heads_more(rest, case) else None
        before = decided.get(child)
        goes_on = before and rest == line and not SIGNED.search(line)
        if told is None or goes_on:
            unclear[line] = "is not plain; it is kept as a note and sets nothing"
            continue
        if before and before[0].value != told.value:
            if told.day and before[0].day and told.day < before[0].day:
                unclear[line] = f"is not what '{before[2]}' says; that is of a later day and stands"
                continue
            unclear[before[2]] = f"is not what '{line}' says; that was written last and stands"
        decided[child] = told, rest, line
    return decided, {line: f"The panel's '{line}' {words}." for line, words in unclear.items()}


def _heads_more(words: str, case: Case) -> bool:
    """Whether a line goes on to a child: "seen; Ruby: seen alone" has one value too many."""
    name = rf"\b{one_of(_names(case))}"
    told = rf"(?:^(?!.*\bwith\b).*(?:,|;|&|\band) ?{name}|{name}(?: was)?(?: not)? {_TOLD}\b.*)\s*$"
    before_dash = re.split(r"\s[-\u2013\u2014]", words)[0]
    return bool(re.search(rf"{name}\s*:", words, re.I) or re.search(told, before_dash, re.I))


def _names(case: Case) -> dict[str, str]:
    """The child's label by each of its names, the longest name first."""
    named = {name: child.label for child in case.children[::-1] for name in child.all_names}
    return dict(sorted(named.items(), key=lambda one: -len(one[0])))


def _with(entry: Entry, kind: str, child: str, told: Decision, words: str) -> Entry:
    if kind == "seen":
        seen = _seen(entry.seen.get(child, Seen()), told, words)
        return replace(entry, seen={**entry.seen, child: seen})
    views = _views(entry.views.get(child, Views()), ViewsValue(told.value), words)
    return replace(entry, views={**entry.views, child: views})


def _child(line: str, case: Case) -> tuple[str, str]:
    """The child that a line is about, and the rest; the only child where none is named."""
    for name, label in _names(case).items():
        if found := re.match(rf"{re.escape(name)}(?:\s*[:=\u2013-]|\s)(.*)", line, re.I):
            return label, found[1].strip()
    return (case.children[0].label, line) if len(case.children) == 1 else ("", line)


def _seen(was: Seen, told: Decision, words: str) -> Seen:
    value = SeenValue(told.value)
    readings = {Basis.REVIEWER.value: value.value}
    said = Seen(value=value, basis=Basis.REVIEWER, evidence=words, readings=readings)
    alike = (value in SIGHTED) == (was.value in SIGHTED)
    kept = replace(said, manner=was.manner, by=was.by, reason=was.reason) if alike else said
    return with_reading(was, replace(kept, manner=told.manner) if told.manner else kept)


def _views(was: Views, value: ViewsValue, words: str) -> Views:
    readings = {Basis.REVIEWER.value: value.value}
    said = Views(value=value, basis=Basis.REVIEWER, evidence=words, readings=readings)
    return with_reading(was, said)


def _unsigned(entry: Entry, line: str, unsaid: Sequence[str]) -> Finding:
    what = " and ".join(filter(None, (", ".join(unsaid[:-1]), unsaid[-1])))
    return Finding(
        code="panel-unsigned",
        severity=Severity.WARNING,
        message=f"The panel's '{line}' sets a value without saying {what}.",
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
