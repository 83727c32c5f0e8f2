"""GEDCOM 5.5, 5.5.1 and 7: people and families as other family tree programs write them.

Person ids are the file's pointers without @. What a genogram cannot show is counted in a finding.
"""

from __future__ import annotations

import calendar
import datetime as dt
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chronology.dates import Precision, When, unknown
from chronology.findings import Finding, Severity, Unreadable
from genogram.model import Family, LinkKind, Parentage, Person, Sex, Union, UnionKind

if TYPE_CHECKING:
    from ged4py.model import Record

_SEX = {"F": Sex.FEMALE, "M": Sex.MALE, "X": Sex.OTHER}
_PEDIGREE: Mapping[str, LinkKind] = {
    "": LinkKind.BIRTH,
    "birth": LinkKind.BIRTH,
    "adopted": LinkKind.ADOPTED,
    "foster": LinkKind.FOSTER,
}
_SHOWN = {
    *("NAME", "SEX", "BIRT", "DEAT", "FAMC", "FAMS", "ADOP", "HUSB", "WIFE", "CHIL", "MARR"),
    *("DIV", "CHAN", "SOUR", "NCHI", "RIN", "REFN", "UID", "_UID", "EXID", "CREA"),
}
_ABOUT = ("ABOUT", "CALCULATED", "ESTIMATED", "INTERPRETED")


def read(path: Path) -> tuple[Family, tuple[Finding, ...]]:
    """Read all people and families; raises Unreadable where it is not GEDCOM."""
    from ged4py.parser import GedcomReader

    content, encoding = _text_of(path.read_bytes())
    try:
        with GedcomReader(io.BytesIO(content), encoding=encoding) as reader:
            individuals = list(reader.records0("INDI"))  # each pass reads the file anew
            records = list(reader.records0("FAM"))
            people = [_person(r) for r in individuals]
            unshown = Counter(str(s.tag) for r in (*individuals, *records) for s in r.sub_records)
            links = {
                (_pointer(r.xref_id), _pointer(f.value)): _link(r, f)
                for r in individuals
                for f in r.sub_tags("FAMC", follow=False)
            }
    except Exception as problem:  # whatever a damaged file makes the library raise
        raise Unreadable(
            f"{path.name} cannot be read as GEDCOM ({problem}).",
            "Export it once more from the family tree program.",
        ) from problem
    return _family(people, records, links, unshown, path.name)


