"""The weighing: everything that an entry holds (evidence.py), weighed together.

A rule looks at one place. The weights, learnt from labelled entries of our own
(evaluation/train.py), look at the whole entry; they may say that a rule was mistaken, or that
nothing is recorded. A value that no rule bears out rests on the sentence whose words weighed most.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy

from chronology.seen.evidence import evidence
from chronology.seen.tokens import DENIED, VALUES, Tokens

FILE = "weights.npz"
PLACES = 1 << 20
"""Places of the table in which a piece of evidence is looked up: no two that are weighed share one,
for train.py takes only the more frequent of such two."""
HUNDREDTHS = 100
_SIGHTED = ("seen", "seen_alone")
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
    return Weights(numbers, told["rows"].astype(numpy.int32), table)


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """What was found in the scales."""

    chances: dict[str, dict[str, float]]
    """By what is asked: the chance of each value."""
    rows: Array
    at: Array
    """By piece of evidence: its row among the weights, and the word where it stands."""


def weigh(told: Tokens) -> Weighed:
    """Weigh every piece of evidence once, in however many places it stands."""
    known = weights()
    numbers, at = evidence(told)
    rows = known.table[numbers & PLACES - 1]
    here = known.numbers[rows] == numbers
    rows, at = rows[here], at[here]
    ordered = numpy.sort(rows)
    once = ordered[numpy.diff(ordered, prepend=-1) != 0]
    sums = known.rows.take(once, 0).sum(0) / HUNDREDTHS
    raised = 1 / (1 + numpy.exp(-sums))
    chances = {}
    for of, values in VALUES.items():
        mine = raised[_AT[of] : _AT[of] + len(values)]
        chances[of] = dict(zip(values, (mine / mine.sum()).tolist(), strict=True))
    return Weighed(chances, rows, at)


def speaks_most(told: Tokens, of: str, value: str, weighed: Weighed) -> int:
    """The sentence whose words speak most for a value, each where it first stands."""
    rows, first = numpy.unique(weighed.rows, return_index=True)
    at = weighed.at[first]
    words = at >= 0
    if not words.any():
        return 0
    spoken = weights().rows[rows[words], _AT[of] + VALUES[of].index(value)]
    sentences = numpy.array(told.row.sentence)[at[words]]
    sums = numpy.bincount(sentences, spoken)
    sums[numpy.setdiff1d(numpy.arange(len(sums)), sentences)] = -numpy.inf
    if value in _SIGHTED:  # "Sat in pushchair throughout. Not examined.": not the second
        denied = [s for s, f in zip(told.row.sentence, told.row.flags, strict=True) if f & DENIED]
        plain = sums.copy()
        plain[[s for s in denied if s < len(sums)]] = -numpy.inf
        sums = plain if plain.max() > 0 else sums
    return int(sums.argmax())
