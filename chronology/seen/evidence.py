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

Evidence is found by sort, the letter above, and key: the two words, or the word and who. Its name
is made of these only for learning; weighing.py looks at keys, for most evidence is of no weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from sys import intern
from typing import Any

from chronology.seen.claim import Claim
from chronology.seen.mention import ADULT, CHILD, PROFESSIONAL, STRANGER, UNBORN, Mention
from chronology.seen.outline import EDGE, Outline
from chronology.seen.scene import Scene

Evidence = tuple[str, ...]
Places = list[tuple[str, Sequence[Any], Sequence[int]]]
"""A sort, its keys, and the words where they stand, -1 where that is no one word. Of the sort ""
the keys are names."""

_LONG = 15
_MOST = 5
_LETTERS = {ADULT: "A", PROFESSIONAL: "P", STRANGER: "S", UNBORN: "U"}
_NOBODY = "0"
_FOREMOST = "TOAP0"


_SINGLE = ("w", "K")
_WITH_WHO = ("a", "c", "s", "A", "C", "S", "N")
_OF_TWO = ("p", "k", "b", "j")


def evidence(places: Places) -> Evidence:
    """The name of everything that is weighed of a child, each once."""
    return tuple(dict.fromkeys(
        _name(sort, key) for sort, keys, _ in places for key in keys
        if sort not in _OF_TWO or key[1] != EDGE
    ))  # fmt: skip


def _name(sort: str, key: Any) -> str:
    if sort in _OF_TWO:
        return f"{sort} {key[0] or '^'}|{key[1]}"
    if sort in _WITH_WHO:
        return f"{sort} {key[0]} {key[1]}"
    return f"{sort} {key}" if sort else str(key)


def keys_of(name: str) -> Iterator[tuple[str, Any]]:
    """Every sort and key that evidence of a name may have; as words are interned in outline.py too,
    looking a key up seldom needs more than to see that it is the very same."""
    yield "", name
    sort, _, rest = name.partition(" ")
    if sort in _SINGLE:
        yield sort, intern(rest)
    elif sort in _WITH_WHO:
        yield sort, tuple(map(intern, rest.rsplit(" ", 1)))
    elif sort in _OF_TWO:
        for at, mark in enumerate(rest):
            if mark == "|":
                yield sort, (intern(rest[:at]), intern(rest[at + 1 :]))
        if rest.startswith("^|"):
            yield sort, (EDGE, intern(rest[2:]))


SORTS = ("", *_SINGLE, *_WITH_WHO, *_OF_TWO)


def places(
    scene: Scene, made: Outline, child: str, sighted: Sequence[Claim], heard: Sequence[Claim],
    standing: Claim | None, views: Claim | None, beside: Claim | None = None,
) -> Places:  # fmt: skip
    """Everything that is weighed as it looks to one who asks about a child; `beside` is what the
    rules say of the record's own."""
    who = [letter(mention, child) for mention, _, _ in made.mentions]
    inside, within, together = company(scene, made, who)
    who.append(_NOBODY)  # of number -1
    told = [*_of_rules(scene, made, who, child, (*sighted, *heard))]
    whole = ["in " + "|".join(sorted(letters)) for letters in together]
    whole += _of_the_whole(scene, child, standing, views)
    if child != scene.home.subject:
        own = beside.value if beside else "not_recorded"
        whole += (f"beside={own}", f"beside={own} {child in _spoken(scene)}")
    uses, at, kinds, kinds_at = made.uses, made.uses_at, made.kinds, made.kinds_at
    denying = [(use, at) for use, at in zip(kinds, kinds_at, strict=True) if made.denied[use[2]]]
    return [
        ("w", made.words, made.words_at),
        ("a", [(word, who[acts]) for word, acts, _, _ in uses], at),
        ("c", [(word, inside[clause]) for word, _, clause, _ in uses], at),
        ("s", [(word, within[sentence]) for word, _, _, sentence in uses], at),
        ("K", [kind for kind, _, _, _ in kinds], kinds_at),
        ("A", [(kind, who[acts]) for kind, acts, _, _ in kinds], kinds_at),
        ("C", [(kind, inside[clause]) for kind, _, clause, _ in kinds], kinds_at),
        ("S", [(kind, within[sentence]) for kind, _, _, sentence in kinds], kinds_at),
        ("N", [(use[0], inside[use[2]]) for use, _ in denying], [at for _, at in denying]),
        *_of_two(made, who),
        ("", [name for name, _ in told], [at for _, at in told]),
        ("", whole, [-1] * len(whole)),
    ]  # fmt: skip


