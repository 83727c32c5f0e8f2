"""Where everybody stands: rows in their order, places along them, and the width of each box."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from genogram.kin import Kin
from genogram.placing.layout_parts import Measures
from genogram.placing.objective import VIA, Drop, Objective, Rows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """Decided rows with all that lines and boxes are drawn from. `x` is empty until placed.

    `lowered` are those who stand half a box lower, so that a partner line may pass above them.
    """

    kin: Kin
    goal: Objective
    rows: Rows
    at: Mapping[str, int]
    width: Mapping[str, float]
    tall: Mapping[str, float]  # heights of boxes
    measures: Measures
    lowered: frozenset[str] = frozenset()
    x: Mapping[str, float]

    def row(self, person: str) -> list[str]:
        """The row in which somebody stands."""
        return self.rows[self.goal.level[person]]

    def over(self, drop: Drop) -> list[str]:
        """The two people between whom a union's line goes down, or the one parent."""
        place = self.goal.drop_place(drop, self.at)
        row = self.row(drop.partners[0])
        if place == int(place):
            return [row[int(place)]]
        return [row[int(place - 0.5)], row[int(place + 0.5)]]

    def free(self, a: str, b: str) -> float:
        """The room between two neighbours' boxes."""
        return abs(self.x[a] - self.x[b]) - (self.width[a] + self.width[b]) / 2

    def passes(self, place: str) -> bool:
        """Whether this is not a person but a line on its way to a lower row."""
        return place.startswith(VIA)
