"""Whose contact was missed: by the words beside those that say so, else by whose record it is.

Ruby's review: DNA              Ruby's, whoever's record it is
Mother DNA her smear test       the mother's own
Rang mother, no answer          nobody's: a call that is not answered is no contact with a child
Home visit, no access           of nobody named: whose record it is decides (`may_be`)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from chronology import phrases
from chronology.contacts.missed_cues import (
    CAUSES,
    WAYS,
    Cue,
    Missed,
    MissedText,
    is_a_strangers,
    is_near,
    is_with,
    names_children,
    read_missed,
    stands_before,
    stands_beside,
    tells_of_missed,
)
from chronology.model import Child, Chronology, Entry, Kind
from chronology.record_of import CHILD, records_of
from chronology.seen.who.family import Family, family, lists
from chronology.seen.who.mention import ADULT, STRANGER, Mention
from chronology.seen.who.pronouns import WORDS as PRONOUNS

NOBODY, SOMEBODY = "nobody", "somebody"
_OF_ALL_AT_HOME = ("home", "visit")
_SURELY_AT_THE_DOOR = frozenset(phrases.stems("access entry gain card door knocking"))
_THEIRS = {"F": ("her",), "M": ("his",), "": ("her", "his", "their")}
_ENDS = frozenset(".,;!)\"'\n-\u2013\u201d\u2019") | {"when", "on", "at", "but", "and"}
_PLACES = frozenset(["school", "nursery", "class", "college"])
_ABOUT = frozenset(["re", "regarding", "about", "following", "concerning", "discuss"])
_NEAR, _DIRECTLY = 4, 3
"""Words between an owner and the appointment, and between what was called off and that it was."""
_AT_HOME = (Missed.NO_ACCESS, Missed.REFUSED)
_ADULTS_RECORDS = ("mother", "father", "other")
_NO_NAMES = frozenset(["child", "subject", "sibling", "baby", "young", "yp", "unborn", "infant"])
_SHORT = 4
"""Words of an outcome that says no more than that a contact was missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedOf:
    """One way in which an entry says that a contact was missed, and whose it was by its words."""

    kind: Missed
    children: frozenset[str] = frozenset()
    """Those whom it names; of none it may be any whose record it is."""
    other: str = ""
    """Of whom else it was: mother, father or somebody, or nobody."""

    @property
    def at_home(self) -> bool:
        """Whether it was at the door, where every child of the home may have been meant."""
        return self.kind in _AT_HOME


def missed_by_words(
    event: str, home: Family, *, own: bool, named: bool, kind: Kind
) -> tuple[MissedOf, ...]:
    """Each way in which an event says that a contact was missed, in order.

    `own` where it stands in a child's own record, `named` where the names of the children are
    known, so that another name is another person's.
    """
    text = read_missed(event, home, own=own, named=named, kind=kind)
    return tuple(_told(text, cue) for cue in text.cues)


def _told(text: MissedText, cue: Cue) -> MissedOf:
    if _is_none(text, cue) or _unanswered(text, cue):
        return MissedOf(kind=cue.kind, other=NOBODY)
    own = _a_grown_persons(text, cue)
    if own and _only_for_the_grown(text, cue, clause=True):
        return MissedOf(kind=cue.kind, other=own)
    if named := _named(text, cue):
        return MissedOf(kind=cue.kind, children=named)
    return MissedOf(kind=cue.kind, other=own or _a_strangers(text, cue))


def _is_none(text: MissedText, cue: Cue) -> bool:
    """No contact: a sample, something else that was called off, a rule or a history."""
    low, last = text.words.low, cue.last
    if any(first == cue.first for first, _ in text.at.get("sample", ())):
        return True
    ends = _ENDS if text.kind in (Kind.SESSION, Kind.REMOTE) else _ENDS | _PLACES
    if low[cue.first : last] == ["not", "in"] and low[last] not in ends:
        return True
    if stands_before(text, "not yet, or before", cue):
        return True
    if stands_before(text, "call", cue) and not _ABOUT.isdisjoint(
        low[max(0, cue.first - 3) : cue.first]
    ):
        return True  # "Rang mother re DNA"
    other = cue.kind is Missed.CANCELLED and stands_before(text, "no contact", cue, _DIRECTLY)
    return other and not any(
        is_near(text, m, cue) for m in text.mentions if names_children(text, m)
    )


