"""Words that deny something or call something empty, and are no absence of a child's.

"Theo not in uniform"              how Theo was, and not that he was not there
"Not gained. Failed hearing test"  what was found, and not that nobody came
"Did not see the bedrooms"         a thing was not seen, nor "the need for a visit"
"Fridge empty", "NO CHILD SEAT"    the home is not empty, nor is no child there
"Theo did not return my call"      nor is he missing
"Theo's passport not here"         nor is he, if his passport is
"Could not see his throat", "refused to be weighed"   the child was there
"Theo let me in and said mum was out"  nor was he out
"Visit to Theo at his father's"    does not say that he was not there
"Did not wait for x-ray"           the child was seen before it
"T 38.1, HR 130. LWBS"             so was one of whom that was measured
"Not conveyed. GP to follow up"    a crew was with whomever they left at home
"Mia on SCBU, Theo with mum on ward"   the child was there, where nobody visits a home
"Theo arrived without his sister"  Theo was there
"Absconded, returned by police"    and seen again
"Not collected until 4"            others had care of the child
"Attended: mum only"               where no visit or appointment is told of
"No signs of harm to the children" the children may have been looked at
"DNA by mother", "Kay DNA, Mia ill" she did not attend, or Kay did not, in her own record
"Failed visit re Ruby"             says nothing of others
"Male left prior to police arrival"  nor was he a child
"Unable to allocate this week"     nobody went anywhere
"Plumber attended, no access", "Property void"   nobody came to see a child
"Visit did not take place, worker off sick"   nor was it the child who did not come
"Declined to leave number"         nor was it the child who declined

The words stand in guards.toml.
"""

from __future__ import annotations

from chronology.model import SeenValue
from chronology.seen.claims.absence import missed_by_the_grown
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.claims.force import denied
from chronology.seen.corrections.facts import rests_on
from chronology.seen.scene import (
    Scene,
    actor,
    any_mark,
    guard_words,
    hits_in,
    is_of_child,
    same_sentence,
    spoken_of,
)
from chronology.seen.who.mention import CHILD, PROFESSIONAL
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.tables import Told, overlap


def is_of_one_named(scene: Scene, claim: Claim) -> bool:
    """ "Failed visit re Ruby" in Theo's record: of Max, of whom the entry does not speak, it
    says nothing, for the visit was to Ruby; but "family gone", "others not in" are of more."""
    home, mentions = scene.home, scene.mentions
    if claim.rule != _NO_ACCESS or not home.own_record or claim.child in home.unnamed:
        return False
    if not _OF_MORE.isdisjoint(scene.words.low):
        return False
    if any(claim.child in m.children for m in mentions):
        return False
    return any(m.kind == CHILD and m.named and m.children for m in mentions)


_NO_ACCESS = "no-access"
_OF_MORE = grammar("part_of_children") | {"family"}


def is_of_a_thing(scene: Scene, claim: Claim) -> bool:
    """Whether an absence is none; beyond doubt only where words deny a sighting, and no box."""
    doubtful = claim.strength < BEYOND_DOUBT or claim.rule == "not-seen-said"
    return doubtful and is_no_absence(scene, claim)


def may_stand_for(scene: Scene, claim: Claim, other: Claim) -> bool:
    """Whether another claim may stand in the place of one that the guards take back: one of the
    same value, or any where words of an absence are none; of a thing only what the same sentence
    says."""
    if other.value == claim.value:
        return True
    beside = sentence_of(scene, claim) == sentence_of(scene, other)
    there = rests_on(scene, claim, "not-looked-at") or _did_not_wait(scene, claim)
    there = there or _only_not_conveyed(scene, claim)
    none = is_no_absence(scene, claim) or is_beside_an_empty_thing(scene, claim)
    return none and (beside or there or _brought_back(scene, claim))


def is_no_absence(scene: Scene, claim: Claim) -> bool:
    """Whether words taken for an absence tell of a thing, or say what was not looked at of a child
    who was there; not where the sentence says where the child was instead."""
    if claim.value != SeenValue.NOT_SEEN:
        return False
    if rests_on(scene, claim, "no-childs-thing", "thing-not-here", "thing-not-returned"):
        return True
    if _of_an_unseen_thing(scene, claim):
        return True
    if claim.rule in ("elsewhere", "weighed-words") and (
        _met_the_writer(scene, claim) or _on_the_ward(scene, claim)
    ):
        return True
    if _did_not_wait(scene, claim) or _brought_back(scene, claim) or _came_without(scene, claim):
        return True
    if claim.rule == "weighed-words" and _only_not_conveyed(scene, claim):
        return True
    return rests_on(scene, claim, "not-looked-at") and not _told_elsewhere(scene, claim)


