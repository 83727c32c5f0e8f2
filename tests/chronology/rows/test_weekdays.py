"""A column of weekdays beside the dates."""

from pathlib import Path

from chronology import merge
from chronology.model import Chronology

HEAD = "Day,Date,Event\n"


def woven(tmp_path: Path, text: str) -> Chronology:
    path = tmp_path / "gp.csv"
    path.write_text(HEAD + text, encoding="utf-8")
    return merge([path])


def said(found: Chronology) -> list[str]:
    return [finding.message for finding in found.findings if finding.code == "date-weekday"]


def test_rows_whose_weekday_is_not_that_of_their_date_are_named_and_nothing_is_changed(
    tmp_path: Path,
) -> None:
    found = woven(tmp_path, "Mon,02/03/2020,A\nThurs,05/03/2020,B\nSat,04/03/2020,C\n")
    assert [str(e.when.start) for e in found.entries] == ["2020-03-02", "2020-03-04", "2020-03-05"]
    assert said(found) == [
        "In 1 row the column 'Day' names another weekday than the date has (4). Nothing was "
        "changed."
    ]


def test_dates_that_would_fit_with_day_and_month_exchanged_are_counted(tmp_path: Path) -> None:
    found = woven(tmp_path, "Monday,02/03/2020,A\nSunday,04/12/2020,B\nMonday,04/05/2020,C\n")
    assert said(found) == [
        "In 1 row the column 'Day' names another weekday than the date has (3); with day and "
        "month exchanged it would fit. Nothing was changed."
    ]


def test_nothing_is_said_of_weekdays_that_fit_and_of_other_words(tmp_path: Path) -> None:
    fitting = "Mon,02/03/2020,A\nWed.,04/03/2020,B\n,05/03/2020,C\nFri,March 2020,D\n"
    assert said(woven(tmp_path, fitting)) == []
    assert said(woven(tmp_path, "Sun,02/03/2020,A\nDay 2,03/03/2020,B\n")) == []


def test_a_column_of_other_days_than_that_of_the_event_is_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "nursery.csv"
    for heading in ("Days attended", "Next visit day"):
        path.write_text(f"Date,{heading},Event\n02/03/2020,Wed,A\n03/03/2020,Fri,B\n")
        assert said(merge([path])) == []
