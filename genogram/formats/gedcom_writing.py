"""A family as GEDCOM 5.5.1 or 7.0, which genogram/formats/gedcom.py reads back as the same family.

Other programs see people, families, kinds of tie, dates, and facts with their type. What GEDCOM
has no structure for stands under tags of our own (genogram/formats/gedcom_words.py). Ids that are
no pointers become pointers, with the id as a REFN.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from chronology.dates import When
from genogram.formats.family_dates import NO_DATE
from genogram.formats.gedcom import plain_name
from genogram.formats.gedcom_dates import (
    Stretch,
    stretch_value,
    stretch_words,
    value_of,
    words_beside,
)
from genogram.formats.gedcom_words import END, FACTS, ID, OWN_TAGS, PARTED, TOGETHER, URI
from genogram.formats.words import told_by
from genogram.model import (
    Family,
    Household,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Relationship,
    RelationshipKind,
    Sex,
    Union,
    UnionKind,
)
from genogram.undrawable import without_undrawable

_POINTER = re.compile(r"[A-Z][A-Z0-9_]{0,18}")
_LONGEST = 200  # letters of a value on one line of 5.5.1, which allows 255 for the whole line
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_BORN = (Pregnancy.MISCARRIAGE, Pregnancy.TERMINATION, Pregnancy.UNBORN)
_OURS = {"SUBM", "VOID"}  # pointers that mean something else
_USUAL = ("HUSB", "WIFE")
_SAID = (UnionKind.COHABITING, UnionKind.BRIEF, UnionKind.DONOR)
_STARTS = {
    UnionKind.COHABITING: "cohabiting",
    UnionKind.BRIEF: "brief relationship",
    UnionKind.DONOR: "donor",
}


class Version(StrEnum):
    """The versions that are written."""

    FIVE = "5.5.1"
    SEVEN = "7.0"


def write_gedcom(family: Family, path: Path, version: Version) -> None:
    """Write the family; people and unions keep their order."""
    path.write_text(as_gedcom(family, version), encoding="utf-8-sig", newline="\n")


def as_gedcom(family: Family, version: Version) -> str:
    """The family as the text of a GEDCOM file; links to nobody are left out, as in drawings."""
    family, _ = without_undrawable(family)
    out = _Lines(version=version, known=_known(family))
    _head(out)
    for person in family.persons:
        _person(person, out)
    for union in family.unions:
        _union(union, out)
    for house in family.households:
        _household(house, out)
    out.add(0, "TRLR")
    return "\n".join(out.lines) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Pointers by id, and what stands with whom."""

    person: Mapping[str, str]
    union: Mapping[str, str]
    household: Mapping[str, str]
    sexes: Mapping[str, Sex]
    links: Mapping[str, list[Parentage]]  # child -> its ties
    children: Mapping[str, list[str]]  # union -> children, each once
    unions: Mapping[str, list[str]]  # partner -> unions
    ties: Mapping[str, list[Relationship]]  # with whom they stand


@dataclass(slots=True, kw_only=True)
class _Lines:
    """The lines written so far."""

    version: Version
    known: _Known
    lines: list[str] = field(default_factory=list)

    @property
    def seven(self) -> bool:
        return self.version is Version.SEVEN

    def add(self, level: int, tag: str, value: str = "", *, xref: str = "") -> None:
        """One line; a value of several lines or, in 5.5.1, a long one goes on below it."""
        first, *more = _UNSEEN.sub("", value).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        head = f"{level} @{xref}@ {tag}" if xref else f"{level} {tag}"
        self._long(head, level, first)
        for line in more:
            self._long(f"{level + 1} CONT", level, line)

    def _long(self, head: str, level: int, value: str) -> None:
        first, *more = [value] if self.seven else _pieces(value)
        self.lines.append(f"{head} {self._escaped(first)}" if first else head)
        self.lines += [f"{level + 1} CONC {self._escaped(piece)}" for piece in more]

    def _escaped(self, value: str) -> str:
        if self.seven:
            return f"@{value}" if value.startswith("@") else value
        return value.replace("@", "@@")

    def point(self, level: int, tag: str, xref: str) -> None:
        """A line that points to a record."""
        self.lines.append(f"{level} {tag} @{xref}@")

    def some(self, level: int, tag: str, value: str) -> None:
        """One line, where there is something to say."""
        if value:
            self.add(level, tag, value)

    def when(self, level: int, when: When | None) -> None:
        """The DATE of an event, with the words in which it was recorded."""
        if when is None:
            return
        value, words = value_of(when), words_beside(when)
        self.add(level, "DATE", value)
        self.some(level + 1, "PHRASE" if self.seven else "_TEXT", words)

    def stretch(self, level: int, tag: str, stretch: Stretch) -> None:
        """From when to when, with the words of each."""
        if stretch == (None, None):
            return
        begun, over = stretch_words(stretch)
        self.add(level, tag, stretch_value(stretch))
        self.some(level + 1, "_FROM", begun)
        self.some(level + 1, "_TO", over)

    def event(self, tag: str, when: When | None, *, kind: str = "") -> None:
        """An event with its type and date; without a date only that it was."""
        self.add(1, tag, "" if when or kind else "Y")
        self.some(2, "TYPE", kind)
        self.when(2, when)

    def named(self, identity: str, xref: str) -> None:
        """The id of a record that its pointer cannot be."""
        if identity != xref:
            self.add(1, "REFN", identity)
            self.add(2, "TYPE", ID)

    def fact(self, name: str, value: str) -> None:
        """A fact of a person, where there is something to say."""
        if value:
            self.add(1, "FACT", value)
            self.add(2, "TYPE", FACTS[name])


