"""Who is left out of those whom an entry tells of: "Everyone but Theo was in".

"All the children except Ruby were in"    Ruby was not seen, and the others were
"Everyone seen apart from Theo"           Theo was not; who everyone is, the words do not say
"All attended school except Theo, who had a cold"   Theo was not there
"Everyone knows but Theo"                 nothing about who was there
"Children seen, Theo at nursery"          Theo was not
"Children seen, Theo at school, Ruby at nursery"   each was seen there

The words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from chronology.model import SIGHTED, SeenValue
from chronology.seen.claims import force
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.scene import Scene, guard_words, hits_in, spoken_of
from chronology.seen.who.mention import ARTICLES, CHILD, Mention
from chronology.seen.wording.cues import Hit, Rule
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.tables import Told

_NOT_THERE = "not-there"
_LEFT_OUT = Rule(name="left-out", says="not_seen", reason="other")
_NEAR = 6
"""Words at most between "all" and "except": "all of them were in except Theo"."""


class _LeftOut(NamedTuple):
    """Who is left out of a group in a sentence, where the group stands, and the words from
    "except" to the one left out."""

    sentence: int
    opens: int
    first: int
    last: int
    children: tuple[str, ...]
    others: tuple[str, ...]


def leave_out(scene: Scene, said: dict[str, Claim], sighted: Sequence[Claim]) -> None:
    """Let those who are left out of "all" not be seen, and take back that the others were not: what
    the rules would say of the one left out (`sighted`), "Ruby were in", is said of the others."""
    for child, claim in [*said.items()]:
        if claim.rule == _NOT_THERE and _tells_how(scene, claim):
            del said[child]
    said.update(_told_apart(scene, said, sighted))
    for one in _left_out(scene):
        rests = {c: _rests_on(scene, said[c], one) for c in scene.home.born if c in said}
        for child in one.children:
            if rests.get(child) and said[child].value in SIGHTED:
                del said[child]
                said |= {c.child: c for c in _unseen(scene, child, one)}
        for child in (c for c in scene.home.born if c not in one.children):
            if rests.get(child) and said[child].value == SeenValue.NOT_SEEN:
                del said[child]
            if child in one.others and child not in said:
                said |= {c.child: c for c in sighted if _is_of_whole(scene, c, one, child)}
            if child in one.others and child not in said:
                said |= {c.child: c for c in _of_others(scene, sighted, one, child)}


def _told_apart(
    scene: Scene, said: Mapping[str, Claim], sighted: Sequence[Claim]
) -> dict[str, Claim]:
    """ "Children seen, Max at nursery": Max, told to be elsewhere by his own name, is none of them;
    but where each of them is told to be somewhere, each was seen there."""
    group = [child for child, claim in said.items() if _is_of_a_group(scene, claim)]
    of_it = {child: [c for c in sighted if c.child == child] for child in group}
    told = {child: _told_away(scene, claims) for child, claims in of_it.items()}
    away = {child: claim for child, claim in told.items() if claim}
    return away if any(not (told[c] or _is_placed(scene, c)) for c in group) else {}


def _told_away(scene: Scene, claims: Sequence[Claim]) -> Claim | None:
    """What is told by name of where a child is, where nothing else shows the child by name."""
    by_name = [c for c in claims if _is_by_name(scene, c)]
    if any(c.value in SIGHTED for c in by_name):
        return None
    return next((c for c in by_name if c.rule == _ELSEWHERE and _is_then(scene, c)), None)


def _is_then(scene: Scene, claim: Claim) -> bool:
    """ "Max at football", and not "Max at football later" or "Max at nursery is doing well"."""
    return _LATER.isdisjoint(scene.words.low[claim.hit.last : claim.hit.last + 1])


def _is_placed(scene: Scene, child: str) -> bool:
    """Whether it is told of a child by name where it was: "Ruby at school"."""
    low = scene.words.low
    return any(m.named and m.children == (child,) and low[m.last : m.last + 1] in (["at"], ["in"])
               for m in scene.mentions)  # fmt: skip


_ELSEWHERE = "elsewhere"
_LATER = frozenset(["later", "tomorrow", "next", "on", "is", "was", "has", "will", "said", "says"])


def _is_of_a_group(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting is of the child only as one of "children" or "kids", and not of "both"."""
    if claim.value not in SIGHTED or claim.strength >= BEYOND_DOUBT:
        return False
    here = _mentioned(scene, claim)
    low = scene.words.low
    return bool(here) and all(
        not m.named and low[m.last - 1] in _SEVERAL and m.last - m.first == 1
        and (not m.first or (low[m.first - 1] not in _ALL_OF and not low[m.first - 1].isdigit()))
        for m in here
    )  # fmt: skip


