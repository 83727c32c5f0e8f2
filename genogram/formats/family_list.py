"""A family told in lines: what somebody is, who, born when, and where.

Subject child: Ben Ash, 01/02/2020
Mother: Jane Ash, DOB 12/03/1990, 4 Elm Row. Father: Mark Ash (died 2011)
Siblings: Lucy Ash (03/04/2017), Tom Ash (05/06/2018)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronology.findings import Finding, Severity
from chronology.importers.rows import Cell, Row, Table, text_of
from genogram.formats import words
from genogram.formats.composition_fields import FIELDS
from genogram.formats.relation_words import told_words
from genogram.formats.relations import relation_meant, relation_of
from genogram.formats.workbook_rows import headings
from genogram.view.uncertain import names_nobody

_HEADS = ("Name", "Relationship to child", "DOB", "Address")
_SEVERAL = {
    "children": "Child",
    "siblings": "Sibling",
    "brothers and sisters": "Sibling",
    "parents": "Parent",
}
_LABEL = re.compile(r"(?:^|(?<=[.;]) )(?P<label>[^\W\d][^:.;,]{1,50}?) ?:(?= |$)")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_BORN = re.compile(
    rf"(?:(?:d\.?o\.?b\.?|born|b\.)[: ]*)?(?P<day>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}}|(?:{_MONTH} )?(?:19|20)\d\d"
    r"|aged? \d{1,3}|(?:aged? )?\d{1,2} ?(?:years?|yrs?|months?|mths?|weeks?|wks?)(?: old)?)",
    re.IGNORECASE,
)
_APART = re.compile(r"[,;](?![^()]*\))| [-\u2013] ")
_PARTED = re.compile(
    r"[,;](?![^()]*\))|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?: and (?![^()]*\))| & )"
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_WITHIN = (  # words of a name in small letters
    r"(?:n\u00e9e|formerly|known as|or|aka|al|el|bin|bint|ibn|ben|de|da|do|dos|della|di|du|la|le"
    r"|van|von|der|den|ter|y)\b"
)
_CAPITAL = r"[^\W\d_a-z][\w.'\u2019-]*"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr)\.? (?:and|&) )?{_CAPITAL}"
    rf"(?: (?:{_CAPITAL}|{_WITHIN})){{0,5}}"
)
_NO_NAME = ("absent", "attended", "deceased", "no", "none", "not", "present", "seen", "well", "yes")
_LONGEST = 400  # letters of a line; longer ones are narrative


@dataclass(slots=True, kw_only=True)
class _Told:
    """One person, and the number of the line; without a name, what a label says is none."""

    row: int
    name: str = ""
    relation: str = ""
    of_several: bool = False
    born: str = ""
    address: str = ""


def listed(tables: Sequence[Table]) -> tuple[Table, Finding] | None:
    """The lines as a table of family composition; None where they do not tell of a family."""
    told: list[_Told] = []
    unread: list[int] = []
    in_part: list[int] = []
    twice: list[str] = []
    for table in tables:
        for row in table.rows:
            line = _line([text_of(cell.value) for cell in row.cells])
            held = table.hidden or row.hidden or any(c.marks.struck for c in row.cells)
            here = [] if held or len(line) > _LONGEST else list(_people(line, row.number))
            read = [one for one in here if one.name]
            told += read
            unread += [row.number] if line and not read else []
            in_part += [row.number] if 0 < len(read) < len(here) else []
    known = {relation_of(t.relation).word for t in told}
    if (
        len(told) < 2
        or len(unread) > 2 * len(told)
        or not known & {"subject", "mother", "father", "parent"}
    ):
        return None
    if len([t for t in told if relation_of(t.relation).word == "subject"]) > 1:
        told, twice = _siblings_of_the_subject(told)
    head = Row(number=0, cells=tuple(Cell(value=h) for h in _HEADS))
    rows = (Row(number=t.row, cells=_cells(t)) for t in told)
    said = _said(tables[0].name, told[0], _more(unread, in_part, twice))
    return Table(name=tables[0].name, rows=(head, *rows)), said


def headless(tables: Sequence[Table]) -> bool:
    """Whether no table has headings of a sheet of people."""
    return all(headings(table, words.FIELDS["people"])[0] is None for table in tables)


def _line(cells: Sequence[str]) -> str:
    """The words of a row; of one whose first cell is a label, as label and value."""
    filled = [text for text in cells if text.strip(" :")]
    if len(filled) > 1 and _relation(filled[0].rstrip(" :"))[0]:
        return f"{filled[0].rstrip(' :')}: {', '.join(filled[1:])}"
    return ",".join(filled).strip(" ,")


def _cells(told: _Told) -> tuple[Cell, ...]:
    return tuple(Cell(value=v or None) for v in (told.name, told.relation, told.born, told.address))


def _siblings_of_the_subject(told: list[_Told]) -> tuple[list[_Told], list[str]]:
    """Whoever stands under "Children" beside a subject child is a brother or sister, or that child
    again; the people, and the names of those told twice."""
    own = {
        t.name.casefold(): t
        for t in told
        if not t.of_several and relation_of(t.relation).word == "subject"
    }
    kept, twice = [], []
    for one in told:
        again = own.get(one.name.casefold()) if one.of_several else None
        if again and (not one.born or one.born == (again.born or one.born)):
            again.born, again.address = again.born or one.born, again.address or one.address
            twice.append(one.name)
            continue
        if own and one.of_several and one.relation == "Child":
            one.relation = "Sibling"
        kept.append(one)
    return kept, twice


def _people(line: str, row: int) -> Iterator[_Told]:
    labels = list(_LABEL.finditer(line))
    ends = [*(after.start() for after in labels[1:]), len(line)]
    for found, end in zip(labels, ends, strict=False):
        relation, several = _relation(found["label"])
        if not relation:
            yield _Told(row=row)
            continue
        value = line[found.end() : end].strip(" .,;")
        here = [*_several(value, relation, row)] if several else [_one(value, relation, row)]
        yield from here if all(map(_is_named, here)) else [_Told(row=row)]


def _is_named(told: _Told) -> bool:
    name = told.name
    known = _NAME.fullmatch(name) and name.casefold().split()[0] not in _NO_NAME
    return bool(known) or names_nobody(name)


def _relation(label: str) -> tuple[str, bool]:
    """The relation that a label stands for, and whether it heads several people."""
    plain = " ".join(label.casefold().split())
    if plain in _SEVERAL:
        return _SEVERAL[plain], True
    if plain.replace("\u2019", "'") in FIELDS["child"]:
        return "Subject child", False
    single = label.rstrip()[:-1]
    if plain.endswith("s") and relation_of(single).word:
        return single, True
    known = relation_meant(label).word or plain in told_words()[2]  # Husband, of a victim
    return (label, False) if known else ("", False)


def _several(value: str, relation: str, row: int) -> Iterator[_Told]:
    """People parted by commas or "and"; a date alone belongs to the one before it."""
    found: list[_Told] = []
    for part in _PARTED.split(value):
        part = part.strip()
        if found and (born := _BORN.fullmatch(part)):
            found[-1].born = found[-1].born or born["day"]
        elif part:
            found.append(replace(_one(part, relation, row), of_several=True))
    yield from found


def _one(value: str, relation: str, row: int) -> _Told:
    """One person: the name first; what is no date after it is the address, in brackets a remark."""
    remarks = [part.strip() for part in _BRACKET.findall(value)]
    name, *rest = [part.strip() for part in _APART.split(_BRACKET.sub("", value))]
    made = _Told(row=row, name=name, relation=relation)
    if (found := _BORN.search(name)) and found.end() == len(name):
        made.name, made.born = name[: found.start()].strip(), found["day"]
    for part in (*remarks, *rest):
        if (found := _BORN.fullmatch(part)) and not made.born:
            made.born = found["day"]
        elif part in remarks:
            made.relation = f"{made.relation} ({part})"
        else:
            made.address = ", ".join(filter(None, (made.address, part)))
    return made


def _more(unread: Sequence[int], in_part: Sequence[int], twice: Sequence[str]) -> str:
    """What of the lines was not read, or was read once though it stands there twice."""
    told = (
        ("Not read: line", map(str, unread)),
        ("Read in part: line", map(str, in_part)),
        ("Told twice, read once:", twice),
    )
    return "".join(f" {head} {said}." for head, what in told if (said := ", ".join(what)))


def _said(sheet: str, first: _Told, more: str) -> Finding:
    return Finding(
        code="family-from-lines",
        severity=Severity.WARNING,
        message=f"The family was read from lines such as '{first.relation}: {first.name}'.{more}",
        remedy="Look whether each name, date and address is right, or enter it as a table.",
        sheet=sheet,
    )
