"""Whom the words of people.toml mean: "the children", "both girls", "older boy", "PC Nash"."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.seen.who import ages
from chronology.seen.who.family import Family, lists
from chronology.seen.who.groups import (
    are_the_rest,
    children_of,
    counted,
    end_of_both,
    none_such,
    of_all,
    of_both,
    several,
    some_of,
    strangers,
)
from chronology.seen.who.mention import (
    ADULT,
    CHILD,
    PROFESSIONAL,
    STRANGER,
    UNBORN,
    Mention,
    make,
    matches,
    owned,
)
from chronology.seen.who.sexes import may_be, sex_of
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words, past_brackets

_KINDS = {
    "every": CHILD, "none": CHILD, "one": CHILD, "baby": CHILD, "by_order": CHILD, "others": CHILD,
    "female": ADULT, "male": ADULT, "adults": ADULT, "professionals": PROFESSIONAL,
    "unborn": UNBORN, "strangers": STRANGER,
}  # fmt: skip
TITLES = grammar("titles")
# "HV visit", "school nurse clinic": what follows makes the person a part of the name of a thing
_HEADS = grammar("heads")
_NAME_SPEAKS = grammar("name_speaks")


def read(
    words: Words, at: int, entries: Sequence[tuple[tuple[str, ...], str]], home: Family,
    mentions: Sequence[Mention],
) -> Mention | None:  # fmt: skip
    """The mention that one of the lists of people.toml knows, the longest words first."""
    for parts, listed in entries:
        owner = matches(words.low, at, parts)
        if owner is None:
            continue
        last = at + len(parts)
        if listed == "compounds":
            return Mention(at, last, "")
        if parts in (("both",), ("all",)):
            return _both_or_all(words, at, home, mentions)
        if not owner and last < len(words.low) and words.low[last] in _HEADS and parts[0] != "i":
            return Mention(at, last, "")
        if (parts[0] == "other" or listed == "every") and strangers(words, at, mentions):
            return make(words, at, last, STRANGER, (), named=False)
        if parts == ("neither",) and (found := _neither(words, at, home)):
            return found
        if parts == ("others",) and not are_the_rest(words, at, home, mentions):
            acts = words.low[last : last + 1] != [] and words.low[last] in _NAME_SPEAKS
            return make(words, at, last, ADULT, ()) if acts else None
        if _KINDS[listed] != CHILD:
            return _grown(words, at, last, parts, listed)._replace(owner=bool(owner))
        if parts[-1] in _SIBLINGS and not owner and _names_follow(words, last, home):
            return Mention(at, last, "")
        if listed in ("one", "baby") and not owner and (child := _called(words, last, home)):
            return make(words, at, last, CHILD, (child,), named=False)
        if ages.is_anothers(words, at):
            return make(words, at, last, STRANGER, (), named=False)
        by_age = _by_age(words, last, parts, listed, home)
        if listed == "by_order" and by_age is None:
            continue
        if by_age == ():
            return make(words, at, last, STRANGER, (), named=False)
        if not owner and (aged := _with_ages(words, at, last, home)):
            return aged
        if listed == "one" and (led := _led(words, home, mentions, at, parts)):
            return owned(words, make(words, at, last, CHILD, led, named=False), bool(owner))
        found = _children(words, at, parts, listed, by_age, home, mentions)
        return owned(words, found, bool(owner)) if found and found.children else found
    return None


def begins_a_thing(words: Words, at: int) -> bool:
    """Whether a word begins the name of a thing: "child protection plan", "baby clinic"."""
    known = lists().get(words.low[at], ())
    return any(
        listed == "compounds" and matches(words.low, at, parts) is not None
        for parts, listed in known
    )


def _neither(words: Words, at: int, home: Family) -> Mention | None:
    """ "Neither Mia nor Theo" are those two; of no child is "neither parent came", "neither mum nor
    dad", "neither registered with a dentist"."""
    low = [word for word in words.low[at + 1 : at + _SOON] if word not in _OF_THE]
    both = low[: low.index("nor") + 2] if "nor" in low else []
    if named := [label for word in both for _, label in home.names.get(word, ()) if label]:
        return make(words, at, at + 1, CHILD, tuple(dict.fromkeys(named)))._replace(negative=True)
    grown = bool(low) and low[0] in _AFTER_NEITHER
    if grown or (both and not any(map(_of_a_child, both))):
        return Mention(at, at + 1, "")
    return None


def _of_a_child(word: str) -> bool:
    return any(_KINDS.get(listed) == CHILD for _, listed in lists().get(word, ()))


