"""The words of an event by which a contact may have been missed: whom they mention, and what stands
where among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from chronology import phrases
from chronology.model import Kind
from chronology.seen.who import mentions
from chronology.seen.who.family import Family, lists
from chronology.seen.who.mention import ADULT, PROFESSIONAL, Mention
from chronology.seen.who.mention import CHILD as A_CHILD
from chronology.seen.who.pronouns import WORDS as PRONOUNS
from chronology.seen.wording.words import Words, split

WAYS = ("call", "letter", "door")
CAUSES = frozenset(["due", "because", "owing", "since", "after", "while", "whilst"])
_ARRANGED = frozenset(
    ["arrange", "arranging", "rearrange", "book", "plan", "re", "about", "confirm", "next", "offer",
     "regarding", "before"]
)  # fmt: skip
_BEFORE = 6
"""Words between a cue and what takes it back."""


class Missed(StrEnum):
    """Why a contact did not come about, in the words of missed.toml and of the tables."""

    NOT_BROUGHT = "was not brought"
    NOT_ATTENDED = "did not attend"
    NO_ACCESS = "no access"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say a contact was missed: what they say, and the words `first` up to `last`."""

    kind: Missed
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedText:
    """The words of an event, with whom they mention and what stands in them."""

    words: Words
    home: Family
    own: bool
    """Whether it stands in a child's own record."""
    kind: Kind
    mentions: Sequence[Mention]
    known: Sequence[Mention]
    """Those that may be somebody of whom the case knows."""
    cues: Sequence[Cue]
    at: Mapping[str, Sequence[tuple[int, int]]]
    """Name in missed_whose.toml -> the words `first` up to `last` of each that stands here."""


def tells_of_missed(event: str) -> bool:
    """Whether any words of an event may say that a contact was missed."""
    return bool(phrases.find_cues(phrases.stems(event), "missed.toml"))


def read_missed(event: str, home: Family, *, own: bool, named: bool, kind: Kind) -> MissedText:
    """Read an event; where the children are `named`, another name is another person's."""
    words = split(event)
    found = [m for m in mentions.find(words, home) if m.kind]
    sure = named and not own
    stems = [(stem, at) for at, raw in enumerate(words.raw) for stem in phrases.stems(raw)]
    return MissedText(
        words=words,
        home=home,
        own=own,
        kind=kind,
        mentions=found,
        known=[m for m in found if sure or not _is_a_new_name(words, home, m)],
        cues=_cues(words, stems),
        at=_others_in(words, stems),
    )


_Stems = Sequence[tuple[str, int]]


def _cues(words: Words, stems: _Stems) -> list[Cue]:
    """Each that says a contact was missed, in order."""
    of = [words.sentence[at] for _, at in stems]
    starts = [n for n, s in enumerate(of) if n == 0 or s != of[n - 1]]
    found = {
        Cue(Missed(f.name), *_place(stems[start:], f))
        for start, end in zip(starts, [*starts[1:], len(of)], strict=True)
        for f in phrases.find_cues([stem for stem, _ in stems[start:end]], "missed.toml")
        if not f.denied
    }
    return sorted(found, key=lambda cue: cue.first)


def _others_in(words: Words, stems: _Stems) -> Mapping[str, Sequence[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for f in _longest(phrases.find_cues([stem for stem, _ in stems], "missed_whose.toml")):
        place = _place(stems, f)
        if f.name != "door" or not _arranged(words, place[0]):
            found.setdefault(f.name, []).append(place)
    return found


def _place(stems: _Stems, found: phrases.Found) -> tuple[int, int]:
    return stems[found.at][1], stems[found.at + found.words - 1][1] + 1


def _arranged(words: Words, at: int) -> bool:
    """ "Called to arrange a visit": there is none yet."""
    return not _ARRANGED.isdisjoint(words.low[max(0, at - 3) : at])


def _longest(found: Sequence[phrases.Found]) -> list[phrases.Found]:
    """Of "call" and "call at", which begin at one word, the longer."""
    kept = phrases.longest(found)
    return [f for f in found if f.name not in WAYS or f in kept]


def _is_a_new_name(words: Words, home: Family, mention: Mention) -> bool:
    """A name that nobody of the case is known by; in a child's own record it may be the
    child's pet name."""
    grown = mention.kind == ADULT and mention.named and not mention.gender
    word = words.low[mention.first].removesuffix("'s")
    return grown and word not in lists() and word not in home.grown


def stands_before(text: MissedText, name: str, cue: Cue, reach: int = _BEFORE) -> bool:
    """Whether such words stand shortly before the cue, in its sentence."""
    return any(
        first < cue.first and cue.first - last < reach and is_with(text, first, cue)
        for first, last in text.at.get(name, ())
    )


def stands_beside(text: MissedText, name: str, cue: Cue, *, clause: bool = False) -> bool:
    """Whether such words stand in the sentence or the clause of the cue."""
    return any(is_with(text, first, cue, clause) for first, _ in text.at.get(name, ()))


def is_with(text: MissedText, at: int, cue: Cue, clause: bool = False) -> bool:
    """Whether a word stands in the sentence, or in the clause, of the cue."""
    of = text.words.clause if clause else text.words.sentence
    return of[at] in (of[cue.first], of[cue.last - 1])


def is_near(text: MissedText, mention: Mention, cue: Cue) -> bool:
    """Whether somebody is mentioned in the clause of the cue."""
    return any(is_with(text, at, cue, clause=True) for at in (mention.first, mention.last - 1))


def names_children(text: MissedText, mention: Mention) -> bool:
    """Whether it names children, and not a child's mother or school, or why it was missed."""
    if mention.kind != A_CHILD or _is_a_word(text, mention) or is_a_strangers(text, mention):
        return False
    before = text.words.low[max(0, mention.first - 3) : mention.first]
    followed = any(
        m.first == mention.last and m.kind in (ADULT, PROFESSIONAL) for m in text.mentions
    )
    return not (mention.owner and followed) and CAUSES.isdisjoint(before)


def _is_a_word(text: MissedText, mention: Mention) -> bool:
    """ "Patient", "the child", "she": whoever's record it is; "children's" is of a place."""
    word = text.words.low[mention.first]
    listed = {kind for _, kind in lists().get(word.removesuffix("'s"), ())}
    a_word = word in PRONOUNS or bool(listed & {"one", "baby"})
    return not mention.named and (a_word or (mention.owner and "every" in listed))


def is_a_strangers(text: MissedText, mention: Mention) -> bool:
    """ "Half-sister Lily", of whom the case knows nothing."""
    return not mention.named and any(
        m.first == mention.last and m.kind == ADULT and m.named for m in text.mentions
    )
