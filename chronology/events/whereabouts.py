"""Where a child who was not seen was said to be, and who records otherwise of that day.

"Not seen, mum said he was at nursery"     the nursery's own record: "Theo absent"
"Mum said he was at his appointment"       the hospital's: "was not brought", at about that time
"Mother said he was asleep upstairs"       the nursery's: present, at that time

Neither is settled: both may be true. Nothing is said where the words tell of another time, of
another child or of another place of that kind, where the child was absent for a part of the day
only, or where either account is withheld. The words stand in cues/whereabouts.toml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from chronology import phrases
from chronology.contacts.sightings import in_person
from chronology.events.agencies import agency_kinds
from chronology.events.named_days import named_days
from chronology.model import SIGHTED, Basis, Child, Entry, Kind, SeenValue
from chronology.values.readings_by_basis import words_by_basis

_THERE = re.compile(
    r"(?<!not )(?<!seen )(?<!present )(?<!arrive )\b(?:at|in) ((?:[\w-]+,? ?){1,4})", re.I
)
"""Not seen, at school; but "not seen at school" is not."""
_BUT_SPOKE = re.compile(
    r"\bbut\s+(?:\w+\s+){0,2}(?:spoke|talked|met|saw|discussed|rang|phoned|called)\b[^.;\n]*", re.I
)
"""Not seen but spoke with his teacher at school: where the writer was, not the child."""
_SENTENCE_END = re.compile(r"[.;]\s|\n")
SCHOOL = (
    r"(?:the\s+|his\s+|her\s+|their\s+)?(?:primary\s+|infant\s+|junior\s+|secondary\s+|special\s+)?"
    r"(?:school|nursery|class(?:room)?)\b"
)
SCHOOL_VISITED = re.compile(
    rf"\bvisit(?:ed)?\s+(?:to\s+|at\s+)?{SCHOOL}|\b(?:school|nursery)\s+visit\b", re.I
)


def says_with(unseen: Entry, agency: str, child: str) -> bool:
    """Whether what says that the child was not seen says that it was where that agency saw it:
    "Twins at nursery" and the nursery's own record of the day are of one mind."""
    seen = unseen.seen[child]
    if seen.value is not SeenValue.NOT_SEEN:
        return False
    told = _BUT_SPOKE.sub("", evidence_in_full(unseen, child))
    return any(agency_kinds(place) & agency_kinds(agency) for place in _THERE.findall(told))


def evidence_in_full(entry: Entry, child: str) -> str:
    """What shows that a child was seen or not, with the words after it to the end of a sentence."""
    seen = entry.seen[child]
    told = [seen.evidence, words_by_basis(seen).get(Basis.NARRATIVE, "")]
    for words in told[:]:
        if " " in words and (at := entry.event.find(words)) >= 0:  # no Yes or No of a column
            told.append(_SENTENCE_END.split(entry.event[at:], maxsplit=1)[0])
    return "\n".join(told)


def _words(*lists: str) -> str:
    return phrases.one_of_lists("whereabouts.toml", *lists)


def _any_of(*lists: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words(*lists)}(?!\w)", re.I)


