"""GEDCOM 5.5, 5.5.1 and 7: people and families as other family tree programs write them.

    INDI --- NAME, SEX, BIRT, DEAT, FACT ---> Person
      | FAMC (PEDI, STAT), ADOP, FOST ------> Parentage        which tie to which parents
      | ASSO -------------------------------> Relationship     and children of one pregnancy
    FAM ---- HUSB, WIFE, MARR, DIV, EVEN ---> Union
      | CHIL -------------------------------> Parentage
    _HOUS -- _ADDR, _MEMB ------------------> Household        our own record

Ids are the file's pointers without @, unless a REFN of our own says otherwise. What a genogram
cannot show is a finding (genogram/formats/gedcom_reading.py).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from chronology.columns import fold
from chronology.findings import Finding, Unreadable
from chronology.importers.package import INFLATED_LIMIT
from chronology.importers.source import open_source
from genogram.formats import words
from genogram.formats.family_dates import NO_DATE, when_from
from genogram.formats.gedcom_lines import Structure, decode, is_gedcom, structures
from genogram.formats.gedcom_reading import Reading, tell_what_is_left
from genogram.formats.gedcom_ties import read_links, read_union
from genogram.formats.gedcom_words import FACTS, OWN_TAGS, SEXES, URI
from genogram.model import (
    Family,
    Household,
    LegalStatus,
    Person,
    Pregnancy,
    Relationship,
    RelationshipKind,
    Residence,
    Sex,
)

_FACT_OF = {kind: name for name, kind in FACTS.items()}
_NAME = re.compile(r"([^/]*)/([^/]*)/([^/]*)")
_PIECES = ("NPFX", "GIVN", "SPFX", "SURN", "NSFX")
_TWINS = ("multiple", "twin", "triplet")
_ALIVE = ("n", "no")
_PACKED = "gedcom.ged"  # what version 7 calls the family in a package (.gdz)


def read(path: Path) -> tuple[Family, tuple[Finding, ...]]:
    """Read all people and families; raises Unreadable where it is not GEDCOM."""
    content = _content(path)
    if not is_gedcom(content):
        raise Unreadable(
            f"{path.name} does not begin as a GEDCOM file does.",
            "Export it once more from the family tree program.",
        )
    text, undecoded = decode(content, path.name)
    records, odd = structures(text, path.name)
    reading = Reading(file=path.name)
    reading.findings += (*undecoded, *odd)
    _own_tags(records)
    people = [(r, _identify(r, reading)) for r in records if r.tag == "INDI"]
    unions = [r for r in records if r.tag == "FAM"]
    for record in unions:
        identity = reading.identity(record, reading.unions_on.values())
        reading.unions_on[record.line] = identity
        reading.unions_at.setdefault(record.xref, identity)
    for record, identity in people:
        reading.persons[identity] = _person(record, identity, reading)
    for record, identity in people:
        read_links(record, identity, reading)
        _associations(record, identity, reading)
    for record in unions:
        read_union(record, reading)
    for record in records:
        if record.tag == "_HOUS":
            _household(record, reading)
    _twins(reading)
    _tell(records, reading)
    return _family(reading), tuple(reading.findings)


# What zipfile raises: the file is not in it or cut short, another way of packing, a password.
_UNREADABLE = (KeyError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError)


def _content(path: Path) -> bytes:
    """The bytes of the file; of version 7's package of a family with its media, the family's."""
    content = open_source(path).data
    if not content.startswith(b"PK\x03\x04"):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package, package.open(_PACKED) as family:
            unpacked = family.read(INFLATED_LIMIT + 1)
    except _UNREADABLE as problem:
        raise Unreadable(
            f"{path.name} holds no '{_PACKED}' that can be read ({problem}).",
            "Export the family once more as .ged.",
        ) from problem
    if len(unpacked) > INFLATED_LIMIT:
        raise Unreadable(
            f"{path.name} unpacks to more than {INFLATED_LIMIT // 2**20} MB.",
            "Export the family without its media.",
        )
    return unpacked


def _own_tags(records: list[Structure]) -> None:
    """Where the HEAD of version 7 gives our structures other tags, they get ours again."""
    schema = records[0].one("SCHMA") if records else None
    named: dict[str, str] = {}
    for told in schema.all("TAG") if schema else ():
        tag, _, uri = told.value.partition(" ")
        own = uri.strip().removeprefix(URI)
        if uri.startswith(URI) and own in OWN_TAGS and own != tag:
            named[tag] = own
    below = list(records) if named else []
    while below:
        one = below.pop()
        one.tag = named.get(one.tag, one.tag)
        below += one.below


def _identify(record: Structure, reading: Reading) -> str:
    identity = reading.identity(record, reading.persons)
    reading.persons[identity] = Person(id=identity)
    if record.xref:
        reading.people_at.setdefault(record.xref, identity)
    return identity


def _person(record: Structure, identity: str, reading: Reading) -> Person:
    reading.take_negations(record, "DEAT")
    birth = reading.one(record, "BIRT")
    death = reading.one(record, "DEAT")
    facts = _facts(record, reading)
    pregnancy = facts.get("pregnancy", [])
    died = reading.when(death)
    if died is None and death and death.value.strip().casefold() not in _ALIVE:
        died = when_from(NO_DATE)
    if death is None and (record.one("BURI") or record.one("CREM")):
        died = when_from(NO_DATE)
        reading.warn(
            "gedcom-death-by-burial",
            f"{_name(record, reading) or identity} has a burial or cremation and no death; "
            "drawn as died.",
            "Add the death (DEAT) to the file.",
            record.line,
        )
    due = reading.when(pregnancy[0]) if pregnancy else None
    return Person(
        id=identity,
        name=_name(record, reading) or identity,
        sex=_sex(record, reading),
        born=reading.when(birth) or due,
        died=died,
        subject=words.yes(_first(facts, "subject")),
        twin=_first(facts, "twin"),
        identical=words.IDENTICAL.get(fold(_first(facts, "zygosity"))),
        pregnancy=_pregnancy(_first(facts, "pregnancy"), birth, death, reading),
        role=_first(facts, "role"),
        labels=tuple(f.value.strip() for f in facts.get("label", ())),
        legal=tuple(_legal(f, reading) for f in facts.get("legal", ())),
        ethnicity=_first(facts, "ethnicity"),
        disability=_first(facts, "disability"),
    )


def _name(record: Structure, reading: Reading) -> str:
    name = reading.one(record, "NAME")
    if name is None:
        return ""
    pieces = " ".join(p.value for p in reading.take(name, *_PIECES))
    return reading.text(name, "_TEXT") or plain_name(name.value) or " ".join(pieces.split())


def plain_name(value: str) -> str:
    """A NAME without the strokes round the surname: 'Ann /Sample/' is Ann Sample."""
    found = _NAME.fullmatch(value)
    return " ".join(" ".join(found.groups() if found else (value,)).split())


def _sex(record: Structure, reading: Reading) -> Sex:
    told = reading.one(record, "SEX")
    word = told.value.strip() if told else ""
    sex = SEXES.get(word.upper()) or words.SEX.get(fold(word))
    if sex is None and word not in ("", "N", "?") and told:
        reading.warn(
            "sex-not-known",
            f"'{word}' is not a known sex; read as U.",
            "Use one of: F, M, U, X.",
            told.line,
        )
    return sex or Sex.UNKNOWN


def _facts(record: Structure, reading: Reading) -> Mapping[str, list[Structure]]:
    """The FACTs that are fields of a person, by field; others are left."""
    found: dict[str, list[Structure]] = {}
    for fact in record.all("FACT"):
        name = _FACT_OF.get(fact.text("TYPE").casefold())
        if name and fact.value.strip():
            reading.taken.add(fact.line)
            reading.take(fact, "TYPE")
            found.setdefault(name, []).append(fact)
    return found


def _first(facts: Mapping[str, list[Structure]], name: str) -> str:
    return facts[name][0].value.strip() if name in facts else ""


def _pregnancy(
    told: str, birth: Structure | None, death: Structure | None, reading: Reading
) -> Pregnancy | None:
    if told:
        return words.PREGNANCY.get(fold(told))
    age = reading.one(death, "AGE") if death and _stillborn(death.one("AGE")) else None
    kind = birth.one("TYPE") if birth else None
    if age or _stillborn(kind):
        if birth and kind:
            reading.take(birth, "TYPE")
        if age:
            reading.take(age, "PHRASE")
        return Pregnancy.STILLBIRTH
    return None


def _stillborn(told: Structure | None) -> bool:
    said = (told.value, told.text("PHRASE")) if told else ()
    return any(words.PREGNANCY.get(fold(w)) is Pregnancy.STILLBIRTH for w in said)


def _legal(fact: Structure, reading: Reading) -> LegalStatus:
    start, end = reading.stretch(fact)
    return LegalStatus(
        status=fact.value.strip(), start=start, end=end, reference=reading.text(fact, "_REF")
    )


def _associations(record: Structure, identity: str, reading: Reading) -> None:
    """Ties worth drawing. GEDCOM says what the other is to this one: a carer cares for this one."""
    for tie in record.all("ASSO"):
        other, role = tie.pointer, tie.one("RELA") or tie.one("ROLE")
        said = (role.text("PHRASE") or role.value).strip() if role else ""
        kind = words.meant(said, words.RELATIONSHIP)
        twins = fold(said) in _TWINS
        if not other or role is None or not (kind or twins):
            continue
        reading.taken |= {tie.line, role.line}
        reading.take(role, "PHRASE")
        if kind is None:
            reading.born_together.append((record.xref, other))
            continue
        ends = (identity, reading.people_at.get(other, other))
        source, target = ends[::-1] if kind is RelationshipKind.CARER else ends
        start, end = reading.stretch(tie, "_DATE")
        reading.relationships.append(
            Relationship(
                source=source,
                target=target,
                kind=kind,
                start=start,
                end=end,
                status=reading.text(tie, "_STAT"),
                reference=reading.text(tie, "_REF"),
                words=words.told_by(said, kind),
            )
        )


def _household(record: Structure, reading: Reading) -> None:
    stays = []
    for member in reading.take(record, "_MEMB"):
        start, end = reading.stretch(member, "_DATE" if member.one("_DATE") else "DATE")
        person = reading.people_at.get(member.pointer, member.value.strip())
        stays.append(Residence(person=person, start=start, end=end))
    named = reading.text(record, "_ID")
    identity = reading.identity(record, {h.id for h in reading.households}, named)
    address = reading.text(record, "_ADDR") or reading.text(record, "ADDR")
    reading.households.append(Household(id=identity, address=address, members=tuple(stays)))


def _twins(reading: Reading) -> None:
    """Children of one pregnancy, as ties say it in pairs, in one group named after the first."""
    group: dict[str, set[str]] = {}
    for pair in reading.born_together:
        known = {reading.people_at[p] for p in pair if p in reading.people_at}
        whole = known.union(*(group.get(p, set()) for p in known))
        group |= dict.fromkeys(whole, whole)
    for identity, together in group.items():
        person = reading.persons[identity]
        if not person.twin and len(together) > 1:
            reading.persons[identity] = replace(person, twin=min(together))


def _tell(records: list[Structure], reading: Reading) -> None:
    tell_what_is_left(reading, [r for r in records if r.tag in ("INDI", "FAM", "_HOUS")])
    if records[-1].tag != "TRLR":
        reading.warn(
            "gedcom-cut-off",
            "The file has no end (TRLR); what came after its last line is not known.",
            "Export it once more from the family tree program.",
            records[-1].line,
        )


def _family(reading: Reading) -> Family:
    return Family(
        persons=tuple(reading.persons.values()),
        unions=tuple(reading.unions),
        parents=tuple(reading.parents),
        households=tuple(reading.households),
        relationships=tuple(reading.relationships),
    )