def _of_two(made: Outline, who: Sequence[str]) -> Places:
    """Two words, and their kinds, that follow each other or have one between them."""
    row, kinds, at = made.row.copy(), made.row_kinds.copy(), made.row_at
    for place, number in made.people:
        row[place] = kinds[place] = who[number]
    found: Places = [
        ("p", [*pairwise(row)], at[1:]),
        ("k", [*zip(row, row[2:], strict=False)], at[2:]),
        ("b", [*pairwise(kinds)], at[1:]),
        ("j", [*zip(kinds, kinds[2:], strict=False)], at[2:]),
    ]  # fmt: skip
    others: dict[int, list[str]] = {}
    for place, kind in made.more:
        others.setdefault(place, []).append(kind)
    for sort, apart in (("b", 1), ("j", 2)):
        keys, ats = [], []
        for place, kind in made.more:
            for other in (kinds[place - apart], *others.get(place - apart, ())):
                keys.append((other, kind))
                ats.append(at[place])
            if place + apart < len(kinds):
                keys.append((kind, kinds[place + apart]))
                ats.append(at[place + apart])
        found.append((sort, keys, ats))
    return found


def _of_rules(
    scene: Scene, made: Outline, who: Sequence[str], child: str, claims: Sequence[Claim]
) -> Iterator[tuple[str, int]]:
    for (rule, says, form, acting, whom), at in zip(made.cues, made.cues_at, strict=True):
        acts = who[acting]
        yield f"h {rule} {acts}", at
        yield f"f {says} {acts} {form}", at
        yield f"o {says} {acts} {who[whom]}", at
    for number, at in made.beside:
        yield f"beside {who[number]}", at
    for kind, by in scene.scopes.items():
        yield f"x {kind}", next(iter(by.values()))[0].first
    for claim in claims:
        whose = "" if claim.child == child else "other "
        yield f"{whose}{claim.rule}={claim.value}", claim.first


def company(
    scene: Scene, made: Outline, who: Sequence[str]
) -> tuple[list[str], list[str], list[set[str]]]:
    """Who is spoken of first and foremost, by clause and by sentence, and everybody in each."""
    words = scene.words
    clauses = [_LAST] * ((words.clause or [-1])[-1] + 1)
    sentences = [_LAST] * ((words.sentence or [-1])[-1] + 1)
    together: list[set[str]] = [set() for _ in sentences]
    for letter, (_, clause, sentence) in zip(who, made.mentions, strict=True):
        rank = _RANKS.get(letter[0], _LAST)
        clauses[clause] = min(rank, clauses[clause])
        sentences[sentence] = min(rank, sentences[sentence])
        together[sentence].add(letter)
    return (
        [_FOREMOST[rank] for rank in clauses], [_FOREMOST[rank] for rank in sentences],
        together,
    )  # fmt: skip


_RANKS = {letter: rank for rank, letter in enumerate(_FOREMOST)}
"""The child before other children, these before adults and professionals."""
_LAST = _RANKS[_NOBODY]


def letter(mention: Mention, child: str) -> str:
    if mention.kind == CHILD:
        letter = "T" if child in mention.children else "O"
    else:
        letter = _LETTERS[mention.kind]
    return letter + ("-" if mention.negative else "") + ("'" if mention.owner else "")


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
