"""Words that tell who belongs to a family, where the others are, or what is to be done, and of no
sighting of a child.

"Children: Mia (7), Theo (3)"        who belongs to a family is not who was seen
"4 children in family"               the same
"Housing application: Mia, Theo"     the same
"Theo (nursery) to follow"           what is to be done with Theo is nothing that was
"Other children at home with nan"    where no visit is told of, they were not here
"Neighbour saw Theo in the garden"   nor does it say that anybody else saw Theo
"Theo found by his uncle"            nor that anybody else found him
"Nan took Theo to A&E"               nor does whoever saw him there write this
"Theo present? Not documented"       nobody says that he was
"Friend's son was in the house"      the case knows nothing of that son
"Mum brought a coat for Theo"        Theo need not have been there, nor for "ECG for Theo reviewed"
"Children last seen 12/2 by SW"      nobody saw them on the day
"Asked mum about Theo"               nor was he there for that
"Theo collected by MGM before crew arrived"   he had gone by then
"Theo placed with MGM"               where Theo lives now; who saw him it does not say
"Theo accepted by CAMHS"             nor does it who has his file
"Body map seen"                      a paper was
"Parents both present"               both are the parents
"Pre-alert: 3yo, ETA 5"              he is on his way
"Theo was not spoken to"             nor does it say that he was seen
"Dad says Theo threw a toy"          what a relative tells of a brother nobody else saw
"Theo 82% attendance, 11 lates"      nor does a figure
"No opportunity to talk to Theo"     nobody asked him
"Theo spoke through the locked door" he was heard

Most of the words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Sequence

from chronology.model import ViewsValue
from chronology.seen.claims import force
from chronology.seen.claims.claim import Claim, sentence_of
from chronology.seen.scene import Scene, any_mark, guard_words, hits_in, spoken_of
from chronology.seen.who.ages import is_anothers
from chronology.seen.who.mention import ADULT, ARTICLES, CHILD, PROFESSIONAL, STRANGER, Mention
from chronology.seen.wording.tables import overlap
from chronology.seen.wording.words import past_brackets


def both_are_grown(scene: Scene, claim: Claim) -> bool:
    """Whether the words of a claim speak of the child only as one of "both", and they are grown
    people: "Parents both present", "Lorna Furze and Gavin Holt both present"."""
    words, hit, clause = scene.words, claim.hit, scene.words.clause
    sentence = words.sentence[hit.first]
    here = [m for m in spoken_of(scene, sentence) if claim.child in m.children]
    if not _SOMEBODY.isdisjoint(words.said_in(sentence)):
        return False  # "Parents both brought him"
    beside = not hit.rule.says or any(clause[m.first] == clause[hit.first] for m in here)
    return bool(here) and beside and all(_after_the_grown(scene, mention) for mention in here)


def _after_the_grown(scene: Scene, both: Mention) -> bool:
    words, at = scene.words, both.first - 1
    if words.low[both.last - 1] != "both":
        return False
    at -= at > 0 and words.low[at] in ("are", "were", "was")
    if at < 0 or words.sentence[at] != words.sentence[both.first]:
        return False
    before = next((m for m in scene.mentions if m.first <= at < m.last), None)
    near = (m for m in scene.mentions if m.kind == CHILD and at - _ASIDE <= m.last <= at + 1)
    if any(near) or (before and before.kind not in (ADULT, PROFESSIONAL)):
        return False
    two = words.low[max(0, at - _ASIDE) : at]
    joined = ("and" in two or "&" in two) and (before or words.raw[at].istitle())
    return bool(joined) or words.low[at] in _GROWN


_SOMEBODY = frozenset(["he", "him", "her", "she", "them"])
_GROWN = frozenset(["parents", "grandparents", "carers", "adults", "officers", "professionals"])


def of_placing_or_papers(scene: Scene, claim: Claim) -> bool:
    """Whether the words of a rule's claim tell where the child lives now, that the child did not
    come to whoever waited, or that a paper was seen where nobody is spoken of."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    if all(m.kind != CHILD for m in spoken_of(scene, here)):
        return rests_on(scene, claim, "paper-seen")
    placed = not table.of("placed-by", here) and rests_on(scene, claim, "placed-with")
    return placed or rests_on(scene, claim, "on-a-list", "gone-before", "stood-up")


