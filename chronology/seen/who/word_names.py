"""Names that are ordinary words too: "may visit", "Hope this helps", "Poppy Ward" mean no child,
nor does the letter of "bruise R forearm", "T 38.2", "Vit K"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from chronology.seen.who.family import lists
from chronology.seen.who.names import name_words
from chronology.seen.wording.cues import named
from chronology.seen.wording.words import Words


def only_a_word(words: Words, at: int, name: str, capitals: bool) -> bool:
    """Whether a name that is a word too is one here: "may visit", "Hope this helps", "in May"."""
    if name not in name_words("too") or words.raw[at].casefold() != name:
        return False
    following = words.low[at + 1] if at + 1 < len(words.low) else ""
    if not capitals or next((w for w in words.raw if w.isalpha()), "").islower():
        return _leads(name, following)  # one size of letters throughout
    if not words.raw[at][0].isupper() or following in name_words("things"):
        return True
    before = words.low[at - 1] if at else ""
    if name in name_words("months") and (
        before in name_words("dated") or before[:1].isdigit() or following[:1].isdigit()
    ):
        return True
    opens = not at or words.sentence[at - 1] != words.sentence[at] or before in (":", "-", "\n")
    return opens and _leads(name, following)


def _leads(name: str, following: str) -> bool:
    """Whether a name before such a word is more likely a verb or a thing."""
    if name in name_words("helping"):
        return following not in name_words("acts") and not following.endswith("ed")
    return name in name_words("leading") and (
        following in name_words("goes_on") or following in lists()
    )


def only_a_place(words: Words, at: int) -> bool:
    """ "Taken to Mabel House", "22 Jasper Close", "at Mabel Primary": a place and no child."""
    if not at or at + 1 >= len(words.low) or words.low[at + 1] not in name_words("addresses"):
        return False
    before = words.low[at - 1]
    led = before in name_words("before_addresses") or before[:1].isdigit()
    return led and words.raw[at + 1].istitle() and words.sentence[at + 1] == words.sentence[at]


def only_a_letter(words: Words, at: int) -> bool:
    """Whether a letter that may be a child's initial is a side, a reading, a heading or a part of a
    name: "R forearm", "(L) thigh", "T 38.2", "Vit K", "S: ... O: ... P: ...", "to A and E"."""
    low, letter = words.low, words.low[at]
    before = [word for word in low[max(0, at - 3) : at] if word != "."]
    if " ".join([*before[-1:], letter]) in name_words("lettered"):
        return words.raw[at - 1] != "year"  # "this year R started school"
    after = [word for word in low[at + 1 : at + 5] if word != ")"]
    if letter in "lr" and (_is_a_side(after) or _is_said_of(low, at) or _is_measured(low, at)):
        return True
    after = after[1:] if after[:1] == [":"] else after
    if letter in "tpr" and _READING.fullmatch("".join(after[:1])):
        return not _SIZES.intersection(after[1:2])
    if letter == "e" and before[-2:] in (["a", "and"], ["a", "+"]) and before[0] in _TO_IT:
        return True
    return letter in _NOTES and low[at + 1 : at + 2] == [":"] and _is_a_note(low)


_OF_SIGHT = re.compile(r"6/\d+")
_READING = re.compile(r"\d+\.\d|19|[2-9]\d|1\d\d")
_SIZES = frozenset(["kg", "kgs", "cm", "cms", "th", "centile"])
_TO_IT = frozenset(["to", "at", "in", "from", "via", "the"])
_NOTES = ("s", "o", "a", "p")
"""Subjective, objective, assessment, plan: how a doctor's note is set out."""


def _is_a_side(after: Sequence[str]) -> bool:
    at = 0
    while at < len(after) and after[at] in name_words("where_on_it"):
        at += 1
    return at < len(after) and (after[at] in name_words("sided") or after[at] in named("body"))


def _is_said_of(low: Sequence[str], at: int) -> bool:
    """Whether the side stands behind what it is of: "6/9 L", "bead up nose R." """
    before, after = "".join(low[max(0, at - 1) : at]), "".join(low[at + 1 : at + 2])
    ends = not after or after in ".,;)"
    part = before in named("body") or before in name_words("sided")
    return bool(_OF_SIGHT.fullmatch(before)) or (ends and part)


def _is_measured(low: Sequence[str], at: int) -> bool:
    """Of sight or hearing: "VA R 6/18 L 6/6", "Tymp R type B", "ears: R red, L normal", "hearing
    screen: failed R."; but "R 6/12" may be six months old."""
    before, after = [*low[max(0, at - 2) : at]], "".join(low[at + 1 : at + 2])
    if _OF_SIGHT.fullmatch(after) and any(_ACUITY.fullmatch(word) for word in low):
        return True
    heads = before[-1:] == [":"]
    told = before[0] if heads else "".join(before[-1:])
    if told in name_words("before_side"):
        return not heads or told not in _SENSES  # "Hearing: R passed, L absent" lists children
    if heads and told in named("body"):
        return True
    if told in _OUTCOMES and (not after or after in ".,;)/"):
        return not name_words("before_side").isdisjoint(low)
    other = "l" if low[at] == "r" else "r"
    joined = told in _JOINED and other in low[max(0, at - _NEAR) : at - 1]
    return joined and _is_measured(low, at - 1 - low[:at][::-1].index(other))


_ACUITY = re.compile(r"6/(?:[4569]|18|24|36|60)")
"""Figures of sight that are no months or weeks of age."""
_OUTCOMES = frozenset(["failed", "fail", "passed", "pass"])
_SENSES = frozenset(["hearing", "vision"])
_JOINED = frozenset([",", "and", "&", "+"])
_NEAR = 5


def _is_a_note(low: Sequence[str]) -> bool:
    heads = {word for word, mark in pairwise(low) if mark == ":"}
    return len(heads.intersection(_NOTES)) >= _ENOUGH


_ENOUGH = 3
