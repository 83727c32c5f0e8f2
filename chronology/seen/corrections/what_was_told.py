"""What was told in a call or a notice with which an entry opens: plain rules for the guards.

"TC to school. Theo in today, ate his lunch."    the school told it, and the writer saw nobody
"Email from foster carer. Mia settled."          the same
"Encompass received. Children asleep upstairs."  the police saw them then, or nobody did
"Theo told the call handler mum is hurt."        nobody had come to him yet
"Visit. Children in school."                     they were not where the visit was
"Gran phoned: Theo told her he is scared."       his words as she passes them on

But "text from mum. Theo tearful at the gate" is a school's own entry of its day.

The first three hold as long as nothing says that somebody went there, met the child or was with
the child: "Rang carers, no reply. Called round at 8, T in pyjamas". The words stand in guards.toml.
"""

from __future__ import annotations

from chronology.model import ViewsValue
from chronology.seen.claims.claim import Claim, sentence_of
from chronology.seen.claims.views import to_who_rang
from chronology.seen.scene import Scene, actor, guard_words, hits_in, marks
from chronology.seen.wording.cues import Hit, named
from chronology.seen.wording.tables import overlap


def in_a_call(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting is told after a call to somebody, or in a message, that opens the entry,
    and nobody is told to have gone there or met the child."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    call = _opens(scene, "opens-with-a-call")
    if call is None or scene.words.sentence[call.first] > here:
        return False
    if any(hit.first >= call.last for hit in table.of("was-there-too")):
        return False
    by_kin = not _KIN.isdisjoint(scene.words.low[call.first : call.last + 2])
    return not (by_kin and table.of("our-school-day", here))


_KIN = named("grown_kin") | {"parents"}


def behaved_in_a_call(scene: Scene, claim: Claim) -> bool:
    """The same of how a child behaved: "TC to nan. Theo tearful" is what nan saw."""
    return claim.value == ViewsValue.OBSERVED and in_a_call(scene, claim)


def to_a_call_handler(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting is of a child who rings for help, where neither that sentence nor one
    before it says that somebody came."""
    here = sentence_of(scene, claim)
    if not guard_words(scene).of("to-a-call-handler", here):
        return False
    met_us = {"us", "me"} & {scene.words.low[at] for at in scene.words.within(here)}
    return not met_us and not any(marks(scene, "visit", at) for at in range(here + 1))


def absent_in_a_call(scene: Scene, claim: Claim) -> bool:
    """The same of an absence that says where a child is: nobody called there. Who rings a school
    and hears that a child is absent or missing has heard of an absence."""
    return claim.rule in _WHEREABOUTS and in_a_call(scene, claim)


_WHEREABOUTS = frozenset(["elsewhere", "weighed-words", "would-not-come"])


def in_a_notice(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting is of the incident of which a notice tells that opens the entry."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    notice = _opens(scene, "opens-with-a-notice")
    if notice is None or not table.of("of-the-incident", here):
        return False
    opens = scene.words.sentence[notice.first]
    begins = scene.words.within(opens).stop if here > opens else notice.last
    ends = scene.words.within(here).stop
    own = (hit for hit in table.of("of-the-writers-day") if begins <= hit.first < ends)
    return opens <= here and not any(own)


def while_in_school(scene: Scene, claim: Claim) -> bool:
    """ "Visit. Children in school": said by a rule for a school's own day, or by none, where
    somebody called at the home."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    there = table.of("in-a-school", here)
    if not there or not table.of("at-the-home") or table.of("at-the-school"):
        return False
    if claim.hit.rule.says:
        return claim.rule in _AT_A_PLACE and any(overlap(claim.hit, hit) for hit in there)
    return all(any(overlap(hit, at) for at in there) for hit in hits_in(scene, here)
               if hit.rule.says in _MET)  # fmt: skip


_AT_A_PLACE = frozenset(["attended", "place-here", "present"])
_MET = frozenset(["seen", "contact", "observed", "speech"])


def _opens(scene: Scene, group: str) -> Hit | None:
    """The words of a group with which the entry opens."""
    return next(iter(guard_words(scene).leading(group, 0)), None)


def told_to_who_rang(scene: Scene, claim: Claim) -> bool:
    """ "Gran phoned: Theo told her he is scared": his words as gran passes them on, in whatever
    sentence they are thought to stand."""
    if claim.hit.rule.says or claim.value != ViewsValue.RECORDED:
        return False
    said = (h for h in hits_in(scene, sentence_of(scene, claim)) if h.rule.name == "child-says")
    return any(to_who_rang(scene, hit, actor(scene, hit.first)) for hit in said)
