"""What one entry says about one child, as coverage counts it.

A child is counted as seen where somebody acting for a service had sight of the child in person.
Seen by video or told by telephone, and seen by a foster carer or another carer, are counted apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from chronology.contacts.kinds import Scope, nobody_dealt_with, scopes
from chronology.contacts.other_records import of_another
from chronology.model import (
    DECEASED,
    SIGHTED,
    Basis,
    Child,
    Chronology,
    Entry,
    Seen,
    SeenValue,
    Views,
    ViewsValue,
)
from chronology.rows.marks import ROW_STRUCK
from chronology.values.readings_by_basis import ORDER, readings_of, words_by_basis
from chronology.values.seen_columns import says_not_alone


class Measure(StrEnum):
    """What is counted, in the words of every table. `SEEN` holds those seen alone as well."""

    SEEN = "Seen, alone or not"
    ALONE = "Of these, alone"
    ASLEEP = "Of these, asleep"
    GLIMPSED = "Of these, glimpsed"
    REMOTE = "Seen remotely only"
    CARER = "Seen by a carer only"
    NOT_SEEN = "Not seen"
    DIFFERS = "Accounts differ"
    NO_DEALINGS = "Meeting or record only"
    OTHERS_RECORD = "In another child's own record"
    NOT_RECORDED = "Seen: not recorded"
    VIEWS = "Views recorded"
    SOUGHT = "Views sought, not given"
    OBSERVED = "Observed, no words"
    NO_VIEWS = "Views: not recorded"


SEEN_PARTS = (
    Measure.SEEN, Measure.REMOTE, Measure.CARER, Measure.NOT_SEEN, Measure.DIFFERS,
    Measure.NO_DEALINGS, Measure.OTHERS_RECORD, Measure.NOT_RECORDED,
)  # fmt: skip
"""Each entry is in exactly one of these ..."""
VIEWS_PARTS = (Measure.VIEWS, Measure.SOUGHT, Measure.OBSERVED, Measure.NO_VIEWS)
"""... and in exactly one of these."""
_VIEWS = {
    ViewsValue.RECORDED: Measure.VIEWS,
    ViewsValue.SOUGHT: Measure.SOUGHT,
    ViewsValue.OBSERVED: Measure.OBSERVED,
    ViewsValue.NOT_RECORDED: Measure.NO_VIEWS,
}
_MANNERS = {"asleep": Measure.ASLEEP, "glimpsed": Measure.GLIMPSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What one entry says about one child: what to count it under, and on which basis."""

    entry: Entry
    child: str
    scopes: tuple[Scope, ...]
    seen: tuple[Measure, ...]
    """One of SEEN_PARTS first, then what is said of it."""
    basis: Basis
    alone_basis: Basis = Basis.NONE
    """What it rests on that the child was seen alone; `alone_in` is the entry that says so."""
    alone_in: str = ""
    views: Measure
    views_basis: Basis
    heard_in: str
    """Id of the entry on which the views rest."""


def in_person(seen: Seen) -> bool:
    """Whether somebody acting for a service, carers apart, had sight of the child in person."""
    return seen.value in SIGHTED and seen.manner != "remote" and not by_carer(seen)


def alone(seen: Seen) -> bool:
    """Seen alone, in person."""
    return seen.value is SeenValue.SEEN_ALONE and in_person(seen)


def alone_of(entry: Entry, child: str) -> Seen:
    """What says whether the child was seen alone: the seen value or, where the agency states that
    the child was seen and nothing of alone, the reading of its text."""
    seen = entry.seen[child]
    read = readings_of(seen).get(Basis.NARRATIVE)
    if (
        seen.value is not SeenValue.SEEN
        or seen.basis is not Basis.STATED
        or read != SeenValue.SEEN_ALONE
        or _states_of_alone(entry, child)
    ):
        return seen
    evidence = words_by_basis(seen).get(Basis.NARRATIVE, "")
    return replace(seen, value=SeenValue.SEEN_ALONE, basis=Basis.NARRATIVE, evidence=evidence)


def _states_of_alone(entry: Entry, child: str) -> bool:
    """Whether the agency's columns say that the child was not alone, or which other child was."""
    evidence = entry.seen[child].evidence
    others = [s for name, s in entry.seen.items() if name != child]
    return (
        stated_not_alone(entry, child)
        or says_not_alone(evidence)
        or "alone" in evidence.casefold()
        or any(s.value is SeenValue.SEEN_ALONE and s.basis is Basis.STATED for s in others)
    )


def stated_not_alone(entry: Entry, child: str) -> bool:
    """Whether the agency's columns say that the child was seen, and not alone."""
    seen = entry.seen[child]
    told = [entry.fields.get(f, "") for f in ("seen_alone", f"seen_alone:{child}")
            if f not in entry.withheld]  # fmt: skip
    here = seen.value is SeenValue.SEEN and seen.basis is Basis.STATED
    return here and any(map(says_not_alone, filter(None, told)))


def heard(views: Views) -> bool:
    """Whether the child's own words (or writing, drawing, signs) are recorded."""
    return views.value is ViewsValue.RECORDED