_SEVERAL = grammar("several_children")
_ALL_OF = frozenset(["all", "both", "the", "two", "three", "four", "five", "six"])


def _is_by_name(scene: Scene, claim: Claim) -> bool:
    """Whether the words of a claim call the child by name, and no other child with it."""
    return any(m.named and m.children == (claim.child,) for m in _mentioned(scene, claim))


def _mentioned(scene: Scene, claim: Claim) -> list[Mention]:
    """Where the words of a claim speak of its child."""
    return [m for m in scene.mentions
            if claim.child in m.children and claim.first <= m.first < claim.last]  # fmt: skip


def _tells_how(scene: Scene, claim: Claim) -> bool:
    """ "All clean except Theo, who was grubby": he was there."""
    table, here = guard_words(scene), sentence_of(scene, claim)
    excepted = any(hit.first == claim.hit.first for hit in table.of("except", here))
    return excepted and _tells_after(scene, table, claim.hit)


def _tells_after(scene: Scene, table: Told, who: Hit | Mention) -> bool:
    """Whether what follows the one left out says how that child was, and neither denies anything
    nor says where the child was instead: "except Theo, who was upset and at nan's"."""
    here = scene.words.sentence[who.first]
    hits = hits_in(scene, here)
    away = [*table.of("denied", here), *table.of("left-elsewhere", here)]
    if not any(hit.first >= who.last and hit.rule.name == "sight" for hit in hits):
        away += [hit for hit in hits if hit.rule.says in ("elsewhere", "not_seen")]
    if any(hit.first >= who.last for hit in away):
        return False
    told = [*table.of("as-seen", here)]
    if not table.of("at-a-school", here):
        told += table.of("ill-as-seen", here)
    return any(how.first >= who.last for how in told)


def _rests_on(scene: Scene, claim: Claim, one: _LeftOut) -> bool:
    """Whether a claim rests on the sentence, and on no box or words of absence of its own."""
    here = sentence_of(scene, claim) == one.sentence
    unseen = claim.value == SeenValue.NOT_SEEN and claim.hit.rule.says
    return here and claim.strength < BEYOND_DOUBT and not unseen


def _unseen(scene: Scene, child: str, one: _LeftOut) -> Iterator[Claim]:
    """That the one left out was not seen, where the writer tells of who was there."""
    hit = Hit(_LEFT_OUT, one.first, one.last)
    if not (force.elsewhere_told(scene, hit) or force.told(scene, hit)):
        yield Claim(child, SeenValue.NOT_SEEN, 2, one.first, one.last, _LEFT_OUT.name, hit,
                    reason=_LEFT_OUT.reason)  # fmt: skip


def _of_others(
    scene: Scene, sighted: Sequence[Claim], one: _LeftOut, child: str
) -> Iterator[Claim]:
    """What the words after the one left out say of the others: "all but Ruby were in"."""
    for claim in sighted:
        after = claim.hit.first >= one.last and claim.value == SeenValue.SEEN
        if after and claim.child in one.children and _rests_on(scene, claim, one):
            yield claim._replace(child=child, first=one.opens)


