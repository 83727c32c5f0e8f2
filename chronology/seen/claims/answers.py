"""Where the answer of a box begins, whether it was left empty, and what is denied beside a name.

"Child seen (Y/N): N"                options may be printed before the mark, the answer behind it
"Child seen: ____", "Seen: -"        a line to write on, or a dash, and nothing on it
"Child seen:"                        nothing at all
"Child seen: Seen alone: Views:"     the next label follows
"Child seen: Theo not at home"       he was not; "Theo was at school" does not say that he was

An empty box says nothing, and its label is no sighting.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from chronology.rows.ticks import NO, NOTHING, choice_at
from chronology.seen.scene import Scene
from chronology.seen.who.mention import CHILD, Mention
from chronology.seen.wording.cues import Hit

SEPARATORS = frozenset([":", "?", "-", "\u2013", "="])
DASHES, _ASKS = frozenset(["-", "\u2013"]), frozenset([":", "?"])
_PRINTED = frozenset(["(y/n)", "(yes/no)"])
_LINE = frozenset(["_", "\u2026", "."])
_LABELS = frozenset(
    ["seen", "spoken", "alone", "child", "child's", "children", "children's", "views", "voice",
     "wishes", "date", "reason", "if", "why", "when", "where", "who"]
)  # fmt: skip
"""Words with which the next label may begin on the same line."""
_LABEL = 6
"""Words at most up to the mark of a label."""


def answer_at(low: Sequence[str], at: int) -> tuple[int, bool]:
    """Where the answer of a box begins whose label ends before a word, and whether a mark or a line
    stands between."""
    mark = at
    if "".join(low[at : at + 5]) in _PRINTED and low[at + 5 : at + 6] not in ([], ["."], ["\n"]):
        mark += 5
    while low[mark : mark + 1] and low[mark] in SEPARATORS:
        mark += 1
    end = mark
    while low[end : end + 1] and low[end] in _LINE and (mark > at or low[end] != "."):
        end += 1
    drawn = end > mark + 1 or low[mark : mark + 1] == ["\u2026"]
    return (end, True) if drawn else (mark, mark > at)


def has_a_line(low: Sequence[str], at: int) -> bool:
    """Whether a line to write on, with nothing on it, follows the mark that stands at a word."""
    end, _ = answer_at(low, at)
    return low[at] in _ASKS and "_" in low[at:end]


def before_a_line(scene: Scene, hit: Hit) -> bool:
    """Whether the words of a cue are a label with a line behind it: "Child's views: ____"."""
    low, last = scene.words.low, hit.last
    return has_a_line(low, last - (low[last - 1] in SEPARATORS)) if last < len(low) else False


def is_empty(scene: Scene, at: int) -> bool:
    """Whether nothing was filled in where the answer of a box is asked for."""
    low = scene.words.low
    before, after = low[at - 1], low[at] if at < len(low) else "."
    if before in DASHES:
        return not _ASKS.isdisjoint(low[at - 3 : at - 1]) and after in (".", "\n")
    if before in _ASKS:
        return after == "." or ((after == "\n" or after in _LABELS) and _label_follows(scene, at))
    return before in _LINE and not _names_a_child(scene, at)


def unfilled(scene: Scene, at: int) -> bool:
    """Whether the answer to a label that ends before a word is asked for and was left empty."""
    last, asked = answer_at(scene.words.low, at)
    return asked and is_empty(scene, last)


def _label_follows(scene: Scene, at: int) -> bool:
    """Whether the next words are a label too, or there are none."""
    low = scene.words.low
    while at < len(low) and low[at] == "\n":
        at += 1
    if at >= len(low) or low[at] == ".":
        return True
    if choice_at(low, at)[0]:
        return False
    for word in low[at + 1 : at + _LABEL]:
        if word in _ASKS:
            return not _names_a_child(scene, at)
        if word in (".", "\n", ",", ";"):
            return False
    return False


def denied_at(low: Sequence[str], at: int) -> tuple[str, int]:
    """The answer that words behind a name of a box give where they deny that the child was seen, or
    say where the child was, and their end; "" where they do neither."""
    word, after, then = [*low[at : at + 3], "", "", ""][:3]
    if seen_after_all(low, at + 1):
        return "", at
    if word == "not" and after in _THERE and (after, then) != ("at", "all"):
        return NO, at + 2
    if word in UNSEEN and not after[:1].isalnum():
        return NO, at + 1
    away = word in ("was", "is", "were", "are") and after == "at" and then != "home"
    return (NOTHING if away else ""), at


def seen_after_all(low: Sequence[str], at: int) -> bool:
    """ "Child seen: Theo not at school so seen at home", "not seen alone"; but "not in, Ruby was
    seen"."""
    told = list(takewhile(lambda word: word not in (".", "\n", ":", ";"), low[at:]))
    seen = (at for at, word in enumerate(told) if word == "seen" and told[at - 1] in _STILL)
    return any("".join(told[at + 1 : at + 2]) in _SOMEWHERE for at in seen) or told[1:2] == [
        "alone"
    ]


_STILL = frozenset(["so", "but", ","])
_SOMEWHERE = frozenset(["", "at", "by", "from", "in", "later", "on", "through"])


UNSEEN = frozenset(
    ["absent", "away", "cancelled", "declined", "elsewhere", "missing", "out", "refused",
     "unavailable"]
)  # fmt: skip
"""An answer to who was seen."""
_THERE = frozenset(
    ["at", "available", "brought", "here", "home", "in", "present", "seen", "sighted", "there",
     "this", "today"]
)  # fmt: skip


def _names_a_child(scene: Scene, at: int) -> bool:
    return any(m.first == at and m.kind == CHILD and m.named for m in scene.mentions)


def is_marked(scene: Scene, at: int) -> bool:
    """Whether a name with a yes beside it follows: "Theo N Ruby Y" """
    after = next((m.last for m in scene.mentions if m.first == at), 0)
    return scene.words.raw[after : after + 1] == ["Y"] and is_letter(scene, after)


def is_letter(scene: Scene, at: int) -> bool:
    """ "Mia Y, Theo N", where there is no child Y or N."""
    letter = scene.words.raw[at] in ("Y", "N")
    return letter and not any(m.first == at for m in scene.mentions)


_LISTING = frozenset([",", "and", "&", "+", "/", "(", ")", "the", "with", ";"])


def goes_on(scene: Scene, end: int, mention: Mention) -> bool:
    """Whether nothing but what joins a list stands before the next name."""
    low, open_ = scene.words.low, False
    for word in low[end : mention.first]:
        open_ = word == "(" or (open_ and word != ")")
        if not open_ and word not in _LISTING and not word.isdigit():
            return False
    return True
