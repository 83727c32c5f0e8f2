"""Two small networks that read a narrative word by word (tokens.py), as it concerns one child.

    word  ->  what is known of it  ->  its neighbours, three times over  ->  where it matters most
              (a row of numbers)       (convolutions with a gate)            (four looks, and the
                                                                              most of each number)
          ->  with what the rules made of the whole  ->  a chance for every value

Learnt from labelled entries of our own (evaluation/README.md), apart; what they say is averaged,
which errs less than either. A word that was never met is read by its letters. Convolutions with
gates: Dauphin, Fan, Auli and Grangier 2017.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import repeat
from typing import Any

import numpy

from chronology.seen.senses import senses
from chronology.seen.tokens import FLAGS, VALUES, Row, Tokens

FILES = ("network-1.npz", "network-2.npz")
UNKNOWN = 1
"""The row of words never met."""
BUCKETS = 4096
LETTERS_AT_ONCE = (3, 4)
MOST_PIECES = 12
_LONGEST = 20
Array = Any
Names = Mapping[str, int]
Chances = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Names with their numbers, and the numbers that were learnt."""

    words: Names
    letters: Names
    kinds: Names
    cues: Names
    claims: Names
    arrays: Mapping[str, Array]


FIRST = {"words": UNKNOWN + 1, "letters": 1, "kinds": 1, "cues": 1, "claims": 1}
"""What has names, and the number of the first; row 0 of each is empty."""
STEP = " step"
"""Numbers are kept as whole steps of -127 to 127, and beside them how long a step of a row is."""


@cache
def networks() -> tuple[Network, ...]:
    """The networks that read."""
    folder = resources.files("chronology.seen")
    return tuple(loaded(folder.joinpath(file).read_bytes()) for file in FILES)


def loaded(content: bytes) -> Network:
    """A network as evaluation/train_network.py writes it."""
    told = numpy.load(io.BytesIO(content))
    names = {of: told[of].tobytes().decode("utf-8").split("\n") for of in FIRST}
    numbered = {of: numbers(of, names[of]) for of in FIRST}
    arrays = {k: told[k] * told[k + STEP] for k in told.files if k + STEP in told.files}
    bits = [[combined >> bit & 1 for bit in range(FLAGS)] for combined in range(1 << FLAGS)]
    arrays["flag"] = numpy.array(bits, numpy.float32) @ arrays["flag"]
    arrays["apart"] = told["apart"]
    return Network(**numbered, arrays=arrays)


def numbers(of: str, names: Sequence[str]) -> dict[str, int]:
    """Names with their numbers; `of` is one of FIRST."""
    return {name: at for at, name in enumerate(names, FIRST[of])}


def pieces(word: str) -> list[int]:
    """The numbers of the letters of a word, three and four at a time; people have none."""
    if word.startswith("<"):
        return []
    spelt = f"<{word[:_LONGEST]}>"
    found = (spelt[i : i + n] for n in LETTERS_AT_ONCE for i in range(max(1, len(spelt) - n + 1)))
    return [zlib.crc32(piece.encode()) % BUCKETS + 1 for piece in found][:MOST_PIECES]


def chances(told: Sequence[Tokens]) -> list[Chances]:
    """For each child's tokens of one narrative: by what is asked, the chance of each value."""
    out = numpy.stack([_said(net, told) for net in networks()])  # networks x children x values
    raised = [numpy.exp(part - part.max(-1, keepdims=True)) for part in numpy.split(out, _ENDS, -1)]
    each = zip(
        *((part / part.sum(-1, keepdims=True)).mean(0).tolist() for part in raised), strict=True
    )
    return [
        {of: dict(zip(VALUES[of], row, strict=True)) for of, row in zip(VALUES, rows, strict=True)}
        for rows in each
    ]


_ENDS = numpy.cumsum([len(values) for values in VALUES.values()])[:-1]


def _said(net: Network, told: Sequence[Tokens]) -> Array:
    """What one network says; children x values."""
    return _heads(net, told, _through(net, numpy.stack([_rows(net, one) for one in told])))


def _rows(net: Network, told: Tokens) -> Array:
    """What is known of each word of one child's: one row of numbers for each."""
    a = net.arrays
    if not told.words:
        return numpy.zeros((1, a["into"].shape[0]), numpy.float32)
    words, flags = _of_row(net, told.row)
    x = words.copy()
    people = [place for place, _ in told.row.people]
    x[people] = _words(net, [told.words[place] for place in people])
    for table, letters in zip(a["letter"], told.letters, strict=True):
        x += table[_numbers(net.letters, letters)]
    x += flags
    for at, names in told.row.cues:
        x[at] += _cue(net, names)
    return x


@lru_cache(maxsize=len(FILES))
def _of_row(net: Network, row: Row) -> tuple[Array, Array]:
    """What is the same whichever child is asked about: the words, people apart, and their flags."""
    return _words(net, row.words), net.arrays["flag"][row.flags]


def _words(net: Network, words: Sequence[str]) -> Array:
    ids = _numbers(net.words, words)
    x = net.arrays["word"][ids]
    for at, number in enumerate(ids):
        if not number:
            x[at] = spelt(net, words[at])
    return x


def _numbers(names: Names, told: Sequence[str]) -> list[int]:
    """The numbers of names, 0 where they have none."""
    return [*map(names.get, told, repeat(0))]


@lru_cache(maxsize=4096)
def spelt(net: Network, word: str) -> Array:
    """A word never met: the row for such, and what its letters and its kinds say."""
    a = net.arrays
    row = a["word"][UNKNOWN] + _summed(a["kind"], net.kinds, senses().get(word, ()))
    found = pieces(word)
    return row + 2 * a["piece"][found].mean(0) if found else row


@lru_cache(maxsize=4096)
def _cue(net: Network, names: Sequence[str]) -> Array:
    return _summed(net.arrays["cue"], net.cues, names)


def _summed(table: Array, names: Names, told: Sequence[str]) -> Array:
    return table[_numbers(names, (*told, ""))].sum(0)


def _through(net: Network, known: Array) -> Array:
    """Every word with its neighbours; children x words x numbers."""
    a = net.arrays
    x = numpy.tanh(known @ a["into"])
    for layer, apart in enumerate(a["apart"].tolist()):
        near = a[f"near{layer}"]
        width, inner, both = near.shape
        edge, words = apart * (width // 2), x.shape[1]
        wide = numpy.zeros((len(x), words + 2 * edge, inner), numpy.float32)
        wide[:, edge : edge + words] = x
        beside = [wide[:, n * apart : n * apart + words] for n in range(width)]
        y = numpy.concatenate(beside, -1) @ near.reshape(width * inner, both) + a[f"bias{layer}"]
        gate = (1 + numpy.tanh(y[..., inner:] / 2)) / 2
        x = x + numpy.tanh(y[..., :inner]) * gate
    return x


def _heads(net: Network, told: Sequence[Tokens], x: Array) -> Array:
    """The looks at the whole, with what the rules say, and the numbers for every value; children x
    values."""
    a = net.arrays
    look = x @ a["look"]
    look = numpy.exp(look - look.max(1, keepdims=True))
    look /= look.sum(1, keepdims=True)
    seen = numpy.einsum("clh,clq->cqh", x, look).reshape(len(x), -1)
    whole = numpy.array([one.whole for one in told], numpy.float32)
    claims = numpy.stack([_summed(a["claim"], net.claims, one.claims) for one in told])
    z = numpy.concatenate([seen, x.max(1), whole, claims], -1)
    z = numpy.maximum(z @ a["thought"] + a["thought_bias"], 0)
    return z @ a["head"] + a["head_bias"]
