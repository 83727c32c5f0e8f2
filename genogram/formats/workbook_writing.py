"""The family workbook as it is written: blank for a new case, or filled with a family to correct.

    People --- Id <-- Partnerships --- Id <-- Parents        one row a person, a couple, a link
       ^------------- Households, Relationships, Legal status    one row a stay, a tie, a status

`SHEETS` is the one description of sheets, headings and choices; formats/words.py holds the other
headings under which the same fields are read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.dates import When
from chronology.findings import CaseweaveError
from genogram.formats.words import told_by
from genogram.model import (
    Family,
    LinkKind,
    Pregnancy,
    RelationshipKind,
    Sex,
    UnionKind,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Fields = Mapping[str, str]
_SPARE_ROWS = 200  # rows below the last one that offer the choices too
_WIDEST = 44
_ALL = "{0}!$A$2:$A${1}"
_ISO = re.compile(r"(?:19[1-9]\d|20\d\d)-\d\d-\d\d")  # Excel's own years begin with a slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: the heading written, the field it is, and what may be chosen in it."""

    heading: str
    field: str
    choices: tuple[str, ...] = ()
    ids_of: str = ""
    """The sheet whose first column is offered instead."""


def _sheet(
    headings: Mapping[str, str],
    *,
    ids: Mapping[str, str] | None = None,
    **choices: tuple[str, ...],
) -> tuple[Column, ...]:
    """Columns from heading -> field, with what may be chosen by field."""
    return tuple(
        Column(
            heading=heading,
            field=name,
            choices=choices.get(name, ()),
            ids_of=(ids or {}).get(name, ""),
        )
        for heading, name in headings.items()
    )


def _words(kinds: type[StrEnum]) -> tuple[str, ...]:
    return tuple(kind.value for kind in kinds)


_TIME = {"From": "from", "To": "to"}
SHEETS: Mapping[str, tuple[Column, ...]] = {
    "People": _sheet(
        {
            "Id": "id",
            "Name": "name",
            "Sex": "sex",
            "Born": "born",
            "Died": "died",
            "Role": "role",
            "Subject child": "subject",
            "Pregnancy": "pregnancy",
            "Twin": "twin",
            "Zygosity": "zygosity",
            "Ethnicity": "ethnicity",
            "Disability": "disability",
            "Labels": "labels",
        },
        sex=_words(Sex),
        subject=("Yes",),
        pregnancy=_words(Pregnancy),
        zygosity=("identical", "not identical"),
    ),
    "Partnerships": _sheet(
        {"Id": "id", "Partner 1": "partner1", "Partner 2": "partner2", "Kind": "kind", **_TIME},
        ids={"partner1": "People", "partner2": "People"},
        kind=_words(UnionKind),
    ),
    "Parents": _sheet(
        {
            "Child": "child",
            "Union": "union",
            "Kind": "kind",
            **_TIME,
            "Parental responsibility": "responsibility",
        },
        ids={"child": "People", "union": "Partnerships"},
        kind=_words(LinkKind),
    ),
    "Households": _sheet(
        {"Household": "id", "Address": "address", "Person": "person", **_TIME},
        ids={"person": "People"},
    ),
    "Relationships": _sheet(
        {
            "Person 1": "source",
            "Person 2": "target",
            "Kind": "kind",
            **_TIME,
            "Status": "status",
            "Source": "reference",
        },
        ids={"source": "People", "target": "People"},
        kind=_words(RelationshipKind),
    ),
    "Legal status": _sheet(
        {"Person": "person", "Status": "status", **_TIME, "Source": "reference"},
        ids={"person": "People"},
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """Formats: headings, words, days, and the rows still free."""

    head: Format
    text: Format
    day: Format
    free: Format


def write_workbook(family: Family, path: Path) -> None:
    """Write the family as a workbook that reads back the same; raises CaseweaveError."""
    import xlsxwriter  # late: only outputs need it

    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), {**plain, "tmpdir": str(path.parent)})
    book.set_properties({"title": "Family", "created": dt.datetime(2000, 1, 1)})
    lined = {"border": 1, "border_color": "#BFBFBF", "text_wrap": True, "valign": "top"}
    looks = _Looks(
        head=book.add_format({**lined, "bold": True, "bg_color": "#E3E3E3"}),
        text=book.add_format({**lined, "num_format": "@"}),
        day=book.add_format({**lined, "num_format": "dd/mm/yyyy", "align": "left"}),
        free=book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
    )
    rows = {name: list(told(family)) for name, told in _ROWS.items()}
    last = {name: len(told) + _SPARE_ROWS for name, told in rows.items()}
    for name, columns in SHEETS.items():
        sheet = book.add_worksheet(name)
        for at, column in enumerate(columns):
            _fill(sheet, at, column, rows[name], looks)
            _offer(sheet, at, column, last, last[name])
        _on_paper(sheet)
    book.close()


