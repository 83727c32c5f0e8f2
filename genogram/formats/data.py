"""The family part of the open data form (JSON): reading it, and writing it the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from chronology.columns import fold
from chronology.dates import When
from chronology.findings import Finding, Severity, Unreadable, locate
from chronology.importers.open_form import Misshapen, each, misshapen
from genogram.formats import words
from genogram.formats.family_dates import NO_DATE, when_from
from genogram.model import (
    Family,
    Household,
    LegalStatus,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Relationship,
    RelationshipKind,
    Residence,
    Sex,
    Union,
    UnionKind,
)

Data = Mapping[str, Any]
Record = TypeVar("Record")
_OLDER_WORDS = {"cohab": "cohabiting", "casual": "brief", "biological": "birth"}

ONE_OF_EACH = Family(
    persons=(Person(id="p", legal=(LegalStatus(status="s"),)),),
    unions=(Union(id="u", partners=("p",)),),
    parents=(Parentage(child="p", union="u"),),
    households=(Household(id="h", members=(Residence(person="p"),)),),
    relationships=(Relationship(source="p", target="p", kind=RelationshipKind.CLOSE),),
)
"""Every record that there is, from which the known fields are told."""


def from_data(told: Data, file: str) -> tuple[Family, tuple[Finding, ...]]:
    """Read `{"family": {...}}` or the family alone; raises Unreadable where it is neither."""
    told = told.get("family", told)
    if not isinstance(told, Mapping) or "persons" not in told:
        raise Unreadable(
            f"{file} holds no family.", "Name a JSON file with 'family' and its 'persons'."
        )
    try:
        return _read(told, file)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise Unreadable(
            f"{file}: the family is not in the open data form ({misshapen(problem)}).",
            "See docs/file-formats.md for the form.",
        ) from problem


def to_data(family: Family) -> dict[str, Any]:
    """The family in the open data form; what is not recorded is null."""
    return {
        "persons": [_person_data(p) for p in family.persons],
        "unions": [
            {"id": u.id, "partners": list(u.partners), "kind": u.kind.value}
            | _span(u.start, u.end, "start", "end")
            for u in family.unions
        ],
        "parents": [
            {"child": k.child, "union": k.union, "kind": k.kind.value}
            | _span(k.start, k.end)
            | {"responsibility": k.responsibility}
            for k in family.parents
        ],
        "households": [
            {
                "id": h.id,
                "address": h.address,
                "members": [{"person": m.person} | _span(m.start, m.end) for m in h.members],
            }
            for h in family.households
        ],
        "relationships": [
            {"from": r.source, "to": r.target, "kind": r.kind.value}
            | _span(r.start, r.end, "start", "end")
            | {"status": r.status, "source": r.reference, "words": r.words}
            for r in family.relationships
        ],
    }


class _Reader:
    """Reads words and dates of one file, and keeps what there is to say about them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.part = ""  # and the number of the record in it: where a finding is
        self.number = 0
        self.findings: list[Finding] = []

    def all(
        self, told: Data, part: str, read: Callable[[_Reader, Data], Record]
    ) -> tuple[Record, ...]:
        """Every record of a part of the family."""

        def one(record: Data) -> Record:
            self.number += 1
            return read(self, record)

        self.part, self.number = part, 0
        return tuple(each(told, part, one))

    def when(self, text: object) -> When | None:
        if text in (None, ""):
            return None
        when = when_from(str(text))
        self.findings += [
            locate(r, file=self.file, sheet=self.part, row=self.number) for r in when.remarks
        ]
        return when

    def died(self, told: object) -> When | None:
        """The date of a death; true or "yes" is one without a date, false or "no" none."""
        word = str(told).strip().casefold()
        if told is False or word in words.ALIVE:
            return None
        return when_from(NO_DATE) if word in words.GONE else self.when(told)

    def known(self, kinds: Iterable[str], text: object, otherwise: str, what: str) -> str:
        word = str(text or otherwise).strip()
        word = _OLDER_WORDS.get(word, word)
        if word in kinds:
            return word
        self.findings.append(
            Finding(
                code=f"{what.partition(' ')[0]}-not-known",
                severity=Severity.WARNING,
                message=f"'{word}' is not a known {what}; read as {otherwise or 'nothing'}.",
                remedy=f"Use one of: {', '.join(kind for kind in kinds if kind)}.",
                file=self.file,
                sheet=self.part,
                row=self.number,
            )
        )
        return otherwise


def _read(told: Data, file: str) -> tuple[Family, tuple[Finding, ...]]:
    reader = _Reader(file)
    family = Family(
        persons=reader.all(told, "persons", _person),
        unions=reader.all(told, "unions", _union),
        parents=reader.all(told, "parents", _parentage),
        households=reader.all(told, "households", _household),
        relationships=reader.all(told, "relationships", _relationship),
    )
    return family, (*reader.findings, *_not_read(told, file))


