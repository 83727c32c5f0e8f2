"""Children of whose death a record tells: who then saw the body did not see the child.

"Mia was pronounced dead", "found deceased"   whoever stands right before it
"Life extinct at 05:58"                       whoever the entry is about
"The body of Mia", "Mia's post-mortem"        whoever is named
"CPR commenced", "conveyed to hospital"       life was still fought for: the child was seen

The words stand in guards.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from chronology.seen.claims.claim import Claim
from chronology.seen.scene import Scene, guard_words, spoken_of
from chronology.seen.who.mention import ADULT, CHILD, STRANGER
from chronology.seen.wording.grammar import grammar

_HELPERS = grammar("before_death")
_GROWN = re.compile(r"\b(?:1[89]|[2-9]\d) ?(?:y/?o|yof|yom|years?|yrs?|m|f|male|female)\b", re.I)
_AS_FOUND = grammar("as_found")
_Whom = Callable[[Scene, int, int], tuple[str, ...]]


class Deaths:
    """The words of a narrative that tell of a death, and of whose."""

    __slots__ = ("_scene", "_words", "children")

    def __init__(self, scene: Scene) -> None:
        told = _told_of(scene)
        self._scene, self._words = scene, [(at, end) for at, end, _ in told]
        self.children = dict(_whose(scene, told))
        """Children of whose death it tells, with the first sentence that does."""

    def forbid(self, claim: Claim) -> bool:
        """Whether a claim rests on the words that tell of a death, on later ones, or on how the
        child was found."""
        if any(at <= claim.hit.first < end for at, end in self._words):
            return True
        if claim.child not in self.children:
            return False
        words = self._scene.words
        sentence = words.sentence[claim.first]
        found = not _AS_FOUND.isdisjoint(words.said_in(sentence))
        return found or sentence >= self.children[claim.child]


def _told_of(scene: Scene) -> list[tuple[int, int, _Whom]]:
    """The words that tell of a death, `first` up to `last`, and who says of whom they are."""
    table = guard_words(scene)
    low = scene.words.low
    found: list[tuple[int, int, _Whom]]
    found = [(hit.first, hit.last, _right_before) for hit in table.of("died")]
    found += [(hit.first, hit.last - 1, _right_before) for hit in table.of("found-dead")]
    found += [(hit.first, hit.last, _of_whom) for hit in table.of("life-extinct")]
    found += [(hit.first, hit.last, _after) for hit in table.of("body-of")]
    found += [
        (hit.first, hit.last, _owner)
        for hit in table.of("own-body")
        if hit.first and low[hit.first - 1].endswith("'s")
    ]
    return [] if table.of("fought-for") else found


def _whose(scene: Scene, told: Iterable[tuple[int, int, _Whom]]) -> Iterator[tuple[str, int]]:
    """Children of whom it says that they were dead, with the first sentence that says so."""
    for at, end, who in sorted(told, reverse=True, key=lambda one: one[0]):
        for child in who(scene, at, end):
            yield child, scene.words.sentence[at]


def _right_before(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The child who stands right before words of a death; where they open their sentence, of whom
    the entry speaks."""
    low, sentence = scene.words.low, scene.words.sentence
    first, itself = at, low[at] in ("died", "passed")
    while first and sentence[first - 1] == sentence[at] and low[first - 1] in _HELPERS:
        first -= 1
    if not first or sentence[first - 1] != sentence[at]:
        return () if itself else _of_whom(scene, at, end)
    who = next((m for m in scene.mentions if m.last == first), None)
    if itself and who and low[who.first] in ("he", "she", "they"):
        return ()  # whoever that was
    return who.children if who and who.kind == CHILD and not who.owner else ()


def _of_whom(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The child whom an entry speaks of where it tells of a death: named in the sentence, else
    before it; the record's own where nobody of the family is."""
    here, low = spoken_of(scene, scene.words.sentence[at]), scene.words.low
    after = (m for m in here if m.first > end and low[m.first - 1] in ("of", "for"))
    if named := next(after, None):
        return named.children if named.kind == CHILD else ()
    people = [m for m in scene.mentions if m.first < at and m.kind in (CHILD, ADULT, STRANGER)]
    before = [m for m in people if m in here]
    who = before[-1] if before else next((m for m in people if not m.beside), None)
    if who is None:
        return () if _GROWN.search(scene.words.text) else scene.home.unnamed
    return who.children if who.kind == CHILD and (not who.owner or who.last == at) else ()


def _after(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The child named right after the words: "the body of Mia"."""
    who = next((m for m in scene.mentions if end <= m.first <= end + 1), None)
    return who.children if who and who.kind == CHILD and not who.owner else ()


def _owner(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The child named right before, whose body it is: "Mia's body"."""
    who = next((m for m in scene.mentions if at - 1 <= m.last <= at and m.first < at), None)
    return who.children if who and who.kind == CHILD else ()
