"""From cues to values: what each cue claims of which child, and which claim stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chronology.model import SeenValue, ViewsValue
from chronology.seen import events
from chronology.seen.cues import Hit, Rule
from chronology.seen.events import Scene
from chronology.seen.people import ADULT, CHILD, Mention

_EMPTY_ANSWERS = (
    "dunno", "don't know", "do not know", "nothing", "next question", "not now", "no comment",
    "go away", "leave me alone", "whatever", "idk", "fine", "i'm fine", "ok", "alright", "nowt",
    "can't remember", "none of your business", "ask mum", "ask my mum", "i was out", "what",
    "pass", "get lost", "not telling", "stuff", "i forgot", "mind your own business",
)  # fmt: skip
_NEEDS_WORDS = frozenset(
    {
        "answered", "drew", "put", "picked", "chose", "posted", "signed", "signs", "named",
        "listed", "identified", "rated",
        "written", "share", "shared", "pointed", "thought", "circled",
    }
)  # fmt: skip
_HALF_REFUSALS = ("did not want to", "didn't want to", "does not want to", "declined")
_HERS = ("own", "antenatal", "booking", "smear", "glucose", "midwife", "contraception")
_WEAK_ELSEWHERE = frozenset(["asleep", "sleeping", "away", "poorly", "unwell", "out", "upstairs"])
_CLINIC = frozenset(
    [
        "clinic",
        "weigh",
        "appointment",
        "appt",
        "surgery",
        "day",
        "sbr",
        "review",
        "immunisation",
        "imms",
        "ward",
        "hospital",
    ]
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One cue's claim about one child."""

    child: str
    value: str
    strength: int
    start: int
    end: int
    rule: str
    manner: str = ""
    reason: str = ""


def seen_claims(scene: Scene) -> list[Claim]:
    """Every claim about sight, those that a plan, hearsay or distance takes away left out."""
    claims: list[Claim] = []
    for hit in scene.hits:
        says = hit.rule.says
        if says in ("seen", "spoke"):
            claims += _sight(scene, hit)
        elif says == "not_seen":
            claims += _no_sight(scene, hit)
        elif says == "elsewhere":
            claims += _elsewhere(scene, hit)
        elif says == "speech" and scene.words.low[hit.first] in _ALOUD:
            claims += _heard_here(scene, hit)
    claims += _neither(scene)
    contacts = {c.child for c in claims if c.value == SeenValue.SEEN}
    contacts |= {c.child for c in views_claims(scene) if not _apart(scene, c)}
    for hit in scene.hits:
        if hit.rule.says == "alone":
            claims += _alone(scene, hit, contacts)
    return claims


_ALOUD = frozenset(
    [
        "said",
        "says",
        "told",
        "tells",
        "disclosed",
        "discloses",
        "talked",
        "talks",
        "spoke",
        "speaks",
        "described",
        "describes",
        "explained",
        "explains",
        "replied",
        "answered",
        "whispered",
        "asked",
        "shouted",
        "complained",
        "confided",
        "repeated",
        "opened",
        "wanted",
        "talking",
        "chatted",
        "alleged",
        "stated",
        "states",
        "responded",
    ]
)


