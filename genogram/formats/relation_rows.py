"""In which row somebody stands who is this to the child."""

from __future__ import annotations

from genogram.formats.relations import relation_of

_ROWS = {
    **dict.fromkeys(("subject", "sibling", "twin", "half", "unborn"), 0),
    **dict.fromkeys(("stepsibling", "cousin", "foster_or_adopted_sibling"), 0),
    **dict.fromkeys(("mother", "father", "parent", "putative", "step", "parents_partner"), 1),
    **dict.fromkeys(("parents_sibling", "parents_half_sibling"), 1),
    **dict.fromkeys(("grandparent", "step_grandparent", "great_aunt_or_uncle"), 2),
    "great_grandparent": 3,
    "great_great_grandparent": 4,
    **dict.fromkeys(("niece_or_nephew", "child_in_law"), -1),
    "grandchild": -2,
}
"""How many generations above the child somebody stands who is this to the child."""


def rows_above(told: str) -> int | None:
    """How many generations above the child somebody stands; None where the words do not say."""
    read = relation_of(told)
    return None if read.whom else _ROWS.get(read.word)
