"""Brothers and sisters whom the case does not know.

"Half-sister Lily seen and well"   Lily is no child of the case, and nothing is said of one who is
"""

from __future__ import annotations

from chronology.seen.scene import Scene
from chronology.seen.who.family import Family, lists
from chronology.seen.who.mention import CHILD, Mention
from chronology.seen.who.names import nearly
from chronology.seen.wording.cues import verb_forms
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words

_COMMON = grammar("common")
_BETWEEN = frozenset([",", "(", ":", "called", "named"])


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
