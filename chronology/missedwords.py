"""The words that say a contact was missed, and whose contact it was by the words beside them.

Ruby's review: DNA              Ruby's, whoever's record it is
Mother DNA her smear test       the mother's own
Rang mother, no answer          nobody's: a call that is not answered is no contact with a child
Home visit, no access           of nobody named: whose record it is decides (whosemissed.py)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from chronology import phrases
from chronology.model import Kind
from chronology.seen import mentions
from chronology.seen.family import Family, lists
from chronology.seen.mention import ADULT, PROFESSIONAL, STRANGER, Mention
from chronology.seen.mention import CHILD as A_CHILD
from chronology.seen.pronouns import WORDS as PRONOUNS
from chronology.seen.words import Words, split

NOBODY, SOMEBODY = "nobody", "somebody"
_OF_ALL_AT_HOME = ("home", "visit")
_SURELY_AT_THE_DOOR = frozenset(phrases.stems("access entry gain card door knocking"))
_WAYS = ("call", "letter", "door")
_CAUSES = frozenset(["due", "because", "owing", "since", "after", "while", "whilst"])
_THEIRS = {"F": ("her",), "M": ("his",), "": ("her", "his", "their")}
_ENDS = frozenset(".,;!)\"'\n-\u2013\u201d\u2019") | {"when", "on", "at", "but", "and"}
_PLACES = frozenset(["school", "nursery", "class", "college"])
_ARRANGED = frozenset(
    ["arrange", "arranging", "rearrange", "book", "plan", "re", "about", "confirm", "next", "offer",
     "regarding", "before"]
)  # fmt: skip
_ABOUT = frozenset(["re", "regarding", "about", "following", "concerning", "discuss"])
_NEAR, _BEFORE, _DIRECTLY = 4, 6, 3
"""Words between an owner and the appointment, between a cue and what takes it back, and between
what was called off and that it was."""


class Missed(StrEnum):
    """Why a contact did not come about, in the words of missed.toml and of the tables."""

    NOT_BROUGHT = "was not brought"
    NOT_ATTENDED = "did not attend"
    NO_ACCESS = "no access"
    REFUSED = "refused"
    CANCELLED = "cancelled"


_AT_HOME = (Missed.NO_ACCESS, Missed.REFUSED)


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


def tells_of_missed(event: str) -> bool:
    """Whether any words of an event may say that a contact was missed."""
    return bool(phrases.find(phrases.stems(event), _missed()))


def missed_by_words(
    event: str, home: Family, *, own: bool, named: bool, kind: Kind
) -> tuple[MissedOf, ...]:
    """Each way in which an event says that a contact was missed, in order.

    `own` where it stands in a child's own record, `named` where the names of the children are
    known, so that another name is another person's.
    """
    return tuple(_Text(event, home, own=own, named=named, kind=kind).told())


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words that say a contact was missed: what they say, and the words `first` up to `last`."""

    kind: Missed
    first: int
    last: int


