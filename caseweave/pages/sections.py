"""The sections of the page beside the entries: overview, coverage, accounts, findings, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from caseweave.coverage import page as coveragepage
from caseweave.pages.filters import entries_of
from chronology.contacts.brief import (
    asked_words,
    excerpt,
    incident_accounts,
    latest_words,
    main_events,
    what_to_ask,
)
from chronology.contacts.kinds import Scope
from chronology.contacts.sightings import Measure
from chronology.contacts.spells import Need
from chronology.contacts.summary import before_incident
from chronology.coverage import Tally, tallies
from chronology.dates import in_words
from chronology.events.agencies import may_be_from
from chronology.exporters import charts, coverage_tables
from chronology.exporters.books.rows_behind import members_of
from chronology.exporters.coverage_figures import ALL_AGENCIES, SILENT, lines_of, measures_shown
from chronology.exporters.drawn.shapes import inlined, stretches
from chronology.exporters.rows import shown
from chronology.findings import by_severity, places_of, told_once
from chronology.model import Basis, Child, Chronology, Difference, Entry, Role
from chronology.ordering import agencies_of, listed, refs
from chronology.unread import unread_of

_LINKED = (charts.heat_map, charts.bars)
_ROLES = {Role.SAME: "Its own account", Role.NOTIFIED: "A note of being told"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with the rows behind it, as stretches of Refs: "3 7-9"."""

    number: str
    rows: str = ""
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One agency's account of an event, to stand beside the others."""

    ref: int
    date: str
    agency: str
    lane: int
    role: str
    words: str


def overview(chronology: Chronology) -> dict[str, object]:
    """What this is, which agencies, and for each subject child who last saw and heard them."""
    days = [d for e in chronology.entries for d in (e.when.start, e.when.end) if d]
    ref = refs(chronology)
    found = [_agency(chronology, agency, ref) for agency in agencies_of(chronology)]
    here = {str(told["name"]).casefold() for told in found}
    subjects = [c for c in chronology.case.children if c.subject] or chronology.case.children
    return {
        "first": f"{min(days):%d/%m/%Y}" if days else "",
        "last": f"{max(days):%d/%m/%Y}" if days else "",
        "undated": sum(not e.when.dated for e in chronology.entries),
        "agencies": found,
        "missing": [
            (a, _absent(a, chronology))
            for a in chronology.case.expected
            if a.casefold() not in here
        ],
        "before": before_incident(chronology),
        "happened": _happened(chronology, ref),
        "asked": [(a.agency, asked_words(a, ref)) for a in what_to_ask(chronology)],
        "children": [
            {
                "label": child.label,
                "last": {n.value: coveragepage.last_times(chronology, child, n) for n in Need},
                "said": _said(chronology, child),
                "silence": coveragepage.silence_words(chronology, child),
                "spells": [coveragepage.longest_spell(chronology, child, need) for need in Need],
            }
            for child in subjects
        ],
    }


def _absent(agency: str, chronology: Chronology) -> str:
    """Why an expected agency has no entries, as far as the files given say."""
    if unread := unread_of(agency, chronology.case, chronology.findings):
        return f"{unread} was given and could not be read"
    files = ", ".join(may_be_from(agency, chronology.case, chronology.submissions))
    return "nothing in the files given" + (f", unless it is {files}" if files else "")


def _happened(chronology: Chronology, ref: Mapping[str, int]) -> dict[str, object]:
    """The accounts of the incident, and the events that most agencies tell of."""
    lanes = {agency: n for n, agency in enumerate(agencies_of(chronology))}
    events, more = main_events(chronology)
    incident = chronology.case.review.incident
    return {
        "day": f"{incident:%d/%m/%Y}" if incident else "",
        "accounts": [
            replace(_account(e, ref, lanes, ""), words=coverage_tables.quoted(e))
            for e in incident_accounts(chronology)
        ],
        "events": [
            {
                "date": in_words(event.accounts[0].when),
                "agencies": listed(event.agencies),
                "words": excerpt(coverage_tables.quoted(event.fullest)),
                "rows": figure(ref[e.id] for e in event.accounts),
                "number": event.number,
            }
            for event in events
        ],
        "more": more,
    }


def _said(chronology: Chronology, child: Child) -> list[coveragepage.Row]:
    """The latest entries that record the child's words, the last of them first."""
    return [
        coveragepage.cited(chronology, entry, entry.views[child.label])
        for entry in latest_words(chronology, child)
    ]