_ALL_DAY = frozenset(["school", "nursery"])
_AT_A_TIME = frozenset(["hospital", "gp", "dentist"])
_HOME = "home"
_HAVE_CHILDREN = frozenset(["school", "nursery", "hospital"])
"""Agencies whose own sightings are on their own premises, visits apart."""
_PLACES = "|".join(f"(?P<{kind}>{_words(kind)})" for kind in sorted(_ALL_DAY | _AT_A_TIME))
_PLACE = re.compile(
    r"(?:(?P<who>[\w'\u2019]+)(?P<mark>[,)]?\s+(?:[-\u2013]\s*)?)|:\s*|^\W*)(?:at|in|with|to)\s+"
    rf"(?P<called>(?:(?-i:[A-Z])[\w'\u2019-]*\s+|{_words('no name')}\s+){{0,5}}?)"
    rf"(?:{_PLACES})(?!['\u2019\w-])(?!\s+{_words('beside it')}\b)",
    re.I,
)
_IS_THERE, _AT_HOME = _any_of("is there"), _any_of("at home")
_SAYS_WHERE, _ENDS_THERE = (
    _any_of("says where"),
    re.compile(r"\W*$|\s*[,;)]|\s+(?:today|with)\b", re.I),
)
_SOMEBODY_ELSE = _any_of("somebody else")
_TO_BE_SEEN_THERE = re.compile(r"\b(?:visit\w*(?:\s+to)?|see|meet|met|saw|spoke\s+to)\s+$", re.I)
_ANOTHER_TIME, _NOT_THAT_DAY = _any_of("another time"), _any_of("not of that day")
_ABSENT = _any_of("absent")
_MORNING, _AFTERNOON = (
    re.compile(rf"(?<![\d.:]\s)(?<!\w)(?:{half})(?!\w)", re.I)
    for half in (r"a\.?m\.?|mornings?", r"p\.?m\.?|afternoons?")
)
_NOON, _OPENS, _CLOSES = 12, 7, 18  # o'clock
_SATURDAY = 5
_NOT_COME = frozenset(["not_brought", "not_attended"])
_NEAR_AN_APPOINTMENT, _AT_ONE_TIME = 90, 15  # minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a child was said to be: the kind of agency, its own name in words, and what says so."""

    kind: str
    called: frozenset[str]
    words: str


def told_otherwise(
    day: Sequence[Entry], child: Child, children: Sequence[Child], agencies: Collection[str]
) -> Iterator[tuple[Entry, Entry]]:
    """Of the entries of one day, each that says where the child was, with each that differs.

    `agencies` are all that say whether they saw the child: of two nurseries it is not known which
    was meant.
    """
    places = [(e, place) for e in day if (place := said_to_be(e, child, children))]
    for (told, place), other in product(places, day):
        if other.agency == told.agency or other.withheld:
            continue
        if _elsewhere(told, place, other, child.label) or (
            _is_of(other.agency, place, agencies)
            and not _was_there(day, other.agency, child.label)
            and _did_not_come(told, place, other, child.label)
        ):
            yield told, other


def said_to_be(entry: Entry, child: Child, children: Sequence[Child]) -> Place | None:
    """Where an entry on which the child was not seen says that the child was, if it does."""
    unseen = entry.seen[child.label].value is SeenValue.NOT_SEEN
    if not unseen or entry.withheld or SCHOOL_VISITED.search(entry.event):
        return None
    before = ""
    for sentence in _SENTENCE_END.split(entry.event):
        words = (sentence.lower() if sentence.isupper() else sentence).replace("\u2019", "'")
        if not _ANOTHER_TIME.search(words):
            for found in _PLACE.finditer(words):
                told = before + words[: found.start()] + (found["who"] or "")
                if _is_there(found, told, child) and _of_this_child(told, child, children):
                    called = _own_name(found["called"]) - _names(child)
                    kind = found.lastgroup or ""
                    return Place(kind=kind, called=called, words=sentence.strip())
            home = _AT_HOME.search(words)
            if home and _of_this_child(before + words[: home.start()], child, children):
                return Place(kind=_HOME, called=frozenset(), words=sentence.strip())
        before += sentence + ". "
    return None


def _is_there(found: re.Match[str], told: str, child: Child) -> bool:
    """Whether the words before "at nursery" say that the child is there, and are no plan to see it
    there."""
    who = found["who"]
    if who is None:
        return True
    if _SAYS_WHERE.fullmatch(who):  # "mum said at nursery", but not "said at nursery he bites"
        return _ENDS_THERE.match(found.string, found.end()) is not None
    if not (_IS_THERE.fullmatch(who) or {*phrases.words(who)} <= _names(child)):
        return False
    if who.casefold() in _LOOKED_FOR and not found["mark"].strip():
        return False  # "not seen at school"; but "not seen, at school"
    return not (_is_somebody_else(told, child) or _TO_BE_SEEN_THERE.search(told[: -len(who)]))


_LOOKED_FOR = frozenset(["seen", "present"])


def _is_somebody_else(told: str, child: Child) -> bool:
    """Whether somebody else is named just before "is at" or "was at"."""
    words = told.split()
    while len(words) > 1 and _IS_THERE.fullmatch(words[-1]):
        words.pop()
    last = words[-1].rstrip(",)")
    if _SOMEBODY_ELSE.fullmatch(last):
        return True
    another = last[0].isupper() and last[-1].isalpha() and not _IS_THERE.fullmatch(last)
    return another and not {*phrases.words(last)} <= _names(child)


