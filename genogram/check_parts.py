"""What checks of a family find, and what they ask of dates and parents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from chronology.dates import When
from chronology.findings import Severity
from genogram.formats.cell_places import About
from genogram.kin import Kin
from genogram.model import CARE_KINDS, LinkKind, Person, Union, UnionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What a check found, before it is a finding of a file."""

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.WARNING
    about: About | None = None
    """What in the file it is about, for the place of the finding."""


def descent(kin: Kin) -> Iterator[tuple[Person, Person, LinkKind]]:
    """Parents and children by descent, care left out, with the kind of tie."""
    for union in kin.unions.values():
        for link in kin.links[union.id]:
            if link.kind not in CARE_KINDS:
                for partner in union.partners:
                    yield kin.people[partner], kin.people[link.child], link.kind


def parents_of(kin: Kin, person: str, *, donors: bool = True) -> set[str]:
    """Somebody's parents by birth, those known as donor or surrogate alone only if asked for."""
    born = [kin.unions[k.union] for k in kin.raised[person] if k.kind is LinkKind.BIRTH]
    return {p for u in born if donors or u.kind is not UnionKind.DONOR for p in u.partners}


def couple(kin: Kin, union: Union) -> str:
    """A partnership by the names of its people: an id of the file says nothing to who reads it."""
    return " and ".join(kin.people[p].name for p in union.partners)


def earliest(when: When | None) -> dt.date | None:
    """The first day that a date may be."""
    return when.start if when else None


def latest(when: When | None) -> dt.date | None:
    """The last day that a date may be."""
    return when.end if when else None


def is_reversed(first: When | None, then: When | None) -> bool:
    """Whether the second of two dates certainly lies before the first."""
    start, end = earliest(first), latest(then)
    return start is not None and end is not None and end < start


def much_later(when: When | None, than: When | None) -> bool:
    """Whether one date certainly lies more than a week after another."""
    first, last = latest(than), earliest(when)
    return bool(first and last and last > first + dt.timedelta(days=7))


def same_day(a: When | None, b: When | None) -> bool:
    """Whether two dates, of which both ends are known, can be the same day."""
    if not (a and b and a.start and a.end and b.start and b.end):
        return False
    return max(a.start, b.start) <= min(a.end, b.end)
