"""Contacts that did not come about: not brought, did not attend, no access, refused, cancelled.

The five are kept apart, as the record words them. A run is two or more of an agency's contacts
missed one after another, with no contact in between that came about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from chronology.contacts.kinds import Scope
from chronology.contacts.missed_cues import Missed
from chronology.contacts.missed_whose import NOBODY, MissedOf, may_be, missed_in
from chronology.contacts.sightings import Glance, Measure, glances, in_person, lifetime
from chronology.model import Child, Chronology, Entry, Kind, Role, Seen, SeenValue
from chronology.record_of import children_of, records_of

_REASONS = {
    "not_brought": Missed.NOT_BROUGHT,
    "not_attended": Missed.NOT_ATTENDED,
    "no_access": Missed.NO_ACCESS,
    "refused": Missed.REFUSED,
    "cancelled": Missed.CANCELLED,
}
_SHORTEST_RUN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedContact:
    """An entry that tells of a contact that did not come about."""

    entry: Entry
    kind: Missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Missed contacts of one agency that follow one another."""

    agency: str
    missed: tuple[MissedContact, ...]


@lru_cache(maxsize=32)
def missed_contacts(chronology: Chronology, child: Child) -> tuple[MissedContact, ...]:
    """The missed contacts that may have been about the child: not those on which it was seen.

    What another's own record misses is theirs, unless it names this child or says of it too that
    it was not seen, or was a visit to the home that a parent's record tells of.
    """
    found = []
    whose, owned, told = records_of(chronology), children_of(chronology), missed_in(chronology)
    for entry in chronology.entries:
        if child.label in entry.seen and lifetime(entry, child):
            own = owned(entry)
            may = may_be(whose(entry), own, entry, child)
            if kind := missed_kind(entry, child.label, told(entry), own=own, may=may):
                found.append(MissedContact(entry=entry, kind=kind))
    left_out = _notes_of_others({m.entry.id for m in found}, chronology) | chronology.sent_again
    left_out |= _told_beside([m.entry for m in found], child, owned)
    return tuple(m for m in found if m.entry.id not in left_out)


def _told_beside(
    missed: Sequence[Entry], child: Child, owned: Callable[[Entry], Set[str]]
) -> set[str]:
    """Rows of another child's record whose day the agency's own record of the child has as missed:
    "Finn seen; Orla not brought" beside "Not brought" in Orla's."""
    own = {(e.agency, e.when.start) for e in missed if e.when.start and child.label in owned(e)}
    return {
        e.id for e in missed
        if (e.agency, e.when.start) in own and owned(e) and child.label not in owned(e)
    }  # fmt: skip


def each_once(missed: Iterable[MissedContact], chronology: Chronology) -> tuple[MissedContact, ...]:
    """Of several accounts of one contact that was missed, the first."""
    event = {m.id: group.id for group in chronology.groups for m in group.members}
    return tuple({event.get(m.entry.id, m.entry.id): m for m in reversed([*missed])}.values())[::-1]


def _notes_of_others(missed: Set[str], chronology: Chronology) -> set[str]:
    """Notes of being told of a contact whose own account is among those missed."""
    told = set()
    for group in chronology.groups:
        if any(m.role is Role.SAME and m.id in missed for m in group.members):
            told |= {m.id for m in group.members if m.role is Role.NOTIFIED}
    return told


def _not_seen(seen: Seen) -> bool:
    return seen.value is SeenValue.NOT_SEEN


def missed_kind(
    entry: Entry, child: str, told: Sequence[MissedOf], *, own: Set[str], may: bool
) -> Missed | None:
    """How the entry says that a contact with the child was missed; None if it does not.

    `told` is what its words say; it stands in the record of its `own` children, and what names
    nobody `may` have been this child's.
    """
    seen = entry.seen[child]
    if in_person(seen) or entry.kind is Kind.MEETING or "event" in entry.withheld:
        return None
    if named := [t for t in told if child in t.children]:
        return named[0].kind
    unnamed = [t for t in told if not t.children and t.other != NOBODY]
    if _not_seen(seen):
        anothers = bool(own) and child not in own
        meant = [t for t in unnamed if not anothers or t.at_home]
        reason = None if anothers and unnamed else _REASONS.get(seen.reason)
        return meant[0].kind if meant else reason
    if own != {child} and any(in_person(s) or _not_seen(s) for s in entry.seen.values()):
        return None  # it names the children whom it is about
    open_ = [t for t in unnamed if not t.other]
    return open_[0].kind if open_ and may else None


def runs(chronology: Chronology, child: Child) -> tuple[Run, ...]:
    """Each agency's runs, the longest first."""
    missed = {m.entry.id: m for m in missed_contacts(chronology, child)}
    found: list[Run] = []
    agencies: dict[str, list[Entry]] = {}
    owned = children_of(chronology)
    records = {owned(m.entry) for m in missed.values()} - {frozenset()}
    for glance in glances(chronology, child):
        beside = owned(glance.entry) in records and _came_about_beside(glance)
        if _is_contact(glance, missed) or beside:
            agencies.setdefault(glance.entry.agency, []).append(glance.entry)
    for agency, entries in sorted(agencies.items()):
        for run in _unbroken(missed.get(e.id) for e in entries):
            found.append(Run(agency=agency, missed=tuple(run)))
    return tuple(sorted(found, key=lambda r: -len(r.missed)))


def _is_contact(glance: Glance, missed: dict[str, MissedContact]) -> bool:
    if not glance.entry.when.start or glance.seen[0] is Measure.OTHERS_RECORD:
        return False  # nobody knows what came before it
    met = Scope.SESSIONS in glance.scopes and glance.seen[0] is Measure.SEEN
    return met or Scope.CONTACTS in glance.scopes or glance.entry.id in missed


def _came_about_beside(glance: Glance) -> bool:
    """Whether it is another child's contact, and came about: in a record that tells of a visit on
    which nobody of the family was found, such a one breaks a run of this child's too."""
    entry = glance.entry
    met = any(map(in_person, entry.seen.values()))
    return glance.seen[0] is Measure.OTHERS_RECORD and entry.when.start is not None and met


def _unbroken(contacts: Iterable[MissedContact | None]) -> Iterable[list[MissedContact]]:
    """The runs among contacts in order; None stands for one that came about."""
    run: list[MissedContact] = []
    for contact in (*contacts, None):
        if contact:
            run.append(contact)
            continue
        if len(run) >= _SHORTEST_RUN:
            yield run
        run = []