def by_carer(seen: Seen) -> bool:
    """Whether it was a foster carer or another carer, and nobody else, who saw the child."""
    return "carer" in seen.by.casefold()


def unborn(entry: Entry, child: Child) -> bool:
    """Whether the entry is surely before the child's birth: there is no child to see.

    What began before it and has no end ("from 1 May on") may have lasted.
    """
    last = entry.when.end
    return child.born is not None and last is not None and last < child.born


def died_before(entry: Entry, child: Child) -> bool:
    """Whether the entry is surely after the child's death."""
    first = entry.when.start
    return child.died is not None and first is not None and first > child.died


def withdrawn(entry: Entry, child: Child) -> bool:
    """Whether the agency struck out the row as a whole, and nobody has said of it since whether the
    child was seen or heard: it stays an entry, and is counted nowhere."""
    return ROW_STRUCK in entry.marks and _silent(entry, child)


def tells_of_death(entry: Entry, child: Child) -> bool:
    """Whether the text tells that the child was dead by then, and nothing says otherwise: there was
    nobody to see."""
    seen = entry.seen[child.label]
    return seen.value is SeenValue.NOT_RECORDED and seen.reason == DECEASED


def counts(chronology: Chronology, entry: Entry, child: Child) -> bool:
    """Whether an entry is counted for a child at all."""
    return (
        child.label in entry.seen
        and lifetime(entry, child)
        and not withdrawn(entry, child)
        and not tells_of_death(entry, child)
        and (entry.when.dated or not _silent(entry, child) or not _to_come(chronology, child))
    )


@lru_cache(maxsize=32)
def _to_come(chronology: Chronology, child: Child) -> bool:
    """Whether the child was born, or is due, after all that the review and the files reach: no
    entry that only lacks its date can have been a contact with it."""
    ends = (e.when.end for e in chronology.entries)
    last = max(filter(None, (*ends, chronology.case.review.last_day)), default=None)
    return child.born is not None and last is not None and last < child.born


def _silent(entry: Entry, child: Child) -> bool:
    """Whether nothing is said of the child."""
    return (
        entry.seen[child.label].value is SeenValue.NOT_RECORDED
        and entry.views[child.label].value is ViewsValue.NOT_RECORDED
    )


def lifetime(entry: Entry, child: Child) -> bool:
    """Whether the child may have been there to be seen."""
    return not unborn(entry, child) and not died_before(entry, child)


@lru_cache(maxsize=32)  # every table and figure asks for these
def glances(chronology: Chronology, child: Child) -> tuple[Glance, ...]:
    """What each entry that counts says about the child; a row that was sent twice counts once."""
    apart, again = of_another(chronology), chronology.sent_again
    return tuple(
        glance(entry, child.label, apart=apart(entry, child.label))
        for entry in chronology.entries
        if counts(chronology, entry, child) and entry.id not in again
    )


def glance(entry: Entry, child: str, *, apart: bool = False) -> Glance:
    """What one entry says about a child; `apart` where it stands in another child's own record
    and does not speak of this one."""
    seen, views, said = entry.seen[child], entry.views[child], alone_of(entry, child)
    return Glance(
        entry=entry,
        child=child,
        scopes=scopes_of(entry, child, apart=apart),
        seen=(Measure.OTHERS_RECORD,) if apart else _measures(entry, said),
        basis=seen.basis,
        alone_basis=said.basis,
        alone_in=entry.id,
        views=_VIEWS[views.value],
        views_basis=views.basis,
        heard_in=entry.id,
    )


def scopes_of(entry: Entry, child: str, *, apart: bool = False) -> tuple[Scope, ...]:
    """The figures an entry belongs to for a child; one seen by video is no contact in person, nor
    is one in another child's own record that does not speak of this child."""
    seen = entry.seen[child]
    if apart or (seen.value in SIGHTED and seen.manner == "remote"):
        return (Scope.ENTRIES,)
    return scopes(entry, sighted=in_person(seen))


def _measures(entry: Entry, seen: Seen) -> tuple[Measure, ...]:
    if seen.value is SeenValue.NOT_SEEN:
        return (Measure.NOT_SEEN,)
    if seen.value is SeenValue.NOT_RECORDED:
        return (Measure.NO_DEALINGS if nobody_dealt_with(entry) else Measure.NOT_RECORDED,)
    if seen.manner == "remote":
        return (Measure.REMOTE,)
    if by_carer(seen):
        return (Measure.CARER,)
    told = [Measure.SEEN]
    if seen.value is SeenValue.SEEN_ALONE:
        told.append(Measure.ALONE)
    if seen.manner in _MANNERS:
        told.append(_MANNERS[seen.manner])
    return tuple(told)


def basis_of(glance: Glance, measure: Measure) -> Basis:
    """What it rests on that a child was seen, or seen alone."""
    return glance.alone_basis if measure is Measure.ALONE else glance.basis


def rank(basis: Basis) -> int:
    """The place of a basis in the order of its weight; no basis comes last."""
    return ORDER.index(basis) if basis in ORDER else len(ORDER)
