"""Free text -> seen and views for each child, with the very words that say so.

The reading is a proposal for a person to confirm: its basis is `narrative`, and it never replaces
what an agency stated. The cues stand in the data files of `chronology/seen`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chronology.model import Basis, Child, Seen, SeenValue, Views, ViewsValue
from chronology.seen import people, weigh
from chronology.seen.events import Scene
from chronology.seen.people import Family
from chronology.seen.weigh import Claim

_VIEWS_ORDER = (ViewsValue.RECORDED, ViewsValue.SOUGHT, ViewsValue.OBSERVED)
_SEEN_ORDER = (SeenValue.SEEN_ALONE, SeenValue.SEEN, SeenValue.NOT_SEEN, SeenValue.NOT_RECORDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What a narrative says of each child; `spans` and `rules` tell where and by which rule."""

    seen: Mapping[str, Seen]
    views: Mapping[str, Views]
    spans: Mapping[str, tuple[int, int]]
    """By child: the characters of the narrative on which the seen value rests."""
    rules: Mapping[str, str]

    def overall(self, child: str | None = None) -> SeenValue:
        """The seen value of one child, or the best over all children."""
        if child is not None:
            return self.seen[child].value if child in self.seen else SeenValue.NOT_RECORDED
        values = {seen.value for seen in self.seen.values()}
        return next((v for v in _SEEN_ORDER if v in values), SeenValue.NOT_RECORDED)


def read_narrative(
    text: str,
    *,
    children: Sequence[Child | str],
    subject: str,
    unborn: Sequence[str] = (),
    record_of: str = "child",
) -> Observation:
    """Read one entry's narrative; `subject` is the child whom an unnamed act is about.

    Only a child's own record (`record_of`) supplies an unnamed subject. An unborn child is never
    seen. No text raises.
    """
    known = tuple(c if isinstance(c, Child) else Child(label=c) for c in children)
    home = _family(known, subject, tuple(unborn), record_of)
    scene = Scene(text, home)
    seen_claims = weigh.seen_claims(scene)
    views_claims = weigh.views_claims(scene)
    seen: dict[str, Seen] = {}
    views: dict[str, Views] = {}
    spans: dict[str, tuple[int, int]] = {}
    rules: dict[str, str] = {}
    for child in home.born:
        claim = _standing(c for c in seen_claims if c.child == child)
        if claim:
            spans[child], rules[child] = (claim.start, claim.end), claim.rule
        seen[child] = _seen(text, claim)
        views[child] = _views(text, [c for c in views_claims if c.child == child])
    for label in unborn:
        seen[label], views[label] = Seen(), Views()
    return Observation(seen=seen, views=views, spans=spans, rules=rules)


@lru_cache(maxsize=64)
def _family(
    children: tuple[Child, ...], subject: str, unborn: tuple[str, ...], record_of: str
) -> Family:
    return people.family(children, subject, unborn, record_of)


def _standing(claims: Iterable[Claim]) -> Claim | None:
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


def _seen(text: str, claim: Claim | None) -> Seen:
    if claim is None:
        return Seen()
    value = SeenValue(claim.value)
    return Seen(
        value=value,
        basis=Basis.NARRATIVE,
        evidence=text[claim.start : claim.end],
        manner=(claim.manner or "in_person") if value != SeenValue.NOT_SEEN else "",
        reason=claim.reason if value == SeenValue.NOT_SEEN else "",
        readings={Basis.NARRATIVE: value.value},
    )


def _views(text: str, claims: Sequence[Claim]) -> Views:
    for value in _VIEWS_ORDER:
        for claim in claims:
            if claim.value == value:
                return Views(
                    value=value,
                    basis=Basis.NARRATIVE,
                    evidence=text[claim.start : claim.end],
                    readings={Basis.NARRATIVE: value.value},
                )
    return Views()
