"""Where records contradict each other on whether a child was seen: side by side, none settled.

Accounts of one contact come from the differences already found (discrepancies.py); here they stand
with what one agency's own column and text say, what two say of one day, and what cannot be.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product

from chronology.contacts.sightings import died_before, in_person, lifetime, unborn
from chronology.dates import Precision
from chronology.events.whereabouts import says_with, told_otherwise
from chronology.model import SIGHTED, Basis, Child, Chronology, Entry, Group, Kind, SeenValue
from chronology.values.readings_by_basis import readings_of


class Contradiction(StrEnum):
    """In what way two records do not agree."""

    SAME_CONTACT = "the same contact: one agency says seen, another not seen"
    OWN_WORDS = "one entry: its column and its text do not agree"
    ANSWER = "one entry: the agency's later answer differs from its record"
    ELSEWHERE = "recorded as seen while recorded elsewhere"
    WHEREABOUTS = "said to be where another record of the day says otherwise; both may be true"
    SAME_DAY = "the same day, not the same contact: differs; both may be true"
    BEFORE_BIRTH = "recorded as seen before birth"
    AFTER_DEATH = "recorded as seen after death"


_ELSEWHERE = frozenset({"elsewhere", "missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Entries that contradict each other on one child, in the order of the chronology."""

    kind: Contradiction
    child: str
    entries: tuple[Entry, ...]


@lru_cache(maxsize=32)
def contradictions(chronology: Chronology, child: Child) -> tuple[Clash, ...]:
    """Every contradiction about one child, the gravest kind first, then by date."""
    order = {e.id: n for n, e in enumerate(chronology.entries)}
    again = chronology.sent_again
    own = [e for e in chronology.entries if child.label in e.seen and e.id not in again]
    found = [
        *_same_contact(chronology, child.label),
        *_own_words(own, child.label),
        *_of_days(chronology, own, child),
        *_out_of_life(own, child),
    ]
    kinds = list(Contradiction)
    return tuple(sorted(found, key=lambda c: (kinds.index(c.kind), order[c.entries[0].id])))


def _same_contact(chronology: Chronology, child: str) -> Iterator[Clash]:
    by_id = {e.id: e for e in chronology.entries}
    for group in chronology.groups:
        ids = _told_of_one_contact(group)
        told = [by_id[m.id] for m in group.members if m.id in ids and child in by_id[m.id].seen]
        if _differ(told, child):
            yield Clash(kind=Contradiction.SAME_CONTACT, child=child, entries=tuple(told))


def _told_of_one_contact(group: Group) -> set[str]:
    """The accounts of an event that differ on whether a child was seen at one contact."""
    return {s.id for d in group.differences if d.field == "seen" for s in d.said}


def _own_words(entries: Iterable[Entry], child: str) -> Iterator[Clash]:
    for entry in entries:
        said = readings_of(entry.seen[child])
        stated = said.get(Basis.STATED)
        if _opposed(stated, said.get(Basis.NARRATIVE)):
            yield Clash(kind=Contradiction.OWN_WORDS, child=child, entries=(entry,))
        record = stated or said.get(Basis.NARRATIVE)
        if _opposed(record, said.get(Basis.AGENCY_ANSWER)):
            yield Clash(kind=Contradiction.ANSWER, child=child, entries=(entry,))


def _opposed(one: str | None, other: str | None) -> bool:
    silent = (None, SeenValue.NOT_RECORDED)
    return one not in silent and other not in silent and (one in SIGHTED) != (other in SIGHTED)


def _of_days(chronology: Chronology, own: Iterable[Entry], child: Child) -> Iterator[Clash]:
    group = {id_: g.id for g in chronology.groups for id_ in _told_of_one_contact(g)}
    days: dict[dt.date, list[Entry]] = defaultdict(list)
    stays: list[Entry] = []
    for entry in own:
        start, end = entry.when.start, entry.when.end
        if not start or not end or not lifetime(entry, child):
            continue
        if entry.seen[child.label].value is SeenValue.NOT_RECORDED:
            continue
        if start == end:
            days[start].append(entry)
        elif entry.kind is Kind.SESSION and entry.when.precision is Precision.RANGE:
            stays.append(entry)
    agencies = {e.agency for told in days.values() for e in told}
    for day in sorted(days):
        told = [*told_otherwise(days[day], child, chronology.case.children, agencies)]
        for pair in told:
            yield Clash(kind=Contradiction.WHEREABOUTS, child=child.label, entries=pair)
        for a, b in _opposed_on(days[day], child.label):
            if (a, b) in told or (b, a) in told:
                continue
            if a.agency != b.agency and group.get(a.id, a.id) != group.get(b.id, b.id):
                yield _of_pair(a, b, child.label)
    yield from _during_stays(stays, days, child.label)


def _opposed_on(entries: Sequence[Entry], child: str) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of one day that may contradict each other, each in the order of the chronology."""
    order = {e.id: n for n, e in enumerate(entries)}
    sighted = [e for e in entries if in_person(e.seen[child])]
    unseen = [e for e in entries if e.seen[child].value is SeenValue.NOT_SEEN]
    visits = [e for e in sighted if e.kind is Kind.VISIT and e.when.time]
    away = [e for e in sighted if e.kind in (Kind.SESSION, Kind.APPOINTMENT) and e.when.time]
    pairs = [*product(sighted, unseen), *(p for p in product(visits, away) if _overlap(*p))]
    for a, b in pairs:
        if not says_with(b, a.agency, child):
            yield (a, b) if order[a.id] < order[b.id] else (b, a)


def _of_pair(a: Entry, b: Entry, child: str) -> Clash:
    unseen = [e for e in (a, b) if e.seen[child].value is SeenValue.NOT_SEEN]
    elsewhere = not unseen or any(e.seen[child].reason in _ELSEWHERE for e in unseen)
    kind = Contradiction.ELSEWHERE if elsewhere else Contradiction.SAME_DAY
    return Clash(kind=kind, child=child, entries=(a, b))


def _differ(entries: Sequence[Entry], child: str) -> bool:
    seen = any(in_person(e.seen[child]) for e in entries)
    return seen and any(e.seen[child].value is SeenValue.NOT_SEEN for e in entries)


def _overlap(a: Entry, b: Entry) -> bool:
    """Whether both were going on at one time; without an end an entry is of one moment."""
    times = [(e.when.time, e.when.end_time or e.when.time) for e in (a, b)]
    (start, end), (other_start, other_end) = times
    if not (start and end and other_start and other_end):
        return False
    return start <= other_end and other_start <= end


def _during_stays(
    stays: Iterable[Entry], days: dict[dt.date, list[Entry]], child: str
) -> Iterator[Clash]:
    """Seen at home on a day inside a stay on a ward, its first and last days apart."""
    for stay in stays:
        start, end = stay.when.start, stay.when.end
        assert start is not None
        assert end is not None
        for day in sorted(d for d in days if start < d < end):
            for entry in days[day]:
                if entry.kind is Kind.VISIT and in_person(entry.seen[child]):
                    yield Clash(kind=Contradiction.ELSEWHERE, child=child, entries=(stay, entry))


def _out_of_life(entries: Iterable[Entry], child: Child) -> Iterator[Clash]:
    for entry in entries:
        if entry.seen[child.label].value in SIGHTED:
            if unborn(entry, child):
                yield _clash(Contradiction.BEFORE_BIRTH, child, entry)
            elif died_before(entry, child):
                yield _clash(Contradiction.AFTER_DEATH, child, entry)


def _clash(kind: Contradiction, child: Child, entry: Entry) -> Clash:
    return Clash(kind=kind, child=child.label, entries=(entry,))
