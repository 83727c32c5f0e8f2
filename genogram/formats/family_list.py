"""A family told in lines: what somebody is, who, born when, and where.

Subject child: Ben Ash, 01/02/2020
Mother: Jane Ash, DOB 12/03/1990, 4 Elm Row. Father: Mark Ash (died 2011)
Siblings: Lucy Ash (03/04/2017), Tom Ash (05/06/2018)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronology.findings import Finding, Severity
from chronology.importers.rows import Cell, Row, Table, text_of
from genogram.formats import words
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
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH} \d{{4}}|(?:{_MONTH} )?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_APART = re.compile(r"[,;](?![^()]*\))| [-\u2013] ")
_BRACKET = re.compile(r"\(([^()]*)\)")
_NAME = re.compile(r"[^\W\d_a-z][\w.'\u2019-]*(?: [\w.'\u2019-]+){0,5}")
_LONGEST = 400  # letters of a line; longer ones are narrative


@dataclass(slots=True, kw_only=True)
class _Told:
    """One person, and the number of the line."""

    row: int
    name: str
    relation: str
    born: str = ""
    address: str = ""


def listed(tables: Sequence[Table]) -> tuple[Table, Finding] | None:
    """The lines as a table of family composition; None where they do not tell of a family."""
    told: list[_Told] = []
    unread: list[int] = []
    for table in tables:
        for row in table.rows:
            line = _line([text_of(cell.value) for cell in row.cells])
            held = table.hidden or row.hidden or any(c.marks.struck for c in row.cells)
            here = [] if held or len(line) > _LONGEST else list(_people(line, row.number))
            told += here
            unread += [row.number] if line and not here else []
    known = {relation_of(t.relation).word for t in told}
    if (
        len(told) < 2
        or len(unread) > 2 * len(told)
        or not known & {"subject", "mother", "father", "parent"}
    ):
        return None
    if len([t for t in told if relation_of(t.relation).word == "subject"]) > 1:
        _siblings_of_the_subject(told)
    head = Row(number=0, cells=tuple(Cell(value=h) for h in _HEADS))
    rows = (Row(number=t.row, cells=_cells(t)) for t in told)
    return Table(name=tables[0].name, rows=(head, *rows)), _said(tables[0].name, told[0], unread)


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


def _siblings_of_the_subject(told: list[_Told]) -> None:
    """Whoever stands under "Children" beside a subject child is a brother or sister."""
    if any(t.relation != "Child" and relation_of(t.relation).word == "subject" for t in told):
        for one in told:
            one.relation = "Sibling" if one.relation == "Child" else one.relation


def _people(line: str, row: int) -> Iterator[_Told]:
    labels = [m for m in _LABEL.finditer(line) if _relation(m["label"])[0]]
    ends = [*(after.start() for after in labels[1:]), len(line)]
    for found, end in zip(labels, ends, strict=False):
        relation, several = _relation(found["label"])
        value = line[found.end() : end].strip(" .,;")
        here = [*_several(value, relation, row)] if several else [_one(value, relation, row)]
        if all(_NAME.fullmatch(one.name) or names_nobody(one.name) for one in here):
            yield from here


def _relation(label: str) -> tuple[str, bool]:
    """The relation that a label stands for, and whether it heads several people."""
    plain = " ".join(label.casefold().split())
    if plain in _SEVERAL:
        return _SEVERAL[plain], True
    if relation_meant(label).word:
        return label, False
    single = label.rstrip()[:-1]
    return (single, True) if plain.endswith("s") and relation_of(single).word else ("", False)


def _several(value: str, relation: str, row: int) -> Iterator[_Told]:
    """People parted by commas or "and"; a date alone belongs to the one before it."""
    found: list[_Told] = []
    for part in re.split(r"[,;](?![^()]*\))| and (?![^()]*\))| & ", value):
        part = part.strip()
        if found and (born := _BORN.fullmatch(part)):
            found[-1].born = found[-1].born or born["day"]
        elif part:
            found.append(_one(part, relation, row))
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


def _said(sheet: str, first: _Told, unread: Sequence[int]) -> Finding:
    more = f" Not read: line {', '.join(map(str, unread))}." if unread else ""
    return Finding(
        code="family-from-lines",
        severity=Severity.WARNING,
        message=f"The family was read from lines such as '{first.relation}: {first.name}'.{more}",
        remedy="Look whether each name, date and address is right, or enter it as a table.",
        sheet=sheet,
    )
