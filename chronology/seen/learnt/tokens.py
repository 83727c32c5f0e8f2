"""A narrative word by word, as it looks to one who asks about a child: what the network reads.

    Theo     was      not      seen     by  the  HV   .
    <T>      was      not      seen     by  the  <P>  .      people stand as who they are
    0 T T    T T T    T T T    T T T                         who acts; whom clause and sentence name
                      denying  sighting                      kinds of word (senses.toml)
                               rule, what it says, its form  cues that fired

WHO is T the child asked about, O another child, A an adult of the family, P a professional,
S a stranger, U an unborn child, 0 nobody; T- and O- are "neither child", T' and O' theirs.
After the words comes what the rules made of the whole.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chronology.seen.claims.claim import BEYOND_DOUBT, Claim
from chronology.seen.claims.force import by_distance
from chronology.seen.scene import Scene, following
from chronology.seen.who.mention import ADULT, CHILD, PROFESSIONAL, STRANGER, UNBORN, Mention

SEEN = ("seen", "seen_alone", "not_seen", "not_recorded")
VIEWS = ("recorded", "sought_but_not_given", "observed", "not_recorded")
OWN, OF_VIEWS, OTHER = "own", "views", "other"
"""What is asked: whether the record's own child was seen, that child's views, and whether another
child of the case was seen."""
VALUES = {OWN: SEEN, OF_VIEWS: VIEWS, OTHER: ("seen", "not_seen", "not_recorded")}
"""By what is asked: its values, in the order in which the network gives them."""
FLAGS = 7
QUOTED, DENIED, OPENS_CLAUSE, OPENS_SENTENCE, CAPITALS, AFAR, RECEIVED = (
    1 << bit for bit in range(FLAGS)
)
_LINE = "\u00b6"
"""A line's end."""
_DENYING = frozenset(["not", "no", "never", "without", "neither", "nor", "none", "nobody"])
_LETTERS = {ADULT: "A", PROFESSIONAL: "P", STRANGER: "S", UNBORN: "U"}
_NOBODY = "0"
_FOREMOST = "TOAP0"
_RANKS = {letter: rank for rank, letter in enumerate(_FOREMOST)}
"""The child before other children, these before adults and professionals."""
_LAST = _RANKS[_NOBODY]
_LONG = 15
_MOST = 5
_MOST_CUES = 2


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A narrative's words before anybody asks about a child: made once, for every child.

    Parallel lists; a mention is its number in the narrative, and behind the last is nobody.
    """

    words: list[str]
    """Every word and mark; where somebody is spoken of, the first word of what they are called."""
    people: list[tuple[int, int]]
    """Where in the row somebody is spoken of, and the number of the mention."""
    letters: array[int]
    """Of every word who acts, then of every word who is spoken of first and foremost in the clause,
    and then in the sentence: their places in Tokens.who."""
    sentence: list[int]
    flags: bytes
    """QUOTED, DENIED ... added up."""
    cues: list[tuple[int, tuple[str, str, str]]]
    """Where a cue stands, and the names of its rule, of what it says and of its form; of several
    at one word the first two, and those first that say something of a child."""
    fired: list[tuple[int, str, str, int, int, int]]
    """Where a rule fired, its name, what it says, its form, who acts, and who follows."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the network reads of a narrative and a child."""

    row: Row
    who: list[str]
    """Whom every mention is of, and nobody; then who is spoken of first and foremost in every
    clause, and in every sentence."""
    whole: tuple[bool, ...]
    """Always so; the record's own child; more than one child born, more than two; the value the
    rules came to for seen, and for views, one place for each; whether beyond doubt."""
    claims: tuple[str, ...]
    """Every claim of a rule, with its value and whether it is about this child."""
    named: list[str]
    """Evidence that has a name (evidence.py)."""
    at: list[int]
    """Its places in the row, -1 where it has none."""

    @property
    def words(self) -> list[str]:
        """The words, and <WHO> where somebody is spoken of."""
        words = self.row.words.copy()
        for place, number in self.row.people:
            words[place] = f"<{self.who[number]}>"
        return words

    @property
    def letters(self) -> Iterator[list[str]]:
        """By word: who acts; who is foremost in the clause, and in the sentence."""
        letters, count = [self.who[place] for place in self.row.letters], len(self.row.words)
        return (letters[n * count : (n + 1) * count] for n in range(3))


