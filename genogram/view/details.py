"""What is said of somebody beside name, dates and role, where it was asked for: the lines under a
symbol, and where the record has them from."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from chronology.dates import When
from genogram.formats.words import AGE, FOR_BIRTH
from genogram.model import CARE_KINDS, Family, LegalStatus, LinkKind, Person
from genogram.placing.labels import from_to
from genogram.view.show_options import Show

PLACED = {
    LinkKind.FOSTER: "Foster placement",
    LinkKind.STEP: "Stepchild",
    LinkKind.GUARDIAN: "Special guardian or kinship care",
}


def details(family: Family, person: Person, show: Collection[Show]) -> Iterator[str]:
    """The lines about one person that were asked for, in the record's words."""
    if Show.LEGAL in show:
        yield from (_dated(s.status, s.start, s.end) for s in person.legal)
    yield from (words for words in person.labels if Show.LEGAL in show or for_a_birth(words))
    links = [k for k in family.parents if k.child == person.id]
    if Show.PLACEMENTS in show:
        yield from (_dated(PLACED[k.kind], k.start, k.end) for k in links if k.kind in CARE_KINDS)
    if Show.RESPONSIBILITY in show:
        said = dict.fromkeys(k.responsibility for k in links if k.responsibility)
        yield from (f"PR: {words}" for words in said)
    if Show.ETHNICITY in show and person.ethnicity:
        yield f"Ethnicity: {person.ethnicity}"
    if Show.DISABILITY in show and person.disability:
        yield f"Disability: {person.disability}"


def for_a_birth(label: str) -> bool:
    """Whether a label is what is known in place of a birth: an age as given. It is always drawn."""
    return label.startswith((AGE, FOR_BIRTH))


def sources(person: Person, show: Collection[Show]) -> Iterator[str]:
    """A sentence for every legal status that is shown: what it was and where it is recorded."""
    if Show.LEGAL in show:
        yield from (_sourced(status) for status in person.legal)


def _sourced(status: LegalStatus) -> str:
    where = f"source: {status.reference}" if status.reference else "source not recorded"
    return f"{_dated(status.status, status.start, status.end)}; {where}."


def _dated(words: str, start: When | None, end: When | None) -> str:
    return words + from_to(start, end)
