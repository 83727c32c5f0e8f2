"""A table of family composition as agencies send it: one row a person, seen from the child.

    Name | Relationship to child | DOB | Address | Legal status

It is read as far as it goes (genogram/formats/tying.py). What it leaves open, when somebody lived
where above all, is left open, each with a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chronology.columns import fold
from chronology.dates import When
from chronology.findings import Finding, Severity
from chronology.importers.rows import Table, text_of
from genogram.formats import words
from genogram.formats.addresses import homes
from genogram.formats.cell_places import Places
from genogram.formats.composition_fields import FIELDS
from genogram.formats.family_dates import NO_DATE, is_due, when_from
from genogram.formats.grown_subject import is_of_a_grown_person, of_a_grown_person
from genogram.formats.life_words import birth_and_death
from genogram.formats.parent_columns import tie_by_columns
from genogram.formats.relation_words import near_words, relation_words
from genogram.formats.relations import (
    Relation,
    relation_meant,
    remarks_of,
    with_name,
)
from genogram.formats.tying import tie
from genogram.formats.tying_parts import Member
from genogram.formats.whose_child import Named, named_child
from genogram.formats.workbook_reading import statuses
from genogram.formats.workbook_rows import Gathering, Line, headings, is_age, lines, sex
from genogram.model import Family, LegalStatus, Person, Pregnancy, Sex
from genogram.view.homes import numbered
from genogram.view.unnamed import id_of

_OF_SOME = re.compile(r"(?P<word>[^,(/]+?) (?:of|to|for) (?P<whom>[^(/]+)", re.IGNORECASE)
_LONGEST = 100  # letters in which "as above", "no" and the like are looked for
_OF_A_WORKBOOK = ("households", "relationships", "legal")  # whose People tell the parents
_NAMES = {"name", "forename"}
_BORN = {"born", "born or age"}
_BANDS = (
    *("professionals", "professionals involved", "agencies", "others", "significant others"),
    *("parents", "children", "siblings", "household", "household members", "immediate family"),
    *("other household members", "extended family", "other family members", "family members"),
    *("maternal family", "paternal family", "wider family", "non-household members", "carers"),
)
_SEVERAL = re.compile(
    r"(?:mr|mrs|ms|miss|dr)\.? (?:and|&) (?:mr|mrs|ms|miss|dr)\.? .+"
    r"|[^\W\d]+ (?:and|&) [^\W\d]+ .+",
    re.IGNORECASE,
)
Children = tuple[tuple[str, ...], ...]  # of each the names
_NO = ("no", "n", "n/a", "none", "never", "-")


def compositions(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The tables with names and relationships to the child, and those of the children themselves.

    One with ids is a sheet of people of a family workbook.
    """
    found = [(table, _fields(table)) for table in tables]
    workbook = any(words.SHEETS.get(fold(t.name)) in _OF_A_WORKBOOK for t, _ in found)
    tied = {"relation"} if workbook else {"relation", *words.PARENTS}
    related = [t for t, columns in found if _NAMES & columns and tied & columns]
    children = [t for t, columns in found if "child" in columns and _BORN & columns]
    return tuple(t for t, _ in found if t in related or t in children) if related else ()


def _fields(table: Table) -> set[str]:
    _, of_people = headings(table, words.FIELDS["people"])
    return set() if "id" in of_people.values() else set(headings(table, FIELDS)[1].values())


def read_composition(
    chosen: Sequence[Table], file: str, tables: Sequence[Table]
) -> tuple[Family, tuple[Finding, ...], Places]:
    """Read the tables of a family composition as far as they go; others are only named."""
    gathered = Gathering(file=file)
    _not_read(chosen, tables, gathered)
    rows = [line for table in chosen for line in lines(table, FIELDS, gathered)]
    named = named_child(chosen, tables)
    children = _names_of_the_children(rows, named)
    grown = is_of_a_grown_person(chosen, rows) and len(children) == 1
    members = [m for line in rows if (m := _member(line, children, grown, gathered))]
    members = _with_parents_of_columns(members, gathered)
    members = tie(gathered, _with_the_child(members, named, gathered))
    gathered.persons = [m.person for m in members]
    _responsibility(members, gathered)
    family = _homes_as_drawn(replace(gathered.family(), households=homes(members, gathered)))
    if family.households:
        gathered.say(
            Line(sheet=chosen[0].name, row=0, cells={}),
            "household-undated",
            "The table says where people live, not since when; the households have no dates.",
            "Enter From and To in the sheet Households of a family workbook.",
            Severity.NOTE,
        )
    return family, tuple(gathered.findings), gathered.places


