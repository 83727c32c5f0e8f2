"""Whom he, she and they mean, read by nearness.

"she" is the latest child or grown woman spoken of; a person who only stands beside ("with mum",
"by the nurse") gives way to the one spoken about.
"""

from __future__ import annotations

from collections.abc import Sequence

from chronology.number_words import CARDINALS
from chronology.seen.who.family import Family
from chronology.seen.who.groups import with_an_adult
from chronology.seen.who.mention import (
    ADULT,
    CHILD,
    PROFESSIONAL,
    STRANGER,
    UNBORN,
    Mention,
    make,
    matches,
)
from chronology.seen.who.sexes import may_be
from chronology.seen.wording.cues import named
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words

WORDS = frozenset(["he", "she", "they", "him", "her", "them"])
_GENDER = {"he": "M", "him": "M", "she": "F", "her": "F"}
_AFTER_OBJECT = grammar("after_object")
_SERVICES = grammar("services")
_CHILDREN = grammar("several_children")


def read(words: Words, at: int, home: Family, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that a pronoun is, or None where it is a possessive or means nobody known."""
    word = words.low[at]
    if word == "her" and not _is_object(words, at):
        return None
    if word in ("they", "them"):
        return _plural(words, at, home, mentions)
    return _single(words, at, home, mentions)


def _is_object(words: Words, at: int) -> bool:
    """Whether "her" is the person and not hers."""
    return at + 1 >= len(words.low) or words.low[at + 1] in _AFTER_OBJECT


def _single(words: Words, at: int, home: Family, mentions: Sequence[Mention]) -> Mention | None:
    """Whom "he" and "she" mean."""
    gender = _GENDER[words.low[at]]
    others = _others_named(words, at, home)
    for mention in reversed(mentions):
        if mention.kind in (UNBORN, STRANGER, PROFESSIONAL):
            continue
        if mention.kind == ADULT:
            fits = mention.gender == gender or (mention.named and not mention.gender)
            if fits and not mention.beside and not mention.owner:
                return make(words, at, at + 1, ADULT, (), gender=gender, named=False)
            continue
        if len(mention.children) == 1:
            child = mention.children[0]
            if not may_be(home, child, gender) or _said_to_be_other(child, gender, mentions):
                continue
            topic = _topic(words, mentions)
            kin = [m for m in mentions if words.low[m.first] not in WORDS]  # "his sister Ruby"
            other = topic[0] in others or _said_to_be_other(topic[0], gender, kin)
            if other or not may_be(home, topic[0], gender):
                topic = mention.children
            if topic[0] in others:
                continue
            return make(words, at, at + 1, CHILD, topic, gender=gender, named=False)
    if any(m.kind == ADULT and m.gender in (gender, "") for m in mentions):
        return make(words, at, at + 1, ADULT, (), gender=gender, named=False)
    if home.unnamed and may_be(home, home.subject, gender) and home.subject not in others:
        return make(words, at, at + 1, CHILD, home.unnamed, named=False)
    if others and any(m.kind == PROFESSIONAL and not m.owner for m in mentions):
        # "Manager rang. She says Mia wants to go home."
        return make(words, at, at + 1, PROFESSIONAL, (), named=False)
    return make(words, at, at + 1, ADULT, (), gender=gender, named=False)


def _others_named(words: Words, at: int, home: Family) -> frozenset[str]:
    """The children whom a clause names after "she", and who are then not she: "She said Mia had
    been told off"; but "as she came in Mia cried". Nobody is whom she says to be called so, nor who
    stands in brackets. (What a pronoun commands is named apart from it: Reinhart 1976.)"""
    clause = words.clause
    opens = words.low[words.opens[clause[at]]]
    if words.low[at] not in _SUBJECTS or opens in _SUBORDINATE:
        return frozenset()
    found: set[str] = set()
    for i in range(at + 1, len(words.low)):
        if clause[i] != clause[at]:
            break
        if words.quoted[i] or words.low[i - 1] in _NAMING:
            continue
        for parts, child in home.names.get(words.low[i].removesuffix("'s"), ()):
            whole = len(parts[0]) > 1 and words.raw[i][0].isupper()
            if whole and matches(words.low, i, tuple(map(str.lower, parts))) is not None:
                found.add(child)
    return frozenset(found)


_SUBJECTS = frozenset(["he", "she"])
_SUBORDINATE = grammar("subordinate")
_NAMING = grammar("naming")


def _said_to_be_other(child: str, gender: str, mentions: Sequence[Mention]) -> bool:
    """Whether a child has already been "he" where this is "she"."""
    called = [m.gender for m in mentions if m.children == (child,) and m.gender]
    return bool(called) and gender not in called


def _topic(words: Words, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The one child whom the latest sentence about one child names first."""
    single = [m for m in mentions if m.kind == CHILD and len(m.children) == 1]
    sentence = words.sentence[single[-1].first]
    same = [m for m in single if words.sentence[m.first] == sentence]
    return next((m for m in same if not m.owner), same[0]).children


def _one_with_an_adult(words: Words, mentions: Sequence[Mention]) -> tuple[str, ...] | None:
    """The child who is they together with a parent ("Mia ran to mum. They played"), nobody where
    "mum and dad" are; None where they may be children."""
    joined = with_an_adult(words, mentions)
    if joined is not None:
        return joined
    named = {m.children for m in mentions if m.kind == CHILD}
    one = named.pop() if len(named) == 1 else ()
    return one if len(one) == 1 and any(m.kind == ADULT for m in mentions) else None


def _many(word: str) -> bool:
    return word.endswith("s") or word in ("couple", "family")


def _means_things(words: Words, at: int) -> bool:
    """ "Theo's hands were red. He pulled them away": the hands of one, where nobody is asked."""
    if words.low[at - 1] in _TO_PEOPLE:
        return False
    begins = words.within(max(words.sentence[at] - 1, 0)).start
    return any(word in _HANDS for word in words.low[begins:at])


_HANDS = frozenset(word for word in named("body") if word.endswith(("s", "feet", "teeth")))
_TO_PEOPLE = grammar("done_to_people")


def _of_some(words: Words, mention: Mention) -> bool:
    """Whether several are told of, of whom nobody knows who they are: "all three" of four."""
    low = words.low
    return not mention.children and not mention.negative and _several(low[mention.last - 1])


def _several(word: str) -> bool:
    return word in CARDINALS or word in _CHILDREN or word in ("them", "they", "both")


def _plural(words: Words, at: int, home: Family, mentions: Sequence[Mention]) -> Mention | None:
    """Whom "they" means."""
    one = _one_with_an_adult(words, mentions)
    if one is not None:
        return make(words, at, at + 1, CHILD if one else ADULT, one, named=False)
    for mention in reversed(mentions):
        if mention.kind == CHILD and not mention.children:
            return make(words, at, at + 1, CHILD, (), named=False)  # "two of the children"
        if mention.kind == CHILD and (len(mention.children) > 1 or len(home.born) == 1):
            return make(words, at, at + 1, CHILD, mention.children, named=False)
        if mention.kind == CHILD and _of_some(words, mention):
            return make(words, at, at + 1, CHILD, (), named=False)
        if mention.kind == ADULT and _many(words.low[mention.first]):
            return make(words, at, at + 1, ADULT, (), named=False)
    if words.low[at] == "them" and _means_things(words, at):
        return None
    services = any(words.low[i] in _SERVICES for i in range(at))
    if not services and home.own_record and len(home.born) > 1:
        return make(words, at, at + 1, CHILD, home.born, named=False)
    return None
