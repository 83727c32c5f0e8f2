"""An agency that is called otherwise now: its rows are the same, and so are their notes.

An id is made of the agency and the words of a row, so a new name gives every row a new id.

    earlier draft  GP  12/03/2021  Clinic, ear infection   #a1   note
    now   Surgery  12/03/2021  Clinic, ear infection       #b2   the note goes to #b2
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from chronology.findings import Finding, Severity
from chronology.notes import AN_ID, NAME_OTHERS
from chronology.resubmission import day_first
from chronology.review.earlier_draft import Earlier
from chronology.review.panel_notes import Before, Note

Words = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """What agencies are called now, by what they were called, and the ids of their rows."""

    agencies: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, str] = field(default_factory=dict)
    """The id of a row now, by the id that it had."""

    def row(self, row: Before) -> Before:
        """A row as it is known now; one that is not there word for word has its agency's name."""
        agency = self.agencies.get(row.agency, row.agency) if row.id not in self.ids else row.agency
        return replace(row, id=self.ids.get(row.id, row.id), agency=agency)

    def note(self, note: Note) -> Note:
        """A note on the row as it is known now, and on the others that it names."""
        words = note.words
        if note.kind in NAME_OTHERS:
            words = AN_ID.sub(lambda found: f"#{self.ids.get(found[1], found[1])}", words)
        id_ = self.ids.get(note.entry, note.entry)
        return replace(note, entry=id_, words=words, about=replace(note.about, id=id_))

    def draft(self, earlier: Earlier) -> Earlier:
        """An earlier draft with all of it."""
        return replace(
            earlier, rows=tuple(map(self.row, earlier.rows)),
            notes=tuple(map(self.note, earlier.notes)),
            cells=tuple(replace(c, entry=self.ids.get(c.entry, c.entry)) for c in earlier.cells),
        )  # fmt: skip


def renamed(rows: Iterable[Before], now: Iterable[Before]) -> Renamed:
    """The agencies of earlier rows that have another name now.

    An agency is called otherwise if it, or the one that it would be now, stands on one side alone
    and at least half of its rows are there word for word on the other.
    """
    was, is_ = {row.id: row for row in rows}, {row.id: row for row in now}
    gone = _by_agency(row for row in was.values() if row.id not in is_)
    fresh = _by_agency(row for row in is_.values() if row.id not in was)
    before, after = ({row.agency for row in told.values()} for told in (was, is_))
    pairs = []
    for old, new in ((a, b) for a in gone for b in fresh if a != b):
        common = sum((_count(gone[old]) & _count(fresh[new])).values())
        whole = old not in after and 2 * common >= _count(gone[old]).total()
        if common and (whole or (new not in before and 2 * common >= _count(fresh[new]).total())):
            pairs.append((-common, old, new))
    agencies: dict[str, str] = {}
    moved: dict[str, str] = {}
    for _, old, new in sorted(pairs):
        agencies.setdefault(old, new)
        for words, had in gone[old].items():
            free = fresh[new].get(words, [])
            while had and free:
                moved[had.pop(0)] = free.pop(0)
    return Renamed(agencies=agencies, ids=moved)


def _by_agency(rows: Iterable[Before]) -> dict[str, dict[Words, list[str]]]:
    """Ids by agency, date and words; a row without words is like no other."""
    found: dict[str, dict[Words, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.event:
            found[row.agency][day_first(row).date, " ".join(row.event.split())].append(row.id)
    return found


def _count(rows: Mapping[Words, Sequence[str]]) -> Counter[Words]:
    return Counter({words: len(ids) for words, ids in rows.items()})


def renamed_findings(found: Renamed) -> list[Finding]:
    """A finding for each agency that is called otherwise now."""
    return [
        Finding(
            code="agency-renamed",
            severity=Severity.NOTE,
            message=f"What was {old} is taken to be {new} now, because its rows are the same; "
            "the notes and answers on them came with them.",
            remedy="Nothing, if that is so. Otherwise look at the notes on these rows.",
        )
        for old, new in sorted(found.agencies.items())
    ]