def _pieces(value: str) -> Iterator[str]:
    """A long line in pieces that neither begin nor end with a space, which programs take away."""
    while len(value) > _LONGEST:
        cut = _LONGEST
        while cut > 1 and (value[cut - 1].isspace() or value[cut].isspace()):
            cut -= 1
        cut = cut if cut > 1 else _LONGEST
        yield value[:cut]
        value = value[cut:]
    yield value


def _known(family: Family) -> _Known:
    ids = (
        ("I", [p.id for p in family.persons]),
        ("F", [u.id for u in family.unions]),
        ("H", [h.id for h in family.households]),
    )
    reserved = {i for _, several in ids for i in several} | _OURS
    taken = set(_OURS)
    person, union, household = (_named(letter, i, reserved, taken) for letter, i in ids)
    known = _Known(
        person=person,
        union=union,
        household=household,
        sexes={p.id: p.sex for p in family.persons},
        links=defaultdict(list),
        children=defaultdict(list),
        unions=defaultdict(list),
        ties=defaultdict(list),
    )
    for link in family.parents:
        known.links[link.child].append(link)
        if link.child not in known.children[link.union]:
            known.children[link.union].append(link.child)
    for one in family.unions:
        for partner in one.partners:
            known.unions[partner].append(one.id)
    for tie in family.relationships:
        known.ties[tie.target if tie.kind is RelationshipKind.CARER else tie.source].append(tie)
    return known


def _named(letter: str, ids: Iterable[str], reserved: set[str], taken: set[str]) -> dict[str, str]:
    """Pointers: the id itself where it can be one and is free, else the next number."""
    made: dict[str, str] = {}
    number = 0
    for identity in ids:
        pointer = identity if _POINTER.fullmatch(identity) and identity not in taken else ""
        while not pointer or (pointer != identity and pointer in reserved) or pointer in taken:
            number += 1
            pointer = f"{letter}{number}"
        taken.add(pointer)
        made[identity] = pointer
    return made


def _head(out: _Lines) -> None:
    out.add(0, "HEAD")
    out.add(1, "GEDC")
    out.add(2, "VERS", out.version)
    if out.seven:
        out.add(1, "SCHMA")
        for tag in OWN_TAGS:
            out.add(2, "TAG", f"{tag} {URI}{tag}")
        out.add(1, "SOUR", "https://caseweave.example")
        out.add(2, "NAME", "caseweave")
        return
    out.add(2, "FORM", "LINEAGE-LINKED")
    out.add(1, "CHAR", "UTF-8")
    out.add(1, "SOUR", "CASEWEAVE")
    out.add(2, "NAME", "caseweave")
    out.point(1, "SUBM", "SUBM")
    out.add(0, "SUBM", xref="SUBM")
    out.add(1, "NAME", "Not recorded")


def _person(person: Person, out: _Lines) -> None:
    xref = out.known.person[person.id]
    out.add(0, "INDI", xref=xref)
    plain = " ".join(person.name.replace("/", " ").split())
    out.add(1, "NAME", plain)
    out.some(2, "_TEXT", person.name if plain_name(plain) != person.name else "")
    out.add(1, "SEX", person.sex.value)
    _life(person, out)
    out.fact("subject", "Yes" if person.subject else "")
    out.fact("role", person.role)
    out.fact("twin", person.twin)
    out.fact("zygosity", {True: "identical", False: "not identical", None: ""}[person.identical])
    out.fact("ethnicity", person.ethnicity)
    out.fact("disability", person.disability)
    for label in person.labels:
        out.fact("label", label)
    for status in person.legal:
        out.fact("legal", status.status)
        out.stretch(2, "DATE", (status.start, status.end))
        out.some(2, "_REF", status.reference)
    out.named(person.id, xref)
    _ties(person, out)


