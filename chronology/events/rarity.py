"""How rare words, kinds of event and times are among the entries: what is rare tells more."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from chronology.events.wording import common

if TYPE_CHECKING:
    from chronology.events.accounts import Account

# Counts are smoothed as if the case stood among this many other entries that never use the word.
_OTHER_ENTRIES = 200
_COMMON_WORTH = 0.15
_UNIT = 4.5  # about the weight of a word that two entries of a mid-sized case use


class Rarity(dict[str, float]):
    """The weight of each word: the rarer among the entries, the more it tells.

    `event` and `time` weigh the kinds of event and the times of day in the same way; `near` says
    how busy an agency's record is about a day.
    """

    def __init__(self, told: Sequence[Collection[str]]) -> None:
        super().__init__()
        self.count = Counter(word for words in told for word in words)
        self.entries = len(told)
        self.event: dict[str, float] = {}
        self.time: dict[int, float] = {}
        self._days: dict[str, list[int]] = {}

    def weigh(self, read: Sequence[Account]) -> None:
        """Count the kinds of event, the times and the days of the accounts read."""
        events = Counter(name for a in read for name in a.events)
        self.event = {name: _weight(count, self.entries) for name, count in events.items()}
        times = Counter(n for a in read for n in a.times)
        self.time = {n: _weight(count, self.entries) for n, count in times.items()}
        for a in read:
            if start := a.entry.when.start:
                self._days.setdefault(a.entry.agency, []).append(start.toordinal())
        for days in self._days.values():
            days.sort()

    def near(self, agency: str, day: int, reach: int) -> int:
        """How many entries an agency has at most `reach` days from a day."""
        return within(self._days.get(agency, ()), day, reach)

    def __missing__(self, word: str) -> float:
        weight = _weight(self.count[word], self.entries)
        weight *= _COMMON_WORTH if word in common() else 1.0
        self[word] = weight
        return weight


def _weight(count: int, entries: int) -> float:
    return max(0.0, math.log((entries + _OTHER_ENTRIES) / (count + 0.5))) / _UNIT


def within(days: Sequence[int], day: int, reach: int) -> int:
    """How many of days in order lie at most `reach` days from a day."""
    return bisect_right(days, day + reach) - bisect_left(days, day - reach)