def _unanswered(text: MissedText, cue: Cue) -> bool:
    """Whether it was a call or a message that nobody answered, and not a door."""
    said = phrases.stems(" ".join(text.words.raw[cue.first : cue.last]))
    if cue.kind is not Missed.NO_ACCESS or not _SURELY_AT_THE_DOOR.isdisjoint(said):
        return False
    told = sorted((first, name) for name in WAYS for first, _ in text.at.get(name, ()))
    before = [name for first, name in told if first < cue.first]
    after = [n for first, n in told if first >= cue.last and is_with(text, first, cue)]
    after = after if text.words.low[cue.last] in ("on", "from", "to", "via", "by", "at") else []
    if after:
        return after[0] != "door"
    return before[-1] != "door" if before else text.kind is Kind.REMOTE


def _named(text: MissedText, cue: Cue) -> frozenset[str]:
    """The children named with the cue: in its clause, else in its sentence, else before it.

    In a child's own record a name elsewhere is no more than a word about somebody; nobody in at
    a visit was so for all.
    """
    named = [m for m in text.mentions if names_children(text, m)]
    near = [m for m in named if is_near(text, m, cue)]
    if near or cue.kind in _AT_HOME:
        return _children(near)
    headed = [m for m in named if text.words.low[m.last] in (":", "-", "\u2013")]
    if headed := [m for m in headed if m.last < cue.first and is_with(text, m.first, cue)]:
        return _children(headed)
    owners = [m for m in named if m.owner and m.first < cue.first and is_with(text, m.first, cue)]
    if text.own or owners:
        return _children(owners)
    if same := [m for m in named if is_with(text, m.first, cue)]:
        return _children(same)
    home = any(w in _OF_ALL_AT_HOME for w in text.words.low)
    before = [m for m in named if m.first < cue.first]
    return _children(before[-1:]) if before and not home else frozenset()


def _a_grown_persons(text: MissedText, cue: Cue) -> str:
    """Whose own it was, of the grown people: mother, father or somebody; empty if nobody's."""
    if cue.kind in _AT_HOME:
        return ""
    for m in text.mentions:
        if m.kind == ADULT and m.owner and is_with(text, m.first, cue) and _owns(text, m):
            return _role(m)
    if cue.kind is Missed.NOT_BROUGHT:
        return ""
    who, only = _who_acts(text, cue), _only_for_the_grown(text, cue)
    theirs = text.words.low[cue.last] in _THEIRS[who.gender if who else ""]
    if who and cue.kind is Missed.NOT_ATTENDED:
        childs = text.own or stands_beside(text, "a child's", cue)
        return _role(who) if only or theirs or not childs else ""
    if who and theirs and not text.own:
        return _role(who)
    in_brackets = [m for m in text.mentions if m.kind == ADULT and _in_brackets(text, m, cue)]
    if in_brackets and cue.kind is Missed.NOT_ATTENDED:
        return _role(in_brackets[0])
    return (_role(who) if who else SOMEBODY) if only else ""


def _only_for_the_grown(text: MissedText, cue: Cue, clause: bool = False) -> bool:
    """Whether it is something only grown people go to: a smear; not one that was called off
    because of it."""
    if cue.kind is not Missed.CANCELLED:
        return stands_beside(text, "a grown person's", cue, clause=clause)
    return any(
        is_with(text, first, cue, clause=True)
        and first - cue.last < _DIRECTLY
        and CAUSES.isdisjoint(text.words.low[cue.last : first])
        for first, _ in text.at.get("a grown person's", ())
    )


def _owns(text: MissedText, owner: Mention) -> bool:
    """ "Mother's appointment", and not "mother's request"."""
    places = text.at.get("appointment", ())
    return any(0 <= first - owner.last < _NEAR - 1 for first, _ in places)


def _who_acts(text: MissedText, cue: Cue) -> Mention | None:
    """The grown person named before the cue in its clause, nearest to it."""
    before = [
        m for m in text.known
        if m.last <= cue.first and is_with(text, m.first, cue, clause=True)
    ]  # fmt: skip
    who = before[-1] if before else None
    if who is None and (called := _called_by_name(text, cue)):
        return called
    if who is None or who.kind != ADULT or who.owner or who.beside:
        return None
    return who if text.words.low[who.first] not in PRONOUNS else None


