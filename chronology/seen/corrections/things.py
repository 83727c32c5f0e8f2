"""Words that tell of a thing or of a grown person, and of no sighting of a child.

"Kids' bikes in garden"                 what is theirs lies about, whoever is in
"Theo lives here. Knives on the table"  and so does what is nobody's
"Sister-in-law present"                 no sister
"Bruise seen on mum's arm"              of the record's own child it says nothing
"Female in A&E, injuries to face"       nor does this
"Face to face with mother."             the writer met her, and nobody else is told of
"Seen and agreed by team manager"       an entry was read
"All quiet on arrival", "both parties calm"   the police found no quarrel
"Children doing well in placement"      how they get on, whoever says so
"Theo wanted on warrant"                Theo did not say so
"Theo's room seen, dad asleep in bed"   his father was, and not Theo
"Mother seen re low mood. BP 120/80"    her blood pressure

Most of the words stand in guards.toml.
"""

from __future__ import annotations

from chronology.seen.claims.claim import Claim, sentence_of
from chronology.seen.corrections.facts import rests_on
from chronology.seen.scene import Scene, any_mark, guard_words, spoken_of
from chronology.seen.who import figures
from chronology.seen.who.mention import ADULT, ARTICLES, CHILD, Mention
from chronology.seen.wording.cues import Hit, named


def only_wanted(scene: Scene, claim: Claim) -> bool:
    """ "Theo wanted on warrant", and the sentence does not say that he was found."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    met = table.of("met-after-all", here) and not table.of("denied", here)
    return not met and rests_on(scene, claim, "wanted")


def of_getting_on(scene: Scene, claim: Claim) -> bool:
    """ "Children doing well in placement", where no visit is told of."""
    return not any_mark(scene, "visit") and rests_on(scene, claim, "getting-on")


def of_a_grown_person(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence of a sighting speaks of no child and tells of a grown person."""
    if _children_in(scene, claim.hit):
        return False
    here, table = sentence_of(scene, claim), guard_words(scene)
    injured = table.of("a-relatives-injury", here) or table.of("a-grown-persons-injury", here)
    read = claim.hit.rule.says and (
        rests_on(scene, claim, "read-by-a-manager") or _says_only(scene, claim, "seen-by-a-manager")
    )
    return bool(injured or read or of_a_calm_place(scene, claim))


def of_a_calm_place(scene: Scene, claim: Claim) -> bool:
    """ "All quiet on arrival": the police found no quarrel, and the sentence speaks of no child."""
    table, sentence = guard_words(scene), sentence_of(scene, claim)
    calm = not claim.hit.rule.says and table.of("all-calm", sentence)
    on_it = bool(calm) or rests_on(scene, claim, "all-calm")
    return on_it and not _children_in(scene, claim.hit)


def _says_only(scene: Scene, claim: Claim, group: str) -> bool:
    """Whether the sentence of a claim has no words but those of a phrase, and names after it."""
    table, sentence = guard_words(scene), sentence_of(scene, claim)
    begins = scene.words.within(sentence).start
    return any(
        not table.between(begins, hit.first) and _names_only(scene, hit.last, sentence)
        for hit in table.of(group, sentence)
    )


def _names_only(scene: Scene, at: int, sentence: int) -> bool:
    """Whether nothing but names of grown people stands from a word to the end of its sentence."""
    raw = scene.words.raw[at : scene.words.within(sentence).stop]
    return all(word.istitle() for word in raw if word[0].isalnum())


def _children_in(scene: Scene, hit: Hit, child: str = "") -> list[Mention]:
    """Where the sentence of a cue speaks of a child, or of that child."""
    here = spoken_of(scene, scene.words.sentence[hit.first])
    return [m for m in here if m.kind == CHILD and (not child or child in m.children)]


