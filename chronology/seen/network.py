"""Two small networks that read a narrative word by word (tokens.py), as it concerns one child.

    word  ->  what is known of it  ->  its neighbours, three times over  ->  where it matters most
              (a row of numbers)       (convolutions with a gate)            (four looks, and the
                                                                              most of each number)
          ->  with what the rules made of the whole  ->  a chance for every value

Learnt from labelled entries of our own (evaluation/train_network.py), apart from each other; what
they say is averaged, which errs less than either. A word that was never met is read by its
letters. Convolutions with gates: Dauphin, Fan, Auli and Grangier 2017.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import numpy

from chronology.seen import weighing
from chronology.seen.tokens import SEEN, VIEWS, Token, Tokens
from chronology.seen.weighing import OTHER, OWN

FILES = ("network-1.npz", "network-2.npz")
UNKNOWN = 1
"""The row of words never met."""
BUCKETS = 4096
LETTERS_AT_ONCE = (3, 4)
MOST_PIECES = 12
_LONGEST = 20
VALUES = {OWN: SEEN, weighing.VIEWS: VIEWS, OTHER: ("seen", "not_seen", "not_recorded")}
"""By what is asked: its values, in the order in which the networks give them."""

Array = Any
Names = Mapping[str, int]


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
    """The networks as evaluation/train_network.py wrote them."""
    return tuple(map(_loaded, FILES))


def _loaded(file: str) -> Network:
    content = resources.files("chronology.seen").joinpath(file).read_bytes()
    told = numpy.load(io.BytesIO(content))
    names = {of: told[of].tobytes().decode("utf-8").split("\n") for of in FIRST}
    numbered = {of: numbers(of, names[of]) for of in FIRST}
    arrays = {k: told[k] * told[k + STEP] for k in told.files if k + STEP in told.files}
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


def chances(told: Sequence[Tokens]) -> list[dict[str, dict[str, float]]]:
    """For each child's tokens of one narrative: by what is asked, the chance of each value."""
    each = [_by_value(net, told) for net in networks()]
    return [
        {of: {v: sum(one[of][v] for one in ones) / len(ones) for v in VALUES[of]} for of in VALUES}
        for ones in zip(*each, strict=True)
    ]


def _by_value(net: Network, told: Sequence[Tokens]) -> list[dict[str, dict[str, float]]]:
    out = _heads(net, told, _through(net, numpy.stack([_rows(net, one.row) for one in told])))
    found = []
    for row in out:
        by, at = {}, 0
        for of, values in VALUES.items():
            raised = numpy.exp(row[at : at + len(values)] - row[at : at + len(values)].max())
            by[of] = dict(zip(values, (raised / raised.sum()).tolist(), strict=True))
            at += len(values)
        found.append(by)
    return found


def _rows(net: Network, row: Sequence[Token]) -> Array:
    """What is known of each word: one row of numbers for each."""
    a = net.arrays
    if not row:
        return numpy.zeros((1, a["into"].shape[1]), numpy.float32)
    ids = [net.words.get(token.word, 0) for token in row]
    x = a["word"][ids]
    for at, number in enumerate(ids):
        if not number:
            x[at] = _spelt(net, row[at].word)
    letters = [[net.letters.get(one, 0) for one in token.letters] for token in row]
    for place, numbers in enumerate(zip(*letters, strict=True)):
        x += a["letter"][place][list(numbers)]
    _add(x, a["kind"], net.kinds, [token.kinds for token in row])
    _add(x, a["cue"], net.cues, [token.cues for token in row])
    x += numpy.array([token.flags for token in row], numpy.float32) @ a["flag"]
    return numpy.tanh(x @ a["into"])


def _add(x: Array, table: Array, names: Names, told: Sequence[Sequence[str]]) -> None:
    """Add the rows of several names to each word's own."""
    found = [(at, names[n]) for at, these in enumerate(told) for n in these if n in names]
    if found:
        places, numbers = zip(*found, strict=True)
        numpy.add.at(x, list(places), table[list(numbers)])


@lru_cache(maxsize=4096)
def _spelt(net: Network, word: str) -> Array:
    """A word never met: the row for such, and what its letters say."""
    a = net.arrays
    found = pieces(word)
    row = a["word"][UNKNOWN]
    return row + 2 * a["piece"][found].mean(0) if found else row


def _through(net: Network, x: Array) -> Array:
    """Every word with its neighbours; children x words x numbers."""
    a, layer = net.arrays, 0
    while f"near{layer}" in a:
        near, apart = a[f"near{layer}"], int(a["apart"][layer])
        width = len(near)
        edge = apart * (width // 2)
        wide = numpy.zeros((len(x), x.shape[1] + 2 * edge, x.shape[2]), numpy.float32)
        wide[:, edge : edge + x.shape[1]] = x
        beside = [wide[:, n * apart : n * apart + x.shape[1]] for n in range(width)]
        y = numpy.concatenate(beside, -1) @ near.reshape(-1, near.shape[-1]) + a[f"bias{layer}"]
        half = y.shape[-1] // 2
        x = x + numpy.tanh(y[..., :half]) * (1 + numpy.tanh(y[..., half:] / 2)) / 2
        layer += 1
    return x


def _heads(net: Network, told: Sequence[Tokens], x: Array) -> Array:
    """The looks at the whole, with what the rules say, and the numbers for every value."""
    a = net.arrays
    look = x @ a["look"]
    look = numpy.exp(look - look.max(1, keepdims=True))
    look /= look.sum(1, keepdims=True)
    seen = numpy.einsum("clh,clq->cqh", x, look).reshape(len(told), -1)
    whole = numpy.array([one.whole for one in told], numpy.float32)
    claims = numpy.stack([
        a["claim"][[net.claims.get(name, 0) for name in (*one.claims, "")]].sum(0) for one in told
    ])  # fmt: skip
    z = numpy.concatenate([seen, x.max(1), whole, claims], -1)
    z = numpy.maximum(z @ a["thought"] + a["thought_bias"], 0)
    return z @ a["head"] + a["head_bias"]
