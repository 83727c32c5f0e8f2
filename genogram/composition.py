"""A table of family composition as agencies send it: one row a person, seen from the child.

    Name | Relationship to child | DOB | Address | Legal status

    maternal grandmother --+-- maternal grandfather
              +------------+-------+
        maternal uncle           mother --+-- father
                                          +--- the child, brother, sister

It is read as far as it goes. What it leaves open (how two people are together, through whom an
aunt is related, when somebody lived where) is left open, each with a finding.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import resources

from chronology.columns import fold
from chronology.findings import Finding, Severity
from chronology.importers.rows import Table
from genogram import words
from genogram.model import (
    Family,
    Household,
    LegalStatus,
    LinkKind,
    Parentage,
    Person,
    Pregnancy,
    Residence,
    Sex,
    Union,
)
from genogram.sheets import Gathering, Line, headings, lines
from genogram.tables import statuses

FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "full name", "name of family member", "family member", "names"),
    "relation": (
        *("relationship to child", "relationship", "relationship to subject", "relation"),
        *("relationship to subject child", "relationship to the child", "role"),
    ),
    "born": ("dob", "d.o.b", "date of birth", "born", "dob or edd", "age"),
    "sex": ("sex", "gender", "m/f"),
    "address": ("address", "home address", "current address", "address label"),
    "legal": ("legal status", "status", "legal"),
    "ethnicity": ("ethnicity", "ethnic origin", "ethnic group"),
    "disability": ("disability", "disabilities"),
    "plan": ("is/was subject to cp plan?", "cp plan", "cp plan?", "child protection plan"),
}
_CARE = {"foster": LinkKind.FOSTER, "adopted": LinkKind.ADOPTED, "guardian": LinkKind.GUARDIAN}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One person of the table: what they are to the child, and through whom."""

    person: Person
    line: Line
    relation: str = ""
    side: str = ""
    told: str = ""


@dataclass(slots=True, kw_only=True)
class _Tying:
    """Ties made so far, and the people by what they are to the child."""

    gathered: Gathering
    rows: list[_Row]
    tied: set[str] = field(default_factory=set)

    def of(self, *relations: str, side: str = "") -> list[_Row]:
        return [r for r in self.rows if r.relation in relations and side in ("", r.side)]

    def union(self, identity: str, *rows: _Row) -> str:
        if not any(u.id == identity for u in self.gathered.unions):
            partners = tuple(r.person.id for r in rows)
            self.gathered.unions.append(Union(id=identity, partners=partners))
        self.tied |= {r.person.id for r in rows}
        return identity

    def child(self, row: _Row, union: str, kind: LinkKind = LinkKind.BIRTH) -> None:
        self.gathered.parents.append(Parentage(child=row.person.id, union=union, kind=kind))
        self.tied.add(row.person.id)

    def leave_open(self, row: _Row, code: str, message: str, remedy: str) -> None:
        self.gathered.say(row.line, code, message, remedy, Severity.NOTE)


def composition(tables: Iterable[Table]) -> Table | None:
    """The first table with a column of names and one of relationships to the child."""
    for table in tables:
        _, columns = headings(table, FIELDS)
        if {"name", "relation"} <= set(columns.values()):
            return table
    return None


def read_composition(table: Table, file: str) -> tuple[Family, tuple[Finding, ...]]:
    """Read one table of family composition as far as it goes."""
    gathered = Gathering(file=file)
    rows = [r for line in lines(table, FIELDS, gathered) if (r := _row(line, gathered))]
    tying = _Tying(gathered=gathered, rows=rows)
    _parents_and_children(tying)
    _half_siblings(tying)
    _grandparents(tying)
    _carers(tying)
    _left_open(tying)
    gathered.persons = [r.person for r in rows]
    family = replace(gathered.family(), households=_homes(rows))
    if family.households:
        gathered.say(
            Line(sheet=table.name, row=0, cells={}),
            "household-undated",
            "The table says where people live, not since when; the households have no dates.",
            "Enter From and To in the sheet Households of a family workbook.",
            Severity.NOTE,
        )
    return family, tuple(gathered.findings)


def _row(line: Line, gathered: Gathering) -> _Row | None:
    name, told = line.text("name"), line.text("relation")
    if not name and not told:
        gathered.say(
            line,
            "person-without-id",
            "A person has neither id nor name and was left out.",
            "Give every person an id, 'Unknown father' too.",
        )
        return None
    relation, side, sex = relation_of(told)
    stated = gathered.word(line, "sex", words.SEX, Sex.UNKNOWN)
    plan = line.text("plan")
    legal = list(statuses(line.text("legal")))
    if plan and fold(plan) not in ("no", "n", "n/a", "none"):
        legal.append(LegalStatus(status=f"Child protection plan: {plan}"))
    taken = {p.id for p in gathered.persons}
    identity = name or told
    person = Person(
        id=identity if identity not in taken else f"{identity} (row {line.row})",
        name=name or told,
        sex=stated if stated is not Sex.UNKNOWN else sex,
        born=gathered.when(line, "born"),
        subject=relation == "subject",
        pregnancy=Pregnancy.UNBORN if relation == "unborn" else None,
        role=told,
        legal=tuple(legal),
        ethnicity=line.text("ethnicity"),
        disability=line.text("disability"),
    )
    gathered.persons.append(person)
    return _Row(person=person, line=line, relation=relation, side=side, told=told)


