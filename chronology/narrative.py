"""Free text -> seen and views for each child, with the very words that say so.

The reading is a proposal for a person to confirm: its basis is `narrative`, and it never replaces
what an agency stated. The cues stand in the data files of `chronology/seen`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.model import DECEASED, SIGHTED, Basis, Child, Seen, SeenValue, Views, ViewsValue
from chronology.seen.claims import roles
from chronology.seen.claims import views as of_views
from chronology.seen.claims.claim import Claim
from chronology.seen.claims.places import Places, Span
from chronology.seen.corrections.another_day import go_by_its_own_day
from chronology.seen.corrections.apart import tell_apart
from chronology.seen.corrections.company import tell_company
from chronology.seen.corrections.excepted import leave_out
from chronology.seen.corrections.facts import nobody_could_ask, only_asked_about
from chronology.seen.corrections.grown_patient import of_a_grown_patient
from chronology.seen.corrections.guards import Guards, about_another, about_whom
from chronology.seen.corrections.history import is_of_the_contact_before
from chronology.seen.corrections.manner import manners
from chronology.seen.corrections.no_absence import may_stand_for
from chronology.seen.corrections.taken_up import answered, only_a_thing_declined, taken_up
from chronology.seen.corrections.things import of_a_calm_place
from chronology.seen.corrections.unknown import only_as_a_strangers
from chronology.seen.corrections.what_was_told import behaved_in_a_call, told_to_who_rang
from chronology.seen.corrections.whose_sight import alone_as_told, asks_itself, found_alone
from chronology.seen.learnt.tokens import Tokens
from chronology.seen.reading import Reading, that_stands
from chronology.seen.scene import Scene
from chronology.seen.second_opinion import WEIGHED, second_opinion
from chronology.seen.who import partly
from chronology.seen.who.mention import PROFESSIONAL
from chronology.seen.wording.cues import Own

_SEEN_ORDER = (SeenValue.SEEN_ALONE, SeenValue.SEEN, SeenValue.NOT_SEEN, SeenValue.NOT_RECORDED)
_CARERS = ("foster", "carer", "carers", "fc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What a narrative says of each child, where it says so, and by which rule."""

    seen: Mapping[str, Seen]
    views: Mapping[str, Views]
    spans: Mapping[str, Span]
    """By child: the characters of the narrative on which the seen value rests."""
    rules: Mapping[str, str]
    views_rules: Mapping[str, str]
    relayed: Mapping[str, Span]
    """By child: words of the child that are known only through another adult."""

    def overall(self, child: str | None = None) -> SeenValue:
        """The seen value of one child, or the best over all children."""
        if child is not None:
            return self.seen[child].value if child in self.seen else SeenValue.NOT_RECORDED
        values = {seen.value for seen in self.seen.values()}
        return next((v for v in _SEEN_ORDER if v in values), SeenValue.NOT_RECORDED)


def read_narrative(
    text: str,
    *,
    children: Sequence[Child | str],
    subject: str,
    unborn: Sequence[str] = (),
    record_of: str = "child",
    cues: Own = (),
    grown: Sequence[str] = (),
    on: dt.date | None = None,
) -> Observation:
    """Read one entry's narrative; `subject` is the child whom an unnamed act is about.

    Only a child's own record (`record_of`) supplies an unnamed subject. An unborn child is never
    seen. `cues` are an organisation's own phrases by rule name; `grown` are the names of the case's
    grown people, which are then no child's name cut short; `on` is the day of the entry, by which
    "the 3 yr old" is the child of that age. No text raises.
    """
    asked = (text, children, subject, unborn, record_of, cues, grown, on)
    reading = Reading(*asked)
    found = _told(reading, lambda part: Reading(*asked, part=part))
    whom = about_whom(reading.scene, subject)
    alone = whom and len(whom.children) == 1 and not whom.beside  # not "Bitten by Ruby"
    other = whom.children[0] if whom and alone else ""
    if not other or found.seen[other].value != SeenValue.NOT_RECORDED:
        return found
    asked = (text, children, other, unborn, record_of, cues, grown, on)
    return _with_the_other(found, _observed(Reading(*asked, like=reading)), other)


