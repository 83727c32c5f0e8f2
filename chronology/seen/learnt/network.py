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
from itertools import islice, repeat
from math import exp
from typing import Any

import numpy

from chronology.seen.learnt.tokens import FLAGS, VALUES, Row, Tokens
from chronology.seen.wording.senses import senses

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


def chances(net: Network, told: Sequence[Tokens]) -> list[Chances]:
    """For each child's tokens of one narrative: by what is asked, the chance of each value."""
    return [_chances(numbers) for numbers in _said(net, told).tolist()]


def _chances(numbers: Sequence[float]) -> Chances:
    found, left = {}, iter(numbers)
    for of, values in VALUES.items():
        mine = [*islice(left, len(values))]
        raised = [exp(number - max(mine)) for number in mine]
        whole = sum(raised)
        found[of] = {value: one / whole for value, one in zip(values, raised, strict=True)}
    return found


def _said(net: Network, told: Sequence[Tokens]) -> Array:
    """What one network says; children x values."""
    return _heads(net, told, _through(net, _known(net, told)))


def _known(net: Network, told: Sequence[Tokens]) -> Array:
    """What is known of every word, as it concerns each child; children x words x numbers."""
    row = told[0].row
    if not row.words:
        return numpy.zeros((len(told), 1, len(net.arrays["into"])), numpy.float32)
    same, people, letters = _of_row(net, row)
    x = same[None].repeat(len(told), 0)
    called = [f"<{one.who[number]}>" for one in told for _, number in row.people]
    x[:, people] += _words(net, called).reshape(len(told), len(people), x.shape[-1])
    who = numpy.array([_numbers(net.letters, one.who) for one in told])
    for table, places in zip(net.arrays["letter"], letters, strict=True):
        x += table.take(who.take(places, 1), 0)
    return x


@lru_cache(maxsize=len(FILES))
def _of_row(net: Network, row: Row) -> tuple[Array, list[int], Array]:
    """What is the same whichever child is asked about: what is known of the words apart from who
    is spoken of; where people stand; and the places of the letters in Tokens.who."""
    people = [place for place, _ in row.people]
    x = _words(net, row.words)
    x[people] = 0
    x += net.arrays["flag"].take(numpy.frombuffer(row.flags, numpy.uint8), 0)
    for at, names in row.cues:
        x[at] += _cue(net, names)
    return x, people, numpy.array(row.letters).reshape(3, -1)


def _words(net: Network, words: Sequence[str]) -> Array:
    ids = _numbers(net.words, words)
    x = net.arrays["word"][ids]
    for at in [at for at, number in enumerate(ids) if not number]:
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
    """Every word with its neighbours; children x words x numbers. Where nothing near a word tells
    a child from the first, what is found for the first holds."""
    layers = _layers(net)
    reach = sum(int(near[-1]) for near, _, _ in layers)
    each, words, inner = known.shape
    wide = numpy.zeros((each, words + 2 * reach, inner), numpy.float32)
    inside = wide[:, reach:-reach]
    numpy.tanh(known @ net.arrays["into"], out=inside)
    flat, at = wide.reshape(-1, inner), _differing(known, reach)
    for near, weights, bias in layers:
        y = flat.take(at[:, None] + near, 0).reshape(len(at), -1) @ weights
        y += bias
        numpy.tanh(y, out=y)
        more, gate = y[:, :inner], y[:, inner:]
        gate += 1
        gate /= 2
        gate *= more
        gate += flat.take(at, 0)
        inside[:] = gate[:words]
        flat[at] = gate
    return inside


@lru_cache(maxsize=len(FILES))
def _layers(net: Network) -> list[tuple[Array, Array, Array]]:
    """Of every convolution: how far off the neighbours are, its weights and what is added, so that
    one tanh serves gates too: the chance of x is half of 1 + tanh(x / 2)."""
    made = []
    for layer, apart in enumerate(net.arrays["apart"].tolist()):
        near, bias = net.arrays[f"near{layer}"], net.arrays[f"bias{layer}"]
        width, inner, both = near.shape
        half = numpy.repeat(numpy.array([1, 0.5], numpy.float32), inner)
        off = apart * (numpy.arange(width) - width // 2)
        made.append((off, near.reshape(-1, both) * half, bias * half))
    return made


def _differing(known: Array, reach: int) -> Array:
    """The first child's every word, and of the others those within reach of what differs: their
    places, where as many more as are in reach stand on either side of each child's words."""
    each, words, _ = known.shape
    differs = numpy.zeros((each, words + 2 * reach + 1), int)
    differs[:, reach + 1 : -reach] = (known != known[0]).any(-1)
    until = differs.cumsum(1)
    found = until[:, 2 * reach + 1 :] > until[:, : -2 * reach - 1]
    found[0] = True
    child, at = numpy.nonzero(found)
    return child * (words + 2 * reach) + at + reach


def _heads(net: Network, told: Sequence[Tokens], x: Array) -> Array:
    """The looks at the whole, with what the rules say, and the numbers for every value; children x
    values."""
    a = net.arrays
    look = a["look"].T @ x.transpose(0, 2, 1)
    look = numpy.exp(look - look.max(-1, keepdims=True))
    look /= look.sum(-1, keepdims=True)
    seen = (look @ x).reshape(len(x), -1)
    whole = numpy.array([one.whole for one in told], numpy.float32)
    claims = numpy.stack([_summed(a["claim"], net.claims, one.claims) for one in told])
    z = numpy.concatenate([seen, x.max(1), whole, claims], -1)
    z = numpy.maximum(z @ a["thought"] + a["thought_bias"], 0)
    return z @ a["head"] + a["head_bias"]
