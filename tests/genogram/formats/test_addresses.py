"""Addresses in a table of family composition become homes: who lives where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.genogram.compositiontables import HEADS, read


def test_addresses_become_homes_however_they_are_spaced(tmp_path: Path) -> None:
    rows = [
        ["Kit", "Subject", "01/02/2015", "1 Sample Road, Town", "Interim care order from May 2021"],
        ["Jo", "Mother", "1990", "1, Sample road Town", "N/A"],
        ["Al", "Father", "n/k", "Not known", ""],
        ["Bo", "Brother", "2012", "As above", ""],
        ["Pip", "Sister", "2010", "2 Other Street", ""],
        ["Una", "Maternal aunt", "1985", "As above", ""],
    ]
    family, findings = read(tmp_path, [HEADS, *rows])
    assert [h.people() for h in family.households] == [("Kit", "jo"), ("Pip", "Una")]
    status = family.persons[0].legal[0]
    assert (status.status, status.start and status.start.text) == ("Interim care order", "May 2021")
    assert family.persons[1].legal == ()
    assert "household-undated" in {f.code for f in findings}


@pytest.mark.parametrize("nowhere", ["NFA", "No fixed abode", "Address unknown", "n/a"])
def test_no_home_is_made_of_words_that_say_that_there_is_none(tmp_path: Path, nowhere: str) -> None:
    rows = [["Kit", "Subject child", "", "2 Fennel Row", ""], ["Dale", "Father", "", nowhere, ""]]
    family, _ = read(tmp_path, [HEADS, *rows])
    assert [[m.person for m in h.members] for h in family.households] == [
        [next(p.id for p in family.persons if p.name == "Kit")]
    ]


def test_as_above_with_no_address_above_is_said(tmp_path: Path) -> None:
    rows = [["Kit", "Subject", "", "1 Sample Road", ""], ["Al", "Father", "", "", ""]]
    rows.append(["Jo", "Mother", "", "as above", ""])
    family, findings = read(tmp_path, [HEADS, *rows])
    assert [h.people() for h in family.households] == [("Kit",)]
    assert [f.row for f in findings if f.code == "household-incomplete"] == [4]


@pytest.mark.parametrize(
    ("short", "more", "homes"),
    [
        ("1 Sample Road", ["1 Sample Road, Town"], 1),
        ("1 Sample Road, Town", ["1 Sample Road, Town, ZZ1 1ZZ", "1 sample road"], 1),
        ("1 Sample Road", ["1 Sample Road, Flat 2"], 2),
        ("1 Sample Road", ["1 Sample Road, Town", "1 Sample Road, Other Town"], 3),
        ("1 Sample Road", ["1 Sample Road North"], 2),
        ("Sample Road", ["Sample Road, Town"], 2),
    ],
)
def test_an_address_that_is_the_beginning_of_one_other_is_the_same_home(
    tmp_path: Path, short: str, more: list[str], homes: int
) -> None:
    rows = [[f"P{n}", "Friend", "", at, ""] for n, at in enumerate((short, *more))]
    family, findings = read(tmp_path, [HEADS, ["Kit", "Subject", "", "", ""], *rows])
    assert len(family.households) == homes
    told = [f for f in findings if f.code == "address-in-part"]
    assert len(told) == len(rows) - homes
    assert all("Sample" not in f.message for f in told)


def test_homes_have_the_numbers_of_the_drawing(tmp_path: Path) -> None:
    rows = [["Jo", "Mother", "", "2 Other Street", ""], ["Kit", "Subject", "", "1 Sample Road", ""]]
    family, _ = read(tmp_path, [HEADS, *rows])
    assert [(h.id, h.people()) for h in family.households] == [
        ("Home 1", ("Kit",)), ("Home 2", ("jo",)),
    ]  # fmt: skip


def test_an_address_that_holds_two_others_is_a_stay_in_both_and_so_is_the_row_below(
    tmp_path: Path,
) -> None:
    rows = [
        ["Name", "Relationship to child", "Address"],
        ["Kit", "Subject child", "Mon-Thurs 4 Bell Court, else 19 Larch Way"],
        ["Pip", "Sister", "As above"],
        ["Jo", "Mother", "4 Bell Court"],
        ["Al", "Father", "19 Larch Way"],
        ["Una", "Aunt", "4 Bell Court (was 19 Larch Way)"],
        ["Bo", "Uncle", "4 Bell Court since leaving 19 Larch Way"],
        ["Cy", "Uncle", "4 Bell Court (prev 19 Larch Way)"],
    ]
    family, _ = read(tmp_path, rows)
    homes = {h.address: {m.person.casefold() for m in h.members} for h in family.households}
    assert homes == {
        "4 Bell Court": {"kit", "pip", "jo"},
        "19 Larch Way": {"kit", "pip", "al"},
        "4 Bell Court (was 19 Larch Way)": {"una"},
        "4 Bell Court since leaving 19 Larch Way": {"bo"},
        "4 Bell Court (prev 19 Larch Way)": {"cy"},
    }