def _called_by_name(text: MissedText, cue: Cue) -> Mention | None:
    """A grown person of the case, called by name where mentions.py looks for none."""
    low, clause = text.words.low, text.words.clause
    return next(
        (
            Mention(at, at + 1, ADULT)
            for at in range(cue.first)
            if low[at] in text.home.grown and clause[at] == clause[cue.first]
        ),
        None,
    )


def _in_brackets(text: MissedText, mention: Mention, cue: Cue) -> bool:
    low = text.words.low
    closed = low[mention.first - 1] == "(" and low[mention.last] == ")"
    return bool(mention.first) and closed and is_with(text, mention.first, cue)


def _a_strangers(text: MissedText, cue: Cue) -> str:
    """Whether it was somebody's of whom the case knows nothing: a cousin, a friend, Lily."""
    before = [
        m for m in text.known
        if m.last <= cue.first and is_with(text, m.first, cue, clause=True) and not m.beside
    ]  # fmt: skip
    if any(is_a_strangers(text, m) and is_near(text, m, cue) for m in text.mentions):
        return SOMEBODY
    attended = cue.kind in (Missed.NOT_BROUGHT, Missed.NOT_ATTENDED)
    who = before[-1] if before and attended else None
    if who is None or who.owner or text.words.low[who.first].startswith(("parent", "carer")):
        return ""
    grown = who.kind == ADULT and not who.gender and text.words.low[who.first] not in PRONOUNS
    return SOMEBODY if who.kind == STRANGER or grown else ""


def _children(named: Sequence[Mention]) -> frozenset[str]:
    return frozenset(c for m in named for c in m.children)


def _role(mention: Mention) -> str:
    roles: Mapping[str, str] = {"F": "mother", "M": "father"}
    return roles.get(mention.gender, SOMEBODY)


Whose = Callable[[Entry], Sequence[MissedOf]]


@lru_cache(maxsize=4)
def missed_in(chronology: Chronology) -> Whose:
    """Tells of an entry each way in which it says that a contact was missed."""
    record_of, case = records_of(chronology), chronology.case
    labels = {c.label for c in case.children}
    subjects = [c.label for c in case.children if c.subject]
    subject = subjects[0] if len(subjects) == 1 else ""
    theirs = {w for c in case.children for n in c.all_names for w in n.casefold().split()}
    named = all(c.names or c.label.split()[0].casefold() not in _NO_NAMES for c in case.children)

    @cache
    def told(event: str, record: str, kind: Kind) -> tuple[MissedOf, ...]:
        own = record in labels or record == CHILD
        whole = CHILD if own else record
        home = family(case.children, record if record in labels else subject, (), whole, case.grown)
        home = replace(home, grown=home.grown - theirs - lists().keys())
        return missed_by_words(event, home, own=own, named=named, kind=kind)

    def of_entry(entry: Entry) -> Sequence[MissedOf]:
        text = _text(entry)
        return told(text, record_of(entry), entry.kind) if tells_of_missed(text) else ()

    return of_entry


def _text(entry: Entry) -> str:
    """What happened, with an outcome such as "DNA" where only that says that it was missed."""
    outcome = "" if "outcome" in entry.withheld else entry.fields.get("outcome", "")
    if len(outcome.split()) > _SHORT or tells_of_missed(entry.event):
        return entry.event
    return f"{entry.event.rstrip('. ')} - {outcome}" if outcome else entry.event


def may_be(record_of: str, owners: Set[str], entry: Entry, child: Child) -> bool:
    """Whether a missed contact in somebody's record, that of some children its `owners`, may have
    been the child's, where its words name nobody."""
    if record_of in ("", "household") or child.label in owners:
        return True
    if record_of == CHILD:
        return child.subject
    return not owners and not grown_persons(record_of, entry)


def grown_persons(record_of: str, entry: Entry) -> str:
    """Whose own contact it was that was missed in a grown person's record; a visit to the home may
    have been a child's."""
    own = record_of in _ADULTS_RECORDS and entry.kind is not Kind.VISIT
    return record_of if own else ""
