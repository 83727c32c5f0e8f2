"""The second opinion: every rule that fired and every word, weighed together.

A rule looks at one place; the weights, learnt from labelled entries of our own (evaluation/train.py),
look at all that an entry holds and may say that a rule was mistaken, or that nothing is recorded.
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

Placed = tuple[str, int]
"""A feature and the word it stands at, -1 where it is of the whole entry."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """How likely each value is, by name, and the sentence that speaks most for each."""

    chances: Mapping[str, float]
    sentence: Mapping[str, int]


def features(
    scene: Scene, child: str, sighted: Sequence[Claim], heard: Sequence[Claim],
    standing: Claim | None, views: Claim | None,
) -> list[Placed]:  # fmt: skip
    """What is weighed: values the rules came to, rules that fired, and the words themselves."""
    seen = standing.value if standing else "not_recorded"
    told = views.value if views else "not_recorded"
    found: dict[str, int] = {f"seen={seen}": -1, f"views={told}": -1, f"both={seen}+{told}": -1}
    if standing:
        found[f"by={standing.rule}"] = -1
        found[f"surely={seen}{standing.strength}"] = -1
    if views:
        found[f"viewsby={views.rule}"] = -1
    for claim in (*sighted, *heard):
        whose = "" if claim.child == child else "other "
        found.setdefault(f"{whose}{claim.rule}={claim.value}", -1)
    for kind in scene.scopes:
        found.setdefault(f"scope {kind}", -1)
    for hit in scene.hits:
        found.setdefault(f"rule {hit.rule.name}", hit.first)
    for feature, at in _words(scene, child):
        found.setdefault(feature, at)
    return list(found.items())


def _words(scene: Scene, child: str) -> Iterator[Placed]:
    """Single words and pairs, people by what they are: the child, another child, an adult."""
    low, quoted = scene.words.low, scene.words.quoted
    people = {m.first: m for m in scene.mentions}
    before = ""
    at = count = 0
    while at < len(low):
        mention = people.get(at)
        if mention is None:
            word = f'"{low[at]}' if quoted[at] else low[at]
            following = at + 1
        else:
            word = mention.kind
            if word == CHILD:
                word = "THE CHILD" if child in mention.children else "OTHER CHILD"
            word += "'s" if mention.owner else ""
            following = mention.last
        yield f"'{word}", at
        if before:
            yield f"'{before} {word}", at
        else:
            yield f"opens {word}", at
        before, at, count = word, following, count + 1
    yield f"words {min(_MOST, count // _LONG)}", -1
    yield f"children {min(3, len(scene.home.born))}", -1


@cache
def _weights(of: str) -> tuple[tuple[str, ...], Mapping[str, tuple[float, ...]]]:
    path = resources.files("chronology.seen").joinpath("weights.json")
    told = json.loads(path.read_text(encoding="utf-8"))[of]
    return tuple(told["values"]), {f: tuple(w) for f, w in told["weights"].items()}


def weigh(of: str, placed: Sequence[Placed], scene: Scene) -> Opinion:
    """The chances of each value of `of` (seen or views), and where the words for it stand."""
    values, weights = _weights(of)
    sums = [0.0] * len(values)
    by_sentence: dict[int, list[float]] = {}
    for feature, at in placed:
        found = weights.get(feature)
        if found is None:
            continue
        for i, weight in enumerate(found):
            sums[i] += weight
        if at >= 0:
            here = by_sentence.setdefault(scene.words.sentence[at], [0.0] * len(values))
            for i, weight in enumerate(found):
                here[i] += weight
    top = max(sums)
    raised = [math.exp(s - top) for s in sums]
    whole = sum(raised)
    return Opinion(
        {v: r / whole for v, r in zip(values, raised, strict=True)},
        {v: max(by_sentence, key=lambda s: by_sentence[s][i], default=0)
         for i, v in enumerate(values)},
    )  # fmt: skip
