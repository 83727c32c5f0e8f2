"""The second opinion: every rule that fired and every word, weighed together.

A rule looks at one place. The weights, learnt from labelled entries of our own
(evaluation/train.py), look at all that an entry holds; they may say that a rule was mistaken, or
that nothing is recorded.
A value that no rule bears out rests on the sentence whose words weighed most, and says so.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from chronology.seen.claim import Claim
from chronology.seen.mention import CHILD
from chronology.seen.scene import Scene

WEIGHED = "weighed-words"
_LONG = 15
_MOST = 5

Row = tuple[float, ...]
"""Four weights for seen, then four for views, in the order of the values, in whole hundredths: so
their sum is exact, and the same in whatever order they are added."""
_HUNDREDTHS = 100

Placed = tuple[list[str], list[int]]
"""The words of an entry, people by what they are, and where each stands."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights, laid out so that no text need be put together to look one up."""

    values: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, Row]
    single: Mapping[str, Row]
    pair: Mapping[tuple[str, str], Row]


@cache
def weights() -> Weights:
    """The weights as evaluation/train.py wrote them: `w word`, `p word|word` and the rest."""
    path = resources.files("chronology.seen").joinpath("weights.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    whole: dict[str, Row] = {}
    single: dict[str, Row] = {}
    pair: dict[tuple[str, str], Row] = {}
    for feature, weighed in told["weights"].items():
        row = tuple(float(round(weight * _HUNDREDTHS)) for weight in weighed)
        if feature.startswith("w "):
            single[feature[2:]] = row
        elif feature.startswith("p "):
            first, _, second = feature[2:].partition("|")
            pair[first, second] = row
        else:
            whole[feature] = row
    return Weights({of: tuple(v) for of, v in told["values"].items()}, whole, single, pair)


def of_the_whole(
    scene: Scene, child: str, sighted: Sequence[Claim], heard: Sequence[Claim],
    standing: Claim | None, views: Claim | None,
) -> set[str]:  # fmt: skip
    """The values the rules came to, the rules that fired, and what kind of entry it is."""
    seen = standing.value if standing else "not_recorded"
    told = views.value if views else "not_recorded"
    found = {f"seen={seen}", f"views={told}", f"both={seen}+{told}"}
    if standing:
        found |= {f"by={standing.rule}", f"surely={seen}{standing.strength}"}
    if views:
        found.add(f"viewsby={views.rule}")
    for claim in (*sighted, *heard):
        whose = "" if claim.child == child else "other "
        found.add(f"{whose}{claim.rule}={claim.value}")
    found.update(f"scope {kind}" for kind in scene.scopes)
    found.update(f"rule {hit.rule.name}" for hit in scene.hits)
    found.add(f"words {min(_MOST, len(scene.words.low) // _LONG)}")
    found.add(f"children {min(3, len(scene.home.born))}")
    return found


def words(scene: Scene, child: str) -> Placed:
    """The words and where they stand, people by what they are: the child, an adult ..."""
    low, quoted = scene.words.low, scene.words.quoted
    if True in quoted:
        low = [f'"{word}' if said else word for word, said in zip(low, quoted, strict=True)]
    found: list[str] = []
    places: list[int] = []
    at = 0
    for mention in scene.mentions:
        found += low[at : mention.first]
        places += range(at, mention.first + 1)
        word = mention.kind
        if word == CHILD:
            word = "THE CHILD" if child in mention.children else "OTHER CHILD"
        found.append(word + "'s" if mention.owner else word)
        at = mention.last
    return found + low[at:], places + list(range(at, len(low)))


def named(whole: set[str], placed: Placed) -> list[str]:
    """Every feature by its name in the file of weights; this is what is learnt from."""
    found = dict.fromkeys(sorted(whole))
    for before, word in _pairs(placed):
        found[f"w {word}"] = None
        found[f"p {before}|{word}"] = None
    return list(found)


def _pairs(placed: Placed) -> Iterator[tuple[str, str]]:
    """Each word with the one before it; the first stands after "^"."""
    return zip(("^", *placed[0]), placed[0], strict=False)


def _rows(placed: Placed) -> Iterator[tuple[Row, int]]:
    """The weights of words and pairs, each once, with the word that brings them in."""
    single, pair = weights().single, weights().pair
    seen: set[str | tuple[str, str]] = set()
    for both, at in zip(_pairs(placed), placed[1], strict=True):
        word = both[1]
        if word in single and word not in seen:
            seen.add(word)
            yield single[word], at
        if both in pair and both not in seen:
            seen.add(both)
            yield pair[both], at


def weigh(whole: set[str], placed: Placed) -> dict[str, dict[str, float]]:
    """The chance of each value of `seen` and of `views`."""
    table = weights()
    of_whole, single, pair = table.whole, table.single, table.pair
    rows = [of_whole[feature] for feature in whole if feature in of_whole]
    rows += [single[word] for word in set(placed[0]) if word in single]
    rows += [pair[both] for both in set(_pairs(placed)) if both in pair]
    sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * 8
    values = table.values
    return {"seen": _chances(values["seen"], sums[:4]),
            "views": _chances(values["views"], sums[4:])}  # fmt: skip


def _chances(values: Sequence[str], sums: Sequence[float]) -> dict[str, float]:
    top = max(sums)
    raised = [math.exp((s - top) / _HUNDREDTHS) for s in sums]
    whole = sum(raised)
    return {value: r / whole for value, r in zip(values, raised, strict=True)}


def speaks_most(of: str, value: str, placed: Placed, scene: Scene) -> int:
    """The sentence whose words speak most for a value."""
    values = weights().values
    number = values[of].index(value) + (0 if of == "seen" else len(values["seen"]))
    sums: dict[int, float] = {}
    for row, at in _rows(placed):
        sentence = scene.words.sentence[at]
        sums[sentence] = sums.get(sentence, 0.0) + row[number] / _HUNDREDTHS
    return max(sums, key=lambda s: sums[s], default=0)