def relation_of(told: str) -> tuple[str, str, Sex]:
    """What somebody is to the child, through whom, and the sex that the word implies."""
    text = " ".join(told.casefold().replace(".", "").replace("\u2019", "'").split())
    relations, sides = _relations()
    side = {"mgm": "mother", "mgf": "mother", "pgm": "father", "pgf": "father"}.get(text, "")
    if text not in relations:
        for word, through in sides.items():
            if text.startswith(f"{word} "):
                text, side = text.removeprefix(f"{word} "), through
    relation, sex = relations.get(text, ("", Sex.UNKNOWN))
    return relation, side, sex


@cache
def _relations() -> tuple[dict[str, tuple[str, Sex]], dict[str, str]]:
    text = resources.files("genogram").joinpath("relations.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    sides = {word: side for side, several in told.pop("side").items() for word in several}
    relations = {
        word: (relation, Sex(sex))
        for relation, by_sex in told.items()
        for sex, several in by_sex.items()
        for word in several
    }
    return relations, sides


def _parents_and_children(tying: _Tying) -> None:
    mothers, fathers = tying.of("mother")[:1], tying.of("father", "putative")
    children = tying.of("subject", "sibling", "twin", "unborn")
    if not mothers and not fathers:
        return
    union = tying.union("parents", *mothers, *fathers[:1])
    if mothers and fathers:
        _how_together(tying, mothers[0], fathers[0])
    putative = bool(fathers) and fathers[0].relation == "putative"
    for row in children:
        tying.child(row, union, LinkKind.DISPUTED if putative else LinkKind.BIRTH)
        if row.relation in ("sibling", "unborn") and len(mothers) + len(fathers) > 1:
            tying.leave_open(
                row,
                "relation-assumed",
                f"'{row.told}' was read as a child of both parents in the table.",
                "Write half-brother or half-sister, maternal or paternal, if that is so.",
            )
    _twins(tying)
    for other in fathers[1:]:
        mine = tying.union(f"{other.person.id}, father", *mothers, other)
        for row in tying.of("subject"):
            tying.child(row, mine, LinkKind.DISPUTED)


def _how_together(tying: _Tying, a: _Row, b: _Row) -> None:
    tying.leave_open(
        b,
        "partnership-open",
        f"The table does not say how {a.person.name} and {b.person.name} are or were together.",
        "Enter it in the sheet Partnerships of a family workbook.",
    )


def _twins(tying: _Tying) -> None:
    twins, subjects = tying.of("twin"), tying.of("subject")
    if twins and len(subjects) == 1:
        group = {twins[0].person.id, subjects[0].person.id}
        tying.rows = [
            replace(r, person=replace(r.person, twin="twins")) if r.person.id in group else r
            for r in tying.rows
        ]


def _half_siblings(tying: _Tying) -> None:
    for row in tying.of("half"):
        parent = tying.of(row.side or "mother")[:1]
        if not parent:
            continue
        tying.child(row, tying.union(f"{parent[0].person.id}, other children", *parent))
        if not row.side:
            tying.leave_open(
                row,
                "relation-assumed",
                f"'{row.told}' was read as a child of {parent[0].person.name}; the table does not "
                "say through which parent.",
                "Write maternal or paternal before it.",
            )


def _grandparents(tying: _Tying) -> None:
    for side in ("mother", "father"):
        elders = tying.of("grandparent", side=side)[:2]
        parent = tying.of(side)[:1]
        if not elders:
            continue
        union = tying.union(f"{side}'s parents", *elders)
        if len(elders) == 2:
            _how_together(tying, *elders)
        for row in (*parent, *tying.of("parents_sibling", side=side)):
            tying.child(row, union)


def _carers(tying: _Tying) -> None:
    for relation, kind in _CARE.items():
        carers = tying.of(relation)[:2]
        if carers:
            union = tying.union(f"{relation} carers", *carers)
            for row in tying.of("subject"):
                tying.child(row, union, kind)
    for row in tying.of("step"):
        side = "father" if row.person.sex is Sex.FEMALE else "mother"
        parent = tying.of(side)[:1]
        if parent:
            union = tying.union(f"{parent[0].person.id} and {row.person.id}", *parent, row)
            _how_together(tying, parent[0], row)
            for child in tying.of("subject"):
                tying.child(child, union, LinkKind.STEP)


def _left_open(tying: _Tying) -> None:
    for row in tying.rows:
        if row.person.id not in tying.tied:
            tying.leave_open(
                row,
                "relation-left-open",
                f"How {row.person.name} ('{row.told}') belongs to the family is left open.",
                "Enter it in the sheets Partnerships and Parents of a family workbook.",
            )


def _homes(rows: Iterable[_Row]) -> tuple[Household, ...]:
    """People at one address, however it is spaced or capitalised, as one home."""
    homes: dict[str, tuple[str, list[Residence]]] = {}
    for row in rows:
        address = row.line.text("address")
        if fold(address) not in ("", "n/k", "nk", "not known", "unknown", "as above"):
            key = "".join(c for c in address.casefold() if c.isalnum())
            homes.setdefault(key, (address, []))[1].append(Residence(person=row.person.id))
        elif fold(address) == "as above" and homes:
            homes[list(homes)[-1]][1].append(Residence(person=row.person.id))
    return tuple(
        Household(id=f"Home {n}", address=address, members=tuple(members))
        for n, (address, members) in enumerate(homes.values(), 1)
    )
