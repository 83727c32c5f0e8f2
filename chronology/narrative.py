"""Free text -> seen and views for each child, with the very words that say so.

The reading is a proposal for a person to confirm: its basis is `narrative`, and it never replaces
what an agency stated. The cues stand in the data files of `chronology/seen`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chronology.model import DECEASED, SIGHTED, Basis, Child, Seen, SeenValue, Views, ViewsValue
from chronology.seen import boxes, groups, partly, roles
from chronology.seen import views as of_views
from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.cues import Hit, Own, Rule
from chronology.seen.guards import Guards, about_another, may_be_unseen, tells_of_no_harm
from chronology.seen.mention import CHILD, PROFESSIONAL
from chronology.seen.places import Places, Span
from chronology.seen.reading import Reading, that_stands
from chronology.seen.scene import Scene
from chronology.seen.tokens import OF_VIEWS, OTHER, OWN, Tokens
from chronology.seen.unknown import only_as_a_strangers, only_what_was_found

if TYPE_CHECKING:
    from chronology.seen.opinion import Opinion

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
    return _told(reading, lambda part: Reading(*asked, part=part))


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
    own = Reading(text, children, subject, unborn, "child", cues, grown, on, like=reading.scene)
    said, told = dict(own.said), dict(own.told)
    if own.home.unnamed:
        second_opinion(own, said, told)
    guard(own, said, told)
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
    before = _values(reading, found)
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
    dead = guard(reading, said, told)
    place = Places(scene)
    manners = {c.child: c.manner for c in reading.sighted if c.manner}
    return Observation(
        seen={**{c: Seen() for c in unborn},
              **{c: _seen(scene, said.get(c), place, manners.get(c, "")) for c in home.born},
              **{c: Seen(reason=DECEASED) for c in dead if c not in said}},
        views={**{c: Views() for c in unborn},
               **{c: _views(scene, told.get(c), place) for c in home.born}},
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


_FEWEST = 2
WEIGHED = "weighed-words"
"""The rule's name where no rule bears a value out."""


def second_opinion(reading: Reading, said: dict[str, Claim], told: dict[str, Claim]) -> None:
    """Let weights and networks confirm, correct or set aside what the rules say of each child."""
    asked = {child: _asked(reading, child, said, told) for child in reading.home.born}
    born = [child for child, questions in asked.items() if questions]
    if not born:
        return
    from chronology.seen import opinion  # numpy takes a tenth of a second to load

    alike: dict[str, list[str]] = {}
    for child in born:  # those of whom nothing is told are as one
        alike.setdefault(child if reading.speaks_of(child) else "", []).append(child)
    rows = [reading.tokens(children[0]) for children in alike.values()]
    questions = [asked[children[0]] for children in alike.values()]
    spoken_of = [bool(named and reading.home.unnamed) for named in alike]
    every = opinion.opinions(rows, questions, spoken_of)
    for children, held, sure in zip(alike.values(), every, spoken_of, strict=True):
        for child, of in ((child, of) for child in children for of in held.chances):
            views = of == OF_VIEWS
            claims, standing = (reading.heard, told) if views else (reading.sighted, said)
            value, current = opinion.likely(of, held.chances[of], sure), standing.get(child)
            if value == "seen_alone" and any(child in box.not_alone for box in reading.boxes):
                value = "seen"
            if current and (_stands(current, value) or current.value == value):
                continue
            if views and value != "not_recorded" and not reading.is_told_of(child):
                continue  # learnt from children's own records: of others beside them it only doubts
            standing.pop(child, None)
            out = _of_nobody(reading, child) and opinion.surely_out(held.chances[of])
            if _only_doubts(reading, child) and not out:
                continue
            claim = _borne(child, value, claims)
            if not (claim or views or _may_rest_on_words(reading, held, child, of, value)):
                continue
            if claim is None and value != "not_recorded":
                sentence = opinion.speaks_most(held, of, value)
                if views and _anothers_words(reading, child, sentence):
                    continue
                if value == SeenValue.NOT_SEEN and tells_of_no_harm(reading.scene, sentence):
                    continue
                claim = _resting_on(reading.scene, child, value, sentence)
            if claim:
                standing[child] = claim


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


