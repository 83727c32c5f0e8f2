"""How many children are told of, where they are only some of those of the case: which, nobody says.

"two of the children", "2 of 4 children", "2/4 children", "children seen x 2"   so many
"three of the four seen", where the children are four                           so many
"some of the children", "half the children", "not all the children"             some
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping

from chronology.model import SIGHTED, SeenValue
from chronology.number_words import CARDINALS
from chronology.number_words import number as in_digits
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words

_WHOSE = grammar("before_children")
_SOME = grammar("some_of")
_CHILDREN = grammar("several_children")
_GOES_ON = grammar("after_all_of_them")
_SMALL = grammar("before_counted")
_SEEN = grammar("between_children_and_count")
_ORDERS = grammar("by_order")
_OF = re.compile(r"(\d)/\d")
_TIMES = re.compile(r"x(\d)")
UNSAID = 0
NOBODY = ("",)
"""In the place of a part of the children, where it is not known who they are."""


def told(words: Words, first: int, last: int) -> int | None:
    """How many of the children that stand there are told of, UNSAID where it is some of them; None
    where nothing says that they are a part."""
    if words.low[first] == "all":
        return UNSAID if words.low[first - 1 : first] == ["not"] else None
    before = _before(words.low[max(0, first - _LOOKED_AT) : first])
    return _after(words.low[last : last + _LOOKED_AT]) if before is None else before


def plain(words: Words, at: int) -> int:
    """How many they are by the number before them, "two small children"; 0 where none stands."""
    while at and words.low[at - 1] in _SMALL:
        at -= 1
    return (_count(words.low[at - 1]) or 0) if at else 0


def of_all(words: Words, at: int, children: int) -> tuple[int, int] | None:
    """ "Three of the four seen": how many, and the word after it, where the children are four."""
    low = words.low
    count = _count(low[at - 1]) if at and low[at] == "of" else None
    end = at + 3 if low[at + 1 : at + 2] == ["the"] else at + 2
    if not count or not 1 < count < children or _count("".join(low[end - 1 : end])) != children:
        return None
    return (count, end) if low[end : end + 1] == [] or low[end] in _GOES_ON else None


def counts(words: Words, children: int) -> list[int]:
    """Of how many of so many children a narrative tells, wherever it tells of a part of them."""
    low = words.low
    parts = [told(words, at, at + 1) for at, word in enumerate(low) if word in _CHILDREN]
    bare = [of_all(words, at, children) for at, word in enumerate(low) if word == "of"]
    parts += [found[0] for found in bare if found]
    return [part for part in parts if part is not None and part < children]


def numbers(words: Words, children: int) -> list[int]:
    """The same, with "two children seen", which may be others than those of the case, and "the
    older two"."""
    bare = (plain(words, at) for at, word in enumerate(words.low) if word in _CHILDREN)
    told = counts(words, children) or [count for count in bare if 0 < count < children]
    return told or [count for count in by_order(words) if 1 < count < children]


def by_order(words: Words) -> Iterator[int]:
    """How many "the older three", "the two eldest" or "the other two" are."""
    low = words.low
    for at, word in enumerate(low):
        beside = {*low[max(0, at - 1) : at], *low[at + 1 : at + 2]}
        if not beside.isdisjoint(_ORDERS) and (count := _count(word)):
            yield count


def rests(count: int, values: Mapping[str, SeenValue]) -> Iterator[tuple[str, ...]]:
    """Who so many of the children may be, by what is said of each child: all but those who were not
    seen ("two of three seen, Theo at school"), all but those who were ("two off sick. Theo in")."""
    for of in ((SeenValue.NOT_SEEN,), SIGHTED):
        rest = tuple(child for child, value in values.items() if value not in of)
        if len(rest) == count:
            yield rest


def bears_out(
    rest: Collection[str], before: Mapping[str, SeenValue], values: Mapping[str, SeenValue]
) -> bool:
    """Whether the rest, read so, have one value, and the others the other one, as before."""
    if SeenValue.NOT_RECORDED in values.values():
        return False
    theirs = {values[child] in SIGHTED for child in rest}
    others = [child for child in values if child not in rest]
    return len(theirs) == 1 and all(
        (values[child] in SIGHTED) not in theirs and values[child] == before[child]
        for child in others
    )


_LOOKED_AT = 6


def _before(low: list[str]) -> int | None:
    """How many by the words before: "two of the", "2 out of 4", "half the", "not all of the"."""
    if low and (found := _OF.fullmatch(low[-1])):
        return int(found[1])
    left = _without(low, _WHOSE)
    if left and _count(left[-1]) is not None and _without(left[:-1], _WHOSE)[-1:] == ["of"]:
        left = _without(left[:-1], _WHOSE)  # "of the four"
    of = left[-1:] == ["of"]
    left = _without(left, _OUT_OF) if of else left
    if left[-2:] == ["not", "all"] or (left and left[-1] in _SOME):
        return UNSAID
    return _count(left[-1]) if of and left else None


_OUT_OF = frozenset(["of", "out"])


def _without(low: list[str], last: Container[str]) -> list[str]:
    """The words up to those that may stand last."""
    end = len(low)
    while end and low[end - 1] in last:
        end -= 1
    return low[:end]


def _after(low: list[str]) -> int | None:
    """How many by the words after: "children seen x 3"."""
    for at, word in enumerate(low[:2]):
        if found := _TIMES.fullmatch(word):
            return int(found[1])
        if word == "x" and low[at + 1 : at + 2]:
            return _count(low[at + 1])
        if word not in _SEEN:
            return None
    return None


def _count(word: str) -> int | None:
    spelt = word in CARDINALS or (word.isdigit() and len(word) == 1)
    return in_digits(word) if spelt else None