_SOON = 7
_OF_THE = frozenset(["of", "the", "his", "her", "their"])
_AFTER_NEITHER = grammar("not_of_children")
_SIBLINGS = frozenset(["siblings", "sibs"])
_JOINING = frozenset(["and", "&", ","])


def _names_follow(words: Words, at: int, home: Family) -> bool:
    """ "Siblings Mia and Theo seen": the names say who they are, the record's own child too."""
    joined = words.low[at + 1 : at + 2]
    first, second = _name_at(words, at, home), _name_at(words, at + 2, home)
    return bool(joined) and joined[0] in _JOINING and "" not in (first, second)


def _led(
    words: Words, home: Family, mentions: Sequence[Mention], at: int, parts: Sequence[str]
) -> tuple[str, ...]:
    """Whom "the child" or "pt" means in the record of a child whom the text never names: the other
    one who heads the entry; nobody where that may be no more than a sibling told of."""
    either = parts[-1] in _EITHER and parts[0] not in ("subject", "index")
    others = [m for m in mentions if m.kind == CHILD and m.named and len(words.raw[m.first]) > 1]
    if not (home.own_record and either and others) or others[0].owner or others[0].mixed:
        return ()
    first, whom = others[0], {c for m in others for c in m.children}
    if len(whom) != 1 or not _VISITS.isdisjoint(words.low) or _names(words, home, home.subject):
        return ()  # at home "the child" is the record's own, whoever else is named
    return tuple(whom) if _heads_the_entry(words, mentions, first, at) else ()


def _heads_the_entry(words: Words, mentions: Sequence[Mention], first: Mention, at: int) -> bool:
    """ "Ruby, new pt, ...", "Re Ruby: child seen", "ED. Ruby (6). Pt ...", "Ruby located at nan's.
    Child ..."; but in "Ruby at school. Child seen", "Siblings: Ruby. Child seen" and "Ruby pushed
    child" the other one is told of."""
    low, here = words.low, words.sentence[first.first]
    if here > 1 or mentions[0] != first or not _TOLD_OF.isdisjoint(low[: first.first]):
        return False
    if any(word.islower() for word in words.raw[words.within(here).start : first.first]):
        return False
    if words.sentence[at] == here:
        return _APPOSED.issuperset(low[first.last : at])
    last = past_brackets(low, first.last)
    if not _EITHER.isdisjoint(low[last : words.within(here).stop]):
        return False
    follows, then = [*low[last : last + 2], "", ""][:2]
    met = follows == "located" or (follows in _ATTENDED and not then.isalpha())
    met = met or (follows == "-" and then in _NOT_BROUGHT)
    met = met or (follows == "with" and low[last + 2 : last + 3] == [":"])  # "Ruby with mum: ..."
    return met or follows == "." or (follows == ":" and then not in _PLACED)


_VISITS = frozenset(["visit", "visits", "visited", "visiting"])
_PLACED = frozenset(["at", "in", "out", "away", "asleep", "also", "off", "too", "there", "present"])
_TOLD_OF = grammar("told_of_beside")
_APPOSED = frozenset([",", ":", "-", "(", "new", "the", "this"])
_ATTENDED = frozenset(["att'd", "attd", "attended"])
_NOT_BROUGHT = frozenset(["dna", "wnb"])
_EITHER = frozenset(
    ["child", "patient", "pt", "pupil", "yp", "person", "cyp", "student", "juvenile", "minor"]
)


def _names(words: Words, home: Family, label: str) -> bool:
    """Whether a text calls a child by name anywhere."""
    return any(
        whose == label
        and matches(words.low, at, tuple(part.lower() for part in parts)) is not None
        and (len(parts[0]) > 1 or words.raw[at][0].isupper())
        for at, word in enumerate(words.low)
        for parts, whose in home.names.get(word.removesuffix("'s"), ())
    )


def _called(words: Words, last: int, home: Family) -> str:
    """ "Baby Finn", "the baby, Finn, seen": the child whose name behind the word says who it is; ''
    where none stands there."""
    label = words.low[last - 1] in _ON_A_FORM and words.low[last : last + 1] == [":"]
    if found := _name_at(words, last + label, home):
        return found
    between = words.low[last : last + 1] + words.low[last + 2 : last + 3]
    after = words.low[last + 3 : last + 4]
    if between != [",", ","] or after in (["and"], ["&"]) or _name_at(words, last + 3, home):
        return ""
    return _name_at(words, last + 1, home)