def _with_the_other(found: Observation, told: Observation, other: str) -> Observation:
    """What is read of an entry that is about another child, with what it says of that one without
    the name, "Ruby 8F. Backslab. Home.": what a rule bears out in that child's own record."""
    if told.rules.get(other, WEIGHED) == WEIGHED:
        return found
    return replace(
        found,
        seen={**found.seen, other: told.seen[other]},
        spans={**found.spans, other: told.spans[other]},
        rules={**found.rules, other: told.rules[other]},
    )


def read_undeclared(
    text: str,
    *,
    children: Sequence[Child | str],
    subject: str,
    unborn: Sequence[str] = (),
    cues: Own = (),
    grown: Sequence[str] = (),
    on: dt.date | None = None,
) -> tuple[Observation, bool]:
    """As `read_narrative` where nobody says whose record it is, and whether that made a difference:
    a child's own record would have been read otherwise of who was seen."""
    asked = (text, children, subject, unborn, "undeclared", cues, grown, on)
    reading = Reading(*asked)
    # Of several children whom the review is about it may be anyone's: one stands for all.
    labels = [c if isinstance(c, str) else c.label for c in children]
    one = subject or next((label for label in labels if label not in unborn), "")
    own = Reading(text, children, one, unborn, "child", cues, grown, on, like=reading)
    said, told = dict(own.said), dict(own.told)
    if own.home.unnamed:
        second_opinion(own, said, told)
    _guard(own, said, told)
    found = _told(reading, lambda part: Reading(*asked, part=part))
    values = {c: said[c].value if c in said else SeenValue.NOT_RECORDED for c in own.home.born}
    return found, any(found.seen[child].value != value for child, value in values.items())


def _told(reading: Reading, again: Callable[[tuple[str, ...]], Reading]) -> Observation:
    """What is read; `again` reads with whom "two of the children" are, where what is said of the
    others tells that."""
    found = _observed(reading)
    counts = partly.numbers(reading.scene.words, len(reading.home.born))
    if len(counts) != 1:
        return found
    firsts = [found]
    if any(partly.by_order(reading.scene.words)):
        firsts.append(_observed(again(partly.NOBODY)))
    for first in firsts:
        before = _values(reading, first)
        for rest in partly.rests(counts[0], before):
            told = _observed(again(rest))
            if partly.bears_out(rest, before, _values(reading, told)):
                return told
    return found


def _values(reading: Reading, found: Observation) -> dict[str, SeenValue]:
    return {child: found.seen[child].value for child in reading.home.born}


def _observed(reading: Reading) -> Observation:
    scene, home, unborn = reading.scene, reading.home, reading.unborn
    said, told = dict(reading.said), dict(reading.told)
    second_opinion(reading, said, told)
    dead = _guard(reading, said, told)
    place, how = Places(scene), manners(scene, said, reading.sighted)
    return Observation(
        seen={**{c: Seen() for c in unborn},
              **{c: _seen(reading, said.get(c), place, how.get(c, "")) for c in home.born},
              **{c: Seen(reason=DECEASED) for c in dead if c not in said}},
        views={**{c: Views() for c in unborn},
               **{c: _views(reading, told.get(c), place) for c in home.born}},
        spans={c: place(claim) for c, claim in said.items()},
        rules={c: claim.rule for c, claim in said.items()},
        views_rules={c: claim.rule for c, claim in told.items()},
        relayed={c.child: place(c) for c in reading.heard if c.value == of_views.RELAYED},
    )  # fmt: skip


def tokens_of(
    text: str, children: Sequence[Child | str], subject: str, unborn: Sequence[str] = (),
    record_of: str = "child",
) -> dict[str, Tokens]:  # fmt: skip
    """What weights and networks read of each child; evaluation/ learns from it."""
    reading = Reading(text, children, subject, unborn, record_of)
    return {c: reading.tokens(c) for c in reading.home.born}


