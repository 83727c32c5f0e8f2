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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy

from chronology.seen.senses import senses
from chronology.seen.tokens import AFAR, DENIED, OPENS_SENTENCE, QUOTED, RECEIVED, Row, Tokens

Array = Any
_Piece = tuple[str, Array, Array, Array]
"""What sort they are; the places of their two parts; and where they stand."""
_MOST_KINDS = 3
_MIX = (numpy.uint32(2654435761), numpy.uint32(2246822519), numpy.uint32(3266489917))


@lru_cache(maxsize=65536)
def number(name: str) -> int:
    """The number of a name."""
    return zlib.crc32(name.encode())


_NONE = numpy.uint32(0)
_EDGE = numpy.uint32(number("^"))
"""Where a sentence begins or ends, in a row of words."""
_QUOTE = numpy.uint32(number('"'))


def evidence(told: Tokens) -> tuple[Array, Array]:
    """Every piece of evidence as its number, and the word of the row where it stands, -1 where it
    is no one word."""
    plan = _plan(told.row)
    parts = _parts(told, plan)
    names = _numbers([_of_name(name) for name, _ in told.named])
    places = numpy.array([at for _, at in told.named], plan.at.dtype)
    of_words = _mixed(plan.salt, parts[plan.one], parts[plan.other])
    return numpy.concatenate((of_words, names)), numpy.concatenate((plan.at, places))


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """Of a narrative's evidence what is the same whichever child is asked about.

    Parts are the numbers of the words, of their kinds, of who they are about (three letters each),
    and two more: nothing, and where a sentence begins or ends.
    """

    parts: Array
    """Without people and letters, which depend on the child."""
    salt: Array
    """What sort each piece is, by its number."""
    one: Array
    other: Array
    """The places of its parts."""
    at: Array
    """Where it stands."""


_LETTERS_FROM = 1 + _MOST_KINDS
_ROWS = _LETTERS_FROM + 3
"""Rows of parts: the words, their kinds, the letters."""


@lru_cache(maxsize=1)
def _plan(row: Row) -> _Plan:
    count = len(row.words)
    flags = numpy.array(row.flags, numpy.uint8)
    alone = numpy.ones(count, bool)
    alone[[place for place, _ in row.people]] = False
    parts = numpy.zeros(count * _ROWS + 2, numpy.uint32)
    parts[-1] = _EDGE
    rows = parts[:-2].reshape(_ROWS, count)
    words = _numbers([_of_word(word) for word in row.words])
    rows[:_LETTERS_FROM] = words.reshape(count, _LETTERS_FROM).T
    rows[0, (flags & QUOTED != 0) & alone] ^= _QUOTE
    rows[1:_LETTERS_FROM, ~alone] = _NONE
    spelt = alone & numpy.array([word[0].isalpha() for word in row.words], bool)
    pieces = [*_of_words(rows, alone, spelt, flags), *_of_two(rows, flags)]
    sorts, one, other, at = zip(*pieces, strict=True)
    salt = numpy.repeat(_numbers([number(sort) for sort in sorts]), [len(places) for places in at])
    return _Plan(parts, salt, *map(numpy.concatenate, (one, other, at)))


def _parts(told: Tokens, plan: _Plan) -> Array:
    """The parts for a child."""
    parts, count = plan.parts.copy(), len(told.words)
    people = [place for place, _ in told.row.people]
    parts[people] = _numbers([number(told.words[place]) for place in people])
    letters = [number(letter) for each in told.letters for letter in each]
    parts[count * _LETTERS_FROM : -2] = letters
    return parts


def _of_words(rows: Array, alone: Array, spelt: Array, flags: Array) -> Iterator[_Piece]:
    count = len(flags)
    nothing = rows.size
    who = [count * (_LETTERS_FROM + n) for n in range(3)]
    at = numpy.arange(count)
    yield "w", at[alone], numpy.full(alone.sum(), nothing), at[alone]
    places = at[spelt]
    for sort, letters in zip("acs", who, strict=True):
        yield sort, places, places + letters, places
    some, places = numpy.nonzero(rows[1:_LETTERS_FROM] * spelt)
    these = places + count * (1 + some)
    yield "K", these, numpy.full(len(these), nothing), places
    for sort, letters in zip("ACS", who, strict=True):
        yield sort, these, places + letters, places
    for sort, flag in (("N", DENIED), ("F", AFAR | RECEIVED)):
        here = flags[places] & flag != 0
        yield sort, these[here], places[here] + who[1], places[here]


def _of_two(rows: Array, flags: Array) -> Iterator[_Piece]:
    """Two words of a sentence, and their kinds, that follow each other or have one between."""
    count, nothing, edge = len(flags), rows.size, rows.size + 1
    at, opens = numpy.arange(count), flags & OPENS_SENTENCE != 0
    place = numpy.full(count + 2 * opens.sum() + 1, -1)  # two edges before every sentence
    place[at + 2 * numpy.cumsum(opens)] = at  # and one behind the last
    kind = numpy.where(rows[1], at + count, numpy.where(rows[0], at, nothing))
    more = numpy.where(rows[2], at + 2 * count, nothing)
    words, kind = numpy.append(at, edge)[place], numpy.append(kind, edge)[place]
    more = numpy.append(more, nothing)[place]
    one, other = numpy.stack((kind, kind, more, more)), numpy.stack((kind, more, kind, more))
    for apart, of_words, of_kinds in ((1, "p", "b"), (2, "k", "j")):
        yield of_words, words[:-apart], words[apart:], place[apart:]
        first, second = one[:, :-apart], other[:, apart:]
        both = (first != nothing) & (second != nothing)
        after = numpy.nonzero(both)[1] + apart
        yield of_kinds, first[both], second[both], place[after]


@lru_cache(maxsize=65536)
def _of_word(word: str) -> tuple[int, ...]:
    """The numbers of a word and of its kinds, 0 where it has no more."""
    kinds = [*map(number, senses().get(word, ())[:_MOST_KINDS])]
    return number(word), *kinds, *[0] * (_MOST_KINDS - len(kinds))


@lru_cache(maxsize=65536)
def _of_name(name: str) -> int:
    """The number of a piece of evidence that has a name."""
    return int(_mixed(_numbers([number("=")]), _numbers([number(name)]), _NONE)[0])


def _numbers(told: Sequence[int] | Sequence[tuple[int, ...]]) -> Array:
    return numpy.array(told, numpy.uint32)


def _mixed(salt: Array, one: Array, other: Array) -> Array:
    """One number of three."""
    mixed = (one + salt) * _MIX[0]
    mixed ^= mixed >> 15
    mixed = (mixed + other) * _MIX[1]
    mixed ^= mixed >> 13
    mixed *= _MIX[2]
    return mixed ^ mixed >> 16
