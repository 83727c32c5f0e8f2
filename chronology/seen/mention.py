"""One mention of somebody in a narrative."""

from __future__ import annotations

from typing import NamedTuple

from chronology.seen.grammar import grammar
from chronology.seen.words import Words

CHILD, ADULT, PROFESSIONAL, UNBORN, STRANGER = "CHILD", "ADULT", "PROF", "UNBORN", "STRANGER"
_BESIDE = grammar("beside")
_ARTICLES = frozenset(["the", "his", "her", "their", "my", "our", "this", "that", "a", "an"])


class Mention(NamedTuple):
    """One mention: words `first` up to, not including, `last`."""

    first: int
    last: int
    kind: str
    children: tuple[str, ...] = ()
    gender: str = ""
    negative: bool = False
    owner: bool = False
    """A possessive: "Theo's" speaks of something of his, and is not the child at work."""
    beside: bool = False
    named: bool = True
    mixed: bool = False
    """An adult stands in the same breath: "mum and Theo"."""


def make(
    words: Words, first: int, last: int, kind: str, children: tuple[str, ...], *,
    gender: str = "", named: bool = True,
) -> Mention:  # fmt: skip
    """A mention, with whether it only stands beside: "with mum", "by the nurse"."""
    at = first - 1
    while at >= 0 and words.low[at] in _ARTICLES:
        at -= 1
    beside = at >= 0 and words.low[at] in _BESIDE
    return Mention(first, last, kind, children, gender, False, False, beside, named)
