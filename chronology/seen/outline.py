"""What is weighed of a narrative before anybody asks about a child: made once, for every child.

Parallel lists of plain numbers and words, as in words.py; a mention is its number in the narrative,
-1 nobody. evidence.py looks at them from one child's side.
"""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern

from chronology.seen.mention import Mention
from chronology.seen.scene import Scene, actor, following
from chronology.seen.senses import senses

EDGE = ""
"""Where a sentence begins, in a row of words."""
_DENYING = frozenset(["not", "no", "never", "without", "neither", "nor", "none", "nobody"])


@dataclass(frozen=True, slots=True)
class Outline:
    """A narrative's words and people by number."""

    words: list[str]
    """Every word that is no mention; "word where it stands in quotes."""
    words_at: list[int]
    uses: list[tuple[str, int, int, int]]
    """The same, marks and figures apart: a word, who acts, its clause and its sentence."""
    uses_at: list[int]
    kinds: list[tuple[str, int, int, int]]
    """Kinds of those words in the same way, a word at a time; marks and figures have none."""
    kinds_at: list[int]
    row: list[str]
    """Sentence by sentence two edges, then words and, empty as yet, mentions."""
    row_at: list[int]
    row_kinds: list[str]
    """The first kind of each in the row, or itself; the others stand in `more`."""
    more: list[tuple[int, str]]
    people: list[tuple[int, int]]
    """Where in the row a mention stands, and its number."""
    beside: list[tuple[int, int]]
    """Mentions that only stand beside, and where."""
    cues: list[tuple[str, str, int, int, int]]
    """A rule that fired, what it says, its form, who acts, and who follows."""
    cues_at: list[int]
    denied: list[bool]
    """By clause, whether it denies something."""
    mentions: list[tuple[Mention, int, int]]
    """By number, a mention with its clause and sentence."""


def outline(scene: Scene) -> Outline:
    """Go through a narrative once."""
    words = scene.words
    mentions = [(m, words.clause[m.first], words.sentence[m.first]) for m in scene.mentions]
    number = {m.first: n for n, m in enumerate(scene.mentions)}
    made = Outline([], [], [], [], [], [], [], [], [], [], [], [], [], [], _denied(scene), mentions)
    _go_through(scene, number, made)
    for hit in scene.hits:
        acts, whom = actor(scene, hit.first), following(scene, hit)
        made.cues.append((
            hit.rule.name, hit.rule.says, hit.form, number[acts.first] if acts else -1,
            number[whom.first] if whom else -1,
        ))  # fmt: skip
        made.cues_at.append(hit.first)
    return made


def _go_through(scene: Scene, number: dict[int, int], made: Outline) -> None:
    words, covered, row, row_kinds = scene.words, scene.covered, made.row, made.row_kinds
    row_at, before = made.row_at, -1
    acting = [number[m.first] if m else -1 for m in scene.acting]
    for at, (word, quoted, clause, sentence, acts) in enumerate(
        zip(words.low, words.quoted, words.clause, words.sentence, acting, strict=True)
    ):
        if covered[at] and at not in number:
            continue
        if sentence != before:
            before = sentence
            row += _EDGES
            row_kinds += _EDGES
            row_at += (-1, -1)
        row_at.append(at)
        if at in number:
            made.people.append((len(row), number[at]))
            if scene.mentions[number[at]].beside:
                made.beside.append((number[at], at))
            row.append(EDGE)
            row_kinds.append(EDGE)
            continue
        token = intern('"' + word if quoted else word)
        kinds = senses().get(word, ())
        made.words.append(token)
        made.words_at.append(at)
        row_kinds.append(kinds[0] if kinds else token)
        if word[0].isalpha():
            made.uses.append((token, acts, clause, sentence))
            made.uses_at.append(at)
            for kind in kinds:
                made.kinds.append((kind, acts, clause, sentence))
                made.kinds_at.append(at)
        for kind in kinds[1:]:
            made.more.append((len(row), kind))
        row.append(token)
    row.append(EDGE)  # so that something follows the last word
    row_kinds.append(EDGE)
    row_at.append(-1)


_EDGES = (EDGE, EDGE)


def _denied(scene: Scene) -> list[bool]:
    words = scene.words
    found = [False] * ((words.clause or [-1])[-1] + 1)
    for word, clause in zip(words.low, words.clause, strict=True):
        if word in _DENYING or word.endswith("n't"):
            found[clause] = True
    return found
