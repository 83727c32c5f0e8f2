"""One cue's claim about one child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronology.seen.scene import Scene
from chronology.seen.who.mention import Mention
from chronology.seen.wording.cues import Hit, Rule

BEYOND_DOUBT = 3
"""The strength of a rule that nothing sets aside, such as a box "Child seen: yes"."""


class Claim(NamedTuple):
    """What a cue says of a child, how surely, and where: words `first` up to `last`."""

    child: str
    value: str
    strength: int
    first: int
    last: int
    rule: str
    hit: Hit
    manner: str = ""
    reason: str = ""


def claims(
    scene: Scene, hit: Hit, who: Mention | None, children: Sequence[str], value: str, *,
    strength: int | None = None, rule: Rule | None = None,
) -> Iterator[Claim]:  # fmt: skip
    """A claim for each child; its words are the cue and, in the same sentence, the one named."""
    sentence = scene.words.sentence
    first, last = hit.first, hit.last
    if who and sentence[who.first] == sentence[hit.first]:
        first, last = min(first, who.first), max(last, who.last)
    rule = rule or hit.rule
    for child in children:
        yield Claim(
            child, value, rule.strength if strength is None else strength, first, last, rule.name,
            hit, rule.manner, rule.reason,
        )  # fmt: skip


def sentence_of(scene: Scene, claim: Claim) -> int:
    """The sentence in which the cue of a claim stands."""
    return scene.words.sentence[claim.hit.first]
