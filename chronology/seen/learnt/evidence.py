"""What is weighed in a narrative, of one child: words, kinds of word, rules, and who is spoken of.

    w word          a word; "word where it stands in quotes
    a word WHO      a word, and who acts
    c word WHO      a word, and who is spoken of in its clause
    s word WHO      a word, and who is spoken of in its sentence
    K kind          a kind of word (senses.toml); A, C, S kind WHO as for words
    N kind WHO      a kind of word in a clause that denies something; F where what was received
                    or a contact at a distance is told
    p one|two       two words of a sentence, one after the other; people stand as WHO they are
    k one|three     a word and the next but one
    b one|two       kinds of two words that follow each other; j one|three with one between
    h rule WHO      a rule that fired, and who acts; f says WHO form; o rule WHO WHOM
    r rule WHO      the same where what was received or a contact at a distance is told
    x scope         a plan, hearsay, a call ...: what takes a cue's force away
    in a|b          everybody who is spoken of in a sentence
    anything with = what the rules came to

WHO is as in tokens.py. Every piece of evidence is a number of 32 bits, made of the numbers of its
parts, so that a narrative's are found all at once (Weinberger and others 2009). Numbers of two
pieces may be the same by chance: one in some ten thousand is.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy

from chronology.seen.learnt.tokens import (
    AFAR,
    DENIED,
    FLAGS,
    OPENS_SENTENCE,
    QUOTED,
    RECEIVED,
    Row,
    Tokens,
)
from chronology.seen.wording.senses import senses

Array = Any
_MIX = (numpy.uint32(2654435761), numpy.uint32(2246822519), numpy.uint32(3266489917))


@lru_cache(maxsize=65536)
def number(name: str) -> int:
    """The number of a name."""
    return zlib.crc32(name.encode())


def _numbers(*names: str) -> Array:
    return numpy.array([number(name) for name in names], numpy.uint32)


_NONE = numpy.uint32(0)
_EDGE = numpy.uint32(number("^"))
"""Where a sentence begins or ends, in a row of words."""
_QUOTE = numpy.uint32(number('"'))

_WORD, _KINDS, _LETTERS, _NOTHING, _ROWS = 0, (1, 2, 3), (4, 5, 6), 7, 8
"""Of every word: itself, its kinds, who it is about (three letters), and nothing; a row each."""
_KIND, _SPELT, _MARK, _IN_DENIAL, _IN_NEWS = 1, 4, 8, 16, 32
"""What a word is, added up: how many kinds it is of; whether it is spelt with letters, and no
person; whether it is no person; and whether it stands where something is denied, and where what
was received or a contact at a distance is told."""
_OF_ONE = (
    ("w", _WORD, _NOTHING, _MARK),
    *((sort, _WORD, letter, _SPELT) for sort, letter in zip("acs", _LETTERS, strict=True)),
    *(("K", kind, _NOTHING, _SPELT) for kind in _KINDS),
    *((sort, kind, letter, _SPELT) for sort, letter in zip("ACS", _LETTERS, strict=True)
      for kind in _KINDS),
    *(("N", kind, _LETTERS[1], _SPELT | _IN_DENIAL) for kind in _KINDS),
    *(("F", kind, _LETTERS[1], _SPELT | _IN_NEWS) for kind in _KINDS),
)  # fmt: skip
"""What there is of one word: of what sort, in which rows its parts stand, and of which words."""
_SORTS = _numbers(*(sort for sort, *_ in _OF_ONE))
_PARTS = numpy.array([(one, other) for _, one, other, _ in _OF_ONE]).T
_THERE = numpy.array([
    [of & least == least and one <= of % _SPELT for of in range(2 * _IN_NEWS)]
    for _, one, _, least in _OF_ONE
])  # fmt: skip
"""By sort and by what a word is: whether there is such a piece."""
_AROUND = numpy.array([
    bool(flags & DENIED) * _IN_DENIAL + bool(flags & (AFAR | RECEIVED)) * _IN_NEWS
    for flags in range(1 << FLAGS)
])  # fmt: skip
_QUOTES = numpy.array([_QUOTE * bool(flags & QUOTED) for flags in range(1 << FLAGS)], numpy.uint32)
_SORTS_OF_TWO = numpy.stack([_numbers(*"pbbbb"), _numbers(*"kjjjj")])
"""What there is of two words: that follow each other, or have one between; the words themselves,
and each of two kinds of the one with each of the other."""
_PARTS_OF_TWO = numpy.array([[0, 1, 1, 2, 2], [0, 1, 2, 1, 2]])


def evidence(told: Tokens) -> tuple[Array, Array]:
    """Every piece of evidence as its number, and the word of the row where it stands, -1 where it
    is no one word."""
    (numbers,), at = of_words([told])
    names = numpy.array([*map(of_name, told.named)], numpy.uint32)
    return numpy.concatenate((numbers, names)), numpy.concatenate((at, told.at))


def of_words(told: Sequence[Tokens]) -> tuple[Array, Array]:
    """The same of what has no name, for each child of one narrative at once: children x pieces,
    and where each stands."""
    row = told[0].row
    plan = _plan(row)
    parts = plan.parts[None].repeat(len(told), 0)
    called = [number(f"<{one.who[person]}>") for one in told for _, person in row.people]
    parts[:, plan.people] = numpy.array(called, numpy.uint32).reshape(len(told), -1)
    who = numpy.array([[*map(number, one.who)] for one in told], numpy.uint32)
    parts[:, plan.letters] = who.take(plan.who, 1)
    return _mixed(plan.salt, parts.take(plan.one, 1), parts.take(plan.other, 1)), plan.at


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """Of a narrative's evidence what is the same whichever child is asked about."""

    parts: Array
    """The rows without people and letters, which depend on the child, one behind the other, and
    where a sentence begins or ends."""
    people: list[int]
    """Where the people stand in the first row."""
    letters: slice
    who: Array
    """Where the letters stand, and where each is found in Tokens.who."""
    salt: Array
    """What sort each piece is, by its number."""
    one: Array
    other: Array
    """The places of its parts."""
    at: Array
    """Where it stands."""


