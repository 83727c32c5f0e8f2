"""A child who would not come or was out at first, and was seen all the same.

"Saw Theo in the car as he would not come in"      met in the sentence that says why there
"Theo was out, but came back as I was leaving"     seen after all
"Spoke to Theo through his door, he would not come out"   heard only: this is neither

Networks have met few such sentences, and take the words of the refusal for an absence.
"""

from __future__ import annotations

from collections.abc import Sequence

from chronology.model import SeenValue
from chronology.seen.claims import roles
from chronology.seen.claims.claim import Claim, sentence_of
from chronology.seen.scene import Scene, is_of_child, spoken_of
from chronology.seen.who.mention import PROFESSIONAL, Mention
from chronology.seen.wording.grammar import grammar

_AFTER_ALL = "came-back"
_MET = frozenset(["sight", "met", "spoke"])
_WOULD_NOT = frozenset(["would-not-come", "did-not-attend"])
_OUT = frozenset(["not-there", "elsewhere", "absent", "no-access", _AFTER_ALL, *_WOULD_NOT])
_HEARD_ONLY = frozenset(["through", "phone", "telephone", "text", "letterbox", "intercom", "via"])


def met_all_the_same(scene: Scene, mine: Sequence[Claim]) -> Claim | None:
    """Of the claims of one child the sighting that stands whatever else is held likely; None where
    there is none. No plainer word that the child was not seen may stand anywhere."""
    unseen = [c for c in mine if c.value == SeenValue.NOT_SEEN]
    if not all(c.rule in _OUT for c in unseen):
        return None
    refused = {sentence_of(scene, c) for c in unseen if c.rule in _WOULD_NOT}
    for claim in mine:
        if claim.value != SeenValue.SEEN:
            continue
        if (claim.rule == _AFTER_ALL and is_of_child(scene, claim.child, claim.hit.first)) or (
            claim.rule in _MET
            and sentence_of(scene, claim) in refused
            and _is_done_to(scene, claim)
        ):
            return claim
    return None


def _is_done_to(scene: Scene, claim: Claim) -> bool:
    """Whether the words are "saw Theo", "met him" or "Theo seen", face to face; in "they were
    seen" others may be meant."""
    words, here = scene.words, sentence_of(scene, claim)
    doer = roles.agent(scene, claim.hit)
    if (doer and doer.kind != PROFESSIONAL) or _was_to_be(scene, claim):
        return False
    if claim.rule == "spoke" and not _HEARD_ONLY.isdisjoint(words.said_in(here)):
        return False
    hit = claim.hit
    return any(
        claim.child in who.children and not _owns(scene, who)
        and (hit.first <= who.first <= hit.last or (who.named and who.last == hit.first))
        for who in spoken_of(scene, here)
    )  # fmt: skip


def _owns(scene: Scene, who: Mention) -> bool:
    """Whether the words are of something of the child's: "saw Theo's coat"."""
    return who.owner or scene.words.low[who.last - 1].endswith("'s")


def _was_to_be(scene: Scene, claim: Claim) -> bool:
    """ "I would have met Theo", "we were to have seen him"."""
    low, at = scene.words.low, claim.hit.first
    if at and low[at - 1] == "been":
        at -= 1
    return low[max(0, at - 1) : at] == ["have"] and not _WAS_TO.isdisjoint(low[max(0, at - 4) : at])


_WAS_TO = frozenset([*grammar("modal"), "to"])
