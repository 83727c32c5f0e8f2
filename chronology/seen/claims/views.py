"""Claims about a child's views: the child's own words, asked in vain, behaviour observed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from chronology.model import ViewsValue
from chronology.seen.claims import force, roles
from chronology.seen.claims.claim import Claim, claims
from chronology.seen.scene import (
    Scene,
    actor,
    any_mark,
    child_before,
    child_in_sentence,
    following,
    hits_in,
    inside,
    spoken_of,
)
from chronology.seen.who.mention import ADULT, CHILD, PROFESSIONAL, Mention
from chronology.seen.wording import cues
from chronology.seen.wording.cues import Hit, Rule
from chronology.seen.wording.forms import ING, PARTICIPLE, PRESENT
from chronology.seen.wording.grammar import grammar

RELAYED = "relayed"
"""A child's words known only through another adult: no value of views, but worth a flag."""
_BEFORE_ANSWER = grammar("before_answer")
_WONDERING = grammar("wondering")
_TITLES = grammar("staff_titles")
_ASK_AN_ADULT = grammar("tells_an_adult")


def views(scene: Scene) -> list[Claim]:
    """Every claim about the child's views, and the words known only through another adult."""
    found: list[Claim] = []
    for hit in scene.hits:
        if by := _BY_WHAT_IT_SAYS.get(hit.rule.says):
            found += by(scene, hit)
    return [*found, *_quotations(scene)]


def _speaker(scene: Scene, hit: Hit) -> Mention | None:
    """The child who says it; after a quotation the order turns: "I hate it," said Theo."""
    words = scene.words
    after = following(scene, hit, 2)
    before_quote = hit.first > 0 and words.quoted[hit.first - 1]
    if before_quote and after and after.kind == CHILD:
        return after
    who = actor(scene, hit.first)
    if who is None and roles.opens_clause(scene, hit) and scene.home.unnamed:
        who = child_before(scene, hit.first)
        if who and _is_spoken_of(scene, who):
            return None  # "Told me Ruby hits him. Says he is scared" is of the record's own
    return who


def _is_spoken_of(scene: Scene, who: Mention) -> bool:
    """Whether a child is named by somebody unnamed who speaks."""
    clause = scene.words.clause
    told = [hit for hit in scene.hits if clause[hit.first] == clause[who.first]]
    return any(of_another(scene, hit, child) for hit in told for child in who.children)


