"""How alike two agencies' accounts are: points for and against, each with its reason.

    same day +2, next day +0.5, two or three days apart -1, more (up to ten) -2;
        half of that where one says it was told and names the other
    one names the other's very day +3; before 06:00 the night before is its day as well
    both timed: to the minute +2, within an hour +0.75, more than four hours apart -1.75;
        one names the other's time +2
    kinds of event that both record: strong 2.4, usual 1.7, slight 0.6 each, 5 at most
    words that both use: 0.6 for each rare one, and up to 1.5 for the share they are; 4 at most
    one names the other's agency +0.5, each names the other +1.5; one was told by the other +0.75
    one that was told names another day -1
    one is a note of being told and both record the same kind of event +0.75
    both record only a failed contact of their own, on different days, and neither was told -4
    one opens with a meeting (a strategy discussion, a conference), the other speaks of none -2.5
    each names children, and none of them in common -6 (the twin's appointment)
    by chance alone one entry in three days -0.4, three -0.8, ten -1.4 (a crowded week tells less)

The weights were fitted on labelled cases (tests/chronology/told_twice) and rounded to be read.
Two accounts are taken for the same event from `ENOUGH` points on. The cue words are data files
in chronology/cues; nothing here reads words that were struck out or hidden.
"""

from __future__ import annotations

import datetime as dt
import math
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from chronology import phrases
from chronology.agencies import agency_kinds, called_for_short
from chronology.model import Case, Entry
from chronology.named_days import clock, named_days, named_times

ENOUGH = 3.25
NEAR_DAYS = 3
TOLD_DAYS = 10
_DAWN = 6  # before this hour it is still the night before
_EVENT_POINTS = {"strong": 2.4, "usual": 1.7, "slight": 0.6}
_MOST_FOR_EVENTS = 5.0
_MOST_FOR_WORDS = 4.0
_FIELDS = ("subject", "kind", "location", "present", "action", "outcome", "comment")
_COMMON_WORTH = 0.15
# Each agency has its own: two on different days are two, unless one was told of the other's.
_OWN_CONTACTS = frozenset(["no access", "not brought or did not attend", "developmental check"])
# An account that opens with one of these is of that meeting, not of what it was about.
_MEETINGS = frozenset(
    ["strategy discussion", "child protection conference", "core group", "marac", "child in need",
     "looked-after review", "team around the family", "professionals meeting",
     "discharge planning meeting", "new birth visit"]
)  # fmt: skip
_SPEAKS_OF_ONE = _MEETINGS | {"meeting", "child protection plan"}
_OPENING = 5  # words
# Counts are smoothed as if the case stood among this many other entries that never use the word.
_OTHER_ENTRIES = 200
_UNIT = 4.5  # about the weight of a word that two entries of a mid-sized case use
_LEAST_WEIGHT = 3.0  # accounts shorter than this many rare words do not match by being short
_RARE = 0.5
_LIKE_A_NAME = 0.6  # the weight from which a long word may be a name
_SLIPS_SETTLE = 1.5  # points that slips of spelling may add
_SLIP = 88  # rapidfuzz ratio from which two rare words are one word spelt twice


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What is compared of one entry."""

    entry: Entry
    words: frozenset[str]
    weight: float
    names: tuple[str, ...]
    """Its rare long words, such as names: those that a slip of spelling may part."""
    events: Mapping[str, float]
    own: frozenset[str]
    """What kind of agency wrote it."""
    named: frozenset[str]
    """Kinds of agency that its text names, its own apart."""
    children: frozenset[str]
    days: frozenset[int]
    """The day that it is dated to, as ordinals; in the small hours also the day before."""
    times: frozenset[int]
    """Its own time and those that its text names, as minutes on the face of a clock."""
    days_named: frozenset[int]
    """Days, up to its own, that the text names, as ordinals."""
    told: bool
    told_plainly: bool
    opens_with_meeting: bool = False
    """Its first words say that it is of a meeting, such as a strategy discussion."""
    crowd: float = 0.0
    """Entries that chance alone brings within a day of it, by the fortnights round about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The points of one pair and why, most telling first."""

    points: float
    why: tuple[str, ...]


class Rarity(dict[str, float]):
    """The weight of each word: the rarer among the entries, the more it tells."""

    def __init__(self, told: Sequence[Sequence[str]]) -> None:
        super().__init__()
        self.count = Counter(word for words in told for word in set(words))
        self.entries = len(told)

    def __missing__(self, word: str) -> float:
        ratio = (self.entries + _OTHER_ENTRIES) / (self.count[word] + 0.5)
        weight = max(0.0, math.log(ratio)) / _UNIT
        weight *= _COMMON_WORTH if word in common() else 1.0
        self[word] = weight
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
def event_words() -> phrases.Finder:
    told = tomllib.loads(phrases.words_of("events.toml"))
    return phrases.finder({name: cues for names in told.values() for name, cues in names.items()})


@cache
def telling_words() -> phrases.Finder:
    """Cues that say an entry's writer was told of something."""
    told = tomllib.loads(phrases.words_of("telling.toml"))
    return phrases.finder({name: told[name] for name in ("told", "told_plainly")})


