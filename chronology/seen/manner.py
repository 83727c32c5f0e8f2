"""How a child was seen of whom a narrative says so: in person, on a screen only, or asleep."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chronology import screens
from chronology.model import SIGHTED
from chronology.seen.claim import Claim
from chronology.seen.mention import CHILD
from chronology.seen.scene import Scene, actor

REMOTE, ASLEEP, IN_PERSON = "remote", "asleep", "in_person"


def manners(scene: Scene, said: Mapping[str, Claim], sighted: Sequence[Claim]) -> dict[str, str]:
    """By child who was seen, how; `said` is what stands of each, `sighted` every claim of who was
    seen. A screen comes before all else: "Video call. Theo asleep on the sofa." """
    seen = {child: claim for child, claim in said.items() if claim.value in SIGHTED}
    if not seen:
        return {}
    screen = _by_screen(scene)
    told = {c.child: c.manner for c in (*sighted, *said.values())
            if c.manner and not _fell(scene, c)}  # fmt: skip
    found = {}
    for child, claim in seen.items():
        if screen and screen[scene.words.sentence[claim.first]]:
            found[child] = REMOTE
        else:
            asleep = ASLEEP if _is_asleep(scene, claim, sighted) else IN_PERSON
            found[child] = told.get(child) or asleep
    return found


def _by_screen(scene: Scene) -> list[bool]:
    """By sentence, whether it tells of a contact on a screen; nothing where none does."""
    words = scene.words
    if not screens.may_be(words.text):
        return []
    ends: list[tuple[int, int]] = []
    for number, (start, end) in zip(words.sentence, words.spans(), strict=True):
        if number < len(ends):
            ends[number] = (ends[number][0], end)
        else:
            ends.append((start, end))
    return screens.by_screen([words.text[start:end] for start, end in ends])


def _is_asleep(scene: Scene, claim: Claim, sighted: Sequence[Claim]) -> bool:
    """Whether the sentence says it of the child, and no other tells of the child awake."""
    words = scene.words
    if "asleep" not in words.low or _WOKE.search(words.text):
        return False
    sentence = words.sentence[claim.first]
    mine = [c for c in sighted if c.child == claim.child and c.value in SIGHTED]
    if any(words.sentence[c.first] != sentence for c in mine):
        return False
    for at, word in enumerate(words.low):
        if word != "asleep" or words.sentence[at] != sentence or words.quoted[at]:
            continue
        told = [m for m in scene.mentions if m.first < at and words.sentence[m.first] == sentence]
        who = [m for m in (actor(scene, at), *told[-1:]) if m]
        of_child = not who or any(m.kind == CHILD and claim.child in m.children for m in who)
        if of_child and (not at or words.low[at - 1] not in _NOT_SO):
            return True
    return False


def _fell(scene: Scene, claim: Claim) -> bool:
    """ "Theo fell asleep in clinic": awake before that, and so seen."""
    low = scene.words.low
    return claim.manner == ASLEEP and any(
        low[at] == "asleep" and low[at - 1] in _NOT_SO
        for at in range(max(1, claim.first), claim.last)
    )


_NOT_SO = frozenset(["fell", "fall", "falls", "falling", "not", "be", "feigned"])
_WOKE = re.compile(
    r"\b(?:woke\w*|awoke|awake|waking|roused|asleep (?:on|at) (?:the |his |her )?desk)\b", re.I
)
