"""Who else was in the room: what makes a child who seems to have been alone one beside somebody.

"Meant to see Theo alone, but nan would not leave us"   nan was there
"Mum left us but dad came in and sat down"              dad was
"Dad went out to smoke; mum remained"                   mum was
"Saw Theo alone. Mum joined us at the end"              nobody was, until the end
"Asked Ray to step out and asked Theo what happened"    he was: whoever Ray is was sent out

The words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronology.model import SeenValue
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.scene import Scene, guard_words, hits_in
from chronology.seen.who.mention import ADULT
from chronology.seen.wording.cues import Hit
from chronology.seen.wording.tables import overlap

_LEAVES = "adult-leaves"
_ASIDE = 2
"""Words at most between an adult and what the adult does: "nan just sat in"."""


def tell_company(scene: Scene, said: dict[str, Claim], sighted: Sequence[Claim]) -> None:
    """Let a child beside whom somebody stayed be no more than seen, and one from whom an adult was
    sent away, and who was then asked, be seen alone."""
    stayed = [*_stayed(scene)]
    for child, claim in [*said.items()]:
        if claim.strength >= BEYOND_DOUBT:
            continue
        if claim.value == SeenValue.SEEN_ALONE and any(_is_of(scene, claim, s) for s in stayed):
            seen = [c for c in sighted if c.child == child and c.value == SeenValue.SEEN]
            plain = max(seen, key=lambda c: c.strength, default=None)
            said[child] = plain or claim._replace(value=SeenValue.SEEN)
        if stayed or claim.value != SeenValue.SEEN:
            continue
        if alone := _sent_away(scene, child, sighted):
            said[child] = alone


def _stayed(scene: Scene) -> Iterator[Hit]:
    """Where an adult who might have left, or who had left, was there after all."""
    table, alone = guard_words(scene), [h for h in scene.hits if h.rule.says == "alone"]
    for hit in table.of("was-there-after-all"):
        who = next((m.first for m in scene.mentions if m.kind == ADULT
                    and m.last <= hit.first <= m.last + _ASIDE), None)  # fmt: skip
        if who is None and scene.words.low[hit.first - 1] == "but":
            who = hit.first  # "Mum agreed to leave but stood in the doorway"
        if who is None or _is_denied(scene, hit) or _at_another_time(scene, who, hit):
            continue
        if any(h.first >= hit.last for h in alone):
            continue  # "Mum sat in for the first half. Theo was then seen alone."
        before = [h for h in (*alone, *table.of("meant-alone")) if h.first < hit.first]
        if before and _is_linked(scene, before[-1], hit):
            yield hit


def _is_denied(scene: Scene, hit: Hit) -> bool:
    before = scene.words.low[hit.first - 1]
    return before in _DENIES or before.endswith("n't")


_DENIES = frozenset(["not", "never", "neither"])


def _at_another_time(scene: Scene, who: int, hit: Hit) -> bool:
    """ "Then mum joined us", "mum came back in at the end": before that nobody was there."""
    low, ends = scene.words.low, scene.words.within(scene.words.sentence[hit.first]).stop
    near = {*low[max(0, who - 3) : who], *low[hit.last : min(ends, hit.last + 5)]}
    return not _LATER.isdisjoint(near)


_LATER = frozenset(
    ["after", "afterwards", "end", "ended", "final", "finally", "finished", "first", "half", "last",
     "later", "minutes", "then", "until", "when", "once"]
)  # fmt: skip


def _is_linked(scene: Scene, alone: Hit, stayed: Hit) -> bool:
    """Whether that somebody stayed is told in the same sentence as that somebody was to leave, or
    behind its semicolon, and the child did not speak in between."""
    words = scene.words
    first, last = words.sentence[alone.first], words.sentence[stayed.first]
    joined = first == last or (
        last == first + 1 and words.low[words.within(last).start - 1] in (";", "\u2013", "-")
    )
    told = (h for at in range(first, last + 1) for h in hits_in(scene, at))
    return joined and not any(
        h.rule.says == "speech" and alone.last <= h.first < stayed.first for h in told
    )


def _is_of(scene: Scene, claim: Claim, stayed: Hit) -> bool:
    """Whether a child is seen alone by what is told up to where somebody stayed, or by no rule."""
    return (
        not claim.hit.rule.says or sentence_of(scene, claim) <= scene.words.sentence[stayed.first]
    )


def _sent_away(scene: Scene, child: str, sighted: Sequence[Claim]) -> Claim | None:
    """That a child was alone, where a rule says it by words that send an adult out of the room and
    the same sentence, or the next one, goes on to what the child was asked or said."""
    for claim in sighted:
        if claim.child != child or claim.rule != _LEAVES or claim.strength >= BEYOND_DOUBT:
            continue
        for sent in guard_words(scene).of("sent-out", sentence_of(scene, claim)):
            if overlap(claim.hit, sent) and _goes_on_to(scene, child, sent):
                return claim
    return None


def _goes_on_to(scene: Scene, child: str, sent: Hit) -> bool:
    """Whether it is not the child who was sent out, and the child is asked or speaks after it."""
    mine = [m for m in scene.mentions if child in m.children and not m.owner]
    if any(sent.first <= m.first < sent.last for m in mine):
        return False
    here = scene.words.sentence[sent.first]
    talk = (h for at in (here, here + 1) for h in hits_in(scene, at) if h.rule.says in _TALK)
    return any(
        h.first >= sent.last and any(h.first - _ASIDE <= m.first < h.last + _ASIDE for m in mine)
        and not any(m.kind == ADULT and h.first <= m.first <= h.last for m in scene.mentions)
        for h in talk
    )  # fmt: skip


_TALK = frozenset(["asked", "speech", "sought"])
