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

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy

from chronology.seen.senses import senses
from chronology.seen.tokens import AFAR, DENIED, OPENS_SENTENCE, QUOTED, RECEIVED, Row, Tokens

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
_OF_ONE = (
    ("w", _WORD, _NOTHING),
    *((sort, _WORD, letter) for sort, letter in zip("acs", _LETTERS, strict=True)),
    *(("K", kind, _NOTHING) for kind in _KINDS),
    *((sort, kind, letter) for sort, letter in zip("ACS", _LETTERS, strict=True)
      for kind in _KINDS),
    *((sort, kind, _LETTERS[1]) for sort in "NF" for kind in _KINDS),
)  # fmt: skip
"""What there is of one word: of what sort, and in which rows its two parts stand."""
_SORTS = _numbers(*(sort for sort, _, _ in _OF_ONE))
_PARTS = numpy.array([rows for _, *rows in _OF_ONE]).T
_SORTS_OF_TWO = numpy.stack([_numbers(*"pbbbb"), _numbers(*"kjjjj")])
"""What there is of two words: that follow each other, or have one between; the words themselves,
and each kind of the one with each of the other."""
_PARTS_OF_TWO = numpy.array([[0, 1, 1, 2, 2], [0, 1, 2, 1, 2]])


def evidence(told: Tokens) -> tuple[Array, Array]:
    """Every piece of evidence as its number, and the word of the row where it stands, -1 where it
    is no one word."""
    plan = _plan(told.row)
    parts = _parts(told, plan)
    names = numpy.array([*map(_of_name, told.named)], numpy.uint32)
    of_words = _mixed(plan.salt, parts[plan.one], parts[plan.other])
    return numpy.concatenate((of_words, names)), numpy.concatenate((plan.at, told.at))


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
    flags = numpy.frombuffer(bytes(row.flags), numpy.uint8)
    known = numpy.frombuffer(b"".join(map(_of_word, row.words)), numpy.uint32)
    word, *kinds, spelt = known.reshape(count, _LETTERS[0] + 1).T
    alone = numpy.ones(count, bool)
    people = [place for place, _ in row.people]
    alone[people] = False
    parts = numpy.zeros(count * _ROWS + 1, numpy.uint32)
    parts[-1] = _EDGE
    rows = parts[:-1].reshape(_ROWS, count)
    rows[_WORD] = word ^ _QUOTE * (flags & QUOTED != 0) * alone
    rows[[*_KINDS]] = kinds * alone
    pieces = zip(_of_one(rows, alone, spelt * alone, flags), _of_two(rows, flags), strict=True)
    letters = slice(count * _LETTERS[0], count * _NOTHING)
    who = numpy.array([*chain(*row.letters)], int)
    return _Plan(parts, people, letters, who, *map(numpy.concatenate, pieces))


def _parts(told: Tokens, plan: _Plan) -> Array:
    """The parts for a child."""
    parts = plan.parts.copy()
    parts[plan.people] = _numbers(*(f"<{told.who[number]}>" for _, number in told.row.people))
    parts[plan.letters] = _numbers(*told.who)[plan.who]
    return parts


def _of_one(rows: Array, alone: Array, spelt: Array, flags: Array) -> Iterator[Array]:
    """What there is of one word: salt, parts and place of each piece."""
    count = len(flags)
    here = numpy.empty((len(_OF_ONE), count), bool)
    here[0] = alone
    here[1:4] = spelt
    here[4:].reshape(6, len(_KINDS), count)[:] = rows[[*_KINDS]] * spelt != 0
    here[-6:-3] &= flags & DENIED != 0
    here[-3:] &= flags & (AFAR | RECEIVED) != 0
    sort, place = numpy.nonzero(here)
    one, other = _PARTS[:, sort] * count + place
    yield from (_SORTS[sort], one, other, place)


def _of_two(rows: Array, flags: Array) -> Iterator[Array]:
    """The same of two words of a sentence that follow each other or have one between."""
    count, nothing, edge = len(flags), len(flags) * _NOTHING, rows.size
    at, opens = numpy.arange(count), flags & OPENS_SENTENCE != 0
    behind = at + 2 * numpy.cumsum(opens)  # two edges before every sentence
    place = numpy.full(count + 2 * opens.sum() + 2, -1)  # one behind the last, and nothing
    place[behind] = at
    told = numpy.full((3, len(place)), edge)
    told[2] = told[:, -1] = nothing
    told[0, behind] = at
    told[1, behind] = at + count * (rows[1] != 0)  # its kind, or itself where it has none
    told[2, behind] = numpy.where(rows[2], at + count * 2, nothing)
    first, second = told[_PARTS_OF_TWO]
    first, second = first[:, :-2], numpy.stack((second[:, 1:-1], second[:, 2:]))
    apart, sort, before = numpy.nonzero((first != nothing) & (second != nothing))
    one, other = first[sort, before], second[apart, sort, before]
    yield from (_SORTS_OF_TWO[apart, sort], one, other, place[before + apart + 1])


@lru_cache(maxsize=65536)
def _of_word(word: str) -> bytes:
    """The numbers of a word and of its kinds, 0 where it has no more, and whether it is spelt."""
    kinds = [*map(number, senses().get(word, ())[: len(_KINDS)])]
    none = [0] * (len(_KINDS) - len(kinds))
    return numpy.array([number(word), *kinds, *none, word[0].isalpha()], numpy.uint32).tobytes()


@lru_cache(maxsize=65536)
def _of_name(name: str) -> int:
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
