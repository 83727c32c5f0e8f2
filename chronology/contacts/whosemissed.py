"""Whose contact was missed: by the words about it, and else by whose record they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache

from chronology.contacts.missedtext import tells_of_missed
from chronology.contacts.missedwords import MissedOf, missed_by_words
from chronology.model import Child, Chronology, Entry, Kind
from chronology.record_of import CHILD, records_of
from chronology.seen.family import family, lists

_ADULTS_RECORDS = ("mother", "father", "other")
_NO_NAMES = frozenset(["child", "subject", "sibling", "baby", "young", "yp", "unborn", "infant"])

Whose = Callable[[Entry], Sequence[MissedOf]]


@lru_cache(maxsize=4)
def missed_in(chronology: Chronology) -> Whose:
    """Tells of an entry each way in which it says that a contact was missed."""
    record_of, case = records_of(chronology), chronology.case
    labels = {c.label for c in case.children}
    subjects = [c.label for c in case.children if c.subject]
    subject = subjects[0] if len(subjects) == 1 else ""
    theirs = {w for c in case.children for n in c.all_names for w in n.casefold().split()}
    named = all(c.names or c.label.split()[0].casefold() not in _NO_NAMES for c in case.children)

    @cache
    def told(event: str, record: str, kind: Kind) -> tuple[MissedOf, ...]:
        own = record in labels or record == CHILD
        whole = CHILD if own else record
        home = family(case.children, record if record in labels else subject, (), whole, case.grown)
        home = replace(home, grown=home.grown - theirs - lists().keys())
        return missed_by_words(event, home, own=own, named=named, kind=kind)

    def of_entry(entry: Entry) -> Sequence[MissedOf]:
        text = _text(entry)
        return told(text, record_of(entry), entry.kind) if tells_of_missed(text) else ()

    return of_entry


_SHORT = 4  # words of an outcome that says no more than that a contact was missed


def _text(entry: Entry) -> str:
    """What happened, with an outcome such as "DNA" where only that says that it was missed."""
    outcome = "" if "outcome" in entry.withheld else entry.fields.get("outcome", "")
    if len(outcome.split()) > _SHORT or tells_of_missed(entry.event):
        return entry.event
    return f"{entry.event.rstrip('. ')} - {outcome}" if outcome else entry.event


def may_be(record_of: str, owners: Set[str], entry: Entry, child: Child) -> bool:
    """Whether a missed contact in somebody's record, that of some children its `owners`, may have
    been the child's, where its words name nobody."""
    if record_of in ("", "household") or child.label in owners:
        return True
    if record_of == CHILD:
        return child.subject
    return not owners and not grown_persons(record_of, entry)


def grown_persons(record_of: str, entry: Entry) -> str:
    """Whose own contact it was that was missed in a grown person's record; a visit to the home may
    have been a child's."""
    own = record_of in _ADULTS_RECORDS and entry.kind is not Kind.VISIT
    return record_of if own else ""
