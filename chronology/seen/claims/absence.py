"""Claims that a child was not seen: the record says so, and says why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronology.model import SeenValue
from chronology.seen.claims import force, roles
from chronology.seen.claims.claim import Claim, claims
from chronology.seen.scene import (
    Scene,
    actor,
    any_mark,
    child_in_clause,
    child_in_sentence,
    following,
    guard_words,
    inside,
    same_sentence,
    spoken_of,
)
from chronology.seen.who.mention import ADULT, ARTICLES, CHILD, PROFESSIONAL, Mention
from chronology.seen.wording.cues import Hit, Rule
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.tables import overlap

_MOTHERS_OWN = grammar("mothers_own")
_CARRYING = grammar("carrying")
_CLINIC = grammar("clinic")
_WEAK_ELSEWHERE = grammar("weak_elsewhere")
_NEITHER = Rule(name="neither", says="not_seen", reason="other")


def absences(scene: Scene, visited: bool) -> list[Claim]:
    """Every claim that a child was not seen; `visited`: somebody was seen in this entry."""
    found: list[Claim] = []
    for hit in scene.hits:
        if hit.rule.says == "not_seen":
            found += _absence(scene, hit)
        elif hit.rule.says == "elsewhere":
            found += _elsewhere(scene, hit, visited)
    found += _neither(scene)
    return found


def _absence(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """A cue of absence: not of a plan, papers or another time, and hearsay only of some rules."""
    if force.not_then(scene, hit) or _of_an_empty_thing(scene, hit):
        return
    of = hit.rule.of
    teller = force.told(scene, hit)
    own_word = hit.rule.name == "not-seen-said" and roles.opens_clause(scene, hit)
    if teller and not own_word and hit.rule.name not in ("missing", "not-seen-box", "not-there"):
        return
    if teller and hit.rule.name == "not-there" and not any_mark(scene, "visit"):
        return
    who: Mention | None = inside(scene, hit)
    children: tuple[str, ...] = who.children if who else ()
    if of == "own" and force.headed(scene) == "meeting":
        return
    if of == "household":
        if force.at_distance(scene, hit) or _antenatal(scene, hit):
            return
        if not children:
            who = child_in_clause(scene, hit.first)
            children = who.children if who else _household(scene, hit)
    elif of == "own":
        who, children = _own(scene, hit, who)
    elif of == "subject":
        who = who or _one_who_acts(scene, hit)
        children = who.children if who and who.kind == CHILD else ()
        if who is None and roles.opens_clause(scene, hit):
            children = scene.home.unnamed
    else:
        if force.at_distance(scene, hit):
            return
        if not children:
            who, children = roles.target(scene, hit) if of == "index" else _unseen(scene, hit)
    yield from claims(scene, hit, who, children, SeenValue.NOT_SEEN)


def _of_an_empty_thing(scene: Scene, hit: Hit) -> bool:
    """ "Fridge empty": no home is."""
    return any(overlap(hit, thing) for thing in guard_words(scene).of("thing-empty"))


def _one_who_acts(scene: Scene, hit: Hit) -> Mention | None:
    """Who acts; in a clause with a subject of its own ("bruise gone") nobody named before it."""
    who = actor(scene, hit.first)
    clause = scene.words.clause
    if who and clause[who.first] != clause[hit.first] and not roles.opens_clause(scene, hit):
        return None
    return who


def _unseen(scene: Scene, hit: Hit) -> tuple[Mention | None, tuple[str, ...]]:
    """Who was not seen: the child after the words, before them, or the record's own."""
    after = following(scene, hit)
    if after and after.kind == CHILD and not after.owner:
        return after, after.children
    if roles.thing_seen(scene, hit) or (after and after.owner) or _a_thing_follows(scene, hit):
        return None, ()
    if after and after.kind == ADULT and not after.beside and not after.owner:
        return None, ()
    who, children = roles.index(scene, hit)
    near = None if who else child_in_sentence(scene, hit.first)
    return (near, near.children) if near else (who, children)


def _a_thing_follows(scene: Scene, hit: Hit) -> bool:
    """Whether a thing was what was not seen: "did not see upstairs", "unable to see the beds"."""
    low, at = scene.words.low, hit.last
    while at < len(low) and (low[at] in ARTICLES or low[at] == "any"):
        at += 1
    return at < len(low) and low[at] in _THINGS


_THINGS = frozenset([
    "upstairs", "downstairs", "bedroom", "bedrooms", "room", "rooms", "house", "flat", "kitchen",
    "garden", "bed", "beds", "cot", "bruise", "bruises", "bruising", "injury", "injuries", "marks",
    "evidence", "sign", "signs", "records", "notes", "letter", "teacher",
])  # fmt: skip