def _names_of_the_children(rows: Iterable[Line], named: Named | None) -> Children:
    """The names of each child whom the table is about: whole, and the first of it where nobody
    else has it."""
    told = dict.fromkeys(_name_and_told(line) for line in rows)
    names = [name for name, relation in told if name and relation_meant(relation).word == "subject"]
    firsts = [name.casefold().split()[0] for name, _ in told if name.split()]
    children = []
    for whole in names or ([named.name] if named else []):
        first, *more = whole.split()
        known = (
            more and first.casefold() not in relation_words() and firsts.count(first.casefold()) < 2
        )
        children.append((whole, first) if known else (whole,))
    return tuple(children)


def _relation(told: str, children: Children, grown: bool) -> Relation:
    """What somebody is to the child; of several, to the one who is named."""
    if grown and (own := of_a_grown_person(told, children[0][0])):
        return own
    if len(children) < 2:
        return relation_meant(told, *children)
    if (read := relation_meant(told)).word:
        return read
    if some := _of_some(told, children):
        return some
    for names in children:
        if (own := relation_meant(told, names)).word:
            return replace(own, whose=names[0])
    return read


def _of_some(told: str, children: Children) -> Relation | None:
    """What somebody is to several children who are named: "PGM of Ruby and Jude"."""
    found = _OF_SOME.fullmatch(told[:_LONGEST].strip())
    whom = re.split(r"\s*(?:,|&|\band\b)\s*", found["whom"].casefold()) if found else []
    named = [c for c in children if {n.casefold() for n in c} & set(whom)]
    if found is None or len(named) < 2 or len(named) != len(whom):
        return None
    read = relation_meant(found["word"])
    if not read.word or read.whom:
        return None
    return read if len(named) == len(children) else replace(read, whose=named[0][0])


def _with_parents_of_columns(members: list[Member], gathered: Gathering) -> list[Member]:
    """The people with those whom the columns Mother and Father name besides; tied as these say."""
    for member in members:
        for called in (member.id, member.name):
            gathered.called[words.plain(called)].add(member.id)
    before = len(gathered.persons)
    tie_by_columns([(m.id, m.line) for m in members], gathered)
    line = Line(sheet="", row=0, cells={})  # lives nowhere that is known
    more = gathered.persons[before:]
    return [*members, *(Member(person=p, line=line, relation=Relation()) for p in more)]


def _name_and_told(line: Line) -> tuple[str, str]:
    """What a row calls somebody, and the words for what they are to the child."""
    given = (line.text("forename"), line.text("surname"))
    child = line.text("child")
    name = child or line.text("name") or " ".join(filter(None, given))
    return name, line.text("relation") or ("Subject child" if child else "")


def _homes_as_drawn(family: Family) -> Family:
    """Homes under the numbers that a drawing gives them, so that both mean the same home."""
    drawn = sorted(numbered(family).households, key=lambda h: int(h.label.split()[1]))
    return replace(family, households=tuple(replace(h, id=h.label, label="") for h in drawn))


def _not_read(chosen: Sequence[Table], tables: Sequence[Table], gathered: Gathering) -> None:
    names = ", ".join(f"'{table.name}'" for table in chosen)
    for other in tables:
        if other not in chosen and any(text_of(c.value) for r in other.rows for c in r.cells):
            gathered.say(
                Line(sheet=other.name, row=0, cells={}),
                "family-sheet-not-read",
                f"The family was read from {names}; '{other.name}' was not read.",
                "Give it a column of names and one of relationships to the child, if it belongs "
                "to the family.",
                Severity.NOTE,
            )


