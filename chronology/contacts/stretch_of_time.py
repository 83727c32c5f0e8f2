"""A stretch of a chronology: the entries surely dated within it, and the time covered in it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from chronology.model import Chronology, Entry, Period, Submission
from chronology.ordering import refs


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The stretch, and the ids of entries that may or may not belong to it."""

    chronology: Chronology
    unsure: tuple[str, ...]


def between(chronology: Chronology, start: dt.date | None, end: dt.date | None) -> Excerpt:
    """Entries from `start` to `end`, both included; an end that is not given has no limit."""
    first, last = start or dt.date.min, end or dt.date.max
    inside = tuple(e for e in chronology.entries if _within(e, first, last))
    kept = {e.id for e in inside}
    unsure = tuple(
        e.id for e in chronology.entries if e.id not in kept and not _outside(e, first, last)
    )
    submissions = tuple(_clipped(s, chronology, first, last) for s in chronology.submissions)
    groups = tuple(g for g in chronology.groups if any(m.id in kept for m in g.members))
    groups = tuple(replace(g, members=tuple(m for m in g.members if m.id in kept)) for g in groups)
    repeats = tuple(tuple(i for i in ids if i in kept) for ids in chronology.repeats)
    cut = replace(
        chronology,
        numbers=refs(chronology),
        entries=inside,
        submissions=submissions,
        groups=groups,
        repeats=tuple(ids for ids in repeats if ids),
    )
    return Excerpt(chronology=cut, unsure=unsure)


def _within(entry: Entry, first: dt.date, last: dt.date) -> bool:
    start, end = entry.when.start, entry.when.end
    return start is not None and end is not None and first <= start and end <= last


def _outside(entry: Entry, first: dt.date, last: dt.date) -> bool:
    start, end = entry.when.start, entry.when.end
    return bool((end and end < first) or (start and start > last))


def _clipped(
    submission: Submission, chronology: Chronology, first: dt.date, last: dt.date
) -> Submission:
    """The submission with the part of its time that lies in the stretch."""
    span = covered(submission, chronology)
    if span.start is None or span.end is None:
        return submission
    return replace(submission, covers=Period(start=max(span.start, first), end=min(span.end, last)))


def covered(submission: Submission, chronology: Chronology) -> Period:
    """The time a submission covers: by the case file, else from its first entry to its last."""
    told, own = submission.covers, _first_and_last(chronology).get(submission.file, Period())
    return Period(start=told.start or own.start, end=told.end or own.end)


@lru_cache(maxsize=8)
def _first_and_last(chronology: Chronology) -> Mapping[str, Period]:
    """By file the first day of its entries and the last."""
    days: dict[str, list[dt.date]] = defaultdict(list)
    for e in chronology.entries:
        days[e.at.file] += [day for day in (e.when.start, e.when.end) if day]
    return {file: Period(start=min(d), end=max(d)) for file, d in days.items() if d}
