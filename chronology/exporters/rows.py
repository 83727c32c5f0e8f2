"""What every writer writes, decided once: headings, the words of each entry, and their notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from chronology.contacts.sightings import alone_of, by_carer, died_before, unborn
from chronology.dates import Precision, in_words
from chronology.findings import is_called_alike
from chronology.model import (
    Basis,
    Case,
    Child,
    Chronology,
    Entry,
    Location,
    Seen,
    SeenValue,
    ViewsValue,
)
from chronology.notes import ALSO, COLUMNS, ID
from chronology.rows.marks import date_as_sent

NOT_BORN, AFTER_DEATH = "Not yet born", "After death"
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
BRIEF_BASIS = {
    Basis.STATED: "stated",
    Basis.NARRATIVE: "from text",
    Basis.REVIEWER: "by the review",
    Basis.AGENCY_ANSWER: "agency later",
}
WORDS_BEHIND = "Words behind seen and views"
PLACE = "File, sheet, row"
OTHERS = "Other columns as sent"
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
    "date_child_seen": "Date child seen",
    "time_child_seen": "Time child seen",
    "sequence": "Agency's own number",
}
ALSO_TOLD = ALSO
ALWAYS = ("source", "action", "outcome", "comment")
# What an agency wrote in its own columns on seen and views; shown beside the reading.
AS_SENT = {"child_seen": "Child seen", "seen_alone": "Alone", "views": "Views"}
_STATED_IN = {*AS_SENT, "which_children", "date_child_seen"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry with what stands beside it: its number, other accounts, and the panel's notes."""

    entry: Entry
    ref: int
    also: str = ""
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """One column of the Chronology table: its heading, and the words of a line under it."""

    heading: str
    words: Callable[[Line], str | int]
    printed: bool = False
    """Whether it stands on paper; the others are to the right, for filters and for finding rows."""
    repeated: bool = False
    """Whether it is written again where a long entry goes on in a further row."""


def columns(chronology: Chronology) -> tuple[TableColumn, ...]:
    """The columns of the Chronology table, in order; those that are printed stand first."""
    children = chronology.case.children
    used = {name for e in chronology.entries for name in e.fields}
    told = [name for name in _AFTER if name in used]
    empty = [replace(_field(n, printed=True), printed=False) for n in _AFTER if n not in used]
    beside = _beside(children, fields_used(chronology.entries))
    return (*_printed(children, told), *empty, *beside)


_AFTER = ("action", "outcome", "comment")
"""Columns on paper where some agency fills them; the room of the others goes to the rest."""


def _printed(children: Sequence[Child], told: Sequence[str]) -> tuple[TableColumn, ...]:
    again = {"printed": True, "repeated": True}
    return (
        TableColumn(heading="Ref", words=lambda n: n.ref, **again),
        TableColumn(heading="Date", words=lambda n: in_words(n.entry.when), **again),
        TableColumn(heading="Time", words=lambda n: time_words(n.entry), printed=True),
        TableColumn(heading="Agency", words=lambda n: n.entry.agency, **again),
        TableColumn(heading="Source", words=lambda n: source_words(n.entry), printed=True),
        TableColumn(
            heading="Event", words=lambda n: shown(n.entry, "event", n.entry.event), printed=True
        ),
        *(
            TableColumn(heading=c.label, words=partial(_child_words, child=c), printed=True)
            for c in children
        ),
        TableColumn(heading=WORDS_BEHIND, words=lambda n: words_behind(n.entry), printed=True),
        *(_field(name, printed=True) for name in told),
        _note("review_notes", printed=True),
        TableColumn(heading=PLACE, words=lambda n: place_words(n.entry), printed=True),
    )


