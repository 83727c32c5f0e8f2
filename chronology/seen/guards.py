"""What may not be said of a child whatever cues, weights and networks hold: plain rules.

dead      the record says that the child was pronounced or found dead: who then saw the body did not
          see the child; where life was still fought for, the child was seen
namesake  "Nurse Mia Brook", "the dog Theo", "Aunt Rose": somebody else with a child's first name
taken     "Mia at nan's. Taken to hospital.": by whom is not said, and relatives had the child
camera    "Mia seen on CCTV", "on Snapchat": nobody saw the child in person
listed    "Children: Mia (7), Theo (3)", "4 children in family", "3 children sharing a bed": who
          belongs to a family is not who was seen
planned   "Theo - HV to do": what is to be done with Theo is nothing that was
others    "Other children at home with nan", where no visit is told of: they were not here
kin       "Theo's sister Lily seen": that is nothing about Theo
neither   "Mia and Theo booked in. Neither came", "both ate": that is nothing about Rose
another   "Ruby, 7, recurrent cough." in Theo's record: what names no Theo is not about him
of whom   "Children Mia and Theo seen", "found Mia alone", "seen at the park per mum": whosesight.py
unknown   "Half-sister Lily seen": she is no child of the case; "not in uniform" is no absence
visited   "Visit to Theo at his father's" does not say that he was not there
thing     "Kids' bikes in garden", "fridge empty", "refused to be weighed": things.py
history   "On 12/03/2018 Theo was seen" in an entry of 2021: history.py
unseen    "Not collected until 4", "Attended: mum only", "No signs of harm to the children" by
          themselves are no absence of the child's

The words of death and of absence stand in guards.toml, single words in grammar.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from chronology.model import SeenValue
from chronology.seen import roles
from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.facts import TABLE, is_no_sighting
from chronology.seen.grammar import grammar
from chronology.seen.history import is_of_another_time
from chronology.seen.mention import ADULT, CHILD, STRANGER, Mention
from chronology.seen.scene import Scene, any_mark, told_in
from chronology.seen.sexes import may_be, sex_of
from chronology.seen.sight import past_forms
from chronology.seen.tables import Told
from chronology.seen.things import tells_of_no_child
from chronology.seen.unknown import only_as_a_strangers, only_how_it_was
from chronology.seen.whosesight import as_told, as_usual, found_alone, of_others_by_name

_POSTS = grammar("posts")
_SPEAKS = grammar("speaks")
_NOT_KIN = grammar("namesakes")
_HELPERS = grammar("before_death")
_AS_FOUND = grammar("as_found")
_RELATIVES = grammar("relatives_have")
_CAMERAS = grammar("cameras")
_GROWN = re.compile(r"\b(?:1[89]|[2-9]\d) ?(?:y/?o|yof|yom|years?|yrs?|m|f|male|female)\b", re.I)


class Guards:
    """The plain rules over one narrative: whether a claim may stand."""

    __slots__ = ("_on", "_scene", "_words_of_death", "dead")

    def __init__(self, scene: Scene, on: dt.date | None = None) -> None:
        self._scene, self._on = scene, on
        told = _told_of_deaths(scene)
        self._words_of_death = [(at, end) for at, end, _ in told]
        self.dead = dict(_deaths(scene, told))
        """Children of whose death it tells, with the first sentence that does."""

    def allow(self, claim: Claim) -> bool:
        """Whether nothing plain speaks against a claim."""
        return not (
            self._of_the_dead(claim)
            or _of_namesake(self._scene, claim)
            or _taken_by_relatives(self._scene, claim)
            or _on_camera(self._scene, claim)
            or is_no_sighting(self._scene, claim)
            or tells_of_no_child(self._scene, claim)
            or is_of_another_time(self._scene, claim, self._on)
            or _of_kin(self._scene, claim)
            or _of_two_others(self._scene, claim)
            or only_as_a_strangers(self._scene, claim.child)
            or _only_how_it_was(self._scene, claim)
            or _visited_there(self._scene, claim)
            or (claim.strength < BEYOND_DOUBT and self._of_other_words(claim))
        )

    def _of_other_words(self, claim: Claim) -> bool:
        """Whether its words are another child's, or tell of another's sighting."""
        return (
            about_another(self._scene, claim.child)
            or of_others_by_name(self._scene, claim)
            or found_alone(self._scene, claim)
            or as_told(self._scene, claim)
            or as_usual(self._scene, claim)
        )

    def _of_the_dead(self, claim: Claim) -> bool:
        """Whether it rests on the words that tell of the death, on later ones, or on how the child
        was found."""
        if any(at <= claim.hit.first < end for at, end in self._words_of_death):
            return True
        if claim.child not in self.dead:
            return False
        words = self._scene.words
        sentence = words.sentence[claim.first]
        beside = zip(words.low, words.sentence, strict=True)
        found = any(word in _AS_FOUND for word, at in beside if at == sentence)
        return found or sentence >= self.dead[claim.child]


def _only_how_it_was(scene: Scene, claim: Claim) -> bool:
    """ "Not in uniform" is no absence."""
    unseen = claim.value == SeenValue.NOT_SEEN
    return unseen and only_how_it_was(scene, scene.words.sentence[claim.hit.first])


def _visited_there(scene: Scene, claim: Claim) -> bool:
    """ "Visit to Theo at his father's" is no absence, where that is all it says."""
    low, sentence = scene.words.low, scene.words.sentence[claim.hit.first]
    table = told_in(scene, TABLE)
    if claim.value != SeenValue.NOT_SEEN or any(
        table.of(group, sentence) for group in ("denied", "visit-failed")
    ):
        return False
    return any(
        claim.child in m.children
        and scene.words.sentence[m.first] == sentence
        and low[m.last : m.last + 1] == ["at"]
        and " ".join(low[max(m.first - 3, 0) : m.first]).endswith(("visit to", "visit to see"))
        and _ends_soon(scene, m.last)
        for m in scene.mentions
    )


def _ends_soon(scene: Scene, at: int) -> bool:
    """Whether a sentence says little more, and that in the same clause."""
    words = scene.words
    rest = [i for i in range(at, len(words.low)) if words.sentence[i] == words.sentence[at]]
    told = [i for i in rest if words.low[i][0].isalnum()]
    return len(told) <= _FEW and words.clause[told[-1]] == words.clause[at]


_FEW = 5


_Whom = Callable[[Scene, int, int], tuple[str, ...]]


def _told_of_deaths(scene: Scene) -> list[tuple[int, int, _Whom]]:
    """The words that tell of a death, `first` up to `last`, and who says of whom they are."""
    table = told_in(scene, TABLE)
    low = scene.words.low
    found: list[tuple[int, int, _Whom]]
    found = [(hit.first, hit.last, _right_before) for hit in table.of("died")]
    found += [(hit.first, hit.last - 1, _right_before) for hit in table.of("found-dead")]
    found += [(hit.first, hit.last, _spoken_of) for hit in table.of("life-extinct")]
    found += [(hit.first, hit.last, _after) for hit in table.of("body-of")]
    found += [
        (hit.first, hit.last, _owner)
        for hit in table.of("own-body")
        if hit.first and low[hit.first - 1].endswith("'s")
    ]
    return [] if table.of("fought-for") else found


def _deaths(scene: Scene, told: Iterable[tuple[int, int, _Whom]]) -> Iterator[tuple[str, int]]:
    """Children of whom it says that they were dead, with the first sentence that says so."""
    for at, end, who in sorted(told, reverse=True, key=lambda one: one[0]):
        for child in who(scene, at, end):
            yield child, scene.words.sentence[at]


def _right_before(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The child who stands right before words of a death; where they open their sentence, of whom
    the entry speaks."""
    low, sentence = scene.words.low, scene.words.sentence
    first, itself = at, low[at] in ("died", "passed")
    while first and sentence[first - 1] == sentence[at] and low[first - 1] in _HELPERS:
        first -= 1
    if not first or sentence[first - 1] != sentence[at]:
        return () if itself else _spoken_of(scene, at, end)
    who = next((m for m in scene.mentions if m.last == first), None)
    if itself and who and low[who.first] in ("he", "she", "they"):
        return ()  # whoever that was
    return who.children if who and who.kind == CHILD and not who.owner else ()