def _is_of_whole(scene: Scene, claim: Claim, one: _LeftOut, child: str) -> bool:
    """Whether a claim shows a child as one of "the children" from whom one is left out."""
    whole = claim.first <= one.opens < claim.last <= one.first
    return whole and claim.child == child and claim.value == SeenValue.SEEN


def _left_out(scene: Scene) -> Iterator[_LeftOut]:
    """Whoever is left out of a group of which it is told that it was there."""
    table, sentence = guard_words(scene), scene.words.sentence
    for hit in table.of("except"):
        here = sentence[hit.first]
        whole = [all_ for all_ in table.of("all-of-them", here) if all_.last <= hit.first]
        whole = whole or _named_whole(scene, hit)
        who = _after(scene, hit)
        if not whole or who is None or _denies(scene, table, here, who):
            continue
        between = table.between(whole[-1].last, hit.first)
        if between > (0 if scene.words.low[hit.first] == "but" else _NEAR):
            continue
        there = [one.first for one in table.of("there", here)]
        was_there = any(not hit.first <= at < who.last for at in there)
        if was_there and _says_no_more(scene, table, whole[-1], hit, who):
            group = _of_group(scene, whole[-1])
            others = tuple(c for c in group if c not in who.children)
            yield _LeftOut(here, whole[-1].first, hit.first, who.last, who.children, others)


def _named_whole(scene: Scene, hit: Hit) -> list[Hit]:
    """ "Saw the children except Theo", "Children seen, except Theo": a word for several."""
    if scene.words.low[hit.first : hit.last] == ["but"]:
        return []  # "Saw the children but Theo left early"
    here = spoken_of(scene, scene.words.sentence[hit.first])
    before = [m for m in here if m.kind == CHILD and m.last <= hit.first]
    several = [m for m in before if scene.words.low[m.last - 1] in _SEVERAL and not m.owner]
    return [Hit(_LEFT_OUT, m.first, m.last) for m in several]


def _denies(scene: Scene, table: Told, here: int, who: Mention) -> bool:
    """Whether the sentence denies that all were there; what it denies of the one left out, "except
    Theo, who would not come down", it does not deny of the others."""
    denied = table.of("denied-there", here)
    after = [word for word in scene.words.low[who.last : who.last + 2] if word != ","]
    of_that_one = bool(after) and after[0] in _WHO
    return any(not of_that_one or hit.first < who.last for hit in denied)


_WHO = frozenset(["who", "whom", "as", "(", "-"])


def _says_no_more(scene: Scene, table: Told, whole: Hit, hit: Hit, who: Mention) -> bool:
    """Whether the sentence says of all only that they were there, and of the one left out not how
    that child was: "all well except Theo" and "all seen except Theo, who has a cough" saw Theo."""
    here = scene.words.sentence[hit.first]
    plain = {word.first for word in table.of("besides", here)}
    between = range(whole.last, hit.first)
    if any(_is_more(scene, i) and i not in plain for i in between):
        return False
    return not _tells_after(scene, table, who)


def _is_more(scene: Scene, at: int) -> bool:
    """Whether a word is neither a mark nor of somebody who is mentioned."""
    return scene.words.low[at][0].isalnum() and not scene.covered[at]


def _after(scene: Scene, hit: Hit) -> Mention | None:
    """The child named right after "except"."""
    at = hit.last
    while at < len(scene.words.low) and scene.words.low[at] in ARTICLES:
        at += 1
    who = next((m for m in scene.mentions if hit.last <= m.first <= at), None)
    if who is None or scene.words.low[who.last - 1].endswith("'s"):
        return None  # "minus Theo's shoes"
    return who if who.kind == CHILD and not who.owner and not who.negative else None


def _of_group(scene: Scene, whole: Hit) -> tuple[str, ...]:
    """The children whom "all of them" means."""
    meant = [m for m in scene.mentions if m.kind == CHILD and m.first < whole.last <= m.last + 1]
    return meant[-1].children if meant else ()