@lru_cache(maxsize=1)
def _plan(row: Row) -> _Plan:
    count = len(row.words)
    words, people = row.words.copy(), [place for place, _ in row.people]
    for place in people:
        words[place] = ""
    flags = numpy.frombuffer(row.flags, numpy.uint8)
    known = numpy.frombuffer(b"".join(map(_of_word, words)), numpy.uint32)
    known = known.reshape(count, len(_KINDS) + 2).T
    parts = numpy.zeros(count * _ROWS + 1, numpy.uint32)
    parts[: count * _LETTERS[0]] = known[:-1].ravel()
    parts[:count] ^= _QUOTES.take(flags)
    parts[-1] = _EDGE
    pieces = zip(_of_one(known[-1] + _AROUND.take(flags)), _of_two(row, known[-1]), strict=True)
    letters = slice(count * _LETTERS[0], count * _NOTHING)
    who = numpy.array(row.letters)
    return _Plan(parts, people, letters, who, *map(numpy.concatenate, pieces))


def _of_one(what: Array) -> Iterator[Array]:
    """What there is of one word: salt, parts and place of each piece."""
    sort, place = numpy.nonzero(_THERE.take(what, 1))
    one, other = _PARTS.take(sort, 1) * len(what) + place
    yield from (_SORTS.take(sort), one, other, place)


def _of_two(row: Row, what: Array) -> Iterator[Array]:
    """The same of two words of a sentence that follow each other or have one between."""
    count, kinds = len(what), what % _SPELT
    opens = [at for at, flags in enumerate(row.flags) if flags & OPENS_SENTENCE]
    places: list[int] = []
    for begin, end in pairwise([*opens, count]):
        places += (_AT_EDGE, _AT_EDGE, *range(begin, end))
    place = numpy.array([*places, _AT_EDGE, _AT_NOTHING])
    nothing, edge, at = count * _NOTHING, count * _ROWS, numpy.arange(count)
    told = numpy.full((3, count + 2), nothing)  # the word; its kind or itself; another kind
    told[:2, _AT_EDGE] = edge
    told[0, :count] = at
    told[1, :count] = at + count * (kinds > 0)
    told[2, :count] = numpy.where(kinds > 1, at + count * 2, nothing)
    told = told[:, place]
    first, second = told.take(_PARTS_OF_TWO, 0)
    first, second = first[:, :-2], numpy.stack((second[:, 1:-1], second[:, 2:]))
    apart, sort, before = numpy.nonzero((first != nothing) & (second != nothing))
    one, other = first[sort, before], second[apart, sort, before]
    yield from (_SORTS_OF_TWO[apart, sort], one, other, place[before + apart + 1])


_AT_EDGE, _AT_NOTHING = -1, -2


@lru_cache(maxsize=65536)
def _of_word(word: str) -> bytes:
    """The numbers of a word and of its kinds, 0 where it has no more, and what it is; zeros for a
    person."""
    kinds = [*map(number, senses().get(word, ())[: len(_KINDS)])]
    none = [0] * (len(_KINDS) - len(kinds))
    what = len(kinds) * _KIND + word[:1].isalpha() * _SPELT + bool(word) * _MARK
    return struct.pack("=5I", number(word), *kinds, *none, what)


@lru_cache(maxsize=65536)
def of_name(name: str) -> int:
    """The number of a piece of evidence that has a name."""
    return int(_mixed(_numbers("="), _numbers(name), _NONE)[0])


def _mixed(salt: Array, one: Array, other: Array) -> Array:
    """One number of three."""
    mixed = (one + salt) * _MIX[0]
    mixed ^= mixed >> 15
    mixed = (mixed + other) * _MIX[1]
    mixed ^= mixed >> 13
    mixed *= _MIX[2]
    return mixed ^ mixed >> 16
