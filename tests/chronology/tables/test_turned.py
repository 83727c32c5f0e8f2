"""A table on its side: headings down the first column, each entry a column."""

from pathlib import Path

from chronology import merge

NPSA = """Tabular timeline,,,
Date + Time of Event:,12/03/2007 14:00,13/03/2007,30/02/2007
*Event: (What actually happened),Seen on the ward,Discharged,Letter
Policy / Acceptable practice: (What should have happened),,Plan agreed first,
Missing Information / Data Gaps:,,No discharge letter,
Child seen,Yes,No,
Ward,4,4,
"""


def test_each_column_is_an_entry_with_its_own_place(tmp_path: Path) -> None:
    path = tmp_path / "hospital.csv"
    path.write_text(NPSA, "utf-8")
    woven = merge([path])
    told = [(e.at.row, e.when.text, e.event, e.seen["Subject child"].value) for e in woven.entries]
    assert told == [
        (2, "12/03/2007 14:00", "Seen on the ward", "seen"),
        (3, "13/03/2007", "Discharged", "not_seen"),
        (4, "30/02/2007", "Letter", "not_recorded"),
    ]
    assert woven.entries[1].fields == {
        "expected_practice": "Plan agreed first",
        "gap_note": "No discharge letter",
        "child_seen": "No",
    }
    assert woven.entries[0].extra == {"Ward": "4"}
    sheet = woven.submissions[0].sheets[0]
    assert sheet.rows == sheet.entries + len(sheet.set_aside) == 4
    assert {f.code: f.cell for f in woven.findings}["date-impossible"] == "D2"
    assert "table-turned" in {f.code for f in woven.findings}


def test_a_form_with_one_contact_is_one_entry(tmp_path: Path) -> None:
    path = tmp_path / "visit.csv"
    path.write_text("Date of visit,12/03/2007\nName of social worker,A B\nDetails,Seen\n", "utf-8")
    woven = merge([path])
    assert [(e.when.text, e.fields["professional"]) for e in woven.entries] == [
        ("12/03/2007", "A B")
    ]


def test_an_upright_table_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "gp.csv"
    path.write_text("Date,Event,Type\n12/03/2007,Contact,Date\n13/03/2007,Event,Time\n", "utf-8")
    assert [e.at.row for e in merge([path]).entries] == [2, 3]


def test_dates_across_the_top_are_the_dates_although_nothing_heads_them(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(
        ",04/03/2021,11/03/2021\nEvent,Visit,Call\nWorker,AB,CD\nChild seen,Yes,No\n", "utf-8"
    )
    told = [(str(e.when.start), e.event, e.fields["child_seen"]) for e in merge([path]).entries]
    assert told == [("2021-03-04", "Visit", "Yes"), ("2021-03-11", "Call", "No")]
