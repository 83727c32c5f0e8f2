"""Who is left out of those whom an entry tells of: "Everyone but Theo was in".

"All the children except Ruby were in"    Ruby was not seen, and the others were
"Everyone seen apart from Theo"           Theo was not; who everyone is, the words do not say
"All attended school except Theo, who had a cold"   Theo was not there
"Everyone knows but Theo"                 nothing about who was there

The words stand in guards.toml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronology.model import SIGHTED, SeenValue
from chronology.seen import force
from chronology.seen.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.cues import Hit, Rule
from chronology.seen.mention import ARTICLES, CHILD, Mention
from chronology.seen.scene import Scene, guard_words, hits_in
from chronology.seen.tables import Told

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
                said |= {c.child: c for c in _of_others(scene, sighted, one, child)}


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


def _left_out(scene: Scene) -> Iterator[_LeftOut]:
    """Whoever is left out of a group of which it is told that it was there."""
    table, sentence = guard_words(scene), scene.words.sentence
    for hit in table.of("except"):
        here = sentence[hit.first]
        whole = [all_ for all_ in table.of("all-of-them", here) if all_.last <= hit.first]
        who = _after(scene, hit)
        if not whole or who is None or table.of("denied-there", here):
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
