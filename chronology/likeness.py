"""How alike two agencies' accounts are: points for and against, each with its reason.

    same day +2, next day +0.5, two or three days apart -1, more (up to ten) -2;
        half of that where one says it was told and names the other; a note of a birth or a
        death +1, up to ten days later
    one names the other's very day +3, if either was told, names the other's agency, or both record
        the same kind of event, else +1.5; before 06:00 the night before is its day as well
    both timed: to the minute +2, within an hour +0.75, more than four hours apart -1.75;
        one names the other's time +2
    kinds of event that both record: strong 2.4, usual 1.7, slight 0.6 each, 5 at most
    words that both use: 0.6 for each rare one, and up to 1.5 for the share they are; 4 at most
    one names the other's agency +0.5, each names the other +2; one was told by the other +0.75
    one that was told names another day -1
    one is a note of being told and both record the same kind of event +0.75
    both record only a failed contact of their own, and neither was told -2; on different days -4
    one opens with a meeting (a strategy discussion, a conference), the other speaks of none -2.5
    each names children, and none of them in common -6 (the twin's appointment)
    by chance alone one entry in three days -0.5, three -1, ten -1.7 (a crowded week tells less)

The weights were fitted on labelled cases (tests/chronology/told_twice) and rounded to be read.
Two accounts are taken for the same event from `ENOUGH` points on. What is read of each stands in
accounts.py.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chronology import phrases
from chronology.accounts import MEETINGS, SLIGHT, Account, Rarity, exact, text_of
from chronology.model import Entry

ENOUGH = 3.25
ONCE = frozenset(["birth", "death"])
"""What happens once: a note of it is of the same event, days later too."""
NEAR_DAYS = 3
TOLD_DAYS = 10
NAMED_DAYS = 31
"""Days apart at the most: of two accounts, where one was told, where one names the other's day."""
_MOST_FOR_EVENTS = 5.0
_MOST_FOR_WORDS = 4.0
# Each agency has its own: two on different days are two, unless one was told of the other's.
_OWN_CONTACTS = frozenset(["no access", "not brought or did not attend", "developmental check"])
_SPEAKS_OF_ONE = MEETINGS | {"meeting", "child protection plan"}
_LEAST_WEIGHT = 3.0  # accounts shorter than this many rare words do not match by being short
_RARE = 0.5
_SLIPS_SETTLE = 1.5  # points that slips of spelling may add
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
    parts = [
        *_of_day(a, b),
        *_of_time(a, b),
        *_of_events(a, b),
        *_of_agencies(a, b),
        *_of_children(a, b),
        *_of_meetings(a, b),
        (-0.7 * math.log1p(max(a.crowd, b.crowd)), ""),
    ]
    without_words = sum(p for p, _ in parts)
    if without_words + _MOST_FOR_WORDS < ENOUGH:
        return Likeness(points=without_words, why=())
    parts += _of_words(a, b, rarity, short_of=ENOUGH - without_words)
    parts.sort(key=lambda part: -abs(part[0]))
    return Likeness(points=sum(p for p, _ in parts), why=tuple(w for _, w in parts if w))


Part = tuple[float, str]


def days_apart(a: Entry, b: Entry) -> int:
    """Days between two entries; 0 where their spans meet."""
    first, second = _span(a), _span(b)
    return max(0, (first[0] - second[1]).days, (second[0] - first[1]).days)


def _span(entry: Entry) -> tuple[dt.date, dt.date]:
    start = entry.when.start or entry.when.end or dt.date.max
    return start, entry.when.end or start


def _of_day(a: Account, b: Account) -> list[Part]:
    apart = days_apart(a.entry, b.entry)
    parts: list[Part] = []
    if apart and (_names_day_of(a, b) or _names_day_of(b, a)):
        tells = a.told or b.told or a.told_plainly or b.told_plainly
        alike = any(a.events[name] > SLIGHT for name in a.events.keys() & b.events.keys())
        names = bool(a.named & b.own or b.named & a.own)
        return [(3.0 if tells or alike or names else 1.5, "one names the other's date")]
    if apart and (_names_another_day(a, b) or _names_another_day(b, a)):
        parts.append((-1.0, ""))
    if not (exact(a.entry) and exact(b.entry)):
        return [*parts, (0.0, f"{apart} days apart" if apart else "their periods meet")]
    if apart == 0:
        return [*parts, (2.0, "same day")]
    if apart == 1:
        return [*parts, (0.5, "a day apart")]
    late = -1.0 if apart <= NEAR_DAYS else -2.0
    if ONCE & a.events.keys() & b.events.keys() and (a.told_plainly or b.told_plainly):
        late = 1.0
    elif _was_told(a, b):  # word of it takes days to arrive
        late /= 2
    return [*parts, (late, f"{apart} days apart")]


