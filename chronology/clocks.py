"""Running clocks on every entry: each child's age, and days since last seen, alone and heard.

A clock shows the time since the last entry before this one that records it; the entry itself does
not set its own clock back. Entries are gone through once, in the order of their dates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from chronology.model import Child, Chronology, Entry
from chronology.sightings import lifetime, unborn
from chronology.spells import MEETS, Need

_WEEKS_UNTIL = 92  # days; a younger child's age is told in weeks
_YEARS_ONLY_FROM = 6


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
        for entry in in_time:
            start, end = entry.when.start, entry.when.end
            if start is None or end is None or not lifetime(entry, child):
                continue
            found[entry.id][child.label] = _clock(entry, child, start, end, last)
            _set_back(entry, child, (start, end), last)
    return found


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
        return f"{days // 7} weeks" if days >= 14 else f"{days} days"
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
    open: list[tuple[dt.date, dt.date]]
    """Those that may have been later than the entry looked at."""
    latest: dt.date
    """The latest last day."""

    def add(self, start: dt.date, end: dt.date) -> None:
        self.open.append((start, end))
        self.latest = max(self.latest, end)

    def since(self, start: dt.date, end: dt.date) -> Since:
        over = [first for first, last in self.open if last <= start]
        self.surely = max([*over, *([self.surely] if self.surely else [])], default=None)
        self.open = [span for span in self.open if span[1] > start]
        days = [end, *(last - _DAY for _, last in self.open if last <= end)]
        before = [(day, self._surely_by(day)) for day in days]
        return Since(
            least=max(0, (start - self.latest).days),
            most=max((day - (known or self.open[0][0])).days for day, known in before),
            or_never=any(known is None for _, known in before),
        )

    def _surely_by(self, day: dt.date) -> dt.date | None:
        """The latest first day of those that were surely over on a day."""
        over = [first for first, last in self.open if last <= day]
        return max([*over, *([self.surely] if self.surely else [])], default=None)


_DAY = dt.timedelta(days=1)


def _clock(
    entry: Entry, child: Child, start: dt.date, end: dt.date,
    last: Mapping[tuple[Need, str], _Last],
) -> Clock:  # fmt: skip
    def since(need: Need, agency: str) -> Since | None:
        known = last.get((need, agency))
        return known.since(start, end) if known else None

    return Clock(
        age=_age(entry, child, start, end),
        anyone={need: since(need, "") for need in Need},
        here={need: since(need, entry.agency) for need in Need},
    )


def _set_back(
    entry: Entry, child: Child, days: tuple[dt.date, dt.date],
    last: dict[tuple[Need, str], _Last],
) -> None:  # fmt: skip
    for need in Need:
        if child.label in entry.seen and MEETS[need](entry, child.label):
            for agency in ("", entry.agency):
                known = last.setdefault((need, agency), _Last(open=[], latest=days[1]))
                known.add(*days)
