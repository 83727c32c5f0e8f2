"""Words that tell of a thing or of a grown person, and neither of a sighting of a child nor of an
absence.

"Kids' bikes in garden"                 what is theirs lies about, whoever is in
"Sister-in-law present"                 no sister
"Bruise seen on mum's arm"              of the record's own child it says nothing
"Face to face with mother."             the writer met her, and nobody else is told of
"Seen and agreed by team manager"       an entry was read
"All quiet on arrival", "both parties calm"   the police found no quarrel
"Theo wanted on warrant"                Theo did not say so
"Theo did not return my call"           nor is he missing
"Theo's room seen, dad asleep in bed"   his father was, and not Theo
"Fridge empty", "NO CHILD SEAT"         the home is not empty, nor is no child there
"Could not see his throat", "refused to be weighed"   the child was there

Most of the words stand in guards.toml.
"""

from __future__ import annotations

from chronology.model import SeenValue
from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.cues import Hit, named
from chronology.seen.facts import TABLE
from chronology.seen.mention import ADULT, ARTICLES, CHILD, Mention
from chronology.seen.scene import Scene, told_in


def tells_of_no_child(scene: Scene, claim: Claim) -> bool:
    """Whether a claim rests on such words."""
    if claim.strength >= BEYOND_DOUBT and claim.rule != "not-seen-said":
        return False
    if claim.value == SeenValue.NOT_SEEN:
        return is_no_absence(scene, claim) or _met_a_relative(scene, claim)
    return (
        _of_their_things(scene, claim)
        or _of_an_in_law(scene, claim)
        or _only_wanted(scene, claim)
        or (not _spoken_of(scene, claim.hit) and _of_a_grown_person(scene, claim))
    )


def may_stand_for(scene: Scene, claim: Claim, other: Claim) -> bool:
    """Whether another claim may stand in the place of one that the guards take back: one of the
    same value, or any where words of an absence are none; beside an empty cupboard only what the
    same sentence says."""
    if other.value == claim.value:
        return True
    beside = _sentence(scene, claim) == _sentence(scene, other)
    return is_no_absence(scene, claim) and (beside or _within(scene, claim, "not-looked-at"))


def is_no_absence(scene: Scene, claim: Claim) -> bool:
    """Whether words taken for an absence tell of a thing, or say what was not looked at of a child
    who was there; not where the sentence says where the child was instead."""
    if claim.value != SeenValue.NOT_SEEN:
        return False
    if _within(scene, claim, "thing-empty", "no-childs-thing", "thing-not-returned"):
        return True
    return _within(scene, claim, "not-looked-at") and not _told_elsewhere(scene, claim)


def _told_elsewhere(scene: Scene, claim: Claim) -> bool:
    """ "Unable to see Theo's bruise as he was at school" """
    here = _sentence(scene, claim)
    hits = [h for h in scene.hits if scene.words.sentence[h.first] == here]
    told = [h for h in hits if h.rule.says in ("elsewhere", "not_seen")]
    told += told_in(scene, TABLE).of("why-elsewhere", here)
    return any(hit.first >= claim.hit.last for hit in told)


def _only_wanted(scene: Scene, claim: Claim) -> bool:
    """ "Theo wanted on warrant", and the sentence does not say that he was found."""
    table, here = told_in(scene, TABLE), _sentence(scene, claim)
    met = table.of("met-after-all", here) and not table.of("denied", here)
    return not met and _within(scene, claim, "wanted")


def _of_a_grown_person(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence of a sighting, which speaks of no child, tells of a grown person."""
    injured = told_in(scene, TABLE).of("a-relatives-injury", _sentence(scene, claim))
    read = claim.hit.rule.says and (
        _within(scene, claim, "read-by-a-manager") or _says_only(scene, claim, "seen-by-a-manager")
    )
    calm = claim.rule in ("weighed-words", "behaves-here") and told_in(scene, TABLE).of(
        "all-calm", _sentence(scene, claim)
    )
    return bool(injured or read or calm) or _met_a_relative(scene, claim)


def _says_only(scene: Scene, claim: Claim, group: str) -> bool:
    """Whether the sentence of a claim has no words but those of a phrase, and names after it."""
    table, sentence = told_in(scene, TABLE), _sentence(scene, claim)
    begins = scene.words.sentence.index(sentence)
    return any(
        not table.between(begins, hit.first) and _names_only(scene, hit.last, sentence)
        for hit in table.of(group, sentence)
    )


def _names_only(scene: Scene, at: int, sentence: int) -> bool:
    """Whether nothing but names of grown people stands from a word to the end of its sentence."""
    words = scene.words
    while at < len(words.low) and words.sentence[at] == sentence:
        if words.low[at][0].isalnum() and not words.raw[at].istitle():
            return False
        at += 1
    return True


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
    nobody_else = all(mention.owner for mention in _spoken_of(scene, claim.hit))
    beside = told_in(scene, TABLE).of("at-their-things", _sentence(scene, claim))
    if nobody_else and any(not _is_a_grown_persons(scene, hit) for hit in beside):
        return False
    opens = scene.words.sentence.index(_sentence(scene, claim))
    leads = bool(here) and ARTICLES.issuperset(scene.words.low[opens : here[0].first])
    return leads and all(_owns(scene, mention) for mention in here)


def _is_a_grown_persons(scene: Scene, hit: Hit) -> bool:
    """ "Theo's bedroom seen, dad asleep in bed": the clause opens with him."""
    opens, clause = scene.words.opens, scene.words.clause[hit.first]
    return any(m.first == opens[clause] and m.kind == ADULT for m in scene.mentions)


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
    names, low = scene.home.names, scene.words.low
    called = any(  # "Theo and sister-in-law"
        label == claim.child for m in here for _, label in names.get(low[m.first], ())
    )
    return bool(here) and not called and all(mention.last in in_laws for mention in here)


def _met_a_relative(scene: Scene, claim: Claim) -> bool:
    """Whether a claim that no rule bears out rests on a sentence that tells whom the writer met."""
    if claim.hit.rule.says or _spoken_of(scene, claim.hit):
        return False
    return _says_only(scene, claim, "met-a-relative")
