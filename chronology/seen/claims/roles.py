"""Whom a cue is about: the one it is done to, the one who does it, the record's own child."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from chronology.seen.scene import (
    Scene,
    actor,
    child_before,
    child_in_clause,
    children_after,
    following,
    hits_in,
    inside,
    same_sentence,
)
from chronology.seen.who.mention import ADULT, CHILD, PROFESSIONAL, STRANGER, UNBORN, Mention
from chronology.seen.wording import cues
from chronology.seen.wording.cues import Hit
from chronology.seen.wording.forms import ING, PARTICIPLE, PAST
from chronology.seen.wording.grammar import grammar

Target = tuple[Mention | None, tuple[str, ...]]
NOBODY: Target = (None, ())
_BE = grammar("be")
_ADVERBS = grammar("adverbs")
_LEADS_IN = grammar("leads_in")
_OPENERS = grammar("openers")
_TAKES_OBJECT = grammar("takes_object")
_AFTER_ING = grammar("after_ing")
# "asked about the children", "arrested for assault on a child": nothing was done to them
_NOT_DONE_TO = grammar("not_done_to")
_ASKED_OF_OTHERS = grammar("asked_of_others")
_SIGHTING = frozenset(["sight", "glimpsed"])


def target(scene: Scene, hit: Hit) -> Target:
    """Whom a cue of sight is about, as its rule's `of` says."""
    if named := inside(scene, hit):
        return named, named.children
    return _BY_OF.get(hit.rule.of, patient)(scene, hit)


def patient(scene: Scene, hit: Hit) -> Target:
    """The one it is done to: "saw Theo", "Theo was weighed", "Weighed" in the child's record."""
    form = hit.form
    after = following(scene, hit, 6)
    if scene.words.low[hit.last - 1] in _TAKES_OBJECT and hit.rule.says == "contact":
        return _with_whom(scene, hit, after)
    active = _active_object(scene, hit, after)
    if active:
        return active
    if form and not form & PARTICIPLE:
        return _beside(scene, hit)
    if _seen_by_a_relative(scene, hit, after) or thing_seen(scene, hit):
        return NOBODY
    who = actor(scene, hit.first)
    if who and who.kind == CHILD:
        if not _is_done_to(scene, hit, who):
            return NOBODY
        others = tuple(c for m in children_after(scene, hit) if m.beside for c in m.children)
        return who, tuple(dict.fromkeys((*who.children, *others)))
    if who and who.kind in (ADULT, UNBORN, STRANGER):
        return _beside(scene, hit) if same_sentence(scene, who, hit.first) else NOBODY
    return _unnamed(scene, hit, after)


def _seen_by_a_relative(scene: Scene, hit: Hit, after: Mention | None) -> bool:
    """ "Last seen by his nan": no professional saw the child."""
    if after is None or after.kind not in (ADULT, STRANGER):
        return False
    by = scene.words.low[after.first - 1] == "by"
    return by and hit.rule.of == "patient" and hit.rule.name in _SIGHTING


def _is_done_to(scene: Scene, hit: Hit, who: Mention) -> bool:
    """Whether it is done to the child named before: "Theo weighed", "Theo well. Weighed"."""
    if not hit.form or _passive(scene, hit, who):
        return True
    before = not same_sentence(scene, who, hit.first)
    return bool(hit.form & PARTICIPLE) and before and opens_clause(scene, hit)


def _with_whom(scene: Scene, hit: Hit, after: Mention | None) -> Target:
    """ "spoke to Theo", or Theo "spoke to PC 114"."""
    if after and after.kind == CHILD and not after.owner:
        return after, after.children
    who = actor(scene, hit.first)
    if after and after.kind == PROFESSIONAL and who and who.kind == CHILD:
        return who, who.children
    if after is None or after.kind == PROFESSIONAL:
        return NOBODY if after is None and not (who and who.kind == CHILD) else subject(scene, hit)
    return _beside(scene, hit)


