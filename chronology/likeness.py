"""How alike two agencies' accounts are: points for and against, each with its reason.

    same day +2, next day +0.75, two or three days apart 0, more (only where one was told) -0.5
    both timed: within 20 minutes +2, within an hour +1, more than four hours apart -2
    kinds of event that both record: strong 2.25, usual 1, slight 0.4 each, 3.5 at most
    words that both use, the rare ones counting most: up to 4
    one names the other's agency +1, each names the other +1.75
    one says it was told, and names the other +1.25; one names the other's very day +1.5,
    one that was told names another day -1
    each names children, and none of them in common -6 (the twin's appointment)

Two accounts are taken for the same event from `ENOUGH` points on. The cue words are data files
in chronology/cues; nothing here reads words that were struck out or hidden.
"""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology import phrases
from chronology.model import Case, Entry
from chronology.named_days import named_days

ENOUGH = 3.5
NEAR_DAYS = 3
TOLD_DAYS = 10
_EVENT_POINTS = {"strong": 2.25, "usual": 1.0, "slight": 0.4}
_MOST_FOR_EVENTS = 3.5
_MOST_FOR_WORDS = 4.0
_FIELDS = ("subject", "kind", "location", "present", "action", "outcome", "comment")
_COMMON_WORTH = 0.15
# Counts are smoothed as if the case stood among this many other entries that never use the word.
_OTHER_ENTRIES = 200
_UNIT = 4.5  # about the weight of a word that two entries of a mid-sized case use
_LEAST_WEIGHT = 4.0  # accounts shorter than this many rare words do not match by being short
_SLIP = 88  # rapidfuzz ratio from which two rare words are one word spelt twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What is compared of one entry."""

    entry: Entry
    words: frozenset[str]
    weight: float
    events: Mapping[str, float]
    own: frozenset[str]
    """What kind of agency wrote it."""
    named: frozenset[str]
    """Kinds of agency that its text names, its own apart."""
    children: frozenset[str]
    days_named: frozenset[int]
    """Days, up to its own, that the text names, as ordinals."""
    told: bool
    told_plainly: bool
    telling: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The points of one pair and why, most telling first."""

    points: float
    why: tuple[str, ...]


class Rarity:
    """The weight of each word: the rarer among the entries, the more it tells."""

    def __init__(self, told: Iterable[Sequence[str]]) -> None:
        count = Counter(word for words in told for word in set(words))
        entries = sum(1 for _ in told) if isinstance(told, Sequence) else 0
        self.entries = entries
        self.count = count
        self._weights: dict[str, float] = {}

    def __getitem__(self, word: str) -> float:
        weight = self._weights.get(word)
        if weight is None:
            ratio = (self.entries + _OTHER_ENTRIES) / (self.count[word] + 0.5)
            weight = max(0.0, math.log(ratio)) / _UNIT
            weight *= _COMMON_WORTH if word in common() else 1.0
            self._weights[word] = weight
        return weight


@cache
def common() -> frozenset[str]:
    """Stems of words that say little about which event it was."""
    return frozenset(phrases.stems(phrases.words_of("common.txt")))


@cache
def event_points() -> Mapping[str, float]:
    """Points by kind of event."""
    told = tomllib.loads(phrases.words_of("events.toml"))
    return {name: _EVENT_POINTS[grade] for grade, names in told.items() for name in names}


@cache
def _events() -> phrases.Finder:
    told = tomllib.loads(phrases.words_of("events.toml"))
    return phrases.finder({name: cues for names in told.values() for name, cues in names.items()})


@cache
def _agencies() -> phrases.Finder:
    return phrases.finder(tomllib.loads(phrases.words_of("agencies.toml")))


@cache
def _telling() -> phrases.Finder:
    return phrases.finder(tomllib.loads(phrases.words_of("telling.toml")))


@cache
def agency_kinds(agency: str) -> frozenset[str]:
    """What kind of agency a name speaks of; the name itself where no cue is known."""
    found = frozenset(f.name for f in phrases.find(phrases.stems(agency), _agencies()))
    return found or frozenset({agency.casefold()})


def text_of(entry: Entry) -> str:
    """The words of an entry that are compared; nothing withheld."""
    parts = [entry.event if "event" not in entry.withheld else ""]
    parts += [entry.fields.get(f, "") for f in _FIELDS if f not in entry.withheld]
    return " . ".join(part for part in parts if part)


def accounts(entries: Sequence[Entry], case: Case) -> tuple[list[Account], Rarity]:
    """Read every entry once for comparing, and weigh the words among them."""
    told = [phrases.stems(text_of(entry)) for entry in entries]
    rarity = Rarity(told)
    names = {stem: c.label for c in case.children for n in (c.label, *c.names)
             for stem in phrases.stems(n)} if len(case.children) > 1 else {}  # fmt: skip
    return [_account(e, t, rarity, names) for e, t in zip(entries, told, strict=True)], rarity


def _account(
    entry: Entry, told: Sequence[str], rarity: Rarity, names: Mapping[str, str]
) -> Account:
    words = frozenset(w for w in told if len(w) > 1)
    points = event_points()
    own = agency_kinds(entry.agency)
    says = {f.name for f in phrases.find(told, _telling())}
    return Account(
        entry=entry,
        words=words,
        weight=sum(rarity[w] for w in words),
        events={f.name: points[f.name] for f in phrases.find(told, _events()) if not f.denied},
        own=own,
        named=frozenset(f.name for f in phrases.find(told, _agencies())) - own,
        children=frozenset(names[w] for w in told if w in names),
        days_named=named_days(text_of(entry), told, entry.when.start)
        if exact(entry)
        else frozenset(),
        told="told" in says or _agency_tells(told, own),
        told_plainly="told_plainly" in says or ("police_notice" in says and "police" not in own),
        telling="telling" in says,
    )


def _agency_tells(told: Sequence[str], own: frozenset[str]) -> bool:
    """Whether another agency is named just before a word such as "rang"."""
    verbs = _told_verbs()
    others = [f for f in phrases.find(told, _agencies()) if f.name not in own]
    at = {f.at + n for f in others for n in (1, 2)}
    return any(told[n] in verbs for n in at if n < len(told))


@cache
def _told_verbs() -> frozenset[str]:
    return frozenset(
        stem
        for verb in tomllib.loads(phrases.words_of("telling.toml"))["told_verbs"]
        for stem in phrases.stems(verb)
    )


def likeness(a: Account, b: Account, rarity: Rarity) -> Likeness:
    """Score one pair; the caller has seen to it that their dates are near."""
    parts = [
        *_of_day(a, b),
        *_of_time(a, b),
        *_of_events(a, b),
        *_of_words(a, b, rarity),
        *_of_agencies(a, b),
        *_of_children(a, b),
    ]
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


def exact(entry: Entry) -> bool:
    """Whether the entry is dated to one day."""
    return entry.when.start is not None and entry.when.start == entry.when.end


def _of_day(a: Account, b: Account) -> list[Part]:
    apart = days_apart(a.entry, b.entry)
    parts: list[Part] = []
    if apart and (_names_day_of(a, b) or _names_day_of(b, a)):
        parts.append((1.5, "one names the other's date"))
    elif apart and (_names_another_day(a, b) or _names_another_day(b, a)):
        parts.append((-1.0, ""))
    if not (exact(a.entry) and exact(b.entry)):
        return [*parts, (0.0, f"{apart} days apart" if apart else "their periods meet")]
    if apart == 0:
        return [*parts, (2.0, "same day")]
    if apart == 1:
        return [*parts, (0.75, "a day apart")]
    return [*parts, (0.0 if apart <= NEAR_DAYS else -0.5, f"{apart} days apart")]


def _names_day_of(a: Account, b: Account) -> bool:
    start = b.entry.when.start
    return start is not None and exact(b.entry) and start.toordinal() in a.days_named


def _names_another_day(a: Account, b: Account) -> bool:
    """Whether `a`, the later one, says that what it tells of was on a day that is not `b`'s."""
    start, later = b.entry.when.start, a.entry.when.start
    told = a.told or a.told_plainly
    return bool(told and a.days_named and start and later and start < later)