@cache
def _all_words() -> phrases.Finder:
    """Events, agencies and telling in one table, so that a text is gone through once."""
    events = tomllib.loads(phrases.words_of("events.toml"))
    cues = {f"event:{n}": c for names in events.values() for n, c in names.items()}
    for kind, file in (("agency", "agencies.toml"), ("telling", "telling.toml")):
        told = tomllib.loads(phrases.words_of(file))
        cues |= {f"{kind}:{name}": phrases_ for name, phrases_ in told.items()}
    return phrases.finder(cues)


def text_of(entry: Entry) -> str:
    """The words of an entry that are compared; nothing withheld."""
    parts = [entry.event if "event" not in entry.withheld else ""]
    parts += [entry.fields.get(f, "") for f in _FIELDS if f not in entry.withheld]
    return " . ".join(part for part in parts if part)


Told = Mapping[str, Sequence[str]]


def stems_of(entries: Iterable[Entry]) -> Told:
    """The stems of each entry's compared words, by id: read once for all that compares."""
    return {entry.id: phrases.stems(text_of(entry)) for entry in entries}


def accounts(
    entries: Sequence[Entry], case: Case, stems: Told | None = None
) -> tuple[list[Account], Rarity]:
    """Read every entry once for comparing, and weigh the words among them."""
    stems = stems if stems is not None else stems_of(entries)
    told = [stems[entry.id] for entry in entries]
    rarity = Rarity(told)
    names = {stem: c.label for c in case.children for n in (c.label, *c.names)
             for stem in phrases.stems(n)} if len(case.children) > 1 else {}  # fmt: skip
    crowds = _crowds(entries)
    called = called_for_short({e.agency for e in entries}, common())
    read = [
        _account(e, t, rarity, names, crowd, called)
        for e, t, crowd in zip(entries, told, crowds, strict=True)
    ]
    return read, rarity


def _crowds(entries: Sequence[Entry]) -> list[float]:
    """How many entries chance alone brings to three days: from the fortnights round about.

    The three days themselves are not counted, or an event that many agencies tell of would
    speak against itself.
    """
    days = sorted(start.toordinal() for e in entries if (start := e.when.start))
    crowds = []
    for entry in entries:
        start = entry.when.start
        day = start.toordinal() if start else 0
        near = bisect_right(days, day + 1) - bisect_left(days, day - 1)
        about = bisect_right(days, day + 15) - bisect_left(days, day - 15)
        crowds.append(3 * (about - near) / 28)
    return crowds


