"""How alike two agencies' accounts are: points for and against, each with its reason.

    pair_measures.py --->  measures of a pair, by name      same day 1, words in common 2.4 ...
    cues/scoring.toml ---> what each is worth         same day 3.1 ...
    points = their products added up, and the reasons, most telling first

The worth of each was learnt from labelled cases (evaluation/told_twice.py: logistic regression), so
points are the log of the odds that the two are of one event: 0 is even, 2 is seven to one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from chronology import phrases
from chronology.events.accounts import Account, text_of
from chronology.events.pair_measures import (
    IN_COMMON,
    Measure,
    besides_words,
    of_words,
    shared_words,
)
from chronology.events.rarity import Rarity
from chronology.events.wording import compared
from chronology.model import Entry

_SLIPS_SETTLE = 1.0  # points that slips of spelling may add
_SLIP = 88  # rapidfuzz ratio from which two rare words are one word spelt twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The points of one pair and why, most telling first."""

    points: float
    why: tuple[str, ...]


def likeness(a: Account, b: Account, rarity: Rarity) -> Likeness:
    """Score one pair; the caller has seen to it that their dates are near.

    Slips of spelling are looked for only where the rest does not settle it.
    """
    worth = weights()
    besides = [*besides_words(a, b, rarity)]
    shared = shared_words(a, b, rarity)
    words = of_words(a, b, shared)
    without = _added(besides, worth)
    points = without + _added(words, worth)
    if 0 < enough() - points <= _SLIPS_SETTLE and (slips := _slips(a, b, rarity)):
        words = of_words(a, b, shared | slips)
        points = without + _added(words, worth)
    if points < enough():
        return Likeness(points=points, why=())
    found = (*besides, *words)
    reasons = [(abs(worth.get(name, 0.0) * much), why) for name, much, why in found if why]
    reasons.sort(key=lambda reason: -reason[0])
    return Likeness(points=points, why=tuple(why for _, why in reasons))


def _added(found: Sequence[Measure], worth: Mapping[str, float]) -> float:
    """The points of what was measured, by what each is worth."""
    return sum([worth.get(name, 0.0) * much for name, much, _ in found])


@cache
def weights() -> Mapping[str, float]:
    """What each measure is worth."""
    return dict(_table()["worth"])


@cache
def enough() -> float:
    """The points from which two accounts are taken for the same event."""
    return float(_table()["enough"])


@cache
def joined() -> float:
    """The points that the pairs between two groups have on average for them to be joined."""
    return float(_table()["joined"])


def _table() -> Mapping[str, Any]:
    return phrases.table_of("scoring.toml")


def as_written(why: Sequence[str], entry: Entry) -> tuple[str, ...]:
    """The same reasons with the words in common as an entry writes them, not by their stems."""
    words = [w for w in reversed(phrases.words(text_of(entry))) if len(w) > 1]
    written = {stem: word for word in words for stem in compared(phrases.stems(word))}

    def whole(reason: str) -> str:
        found = reason.removeprefix(IN_COMMON).split(", ")
        return IN_COMMON + ", ".join(written.get(stem, stem) for stem in found)

    return tuple(whole(reason) if reason.startswith(IN_COMMON) else reason for reason in why)


def _slips(a: Account, b: Account, rarity: Rarity) -> dict[str, float]:
    """Rare long words that differ by a slip of spelling, such as a name spelt two ways."""
    from rapidfuzz import fuzz, process  # late: only pairs that are looked at need it

    slips = {}
    for word in a.names:
        if word in b.words:
            continue
        alike = [w for w in b.names if w[0] == word[0] and w not in a.words]
        best = process.extractOne(word, alike, scorer=fuzz.ratio, score_cutoff=_SLIP)
        if best:
            slips[word] = min(rarity[word], rarity[best[0]]) * 0.8
    return slips