def _beside(children: Sequence[Child], fields: Sequence[str]) -> tuple[TableColumn, ...]:
    return (
        TableColumn(heading=ALSO_TOLD, words=lambda n: n.also),
        *(_note(kind) for kind in COLUMNS if kind != "review_notes"),
        *(
            TableColumn(heading=f"{c.label}: seen", words=partial(_seen_of, child=c))
            for c in children
        ),
        *(
            TableColumn(heading=f"{c.label}: views", words=partial(_views_of, child=c))
            for c in children
        ),
        *(_field(name) for name in fields if name not in ALWAYS[1:]),
        TableColumn(heading=OTHERS, words=lambda n: other_words(n.entry)),
        TableColumn(heading="Marks", words=lambda n: mark_words(n.entry)),
        TableColumn(heading="File", words=lambda n: n.entry.at.file, repeated=True),
        TableColumn(heading="Sheet", words=lambda n: n.entry.at.sheet, repeated=True),
        TableColumn(heading="Row", words=lambda n: n.entry.at.row, repeated=True),
        TableColumn(heading="Date as sent", words=lambda n: date_as_sent(n.entry), repeated=True),
        TableColumn(heading=ID, words=lambda n: n.entry.id, repeated=True),
    )


def _field(name: str, *, printed: bool = False) -> TableColumn:
    heading = (
        FIELD_HEADINGS[name] if printed or name not in ALWAYS else f"{FIELD_HEADINGS[name]} as sent"
    )
    return TableColumn(
        heading=heading,
        words=lambda n: shown(n.entry, name, n.entry.fields.get(name, "")),
        printed=printed,
    )


def _note(kind: str, *, printed: bool = False) -> TableColumn:
    return TableColumn(
        heading=COLUMNS[kind], words=lambda n: n.notes.get(kind, ""), printed=printed
    )


def _child_words(line: Line, child: Child) -> str:
    return child_words(line.entry, child)


def _seen_of(line: Line, child: Child) -> str:
    return outside_life(line.entry, child) or seen_words(line.entry, child.label)


def _views_of(line: Line, child: Child) -> str:
    return outside_life(line.entry, child) or views_words(line.entry, child.label)


