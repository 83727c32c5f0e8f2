"""A family comes in whole from a workbook, from JSON and from every kind of GEDCOM."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

import genogram
from chronology.findings import Unreadable
from genogram.data import to_data
from genogram.model import LinkKind, Pregnancy, UnionKind

GEDCOM = sorted((Path(__file__).parent / "gedcom").glob("*.ged"))
SHEETS = {
    "People": [
        ["Id", "Name", "Sex", "Born", "Died", "Role", "Subject child", "Pregnancy"],
        ["mum", "Jo Sample", "F", "14/03/1990", None, "Mother", None, None],
        ["dad", "Al Sample", "M", "c. 1989", None, None, None, None],
        ["kid", "Sam Sample", "Male", "March 2015", None, None, "Yes", None],
        ["bump", "Baby", None, "01/09/2021", None, None, None, "Unborn"],
    ],
    "Partnerships": [
        ["Id", "Partner 1", "Partner 2", "Kind", "From", "To"],
        ["u1", "mum", "dad", "Living together", "2012", None],
    ],
    "Parents": [
        ["Child", "Union", "Kind", "From", "To"],
        ["kid", "u1", None, None, None],
        ["bump", "mum + dad", "Birth", None, None],
        ["mum", "dad", "step", None, None],
    ],
    "Households": [
        ["Household", "Address", "Person", "From", "To"],
        ["Home 1", "1 Sample Road", "mum", "01/01/2014", None],
        ["Home 1", None, "kid", "March 2015", "05/06/2020"],
    ],
}


def workbook(path: Path, sheets: dict[str, list[list[str | None]]]) -> Path:
    book = Workbook()
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    book.save(path)
    return path


def test_a_family_workbook_is_read_whole(tmp_path: Path) -> None:
    family, findings = genogram.read(workbook(tmp_path / "family.xlsx", SHEETS))
    assert [p.name for p in family.persons] == ["Jo Sample", "Al Sample", "Sam Sample", "Baby"]
    assert family.persons[3].pregnancy is Pregnancy.UNBORN
    assert family.unions[0].kind is UnionKind.COHABITING
    assert [(k.child, k.union, k.kind) for k in family.parents] == [
        ("kid", "u1", LinkKind.BIRTH),
        ("bump", "u1", LinkKind.BIRTH),
        ("mum", "dad", LinkKind.STEP),
    ]
    assert family.households[0].address == "1 Sample Road"
    assert family.households[0].people() == ("mum", "kid")
    assert {f.code for f in findings} <= {"partner-is-parent", "date-approximate"}


def test_a_word_that_is_not_known_is_a_finding_with_its_row(tmp_path: Path) -> None:
    sheets = SHEETS | {"Partnerships": [SHEETS["Partnerships"][0], ["u1", "mum", "dad", "engagd"]]}
    _, findings = genogram.read(workbook(tmp_path / "family.xlsx", sheets))
    found = next(f for f in findings if f.code == "kind-not-known")
    assert (found.sheet, found.row) == ("Partnerships", 2)
    assert "engagd" in found.message


def test_a_workbook_without_people_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no sheet of people"):
        genogram.read(workbook(tmp_path / "other.xlsx", {"Sheet1": [["Date", "Event"]]}))


def test_the_open_form_reads_back_the_same(tmp_path: Path) -> None:
    first, _ = genogram.read(workbook(tmp_path / "family.xlsx", SHEETS))
    path = tmp_path / "family.json"
    path.write_text(json.dumps({"family": to_data(first)}), encoding="utf-8")
    second, _ = genogram.read(path)
    assert to_data(second) == to_data(first)


@pytest.mark.parametrize("path", GEDCOM, ids=lambda p: p.stem)
def test_every_kind_of_gedcom_gives_people_unions_and_links(path: Path) -> None:
    family, findings = genogram.read(path)
    assert [p.id for p in family.persons] == ["I1", "I2", "I3"]
    assert family.persons[0].name in ("Ann Sample", "Zo\u00eb S\u00e4mple")
    assert family.persons[1].died
    assert family.unions[0].kind is UnionKind.DIVORCED
    expected = LinkKind.FOSTER if path.stem == "seven" else LinkKind.ADOPTED
    assert [k.kind for k in family.parents] == [expected]
    assert {f.code for f in findings} == {"no-subject-child"}