def _account(
    entry: Entry,
    told: Sequence[str],
    rarity: Rarity,
    names: Mapping[str, str],
    crowd: float,
    called: Mapping[str, str],
) -> Account:
    words = frozenset(w for w in told if len(w) > 1)
    points = event_points()
    own = agency_kinds(entry.agency)
    found: dict[str, list[phrases.Found]] = {"event": [], "agency": [], "telling": []}
    for cue in phrases.find(told, _all_words()):
        kind, _, name = cue.name.partition(":")
        found[kind].append(phrases.Found(name=name, at=cue.at, denied=cue.denied))
    others = [f for f in found["agency"] if f.name not in own]
    says = {f.name for f in found["telling"]}
    meets = _says_it_is_a_meeting(entry)
    days = named_days(text_of(entry), told, entry.when.start) if exact(entry) else frozenset()
    return Account(
        entry=entry,
        words=words,
        weight=sum(rarity[w] for w in words),
        names=tuple(
            sorted(w for w in words if len(w) >= 5 and w.isalpha() and rarity[w] > _LIKE_A_NAME)
        ),
        events={f.name: points[f.name] for f in found["event"] if not f.denied},
        own=own,
        named=frozenset(f.name for f in others).union(
            *(agency_kinds(called[w]) for w in words if called.get(w, entry.agency) != entry.agency)
        ),
        children=frozenset(names[w] for w in told if w in names),
        days=_days(entry),
        times=_times(entry),
        days_named=days,
        told="told" in says or _agency_tells(told, others),
        opens_with_meeting=meets or _of_meeting(f for f in found["event"] if f.at < _OPENING),
        told_plainly=not meets
        and ("told_plainly" in says or ("police_notice" in says and "police" not in own)),
        crowd=crowd,
    )


def _says_it_is_a_meeting(entry: Entry) -> bool:
    """Whether the agency's own kind of contact is a meeting, such as "Strategy discussion"."""
    kind = "" if "kind" in entry.withheld else entry.fields.get("kind", "")
    return bool(kind) and _of_meeting(phrases.find(phrases.stems(kind), event_words()))


def _of_meeting(events: Iterable[phrases.Found]) -> bool:
    return any(f.name in _MEETINGS and not f.denied for f in events)


def _days(entry: Entry) -> frozenset[int]:
    """The days by which others may call an entry's: 00:40 on Sunday is Saturday night too."""
    when = entry.when
    if when.start is None or not exact(entry):
        return frozenset()
    day = when.start.toordinal()
    return frozenset([day, day - 1] if when.time and when.time.hour < _DAWN else [day])


def _times(entry: Entry) -> frozenset[int]:
    own = entry.when.time
    named = named_times(text_of(entry))
    return named | {clock(own.hour, own.minute)} if own else named


def _agency_tells(told: Sequence[str], others: Iterable[phrases.Found]) -> bool:
    """Whether another agency is named just before a word such as "rang"."""
    verbs = _told_verbs()
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
        (-0.6 * math.log1p(max(a.crowd, b.crowd)), ""),
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


def exact(entry: Entry) -> bool:
    """Whether the entry is dated to one day."""
    return entry.when.start is not None and entry.when.start == entry.when.end


def _of_day(a: Account, b: Account) -> list[Part]:
    apart = days_apart(a.entry, b.entry)
    parts: list[Part] = []
    if apart and (_names_day_of(a, b) or _names_day_of(b, a)):
        return [(3.0, "one names the other's date")]
    if apart and (_names_another_day(a, b) or _names_another_day(b, a)):
        parts.append((-1.0, ""))
    if not (exact(a.entry) and exact(b.entry)):
        return [*parts, (0.0, f"{apart} days apart" if apart else "their periods meet")]
    if apart == 0:
        return [*parts, (2.0, "same day")]
    if apart == 1:
        return [*parts, (0.5, "a day apart")]
    late = -1.0 if apart <= NEAR_DAYS else -2.0
    if _was_told(a, b):  # word of it takes days to arrive
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
    if _OWN_CONTACTS.issuperset(telling) and days_apart(a.entry, b.entry) and not told:
        parts.append((-4.0, ""))
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
        parts.append((1.5, "each names the other's agency"))
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