def of_their_things(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence speaks of the child only as one whose the thing is of which it tells."""
    here = _children_in(scene, claim.hit, claim.child)
    nobody_else = all(mention.owner for mention in _children_in(scene, claim.hit))
    beside = guard_words(scene).of("at-their-things", sentence_of(scene, claim))
    if nobody_else and any(not _is_a_grown_persons(scene, hit) for hit in beside):
        return False
    leads = bool(here) and ARTICLES.issuperset(scene.words.before(here[0].first))
    return leads and all(_owns(scene, mention) for mention in here)


def _is_a_grown_persons(scene: Scene, hit: Hit) -> bool:
    """ "Theo's bedroom seen, dad asleep in bed": the clause opens with him."""
    opens, clause = scene.words.opens, scene.words.clause[hit.first]
    return any(m.first == opens[clause] and m.kind == ADULT for m in scene.mentions)


def _owns(scene: Scene, mention: Mention) -> bool:
    """Whether a thing of theirs follows: "kids' bikes", "children's toys", "baby gate"."""
    low, at = scene.words.low, mention.last
    plural = low[at : at + 1] == ["'"]
    at += plural
    of_a_baby = low[mention.last - 1] == "baby"
    return (mention.owner or plural or of_a_baby) and low[at : at + 1] != [] and (
        low[at] in named("belonging")
    )  # fmt: skip


def of_what_lies_about(scene: Scene, claim: Claim) -> bool:
    """ "Theo lives with his father. Knives on the table.": a thing is somewhere, and the clause
    speaks of no child nor of what one does ("playing with toys on the floor")."""
    words, first = scene.words, claim.hit.first
    clause = words.clause[first]
    if claim.rule != _SOMEWHERE or any(m.kind == CHILD for m in scene.by_clause.get(clause, ())):
        return False
    before = words.low[words.opens[clause] : first]
    while before and before[-1] in _LEFT:
        before.pop()
    things = [h.last for h in guard_words(scene).of("lies-about", words.sentence[first])]
    if words.opens[clause] + len(before) not in things:
        return False
    return not any(word in _HAS_IT or word.endswith("ing") for word in before)


_SOMEWHERE = "place-here"
_LEFT = frozenset(["left", "found", "was", "were", "is", "are", "lying", "strewn", "everywhere",
                   "still", "all", "over", "stored", "kept", "piled", "seen", "noted"])  # fmt: skip
_HAS_IT = frozenset(["with", "in", "under", "wrapped", "asleep", "sat", "has", "had", "ate", "wore",
                     "held", "put", "took", "brought", "dressed", "tucked"])  # fmt: skip


def of_an_in_law(scene: Scene, claim: Claim) -> bool:
    """Whether all that the sentence calls the child is half a word for a grown person."""
    here = _children_in(scene, claim.hit, claim.child)
    in_laws = {hit.first for hit in guard_words(scene).of("in-law")}
    names, low = scene.home.names, scene.words.low
    called = any(  # "Theo and sister-in-law"
        label == claim.child for m in here for _, label in names.get(low[m.first], ())
    )
    return bool(here) and not called and all(mention.last in in_laws for mention in here)


def met_a_relative(scene: Scene, claim: Claim) -> bool:
    """Whether a claim rests on a sentence that tells whom the writer met, and that is no child."""
    return not _children_in(scene, claim.hit) and _says_only(scene, claim, "met-a-relative")


def a_mothers_figure(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting that no rule bears out rests on a sentence of a grown person's figures,
    and the child is not named before them: "31/40, with Theo, BP 118/70"; or on headings left
    blank: "Height: Weight: BP:"."""
    here = scene.words.within(scene.words.sentence[claim.first])
    told = [scene.words.low[at] for at in here if any(map(str.isalnum, scene.words.low[at]))]
    if told and figures.FIGURES.issuperset(told):
        return True
    mentions = scene.mentions
    named = min((m.first for m in mentions if claim.child in m.children), default=here.stop)
    return any(figures.is_a_mothers(scene.words, mentions, at) for at in here if at < named)
