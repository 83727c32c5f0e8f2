"""Whose attendance it was: an entry of a child's record may be about a relative who was ill.

"Pt: dad, 34M. Backslab applied."           it was applied to him
"Attendance by mum. Intoxicated"            so was she
"BIBA mother, overdose", "BIBA nan post fall"   and it was they who were brought
"Mum attended with chest pain. LWBS"        it was she who left

What such an entry says of a child whom it names stands. The words stand in guards.toml.
"""

from __future__ import annotations

from itertools import pairwise

from chronology.seen.claims.claim import Claim, sentence_of
from chronology.seen.scene import Scene, guard_words, spoken_of
from chronology.seen.who.mention import ADULT, CHILD, PROFESSIONAL
from chronology.seen.wording.cues import Hit


def of_a_grown_patient(scene: Scene, claim: Claim) -> bool:
    """Whether the entry opens with a grown patient, and the sentence of a sighting names no child
    but one who is at home."""
    here = [m for m in spoken_of(scene, sentence_of(scene, claim)) if m.kind == CHILD]
    named = any(scene.words.low[m.last - 1] not in _PATIENT for m in here)
    return (not named or claim.rule == "at-home") and _opens_with_one(scene)


_PATIENT = frozenset(["patient", "pt"])


def _opens_with_one(scene: Scene) -> bool:
    """Whether one of the first two sentences says that the patient is a grown person."""
    sentence = scene.words.sentence
    told = [hit for hit in guard_words(scene).of("grown-patient") if not _and_a_child(scene, hit)]
    told += [hit for hit in scene.hits if hit.rule.name == "brought" and _a_relative(scene, hit)]
    told += [hit for at in (0, 1) for hit in guard_words(scene).leading("grown-ones-own", at)]
    return any(sentence[hit.first] <= 1 for hit in told)


def _and_a_child(scene: Scene, hit: Hit) -> bool:
    """ "Attendance of mum and Theo", "by dad at 2am with pt": both were there."""
    low, here = scene.words.low, spoken_of(scene, scene.words.sentence[hit.first])
    children = [m for m in here if m.kind == CHILD and m.last > hit.last + 1]
    if any(m.first <= hit.last + _SOON for m in children) and low[hit.last] in _AND:
        return True
    return any(low[m.first - 1] == "with" for m in children)


_AND = frozenset(["and", "&", "+", "with", ","])
_SOON = 3


def _a_relative(scene: Scene, hit: Hit) -> bool:
    """ "Brought in by ambulance - mother, overdose", "BIBA father with chest pain": whom they
    brought was she or he."""
    low, table = scene.words.low, guard_words(scene)
    here = [m for m in spoken_of(scene, scene.words.sentence[hit.first]) if m.last > hit.first]
    if any(m.kind == CHILD for m in here):
        return False
    ailing = {found.first for found in table.of("ailing")}
    return any(
        by.kind == PROFESSIONAL and low[by.first - 1] == "by" and who.kind == ADULT
        and (
            (who.first == by.last + 1 and low[by.last] in _THAT_IS
             and (low[who.last] in ",.;)" or who.last in ailing))
            or (who.first == by.last and who.last in ailing)
        )
        for by, who in pairwise(here)
    )  # fmt: skip


_THAT_IS = frozenset("-:(\u2013")


def left_unseen(scene: Scene, claim: Claim) -> bool:
    """ "Mother LWBS", "Dad attended with chest pain. Left before being seen": an entry that speaks
    of no child, and of nobody brought, tells of a grown person who left."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    if not table.of("left-unseen", here) or any(m.kind == CHILD for m in scene.mentions):
        return False
    if any(hit.rule.name in _BROUGHT for hit in scene.hits):
        return False
    begins = [scene.words.within(at).start for at in (here, here - 1) if at >= 0]
    return any(m.first in begins and m.kind == ADULT and not m.owner for m in scene.mentions)


_BROUGHT = frozenset(["brought", "examined", "finding"])
