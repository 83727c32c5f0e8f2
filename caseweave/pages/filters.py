"""What the page filters by: each entry as numbers in lists of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from caseweave.pages.entries import find_whole
from chronology.contacts.sightings import in_person
from chronology.exporters.accounts import entry_lines
from chronology.exporters.rows import BASIS_WORDS, SEEN_WORDS, VIEWS_WORDS
from chronology.findings import Finding
from chronology.model import (
    SIGHTED,
    Basis,
    Chronology,
    Entry,
    Location,
    Seen,
    SeenValue,
    Views,
    ViewsValue,
)
from chronology.ordering import agencies_of

SEEN, VIEWS, BASES = tuple(SeenValue), tuple(ViewsValue), tuple(Basis)


def filter_data(chronology: Chronology) -> dict[str, object]:
    """What the page filters by: lists of names, and for each entry its numbers in them.

    The numbers of an entry are read by their place (templates/page-start.js names the places).
    Days are counted as Python counts them (1 is 1 January of the year 1).
    """
    lanes = agencies_of(chronology)
    children = [c.label for c in chronology.case.children]
    people = named_people(chronology)
    findings = finding_kinds(chronology)
    told = {m.id for g in chronology.groups for m in g.members}
    differ = {s.id for d in chronology.differences for s in d.said}
    again = {id_ for ids in chronology.repeats for id_ in ids}
    themes = [(name, frozenset(ids)) for name, ids in tags(chronology).items()]
    return {
        "agencies": lanes,
        "children": children,
        "seen": [SEEN_WORDS[v] for v in SEEN],
        "views": [VIEWS_WORDS[v] for v in VIEWS],
        "bases": [BASIS_WORDS[b] for b in BASES],
        "people": list(people),
        "tags": [name for name, _ in themes],
        "findings": [f"{code} ({len(ids)})" for code, ids in findings.items()],
        "rows": [
            [
                entry.when.start.toordinal() if entry.when.start else 0,
                entry.when.end.toordinal() if entry.when.end else 0,
                lanes.index(entry.agency),
                [_numbers(entry, child) for child in children],
                _named(_open(entry).casefold(), people.values()),
                [n for n, (_, ids) in enumerate(themes) if entry.id in ids],
                [n for n, ids in enumerate(findings.values()) if entry.id in ids],
                (entry.id in told) + 2 * (entry.id in differ) + 4 * (entry.id in again),
            ]
            for entry in (line.entry for line in entry_lines(chronology))
        ],
    }


def _numbers(entry: Entry, child: str) -> list[int]:
    """Seen, its basis, views and their basis, each by its place in the lists; then 1 where the
    child was seen on a screen or by a carer only, which the lanes draw apart."""
    seen, views = entry.seen.get(child, Seen()), entry.views.get(child, Views())
    apart = seen.value in SIGHTED and not in_person(seen)
    return [SEEN.index(seen.value), BASES.index(seen.basis), VIEWS.index(views.value),
            BASES.index(views.basis), int(apart)]  # fmt: skip


def named_people(chronology: Chronology) -> Mapping[str, tuple[str, ...]]:
    """The children and people of the case, each with the names that an entry may use."""
    case = chronology.case
    told = [(c.label, c.all_names) for c in case.children]
    told += [(p.called, p.all_names) for p in case.people]
    return {called: tuple(n.casefold() for n in names if n) for called, names in told}


def _named(text: str, people: Iterable[Sequence[str]]) -> list[int]:
    """The numbers of those whose name stands in the text as words of its own."""
    return [
        number
        for number, names in enumerate(people)
        if any(find_whole(n, text) >= 0 for n in names)
    ]


def _open(entry: Entry) -> str:
    """Every word of the entry that is not withheld."""
    told = [("event", entry.event), *entry.fields.items(), *entry.extra.items()]
    return "\n".join(words for name, words in told if name not in entry.withheld)


def tags(chronology: Chronology) -> dict[str, tuple[str, ...]]:
    """Themes, then patterns, each with the ids of its entries."""
    found = {f"Theme: {name}": ids for name, ids in chronology.themes.items()}
    for pattern in chronology.patterns:
        name = f"Pattern: {pattern.lens}"
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), *pattern.entries)))
    return found


def finding_kinds(chronology: Chronology) -> dict[str, frozenset[str]]:
    """Code of a finding -> ids of the entries that it is about."""
    places = {e.at: e.id for e in chronology.entries}
    found: dict[str, set[str]] = {}
    for finding in chronology.findings:
        if ids := entries_of(finding, places):
            found.setdefault(finding.code.replace("-", " "), set()).update(ids)
    return {code: frozenset(ids) for code, ids in sorted(found.items())}


def entries_of(finding: Finding, places: Mapping[Location, str]) -> tuple[str, ...]:
    """The entries a finding names, or the one that stands in its row."""
    if finding.entries or not finding.row:
        return finding.entries
    at = Location(file=finding.file, sheet=finding.sheet, row=finding.row)
    return (places[at],) if at in places else ()