def rests_on(scene: Scene, claim: Claim, *groups: str) -> bool:
    """Whether a claim that a rule bears out rests on words of groups of the table."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    return bool(claim.hit.rule.says) and any(
        overlap(claim.hit, found) for group in groups for found in table.of(group, here)
    )


def of_attendance(scene: Scene, claim: Claim) -> bool:
    """ "Theo 82% attendance, 11 lates": a figure, where the sentence tells of no contact."""
    here = sentence_of(scene, claim)
    met = any(h.rule.says in _MET or h.rule.name == "session-mark" for h in hits_in(scene, here))
    return not met and bool(guard_words(scene).of("attendance-figure", here))


def only_open_to(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting rests on "Theo open to YOT", and no more."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    return any(
        table.length(here) - table.between(found.first, found.last) <= 1
        for found in table.of("open-to", here)
    )


def of_one_not_here(scene: Scene, claim: Claim) -> bool:
    """ "Pre-alert: 3yo cardiac arrest, ETA 5", "Checked with school: Theo in today"."""
    return bool(guard_words(scene).of("of-one-not-here", sentence_of(scene, claim)))


def only_not_spoken_to(scene: Scene, claim: Claim) -> bool:
    """Whether all that the sentence tells of a contact is that the child was not spoken to."""
    hits = [h for h in hits_in(scene, sentence_of(scene, claim)) if h.rule.says in _MET]
    return bool(hits) and all(
        scene.words.low[h.first] == "spoken" and force.denied(scene, h) for h in hits
    )


_MET = frozenset(["seen", "contact", "observed", "alone"])


def only_last_seen(scene: Scene, claim: Claim) -> bool:
    """Whether all that the sentence tells is when the child was last seen."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    last = table.of("last-seen", here)
    return bool(last) and not table.of("of-the-day", here) and all(
        any(at.first <= h.first < at.last for at in last)
        for h in hits_in(scene, here)
        if h.rule.says in _MET and h.rule.name != "looked"
    )  # fmt: skip


