"""Contacts on a screen: a child seen by video is seen remotely, outside the headline.

Zoom with family. Theo waved.            the screen heads the entry: both sentences
Visit. Dad on FaceTime later, Ruby too.  that sentence only
ABE by video-recorded interview; interpreter by video; video of Theo received     none

The words that say so stand in seen/screens.toml.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from chronology.seen.wording.cues import Hit, Own, named, rules
from chronology.seen.wording.tables import Told
from chronology.seen.wording.words import Words, split

_TABLE = "screens.toml"
_ENDS_HEADING = frozenset(".:,;-")
_SHORT = 6
"""Words in a sentence that may be a heading."""
_ASKED, _PUT_OFF, _INSTEAD = 4, 3, 2
"""Words at most between what is to come, or comes after, and a screen."""
_BEFORE_VISIT = 2
"""Words before "home visit" where it opens an entry: "Joint unannounced home visit"."""


def by_screen(words: Words, own: Own = ()) -> list[bool]:
    """By sentence of an entry, whether who was seen there was seen on a screen: it says so, or a
    screen heads the entry and nobody has come since."""
    told = Told(_TABLE, words, own)
    here = _told(told)
    return [one or headed for one, headed in zip(here, _headed(told, here), strict=True)]


def may_be(text: str, own: Own = ()) -> bool:
    """Whether there may be words of a screen: most entries have none."""
    low = text.lower()
    if not {name for name, _ in own}.isdisjoint(rule.name for rule in rules((_TABLE,))):
        return any(map(str.isalnum, low))
    if any(hint in low for hint in named("screen_hint") | named("app")):
        return True
    shown = any(verb in low for verb in named("turned")) or "held" in low
    return shown and any(thing in low for thing in named("screen"))


@lru_cache(maxsize=16)  # of one row it is asked for every child
def heads(text: str, own: Own = ()) -> bool:
    """Whether a screen heads an entry, and nobody came later in it."""
    if not may_be(text, own):
        return False
    told = Told(_TABLE, split(text), own)
    return _headed(told, _told(told))[-1]


def _told(told: Told) -> list[bool]:
    """By sentence, whether it says so; a lesson at which a visitor finds a child does not."""
    home = told.leading("home-visit", 0, after=_BEFORE_VISIT)
    return [
        _is_by_screen(told, sentence) and not (home and told.of("lesson", sentence))
        for sentence in range(told.words.sentences)
    ]


def _headed(told: Told, by_screen: Sequence[bool]) -> list[bool]:
    """By sentence, whether a screen heads what it stands in: told in the first sentence, or after
    a heading; after "Visit." in the first words."""
    found: list[bool] = []
    heads = visits = False
    opens = True
    for sentence, here in enumerate(by_screen):
        if opens:
            heads = here and (not visits or _is_held_so(told, sentence))
            visits = visits or bool(told.of("held-as-visit", sentence))
            opens = not here and _is_heading(told, sentence)
        elif not here and told.of("in-the-room", sentence):
            heads = False
        found.append(heads)
    return found


def _is_heading(told: Told, sentence: int) -> bool:
    return told.length(sentence) <= _SHORT and not told.of("sighted", sentence)


def _is_held_so(told: Told, sentence: int) -> bool:
    first = told.leading("screen", sentence) or _as_heading(told, sentence)
    return bool(first or told.of("held-so", sentence))


def _as_heading(told: Told, sentence: int) -> list[Hit]:
    """Words for a screen that open a sentence: "Zoom.", "Teams with mum"."""
    low, clause = told.words.low, told.words.clause
    alone = [
        hit for hit in told.leading("heading", sentence)
        if low[hit.last] in _ENDS_HEADING and clause[hit.last] not in clause[hit.last + 1 :][:1]
    ]  # fmt: skip
    return alone + told.leading("heading-with", sentence)


def _is_by_screen(told: Told, sentence: int) -> bool:
    screens = told.of("screen", sentence) + _as_heading(told, sentence)
    if not screens or told.of("another", sentence):
        return False
    told_of = told.near(told.of("told-of", sentence), screens)
    if told_of and not told.of("shown", sentence):
        return False
    return not (
        told.near(told.of("asked-for", sentence), screens, _ASKED)
        or told.near(screens, told.of("put-off", sentence), _PUT_OFF)
        or told.near(told.of("instead-of", sentence), screens, _INSTEAD)
    )