def _guard(reading: Reading, said: dict[str, Claim], told: dict[str, Claim]) -> Collection[str]:
    """Take back what plain rules forbid to say (guards.py), and give the children of whose death
    they read; the surest claim of the same value that they allow stands in its place."""
    guards = Guards(reading.scene, reading.on)
    leave_out(reading.scene, said, reading.sighted)
    tell_apart(reading.scene, said, reading.sighted)
    go_by_its_own_day(reading.scene, said, reading.sighted)
    tell_company(reading.scene, said, reading.sighted)
    for child, claim in [*told.items()]:
        if own := answered(reading.scene, claim, reading.heard):
            told[child] = own
        elif not _may_be_heard(reading.scene, claim):
            del told[child]
            alike = (c for c in reading.heard if (c.child, c.value) == (child, claim.value))
            if other := next((c for c in alike if _may_be_heard(reading.scene, c)), None):
                told[child] = other
        elif claim.value == ViewsValue.SOUGHT and asks_itself(reading.scene, claim):
            told[child] = claim._replace(value=ViewsValue.RECORDED)
    for child, claim in [*said.items()]:
        if not guards.allow(claim):
            del said[child]
            others = [c for c in reading.sighted if c.child == child and guards.allow(c)]
            not_apart = alone_as_told(reading.scene, claim)
            others = [
                c
                for c in others
                if may_stand_for(reading.scene, claim, c) or (not_apart and c.value in SIGHTED)
            ]
            if other := that_stands(others):
                said[child] = other
            elif found_alone(reading.scene, claim) or not_apart:
                said[child] = claim._replace(value=SeenValue.SEEN)
    return guards.deaths.children


def _may_be_heard(scene: Scene, claim: Claim) -> bool:
    """Whether no plain rule speaks against what is read of a child's views."""
    if about_another(scene, claim.child) or only_as_a_strangers(scene, claim.child):
        return False
    return not any(against(scene, claim) for against in _AGAINST_VIEWS)


_AGAINST_VIEWS = (
    is_of_the_contact_before, nobody_could_ask, of_a_calm_place, only_asked_about,
    of_a_grown_patient, only_a_thing_declined, taken_up, told_to_who_rang, behaved_in_a_call,
)  # fmt: skip


def _seen(reading: Reading, claim: Claim | None, place: Places, manner: str) -> Seen:
    if claim is None:
        return Seen()
    value = SeenValue(claim.value)
    start, end = place(claim)
    sighted = value != SeenValue.NOT_SEEN
    return Seen(
        value=value,
        basis=Basis.NARRATIVE,
        evidence=reading.text[start:end],
        manner=manner,
        by=_by(reading.scene, claim) if sighted else "",
        reason="" if sighted else claim.reason,
        readings={Basis.NARRATIVE: value.value},
    )


def _by(scene: Scene, claim: Claim) -> str:
    """The professional who saw the child, as the text calls them; carers are marked as such."""
    doer = roles.agent(scene, claim.hit)
    if doer is None or doer.kind != PROFESSIONAL:
        return ""
    words = scene.words.raw[doer.first : doer.last]
    name = " ".join(words)
    if not any(word.lower() in _CARERS for word in words):
        return name
    # a carer who brings the child to a clinic is not the one who saw the child there
    hands_on = claim.rule == _EXAMINED and doer.last == claim.hit.first
    return f"carer: {name}" if hands_on or claim.rule == _SIGHT else ""


_SIGHT, _EXAMINED = "sight", "examined"


def _views(reading: Reading, claim: Claim | None, place: Places) -> Views:
    if claim is None:
        return Views()
    start, end = place(claim)
    return Views(
        value=ViewsValue(claim.value),
        basis=Basis.NARRATIVE,
        evidence=reading.text[start:end],
        readings={Basis.NARRATIVE: claim.value},
    )
