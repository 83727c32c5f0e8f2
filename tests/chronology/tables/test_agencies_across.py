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
        (6, "Joint", "2021-03-02", ""),
    ]
    names = [s.name for s in woven.submissions[0].sheets]
    assert names == ["joint", "joint: Police", "joint: Housing"]
    housing = woven.submissions[0].sheets[2]
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


def test_agencies_over_groups_of_columns_each_have_their_own_child_seen(tmp_path: Path) -> None:
    path = tmp_path / "matrix.csv"
    path.write_text(
        "Date,Police,,Health visiting,,Comments\n,Event,Child seen,Event,Child seen,\n"
        "05/01/2021,Called out,No,,,\n07/01/2021,,,Home visit,Yes,late\n"
        "09/01/2021,Joint visit,Yes,Joint visit,No,\n",
        "utf-8",
    )
    woven = merge([path], THEO)
    assert {(e.at.row, e.agency): e.seen["Theo"].value for e in woven.entries} == {
        (3, "Police"): "not_seen",
        (4, "Health visiting"): "seen",
        (5, "Police"): "seen",
        (5, "Health visiting"): "not_seen",
    }
    assert [e.event for e in woven.entries][:2] == ["Called out", "Home visit"]
    assert "seen-by-which-agency" not in {f.code for f in woven.findings}


def test_columns_of_workers_beside_one_that_tells_what_happened_are_no_accounts(
    tmp_path: Path,
) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "Date,Social worker,School nurse,What was discussed with the family\n"
        "05/01/2021,Lena Marsh of Team A,Jo Orr of Team B,Sleep and school and food at home\n"
        "06/01/2021,Paul Tew of Team A,Kim Bell of Team B,Bedtime and the noise of the street\n",
        "utf-8",
    )
    woven = merge([path], THEO)
    assert [e.event for e in woven.entries] == [
        "Sleep and school and food at home",
        "Bedtime and the noise of the street",
    ]


def test_words_without_a_date_below_another_agencys_row_do_not_go_on_from_this_ones(
    tmp_path: Path,
) -> None:
    woven = read(
        tmp_path,
        "11/02/2021,Called out to the address,,,\n14/02/2021,,Complaint of a noise,,\n"
        ",and then left again,,,\n",
    )
    assert told(woven)[-1] == (5, "Police", "None", "and then left again")


def test_health_and_others_beside_agencies_are_agencies_too(tmp_path: Path) -> None:
    path = tmp_path / "joint.csv"
    path.write_text(
        "Date,Police,Health,Education,Social care,Other agencies\n"
        "5/1/2021,Called to the address,,,,\n6/1/2021,,Seen at the clinic,,,\n"
        "7/1/2021,,,Absent from school today,Strategy meeting was held,\n"
        "8/1/2021,,,,,Food parcel was given\n",
        "utf-8",
    )
    agencies = sorted({(e.at.row, e.agency) for e in merge([path], THEO).entries})
    assert agencies == [
        (2, "Police"), (3, "Health"), (4, "Education"), (4, "Social care"), (5, "Other agencies"),
    ]  # fmt: skip


def test_the_details_of_a_school_and_a_gp_are_no_accounts(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(
        "Date,School details,GP details,Comments\n"
        "5/1/2021,Brookmere Primary,Mill Surgery,Moved here from the north with mother\n"
        "6/1/2021,Brookmere Primary,Mill Surgery,Started at the school today\n",
        "utf-8",
    )
    woven = merge([path], THEO)
    assert {e.agency for e in woven.entries} == {"LOG"}
    assert len(woven.entries) == 2
