"""The family workbook: sheets People, Partnerships, Parents, Households and Relationships."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from chronology.columns import fold
from chronology.dates import When, read_date
from chronology.findings import Finding, Severity, locate
from chronology.importers.rows import Row, Table, Value, text_of
from genogram import words
from genogram.model import (
    Family,
    Household,
    LinkKind,
    Parentage,
    Person,
    Relationship,
    Residence,
    Sex,
    Union,
    UnionKind,
)

Kind = TypeVar("Kind", bound=StrEnum)
Default = TypeVar("Default")
_FAR = 30  # headings stand in the first thirty rows of a sheet, or nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a sheet by field, with its place for findings."""

    sheet: str
    row: int
    cells: Mapping[str, Value]
    epoch_1904: bool = False

    def text(self, name: str) -> str:
        """The words of a field, or an empty string."""
        return text_of(self.cells.get(name))


@dataclass(slots=True, kw_only=True)
class Gathering:
    """What has been read so far, and what there is to say about it."""

    file: str
    findings: list[Finding] = field(default_factory=list)
    persons: list[Person] = field(default_factory=list)
    unions: list[Union] = field(default_factory=list)
    parents: list[Parentage] = field(default_factory=list)
    households: dict[str, tuple[str, list[Residence]]] = field(default_factory=dict)
    relationships: list[Relationship] = field(default_factory=list)

    def say(self, line: Line, code: str, message: str, remedy: str) -> None:
        """Note a finding at a row of a sheet."""
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.WARNING,
                message=message,
                remedy=remedy,
                file=self.file,
                sheet=line.sheet,
                row=line.row,
            )
        )

    def when(self, line: Line, name: str) -> When | None:
        """The date of a field as it may honestly be read; None for an empty cell."""
        value = line.cells.get(name)
        if text_of(value) == "":
            return None
        when = read_date(value, epoch_1904=line.epoch_1904)
        self.findings += [
            locate(r, file=self.file, sheet=line.sheet, row=line.row) for r in when.remarks
        ]
        return when

    def family(self) -> Family:
        """What was gathered, as a family."""
        return Family(
            persons=tuple(self.persons),
            unions=tuple(self.unions),
            parents=tuple(self.parents),
            households=tuple(
                Household(id=h, address=address, members=tuple(members))
                for h, (address, members) in self.households.items()
            ),
            relationships=tuple(self.relationships),
        )


def is_family(tables: Iterable[Table]) -> bool:
    """Whether a workbook has a sheet of people with headings that we know."""
    return any(words.SHEETS.get(fold(t.name)) == "people" for t in tables)


def read_tables(tables: Iterable[Table], file: str) -> tuple[Family, tuple[Finding, ...]]:
    """Read the sheets of a family workbook; unknown sheets are a note."""
    gathered = Gathering(file=file)
    by_kind = {words.SHEETS.get(fold(t.name), ""): t for t in reversed(list(tables))}
    for kind, read in _READERS.items():
        if kind in by_kind:
            for line in _lines(by_kind[kind], kind, gathered):
                read(line, gathered)
    return gathered.family(), tuple(gathered.findings)


def _lines(table: Table, kind: str, gathered: Gathering) -> Iterator[Line]:
    fields = words.FIELDS[kind]
    head, columns = _headings(table, fields)
    if head is None:
        line = Line(sheet=table.name, row=1, cells={})
        gathered.say(
            line,
            "family-no-headings",
            f"The sheet '{table.name}' has no headings that are known; it was not read.",
            f"Use the headings {', '.join(v[0].capitalize() for v in fields.values())}.",
        )
        return
    for row in table.rows:
        if row.number > head.number and any(text_of(c.value) for c in row.cells):
            yield Line(
                sheet=table.name,
                row=row.number,
                cells={columns[i]: c.value for i, c in enumerate(row.cells) if i in columns},
                epoch_1904=table.epoch_1904,
            )


def _headings(
    table: Table, fields: Mapping[str, tuple[str, ...]]
) -> tuple[Row | None, dict[int, str]]:
    names = {word: name for name, synonyms in fields.items() for word in synonyms}
    for row in table.rows[:_FAR]:
        found: dict[int, str] = {}
        for position, cell in enumerate(row.cells):
            name = names.get(fold(text_of(cell.value)))
            if name and name not in found.values():
                found[position] = name
        if len(found) >= 2:
            return row, found
    return None, {}