def fields_used(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Fields that some entry fills, and those that are always shown."""
    used = {name for e in entries for name in e.fields}
    return tuple(f for f in FIELD_HEADINGS if f in ALWAYS or f in used)


def source_words(entry: Entry) -> str:
    """The agency's own source, and who made the contact or the record."""
    told = (shown(entry, name, entry.fields.get(name, "")) for name in ("source", "professional"))
    return "\n".join(words for words in told if words)


def subjects_first(case: Case) -> list[Child]:
    """The children of the case, those whom it is about before the others."""
    return sorted(case.children, key=lambda c: not c.subject)


def professional(entry: Entry) -> str:
    """Who made the contact or the record, in one line."""
    words = entry.fields.get("professional", "")
    return shown(entry, "professional", " ".join(words.split()))


def birth_words(case: Case, child: Child) -> str:
    """ "born 20/05/2017"; "born or due" of a day that the review does not reach, for an unborn
    child's is the day it is due."""
    if child.born is None:
        return ""
    last = case.review.last_day
    return f"born{' or due' if last and child.born > last else ''} {child.born:%d/%m/%Y}"


def outside_life(entry: Entry, child: Child) -> str:
    """That the entry is before the child's birth or after the death, where nothing is said of the
    child in it; else empty."""
    if entry.seen[child.label].readings or entry.views[child.label].readings:
        return ""
    if unborn(entry, child):
        return NOT_BORN
    return AFTER_DEATH if died_before(entry, child) else ""


def child_words(entry: Entry, child: Child) -> str:
    """Seen and views of one child in few words; the basis stands with each."""
    if words := outside_life(entry, child):
        return words
    seen, views = entry.seen[child.label], entry.views[child.label]
    told = _brief(SEEN_WORDS[seen.value], seen.basis, _how(seen))
    if (said := alone_of(entry, child.label)) is not seen:
        told += f"\n{_brief(_ALONE, said.basis, '')}"
    if views.value is ViewsValue.NOT_RECORDED:
        return told
    return f"{told}\nViews: {_brief(VIEWS_WORDS[views.value].lower(), views.basis, '')}"


def _how(seen: Seen) -> str:
    """How the child was seen, and that it was a carer, where it is not plainly in person."""
    manner = "" if seen.manner == "in_person" else seen.manner.replace("_", " ")
    return ", ".join(filter(None, (manner, "by a carer" if by_carer(seen) else "")))


def _brief(value: str, basis: Basis, manner: str) -> str:
    if basis is Basis.NONE:
        return value
    return f"{value} ({', '.join(part for part in (manner, BRIEF_BASIS[basis]) if part)})"


def words_behind(entry: Entry) -> str:
    """The agency's own cells on seen and views as sent, and the words read from the text."""
    heads = {"which_children": FIELD_HEADINGS["which_children"]} | AS_SENT
    told = []
    for name, words in entry.fields.items():
        kind, _, child = name.partition(":")
        if kind in heads:
            heading = f"{heads[kind]}, {child}" if child else heads[kind]
            told.append(f"{heading}: {shown(entry, name, words)}")
    read: dict[tuple[str, str], list[str]] = {}
    for child in entry.seen:
        for what, reading in (("seen", entry.seen[child]), ("views", entry.views[child])):
            if reading.basis not in (Basis.NONE, Basis.STATED):
                words = evidence_of(entry, reading.basis, reading.evidence)
                read.setdefault((what, words), []).append(child)
    for (what, evidence), children in read.items():
        told.append(f"{', '.join(children)}, {what}: \u201c{evidence}\u201d")
    return "\n".join(told)


def place_words(entry: Entry) -> str:
    """File, sheet and row, with the date as sent where the reading needed a rule."""
    place = row_words(entry.at)
    plain = entry.when.precision in (Precision.DAY, Precision.TIME) and not entry.when.remarks
    return place if plain else f"{place}\nDate as sent: {date_as_sent(entry) or 'none'}"


def row_words(at: Location) -> str:
    """File, sheet and row; a sheet that is called as its file is named once."""
    sheet = "" if is_called_alike(at.file, at.sheet) else f", {at.sheet}"
    return f"{at.file}{sheet}, row {at.row}"


def other_words(entry: Entry) -> str:
    """Columns that map to nothing, under their own headings."""
    return "\n".join(f"{h}: {shown(entry, h, words)}" for h, words in entry.extra.items())


def mark_words(entry: Entry) -> str:
    """What is drawn over the row or pinned to it, without the words."""
    return ", ".join(mark.partition(":")[0] for mark in entry.marks)


def time_words(entry: Entry) -> str:
    """The time, or from and to."""
    when = entry.when
    if when.time is None:
        return ""
    return f"{when.time:%H:%M}" + (f" to {when.end_time:%H:%M}" if when.end_time else "")


_ALONE = "Alone"
"""Where the agency's column says that the child was seen, and its text that it was alone."""


def seen_words(entry: Entry, child: str) -> str:
    """The seen value with its basis in words, never by colour or typeface alone."""
    seen = entry.seen[child]
    words = evidence_of(entry, seen.basis, seen.evidence)
    told = _told(SEEN_WORDS[seen.value], seen.basis, words, _how(seen))
    if (said := alone_of(entry, child)) is seen:
        return told
    words = evidence_of(entry, said.basis, said.evidence)
    return f"{told}\n{_told(_ALONE, said.basis, words, '')}"


def views_words(entry: Entry, child: str) -> str:
    """The views value with its basis and the words as sent."""
    views = entry.views[child]
    words = evidence_of(entry, views.basis, views.evidence)
    return _told(VIEWS_WORDS[views.value], views.basis, words, "")


def evidence_of(entry: Entry, basis: Basis, words: str) -> str:
    """The words behind a reading, unless they stand in cells that are withheld.

    Those of the event stand in it for all to read where it is not withheld itself.
    """
    if basis is Basis.NARRATIVE:
        hidden = bool(entry.withheld) and ("event" in entry.withheld or words not in entry.event)
    else:
        columns = {name.partition(":")[0] for name in entry.withheld}
        hidden = basis is Basis.STATED and not columns.isdisjoint(_STATED_IN)
    return WITHHELD if words and hidden else words


def _told(value: str, basis: Basis, evidence: str, manner: str) -> str:
    if basis is Basis.NONE:
        return value
    value = f"{value} ({manner})" if manner else value
    if basis is Basis.AGENCY_ANSWER:  # its words say whose answer it is, and that it came later
        return f"{value}\n{evidence}"
    return f"{value}\n{BASIS_WORDS[basis]}: \u201c{evidence}\u201d"


def shown(entry: Entry, name: str, words: str) -> str:
    """The words of one field as an output may show them."""
    return WITHHELD if words and name in entry.withheld else words
