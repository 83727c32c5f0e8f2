"""Who is left out of those whom an entry tells of: "Everyone but Theo was in".

"All the children except Ruby were in"    Ruby was not seen, and the others were
"Everyone seen apart from Theo"           Theo was not; who everyone is, the words do not say
"Everyone knows but Theo"                 nothing about who was there

The words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from chronology.model import SIGHTED, SeenValue
from chronology.seen import force
from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.cues import Hit, Rule
from chronology.seen.facts import TABLE
from chronology.seen.mention import ARTICLES, CHILD, Mention
from chronology.seen.scene import Scene, told_in

_LEFT_OUT = Rule(name="left-out", says="not_seen", reason="other")
_NEAR = 6
"""Words at most between "all" and "except": "all of them were in except Theo"."""


class _LeftOut(NamedTuple):
    """Who is left out of a group in a sentence; the words from "except" to the one left out."""

    sentence: int
    first: int
    last: int
    children: tuple[str, ...]
    others: tuple[str, ...]


def leave_out(scene: Scene, said: dict[str, Claim]) -> None:
    """Let those who are left out of "all" not be seen, and take back that the others were not."""
    for one in _left_out(scene):
        for child in (*one.children, *one.others):
            claim = said.get(child)
            if claim is None or not _rests_on(scene, claim, one):
                continue
            if child in one.children and claim.value in SIGHTED:
                del said[child]
                said |= {c.child: c for c in _unseen(scene, child, one)}
            elif child in one.others and claim.value == SeenValue.NOT_SEEN:
                del said[child]


def _rests_on(scene: Scene, claim: Claim, one: _LeftOut) -> bool:
    """Whether a claim rests on the sentence, and on no box or words of absence of its own."""
    here = scene.words.sentence[claim.hit.first] == one.sentence
    unseen = claim.value == SeenValue.NOT_SEEN and claim.hit.rule.says
    return here and claim.strength < BEYOND_DOUBT and not unseen


def _unseen(scene: Scene, child: str, one: _LeftOut) -> Iterator[Claim]:
    """That the one left out was not seen, where the writer tells of who was there."""
    hit = Hit(_LEFT_OUT, one.first, one.last)
    if not (force.elsewhere_told(scene, hit) or force.told(scene, hit)):
        yield Claim(child, SeenValue.NOT_SEEN, 2, one.first, one.last, _LEFT_OUT.name, hit,
                    reason=_LEFT_OUT.reason)  # fmt: skip


def _left_out(scene: Scene) -> Iterator[_LeftOut]:
    """Whoever is left out of a group of which it is told that it was there."""
    table, sentence = told_in(scene, TABLE), scene.words.sentence
    for hit in table.of("except"):
        here = sentence[hit.first]
        whole = [all_ for all_ in table.of("all-of-them", here) if all_.last <= hit.first]
        who = _after(scene, hit)
        if not whole or who is None or table.of("denied-there", here):
            continue
        between = table.between(whole[-1].last, hit.first)
        if between > (0 if scene.words.low[hit.first] == "but" else _NEAR):
            continue
        if any(not hit.first <= there.first < who.last for there in table.of("there", here)):
            group = _of_group(scene, whole[-1])
            others = tuple(c for c in group if c not in who.children)
            yield _LeftOut(here, hit.first, who.last, who.children, others)


def _after(scene: Scene, hit: Hit) -> Mention | None:
    """The child named right after "except"."""
    at = hit.last
    while at < len(scene.words.low) and scene.words.low[at] in ARTICLES:
        at += 1
    who = next((m for m in scene.mentions if hit.last <= m.first <= at), None)
    return who if who and who.kind == CHILD and not who.owner and not who.negative else None


def _of_group(scene: Scene, whole: Hit) -> tuple[str, ...]:
    """The children whom "all of them" means."""
    meant = [m for m in scene.mentions if m.kind == CHILD and m.first < whole.last <= m.last + 1]
    return meant[-1].children if meant else ()
