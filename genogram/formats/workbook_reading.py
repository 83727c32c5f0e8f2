"""The family workbook: People, Partnerships, Parents, Households, Relationships, Legal status.

Legal statuses may also stand in People, in one cell: "Care order from 3 March 2021; CP plan".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from chronology.columns import fold
from chronology.dates import Precision, When, says
from chronology.findings import Finding, Severity
from chronology.importers.rows import Table
from genogram.check_parts import same_day
from genogram.formats import words
from genogram.formats.cell_places import Places
from genogram.formats.family_dates import is_due, when_from
from genogram.formats.parent_columns import tie_by_columns
from genogram.formats.workbook_rows import Gathering, Line, is_age, lines, sex
from genogram.model import (
    Family,
    LegalStatus,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Relationship,
    Residence,
    Union,
    UnionKind,
)
from genogram.view.unnamed import id_of

_LONGEST = 200  # letters; longer texts are narrative
_LEGAL = re.compile(
    r"(?P<status>.+?)(?:[ ,]+(?:from|since) (?P<start>.+?))?(?: (?:to|until) (?P<end>.+?))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:(?:about|approx|circa|c)\.? ?)?(?:\d{1,2}(?: ?[-\u2013] ?\d{1,2})?|\d0'?s)(?: ?ish)? ?\??",
    re.IGNORECASE,
)
"""A number that may be an age or of a year: 27, approx 30, 60s, 30-40, 27?"""
_PART = re.compile(r'\s*"(?:[^"]|"")*"(?=\s*(?:[;\n]|$))|[^;\n]+')


def is_family(tables: Iterable[Table]) -> bool:
    """Whether a workbook has a sheet of people with headings that we know."""
    return any(words.SHEETS.get(fold(t.name)) == "people" for t in tables)


def has_ties(tables: Iterable[Table]) -> bool:
    """Whether a workbook has a sheet that says who belongs to whom."""
    return any(words.SHEETS.get(fold(t.name)) in ("partnerships", "parents") for t in tables)


def read_tables(tables: Iterable[Table], file: str) -> tuple[Family, tuple[Finding, ...], Places]:
    """Read the sheets of a family workbook; a sheet of another name is a note."""
    gathered = Gathering(file=file)
    by_kind: dict[str, Table] = {}
    rows: list[tuple[str, Line]] = []
    for table in tables:
        kind = words.SHEETS.get(fold(table.name), "")
        if kind and kind not in by_kind:
            by_kind[kind] = table
        elif any(c.value is not None for r in table.rows for c in r.cells):
            _unread(table, gathered)
    for kind, read in _READERS.items():
        if kind in by_kind:
            for line in lines(by_kind[kind], words.FIELDS[kind], gathered):
                before = len(gathered.persons)
                read(line, gathered)
                rows += [(p.id, line) for p in gathered.persons[before:]]
    tie_by_columns(rows, gathered)
    family = gathered.family()
    known = {p.id for p in family.persons}
    _legal_of_nobody(gathered, known)
    persons = (replace(p, legal=tuple(gathered.legal.get(p.id, ()))) for p in family.persons)
    whole = replace(family, persons=tuple(persons))
    return whole, tuple(gathered.findings), gathered.places


def _unread(table: Table, gathered: Gathering) -> None:
    gathered.say(
        Line(sheet=table.name, row=0, cells={}),
        "family-sheet-not-read",
        f"The sheet '{table.name}' is none of a family workbook's; it was not read.",
        "Name sheets People, Partnerships, Parents, Households, Relationships, Legal status.",
        Severity.NOTE,
    )


def _age_apart(line: Line, gathered: Gathering) -> tuple[Line, tuple[str, ...]]:
    """The row without an age under Born, which is no date, and what is kept of it as a label."""
    told = line.text("born")
    number = _NUMBER.fullmatch(told)
    read = when_from(told) if number else None  # 03-15 is March 2015
    if not (number or is_age(told)) or (read and read.precision is Precision.MONTH):
        return line, ()
    gathered.say(
        line,
        "age-for-birth",
        f"'{told}' under Born is no date of birth; kept as a label.",
        "Enter the date or year of birth, about 2015 too, if it is known.",
    )
    unborn = bool(line.text("pregnancy"))  # 20 weeks are not an age
    kept = words.FOR_BIRTH if number or unborn else words.AGE
    return replace(line, cells={**line.cells, "born": ""}), (f"{kept}{told}",)


def _person(line: Line, gathered: Gathering) -> None:
    line, age = _age_apart(line, gathered)
    name = line.text("name")
    identity = line.text("id") or id_of(name)
    if not identity:
        gathered.say(
            line,
            "person-without-id",
            "A person has neither id nor name and was left out.",
            "Give every person an id, 'Unknown father' too.",
        )
        return
    if not line.text("id"):
        if _another(line, identity, gathered):
            identity = f"{identity} ({line.sheet}, row {line.row})"
        gathered.by_name.add(identity)
    if legal := line.text("legal"):
        gathered.legal.setdefault(identity, []).extend(statuses(legal))
    drawn, told = sex(line, gathered)
    gathered.places.put(("person", identity), line.sheet, line.row)
    gathered.add(
        Person(
            id=identity,
            name=name or identity,
            sex=drawn,
            born=gathered.when(line, "born"),
            died=gathered.died(line),
            subject=words.yes(line.text("subject")),
            twin=line.text("twin"),
            identical=_identical(line, gathered),
            pregnancy=_pregnancy(line, gathered),
            role=line.text("role"),
            labels=(*_parts(line.text("labels")), *age, *told),
            ethnicity=line.text("ethnicity"),
            disability=line.text("disability"),
        )
    )


def _identical(line: Line, gathered: Gathering) -> bool | None:
    told = line.text("zygosity")
    found = words.meant(told, words.IDENTICAL)
    if found is None and fold(told) and fold(told) not in words.UNSURE:
        gathered.say(
            line,
            "zygosity-not-known",
            f"'{told}' under Zygosity is not known; read as nothing.",
            "Write identical or not identical, or leave the cell empty.",
        )
    return found


def _another(line: Line, identity: str, gathered: Gathering) -> bool:
    """Whether a row without an id is of somebody else than the one of that name before it."""
    before = [p for p in gathered.persons if p.id == identity]
    return any(not same_day(p.born, line.when("born")) for p in before)


def _pregnancy(line: Line, gathered: Gathering) -> Pregnancy | None:
    """As the column says; a date of birth that is still to come says it too."""
    stated = gathered.word(line, "pregnancy", words.PREGNANCY, None)
    return Pregnancy.UNBORN if stated is None and is_due(line.text("born")) else stated


def _parts(text: str) -> tuple[str, ...]:
    """Words parted by semicolons or lines; a part in quotation marks may hold them."""
    found = (m[0].strip() for m in _PART.finditer(text))
    return tuple(
        p[1:-1].replace('""', '"') if len(p) > 1 and p[0] == p[-1] == '"' else p for p in found if p
    )


def statuses(text: str) -> Iterator[LegalStatus]:
    """Legal statuses of one cell, with their dates where these can be read."""
    for part in _parts(text):
        found = _LEGAL.fullmatch(part) if len(part) <= _LONGEST else None
        start, end = (when_from(found[n]) if found and found[n] else None for n in ("start", "end"))
        dated = [w for w in (start, end) if w]
        if found and dated and all(map(_only_a_date, dated)):
            yield LegalStatus(status=found["status"], start=start, end=end)
        else:
            yield LegalStatus(status=part)


def _only_a_date(when: When) -> bool:
    """Whether words are a date and nothing else: not so in 'SGO to MGM 2018'."""
    return when.dated and not says(when, "date-among-words")


def _legal(line: Line, gathered: Gathering) -> None:
    person, status = gathered.somebody(line, line.text("person")), line.text("status")
    if not person or not status:
        gathered.say(
            line,
            "legal-status-incomplete",
            "A row of legal statuses lacks the person or the status and was left out.",
            "Enter the person's id and the status.",
        )
        return
    held = LegalStatus(
        status=status,
        start=gathered.when(line, "from"),
        end=gathered.until(line),
        reference=line.text("reference"),
    )
    gathered.legal.setdefault(person, []).append(held)
    gathered.places.put(("status", (person, held)), line.sheet, line.row)
    gathered.places.put(("statuses of", person), line.sheet, line.row)


def _legal_of_nobody(gathered: Gathering, known: set[str]) -> None:
    for person in gathered.legal:
        if person not in known:
            sheet, row = gathered.places.of(("statuses of", person))
            gathered.say(
                Line(sheet=sheet, row=row or 0, cells={}),
                "person-unknown",
                f"The sheet of legal statuses names '{person}', who is not in the file; left out.",
                "Correct the id, or add the person.",
                Severity.ERROR,
            )


def _union(line: Line, gathered: Gathering) -> None:
    named = [p for p in (line.text("partner1"), line.text("partner2")) if p]
    partners = tuple(dict.fromkeys(gathered.somebody(line, p) for p in named))
    if not partners:
        gathered.say(
            line,
            "union-without-partners",
            "A partnership names nobody and was left out.",
            "Enter the ids of one or two people.",
        )
        return
    if len(partners) < len(named):
        gathered.say(
            line,
            "tied-to-self",
            f"Both partners are '{partners[0]}'; read as a single parent.",
            "Correct the id of the other partner, or leave that cell empty.",
        )
    identity = line.text("id") or "+".join(partners)
    gathered.places.put(("union", identity), line.sheet, line.row)
    gathered.unions.append(
        Union(
            id=identity,
            partners=partners,
            kind=gathered.word(line, "kind", words.UNION, UnionKind.UNKNOWN),
            start=gathered.when(line, "from"),
            end=gathered.until(line),
        )
    )


def _parent(line: Line, gathered: Gathering) -> None:
    union, child = line.text("union"), gathered.somebody(line, line.text("child"))
    if not union or not child:
        gathered.say(
            line,
            "parent-link-incomplete",
            "A row of parents lacks the child or the union and was left out.",
            "Enter the child's id and the partnership's id.",
        )
        return
    link = Parentage(
        child=child,
        union=_union_named(line, union, gathered),
        kind=gathered.word(line, "kind", words.LINK, LinkKind.BIRTH, LinkKind.UNKNOWN),
        start=gathered.when(line, "from"),
        end=gathered.until(line),
        responsibility=line.text("responsibility"),
    )
    gathered.parents.append(link)
    gathered.places.put(("link", link), line.sheet, line.row)


def _union_named(line: Line, told: str, gathered: Gathering) -> str:
    """The union's id; people named together, or one person, make a union of their own."""
    ids = [u.id for u in gathered.unions]
    if told in ids:
        return told
    if alike := [i for i in ids if words.plain(i) == words.plain(told)]:
        return alike[0]
    names = [n.strip() for n in re.split(r"[+&,;/]|\band\b", told) if n.strip()]
    if not names or len(names) > 2 or not all(map(gathered.named, names)):
        return told
    names = [gathered.somebody(line, n) for n in names]
    for union in gathered.unions:
        if set(union.partners) == set(names):
            return union.id
    made = Union(id="+".join(names), partners=tuple(names))
    gathered.unions.append(made)
    gathered.places.put(("union", made.id), line.sheet, line.row)
    return made.id


