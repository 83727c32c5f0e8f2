"""One mention of somebody in a narrative."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chronology.seen.wording.cues import named
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words

CHILD, ADULT, PROFESSIONAL, UNBORN, STRANGER = "CHILD", "ADULT", "PROF", "UNBORN", "STRANGER"
_BESIDE = grammar("beside")
ARTICLES = frozenset(["the", "his", "her", "their", "my", "our", "this", "that", "a", "an"])


class Mention(NamedTuple):
    """One mention: words `first` up to, not including, `last`."""

    first: int
    last: int
    kind: str
    """CHILD, ADULT ...; "" where the words mean nobody and are passed over: "HV visit"."""
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
    while at >= 0 and words.low[at] in ARTICLES:
        at -= 1
    beside = at >= 0 and words.low[at] in _BESIDE
    return Mention(first, last, kind, children, gender, False, False, beside, named)


def matches(low: Sequence[str], at: int, parts: tuple[str, ...]) -> str | None:
    """'' or 's where the words stand at a place, None where they do not."""
    end = at + len(parts) - 1
    if end >= len(low) or (end > at and tuple(low[at:end]) != parts[:-1]):
        return None
    if low[end] == parts[-1]:
        return ""
    return "'s" if low[end] == parts[-1] + "'s" else None


def owned(words: Words, mention: Mention, owner: bool) -> Mention:
    """ "Theo's hands" are Theo himself; "Theo's school" and "Theo's head of year" are not."""
    if not owner:
        return mention
    last = mention.last
    if last < len(words.low) and words.low[last] in ("left", "right", "little", "own"):
        last += 1
    post = words.low[last : last + 2] == ["head", "of"]
    if last < len(words.low) and words.low[last] in named("body") and not post:
        return mention
    return mention._replace(owner=True)


def by_commas_alone(words: Words, before: Mention, mention: Mention) -> bool:
    """ "Theo, Mia, Jack in the garden": commas alone join those before; but "Theo and Mia, Jack
    out", "Seen: Theo, Mia, Jack not seen", "Theo, Mia, Jack was out"."""
    low, several = words.low, before.named and len(before.children) > 1
    headed = not _SEEN.isdisjoint(low[max(0, before.first - 2) : before.first])
    apart = headed or not _AWAY.isdisjoint(low[mention.last : mention.last + 1])
    return several and not apart and _JOINS.isdisjoint(low[before.first : before.last])


_JOINS = frozenset(["and", "&", "+", "/", "or"])
_SEEN = frozenset([
    "seen", "saw", "sighted", "present", "met", "attended", "spoke", "spoken", "weighed",
    "examined", "reviewed", "visited", "observed", "assessed", "playing",
])  # fmt: skip
_AWAY = frozenset(
    ["absent", "away", "elsewhere", "missing", "not", "off", "out", "was", "is", "has"]
)


def grown_pair(words: Words, at: int, mentions: Sequence[Mention]) -> bool:
    """Whether "both" are grown: "male and female both in", "neighbours both spoken to", and where
    "both" stands once more after it."""
    low, last = words.low, mentions[-1] if mentions else None
    if {*low[max(0, at - 1) : at], *low[max(0, at - 3) : max(0, at - 2)]} == _MALE_AND_FEMALE:
        return True
    if last is None or (last.kind == CHILD and last.children):
        return False
    several = last.kind == ADULT and last.last == at and low[at - 1] in _GROWN
    return several or (last.kind == CHILD and low[last.first] == "both")


_MALE_AND_FEMALE = frozenset(["male", "female"])
_GROWN = frozenset(["adults", "neighbours", "males", "females"])