def _agency(chronology: Chronology, agency: str, ref: Mapping[str, int]) -> dict[str, object]:
    own = [e for e in chronology.entries if e.agency == agency]
    days = sorted(d for e in own for d in (e.when.start, e.when.end) if d)
    return {
        "name": agency,
        "files": ", ".join(s.file for s in chronology.submissions if s.agency == agency),
        "entries": figure([ref[e.id] for e in own]),
        "first": f"{days[0]:%d/%m/%Y}" if days else "undated",
        "last": f"{days[-1]:%d/%m/%Y}" if days else "undated",
    }


def figure(numbers: Iterable[int]) -> Figure:
    """A count, with the Refs behind it folded into stretches."""
    found = sorted(set(numbers))
    return Figure(number=str(len(found)), rows=stretches(found), first=found[0] if found else 0)


def coverage(chronology: Chronology) -> list[dict[str, object]]:
    """For each child the charts, and for each scope the figures with the rows behind them."""
    ref = refs(chronology)
    return [
        {
            "label": child.label,
            "lanes": inlined(charts.swim_lanes(chronology, child.label), f"lanes-{number}"),
            "charts": [inlined(draw(chronology, child.label, ref), f"{draw.__name__}-{number}")
                       for draw in _LINKED],
            "scopes": [(scope.value, *_figures(chronology, child, scope, ref)) for scope in Scope],
        }
        for number, child in enumerate(chronology.case.children)
    ]  # fmt: skip


def _figures(
    chronology: Chronology, child: Child, scope: Scope, ref: Mapping[str, int]
) -> tuple[list[str], list[tuple[object, ...]]]:
    """The heads of the measures of which there is something, and for each agency its lines."""
    told = [(t, list(lines_of(t))) for t in tallies(chronology, child, scope) if t.of]
    measures = measures_shown([line for _, lines in told for line in lines])
    return [m.value for m in measures], [
        (tally.agency or ALL_AGENCIES,
         figure(ref[i] for i in tally.of),
         [(str(line.told[5]), line.basis.value,
           [_cell(tally, measure, line.basis, ref) for measure in measures])
          for line in lines])
        for tally, lines in told
    ]  # fmt: skip


def _cell(tally: Tally, measure: Measure, basis: Basis, ref: Mapping[str, int]) -> Figure:
    if (measure in SILENT) is not (basis is Basis.NONE):
        return Figure(number="")
    return figure(ref[i] for i in members_of(tally, measure, basis))


def groups(chronology: Chronology) -> list[dict[str, object]]:
    """Accounts that look like one event, side by side, with what makes them look so."""
    ref, by_id = refs(chronology), {e.id: e for e in chronology.entries}
    lanes = {agency: n for n, agency in enumerate(agencies_of(chronology))}
    return [
        {
            "number": number,
            "accounts": [_account(by_id[m.id], ref, lanes, _ROLES[m.role]) for m in group.members],
            "why": "; ".join(group.why),
            "differences": [_difference(d, ref) for d in group.differences],
        }
        for number, group in enumerate(chronology.groups, 1)
    ]


def _account(entry: Entry, ref: Mapping[str, int], lanes: dict[str, int], role: str) -> Account:
    return Account(
        ref=ref[entry.id],
        date=in_words(entry.when),
        agency=entry.agency,
        lane=lanes[entry.agency],
        role=role,
        words=shown(entry, "event", entry.event),
    )


def _difference(told: Difference, ref: Mapping[str, int]) -> dict[str, object]:
    return {
        "field": told.field,
        "message": told.message,
        "remedy": told.remedy,
        "said": [(ref.get(s.id, 0), s.agency, s.words) for s in told.said],
    }


def differences(chronology: Chronology) -> list[dict[str, object]]:
    """Every difference between accounts that stands in no group."""
    ref = refs(chronology)
    grouped = {d for g in chronology.groups for d in g.differences}
    return [_difference(d, ref) for d in chronology.differences if d not in grouped]


def findings(chronology: Chronology) -> list[dict[str, object]]:
    """Findings of one kind together, most serious first."""
    ref, places = refs(chronology), {e.at: e.id for e in chronology.entries}
    found = []
    for (severity, code), same in groupby(
        by_severity(chronology.findings), lambda f: (f.severity, f.code)
    ):
        kind = [*same]
        told = [
            {
                "message": alike[0].message,
                "remedy": alike[0].remedy,
                "place": places_of(alike),
                "rows": figure(ref[i] for f in alike for i in entries_of(f, places) if i in ref),
            }
            for alike in told_once(kind)
        ]
        words = code.replace("-", " ")
        found.append({"severity": severity.value, "code": words, "number": len(kind), "told": told})
    return found