def _residence(line: Line, gathered: Gathering) -> None:
    house = line.text("id") or line.text("address")
    person = gathered.somebody(line, line.text("person"))
    if not house or not (person or line.text("address")):
        gathered.say(
            line,
            "household-incomplete",
            "A row of households lacks the household or the person; nobody was read from it.",
            "Enter a household name and the person's id.",
        )
    if not house:
        return
    if not line.text("id"):
        house = next((h for h in gathered.households if _alike(h) == _alike(house)), house)
    address, members = gathered.households.setdefault(house, ("", []))
    gathered.households[house] = (address or line.text("address"), members)
    if person:
        start, end = gathered.when(line, "from"), gathered.until(line)
        members.append(stay := Residence(person=person, start=start, end=end))
        gathered.places.put(("stay", (house, stay)), line.sheet, line.row)


def _alike(address: str) -> str:
    """What is the same of an address however it is spaced, stopped or capitalised."""
    return "".join(c for c in address.casefold() if c.isalnum()) or address


def _relationship(line: Line, gathered: Gathering) -> None:
    if not all(line.text(name) for name in ("source", "target", "kind")):
        gathered.say(
            line,
            "relationship-incomplete",
            "A row of relationships lacks a person or the kind and was left out.",
            "Enter both people's ids and the kind of relationship.",
        )
        return
    kind = gathered.word(line, "kind", words.RELATIONSHIP, None)
    if kind is None:
        return
    tie = Relationship(
        source=gathered.somebody(line, line.text("source")),
        target=gathered.somebody(line, line.text("target")),
        kind=kind,
        start=gathered.when(line, "from"),
        end=gathered.until(line),
        status=line.text("status"),
        reference=line.text("reference"),
        words=words.told_by(line.text("kind"), kind),
    )
    gathered.relationships.append(tie)
    gathered.places.put(("tie", tie), line.sheet, line.row)


_READERS: Mapping[str, Callable[[Line, Gathering], None]] = {
    "people": _person,
    "partnerships": _union,
    "parents": _parent,
    "households": _residence,
    "relationships": _relationship,
    "legal": _legal,
}
