"""The second opinion: weights and networks confirm, correct or set aside what the rules say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from chronology.model import SIGHTED, SeenValue, ViewsValue
from chronology.seen.claims import boxes
from chronology.seen.claims import views as of_views
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim
from chronology.seen.claims.roles import LAPS
from chronology.seen.corrections.all_the_same import met_all_the_same
from chronology.seen.corrections.facts import rests_on
from chronology.seen.corrections.no_absence import (
    may_be_unseen,
    only_what_was_found,
    tells_of_no_harm,
    tells_what_was_found,
)
from chronology.seen.corrections.whose_sight import did_meet
from chronology.seen.learnt.tokens import OF_VIEWS, OTHER, OWN
from chronology.seen.reading import Reading
from chronology.seen.scene import Scene, guard_words, hits_in, spoken_of
from chronology.seen.who import groups, partly
from chronology.seen.who.mention import CHILD
from chronology.seen.wording.cues import Hit, Rule

if TYPE_CHECKING:
    from chronology.seen.learnt.opinion import Opinion

WEIGHED = "weighed-words"
"""What is named where no rule bears a value out."""
_WEIGHED = Rule(name=WEIGHED, says="")
_UNSEEN = "not-seen-said"
"""The rule of words that deny a sighting, which are sure and yet no box: "heard nothing from him"
may be of a father, and "could not see any marks on her" of a child who was there."""
_FEWEST_WORDS = 2
_PLAIN = 2
"""The strength of a rule that says plainly who was seen."""
_A_WORD = re.compile(r"[^\W\d_]{2}")
"""Dashes, a number or a letter alone tell nothing, whatever weights make of them."""


def second_opinion(reading: Reading, said: dict[str, Claim], told: dict[str, Claim]) -> None:
    """Let weights and networks confirm, correct or set aside what the rules say of each child:
    `said` of who was seen, `told` of views."""
    asked = {child: _asked(reading, child, said, told) for child in reading.home.born}
    born = [child for child, questions in asked.items() if questions]
    if not born or not _A_WORD.search(reading.scene.words.text):
        return
    from chronology.seen.learnt import opinion  # numpy takes a tenth of a second to load

    alike: dict[str, list[str]] = {}
    for child in born:  # those of whom nothing is told are as one
        alike.setdefault(child if reading.speaks_of(child) else "", []).append(child)
    rows = [reading.tokens(children[0]) for children in alike.values()]
    questions = [asked[children[0]] for children in alike.values()]
    spoken_of = [bool(named and reading.home.unnamed) for named in alike]
    every = opinion.opinions(rows, questions, spoken_of)
    for children, held, sure in zip(alike.values(), every, spoken_of, strict=True):
        for child, of in ((child, of) for child in children for of in held.chances):
            standing = told if of == OF_VIEWS else said
            value = opinion.likely(of, held.chances[of], sure)
            if claim := _agreed(reading, held, child, of, value, standing.get(child)):
                standing[child] = claim
            else:
                standing.pop(child, None)
    _as_the_own(reading, said)
    _on_anothers_lap(reading, said)


def _on_anothers_lap(reading: Reading, said: dict[str, Claim]) -> None:
    """ "Sat on sister's lap" in a child's own record: who is seen by it is the one who sat."""
    scene = reading.scene
    own = [child for child in reading.home.unnamed if child not in said]
    for other, claim in [*said.items()]:
        sentence = scene.words.sentence[claim.first]
        whose = [m for m in spoken_of(scene, sentence) if other in m.children]
        laps = [m for m in whose if m.owner and LAPS.intersection(scene.words.low[m.last :][:1])]
        if not whose or laps != whose:
            continue
        for child in own:
            borne = [c for c in reading.sighted if scene.words.sentence[c.first] == sentence]
            if sat := _borne(child, SeenValue.SEEN, borne):
                said[child] = sat


def _as_the_own(reading: Reading, said: dict[str, Claim]) -> None:
    """ "Both children in school", "all fine": of whom the same words speak as of the record's own
    child nobody is seen where that child is not, nor not seen where of the own nothing is told;
    words that name nobody may show the own alone, and "the boys" may leave out an own of whom
    nothing is told."""
    for own in reading.home.unnamed:
        of_own = said.get(own)
        if of_own and of_own.value in SIGHTED:
            continue
        for child, claim in [*said.items()]:
            if claim.strength >= BEYOND_DOUBT or not reading.as_one(child, own):
                continue
            if claim.value not in SIGHTED:
                if not of_own:
                    del said[child]
            elif not of_own and _plainly_of_both(reading, claim, own):
                said[own] = of_own = claim._replace(child=own)
            elif of_own or not reading.of_a_sex(own):
                del said[child]
                if of_own:
                    said[child] = of_own._replace(child=child)


