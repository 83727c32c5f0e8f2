"""The entry table of the page: each entry as the words to show, and as numbers to filter by."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronology.dates import in_words
from chronology.exporters import rows
from chronology.exporters.accounts import entry_lines
from chronology.exporters.rows import BASIS_WORDS, SEEN_WORDS, VIEWS_WORDS, Line
from chronology.model import Basis, Child, Chronology, Entry, Seen, SeenValue, Views, ViewsValue
from chronology.notes import COLUMNS
from chronology.ordering import agencies_of
from chronology.values.readings_by_basis import words_by_basis

_APART = ("source", "professional")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the event's text, and the readings that rest on it."""

    words: str
    keys: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one basis says of one child: the value first, then readings that it goes before."""

    key: str
    child: str
    value: str
    kind: str
    basis: str
    behind: str
    from_text: bool
    """Whether the words stand in the text; a cell's own "No" may stand there by chance."""
    first: bool
    """Whether it is the value that counts; the others stand beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry as the page shows it."""

    ref: int
    date: str
    time: str
    agency: str
    lane: int
    event: tuple[Piece, ...]
    source: str
    fields: tuple[tuple[str, str], ...]
    readings: tuple[Reading, ...]
    silent: str
    unborn: str
    dead: str
    also: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    place: str
    marks: str


def page_rows(chronology: Chronology) -> Iterator[Row]:
    """Every entry in the order of its Ref."""
    lanes = {agency: n for n, agency in enumerate(agencies_of(chronology))}
    for line in entry_lines(chronology):
        yield _row(line, lanes[line.entry.agency], chronology.case.children)


def _row(line: Line, lane: int, children: Sequence[Child]) -> Row:
    entry = line.entry
    readings = tuple(_readings(entry))
    silent = [c for c in children if c.label in entry.seen and _silent(entry, c.label)]
    return Row(
        ref=line.ref,
        date=in_words(entry.when),
        time=rows.time_words(entry),
        agency=entry.agency,
        lane=lane,
        event=_pieces(rows.shown(entry, "event", entry.event), readings),
        source=rows.source_words(entry).replace("\n", " \u00b7 "),
        fields=tuple(_fields(entry)),
        readings=readings,
        silent=_labels(silent, entry, ""),
        unborn=_labels(silent, entry, rows.NOT_BORN),
        dead=_labels(silent, entry, rows.AFTER_DEATH),
        also=tuple(line.also.splitlines()),
        notes=tuple((COLUMNS[k], words) for k, words in line.notes.items() if k in COLUMNS),
        place=rows.place_words(entry).replace("\n", ". "),
        marks=rows.mark_words(entry),
    )  # fmt: skip


def _labels(children: Iterable[Child], entry: Entry, words: str) -> str:
    """Those of whom the entry says this of being outside their life."""
    return ", ".join(c.label for c in children if rows.outside_life(entry, c) == words)


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every other field, and every column that maps to nothing, under its heading."""
    for name, words in sorted(entry.fields.items(), key=_in_order):
        kind, _, child = name.partition(":")
        heading = rows.FIELD_HEADINGS.get(name) or rows.AS_SENT.get(kind, "")
        if words.strip() and heading and name not in _APART:
            yield (f"{heading}, {child}" if child else heading), rows.shown(entry, name, words)
    for heading, words in entry.extra.items():
        if words.strip():
            yield heading, rows.shown(entry, heading, words)


_ORDER = (*rows.AS_SENT, *rows.FIELD_HEADINGS)


def _in_order(field: tuple[str, str]) -> tuple[int, str]:
    kind = field[0].partition(":")[0]
    return (_ORDER.index(kind) if kind in _ORDER else len(_ORDER)), field[0]


def _silent(entry: Entry, child: str) -> bool:
    """Whether the entry says neither whether a child was seen nor what the child said."""
    return entry.seen[child].basis is Basis.NONE and entry.views[child].basis is Basis.NONE


def _readings(entry: Entry) -> Iterator[Reading]:
    keys = (f"k{number}" for number in itertools.count())
    for child, seen in entry.seen.items():
        for told in (seen, entry.views[child]):
            yield from _by_basis(entry, child, told, keys)


def _by_basis(
    entry: Entry, child: str, told: Seen | Views, keys: Iterator[str]
) -> Iterator[Reading]:
    """The value, then what every other basis says of the same thing."""
    words = words_by_basis(told)
    bases = [told.basis, *(Basis(b) for b in told.readings if b != told.basis.value)]
    for basis in bases:
        if basis is Basis.NONE:
            continue
        value = told.value.value if basis is told.basis else told.readings[basis.value]
        yield Reading(
            key=next(keys),
            child=child,
            value=_value_words(told, value, first=basis is told.basis),
            kind=("seen-" if isinstance(told, Seen) else "views-") + value,
            basis=BASIS_WORDS[basis],
            behind=rows.evidence_of(entry, basis, words.get(basis.value, "")),
            from_text=basis is Basis.NARRATIVE,
            first=basis is told.basis,
        )


def _value_words(told: Seen | Views, value: str, *, first: bool) -> str:
    if isinstance(told, Views):
        return f"Views: {VIEWS_WORDS[ViewsValue(value)].lower()}"
    words = SEEN_WORDS[SeenValue(value)]
    if not first:
        return words
    manner = "" if told.manner == "in_person" else told.manner.replace("_", " ")
    more = [manner, told.reason.replace("_", " "), f"by {told.by}" if told.by else ""]
    told_of = ", ".join(part for part in more if part)
    return f"{words} ({told_of})" if told_of else words


def find_whole(words: str, text: str) -> int:
    """Where words stand in a text and not inside longer ones; -1 where they do not."""
    at = text.find(words)
    while at >= 0 and (_in_word(text[at - 1 : at]) or _in_word(text[at + len(words) :][:1])):
        at = text.find(words, at + 1)
    return at


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _pieces(text: str, readings: Sequence[Reading]) -> tuple[Piece, ...]:
    """Cut the text where the words behind a reading begin and end."""
    spans = [
        (at, at + len(r.behind), r.key)
        for r in readings
        if r.from_text and r.behind and (at := find_whole(r.behind, text)) >= 0
    ]
    cuts = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    return tuple(
        Piece(words=text[a:b], keys=" ".join(k for s, e, k in spans if s <= a and b <= e))
        for a, b in itertools.pairwise(cuts)
    )
