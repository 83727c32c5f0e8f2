"""What is weighed in a narrative, of one child: words, kinds of word, rules, and who is spoken of.

    w word          a word; "word where it stands in quotes
    a word WHO      a word, and who acts
    c word WHO      a word, and who is spoken of in its clause
    s word WHO      a word, and who is spoken of in its sentence
    K kind          a kind of word (senses.toml); A, C, S kind WHO as for words
    N kind WHO      a kind of word in a clause that denies something
    p one|two       two words of a sentence, one after the other; people stand as WHO they are
    k one|three     a word and the next but one
    b one|two       kinds of two words that follow each other; j one|three with one between
    h rule WHO      a rule that fired, and who acts; f says WHO form; o rule WHO WHOM
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
from functools import cache, lru_cache
from typing import Any

import numpy

from chronology.seen.senses import senses
from chronology.seen.tokens import DENIED, OPENS_SENTENCE, QUOTED, Tokens

Array = Any
_Piece = tuple[int, Array, Array, Array]
"""What sort it is, by its number; its two parts; and where it stands."""
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
    pieces = [*_of_words(told), _named(told)]
    sorts, one, other, at = zip(*pieces, strict=True)
    salt = numpy.repeat(_numbers(sorts), [len(places) for places in at])
    return _mixed(salt, numpy.concatenate(one), numpy.concatenate(other)), numpy.concatenate(at)


def _of_words(told: Tokens) -> Iterator[_Piece]:
    row, count = told.row, len(told.words)
    flags = numpy.array(row.flags, numpy.uint8)
    plain, alone = _numbers([number(word) for word in told.words]), numpy.ones(count, bool)
    alone[[place for place, _ in row.people]] = False
    words = numpy.where((flags & QUOTED != 0) & alone, plain ^ _QUOTE, plain)
    kinds, at = _kinds(told.words), numpy.arange(count)
    who = [_numbers([number(one) for one in each]) for each in told.letters]
    nobody = numpy.zeros(count, numpy.uint32)
    yield number("w"), words[alone], nobody[alone], at[alone]
    spelt = alone & numpy.array([word[0].isalpha() for word in told.words], bool)
    places = at[spelt]
    for sort, letters in zip("acs", who, strict=True):
        yield number(sort), words[places], letters[places], places
    some, places = numpy.nonzero(kinds[:, spelt])
    places = at[spelt][places]
    these = kinds[some, places]
    yield number("K"), these, nobody[places], places
    for sort, letters in zip("ACS", who, strict=True):
        yield number(sort), these, letters[places], places
    denied = flags[places] & DENIED != 0
    yield number("N"), these[denied], who[1][places[denied]], places[denied]
    yield from _of_two(words, kinds, flags, at)


def _of_two(words: Array, kinds: Array, flags: Array, at: Array) -> Iterator[_Piece]:
    """Two words of a sentence, and their kinds, that follow each other or have one between."""
    first = numpy.flatnonzero(flags & OPENS_SENTENCE)
    place = numpy.full(len(at) + 2 * len(first) + 1, len(at))  # two edges before every sentence
    place[at + 2 * numpy.cumsum(flags & OPENS_SENTENCE != 0)] = at  # and one behind the last
    words = numpy.append(words, _EDGE)[place]
    kind = numpy.append(kinds[0], _NONE)[place]
    kind, more = numpy.where(kind, kind, words), numpy.append(kinds[1], _NONE)[place]
    at = numpy.append(at, -1)[place]
    for apart, of_words, of_kinds in ((1, number("p"), number("b")), (2, number("k"), number("j"))):
        yield of_words, words[:-apart], words[apart:], at[apart:]
        for one, other in ((kind, kind), (kind, more), (more, kind), (more, more)):
            both = one[:-apart].astype(bool) & other[apart:].astype(bool)
            yield of_kinds, one[:-apart][both], other[apart:][both], at[apart:][both]


def _named(told: Tokens) -> _Piece:
    names = _numbers([number(name) for name, _ in told.named])
    return number("="), names, numpy.zeros_like(names), numpy.array([at for _, at in told.named])


def _kinds(words: Sequence[str]) -> Array:
    """By place among a word's kinds: the number of the kind, 0 where it has none."""
    found = numpy.zeros((_MOST_KINDS, len(words)), numpy.uint32)
    known = _kinds_of()
    for at, word in enumerate(words):
        if word in known:
            for place, kind in enumerate(known[word]):
                found[place, at] = kind
    return found


@cache
def _kinds_of() -> dict[str, list[int]]:
    return {word: [*map(number, kinds[:_MOST_KINDS])] for word, kinds in senses().items()}


def _numbers(told: Sequence[int]) -> Array:
    return numpy.array(told, numpy.uint32)


def _mixed(salt: Array, one: Array, other: Array) -> Array:
    """One number of three."""
    mixed = (one + salt) * _MIX[0]
    mixed ^= mixed >> 15
    mixed = (mixed + other) * _MIX[1]
    mixed ^= mixed >> 13
    mixed *= _MIX[2]
    return mixed ^ mixed >> 16
