"""What the cells of a column say of its heading."""

from pathlib import Path

import pytest

from chronology import merge
from chronology.findings import Unreadable
from tests.chronology.writing import written


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


def test_a_date_of_birth_is_never_the_date_of_what_happened(tmp_path: Path) -> None:
    rows = "Time,Date of birth,Event\n09:00,1/2/2017,Visit\n10:00,1/2/2017,Call\n11:00,,A\n"
    woven = merge([written(tmp_path / "hv.csv", rows)])
    assert [entry.when.start for entry in woven.entries] == [None] * 3
    assert woven.entries[0].extra["Date of birth"] == "1/2/2017"


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


def test_a_log_of_numbers_beside_what_happened_is_the_sequence(tmp_path: Path) -> None:
    days = ("01/03/2021 10:00,Called", "02/03/2021 09:00,Left", "03/03/2021 09:00,Back")
    for numbers in (["1234", "P-1235/21", "7"], ["L1", "L12", "7-0114"]):
        rows = "".join(f"{number},{day}\n" for number, day in zip(numbers, days, strict=True))
        told = merge([written(tmp_path / "police.csv", f"Log,Date/Time,Details\n{rows}")])
        assert [e.event for e in told.entries] == ["Called", "Left", "Back"]
        assert [e.fields["sequence"] for e in told.entries] == numbers


def test_sections_of_acts_under_entry_tell_what_happened_and_are_no_numbers(
    tmp_path: Path,
) -> None:
    rows = "01/03/2021,S47,Enquiry begun by the social worker\n08/03/2021,S17,Visit to the home\n"
    woven = merge([written(tmp_path / "csc.csv", f"Date,Entry,Details\n{rows}")])
    assert [e.event.split("\n")[0] for e in woven.entries] == ["S47", "S17"]
    assert all("sequence" not in e.fields for e in woven.entries)


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


def test_an_entrys_number_under_entry_is_no_word_of_what_happened(tmp_path: Path) -> None:
    rows = "Entry,Date,Enquiry text\n1,12/03/2021,Attended.\n2,13/03/2021,Left.\n"
    woven = merge([written(tmp_path / "oel.csv", rows)])
    assert [(e.fields["sequence"], e.event) for e in woven.entries] == [
        ("1", "Attended."),
        ("2", "Left."),
    ]


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


def test_dates_below_an_empty_heading_on_the_left_are_the_date_however_few(tmp_path: Path) -> None:
    rows = ",Event,Seen\n04/03/2020,A,Y\n05/03/2020,B,N\n"
    woven = merge([written(tmp_path / "gp.csv", rows)])
    assert [str(e.when.start) for e in woven.entries] == ["2020-03-04", "2020-03-05"]
    assert "column-date-by-content" in {f.code for f in woven.findings}


def test_dates_under_contact_come_before_those_of_recording_if_they_are_never_later(
    tmp_path: Path,
) -> None:
    rows = "Created,Contact,Note\n{},01/04/2021 09:30,Discharged\n18/03/2021,18/03/2021,Not in\n"
    woven = merge([written(tmp_path / "rio.csv", rows.format("02/04/2021 10:00"))])
    assert [f"{e.when.start:%d/%m}" for e in woven.entries] == ["18/03", "01/04"]
    assert [e.event for e in woven.entries] == ["Not in", "Discharged"]
    woven = merge([written(tmp_path / "rio.csv", rows.format("31/03/2021 10:00"))])
    assert [f"{e.when.start:%d/%m}" for e in woven.entries] == ["18/03", "31/03"]
    last = rows.replace("Contact", "Last contact").format("02/04/2021 10:00")
    woven = merge([written(tmp_path / "rio.csv", last)])
    assert [f"{e.when.start:%d/%m}" for e in woven.entries] == ["18/03", "02/04"]


def test_from_over_who_sent_it_is_no_date_although_one_names_a_day(tmp_path: Path) -> None:
    rows = (
        "Received on,From,Details\n05/03/21 10.05,School,Disclosure\n"
        "24/12/20,Police (report of 22/12/20),Assault\n26/12/20,GP letter of 25/12/20,Rash\n"
        "28/12/20,Aunt,Worry\n"
    )
    woven = merge([written(tmp_path / "mash.csv", rows)])
    assert [f"{e.when.start:%d/%m}" for e in woven.entries] == ["24/12", "26/12", "28/12", "05/03"]
    assert [e.extra["From"] for e in woven.entries][1] == "GP letter of 25/12/20"


def test_the_time_beside_the_date_of_the_same_name_is_its_time(tmp_path: Path) -> None:
    rows = "Case Note Date,Case Note Time,Referral Time,Text\n4/3/2021,16:00,09:00,Seen at home\n"
    (entry,) = merge([written(tmp_path / "csc.csv", rows)]).entries
    assert (f"{entry.when.time:%H:%M}", entry.extra) == ("16:00", {"Referral Time": "09:00"})


def test_days_under_an_unknown_heading_of_visits_come_before_those_of_recording_however_few(
    tmp_path: Path,
) -> None:
    rows = "Visit,Date entered,Summary\n4/3/2021,5/3/2021,At school\n8/3/2021,9/3/2021,No reply\n"
    woven = merge([written(tmp_path / "csc.csv", rows)])
    assert [f"{e.when.start:%d/%m}" for e in woven.entries] == ["04/03", "08/03"]
