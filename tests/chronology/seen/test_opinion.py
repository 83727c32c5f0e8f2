"""The second network is left unasked only where nothing that it may say could change a reading.

What second_opinion.py looks at of a chance, opinion._settled() has to look at too. So weights and
networks are made to say all kinds of things here, and the second network what is extreme.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from unittest.mock import patch

import pytest

from chronology.seen.claims.claim import Claim
from chronology.seen.learnt import network, opinion, weighing
from chronology.seen.learnt.tokens import VALUES, Tokens
from chronology.seen.reading import Reading
from chronology.seen.second_opinion import second_opinion

Said = Mapping[str, Mapping[str, float]]
TEXTS = (
    "Theo seen.", "Theo not in.", "Theo and Ruby seen at home.", "Both seen, well.", "Ruby out.",
    "No reply. Card left.", "Nobody in, house in darkness.", "Rang mum, no answer.",
    "Tenancy check. Rent paid in full.", "Mother low in mood, two children upstairs.",
    "Theo said he likes school. Ruby quiet.", "Asked about home, would not say.",
    "One of the children seen at the door.", "Child seen: Yes. Seen alone: No.",
    "Theo on the sofa. Did not see any marks.", "Theo and Ruby playing. Could hear Ruby.",
)  # fmt: skip
DRAWS = 60


def leaning(chance: random.Random, most: float, likely: Mapping[str, str]) -> Said:
    """What may be said by one to whom something is likely of each thing that is asked."""
    said = {}
    for of, values in VALUES.items():
        share = chance.uniform(0.5, most)
        rest = {value: chance.random() ** 3 for value in values if value != likely[of]}
        left = (1 - share) / sum(rest.values())
        said[of] = {v: share if v == likely[of] else rest[v] * left for v in values}
    return said


def certain(of_each: Mapping[str, str]) -> Said:
    """What is said by one who is all but certain of something of each."""
    return {
        of: {v: 0.997 if v == of_each[of] else 0.001 for v in values}
        for of, values in VALUES.items()
    }


def read(
    reading: Reading, by_weights: Said, by_networks: Sequence[Said], *, every: bool
) -> tuple[Sequence[Mapping[str, Claim]], int]:
    """What is read if weights and networks say so, and of how many children networks were asked;
    of `every` one, both are."""
    asked: list[Tokens] = []
    weigh, settled = weighing.weigh, opinion._settled

    def weighed(told: Sequence[Tokens]) -> list[weighing.Weighed]:
        chances = {of: dict(by_weights[of]) for of in by_weights}
        return [replace(one, chances=chances) for one in weigh(told)]

    def chances(net: int, told: Sequence[Tokens]) -> list[Said]:
        asked.extend(told)
        return [by_networks[net]] * len(told)

    said, told = dict(reading.said), dict(reading.told)
    with (
        patch.object(weighing, "weigh", weighed),
        patch.object(network, "networks", lambda: range(len(by_networks))),
        patch.object(network, "chances", chances),
        patch.object(opinion, "_settled", lambda *asked: settled(*asked) and not every),
    ):
        second_opinion(reading, said, told)
    return (said, told), len(asked)


@pytest.mark.parametrize("record_of", ["child", "mother", "household"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_network_left_unasked_could_have_changed_nothing(text: str, record_of: str) -> None:
    reading = Reading(text, ("Theo", "Ruby"), "Theo", (), record_of)
    chance, left_unasked = random.Random(text), 0
    for _ in range(DRAWS):
        likely, second = (
            {of: chance.choice(values) for of, values in VALUES.items()} for _ in range(2)
        )
        by_weights, first = leaning(chance, 0.94, likely), leaning(chance, 0.99, likely)
        by_networks = (first, certain(second))
        shortly, asked = read(reading, by_weights, by_networks, every=False)
        in_full, of_all = read(reading, by_weights, by_networks, every=True)
        assert shortly == in_full
        left_unasked += asked < of_all
    assert left_unasked or not of_all
