"""The tally: after any changes the cost is what the objective says of the rows as they stand."""

from __future__ import annotations

import random

import pytest

from benchmarks.random_families import Habits, grow
from genogram.kin import kin_of
from genogram.placing.generations import generations
from genogram.placing.objective import objective
from genogram.placing.order_costs import Tally
from genogram.placing.ordering import order_rows


@pytest.mark.parametrize("seed", range(4))
def test_the_cost_kept_is_the_cost_of_the_rows(seed: int) -> None:
    kin = kin_of(grow(seed, 40, Habits(cousins=0.4, homes=0.5, foster=0.2)))
    goal = objective(kin, generations(kin))
    tally = Tally(goal, order_rows(kin, goal, 0))
    dice = random.Random(seed)
    for _ in range(150):
        changes = []
        for n in dice.sample(range(len(tally.rows)), dice.choice((1, 1, 2))):
            row = tally.rows[n].order
            low = dice.randrange(len(row))
            piece = row[low : low + dice.randint(1, 8)]
            changes.append((n, low, dice.sample(piece, len(piece))))
        before, rows = tally.cost, tally.named()
        more = tally.change(changes, dice.choice((0.0, 5.0, 1000.0)))
        assert tally.cost == pytest.approx(goal.cost(tally.named()))
        assert tally.named() == rows or tally.cost == pytest.approx(before + more)