def _life(person: Person, out: _Lines) -> None:
    unborn = person.pregnancy in _NOT_BORN
    if person.born and not unborn:
        out.event("BIRT", person.born)
    if person.died:
        out.event("DEAT", None if person.died.text == NO_DATE else person.died)
    if person.pregnancy:
        out.fact("pregnancy", person.pregnancy.value)
        if unborn:
            out.when(2, person.born)


def _ties(person: Person, out: _Lines) -> None:
    links = out.known.links[person.id]
    adopted = [k.union for k in links if k.kind is LinkKind.ADOPTED]
    for link in links:
        alone = link.kind is LinkKind.ADOPTED and adopted.count(link.union) == 1
        _famc(link, link.start if alone else None, out)
    for union in out.known.unions[person.id]:
        out.point(1, "FAMS", out.known.union[union])
    for tie in out.known.ties[person.id]:
        _association(tie, out)


def _famc(link: Parentage, adopted: When | None, out: _Lines) -> None:
    """A tie to parents. The day of an adoption stands in an event, which other programs show."""
    out.point(1, "FAMC", out.known.union[link.union])
    _pedigree(link.kind, out)
    out.stretch(2, "_DATE", (None if adopted else link.start, link.end))
    out.some(2, "_RESP", link.responsibility)
    if adopted:
        out.add(1, "ADOP")
        out.when(2, adopted)
        out.point(2, "FAMC", out.known.union[link.union])


def _pedigree(kind: LinkKind, out: _Lines) -> None:
    """PEDI with the nearest word it has; no tie of care is ever one of birth."""
    if kind is LinkKind.DISPUTED:
        out.add(2, "STAT", "CHALLENGED" if out.seven else "challenged")
    elif kind in (LinkKind.BIRTH, LinkKind.ADOPTED, LinkKind.FOSTER):
        out.add(2, "PEDI", kind.value.upper() if out.seven else kind.value)
    elif out.seven:
        out.add(2, "PEDI", "FOSTER" if kind is LinkKind.GUARDIAN else "OTHER")
        out.add(3, "PHRASE", kind.value)
    else:
        out.some(2, "PEDI", "" if kind is LinkKind.UNKNOWN else "foster")
        out.add(2, "_KIND", kind.value)


def _association(tie: Relationship, out: _Lines) -> None:
    """GEDCOM says what the other is to this one: a carer stands with the one cared for."""
    other = tie.source if tie.kind is RelationshipKind.CARER else tie.target
    out.point(1, "ASSO", out.known.person[other])
    kind = told_by(tie.words, tie.kind) or tie.kind.value
    if out.seven:
        out.add(2, "ROLE", "OTHER")
        out.add(3, "PHRASE", kind)
    else:
        out.add(2, "RELA", kind)
    out.stretch(2, "_DATE", (tie.start, tie.end))
    out.some(2, "_STAT", tie.status)
    out.some(2, "_REF", tie.reference)


def _union(union: Union, out: _Lines) -> None:
    xref = out.known.union[union.id]
    out.add(0, "FAM", xref=xref)
    for tag, partner in zip(_tags(union, out), union.partners, strict=False):
        out.point(1, tag, out.known.person[partner])
    for child in out.known.children[union.id]:
        out.point(1, "CHIL", out.known.person[child])
    _states(union, out)
    out.named(union.id, xref)


def _tags(union: Union, out: _Lines) -> tuple[str, str]:
    """HUSB and WIFE as old programs expect them; of two alike the first is HUSB."""
    sexes = [out.known.sexes[p] for p in union.partners]
    first_wife = sexes[0] is Sex.FEMALE and sexes[1:] != [Sex.FEMALE]
    return ("WIFE", "HUSB") if first_wife or sexes[1:] == [Sex.MALE] != sexes[:1] else _USUAL


def _states(union: Union, out: _Lines) -> None:
    start, end = union.start, union.end
    if union.kind is UnionKind.MARRIED or (union.kind is UnionKind.DIVORCED and start):
        out.event("MARR", start)
    elif union.kind in _SAID or start:
        out.event("EVEN", start, kind=_STARTS.get(union.kind, TOGETHER))
    if union.kind is UnionKind.DIVORCED:
        out.event("DIV", end)
    elif union.kind is UnionKind.SEPARATED:
        out.event("EVEN", end, kind=PARTED)
    elif end:
        out.event("EVEN", end, kind=END)


def _household(house: Household, out: _Lines) -> None:
    xref = out.known.household[house.id]
    out.add(0, "_HOUS", xref=xref)
    out.some(1, "_ADDR", house.address)
    for stay in house.members:
        out.point(1, "_MEMB", out.known.person[stay.person])
        out.stretch(2, "_DATE", (stay.start, stay.end))
    out.some(1, "_ID", house.id if house.id != xref else "")
