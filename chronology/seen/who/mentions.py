"""Who a narrative speaks of: each mention of a child, adult or professional, and whom it means."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache, lru_cache

from chronology.seen.who import ages, partly, people, pronouns
from chronology.seen.who.family import Family, Names, lists
from chronology.seen.who.groups import so_many
from chronology.seen.who.mention import (
    ADULT,
    ARTICLES,
    CHILD,
    STRANGER,
    UNBORN,
    Mention,
    by_commas_alone,
    make,
    matches,
    owned,
)
from chronology.seen.who.names import name_words, nearly
from chronology.seen.who.sexes import sex_of
from chronology.seen.who.word_names import only_a_letter, only_a_place, only_a_word
from chronology.seen.wording.cues import verb_forms
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.senses import senses
from chronology.seen.wording.words import Words

_COMMON = grammar("common")
_PLACE_BEFORE = grammar("place_before")
_PLACE_AFTER = grammar("place_after") | name_words("addresses")
_POSTS = grammar("posts")


def find(words: Words, home: Family) -> list[Mention]:
    """Every mention in order, pronouns resolved."""
    low, quoted = words.low, words.quoted
    listed, names = lists(), home.names
    mentions: list[Mention] = []
    raw, known, after = words.raw, _known(), 0
    capitals = _has_small_letters(raw)
    for i in [
        i for i, word in enumerate(low)
        if word in known or word != raw[i] or word in names or "'" in word or word[0].isdigit()
        or (home.ages and word in ages.SPELT) or word == "of"
    ]:  # fmt: skip
        if quoted[i] or i < after:
            continue
        word = low[i]
        base = word[:-2] if word.endswith("'s") else word
        mention = (
            _in_brackets(words, i, mentions)
            or _parent(words, i, base, names)
            or _called(words, i, names.get(base, ()), capitals)
            or _age_of_the_named(words, i, mentions)
            or _told_by_age(words, i, home, mentions)
            or _of_all(words, i, home, mentions)
        )
        if mention is None and base in listed:
            mention = people.read(words, i, listed[base], home, mentions)
        if mention is None and word in pronouns.WORDS:
            mention = pronouns.read(words, i, home, mentions)
        if mention is None and word[0].isdigit() and not word.isdigit():
            mention = _aged(words, i, home)
        if mention is None and raw[i][0].isupper():
            mention = _grown_by_name(words, i, base, home)
        if mention is None and capitals and raw[i][0].isupper():
            mention = _unknown_name(words, i, base, home)
        if mention is None:
            continue
        if mention.kind:
            mention = _joined(words, mention, mentions, names)
            mentions.append(mention)
        after = mention.last
    return mentions


@cache
def _known() -> frozenset[str]:
    """The words, names apart, that may begin a mention."""
    return pronouns.WORDS | lists().keys()


def _has_small_letters(raw: Sequence[str]) -> bool:
    """Whether capitals mean anything in this text: police logs are written in them throughout."""
    some = [word for word in raw[:_ENOUGH] if len(word) > 1]
    return sum(map(str.islower, some)) >= sum(map(str.isupper, some))


def _in_brackets(words: Words, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """ "Maya (sibling)", "Maya (sister of Theo)": what stands in brackets after a child's name is
    that child again."""
    before = mentions[-1] if mentions else None
    if not before or before.kind != CHILD or not before.named or words.low[at - 1 : at] != ["("]:
        return None
    after, apart = words.low[at + 1 : at + 2], at - 1 - before.last
    closed = (after == [")"] and not apart) or (after == ["of"] and apart < _TWO)
    return Mention(at, at + 1, "") if closed and words.low[at] in lists() else None


_PARENTS = {"m": "F", "f": "M"}
"""M for mother, F for father: by letter, the sex."""


def _parent(words: Words, at: int, base: str, names: Names) -> Mention | None:
    """ "M said F had left": both letters stand in the text, and one of them is no child's."""
    if base not in _PARENTS or _PARENTS.keys() <= names.keys() or not {"M", "F"} <= {*words.raw}:
        return None
    return make(words, at, at + 1, ADULT, (), gender=_PARENTS[base])


