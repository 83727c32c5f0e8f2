"""What an entry tells of another day gives way to what it tells of its own.

"Seen in A&E on Saturday. Fracture clinic today, not brought."    not seen
"Not at the last two sessions. Today I picked her up."            seen
"Seen at home today. Not at the clinic on Monday."                seen
"Seen on Saturday. Clinic booked for Friday."                     as it was

The words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Sequence

from chronology.model import SIGHTED
from chronology.seen.claims.claim import Claim, sentence_of
from chronology.seen.scene import Scene, guard_words


def go_by_its_own_day(scene: Scene, said: dict[str, Claim], sighted: Sequence[Claim]) -> None:
    """Where what is said of a child rests on a sentence of another day, let a sentence of the day
    itself stand that says the opposite."""
    table = guard_words(scene)
    if not table.of("another-day") or not table.of("of-the-day"):
        return
    for child, claim in [*said.items()]:
        here = sentence_of(scene, claim)
        if not table.of("another-day", here) or table.of("of-the-day", here):
            continue
        seen = claim.value in SIGHTED
        then = [
            c for c in sighted
            if c.child == child and (c.value in SIGHTED) != seen
            and table.of("of-the-day", sentence_of(scene, c))
        ]  # fmt: skip
        if then:
            said[child] = max(then, key=lambda c: c.strength)