def _speech(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """A verb of saying or wanting, where it is a child who does."""
    who = _speaker(scene, hit)
    if who is None:
        if any(of_another(scene, hit, child) for child in scene.home.unnamed):
            return
        if hit.form == PRESENT and roles.opens_clause(scene, hit) and not force.headed(scene):
            yield from _said(scene, hit, None, scene.home.unnamed)
        return
    if who.kind == CHILD and not who.mixed:
        yield from _said(scene, hit, who, who.children)


def of_another(scene: Scene, hit: Hit, child: str) -> bool:
    """Whether words of saying that name nobody who says it go on to name a child, who is then not
    the one: "Told me she hits Theo", "Says Theo won't eat" (as pronouns.py reads "she said")."""
    words = scene.words
    verb, whom = words.low[hit.first], following(scene, hit, 1)
    tells = verb in _TELLS and whom is not None and whom.kind == PROFESSIONAL
    opens = next(i for i in words.within(words.sentence[hit.first]) if words.low[i][0].isalnum())
    if not (tells or verb in _SAYS) or opens != hit.first:
        return False
    return any(
        child in m.children and m.named and m.first >= hit.last
        and words.clause[m.first] == words.clause[hit.first] and words.low[m.first - 1] != "by"
        for m in scene.mentions
    )  # fmt: skip


_SAYS = grammar("says_of_somebody")
_TELLS = frozenset(["told", "tells", "telling", "informed", "informs"])


def _said(
    scene: Scene, hit: Hit, who: Mention | None, children: tuple[str, ...]
) -> Iterator[Claim]:
    """What a child says, and asked in vain where that is no answer."""
    if _of_another_time(scene, hit) or _is_done_to(scene, hit) or force.denied(scene, hit):
        return
    if hit.form == ING and not _goes_on(scene, hit, who):
        return
    if who and _wondered(scene, who):
        return
    teller = force.told(scene, hit)
    if teller == ADULT:
        if hit.rule.name == "child-says":
            yield from claims(scene, hit, who, children, RELAYED)
        return
    after = following(scene, hit, 3)
    if after and _a_relative(scene, after) and scene.words.low[hit.first] in _ASK_AN_ADULT:
        return
    if teller == CHILD:
        return
    if hit.rule.name == "child-says" and to_who_rang(scene, hit, who):
        yield from claims(scene, hit, who, children, RELAYED)
        return
    if hit.rule.name == "child-feels" and teller != PROFESSIONAL and _out_of_hearing(scene, hit):
        return
    if hit.rule.name == "child-shows" and not _says_something(scene, hit):
        return
    value = ViewsValue.RECORDED
    if _empty(scene, hit) or _soon_refuses(scene, hit):
        value = ViewsValue.SOUGHT
    yield from claims(scene, hit, who, children, value)


def to_who_rang(scene: Scene, hit: Hit, who: Mention | None) -> bool:
    """ "Gran phoned: Theo told her he is scared": it was to her that he said it."""
    low = scene.words.low
    if who is None or low[hit.last : hit.last + 1] not in (["her"], ["him"], ["them"]):
        return False
    before = [m for m in scene.mentions if m.last <= who.first and not m.owner]
    rang = before[-1] if before else None
    if rang is None or not _a_relative(scene, rang) or low[rang.last - 1] in _CARERS:
        return False
    return force.at_distance(scene, hit)


_CARERS = frozenset(["carer", "carers"])
"""A foster carer passes on what a child says as a professional does."""


def _a_relative(scene: Scene, who: Mention) -> bool:
    """An adult of the family: "told Mrs Ames" is how a school writes of its own staff."""
    return who.kind == ADULT and (scene.words.low[who.first] not in _TITLES or who.owner)


def _out_of_hearing(scene: Scene, hit: Hit) -> bool:
    """A call or meeting in which the child has no part: what is felt there has no source."""
    if not force.at_distance(scene, hit):
        return False
    calls = [h.first for hits in scene.scopes.get("remote", {}).values() for h in hits]
    sentences = {scene.words.sentence[at] for at in calls}
    return not any(
        m.kind == CHILD and not m.owner and scene.words.sentence[m.first] in sentences
        and (not m.beside or scene.words.low[m.first - 1] in ("with", "from"))
        for m in scene.mentions
    )  # fmt: skip


def _quotations(scene: Scene) -> Iterator[Claim]:
    """Words in quotation marks whose speaker is a child: "A: 'We've got inset.'" """
    words = scene.words
    at = 0
    while at < len(words.low):
        if not words.quoted[at]:
            at += 1
            continue
        end = at
        while end < len(words.low) and words.quoted[end]:
            end += 1
        said = [w for w in words.low[at:end] if w[0].isalnum()]
        hit = Hit(_QUOTED, at, end)
        who = _speaker_of(scene, at, end) if len(said) >= _WORDS_QUOTED else None
        hearsay = force.told(scene, hit) in (ADULT, CHILD)
        if who and not hearsay and not _of_another_time(scene, hit):
            empty = " ".join(said) in cues.named("no_answer")
            value = ViewsValue.SOUGHT if empty else ViewsValue.RECORDED
            yield from claims(scene, hit, who, who.children, value)
        at = end


def _of_another_time(scene: Scene, hit: Hit) -> bool:
    """As force.not_then(); words for another time that follow are part of what is said."""
    return force.planned(scene, hit) or force.on_paper(scene, hit) or force.past_before(scene, hit)


def _speaker_of(scene: Scene, first: int, last: int) -> Mention | None:
    """Who says what stands in quotation marks: named before a colon, who acts, or spoken with."""
    words = scene.words
    low = words.low
    after = next((m for m in scene.mentions if last <= m.first <= last + 3), None)
    if after and after.kind in (ADULT, PROFESSIONAL):
        return None
    opens = (
        first == 0
        or words.sentence[first - 1] != words.sentence[first]
        or (low[first - 1] in (":", ",", "-", "\u2013", "\u2014") or words.raw[first - 1] == "\n")
    )
    who = actor(scene, first)
    if who and who.kind == CHILD and not who.mixed and len(who.children) == 1:
        if not scene.home.own_record and low[first - 1] != ":":
            return None
        mine = any(word in _FIRST_PERSON for word in low[first:last])
        return who if opens or mine else None
    if who is None and opens:
        return child_before(scene, first)
    return None


_FIRST_PERSON = grammar("first_person")
_WORDS_QUOTED = 3
_QUOTED = Rule(name="childs-words-quoted", says="speech")


def _is_done_to(scene: Scene, hit: Hit) -> bool:
    """ "was asked", "when told", "stated by mother to be at nan's": the child is not the one who
    says it."""
    before = scene.words.low[max(0, hit.first - 1)]
    if not hit.form & PARTICIPLE:
        return False
    if before in _DONE_TO:
        return True
    by = following(scene, hit, 3) if scene.words.low[hit.last : hit.last + 1] == ["by"] else None
    return by is not None and by.kind != CHILD


def _goes_on(scene: Scene, hit: Hit, who: Mention | None) -> bool:
    """Whether a form in -ing tells what somebody does: "a warning letter" does not."""
    before = scene.words.low[max(0, hit.first - 1)]
    return before in _BEFORE_ING or (who is not None and who.last == hit.first)


_BEFORE_ING = grammar("before_ing")
_DONE_TO = grammar("before_done_to")


def _wondered(scene: Scene, who: Mention) -> bool:
    """ "asked what Sofia thinks" tells nothing of what she thinks."""
    before = scene.words.low[who.first - 1] if who.first else ""
    return before in _WONDERING


def _says_something(scene: Scene, hit: Hit) -> bool:
    """Whether words in quotes or a feeling stand beside what a child picked, put or drew."""
    words = scene.words
    sentence = words.sentence[hit.first]
    feelings = cues.named("feeling")
    return any(
        (quoted and s in (sentence, sentence + 1)) or (s == sentence and i >= hit.last
                                                       and word in feelings)
        for i, (word, quoted, s) in enumerate(
            zip(words.low, words.quoted, words.sentence, strict=True)
        )
        if sentence <= s <= sentence + 1
    )  # fmt: skip


def _empty(scene: Scene, hit: Hit) -> bool:
    """Whether what is quoted after the verb is no answer."""
    words = scene.words
    empty = cues.named("no_answer")
    quoted = [
        i for i in range(hit.last, min(hit.last + 25, len(words.low)))
        if words.quoted[i] and (words.low[i].isalnum() or "'" in words.low[i][1:])
    ]  # fmt: skip
    if quoted and words.sentence[quoted[0]] == words.sentence[hit.first]:
        return " ".join(words.low[i] for i in quoted) in empty
    rest = [w for w in words.low[hit.last : hit.last + 4] if w not in _BEFORE_ANSWER]
    return any(" ".join(rest[:n]) in empty for n in (1, 2, 3))


def _soon_refuses(scene: Scene, hit: Hit) -> bool:
    """ "said she did not want to talk": a refusal follows close upon the verb."""
    return any(
        h.rule.name == "asked-in-vain" and hit.first < h.first < hit.last + 5
        for h in hits_in(scene, scene.words.sentence[hit.first])
    )


def _own_words(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """Words of the child's as they were given: a letter, a page, "in his own words"."""
    if force.planned(scene, hit) or force.denied(scene, hit):
        return
    if force.told(scene, hit) == ADULT:
        return
    who = inside(scene, hit)
    doer = actor(scene, hit.first)
    if who is None and not (doer and doer.kind == CHILD):
        who = child_in_sentence(scene, hit.first)
    if who is None and doer and doer.kind == CHILD:
        who = doer
    if who is None and doer and doer.kind == ADULT:
        return
    children = who.children if who else scene.home.unnamed
    if len(children) > 1:
        children = _named_after(scene, hit) or children
    yield from claims(scene, hit, who, children, ViewsValue.RECORDED)


def _named_after(scene: Scene, hit: Hit) -> tuple[str, ...]:
    """Whose words "children's wishes: Theo wants to stay, Ruby is unsure" goes on to give."""
    after = [m for m in spoken_of(scene, scene.words.sentence[hit.first]) if m.first >= hit.last]
    one = (m.children for m in after if m.kind == CHILD and m.named and len(m.children) == 1)
    return tuple(dict.fromkeys(child for (child,) in one))


def _in_vain(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """Asked without an answer: "would not say", "mother answered for him"."""
    if force.told(scene, hit) == ADULT or force.not_then(scene, hit):
        return
    named, doer = inside(scene, hit), actor(scene, hit.first)
    child = doer if doer and doer.kind == CHILD else None
    if named is None and hit.rule.of == "index":
        who = child_in_sentence(scene, hit.first) or child
    elif named is None and _adult_speaks(scene, hit):
        who = child_in_sentence(scene, hit.first) or child_before(scene, hit.first)
    elif named is None and doer is None and roles.opens_clause(scene, hit):
        who = child_before(scene, hit.first)
    else:
        who = named or (child if child and not child.mixed else None)
        if who is None or not _answers_somebody(scene, hit):
            return
    children = who.children if who else scene.home.unnamed
    yield from claims(scene, hit, who, children, ViewsValue.SOUGHT)


def _adult_speaks(scene: Scene, hit: Hit) -> bool:
    """ "Mother answered for him": an adult is part of the cue."""
    return any(
        m.kind == ADULT and hit.first <= m.first < hit.last
        and scene.words.clause[m.first] == scene.words.clause[hit.first]
        for m in scene.mentions
    )  # fmt: skip


def _answers_somebody(scene: Scene, hit: Hit) -> bool:
    """Looks and gestures are an answer only where somebody asked or the child would not speak."""
    if scene.words.low[hit.first] not in cues.named("gesture"):
        return True
    return any(
        h.rule.says == "asked" or h.rule.name in ("spoke", "met")
        or (h is not hit and h.rule.name == "asked-in-vain"
            and scene.words.low[h.first] not in cues.named("gesture"))
        for h in scene.hits
        if h.first < hit.first or h.rule.name == "asked-in-vain"
    )  # fmt: skip


def _asked(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """Asked; an answer told later in the entry outweighs this."""
    if force.not_then(scene, hit) or force.told(scene, hit) or force.denied(scene, hit):
        return
    doer = roles.agent(scene, hit)
    if doer and doer.kind == ADULT:
        return
    who, children = roles.patient(scene, hit)
    if not children and roles.opens_clause(scene, hit):
        before = child_before(scene, hit.first)
        who, children = before, before.children if before else ()
    yield from claims(scene, hit, who, children, ViewsValue.SOUGHT)


def _behaviour(scene: Scene, hit: Hit) -> Iterator[Claim]:
    """How a child looked or behaved; on a screen too, where that was seen."""
    if force.elsewhere_told(scene, hit) and not _on_screen(scene):
        return
    if force.told(scene, hit):
        return
    who, children = roles.subject(scene, hit)
    if who and who.mixed:
        return
    yield from claims(scene, hit, who, children, ViewsValue.OBSERVED)


def _on_screen(scene: Scene) -> bool:
    return any_mark(scene, "remote") and any(hit.rule.manner == "remote" for hit in scene.hits)


_BY_WHAT_IT_SAYS: Mapping[str, Callable[[Scene, Hit], Iterator[Claim]]] = {
    "speech": _speech, "own": _own_words, "sought": _in_vain, "asked": _asked,
    "observed": _behaviour,
}  # fmt: skip
