"""What weights (weighing.py) and networks (network.py) say together, and which value is likely
enough to be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from chronology.model import SIGHTED
from chronology.seen.learnt import network, weighing
from chronology.seen.learnt.tokens import OF_VIEWS, OTHER, OWN, VALUES, Tokens
from chronology.seen.learnt.weighing import Weighed

Chances = Mapping[str, Mapping[str, float]]

_SIGHT_NEEDS = {OWN: 0.60, OTHER: 0.45}
"""How likely it must be that a child was seen. To show a child as seen who was not is the error
that matters most, so more than evens is asked where it decides what a panel reads first."""
_UNSPOKEN_NEEDS = 0.70
"""The same of a child of whom the narrative does not speak ("all three juveniles sighted"), and of
every child in a record that is no child's own."""
_ALONE_NEEDS = {OWN: 0.4, OTHER: 0.5}
"""The share of the chance of being seen that must be for alone."""
_UNSEEN_NEEDS = 0.45
"""The share of the chance of not being seen against silence."""
_OUT = 0.6
"""How likely it must be that nobody of a household was seen: of 288 labelled entries that speak of
no child and reach it, 286 are absences."""
_SPOKEN_FOR = 1.5
"""How much more a recorded view counts than silence: few entries have one."""
FOR_NETWORKS = 0.65
"""The networks' share where they are asked: they read a little better than the weights."""
_SURE = 0.95
"""The chance from which the weights alone decide."""


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """What is held of a child."""

    chances: Chances
    """By what is asked, the chance of each value."""
    told: Tokens
    weighed: Weighed


def opinions(
    told: Sequence[Tokens], asked: Sequence[Sequence[str]], spoken_of: Sequence[bool]
) -> list[Opinion]:
    """What is held of each child of one narrative, who is `spoken_of` as in likely(). Where the
    weights leave little doubt the networks, which take longest, are not asked; nor is the second
    where it could change nothing that is likely."""
    weighed = weighing.weigh(told)
    found = [by.chances for by in weighed]
    said: dict[int, list[Chances]] = {
        n: [] for n, these in enumerate(asked)
        if min(max(found[n][of].values()) for of in these) < _SURE
    }  # fmt: skip
    for net in network.networks():
        doubted = [
            n for n, by in said.items()
            if not by or not all(_settled(of, found[n], by[0], spoken_of[n]) for of in asked[n])
        ]  # fmt: skip
        by_network = network.chances(net, [told[n] for n in doubted]) if doubted else []
        for n, by in zip(doubted, by_network, strict=True):
            said[n].append(by)
    held: list[dict[str, Mapping[str, float]]] = []
    for n, these in enumerate(asked):
        by = dict(found[n])
        if n in said:
            by = {of: _mixed(by[of], [one[of] for one in said[n]]) for of in by}
        held.append({of: _with_alone(by) if of == OTHER else by[of] for of in these})
    return [Opinion(*one) for one in zip(held, told, weighed, strict=True)]


def _settled(of: str, by_weights: Chances, by_first: Chances, spoken_of: bool) -> bool:
    """Whether what is likely is the same whatever the second network may say. It is if it is the
    same were the second certain of any one value, for all that it may say lies between these, and
    straight lines part what is likely from what is not. What second_opinion.py asks of chances
    is asked here too, or a network is left out that could have changed a reading."""
    parts = (OTHER, OWN) if of == OTHER else (of,)  # as _with_alone() needs
    found = set()
    for certain in product(*(_CERTAIN[part] for part in parts)):
        mixed = {
            part: _mixed(by_weights[part], (by_first[part], second))
            for part, second in zip(parts, certain, strict=True)
        }
        chances = _with_alone(mixed) if of == OTHER else mixed[of]
        value = likely(of, chances, spoken_of)
        unseen = value == "not_seen" and chances[value] > chances["not_recorded"]
        rather = value in SIGHTED and rather_unseen(chances)
        found.add((value, unseen, rather, not spoken_of and surely_out(chances)))
        if len(found) > 1:
            return False
    return True


_CERTAIN = {
    of: [{value: float(value == one) for value in values} for one in values]
    for of, values in VALUES.items()
}


def _mixed(
    by_weights: Mapping[str, float], by_networks: Sequence[Mapping[str, float]]
) -> dict[str, float]:
    """The chances of weights and networks together, each with its share."""
    share = FOR_NETWORKS / len(by_networks)
    return {
        value: (1 - FOR_NETWORKS) * chance + share * sum(by[value] for by in by_networks)
        for value, chance in by_weights.items()
    }


def _with_alone(by: Chances) -> dict[str, float]:
    """The chances of another child than the record's own, of whom alone is not asked: the share of
    alone is as it would be in the child's own record."""
    seen, alone = (by[OWN][value] for value in SIGHTED)
    share = alone / (seen + alone)
    sighted = by[OTHER]["seen"]
    return {**by[OTHER], "seen": sighted * (1 - share), "seen_alone": sighted * share}


def likely(of: str, chances: Mapping[str, float], spoken_of: bool = True) -> str:
    """The value that is likely enough of a child, who is `spoken_of` in some child's own record."""
    if of == OF_VIEWS:
        silent = chances["not_recorded"] / _SPOKEN_FOR
        return max(chances, key=lambda v: silent if v == "not_recorded" else chances[v])
    sighted = sum(chances[value] for value in SIGHTED)
    if sighted >= (_SIGHT_NEEDS[of] if spoken_of else _UNSPOKEN_NEEDS):
        alone = chances["seen_alone"] >= _ALONE_NEEDS[of] * sighted
        return "seen_alone" if alone else "seen"
    least = _UNSEEN_NEEDS * (1 - sighted)
    unseen = chances["not_seen"] >= (least if spoken_of else max(least, sighted))
    return "not_seen" if unseen else "not_recorded"


def rather_unseen(chances: Mapping[str, float]) -> bool:
    """Whether it is likelier that a child was not seen than that the child was."""
    return chances["not_seen"] > sum(chances[value] for value in SIGHTED)


def surely_out(chances: Mapping[str, float]) -> bool:
    """Whether it is likely enough that nobody of a household was seen."""
    return chances.get("not_seen", 0) >= _OUT


def speaks_most(held: Opinion, of: str, value: str) -> int:
    """The sentence on which a value rests that no rule bears out."""
    by = OWN if value == "seen_alone" else of
    return weighing.speaks_most(held.told, by, value, held.weighed)