def _was_told(a: Account, b: Account) -> bool:
    """Whether one says that it was told, and names the other's agency."""
    by_b = bool(a.named & b.own) and (a.told or a.told_plainly)
    return by_b or (bool(b.named & a.own) and (b.told or b.told_plainly))


def _names_day_of(a: Account, b: Account) -> bool:
    return not b.days.isdisjoint(a.days_named)


def _names_another_day(a: Account, b: Account) -> bool:
    """Whether `a`, the later one, says that what it tells of was on a day that is not `b`'s."""
    start, later = b.entry.when.start, a.entry.when.start
    told = a.told or a.told_plainly
    return bool(told and a.days_named and start and later and start < later)


def _of_time(a: Account, b: Account) -> list[Part]:
    first, second = a.entry.when.time, b.entry.when.time
    if days_apart(a.entry, b.entry):
        return []
    if first and first == second:
        return [(2.0, "same time")]
    if (first or second) and not a.times.isdisjoint(b.times):
        return [(2.0, "one names the other's time")]
    if first is None or second is None:
        return []
    minutes = abs((first.hour - second.hour) * 60 + first.minute - second.minute)
    if minutes <= 60:
        return [(0.75, f"{minutes} minutes apart")]
    told = a.told or b.told or a.told_plainly or b.told_plainly
    return [(-1.75, "")] if minutes > 240 and not told else []


def _of_events(a: Account, b: Account) -> list[Part]:
    shared = sorted(set(a.events) & set(b.events), key=lambda name: (-a.events[name], name))
    if not shared:
        return []
    points = min(_MOST_FOR_EVENTS, sum(a.events[name] for name in shared))
    telling = [name for name in shared if a.events[name] >= 1] or shared
    parts: list[Part] = [(points, "both record: " + ", ".join(telling))]
    told = a.told or b.told or a.told_plainly or b.told_plainly
    if _OWN_CONTACTS.issuperset(telling) and not told:
        parts.append((-4.0 if days_apart(a.entry, b.entry) else -2.0, ""))
    return parts


IN_COMMON = "words in common: "


def _of_words(a: Account, b: Account, rarity: Rarity, *, short_of: float) -> list[Part]:
    """Points for words in common; slips are looked for where they would settle the pair."""
    shared = {w: rarity[w] for w in a.words & b.words}
    points = _word_points(a, b, shared)
    if 0 < short_of - points <= _SLIPS_SETTLE:
        shared |= _slips(a, b, rarity)
        points = _word_points(a, b, shared)
    if points < 0.3:
        return []
    most = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
    telling = ", ".join(w for w, n in most[:6] if n >= 0.5)
    return [(points, IN_COMMON + telling if telling else "")]


def as_written(why: Sequence[str], entry: Entry) -> tuple[str, ...]:
    """The same reasons with the words in common as an entry writes them, not by their stems."""
    written = {phrases.stems(word)[0]: word for word in reversed(phrases.words(text_of(entry)))}

    def whole(reason: str) -> str:
        found = reason.removeprefix(IN_COMMON).split(", ")
        return IN_COMMON + ", ".join(written.get(stem, stem) for stem in found)

    return tuple(whole(reason) if reason.startswith(IN_COMMON) else reason for reason in why)


def _word_points(a: Account, b: Account, shared: Mapping[str, float]) -> float:
    rare = sum(n for n in shared.values() if n > _RARE)
    share = sum(shared.values()) / max(_LEAST_WEIGHT, min(a.weight, b.weight))
    return min(_MOST_FOR_WORDS, 0.6 * rare + min(1.5, 2.5 * share))


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


def _of_agencies(a: Account, b: Account) -> list[Part]:
    ab, ba = bool(a.named & b.own), bool(b.named & a.own)
    parts: list[Part] = []
    if ab and ba:
        parts.append((2.0, "each names the other's agency"))
    elif ab or ba:
        writer, named = (a, b) if ab else (b, a)
        parts.append((0.5, f"{writer.entry.agency} names {named.entry.agency}"))
    if _was_told(a, b):
        parts.append((0.75, "one says it was told of it"))
    elif (a.told_plainly or b.told_plainly) and set(a.events) & set(b.events):
        parts.append((0.75, "one is a note of being told"))
    return parts


def _of_meetings(a: Account, b: Account) -> list[Part]:
    """Points against a meeting and what it was about, where the other speaks of no meeting."""
    for one, other in ((a, b), (b, a)):
        if one.opens_with_meeting and other.events.keys().isdisjoint(_SPEAKS_OF_ONE):
            return [(-2.5, "")]
    return []


def _of_children(a: Account, b: Account) -> list[Part]:
    if a.children and b.children and not a.children & b.children:
        return [(-6.0, "")]
    return []
