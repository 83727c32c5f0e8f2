"""What is compared of each entry: its words and how rare they are, the events, agencies, children,
days and times that it names, and whether its writer was told of what it tells.

    Entry --- text_of ---> words --- cues/*.toml ---> Account      pair_measures.py compares two

The cue words are data files in chronology/cues; nothing here reads words that were struck out or
hidden.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from chronology import phrases
from chronology.events.agencies import agency_kinds, called_for_short, called_in_full
from chronology.events.agency_staff import staff_named, staff_of
from chronology.events.initials import headed_by
from chronology.events.named_days import clock, named_days, named_spans, named_times
from chronology.events.rarity import Rarity, within
from chronology.events.wording import (
    MEETINGS,
    all_words,
    common,
    compared,
    event_points,
    event_words,
    none_words,
    street_words,
    told_verbs,
)
from chronology.model import Case, Entry

_HOSPITALS = frozenset(["hospital", "midwife"])
_WHAT_NOTICES_ARE_OF = "domestic incident"
_DAWN = 6  # before this hour it is still the night before
_FIELDS = ("subject", "kind", "location", "present", "action", "outcome", "comment")
_OPENING = 5  # words
_LONG = 5  # letters
_LIKE_A_NAME = 0.6  # the weight from which a long word may be a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What is compared of one entry."""

    entry: Entry
    words: frozenset[str]
    weight: float
    street: frozenset[str]
    """The words of the streets that it names."""
    names: tuple[str, ...]
    """Its rare long words, such as names: those that a slip of spelling may part."""
    events: Mapping[str, float]
    own: frozenset[str]
    """What kind of agency wrote it."""
    named: frozenset[str]
    """Kinds of agency that its text names, its own apart."""
    children: frozenset[str]
    child_words: frozenset[str]
    """The words that name the children of the case."""
    owner: str
    """Whose own record it stands in, as record_of.py says; empty where it is no one person's."""
    days: frozenset[int]
    """The day that it is dated to, as ordinals; in the small hours also the day before."""
    times: frozenset[int]
    """Its own time and those that its text names, as minutes on the face of a clock."""
    days_named: frozenset[int]
    """Days, up to its own, that the text names, as ordinals."""
    spans_named: tuple[tuple[int, int], ...]
    """Weeks and months, up to its own day, that the text names: first and last day, as ordinals."""
    told: bool
    told_plainly: bool
    opens_with_document: bool
    """Its first words are of something that was sent: a letter, minutes, a notification."""
    opens_with_meeting: bool
    """Its first words say that it is of a meeting, such as a strategy discussion."""
    opens_with_visit: bool
    """Its first words are of a visit at home."""
    headed: str
    """The initials of the person whose name the entry opens with."""
    crowd: float
    """Entries that chance alone brings within a day of it, by the fortnights round about."""


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
    entries: Sequence[Entry],
    case: Case,
    stems: Told | None = None,
    owner: Callable[[Entry], str] | None = None,
) -> tuple[list[Account], Rarity]:
    """Read every entry once for comparing, and weigh the words among them."""
    stems = stems if stems is not None else stems_of(entries)
    words = [compared(stems[entry.id]) for entry in entries]
    rarity = Rarity(words)
    among = _Among(
        rarity=rarity,
        children={stem: c.label for c in case.children for n in c.all_names
                  for stem in phrases.stems(n)},
        short_names=called_for_short({e.agency for e in entries}, common()),
        full_names=called_in_full({e.agency for e in entries}),
        staff=staff_of(entries, case),
        days=sorted(start.toordinal() for e in entries if (start := e.when.start)),
        owner=owner or (lambda entry: ""),
    )  # fmt: skip
    texts = [text_of(entry) for entry in entries]
    read = [
        _account(e, text, stems[e.id], w, headed, among)
        for e, text, w, headed in zip(entries, texts, words, headed_by(texts), strict=True)
    ]
    rarity.weigh(read)
    return read, rarity


@dataclass(frozen=True, slots=True, kw_only=True)
class _Among:
    """What each account is read against: the case and its other entries."""

    rarity: Rarity
    children: Mapping[str, str]
    """A stem of a child's name -> the child's label."""
    short_names: Mapping[str, str]
    """A word by which an agency is called for short -> the agency."""
    full_names: phrases.Finder
    """The names of more than one word by which agencies go, each under the agency's kind."""
    staff: Mapping[str, str]
    """The surname of somebody who writes for one agency alone -> the agency."""
    days: Sequence[int]
    """The days on which entries begin, in order, as ordinals."""
    owner: Callable[[Entry], str]


def _crowd(entry: Entry, days: Sequence[int]) -> float:
    """How many entries chance alone brings to three days: from the fortnights round about.

    The three days themselves are not counted, or an event that many agencies tell of would
    speak against itself.
    """
    start = entry.when.start
    day = start.toordinal() if start else 0
    return 3 * (within(days, day, 15) - within(days, day, 1)) / 28


