"""The entries as they are printed: eight columns or so that fit on A4 landscape at 8 points.

| Ref | Date | Agency | Event, and all that was sent with it | child ... | Review notes | Place |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronology.dates import in_words
from chronology.exporters import accounts, rows
from chronology.exporters.lettering import lines
from chronology.exporters.paper.blocks import (
    ACROSS,
    Cell,
    Look,
    OneByOne,
    Paragraph,
    Row,
    Style,
    Table,
    Words,
    cell,
    labelled,
    plain,
)
from chronology.exporters.rows import (
    AS_SENT,
    FIELD_HEADINGS,
    PLACE,
    WITHHELD,
    child_words,
    mark_words,
    time_words,
)
from chronology.exporters.widths import name_width, word_width
from chronology.model import Basis, Chronology, Entry, Seen, Views
from chronology.notes import COLUMNS, by_entry, shown
from chronology.ordering import agencies_of, refs
from chronology.review.earlier_word import mark_of
from chronology.rows.marks import date_as_sent
from chronology.values.readings_by_basis import words_by_basis

MANY_CHILDREN = 4
"""With more children than this, one column tells of all of them."""
_REF, _DATE, _AGENCY, _NOTES, _PLACE = 10.0, 21.0, 24.0, 42.0, 26.0
_CHILD, _WIDEST_CHILD, _CHILDREN = 19.5, 24.0, 44.0
_BOLD = 1.06
_WIDEST_AGENCY = 38.0
_BELOW = ("action", "outcome", "comment", "analysis")
_UNIT_MM, _EDGES_MM = 5.25 * 25.4 / 72, 3.0
"""A unit of the spreadsheet's widths, and what stands beside the words of a cell."""
HALF_PAGE = 20  # lines of table text


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """What every row is printed with."""

    chronology: Chronology
    children: tuple[str, ...]
    agency_styles: Mapping[str, str]
    refs: Mapping[str, int]
    also: Mapping[str, str]
    notes: Mapping[str, Mapping[str, str]]
    widths: tuple[float, ...]


def agency_styles(chronology: Chronology) -> dict[str, str]:
    """Agency -> the paragraph style that carries its colour; after eight the colours return."""
    return {a: f"{Style.AGENCY} {n % 8 + 1}" for n, a in enumerate(agencies_of(chronology))}


def printer(chronology: Chronology) -> Printer:
    """Gather what the rows need."""
    numbers = refs(chronology)
    notes = {
        id_: {kind: shown(note, numbers) for kind, note in told.items()}
        for id_, told in by_entry(chronology).items()
    }
    children = tuple(c.label for c in chronology.case.children)
    several = len(children) <= MANY_CHILDREN
    own = tuple(map(_child_width, children)) if several else (_CHILDREN,)
    agency = _agency_width(agencies_of(chronology))
    rest = ACROSS - sum((_REF, _DATE, agency, *own, _NOTES, _PLACE))
    return Printer(
        chronology=chronology,
        children=children,
        agency_styles=agency_styles(chronology),
        refs=numbers,
        also=accounts.also_told(chronology),
        notes=notes,
        widths=(_REF, _DATE, agency, rest, *own, _NOTES, _PLACE),
    )


def _agency_width(names: Sequence[str]) -> float:
    """The width of the column of agencies: long names would make every row tall."""
    least, most = ((mm - _EDGES_MM) / _UNIT_MM for mm in (_AGENCY, _WIDEST_AGENCY))
    return round(name_width(names, least, most) * _UNIT_MM + _EDGES_MM, 1)


def _child_width(label: str) -> float:
    """The width of a child's column: as a long name needs it, so that no word of it is broken."""
    needed = _BOLD * word_width(label) * _UNIT_MM + _EDGES_MM
    return round(min(max(_CHILD, needed), _WIDEST_CHILD), 1)


def entry_table(how: Printer, entries: Sequence[Entry], caption: str) -> Table:
    """One row for each entry, made one at a time."""
    told = how.children if len(how.children) <= MANY_CHILDREN else ("Seen and views",)
    return Table(
        caption=caption,
        heads=("Ref", "Date", "Agency", "Event", *told, COLUMNS["review_notes"], PLACE),
        widths=how.widths,
        rows=OneByOne(make=lambda: (_row(how, entry) for entry in entries)),
    )


def _row(how: Printer, entry: Entry) -> Row:
    cells = (
        cell(how.refs[entry.id], anchor=f"ref-{how.refs[entry.id]}", mark=mark_of(entry.id)),
        _date(entry),
        cell(entry.agency, how.agency_styles[entry.agency]),
        tuple(_event(how, entry)),
        *_children(how, entry),
        tuple(_notes(how.notes.get(entry.id, {}))),
        _place(entry),
    )
    tall = max(map(_lines, cells, how.widths))
    return Row(cells=cells, whole=tall <= HALF_PAGE)


def _lines(told: Cell, width: float) -> int:
    """About how many lines a cell takes; widths of the spreadsheet's letters serve as measure."""
    units = (width - _EDGES_MM) / _UNIT_MM
    return sum(lines("".join(w.text for w in p.words), units) for p in told)


def _date(entry: Entry) -> Cell:
    time = time_words(entry)
    return (plain(in_words(entry.when), Style.CELL), *([plain(time, Style.CELL)] if time else []))