def _name_at(words: Words, at: int, home: Family) -> str:
    """The child who is born and whose first name, with a capital, stands there: "Alfie's" too."""
    if at >= len(words.low) or len(words.low[at]) < _LETTERS or not words.raw[at][0].isupper():
        return ""
    name = words.low[at].removesuffix("'s")
    labels = [label for parts, label in home.names.get(name, ()) if len(parts) == 1]
    return labels[0] if labels else ""


_LETTERS = 2
_ON_A_FORM = grammar("box_of_one")


def _both_or_all(
    words: Words, at: int, home: Family, mentions: Sequence[Mention]
) -> Mention | None:
    """ "Both" and "all", where they are of children."""
    if not (end := end_of_both(words, at)):
        return None
    if words.low[at] == "all":
        children = of_all(words, at, home, mentions)
    elif words.low[end - 1] == "twins":
        children = home.twins
    else:
        children = of_both(words, home, mentions, end, bare=end == at + 1)
    return make(words, at, end, CHILD, children, named=False)


def _grown(words: Words, at: int, last: int, parts: Sequence[str], listed: str) -> Mention:
    """A grown person, an unborn child or a stranger, with a number or, after a title, a name."""
    if parts[0] in TITLES:
        last = _titled(words, last)
    elif listed in ("female", "male", "adults", "professionals"):
        last = _with_number(words, last)
    gender = {"female": "F", "male": "M"}.get(listed, "")
    return make(words, at, last, _KINDS[listed], (), gender=gender, named=False)


def _by_age(
    words: Words, last: int, parts: Sequence[str], listed: str, home: Family
) -> tuple[str, ...] | None:
    """Whom dates of birth let a word for a child be, where they tell it."""
    if not home.ages or ages.is_of_a_thing(words, last):
        return None
    called = ages.in_order if listed == "by_order" else ages.called
    return called(home, " ".join(parts))


def _children(
    words: Words, at: int, parts: Sequence[str], listed: str, by_age: tuple[str, ...] | None,
    home: Family, mentions: Sequence[Mention],
) -> Mention | None:  # fmt: skip
    """The children whom a word for one or for several means; one of them, or some, whom nobody
    names are a mention of nobody, so that nothing told of them is told of another."""
    last = at + len(parts)
    children = by_age or children_of(listed, parts, home, mentions)
    if listed == "every":
        every, children = children, counted(words, at, parts[-1], children, home, mentions)
        if every and not children and several(parts):
            return make(words, at, last, CHILD, (), named=False)  # "all three" of four
        some = some_of(words, at, last, children, home, mentions)
        if children and not some:
            return make(words, at, last, CHILD, (), named=False)
        children = some
    some_of_them = listed == "others" and home.part and several(parts)
    some_of_them = some_of_them or (parts[-1] in _TWINS and len(home.born) > _TWO)
    if not children and (some_of_them or (listed == "one" and not home.own_record)):
        return make(words, at, last, CHILD, (), named=False)
    if not children:
        other = not may_be(home, home.subject, sex_of(parts[-1])) or (
            listed == "others" and none_such(parts, home, mentions)
        )
        return make(words, at, last, STRANGER, (), named=False) if other else None
    one = listed == "others" and len(children) == 1 and _is_the_childs(words, at, parts)
    gender = sex_of(parts[-1]) if one else ""
    mention = make(words, at, last, CHILD, children, gender=gender, named=bool(by_age))
    return mention._replace(negative=listed == "none")


def _is_the_childs(words: Words, at: int, parts: Sequence[str]) -> bool:
    """ "His sister", "older brother"; but "ward sister", "mother's sister" are others."""
    opens = not at or words.sentence[at - 1] != words.sentence[at]
    return opens or len(parts) > 1 or words.low[at - 1] in ("his", "her", "their")


_TWO, _TWINS = 2, frozenset(["twins", "babies"])
"""Of three children, of whom the case does not say which are twins: not the record's own."""


def _titled(words: Words, last: int) -> int:
    """The name or number after a title belongs to it."""
    if last < len(words.low) and words.low[last] == ".":
        last += 1
    if last < len(words.low) and (words.raw[last][0].isupper() or words.raw[last].isdigit()):
        last += 1
    return last


def _with_number(words: Words, last: int) -> int:
    """ "Officer 608": a number of three digits or more straight after belongs to it."""
    raw = words.raw[last : last + 1]
    return last + bool(raw and raw[0].isdigit() and len(raw[0]) > 2)


def _with_ages(words: Words, at: int, last: int, home: Family) -> Mention | None:
    """ "Boy (3)", "girls aged 3 and 5": a word for a child with the age after it."""
    told = ages.follows(words, last, home) if home.ages else None
    return make(words, at, told[1], CHILD if told[0] else STRANGER, told[0]) if told else None
