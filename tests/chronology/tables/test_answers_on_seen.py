"""Columns of answers on who was seen: which are read, and which are asked about."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Basis, Case, Child
from tests.chronology.writing import written


def test_numbers_of_children_seen_show_no_child_as_seen(tmp_path: Path) -> None:
    rows = "Date,Event,Children seen\n12/3/07,Home visit,2\n13/3/07,Home visit,1\n14/3/07,A,0\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    assert {entry.seen["Subject child"].basis for entry in woven.entries} == {"none"}
    assert [entry.extra["Children seen"] for entry in woven.entries] == ["2", "1", "0"]
    assert "column-of-counts" in {finding.code for finding in woven.findings}


def test_ones_and_noughts_alone_are_yes_and_no(tmp_path: Path) -> None:
    rows = "Date,Event,Child seen\n12/3/07,Home visit,1\n13/3/07,Home visit,0\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    values = [entry.seen["Subject child"].value for entry in woven.entries]
    assert values == ["seen", "not_seen"]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("Seen", "Not seen", "Y"), ["seen", "not_seen", "seen"]),
        (
            ("Seen alone", "", "Not seen - asleep upstairs"),
            ["seen_alone", "not_recorded", "not_seen"],
        ),
        (("Y", "N", "Y"), ["not_recorded"] * 3),
        (("Seen", "Upset after contact with father", "N"), ["not_recorded"] * 3),
    ],
)
def test_a_column_under_a_childs_name_says_seen_only_where_its_cells_do(
    tmp_path: Path, cells: tuple[str, ...], read: list[str]
) -> None:
    rows = "".join(f"{day}/3/21,Review,{cell}\n" for day, cell in enumerate(cells, 12))
    case = Case(children=(Child(label="Abigail", names=("Abi",)), Child(label="Josh")))
    woven = merge([written(tmp_path / "school.csv", f"Date,Event,Pupil: Abi\n{rows}")], case)
    seen = [
        e.seen["Abigail"].value if "Abigail" in e.seen else "not_recorded" for e in woven.entries
    ]
    assert seen == read
    assert all(
        "Josh" not in e.seen or e.seen["Josh"].value == "not_recorded" for e in woven.entries
    )
    said = "column-seen-by-content" in {f.code for f in woven.findings}
    assert said is (read != ["not_recorded"] * 3)


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("Child not seen", "Yes", True),
        ("Baby seen in clinic room Yes", "x", False),
        ("Child's bedroom seen", "Yes", False),
        ("Reason child not seen", "N", False),
        ("Child not seen", "At school with her aunt", False),
        ("Children seen awake", "\u2713", True),
    ],
)
def test_answers_on_who_was_seen_under_a_heading_that_is_not_known_are_a_finding(
    tmp_path: Path, heading: str, cell: str, said: bool
) -> None:
    rows = f"Date,Event,{heading}\n12/03/2021,Letter,{cell}\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    assert ("column-seen-unread" in {f.code for f in woven.findings}) == said
    assert woven.entries[0].extra == {heading: cell}
    assert woven.entries[0].seen["Subject child"].value == "not_recorded"


@pytest.mark.parametrize("asked", ["Ruby seen", "Seen alone"])
def test_ticks_and_crosses_under_yes_and_no_are_a_finding_whoever_was_seen(
    tmp_path: Path, asked: str
) -> None:
    case = Case(children=(Child(label="Theo", subject=True), Child(label="Ruby")))
    rows = f"Date,{asked},,Event\n,Yes,No,\n12/03/2021,\u2713,,Visit\n13/03/2021,x,,Call\n"
    woven = merge([written(tmp_path / "hv.csv", rows)], case)
    assert "column-seen-unread" in {f.code for f in woven.findings}


def test_ticks_under_yes_and_no_below_seen_alone_are_its_answers(tmp_path: Path) -> None:
    rows = (
        "Date,Was child seen alone?,,Event\n,Yes,No,\n1/3/21,\u2713,,Visit\n2/3/21,,\u2713,Call\n"
    )
    woven = merge([written(tmp_path / "hv.csv", rows)])
    told = [entry.seen["Subject child"].readings.get(Basis.STATED) for entry in woven.entries]
    assert told == ["seen_alone", None]


@pytest.mark.parametrize(("words", "entries"), [("not seen", 3), ("Yes", 2), ("Y/N", 2)])
def test_a_plain_no_alone_next_to_the_headings_is_an_entry_without_a_date(
    tmp_path: Path, words: str, entries: int
) -> None:
    rows = f"Date,Event,Child seen\n,,{words}\n12/03/2021,A,Yes\n13/03/2021,B,No\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    assert len(woven.entries) == entries
    assert ("date-missing" in {f.code for f in woven.findings}) == (entries == 3)


@pytest.mark.parametrize(
    ("heading", "cell", "said"),
    [
        ("Wren: seen", "Yes", True),
        ("Baby Wren: seen", "N/A", True),
        ("Kit seen alone", "Not recorded", True),
        ("Grandmother seen", "Yes", False),
        ("Visitor seen", "Yes", False),
        ("GP seen", "No", False),
        ("Wren: seen", "in the kitchen with her aunt", False),
    ],
)
def test_a_column_on_whether_a_child_was_seen_whom_the_case_does_not_name_is_a_finding(
    tmp_path: Path, heading: str, cell: str, said: bool
) -> None:
    rows = f"Date,Event,{heading}\n12/03/2021,Letter,{cell}\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    found = [f for f in woven.findings if f.code == "column-seen-unread"]
    assert ["whom the case does not name as a child" in f.message for f in found] == [True] * said
    assert woven.entries[0].extra == {heading: cell}