def _fill(sheet: Worksheet, at: int, column: Column, rows: Sequence[Fields], looks: _Looks) -> None:
    words = [row.get(column.field, "") for row in rows]
    longest = max((len(line) for w in words for line in w.splitlines()), default=0)
    width = min(max(longest, len(column.heading), 8) + 2, _WIDEST)
    sheet.set_column(at, at, width, looks.free)
    sheet.write_string(0, at, column.heading, looks.head)
    for row, text in enumerate(words, start=1):
        if day := _day(text):
            sheet.write_datetime(row, at, day, looks.day)
        elif not text:
            sheet.write_blank(row, at, None, looks.text)
        elif sheet.write_string(row, at, text, looks.text):
            raise CaseweaveError(
                f"'{text[:40]}...' is longer than a cell of a workbook can be.",
                "Shorten it, or write the family as .ged.",
            )


def _day(text: str) -> dt.date | None:
    """A day that reads back from a real date as the same words."""
    if not _ISO.fullmatch(text):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _offer(sheet: Worksheet, at: int, column: Column, last: Mapping[str, int], rows: int) -> None:
    source: list[str] | str = list(column.choices)
    if column.ids_of:
        source = "=" + _ALL.format(column.ids_of, last[column.ids_of])
    if source:
        rule = {"validate": "list", "source": source, "show_error": False}
        sheet.data_validation(1, at, rows, at, rule)


def _on_paper(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, with the headings on each; they stay in view on screen."""
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _people(family: Family) -> Iterator[Fields]:
    zygosity = {True: "identical", False: "not identical", None: ""}
    for p in family.persons:
        yield {
            "id": p.id,
            "name": p.name,
            "sex": p.sex.value,
            "born": _text(p.born),
            "died": _text(p.died),
            "role": p.role,
            "subject": "Yes" if p.subject else "",
            "pregnancy": p.pregnancy.value if p.pregnancy else "",
            "twin": p.twin,
            "zygosity": zygosity[p.identical],
            "ethnicity": p.ethnicity,
            "disability": p.disability,
            "labels": "; ".join(_quoted(label) for label in p.labels),
        }


def _quoted(label: str) -> str:
    """A label that holds a mark which parts labels stands in quotation marks."""
    if any(mark in label for mark in ';\n"'):
        return '"' + label.replace('"', '""') + '"'
    return label


def _partnerships(family: Family) -> Iterator[Fields]:
    for u in family.unions:
        partners = dict(zip(("partner1", "partner2"), u.partners, strict=False))
        yield {"id": u.id, **partners, "kind": u.kind.value, **_span(u.start, u.end)}


def _parents(family: Family) -> Iterator[Fields]:
    for k in family.parents:
        yield {
            "child": k.child,
            "union": k.union,
            "kind": k.kind.value,
            "responsibility": k.responsibility,
            **_span(k.start, k.end),
        }


def _households(family: Family) -> Iterator[Fields]:
    for house in family.households:
        if not house.members:
            yield {"id": house.id, "address": house.address}
        for stay in house.members:
            shown = {"id": house.id, "address": house.address, "person": stay.person}
            yield {**shown, **_span(stay.start, stay.end)}


def _relationships(family: Family) -> Iterator[Fields]:
    for r in family.relationships:
        tie = {
            "source": r.source,
            "target": r.target,
            "kind": told_by(r.words, r.kind) or r.kind.value,
        }
        yield {**tie, **_span(r.start, r.end), "status": r.status, "reference": r.reference}


def _legal(family: Family) -> Iterator[Fields]:
    for p in family.persons:
        for s in p.legal:
            status = {"person": p.id, "status": s.status, "reference": s.reference}
            yield {**status, **_span(s.start, s.end)}


def _text(when: When | None) -> str:
    return when.text if when else ""


def _span(start: When | None, end: When | None) -> Fields:
    return {"from": _text(start), "to": _text(end)}


_ROWS: Mapping[str, Callable[[Family], Iterator[Fields]]] = {
    "People": _people,
    "Partnerships": _partnerships,
    "Parents": _parents,
    "Households": _households,
    "Relationships": _relationships,
    "Legal status": _legal,
}
