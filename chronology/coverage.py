"""Who was recorded as seen, alone and heard, by child, agency and period.

Every figure is a list of the rows behind it, and stands under the basis its value rests on; the
bases are never summed. An agency's own figures count its own rows. Over all agencies an event that
several tell of counts once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from chronology import phrases
from chronology.contacts.kinds import Scope, is_own_visit
from chronology.contacts.sightings import VIEWS_PARTS, Glance, Measure, basis_of, glances, rank
from chronology.dates import When
from chronology.events.named_days import named_days
from chronology.model import Basis, Child, Chronology, Entry, Group, Kind, Member, Role

HONESTY = (
    "A chronology is a selection; these figures describe what was submitted, not practice. "
    "'Not recorded' means not recorded in the files given."
)
SMALL = 20
"""Below so many a share is not given as a percentage."""
Rows = Mapping[Measure, Mapping[Basis, tuple[str, ...]]]


class By(StrEnum):
    """Stretches of time for which figures are given."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    NAMED = "period"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The figures for one child, one agency ('' for all together) and one period ('' for all).

    `of` are the ids of the entries counted; `rows` those behind each figure, by basis.
    """

    child: str
    agency: str
    period: str
    scope: Scope
    of: tuple[str, ...]
    rows: Rows


def tallies(
    chronology: Chronology, child: Child, scope: Scope, by: By | None = None
) -> tuple[Tally, ...]:
    """The figures of each agency, in the order of their names, then of all agencies together."""
    told = [g for g in glances(chronology, child) if scope in g.scopes]
    together = [g for g in events(chronology, child) if scope in g.scopes]
    by_agency: dict[str, list[Glance]] = defaultdict(list)
    for glance in told:
        by_agency[glance.entry.agency].append(glance)
    groups = [*sorted(by_agency.items()), ("", together)]
    return tuple(
        _tally(child.label, agency, period, scope, part)
        for agency, own in groups
        for period, part in _by_period(own, chronology, by)
    )


def ids(tally: Tally, measure: Measure, basis: Basis | None = None) -> tuple[str, ...]:
    """The rows behind one figure; of every basis where none is named."""
    found = tally.rows.get(measure, {})
    if basis is not None:
        return found.get(basis, ())
    return tuple(id_ for rows in found.values() for id_ in rows)


def count(tally: Tally, measure: Measure, basis: Basis | None = None) -> int:
    """One figure."""
    return len(ids(tally, measure, basis))


def share(number: int, of: int) -> str:
    """ "3 of 41"; with a percentage where there are enough for one to mean anything."""
    if of < SMALL:
        return f"{number} of {of}"
    return f"{number} of {of} ({round(100 * number / of)}%)"


@lru_cache(maxsize=32)
def events(chronology: Chronology, child: Child) -> tuple[Glance, ...]:
    """What is said of the child, event by event: accounts of one event as one.

    An agency's note of being told of another's contact is no contact of its own; a visit that
    followed on a later day is, and so is one at which its own column says that it saw the child.
    """
    told = {g.entry.id: g for g in glances(chronology, child)}
    lead: dict[str, str] = {}
    dropped: set[str] = set()
    for group in chronology.groups:
        later = _later_visits(group, told)
        own = [m.id for m in group.members if m.role is Role.SAME and m.id in told.keys() - later]
        lead |= dict.fromkeys(own, own[0]) if own else {}
        lead |= later
        notified = {m.id for m in group.members if m.role is Role.NOTIFIED} - later.keys()
        dropped |= {id_ for id_ in notified if id_ not in told or not _states_sight(told[id_])}
    gathered: dict[str, list[Glance]] = defaultdict(list)
    for id_, glance in told.items():
        if id_ not in dropped:
            gathered[lead.get(id_, id_)].append(glance)
    return tuple(_together(parts) for parts in gathered.values())


def _states_sight(glance: Glance) -> bool:
    """Whether the agency's own column says that it saw the child."""
    return glance.basis is Basis.STATED and glance.seen[0] is Measure.SEEN


_OPENING = 80
"""Characters in which an entry says that it follows something up."""
_FOLLOW_UP = re.compile(r"\breturn(?: home)? interview|\brhi\b|\bfollow(?:ing|ed)?[- ]?up\b", re.I)


def _later_visits(group: Group, told: Mapping[str, Glance]) -> dict[str, str]:
    """Contacts on a later day than the event's, which they follow; to each the first of its day."""
    dated = [(m, told[m.id].entry) for m in group.members if m.id in told]
    days = {m.id: e.when.start for m, e in dated if e.when.start and e.when.start == e.when.end}
    event = min(days.values(), default=dt.date.max)
    first: dict[dt.date, str] = {}
    found = {}
    for member, entry in dated:
        day = days.get(member.id, event)
        follows = is_own_visit(entry) and _follows(member, entry, set(days.values()))
        if day > event and (follows or _saw_days_after(member, told[member.id], day - event)):
            found[member.id] = first.setdefault(day, member.id)
    return found


_NO_SLIP = dt.timedelta(days=2)
"""Contacts of the day after may be the same, dated when it was written down."""
_MET = (Kind.VISIT, Kind.APPOINTMENT, Kind.SESSION)