def is_of_no_visit(scene: Scene, claim: Claim) -> bool:
    """Whether nobody tried to see a child: "Plumber attended, no access", "Property void", "visit
    did not take place, worker off sick", "declined to leave number"."""
    if rests_on(scene, claim, "no-number-left"):
        return True
    here = sentence_of(scene, claim)
    trade = {hit.first for hit in guard_words(scene).of("tradesman", here)}
    others = (m for m in spoken_of(scene, here) if m.first not in trade)
    visited = any(m.kind == PROFESSIONAL for m in others)
    groups = _NO_VISIT[visited:]  # a housing officer who comes with a plumber visits
    return claim.rule in _NOBODY_THERE and any(_holds(scene, claim, one) for one in groups)


_NOBODY_THERE = frozenset(["no-access", "visit-cancelled", "weighed-words"])
_NO_VISIT = ("tradesman", "void-home", "workers-absence")


def _of_an_unseen_thing(scene: Scene, claim: Claim) -> bool:
    """ "No sight of the court report", but "did not see the need to wake Theo"."""
    ends = claim.hit.last
    named = any(
        m.kind == CHILD and not m.owner and m.first >= ends
        for m in spoken_of(scene, sentence_of(scene, claim))
    )
    return not named and rests_on(scene, claim, "thing-unseen")


def _met_the_writer(scene: Scene, claim: Claim) -> bool:
    """ "Theo let me in and said mum was out": Theo was there."""
    here = sentence_of(scene, claim)
    met = {hit.first for hit in guard_words(scene).of("met-the-writer", here)}
    who = [m for m in spoken_of(scene, here) if claim.child in m.children]
    return any(m.last in met and m.named and not m.owner for m in who)


def _came_without(scene: Scene, claim: Claim) -> bool:
    """ "Theo arrived without his sister": Theo was there."""
    low = scene.words.low
    for hit in hits_in(scene, sentence_of(scene, claim)):
        if hit.rule.name == _NOT_BROUGHT and "without" in low[hit.first : hit.last]:
            who = actor(scene, hit.first)
            named = who and who.named and claim.child in who.children
            if hit.form and who and named and same_sentence(scene, who, hit.first):
                return True
    return False


_NOT_BROUGHT = "not-brought"


def _holds(scene: Scene, claim: Claim, group: str) -> bool:
    """Whether the sentence of a claim, which may rest on no rule, holds words of a group."""
    return bool(guard_words(scene).of(group, sentence_of(scene, claim)))


def _did_not_wait(scene: Scene, claim: Claim) -> bool:
    """ "Did not wait for x-ray", and "triaged, T 38.1. LWBS", where the sentence tells of no other
    absence: "DNA'd, parents did not wait for the letter"."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    waits = table.of("not-waited-for", here)
    if any(hit.last <= claim.hit.first for hit in table.of("taken-at-triage")):
        waits = [*waits, *table.of("left-unseen", here)]
    absent = [hit for hit in hits_in(scene, here) if hit.rule.says == "not_seen"]
    return bool(waits) and all(any(overlap(hit, wait) for wait in waits) for hit in absent)


def _only_not_conveyed(scene: Scene, claim: Claim) -> bool:
    """ "Mia not conveyed. Croup, advice given", and nothing says that a child was elsewhere."""
    absent = any(hit.rule.says in ("not_seen", "elsewhere") for hit in scene.hits)
    return _holds(scene, claim, "not-conveyed") and not absent


def _on_the_ward(scene: Scene, claim: Claim) -> bool:
    """ "Theo with mum on ward", where nobody visits a home and nothing was cancelled for it."""
    if any_mark(scene, "visit", "session") or not _CANCELLED.isdisjoint(scene.words.low):
        return False
    return _holds(scene, claim, "with-them-on-the-ward")


_CANCELLED = grammar("cancelled")


def _brought_back(scene: Scene, claim: Claim) -> bool:
    """ "Absconded, returned by police", and nothing says that the child was gone again."""
    here = sentence_of(scene, claim)
    back = [
        hit for hit in guard_words(scene).of("brought-back")
        if hit.first >= claim.hit.last and scene.words.sentence[hit.first] - here in (0, 1)
        and is_of_child(scene, claim.child, hit.first)
        and not any(m.kind == CHILD and claim.hit.last <= m.first < hit.first
                    and claim.child not in m.children for m in scene.mentions)
    ]  # fmt: skip
    gone_again = max((h.first for h in scene.hits if h.rule.says == "not_seen"), default=0)
    return claim.rule in _GONE and any(hit.last > gone_again for hit in back)


_GONE = frozenset(["missing", "did-not-attend"])


def _told_elsewhere(scene: Scene, claim: Claim) -> bool:
    """Whether the sentence goes on to say where the child was: "unable to see Theo's bruise as he
    was at school"."""
    here = sentence_of(scene, claim)
    told = [h for h in hits_in(scene, here) if h.rule.says in ("elsewhere", "not_seen")]
    told += guard_words(scene).of("why-elsewhere", here)
    return any(hit.first >= claim.hit.last for hit in told)


