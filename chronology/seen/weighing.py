"""The weighing: everything that an entry holds (evidence.py), weighed together.

A rule looks at one place. The weights, learnt from labelled entries of our own
(evaluation/train.py), look at the whole entry; they may say that a rule was mistaken, or that
nothing is recorded. A value that no rule bears out rests on the sentence whose words weighed most,
and says so.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from chronology.seen.evidence import Evidence
from chronology.seen.words import Words

WEIGHED = "weighed-words"

OWN, VIEWS, OTHER = "own", "views", "other"
"""What is weighed: whether the record's own child was seen, that child's views, and whether
another child of the case was seen."""

_HUNDREDTHS = 100
Row = tuple[int, ...]
"""The weights of one piece of evidence for every value in turn, in whole hundredths: so that their
sum is exact, and the same in whatever order they are added."""


@dataclass(frozen=True, slots=True)
class Weights:
    """By what is weighed: its values, and the weights by the name of the evidence."""

    values: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, Mapping[str, Row]]


@cache
def weights() -> Weights:
    """The weights as evaluation/train.py wrote them."""
    path = resources.files("chronology.seen").joinpath("weights.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        {of: tuple(part["values"]) for of, part in told.items()},
        {of: part["weights"] for of, part in told.items()},
    )


def weigh(of: str, found: Evidence) -> dict[str, float]:
    """The chance of each value."""
    table, values = weights().rows[of], weights().values[of]
    rows = [table[name] for name in found if name in table]
    sums = [sum(column) for column in zip(*rows, strict=True)] or [0] * len(values)
    return _chances(values, sums)


def _chances(values: Sequence[str], sums: Sequence[int]) -> dict[str, float]:
    """Each value was learnt against all others; their chances are brought to one."""
    raised = [1 / (1 + math.exp(-total / _HUNDREDTHS)) for total in sums]
    whole = sum(raised)
    return {value: chance / whole for value, chance in zip(values, raised, strict=True)}


def speaks_most(of: str, value: str, found: Evidence, words: Words) -> int:
    """The sentence whose words speak most for a value."""
    table, number = weights().rows[of], weights().values[of].index(value)
    sums: dict[int, int] = {}
    for name, at in found.items():
        if at >= 0 and name in table:
            sentence = words.sentence[at]
            sums[sentence] = sums.get(sentence, 0) + table[name][number]
    return max(sums, key=lambda s: (sums[s], -s), default=0)