def row(scene: Scene) -> Row:
    """Go through a narrative once."""
    words, nobody = scene.words, len(scene.mentions)
    number = {m.first: n for n, m in enumerate(scene.mentions)}
    kept = [at for at, hidden in enumerate(scene.covered) if not hidden or at in number]
    place = {at: n for n, at in enumerate(kept)}
    clause, sentence = [words.clause[at] for at in kept], [words.sentence[at] for at in kept]
    actors = [scene.acting[at] for at in kept]
    acting = [number[acts.first] if acts else nobody for acts in actors]
    clauses = nobody + 1
    sentences = clauses + words.clauses
    made = Row(
        words=[_LINE if words.low[at] == "\n" else words.low[at] for at in kept],
        people=[(place[first], n) for first, n in number.items()],
        letters=array(
            "q", [*acting, *(clauses + n for n in clause), *(sentences + n for n in sentence)]
        ),
        sentence=sentence,
        flags=_flags(scene, kept, clause, sentence),
        cues=[],
        fired=[],
    )
    stacked: Counter[int] = Counter()
    scopes = [hit for by in scene.scopes.values() for hits in by.values() for hit in hits]
    for hit in [*scene.hits, *scopes]:
        at, says = place.get(hit.first, -1), hit.rule.says
        if at >= 0 and stacked[at] < _MOST_CUES:
            stacked[at] += 1
            named = (f"rule {hit.rule.name}", f"says {says}", f"form {says} {hit.form}")
            made.cues.append((at, named))
    for hit in scene.hits:
        acts, whom = scene.acting[hit.first], following(scene, hit)
        made.fired.append((
            place.get(hit.first, -1), hit.rule.name, hit.rule.says, hit.form,
            number[acts.first] if acts else nobody, number[whom.first] if whom else nobody,
        ))  # fmt: skip
    return made


def _flags(
    scene: Scene, kept: Sequence[int], clause: Sequence[int], sentence: Sequence[int]
) -> bytes:
    """By word, QUOTED, DENIED ... added up."""
    words = scene.words
    denied, around = [DENIED * here for here in _denied(scene)], _surroundings(scene)
    flags = [denied[c] + around[s] for c, s in zip(clause, sentence, strict=True)]
    for opens, numbers in ((OPENS_CLAUSE, clause), (OPENS_SENTENCE, sentence)):
        for n in {*numbers}:
            flags[bisect_left(numbers, n)] += opens
    for place, at in enumerate(kept):
        word = words.raw[at]
        if word.isupper() and len(word) > 1:
            flags[place] += CAPITALS
        if words.quoted[at]:
            flags[place] += QUOTED
    return bytes(flags)


def _surroundings(scene: Scene) -> list[int]:
    """By sentence, whether it tells of a contact at a distance, and whether it or one before it
    tells of something received."""
    far = by_distance(scene)
    count = scene.words.sentences
    first = min(scene.scopes.get("received", ()), default=count)
    return [far[n] * AFAR + (n >= first) * RECEIVED for n in range(count)]


def _denied(scene: Scene) -> list[bool]:
    """By clause, whether it denies something."""
    words = scene.words
    found = [False] * words.clauses
    for word, clause in zip(words.low, words.clause, strict=True):
        if word in _DENYING or word.endswith("n't"):
            found[clause] = True
    return found


def tokens(
    scene: Scene, made: Row, child: str, claims: Sequence[Claim], standing: Claim | None,
    views: Claim | None, beside: Claim | None = None,
) -> Tokens:  # fmt: skip
    """A narrative's tokens for a child, with what the rules say of it, and beside it of the
    record's own."""
    who = [_letter(mention, child) for mention in scene.mentions]
    who += [_NOBODY, *_foremost(scene, who)]
    told = sorted({f"{c.rule}={c.value!s} {c.child == child}" for c in claims})
    named, at = _of_rules(scene, made, who)
    named += [*told, *_of_the_whole(scene, child, standing, views, beside)]
    at += [-1] * (len(named) - len(at))
    whole = _whole(scene, child, standing, views)
    return Tokens(made, who, whole, tuple(told), named, at)