def listed(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting rests on a list of a household, which goes on over semicolons to the full
    stop."""
    table, low = guard_words(scene), scene.words.low
    before = [at for at in range(claim.first) if low[at] in _ENDS]
    begins = before[-1] + 1 if before else 0
    lists = [hit.first for hit in table.of("list-of") if hit.first >= begins]
    if any(not table.between(begins, first) for first in lists):
        return True
    applies = table.leading("applies", 0, _ASIDE) and not any_mark(scene, "visit")
    here = scene.words.sentence[claim.first]
    so_many = table.of("so-many", here)
    seen_there = any(
        h.rule.says in _SIGHTS and not force.told(scene, h) and not force.elsewhere_told(scene, h)
        and not any(overlap(h, many) for many in so_many)
        for h in hits_in(scene, here)
    )  # fmt: skip
    return bool(applies or (so_many and not seen_there))


_SIGHTS = frozenset(["seen", "observed"])


_ENDS = frozenset(".\n")


def planned(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting is of a child of whom the narrative says only what somebody is to do:
    "Theo (nursery) to follow", "Theo - HV to complete"."""
    named = [m for m in scene.mentions if claim.child in m.children]
    return bool(named) and all(_is_to_be_done(scene, mention) for mention in named)


def _is_to_be_done(scene: Scene, mention: Mention) -> bool:
    low, sentence, at = scene.words.low, scene.words.sentence, mention.first
    opens = not at or sentence[at - 1] != sentence[at]
    after = _past_marks(low, mention.last)
    to_do = (hit.first for hit in guard_words(scene).of("to-do"))
    return opens and mention.named and after in to_do


def _past_marks(low: Sequence[str], at: int) -> int:
    """What follows a name: "Theo (nursery) - HV to do" """
    at = past_brackets(low, at)
    while at < len(low) and low[at] in _MARKS:
        at += 1
    return at


_MARKS = frozenset(":,-")


def of_anothers_child(scene: Scene, claim: Claim) -> bool:
    """ "Friend's son was in the house": a child of whom the case knows nothing."""
    here = spoken_of(scene, scene.words.sentence[claim.first])
    if any(claim.child in m.children for m in here):
        return False
    return any(
        is_anothers(scene.words, m.first) and ARTICLES.issuperset(scene.words.before(m.first)[:-1])
        for m in here
        if m.kind == STRANGER
    )


def a_thing_brought(scene: Scene, claim: Claim) -> bool:
    """ "Mum brought a coat for Theo": Theo need not have been there."""
    if claim.rule != "brought":
        return False
    low, hit = scene.words.low, claim.hit
    here = spoken_of(scene, scene.words.sentence[hit.first])
    if here and here[0].last == hit.first and claim.child in here[0].children:
        alone = not any(m.kind == CHILD for m in here[1:])
        return alone and low[here[0].first - 1] == "for"  # "Inhaler for Theo collected by nan"
    for mention in scene.mentions:
        if mention.kind == CHILD and hit.first <= mention.first < claim.last:
            return claim.child in mention.children and low[mention.first - 1] == "for"
    return False


def a_thing_taken(scene: Scene, claim: Claim) -> bool:
    """ "Mum took an overdose in front of Theo": she did not take Theo."""
    low, hit = scene.words.low, claim.hit
    return hit.rule.of == "taken" and any(
        claim.child in m.children and low[m.first - 2 : m.first] == ["front", "of"]
        for m in scene.mentions
        if hit.last < m.first <= claim.last
    )


def a_thing_looked_at(scene: Scene, claim: Claim) -> bool:
    """ "ECG for Theo reviewed": not "clinic appointment for Theo, reviewed"."""
    low, hit = scene.words.low, claim.hit
    if low[hit.first] not in _LOOKED_AT:
        return False
    here = spoken_of(scene, sentence_of(scene, claim))
    of_it = here[0] if here and here[0].last == hit.first else None
    if of_it is None or any_mark(scene, "visit", "appointment"):
        return False
    return low[of_it.first - 1] == "for" and not any(m.kind == CHILD for m in here[1:])


_LOOKED_AT = frozenset([
    "reviewed", "checked", "examined", "inspected", "tested", "viewed", "changed", "completed",
])  # fmt: skip


def only_told_of(scene: Scene, claim: Claim) -> bool:
    """ "Dad says brother threw a toy": of a child beside the record's own, whom a relative alone
    speaks of in that clause and nobody elsewhere."""
    clause, low = scene.words.clause, scene.words.low
    of_it = [m for m in scene.mentions if claim.child in m.children]
    tellers = [m for m in scene.mentions if m.kind == ADULT and low[m.last : m.last + 1]]
    says = {clause[m.first]: m.last for m in tellers if low[m.last] in _SAY}
    told = all(says.get(clause[m.first], len(low)) < m.first for m in of_it)
    return claim.child not in scene.home.unnamed and bool(of_it) and told


def only_asked_about(scene: Scene, claim: Claim) -> bool:
    """ "Asked mum about Theo. She said he is fine": he was not asked, and she is his mother."""
    words = scene.words
    of_it = [m for m in scene.mentions if m.named and claim.child in m.children]
    if not of_it or any(words.low[m.first - 1] not in _ABOUT for m in of_it):
        return False
    about, here, heard = of_it[-1].first, sentence_of(scene, claim), claim.rule in _HEARD
    if heard and claim.first <= about < claim.last:
        return True
    begins = words.sentence[about]
    asked = [m for m in spoken_of(scene, begins) if m.first < about]
    others = of_it[-1].owner or any(m.kind in (ADULT, CHILD) for m in asked)
    told = range(begins + 1, max(here, begins + 1) + 1)
    opens = [[w for w in words.said_in(at)[:3] if w != "both"] for at in told]
    says = heard or all(not _SAY.isdisjoint(one[1:2]) for one in opens)
    on_it = here in told or (here == begins and not claim.hit.rule.says)
    same = opens[0][:1] if not _THEY.isdisjoint(opens[0][:1]) else None
    return others and says and on_it and all(one[:1] == same for one in opens)


_HEARD = frozenset(["child-says", "speaks-here"])
_THEY = frozenset(["she", "he", "they"])
_SAY = frozenset(
    ["said", "say", "says", "stated", "states", "reported", "reports", "told", "feels"]
)
_ABOUT = frozenset(["about", "concerning", "regarding"])


def nobody_could_ask(scene: Scene, claim: Claim) -> bool:
    """ "No opportunity to talk to them", where the entry tells of nobody who asked or was asked."""
    weighed = claim.value == ViewsValue.SOUGHT and not claim.hit.rule.says
    asked = any(hit.rule.says in ("asked", "sought") for hit in scene.hits)
    return weighed and not asked and bool(guard_words(scene).of("no-chance"))


def by_an_outsider(scene: Scene, claim: Claim) -> bool:
    """Whether a sentence with no professional in it says that a neighbour or the like saw
    the child."""
    sentence = sentence_of(scene, claim)
    if any(m.kind == PROFESSIONAL for m in spoken_of(scene, sentence)):
        return False
    table, low = guard_words(scene), scene.words.low
    aside = any(
        who.last + 1 < saw.first
        and low[who.last] == low[saw.first - 1] == ","
        and table.between(who.last, saw.first) <= _ASIDE
        for who in table.of("outsider", sentence)
        for saw in table.of("spotted", sentence)
    )
    return aside or bool(table.of("outsider-saw", sentence))


def found_by_kin(scene: Scene, claim: Claim) -> bool:
    """ "Theo found by his uncle and taken home": nobody else is told to have come to him."""
    table, sentence = guard_words(scene), sentence_of(scene, claim)
    if any(m.kind == PROFESSIONAL for m in spoken_of(scene, sentence)):
        return False
    return bool(table.of("found-by-kin", sentence)) and not table.of("met-after-kin")


def not_said(scene: Scene, claim: Claim) -> bool:
    """ "Theo present at appt? Not documented." """
    return bool(guard_words(scene).of("not-said", sentence_of(scene, claim)))


def taken_by_kin(scene: Scene, claim: Claim) -> bool:
    """ "Nan took Theo to A&E, bump to head", "walked to school by a neighbour", and no more told
    of a contact in that sentence."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    if claim.hit.rule.says and claim.rule not in _BORNE and claim.hit.rule.of != "taken":
        return False
    if any(m.kind == PROFESSIONAL for m in spoken_of(scene, here)) or any_mark(scene, "visit"):
        return False
    if claim.rule == "brought" and table.of("met-after-kin"):
        return False
    took = table.of("taken-by-kin", here)
    met = (h for h in hits_in(scene, here) if h.rule.says in _MET and h.rule.name != _FINDING)
    return bool(took) and all(any(overlap(h, found) for found in took) for h in met)


_FINDING = "finding"
_BORNE = frozenset([_FINDING, "brought", "doing", "acts-here"])
_ASIDE = 4
"""Words at most in an aside: "Neighbour, Mr and Mrs Fenn, saw"."""


def only_heard(scene: Scene, claim: Claim) -> bool:
    """ "Theo spoke through the bathroom door": what is done there is only heard."""
    return claim.rule in _DOES and any(
        overlap(claim.hit, heard)
        and not _BARRED.isdisjoint(scene.words.low[heard.first : heard.last])
        for heard in hits_in(scene, sentence_of(scene, claim))
        if heard.rule.name in _NOT_OUT
    )


_DOES = frozenset(["acts-here", "speaks-here", "doing"])
_NOT_OUT = frozenset(["would-not-come", "no-access"])
_BARRED = frozenset(["through", "behind", "down"])


def of_the_others(scene: Scene, claim: Claim) -> bool:
    """ "Other children at home with nan", "Police brought father, s136. Theo at home with mum",
    where no visit is told of."""
    if claim.rule != "at-home" or any_mark(scene, "visit"):
        return False
    low = scene.words.low
    who = next((m for m in scene.mentions if claim.child in m.children and m.last <= claim.last
                and m.first == claim.first), None)  # fmt: skip
    with_whom = any(
        m.kind == ADULT and "with" in low[claim.hit.first : m.first]
        for m in scene.mentions
        if claim.hit.first < m.first <= claim.hit.last + 2
    )
    later = bool(scene.words.sentence[claim.first])
    return bool(who and with_whom and (later or low[who.first] in _OTHERS))


_OTHERS = frozenset(["other", "siblings", "sibs", "sisters", "brothers"])