def _saw_days_after(member: Member, glance: Glance, after: dt.timedelta) -> bool:
    """Whether it records the child as seen too many days after the event to be the same time; at
    school, at nursery or on a ward of its own account a day later is another time."""
    kind, own = glance.entry.kind, member.role is Role.SAME
    met = kind in _MET or (kind is Kind.OTHER and own)
    late = after >= _NO_SLIP or (kind is Kind.SESSION and own)
    return late and met and glance.seen[0] is Measure.SEEN


def _follows(member: Member, entry: Entry, days: Set[dt.date]) -> bool:
    """Whether it says that it was told of the event, that it follows it up, or names its day."""
    opening = f"{entry.fields.get('kind', '')} {entry.event[:_OPENING]}"
    if member.role is Role.NOTIFIED or _FOLLOW_UP.search(opening):
        return True
    named = named_days(entry.event, phrases.stems(entry.event), entry.when.start)
    return any(d.toordinal() in named for d in days if entry.when.start and d < entry.when.start)


_WEIGHT = {m: n for n, m in enumerate((
    Measure.SEEN, Measure.CARER, Measure.REMOTE, Measure.NOT_SEEN, Measure.NOT_RECORDED,
    Measure.NO_DEALINGS, Measure.OTHERS_RECORD,
))}  # fmt: skip


def _together(parts: Sequence[Glance]) -> Glance:
    """Several accounts of one event as one: what the surest says, or that they differ."""
    if len(parts) == 1:
        return parts[0]
    first = min(parts, key=_by_weight)
    said = {g.seen[0] for g in parts}
    views = min(parts, key=lambda g: (VIEWS_PARTS.index(g.views), rank(g.views_basis)))
    contact = next((g.scopes for g in parts if Scope.CONTACTS in g.scopes), first.scopes)
    differs = {Measure.SEEN, Measure.NOT_SEEN} <= said
    with_alone = [g for g in parts if Measure.ALONE in g.seen]
    alone = min(with_alone, key=lambda g: rank(g.alone_basis), default=first)
    seen = first.seen
    if with_alone and Measure.ALONE not in seen:
        seen = (seen[0], Measure.ALONE, *seen[1:])
    return replace(
        first,
        scopes=contact,
        seen=(Measure.DIFFERS,) if differs else seen,
        basis=Basis.NONE if differs else first.basis,
        alone_basis=alone.alone_basis,
        alone_in=alone.alone_in,
        views=views.views,
        views_basis=views.views_basis,
        heard_in=views.heard_in,
    )


def _by_weight(glance: Glance) -> tuple[int, int, bool]:
    return _WEIGHT[glance.seen[0]], rank(glance.basis), Measure.ALONE not in glance.seen


def _tally(child: str, agency: str, period: str, scope: Scope, told: Iterable[Glance]) -> Tally:
    rows: dict[Measure, dict[Basis, list[str]]] = defaultdict(lambda: defaultdict(list))
    of = []
    for glance in told:
        of.append(glance.entry.id)
        for measure in glance.seen:
            rows[measure][basis_of(glance, measure)].append(
                glance.alone_in if measure is Measure.ALONE else glance.entry.id
            )
        rows[glance.views][glance.views_basis].append(glance.heard_in)
    return Tally(
        child=child,
        agency=agency,
        period=period,
        scope=scope,
        of=tuple(of),
        rows={m: {b: tuple(found) for b, found in by.items()} for m, by in rows.items()},
    )


def _by_period(
    told: Sequence[Glance], chronology: Chronology, by: By | None
) -> list[tuple[str, list[Glance]]]:
    """What is told in each period, in order; last what is not dated closely enough for one."""
    if by is None:
        return [("", list(told))]
    if by is By.NAMED:
        within = [
            (named.name, [g for g in told if _within(g.entry.when, named.period.start,
                                                     named.period.end)])
            for named in chronology.case.periods
        ]  # fmt: skip
        sure = {g.entry.id for _, part in within for g in part}
        perhaps = [g for g in told if g.entry.id not in sure and _may_be_in_one(g, chronology)]
        return [*within, *([(UNDATED, perhaps)] if perhaps else [])]
    found: dict[str, list[Glance]] = defaultdict(list)
    for glance in told:
        found[period_of(glance.entry.when, by)].append(glance)
    return sorted(found.items(), key=lambda item: (item[0] == UNDATED, item[0]))


UNDATED = "not dated closely enough"


def period_of(when: When, by: By) -> str:
    """ "2021", "2021 Q1" or "2021-03"; UNDATED where the date does not fit into one."""
    if when.start is None or when.end is None:
        return UNDATED
    first = name_of(when.start, by)
    return first if first == name_of(when.end, by) else UNDATED


def name_of(day: dt.date, by: By) -> str:
    """What the year, quarter or month of a day is called."""
    if by is By.YEAR:
        return f"{day.year}"
    return f"{day.year} Q{(day.month + 2) // 3}" if by is By.QUARTER else f"{day:%Y-%m}"


def _may_be_in_one(glance: Glance, chronology: Chronology) -> bool:
    """Whether its date is too loose to say whether it lies in a named period."""
    first, last = glance.entry.when.start, glance.entry.when.end
    return any(
        (first is None or named.period.end is None or first <= named.period.end)
        and (last is None or named.period.start is None or last >= named.period.start)
        for named in chronology.case.periods
    )


def _within(when: When, start: dt.date | None, end: dt.date | None) -> bool:
    """Whether every day that the date may mean lies in the period; an open end has no limit."""
    if when.start is None or when.end is None:
        return False
    return (start is None or when.start >= start) and (end is None or when.end <= end)