def _not_read(told: Data, file: str) -> Iterator[Finding]:
    """Fields that hold something and are not in the form, each named once with how often."""
    known = to_data(ONE_OF_EACH)
    unread = Counter(part for part, value in told.items() if part not in known and value)
    for part, (example,) in known.items():
        unread.update(_unknown(told.get(part, ()), example, part))
    for name, number in sorted(unread.items()):
        yield Finding(
            code="family-field-not-read",
            severity=Severity.NOTE,
            message=f"The field {name} is not known; it was not read ({number}).",
            remedy="See docs/file-formats.md for the form.",
            file=file,
        )


def _unknown(records: Iterable[Data], example: Data, where: str) -> Iterator[str]:
    for record in records:
        for name, value in record.items():
            if name not in example:
                yield from [f"{where}.{name}"] * (value not in (None, "", [], {}))
            elif isinstance(example[name], list) and example[name] and name != "partners":
                yield from _unknown(value or (), example[name][0], f"{where}.{name}")


def _person(reader: _Reader, p: Data) -> Person:
    lost = reader.known([*Pregnancy, ""], p.get("pregnancy"), "", "pregnancy")
    return Person(
        id=str(p["id"]),
        name=str(p.get("name") or p["id"]),
        sex=Sex(reader.known([*Sex], p.get("sex"), "U", "sex")),
        born=reader.when(p.get("born")),
        died=reader.died(p.get("died")),
        subject=words.yes(str(p.get("subject") or "")),
        twin=str(p.get("twin") or ""),
        identical=_identical(p.get("identical")),
        pregnancy=Pregnancy(lost) if lost else None,
        role=str(p.get("role") or ""),
        labels=_several(p.get("labels"), "labels"),
        legal=tuple(each(p, "legal", partial(_legal, reader))),
        ethnicity=str(p.get("ethnicity") or ""),
        disability=str(p.get("disability") or ""),
    )


def _identical(told: object) -> bool | None:
    return told if isinstance(told, bool) else words.IDENTICAL.get(fold(str(told or "")))


def _several(told: Any, name: str) -> tuple[str, ...]:
    """A list of words. One word alone would be taken letter by letter."""
    if isinstance(told, str):
        raise Misshapen(f"{name} is no list in square brackets")
    return tuple(str(word) for word in told or ())


def _legal(reader: _Reader, s: Data) -> LegalStatus:
    return LegalStatus(
        status=str(s["status"]),
        start=reader.when(s.get("from")),
        end=reader.when(s.get("to")),
        reference=str(s.get("source") or ""),
    )


def _union(reader: _Reader, u: Data) -> Union:
    return Union(
        id=str(u["id"]),
        partners=tuple(dict.fromkeys(_several(u["partners"], "partners"))),
        kind=UnionKind(reader.known([*UnionKind], u.get("kind"), "unknown", "kind of partnership")),
        start=reader.when(u.get("start")),
        end=reader.when(u.get("end")),
    )


def _parentage(reader: _Reader, k: Data) -> Parentage:
    return Parentage(
        child=str(k["child"]),
        union=str(k["union"]),
        kind=LinkKind(reader.known([*LinkKind], k.get("kind"), "birth", "kind of parenthood")),
        start=reader.when(k.get("from")),
        end=reader.when(k.get("to")),
        responsibility=str(k.get("responsibility") or ""),
    )


def _household(reader: _Reader, h: Data) -> Household:
    return Household(
        id=str(h["id"]),
        address=str(h.get("address") or ""),
        members=tuple(each(h, "members", partial(_residence, reader))),
    )


def _residence(reader: _Reader, m: Data) -> Residence:
    return Residence(
        person=str(m["person"]), start=reader.when(m.get("from")), end=reader.when(m.get("to"))
    )


def _relationship(reader: _Reader, r: Data) -> Relationship:
    kind = reader.known([*RelationshipKind], r.get("kind"), "close", "kind of relationship")
    return Relationship(
        source=str(r["from"]),
        target=str(r["to"]),
        kind=RelationshipKind(kind),
        start=reader.when(r.get("start")),
        end=reader.when(r.get("end")),
        status=str(r.get("status") or ""),
        reference=str(r.get("source") or ""),
        words=str(r.get("words") or ""),
    )


def _person_data(p: Person) -> dict[str, Any]:
    return {
        "id": p.id,
        "name": p.name,
        "sex": p.sex.value,
        "born": p.born.text if p.born else None,
        "died": p.died.text if p.died else None,
        "subject": p.subject,
        "twin": p.twin or None,
        "identical": p.identical,
        "pregnancy": p.pregnancy.value if p.pregnancy else None,
        "role": p.role,
        "labels": list(p.labels),
        "legal": [
            {"status": s.status} | _span(s.start, s.end) | {"source": s.reference} for s in p.legal
        ],
        "ethnicity": p.ethnicity,
        "disability": p.disability,
    }


def _span(
    start: When | None, end: When | None, first: str = "from", last: str = "to"
) -> dict[str, Any]:
    return {first: start.text if start else None, last: end.text if end else None}
