"""What a sentence says of whose sighting it tells, and of whom: plain rules for the guards.

"Children Mia (5) and Theo (1) seen"    of those two: Rose is none of them
"Found Mia and Theo alone in the house" nobody was with the two; a professional who finds them
                                        sees them together
"Mia hugged everyone"                   that they were her brothers the words do not say
"Rose helped with the boxes per mother" her mother tells it: nobody else saw Rose
"Mia asked 'is it my fault?'"           what a child asks is the child's own words
"Says she stays at her dad's mostly"    where she usually is tells nothing of that day
"Mia said Dad waits in the car"         what she says or draws of him parts nobody at the contact

The words stand in guards.toml, those for several children in grammar.toml.
"""

from __future__ import annotations

import re

from chronology.model import SIGHTED, SeenValue
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim, sentence_of
from chronology.seen.scene import Scene, actor, any_mark, guard_words, spoken_of
from chronology.seen.who.mention import ADULT, ARTICLES, CHILD, Mention
from chronology.seen.wording.cues import Hit
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import past_brackets

_SEVERAL = grammar("several_children")
_BETWEEN_NAMES = re.compile(
    r"(?:[\s,:&(]|\band\b|\bboth\b|\(?\b(?:aged? )?\d+(?:/12)?\b[^()]{0,8}\)?|\))*"
)
_MANY = 2


def of_others_by_name(scene: Scene, claim: Claim) -> bool:
    """Whether "children" in a claim's sentence is told by names right after it, two or more, of
    which the child's is none, and the sentence speaks of the child in no other words."""
    sentence = sentence_of(scene, claim)
    here = [m for m in spoken_of(scene, sentence) if m.kind == CHILD]
    for at, group in enumerate(here):
        if group.named or scene.words.low[group.last - 1] not in _SEVERAL:
            continue
        names = _names_after(scene, group, here[at + 1 :])
        named = {c for m in names for c in m.children}
        if len(named) < _MANY or claim.child in named or _goes_on(scene, names[-1]):
            continue
        return not any(claim.child in m.children for m in here if m is not group)
    return False


def _goes_on(scene: Scene, name: Mention) -> bool:
    """ "Children Mia, Theo and an infant": somebody without a name is of them."""
    low, after = scene.words.low, past_brackets(scene.words.low, name.last)
    after += low[after : after + 1] == [")"]
    table = guard_words(scene)
    for hit in table.of("a-sibling-too", scene.words.sentence[name.first]):
        if hit.first >= after and _APART.isdisjoint(low[after : hit.first]):
            return True
    more = table.of("one-more")
    return any(hit.first == after or name.first < hit.first < name.last for hit in more)


def _names_after(scene: Scene, group: Mention, following: list[Mention]) -> list[Mention]:
    """The names that stand right after a word for several children."""
    text, spans = scene.words.text, scene.words.spans()
    names: list[Mention] = []
    end = spans[group.last - 1][1]
    for mention in following:
        if not mention.named or not _BETWEEN_NAMES.fullmatch(text, end, spans[mention.first][0]):
            break
        names.append(mention)
        end = spans[mention.last - 1][1]
    return names


def found_alone(scene: Scene, claim: Claim) -> bool:
    """Whether a child "seen alone" was found together with others and with nobody in charge."""
    if claim.value != SeenValue.SEEN_ALONE:
        return False
    table, here = guard_words(scene), sentence_of(scene, claim)
    alone = table.near(table.of("come-upon", here), table.of("left-alone", here), _NEAR)
    several = [h.first for h in table.of("several") if _names_somebody(scene, h.first)]
    then = [h.first for h in table.of("then-saw")]
    return any(
        first <= claim.hit.first < last
        and any(first < at < last for at in several)
        and not any(first < at < last for at in then)
        for first, last in alone
    )


def _names_somebody(scene: Scene, at: int) -> bool:
    """Whether an "and" joins somebody: "Mia and Theo", but not "happy and playing"."""
    words, after = scene.words, at + 1
    if words.low[at] not in ("and", "&") or after >= len(words.low):
        return words.low[at] not in ("and", "&")
    mentioned = any(m.first == after for m in scene.mentions)
    return mentioned or words.low[after] in ARTICLES or words.raw[after][:1].isupper()


_NEAR = 8
"""Words at most between two phrases: "found Mia (5) and her brother Theo, 1, alone"."""


def alone_as_told(scene: Scene, claim: Claim) -> bool:
    """Whether all that parts a child "seen alone" from others is what the child says or draws:
    "Theo said Dad stays in the car", "drew Mum outside"."""
    if claim.value != SeenValue.SEEN_ALONE or claim.strength >= BEYOND_DOUBT:
        return False
    apart = [hit for hit in scene.hits if hit.rule.says == "alone"]
    return bool(apart) and all(_as_the_child_has_it(scene, hit) for hit in apart)


def _as_the_child_has_it(scene: Scene, hit: Hit) -> bool:
    """Whether a child says it of somebody, shows it in play or has put it in a picture."""
    words, at = scene.words, hit.first - 1
    if not any(m.first == hit.first and m.kind == ADULT for m in scene.mentions):
        return False
    if any(pictured.last <= hit.first for pictured in
           guard_words(scene).of("pictured", words.sentence[hit.first])):  # fmt: skip
        return True
    while at >= 0 and words.low[at] in _BEFORE_WHOM:
        at -= 1
    if at < 0 or words.clause[at] != words.clause[hit.first] or words.low[at] not in _TELLS_OF:
        return False
    who = actor(scene, at)
    return who is not None and who.kind == CHILD


