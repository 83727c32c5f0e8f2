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
from typing import Any

from chronology.seen.evidence import SORTS, Places, keys_of
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


@dataclass(frozen=True, slots=True)
class Weighed:
    """What was found in the scales."""

    sums: Mapping[str, Mapping[str, int]]
    """By what is weighed: the weights for each value added up, in hundredths."""
    chances: Mapping[str, Mapping[str, float]]
    """By what is weighed: the chance of each value."""
    pieces: Sequence[tuple[str, Sequence[int | None], Sequence[int]]]
    """As Places, with each piece of evidence as its long number, None where it has no weight."""


class Scales:
    """What weighs several things at once, of the same evidence.

    The weights of a piece of evidence stand side by side in one long number, every weight in `room`
    bits, so that a narrative is weighed by adding up one number for each piece. Above them stands
    a number of the piece's own, so that no two pieces are alike.
    """

    __slots__ = ("_known", "_room", "_values")

    def __init__(self, of: Sequence[str]) -> None:
        told = weights()
        self._values = [(part, value) for part in of for value in told.values[part]]
        names = dict.fromkeys(name for part in of for name in told.rows[part])
        rows = [
            [w for part in of for w in told.rows[part].get(name) or (0,) * len(told.values[part])]
            for name in names
        ]
        most = max(sum(map(abs, column)) for column in zip(*rows, strict=True))
        self._room = most.bit_length() + 2
        self._known: dict[str, dict[Any, int]] = {sort: {} for sort in SORTS}
        for number, (name, row) in enumerate(zip(names, rows, strict=True)):
            piece = sum(w << self._room * at for at, w in enumerate((*row, number)))
            for sort, key in keys_of(name):
                self._known[sort][key] = piece

    def weigh(self, places: Places) -> Weighed:
        """Weigh every piece of evidence once, in however many places it stands."""
        pieces = [(sort, [*map(self._known[sort].get, keys)], at) for sort, keys, at in places]
        found = set[int | None]().union(*[numbers for _, numbers, _ in pieces])
        total = sum(filter(None, found))
        sums: dict[str, dict[str, int]] = {}
        for (of, value), weight in zip(self._values, self._unpacked(total), strict=True):
            sums.setdefault(of, {})[value] = weight
        return Weighed(sums, {of: _chances(told) for of, told in sums.items()}, pieces)

    def _unpacked(self, total: int) -> list[int]:
        """The sums that a long number holds, for every value in turn."""
        whole, half = 1 << self._room, 1 << self._room - 1
        sums = []
        for _ in self._values:
            one = (total + half) % whole - half
            sums.append(one)
            total = total - one >> self._room
        return sums

    def speaks_most(self, of: str, value: str, weighed: Weighed, words: Words) -> int:
        """The sentence whose words speak most for a value, each where it first stands."""
        first: dict[int, int] = {}
        for sort, numbers, ats in weighed.pieces:
            for number, at in zip(numbers, ats, strict=True):
                if number is not None and (number not in first or (sort and at < first[number])):
                    first[number] = at
        sums: dict[int, int] = {}
        for number, at in first.items():
            if at >= 0:
                sentence = words.sentence[at]
                sums[sentence] = sums.get(sentence, 0) + number
        place = self._values.index((of, value))
        spoken = {sentence: self._unpacked(total)[place] for sentence, total in sums.items()}
        return max(spoken, key=lambda s: (spoken[s], -s), default=0)


@cache
def scales(own: bool) -> Scales:
    """The scales for the record's own child, or those for another child of the case."""
    return Scales((OWN, VIEWS) if own else (OTHER,))


def _chances(sums: Mapping[str, int]) -> dict[str, float]:
    """Each value was learnt against all others; their chances are brought to one."""
    raised = {value: 1 / (1 + math.exp(-total / _HUNDREDTHS)) for value, total in sums.items()}
    whole = sum(raised.values())
    return {value: chance / whole for value, chance in raised.items()}
