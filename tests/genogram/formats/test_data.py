"""A family in the open form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import genogram
from chronology.findings import Unreadable
from genogram.formats.data import from_data, to_data
from genogram.kin import kin_of
from genogram.model import LinkKind
from genogram.undrawable import without_undrawable
from tests.genogram.familyworkbook import SHEETS, workbook


def test_the_open_form_reads_back_the_same(tmp_path: Path) -> None:
    first, _ = genogram.read(workbook(tmp_path / "family.xlsx", SHEETS))
    path = tmp_path / "family.json"
    path.write_text(json.dumps({"family": to_data(first)}), encoding="utf-8")
    second, _ = genogram.read(path)
    assert to_data(second) == to_data(first)


def test_a_child_fostered_twice_and_then_adopted_by_one_couple_keeps_every_tie() -> None:
    told = {
        "persons": [{"id": i} for i in ("kid", "ann", "bea")],
        "unions": [{"id": "u", "partners": ["ann", "bea"], "kind": "married"}],
        "parents": [
            {"child": "kid", "union": "u", "kind": "foster", "from": "2016", "to": "2017"},
            {"child": "kid", "union": "u", "kind": "adopted", "from": "2019"},
            {"child": "kid", "union": "u", "kind": "foster", "from": "2018", "to": "2019"},
        ],
    }
    family, findings = without_undrawable(from_data(told, "family.json")[0])
    assert len(family.parents) == 3
    assert findings == ()
    assert [k.kind for k in kin_of(family).links["u"]] == [LinkKind.ADOPTED]
    words = "fostered from 2016 to 2017, fostered from 2018 to 2019, adopted from 2019"
    assert f"kid ({words})" in genogram.describe(family)


@pytest.mark.parametrize(
    ("told", "text"),
    [(True, "date not recorded"), ("Yes", "date not recorded"), (False, None), ("no", None)],
)
def test_of_a_death_in_json_yes_and_true_mean_that_no_date_is_known(
    told: object, text: str | None
) -> None:
    family, findings = from_data({"persons": [{"id": "k", "died": told}]}, "family.json")
    assert (family.persons[0].died and family.persons[0].died.text) == text
    assert findings == ()


@pytest.mark.parametrize(
    ("told", "meant"), [(True, True), ("yes", True), (False, False), ("no", False), (None, False)]
)
def test_a_no_in_json_makes_nobody_the_subject_child(told: object, meant: bool) -> None:
    family, _ = from_data({"persons": [{"id": "k", "subject": told}]}, "family.json")
    assert family.persons[0].subject is meant


@pytest.mark.parametrize(
    ("told", "meant"), [(True, True), ("yes", True), (False, False), ("no", False), (None, None)]
)
def test_a_no_in_json_makes_no_twins_identical(told: object, meant: bool | None) -> None:
    family, _ = from_data({"persons": [{"id": "k", "identical": told}]}, "family.json")
    assert family.persons[0].identical is meant


def test_one_word_in_json_where_a_list_belongs_is_not_taken_letter_by_letter() -> None:
    told = {"persons": [{"id": "mum"}], "unions": [{"id": "u", "partners": "mum"}]}
    with pytest.raises(Unreadable, match="unions, number 1: partners is no list"):
        from_data(told, "family.json")


def test_a_finding_in_json_says_in_which_record_it_is() -> None:
    persons = [{"id": "m"}, {"id": "k", "born": "31/02/2010", "pregnancy": "none"}]
    homes = [{"id": "h", "members": [{"person": "k", "from": "after tea"}]}]
    _, findings = from_data({"persons": persons, "households": homes}, "family.json")
    assert [(f.code, f.sheet, f.row) for f in findings] == [
        ("pregnancy-not-known", "persons", 2),
        ("date-impossible", "persons", 2),
        ("date-not-read", "households", 1),
    ]
    assert "It is shown as written, not as a date." in findings[1].message