def _account(
    entry: Entry,
    text: str,
    told: Sequence[str],
    words: frozenset[str],
    headed: str,
    among: _Among,
) -> Account:
    points = event_points()
    own = agency_kinds(entry.agency)
    said = _cues(told, text, min(_OPENING, _before_what_was_done(entry)))
    called = (*phrases.longest(said.agencies), *phrases.find(told, among.full_names))
    others = [f for f in called if f.name not in own and not f.denied]
    meets = _says_it_is_a_meeting(entry)
    notice = "police_notice" in said.tells and "police" not in own
    sent = "hospital_notice" in said.tells and own.isdisjoint(_HOSPITALS)
    if notice and any(f.name == "police" for f in others):  # "PPN rec'd 9/4", and no more
        said.events.add(_WHAT_NOTICES_ARE_OF)
    start = entry.when.start if exact(entry) else None
    agencies = [among.short_names[w] for w in among.short_names.keys() & told]
    agencies += staff_named(text, among.staff)
    return Account(
        entry=entry,
        words=words,
        weight=math.fsum([among.rarity[w] for w in words]),
        street=street_words(text),
        names=_like_names(words, among.rarity),
        events={name: points[name] for name in said.events},
        opens_with_visit=said.opens_with_visit or bool(_VISIT.match(text)),
        own=own,
        named=frozenset(f.name for f in others).union(
            *(agency_kinds(a) for a in agencies if a != entry.agency)
        ),
        children=frozenset(among.children[w] for w in among.children.keys() & told),
        child_words=words & among.children.keys(),
        owner=among.owner(entry),
        days=days_of(entry),
        times=_times(entry, text),
        days_named=named_days(text, told, start),
        spans_named=named_spans(text, told, start),
        told="told" in said.tells
        or _agency_tells(told, others)
        or _was_sent(said, others)
        or _opens_with_sender(text, others),
        opens_with_document=said.document is not None,
        opens_with_meeting=meets or said.opens_with_meeting,
        told_plainly=not meets and ("told_plainly" in said.tells or notice or sent),
        crowd=_crowd(entry, among.days),
        headed=headed,
    )


def _like_names(words: Iterable[str], rarity: Rarity) -> tuple[str, ...]:
    return tuple(sorted(w for w in words if len(w) >= _LONG and rarity[w] > _LIKE_A_NAME
                        and w.isalpha()))  # fmt: skip


@dataclass(slots=True, kw_only=True)
class _Cues:
    """What the cues of a text say."""

    events: set[str] = field(default_factory=set)
    agencies: list[phrases.Found] = field(default_factory=list)
    tells: set[str] = field(default_factory=set)
    opens_with_visit: bool = False
    opens_with_meeting: bool = False
    document: int | None = None
    """The word, of its first few, that is for something sent, such as a letter."""


_VISIT = re.compile(
    r"\W*(?:(?:home|cp|cin|cla|lac|stat|statutory|announced|unannounced|planned|follow[- ]?up)\s+)*"
    r"visit\b(?!\s+(?:to|on)\s+(?:the\s+)?(?:ward|hospital))",
    re.I,
)
_SENTENCE_END = re.compile(r"(?<=[a-z])[.!?]\s+(?=[A-Z])| \. ")


def _before_what_was_done(entry: Entry) -> int:
    """How many words an entry has before those on what came of it: "Not brought", and not the
    "letter to GP" of another column."""
    told = [entry.event if "event" not in entry.withheld else ""]
    told += [entry.fields.get(f, "") for f in ("subject", "kind") if f not in entry.withheld]
    return sum(len(phrases.words(part)) for part in told) or _OPENING


def _cues(told: Sequence[str], text: str, opening: int = _OPENING) -> _Cues:
    """What the cues say; a letter is sought in the `opening` words at the most."""
    said = _Cues()
    none = {(f.name, f.at + f.words) for f in phrases.find(told, none_words())}
    found = phrases.find(told, all_words())
    many = any(cue.words > 1 or cue.denied for cue in found)
    ends = sentence_starts(text) if many else frozenset()
    for cue in (_denied_within(f, told, ends) if f.denied else f for f in found):
        kind, name = _parts(cue.name)
        if not ends.isdisjoint(range(cue.at + 1, cue.at + cue.words)):
            continue  # "Seen in clinic. Letter from school" is of no clinic letter
        if (name, cue.at + cue.words) in none or _is_of_something_else(name, cue, told):
            continue  # "cardiac arrest" is of no arrest
        if kind == "agency":
            said.agencies.append(replace(cue, name=name))
        elif kind == "telling":
            if cue.denied and name != "documents":
                continue  # "No contact from hospital"
            said.tells.add(name)
            visited = said.opens_with_visit or "joint visit" in said.events
            if name == "documents" and cue.at < opening and said.document is None and not visited:
                said.document = cue.at  # no "visit to new address", no "visit, letter left"
        elif not cue.denied:
            said.events.add(name)
            said.opens_with_visit |= cue.at < opening and name == "visit at home"
            said.opens_with_meeting |= cue.at < _OPENING and name in MEETINGS
    return said


