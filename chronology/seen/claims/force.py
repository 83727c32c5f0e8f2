"""What takes a cue's force away: "not", plans, hearsay, another time, a call, papers."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.seen.scene import Scene, actor, marks, spoken_of
from chronology.seen.who.mention import ADULT, CHILD, PROFESSIONAL, STRANGER, Mention
from chronology.seen.wording import cues
from chronology.seen.wording.cues import Hit
from chronology.seen.wording.forms import BASE, PARTICIPLE, PAST, PRESENT
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.tables import overlap

_NEGATIVE = grammar("negative")
_NEGATIVE_REACH = 5
_NO_REACH = 2
_MODAL = grammar("modal")
# "managed to see": what stands before "to" may say that it did happen
_LICENCE = grammar("licence")
_LOOKS_FORWARD = grammar("looks_forward")
_STILL_TO_COME = grammar("still_to_come")
_SKIPPED = grammar("skipped")
_RELEASE = grammar("release")
_ORDERS = grammar("orders")
_BEFORE_PLANNED = grammar("before_planned")
_LIVE = frozenset(["speech", "observed", "sought", "asked"])
_CONDITIONS = grammar("conditions")
_OWN_VOICE = frozenset(["i", "we", "me", "us"])
_PASSING = grammar("passing")
_OWN_TELLING = grammar("own_telling")
_TELLS_A_THING = grammar("tells_a_thing")
_GOES_ON_TELLING = frozenset(["was", "were", "had", "is", "are", "has", "have", "would"])


def denied(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is denied: a "not" close before it in its clause, or "neither"."""
    low, clause = scene.words.low, scene.words.clause
    for at in range(hit.first - 1, max(-1, hit.first - 1 - _NEGATIVE_REACH), -1):
        if clause[at] != clause[hit.first]:
            break
        word = low[at]
        if word in _NEGATIVE or word.endswith("n't"):
            if word in ("no", "without") and hit.first - at > _NO_REACH:
                return False
            return not (word == "not" and _of_something_else(low, at + 1))
    who = actor(scene, hit.first)
    return bool(who and who.negative and clause[who.first] == clause[hit.first])


def _of_something_else(low: Sequence[str], at: int) -> bool:
    """ "Not only", and "exam not possible, screaming"."""
    return low[at] == "only" or (low[at] == "possible" and low[at + 1] in _MARKS)


_MARKS = frozenset(",-:;\u2013")


