"""What a drawing shows beside the family itself, and only where it is asked for.

A genogram in a report is read by many people: it holds no more about anybody than it has to.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from genogram.homes import numbered
from genogram.model import Family, Person, Pregnancy, Relationship, RelationshipKind


class Show(StrEnum):
    """What has to be asked for."""

    RELATIONSHIPS = "relationships"
    ALLEGATIONS = "allegations"
    LOSSES = "losses"
    LEGAL = "legal"


SHOW_WORDS = {
    Show.RELATIONSHIPS: "relationships",
    Show.ALLEGATIONS: "allegations",
    Show.LOSSES: "stillbirths, miscarriages and terminations",
    Show.LEGAL: "legal status",
}
_LOSSES = frozenset({Pregnancy.STILLBIRTH, Pregnancy.MISCARRIAGE, Pregnancy.TERMINATION})
_OPEN = ("alleg", "suspect", "unproven", "not ", "no finding", "disput", "denie", "denied",
         "unsubstantiated", "unfounded", "unconfirmed", "investigat", "charge", "?")  # fmt: skip
_SETTLED = ("proven", "proved", "convict", "admit", "finding", "found", "established",
            "substantiated", "confirmed", "caution", "guilty")  # fmt: skip


def shown(family: Family, show: Collection[Show] = (), *, addresses: bool = False) -> Family:
    """The family as it is to be drawn: the least, and what is asked for.

    A child not yet born stays, and so does a subject child. Whoever has nothing to do with the
    drawing any more is left out of households too.
    """
    family = numbered(family, addresses=addresses)
    persons = tuple(_details(p, show) for p in family.persons if _drawn(p, show))
    there = {p.id for p in persons}
    parents = tuple(k for k in family.parents if k.child in there)
    raising = {k.union for k in parents}
    homes = (
        replace(h, members=tuple(m for m in h.members if m.person in there))
        for h in family.households
    )
    return Family(
        persons=persons,
        unions=tuple(
            u
            for u in family.unions
            if there.issuperset(u.partners) and (len(u.partners) > 1 or u.id in raising)
        ),
        parents=parents,
        households=tuple(h for h in homes if h.members),
        relationships=tuple(
            r for r in family.relationships if {r.source, r.target} <= there and _tie_of(r) in show
        ),
    )


def is_allegation(tie: Relationship) -> bool:
    """Whether the record leaves open that it is so: alleged, disputed, under investigation.

    Violence counts as settled only where the status says so (proven, convicted, admitted).
    """
    status = tie.status.casefold()
    if any(word in status for word in _OPEN):
        return True
    settled = any(word in status for word in _SETTLED)
    return tie.kind is RelationshipKind.VIOLENCE and not settled


def left_out(family: Family, show: Collection[Show] = ()) -> dict[Show, int]:
    """How many of each kind the family holds that a drawing does not show."""
    ties = [_tie_of(r) for r in family.relationships]
    held = {
        Show.RELATIONSHIPS: ties.count(Show.RELATIONSHIPS),
        Show.ALLEGATIONS: ties.count(Show.ALLEGATIONS),
        Show.LOSSES: sum(p.pregnancy in _LOSSES for p in family.persons),
        Show.LEGAL: sum(len(p.labels) for p in family.persons),
    }
    return {kind: n for kind, n in held.items() if n and kind not in show}


def _tie_of(tie: Relationship) -> Show:
    return Show.ALLEGATIONS if is_allegation(tie) else Show.RELATIONSHIPS


def _drawn(person: Person, show: Collection[Show]) -> bool:
    return Show.LOSSES in show or person.subject or person.pregnancy not in _LOSSES


def _details(person: Person, show: Collection[Show]) -> Person:
    return person if Show.LEGAL in show else replace(person, labels=())