def _heard_here(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """A child who speaks to a professional face to face is before them."""
    if _elsewhere_told(scene, hit):
        return
    for claim in _speech(scene, hit):
        yield Claim(claim.child, SeenValue.SEEN, 1, claim.start, claim.end, "speaks-here", "", "")


def _wondered(scene: Scene, who: Mention) -> bool:
    """ "asked what Sofia thinks" tells nothing of what she thinks."""
    before = scene.words.low[who.first - 1] if who.first else ""
    return before in ("what", "how", "whether", "if", "why")


def _apart(scene: Scene, claim: Claim) -> bool:
    at = next(i for i, start in enumerate(scene.words.start) if start >= claim.start)
    return events.at_distance(scene, Hit(events.HEARD, at, at + 1))


def _claims(
    scene: Scene, hit: Hit, who: Mention | None, children: tuple[str, ...], value: str,
    strength: int | None = None,
) -> Iterator[Claim]:  # fmt: skip
    start, end = events.spans(scene, hit, who)
    rule = hit.rule
    for child in children:
        yield Claim(
            child, value, rule.strength if strength is None else strength, start, end, rule.name,
            rule.manner, rule.reason,
        )  # fmt: skip


def _elsewhere_told(scene: Scene, hit: Hit) -> bool:
    return (
        events.planned(scene, hit)
        or events.past(scene, hit)
        or events.on_paper(scene, hit)
        or events.at_distance(scene, hit)
    )


def _sight(scene: Scene, hit: Hit) -> Iterator[Claim]:
    if hit.rule.manner != "remote" and _elsewhere_told(scene, hit):
        return
    if hit.rule.manner == "remote" and events.planned(scene, hit):
        return
    if events.scoped(scene, "report", hit):
        return
    who, children = _target(scene, hit)
    if not children:
        return
    if events.denied(scene, hit):
        if hit.rule.name in ("seen-said", "saw", "glimpsed", "seen-there") and (
            hit.rule.name != "seen-there"
            or scene.words.low[hit.first] in ("in", "present", "attended", "there", "at", "brought")
        ):
            yield from _claims(scene, hit, who, children, SeenValue.NOT_SEEN, 2)
        return
    yield from _claims(scene, hit, who, children, SeenValue.SEEN)


def _target(scene: Scene, hit: Hit) -> tuple[Mention | None, tuple[str, ...]]:
    """Whom a cue of sight is about."""
    named = events.inside(scene, hit)
    if named:
        return named, named.children
    of = hit.rule.of
    after = events.following(scene, hit)
    who = events.own_actor(scene, hit.first)
    if of == "object":
        if after and after.kind == CHILD and not after.owner:
            return after, after.children
        return None, ()
    if of == "subject":
        who = events.actor(scene, hit.first)
        if who and who.kind == CHILD and not who.mixed:
            return who, who.children
        if who and who.kind == CHILD:
            return who, who.children
        return None, ()
    if who and who.kind == CHILD:
        return who, who.children
    if after and after.kind == CHILD and not after.owner:
        return after, after.children
    if who and who.kind != "PROF":
        beside = events.child_in_clause(scene, hit.first)
        if beside and beside.first > hit.first:
            return beside, beside.children
        return None, ()
    if near := events.child_in_clause(scene, hit.first):
        return near, near.children
    before = events.actor(scene, hit.first)
    if before and before.kind == CHILD:
        return before, before.children
    if after and after.kind == ADULT and not after.beside:
        return None, ()
    return None, _unnamed(scene)


def _unnamed(scene: Scene) -> tuple[str, ...]:
    home = scene.home
    return (home.subject,) if home.own_record and home.subject in home.born else ()


def _no_sight(scene: Scene, hit: Hit) -> Iterator[Claim]:
    if events.planned(scene, hit) or events.on_paper(scene, hit) or events.past(scene, hit):
        return
    of = hit.rule.of
    words = scene.words
    text = words.low[hit.first : hit.last]
    who: Mention | None = events.inside(scene, hit)
    children: tuple[str, ...] = who.children if who else ()
    if of == "household":
        if events.at_distance(scene, hit):
            return
        if not children:
            who = events.child_in_clause(scene, hit.first)
            children = who.children if who else _household(scene)
    elif of == "child-own":
        who, children = _own(scene, hit, text, who)
    elif of == "subject":
        if events.scoped(scene, "report", hit) and hit.rule.name != "missing":
            return
        who = who or events.actor(scene, hit.first)
        children = who.children if who and who.kind == CHILD else ()
    else:
        if events.scoped(scene, "report", hit) or events.at_distance(scene, hit):
            return
        if not children:
            who, children = _target(scene, hit)
    yield from _claims(scene, hit, who, children, SeenValue.NOT_SEEN)


def _own(
    scene: Scene, hit: Hit, text: list[str], who: Mention | None
) -> tuple[Mention | None, tuple[str, ...]]:
    """Whose appointment was missed: the mother's own is nothing about the child."""
    sentence = scene.words.sentence[hit.first]
    around = [
        w for w, s in zip(scene.words.low, scene.words.sentence, strict=True) if s == sentence
    ]
    if who:
        return who, who.children
    if any(word in around for word in _HERS):
        return None, ()
    after = events.following(scene, hit, 3)
    if any(word in ("bring", "brought", "without", "left") for word in text):
        if after and after.kind == CHILD:
            return after, after.children
        near = events.child_in_sentence(scene, hit.first)
        return near, near.children if near else _unnamed(scene)
    actor = events.own_actor(scene, hit.first)
    if actor and actor.kind == CHILD:
        return actor, actor.children
    if (actor and actor.kind != "PROF") or events.adults_own(scene, hit.first):
        return None, ()
    if after and after.kind == CHILD:
        return after, after.children
    near = events.child_in_clause(scene, hit.first)
    if near:
        return near, near.children
    before = events.actor(scene, hit.first)
    if before and before.kind == CHILD:
        return before, before.children
    if before and events.anyone_else(before):
        return None, ()
    return None, _unnamed(scene)


def _household(scene: Scene) -> tuple[str, ...]:
    if not scene.home.own_record:
        return ()
    if any(word in _CLINIC for word in scene.words.low):
        return _unnamed(scene)
    return scene.home.born


def _elsewhere(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """Said to be somewhere else while somebody visited."""
    if _elsewhere_told(scene, hit) or (not events.visits(scene) and not scene.home.own_record):
        return
    told = events.scoped(scene, "report", hit) or any(
        w in ("said", "reportedly", "apparently", "reported")
        for w in scene.words.low[hit.first : hit.last]
    )
    if not events.visits(scene):
        return
    word = scene.words.low[hit.first]
    if word in _WEAK_ELSEWHERE and hit.last - hit.first == 1 and not told:
        return
    who = events.actor(scene, hit.first)
    if who and not told and hit.first - who.last > 1:
        return
    if who and who.kind == CHILD:
        strength = 2 if told else 1
        yield from _claims(scene, hit, who, who.children, SeenValue.NOT_SEEN, strength)


def _neither(scene: Scene) -> Iterator[Claim]:
    """ "Neither child was with him" says so itself."""
    for mention in scene.mentions:
        if mention.negative and mention.kind == CHILD:
            hit = Hit(_NEITHER, mention.first, mention.last)
            clause = scene.words.clause[mention.first]
            speaks = any(
                h.rule.says in ("speech", "sought", "future")
                and scene.words.clause[h.first] == clause
                for h in scene.hits
            )
            told = events.scoped(scene, "report", hit) or _elsewhere_told(scene, hit)
            if not speaks and not told:
                yield from _claims(scene, hit, mention, mention.children, SeenValue.NOT_SEEN)


_NEITHER = Rule(name="neither", says="not_seen", reason="other")


def _alone(scene: Scene, hit: Hit, contacts: set[str]) -> Iterator[Claim]:
    if _elsewhere_told(scene, hit) or events.denied(scene, hit):
        return
    if events.scoped(scene, "report", hit):
        return
    who = events.inside(scene, hit)
    actor = events.actor(scene, hit.first)
    if not who and actor and actor.kind == CHILD:
        who = actor
    if not who:
        who = events.child_in_clause(scene, hit.first) or events.child_in_sentence(scene, hit.first)
    plain = scene.words.low[hit.first] in ("alone", "on", "by", "individually", "separately")
    if not who and actor and actor.kind == ADULT and plain:
        return
    children = who.children if who else _unnamed(scene)
    yield from _claims(
        scene, hit, who, tuple(c for c in children if c in contacts), SeenValue.SEEN_ALONE
    )


def views_claims(scene: Scene) -> list[Claim]:
    """Every claim about the child's views."""
    claims: list[Claim] = []
    for hit in scene.hits:
        says = hit.rule.says
        if says == "speech":
            claims += _speech(scene, hit)
        elif says == "own":
            claims += _own_words(scene, hit)
        elif says in ("sought", "tried"):
            claims += _sought(scene, hit)
        elif says == "observed":
            claims += _behaviour(scene, hit)
    return claims


def _speech(scene: Scene, hit: Hit) -> Iterator[Claim]:
    words = scene.words
    who = events.actor(scene, hit.first)
    if who is None or who.kind != CHILD or who.mixed:
        return
    if events.planned(scene, hit) or events.on_paper(scene, hit) or events.past_before(scene, hit):
        return
    if events.scoped(scene, "report", hit) or events.denied(scene, hit) or _wondered(scene, who):
        return
    after = events.following(scene, hit, 3)
    if (
        after
        and after.kind == ADULT
        and words.low[hit.first] in ("told", "tells", "telling", "asked", "informed")
    ):
        return
    if words.low[hit.first] in _NEEDS_WORDS and not _quotes_near(scene, hit):
        return
    if _empty(scene, hit) or _soon_refuses(scene, hit):
        yield from _claims(scene, hit, who, who.children, ViewsValue.SOUGHT)
        return
    yield from _claims(scene, hit, who, who.children, ViewsValue.RECORDED)


def _quotes_near(scene: Scene, hit: Hit) -> bool:
    words = scene.words
    sentence = words.sentence[hit.first]
    return any(
        q
        for q, s in zip(words.quoted, words.sentence, strict=True)
        if s in (sentence, sentence + 1)
    )


def _empty(scene: Scene, hit: Hit) -> bool:
    """Whether what is quoted after the verb is no answer."""
    words = scene.words
    quoted = [
        i for i in range(hit.last, min(hit.last + 25, len(words.low)))
        if words.quoted[i] and (words.low[i].isalnum() or "'" in words.low[i][1:])
    ]  # fmt: skip
    if quoted and words.sentence[quoted[0]] - words.sentence[hit.first] <= 0:
        said = " ".join(words.low[i] for i in quoted)
        return said in _EMPTY_ANSWERS
    following = " ".join(words.low[hit.last : hit.last + 3])
    return following.startswith(("nothing", "very little", "little", "dunno", "no comment", "fine"))


def _soon_refuses(scene: Scene, hit: Hit) -> bool:
    """ "said she did not want to talk": a refusal follows close upon the verb."""
    return any(
        h.rule.says == "sought" and hit.first <= h.first < hit.last + 5
        and scene.words.sentence[h.first] == scene.words.sentence[hit.first]
        and " ".join(scene.words.low[h.first : h.last]) not in _HALF_REFUSALS
        for h in scene.hits
    )  # fmt: skip


def _own_words(scene: Scene, hit: Hit) -> Iterator[Claim]:
    if events.planned(scene, hit) or events.scoped(scene, "report", hit):
        return
    if events.denied(scene, hit):
        return
    who = events.inside(scene, hit)
    actor = events.actor(scene, hit.first)
    if not who and not (actor and actor.kind == CHILD):
        who = events.child_in_sentence(scene, hit.first)
    if not who and actor and actor.kind == CHILD:
        who = actor
    if not who and actor and actor.kind == ADULT:
        return
    yield from _claims(
        scene, hit, who, who.children if who else _unnamed(scene), ViewsValue.RECORDED
    )


def _sought(scene: Scene, hit: Hit) -> Iterator[Claim]:
    if events.scoped(scene, "report", hit) or events.planned(scene, hit):
        return
    if events.on_paper(scene, hit) or events.past(scene, hit):
        return
    who = events.inside(scene, hit)
    actor = events.actor(scene, hit.first)
    if not who and hit.rule.says == "tried":
        if actor and actor.kind == ADULT:
            return
        who = events.following(scene, hit)
        if who is None or who.kind != CHILD:
            who = events.child_in_sentence(scene, hit.first)
        if who is None and actor and actor.kind == CHILD:
            who = actor
        if who is None:
            return
    if not who:
        if actor and actor.kind == CHILD and not actor.mixed:
            who = actor
        elif (
            scene.words.low[hit.first] not in ("kept", "looked")
            and hit.rule.name == "asked-in-vain"
        ):
            adult_speaks = any(
                w in ("answered", "spoke", "interrupted", "cut", "replied", "did")
                for w in scene.words.low[hit.first : hit.last]
            )
            if adult_speaks and hit.last - hit.first > 1:
                who = events.child_in_sentence(scene, hit.first)
                if who is None:
                    yield from _claims(scene, hit, None, _unnamed(scene), ViewsValue.SOUGHT)
                    return
    if who:
        yield from _claims(scene, hit, who, who.children, ViewsValue.SOUGHT)


def _behaviour(scene: Scene, hit: Hit) -> Iterator[Claim]:
    if _elsewhere_told(scene, hit) and not _on_screen(scene):
        return
    if events.scoped(scene, "report", hit):
        return
    who = events.actor(scene, hit.first)
    if who and who.kind == CHILD and not who.mixed:
        yield from _claims(scene, hit, who, who.children, ViewsValue.OBSERVED)


def _on_screen(scene: Scene) -> bool:
    return any(hit.rule.manner == "remote" for hit in scene.hits)
