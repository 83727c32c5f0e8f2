"""Clauses put together: who acts, whom a cue is about, and what takes its force away."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.seen import cues, people
from chronology.seen.cues import Hit
from chronology.seen.people import ADULT, CHILD, PROFESSIONAL, STRANGER, UNBORN, Family, Mention
from chronology.seen.words import Words, split

_RELEASE = frozenset(["but", "however", "although", "though"])
_TELLING = frozenset(
    {
        "said", "says", "say", "saying", "told", "tells", "telling", "stated", "states",
        "stating", "reported", "reports",
        "reporting", "described", "describes", "claims", "claimed", "claiming", "alleged",
        "alleges", "explained",
        "explains", "confirmed", "thinks", "thought", "believes", "mentioned", "admitted",
        "informed", "advised", "feels",
        "felt", "asked", "requested", "complained", "wants", "wanted", "insisted", "replied",
        "answered", "shared", "texted",
        "phoned", "rang", "messaged", "emailed",
    }
)  # fmt: skip
_PASSING_ON = frozenset(
    {
        "says", "said", "reports", "states", "thinks", "believes", "stated", "reported",
        "describes", "described", "claims", "advised", "informed", "confirmed",
    }
)  # fmt: skip
_NEAR = 5


class Scene:
    """One narrative cut up and marked: words, mentions by clause, cues and scopes by sentence."""

    __slots__ = ("by_clause", "carried", "hits", "home", "mentions", "released", "scopes", "words")

    def __init__(self, text: str, home: Family) -> None:
        self.words: Words = split(text)
        self.home = home
        self.mentions: list[Mention] = people.find(self.words, home)
        count = len(self.words.low)
        kinds, ends = [""] * count, [0] * count
        self.by_clause: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            kinds[mention.first] = mention.kind + ("S" if mention.owner else "")
            ends[mention.first] = mention.last
            self.by_clause.setdefault(self.words.clause[mention.first], []).append(mention)
        self.hits: list[Hit] = cues.find(self.words, kinds, ends)
        self.carried = _carried(self)
        self.scopes: dict[str, dict[int, list[Hit]]] = {}
        for hit in self.hits:
            if hit.rule.says in _SCOPES:
                sentence = self.words.sentence[hit.first]
                if hit.rule.says == "remote" and _beyond(self.words, hit):
                    continue
                self.scopes.setdefault(hit.rule.says, {}).setdefault(sentence, []).append(hit)
        _hearsay(self)
        self.released = {i for i, word in enumerate(self.words.low) if word in _RELEASE}


def _beyond(words: Words, hit: Hit) -> bool:
    """ "after the core group": the meeting is not where this happened."""
    before = words.low[max(0, hit.first - 2) : hit.first]
    return any(word in ("after", "before", "following") for word in before)


_SCOPES = frozenset(["negation", "future", "report", "paper", "past", "remote", "visit"])


def _carried(scene: Scene) -> dict[int, Mention | None]:
    """By clause, the one who acts when the clause names nobody: the latest who acted."""
    words = scene.words
    carried: dict[int, Mention | None] = {}
    before: Mention | None = None
    nearest: Mention | None = None
    last_clause = words.clause[-1] if words.clause else -1
    firsts: dict[int, int] = {}
    for i, clause in enumerate(words.clause):
        firsts.setdefault(clause, i)
    for clause in range(last_clause + 1):
        start = firsts.get(clause)
        relative = start is not None and words.low[start] in ("who", "whose")
        carried[clause] = nearest if relative else before
        own = scene.by_clause.get(clause, ())
        actor = next((m for m in own if not m.beside and not m.owner), None)
        before = actor or (nearest if relative else before)
        if own:
            nearest = own[-1]
    return carried


def actor(scene: Scene, at: int) -> Mention | None:
    """Who acts at a word: the nearest before it in its clause, else who acted before."""
    clause = scene.words.clause[at]
    found = None
    for mention in scene.by_clause.get(clause, ()):
        if mention.first >= at:
            break
        if not mention.beside and not mention.owner:
            found = mention
    return found or scene.carried.get(clause)


def own_actor(scene: Scene, at: int) -> Mention | None:
    """Who acts at a word, named in its own sentence."""
    found = actor(scene, at)
    if found and scene.words.sentence[found.first] == scene.words.sentence[at]:
        return found
    return None


def inside(scene: Scene, hit: Hit) -> Mention | None:
    """The child named within a cue."""
    for mention in scene.by_clause.get(scene.words.clause[hit.first], ()):
        if mention.kind == CHILD and hit.first <= mention.first < hit.last:
            return mention
    return None


def following(scene: Scene, hit: Hit, reach: int = 4) -> Mention | None:
    """The one a cue is done to: the first mention soon after it in its clause."""
    for mention in scene.by_clause.get(scene.words.clause[hit.last - 1], ()):
        if mention.first >= hit.last:
            return mention if mention.first - hit.last < reach else None
    return None


def child_in_clause(scene: Scene, at: int) -> Mention | None:
    """Any child spoken of in the clause of a word."""
    mentions = scene.by_clause.get(scene.words.clause[at], ())
    return next((m for m in mentions if m.kind == CHILD and not m.owner), None)


def child_in_sentence(scene: Scene, at: int) -> Mention | None:
    """Any child spoken of in the sentence of a word, the nearest first."""
    sentence = scene.words.sentence[at]
    near = [
        m for m in scene.mentions
        if m.kind == CHILD and not m.owner and scene.words.sentence[m.first] == sentence
    ]  # fmt: skip
    return min(near, key=lambda m: abs(m.first - at), default=None)


def _hearsay(scene: Scene) -> None:
    """What an adult tells is hearsay to the end of the sentence."""
    words = scene.words
    heard = scene.scopes.setdefault("report", {})
    for hit in scene.hits:
        if hit.rule.says in ("speech", "spoke", "remote", "seen", "own", "tried", "nothing"):
            if words.low[hit.first] not in _TELLING:
                continue
            who = actor(scene, hit.first)
            if who and (who.kind in (ADULT, STRANGER) or _other_professional(scene, who, hit)):
                heard.setdefault(words.sentence[hit.first], []).append(hit)
    for i, word in enumerate(words.low):
        if word in _PASSING_ON and not words.quoted[i]:
            who = actor(scene, i)
            if who and (
                who.kind in (ADULT, STRANGER)
                or _other_professional(scene, who, Hit(HEARD, i, i + 1))
            ):
                heard.setdefault(words.sentence[i], []).append(Hit(HEARD, i, i + 1))


HEARD = cues.Rule(name="heard", says="report")


def _other_professional(scene: Scene, who: Mention, hit: Hit) -> bool:
    """Another service's worker passing something on; the writer and the writer's own are not."""
    if who.kind != PROFESSIONAL:
        return False
    sentence = scene.words.sentence[hit.first]
    passing = scene.words.low[hit.first] in (
        "rang", "phoned", "emailed", "texted", "informed", "advised", "reports", "reported",
        "confirmed", "states", "says",
    )  # fmt: skip
    own = scene.words.low[who.first] in ("i", "we", "me", "us")
    return passing and not own and scene.words.sentence[who.first] == sentence


def scoped(scene: Scene, says: str, hit: Hit) -> bool:
    """Whether a scope that began earlier in the sentence still holds at a cue."""
    sentence = scene.words.sentence[hit.first]
    for scope in scene.scopes.get(says, {}).get(sentence, ()):
        if scope.first <= hit.first and scope.first != hit.first:
            if not any(scope.first < i <= hit.first for i in scene.released):
                return True
        elif scope.first == hit.first and scope.last > hit.last:
            return True
    return False


def planned(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is in a plan, request or condition: at most one clause after its beginning."""
    words = scene.words
    for scope in scene.scopes.get("future", {}).get(words.sentence[hit.first], ()):
        if scope.first <= hit.first < scope.last and scope.last > hit.last:
            return True
        near = words.clause[hit.first] - words.clause[scope.first] <= 1
        freed = any(scope.first < i <= hit.first for i in scene.released)
        if scope.first < hit.first and near and not freed:
            return True
    return False