def guard(reading: Reading, said: dict[str, Claim], told: dict[str, Claim]) -> Collection[str]:
    """Take back what plain rules forbid to say (guards.py), and give the children of whose death
    they read; the surest claim of the same value that they allow stands in its place."""
    guards = Guards(reading.scene)
    for child in [*told]:
        if about_another(reading.scene, child) or only_as_a_strangers(reading.scene, child):
            del told[child]
    for child, claim in [*said.items()]:
        if not guards.allow(claim):
            del said[child]
            others = (c for c in reading.sighted if c.child == child and guards.allow(c))
            alike = [c for c in others if c.value == claim.value]
            if other := that_stands(alike):
                said[child] = other
    return guards.dead


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
    if value in SIGHTED:
        if not reading.speaks_of(child) and groups.counts_fewer(reading.scene.words, reading.home):
            return False  # "All three children seen" of four: which, nobody says
        return reading.spoken >= _FEWEST  # "Visit 12" is too little
    if value == SeenValue.NOT_SEEN and not may_be_unseen(reading.scene):
        return False
    own = child in reading.home.unnamed
    if value == SeenValue.NOT_SEEN and own and only_what_was_found(reading.scene):
        return False
    likelier = held.chances[of][value] > held.chances[of]["not_recorded"]
    return value != SeenValue.NOT_SEEN or likelier


def _may_be_of_a_part(reading: Reading) -> bool:
    """Whether children whom nothing names may be of those told of: "Two of the children seen", but
    not "Two of the five seen (Ruby, Ned). The rest out"."""
    counts = partly.counts(reading.scene.words, len(reading.home.born))
    sighted = [child for child in reading.said if reading.said[child].value in SIGHTED]
    return bool(counts) and len(sighted) != max(counts)


def _anothers_words(reading: Reading, child: str, sentence: int) -> bool:
    """Whether a sentence names another child who says something, and nothing names this one."""
    at, mentions = reading.scene.words.sentence, reading.scene.mentions
    if reading.names(child):
        return False
    named = {c for m in mentions if at[m.first] == sentence for c in m.children}
    return any(
        c.value == ViewsValue.RECORDED and c.child in named and at[c.first] == sentence
        for c in reading.heard
    )


def _borne(child: str, value: str, claims: Sequence[Claim]) -> Claim | None:
    """The strongest claim of a value, of equals the last."""
    alike = [c for c in claims if c.child == child and c.value == value]
    return max(reversed(alike), key=lambda c: c.strength, default=None)


def _stands(current: Claim, value: str) -> bool:
    """Whether a claim is beyond doubt; of one who was present, alone may still be found."""
    present = current.rule == boxes.PRESENT and value == "seen_alone"
    return current.strength >= BEYOND_DOUBT and not present


def _resting_on(scene: Scene, child: str, value: str, sentence: int) -> Claim:
    """A value that rests on the words of a sentence and on no rule."""
    at = [i for i, s in enumerate(scene.words.sentence) if s == sentence] or [0]
    hit = Hit(_WEIGHED, at[0], at[-1] + 1)
    return Claim(child, value, 1, at[0], at[-1] + 1, WEIGHED, hit)


_WEIGHED = Rule(name=WEIGHED, says="")


def _seen(scene: Scene, claim: Claim | None, place: Places, manner: str) -> Seen:
    if claim is None:
        return Seen()
    value = SeenValue(claim.value)
    start, end = place(claim)
    sighted = value != SeenValue.NOT_SEEN
    return Seen(
        value=value,
        basis=Basis.NARRATIVE,
        evidence=scene.words.text[start:end],
        manner=(claim.manner or manner or "in_person") if sighted else "",
        by=_by(scene, claim) if sighted else "",
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
    carer = any(word.lower() in _CARERS for word in words)
    return f"carer: {name}" if carer else name


def _views(scene: Scene, claim: Claim | None, place: Places) -> Views:
    if claim is None:
        return Views()
    start, end = place(claim)
    return Views(
        value=ViewsValue(claim.value),
        basis=Basis.NARRATIVE,
        evidence=scene.words.text[start:end],
        readings={Basis.NARRATIVE: claim.value},
    )