def _of_this_child(told: str, child: Child, children: Sequence[Child]) -> bool:
    """Whether the child named last is this one, alone or together with others ("both children")."""
    named = [
        (found.start(), found.end(), c.label == child.label)
        for c in children
        for name in c.all_names
        for found in re.finditer(rf"\b{re.escape(name)}\b", told, re.I)
    ]
    last, _, own = max(named, default=(0, 0, True))
    beside = max((end for _, end, is_own in named if is_own), default=0)
    and_ = beside and _AND.fullmatch(told[beside:last])
    return own or bool(and_) or _TOGETHER.search(told, last) is not None


_TOGETHER = re.compile(r"\b(?:both|all|children|kids|twins|siblings)\b", re.I)
_AND = re.compile(r"\s*(?:and|&|\+)\s*", re.I)


def _names(child: Child) -> frozenset[str]:
    return frozenset(word for name in child.all_names for word in phrases.words(name))


def _own_name(called: str) -> frozenset[str]:
    """The words of a name that are not those by which any school or nursery is called."""
    plain = _PLAIN.sub(" ", called.casefold())
    return frozenset(phrases.words(plain))


_PLAIN = _any_of("no name", "school", "nursery", "hospital", "gp", "dentist")


def _is_of(agency: str, place: Place, agencies: Collection[str]) -> bool:
    """Whether an agency is the place, as far as names tell; of several of that kind it is not known
    which was meant unless it is named."""
    if place.kind not in agency_kinds(agency):
        return False
    own = _own_name(agency)
    if place.called and own:
        return not place.called.isdisjoint(own)
    return sum(place.kind in agency_kinds(other) for other in agencies) == 1


def _was_there(day: Iterable[Entry], agency: str, child: str) -> bool:
    """Whether the agency saw the child for some of that day."""
    return any(e.agency == agency and e.seen[child].value in SIGHTED for e in day)


def _did_not_come(told: Entry, place: Place, other: Entry, child: str) -> bool:
    """Whether the place's own record says that the child was not there, at that time as far as
    times are given."""
    seen, start = other.seen[child], other.when.start
    if seen.value is not SeenValue.NOT_SEEN or start is None or _NOT_THAT_DAY.search(other.event):
        return False
    for words in (place.words, other.event):
        if named_days(words, phrases.stems(words), start) - {start.toordinal()}:
            return False
    if place.kind in _AT_A_TIME:
        return seen.reason in _NOT_COME and _apart(told, other, 0) <= _NEAR_AN_APPOINTMENT
    absent = _ABSENT.search(evidence_in_full(other, child))
    at_that_time = all(_open_then(told, words) for words in (place.words, other.event))
    return absent is not None and start.weekday() < _SATURDAY and at_that_time


def _open_then(told: Entry, words: str) -> bool:
    """Whether words that name a half of the day, or none, may be of the time of the visit."""
    time, halves = told.when.time, [bool(h.search(words)) for h in (_MORNING, _AFTERNOON)]
    if time is None:
        return halves[0] == halves[1]
    in_time = halves[0] == halves[1] or halves[time.hour >= _NOON]
    return in_time and _OPENS <= time.hour < _CLOSES


def _elsewhere(told: Entry, place: Place, other: Entry, child: str) -> bool:
    """Whether another agency had the child on its premises at the time."""
    kinds = agency_kinds(other.agency)
    may_be_it = next((p for p in (_ALL_DAY, _AT_A_TIME) if place.kind in p), frozenset())
    had = in_person(other.seen[child]) and other.kind in (Kind.SESSION, Kind.APPOINTMENT)
    has = had and kinds & _HAVE_CHILDREN and not kinds & may_be_it
    return bool(has) and _apart(told, other, _NEVER) <= _AT_ONE_TIME


_NEVER = 24 * 60


def _apart(one: Entry, other: Entry, untimed: int) -> int:
    """Minutes between two entries; `untimed` where one of them has no time."""
    times = [e.when.time for e in (one, other)]
    if not all(times):
        return untimed
    first, second = (t.hour * 60 + t.minute for t in times if t)
    return abs(first - second)
