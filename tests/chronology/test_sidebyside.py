"""Agencies side by side in columns: each account is an entry of its own, under its agency."""

from pathlib import Path

from chronology import merge
from chronology.model import Case, Child, Chronology, Declared

THEO = Case(children=(Child(label="Theo", subject=True),))
HEAD = "Joint chronology,,,,\nDate,Police,Housing,Child seen,Analysis\n"


def read(folder: Path, text: str, case: Case = THEO) -> Chronology:
    path = folder / "joint.csv"
    path.write_text(HEAD + text, "utf-8")
    woven = merge([path], case)
    for sheet in woven.submissions[0].sheets:
        assert sheet.rows == sheet.entries + len(sheet.set_aside)
    return woven


def told(woven: Chronology) -> list[tuple[int | None, str, str, str]]:
    return sorted((e.at.row, e.agency, f"{e.when.start}", e.event) for e in woven.entries)


def test_each_account_is_an_entry_under_its_agency_and_no_row_is_lost(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "11/02/2021,Called out to the address,,No,\n"
        "14/02/2021,,Neighbour reported a noise,,Not followed up\n"
        "01/03/2021,Joint visit with housing,Joint visit with police,,Late\n"
        "02/03/2021,,,,Nobody called\n",
    )
    assert told(woven) == [
        (3, "Police", "2021-02-11", "Called out to the address"),
        (4, "Housing", "2021-02-14", "Neighbour reported a noise"),
        (5, "Housing", "2021-03-01", "Joint visit with police"),
        (5, "Police", "2021-03-01", "Joint visit with housing"),
        (6, "Police", "2021-03-02", ""),
    ]
    assert [s.name for s in woven.submissions[0].sheets] == ["joint: Police", "joint: Housing"]
    housing = woven.submissions[0].sheets[1]
    assert {a.row: a.reason for a in housing.set_aside} == {
        1: "title", 2: "heading", 3: "another agency's", 6: "another agency's",
    }  # fmt: skip
    assert [f.row for f in woven.findings if f.code == "agencies-side-by-side"] == [None]


def test_dates_lean_on_the_row_above_also_where_that_is_another_agencys(tmp_path: Path) -> None:
    woven = read(
        tmp_path,
        "11/02/2021,Called out to the address,,,\n14/02/2021,,Complaint of a noise,,\n"
        "as above,Spoke to the neighbour,,,\n16 Feb,,Letter sent to tenant,,\n",
    )
    assert [(row, start) for row, _, start, _ in told(woven)] == [
        (3, "2021-02-11"), (4, "2021-02-14"), (5, "2021-02-14"), (6, "2021-02-16"),
    ]  # fmt: skip


def test_seen_beside_one_account_is_that_agencys_and_beside_several_it_is_queried(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path,
        "11/02/2021,Called out to the address,,Yes,\n"
        "01/03/2021,Joint visit with housing,Joint visit with police,Yes,\n",
    )
    seen = {(e.at.row, e.agency): e.seen["Theo"].value for e in woven.entries}
    assert seen == {
        (3, "Police"): "seen",
        (4, "Police"): "not_recorded",
        (4, "Housing"): "not_recorded",
    }
    assert [e.extra.get("Child seen") for e in woven.entries] == [None, "Yes", "Yes"]
    (said,) = [f for f in woven.findings if f.code == "seen-by-which-agency"]
    assert said.message.startswith("Row 4: ")


def test_names_of_agencies_over_a_few_words_and_columns_that_the_case_file_names_are_left(
    tmp_path: Path,
) -> None:
    few = read(tmp_path, "11/02/2021,Yes,No,Yes,Told both by letter\n")
    assert {e.agency for e in few.entries} == {"Joint"}
    rows = "11/02/2021,Called out to the address,Complaint of a noise,,\n"
    said = Declared(file="joint.csv", agency="Police", columns={"Police": "event"})
    case = Case(children=THEO.children, declared=(said,))
    assert told(read(tmp_path, rows, case)) == [
        (3, "Police", "2021-02-11", "Called out to the address")
    ]