def _active_object(scene: Scene, hit: Hit, after: Mention | None) -> Target | None:
    """The child after the verb: "saw Theo", "saw mum with Theo", "gave Theo a lift"."""
    low = scene.words.low
    if not after or after.kind != CHILD or after.owner or low[after.first - 1] == "by":
        return None
    between = low[hit.last : after.first]
    if any(word in _NOT_DONE_TO for word in between):
        return None
    if hit.rule.says in ("asked", "contact") and any(w in _ASKED_OF_OTHERS for w in between):
        return NOBODY
    who = actor(scene, hit.first)
    if who and who.kind == CHILD:
        if after.beside and _passive(scene, hit, who):
            return None
        if set(who.children) == set(after.children):
            return None
        if hit.rule.name in _SIGHTING:
            return NOBODY
    return _with_the_own(scene, hit, after)


def _with_the_own(scene: Scene, hit: Hit, near: Mention) -> Target:
    """The one named; "Seen with siblings" is the record's own child beside them."""
    beside = near.beside and actor(scene, hit.first) is None
    if beside and hit.form & PARTICIPLE and opens_clause(scene, hit):
        return near, tuple(dict.fromkeys((*scene.home.unnamed, *near.children)))
    return near, near.children


def _beside(scene: Scene, hit: Hit) -> Target:
    """ "saw mum with Theo": the child stands beside the one who is seen."""
    for mention in children_after(scene, hit):
        before = scene.words.low[max(0, mention.first - 3) : mention.first]
        if "with" in before or "and" in before:
            return mention, mention.children
    return NOBODY


def _passive(scene: Scene, hit: Hit, who: Mention) -> bool:
    """Whether the one named before the verb is the one it is done to: "was seen", "Theo seen"."""
    low = scene.words.low
    at = hit.first - 1
    while at >= who.last and (low[at] in _ADVERBS or low[at].endswith("ly")):
        at -= 1
    if at < who.last or low[at] in _BE or low[at] in (",", "-", ":", "(", "\u2013"):
        return True
    told = low[who.last : hit.first] if same_sentence(scene, who, hit.first) else []
    return len(told) > 2 and any(w in _BE for w in told)


def thing_seen(scene: Scene, hit: Hit) -> bool:
    """ "Bedroom seen", "bruise noted": a thing and not a person stands before a verb of sight."""
    low, clause = scene.words.low, scene.words.clause
    at = hit.first - 1
    while at >= 0 and clause[at] == clause[hit.first] and _small(low[at]):
        at -= 1
    if at < 0 or clause[at] != clause[hit.first]:
        return False
    if low[at] == "#":
        return True  # a fracture: "XR: no # seen"
    if not low[at][0].isalpha():
        return False
    if scene.covered[at]:
        return False
    if low[at] in cues.named("body") and hit.rule.name not in _SIGHTING:
        return False
    return low[at] not in _OPENERS and not low[at].isdigit()


def _small(word: str) -> bool:
    """An adverb, a form of "be" or a number: what may stand between somebody and a verb."""
    if word.endswith("ly"):
        return word != "family"
    return word in _ADVERBS or word in _BE or word.isdigit()


def _unnamed(scene: Scene, hit: Hit, after: Mention | None) -> Target:
    """Whom a cue is about that names nobody: the child of its clause, else the record's own."""
    if after and after.kind == ADULT and not after.beside:
        return NOBODY
    near = child_in_clause(scene, hit.first)
    if near:
        return _with_the_own(scene, hit, near)
    form = hit.form
    if hit.rule.says == "contact" or not (form & PARTICIPLE or form == 0):
        return NOBODY
    if _of_a_childs_thing(scene, hit):
        return NOBODY
    return None, scene.home.unnamed


def _of_a_childs_thing(scene: Scene, hit: Hit) -> bool:
    """ "Layla's card, checked by staff" is not about Layla."""
    owners = (m for m in scene.mentions if m.kind == CHILD and m.owner and m.first < hit.first)
    return any(same_sentence(scene, m, hit.first) for m in owners)


def subject(scene: Scene, hit: Hit) -> Target:
    """The one who acts; in the child's own record a clause without one is about the child."""
    who = actor(scene, hit.first)
    if who and who.kind == CHILD:
        return who, who.children
    if who and who.kind == ADULT and hit.rule.name == "attended":
        return _beside(scene, hit)
    if who is None and opens_clause(scene, hit) and not _writers_own(scene, hit):
        return None, scene.home.unnamed
    return NOBODY


