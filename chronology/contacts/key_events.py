"""The short chronology: key events only, cut from the same source, saying what it leaves out.

An entry is kept for the first of these that any entry of the case has: the panel marked it (key
practice episode, missed opportunity, good practice); the agency gave it a high significance; it
is an account of the incident, the last time that a subject child was seen, seen alone or heard
before it, belongs to an event that three or more agencies tell of, or is tagged 'child protection
plan'.
"""

from __future__ import annotations

import re
from dataclasses import replace

from chronology.contacts.brief import incident_accounts
from chronology.contacts.spells import Need
from chronology.contacts.summary import times
from chronology.findings import Finding, Severity
from chronology.model import Chronology, Role
from chronology.ordering import refs

ABOUT_TWO_PAGES = 40  # rows
_MARKED = ("key_practice_episode", "missed_opportunity", "good_practice")
_HIGH = re.compile(r"\b(?:high|key|red|critical|significant|major|very)\b", re.I)
_AGENCIES = 3


def is_short(chronology: Chronology) -> bool:
    """Whether it holds key events only: coverage of it would say "not recorded" of what the rest
    records."""
    return any(f.code == "short" for f in chronology.findings)


def shortened(chronology: Chronology) -> Chronology:
    """Only the key events; a finding counts what is left out and says by what it was cut."""
    keep, by = _key(chronology)
    entries = tuple(e for e in chronology.entries if e.id in keep)
    ids = {e.id for e in entries}
    told = (
        f"Short: {len(entries)} of {len(chronology.entries)} entries, chosen by {by}; "
        f"{len(chronology.entries) - len(entries)} are left out."
    )
    long = " It is longer than two pages." if len(entries) > ABOUT_TWO_PAGES else ""
    groups = (
        replace(g, members=tuple(m for m in g.members if m.id in ids)) for g in chronology.groups
    )
    return replace(
        chronology,
        numbers=refs(chronology),
        entries=entries,
        groups=tuple(g for g in groups if len(g.members) > 1),
        differences=tuple(
            d for d in chronology.differences if all(s.id in ids for s in d.said if s.id)
        ),
        repeats=(),
        patterns=(),
        themes={},
        findings=(
            Finding(
                code="short",
                severity=Severity.NOTE,
                message=told + long,
                remedy="Merge without --short for the whole chronology.",
            ),
        ),
    )


def _key(chronology: Chronology) -> tuple[set[str], str]:
    marked = {n.entry for n in chronology.notes if n.kind in _MARKED}
    if marked:
        return marked, "the panel's marks"
    high = {e.id for e in chronology.entries if _HIGH.search(e.fields.get("significance", ""))}
    if high:
        return high, "the significance that the agencies gave"
    wide = {
        m.id
        for g in chronology.groups
        if len(g.members) >= _AGENCIES
        for m in g.members
        if m.role is Role.SAME
    }
    plan = set(chronology.themes.get("child protection plan", ()))
    incident = {e.id for e in incident_accounts(chronology)}
    by = "events of three or more agencies and the child protection plan"
    if chronology.case.review.incident is None:
        return wide | plan, by
    kept = wide | plan | incident | _last_times(chronology)
    return kept, f"{_INCIDENT}, {by}"


_INCIDENT = (
    "the incident, the last times before it that a subject child was seen, seen alone and heard"
)


def _last_times(chronology: Chronology) -> set[str]:
    """The entries that record the last time a subject child was seen, seen alone and heard."""
    subjects = [c for c in chronology.case.children if c.subject]
    last = (times(chronology, child, need).last for child in subjects for need in Need)
    return {entry.id for entry in last if entry}