def _called(
    words: Words, at: int, names: Sequence[tuple[tuple[str, ...], str]], capitals: bool
) -> Mention | None:
    """A child, born or not, who is called by name."""
    for parts, label in names:
        owner = matches(words.low, at, _lowered(parts))
        if owner is None:
            continue
        if len(parts) == 1 and (
            _too_short(words, at, parts[0]) or _surname(words, at) or only_a_place(words, at)
            or only_a_word(words, at, parts[0].lower(), capitals)
        ):  # fmt: skip
            continue
        if words.low[at + len(parts) : at + len(parts) + 1] in _SENIOR:
            return make(words, at, at + len(parts) + 1, ADULT, ())  # a father of the same name
        kind = CHILD if label else UNBORN
        gender = sex_of(words.low[at - 1]) if at else ""  # "his sister Ruby"
        found = make(words, at, at + len(parts), kind, (label,) if label else (), gender=gender)
        return owned(words, found, bool(owner))
    return None


_AFTER_INITIAL = 2
_SENIOR = (["snr"], ["sr"], ["senior"])


@lru_cache(maxsize=256)
def _lowered(parts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.lower() for part in parts)


def _too_short(words: Words, at: int, name: str) -> bool:
    """A one-letter name is a name only in capitals, and "A" only where no noun follows it."""
    if len(name) > 1:
        return False
    if not words.raw[at][0].isupper():
        return True
    following = words.low[at + 1] if at + 1 < len(words.low) else ""
    if only_a_letter(words, at) or _initial_of_a_name(words, at):
        return True
    around = (words.low[at - 1] if at else "", following)
    if "/" in around or ("&" in around and name in "AE"):
        return True
    return name.lower() in "ai" and not (
        following in verb_forms() or following in (".", ",", "&", ":", "and", "+")
    )


def _initial_of_a_name(words: Words, at: int) -> bool:
    """ "B Oakhurst", "B. Oakhurst": the initial of somebody else."""
    after = at + 2 if words.low[at + 1 : at + 2] == ["."] else at + 1
    if after >= len(words.raw):
        return False
    if words.sentence[after] != words.sentence[at] and not _speaks(words, at, after):
        return False
    raw, low = words.raw[after], words.low[after]
    if words.sentence[after] != words.sentence[at] and low in senses():
        return False  # "T. Bruise: left arm"
    return (
        len(raw) > 2 and raw[0].isupper() and raw[1:].islower()
        and low not in verb_forms() and low not in lists() and low not in _COMMON
    )  # fmt: skip


def _speaks(words: Words, at: int, after: int) -> bool:
    """Whether "B. Oakhurst: Call to mother" begins with the name of its writer."""
    first = at == 0 and after == _AFTER_INITIAL
    return first and words.low[after + 1 : after + 2] == [":"]


def _surname(words: Words, at: int) -> bool:
    before = words.low[at - 1] if at else ""
    if before == "." and at > 1:
        before = words.low[at - 2]
    return before in people.TITLES


