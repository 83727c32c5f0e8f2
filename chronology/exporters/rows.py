"""What every writer writes, decided once: headings, the words of each entry, and their notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chronology.dates import in_words
from chronology.model import Basis, Chronology, Entry, Seen, SeenValue, Views, ViewsValue
from chronology.notes import ALSO, COLUMNS, ID

WITHHELD = "withheld: struck out or hidden in the file as sent"
SEEN_WORDS = {
    SeenValue.SEEN: "Seen",
    SeenValue.SEEN_ALONE: "Seen alone",
    SeenValue.NOT_SEEN: "Not seen",
    SeenValue.NOT_RECORDED: "Not recorded",
}
VIEWS_WORDS = {
    ViewsValue.RECORDED: "Recorded",
    ViewsValue.SOUGHT: "Sought, not given",
    ViewsValue.OBSERVED: "Observed",
    ViewsValue.NOT_RECORDED: "Not recorded",
}
BASIS_WORDS = {
    Basis.STATED: "stated by the agency",
    Basis.NARRATIVE: "read from the text, unconfirmed",
    Basis.REVIEWER: "confirmed by the review",
    Basis.AGENCY_ANSWER: "clarified by the agency later",
    Basis.NONE: "",
}
# Recognised fields that have a column of their own only where an agency sent them.
FIELD_HEADINGS = {
    "source": "Source",
    "kind": "Kind of contact",
    "location": "Location",
    "present": "Present",
    "professional": "Professional",
    "subject": "Subject",
    "action": "Action",
    "outcome": "Outcome",
    "comment": "Comment",
    "analysis": "Analysis",
    "expected_practice": "Expected practice",
    "terms_of_reference": "Terms of reference",
    "significance": "Significance",
    "missed_opportunity": "Missed opportunity",
    "good_practice": "Good practice",
    "gap_note": "Gap note",
    "which_children": "Children seen",
    "initials": "Initials",
    "recorded_date": "Date recorded",
    "time_child_seen": "Time child seen",
    "sequence": "Agency's own number",
}
ALSO_TOLD = ALSO
ALWAYS = ("source", "action", "outcome", "comment")


def headings(chronology: Chronology) -> tuple[str, ...]:
    """The headings of the Chronology table, in order."""
    labels = [c.label for c in chronology.case.children]
    return (
        "Ref", "Date", "Time", "Agency", "Event",
        *(f"{label}: seen" for label in labels),
        *(f"{label}: views" for label in labels),
        *(FIELD_HEADINGS[f] for f in fields_used(chronology.entries)),
        ALSO_TOLD, *COLUMNS.values(), "Other columns as sent", "Marks", "File", "Sheet", "Row",
        "Date as sent", ID,
    )  # fmt: skip


def fields_used(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Fields that some entry fills, and those that are always shown."""
    used = {field for e in entries for field in e.fields}
    return tuple(f for f in FIELD_HEADINGS if f in ALWAYS or f in used)


def row(
    entry: Entry,
    ref: int,
    labels: Sequence[str],
    fields: Sequence[str],
    also: str = "",
    notes: Mapping[str, str] | None = None,
) -> tuple[str | int, ...]:
    """The words of one entry under `headings()`."""
    return (
        ref,
        in_words(entry.when),
        time_words(entry),
        entry.agency,
        _shown(entry, "event", entry.event),
        *(seen_words(entry.seen[label]) for label in labels),
        *(views_words(entry.views[label]) for label in labels),
        *(_shown(entry, field, entry.fields.get(field, "")) for field in fields),
        also,
        *((notes or {}).get(kind, "") for kind in COLUMNS),
        "\n".join(f"{h}: {_shown(entry, h, words)}" for h, words in entry.extra.items()),
        ", ".join(mark.partition(":")[0] for mark in entry.marks),
        entry.at.file,
        entry.at.sheet,
        entry.at.row,
        entry.when.text,
        entry.id,
    )


def time_words(entry: Entry) -> str:
    """The time, or from and to."""
    when = entry.when
    if when.time is None:
        return ""
    return f"{when.time:%H:%M}" + (f" to {when.end_time:%H:%M}" if when.end_time else "")


def seen_words(seen: Seen) -> str:
    """The seen value with its basis in words, never by colour or typeface alone."""
    return _told(SEEN_WORDS[seen.value], seen.basis, seen.evidence, seen.manner)


def views_words(views: Views) -> str:
    """The views value with its basis and the words as sent."""
    return _told(VIEWS_WORDS[views.value], views.basis, views.evidence, "")


def _told(value: str, basis: Basis, evidence: str, manner: str) -> str:
    if basis is Basis.NONE:
        return value
    value = f"{value} ({manner})" if manner else value
    return f"{value}\n{BASIS_WORDS[basis]}: \u201c{evidence}\u201d"


def _shown(entry: Entry, name: str, words: str) -> str:
    return WITHHELD if words and name in entry.withheld else words
