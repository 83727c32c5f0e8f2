"""Running clocks on every entry: each child's age, and days since last seen, alone and heard.

A clock shows the time since the last entry before this one that records it; the entry itself does
not set its own clock back. Entries are gone through once, in the order of their dates; where this
one's date is a period, those that begin within it may have come before it too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from chronology.contacts.sightings import lifetime, unborn
from chronology.contacts.spells import MEETS, Need
from chronology.model import Child, Chronology, Entry

_WEEKS_UNTIL = 92  # days; a younger child's age is told in weeks
_YEARS_ONLY_FROM = 6
_Span = tuple[dt.date, dt.date]
"""First and last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """Days since something, at least and at most where a date is not exact."""

    least: int
    most: int
    or_never: bool = False
    """Whether every earlier entry that records it may have been later than this one after all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What the clocks of one child show at one entry; None is never before in the files given."""

    age: str
    anyone: Mapping[Need, Since | None]
    here: Mapping[Need, Since | None]
    """By the agency whose entry this is."""


def clocks(chronology: Chronology) -> dict[str, dict[str, Clock]]:
    """The clocks by entry id and child; undated entries and those outside a lifetime have none."""
    found: dict[str, dict[str, Clock]] = {e.id: {} for e in chronology.entries}
    in_time = sorted(chronology.entries, key=lambda e: e.when.sort_key())
    for child in chronology.case.children:
        last: dict[tuple[Need, str], _Last] = {}
        own = [e for e in in_time if e.when.start and e.when.end and lifetime(e, child)]
        for n, entry in enumerate(own):
            found[entry.id][child.label] = _clock(entry, child, last, _begun_within(own, n))
            _set_back(entry, child, last)
    return found


def _begun_within(entries: Sequence[Entry], n: int) -> Iterable[Entry]:
    """The entries after the n-th that begin on a day that may have been its own."""
    first, end = entries[n].when.start, entries[n].when.end
    if first == end:
        return ()
    later = (entries[m] for m in range(n + 1, len(entries)))
    return takewhile(lambda e: bool(e.when.start and end and e.when.start <= end), later)


def since_words(since: Since | None) -> str:
    """ "43", "12 to 43", or that it is not recorded before."""
    if since is None:
        return "not before"
    days = f"{since.most}" if since.least == since.most else f"{since.least} to {since.most}"
    return f"{days}, or not before" if since.or_never else days


def age_words(child: Child, on: dt.date) -> str:
    """The age on a day: weeks at first, then years and months, then years; '' where not known."""
    if child.born is None or on < child.born:
        return ""
    days = (on - child.born).days
    if days < _WEEKS_UNTIL:
        return f"{days // 7} weeks" if days >= 14 else f"{days} day{'s' * (days != 1)}"
    months = (on.year - child.born.year) * 12 + on.month - child.born.month
    months -= on.day < child.born.day
    years, rest = divmod(months, 12)
    if years >= _YEARS_ONLY_FROM or not rest:
        return f"{years} years" if years != 1 else "1 year"
    return f"{years}y {rest}m" if years else f"{rest} months"


def _age(entry: Entry, child: Child, start: dt.date, end: dt.date) -> str:
    if unborn(entry, child):
        return "not yet born"
    first, last = age_words(child, start), age_words(child, end)
    return last if first == last or not first else f"{first} to {last}"


@dataclass(slots=True, kw_only=True)
class _Last:
    """What earlier entries record, gone through in the order of their first days.

    last seen          1 to 31 July [...........]        this entry 5 July
    12 June x          its day may be any of these       0 days, if it was the 5th, or 23, if later
    """

    surely: dt.date | None = None
    """The latest first day of those that were surely over."""
    open: list[_Span] = field(default_factory=list)
    """Those that may have been later than the entry looked at."""
    latest: dt.date = dt.date.min
    """The latest last day."""

    def add(self, start: dt.date, end: dt.date) -> None:
        self.open.append((start, end))
        self.latest = max(self.latest, end)

    def since(self, start: dt.date, end: dt.date, within: Sequence[_Span]) -> Since:
        """`within` are those after it that begin on a day from `start` to `end`."""
        over = [first for first, last in self.open if last < start]
        self.surely = max([*over, *([self.surely] if self.surely else [])], default=None)
        self.open = [span for span in self.open if span[1] >= start]
        told = [*self.open, *within]
        days = [end, *(max(start, last) for _, last in told if last <= end)]
        before = [(day, self._surely_by(day, told, exact=start == end)) for day in days]
        return Since(
            least=0 if within else max(0, (start - self.latest).days),
            most=max((day - (known or told[0][0])).days for day, known in before),
            or_never=any(known is None for _, known in before),
        )

    def _surely_by(self, day: dt.date, told: Sequence[_Span], *, exact: bool) -> dt.date | None:
        """The latest first day of those that were surely over on a day: of what fell on the day
        itself only where both days are exact, for then the entries stand in their order."""
        over = [first for first, last in told if last < day or (exact and first == last == day)]
        return max([*over, *([self.surely] if self.surely else [])], default=None)


def _clock(
    entry: Entry, child: Child, last: dict[tuple[Need, str], _Last], within: Iterable[Entry]
) -> Clock:
    start, end = _days(entry)
    later = [e for e in within if child.label in e.seen]

    def since(need: Need, agency: str) -> Since | None:
        begun = [
            _days(e) for e in later
            if MEETS[need](e, child.label) and agency in ("", e.agency)
        ]  # fmt: skip
        known = last.get((need, agency), _Last() if begun else None)
        return known.since(start, end, begun) if known else None

    return Clock(
        age=_age(entry, child, start, end),
        anyone={need: since(need, "") for need in Need},
        here={need: since(need, entry.agency) for need in Need},
    )


def _set_back(entry: Entry, child: Child, last: dict[tuple[Need, str], _Last]) -> None:
    for need in Need:
        if child.label in entry.seen and MEETS[need](entry, child.label):
            for agency in ("", entry.agency):
                last.setdefault((need, agency), _Last()).add(*_days(entry))


def _days(entry: Entry) -> _Span:
    return entry.when.start or dt.date.min, entry.when.end or dt.date.max
