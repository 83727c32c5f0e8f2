"""How a child was seen: in person, on a screen only, asleep, or glimpsed from outside.

The words that say so stand in manner.toml, those for a screen in screens.toml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chronology.model import SIGHTED
from chronology.seen.claims.claim import Claim
from chronology.seen.scene import Scene, actor, spoken_of, told_in
from chronology.seen.who.mention import CHILD, PROFESSIONAL
from chronology.seen.wording.cues import named
from chronology.seen.wording.tables import Told
from chronology.values import screens

REMOTE, ASLEEP, GLIMPSED, IN_PERSON = "remote", "asleep", "glimpsed", "in_person"
_TABLE = "manner.toml"
_THROUGH, _THEN_SAW, _WAVED = 8, 4, 5
"""Words at most between "saw" and "through the window", between that and "I saw", and before
"waved"."""


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
            found[child] = told.get(child) or _by_words(scene, claim, sighted)
    return found


def _by_screen(scene: Scene) -> list[bool]:
    """By sentence, whether it tells of a contact on a screen; nothing where none does."""
    may_be = screens.may_be(scene.words.text, scene.own)
    return screens.by_screen(scene.words, scene.own) if may_be else []


def _by_words(scene: Scene, claim: Claim, sighted: Sequence[Claim]) -> str:
    """Asleep or glimpsed, where the sentence says it and no other tells of the child."""
    sentence = scene.words.sentence
    mine = (c for c in sighted if c.child == claim.child and c.value in SIGHTED)
    if any(sentence[c.first] != sentence[claim.first] for c in mine):
        return IN_PERSON
    if _is_asleep(scene, claim):
        return ASLEEP
    return GLIMPSED if _is_glimpsed(scene, claim) else IN_PERSON


def _is_glimpsed(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence says it, and of nobody else: "I saw his sister through the glass"."""
    words = scene.words
    if _PANES.isdisjoint(words.low):
        return False
    told, sentence = told_in(scene, _TABLE), words.sentence[claim.first]
    span = _from_outside(told, sentence)
    if span is None or told.of("not-from-outside", sentence):
        return False
    others = [m for m in scene.mentions if span[0] <= m.first < span[1] and m.kind != PROFESSIONAL]
    return not others or any(claim.child in m.children for m in others)


_PANES = frozenset(word for pane in named("pane") for word in pane.split()[:1])


def _from_outside(told: Told, sentence: int) -> tuple[int, int] | None:
    """The words that say that somebody was seen from outside: the first, with the most words."""
    through, at_window = told.of("through-it", sentence), told.of("at-the-window", sentence)
    spans = [
        *told.near(told.of("saw", sentence), through, _THROUGH),
        *told.near(through, told.of("could-see", sentence), _THEN_SAW),
        *((hit.first, hit.last) for hit in told.of("at-a-window-above", sentence)),
        *told.near(at_window, told.of("waved", sentence), _WAVED),
    ]
    return min(spans, key=lambda span: (span[0], -span[1]), default=None)


def _is_asleep(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence says it of the child."""
    words = scene.words
    if named("slept").isdisjoint(words.low):
        return False
    told, sentence = told_in(scene, _TABLE), words.sentence[claim.first]
    if told.of("woke"):
        return False
    for at in (hit.first for hit in told.of("asleep", sentence)):
        if words.quoted[at]:
            continue
        before = [m for m in spoken_of(scene, sentence) if m.first < at]
        who = [m for m in (actor(scene, at), *before[-1:]) if m]
        if not who or any(m.kind == CHILD and claim.child in m.children for m in who):
            return True
    return False


def _fell(scene: Scene, claim: Claim) -> bool:
    """ "Theo fell asleep in clinic": awake before that, and so seen."""
    slept = named("slept").intersection(scene.words.low[claim.first : claim.last])
    if claim.manner != ASLEEP or not slept:
        return False
    told = told_in(scene, _TABLE)
    return not any(claim.first <= hit.first < claim.last for hit in told.of("asleep"))