def _of_rules(scene: Scene, made: Row, who: Sequence[str]) -> tuple[list[str], list[int]]:
    """What has a name and rests on rules that fired, and on who is spoken of together."""
    named: list[str] = []
    places: list[int] = []
    for at, rule, says, form, acting, whom in made.fired:
        around = made.flags[at] // AFAR if at >= 0 else 0
        names = _of_rule(rule, says, form, who[acting], who[whom], around)
        named += names
        places += [at] * len(names)
    together: dict[int, set[str]] = {}
    for place, number in made.people:
        if scene.mentions[number].beside:
            named.append(f"beside {who[number]}")
            places.append(place)
        together.setdefault(made.sentence[place], set()).add(who[number])
    named += ["in " + "|".join(sorted(letters)) for letters in together.values()]
    if len(together) < (made.sentence or [-1])[-1] + 1:
        named.append("in ")
    named += [f"x {kind}" for kind in scene.scopes]
    return named, places + [-1] * (len(named) - len(places))


@lru_cache(maxsize=65536)
def _of_rule(rule: str, says: str, form: int, acts: str, whom: str, around: int) -> tuple[str, ...]:
    """What a rule that fired is evidence of, by who acts and who follows."""
    told = (f"h {rule} {acts}", f"f {says} {acts} {form}", f"o {says} {acts} {whom}")
    return (f"r{around} {rule} {acts}", f"r{around} {says} {acts}", *told) if around else told


def _of_the_whole(
    scene: Scene, child: str, standing: Claim | None, views: Claim | None, beside: Claim | None
) -> Iterator[str]:
    """The values the rules came to, and what kind of entry it is."""
    seen = standing.value if standing else SEEN[-1]
    told = views.value if views else VIEWS[-1]
    spoken = any(child in mention.children for mention in scene.mentions)
    yield from ("always=", f"seen={seen}", f"views={told}", f"both={seen}+{told}")
    yield from (f"spoken={spoken}", f"spoken={spoken} seen={seen}")
    if standing:
        yield from (f"by={standing.rule}", f"surely={seen}{standing.strength}")
    if views:
        yield f"viewsby={views.rule}"
    yield f"words={min(_MOST, len(scene.words.low) // _LONG)}"
    yield f"children={min(3, len(scene.home.born))}"
    if child != scene.home.subject:
        own = beside.value if beside else SEEN[-1]
        yield from (f"beside={own}", f"beside={own} {spoken}")


def _whole(
    scene: Scene, child: str, standing: Claim | None, views: Claim | None
) -> tuple[bool, ...]:
    home = scene.home
    seen = str(standing.value) if standing else SEEN[-1]
    told = str(views.value) if views else VIEWS[-1]
    return (
        True, child in home.unnamed, len(home.born) > 1, len(home.born) > 2,
        *(seen == value for value in SEEN), *(told == value for value in VIEWS),
        standing is not None and standing.strength >= BEYOND_DOUBT,
    )  # fmt: skip


def _foremost(scene: Scene, who: Sequence[str]) -> list[str]:
    """Who is spoken of first and foremost, by clause and then by sentence."""
    words = scene.words
    clauses = [_LAST] * words.clauses
    sentences = [_LAST] * words.sentences
    for letter, mention in zip(who, scene.mentions, strict=True):
        rank = _RANKS.get(letter[0], _LAST)
        clause, sentence = words.clause[mention.first], words.sentence[mention.first]
        clauses[clause] = min(rank, clauses[clause])
        sentences[sentence] = min(rank, sentences[sentence])
    return [_FOREMOST[rank] for rank in (*clauses, *sentences)]


def _letter(mention: Mention, child: str) -> str:
    """Who somebody is to one who asks about a child."""
    if mention.kind == CHILD:
        letter = "T" if child in mention.children else "O"
    else:
        letter = _LETTERS[mention.kind]
    return letter + ("-" if mention.negative else "") + ("'" if mention.owner else "")
