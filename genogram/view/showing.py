"""What a drawing shows beside the family itself, and only where it is asked for.

A genogram in a report is read by many people: it holds no more about anybody than it has to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import replace

from genogram.kin import still_identical, with_donors
from genogram.model import (
    CARE_KINDS,
    LOSSES,
    Family,
    Person,
    Relationship,
    RelationshipKind,
)
from genogram.view.as_of import as_of
from genogram.view.details import details, for_a_birth, sources
from genogram.view.homes import numbered, of_these
from genogram.view.show_options import SHOW_WORDS, Show

_OPEN = ("alleg", "suspect", "unproven", "not ", "no finding", "disput", "denie",
         "unsubstantiated", "unfounded", "unconfirmed", "investigat", "charge", "?")  # fmt: skip
_SETTLED = ("proven", "proved", "convict", "admit", "finding", "found", "established",
            "substantiated", "confirmed", "caution", "guilty")  # fmt: skip


def shown(
    family: Family,
    show: Collection[Show] = (),
    *,
    on: dt.date | None = None,
    addresses: bool = False,
) -> Family:
    """The family as it is to be drawn, on a day or over all time: the least, and what is asked for.

    What is asked for about a person becomes `labels`, its sources `notes`. A child not yet born
    stays, and so does a subject child. Ask once: what was left out does not come back.
    """
    family = numbered(family, addresses=addresses)
    family = kept(as_of(family, on) if on else family, show)
    return replace(
        family,
        persons=tuple(_details(p, family, show) for p in family.persons),
        parents=tuple(replace(k, responsibility="") for k in family.parents),
        notes=_notes(family.persons, show),
    )


def kept(family: Family, show: Collection[Show]) -> Family:
    """The family without the losses, relationships and allegations that nobody asked for."""
    drawn = (p for p in family.persons if _drawn(p, show))
    persons = still_identical(drawn, family.persons)
    there = {p.id for p in persons}
    parents = tuple(k for k in family.parents if k.child in there)
    raising = {k.union for k in parents}
    return Family(
        persons=persons,
        unions=tuple(
            u
            for u in with_donors(family)
            if there.issuperset(u.partners) and (len(u.partners) > 1 or u.id in raising)
        ),
        parents=parents,
        households=of_these(family, there),
        relationships=tuple(
            r for r in family.relationships if {r.source, r.target} <= there and _tie_of(r) in show
        ),
        notes=family.notes,
        named=family.named,
    )


def _notes(persons: Iterable[Person], show: Collection[Show]) -> tuple[tuple[str, str], ...]:
    said = [(p.id, words) for p in persons for words in sources(p, show)]
    return (*said, *([("", unsaid)] if (unsaid := not_asked_for(show)) else []))


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
    persons, parents = family.persons, family.parents
    held = {
        Show.RELATIONSHIPS: ties.count(Show.RELATIONSHIPS),
        Show.ALLEGATIONS: ties.count(Show.ALLEGATIONS),
        Show.LOSSES: sum(p.pregnancy in LOSSES for p in persons),
        Show.LEGAL: sum(len(p.legal) + _other_labels(p) for p in persons),
        Show.PLACEMENTS: sum(k.kind in CARE_KINDS and bool(k.start or k.end) for k in parents),
        Show.RESPONSIBILITY: sum(bool(k.responsibility) for k in parents),
        Show.ETHNICITY: sum(bool(p.ethnicity) for p in persons),
        Show.DISABILITY: sum(bool(p.disability) for p in persons),
    }
    return {kind: n for kind, n in held.items() if n and kind not in show}


def _other_labels(person: Person) -> int:
    return sum(not for_a_birth(label) for label in person.labels)


def not_asked_for(show: Collection[Show]) -> str:
    """A sentence for the drawing: what it does not show, whether or not there is any."""
    words = [said for kind, said in SHOW_WORDS.items() if kind not in show]
    if not words:
        return ""
    return f"Not drawn, whether recorded or not: {', '.join(words)}."


def _tie_of(tie: Relationship) -> Show:
    return Show.ALLEGATIONS if is_allegation(tie) else Show.RELATIONSHIPS


def _drawn(person: Person, show: Collection[Show]) -> bool:
    return Show.LOSSES in show or person.subject or person.pregnancy not in LOSSES


def _details(person: Person, family: Family, show: Collection[Show]) -> Person:
    said = tuple(details(family, person, show))
    return replace(person, labels=said, legal=(), ethnicity="", disability="")