def _plainly_of_both(reading: Reading, claim: Claim, own: str) -> bool:
    """Whether a plain rule says of the record's own child, in the same words, what is held likely
    of another, after somebody went there: "PC 608 to scene, both children brought to the door"."""
    visits = reading.scene.scopes.get("visit", {}).values()
    went = any(hit.last <= claim.hit.first for here in visits for hit in here)
    said_of_own = (c for c in reading.sighted if c.child == own and c.value == claim.value)
    plain = claim.strength >= _PLAIN and any(c.hit == claim.hit for c in said_of_own)
    return went and plain


def _agreed(
    reading: Reading, held: Opinion, child: str, of: str, value: str, current: Claim | None
) -> Claim | None:
    """What may be said of a child of whom the rules say what is current, and weights and networks
    hold a value to be likely; None where nothing may."""
    from chronology.seen.learnt import opinion  # late, as above

    views = of == OF_VIEWS
    denied = current if current and current.rule == _UNSEEN else None
    if denied and value in SIGHTED:
        left_alone = rests_on(reading.scene, denied, "not-gone-up")
        if left_alone or opinion.rather_unseen(held.chances[of]):
            return current
    if current and value in SIGHTED and _left_alone(reading, current):
        return current
    if value == "seen_alone" and any(child in box.not_alone for box in reading.boxes):
        value = "seen"
    if current and (_stands(current, value) or current.value == value):
        return current
    if current and value not in SIGHTED and did_meet(reading.scene, current):
        return current
    if views and value != "not_recorded" and not reading.is_told_of(child):
        return current  # learnt from children's own records: of others beside them it only doubts
    if value == SeenValue.NOT_SEEN:
        mine = [c for c in reading.sighted if c.child == child]
        if claim := met_all_the_same(reading.scene, mine):
            return claim
        if _denies_no_sight(reading, held, child, of):
            return current if current and current.rule == "sight" else None
    out = _of_nobody(reading, child) and opinion.surely_out(held.chances[of])
    if value == "not_recorded" or (_only_doubts(reading, child) and not out):
        return None
    if claim := _borne(child, value, reading.heard if views else reading.sighted):
        return claim
    if not (views or _may_rest_on_words(reading, held, child, of, value)):
        return None
    sentence = opinion.speaks_most(held, of, value)
    if boxes.is_left_blank(reading.scene, reading.boxes, sentence):
        return None
    if views and _anothers_words(reading, child, sentence):
        return None
    if value != SeenValue.NOT_SEEN and _named_by_who_speaks(reading, child, sentence):
        return None
    if value == SeenValue.NOT_SEEN and tells_of_no_harm(reading.scene, sentence):
        return None
    return _resting_on(reading.scene, child, value, sentence)


def _left_alone(reading: Reading, current: Claim) -> bool:
    """ "Theo was asleep upstairs and I was asked not to go in", and no rule shows the child."""
    scene = reading.scene
    if current.value != SeenValue.NOT_SEEN:
        return False
    here = scene.words.sentence[current.hit.first]
    shown = any(c.child == current.child and c.value in SIGHTED for c in reading.sighted)
    return not shown and bool(guard_words(scene).of("not-gone-up", here))


def _asked(
    reading: Reading, child: str, said: Mapping[str, Claim], told: Mapping[str, Claim]
) -> tuple[str, ...]:
    """What is asked of a child, where the answer may change what is said: of views beside the
    record's own only where there may be any."""
    if child in reading.home.unnamed:
        asked: tuple[str, ...] = (OWN, OF_VIEWS)
    else:
        may = reading.names(child) and (child in told or reading.is_told_of(child))
        asked = (OTHER, OF_VIEWS) if may else (OTHER,)
    standing = {OWN: said, OTHER: said, OF_VIEWS: told}
    return tuple(of for of in asked if _is_open(reading, child, standing[of].get(child)))


def _is_open(reading: Reading, child: str, claim: Claim | None) -> bool:
    """Whether a second opinion may change what is said of a child."""
    if claim is None:
        return not _only_doubts(reading, child) or _of_nobody(reading, child)
    return not _stands(claim, SeenValue.SEEN_ALONE)


def _only_doubts(reading: Reading, child: str) -> bool:
    """Whether a child is one whom nothing names, in a record that is no child's own."""
    return not reading.home.unnamed and not reading.names(child)


