"""One narrative cut up and marked: words, mentions by clause, cues by sentence, who acts."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.seen.who import figures, mentions
from chronology.seen.who.family import Family
from chronology.seen.who.mention import CHILD, PROFESSIONAL, Mention
from chronology.seen.wording import cues
from chronology.seen.wording.cues import Hit, Own
from chronology.seen.wording.forms import BASE
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.tables import Told
from chronology.seen.wording.words import Words, split

_RELATIVE = frozenset(["who", "whose"])


class Scene:
    """Everything the rules look at, made once for a narrative."""

    __slots__ = (
        "acting",
        "by_clause",
        "covered",
        "elsewhere",
        "far",
        "hits",
        "home",
        "mentions",
        "own",
        "scopes",
        "tables",
        "tellers",
        "words",
    )

    def __init__(self, text: str, home: Family, own: Own = (), like: Scene | None = None) -> None:
        """`like` is the same text read for another family: what is the same is not found again."""
        self.words: Words = like.words if like else split(text, home.names.keys() | home.grown)
        self.home = home
        self.own = own
        self.mentions: list[Mention] = mentions.find(self.words, home)
        self.by_clause: dict[int, list[Mention]] = {}
        self.covered: list[bool] = [False] * len(self.words.low)
        self.hits: list[Hit] = []
        self.scopes: dict[str, dict[int, list[Hit]]] = {}
        self.acting: list[Mention | None] = []
        """By word, who acts there."""
        self.far: list[bool] = []
        """By sentence, whether it tells of a contact at a distance (force.at_distance)."""
        self.tellers: dict[tuple[int, int], str] = {}
        """By the words of a cue, who passes on what it says (force.told)."""
        self.tables: dict[str, Told] = like.tables if like else {}
        """By data file, which of its phrases the words hold: told_in()."""
        self.elsewhere: dict[tuple[int, int, bool], bool] = {}
        """By the words of a cue, and whether pictures matter to it: force.elsewhere_told."""
        if like and like.mentions == self.mentions:
            self._share(like)
        else:
            self._mark(own)

    def _share(self, like: Scene) -> None:
        """Take over what was found of the same text."""
        self.mentions, self.by_clause, self.covered = like.mentions, like.by_clause, like.covered
        self.hits, self.scopes = like.hits, like.scopes
        if like.home.adults_record == self.home.adults_record:  # as _goes_on() asks
            self.acting, self.far = like.acting, like.far
            self.tellers, self.elsewhere = like.tellers, like.elsewhere
        else:
            self.acting = _acting(self)

    def _mark(self, own: Own) -> None:
        """Mark who is mentioned, find the cues, and tell who acts."""
        count = len(self.words.low)
        kinds = [cues.kind_of_number(word) for word in self.words.low]
        ends = [*range(1, count + 1)]
        covered = self.covered
        for mention in self.mentions:
            covered[mention.first : mention.last] = [True] * (mention.last - mention.first)
            kinds[mention.first] = mention.kind + ("S" if mention.owner else "")
            ends[mention.first] = mention.last
            self.by_clause.setdefault(self.words.clause[mention.first], []).append(mention)
        sentence = self.words.sentence
        for hit in cues.find(self.words, kinds, ends, cues.network(own)):
            if hit.form and hit.last - hit.first == 1 and _is_noun(self.words, hit):
                continue
            if hit.rule.name == "finding" and figures.is_a_mothers(
                self.words, self.mentions, hit.first
            ):
                continue
            if hit.rule.says in _SCOPES:
                by = self.scopes.setdefault(hit.rule.says, {})
                by.setdefault(sentence[hit.first], []).append(hit)
            else:
                self.hits.append(hit)
        self.acting = _acting(self)


_DETERMINERS = grammar("determiners")
_BEFORE_VERB = grammar("before_verb")


def _is_noun(words: Words, hit: Hit) -> bool:
    """ "the visit", "her report", "school trip": the word of a verb that is none here."""
    before = words.low[hit.first - 1] if hit.first else ""
    if before in _DETERMINERS:
        return True
    if hit.form != BASE:
        return False
    return before not in _BEFORE_VERB and not before.endswith(("n't", "s", "ly", "ren"))


_SCOPES = frozenset(["plan", "picture", "report", "telling", "paper", "past", "remote", "meeting",
                     "received", "visit", "appointment", "session"])  # fmt: skip


def _carried(scene: Scene) -> list[Mention | None]:
    """By clause, the one who acts when the clause names nobody: the latest who acted."""
    words = scene.words
    carried: list[Mention | None] = []
    before: Mention | None = None
    nearest: Mention | None = None
    for clause in range(words.clauses):
        start = words.opens[clause]
        relative = start < len(words.low) and words.low[start] in _RELATIVE
        carried.append(nearest if relative else before)
        own = scene.by_clause.get(clause)
        if own:
            actor = next((m for m in own if not m.beside and not m.owner), None)
            before = actor or (nearest if relative else before)
            nearest = own[-1]
        elif relative:
            before = nearest
    return carried


def _acting(scene: Scene) -> list[Mention | None]:
    """By word, who acts there: the nearest before it in its clause, else who acted before."""
    words = scene.words
    ends = [*words.opens[1:], len(words.low)]
    acting: list[Mention | None] = []
    for clause, before in enumerate(_carried(scene)):
        now = before if before and _goes_on(scene, before, words.opens[clause]) else None
        for mention in scene.by_clause.get(clause, ()):
            if not mention.beside and not mention.owner:
                acting += [now] * (mention.first + 1 - len(acting))
                now = mention
        acting += [now] * (ends[clause] - len(acting))
    return acting


def _goes_on(scene: Scene, before: Mention, at: int) -> bool:
    """Whether a clause that names nobody goes on about the one who acted before it."""
    if same_sentence(scene, before, at):
        return True
    # in the mother's own record a sentence that names nobody goes on about her
    mothers = before.kind == CHILD and scene.home.adults_record
    return not (before.kind == PROFESSIONAL or mothers)


def actor(scene: Scene, at: int) -> Mention | None:
    """Who acts at a word."""
    return scene.acting[at]


def same_sentence(scene: Scene, mention: Mention, at: int) -> bool:
    """Whether a mention stands in the sentence of a word."""
    return scene.words.sentence[mention.first] == scene.words.sentence[at]


def is_of_child(scene: Scene, child: str, at: int) -> bool:
    """Whether what a verb tells is of a child for whom no other word stands before it: "returned",
    "and was then found", "Theo came back"; not "bike found", "if found", "brother came back"."""
    words, before = scene.words, at - 1
    while before >= 0 and words.clause[before] == words.clause[at]:
        whose = [m for m in scene.mentions if m.first <= before < m.last]
        if whose:
            return any(child in m.children and not m.owner for m in whose)
        word = words.low[before]
        if not (word in _THEN_WAS or word[0].isdigit() or word.endswith("ly")):
            return False
        if word in ("and", "but"):
            return True
        before -= 1
    return True


_THEN_WAS = grammar("then_was")


def spoken_of(scene: Scene, sentence: int) -> list[Mention]:
    """Everybody of whom a sentence speaks, in order."""
    return [m for m in scene.mentions if scene.words.sentence[m.first] == sentence]


def hits_in(scene: Scene, sentence: int) -> list[Hit]:
    """The cues of a sentence, scope cues apart."""
    return [hit for hit in scene.hits if scene.words.sentence[hit.first] == sentence]


def inside(scene: Scene, hit: Hit) -> Mention | None:
    """The child named within a cue."""
    clause = scene.words.clause
    for number in range(clause[hit.first], clause[hit.last - 1] + 1):
        for mention in scene.by_clause.get(number, ()):
            if mention.kind == CHILD and hit.first <= mention.first < hit.last:
                return mention
    return None


def following(scene: Scene, hit: Hit, reach: int = 4) -> Mention | None:
    """The one a cue is done to: the first mention soon after it in its clause."""
    for mention in scene.by_clause.get(scene.words.clause[hit.last - 1], ()):
        if mention.first >= hit.last:
            return mention if mention.first - hit.last < reach else None
    return None


def children_after(scene: Scene, hit: Hit) -> tuple[Mention, ...]:
    """Children named after a cue in its clause."""
    found = scene.by_clause.get(scene.words.clause[hit.last - 1], ())
    return tuple(m for m in found if m.kind == CHILD and not m.owner and m.first >= hit.last)


def child_in_clause(scene: Scene, at: int) -> Mention | None:
    """Any child spoken of in the clause of a word."""
    found = scene.by_clause.get(scene.words.clause[at], ())
    return next((m for m in found if m.kind == CHILD and not m.owner), None)


def child_in_sentence(scene: Scene, at: int) -> Mention | None:
    """Any child spoken of in the sentence of a word, the nearest first."""
    here = spoken_of(scene, scene.words.sentence[at])
    near = [m for m in here if m.kind == CHILD and not m.owner]
    return min(near, key=lambda m: abs(m.first - at), default=None)


def child_before(scene: Scene, at: int) -> Mention | None:
    """The latest child spoken of before a word."""
    return next(
        (m for m in reversed(scene.mentions) if m.kind == CHILD and not m.owner and m.first < at),
        None,
    )


def told_in(scene: Scene, file: str) -> Told:
    """Which groups of a table (tables.py) its words hold, found when first asked for."""
    if file not in scene.tables:
        scene.tables[file] = Told(file, scene.words, scene.own)
    return scene.tables[file]


def guard_words(scene: Scene) -> Told:
    """The same of the plain rules' table."""
    return told_in(scene, "guards.toml")


def marks(scene: Scene, says: str, sentence: int) -> Sequence[Hit]:
    """The scope cues of one kind in one sentence."""
    by = scene.scopes.get(says)
    return by.get(sentence, ()) if by else ()


def any_mark(scene: Scene, *kinds: str) -> bool:
    """Whether the narrative has a scope cue of any of these kinds."""
    return any(kind in scene.scopes for kind in kinds)