def is_beside_an_empty_thing(scene: Scene, claim: Claim) -> bool:
    """Whether a thing is called empty ("Fridge empty"), and an absence rests on a sentence that
    does not speak of the child or says "but children seen"."""
    here = sentence_of(scene, claim)
    of_it = any(claim.child in m.children and not m.owner for m in spoken_of(scene, here))
    seen = any(h.rule.name == "sight" and not denied(scene, h) for h in hits_in(scene, here))
    return bool(guard_words(scene).of("thing-empty")) and (seen or not of_it)


def is_how_it_was(scene: Scene, claim: Claim) -> bool:
    """Whether a sentence that denies something says only what the child was not in: a uniform."""
    return _denies_only(scene, "how-it-was", sentence_of(scene, claim))


def is_a_services_own(scene: Scene, claim: Claim) -> bool:
    """ "Unable to allocate this week": what a service could not find or do, of whom nothing is told
    and where nobody went."""
    here = sentence_of(scene, claim)
    nobody = not any(m.kind == CHILD for m in spoken_of(scene, here))
    return nobody and not any_mark(scene, "visit") and _holds(scene, claim, "not-to-be-had")


def tells_what_was_found(scene: Scene) -> bool:
    """Whether words deny what a child does or passes, or that a thing was seen."""
    return bool(guard_words(scene).of("what-was-found"))


def only_what_was_found(scene: Scene, sentence: int | None = None) -> bool:
    """Whether a sentence, or the whole, denies nothing else: "not gained weight"."""
    return _denies_only(scene, "what-was-found", sentence)


def _denies_only(scene: Scene, group: str, sentence: int | None) -> bool:
    table = guard_words(scene)
    found = table.of(group, sentence)
    return bool(found) and all(
        any(overlap(hit, denied) for hit in found) for denied in table.of("denied", sentence)
    )


def is_a_grown_persons(scene: Scene, claim: Claim) -> bool:
    """ "DNA by mother": a sentence that speaks of no child says who did not attend."""
    here = sentence_of(scene, claim)
    attended = claim.rule in ("did-not-attend", "weighed-words")
    missed = (h for h in hits_in(scene, here) if h.rule.name == "did-not-attend")
    if not claim.hit.rule.says and any(missed_by_the_grown(scene, h) for h in missed):
        return True
    if any(m.kind == CHILD for m in spoken_of(scene, here)):
        return False
    if any_mark(scene, "visit"):
        return False
    left = not claim.hit.rule.says and guard_words(scene).of("grown-one-left", here)
    return bool(left) or (attended and bool(guard_words(scene).leading("dna-by", here, 1)))


def is_a_visit_there(scene: Scene, claim: Claim) -> bool:
    """ "Visit to Theo at his father's" is no absence, where that is all it says."""
    low, sentence = scene.words.low, sentence_of(scene, claim)
    table = guard_words(scene)
    if table.of("denied", sentence) or table.of("visit-failed", sentence):
        return False
    return any(
        claim.child in m.children
        and low[m.last : m.last + 1] == ["at"]
        and " ".join(low[max(m.first - 3, 0) : m.first]).endswith(("visit to", "visit to see"))
        and _ends_soon(scene, m.last)
        for m in spoken_of(scene, sentence)
    )


def _ends_soon(scene: Scene, at: int) -> bool:
    """Whether a sentence says little more, and that in the same clause."""
    words = scene.words
    rest = range(at, words.within(words.sentence[at]).stop)
    told = [i for i in rest if words.low[i][0].isalnum()]
    return len(told) <= _FEW and words.clause[told[-1]] == words.clause[at]


_FEW = 5


def tells_of_no_harm(scene: Scene, sentence: int) -> bool:
    """Whether a sentence says that no signs of harm were there, which is no absence."""
    return bool(guard_words(scene).of("no-harm", sentence))


def may_be_unseen(scene: Scene) -> bool:
    """Whether an absence may rest on the words alone: a child not collected was where others had
    care of the child; who came says nothing where no visit or appointment is told of."""
    table = guard_words(scene)
    if table.of("not-collected") and not table.of("absent"):
        return False
    came = None if any(m.kind == CHILD for m in scene.mentions) else _adults_came(table)
    return not came or any(not came[0] <= h.first < came[1] for h in table.of("contact"))


def _adults_came(table: Told) -> tuple[int, int] | None:
    """The words "Attended: mum and nan only", to the last "only" of their sentence."""
    sentence, count = table.words.sentence, len(table.words.low)
    for hit in table.of("who-came"):
        here = sentence[min(hit.last, count - 1)]
        if ends := [only.last for only in table.of("only", here) if only.first >= hit.last]:
            return hit.first, ends[-1]
    return None
