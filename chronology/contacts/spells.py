"""Spells in which nobody is recorded as seeing, seeing alone or hearing a child.

Each ends at a sighting or at the edge of the time that submissions cover: no gap is claimed
beyond it. Where a sighting's date is a period its day is not known, and a spell has a least and a
most:

    seen 3 March         seen "in April"               seen 2 June
    x----------------------[.............]---------------x
    |<-- least 29 -------->|                 3 March to the first, or the last, day of April
    |<-- most 58 ------------------------>|
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from chronology.contacts.kinds import Scope
from chronology.contacts.sightings import Glance, alone, alone_of, glances, heard, in_person
from chronology.contacts.stretch_of_time import covered
from chronology.model import Child, Chronology, Entry, Seen, Views

_DAY = dt.timedelta(days=1)
Span = tuple[dt.date, dt.date]
"""First and last day."""


class Need(StrEnum):
    """What nobody is recorded as doing in a spell."""

    SEEN = "seen"
    ALONE = "seen alone"
    HEARD = "heard"


MEETS: dict[Need, Callable[[Entry, str], bool]] = {
    Need.SEEN: lambda entry, child: in_person(entry.seen[child]),
    Need.ALONE: lambda entry, child: alone(alone_of(entry, child)),
    Need.HEARD: lambda entry, child: heard(entry.views[child]),
}


def value_of(entry: Entry, child: Child, need: Need) -> Seen | Views:
    """The value that a need is about, with what it rests on."""
    if need is Need.ALONE:
        return alone_of(entry, child.label)
    return entry.views[child.label] if need is Need.HEARD else entry.seen[child.label]


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where a spell ends: an entry, or without one the edge of the time covered."""

    first: dt.date
    last: dt.date
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Days from one end to the other, at least and at most, and the contacts in between."""

    child: str
    agency: str
    """Empty for all agencies together."""
    need: Need
    least: int
    most: int
    after: End
    before: End
    contacts: tuple[str, ...] = ()
    """Ids of the entries in between that could have been face to face."""
    unsure: tuple[str, ...] = ()
    """Ids of sightings whose date is not exact and may fall in between: why it has a least."""


def spells(chronology: Chronology, child: Child, need: Need, agency: str = "") -> tuple[Spell, ...]:
    """Every spell for one child, longest first; of one agency, or of all together."""
    own = [g for g in glances(chronology, child) if agency in ("", g.entry.agency)]
    dated = [g for g in own if g.entry.when.start and g.entry.when.end]
    ends = [_end(g.entry) for g in dated if MEETS[need](g.entry, child.label)]
    chances = sorted(_chances(dated))
    found = [
        Spell(
            child=child.label,
            agency=agency,
            need=need,
            least=least,
            most=most,
            after=after,
            before=before,
            contacts=_between(chances, after, before),
            unsure=_perhaps_between(ends, after, before),
        )
        for window in windows(chronology, child, agency)
        for least, most, after, before in _in_window(ends, window)
    ]
    return tuple(sorted(found, key=lambda s: (-s.most, -s.least, s.after.first)))


def windows(
    chronology: Chronology, child: Child, agency: str = "", *, past_incident: bool = False
) -> tuple[Span, ...]:
    """The time covered: by the case file, else from a submission's first entry to its last.

    It begins with the child's birth and ends with the incident, or with the child's death;
    `past_incident` with the death alone.
    """
    found = []
    incident = None if past_incident else chronology.case.review.incident
    stops = [day for day in (child.died, incident) if day]
    for submission in chronology.submissions:
        if submission.superseded_by or agency not in ("", submission.agency):
            continue
        span = covered(submission, chronology)
        start, end = span.start, span.end
        start = max(start, child.born) if start and child.born else start
        end = min([end, *stops]) if end else end
        if start and end and start <= end:
            found.append((start, end))
    return tuple(_joined(found))


def spell_words(spell: Spell) -> str:
    """How long: "43 days", or "12 to 43 days" where a date is not exact."""
    if spell.least == spell.most:
        return f"{spell.most} day{'s' * (spell.most != 1)}"
    return f"{spell.least} to {spell.most} days"


def _joined(periods: Iterable[Span]) -> list[Span]:
    """Periods that touch or overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(periods):
        if joined and start <= joined[-1][1] + _DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _end(entry: Entry) -> End:
    start, end = entry.when.start or dt.date.min, entry.when.end or dt.date.max
    return End(first=start, last=end, entry=entry.id)