def _folded(text: str) -> str:
    return fold(text[:_LONGEST])


def _member(line: Line, children: Children, grown: bool, gathered: Gathering) -> Member | None:
    line = _death_apart(_age_apart(line))
    name, told = _name_and_told(line)
    if _is_band(line, name):
        gathered.say(
            line,
            "family-row-band",
            f"'{name}' with nothing beside it was taken as a heading, not as a person.",
            "Write the relationship beside the name if it is somebody.",
            Severity.NOTE,
        )
        return None
    if not name and not told:
        gathered.say(
            line,
            "person-without-id",
            "A person has neither id nor name and was left out.",
            "Give every person an id, 'Unknown father' too.",
        )
        return None
    relation = with_name(_relation(told, children, grown), name)
    if relation.word == "professional" and not _near(line, told):
        gathered.say(
            line,
            "family-row-professional",
            f"'{name}' ('{told}') works with the family; not drawn.",
            "Write what they are to the child if they are family.",
            Severity.NOTE,
        )
        return None
    taken = {p.id for p in gathered.persons}
    identity = id_of(name) or told
    if identity in taken:
        if _same_person(line, name, gathered):
            return None
        identity = f"{identity} ({line.sheet}, row {line.row})"
    gathered.places.put(("person", identity), line.sheet, line.row)
    person = _person(line, identity, name or told, relation, gathered)
    gathered.persons.append(person)
    _say_what_was_assumed(line, name, told, relation, gathered)
    return Member(person=person, line=line, relation=relation, told=told)


def _say_what_was_assumed(
    line: Line, name: str, told: str, relation: Relation, gathered: Gathering
) -> None:
    if _SEVERAL.fullmatch(name):
        gathered.say(
            line,
            "people-in-one-row",
            f"'{name}' may be two people; they are drawn as one.",
            "Give each of them a row.",
            Severity.NOTE,
        )
    if relation.meant:
        gathered.say(
            line,
            "relation-assumed",
            f"'{told}' was read as '{relation.meant}'.",
            "Correct the word, or write what was meant.",
            Severity.NOTE,
        )


def _near(line: Line, told: str) -> bool:
    """Whether whoever works with the family is of it as well: a remark or a birth says so."""
    remarks = remarks_of(told)
    kin = any(relation_meant(remark).word not in ("", "professional") for remark in remarks)
    return kin or bool(line.text("born") or near_words() & set(" ".join(remarks).split()))


def _is_band(line: Line, name: str) -> bool:
    filled = [field for field, value in line.cells.items() if text_of(value)]
    return len(filled) == 1 and _folded(name) in _BANDS


def _age_apart(line: Line) -> Line:
    """The row with an age that stands in the cell for the birth where it belongs.

    A bare number is an age only in a column that is headed as one of either.
    """
    either = line.text("born or age")
    cells = {**line.cells, "born": line.cells.get("born") or line.cells.get("born or age")}
    told = text_of(cells["born"]).strip()
    age = is_age(told) or (either == told and told.isdigit() and len(told) < 3)
    if line.text("age") or not age:
        return replace(line, cells=cells)
    return replace(line, cells={**cells, "born": "", "age": told})


def _death_apart(line: Line) -> Line:
    """The row with a death that stands in the cell for the birth where it belongs; so with one
    that is all that stands under the status or the address: RIP 2019."""
    for name in ("born", "legal", "address"):
        rest, died = birth_and_death(line.text(name))
        day = when_from(died)
        alone = (
            len(line.text(name).split()) < 3 if died == "died" else day.start and not day.remarks
        )
        if died and not line.text("died") and (name == "born" or (alone and not rest)):
            return replace(line, cells={**line.cells, name: rest, "died": died})
    return line


