"""Brothers and sisters whom the case does not know, and words that are no absence of a child's.

"Half-sister Lily seen and well"   Lily is no child of the case, and nothing is said of one who is
"Theo not in uniform"              how Theo was, and not that he was not there
"Not gained. Failed hearing test"  what was found, and not that nobody came
"Did not see the bedrooms"         a thing was not seen
"""

from __future__ import annotations

import re

from chronology.seen.cues import verb_forms
from chronology.seen.family import Family, lists
from chronology.seen.grammar import grammar
from chronology.seen.mention import CHILD, Mention
from chronology.seen.names import nearly
from chronology.seen.scene import Scene, sentence_text
from chronology.seen.words import Words

_COMMON = grammar("common")
_BETWEEN = frozenset([",", "(", ":", "called", "named"])
_STATES = re.compile(
    r"\bnot (?:currently |obviously |clearly |at all )?in (?:(?:his|her|their|the|a|any|full|"
    r"correct|proper|school|acute|obvious|much|further|immediate|good|bad|pe|great|severe) ){0,3}"
    r"(?:uniform|kit|pain|discomfort|distress|trouble|danger|nappies|mood|tears|receipt of|favour|"
    r"agreement|breach|debt|labour|clothes|shoes|pyjamas|fear|need of|crisis)\b",
    re.I,
)
_SENSES = r"(?:hearing|vision|eye|audiology|sight)"
_TEST = r"(?:tests?|screen(?:s|ing)?|checks?)"
_THING = (
    r"(?:upstairs|downstairs|(?:bed)?rooms?|beds?|cots?|house|flat|kitchen|garden|teacher|"
    r"red book|bruis(?:e|es|ing)|marks|injur(?:y|ies)|records|notes)"
)
_WHOSE = r"(?:(?:the|any|his|her|their|\w+['\u2019]s) )?(?:class |bed )?"
_FOUND = re.compile(
    r"\bnot (?:yet |been )?(?:gain(?:ed|ing)|smiling|walking|talking|fixing|crawling|weaned|"
    r"babbling|thriving)\b|"
    rf"\bfail(?:s|ed|ing)? (?:(?:his|her|the|a|both) )?(?:\w+ )?{_SENSES} ?{_TEST}?\b|"
    rf"\b{_SENSES}(?: {_TEST})?(?: \(\w+\))?:? failed\b|"
    rf"\b(?:not|n't|unable to) (?:see|view|check|inspect) {_WHOSE}{_THING}\b|"
    rf"\b{_THING} (?:was |were )?not (?:been )?(?:seen|viewed|checked)\b",
    re.I,
)
_ABSENCE = re.compile(
    r"\b(?:not|no|never|absent|missing|dna|wnb|fta|nobody|refused|cancelled|away|out)\b|n't\b", re.I
)


def only_as_a_strangers(scene: Scene, child: str) -> bool:
    """Whether a child is spoken of only by a word for a brother or sister that has somebody else's
    name beside it: "Half-sister Lily", "his brother, Sam"."""
    if child in scene.home.unnamed:
        return False
    meant = [m for m in scene.mentions if m.kind == CHILD and child in m.children]
    return bool(meant) and all(_is_a_strangers(scene, child, m) for m in meant)


def _is_a_strangers(scene: Scene, child: str, mention: Mention) -> bool:
    words, at = scene.words, mention.last
    if _calls(words, scene.home, child, mention):
        return False
    while at < len(words.low) and words.low[at] in _BETWEEN and at - mention.last < 2:
        at += 1
    before = mention.first - 2 if words.low[mention.first - 1 : mention.first] == ["("] else at
    return any(_is_anothers_name(scene, place) for place in (at, before))


def _is_anothers_name(scene: Scene, at: int) -> bool:
    """Whether a word is a name, and of no child of the case."""
    words, home = scene.words, scene.home
    if not 0 <= at < len(words.raw) or not words.raw[at].istitle() or len(words.raw[at]) < 3:
        return False
    word = words.low[at].removesuffix("'s")
    known = word in lists() or word in home.names or word in _COMMON or word in verb_forms()
    return not known and word.isalpha() and not nearly(word, home.firsts)


def _calls(words: Words, home: Family, child: str, mention: Mention) -> bool:
    """Whether a name of the child is among the words: "Theo and his sister" calls Theo."""
    low = (word.removesuffix("'s") for word in words.low[mention.first : mention.last])
    return any(label == child for word in low for _, label in home.names.get(word, ()))


def only_how_it_was(scene: Scene, sentence: int) -> bool:
    """Whether a sentence that denies something says only what the child was not in: a uniform."""
    text = sentence_text(scene, sentence)
    return bool(_STATES.search(text)) and not _ABSENCE.search(_STATES.sub(" ", text))


def tells_what_was_found(text: str) -> bool:
    """Whether words deny what a child does or passes, or that a thing was seen."""
    return bool(_FOUND.search(text))


def only_what_was_found(text: str) -> bool:
    """Whether words deny nothing else: "not gained weight", "did not see the bedrooms"."""
    return bool(_FOUND.search(text)) and not _ABSENCE.search(_FOUND.sub(" ", text))
