"""What may not be said of a child whatever cues, weights and networks hold: plain rules.

Which rules are asked of which claims stands in one table below; those that are not here are in
deaths.py, facts.py, grown_patient.py, history.py, no_absence.py, things.py, unknown.py,
what_was_told.py and whose_sight.py.

namesake  "Nurse Mia Brook", "the dog Theo", "Aunt Rose": somebody else with a child's first name
taken     "Mia at nan's. Taken to hospital.": by whom is not said, and relatives had the child
camera    "Mia seen on CCTV", "on Snapchat": nobody saw the child in person
kin       "Theo's sister Lily seen": that is nothing about Theo
two       "Mia and Theo booked in. Neither came", "both ate": that is nothing about Rose
another   "Ruby, 7, recurrent cough." in Theo's record: what names no Theo is not about him

The phrases stand in guards.toml, single words in grammar.toml.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import pairwise

from chronology.model import SeenValue
from chronology.seen.claims import roles
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.claims.sight import past_forms
from chronology.seen.corrections import facts, no_absence, things, what_was_told, whose_sight
from chronology.seen.corrections.deaths import Deaths
from chronology.seen.corrections.grown_patient import left_unseen, of_a_grown_patient
from chronology.seen.corrections.history import is_of_another_time, is_of_the_contact_before
from chronology.seen.corrections.unknown import only_as_a_strangers
from chronology.seen.scene import Scene, any_mark, guard_words, spoken_of
from chronology.seen.who.mention import ARTICLES, CHILD, STRANGER, Mention
from chronology.seen.who.people import begins_a_thing
from chronology.seen.who.sexes import may_be, sex_of
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.tables import overlap

_POSTS = grammar("posts")
_SPEAKS = grammar("speaks")
_NOT_KIN = grammar("namesakes")
_RELATIVES = grammar("relatives_have")
_CAMERAS = grammar("cameras")


class Guards:
    """The plain rules over one narrative: whether a claim may stand."""

    __slots__ = ("_on", "_scene", "deaths")

    def __init__(self, scene: Scene, on: dt.date | None = None) -> None:
        self._scene, self._on, self.deaths = scene, on, Deaths(scene)

    def allow(self, claim: Claim) -> bool:
        """Whether nothing plain speaks against a claim."""
        scene, unseen = self._scene, claim.value == SeenValue.NOT_SEEN
        if self.deaths.forbid(claim) or only_as_a_strangers(scene, claim.child):
            return False
        asked = _OF_ABSENCE if unseen else _OF_SIGHT
        if claim.strength < BEYOND_DOUBT:
            past = not unseen and is_of_another_time(scene, claim, self._on)
            if past or about_another(scene, claim.child):
                return False
            asked += _OF_DOUBTFUL_ABSENCE if unseen else _OF_DOUBTFUL_SIGHT
        if not claim.hit.rule.says:
            asked += _OF_WEIGHED_ABSENCE if unseen else _OF_WEIGHED_SIGHT
        return not any(against(scene, claim) for against in asked)


def _of_namesake(scene: Scene, claim: Claim) -> bool:
    """Whether its sentence speaks of the child only by a name that is somebody else's there."""
    here = spoken_of(scene, scene.words.sentence[claim.first])
    named = [m for m in here if m.kind == CHILD and claim.child in m.children]
    return bool(named) and all(_is_namesake(scene, mention) for mention in named)


def _is_namesake(scene: Scene, mention: Mention) -> bool:
    """ "Aunt Rose", but not "walked the dog Theo said"; after a post only with a surname, for "SW,
    Mia and mum" may lack its commas."""
    low, raw = scene.words.low, scene.words.raw
    before = low[mention.first - 1] if mention.first else ""
    if before in _NOT_KIN:
        ends = scene.words.within(scene.words.sentence[mention.first]).stop
        return _SPEAKS.isdisjoint(low[mention.last : ends])
    surname = raw[mention.last] if mention.last < len(raw) else ""
    return before in _POSTS and surname.istitle() and surname.isalpha()


def _taken_by_relatives(scene: Scene, claim: Claim) -> bool:
    """Whether somebody who is not named took the child, who was with relatives just before."""
    if claim.hit.rule.of != "taken":
        return False
    if roles.agent(scene, claim.hit) is not None or any_mark(scene, "visit", "appointment"):
        return False
    low, sentence = scene.words.low, scene.words.sentence
    return any(
        hit.rule.says == "elsewhere"
        and 0 <= sentence[claim.hit.first] - sentence[hit.first] <= 1
        and hit.first < claim.hit.first
        and not _RELATIVES.isdisjoint(low[hit.first : hit.last])
        for hit in scene.hits
    )