class _Text:
    """The words of an event, with whom they mention and what stands in them."""

    def __init__(self, event: str, home: Family, *, own: bool, named: bool, kind: Kind) -> None:
        self.words: Words = split(event)
        self.home, self.own, self.kind = home, own, kind
        self.mentions = [m for m in mentions.find(self.words, home) if m.kind]
        sure = named and not own
        self.known = [m for m in self.mentions if sure or not self._is_a_new_name(m)]
        stems = [(s, at) for at, raw in enumerate(self.words.raw) for s in phrases.stems(raw)]
        self.stems, self.at = [s for s, _ in stems], [at for _, at in stems]
        self.beside: dict[str, list[tuple[int, int]]] = {}
        for found in _longest(phrases.find(self.stems, _others())):
            if found.name != "door" or not self._arranged(self.at[found.at]):
                self.beside.setdefault(found.name, []).append(self._place(found))

    def told(self) -> list[MissedOf]:
        """Each cue of a missed contact in order, and whose it was."""
        cues = {
            _Cue(Missed(f.name), *self._place(f, start))
            for start, stems in self._by_sentence()
            for f in phrases.find(stems, _missed())
            if not f.denied
        }
        return [self._told(cue) for cue in sorted(cues, key=lambda c: c.first)]

    def _by_sentence(self) -> list[tuple[int, list[str]]]:
        """The stems of each sentence, with the number of the first."""
        of = [self.words.sentence[at] for at in self.at]
        starts = [n for n, s in enumerate(of) if n == 0 or s != of[n - 1]]
        return [
            (n, self.stems[n:end]) for n, end in zip(starts, [*starts[1:], len(of)], strict=True)
        ]

    def _place(self, found: phrases.Found, start: int = 0) -> tuple[int, int]:
        first = start + found.at
        return self.at[first], self.at[first + found.words - 1] + 1

    def _arranged(self, at: int) -> bool:
        """ "Called to arrange a visit": there is none yet."""
        return not _ARRANGED.isdisjoint(self.words.low[max(0, at - 3) : at])

    def _told(self, cue: _Cue) -> MissedOf:
        if self._is_none(cue) or self._unanswered(cue):
            return MissedOf(kind=cue.kind, other=NOBODY)
        own = self._a_grown_persons(cue)
        if own and self._only_for_the_grown(cue, clause=True):
            return MissedOf(kind=cue.kind, other=own)
        if named := self._named(cue):
            return MissedOf(kind=cue.kind, children=named)
        return MissedOf(kind=cue.kind, other=own or self._a_strangers(cue))

    def _is_none(self, cue: _Cue) -> bool:
        """No contact: a sample, something else that was called off, a rule or a history."""
        low, last = self.words.low, cue.last
        if any(first == cue.first for first, _ in self.beside.get("sample", ())):
            return True
        ends = _ENDS if self.kind in (Kind.SESSION, Kind.REMOTE) else _ENDS | _PLACES
        if low[cue.first : last] == ["not", "in"] and low[last] not in ends:
            return True
        if self._before("not yet, or before", cue):
            return True
        if self._before("call", cue) and not _ABOUT.isdisjoint(
            low[max(0, cue.first - 3) : cue.first]
        ):
            return True  # "Rang mother re DNA"
        other = cue.kind is Missed.CANCELLED and self._before("no contact", cue, _DIRECTLY)
        return other and not any(self._near(m, cue) for m in self.mentions if self._names(m))

    def _before(self, name: str, cue: _Cue, reach: int = _BEFORE) -> bool:
        """Whether such words stand shortly before the cue, in its sentence."""
        return any(
            first < cue.first and cue.first - last < reach and self._same(first, cue)
            for first, last in self.beside.get(name, ())
        )

    def _beside(self, name: str, cue: _Cue, *, clause: bool = False) -> bool:
        """Whether such words stand in the sentence or the clause of the cue."""
        return any(self._same(first, cue, clause) for first, _ in self.beside.get(name, ()))

    def _same(self, at: int, cue: _Cue, clause: bool = False) -> bool:
        of = self.words.clause if clause else self.words.sentence
        return of[at] in (of[cue.first], of[cue.last - 1])

    def _unanswered(self, cue: _Cue) -> bool:
        """Whether it was a call or a message that nobody answered, and not a door."""
        said = phrases.stems(" ".join(self.words.raw[cue.first : cue.last]))
        if cue.kind is not Missed.NO_ACCESS or not _SURELY_AT_THE_DOOR.isdisjoint(said):
            return False
        told = sorted((first, name) for name in _WAYS for first, _ in self.beside.get(name, ()))
        before = [name for first, name in told if first < cue.first]
        after = [n for first, n in told if first >= cue.last and self._same(first, cue)]
        after = after if self.words.low[cue.last] in ("on", "from", "to", "via", "by", "at") else []
        if after:
            return after[0] != "door"
        return before[-1] != "door" if before else self.kind is Kind.REMOTE

    def _named(self, cue: _Cue) -> frozenset[str]:
        """The children named with the cue: in its clause, else in its sentence, else before it.

        In a child's own record a name elsewhere is no more than a word about somebody; nobody in at
        a visit was so for all.
        """
        named = [m for m in self.mentions if self._names(m)]
        near = [m for m in named if self._near(m, cue)]
        if near or cue.kind in _AT_HOME:
            return _children(near)
        headed = [m for m in named if self.words.low[m.last] in (":", "-", "\u2013")]
        if headed := [m for m in headed if m.last < cue.first and self._same(m.first, cue)]:
            return _children(headed)
        owners = [m for m in named if m.owner and m.first < cue.first and self._same(m.first, cue)]
        if self.own or owners:
            return _children(owners)
        if same := [m for m in named if self._same(m.first, cue)]:
            return _children(same)
        home = any(w in _OF_ALL_AT_HOME for w in self.words.low)
        before = [m for m in named if m.first < cue.first]
        return _children(before[-1:]) if before and not home else frozenset()

    def _near(self, mention: Mention, cue: _Cue) -> bool:
        """Whether somebody is mentioned in the clause of the cue."""
        return any(self._same(at, cue, clause=True) for at in (mention.first, mention.last - 1))

    def _names(self, mention: Mention) -> bool:
        """Whether it names children, and not a child's mother or school, or why it was missed."""
        if mention.kind != A_CHILD or self._is_a_word(mention) or self._is_a_strangers(mention):
            return False
        before = self.words.low[max(0, mention.first - 3) : mention.first]
        followed = any(
            m.first == mention.last and m.kind in (ADULT, PROFESSIONAL) for m in self.mentions
        )
        return not (mention.owner and followed) and _CAUSES.isdisjoint(before)

    def _is_a_new_name(self, mention: Mention) -> bool:
        """A name that nobody of the case is known by; in a child's own record it may be the
        child's pet name."""
        grown = mention.kind == ADULT and mention.named and not mention.gender
        word = self.words.low[mention.first].removesuffix("'s")
        return grown and word not in lists() and word not in self.home.grown

    def _is_a_word(self, mention: Mention) -> bool:
        """ "Patient", "the child", "she": whoever's record it is; "children's" is of a place."""
        word = self.words.low[mention.first]
        listed = {kind for _, kind in lists().get(word.removesuffix("'s"), ())}
        a_word = word in PRONOUNS or bool(listed & {"one", "baby"})
        return not mention.named and (a_word or (mention.owner and "every" in listed))

    def _is_a_strangers(self, mention: Mention) -> bool:
        """ "Half-sister Lily", of whom the case knows nothing."""
        return not mention.named and any(
            m.first == mention.last and m.kind == ADULT and m.named for m in self.mentions
        )

    def _a_grown_persons(self, cue: _Cue) -> str:
        """Whose own it was, of the grown people: mother, father or somebody; empty if nobody's."""
        if cue.kind in _AT_HOME:
            return ""
        for m in self.mentions:
            if m.kind == ADULT and m.owner and self._same(m.first, cue) and self._owns(m):
                return _role(m)
        if cue.kind is Missed.NOT_BROUGHT:
            return ""
        who, only = self._who_acts(cue), self._only_for_the_grown(cue)
        theirs = self.words.low[cue.last] in _THEIRS[who.gender if who else ""]
        if who and cue.kind is Missed.NOT_ATTENDED:
            childs = self.own or self._beside("a child's", cue)
            return _role(who) if only or theirs or not childs else ""
        if who and theirs and not self.own:
            return _role(who)
        in_brackets = [m for m in self.mentions if m.kind == ADULT and self._in_brackets(m, cue)]
        if in_brackets and cue.kind is Missed.NOT_ATTENDED:
            return _role(in_brackets[0])
        return (_role(who) if who else SOMEBODY) if only else ""

    def _only_for_the_grown(self, cue: _Cue, clause: bool = False) -> bool:
        """Whether it is something only grown people go to: a smear; not one that was called off
        because of it."""
        places = self.beside.get("a grown person's", ())
        if cue.kind is not Missed.CANCELLED:
            return any(self._same(first, cue, clause) for first, _ in places)
        return any(
            self._same(first, cue, clause=True)
            and first - cue.last < _DIRECTLY
            and _CAUSES.isdisjoint(self.words.low[cue.last : first])
            for first, _ in places
        )

    def _owns(self, owner: Mention) -> bool:
        """ "Mother's appointment", and not "mother's request"."""
        places = self.beside.get("appointment", ())
        return any(0 <= first - owner.last < _NEAR - 1 for first, _ in places)

    def _who_acts(self, cue: _Cue) -> Mention | None:
        """The grown person named before the cue in its clause, nearest to it."""
        before = [
            m for m in self.known
            if m.last <= cue.first and self._same(m.first, cue, clause=True)
        ]  # fmt: skip
        who = before[-1] if before else None
        if who is None and (called := self._called_by_name(cue)):
            return called
        if who is None or who.kind != ADULT or who.owner or who.beside:
            return None
        return who if self.words.low[who.first] not in PRONOUNS else None

    def _called_by_name(self, cue: _Cue) -> Mention | None:
        """A grown person of the case, called by name where mentions.py looks for none."""
        low, clause = self.words.low, self.words.clause
        return next(
            (
                Mention(at, at + 1, ADULT)
                for at in range(cue.first)
                if low[at] in self.home.grown and clause[at] == clause[cue.first]
            ),
            None,
        )

    def _in_brackets(self, mention: Mention, cue: _Cue) -> bool:
        low = self.words.low
        closed = low[mention.first - 1] == "(" and low[mention.last] == ")"
        return bool(mention.first) and closed and self._same(mention.first, cue)

    def _a_strangers(self, cue: _Cue) -> str:
        """Whether it was somebody's of whom the case knows nothing: a cousin, a friend, Lily."""
        before = [
            m for m in self.known
            if m.last <= cue.first and self._same(m.first, cue, clause=True) and not m.beside
        ]  # fmt: skip
        if any(self._is_a_strangers(m) and self._near(m, cue) for m in self.mentions):
            return SOMEBODY
        attended = cue.kind in (Missed.NOT_BROUGHT, Missed.NOT_ATTENDED)
        who = before[-1] if before and attended else None
        if who is None or who.owner or self.words.low[who.first].startswith(("parent", "carer")):
            return ""
        grown = who.kind == ADULT and not who.gender and self.words.low[who.first] not in PRONOUNS
        return SOMEBODY if who.kind == STRANGER or grown else ""


def _longest(found: Sequence[phrases.Found]) -> list[phrases.Found]:
    """Of "call" and "call at", which begin at one word, the longer."""
    most: dict[int, int] = {}
    for f in found:
        most[f.at] = max(f.words, most.get(f.at, 0))
    return [f for f in found if f.words == most[f.at] or f.name not in _WAYS]


def _children(named: Sequence[Mention]) -> frozenset[str]:
    return frozenset(c for m in named for c in m.children)


def _role(mention: Mention) -> str:
    roles: Mapping[str, str] = {"F": "mother", "M": "father"}
    return roles.get(mention.gender, SOMEBODY)


@cache
def _missed() -> phrases.Finder:
    return phrases.finder(phrases.table_of("missed.toml"))


@cache
def _others() -> phrases.Finder:
    return phrases.finder(phrases.table_of("whosemissed.toml"))