def _event(how: Printer, entry: Entry) -> Iterator[Paragraph]:
    """The words of the entry, then all else that was sent, each under its heading."""
    if "event" in entry.withheld:
        yield plain(WITHHELD, Style.CELL)
    else:
        yield Paragraph(words=_read_words(entry), style=Style.CELL)
    for name in _BELOW:
        if words := rows.shown(entry, name, entry.fields.get(name, "")):
            yield labelled(FIELD_HEADINGS[name], words)
    rest = [
        *((FIELD_HEADINGS[n], rows.shown(entry, n, entry.fields[n]))
          for n in FIELD_HEADINGS if n not in _BELOW and entry.fields.get(n)),
        *_seen_cells(entry),
        *((heading, rows.shown(entry, heading, words)) for heading, words in entry.extra.items()),
        *([("Marked", mark_words(entry))] if entry.marks else []),
    ]  # fmt: skip
    if rest:
        yield _in_one(rest)
    yield from _behind(entry)
    if told := how.also.get(entry.id):
        yield plain(told.replace("\n", "; "), Style.SMALL)


def _in_one(told: Sequence[tuple[str, str]]) -> Paragraph:
    """Short fields one after another in one paragraph."""
    words: list[Words] = []
    for n, (heading, text) in enumerate(told):
        words.append(Words(text=f"{'; ' if n else ''}{heading}: ", look=Look.LABEL))
        words.append(Words(text=text))
    return Paragraph(words=tuple(words), style=Style.SMALL)


def _seen_cells(entry: Entry) -> Iterator[tuple[str, str]]:
    """What the agency wrote in its own columns on seen and views."""
    for name, words in entry.fields.items():
        kind, _, child = name.partition(":")
        if kind in AS_SENT:
            heading = f"{AS_SENT[kind]}, {child}" if child else AS_SENT[kind]
            yield heading, rows.shown(entry, name, words)


def _read(entry: Entry) -> Iterator[tuple[str, str, Seen | Views, str]]:
    """Child, what, value and the words for each value read from the text."""
    for child in entry.seen:
        for what, value in (("seen", entry.seen[child]), ("views", entry.views[child])):
            words = words_by_basis(value).get(Basis.NARRATIVE.value, "")
            if value.basis is Basis.NARRATIVE and words:
                yield child, what, value, words


def _read_words(entry: Entry) -> tuple[Words, ...]:
    """The entry's words, those marked that a value was read from."""
    found = ((entry.event.find(words), len(words)) for *_, words in _read(entry))
    told, at = [], 0
    for start, end in _merged((start, start + size) for start, size in found if start >= 0):
        told.append(Words(text=entry.event[at:start]))
        told.append(Words(text=entry.event[start:end], look=Look.READ))
        at = end
    told.append(Words(text=entry.event[at:]))
    return tuple(words for words in told if words.text)


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that touch or overlap as one."""
    first, last = -1, -1
    for start, end in sorted(spans):
        if start > last:
            if first >= 0:
                yield first, last
            first = start
        last = max(last, end)
    if first >= 0:
        yield first, last


def _behind(entry: Entry) -> Iterator[Paragraph]:
    """The words behind a value where they are not to be seen in the entry's own words."""
    if entry.withheld:
        return
    told = [
        (f"Read for {child}, {what}", f"\u201c{words}\u201d")
        for child, what, _, words in _read(entry)
        if words not in entry.event
    ]
    told += [
        (f"{child}, {what}: from the {_FROM[value.basis]}", f"\u201c{value.evidence}\u201d")
        for child in entry.seen
        for what, value in (("seen", entry.seen[child]), ("views", entry.views[child]))
        if value.basis in _FROM and value.evidence
    ]
    if told:
        yield _in_one(told)


_FROM = {Basis.REVIEWER: "review", Basis.AGENCY_ANSWER: "agency later"}


def _children(how: Printer, entry: Entry) -> Iterator[Cell]:
    told = {
        child.label: child_words(entry, child)
        for child in how.chronology.case.children
        if child.label in entry.seen
    }
    if len(how.children) > MANY_CHILDREN:
        yield tuple(_together(told))
        return
    for child in how.children:
        yield tuple(plain(part, Style.CELL) for part in told.get(child, "").split("\n"))


def _together(told: Mapping[str, str]) -> Iterator[Paragraph]:
    """Children of whom the same is said, after what is said: "Not recorded: Ivy, Otto"."""
    said: dict[str, list[str]] = {}
    for child, words in told.items():
        for part in words.split("\n"):
            said.setdefault(part, []).append(child)
    yield from (labelled(part, ", ".join(children)) for part, children in said.items())


def _notes(told: Mapping[str, str]) -> Iterator[Paragraph]:
    yield plain(told.get("review_notes", ""), Style.CELL)
    for kind, words in told.items():
        if kind in COLUMNS and kind != "review_notes" and words:
            yield labelled(COLUMNS[kind].removeprefix("Panel: "), words)


def _place(entry: Entry) -> Cell:
    sent = date_as_sent(entry)
    parts = [plain(rows.row_words(entry.at), Style.SMALL)]
    if sent not in (in_words(entry.when), f"{entry.when.start}"):  # the second: a real date cell
        parts.append(labelled("Date as sent", sent or "none", Style.SMALL))
    return tuple(parts)
