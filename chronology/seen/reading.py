"""A narrative with every claim that the rules make of each child, and those that stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from chronology.apostrophes import plain_apostrophes
from chronology.model import Child, SeenValue, ViewsValue
from chronology.seen.claims import absence, boxes, force, sight
from chronology.seen.claims import views as of_views
from chronology.seen.claims.answers import before_a_line
from chronology.seen.claims.claim import Claim
from chronology.seen.corrections.guards import about_another
from chronology.seen.learnt.tokens import Row, Tokens, row, tokens
from chronology.seen.scene import Scene
from chronology.seen.who import ages
from chronology.seen.who.family import Family, family
from chronology.seen.who.sexes import sex_of
from chronology.seen.wording.administrative import without_administration
from chronology.seen.wording.cues import Own
from chronology.seen.wording.words import with_stops, without_emphasis

_VIEWS_ORDER = (ViewsValue.RECORDED, ViewsValue.SOUGHT, ViewsValue.OBSERVED)


class Reading:
    """A narrative with every claim that the rules make, and those that stand."""

    __slots__ = (
        "_rows", "boxes", "heard", "home", "on", "said", "scene", "sighted", "text", "told",
        "unborn",
    )  # fmt: skip

    def __init__(
        self, text: str, children: Sequence[Child | str], subject: str, unborn: Sequence[str],
        record_of: str, cues: Own = (), grown: Sequence[str] = (), on: dt.date | None = None,
        like: Reading | None = None, part: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """`like` is the same text read for another family."""
        known = tuple(c if isinstance(c, Child) else Child(label=c) for c in children)
        self.home = _family(known, subject, tuple(unborn), record_of, tuple(grown))
        if on:
            self.home = ages.on_a_day(self.home, known, on)
        if part:
            self.home = replace(self.home, part=part)
        self.text, self.unborn, self.on = text, unborn, on
        plain = without_emphasis(plain_apostrophes(text))
        plain = with_stops(without_administration(plain, self.home.names))
        self.scene: Scene = Scene(plain, self.home, cues, like.scene if like else None)
        alike = like and like.scene.acting is self.scene.acting
        self._rows: list[Row] = like._rows if like and alike else []
        heard = of_views.views(self.scene)
        self.heard = [c for c in heard if not before_a_line(self.scene, c.hit)]
        self.boxes = boxes.boxes(self.scene)
        self.sighted = _seen_claims(self.scene, self.heard, self.boxes)
        self.said: dict[str, Claim] = {}
        self.told: dict[str, Claim] = {}
        for child in self.home.born:
            if claim := that_stands(c for c in self.sighted if c.child == child):
                self.said[child] = claim
            if claim := _best_views(c for c in self.heard if c.child == child):
                self.told[child] = claim

    def tokens(self, child: str) -> Tokens:
        """What is read of a child by weights and networks."""
        own = self.home.subject
        if not self._rows:
            self._rows.append(row(self.scene))
        return tokens(
            self.scene, self._rows[0], child, (*self.sighted, *self.heard), self.said.get(child),
            self.told.get(child), None if child == own else self.said.get(own),
        )  # fmt: skip

    @property
    def length(self) -> int:
        """How many words the narrative has; numbers and marks are none."""
        return sum(word[0].isalpha() for word in self.scene.words.low)

    def names(self, child: str) -> bool:
        """Whether a child is among those whom the narrative mentions."""
        return any(child in mention.children for mention in self.scene.mentions)

    def as_one(self, child: str, other: str) -> bool:
        """Whether the same words, and no others, speak of two children: "both"."""
        of = [m for m in self.scene.mentions if child in m.children or other in m.children]
        return bool(of) and all(child in m.children and other in m.children for m in of)

    def of_a_sex(self, child: str) -> bool:
        """Whether girls or boys are spoken of of whom a child may be none: the case does not say
        the child's sex."""
        words = (
            self.scene.words.low[m.last - 1] for m in self.scene.mentions if child in m.children
        )
        return child not in self.home.sexes and any(map(sex_of, words))

    def is_told_of(self, child: str) -> bool:
        """Whether it is told of this child: it is the child's own record, or no other is named."""
        unnamed = self.home.unnamed
        named = {c for mention in self.scene.mentions for c in mention.children}
        alone = named == {child} and all(about_another(self.scene, c) for c in unnamed)
        return child in unnamed or alone

    def speaks_of(self, child: str) -> bool:
        """Whether the narrative speaks of a child, by name or among others."""
        return (
            child in self.home.unnamed
            or child in self.said
            or child in self.told
            or self.names(child)
        )


def that_stands(claims: Iterable[Claim]) -> Claim | None:
    """The claim that stands: a plain "not seen" over a weaker sign of sight, alone over seen."""
    told = list(claims)
    sighted = [c for c in told if c.value in (SeenValue.SEEN, SeenValue.SEEN_ALONE)]
    unseen = [c for c in told if c.value == SeenValue.NOT_SEEN]
    surest = max((c.strength for c in sighted), default=0)
    if any(c.strength > surest for c in unseen):
        sighted = []
    pool = sighted or unseen
    alone = [c for c in pool if c.value == SeenValue.SEEN_ALONE]
    return max(alone or pool, key=lambda c: c.strength, default=None)


def _best_views(claims: Iterable[Claim]) -> Claim | None:
    told = list(claims)
    for value in _VIEWS_ORDER:
        for claim in told:
            if claim.value == value:
                return claim
    return None


@lru_cache(maxsize=64)
def _family(
    children: tuple[Child, ...], subject: str, unborn: tuple[str, ...], record_of: str,
    grown: tuple[str, ...],
) -> Family:  # fmt: skip
    return family(children, subject, unborn, record_of, grown)


def _seen_claims(scene: Scene, heard: Sequence[Claim], filled: Sequence[boxes.Box]) -> list[Claim]:
    """Every claim of who was seen or not; inside a box only what the box says."""
    spoke = [c for c in heard if c.value in (ViewsValue.RECORDED, ViewsValue.SOUGHT)
             and c.hit.rule.says in ("speech", "sought")]  # fmt: skip
    behaved = [c for c in heard if c.value == ViewsValue.OBSERVED]
    claims = sight.sightings(scene, spoke, behaved)
    contacts = {c.child for c in claims if c.value == SeenValue.SEEN}
    told = [c for c in heard if c.value != of_views.RELAYED]
    contacts |= {c.child for c in told if not force.at_distance(scene, c.hit)}
    claims += sight.alone(scene, contacts)
    claims += absence.absences(scene, bool(claims))
    if filled:
        claims = [c for c in claims if not boxes.inside(filled, c.hit.first)]
        claims += boxes.claimed(scene, filled)
    return claims
