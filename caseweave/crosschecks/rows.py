"""A row as the checks read it: one entry with the people named in it, and its sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from dataclasses import dataclass

from chronology.dates import EXACT, Precision, in_words
from chronology.model import Entry

_LONGEST = 600
# "G. Lee" and "Mrs. Lee" are no ends.
_STOP = re.compile(r"(?:(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bd)\.|[;!?\n])\s")
_STOP_OR_END = re.compile(rf"{_STOP.pattern}|[.;!?\n]$")


def only_one(people: Collection[str]) -> str:
    """The one of these people; empty for nobody or several."""
    return next(iter(people)) if len(people) == 1 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a row: the people who may be meant, and the characters it takes up."""

    people: frozenset[str]
    start: int
    end: int
    owner: bool = False
    """Whether it only says whose somebody is: "father of Mia", of whom nothing else is told."""

    @property
    def person(self) -> str:
        """The one person who is meant; empty where several may be."""
        return only_one(self.people)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry with its compared words (nothing withheld) and the people named in them."""

    entry: Entry
    text: str
    mentions: tuple[Mention, ...]

    @property
    def day(self) -> dt.date | None:
        """The day of the row; None where its date is vaguer than a month."""
        start, end = self.entry.when.start, self.entry.when.end
        return start if start and end and (end - start).days <= 31 else None

    @property
    def dated(self) -> str:
        """When the row is dated, with its preposition; a month is never shown as its first day."""
        precision, words = self.entry.when.precision, in_words(self.entry.when)
        if precision in EXACT:
            return f"on {words}"
        return f"in {words}" if precision is Precision.MONTH else f"in an entry dated {words}"

    @property
    def told_of(self) -> tuple[Mention, ...]:
        """Those named of whom something may be told: Mia is not in "the father of Mia died"."""
        return tuple(m for m in self.mentions if not m.owner)

    def named_at(self, start: int, end: int) -> tuple[Mention, ...]:
        """Every name that has characters between the two places."""
        return tuple(m for m in self.mentions if m.start < end and start < m.end)

    def named_from(self, first: int, before: int) -> tuple[Mention, ...]:
        """Every name that begins between the two places."""
        return tuple(m for m in self.mentions if first <= m.start < before)

    def only(self, start: int, end: int) -> str:
        """The one person named just there; empty for nobody or several."""
        return next((m.person for m in self.named_at(start, end) if m.person), "")


def sentence(text: str, at: int) -> tuple[int, int]:
    """The first and last character of the sentence about a place in a text; of a very long one
    what stands near."""
    start, end = max(0, at - _LONGEST), min(len(text), at + _LONGEST)
    before = [m.end() for m in _STOP.finditer(text[start:at])]
    after = _STOP_OR_END.search(text[at:end])
    return (start + before[-1] if before else start, at + after.start() if after else end)