def _writers_own(scene: Scene, hit: Hit) -> bool:
    """ "Dropped the parcel off", "Waited": where no child has been named the writer does it."""
    low = scene.words.low
    after = following(scene, hit, 1)
    if after and after.first == hit.last:
        return True
    form = hit.form
    if (
        form == ING
        and hit.last < len(low)
        and low[hit.last][0].isalpha()
        and (low[hit.last] not in _AFTER_ING and not low[hit.last].endswith("ly"))
    ):
        return True
    if _on_a_lap(low, hit.last):
        return False
    if not form & PAST or low[hit.first - 1 : hit.first] in (["was"], ["is"], ["were"]):
        return False
    if low[hit.first] == "attended":
        return low[hit.last] in ("at", "address", "scene", "to", "the", "home")
    return not any(m.kind == CHILD and m.first < hit.first for m in scene.mentions)


def _on_a_lap(low: Sequence[str], at: int) -> bool:
    """ "Sat on sister's lap": whoever writes does not."""
    if low[at : at + 1] not in (["on"], ["in"]):
        return False
    return any(
        low[lap] in LAPS and (low[lap - 1].endswith("'s") or low[lap - 1] in _SOMEBODYS)
        for lap in range(at + 2, min(at + _NEAR, len(low)))
    )


LAPS = frozenset(["lap", "knee", "knees", "hip", "arms", "shoulders"])
_SOMEBODYS = frozenset(["her", "his", "my"])
_NEAR = 6
_MONEY = frozenset("\u00a3$\u20ac")


def opens_clause(scene: Scene, hit: Hit) -> bool:
    """Whether nothing but small words stands before a cue in its clause."""
    words = scene.words
    at = hit.first - 1
    while at >= 0 and words.clause[at] == words.clause[hit.first]:
        word = words.low[at]
        if word in _MONEY:
            return False  # "£40 taken"
        if not _small(word) and word[0].isalpha():
            return word in _LEADS_IN
        at -= 1
    return True


def index(scene: Scene, hit: Hit) -> Target:
    """The record's own child, or the one whom the sentence names."""
    near = child_in_clause(scene, hit.first)
    if near:
        return near, near.children
    who = actor(scene, hit.first)
    who = who or _just_told_of(scene, hit)
    if who and who.kind == CHILD:
        return who, who.children
    if who and who.kind in (ADULT, UNBORN, STRANGER) and same_sentence(scene, who, hit.first):
        return NOBODY
    return None, scene.home.unnamed


def _just_told_of(scene: Scene, hit: Hit) -> Mention | None:
    """The child whom the sentence before names last, where it tells of a contact: "Dr Vane examined
    Ruby. 3 bruises.", but not "Bitten by Ruby. 3 bruises." """
    before, sentence = child_before(scene, hit.first), scene.words.sentence
    if before is None or before.beside or sentence[hit.first] - sentence[before.first] != 1:
        return None
    met = any(h.rule.says in _MET for h in hits_in(scene, sentence[before.first]))
    return before if met else None


_MET = frozenset(["seen", "contact", "observed", "alone"])


def finding(scene: Scene, hit: Hit) -> Target:
    """A clinical finding: of the child named near it, else of the record's own child."""
    here = scene.by_clause.get(scene.words.clause[hit.first], ())
    grown = any(m.kind in (ADULT, UNBORN) and (m.owner or not m.beside) for m in here)
    if grown and not child_in_clause(scene, hit.first):
        return NOBODY
    return index(scene, hit)


_BY_OF: Mapping[str, Callable[[Scene, Hit], Target]] = {
    "subject": subject, "index": index, "finding": finding,
}  # fmt: skip


def agent(scene: Scene, hit: Hit) -> Mention | None:
    """Who does it: after "by", else the one who acts where that is no child."""
    low = scene.words.low
    for mention in scene.by_clause.get(scene.words.clause[hit.last - 1], ()):
        if mention.first >= hit.last and mention.first - hit.last < 6:
            at = mention.first - 1
            while at > hit.last and low[at] in ("the", "her", "his", "their", "a", "our"):
                at -= 1
            if low[at] == "by" or low[hit.last - 1] == "by":
                return mention
    who = actor(scene, hit.first)
    if who and who.kind in (PROFESSIONAL, ADULT, STRANGER) and same_sentence(scene, who, hit.first):
        return who
    return None
