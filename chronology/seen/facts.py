"""Words that tell who belongs to a family, where the others are, or what is to be done, and of no
sighting of a child.

"Children: Mia (7), Theo (3)"        who belongs to a family is not who was seen
"4 children in family"               the same
"Theo (nursery) to follow"           what is to be done with Theo is nothing that was
"Other children at home with nan"    where no visit is told of, they were not here
"Neighbour saw Theo in the garden"   nor does it say that anybody else saw Theo
"Friend's son was in the house"      the case knows nothing of that son
"Mum brought a coat for Theo"        Theo need not have been there

Most of the words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Sequence

from chronology.model import SeenValue
from chronology.seen.ages import is_anothers
from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.mention import ADULT, ARTICLES, CHILD, PROFESSIONAL, STRANGER, Mention
from chronology.seen.scene import Scene, any_mark, told_in

TABLE = "guards.toml"


def is_no_sighting(scene: Scene, claim: Claim) -> bool:
    """Whether a claim that a child was seen rests on such words."""
    if claim.value == SeenValue.NOT_SEEN:
        return False
    if claim.strength < BEYOND_DOUBT and _by_an_outsider(scene, claim):
        return True
    if claim.rule == "at-home":
        return _of_the_others(scene, claim)
    if claim.rule == "brought":
        return _a_thing_brought(scene, claim)
    if claim.hit.rule.says:
        return False
    return _listed(scene, claim) or _planned(scene, claim) or _of_anothers_child(scene, claim)


def _listed(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting that no rule bears out (such a rule says nothing) rests on a list of a
    household, which goes on over semicolons to the full stop."""
    table, low = told_in(scene, TABLE), scene.words.low
    before = [at for at in range(claim.first) if low[at] in _ENDS]
    begins = before[-1] + 1 if before else 0
    lists = [hit.first for hit in table.of("list-of") if hit.first >= begins]
    if any(not table.between(begins, first) for first in lists):
        return True
    return bool(table.of("so-many", scene.words.sentence[claim.first]))


_ENDS = frozenset(".\n")


def _planned(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting that no rule bears out is of a child of whom the narrative says only what
    somebody is to do: "Theo (nursery) to follow", "Theo - HV to complete"."""
    named = [m for m in scene.mentions if claim.child in m.children]
    return bool(named) and all(_is_to_be_done(scene, mention) for mention in named)


def _is_to_be_done(scene: Scene, mention: Mention) -> bool:
    low, sentence, at = scene.words.low, scene.words.sentence, mention.first
    opens = not at or sentence[at - 1] != sentence[at]
    after = _past_marks(low, mention.last)
    to_do = (hit.first for hit in told_in(scene, TABLE).of("to-do"))
    return opens and mention.named and after in to_do


def _past_marks(low: Sequence[str], at: int) -> int:
    """What follows a name: "Theo (nursery) - HV to do" """
    if low[at : at + 1] == ["("] and ")" in low[at:]:
        at = low.index(")", at) + 1
    while at < len(low) and low[at] in _MARKS:
        at += 1
    return at


_MARKS = frozenset(":,-")


def _of_anothers_child(scene: Scene, claim: Claim) -> bool:
    """ "Friend's son was in the house": a child of whom the case knows nothing."""
    low, sentence = scene.words.low, scene.words.sentence
    opens = sentence.index(sentence[claim.first])
    here = [m for m in scene.mentions if sentence[m.first] == sentence[claim.first]]
    if any(claim.child in m.children for m in here):
        return False
    return any(
        is_anothers(scene.words, m.first) and ARTICLES.issuperset(low[opens : m.first - 1])
        for m in here
        if m.kind == STRANGER
    )


def _a_thing_brought(scene: Scene, claim: Claim) -> bool:
    """ "Mum brought a coat for Theo": Theo need not have been there."""
    low, hit = scene.words.low, claim.hit
    for mention in scene.mentions:
        if mention.kind == CHILD and hit.first <= mention.first < claim.last:
            return claim.child in mention.children and low[mention.first - 1] == "for"
    return False


def _by_an_outsider(scene: Scene, claim: Claim) -> bool:
    """Whether a sentence with no professional in it says that a neighbour or the like saw
    the child."""
    sentence = scene.words.sentence[claim.hit.first]
    if any(m.kind == PROFESSIONAL and scene.words.sentence[m.first] == sentence
           for m in scene.mentions):  # fmt: skip
        return False
    table, low = told_in(scene, TABLE), scene.words.low
    aside = any(
        who.last + 1 < saw.first
        and low[who.last] == low[saw.first - 1] == ","
        and table.between(who.last, saw.first) <= _ASIDE
        for who in table.of("outsider", sentence)
        for saw in table.of("spotted", sentence)
    )
    return aside or bool(table.of("outsider-saw", sentence))


_ASIDE = 4
"""Words at most in an aside: "Neighbour, Mr and Mrs Fenn, saw"."""


def _of_the_others(scene: Scene, claim: Claim) -> bool:
    """ "Other children at home with nan", where no visit is told of."""
    if any_mark(scene, "visit"):
        return False
    low = scene.words.low
    who = next((m for m in scene.mentions if claim.child in m.children and m.last <= claim.last
                and m.first == claim.first), None)  # fmt: skip
    with_whom = any(
        m.kind == ADULT and "with" in low[claim.hit.first : m.first]
        for m in scene.mentions
        if claim.hit.first < m.first <= claim.hit.last + 2
    )
    return bool(who and with_whom and low[who.first] in _OTHERS)


_OTHERS = frozenset(["other", "siblings", "sibs", "sisters", "brothers"])
