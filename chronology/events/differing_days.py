"""Accounts of one event that say, in so many words, different days for it.

    Police            02/12  OFFICERS ATTENDED ...                       its own day: 02/12
    Social care       06/12  Notification: incident on 03/12/2021   names 03/12, not 02/12

An account written on the day stands for that day; one written later stands for the day that it
names, where it names just one near the event. One that names the day of another agrees with it.
What is talked over at a meeting or an interview was on another day than the meeting.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from chronology import phrases
from chronology.events.accounts import days_of, exact, text_of
from chronology.events.named_days import named_days
from chronology.events.pair_measures import NEAR_DAYS
from chronology.events.wording import MEETINGS, event_words
from chronology.model import Difference, Entry, Group, Role, Said

_SINCE = re.compile(
    r"\bsince\s+(?:yesterday|last\s+night|(?:the\s+|last\s+)*(?:weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.I,
)
"""Not eaten since yesterday: from when, which is not when it was."""
_SITTINGS = MEETINGS | {"return home interview", "interview"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """The days that one account may mean, as ordinals; `names` where it names them itself."""

    entry: Entry
    days: frozenset[int]
    names: bool


def differing_days(group: Group, members: Sequence[Entry]) -> tuple[Difference, ...]:
    """One difference where accounts of a group name days that do not agree, at most three apart.

    `members` are the group's entries in the order of its members.
    """
    own_first = [
        _Claim(entry=e, days=days_of(e), names=False)
        for e, m in zip(members, group.members, strict=True)
        if m.role is Role.SAME and exact(e) and not _named(e)
    ]
    claims = own_first[:1] + [c for e in members if exact(e) and (c := _names_one(e, own_first))]
    # Two that both name a day differ more surely than one and the day of a record.
    both_name_it_first = sorted(combinations(claims, 2), key=lambda c: not all(x.names for x in c))
    for one, other in both_name_it_first:
        if _apart(one, other):
            return (_difference(one, other),)
    return ()


def _named(entry: Entry) -> frozenset[int]:
    """The days near its own that an account names, its own day left out."""
    text = _SINCE.sub("", text_of(entry))
    found = named_days(text, phrases.stems(text), entry.when.start)
    return found - {_ordinal(entry)}


def _names_one(entry: Entry, own: Sequence[_Claim]) -> _Claim | None:
    """The one day near the event that an account names; None where it names none or several."""
    near = {
        day
        for day in _named(entry)
        if day >= _ordinal(entry) - 2 * NEAR_DAYS
        or any(abs(day - d) <= NEAR_DAYS for claim in own for d in claim.days)
    }
    agreed = any(near & claim.days for claim in own) or (
        _of_a_sitting(entry) and any(_ordinal(entry) in claim.days for claim in own)
    )
    return (
        _Claim(entry=entry, days=frozenset(near), names=True)
        if len(near) == 1 and not agreed
        else None
    )


def _of_a_sitting(entry: Entry) -> bool:
    """Whether it tells of a meeting or an interview, at which earlier days are spoken of."""
    found = phrases.find(phrases.stems(text_of(entry)), event_words())
    return any(f.name in _SITTINGS and not f.denied for f in found)


def _apart(one: _Claim, other: _Claim) -> bool:
    """Whether two accounts stand for different days, a few days from each other."""
    between = min(abs(a - b) for a in one.days for b in other.days)
    return one.entry.agency != other.entry.agency and 0 < between <= NEAR_DAYS


def _difference(one: _Claim, other: _Claim) -> Difference:
    return Difference(
        field="date",
        message="Accounts of what looks like one event name different days for it.",
        said=tuple(
            Said(id=c.entry.id, agency=c.entry.agency, words=_words(c)) for c in (one, other)
        ),
        remedy="Ask the agencies which it was; keep both accounts until then.",
    )


def _words(claim: _Claim) -> str:
    day = dt.date.fromordinal(max(claim.days))
    return f"{day:%d/%m/%Y}" + (", as its text says" if claim.names else "")


def _ordinal(entry: Entry) -> int:
    return entry.when.start.toordinal() if entry.when.start else 0
