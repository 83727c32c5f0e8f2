"""Who was recorded as seen, alone and heard, by child and agency, and the spells without."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chronology.model import Chronology, Entry, Kind, Period, SeenValue, ViewsValue

HONESTY = (
    "A chronology is a selection; these figures describe what was submitted, not practice. "
    "'Not recorded' means not recorded in the files given."
)
_SIGHTED = (SeenValue.SEEN, SeenValue.SEEN_ALONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Days in which nobody is recorded as seeing the child, and where the ends come from.

    `after` and `before` are the days of the entries at the ends, or the ends of the period.
    """

    days: int
    after: dt.date
    before: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The counts for one child and one agency ('' for all agencies together)."""

    child: str
    agency: str
    entries: int
    contacts: int
    seen: int
    seen_alone: int
    not_seen: int
    not_recorded: int
    views_recorded: int
    last_seen: dt.date | None
    longest_unseen: Spell | None


def coverage(chronology: Chronology) -> tuple[Line, ...]:
    """One line for each child and agency, then one for each child over all agencies.

    Seen counts seen and seen alone together; seen alone is the part of it that was alone.
    """
    agencies = sorted({e.agency for e in chronology.entries})
    lines = []
    for child in chronology.case.children:
        born = child.born
        living = [e for e in chronology.entries if not _before(e, born)]
        for agency in [*agencies, ""]:
            own = [e for e in living if agency in ("", e.agency)]
            period = _period(chronology, agency, own, born)
            lines.append(_line(child.label, agency, own, period))
    return tuple(lines)


def _before(entry: Entry, born: dt.date | None) -> bool:
    """Before birth there is no child to see."""
    last = entry.when.end or entry.when.start
    return born is not None and last is not None and last < born


def _line(child: str, agency: str, entries: Sequence[Entry], period: Period) -> Line:
    values = [e.seen[child].value for e in entries]
    seen_on = sorted(
        e.when.start
        for e in entries
        if e.when.start and e.when.start == e.when.end and e.seen[child].value in _SIGHTED
    )
    return Line(
        child=child,
        agency=agency,
        entries=len(entries),
        contacts=sum(e.kind not in (Kind.REMOTE, Kind.MEETING) for e in entries),
        seen=sum(value in _SIGHTED for value in values),
        seen_alone=values.count(SeenValue.SEEN_ALONE),
        not_seen=values.count(SeenValue.NOT_SEEN),
        not_recorded=values.count(SeenValue.NOT_RECORDED),
        views_recorded=sum(e.views[child].value is ViewsValue.RECORDED for e in entries),
        last_seen=seen_on[-1] if seen_on else None,
        longest_unseen=_longest(seen_on, period),
    )


def _period(
    chronology: Chronology, agency: str, entries: Iterable[Entry], born: dt.date | None
) -> Period:
    """What the agency's submission covers, else the review, else its own first and last day."""
    days = [e.when.start for e in entries if e.when.start]
    covers = [s.covers for s in chronology.submissions if agency in ("", s.agency)]
    review = chronology.case.review.period
    start = min((c.start for c in covers if c.start), default=review.start)
    end = max((c.end for c in covers if c.end), default=review.end)
    start = start or min(days, default=None)
    end = end or max(days, default=None)
    if born and start:
        start = max(start, born)
    return Period(start=start, end=end)


def _longest(seen_on: Sequence[dt.date], period: Period) -> Spell | None:
    if period.start is None or period.end is None:
        return None
    inside = [day for day in seen_on if period.start <= day <= period.end]
    marks = [period.start, *inside, period.end]
    spells = [Spell(days=(b - a).days, after=a, before=b) for a, b in pairwise(marks)]
    return max(spells, key=lambda spell: spell.days)
