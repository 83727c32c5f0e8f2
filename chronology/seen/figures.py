"""Whose figures they are: what is measured of a grown person or the dead is no sighting of a child.

"31/40, BP 118/70"                        the mother's, in a pregnancy
"Mother seen re low mood. BP 120/80"      hers too, where no child is spoken of
"Mum attended. Weight 5.2kg, 50th"        her baby's
"Post-mortem: weight 8.1 kg"              of the dead: nobody saw a child
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from chronology.seen.grammar import grammar
from chronology.seen.mention import ADULT, CHILD

if TYPE_CHECKING:
    from chronology.seen.claim import Claim
    from chronology.seen.scene import Scene

_FIGURES = grammar("mothers_figures")
_WEIGHTS = frozenset(["weight", "wt"])
_EXPECTING = grammar("expecting")
_AFTER_DEATH = grammar("after_death")
_WEEKS = re.compile(r"\d\d?(?:\+\d)?/40")
_GROWN = 40
"""Kilograms from which a weight may be a grown person's."""
_NUMBER = re.compile(r"\d+")


def of_a_mother(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting that no rule bears out rests on a sentence of a grown person's figures,
    and the child is not named before them: "31/40, with Theo, BP 118/70"; or on headings left
    blank: "Height: Weight: BP:"."""
    here = scene.words.within(scene.words.sentence[claim.first])
    told = [scene.words.low[at] for at in here if any(map(str.isalnum, scene.words.low[at]))]
    if told and _FIGURES.issuperset(told):
        return True
    named = min((m.first for m in scene.mentions if claim.child in m.children), default=here.stop)
    return any(is_a_mothers(scene, at) for at in here if at < named)


def is_a_mothers(scene: Scene, at: int) -> bool:
    """Whether a word begins a figure that is a grown person's, or one of a post-mortem."""
    words = scene.words
    if words.low[at] not in _FIGURES:
        return False
    if not _AFTER_DEATH.isdisjoint(words.low):
        return True
    if words.low[at] in _WEIGHTS and not _is_heavy(words.low[at + 1 : at + 3]):
        return False
    if any(word in _EXPECTING or _WEEKS.fullmatch(word) for word in words.low):
        return True
    first = next(iter(scene.mentions), None)
    if first is None or first.first or first.kind != ADULT or first.beside or first.owner:
        return False
    return not any(m.kind == CHILD for m in scene.mentions)


def _is_heavy(after: list[str]) -> bool:
    """Whether the first number among some words is a grown person's weight."""
    found = next((match for word in after if (match := _NUMBER.match(word))), None)
    return found is not None and int(found[0]) >= _GROWN
