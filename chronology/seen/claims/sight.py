"""Claims that a child was seen, and that the child was seen alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from chronology.model import SeenValue
from chronology.seen import scene as of_scene
from chronology.seen.claims import force, roles
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, claims
from chronology.seen.scene import Scene
from chronology.seen.who.mention import ADULT, CHILD, STRANGER, Mention
from chronology.seen.wording import cues
from chronology.seen.wording.cues import Hit, Rule
from chronology.seen.wording.forms import PAST, irregular
from chronology.seen.wording.grammar import grammar

_DENIED = Rule(name="sight-denied", says="not_seen", strength=2, reason="other")
_SPEAKS = Rule(name="speaks-here", says="seen", strength=1)
_BEHAVES = Rule(name="behaves-here", says="seen", strength=1)
_LISTED = Rule(name="listed-present", says="seen", strength=2)
_LIST_HEADS = grammar("list_heads")
_LIST_ENDS = grammar("list_ends")


def sightings(scene: Scene, heard: Sequence[Claim], behaved: Sequence[Claim]) -> list[Claim]:
    """Every sighting; a child who speaks or is observed face to face is seen."""
    found: list[Claim] = []
    for hit in scene.hits:
        if hit.rule.says in ("seen", "contact"):
            found += _sighting(scene, hit)
        elif hit.rule.says == "asked":
            found += _asked_here(scene, hit)
    for rule, told in ((_SPEAKS, heard), (_BEHAVES, behaved)):
        for claim in told:
            if _not_in_person(scene, claim.hit):
                continue
            if not force.elsewhere_told(scene, claim.hit) and not force.told(scene, claim.hit):
                found += claims(scene, claim.hit, None, (claim.child,), SeenValue.SEEN, rule=rule)
    found += _listed(scene)
    for mention in scene.mentions:
        found += _acts(scene, mention)
    return found


def _acts(scene: Scene, mention: Mention) -> Iterator[Claim]:
    """A child who does anything at all in the entry is before the one who writes it."""
    if mention.kind != CHILD or mention.owner or mention.beside or mention.negative:
        return
    at = _verb_after(scene, mention)
    if at < 0:
        return
    if scene.words.low[at] in _TOLD_OF and scene.words.low[at + 1 : at + 2] == ["by"]:
        return  # "Theo stated by mother to be at nan's"
    hit = Hit(_ACTS, at, at + 1, PAST)
    if of_scene.actor(scene, at) is not mention or mention.mixed or force.denied(scene, hit):
        return
    if force.elsewhere_told(scene, hit) or force.told(scene, hit):
        return
    yield from claims(scene, hit, mention, mention.children, SeenValue.SEEN)


def _verb_after(scene: Scene, mention: Mention) -> int:
    """Where a verb of doing stands straight after somebody, -1 where none does."""
    low = scene.words.low
    helped = False
    for at in range(mention.last, min(mention.last + 4, len(low))):
        word = low[at]
        if word in ("was", "were"):
            helped = True
        elif word == "wouldn't" or (word == "would" and low[at + 1 : at + 2] == ["not"]):
            return at
        elif word in cues.named("not_doing") or word in _LINKS:
            return -1
        elif (
            (word.endswith("ing") and helped and len(word) > 5)
            or (word.endswith("ed") and len(word) > 4 and not helped)
            or word in past_forms()
        ):
            return at
        elif not word.endswith("ly") and word not in _ADVERBS:
            return -1
    return -1


_NOT_THEN = frozenset(["not", "last"])
_TOLD_OF = frozenset(["said", "stated", "reported", "described", "alleged", "believed", "thought"])
_LINKS = grammar("links")
_ADVERBS = grammar("sight_adverbs")
_ACTS = Rule(name="acts-here", says="seen", strength=1)


@cache
def past_forms() -> frozenset[str]:
    """The past of every irregular verb that stands for something done."""
    return frozenset(word for past, _ in irregular().values() for word in past.split("/"))


def _not_in_person(scene: Scene, hit: Hit) -> bool:
    """What is written, or declined on paper, brings nobody before the one who reads it."""
    writing = cues.named("by_writing")
    if hit.rule.name != "childs-words-quoted":
        return scene.words.low[hit.first] in writing
    written = writing | cues.named("written_thing")
    return not written.isdisjoint(scene.words.before(hit.first))


def _sighting(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """A cue of sight or contact of which nothing takes the force; denied, it is an absence."""
    remote = hit.rule.manner == "remote"
    if force.planned(scene, hit) if remote else force.elsewhere_told(scene, hit):
        return
    if remote and not of_scene.any_mark(scene, "remote"):
        return
    if hit.rule.strength < BEYOND_DOUBT and force.told(scene, hit):
        return
    who, children = roles.target(scene, hit)
    if hit.rule.name in ("present", "at-home") and (who is None or _object(scene, who, hit)):
        return
    if not children or (hit.rule.of == "taken" and _by_a_relative(scene, hit)):
        return
    if (
        hit.rule.name == "at-home"
        and not of_scene.any_mark(scene, "visit")
        and (of_scene.any_mark(scene, "remote", "meeting", "appointment"))
    ):
        return
    if force.denied(scene, hit):
        if hit.rule.name == "sight":
            yield from claims(scene, hit, who, children, SeenValue.NOT_SEEN, rule=_DENIED)
        return
    yield from claims(scene, hit, who, children, SeenValue.SEEN)


def _object(scene: Scene, who: Mention, hit: Hit) -> bool:
    """ "pick him up", "gets Theo up": done to the child, wherever that was."""
    low = scene.words.low
    verb = low[who.first - 1] if who.first else ""
    return who.last == hit.first and (low[who.first] in ("him", "them") or verb in _CAUSES)


_CAUSES = grammar("causes")


def _by_a_relative(scene: Scene, hit: Hit) -> bool:
    doer = roles.agent(scene, hit)
    return doer is not None and doer.kind in (ADULT, STRANGER)


def _asked_here(scene: Scene, hit: Hit) -> Iterator[Claim]:
    if force.elsewhere_told(scene, hit) or force.told(scene, hit) or _by_a_relative(scene, hit):
        return
    who, children = roles.patient(scene, hit)
    if who:
        yield from claims(scene, hit, who, children, SeenValue.SEEN, rule=_SPEAKS)


def _listed(scene: Scene) -> Iterator[Claim]:
    """The children in a list of who was there: "Present: mum, Theo, Ruby."."""
    low, sentence = scene.words.low, scene.words.sentence
    for at, word in enumerate(low):
        if word != ":" or low[max(0, at - 1)] not in _LIST_HEADS:
            continue
        if low[max(0, at - 2)] in _NOT_THEN:
            continue
        end = next((i for i in range(at, len(low)) if low[i] in _LIST_ENDS
                    or sentence[i] != sentence[at]), len(low))  # fmt: skip
        for mention in scene.mentions:
            if at < mention.first < end and mention.kind == CHILD and not mention.owner:
                hit = Hit(_LISTED, at - 1, at + 1)
                yield from claims(scene, hit, mention, mention.children, SeenValue.SEEN)


def _owns(scene: Scene, hit: Hit) -> bool:
    """ "on his own mouth": a thing of one's own, not being on one's own."""
    low = scene.words.low
    if low[hit.last - 1] != "own" or hit.last >= len(low):
        return False
    following = low[hit.last]
    return following[0].isalpha() and following not in _AFTER_OWN


def _stayed(scene: Scene, hit: Hit) -> bool:
    """ "was asked to leave, and refused", "when he left ran to mum": an adult stayed."""
    words = scene.words
    if hit.rule.name != "adult-leaves":
        return False
    soon = range(hit.last, min(hit.last + 6, len(words.low)))
    ends = min(soon.stop, words.within(words.sentence[hit.first]).stop)
    ran_to = any(m.kind == ADULT and m.first in soon and words.low[m.first - 1] == "to"
                 and words.low[m.first - 2] in past_forms() for m in scene.mentions)  # fmt: skip
    return ran_to or not _WOULD_NOT.isdisjoint(words.low[hit.last : ends])


_WOULD_NOT = grammar("would_not_leave")
_AFTER_OWN = grammar("after_own")


def alone(scene: Scene, contacts: set[str]) -> Iterator[Claim]:
    """Children seen away from their family; only those whom the entry shows seen or heard."""
    for hit in scene.hits:
        if hit.rule.says != "alone":
            continue
        if force.elsewhere_told(scene, hit) or force.denied(scene, hit) or force.told(scene, hit):
            continue
        who = of_scene.inside(scene, hit)
        doer = of_scene.actor(scene, hit.first)
        if who is None and doer and doer.kind == CHILD:
            who = doer
        if who is None:
            who = of_scene.child_in_clause(scene, hit.first) or of_scene.child_in_sentence(
                scene, hit.first
            )
        if who is None and doer and doer.kind == ADULT and hit.rule.name == "alone":
            continue
        if (who and who.mixed) or _owns(scene, hit) or _stayed(scene, hit):
            continue
        who = who or of_scene.child_before(scene, hit.first)
        children = who.children if who else scene.home.unnamed
        children = tuple(c for c in children if c in contacts)
        yield from claims(scene, hit, who, children, SeenValue.SEEN_ALONE)
