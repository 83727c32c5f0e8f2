"""What is weighed in a narrative, of one child: words, kinds of word, rules, and who is spoken of.

    w word          a word; "word where it stands in quotes
    p one|two       two words, one after the other; people stand as what they are (below)
    k one|three     a word and the next but one
    a word WHO      a word, and who acts
    c word WHO      a word, and who is spoken of in its clause
    s word WHO      a word, and who is spoken of in its sentence
    K kind          a kind of word (senses.toml); A, C, S kind WHO as for words
    N kind WHO      a kind of word in a clause that denies something
    b one|two       kinds of two words that follow each other; j one|three with one between
    h rule WHO      a rule that fired, and who acts; f says WHO form; o rule WHO WHOM
    x scope         a plan, hearsay, a call ...: what takes a cue's force away
    in a|b          everybody who is spoken of in a sentence
    anything with = what the rules came to

WHO is T the child asked about, O another child, A an adult of the family, P a professional,
S a stranger, U an unborn child, 0 nobody; T- and O- are "neither child", T' and O' theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronology.seen.claim import Claim
from chronology.seen.mention import ADULT, CHILD, PROFESSIONAL, STRANGER, UNBORN, Mention
from chronology.seen.scene import Scene, actor, following
from chronology.seen.senses import senses

Evidence = dict[str, int]
"""What is weighed -> the word that brings it in."""

_LONG = 15
_MOST = 5
_LETTERS = {ADULT: "A", PROFESSIONAL: "P", STRANGER: "S", UNBORN: "U"}
_DENYING = frozenset(["not", "no", "never", "without", "neither", "nor", "none", "nobody"])
_NOBODY = "0"
_EDGE = ("^",)


def evidence(
    scene: Scene, child: str, sighted: Sequence[Claim], heard: Sequence[Claim],
    standing: Claim | None, views: Claim | None, beside: Claim | None = None,
) -> Evidence:  # fmt: skip
    """Everything that is weighed of a child, `beside` what the rules say of the record's own."""
    found: Evidence = {}
    people = _People(scene, child)
    for name, at in _of_words(scene, people):
        if name not in found:
            found[name] = at
    for name, at in _of_rules(scene, people, child, sighted, heard):
        found.setdefault(name, at)
    for name in _of_the_whole(scene, child, standing, views):
        found[name] = -1
    if child != scene.home.subject:
        own = beside.value if beside else "not_recorded"
        found |= {f"beside={own}": -1, f"beside={own} {child in _spoken(scene)}": -1}
    return found


class _People:
    """Who is spoken of, clause by clause and sentence by sentence, seen from one child."""

    __slots__ = ("clauses", "denied", "letters", "sentences")

    def __init__(self, scene: Scene, child: str) -> None:
        words = scene.words
        self.letters = {m.first: _letter(m, child) for m in scene.mentions}
        clauses: list[set[str]] = [set() for _ in range((words.clause or [-1])[-1] + 1)]
        sentences: list[set[str]] = [set() for _ in range((words.sentence or [-1])[-1] + 1)]
        for mention in scene.mentions:
            letter = self.letters[mention.first]
            clauses[words.clause[mention.first]].add(letter)
            sentences[words.sentence[mention.first]].add(letter)
        self.clauses = [_foremost(letters) for letters in clauses]
        self.sentences = [(_foremost(letters), letters) for letters in sentences]
        self.denied = [False] * len(clauses)
        for word, clause in zip(words.low, words.clause, strict=True):
            if word in _DENYING or word.endswith("n't"):
                self.denied[clause] = True

    def letter(self, mention: Mention | None) -> str:
        return self.letters[mention.first] if mention else _NOBODY


def _letter(mention: Mention, child: str) -> str:
    if mention.kind == CHILD:
        letter = "T" if child in mention.children else "O"
    else:
        letter = _LETTERS[mention.kind]
    return letter + ("-" if mention.negative else "") + ("'" if mention.owner else "")


