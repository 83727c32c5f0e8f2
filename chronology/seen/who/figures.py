"""Whose figures they are: what is measured of a grown person or the dead is no sighting of a child.

"31/40, BP 118/70"                        the mother's, in a pregnancy
"Mother seen re low mood. BP 120/80"      hers too, where no child is spoken of
"Mum attended. Weight 5.2kg, 50th"        her baby's
"Post-mortem: weight 8.1 kg"              of the dead: nobody saw a child
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chronology.seen.who.mention import ADULT, CHILD, Mention
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words

FIGURES = grammar("mothers_figures")
_WEIGHTS = frozenset(["weight", "wt"])
_EXPECTING = grammar("expecting")
_AFTER_DEATH = grammar("after_death")
_WEEKS = re.compile(r"\d\d?(?:\+\d)?/40")
_GROWN = 40
"""Kilograms from which a weight may be a grown person's."""
_NUMBER = re.compile(r"\d+")


def is_a_mothers(words: Words, mentions: Sequence[Mention], at: int) -> bool:
    """Whether a word begins a figure that is a grown person's, or one of a post-mortem."""
    if words.low[at] not in FIGURES:
        return False
    if not _AFTER_DEATH.isdisjoint(words.low):
        return True
    if words.low[at] in _WEIGHTS and not _is_heavy(words.low[at + 1 : at + 3]):
        return False
    if any(word in _EXPECTING or _WEEKS.fullmatch(word) for word in words.low):
        return True
    first = next(iter(mentions), None)
    if first is None or first.first or first.kind != ADULT or first.beside or first.owner:
        return False
    return not any(m.kind == CHILD for m in mentions)


def _is_heavy(after: list[str]) -> bool:
    """Whether the first number among some words is a grown person's weight."""
    found = next((match for word in after if (match := _NUMBER.match(word))), None)
    return found is not None and int(found[0]) >= _GROWN