def _own(scene: Scene, hit: Hit, who: Mention | None) -> tuple[Mention | None, tuple[str, ...]]:
    """Whose appointment was missed: the mother's own is nothing about the child."""
    words = scene.words
    if who:
        return who, who.children
    if _of_papers(scene, hit):
        return None, ()
    by = following(scene, hit) if hit.rule.name == "did-not-attend" else None
    if by and by.kind == ADULT and words.low[by.first - 1] == "by":
        return None, ()  # "DNA by client", but "not brought by mum" is the child's
    doer = actor(scene, hit.first)
    if doer and doer.kind == ADULT and _left_before_others(scene, hit):
        return None, ()
    by_oneself = words.low[hit.last - 1] in _ALONE_WORDS
    if by_oneself and not (doer and doer.kind == ADULT):
        return None, ()
    if any(word in _CARRYING for word in words.low[hit.first : hit.last]) or by_oneself:
        after = following(scene, hit, 3)
        near = after if after and after.kind == CHILD else child_in_sentence(scene, hit.first)
        return near, near.children if near else scene.home.unnamed
    sentence = words.sentence[hit.first]
    if doer and doer.kind == CHILD and same_sentence(scene, doer, hit.first):
        return doer, doer.children
    if not _MOTHERS_OWN.isdisjoint(words.said_in(sentence)):
        return None, ()
    if (doer and doer.kind != PROFESSIONAL and doer.kind != CHILD) or _adults(scene, sentence):
        return None, ()
    near = child_in_clause(scene, hit.first) or child_in_sentence(scene, hit.first)
    if near and missed_by_the_grown(scene, hit):
        return None, ()
    if near:
        return near, near.children
    if doer and doer.kind == CHILD:
        return doer, doer.children
    return None, scene.home.unnamed


def missed_by_the_grown(scene: Scene, hit: Hit) -> bool:
    """ "Kay DNA, says Mia is poorly", "no childcare for Mia": in a record that is no child's, where
    of children the sentence speaks only after the words, and not of their appointment."""
    if scene.home.own_record:
        return False
    low = scene.words.low
    here = spoken_of(scene, scene.words.sentence[hit.first])
    children = [m for m in here if m.kind == CHILD]
    return bool(children) and all(
        m.first >= hit.last and not m.owner and low[m.first - 1] != "with" for m in children
    )


def _left_before_others(scene: Scene, hit: Hit) -> bool:
    """ "Dad came but left before police arrived": of a child it says nothing."""
    low = scene.words.low
    return low[hit.last - 1] == "before" and not _WHO_COMES.isdisjoint(low[hit.last : hit.last + 3])


_WHO_COMES = frozenset(["police", "officers", "they", "crew", "ambulance", "paramedics", "session"])


def _of_papers(scene: Scene, hit: Hit) -> bool:
    """ "Consent form not returned": a paper is missing and no child."""
    back = scene.words.low[hit.last - 1] in ("returned", "back")
    return back and not _PAPERS.isdisjoint(scene.words.before(hit.first))


_PAPERS = grammar("papers_returned")
_ALONE_WORDS = grammar("alone_words")


def _adults(scene: Scene, sentence: int) -> bool:
    """Whether the sentence speaks of something of an adult's: "Mother's check: DNA"."""
    here = spoken_of(scene, sentence)
    return any(m.kind == ADULT and (m.owner or not m.beside) for m in here)


def _antenatal(scene: Scene, hit: Hit) -> bool:
    """ "Antenatal visit cancelled": the mother's own."""
    return hit.rule.name == "visit-cancelled" and "antenatal" in scene.words.before(hit.first)


def _household(scene: Scene, hit: Hit) -> tuple[str, ...]:
    """Every child at home; at a clinic the record's own child."""
    if scene.home.household:
        return scene.home.household if _plainly_nobody(scene, hit) else ()
    if not scene.home.own_record:
        return ()
    if any(word in _CLINIC for word in scene.words.low):
        return scene.home.unnamed
    return scene.home.born


_NOBODY_IN = re.compile(
    r"(?:no (?:reply|answer|response|access|entry)|nil access|no - ?one|no one|nobody|"
    r"unable to gain|door (?:was )?(?:not answered|unanswered)|(?:\w+ ){0,4}in darkness)\b"
)


def _plainly_nobody(scene: Scene, hit: Hit) -> bool:
    """ "No access" or "nobody in" at a visit: in a household's record about all its children."""
    low = scene.words.low
    told = _NOBODY_IN.match(" ".join(low[hit.first : hit.last]))
    part = low[hit.last : hit.last + 1] == ["to"]  # "no access to the loft"
    away = any_mark(scene, "remote", "meeting", "appointment")
    here = any_mark(scene, "visit") or (not away and not _AT_HOME.isdisjoint(low))
    return bool(told) and here and not part


_AT_HOME = grammar("of_a_home")


def _elsewhere(scene: Scene, hit: Hit, visited: bool) -> Iterator[Claim]:
    """Somewhere else, or said to be, while somebody visited."""
    if force.elsewhere_told(scene, hit) or not (visited or any_mark(scene, "visit")):
        return
    teller = force.told(scene, hit)
    words = scene.words.low[hit.first : hit.last]
    if len(words) == 1 and words[0] in _WEAK_ELSEWHERE and not teller:
        return
    who = actor(scene, hit.first)
    if who is None or who.kind != CHILD:
        return
    yield from claims(
        scene, hit, who, who.children, SeenValue.NOT_SEEN, strength=2 if teller else 1
    )


def _neither(scene: Scene) -> Iterator[Claim]:
    """ "Neither child was with him" says so itself."""
    for mention in scene.mentions:
        if not mention.negative or mention.kind != CHILD:
            continue
        hit = Hit(_NEITHER, mention.first, mention.last)
        clause = scene.words.clause[mention.first]
        speaks = any(
            h.rule.says in ("speech", "sought", "observed", "asked")
            and scene.words.clause[h.first] == clause
            for h in scene.hits
        )
        if not speaks and not force.told(scene, hit) and not force.elsewhere_told(scene, hit):
            yield from claims(scene, hit, mention, mention.children, SeenValue.NOT_SEEN)