def denied(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is denied: a "not" close before it in its clause, or "neither"."""
    words = scene.words
    who = actor(scene, hit.first)
    if who and who.negative and words.clause[who.first] == words.clause[hit.first]:
        return True
    for scope in scene.scopes.get("negation", {}).get(words.sentence[hit.first], ()):
        same = words.clause[scope.first] == words.clause[hit.first]
        if same and scope.first < hit.first and hit.first - scope.last < _NEAR:
            return True
    return False


def past(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is told of another time: the words for it may follow in the clause."""
    words = scene.words
    for scope in scene.scopes.get("past", {}).get(words.sentence[hit.first], ()):
        if abs(words.clause[scope.first] - words.clause[hit.first]) <= 1 and (
            scope.first <= hit.first or words.clause[scope.first] == words.clause[hit.first]
        ):
            return True
    return False


def past_before(scene: Scene, hit: Hit) -> bool:
    """Whether words for another time stand before a cue: after it they are part of what is told."""
    sentence, clause = scene.words.sentence[hit.first], scene.words.clause[hit.first]
    return any(
        scope.first <= hit.first and clause - scene.words.clause[scope.first] <= 1
        for scope in scene.scopes.get("past", {}).get(sentence, ())
    )


def on_paper(scene: Scene, hit: Hit) -> bool:
    """Whether the sentence is about papers, figures or hindsight and not about the contact."""
    return bool(scene.scopes.get("paper", {}).get(scene.words.sentence[hit.first]))


def at_distance(scene: Scene, hit: Hit) -> bool:
    """Whether a cue stands in a call, letter or meeting: that sentence, and those that follow
    until somebody visits or arrives."""
    remote = scene.scopes.get("remote", {})
    if not remote:
        return False
    here = scene.scopes.get("visit", {})
    sentence = scene.words.sentence[hit.first]
    for number in range(sentence, -1, -1):
        if number in remote and not (
            number in here and min(h.first for h in here[number]) < remote[number][0].first
        ):
            return number == sentence or sentence not in here
        if number in here:
            return False
    return False


def adults_own(scene: Scene, at: int) -> bool:
    """Whether the sentence speaks of something of an adult's: "Mother's check: DNA"."""
    sentence = scene.words.sentence[at]
    return any(
        m.kind == ADULT and m.owner and scene.words.sentence[m.first] == sentence
        for m in scene.mentions
    )


def anyone_else(mention: Mention | None) -> bool:
    """Whether the one who acts is somebody other than a child of the case or a professional."""
    return mention is not None and mention.kind in (ADULT, UNBORN, STRANGER)


def spans(scene: Scene, hit: Hit, who: Mention | None) -> tuple[int, int]:
    """The characters that say so: the cue and, in the same sentence, the one it is about."""
    words = scene.words
    first, last = hit.first, hit.last - 1
    if who and words.sentence[who.first] == words.sentence[hit.first]:
        first, last = min(first, who.first), max(last, who.last - 1)
    return words.start[first], words.end[last]


def visits(scene: Scene) -> Sequence[int]:
    """The sentences that tell of somebody going to see the family."""
    return sorted(scene.scopes.get("visit", {}))