def _foremost(letters: set[str]) -> str:
    """The child before other children, these before adults and professionals."""
    bare = {letter[0] for letter in letters}
    return next((letter for letter in "TOAP" if letter in bare), _NOBODY)


def _of_words(scene: Scene, people: _People) -> Iterator[tuple[str, int]]:
    words, known = scene.words, senses()
    starts = {m.first: m for m in scene.mentions}
    one: tuple[str, tuple[str, ...]] = ("^", _EDGE)
    two = one
    at, sentence, count = 0, -1, len(words.low)
    while at < count:
        if words.sentence[at] != sentence:
            sentence = words.sentence[at]
            one = two = ("^", _EDGE)
        mention = starts.get(at)
        here = at
        if mention:
            word = people.letter(mention)
            kinds: tuple[str, ...] = (word,)
            at = mention.last
            if mention.beside:
                yield f"beside {word}", here
        else:
            low = words.low[at]
            word = '"' + low if words.quoted[at] else low
            kinds = known.get(low, ())
            yield from _of_a_word(scene, people, here, word, kinds)
            kinds = kinds or (word,)
            at += 1
        yield f"p {two[0]}|{word}", here
        yield f"k {one[0]}|{word}", here
        for kind in kinds:
            for before in two[1]:
                yield f"b {before}|{kind}", here
            for before in one[1]:
                yield f"j {before}|{kind}", here
        one, two = two, (word, kinds)


def _of_a_word(
    scene: Scene, people: _People, at: int, word: str, kinds: tuple[str, ...]
) -> Iterator[tuple[str, int]]:
    yield f"w {word}", at
    if not scene.words.low[at][0].isalpha():
        return
    clause, sentence = scene.words.clause[at], scene.words.sentence[at]
    acts = people.letter(actor(scene, at))
    inside, within = people.clauses[clause], people.sentences[sentence][0]
    yield f"a {word} {acts}", at
    yield f"c {word} {inside}", at
    yield f"s {word} {within}", at
    for kind in kinds:
        yield f"K {kind}", at
        yield f"A {kind} {acts}", at
        yield f"C {kind} {inside}", at
        yield f"S {kind} {within}", at
        if people.denied[clause]:
            yield f"N {kind} {inside}", at


def _of_rules(
    scene: Scene, people: _People, child: str, sighted: Sequence[Claim], heard: Sequence[Claim]
) -> Iterator[tuple[str, int]]:
    for hit in scene.hits:
        acts, rule = people.letter(actor(scene, hit.first)), hit.rule
        yield f"h {rule.name} {acts}", hit.first
        yield f"f {rule.says} {acts} {hit.form}", hit.first
        yield f"o {rule.says} {acts} {people.letter(following(scene, hit))}", hit.first
    for kind, by in scene.scopes.items():
        yield f"x {kind}", next(iter(by.values()))[0].first
    for claim in (*sighted, *heard):
        whose = "" if claim.child == child else "other "
        yield f"{whose}{claim.rule}={claim.value}", claim.first
    for _, letters in people.sentences:
        yield "in " + "|".join(sorted(letters)), -1


def _of_the_whole(
    scene: Scene, child: str, standing: Claim | None, views: Claim | None
) -> Iterator[str]:
    """The values the rules came to, and what kind of entry it is."""
    seen = standing.value if standing else "not_recorded"
    told = views.value if views else "not_recorded"
    spoken = child in _spoken(scene)
    yield from ("always=", f"seen={seen}", f"views={told}", f"both={seen}+{told}")
    yield from (f"spoken={spoken}", f"spoken={spoken} seen={seen}")
    if standing:
        yield from (f"by={standing.rule}", f"surely={seen}{standing.strength}")
    if views:
        yield f"viewsby={views.rule}"
    yield f"words={min(_MOST, len(scene.words.low) // _LONG)}"
    yield f"children={min(3, len(scene.home.born))}"


def _spoken(scene: Scene) -> set[str]:
    """The children who are spoken of at all."""
    return {child for mention in scene.mentions for child in mention.children}