_MET = frozenset(phrases.stems("seen saw see spoke spoken speak met interviewed talked"))
_FAMILY = frozenset(phrases.stems(
    "mother mum mam father dad parent parents carer nan nana gran grandmother grandfather grandad "
    "aunt uncle neighbour tenant patient client her him"
))  # fmt: skip
_OF_THE_FAMILY = frozenset(["his", "her", "the", "their", "a", "matern", "patern", "foster"])
_TENS = frozenset(phrases.stems("five ten fifteen twenty thirty forty fifty ninety few several"))
_NEAR_BY = 6


def _is_of_something_else(name: str, cue: phrases.Found, told: Sequence[str]) -> bool:
    """Whether the words beside a cue show that it means another thing.

    Seen alone for 40 minutes: nobody was left alone, and there are no minutes of a meeting.
    Telephone call from mother: no call between agencies.
    """
    before = told[max(0, cue.at - _NEAR_BY) : cue.at]
    if name == "alone or unattended":
        return cue.words == 1 and told[cue.at] == "alon" and not _MET.isdisjoint(before)
    if name == "told_plainly":
        return cue.words == 1 and bool(before) and (before[-1].isdigit() or before[-1] in _TENS)
    if name == "phone call between agencies":
        after = [w for w in told[cue.at + cue.words :][:3] if w not in _OF_THE_FAMILY]
        return bool(after) and after[0] in _FAMILY
    return False


def _denied_within(cue: phrases.Found, told: Sequence[str], ends: Collection[int]) -> phrases.Found:
    """The cue, denied only by a word of its own sentence: "Not back. Police informed"."""
    begins = max((at for at in ends if at <= cue.at), default=0)
    return replace(cue, denied=phrases.denied(told, cue.at, begins))


def sentence_starts(text: str) -> frozenset[int]:
    """The words of a text with which a new sentence begins."""
    ends, at = set[int](), 0
    for sentence in _SENTENCE_END.split(text):
        ends.add(at)
        at += len(phrases.words(sentence))
    return frozenset(ends)


@cache
def _parts(name: str) -> tuple[str, str]:
    kind, _, of_kind = name.partition(":")
    return kind, of_kind


def _was_sent(said: _Cues, others: Iterable[phrases.Found]) -> bool:
    """Whether the first words name another agency and a letter or the like: "Paeds letter"."""
    at = said.document
    return at is not None and any(f.at < at + 2 for f in others)


def _opens_with_sender(text: str, others: Iterable[phrases.Found]) -> bool:
    """Whether another agency stands before what it told: "Police: mother assaulted overnight"."""
    head, colon, _ = text.partition(":")
    words = len(phrases.words(head))
    return bool(colon) and any(f.at + f.words == words <= _OPENING for f in others)


def _says_it_is_a_meeting(entry: Entry) -> bool:
    """Whether the agency's own kind of contact is a meeting, such as "Strategy discussion"."""
    kind = "" if "kind" in entry.withheld else entry.fields.get("kind", "")
    if not kind:
        return False
    found = phrases.find(phrases.stems(kind), event_words())
    return any(f.name in MEETINGS and not f.denied for f in found)


def days_of(entry: Entry) -> frozenset[int]:
    """The days by which others may call an entry's: 00:40 on Sunday is Saturday night too."""
    when = entry.when
    if when.start is None or not exact(entry):
        return frozenset()
    day = when.start.toordinal()
    return frozenset([day, day - 1] if when.time and when.time.hour < _DAWN else [day])


def _times(entry: Entry, text: str) -> frozenset[int]:
    own = entry.when.time
    named = named_times(text)
    return named | {clock(own.hour, own.minute)} if own else named


def _agency_tells(told: Sequence[str], others: Iterable[phrases.Found]) -> bool:
    """Whether another agency is named just before a word such as "rang"."""
    verbs = told_verbs()
    at = {f.at + n for f in others for n in (1, 2)}
    return any(told[n] in verbs for n in at if n < len(told))


def day_of(entry: Entry) -> dt.date:
    """The first day on which it may have been; undated entries come last."""
    return entry.when.start or dt.date.max


def exact(entry: Entry) -> bool:
    """Whether the entry is dated to one day."""
    return entry.when.start is not None and entry.when.start == entry.when.end