def _in_window(ends: Sequence[End], window: Span) -> list[tuple[int, int, End, End]]:
    """Least and most days, and the ends, of each spell within a window.

    From every end the next one that surely comes after it is looked for; of two spells up to the
    same end the one that is surely longer stands.
    """
    start, stop = window
    inside = [
        End(first=max(e.first, start), last=min(e.last, stop), entry=e.entry)
        for e in ends
        if start <= e.last and e.first <= stop
    ]
    left, right = End(first=start, last=start), End(first=stop, last=stop)
    marks = sorted(_one_a_day([left, *inside, right]), key=lambda e: (e.first, e.last))
    starts, following = [m.first for m in marks], _following(marks)
    silent = _surely_silent(marks)
    best: dict[int, tuple[int, int, End, End]] = {}
    for mark, least in zip(marks, _least(marks), strict=True):
        found = _longest_from(mark, marks, starts, following)
        if found is None:
            continue
        most, to = found
        least = max(least, silent[to])
        was = best.get(to)
        if was is None or (least, most, _exact(mark)) > (*was[:2], _exact(was[2])):
            best[to] = (least, max(most, was[1] if was else 0), mark, marks[to])
    return [spell for spell in best.values() if spell[1] > 0]


def _exact(end: End) -> bool:
    return end.first == end.last


def _one_a_day(ends: Iterable[End]) -> list[End]:
    """Of several ends on one exact day the first that is an entry."""
    kept: dict[object, End] = {}
    for n, end in enumerate(ends):
        key: object = end.first if end.first == end.last else n
        if key not in kept or not kept[key].entry:
            kept[key] = end
    return list(kept.values())


def _following(marks: Sequence[End]) -> list[int]:
    """For each place the mark from there on that surely comes first: the one that ends first."""
    following = list(range(len(marks)))
    for n in reversed(range(len(marks) - 1)):
        later = following[n + 1]
        following[n] = n if marks[n].last <= marks[later].last else later
    return following


def _longest_from(
    mark: End, marks: Sequence[End], starts: Sequence[dt.date], following: Sequence[int]
) -> tuple[int, int] | None:
    """The most days from any day of `mark` to the mark that surely comes first after that day."""
    a, b = bisect_right(starts, mark.first), bisect_right(starts, mark.last)
    found = None
    for day in (mark.first, *starts[a:b]):
        at = bisect_right(starts, day)
        if at < len(marks):
            to = following[at]
            length = (marks[to].last - day).days
            found = max(found or (length, to), (length, to))
    return found


def _least(marks: Sequence[End]) -> list[int]:
    """Days from each mark to the next at the very least; none where another may be the same day."""
    furthest = list(accumulate((m.last for m in marks), max))
    least = []
    for n, mark in enumerate(marks):
        over = n > 0 and furthest[n - 1] >= mark.first
        after = marks[n + 1].first if n + 1 < len(marks) else mark.last
        least.append(0 if over else max(0, (after - mark.last).days))
    return least


def _surely_silent(marks: Sequence[End]) -> list[int]:
    """Days right before each mark on which none of the others can be, however they truly fall.

    1 to 31 March [...........]     9 May x        39 days, wherever in March the other was
    """
    furthest = [marks[0].first, *accumulate((m.last for m in marks), max)]
    return [max(0, (m.first - furthest[n]).days) for n, m in enumerate(marks)]


def _chances(told: Iterable[Glance]) -> Iterable[tuple[dt.date, dt.date, str]]:
    for glance in told:
        first, last = glance.entry.when.start, glance.entry.when.end
        if first and last and Scope.CONTACTS in glance.scopes:
            yield first, last, glance.entry.id


def _between(
    chances: Sequence[tuple[dt.date, dt.date, str]], after: End, before: End
) -> tuple[str, ...]:
    """Contacts that lie wholly between the ends."""
    start = bisect_left(chances, (after.last + _DAY,))
    stop = bisect_left(chances, (before.first,))
    return tuple(id_ for _, last, id_ in chances[start:stop] if last < before.first)


def _perhaps_between(ends: Iterable[End], after: End, before: End) -> tuple[str, ...]:
    """Sightings that may or may not lie between the ends, as their dates are periods."""
    return tuple(
        e.entry for e in ends
        if not _exact(e) and e.entry not in (after.entry, before.entry)
        and e.first < before.first and e.last > after.last
    )  # fmt: skip
