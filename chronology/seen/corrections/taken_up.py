"""What was asked and not in vain: offers that a child took up, and questions plainly answered.

"Offered Theo counselling and he accepted"         nothing was sought in vain; what Theo thinks
                                                   nobody tells
"Asked Theo to read the chart, which he did"       nor here
"Offered Theo a session, which he declined"        here it was
"Theo declined the flu vaccine"                    nobody asked him for his views
"I asked how school was and he said it was boring" his own words

The words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Sequence

from chronology.model import ViewsValue
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.scene import Scene, guard_words
from chronology.seen.who.mention import ADULT
from chronology.seen.wording.cues import Hit
from chronology.seen.wording.tables import overlap

_SAID = "child-says"


def taken_up(scene: Scene, claim: Claim) -> bool:
    """Whether all that a child is thought to have been asked in vain is an offer or a request, and
    the same sentence or the next one says that the child took it up."""
    if claim.value != ViewsValue.SOUGHT or claim.strength >= BEYOND_DOUBT:
        return False
    table, sentence = guard_words(scene), scene.words.sentence
    if any(h.rule.says == "sought" for h in scene.hits) or table.of("not-taken-up"):
        return False
    return any(
        offer.last <= up.first
        and sentence[offer.first] <= sentence_of(scene, claim) <= sentence[up.first]
        and sentence[up.first] - sentence[offer.first] <= 1
        and not _to_a_relative(scene, offer.last - 1, offer.last + 1)
        and not _to_a_relative(scene, up.first - _ASIDE, up.first)
        and not _asked_besides(scene, offer, up)
        for offer in table.of("offer")
        for up in table.of("taken-up")
        if not _is_denied(scene, up)
    )


def _to_a_relative(scene: Scene, first: int, last: int) -> bool:
    """ "Offered mum a leaflet", "mum accepted"."""
    return any(m.kind == ADULT and first <= m.first <= last for m in scene.mentions)


def _asked_besides(scene: Scene, offer: Hit, up: Hit) -> bool:
    """Whether something else was asked, perhaps in vain."""
    return any(h.rule.says == "asked" and not offer.first <= h.first <= up.last for h in scene.hits)


def _is_denied(scene: Scene, hit: Hit) -> bool:
    before = scene.words.low[max(0, hit.first - _ASIDE) : hit.first]
    return any(word in _DENIES or word.endswith("n't") for word in before)


_DENIES = frozenset(["not", "never", "nobody"])
_ASIDE = 3
"""Words at most between who does it and what is done: "he has since accepted"."""


def only_a_thing_declined(scene: Scene, claim: Claim) -> bool:
    """Whether all that is told of a question in vain is that the child would not have a thing."""
    if claim.value != ViewsValue.SOUGHT or claim.strength >= BEYOND_DOUBT:
        return False
    things = guard_words(scene).of("thing-declined")
    vain = [h for h in scene.hits if h.rule.says in ("sought", "asked")]
    return bool(things) and all(any(overlap(h, thing) for thing in things) for h in vain)


def answered(scene: Scene, claim: Claim, heard: Sequence[Claim]) -> Claim | None:
    """The child's own words, where a question is thought to have been in vain and was answered
    outright: "he said it was boring"."""
    if claim.value != ViewsValue.SOUGHT or claim.strength >= BEYOND_DOUBT:
        return None
    if any(h.rule.says == "sought" for h in scene.hits):
        return None
    low, sentence = scene.words.low, scene.words.sentence
    asked = [h.first for h in scene.hits if h.rule.says == "asked" and low[h.first] in _ASKS]
    plain = guard_words(scene).of("plain-answer")
    for told in heard:
        if told.child != claim.child or told.value != ViewsValue.RECORDED or told.rule != _SAID:
            continue
        at = told.hit.first
        soon = any(0 <= sentence[at] - sentence[a] <= 1 and a < at for a in asked)
        if soon and any(at <= h.first <= told.hit.last + 1 for h in plain):
            return told
    return None


_ASKS = frozenset(["ask", "asks", "asked", "asking"])
