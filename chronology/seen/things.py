"""Words that tell of a thing or of a grown person, and neither of a sighting of a child nor of an
absence.

"Kids' bikes in garden"                 what is theirs lies about, whoever is in
"Sister-in-law present"                 no sister
"Bruise seen on mum's arm"              of the record's own child it says nothing
"Face to face with mother."             the writer met her, and nobody else is told of
"Seen and agreed by team manager"       an entry was read
"Theo wanted on warrant"                Theo did not say so
"Fridge empty", "NO CHILD SEAT"         the home is not empty, nor is no child there
"Could not see his throat", "refused to be weighed"   the child was there

Most of the words stand in guards.toml.
"""

from __future__ import annotations

from chronology.model import SeenValue
from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.cues import Hit, named
from chronology.seen.facts import TABLE
from chronology.seen.mention import ARTICLES, CHILD, Mention
from chronology.seen.scene import Scene, told_in

_FEW = 2
"""Words at most that a sentence may have besides those by which it tells whom the writer met."""


def tells_of_no_child(scene: Scene, claim: Claim) -> bool:
    """Whether a claim rests on such words."""
    if claim.strength >= BEYOND_DOUBT and claim.rule != "not-seen-said":
        return False
    if claim.value == SeenValue.NOT_SEEN:
        of_a_thing = _within(scene, claim, "thing-empty", "no-childs-thing")
        return of_a_thing or was_there(scene, claim) or _met_a_relative(scene, claim)
    return (
        _of_their_things(scene, claim)
        or _of_an_in_law(scene, claim)
        or _within(scene, claim, "wanted")
        or (not _spoken_of(scene, claim.hit) and _of_a_grown_person(scene, claim))
    )


def was_there(scene: Scene, claim: Claim) -> bool:
    """Whether words taken for an absence say what was not looked at of a child who was there."""
    return claim.value == SeenValue.NOT_SEEN and _within(scene, claim, "not-looked-at")


def _of_a_grown_person(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence of a sighting, which speaks of no child, tells of a grown person."""
    injured = told_in(scene, TABLE).of("a-relatives-injury", _sentence(scene, claim))
    read = claim.hit.rule.says and _within(scene, claim, "seen-by-a-manager")
    return bool(injured or read) or _met_a_relative(scene, claim)


def _within(scene: Scene, claim: Claim, *groups: str) -> bool:
    """Whether the words of a rule's claim are of those of a group of the table."""
    table, hit = told_in(scene, TABLE), claim.hit
    return bool(hit.rule.says) and any(
        found.first < hit.last and hit.first < found.last
        for group in groups
        for found in table.of(group, _sentence(scene, claim))
    )


def _sentence(scene: Scene, claim: Claim) -> int:
    return scene.words.sentence[claim.hit.first]


def _spoken_of(scene: Scene, hit: Hit, child: str = "") -> list[Mention]:
    """Where the sentence of a cue speaks of a child, or of that child."""
    sentence = scene.words.sentence
    return [
        m for m in scene.mentions
        if m.kind == CHILD and sentence[m.first] == sentence[hit.first]
        and (not child or child in m.children)
    ]  # fmt: skip


def _of_their_things(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence speaks of the child only as one whose the thing is of which it tells."""
    here = _spoken_of(scene, claim.hit, claim.child)
    opens = scene.words.sentence.index(_sentence(scene, claim))
    leads = bool(here) and ARTICLES.issuperset(scene.words.low[opens : here[0].first])
    return leads and all(_owns(scene, mention) for mention in here)


def _owns(scene: Scene, mention: Mention) -> bool:
    """ "Kids' bikes", "children's toys", "baby gate" """
    low, at = scene.words.low, mention.last
    plural = low[at : at + 1] == ["'"]
    at += plural
    of_a_baby = low[mention.last - 1] == "baby"
    return (mention.owner or plural or of_a_baby) and low[at : at + 1] != [] and (
        low[at] in named("belonging")
    )  # fmt: skip


def _of_an_in_law(scene: Scene, claim: Claim) -> bool:
    """Whether all that the sentence calls the child is half a word for a grown person."""
    here = _spoken_of(scene, claim.hit, claim.child)
    in_laws = {hit.first for hit in told_in(scene, TABLE).of("in-law")}
    return bool(here) and all(mention.last in in_laws for mention in here)


def _met_a_relative(scene: Scene, claim: Claim) -> bool:
    """Whether a claim that no rule bears out rests on a sentence that tells whom the writer met."""
    if claim.hit.rule.says or _spoken_of(scene, claim.hit):
        return False
    table, sentence = told_in(scene, TABLE), _sentence(scene, claim)
    return any(
        table.length(sentence) - table.between(met.first, met.last) <= _FEW
        for met in table.of("met-a-relative", sentence)
    )
