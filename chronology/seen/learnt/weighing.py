"""The weighing: everything that an entry holds (evidence.py), weighed together.

A rule looks at one place. The weights, learnt from labelled entries of our own
(evaluation/train.py), look at the whole entry; they may say that a rule was mistaken, or that
nothing is recorded. A value that no rule bears out rests on the sentence whose words weighed most.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import numpy

from chronology.model import SIGHTED
from chronology.seen.learnt.evidence import of_name, of_words
from chronology.seen.learnt.tokens import DENIED, VALUES, Tokens

FILE = "weights.npz"
PLACES = 1 << 20
"""Places of the table in which a piece of evidence is looked up: no two that are weighed share one,
for train.py takes only the more frequent of such two."""
HUNDREDTHS = 100
_AT = {of: sum(len(v) for v in [*VALUES.values()][:n]) for n, of in enumerate(VALUES)}
"""By what is asked, the place of its first value."""

Array = Any


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The weights of every piece of evidence for every value, in whole hundredths: so that their
    sum is exact, and the same in whatever order they are added. Row 0 is of what has none."""

    numbers: Array
    rows: Array
    table: Array
    """By the last bits of the number of a piece of evidence, its row."""


@cache
def weights() -> Weights:
    """The weights as evaluation/train.py wrote them."""
    content = resources.files("chronology.seen").joinpath(FILE).read_bytes()
    told = numpy.load(io.BytesIO(content))
    table = numpy.zeros(PLACES, numpy.int32)
    numbers = numpy.cumsum(told["steps"], dtype=numpy.uint32)
    table[numbers % PLACES] = numpy.arange(len(numbers))
    return Weights(numbers, told["rows"].astype(numpy.float32), table)


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What was found in the scales."""

    chances: dict[str, dict[str, float]]
    """By what is asked: the chance of each value."""
    rows: Array
    at: Array
    """By piece of evidence: its row among the weights, 0 where it has none, and the word where it
    stands."""


def weigh(told: Sequence[Tokens]) -> list[Weighed]:
    """For each child of one narrative: weigh every piece of evidence once, in however many places
    it stands."""
    known = weights()
    numbers, at = of_words(told)
    named, most = numbers.shape[1], max(len(one.named) for one in told)
    rows = numpy.zeros((len(told), named + most + 1), numpy.int32)
    found = known.table.take(numbers & PLACES - 1)
    rows[:, :named] = found * (known.numbers.take(found) == numbers)
    for mine, one in zip(rows, told, strict=True):
        mine[named : named + len(one.named)] = [*map(_row_of, one.named)]
    ordered = numpy.sort(rows)  # the first is one of those without weights
    once = (ordered[:, 1:] != ordered[:, :-1]).astype(numpy.float32)
    sums = (once[:, None] @ known.rows.take(ordered[:, 1:], 0))[:, 0].astype(float)
    raised = 1 / (1 + numpy.exp(-sums / HUNDREDTHS))
    return [
        Weighed(_chances(each), mine[: named + len(one.at)], numpy.concatenate((at, one.at)))
        for each, mine, one in zip(raised.tolist(), rows, told, strict=True)
    ]


@lru_cache(maxsize=65536)
def _row_of(name: str) -> int:
    """The row of a piece of evidence that has a name."""
    known, number = weights(), of_name(name)
    row = int(known.table[number % PLACES])
    return row if known.numbers[row] == number else 0


def _chances(raised: Sequence[float]) -> dict[str, dict[str, float]]:
    chances = {}
    for of, values in VALUES.items():
        mine = raised[_AT[of] : _AT[of] + len(values)]
        whole = sum(mine)
        chances[of] = {value: one / whole for value, one in zip(values, mine, strict=True)}
    return chances


def speaks_most(told: Tokens, of: str, value: str, weighed: Weighed) -> int:
    """The sentence whose words speak most for a value, each where it first stands."""
    places = numpy.arange(len(weighed.rows))
    ordered = numpy.sort(weighed.rows.astype(numpy.int64) << _BITS | places)
    first = ordered[numpy.diff(ordered >> _BITS, prepend=0) != 0] & (1 << _BITS) - 1
    first = first[weighed.at[first] >= 0]
    if not len(first):
        return 0
    spoken = weights().rows[weighed.rows[first], _AT[of] + VALUES[of].index(value)]
    sentence = numpy.array(told.row.sentence)
    sentences = sentence[weighed.at[first]]
    sums = numpy.bincount(sentences, spoken)
    sums[numpy.bincount(sentences) == 0] = -numpy.inf
    if value in SIGHTED:  # "Sat in pushchair throughout. Not examined.": not the second
        denied = sentence[numpy.frombuffer(told.row.flags, numpy.uint8) & DENIED != 0]
        plain = sums.copy()
        plain[denied[denied < len(sums)]] = -numpy.inf
        sums = plain if plain.max() > 0 else sums
    return int(sums.argmax())


_BITS = 32
