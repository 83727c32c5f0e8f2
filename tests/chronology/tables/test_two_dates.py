"""Of several columns headed as dates the one on which it happened is the date, and that is said."""

from pathlib import Path

import pytest

from chronology import merge


@pytest.mark.parametrize(
    ("first", "second", "chosen"),
    [
        ("Date of referral", "Date of contact", 1),
        ("Date of contact", "Date of referral", 0),
        ("Start date", "Visit date", 1),
        ("Admission date", "Date", 1),
        ("Date", "Date of incident", 1),
        ("Date", "Appointment date", 0),
        ("Date raised", "Incident date", 1),
        ("Referral date", "Date of meeting", 1),
        ("Date of event", "Date of contact", 0),
        ("Appt", "Case start", 0),
        ("Referral date", "Case start", 0),
    ],
)
def test_the_day_on_which_it_happened_is_the_date(
    tmp_path: Path, first: str, second: str, chosen: int
) -> None:
    days = ("01/03/2019", "04/03/2019")
    (tmp_path / "log.csv").write_text(f"{first},{second},Event\n{','.join(days)},Visit\n")
    woven = merge([tmp_path / "log.csv"])
    [entry] = woven.entries
    assert entry.when.text == days[chosen]
    assert dict(entry.extra) == {(first, second)[1 - chosen]: days[1 - chosen]}
    [said] = [f.message for f in woven.findings if f.code == "column-second-date"]
    assert f"('{(first, second)[chosen]}')" in said


def test_the_same_day_twice_and_an_empty_column_are_not_spoken_of(tmp_path: Path) -> None:
    rows = "01/03/2019,1.3.19,Visit\n02/03/2019,,Call\n"
    (tmp_path / "log.csv").write_text(f"Date of contact,Date of referral,Event\n{rows}")
    woven = merge([tmp_path / "log.csv"])
    assert "column-second-date" not in {f.code for f in woven.findings}


def test_the_end_of_a_stay_is_not_the_end_of_a_contact_within_it(tmp_path: Path) -> None:
    rows = "01/03/2019,31/03/2019,04/03/2019,Visit\n"
    (tmp_path / "log.csv").write_text(f"Start date,End date,Date of contact,Event\n{rows}")
    [entry] = merge([tmp_path / "log.csv"]).entries
    assert (str(entry.when.start), str(entry.when.end)) == ("2019-03-04", "2019-03-04")
    assert dict(entry.extra) == {"Start date": "01/03/2019", "End date": "31/03/2019"}


def test_the_time_of_an_event_goes_before_that_of_signing_in_and_out(tmp_path: Path) -> None:
    path = tmp_path / "nursery.csv"
    path.write_text("Date,Signed in,Signed out,Time,Event\n04/03/2020,08:50,15:30,11:00,Fell\n")
    entry = merge([path]).entries[0]
    assert (str(entry.when.time), entry.when.end_time) == ("11:00:00", None)
    assert entry.extra == {"Signed in": "08:50", "Signed out": "15:30"}


def test_a_day_of_one_who_signed_in_and_out_lasts_from_the_one_to_the_other(tmp_path: Path) -> None:
    path = tmp_path / "nursery.csv"
    path.write_text("Date,Signed in,Signed out,Event\n04/03/2020,08:50,15:30,Happy day\n")
    entry = merge([path]).entries[0]
    assert (str(entry.when.time), str(entry.when.end_time)) == ("08:50:00", "15:30:00")


@pytest.mark.parametrize(("first", "ends"), [("Date sent", False), ("Missing from", True)])
def test_the_return_ends_being_missing_and_is_no_end_of_what_was_sent(
    tmp_path: Path, first: str, ends: bool
) -> None:
    rows = (
        f"{first},Date returned,Details\n01/02/2020,20/02/2020,Form\n03/02/2020,04/02/2020,Form\n"
    )
    (tmp_path / "log.csv").write_text(rows)
    for entry in merge([tmp_path / "log.csv"]).entries:
        assert (entry.when.start != entry.when.end) is ends
        assert ("Date returned" in entry.extra) is not ends