def _age_of_the_named(words: Words, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """ "Ruby, 2y": the age of the child named right before it, and nobody else."""
    if not _AGE.fullmatch(words.low[at]) or not mentions:
        return None
    before = mentions[-1]
    between = words.low[before.last : at]
    beside = len(between) <= _TWO and all(w in _BEFORE_AGE or _AGE.fullmatch(w) for w in between)
    of_a_child = before.kind == CHILD and before.named and len(before.children) == 1
    return Mention(at, at + 1, "") if of_a_child and beside else None


def _told_by_age(
    words: Words, at: int, home: Family, mentions: Sequence[Mention]
) -> Mention | None:
    """ "The 3 yr old" in another child's record, where dates of birth tell who that is."""
    if not home.ages or not (words.low[at][0].isdigit() or words.low[at] in ages.SPELT):
        return None
    told = ages.begins(words, at, home)
    if told is None:
        return None
    before = mentions[-1] if mentions else None
    if before and before.kind == CHILD and before.named and before.last in (at, at - 1):
        return Mention(at, told[1], "")  # "Ruby, 3 yr old"
    return make(words, at, told[1], CHILD if told[0] else STRANGER, told[0])


def _of_all(words: Words, at: int, home: Family, mentions: Sequence[Mention]) -> Mention | None:
    """ "Three of the four seen", where the children are four."""
    if (found := partly.of_all(words, at, len(home.born))) is None:
        return None
    if any(word in home.names for word in words.low[found[1] + 1 : found[1] + 2]):
        return None  # "two of the four, Ruby and Ned"
    children = so_many(found[0], home.born, home, mentions)
    return make(words, at, found[1], CHILD, children, named=False)


def _aged(words: Words, at: int, home: Family) -> Mention | None:
    """ "28F", "34yo male": somebody grown, "4F" a child, as ambulance and police logs write it."""
    found = _AGE.fullmatch(words.low[at])
    if found is None:
        return None
    who = ages.of_years(home, int(found[1])) if home.ages else None
    if who is not None:
        return make(words, at, at + 1, CHILD if who else STRANGER, who)
    if int(found[1]) < _GROWN and ages.is_of_a_thing(words, at + 1) and _names_another(words, home):
        return None  # "2yr review Ruby"
    if int(found[1]) < _GROWN:
        return make(words, at, at + 1, CHILD, home.unnamed, named=False) if home.unnamed else None
    return make(words, at, at + 1, ADULT, (), gender=(found[2] or found[3] or "").upper())


def _names_another(words: Words, home: Family) -> bool:
    """Whether a text names a child other than the one whose record it is."""
    named = (label for word in {*words.low} for _, label in home.names.get(word, ()) if label)
    return any(label != home.subject for label in named)


_AGE = re.compile(r"(\d{1,2})(?:(?:yo|yr|y)([fm])?|([fm]))")
_BEFORE_AGE = frozenset([",", "(", "-", "aged"])
_TWO = 2
_GROWN = 18
_ENOUGH = 60


def _grown_by_name(words: Words, at: int, base: str, home: Family) -> Mention | None:
    """A grown person of the case, in capitals too: "GARROWBY SAYS CHILD FELL"."""
    if base not in home.elders or base in _COMMON or base in verb_forms() or base in senses():
        return None
    last = at + 1
    while words.low[last : last + 1] and words.low[last].removesuffix("'s") in home.elders:
        last += 1
    after = [*words.low[last : last + 2], "", ""]
    if after[0] in _PLACE_AFTER or (after[0] == "(" and after[1] in _POSTS):
        return None  # "Garrowby Primary", "the Garrowby family", "Garrowby (HV)"
    alone = last == at + 1 and not words.raw[at].isupper() and words.low[at] == base
    if alone and _opens_sentence(words, at) and not _may_follow_a_name(after[0]):
        return None  # "Short visit", where there is a Guy Short
    return make(words, at, last, ADULT, ())._replace(owner=words.low[last - 1].endswith("'s"))


def _opens_sentence(words: Words, at: int) -> bool:
    """Whether a word is written with a capital whatever it is."""
    return at == 0 or words.sentence[at - 1] != words.sentence[at] or words.low[at - 1] == ":"


def _may_follow_a_name(word: str) -> bool:
    return word in _NAME_SPEAKS or word in _AFTER_NAMES or word.endswith("ed")


_AFTER_NAMES = frozenset([*",.;:()&/-", "", "and", "at", "has", "in", "not", "seen", "to", "with"])


def _unknown_name(words: Words, at: int, base: str, home: Family) -> Mention | None:
    """A name that is nearly a child's is that child's; a name of nobody in the case is a grown
    person's: "asked Tony to step out"."""
    raw = words.raw[at]
    if len(raw) < 3 or not raw[1:].replace("'", "").islower() or base in _COMMON:
        return None
    if not _surname(words, at) and base not in lists() and base not in verb_forms():
        other = base in home.grown or base in home.names or base in senses()
        child = "" if other else nearly(base, home.firsts)
        if child:
            found = make(words, at, at + 1, CHILD, (child,))
            return owned(words, found, raw.endswith("'s"))
    if words.low[at + 1 : at + 2] == ["("] and not _KIN.isdisjoint(words.low[at + 2 : at + 3]):
        return make(words, at, at + 4, ADULT, ())  # a brother or sister whom the case lacks
    following = words.low[at + 1] if at + 1 < len(words.low) else ""
    if _opens_sentence(words, at):
        if following not in _NAME_SPEAKS or base in lists() or base in verb_forms():
            return None
    elif words.low[at - 1] in _PLACE_BEFORE or words.raw[at - 1][0].isupper():
        return None
    return make(words, at, at + 1, ADULT, ())._replace(owner=raw.endswith("'s"))


_KIN = frozenset(["sibling", "sib", "brother", "sister", "cousin", "friend", "nephew", "niece"])
_NAME_SPEAKS = grammar("name_speaks")


_JOINS = (["and"], ["&"], ["+"], [","], ["/"], [",", "and"], ["or"], [",", "&"])
"""What stands between the names of one list."""


def _joined(
    words: Words, mention: Mention, mentions: list[Mention], names: Container[str]
) -> Mention:
    """Join "Leon and Marley", "A, B and C", "mum and Theo" into one mention."""
    if not mentions or mention.owner or words.low[mention.first] in pronouns.WORDS:
        return mention
    before = mentions[-1]
    after = words.raw[mention.last : mention.last + 1]
    strange = not mention.named and any(w.istitle() and w.lower() not in names for w in after)
    ends = before.last if strange else _past_age(words, before)  # "Theo (5) and brother Jack"
    if mention.first - ends > 4 or before.owner:
        return mention
    if mention.first == before.last and _is_that_one(words, mention, before):
        return mentions.pop()._replace(last=mention.last)
    named = before.named and mention.named
    between = [
        w for w in words.low[ends : mention.first]
        if w not in ARTICLES and not (named and w in _BROTHERS)
        and not (w == "both" and mention.kind == CHILD)
    ]  # fmt: skip
    initials = named and not between and _are_initials(words, before, mention)
    if not initials and between not in _JOINS:
        return mention
    if before.kind == mention.kind == CHILD and (before.named or not mention.named):
        in_a_list = _list_goes_on(words, mention) or by_commas_alone(words, before, mention)
        if between == [","] and not in_a_list:
            return mention
        mentions.pop()
        first = before.first
        if mentions and _is_called(words, mentions[-1], before):
            first = mentions.pop().first  # "Baby Ruby and Theo"
        merged = tuple(dict.fromkeys((*before.children, *mention.children)))
        return before._replace(
            first=first, last=mention.last, children=merged, gender="", named=True
        )
    if {before.kind, mention.kind} == {CHILD, ADULT} and between != [","]:
        mentions.pop()
        children = before.children or mention.children
        return before._replace(
            last=mention.last, kind=CHILD, children=children, gender="", mixed=True
        )
    return mention


def _are_initials(words: Words, before: Mention, mention: Mention) -> bool:
    """ "T N R seen": letters of several children, one after the other."""
    letters = words.raw[before.last - 1], words.raw[mention.first]
    return mention.first == before.last and all(len(letter) == 1 for letter in letters)


_BROTHERS = frozenset(
    ["sibling", "siblings", "sib", "sibs", "brother", "brothers", "sister", "sisters", "baby",
     "newborn"]
)  # fmt: skip


def _is_called(words: Words, before: Mention, name: Mention) -> bool:
    """ "Baby Ruby": the name says who the baby is."""
    of_it = before.kind == CHILD and not before.owner and before.children == name.children
    return of_it and before.last == name.first and not before.named


def _is_that_one(words: Words, mention: Mention, before: Mention) -> bool:
    """ "Theo and sibling Ruby": the name says who the sibling is."""
    several = len(before.children) > 1 and words.low[before.last - 1] in _BROTHERS
    called = mention.named and mention.children
    return several and bool(called) and {*mention.children} < {*before.children}


def _past_age(words: Words, who: Mention) -> int:
    """Where what follows a child begins, past an age in brackets: "Theo (4) and Ruby (2)"."""
    low, at = words.low, who.last
    if who.kind == CHILD and who.named and low[at : at + 1] == ["("]:
        opens = at + 1 + (low[at + 1 : at + 2] == ["aged"])
        closes = low.index(")", opens) if ")" in low[opens : opens + _TWO + 1] else 0
        if closes and low[opens][0].isdigit():
            return closes + 1
    return at


def _list_goes_on(words: Words, mention: Mention) -> bool:
    return mention.last < len(words.low) and words.low[mention.last] in ("and", "&", ",")