def _text_of(content: bytes) -> tuple[bytes, str | None]:
    """The bytes in UTF-8 with that said in the heading; ANSEL is left to the library."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in_utf8(content.decode("utf-16"))
    bare = content.removeprefix(b"\xef\xbb\xbf")
    if re.search(rb"\n\s*1 CHAR ANSEL", bare[:2000]):
        return bare, None
    try:
        return _in_utf8(bare.decode("utf-8"))
    except UnicodeDecodeError:
        return _in_utf8(bare.decode("cp1252", errors="replace"))


def _in_utf8(text: str) -> tuple[bytes, str]:
    text = re.sub(r"(?m)^(\s*1 CHAR )[^\r\n]*", r"\1UTF-8", text.lstrip("\ufeff"), count=1)
    return text.encode(), "utf-8"


def _pointer(text: object) -> str:
    return str(text or "").strip("@")


def _person(record: Record) -> Person:
    from ged4py.model import Individual

    identity = _pointer(record.xref_id)
    name = record.name.format() if isinstance(record, Individual) else ""
    death = record.sub_tag("DEAT")
    died = _when(record.sub_tag_value("DEAT/DATE"))
    return Person(
        id=identity,
        name=unicodedata.normalize("NFC", name.strip()) or identity,
        sex=_SEX.get(str(record.sub_tag_value("SEX") or "").upper(), Sex.UNKNOWN),
        born=_when(record.sub_tag_value("BIRT/DATE")),
        died=died or (unknown("date not recorded") if death else None),
    )


def _link(record: Record, famc: Record) -> LinkKind:
    adopted = {_pointer(f.value) for a in record.sub_tags("ADOP") for f in _famc(a)}
    if _pointer(famc.value) in adopted:
        return LinkKind.ADOPTED
    pedigree = str(famc.sub_tag_value("PEDI") or "").casefold()
    return _PEDIGREE.get(pedigree, LinkKind.UNKNOWN)


def _famc(record: Record) -> list[Record]:
    return list(record.sub_tags("FAMC", follow=False))


def _family(
    people: list[Person],
    records: list[Record],
    links: dict[tuple[str, str], LinkKind],
    tags: Counter[str],
    file: str,
) -> tuple[Family, tuple[Finding, ...]]:
    findings: list[Finding] = []
    known = {p.id for p in people}
    unions, parents = [], []
    for record in records:
        identity = _pointer(record.xref_id)
        partners = _pointers(record, "HUSB", "WIFE", known=known)
        children = dict.fromkeys(_pointers(record, "CHIL", known=known))
        children |= {c: None for c, f in links if f == identity}
        if not partners:
            stand_in = Person(id=f"{identity}-parent", name="Unknown parent")
            people.append(stand_in)
            partners = (stand_in.id,)
            message = f"The family {identity} names no parent; one is drawn as unknown."
            findings.append(_note("family-without-parents", message, file))
        unions.append(_union(record, identity, partners))
        parents += [
            Parentage(child=c, union=identity, kind=links.get((c, identity), LinkKind.BIRTH))
            for c in children
        ]
    left = {tag: n for tag, n in tags.items() if tag not in _SHOWN}
    if left:
        listed = ", ".join(f"{tag} ({n})" for tag, n in sorted(left.items()))
        findings.append(_note("gedcom-not-shown", f"A genogram does not show: {listed}.", file))
    family = Family(persons=tuple(people), unions=tuple(unions), parents=tuple(parents))
    return family, tuple(findings)


def _pointers(record: Record, *tags: str, known: set[str]) -> tuple[str, ...]:
    found = [_pointer(r.value) for r in record.sub_tags(*tags, follow=False)]
    return tuple(dict.fromkeys(p for p in found if p in known))


def _union(record: Record, identity: str, partners: tuple[str, ...]) -> Union:
    married, divorced = record.sub_tag("MARR"), record.sub_tag("DIV")
    kind = UnionKind.MARRIED if married else UnionKind.UNKNOWN
    return Union(
        id=identity,
        partners=partners[:2],
        kind=UnionKind.DIVORCED if divorced else kind,
        start=_when(record.sub_tag_value("MARR/DATE")),
        end=_when(record.sub_tag_value("DIV/DATE")),
    )


def _when(value: Any) -> When | None:
    """A GEDCOM date as precisely as it is; a phrase is kept as words."""
    if value is None:
        return None
    text, kind = str(value).capitalize(), getattr(value, "kind", None)
    name = kind.name if kind else "PHRASE"
    first = getattr(value, "date1", None) or getattr(value, "date", None)
    start, end, precision = _span(first)
    if start is None or end is None:
        return unknown(text)
    if name in ("RANGE", "PERIOD"):
        end = _span(value.date2)[1]
        precision = Precision.RANGE
    elif name in ("BEFORE", "TO"):
        start, precision = None, Precision.BEFORE
    elif name in ("AFTER", "FROM"):
        end, precision = None, Precision.AFTER
    elif name in _ABOUT:
        precision = Precision.CIRCA
    return When(start=start, end=end, precision=precision, text=text)


def _span(day: Any) -> tuple[dt.date | None, dt.date | None, Precision]:
    """First and last day of a calendar date; none outside the Gregorian years 1 to 9999."""
    none = (None, None, Precision.UNKNOWN)
    if day is None or type(day).__name__ != "GregorianDate" or day.bc or not 0 < day.year < 9999:
        return none
    try:
        if day.day and day.month_num:
            exact = dt.date(day.year, day.month_num, day.day)
            return exact, exact, Precision.DAY
        if day.month_num:
            last = calendar.monthrange(day.year, day.month_num)[1]
            month = (day.year, day.month_num)
            return dt.date(*month, 1), dt.date(*month, last), Precision.MONTH
    except ValueError:
        return none
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31), Precision.YEAR


def _note(code: str, message: str, file: str) -> Finding:
    return Finding(code=code, severity=Severity.NOTE, message=message, file=file)