def _with_the_child(
    members: Sequence[Member], named: Named | None, gathered: Gathering
) -> list[Member]:
    """The people with the child whose family they are, who may have no row."""
    if any(m.person.subject for m in members) or not any(m.relation.word for m in members):
        return list(members)
    child = Relation(word="subject")
    if named:
        for at, m in enumerate(members):
            if named.name.casefold() in (m.name.casefold(), m.name.casefold().split(" ")[0]):
                found = replace(m, relation=child, person=replace(m.person, subject=True))
                return [*members[:at], found, *members[at + 1 :]]
    person = Person(
        id=named.name if named else "Subject child",
        name=named.name if named else "Subject child",
        subject=True,
        born=when_from(named.born) if named and named.born else None,
    )
    line = Line(sheet=members[0].line.sheet, row=0, cells={})
    gathered.say(
        line,
        "subject-without-row",
        f"No row is the child's; '{person.name}' stands for the child"
        + (f", as '{named.words[:80]}' says." if named else "."),
        "Add a row for the child, with Subject child as the relationship.",
        Severity.NOTE if named else Severity.WARNING,
    )
    return [Member(person=person, line=line, relation=child), *members]


def _same_person(line: Line, name: str, gathered: Gathering) -> bool:
    """Whether this row is of a child who stands in a table of children already."""
    first = next((p for p in gathered.persons if p.name == name), None)
    born = line.when("born")
    if first is None or first.born is None or born.start is None or born.start != first.born.start:
        return False
    gathered.say(
        line,
        "person-twice",
        f"{name} stands in the tables more than once, with the same date of birth; read once.",
        "Nothing to do, if that is one person.",
        Severity.NOTE,
    )
    return True


def _person(
    line: Line, identity: str, name: str, relation: Relation, gathered: Gathering
) -> Person:
    stated, told = sex(line, gathered)
    age = line.text("age")
    lost = Pregnancy.UNBORN if is_due(line.text("born")) else relation.pregnancy
    return Person(
        id=identity,
        name=name,
        sex=stated if stated is not Sex.UNKNOWN else relation.sex,
        born=gathered.when(line, "born") or _said(line, relation.day if lost else "", gathered),
        died=_died(line, relation, gathered),
        subject=relation.subject,
        pregnancy=lost,
        role=line.text("relation") or ("Subject child" if line.text("child") else ""),
        labels=(*((f"{words.AGE}{age}",) if age and not line.text("born") else ()), *told),
        legal=_legal(line),
        ethnicity=line.text("ethnicity"),
        disability=line.text("disability"),
    )


def _died(line: Line, relation: Relation, gathered: Gathering) -> When | None:
    if when := gathered.died(line):
        return when
    if relation.pregnancy:
        return None
    gone = relation.deceased or _folded(line.text("address")) == "deceased"
    return _said(line, relation.day, gathered) or (when_from(NO_DATE) if gone else None)


def _said(line: Line, day: str, gathered: Gathering) -> When | None:
    """A day in the words for the relationship, such as 'MGF (died 2011)'."""
    return gathered.when(replace(line, cells={"day": day}), "day") if day else None


def _legal(line: Line) -> tuple[LegalStatus, ...]:
    legal, plan = [*statuses(line.text("legal"))], line.text("plan")
    if plan and _folded(plan) not in _NO:
        legal.append(LegalStatus(status=f"Child protection plan: {plan}"))
    return tuple(s for s in legal if _folded(s.status) not in _NO)


def _responsibility(members: Sequence[Member], gathered: Gathering) -> None:
    """Who is said to have parental responsibility, on the subject child's ties to them."""
    having = {m.id: m.line.text("responsibility") for m in members}
    names = {m.id: m.name for m in members}
    partners = {u.id: u.partners for u in gathered.unions}
    subjects = {m.id for m in members if m.person.subject}
    for at, link in enumerate(gathered.parents):
        said = [f"{names[p]}: {having[p]}" for p in partners[link.union] if having[p]]
        if said and link.child in subjects:
            gathered.parents[at] = replace(link, responsibility="; ".join(said))
