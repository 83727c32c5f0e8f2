"""A column "Who": staff, or whom a row is about."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case, Child, Person
from tests.chronology.writing import written

STAFF = "HV A. Archer", "SW J. Smith", "PC 1234", "B. Bell (midwife)", "FC", "Foster carer"


@pytest.mark.parametrize("heading", ["Who", "Name"])
def test_a_column_of_who_that_holds_staff_is_the_professional(tmp_path: Path, heading: str) -> None:
    rows = "".join(f"1{n}/03/2021,Visit,{who}\n" for n, who in enumerate(STAFF))
    woven = merge([written(tmp_path / "health.csv", f"Date,Event,{heading}\n{rows}")])
    assert [e.fields["professional"] for e in woven.entries] == list(STAFF)
    assert "column-who-by-content" in {finding.code for finding in woven.findings}


def test_the_staff_of_a_nursery_under_who_are_the_professionals(tmp_path: Path) -> None:
    rows = "".join(f"1{n}/03/2021,Visit,{who}\n" for n, who in enumerate(["Key person", "KP"]))
    woven = merge([written(tmp_path / "nursery.csv", f"Date,Event,Who\n{rows}")])
    assert [e.fields["professional"] for e in woven.entries] == ["Key person", "KP"]


@pytest.mark.parametrize(
    "cells",
    [
        ("Theo", "Mum"),
        ("Mother", "Theo (with SW)"),
        ("Kay", "Theo"),
        ("Aunty Jo (nurse)", "Aunts and GP"),
    ],
)
def test_a_column_of_who_that_holds_the_family_is_whom_a_row_is_about(
    tmp_path: Path, cells: tuple[str, ...]
) -> None:
    case = Case(children=(Child(label="Theo"),), people=(Person(label="Mother", names=("Kay",)),))
    rows = "".join(f"1{n}/03/2021,Visit,{who}\n" for n, who in enumerate(cells))
    woven = merge([written(tmp_path / "health.csv", f"Date,Event,Who\n{rows}")], case)
    assert [e.fields["subject"] for e in woven.entries] == list(cells)
    assert not [f.code for f in woven.findings if f.code.startswith("column-who")]


def test_names_under_who_that_may_be_of_staff_or_family_are_asked_about(tmp_path: Path) -> None:
    rows = "Date,Event,Who\n12/03/2021,Visit,A. Archer\n13/03/2021,Call,J. Smith\n"
    woven = merge([written(tmp_path / "health.csv", rows)])
    assert "column-who-unclear" in {finding.code for finding in woven.findings}
