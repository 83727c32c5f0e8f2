"""What the cells of a column say of its heading."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.findings import Unreadable
from chronology.model import Basis, Case, Child, Person
from chronology.submission import read_submission


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("heading", ["", "Zeitpunkt"])
def test_a_column_full_of_dates_is_the_date_where_none_is_headed_so(
    tmp_path: Path, heading: str
) -> None:
    rows = f"{heading},Event,Child seen\n12/3/07,A,Yes\nMarch 2008,B,No\nUndated,C,No\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["12/3/07", "March 2008", "Undated"]
    assert "column-date-by-content" in {finding.code for finding in woven.findings}


@pytest.mark.parametrize(
    ("heading", "first", "read"),
    [
        ("Date of talk", "4/3/2021", "4/3/2021"),
        ("When did this happen?", "4/3/2021", "4/3/2021"),
        ("Next date", "4/3/2021", "6/3/2021"),
        ("Date of birth", "4/3/2021", "6/3/2021"),
        ("Date of talk", "9/3/2021", "6/3/2021"),
    ],
)
def test_a_column_headed_as_a_date_comes_before_that_of_recording_if_it_is_never_later(
    tmp_path: Path, heading: str, first: str, read: str
) -> None:
    rows = f"{heading},Event,Date recorded\n{first},A,6/3/2021\n12/3/2021,B,15/3/2021\n"
    woven = merge([written(tmp_path / "csc.csv", rows)])
    assert next(entry.when.text for entry in woven.entries) == read


def test_a_date_column_without_dates_is_a_finding_and_its_words_are_kept(tmp_path: Path) -> None:
    rows = "Date,Event,Child seen\nfirst,A,Yes\nthen,B,No\nlater on,C,No\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["first", "then", "later on"]
    assert "column-without-dates" in {finding.code for finding in woven.findings}


def test_months_below_a_year_that_stands_over_them_are_dates(tmp_path: Path) -> None:
    rows = "Period,Event\n2018,\nSeptember,Started school\nEnd of October,Fell\nNovember,Hurt\n"
    woven = merge([written(tmp_path / "school.csv", rows)])
    assert [f"{entry.when.start:%m/%Y}" for entry in woven.entries] == [
        "09/2018",
        "10/2018",
        "11/2018",
    ]
    assert "column-without-dates" not in {finding.code for finding in woven.findings}


def test_years_beside_what_happened_are_its_dates_although_no_date_is_headed(
    tmp_path: Path,
) -> None:
    rows = "Year,Event\n2019,Mother booked late\n2020,Father left home\n2021/22,Started at school\n"
    woven = merge([written(tmp_path / "school.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["2019", "2020", "2021/22"]
    with pytest.raises(Unreadable):
        merge([written(tmp_path / "police.csv", "Year,Incidents\n2019,3\n2020,4\n2021,0\n")])


def test_a_column_that_is_not_dates_is_left_alone(tmp_path: Path) -> None:
    rows = ",Event,Child seen\n1,A,Yes\n2,B,No\n3,C,No\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert {finding.code for finding in woven.findings} == {"date-missing"}


def test_a_column_without_a_heading_that_tells_more_in_most_rows_tells_what_happened_too(
    tmp_path: Path,
) -> None:
    rows = (
        "Date,Consultation,\n04/03/2021,Surgery,Seen by Dr Finch\n"
        ",History,Cough and a cold for two days\n"
        ",Plan,Advice to mother about warning signs given\n11/03/2021,Telephone,Mother rang today\n"
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert {e.at.row: e.event for e in woven.entries}[3] == "History\nCough and a cold for two days"
    assert "column-event-by-content" in {finding.code for finding in woven.findings}


def test_a_column_without_a_heading_that_is_mostly_empty_is_kept_apart(tmp_path: Path) -> None:
    rows = (
        "Date,Event,\n04/03/2021,Visit,check with the manager whether she was seen that day\n"
        "11/03/2021,Call,\n18/03/2021,Visit,\n"
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [e.event for e in woven.entries] == ["Visit", "Call", "Visit"]


def test_where_no_heading_says_what_happened_the_wordiest_column_does(tmp_path: Path) -> None:
    rows = "Date,Initials,Remarks,Outcome\n12/3/07,AB,Visited and seen at home,NFA\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.event for entry in woven.entries] == ["Visited and seen at home"]
    assert "column-event-by-content" in {finding.code for finding in woven.findings}


def test_a_record_that_tells_more_than_the_event_is_read_with_it(tmp_path: Path) -> None:
    rows = (
        "Date,Contact or event,Record\n"
        "12/3/07,Home visit,Theo was seen in his bedroom with his brother\n"
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    [entry] = woven.entries
    assert "Home visit" in entry.event
    assert "Theo was seen" in entry.event
    assert "column-event-by-content" in {finding.code for finding in woven.findings}


def test_a_source_of_a_few_words_stays_the_source(tmp_path: Path) -> None:
    rows = "Date,Event,Record\n12/3/07,Theo was seen at home with his brother,GP notes\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.event for entry in woven.entries] == ["Theo was seen at home with his brother"]


def test_the_day_of_recording_is_the_date_only_where_no_other_is(tmp_path: Path) -> None:
    rows = "Date recorded,Event\n12/3/07,Visited\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["12/3/07"]


def test_a_column_of_dates_beside_an_empty_one_headed_date_is_the_date(tmp_path: Path) -> None:
    rows = "Date,,Event\n,12/3/07,A\n,13/3/07,B\n,14/3/07,C\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["12/3/07", "13/3/07", "14/3/07"]


@pytest.mark.parametrize("heading", ["Seen", "Contact", "Session"])
def test_a_heading_of_another_field_over_a_column_of_dates_is_the_date(
    tmp_path: Path, heading: str
) -> None:
    rows = f"{heading},Patient,Consultation\n" + "".join(
        f"{day}/3/07,Ann,Came with her mother and a cough\n" for day in (12, 13, 14)
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["12/3/07", "13/3/07", "14/3/07"]
    assert {entry.event for entry in woven.entries} == {"Came with her mother and a cough"}


def test_a_table_without_a_known_heading_is_read_by_what_stands_below(tmp_path: Path) -> None:
    rows = "Logged,Penned,Matter\n" + "".join(
        f"{day}/3/07,Mr A,Said that he was tired today\n" for day in (12, 13, 14)
    )
    woven = merge([written(tmp_path / "school.csv", rows)])
    assert [entry.when.text for entry in woven.entries] == ["12/3/07", "13/3/07", "14/3/07"]
    assert {entry.event for entry in woven.entries} == {"Said that he was tired today"}
    assert {"column-date-by-content", "column-event-by-content"} <= {
        finding.code for finding in woven.findings
    }


@pytest.mark.parametrize("heading", ["Date of birth", "Target", "By when"])
def test_a_list_of_people_or_a_plan_is_no_chronology(tmp_path: Path, heading: str) -> None:
    rows = f"Name,{heading},Living at present\n" + "".join(
        f"Ann,{day}/3/07,With her mother and her two brothers\n" for day in (12, 13, 14)
    )
    with pytest.raises(Unreadable, match="holds no chronology"):
        read_submission(written(tmp_path / "list.csv", rows), Case())


def test_a_date_of_birth_is_never_the_date_of_what_happened(tmp_path: Path) -> None:
    rows = "Time,Date of birth,Event\n09:00,1/2/2017,Visit\n10:00,1/2/2017,Call\n11:00,,A\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    assert [entry.when.start for entry in woven.entries] == [None] * 3
    assert woven.entries[0].extra["Date of birth"] == "1/2/2017"


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


def test_a_table_without_headings_is_read_by_its_dates_and_its_sentences(tmp_path: Path) -> None:
    rows = (
        "Contacts of the clinic\n1,12/3/21,HV,Seen at home\n2,undated,GP,Call to mother\n"
        "3,14/3/21,HV,Left card\n"
    )
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [(e.at.row, e.event) for e in woven.entries] == [
        (2, "Seen at home"), (4, "Left card"), (3, "Call to mother"),
    ]  # fmt: skip
    assert woven.entries[0].extra == {"column 1": "1", "column 3": "HV"}
    assert "table-without-headings" in {finding.code for finding in woven.findings}
    assert woven.submissions[0].sheets[0].set_aside[0].reason == "title"


@pytest.mark.parametrize(
    "rows",
    [
        "Theo,01/02/2017,4 Mill Terrace Brookmere\nRuby,03/04/2019,4 Mill Terrace Brookmere\n"
        "Kay,05/06/1990,4 Mill Terrace Brookmere\n",
        "12/3/21,3,4\n13/3/21,5,6\n14/3/21,7,8\n",
        "12/3/21,Seen at home\n13/3/21,Call to mother\n",
    ],
    ids=["people", "numbers", "too few"],
)
def test_a_list_of_people_or_of_numbers_is_no_chronology(tmp_path: Path, rows: str) -> None:
    with pytest.raises(Unreadable):
        merge([written(tmp_path / "list.csv", rows)])


def test_short_words_under_record_are_what_happened_where_no_other_column_says(
    tmp_path: Path,
) -> None:
    rows = "Date,Type,Record,Child seen\n12/3/07,Home visit,No access.,No\n13/3/07,Clinic,WNB,No\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    assert [entry.event for entry in woven.entries] == ["No access.", "WNB"]


def test_the_reason_of_an_admission_is_what_happened_where_nothing_else_tells(
    tmp_path: Path,
) -> None:
    rows = (
        "Admitted,Discharged,Ward,Reason\n5/1/2021,6/1/2021,Ward 3,Wheeze\n"
        "7/2/2021,,Ward 3,Asthma\n"
    )
    woven = merge([written(tmp_path / "ward.csv", rows)])
    assert [(e.event, f"{e.when.start}") for e in woven.entries] == [
        ("Wheeze", "2021-01-05"),
        ("Asthma", "2021-02-07"),
    ]
    told = "Date,Event,Child seen,Reason\n5/1/2021,Visit,No,Asleep\n"
    assert merge([written(tmp_path / "hv.csv", told)]).entries[0].event == "Visit"


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


def test_a_table_without_headings_may_say_below_each_date_who_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "notes.html").write_text(
        "<table>"
        + "".join(
            f"<tr><td>{day}/3/2021<br>10:00<br>A Bell, HV<td>Visited the family at home today</tr>"
            for day in (1, 2, 3)
        )
        + "</table>"
    )
    woven = merge([tmp_path / "notes.html"])
    assert [f"{e.when.start:%-d} {e.when.time:%H:%M}" for e in woven.entries if e.when.start
            and e.when.time] == ["1 10:00", "2 10:00", "3 10:00"]  # fmt: skip


def test_a_log_of_numbers_beside_what_happened_is_the_sequence(tmp_path: Path) -> None:
    days = ("01/03/2021 10:00,Called", "02/03/2021 09:00,Left", "03/03/2021 09:00,Back")
    for numbers in (["1234", "P-1235/21", "7"], ["L1", "L12", "7-0114"]):
        rows = "".join(f"{number},{day}\n" for number, day in zip(numbers, days, strict=True))
        told = merge([written(tmp_path / "police.csv", f"Log,Date/Time,Details\n{rows}")])
        assert [e.event for e in told.entries] == ["Called", "Left", "Back"]
        assert [e.fields["sequence"] for e in told.entries] == numbers


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("Attended", "DNA", "WNB"), "DNA"),
        (("Attended", "Did not turn up"), "Did not turn up"),
        (("Late", "Rebooked by mum", "FTA"), "Rebooked by mum"),
        (("84%", "DNA", "81%"), ""),
    ],
)
def test_a_column_that_says_whether_appointments_were_kept_is_the_outcome(
    tmp_path: Path, cells: tuple[str, ...], read: str
) -> None:
    rows = "".join(f"{n}/3/2021,Appointment.,{cell}\n" for n, cell in enumerate(cells, 1))
    woven = merge([written(tmp_path / "camhs.csv", "Date,Event,Attendance\n" + rows)])
    assert woven.entries[1].fields.get("outcome", "") == read


@pytest.mark.parametrize("heading", ["Mother", "Police", "Mother attended"])
def test_a_column_that_says_which_of_several_came_stays_under_its_heading(
    tmp_path: Path, heading: str
) -> None:
    text = f"Date,Event,{heading}\n1/3/2021,Core group.,Attended\n2/3/2021,Core group.,DNA\n"
    woven = merge([written(tmp_path / "csc.csv", text)])
    assert woven.entries[1].extra == {heading: "DNA"}


def test_two_columns_of_attendance_are_no_outcome(tmp_path: Path) -> None:
    heads = {"Police attendance": "DNA", "Health attendance": "Attended"}
    text = (
        f"Date,Event,{','.join(heads)}\n1/3/2021,A,DNA,DNA\n2/3/2021,B,{','.join(heads.values())}\n"
    )
    assert merge([written(tmp_path / "csc.csv", text)]).entries[1].extra == heads


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


def test_an_entrys_number_under_entry_is_no_word_of_what_happened(tmp_path: Path) -> None:
    rows = "Entry,Date,Enquiry text\n1,12/03/2021,Attended.\n2,13/03/2021,Left.\n"
    woven = merge([written(tmp_path / "oel.csv", rows)])
    assert [(e.fields["sequence"], e.event) for e in woven.entries] == [
        ("1", "Attended."),
        ("2", "Left."),
    ]


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


def test_from_and_to_beside_a_date_are_times_but_not_over_who_wrote_and_was_written_to(
    tmp_path: Path,
) -> None:
    letters = (
        "Date,From,To,Content\n12/03/2021,Dr Reid,CAMHS,Hearing test\n19/03/2021,School,GP,Absent\n"
    )
    woven = merge([written(tmp_path / "letters.csv", letters)])
    assert [e.extra for e in woven.entries] == [
        {"From": "Dr Reid", "To": "CAMHS"}, {"From": "School", "To": "GP"},
    ]  # fmt: skip
    assert "time-not-read" not in {f.code for f in woven.findings}
    visits = "Date,From,To,Content\n12/03/2021,10:00,11:00,Met\n19/03/2021,10:00,lunch,Met again\n"
    woven = merge([written(tmp_path / "visits.csv", visits)])
    assert [f"{e.when.time:%H:%M}" for e in woven.entries] == ["10:00", "10:00"]