def _of_nobody(reading: Reading, child: str) -> bool:
    """Whether it is the child's household's record and speaks of no child: "Nobody in"."""
    scene = reading.scene
    if child not in reading.home.household or any(m.kind == CHILD for m in scene.mentions):
        return False
    return not _NOT_AT_THE_DOOR.search(scene.words.text)


_NOT_AT_THE_DOOR = re.compile(
    r"\baccess to (?:the|her|his|a|any)\b|^\W*no (?:reply|answer|ans|response)\W*$", re.I
)
"""No access to the loft or the boiler; and an answer may have been waited for on the telephone."""


def _may_rest_on_words(reading: Reading, held: Opinion, child: str, of: str, value: str) -> bool:
    """Whether a value of who was seen may be said that no rule bears out."""
    if not boxes.allowed(reading.scene, reading.boxes, child, value):
        return False
    if not reading.names(child) and _may_be_of_a_part(reading):
        return False
    if not reading.speaks_of(child) and groups.of_unknown_twins(reading.scene.words, reading.home):
        return False
    if value in SIGHTED:
        if not reading.speaks_of(child) and groups.counts_fewer(reading.scene.words, reading.home):
            return False  # "All three children seen" of four: which, nobody says
        return reading.length >= _FEWEST_WORDS  # "Visit 12" is too little
    likelier = held.chances[of][value] > held.chances[of]["not_recorded"]
    return likelier and may_be_unseen(reading.scene)


def _denies_no_sight(reading: Reading, held: Opinion, child: str, of: str) -> bool:
    """Whether all that a narrative denies of the record's own child, or the sentence that speaks
    most of a child, is what was found or that a thing was seen."""
    from chronology.seen.learnt import opinion  # late, as above

    if not tells_what_was_found(reading.scene):
        return False
    if child in reading.home.unnamed and only_what_was_found(reading.scene):
        return True
    sentence = opinion.speaks_most(held, of, SeenValue.NOT_SEEN)
    return only_what_was_found(reading.scene, sentence)


def _may_be_of_a_part(reading: Reading) -> bool:
    """Whether children whom nothing names may be of those told of: "Two of the children seen", but
    not "Two of the five seen (Ruby, Ned). The rest out"."""
    counts = partly.counts(reading.scene.words, len(reading.home.born))
    sighted = [child for child in reading.said if reading.said[child].value in SIGHTED]
    return bool(counts) and len(sighted) != max(counts)


def _anothers_words(reading: Reading, child: str, sentence: int) -> bool:
    """Whether a sentence names another child who says something, and nothing names this one."""
    if reading.names(child):
        return False
    here = reading.scene.words.within(sentence)
    named = {c for m in spoken_of(reading.scene, sentence) for c in m.children}
    return any(
        c.value == ViewsValue.RECORDED and c.child in named and c.first in here
        for c in reading.heard
    )


def _named_by_who_speaks(reading: Reading, child: str, sentence: int) -> bool:
    """Whether a sentence names the child in what somebody else says: "Told me she hits Mia"."""
    said = hits_in(reading.scene, sentence)
    return any(of_views.of_another(reading.scene, hit, child) for hit in said)


def _borne(child: str, value: str, claims: Sequence[Claim]) -> Claim | None:
    """The strongest claim of a value, of equals the last."""
    alike = [c for c in claims if c.child == child and c.value == value]
    return max(reversed(alike), key=lambda c: c.strength, default=None)


def _stands(current: Claim, value: str) -> bool:
    """Whether a claim is beyond doubt; of one who was present, alone may still be found."""
    present = current.rule == boxes.PRESENT and value == "seen_alone"
    return current.strength >= BEYOND_DOUBT and not (present or current.rule == _UNSEEN)


def _resting_on(scene: Scene, child: str, value: str, sentence: int) -> Claim:
    """A value that rests on the words of a sentence and on no rule."""
    here = scene.words.within(sentence) or range(1)
    if len(here) > 1 and scene.words.low[here[-1]] == "\n":
        here = here[:-1]  # the end of a line is no word to quote
    hit = Hit(_WEIGHED, here.start, here.stop)
    why = _whereabouts(scene, sentence) if value == SeenValue.NOT_SEEN else ""
    return Claim(child, value, 1, here.start, here.stop, _WEIGHED.name, hit, reason=why)


def _whereabouts(scene: Scene, sentence: int) -> str:
    """Why a child was not seen, where the first words of the sentence that give a reason say where
    the child was or that nobody knew: what failed a contact (no access, refused) rules alone say.
    """
    here = hits_in(scene, sentence)
    reason = next((h.rule.reason for h in here if h.rule.reason not in ("", "other")), "")
    return reason if reason in _WHEREABOUTS else ""


_WHEREABOUTS = frozenset(["elsewhere", "missing"])