_TELLS_OF = grammar("child_tells_of")
_BEFORE_WHOM = grammar("before_whom_a_child_tells_of")


def did_meet(scene: Scene, claim: Claim) -> bool:
    """ "I did manage to see Theo": the writer says so outright."""
    words, begins = scene.words, claim.hit.first
    if claim.rule not in _MEETING or claim.value not in SIGHTED:
        return False
    while begins and words.low[begins - 1] in _MANAGED:
        begins -= 1
    before = words.low[begins - 1] if begins else ""
    outright = not _OUTRIGHT.isdisjoint(words.low[begins : claim.hit.first])
    opens = not begins or words.sentence[begins - 1] != words.sentence[begins]
    return outright and (opens or before in _WRITERS)


_MEETING = frozenset(["sight", "met"])
_OUTRIGHT = frozenset(["did", "managed", "manage"])
_MANAGED = _OUTRIGHT | {"to", "get", "also", "then", "briefly", "eventually", "finally", "however"}
_WRITERS = frozenset(["i", "we", "and", "but"])


def with_everyone(scene: Scene, claim: Claim) -> bool:
    """ "Mia hugged everyone": whoever they were, in what another child does; but "saw everyone"."""
    low, here = scene.words.low, spoken_of(scene, sentence_of(scene, claim))
    mine = [m for m in here if claim.child in m.children]
    if not mine or any(low[m.last - 1] not in _EVERYONE for m in mine):
        return False
    who = [actor(scene, m.first - 1) if m.first else None for m in mine]
    return all(
        w and w.kind == CHILD and w.named and claim.child not in w.children
        and scene.words.clause[w.first] == scene.words.clause[m.first]
        for w, m in zip(who, mine, strict=True)
    )  # fmt: skip


_EVERYONE = frozenset(["everyone", "everybody"])


def as_told(scene: Scene, claim: Claim) -> bool:
    """Whether a sighting is told as per somebody else."""
    low, first = scene.words.low, claim.hit.first
    table = guard_words(scene)
    if not claim.hit.rule.says and _is_told_beside(scene, claim):
        return False
    return any(
        first <= hit.first
        and low[hit.last] in _ENDS
        and _APART.isdisjoint(low[first : hit.first])
        and not any(first < own.first < hit.first for own in table.of("only-that-as-per"))
        for hit in table.of("as-per")
    )


def _is_told_beside(scene: Scene, claim: Claim) -> bool:
    """Whether a child is named, and not in the sentence on which no rule rests."""
    mine = [m for m in scene.mentions if claim.child in m.children]
    here = sentence_of(scene, claim)
    sentences = {scene.words.sentence[m.first] for m in mine}
    return any(m.named for m in mine) and here not in sentences


_ENDS = frozenset(".;)\n")
_APART = frozenset(",.;\n")


def as_usual(scene: Scene, claim: Claim) -> bool:
    """Whether an absence rests on where the child usually is, and no visit is told of."""
    if claim.hit.rule.says not in ("", "elsewhere") or any_mark(scene, "visit"):
        return False
    table, here = guard_words(scene), sentence_of(scene, claim)
    if table.of("denied", here):
        return False
    but = table.of("but-not")
    usual = [hit for hit in table.of("usually", here) if not table.near([hit], but, 0)]
    return bool(table.near(table.of("stays", here), usual, _NEAR))


_SAYS = re.compile(r"\s*[,:]?\s*[\"\u201c\u2018']\w")
_CLOSED = re.compile(r"[\"\u201d\u2019'](?!\w)")
_SAID = re.compile(r"[\"\u201d\u2019'][\s,]*$")


def asks_itself(scene: Scene, claim: Claim) -> bool:
    """Whether the child of a claim is who asks, in words that are quoted."""
    words, text, spans = scene.words, scene.words.text, scene.words.spans()
    asks = {hit.first for hit in guard_words(scene).of("asks")}
    for mention in scene.mentions:
        at = mention.last
        if mention.kind != CHILD or claim.child not in mention.children or mention.owner:
            continue
        if len(words.raw[at - 1]) == 1:  # "T asked 'Who lives at home?'" may be who was asked
            continue
        if at not in asks:
            continue
        near = words.sentence[at] == sentence_of(scene, claim)
        quoted = _SAYS.match(text, spans[at][1]) or _SAID.search(text[: spans[mention.first][0]])
        if near and quoted and not _unanswered(scene, at):
            return True
    return False


def _unanswered(scene: Scene, asked: int) -> bool:
    """Whether who asked gives no answer: "Mia asked 'how is school?', no reply" was asked."""
    text, spans, low = scene.words.text, scene.words.spans(), scene.words.low
    opened = _SAYS.match(text, spans[asked][1])
    closed = _CLOSED.search(text, opened.end()) if opened else None
    if not closed:
        return False
    after = [i for i, span in enumerate(spans) if span[0] >= closed.end()]
    return any(
        after and hit.first >= after[0] and all(
            word in _GOES_ON or not word[0].isalnum() for word in low[after[0] : hit.first]
        )
        for hit in guard_words(scene).of("no-answer")
    )  # fmt: skip


_GOES_ON = frozenset(["and", "but", "so", "then", "she", "he", "they"])
