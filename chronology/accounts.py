"""What is compared of each entry: its words and how rare they are, the events, agencies, children,
days and times that it names, and whether its writer was told of what it tells.

    Entry --- text_of ---> words --- cues/*.toml ---> Account      likeness.py compares two

The cue words are data files in chronology/cues; nothing here reads words that were struck out or
hidden.
"""

from __future__ import annotations

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

_WHAT_NOTICES_ARE_OF = "domestic incident"
_DAWN = 6  # before this hour it is still the night before
SLIGHT = 0.6
_EVENT_POINTS = {"strong": 2.4, "usual": 1.7, "slight": SLIGHT}
_FIELDS = ("subject", "kind", "location", "present", "action", "outcome", "comment")
_COMMON_WORTH = 0.15
# An account that opens with one of these is of that meeting, not of what it was about.
MEETINGS = frozenset(
    ["strategy discussion", "child protection conference", "core group", "marac", "child in need",
     "looked-after review", "team around the family", "professionals meeting",
     "discharge planning meeting", "new birth visit"]
)  # fmt: skip
_OPENING = 5  # words
# Counts are smoothed as if the case stood among this many other entries that never use the word.
_OTHER_ENTRIES = 200
_UNIT = 4.5  # about the weight of a word that two entries of a mid-sized case use
_LIKE_A_NAME = 0.6  # the weight from which a long word may be a name


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
    events = {f.name for f in found["event"] if not f.denied}
    notice = "police_notice" in says and "police" not in own
    if notice and any(f.name == "police" for f in others):  # "PPN rec'd 9/4", and no more
        events.add(_WHAT_NOTICES_ARE_OF)
    days = named_days(text_of(entry), told, entry.when.start) if exact(entry) else frozenset()
    return Account(
        entry=entry,
        words=words,
        weight=sum(rarity[w] for w in words),
        names=tuple(
            sorted(w for w in words if len(w) >= 5 and w.isalpha() and rarity[w] > _LIKE_A_NAME)
        ),
        events={name: points[name] for name in events},
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
        told_plainly=not meets and ("told_plainly" in says or notice),
        crowd=crowd,
    )


def _says_it_is_a_meeting(entry: Entry) -> bool:
    """Whether the agency's own kind of contact is a meeting, such as "Strategy discussion"."""
    kind = "" if "kind" in entry.withheld else entry.fields.get("kind", "")
    return bool(kind) and _of_meeting(phrases.find(phrases.stems(kind), event_words()))


def _of_meeting(events: Iterable[phrases.Found]) -> bool:
    return any(f.name in MEETINGS and not f.denied for f in events)


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


def exact(entry: Entry) -> bool:
    """Whether the entry is dated to one day."""
    return entry.when.start is not None and entry.when.start == entry.when.end