def _spoken_of(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """The child whom an entry speaks of where it tells of a death: named in the sentence, else
    before it; the record's own where nobody of the family is."""
    sentence = scene.words.sentence
    after = (m for m in scene.mentions if m.first > end and sentence[m.first] == sentence[at]
             and scene.words.low[m.first - 1] in ("of", "for"))  # fmt: skip
    if named := next(after, None):
        return named.children if named.kind == CHILD else ()
    people = [m for m in scene.mentions if m.first < at and m.kind in (CHILD, ADULT, STRANGER)]
    here = [m for m in people if sentence[m.first] == sentence[at]]
    who = here[-1] if here else next((m for m in people if not m.beside), None)
    if who is None:
        return () if _GROWN.search(scene.words.text) else scene.home.unnamed
    return who.children if who.kind == CHILD and (not who.owner or who.last == at) else ()


def _after(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """ "the body of Mia" """
    who = next((m for m in scene.mentions if end <= m.first <= end + 1), None)
    return who.children if who and who.kind == CHILD and not who.owner else ()


def _owner(scene: Scene, at: int, end: int) -> tuple[str, ...]:
    """ "Mia's body" """
    who = next((m for m in scene.mentions if at - 1 <= m.last <= at and m.first < at), None)
    return who.children if who and who.kind == CHILD else ()


def _of_namesake(scene: Scene, claim: Claim) -> bool:
    """Whether its sentence speaks of the child only by a name that is somebody else's there."""
    if claim.value == SeenValue.NOT_SEEN:
        return False
    sentence = scene.words.sentence
    named = [
        mention
        for mention in scene.mentions
        if mention.kind == CHILD
        and claim.child in mention.children
        and sentence[mention.first] == sentence[claim.first]
    ]
    return bool(named) and all(_is_namesake(scene, mention) for mention in named)


def _is_namesake(scene: Scene, mention: Mention) -> bool:
    """ "Aunt Rose", but not "walked the dog Theo said"; after a post only with a surname, for "SW,
    Mia and mum" may lack its commas."""
    low, raw = scene.words.low, scene.words.raw
    before = low[mention.first - 1] if mention.first else ""
    if before in _NOT_KIN:
        after = zip(low[mention.last :], scene.words.sentence[mention.last :], strict=True)
        here = scene.words.sentence[mention.first]
        return not any(word in _SPEAKS and at == here for word, at in after)
    surname = raw[mention.last] if mention.last < len(raw) else ""
    return before in _POSTS and surname.istitle() and surname.isalpha()


def _taken_by_relatives(scene: Scene, claim: Claim) -> bool:
    """Whether somebody who is not named took the child, who was with relatives just before."""
    if claim.value == SeenValue.NOT_SEEN or claim.hit.rule.of != "taken":
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
    if claim.value == SeenValue.NOT_SEEN or _CAMERAS.isdisjoint(scene.words.low):
        return False
    low, clause = scene.words.low, scene.words.clause
    here = set(clause[claim.hit.first : claim.hit.last])
    return any(
        word in _CAMERAS and clause[at] in here and "on" in low[max(0, at - 2) : at]
        for at, word in enumerate(low)
    )


def _of_kin(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting that no rule bears out is of a child of whom only a brother, sister,
    cousin or friend is spoken, in a record that is not the child's own."""
    if (
        claim.value == SeenValue.NOT_SEEN
        or claim.hit.rule.says
        or claim.child in scene.home.unnamed
    ):
        return False
    low = scene.words.low
    named = [m for m in scene.mentions if claim.child in m.children]
    return bool(named) and all(
        m.owner and not _KIN.isdisjoint(low[m.last : m.last + 3]) for m in named
    )


def _of_two_others(scene: Scene, claim: Claim) -> bool:
    """ "Mia and Theo booked in. Neither came", "both came": of those two of several, and of nobody
    of whom the entry does not speak."""
    hit, low, mentions = claim.hit, scene.words.low, scene.mentions
    word = "neither" if claim.value == SeenValue.NOT_SEEN else "both"
    at = next((i for i in range(hit.first, hit.last) if low[i] == word), -1)
    if word == "both":
        bare = at >= 0 and (low[at + 1] in _AFTER_BOTH or low[at + 1] in past_forms())
        at = len(low) if bare and not any(claim.child in m.children for m in mentions) else -1
    named = {c for m in mentions if m.named and m.last <= at for c in m.children}
    return len(named) == _TWO and claim.child not in named


_AFTER_BOTH = grammar("after_both")
_TWO = 2


_KIN = grammar("kin_or_friend")
_SEVERAL = grammar("several")
_CAME = grammar("came")


def about_another(scene: Scene, child: str) -> bool:
    """Whether an entry in a child's record is about another child: it names one in its first
    sentence, or begins the second so after a heading, and nothing in it may mean this one."""
    mentions = scene.mentions
    if child not in scene.home.unnamed or any(child in m.children for m in mentions):
        return False
    home, low = scene.home, scene.words.low
    named = next(
        (m for m in mentions
         if (m.kind == CHILD and m.named)
         or (m.kind == STRANGER and not may_be(home, child, sex_of(low[m.last - 1])))),
        None,
    )  # fmt: skip
    if named is None or not _leads(scene, named) or _came_with(scene, named):
        return False
    called = _before_their_names(low, mentions)
    return not any(
        word in _SEVERAL and at not in called and may_be(home, child, sex_of(word))
        for at, word in enumerate(low)
    )


def _before_their_names(low: Sequence[str], mentions: Sequence[Mention]) -> set[int]:
    """Where "baby" stands in "Baby Finn" or "the baby, Finn,": that name says who it is."""
    return {
        one.last - 1
        for one, name in pairwise(mentions)
        if name.named and one.children == name.children and name.first - one.last <= 1
        and low[one.last - 1] in _ITSELF
    }  # fmt: skip


_ITSELF = frozenset(["baby", "boy", "child", "girl"])


def _leads(scene: Scene, named: Mention) -> bool:
    """ "Accident record no 41. Ruby trod on ...": what stands before it tells of nothing."""
    sentence = scene.words.sentence
    if sentence[named.first] != 1:
        return not sentence[named.first]
    begins = named.first == sentence.index(1)
    return begins and not any(hit.first < named.first for hit in scene.hits)


def _came_with(scene: Scene, named: Mention) -> bool:
    """ "Attended with Ruby", whoever did; but "met with Ruby", "called to Ruby"."""
    low, at = scene.words.low, named.first
    return low[at - 1 : at] == ["with"] and not _CAME.isdisjoint(low[max(0, at - 3) : at - 1])


def tells_of_no_harm(scene: Scene, sentence: int) -> bool:
    """Whether a sentence says that no signs of harm were there, which is no absence."""
    return bool(told_in(scene, TABLE).of("no-harm", sentence))


def may_be_unseen(scene: Scene) -> bool:
    """Whether an absence may rest on the words alone: a child not collected was where others had
    care of the child; who came says nothing where no visit or appointment is told of."""
    table = told_in(scene, TABLE)
    if table.of("not-collected") and not table.of("absent"):
        return False
    came = None if any(m.kind == CHILD for m in scene.mentions) else _adults_came(table)
    return not came or any(not came[0] <= h.first < came[1] for h in table.of("contact"))


def _adults_came(table: Told) -> tuple[int, int] | None:
    """The words "Attended: mum and nan only", to the last "only" of their sentence."""
    sentence, count = table.words.sentence, len(table.words.low)
    for hit in table.of("who-came"):
        here = sentence[min(hit.last, count - 1)]
        if ends := [only.last for only in table.of("only", here) if only.first >= hit.last]:
            return hit.first, ends[-1]
    return None