def planned(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is in a plan, request or condition."""
    return _unfinished(scene, hit) or _in_plan(scene, hit)


def _unfinished(scene: Scene, hit: Hit) -> bool:
    """ "to see", "will see", "to be seen", "needs weighing": the form of the verb says so."""
    low = scene.words.low
    word = low[hit.first]
    form = hit.form
    if not form:
        return _after_infinitive(scene, hit)
    opener = low[scene.words.opens[scene.words.clause[hit.first]]]
    if form & (BASE | PRESENT) and not form & PAST and opener in _CONDITIONS:
        return True
    at = hit.first - 1
    be = False
    while at >= 0 and (low[at] in _SKIPPED or (low[at].endswith("ly") and low[at] != "family")):
        be = be or low[at] == "be"
        at -= 1
    before = low[at] if at >= 0 else ""
    if be:
        return not _licensed(low, at) if before == "to" else True
    if not cues.is_base(word):
        return word.endswith("ing") and before in _BEFORE_PLANNED
    if before == "to":
        return not _licensed(low, at)
    if before in _MODAL:
        return (before, word) != ("could", "hear")
    if before in ("and", "or", ","):
        return _joined_to_plan(scene, at)
    return _imperative(scene, hit, at)


def _after_infinitive(scene: Scene, hit: Hit) -> bool:
    """ "to complete the interview": the verb before a noun has not happened."""
    low, clause = scene.words.low, scene.words.clause
    for at in range(hit.first - 1, max(0, hit.first - 5), -1):
        if clause[at] != clause[hit.first]:
            return False
        if cues.is_base(low[at]) and at > 0 and (low[at - 1] == "to" or low[at - 1] in _MODAL):
            return not (low[at - 1] == "to" and _licensed(low, at - 1))
    return False


def _licensed(low: list[str], at: int) -> bool:
    """ "keen to show me" is what happened, "keen to return to school" has still to come."""
    if at <= 0 or low[at - 1] not in _LICENCE:
        return False
    return low[at - 1] not in _LOOKS_FORWARD or low[at + 1] not in _STILL_TO_COME


def _joined_to_plan(scene: Scene, at: int) -> bool:
    """ "will visit and see": the verb before stood after "to" or "will"."""
    low, sentence = scene.words.low, scene.words.sentence
    for place in range(at - 1, max(0, at - 12), -1):
        if sentence[place] != sentence[at]:
            return False
        if low[place] == "to" and cues.is_base(low[place + 1]):
            return not _licensed(low, place)
        if low[place] in _MODAL:
            return True
    return False


def _imperative(scene: Scene, hit: Hit, at: int) -> bool:
    """ "See Theo at school": a bare verb that opens its sentence asks for something."""
    word = scene.words.low[hit.first]
    form = hit.form
    opens = at < 0 or scene.words.sentence[at] != scene.words.sentence[hit.first]
    return opens and form == BASE and word in _ORDERS


def _in_plan(scene: Scene, hit: Hit) -> bool:
    """A word of planning before a cue, at most one clause away; or one that goes round it."""
    if "plan" not in scene.scopes:
        return False
    words = scene.words
    for scope in marks(scene, "plan", words.sentence[hit.first]):
        if scope.first <= hit.first < scope.last and scope.last > hit.last:
            return True
        if scope.first >= hit.first:
            continue
        apart = words.clause[hit.first] - words.clause[scope.last - 1]
        near = apart <= 1 and not (apart and _finite(hit))
        if near and not _released(scene, scope.first, hit.first):
            return True
    return False


def _finite(hit: Hit) -> bool:
    """ "asked mother to leave and spoke to Theo": a past that is no participle has happened."""
    return bool(hit.form & PAST) and not hit.form & PARTICIPLE


def _released(scene: Scene, begin: int, end: int) -> bool:
    return any(word in _RELEASE for word in scene.words.low[begin + 1 : end + 1])


def told(scene: Scene, hit: Hit) -> str:
    """Who passes on what a cue says: '' nobody, else the kind of the one who tells it."""
    if "report" not in scene.scopes and "telling" not in scene.scopes:
        return ""
    key = (hit.first, hit.last)
    if key not in scene.tellers:
        scene.tellers[key] = _told(scene, hit)
    return scene.tellers[key]


def _told(scene: Scene, hit: Hit) -> str:
    """What told() keeps."""
    words = scene.words
    sentence = words.sentence[hit.first]
    for scope in marks(scene, "report", sentence):
        if _covers(scene, scope, hit):
            return ADULT if _from_adult(scene, scope) else PROFESSIONAL
    for scope in marks(scene, "telling", sentence):
        if scope.first >= hit.first or _released(scene, scope.first, hit.first):
            continue
        if _ends_before(scene, scope, hit):
            continue
        who = actor(scene, scope.first)
        if who is None or _first_person_between(scene, scope.last, hit.first):
            continue
        if who.kind == PROFESSIONAL:
            if _passes_on(scene, who, scope):
                return PROFESSIONAL
        elif who.kind in (ADULT, STRANGER):
            return ADULT
        elif who.kind == CHILD and not _same_speaker(scene, who, hit):
            return CHILD
    return ""


def _ends_before(scene: Scene, scope: Hit, hit: Hit) -> bool:
    """ "Male denies any problem, both children brought out": what is denied ends with its clause,
    though "he denied it, they were asleep" may go on to tell more."""
    words, clause = scene.words, scene.words.clause
    if words.low[scope.first] not in _TELLS_A_THING or "that" in words.low[: hit.first]:
        return False
    here = (w for w, c in zip(words.low, clause, strict=True) if c == clause[hit.first])
    return clause[scope.first] != clause[hit.first] and _GOES_ON_TELLING.isdisjoint(here)


def _covers(scene: Scene, scope: Hit, hit: Hit) -> bool:
    """Whether a report goes on to a cue: up to "but" or the writer's own "I"."""
    if scope.first == hit.first:
        return scope.last > hit.last
    return scope.first < hit.first and not (
        _released(scene, scope.first, hit.first)
        or _first_person_between(scene, scope.last, hit.first)
    )


def _from_adult(scene: Scene, scope: Hit) -> bool:
    """Whether it is an adult who reports, before or right after the words for it."""
    here = [
        m for m in spoken_of(scene, scene.words.sentence[scope.first])
        if m.kind in (ADULT, STRANGER)
    ]  # fmt: skip
    soon = any(scope.first <= m.first < scope.last + 4 for m in here)
    return soon or actor(scene, scope.first) in here


def _first_person_between(scene: Scene, begin: int, end: int) -> bool:
    """ "Mother said he was out but I saw him": the writer speaks for themselves again."""
    low = scene.words.low
    return any(
        low[at] in ("i", "we") and low[at - 1] in ("and", "but", ",", "then", "so", ";", "when")
        for at in range(max(begin, 1), end)
    )


def _same_speaker(scene: Scene, who: Mention, hit: Hit) -> bool:
    """A child's telling is no hearsay about what the child does in telling it."""
    return scene.words.clause[who.first] == scene.words.clause[hit.first]


def _passes_on(scene: Scene, who: Mention, scope: Hit) -> bool:
    """Another service's worker passing something on; the writer and the writer's own are not."""
    low = scene.words.low
    if low[who.first] in _OWN_VOICE:
        return low[scope.first] in _OWN_TELLING
    return low[scope.first] in _PASSING


def past(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is told of another time: the words for it may follow in the clause."""
    if "past" not in scene.scopes:
        return False
    words = scene.words
    clause = words.clause[hit.first]
    for scope in marks(scene, "past", words.sentence[hit.first]):
        number = words.clause[scope.first]
        if number in (clause - 1, clause) and (number == clause or scope.first < hit.first):
            return True
    return False


def past_before(scene: Scene, hit: Hit) -> bool:
    """Whether words for another time stand before a cue: after it they are part of what is told."""
    clause = scene.words.clause[hit.first]
    return any(
        scope.first < hit.first and clause - scene.words.clause[scope.first] <= 1
        for scope in marks(scene, "past", scene.words.sentence[hit.first])
    )


def on_paper(scene: Scene, hit: Hit) -> bool:
    """Whether the sentence is about papers, figures or hindsight and not about the contact."""
    sentence = scene.words.sentence[hit.first]
    if marks(scene, "paper", sentence):
        return True
    return hit.rule.says not in _LIVE and bool(marks(scene, "picture", sentence))


def at_distance(scene: Scene, hit: Hit) -> bool:
    """Whether a cue stands in a call, letter or meeting: that sentence, and those that follow
    until somebody visits or arrives."""
    if "remote" not in scene.scopes and "meeting" not in scene.scopes:
        return False
    return by_distance(scene)[scene.words.sentence[hit.first]]


def by_distance(scene: Scene) -> Sequence[bool]:
    """By sentence, whether it tells of a contact at a distance."""
    if not scene.far:
        scene.far = _far(scene)
    return scene.far


def _far(scene: Scene) -> list[bool]:
    """What by_distance() keeps; "discussion with ward sister" is on no ward."""
    count = scene.words.sentences
    if "remote" not in scene.scopes and "meeting" not in scene.scopes:
        return [False] * count
    if headed(scene):
        return [True] * count
    found: list[bool] = []
    goes_on = False
    afar = [scene.scopes[kind] for kind in _AFAR if kind in scene.scopes]
    here = [scene.scopes[kind] for kind in _HERE if kind in scene.scopes]
    for number in range(count):
        met = [h for by in here for h in by.get(number, ())]
        far = [
            h for by in afar for h in by.get(number, ())
            if not _beyond(scene, h) and not any(_is_part(h, longer) for longer in met)
        ]  # fmt: skip
        near = [
            h for h in met
            if told(scene, h) != ADULT and not any(overlap(h, by_whom) for by_whom in far)
        ]  # fmt: skip
        if far and not (near and near[0].first < far[0].first):
            found.append(True)
            goes_on = not near
        else:
            goes_on = goes_on and not near
            found.append(goes_on)
    return found


def _is_part(hit: Hit, longer: Hit) -> bool:
    """ "rang" in "rang the bell" is no call."""
    inside = longer.first <= hit.first and hit.last <= longer.last
    return inside and longer.last - longer.first > hit.last - hit.first


_AFAR, _HERE = ("remote", "meeting"), ("visit", "appointment", "session")
"""Scope cues of a contact at a distance, and of one face to face."""


def headed(scene: Scene) -> str:
    """ "Strategy discussion." "Letter.": what kind of entry at a distance a heading says it is."""
    words = scene.words
    length = next((i for i, s in enumerate(words.sentence) if s), 0)
    if not 0 < length <= _HEADING or any(m.first < length for m in scene.mentions):
        return ""
    if any(marks(scene, kind, 0) for kind in _HERE):
        return ""
    if length == _ONE_WORD and words.low[0] in _PAPERS:
        return "remote"
    return next((kind for kind in reversed(_AFAR) if marks(scene, kind, 0)), "")


_HEADING = 5
_ONE_WORD = 2
_PAPERS = grammar("papers")
_BEYOND = grammar("before_a_meeting")


def _beyond(scene: Scene, hit: Hit) -> bool:
    """ "after the core group": the meeting is not where this happened."""
    before = scene.words.low[max(0, hit.first - 2) : hit.first]
    return any(word in _BEYOND for word in before)


def not_then(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is of a plan, another time or papers, and of nothing that was."""
    return past(scene, hit) or on_paper(scene, hit) or planned(scene, hit)


def elsewhere_told(scene: Scene, hit: Hit) -> bool:
    """Whether a cue is of a plan, another time, papers or a contact at a distance."""
    key = (hit.first, hit.last, hit.rule.says in _LIVE)
    if key not in scene.elsewhere:
        scene.elsewhere[key] = at_distance(scene, hit) or not_then(scene, hit)
    return scene.elsewhere[key]