def _person(line: Line, gathered: Gathering) -> None:
    name = line.text("name")
    identity = line.text("id") or name
    if not identity:
        gathered.say(
            line,
            "person-without-id",
            "A person has neither id nor name and was left out.",
            "Give every person an id, 'Unknown father' too.",
        )
        return
    legal = line.text("legal")
    gathered.persons.append(
        Person(
            id=identity,
            name=name or identity,
            sex=_word(line, "sex", words.SEX, Sex.UNKNOWN, gathered),
            born=gathered.when(line, "born"),
            died=gathered.when(line, "died"),
            subject=bool(words.yes(line.text("subject"))),
            twin=line.text("twin"),
            identical=words.IDENTICAL.get(fold(line.text("zygosity"))),
            pregnancy=_word(line, "pregnancy", words.PREGNANCY, None, gathered),
            role=line.text("role"),
            labels=tuple(part.strip() for part in legal.split(";") if part.strip()),
        )
    )


def _union(line: Line, gathered: Gathering) -> None:
    partners = tuple(p for p in (line.text("partner1"), line.text("partner2")) if p)
    partners = tuple(dict.fromkeys(partners))
    if not partners:
        gathered.say(
            line,
            "union-without-partners",
            "A partnership names nobody and was left out.",
            "Enter the ids of one or two people.",
        )
        return
    gathered.unions.append(
        Union(
            id=line.text("id") or "+".join(partners),
            partners=partners,
            kind=_word(line, "kind", words.UNION, UnionKind.UNKNOWN, gathered),
            start=gathered.when(line, "from"),
            end=gathered.when(line, "to"),
        )
    )


def _parent(line: Line, gathered: Gathering) -> None:
    union, child = line.text("union"), line.text("child")
    if not union or not child:
        gathered.say(
            line,
            "parent-link-incomplete",
            "A row of parents lacks the child or the union and was left out.",
            "Enter the child's id and the partnership's id.",
        )
        return
    gathered.parents.append(
        Parentage(
            child=child,
            union=_union_named(union, gathered),
            kind=_word(line, "kind", words.LINK, LinkKind.BIRTH, gathered),
            start=gathered.when(line, "from"),
            end=gathered.when(line, "to"),
        )
    )


def _union_named(words_: str, gathered: Gathering) -> str:
    """The union's id; people named together, or one person, make a union of their own."""
    if any(u.id == words_ for u in gathered.unions):
        return words_
    known = {p.id for p in gathered.persons}
    names = [n.strip() for n in re.split(r"[+&,;/]|\band\b", words_) if n.strip()]
    if not names or len(names) > 2 or any(n not in known for n in names):
        return words_
    for union in gathered.unions:
        if set(union.partners) == set(names):
            return union.id
    made = Union(id="+".join(names), partners=tuple(names))
    gathered.unions.append(made)
    return made.id


def _residence(line: Line, gathered: Gathering) -> None:
    house = line.text("id") or line.text("address")
    person = line.text("person")
    if not house or not person:
        gathered.say(
            line,
            "household-incomplete",
            "A row of households lacks the household or the person and was left out.",
            "Enter a household name and the person's id.",
        )
        return
    address, members = gathered.households.setdefault(house, ("", []))
    gathered.households[house] = (address or line.text("address"), members)
    start, end = gathered.when(line, "from"), gathered.when(line, "to")
    members.append(Residence(person=person, start=start, end=end))


def _relationship(line: Line, gathered: Gathering) -> None:
    kind = _word(line, "kind", words.RELATIONSHIP, None, gathered)
    if kind is None:
        return
    gathered.relationships.append(
        Relationship(
            source=line.text("source"),
            target=line.text("target"),
            kind=kind,
            start=gathered.when(line, "from"),
            end=gathered.when(line, "to"),
            status=line.text("status"),
            reference=line.text("reference"),
        )
    )


def _word(
    line: Line, name: str, known: Mapping[str, Kind], default: Default, gathered: Gathering
) -> Kind | Default:
    text = line.text(name)
    if not text:
        return default
    kind = known.get(fold(text))
    if kind is None:
        shown = default.value if isinstance(default, StrEnum) else "nothing"
        gathered.say(
            line,
            f"{name}-not-known",
            f"'{text}' is not a known {name}; read as {shown}.",
            f"Use one of: {', '.join(sorted({k.value for k in known.values()}))}.",
        )
        return default
    return kind


_READERS: Mapping[str, Callable[[Line, Gathering], None]] = {
    "people": _person,
    "partnerships": _union,
    "parents": _parent,
    "households": _residence,
    "relationships": _relationship,
}
