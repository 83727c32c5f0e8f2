"""A narrative word by word, as it looks to one who asks about a child: what the networks read.

    Theo     was      not      seen     by  the  HV   .
    <T>      was      not      seen     by  the  <P>  .      people stand as who they are
    0 T T    T T T    T T T    T T T                         who acts; whom clause and sentence name
                      denying  sighting                      kinds of word (senses.toml)
                               rule, what it says, its form  cues that fired

The letters are those of evidence.py. After the words comes what the rules made of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from chronology.seen.claim import BEYOND_DOUBT, Claim
from chronology.seen.evidence import company, letter
from chronology.seen.outline import Outline
from chronology.seen.scene import Scene
from chronology.seen.senses import senses

SEEN = ("seen", "seen_alone", "not_seen", "not_recorded")
VIEWS = ("recorded", "sought_but_not_given", "observed", "not_recorded")
_LINE = "\u00b6"
"""A line's end."""


class Token(NamedTuple):
    """A word, a mark or somebody spoken of."""

    word: str
    letters: tuple[str, str, str]
    """Who acts; who is spoken of first and foremost in the clause, and in the sentence."""
    kinds: tuple[str, ...]
    cues: tuple[str, ...]
    flags: tuple[bool, bool, bool, bool, bool]
    """Quoted, in a clause that denies, first of its clause, first of its sentence, in capitals."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the networks read of a narrative and a child."""

    row: list[Token]
    whole: tuple[bool, ...]
    """Always so; the record's own child; more than one child born, more than two; the value the
    rules came to for seen, and for views, one place for each; whether beyond doubt."""
    claims: tuple[str, ...]
    """Every claim of a rule, with its value and whether it is about this child."""


def tokens(
    scene: Scene, made: Outline, child: str, claims: Sequence[Claim], standing: Claim | None,
    views: Claim | None,
) -> Tokens:  # fmt: skip
    """A narrative's tokens for a child, with what the rules say of it."""
    seen = str(standing.value) if standing else SEEN[-1]
    told = str(views.value) if views else VIEWS[-1]
    home = scene.home
    whole = (
        True, child == home.subject, len(home.born) > 1, len(home.born) > 2,
        *(seen == value for value in SEEN), *(told == value for value in VIEWS),
        standing is not None and standing.strength >= BEYOND_DOUBT,
    )  # fmt: skip
    named = {f"{c.rule}={c.value!s} {c.child == child}" for c in claims}
    return Tokens([*_row(scene, made, child)], whole, tuple(sorted(named)))


def _row(scene: Scene, made: Outline, child: str) -> Iterator[Token]:
    words, number = scene.words, {m.first: n for n, m in enumerate(scene.mentions)}
    who = [letter(mention, child) for mention, _, _ in made.mentions]
    inside, within, _ = company(scene, made, who)
    cues: dict[int, tuple[str, ...]] = {}
    for (rule, says, form, _, _), at in zip(made.cues, made.cues_at, strict=True):
        cues[at] = (*cues.get(at, ()), f"rule {rule}", f"says {says}", f"form {says} {form}")
    known, clause_before, before = senses(), -1, -1
    for at, word in enumerate(words.low):
        if scene.covered[at] and at not in number:
            continue
        clause, sentence, kinds = words.clause[at], words.sentence[at], known.get(word, ())
        if at in number:
            word, kinds = f"<{who[number[at]]}>", ()
        elif word == "\n":
            word = _LINE
        acting = scene.acting[at]
        yield Token(
            word,
            (who[number[acting.first]] if acting else "0", inside[clause], within[sentence]),
            tuple(kinds), cues.get(at, ()),
            (words.quoted[at], made.denied[clause], clause != clause_before, sentence != before,
             len(words.raw[at]) > 1 and words.raw[at].isupper()),
        )  # fmt: skip
        clause_before, before = clause, sentence
