"""The agency of a row in a file of several: named, pointed at, or left out."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.model import Case, Child, Chronology, Declared


def read(folder: Path, text: str) -> Chronology:
    path = folder / "combined.csv"
    path.write_text("Agency,Date,Event\n" + text, "utf-8")
    return merge([path])


def agencies(woven: Chronology) -> dict[int, str]:
    return {e.at.row: e.agency for e in woven.entries}


def test_ditto_is_the_agency_of_the_row_above_and_no_agency_of_its_own(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        'Police,1/2/2021,A\nditto,2/2/2021,B\n"""",3/2/2021,C\nGP,4/2/2021,D\n'
        "as above,5/2/2021,E\n",
    )
    assert agencies(woven) == {2: "Police", 3: "Police", 4: "Police", 5: "GP", 6: "GP"}
    assert [f.row for f in woven.findings if f.code == "agency-carried-down"] == [3, 4, 6]


def test_a_row_without_date_and_agency_is_of_the_agency_above(tmp_path: Path) -> None:
    woven = read(tmp_path, "Police,1/2/2021,Called because\n,,of a noise.\n,,\nGP,2/2/2021,B\n")
    assert agencies(woven) == {2: "Police", 3: "Police", 5: "GP"}
    assert [f.row for f in woven.findings if f.code == "agency-carried-down"] == [3]


def test_a_row_with_a_date_and_no_agency_stands_under_the_file_and_is_queried(
    tmp_path: Path,
) -> None:
    woven = read(tmp_path, "Police,1/2/2021,A\n,2/2/2021,B\n,3/2/2021,C\n")
    assert agencies(woven) == {2: "Police", 3: "Combined", 4: "Combined"}
    (said,) = [f for f in woven.findings if f.code == "agency-blank"]
    assert said.message.startswith("2 rows (3, 4) name no agency although other rows do")


def test_a_column_of_agencies_that_nobody_filled_in_is_no_finding(tmp_path: Path) -> None:
    woven = read(tmp_path, ",1/2/2021,A\n,2/2/2021,B\n")
    assert "agency-blank" not in {f.code for f in woven.findings}


def test_ditto_under_the_child_is_the_child_above_and_a_blank_is_nobody_in_a_column_of_several(
    tmp_path: Path,
) -> None:
    path = tmp_path / "centre.csv"
    path.write_text(
        "Chronology for Theo,,,\nDate,Child,What happened,Child seen\n"
        '5/1/2021,Ruby,Play,Y\n12/1/2021,"""",Play,Y\n19/1/2021,do.,Play,N\n'
        "26/1/2021,,Play,Y\n2/2/2021,Theo,Review,Y\n",
        "utf-8",
    )
    case = Case(children=(Child(label="Theo", subject=True), Child(label="Ruby")))
    woven = merge([path], case)
    assert {e.at.row: {c: s.value for c, s in e.seen.items() if s.value != "not_recorded"}
            for e in woven.entries} == {
        3: {"Ruby": "seen"}, 4: {"Ruby": "seen"}, 5: {"Ruby": "not_seen"}, 6: {},
        7: {"Theo": "seen"},
    }  # fmt: skip
    assert woven.entries[1].fields["subject"] == '"'
    assert [f.row for f in woven.findings if f.code == "subject-carried-down"] == [4, 5]
    assert [f.row for f in woven.findings if f.code == "seen-whose"] == [6]


def test_a_blank_under_the_child_is_the_files_child_where_the_column_names_no_other(
    tmp_path: Path,
) -> None:
    path = tmp_path / "centre.csv"
    path.write_text(
        "Chronology for Theo,,,\nDate,Child,What happened,Child seen\n"
        "5/1/2021,Mother,Call,\n12/1/2021,,Play,Y\n19/1/2021,Ruby,Play,Y\n26/1/2021,,Play,Y\n",
        "utf-8",
    )
    case = Case(children=(Child(label="Theo", subject=True), Child(label="Ruby")))
    seen = [e.seen["Theo"].value for e in merge([path], case).entries if "Theo" in e.seen]
    assert seen == ["not_recorded", "seen", "not_recorded", "seen"]


THEO = Case(
    children=(Child(label="Theo", names=("Theo Marlowe",), subject=True), Child(label="Ruby"))
)


@pytest.mark.parametrize(
    ("column", "rows"),
    [
        ("Theo;Jordan Reed", {2}),  # nobody of the case, beside the child of the record
        ("Theo;Nan", {2}),
        ("Theo;Self", {2, 3}),
        ("Theo;T.M.", {2, 3}),
        ("Theo;T Marlowe", {2, 3}),
        ("Theo;K Marlowe", {2}),
        ("Jordan Reed;Jordan Reed", set()),
        ("Jordan Marlowe;Child", {2, 3}),  # may be another name of the child's
    ],
)
def test_a_yes_beside_somebody_of_whom_the_case_knows_nothing_is_not_the_childs(
    tmp_path: Path, column: str, rows: set[int]
) -> None:
    first, second = column.split(";")
    path = tmp_path / "clinic.csv"
    path.write_text(
        "Date,Child,What happened,Child seen\n"
        f"5/1/2021,{first},Clinic,Y\n12/1/2021,{second},Clinic,Y\n",
        "utf-8",
    )
    declared = (Declared(file="clinic.csv", record_of="child"),)
    woven = merge([path], Case(children=THEO.children, declared=declared))
    assert {e.at.row for e in woven.entries if e.seen["Theo"].value == "seen"} == rows
    queried = {r for f in woven.findings if f.code == "seen-whose" for r in (f.rows or (f.row,))}
    assert queried == {2, 3} - rows


def test_full_names_under_who_may_be_of_staff_and_take_nothing_from_the_child(
    tmp_path: Path,
) -> None:
    path = tmp_path / "clinic.csv"
    path.write_text("Date,Who,What happened,Child seen\n5/1/2021,Sam Teal,Clinic,Y\n", "utf-8")
    declared = (Declared(file="clinic.csv", record_of="child"),)
    (entry,) = merge([path], Case(children=THEO.children, declared=declared)).entries
    assert entry.seen["Theo"].value == "seen"