def _on_camera(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting was one on a camera or a telephone, told in its own clause."""
    low, clause = scene.words.low, scene.words.clause
    here = set(clause[claim.hit.first : claim.hit.last])
    return any(
        word in _CAMERAS and clause[at] in here and "on" in low[max(0, at - 2) : at]
        for at, word in enumerate(low)
    )


def _of_kin(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting is of a child of whom only a brother, sister, cousin or friend is spoken,
    in a record that is not the child's own."""
    if claim.child in scene.home.unnamed:
        return False
    low = scene.words.low
    named = [m for m in scene.mentions if claim.child in m.children]
    return bool(named) and all(
        m.owner and not _KIN.isdisjoint(low[m.last : m.last + 3]) for m in named
    )


def _of_two_others(scene: Scene, claim: Claim) -> bool:
    """ "Mia and Theo booked in. Neither came", "both came", "both older children seen. Theo 31kg,
    Mia 22kg": of those two of several, and of nobody of whom the entry does not speak."""
    hit, low, mentions = claim.hit, scene.words.low, scene.mentions
    word = "neither" if claim.value == SeenValue.NOT_SEEN else "both"
    at = next((i for i in range(hit.first, hit.last) if low[i] == word), -1)
    if word == "both":
        of_it = [m for m in mentions if claim.child in m.children]
        bare = at >= 0 and (low[at + 1] in _AFTER_BOTH or low[at + 1] in past_forms())
        grouped = of_it and all("both" in low[max(0, m.first - 1) : m.first + 1] for m in of_it)
        at = len(low) if grouped or (bare and not of_it) else -1
    named = {c for m in mentions if m.named and m.last <= at for c in m.children}
    return len(named) == _TWO and claim.child not in named


def _of_another_it_leads_with(scene: Scene, claim: Claim) -> bool:
    """ "Ruby's 2 year review. Walking well. Girls in school.": who walks is Ruby, whoever else the
    entry goes on to tell of."""
    child, mentions = claim.child, scene.mentions
    if child not in scene.home.unnamed or any(m.named and child in m.children for m in mentions):
        return False
    here = sentence_of(scene, claim)
    if any(child in m.children for m in spoken_of(scene, here)):
        return False
    if not _SEVERAL.isdisjoint(scene.words.said_in(here)):
        return False
    named = next((m for m in mentions if m.kind == CHILD and m.children), None)
    if named is None or not named.named or named.mixed:
        return False
    return _leads(scene, named) and not _came_with(scene, named)


_AFTER_BOTH = grammar("after_both")
_TWO = 2
_KIN = grammar("kin_or_friend")
_SEVERAL = grammar("several")
_CAME = grammar("came")


_Guards = tuple[Callable[[Scene, Claim], bool], ...]
_OF_SIGHT: _Guards = (
    _of_namesake, _taken_by_relatives, _on_camera, _of_two_others, facts.of_the_others,
    facts.a_thing_brought, facts.a_thing_taken, facts.a_thing_looked_at,
)  # fmt: skip
"""What speaks against a sighting, however sure ..."""
_OF_DOUBTFUL_SIGHT: _Guards = (
    facts.by_an_outsider, facts.found_by_kin, facts.both_are_grown, facts.of_placing_or_papers,
    things.of_their_things, things.of_an_in_law, things.only_wanted, things.of_a_grown_person,
    things.of_getting_on, things.of_what_lies_about, facts.only_asked_about, facts.taken_by_kin,
    facts.only_heard,
    whose_sight.of_others_by_name, whose_sight.found_alone, whose_sight.alone_as_told,
    whose_sight.as_told, what_was_told.in_a_call, what_was_told.to_a_call_handler,
    what_was_told.in_a_notice, what_was_told.while_in_school,
    whose_sight.with_everyone, _of_another_it_leads_with, of_a_grown_patient,
)  # fmt: skip
"""... where it is not beyond doubt ..."""
_OF_WEIGHED_SIGHT: _Guards = (
    facts.listed, facts.planned, facts.of_anothers_child, facts.only_open_to, facts.of_attendance,
    facts.only_not_spoken_to, facts.only_last_seen, facts.only_told_of, facts.not_said,
    facts.of_one_not_here, things.met_a_relative, _of_kin, things.a_mothers_figure,
)  # fmt: skip
"""... and where no rule bears it out: such a rule says nothing."""
_OF_ABSENCE: _Guards = (
    _of_two_others, no_absence.is_of_a_thing, no_absence.is_how_it_was, no_absence.is_a_visit_there,
)  # fmt: skip
_OF_DOUBTFUL_ABSENCE: _Guards = (
    is_of_the_contact_before, whose_sight.of_others_by_name, whose_sight.as_usual,
    no_absence.is_a_grown_persons, no_absence.is_of_one_named, no_absence.is_of_no_visit,
    left_unseen, what_was_told.absent_in_a_call,
)  # fmt: skip
_OF_WEIGHED_ABSENCE: _Guards = (
    things.met_a_relative, no_absence.is_beside_an_empty_thing, no_absence.is_a_services_own,
)  # fmt: skip
"""The same of absences."""


def about_another(scene: Scene, child: str) -> bool:
    """Whether an entry in a child's record is about another child: it names one in its first
    sentence, or begins the second so after a heading, and nothing in it may mean this one."""
    return about_whom(scene, child) is not None


def about_whom(scene: Scene, child: str) -> Mention | None:
    """The mention of the other child whom such an entry is about."""
    mentions = scene.mentions
    if child not in scene.home.unnamed:
        return None
    if any(child in m.children and not _tells_whose(scene, m) for m in mentions):
        return None
    home, low = scene.home, scene.words.low
    named = next(
        (m for m in mentions
         if (m.kind == CHILD and m.named)
         or (m.kind == STRANGER and not may_be(home, child, sex_of(low[m.last - 1])))),
        None,
    )  # fmt: skip
    if named is None or not _leads(scene, named) or _came_with(scene, named):
        return None
    called = _before_their_names(low, mentions) | _in_others(mentions)
    called |= {m.first for m in mentions if m.children and low[m.first] == "child"}
    more = any(
        word in _SEVERAL and at not in called and may_be(home, child, sex_of(word))
        and not begins_a_thing(scene.words, at) and low[at - 1 : at + 1] != [":", "none"]
        for at, word in enumerate(low)
    )  # fmt: skip
    return None if more else named


def _tells_whose(scene: Scene, mention: Mention) -> bool:
    """ "Ruby, sister of Theo", "Theo's sister Ruby": that tells who she is."""
    low, at = scene.words.low, mention.first
    of_it = low[at - 1 : at] == ["of"] and low[at - 2] in _KIN
    return of_it or (mention.owner and not _KIN.isdisjoint(low[mention.last : mention.last + 2]))


def _in_others(mentions: Sequence[Mention]) -> set[int]:
    """The words of the names of others, "Sib 2", and of strangers, "two older boys"."""
    theirs = [m for m in mentions if (m.kind == CHILD and m.named) or m.kind == STRANGER]
    return {at for m in theirs for at in range(m.first - (m.kind == STRANGER), m.last)}


def _before_their_names(low: Sequence[str], mentions: Sequence[Mention]) -> set[int]:
    """Where "baby" stands in "Baby Finn" or "the baby, Finn,": that name says who it is."""
    return {
        one.last - 1
        for one, name in pairwise(mentions)
        if name.named and one.children == name.children and name.first - one.last <= 1
        and low[one.last - 1] in _ITSELF
    }  # fmt: skip


_ON_A_FORM = grammar("box_of_one")
_ITSELF = frozenset(["baby", "boy", "child", "girl"])


def _leads(scene: Scene, named: Mention) -> bool:
    """ "Accident record no 41. Ruby trod on ...": what stands before it tells of nothing."""
    sentence, low, at = scene.words.sentence, scene.words.low, named.first
    if low[at - 1 : at] == [":"] and low[at - 2] in _ON_A_FORM:
        return True
    if sentence[at] != 1:
        return not sentence[at]
    begins = scene.words.within(1).start
    of_it = (m for m in scene.mentions if m.children == named.children)
    own = {i for m in of_it for i in range(m.first, m.last)}
    before = (i for i in range(begins, at) if low[i].isalpha())
    headings = guard_words(scene).of("work-of-a-clinic", 0)
    return own.issuperset(before) and not any(
        hit.first < at and not any(overlap(hit, heading) for heading in headings)
        for hit in scene.hits
    )


def _came_with(scene: Scene, named: Mention) -> bool:
    """ "Attended with Ruby", "Seen by HV with Ruby", whoever was, and "Seen, Ruby also there"; but
    "met with Ruby", "called to Ruby"."""
    low, at = scene.words.low, named.first
    begins = low[scene.words.within(scene.words.sentence[at]).start] in _CAME
    while low[at - 1 : at] and low[at - 1] in ARTICLES:
        at -= 1
    if low[at - 1 : at] != ["with"]:
        return begins and low[named.last : named.last + 1] == ["also"]
    return begins or not _CAME.isdisjoint(low[max(0, at - 3) : at - 1])
