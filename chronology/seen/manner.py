"""How a child was seen: in person, on a screen only, asleep, or glimpsed from outside."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from chronology import screens
from chronology.model import SIGHTED
from chronology.seen.claim import Claim
from chronology.seen.mention import CHILD, PROFESSIONAL
from chronology.seen.scene import Scene, actor

REMOTE, ASLEEP, GLIMPSED, IN_PERSON = "remote", "asleep", "glimpsed", "in_person"


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
    return screens.by_screen(_sentences(scene)) if screens.may_be(scene.words.text) else []


def _sentences(scene: Scene) -> list[str]:
    """Every sentence as it stands in the text."""
    words = scene.words
    ends: list[tuple[int, int]] = []
    for number, (start, end) in zip(words.sentence, words.spans(), strict=True):
        if number < len(ends):
            ends[number] = (ends[number][0], end)
        else:
            ends.append((start, end))
    return [words.text[start:end] for start, end in ends]


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
    if _THINGS.isdisjoint(words.low):
        return False
    number = words.sentence[claim.first]
    told = _GLIMPSED.search(_sentences(scene)[number])
    if told is None or _NEAR.search(told.string):
        return False
    begins = words.spans()[words.sentence.index(number)][0]
    inside = range(begins + told.start(), begins + told.end())
    named = [m for m in scene.mentions if words.spans()[m.first][0] in inside]
    others = [m for m in named if m.kind != PROFESSIONAL]
    return not others or any(claim.child in m.children for m in others)


_THINGS = frozenset(["window", "glass", "letterbox", "letter", "gap", "hedge", "fence", "curtain"])
_THING = r"(?:window|glass|letter ?box|gap|hedge|fence|curtain)s?\b"
_GLIMPSED = re.compile(
    # "I saw both through the kitchen window", "Through the letterbox I could see", "at an upstairs
    # window", "at window, waved"
    r"\b(?:saw|seen?|sighted|make out|observed|looked at)\b[^.;]{0,40}"
    rf"\bthrough (?:\w+ ){{0,3}}{_THING}|"
    rf"\bthrough (?:\w+ ){{0,3}}{_THING}[^.;]{{0,20}}\b(?:saw|seen?|make out)\b|"
    r"\b(?:at|from|in) (?:an? |the )?(?:upstairs|bedroom|front|landing|first[- ]floor|top|lounge) "
    r"window\b|\bat (?:the |a |an )?window\b[^.;]{0,25}\bwav",
    re.I,
)
_NEAR = re.compile(r"\b(?:rescued|brought out|ladder|(?:he|she|they) (?:saw|could see))\b", re.I)


def _is_asleep(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence says it of the child."""
    words = scene.words
    if not _ASLEEP_WORDS.intersection(words.low) or _WOKE.search(words.text):
        return False
    sentence = words.sentence[claim.first]
    for at, word in enumerate(words.low):
        if word not in _ASLEEP_WORDS or words.sentence[at] != sentence or words.quoted[at]:
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


_NOT_SO = frozenset(["fell", "fall", "falls", "falling", "not", "be", "feigned", "half", "been"])
_ASLEEP_WORDS = frozenset(["asleep", "napping"])
_WOKE = re.compile(
    r"\b(?:woke\w*|awoke|awake|(?<!no )(?<!not )(?<!without )waking|roused|"
    r"asleep (?:on|at) (?:the |his |her )?desk|asleep at first|sat up|"
    r"opened (?:his|her|their) eyes)\b",
    re.I,
)
