"""Who was there and who was not, where one child is told by name and others as a part of them.

"Theo in. The little ones asleep, not disturbed"     Theo is none of the little ones
"Theo held the torch. Mum said the others were out"  nothing is denied of Theo
"Saw Theo. Mia and Finn were at their nan's"         nor here
"Home visit. Girls seen. Theo in school"             Theo is none of the girls

What the sentence about the others says is not held against a child who is told to have been there
by name in another one, and what shows a part of the children shows nobody who is told by name to
have been elsewhere. The words for a part stand in grammar.toml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from chronology.model import SIGHTED, SeenValue
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.scene import Scene, any_mark, spoken_of
from chronology.seen.who.mention import CHILD, Mention
from chronology.seen.who.pronouns import WORDS
from chronology.seen.wording.cues import Rule
from chronology.seen.wording.grammar import grammar

_PARTS, _ORDERS = grammar("part_of_children"), grammar("by_order")
_AFTER_ORDER = grammar("after_by_order")
_THEY = frozenset(["they", "them"])
_OF_ALL = frozenset(["only", "either", "neither", "too", "also", "nobody", "none", "all"])
_SCHOOLS = frozenset(["school", "nursery", "college", "class", "preschool"])
_DENIED = "not-seen-said"
_ELSEWHERE = Rule(name="elsewhere", says="elsewhere", reason="elsewhere")


def tell_apart(scene: Scene, said: dict[str, Claim], sighted: Sequence[Claim]) -> None:
    """Let a child of whom it is told by name be none of the others."""
    for child, claim in [*said.items()]:
        by_name = [c for c in sighted if c.child == child and _is_by_name(scene, c)]
        if claim.value == SeenValue.NOT_SEEN:
            if there := _there_by_name(scene, claim, by_name, sighted):
                said[child] = there
        elif away := _away_by_name(scene, claim, by_name):
            said[child] = away


def _there_by_name(
    scene: Scene, claim: Claim, by_name: Sequence[Claim], sighted: Iterable[Claim]
) -> Claim | None:
    """What shows a child by name, where that the child was not seen is told of others alone."""
    here = sentence_of(scene, claim)
    if claim.strength >= BEYOND_DOUBT and claim.rule != _DENIED:
        return None
    if any(c.value == SeenValue.NOT_SEEN for c in by_name):
        return None
    if not _is_of_others(scene, claim.child, here) or _shows_somebody(scene, here, sighted):
        return None
    there = [c for c in by_name if c.value in SIGHTED and _is_of_that_day(scene, c, here)]
    return max(there, key=lambda c: c.strength, default=None)


def _is_of_that_day(scene: Scene, claim: Claim, sentence: int) -> bool:
    """Whether another sentence shows a child, not by what has been: "Theo has been unsettled"."""
    own = sentence_of(scene, claim)
    before = scene.words.low[scene.words.within(own).start : claim.hit.last]
    return own != sentence and _HAS.isdisjoint(before)


_HAS = frozenset(["has", "have", "had", "likes", "wants", "plays", "goes", "attends"])


def _away_by_name(scene: Scene, claim: Claim, by_name: Sequence[Claim]) -> Claim | None:
    """That a child was elsewhere by name, where only words for a part of the children show it."""
    if claim.strength >= BEYOND_DOUBT or not _is_of_a_part(scene, claim.child, claim):
        return None
    away = [c for c in by_name if c.value == SeenValue.NOT_SEEN]
    there = [c for c in by_name if c.value in SIGHTED]
    visited = any_mark(scene, "visit") and _is_no_school(scene, there)
    if visited and there and all(_is_at_a_place(scene, c) for c in there):
        hit = there[0].hit._replace(rule=_ELSEWHERE)
        placed = there[0]._replace(
            value=SeenValue.NOT_SEEN, rule=_ELSEWHERE.name, hit=hit, reason=_ELSEWHERE.reason
        )
        return away[0] if away else placed
    return away[0] if away and not there else None


def _is_no_school(scene: Scene, there: Sequence[Claim]) -> bool:
    """Whether nothing but where that child was names a school: not "School visit. Boys seen"."""
    own = {at for c in there for at in range(c.hit.first, c.hit.last)}
    return all(at in own or word not in _SCHOOLS for at, word in enumerate(scene.words.low))


def _is_at_a_place(scene: Scene, claim: Claim) -> bool:
    """ "Theo in school": where the child is, and nothing more."""
    return claim.rule == "attended" and scene.words.low[claim.hit.first] in ("in", "at")


def _is_by_name(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence of a claim calls its child by name."""
    here = spoken_of(scene, sentence_of(scene, claim))
    return any(m.named and not m.owner and claim.child in m.children for m in here)


def _is_of_a_part(scene: Scene, child: str, claim: Claim) -> bool:
    """Whether the words of a claim speak of its child as of one of "the girls" alone."""
    low = scene.words.low
    mine = [m for m in scene.mentions
            if child in m.children and claim.first <= m.first < claim.last]  # fmt: skip
    return bool(mine) and all(not m.named and low[m.last - 1] in _PARTS for m in mine)


def _is_of_others(scene: Scene, child: str, sentence: int) -> bool:
    """Whether a sentence speaks of other children, or of a part of them, and not of this one; what
    stands behind a semicolon and names no child goes on about those before it."""
    low, within = scene.words.low, scene.words.within(sentence)
    if not _OF_ALL.isdisjoint(low[within.start : within.stop]) or low[within.start] == "just":
        return False  # "Only Mia today", "The others were out too": that is said of Theo as well
    parts = [*_parts(scene, sentence)]
    children = [m for m in spoken_of(scene, sentence) if m.kind == CHILD and not m.owner]
    if not children and not parts and within.start and low[within.start - 1] == ";":
        return _is_of_others(scene, child, sentence - 1)
    if any(child in m.children and not _may_be_others(scene, m, parts) for m in children):
        return False
    others = [m for m in children if m.children and low[m.first] not in WORDS]
    return bool(parts) or any(child not in m.children for m in others)


def _may_be_others(scene: Scene, mention: Mention, parts: Sequence[int]) -> bool:
    """ "The girls", and "they" after it, though they may be all children of the case."""
    low = scene.words.low[mention.first : mention.last]
    if mention.named or len(mention.children) == 1:
        return False
    if low[0] in _THEY:
        return any(at < mention.first for at in parts)
    return any(mention.first <= at < mention.last for at in parts)


def _parts(scene: Scene, sentence: int) -> Iterator[int]:
    """Where a sentence speaks of a part of the children: "girls", "the rest", "older two"."""
    low = scene.words.low
    for at in scene.words.within(sentence):
        after = low[at + 1 : at + 2]
        if low[at] in _PARTS or (low[at] == "rest" and low[at - 1 : at] == ["the"]):
            yield at
        elif low[at] in _ORDERS and after and after[0] in _AFTER_ORDER:
            yield at
            yield at + 1


def _shows_somebody(scene: Scene, sentence: int, sighted: Iterable[Claim]) -> bool:
    """Whether a sentence shows some child as seen by its name."""
    return any(
        c.value in SIGHTED and sentence_of(scene, c) == sentence and _is_by_name(scene, c)
        for c in sighted
    )