def _of_time(a: Account, b: Account) -> list[Part]:
    first, second = a.entry.when.time, b.entry.when.time
    if first is None or second is None or days_apart(a.entry, b.entry):
        return []
    minutes = abs((first.hour - second.hour) * 60 + first.minute - second.minute)
    if minutes <= 20:
        return [(2.0, f"{minutes} minutes apart" if minutes else "same time")]
    if minutes <= 60:
        return [(1.0, f"{minutes} minutes apart")]
    told = a.told or b.told or a.told_plainly or b.told_plainly
    return [(-2.0, "")] if minutes > 240 and not told else []


def _of_events(a: Account, b: Account) -> list[Part]:
    shared = sorted(set(a.events) & set(b.events), key=lambda name: (-a.events[name], name))
    if not shared:
        return []
    points = min(_MOST_FOR_EVENTS, sum(a.events[name] for name in shared))
    telling = [name for name in shared if a.events[name] >= 1] or shared
    return [(points, "both record: " + ", ".join(telling))]


def _of_words(a: Account, b: Account, rarity: Rarity) -> list[Part]:
    shared = {w: rarity[w] for w in a.words & b.words}
    slips = _slips(a.words - b.words, b.words - a.words, rarity)
    weight = sum(shared.values()) + sum(slips.values())
    least = max(_LEAST_WEIGHT, min(a.weight, b.weight))
    points = min(_MOST_FOR_WORDS, 6.0 * weight / least)
    if points < 0.3:
        return []
    most = sorted([*shared.items(), *slips.items()], key=lambda pair: (-pair[1], pair[0]))
    return [(points, "words in common: " + ", ".join(w for w, n in most[:6] if n >= 0.5))]


def _slips(ours: Iterable[str], theirs: Iterable[str], rarity: Rarity) -> dict[str, float]:
    """Rare long words that differ by a slip of spelling, such as a name spelt two ways."""
    from rapidfuzz import fuzz, process  # late: only pairs that are looked at need it

    left = sorted(w for w in ours if len(w) >= 5 and w.isalpha() and rarity[w] > 0.6)
    right = sorted(w for w in theirs if len(w) >= 5 and w.isalpha() and rarity[w] > 0.6)
    slips = {}
    for word in left:
        best = process.extractOne(word, right, scorer=fuzz.ratio, score_cutoff=_SLIP)
        if best and best[0][:1] == word[:1]:
            slips[word] = min(rarity[word], rarity[best[0]]) * 0.8
    return slips


def _of_agencies(a: Account, b: Account) -> list[Part]:
    ab, ba = bool(a.named & b.own), bool(b.named & a.own)
    parts: list[Part] = []
    if ab and ba:
        parts.append((1.75, "each names the other's agency"))
    elif ab or ba:
        writer, named = (a, b) if ab else (b, a)
        parts.append((1.0, f"{writer.entry.agency} names {named.entry.agency}"))
    if (ab and (a.told or a.told_plainly)) or (ba and (b.told or b.told_plainly)):
        parts.append((1.25, "one says it was told of it"))
    elif (a.told_plainly or b.told_plainly) and set(a.events) & set(b.events):
        parts.append((1.0, "one is a note of being told"))
    return parts


def _of_children(a: Account, b: Account) -> list[Part]:
    if a.children and b.children and not a.children & b.children:
        return [(-6.0, "")]
    return []
