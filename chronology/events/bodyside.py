"""The side of the body that an account names, by the part: "bruise to right cheek", "ribs, left".

What is said to be another person's ("mum's left arm") is compared with accounts that name that
person too, and with no others: a child's right arm is another arm. The words stand in
cues/bodyside.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from chronology import phrases

_PARTS = phrases.one_of_lists("bodyside.toml", "part of the body")
_ONE_PLACE: Mapping[str, str] = phrases.table_of("bodyside.toml")["one place"]["words"]
_WHERE_ON_IT = (
    rf"(?:(?:{phrases.one_of_lists('bodyside.toml', 'where on it')}|"
    r"(?:hand[\s-]+)?side\s+of\s+(?:the\s+|his\s+|her\s+|their\s+)?|"
    r"\d+(?:st|nd|rd|th)(?:\s*(?:,|and|&|to|-))?)\s*)*"
)
_SIDE = re.compile(
    r"(?:\b(?P<word>left|right|both|bilateral|lt|rt)(?:[\s-]sided)?|"
    r"(?P<letter>\([LR]\)|(?<![\w'\u2019])[LR])(?:[\s-]sided)?)\s+"
    rf"{_WHERE_ON_IT}(?P<part>{_PARTS})s?\b"
    r"(?![\s-]+(?:side|man)\b|\s+in\s+(?:arm|hand)\b|\s+(?:to\s+face|teacher|office|lice)\b)",
    re.I,
)
"""Neither "left hand side" alone nor "left arm in arm"."""
_HURT = (
    r"\s+(?:is|was|are|were|fractures?|fractured|broken|burn\w*|bruis\w+|injur\w+|swollen|cut|"
    r"scald\w*)"
)
_AFTER = re.compile(
    rf"\b(?P<part>{_PARTS})s?(?:(?:{_HURT})+\s*(?:,\s*)?|\s*,\s*|\s+)(?P<on>on\s+(?:the\s+|his\s+|her\s+))?"
    r"(?P<word>left|right)(?:(?:[\s-]hand)?[\s-]side)?(?=\s*(?:[.,;)\n]|$))",
    re.I,
)
"""Ribs fractured on the right; wrist is fractured, left. "He took her hand, left" has no injury."""


def sides(text: str, called: Mapping[str, str]) -> dict[str, tuple[frozenset[str], str]]:
    """By part of the body, the sides that a text names, and its words.

    `called` gives, by label, a pattern of what each adult of the case is called.
    """
    told: dict[str, tuple[frozenset[str], str]] = {}
    for at, part, side, words in _found(text):
        kept = frozenset("LR" if side == "B" else side)
        for place in _places(_ONE_PLACE.get(part, part), text, at, called):
            before, said = told.get(place, (frozenset(), ""))
            told[place] = before | kept, f"{said}, {words}" if said else words
    return told


def _found(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Where each stands, the part, the side by its letter, and the words."""
    for found in _SIDE.finditer(text):
        letter = found["letter"] or ""
        if letter == letter.upper():
            side = (found["word"] or letter.strip("()"))[0].upper()
            yield found.start(), found["part"].casefold(), side, found[0]
    for found in _AFTER.finditer(text):
        if found["on"] or re.search(_HURT, found[0], re.I):
            yield found.start(), found["part"].casefold(), found["word"][0].upper(), found[0]


def _places(part: str, text: str, at: int, called: Mapping[str, str]) -> Iterable[str]:
    """The part alone, and that of each adult whom the text names; or that of its owner alone."""
    for label, names in called.items():
        if re.search(rf"\b(?:{names})['\u2019]s?\s+$", text[:at], re.I):
            return [f"{part} of {label}"]
    named = (label for label, names in called.items() if re.search(rf"\b(?:{names})\b", text, re.I))
    return [part, *(f"{part} of {label}" for label in named)]
