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
"""Four weights for seen, then four for views, in the order of the values."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights, laid out so that no text need be put together to look one up."""

    values: Mapping[str, tuple[str, ...]]
    whole: Mapping[str, Row]
    single: Mapping[str, Row]
    pair: Mapping[str, Mapping[str, Row]]


@cache
def weights() -> Weights:
    """The weights as evaluation/train.py wrote them: `w word`, `p word|word` and the rest."""
    path = resources.files("chronology.seen").joinpath("weights.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    whole: dict[str, Row] = {}
    single: dict[str, Row] = {}
    pair: dict[str, dict[str, Row]] = {}
    for feature, row in told["weights"].items():
        if feature.startswith("w "):
            single[feature[2:]] = tuple(row)
        elif feature.startswith("p "):
            first, _, second = feature[2:].partition("|")
            pair.setdefault(first, {})[second] = tuple(row)
        else:
            whole[feature] = tuple(row)
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


def words(scene: Scene, child: str) -> list[tuple[str, int]]:
    """The words and where they stand, people by what they are: the child, an adult ..."""
    low, quoted = scene.words.low, scene.words.quoted
    found: list[tuple[str, int]] = []
    at = 0
    for mention in (*scene.mentions, None):
        until = mention.first if mention else len(low)
        found += [(f'"{low[i]}' if quoted[i] else low[i], i) for i in range(at, until)]
        if mention is None:
            break
        word = mention.kind
        if word == CHILD:
            word = "THE CHILD" if child in mention.children else "OTHER CHILD"
        found.append((word + "'s" if mention.owner else word, mention.first))
        at = mention.last
    return found


def named(whole: set[str], placed: Sequence[tuple[str, int]]) -> list[str]:
    """Every feature by its name in the file of weights; this is what is learnt from."""
    before = "^"
    found = dict.fromkeys(sorted(whole))
    for word, _ in placed:
        found[f"w {word}"] = None
        found[f"p {before}|{word}"] = None
        before = word
    return list(found)


def _rows(placed: Sequence[tuple[str, int]]) -> Iterator[tuple[Row, int]]:
    """The weights of words and pairs, each once, with the word that brings them in."""
    table = weights()
    seen: set[tuple[str, str]] = set()
    before = "^"
    for word, at in placed:
        for key, row in ((("", word), table.single.get(word)),
                         ((before, word), table.pair.get(before, {}).get(word))):  # fmt: skip
            if row is not None and key not in seen:
                seen.add(key)
                yield row, at
        before = word


def weigh(whole: set[str], placed: Sequence[tuple[str, int]]) -> dict[str, dict[str, float]]:
    """The chance of each value of `seen` and of `views`."""
    table = weights()
    single, pair = table.single, table.pair
    rows = [table.whole[feature] for feature in whole if feature in table.whole]
    words = dict.fromkeys(word for word, _ in placed)
    rows += [single[word] for word in words if word in single]
    pairs: set[tuple[str, str]] = set()
    before = "^"
    for word, _ in placed:
        if before in pair and word in pair[before]:
            pairs.add((before, word))
        before = word
    rows += [pair[first][second] for first, second in sorted(pairs)]
    sums = [sum(column) for column in zip(*sorted(rows), strict=True)] if rows else [0.0] * 8
    values = table.values
    return {"seen": _chances(values["seen"], sums[:4]),
            "views": _chances(values["views"], sums[4:])}  # fmt: skip


def _chances(values: Sequence[str], sums: Sequence[float]) -> dict[str, float]:
    top = max(sums)
    raised = [math.exp(s - top) for s in sums]
    whole = sum(raised)
    return {value: r / whole for value, r in zip(values, raised, strict=True)}


def speaks_most(of: str, value: str, placed: Sequence[tuple[str, int]], scene: Scene) -> int:
    """The sentence whose words speak most for a value."""
    values = weights().values
    number = values[of].index(value) + (0 if of == "seen" else len(values["seen"]))
    sums: dict[int, float] = {}
    for row, at in _rows(placed):
        sentence = scene.words.sentence[at]
        sums[sentence] = sums.get(sentence, 0.0) + row[number]
    return max(sums, key=lambda s: sums[s], default=0)
